"""Report (报告): the source text once, everything else spans into it."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from tracker.model.canonical import CanonicalText, Passage
from tracker.model.diagnostic import Diagnostic
from tracker.model.ids import ReportId
from tracker.model.outline import ColumnRole, Part, Role, Section, Table
from tracker.model.span import Span


class ReportKind(StrEnum):
    """What kind of document it is."""

    GOVERNMENT_WORK_REPORT = "government_work_report"
    PLAN_REPORT = "plan_report"
    BUDGET_REPORT = "budget_report"
    TASK_LIST = "task_list"
    """Who does what of a report or a programme, and by when (重点任务分解)."""
    PROGRESS_LIST = "progress_list"
    """What became of the tasks of a list, each beside its task (重点任务完成情况)."""
    BULLETIN = "statistical_bulletin"
    """Figures of a year that is over (统计公报)."""
    WORK_SUMMARY = "work_summary"
    """What a department did, often with what it will do (工作总结和工作计划)."""
    OTHER = "other"


def looked_back_on(kind: ReportKind, year: int | None, title: str) -> int | None:
    """Return the year that a document looks back on, None where its year is unknown.

    A report of 2023 looks back on 2022. A bulletin of 2022, a list of what became of its tasks,
    and a document that is no report, tell of the year that their title names; so does a summary,
    unless its title names it as that of its plan (2022年工作总结和2023年工作计划 is of 2023).
    """
    if year is None:
        return None
    if kind in (ReportKind.BULLETIN, ReportKind.PROGRESS_LIST, ReportKind.OTHER):
        return year
    if kind is ReportKind.WORK_SUMMARY and not plans_for(title, year):
        return year
    return year - 1


def planned_for(kind: ReportKind, year: int | None, title: str) -> int | None:
    """Return the year that what a document plans is for, None where its year is unknown.

    A report, or a list of tasks, plans for its own year, a summary of 2022 for 2023; to a bulletin
    of 2022 what is of 2023 lies ahead.
    """
    if kind in (ReportKind.WORK_SUMMARY, ReportKind.BULLETIN):
        back = looked_back_on(kind, year, title)
        return None if back is None else back + 1
    return year


def answers_for(kind: ReportKind, year: int | None, title: str, promised: int) -> int | None:
    """Return the year a document looks back on, None where it cannot answer promises of a year.

    A list of tasks looks back on nothing; what is no report, and of the year itself, more often
    repeats its plan (一图读懂).

    Args:
        kind: Kind of the document.
        year: The year that it names.
        title: Its title.
        promised: The year that the promises were made for.
    """
    if kind is ReportKind.TASK_LIST or (
        kind is ReportKind.OTHER and (year is None or year <= promised)
    ):
        return None
    back = looked_back_on(kind, year, title)
    return back if back is not None and back >= promised else None


_PLANS = re.compile(
    r"(20\d\d)年(?:(?!总结|回顾)[^年]){0,16}?(?:计划|打算|思路|安排|要点|谋划|部署)"
)


def plans_for(title: str, year: int) -> bool:
    """Tell whether a title names a year as the one that is planned for (2023年工作计划)."""
    return str(year) in _PLANS.findall(title)


class RegionLevel(StrEnum):
    """Level of an administrative division (行政区划)."""

    NATIONAL = "national"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative division.

    Attributes:
        name: Official names from the province down, joined (江苏省苏州市); 中国 for the state.
        level: Its level.
        code: Division code of GB/T 2260 (six digits) under which the place is listed today, its
            last one where it was merged into another; "000000" for the state, "" for a zone
            that has none.
    """

    name: str
    level: RegionLevel
    code: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a report says about it; "" or None where it says nothing.

    Attributes:
        title: Title as printed, white space taken out.
        region: Whose report it is.
        year: The year the report plans for; of a bulletin the year that it tells of, of a summary
            the one that its title names last.
        kind: Work report, plan report, list of tasks, bulletin, …
        date: Day of delivery.
        meeting: Name of the meeting as printed.
        speaker: Person who delivers it.
        office: Office as printed (市长, 区人民政府代区长, 市发展和改革委员会).
    """

    title: str
    region: Region | None
    year: int | None
    kind: ReportKind
    date: date | None
    meeting: str
    speaker: str
    office: str

    @property
    def back_year(self) -> int | None:
        """Year that it looks back on, None where unknown."""
        return looked_back_on(self.kind, self.year, self.title)

    @property
    def plan_year(self) -> int | None:
        """Year that what it plans is for, None where unknown."""
        return planned_for(self.kind, self.year, self.title)


@dataclass(frozen=True)
class Report:
    """One report, read.

    Attributes:
        id: SHA-256 of the original bytes.
        name: File name it was read from.
        text: Source text, decoded; line ends are line feeds.
        canonical: Canonical text for the stages, with the way back to ``text``.
        noise: 1-based lines that are no part of the report.
        broken: Pairs of lines of which the second continues the sentence of the first.
        parts: Roles by lines, in order, over every line that is not empty.
        sections: Outline in document order.
        tables: Tables in document order.
        meta: Title, region, year, …
        diagnostics: What the reader is unsure of.
        pages: 1-based page on which each line begins, 0 where none is known; empty for a file
            without pages.
    """

    id: ReportId
    name: str
    text: str
    canonical: CanonicalText
    noise: tuple[int, ...]
    broken: tuple[tuple[int, int], ...]
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    meta: Metadata
    diagnostics: tuple[Diagnostic, ...]
    pages: tuple[int, ...] = ()

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of every line."""
        starts = [0]
        starts.extend(i + 1 for i, c in enumerate(self.text) if c == "\n")
        return tuple(starts)

    def line_of(self, position: int) -> int:
        """Return the 1-based line of a source position."""
        return bisect_right(self.line_starts, position)

    def page_of(self, position: int) -> int | None:
        """Return the 1-based page of a source position; None for a file without pages."""
        return self.pages[self.line_of(position) - 1] or None if self.pages else None

    def lines_of(self, span: Span) -> tuple[int, int]:
        """Return the 1-based first and last line of a span."""
        return self.line_of(span.start), self.line_of(max(span.start, span.end - 1))

    def line_span(self, line: int) -> Span:
        """Return the span of a 1-based line, without its line feed."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Span(start, end)

    def quote(self, span: Span) -> str:
        """Return the source characters of a span."""
        return self.text[span.start : span.end]

    def passage(self, span: Span) -> Passage:
        """Return the canonical text of a source span, with the way back."""
        return self.canonical.passage(span)

    @property
    def answers_for_itself(self) -> bool:
        """A table sets targets beside their results, or tasks beside their progress.

        Those of one year, that it looks back on.
        """
        return any(table.tells_progress for table in self.tables) or any(
            {c.year for c in table.columns if c.role is ColumnRole.TARGET}
            & {c.year for c in table.columns if c.role is ColumnRole.RESULT}
            for table in self.tables
        )

    @cached_property
    def _told_rows(self) -> tuple[tuple[int, int, tuple[int, int]], ...]:
        """Start and end of the cells of tasks and of their progress, and the row of each."""
        wanted = (ColumnRole.TASK, ColumnRole.INDICATOR, ColumnRole.RESULT)
        return tuple(
            sorted(
                (cell.span.start, cell.span.end, (at, number))
                for at, table in enumerate(self.tables)
                if table.tells_progress
                for number, row in enumerate(table.rows)
                for cell, column in zip(row, table.columns, strict=True)
                if cell is not None and column.role in wanted
            )
        )

    def told_row(self, position: int) -> tuple[int, int] | None:
        """Return the table and the row of a task or its progress; None outside such tables."""
        at = bisect_right(self._told_rows, position, key=lambda cell: cell[0]) - 1
        if at < 0 or self._told_rows[at][1] <= position:
            return None
        return self._told_rows[at][2]

    @cached_property
    def _part_starts(self) -> tuple[int, ...]:
        return tuple(part.first_line for part in self.parts)

    @cached_property
    def _crowded_lines(self) -> frozenset[int]:
        """Lines that hold several top sections: a report without its line breaks."""
        tops = Counter(self.line_of(s.span.start) for s in self.sections if s.level == 1)
        return frozenset(line for line, times in tops.items() if times > 1)

    def role_at(self, position: int) -> Role:
        """Return the role of the line that holds a source position (noise where none is given).

        Where a line holds several parts, the section at the position says it.
        """
        line = self.line_of(position)
        if line in self._crowded_lines:
            section = self.section_at(position)
            return section.role if section else Role.FRONT
        at = bisect_right(self._part_starts, line) - 1
        if at >= 0 and self.parts[at].last_line >= line:
            return self.parts[at].role
        return Role.NOISE

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple(section.span.start for section in self.sections)

    def section_at(self, position: int) -> Section | None:
        """Return the deepest section that holds a source position.

        Sections nest, so it is the last that begins before the position, or one above that.
        """
        at = bisect_right(self._section_starts, position) - 1
        section = self.sections[at] if at >= 0 else None
        while section is not None and section.span.end <= position:
            section = None if section.parent is None else self.sections[section.parent]
        return section

    def children(self, section: Section) -> tuple[Section, ...]:
        """Return the sections directly below one."""
        return tuple(s for s in self.sections if s.parent == section.index)
