"""What reports say in the same words (雷同表述): traces of reports, and how much is shared.

A trace (痕迹) is what is kept of a report so that its clauses can be held against those of
thousands of others without reading these again: no words, only where each clause stands and a
sketch of it.
"""

from dataclasses import dataclass

from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import Report, ReportKind
from tracker.model.span import Span


@dataclass(frozen=True, slots=True)
class Trace:
    """The clauses of a report, in order, as arrays of numbers.

    Attributes:
        starts: Source position of the first character of each (32 bits each).
        sizes: How many source characters each takes (16 bits each).
        letters: How many letters each has, without marks and spaces (16 bits each).
        sections: Index of the section each stands in, -1 before the first (16 bits each).
        sketches: What tells whether two are nearly the same (``tracker.text.sketch``).
    """

    starts: bytes
    sizes: bytes
    letters: bytes
    sections: bytes
    sketches: bytes


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What comparisons over many reports know of each.

    Attributes:
        id: The report.
        name: File name that it was read from.
        title: Its title.
        region: Official name of its region, "" where unknown.
        region_code: Division code, or "".
        level: Level of the region as a word ("national" … "county"), or "".
        year: The year that it plans for, or None.
        kind: Kind of the document.
    """

    id: ReportId
    name: str
    title: str
    region: str
    region_code: str
    level: str
    year: int | None
    kind: ReportKind

    @property
    def place(self) -> str:
        """What is the same for all reports of a region."""
        return self.region_code or self.region

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Place in a row of reports: year, the state before provinces before cities, name."""
        return self.year or 9999, self.region_code or "999999", self.region, self.id


def head_of_entry(entry: ReportEntry) -> ReportHead:
    """Return the head of a report of a workspace."""
    return ReportHead(
        entry.id,
        entry.name,
        entry.title,
        entry.region_name,
        entry.region_code,
        entry.level.value if entry.level else "",
        entry.year,
        entry.kind,
    )


def head_of_report(report: Report) -> ReportHead:
    """Return the head of a report that is at hand."""
    meta = report.meta
    region = meta.region
    return ReportHead(
        report.id,
        report.name,
        meta.title,
        region.name if region else "",
        region.code if region else "",
        region.level.value if region else "",
        meta.year,
        meta.kind,
    )


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a text is shared; counted in letters.

    Attributes:
        letters: Letters of the clauses that were held against others.
        own: Of these, letters of clauses that the region's report before has too.
        others: Letters of clauses that reports of other regions have too.
        either: Letters of clauses that one of both has.
    """

    letters: int
    own: int
    others: int
    either: int

    def rate(self, letters: int) -> float | None:
        """Return a number of letters as a share, None where there is no text."""
        return letters / self.letters if self.letters else None


@dataclass(frozen=True, slots=True)
class ReportShare:
    """How much of a report stands elsewhere in nearly the same words.

    Attributes:
        report: The report.
        before: The region's report of the nearest earlier year, None where none is there.
        compared: How many reports of other regions it was held against.
        share: Of the whole report; ``own`` is 0 without a report before.
    """

    report: ReportHead
    before: ReportHead | None
    compared: int
    share: Share


@dataclass(frozen=True, slots=True)
class YearShare:
    """The reports of a year together.

    Attributes:
        year: The year.
        reports: How many there are.
        share: Of all their text.
        followed: How many have a report before.
        followed_letters: The letters of these, of which ``share.own`` is a part.
    """

    year: int
    reports: int
    share: Share
    followed: int
    followed_letters: int

    @property
    def own_rate(self) -> float | None:
        """Share that stands in the report before, of those that have one; None without any."""
        return self.share.own / self.followed_letters if self.followed_letters else None


@dataclass(frozen=True, slots=True)
class SharedClause:
    """A clause that stands elsewhere too.

    Attributes:
        span: Where it stands.
        section: Index of its section, None before the first.
        letters: Its letters.
        own: The region's report before has it.
        regions: How many other regions have it in any report.
        reports: How many reports of other regions have it.
        family: Number by which ``Elsewhere`` are asked for.
    """

    span: Span
    section: int | None
    letters: int
    own: bool
    regions: int
    reports: int
    family: int


@dataclass(frozen=True, slots=True)
class SectionShare:
    """How much of a section of a report, with what stands under it, is shared.

    Attributes:
        section: Index of a section of level 1 or 2, None for what stands before the first.
        share: How much of it.
    """

    section: int | None
    share: Share


@dataclass(frozen=True, slots=True)
class SharedText:
    """How much of many reports stands elsewhere.

    Attributes:
        reports: Each report, by year and region.
        years: The same by year.
    """

    reports: tuple[ReportShare, ...]
    years: tuple[YearShare, ...]


@dataclass(frozen=True, slots=True)
class ReportTextShare:
    """How much of one report stands elsewhere.

    Attributes:
        whole: The report.
        sections: Its sections of the first two levels.
        clauses: What stands elsewhere, in the order of the text.
    """

    whole: ReportShare
    sections: tuple[SectionShare, ...]
    clauses: tuple[SharedClause, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place of a clause.

    Attributes:
        report: The report it stands in.
        span: Where.
        quote: Its words there.
        likeness: How much of their words both have in common, 1 for word for word.
    """

    report: ReportHead
    span: Span
    quote: str
    likeness: float
