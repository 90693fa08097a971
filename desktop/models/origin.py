"""Where the words of a text on the screen come from (出处): a report, two of them, or a section.

What is ``shown`` is counted in the characters of the screen, what is ``source`` in those of a
report. Tools that act on passages know these ways alone, whatever is shown of a report.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from desktop.models.words import year_name
from tracker.model.span import Span

if TYPE_CHECKING:
    from desktop.models.inline_text import InlineText
    from desktop.models.topic_thread import ColumnText
    from tracker.model.ids import ReportId
    from tracker.model.report import Report


class Origin(Protocol):
    """What a text shows of its reports."""

    @property
    def subject(self) -> Report:
        """The report that is read."""

    @property
    def searched(self) -> Report:
        """What is shown, in the form of a report: what is looked for is found where it is seen."""

    @property
    def name(self) -> str:
        """How the text is told from those beside it, in one word."""

    def source(self, shown: Span) -> tuple[Report, Span] | None:
        """Return which words a stretch quotes; None where it is of no report."""

    def source_position(self, shown: int) -> int:
        """Return the character of the subject that is read at a place."""

    def shown(self, report: ReportId, source: Span) -> Span | None:
        """Return where words of a report are seen; None where they are not."""


@dataclass(frozen=True)
class WholeReport:
    """A report as it was written."""

    subject: Report

    @property
    def searched(self) -> Report:
        """The report itself."""
        return self.subject

    @property
    def name(self) -> str:
        """Its year."""
        return year_name(self.subject.meta.year)

    def source(self, shown: Span) -> tuple[Report, Span]:
        """Return the words themselves."""
        return self.subject, shown

    def source_position(self, shown: int) -> int:
        """Return the place itself."""
        return shown

    def shown(self, report: ReportId, source: Span) -> Span | None:
        """Return the words themselves; None for those of another report."""
        return source if report == self.subject.id else None


@dataclass(frozen=True)
class RunningReports:
    """Two reports in one column; the later one is read."""

    inline: InlineText

    @property
    def subject(self) -> Report:
        """The later report."""
        return self.inline.comparison.later

    @cached_property
    def searched(self) -> Report:
        """The running text."""
        return self.inline.as_report()

    @property
    def name(self) -> str:
        """The year of the later report."""
        return year_name(self.subject.meta.year)

    def source(self, shown: Span) -> tuple[Report, Span] | None:
        """Return words of the later report, or else what was dropped."""
        found = self.inline.sources(shown)
        return (found[0][0], Span(found[0][1].start, found[-1][1].end)) if found else None

    def source_position(self, shown: int) -> int:
        """Return the character of the later report that is read at a place."""
        return self.inline.later_position(shown)

    def shown(self, report: ReportId, source: Span) -> Span | None:
        """Return where words are seen: of the earlier report only those that were dropped."""
        later = report == self.subject.id
        if not later and report != self.inline.comparison.earlier.id:
            return None
        found = self.inline.shown(source, later=later, dropped_only=not later)
        return found[0] if found else None


@dataclass(frozen=True)
class SectionOfReport:
    """One section of a report, and behind it what the report before had and this one has not.

    Attributes:
        subject: The report.
        column: What is shown.
        name: How the column is headed: by year, or by region.
    """

    subject: Report
    column: ColumnText
    name: str

    @cached_property
    def searched(self) -> Report:
        """All that is shown."""
        return self.column.as_report(self.subject)

    def source(self, shown: Span) -> tuple[Report, Span] | None:
        """Return words of the section, or else what is gone."""
        return self.column.quoted(self.subject, shown)

    def source_position(self, shown: int) -> int:
        """Return the character of the section that is read at a place."""
        held = self.column.source
        return min(held.start + shown, max(held.start, held.end - 1))

    def shown(self, report: ReportId, source: Span) -> Span | None:
        """Return where words of the section are seen, or of what is gone."""
        if report == self.subject.id:
            return self.column.place(source)
        earlier = self.column.earlier
        return self.column.place_gone(source) if earlier and earlier.id == report else None
