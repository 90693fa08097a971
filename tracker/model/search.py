"""What is looked for in reports (检索), and the places that hold it (命中)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.report import ReportKind
from tracker.model.span import Span


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        text: Words, all of which must stand in one sentence; what is in quotation marks is one
            phrase. A regular expression where ``regex`` says so.
        regex: ``text`` is one regular expression.
        whole_words: Hits begin and end where words do: 苏州 is not found in 姑苏州县.
    """

    text: str
    regex: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Which reports, and which parts of them, are looked through; empty means all.

    Attributes:
        years: Years that reports plan for.
        regions: Parts of official names of regions (苏州).
        kinds: Kinds of document.
        roles: Roles of the lines.
    """

    years: frozenset[int] = frozenset()
    regions: tuple[str, ...] = ()
    kinds: frozenset[ReportKind] = frozenset()
    roles: frozenset[Role] = frozenset()

    def admits(self, region: str, year: int | None, kind: ReportKind) -> bool:
        """Tell whether a report of this region, year and kind is looked through."""
        return (
            (not self.years or year in self.years)
            and (not self.regions or any(name in region for name in self.regions))
            and (not self.kinds or kind in self.kinds)
        )


EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds everything that is looked for; spans are source spans.

    Attributes:
        span: The sentence, or the row of a table.
        quote: Its source characters.
        matches: What was found in it, in order, at least one.
        line: 1-based line on which it begins.
        end_line: Line on which it ends.
        page: Page on which it begins, None for a file without pages.
        section: Heading that it stands under, "" before the first.
        role: What its lines are for.
    """

    span: Span
    quote: str
    matches: tuple[Span, ...]
    line: int
    end_line: int
    page: int | None
    section: str
    role: Role

    def around(self, match: Span) -> tuple[str, str, str]:
        """Return what stands before a match, the match, and what follows, within the sentence."""
        start, end = match.start - self.span.start, match.end - self.span.start
        return self.quote[:start], self.quote[start:end], self.quote[end:]


@dataclass(frozen=True, slots=True)
class ReportHits:
    """All hits of one report, in the order of its text."""

    report_id: ReportId
    hits: tuple[Hit, ...]

    @property
    def matches(self) -> tuple[Span, ...]:
        """Everything that was found, in order."""
        return tuple(match for hit in self.hits for match in hit.matches)


class Order(StrEnum):
    """In what order a library tells the reports that hold what is looked for."""

    RELEVANCE = "relevance"
    """Those first that speak of it most, by their length."""
    NEWEST = "newest"
    """The latest years first."""
    LIBRARY = "library"
    """By region and year."""


class FoundReport(NamedTuple):
    """A report that holds what is looked for; every report of a library may be one.

    Attributes:
        report_id: The report.
        n_paragraphs: How many of its paragraphs hold it.
    """

    report_id: ReportId
    n_paragraphs: int
