"""Who says something first, and how it spreads (首提与扩散)."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model.shared_text import ReportHead
from tracker.model.span import Span


@dataclass(frozen=True, slots=True)
class Phrases:
    """The short phrases of a report (去库存, 海绵城市), each once; packed: there are hundreds."""

    packed: bytes


@dataclass(frozen=True, slots=True)
class Use:
    """A report that says it.

    Attributes:
        report: The report.
        times: How often.
        span: The sentence of the first time.
        match: The words in it.
        quote: That sentence.
        line: 1-based line on which it begins.
        first_of_region: No earlier report of the region says it, among those that are here.
    """

    report: ReportHead
    times: int
    span: Span
    match: Span
    quote: str
    line: int
    first_of_region: bool


@dataclass(frozen=True, slots=True)
class YearOfUse:
    """How widely it is said in a year.

    Attributes:
        year: The year.
        reports: How many reports say it, by level of their region ("" where unknown).
        looked_through: How many reports of the year are here, by level.
        newly: How many regions say it for the first time.
    """

    year: int
    reports: Mapping[str, int]
    looked_through: Mapping[str, int]
    newly: int

    @property
    def rate(self) -> float | None:
        """Share of the reports of the year that say it; None where none is here."""
        whole = sum(self.looked_through.values())
        return sum(self.reports.values()) / whole if whole else None


@dataclass(frozen=True, slots=True)
class Spread:
    """A phrase through years and regions.

    Attributes:
        phrase: What was looked for.
        uses: The reports that say it, by year, level and region.
        years: From the first to the last year of all reports looked through, without a hole.
        first_by_level: The first use at each level that has one; several of one year count by code.
    """

    phrase: str
    uses: tuple[Use, ...]
    years: tuple[YearOfUse, ...]
    first_by_level: Mapping[str, Use]


@dataclass(frozen=True, slots=True)
class NewPhrase:
    """A phrase that no report of an earlier year has as a phrase of its own.

    Attributes:
        text: Its words.
        reports: How many reports of the year have it.
        regions: How many regions these are of.
        next_year: How many reports of the next year have it.
        later: How many reports of all later years have it.
        within: How many reports of earlier years have its words within longer ones (绿色惠民 in
            坚持绿色惠民导向), None where nobody looked.
    """

    text: str
    reports: int
    regions: int
    next_year: int
    later: int
    within: int | None = None
