"""Reports that are nearest to one (相近报告), and why."""

from dataclasses import dataclass

from tracker.model.shared_text import ReportHead
from tracker.model.span import Span


@dataclass(frozen=True, slots=True)
class ReportTopics:
    """What a report and each of its sections speaks of, as directions in the space of topics.

    Attributes:
        whole: Direction of all its text (32-bit floats).
        sections: Indexes of its smallest sections (16 bits each).
        directions: Their directions, one after the other (signed bytes, of length 127).
    """

    whole: bytes
    sections: bytes
    directions: bytes


@dataclass(frozen=True, slots=True)
class CommonTopic:
    """A topic that both reports have a section on.

    Attributes:
        here: Index of the section in the report that was asked for.
        there: Index of the section in the other report.
        likeness: How near the two are, 0 to 1.
    """

    here: int
    there: int
    likeness: float


@dataclass(frozen=True, slots=True)
class CommonClause:
    """A clause that both reports have in nearly the same words.

    Attributes:
        here: Where it stands in the report that was asked for.
        there: Where it stands in the other one.
    """

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class NearReport:
    """A report that is near to one.

    Attributes:
        report: The report.
        likeness: What reports are ranked by, 0 to 1: ``topics`` and ``words`` together.
        topics: How near the topics of both are, once what all reports have in common is taken out.
        words: Share of the letters of the shorter one in clauses that both have.
        clauses: How many clauses that are.
    """

    report: ReportHead
    likeness: float
    topics: float
    words: float
    clauses: int


@dataclass(frozen=True, slots=True)
class Common:
    """What two reports have in common.

    Attributes:
        topics: Sections on the same topics, the nearest first.
        clauses: Clauses in nearly the same words, in the order of the report that was asked for.
    """

    topics: tuple[CommonTopic, ...]
    clauses: tuple[CommonClause, ...]
