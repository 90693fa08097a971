"""Indicators over years and regions (指标序列): what was promised and what was reported.

``地区生产总值增长5%左右`` in the report of 2023 is a promise for 2023, ``地区生产总值2.4万亿元`` in
its review a result of 2022. Sums and averages of several years are values of their own kind and
never stand in a row with those of one year.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.model.commitment import Commitment, Outcome
from tracker.model.ids import ReportId
from tracker.model.measure import Comparison, MeasureKind, Relation
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.model.tracking import Goalpost


class Side(StrEnum):
    """Which way a value looks."""

    PROMISED = "promised"
    REPORTED = "reported"


class Period(StrEnum):
    """How much time a value covers."""

    YEAR = "year"
    """One year, or the state at its end."""
    TERM = "term"
    """Several years together (五年累计, 比2015年)."""
    AVERAGE = "yearly_average"
    """The yearly average of several years (年均)."""
    PART = "part_year"
    """A part of the year (前三季度, 1～11月)."""


class Standing(StrEnum):
    """What other reports say of the same value."""

    ONLY = "only"
    """No other report gives it."""
    CONFIRMED = "confirmed"
    """Another report gives it too, within its rounding."""
    REVISED = "revised"
    """A report of an earlier year gives another figure."""
    SUPERSEDED = "superseded"
    """A report of a later year gives another figure."""
    CONTESTED = "contested"
    """Another document of the same year gives another figure."""


@dataclass(frozen=True)
class ReadReport:
    """A report with what was read from it.

    Attributes:
        report: The report.
        commitments: What it promises.
        outcomes: What it says was done.
    """

    report: Report
    commitments: tuple[Commitment, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class IndicatorName:
    """What a value measures.

    Attributes:
        name: Standard name of the indicator, or the text's own words.
        standard: ``name`` stands in the vocabulary of indicators.
        scope: The part of the region that is meant (市区, 城市), "" for all of it.
    """

    name: str
    standard: bool
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Another place of the same report that gives a value for the same thing.

    Attributes:
        span: Source span.
        value: In the base unit.
        agrees: It is the same figure within its rounding.
    """

    span: Span
    value: Decimal | None
    agrees: bool


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One value of an indicator in one report.

    Attributes:
        region: Official name of the region, "" where the report does not say.
        region_code: Its division code, or "".
        indicator: What is measured.
        written: Its name in the text's own words.
        side: Promised or reported.
        year: Year that it is due, or that it is of; None where the text leaves it open.
        period: How much time it covers.
        estimated: The report calls it an estimate (预计).
        kind: Growth, level, increment, share, decrease or rank.
        comparison: How it binds, None for a relation without a value.
        value: In the base unit, or None.
        value2: Upper end of a range, in the base unit.
        unit: The base unit: sums of money of a region in 亿元, otherwise without 万 and 亿.
        written_value: As written (2.7 of 2.7万个).
        written_value2: The same of the upper end.
        written_unit: As written.
        relation: What a value without a digit says (与经济增长同步), or None.
        report_id: Report that gives it.
        report_year: The year that this report plans for.
        span: Source span of the shortest clause that holds it.
        also: Other places of the same report that give it.
        standing: What other reports say.
    """

    region: str
    region_code: str
    indicator: IndicatorName
    written: str
    side: Side
    year: int | None
    period: Period
    estimated: bool
    kind: MeasureKind
    comparison: Comparison | None
    value: Decimal | None
    value2: Decimal | None
    unit: str
    written_value: Decimal | None
    written_value2: Decimal | None
    written_unit: str
    relation: Relation | None
    report_id: ReportId
    report_year: int | None
    span: Span
    also: tuple[Mention, ...] = ()
    standing: Standing = Standing.ONLY

    @property
    def differs(self) -> bool:
        """The same report gives another figure as well."""
        return any(not mention.agrees for mention in self.also)


@dataclass(frozen=True, slots=True)
class YearPair:
    """What was promised of an indicator for a year, beside what was reported of it.

    A rate of change has its sign: 下降3% is growth of -3 %, so that years can be set in a row.

    Attributes:
        region: Official name of the region.
        indicator: What is measured.
        kind: Growth, level, …; a decrease in per cent is negative growth.
        unit: The base unit.
        year: The year.
        promised: The promise: of the report of that year, or else the latest made for it.
        promised_value: Its value with its sign, None where it has none or was not made.
        comparison: How the promise binds, turned round where the sign was.
        reported: The result: the latest figure that was given.
        reported_value: Its value with its sign.
    """

    region: str
    indicator: IndicatorName
    kind: MeasureKind
    unit: str
    year: int
    promised: IndicatorValue | None
    promised_value: Decimal | None
    comparison: Comparison | None
    reported: IndicatorValue | None
    reported_value: Decimal | None


@dataclass(frozen=True, slots=True)
class IndicatorCell:
    """One year of an indicator.

    Attributes:
        year: The year.
        pair: What was promised and reported; None where no report gives either.
        goalposts: How the goal was made easier than in the plan before.
        dropped: The plan of this year names no goal, the plan before did.
        unanswered: There is a goal and a report that looks back on the year, but no result.
        planned: A report that plans for this year is there.
        looked_back: A report that looks back on this year is there.
    """

    year: int
    pair: YearPair | None = None
    goalposts: tuple[Goalpost, ...] = ()
    dropped: bool = False
    unanswered: bool = False
    planned: bool = False
    looked_back: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """An indicator of a region, year by year.

    Attributes:
        region: Official name of the region.
        indicator: What is measured.
        kind: Growth, level, …
        unit: The base unit.
        ceiling: A goal is an upper limit: less is better (失业率, 能耗).
        headline: It stands among the main goals of a report at least once.
        cells: The years, in order, without a hole; each region has the same.
    """

    region: str
    indicator: IndicatorName
    kind: MeasureKind
    unit: str
    ceiling: bool
    headline: bool
    cells: tuple[IndicatorCell, ...]
