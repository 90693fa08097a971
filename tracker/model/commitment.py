"""Commitments (承诺事项) and outcomes (完成情况): the same reading of two kinds of text.

``力争净增国家高新技术企业3000家`` in a plan is a commitment, ``净增高新技术企业2720家`` in a review
an outcome. Both are a ``Statement``: what is spoken of, what is done to it, and how much.
"""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from tracker.model.ids import CommitmentId, OutcomeId, ReportId
from tracker.model.measure import Measure
from tracker.model.outline import Role
from tracker.model.span import Span


class StatementKind(StrEnum):
    """Headline target, counted deliverable, named project, or checkable action."""

    TARGET = "target"
    QUOTA = "quota"
    PROJECT = "project"
    ACTION = "action"


class Milestone(IntEnum):
    """How far a project is, in order (谋划 < 前期 < 开工 < 在建 < 完工/通车 < 投用)."""

    PLANNED = 1
    PREPARED = 2
    STARTED = 3
    BUILDING = 4
    COMPLETED = 5
    IN_USE = 6


class Firmness(StrEnum):
    """How firmly a promise is made (确保 > plain > 力争 > 争取 > 探索)."""

    ENSURE = "ensure"
    PLAIN = "plain"
    STRIVE = "strive"
    SEEK = "seek"
    EXPLORE = "explore"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a report and where they stand.

    Attributes:
        span: Source span.
        quote: Source text of ``span``.
    """

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that says what is, or will be, done to what, and how much.

    Attributes:
        report_id: Report it stands in.
        span: Source span of the finding.
        quote: Source text of ``span``.
        object: What is spoken of, in the text's words (太仓港疏港铁路专用线).
        kind: Target, quota, project or action.
        role: Role of the part it stands in.
        section: Index of the deepest section, or None.
        verb: The word that says what is done (建成, 新增, 加快推进), or "".
        milestone: How far it is or shall be, where the verb says so.
        measures: Quantities, in the order of the text.
        beneficiaries: Whom it is for, in the text's words (居民20万人), or "".
        clause: The clause that lists it with others under one verb (新建绿地1200公顷、城市绿道|
            200公里), None where ``quote`` says all by itself.
    """

    report_id: ReportId
    span: Span
    quote: str
    object: str
    kind: StatementKind
    role: Role
    section: int | None
    verb: str
    milestone: Milestone | None
    measures: tuple[Measure, ...]
    beneficiaries: str = ""
    clause: Quotation | None = None

    @property
    def told(self) -> Quotation:
        """What a person reads: the clause of its list where it is an item of one."""
        return self.clause or Quotation(self.span, self.quote)


_OF_ITS_YEAR = re.compile("年内|全年|[本当今每]年|长期|持续|常年|常态")
"""Time limits that read as they are: the year before 年内持续推进 would make no sentence."""


class Status(StrEnum):
    """What a list says became of a task, in a word (已完成、基本完成、正在推进、未完成)."""

    DONE = "done"
    MOSTLY = "mostly"
    GOING = "going"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise.

    Attributes:
        id: Stable over runs.
        statement: What is promised.
        due: Year by whose end it is due, None where the text leaves it open.
        firmness: How firmly it is promised.
        body: Responsible body (责任单位) where the text names one, or "".
        deadline: Words of the time limit (12月底前完成) where a list of tasks gives one, or "".
        by_hand: A person added it or set it right.
    """

    id: CommitmentId
    statement: Statement
    due: int | None
    firmness: Firmness
    body: str
    deadline: str = ""
    by_hand: bool = False

    @property
    def due_text(self) -> str:
        """When it is due, for people: 2021, 2021 9月底前, 2022年6月, 年内持续推进, or ""."""
        if self.due is None or str(self.due) in self.deadline or _OF_ITS_YEAR.match(self.deadline):
            return self.deadline
        return f"{self.due} {self.deadline}".rstrip()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A reported result.

    Attributes:
        id: Stable over runs.
        statement: What is reported.
        year: Year it speaks of (the last one of a term), None where unknown.
        cumulative: It speaks of a stock or of several years (累计, 五年来).
        provisional: It is an estimate or covers part of the year (预计, 前三季度, 1～11月).
        firmness: How firmly it was meant where the review repeats the promise's word (力争).
        body: Responsible body where the text names one, or "".
        status: What became of a task by the progress column of its list; None elsewhere, and where
            the column says it in no word.
    """

    id: OutcomeId
    statement: Statement
    year: int | None
    cumulative: bool
    provisional: bool
    firmness: Firmness = Firmness.PLAIN
    body: str = ""
    status: Status | None = None
