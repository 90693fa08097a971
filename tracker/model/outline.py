"""Outline (大纲) of a report: parts by role, sections by heading, tables.

Roles follow the annotation guide of the gold data (``tests/gold/GUIDE.md``).
"""

from dataclasses import dataclass
from enum import StrEnum

from tracker.model.span import Span


class Role(StrEnum):
    """What a stretch of a report is for."""

    FRONT = "front"
    """Title, date, speaker, salutation."""
    REVIEW = "review"
    """What was done (工作回顾)."""
    PROBLEMS = "problems"
    """Difficulties that are admitted (困难和问题)."""
    OUTLOOK = "outlook"
    """Goals of several years, general requirements, guiding ideology (总体要求)."""
    TARGETS = "targets"
    """The coming year's headline targets (主要预期目标)."""
    PLAN = "plan"
    """The coming year's tasks (工作安排)."""
    SELF = "self"
    """Government's own work in the coming year (政府自身建设)."""
    CLOSING = "closing"
    """Thanks and rallying words."""
    GLOSSARY = "glossary"
    """名词解释."""
    TABLE = "table"
    """Rows of a table."""
    NOISE = "noise"
    """Watermarks, page furniture, counters."""


FORWARD_ROLES = frozenset({Role.TARGETS, Role.PLAN, Role.SELF, Role.OUTLOOK})
"""Roles that look forward: commitments stand here."""

BACKWARD_ROLES = frozenset({Role.REVIEW})
"""Roles that look back: outcomes stand here."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it (章节).

    Attributes:
        index: Position in ``Report.sections`` (document order).
        level: 1 (top part), 2 or 3 (topic).
        number: Number as written (``一、``, ``（一）``, ``1.``, ``一是``) or "".
        heading: Heading alone, verbatim source text without number and following body.
        heading_span: Where ``heading`` stands.
        span: Heading with everything under it, sections below included.
        own: Text of this section before its first subsection (empty span when there is none).
        run_in: Body text follows on the heading's line.
        role: What the section is for.
        parent: Index of the section above, None at level 1.
        reason: Why it was taken for a heading of this level and role, in English, for the log.
    """

    index: int
    level: int
    number: str
    heading: str
    heading_span: Span
    span: Span
    own: Span
    run_in: bool
    role: Role
    parent: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Consecutive source lines of one role (1-based, both ends included)."""

    first_line: int
    last_line: int
    role: Role


class ColumnRole(StrEnum):
    """What a table column holds."""

    GROUP = "group"
    NUMBER = "number"
    INDICATOR = "indicator"
    UNIT = "unit"
    TARGET = "target"
    RESULT = "result"
    TASK = "task"
    """What shall be done (工作任务)."""
    BODY = "body"
    """Who does it (责任单位)."""
    DUE = "due"
    """By when (完成时限)."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """Head of a table column.

    Attributes:
        title: Canonical text of the head; lines, and the heads above one another, joined.
        role: What stands below.
        year: Year that the targets or results below are of, as far as the table says.
        unit: Unit that the head gives (``年均增长（%）``), or "".
    """

    title: str
    role: ColumnRole
    year: int | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: canonical text (broken lines joined) and where it stands in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表) with one cell or None per column in each row.

    Attributes:
        caption: Canonical text of its caption, or "".
        span: From its caption, or its first cell, to its last cell.
        columns: Heads of the columns.
        rows: Cells below the heads.
        unit: Unit that holds for the whole table (``单位：亿元``), or "".
        parents: For each row the name of the indicator that it is a part of (``其中：``), or None.
            In a table of tasks the rows that head a group of them stand among the others: their
            first cell is their own parent.
    """

    caption: str
    span: Span
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    unit: str = ""
    parents: tuple[Cell | None, ...] = ()

    @property
    def is_of_tasks(self) -> bool:
        """It lists tasks with who does them, by when, or what became of them (重点任务分解表)."""
        return any(column.role is ColumnRole.TASK for column in self.columns)

    @property
    def tells_progress(self) -> bool:
        """It says of the tasks that it lists what became of them (完成情况)."""
        return self.is_of_tasks and any(c.role is ColumnRole.RESULT for c in self.columns)
