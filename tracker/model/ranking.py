"""One indicator over all regions of a year (横向比较): what each aimed at and reached."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.model.measure import MeasureKind
from tracker.model.series import IndicatorName, YearPair


class Gap(StrEnum):
    """Why a value is missing."""

    NO_REPORT = "no_report"
    """No report is there that would give it."""
    NO_FIGURE = "no_figure"
    """The report is there and gives no figure that was found."""


class Reach(StrEnum):
    """Where a result stands to its goal."""

    MET = "met"
    SURPASSED = "surpassed"
    """By more than 左右 would tolerate."""
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class IndicatorChoice:
    """An indicator that regions can be compared by in a year.

    Attributes:
        indicator: What is measured.
        kind: Growth, level, …
        unit: The base unit.
        goals: How many regions aimed at a figure.
        results: How many report one.
    """

    indicator: IndicatorName
    kind: MeasureKind
    unit: str
    goals: int
    results: int


@dataclass(frozen=True, slots=True)
class RegionValue:
    """A region in a comparison.

    Attributes:
        region: Official name.
        region_code: Division code, or "".
        level: Level of the region as a word, or "".
        pair: Goal and result, None where neither was found.
        rank: Place by the result, 1 for the best; equal figures share it; None without a result.
        difference: Result minus goal, the upper end of a goal that is a range where less is better.
        reach: Where the result stands to the goal, None where one of them is missing.
        goal_gap: Why there is no goal, None where there is one.
        result_gap: Why there is no result, None where there is one.
    """

    region: str
    region_code: str
    level: str
    pair: YearPair | None
    rank: int | None
    difference: Decimal | None
    reach: Reach | None
    goal_gap: Gap | None
    result_gap: Gap | None


@dataclass(frozen=True, slots=True)
class ComparedYear:
    """Every indicator that regions can be compared by in a year.

    Attributes:
        year: The year.
        rankings: One for each indicator, those that most regions give first.
    """

    year: int
    rankings: tuple["Ranking", ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """An indicator over regions.

    Attributes:
        choice: The indicator.
        year: The year.
        ceiling: Less is better (失业率).
        rows: Regions with a result by rank, then those with a goal alone, then the others.
    """

    choice: IndicatorChoice
    year: int
    ceiling: bool
    rows: tuple[RegionValue, ...]
