"""Figures of a whole report (报告总体数据): how much was promised, and how it was answered.

The feedback rate (反馈率) follows 杨君, 中国行政管理 2013(5): of the quantified promises of a
report the share that the next one answers; by hand he found 1,518 of 2,257 (67 %) in 150 reports of
15 cities, 2002 to 2011.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.commitment import Commitment, Statement, StatementKind
from tracker.model.ids import ReportId
from tracker.model.measure import MeasureKind
from tracker.model.report import Report
from tracker.model.tracking import Answered, Verdict


class Grouping(StrEnum):
    """What promises are counted by."""

    REPORT = "report"
    KIND = "kind"
    ROLE = "role"
    PART = "part"
    """The top heading that a promise stands under."""
    SECTION = "section"
    """The heading of the second level."""


@dataclass(frozen=True)
class ReportFigures:
    """Counts over the promises of one report, or of one group of them.

    A person's mark outranks the machine's verdict wherever something is counted.

    Attributes:
        earlier: The report that promises.
        laters: The reports it was judged by.
        region: Its region, "" where unknown.
        year: The year it plans for.
        later_year: The year after the one that those look back on: the next one, unless reports
            are missing between.
        grouping: What ``group`` is.
        group: Which promises are counted: a kind, role or heading; "" for all.
        promises: How many there are.
        kinds: How many of each kind.
        verdicts: How many stand at each verdict.
        answers: How many were answered in each way.
        quantified: How many promise a figure that is due by the year looked back on.
        quantified_answered: How many of these are answered, directly, by implication or vaguely.
        quantified_plainly: How many of these are answered directly or by implication.
        exceeded: How many were passed by more than their tolerance.
        restated: How many stand again in a later plan.
        marked: How many verdicts are a person's.
    """

    earlier: ReportId
    laters: tuple[ReportId, ...]
    region: str
    year: int | None
    later_year: int | None
    grouping: Grouping
    group: str
    promises: int
    kinds: Mapping[StatementKind, int]
    verdicts: Mapping[Verdict, int]
    answers: Mapping[Answered, int]
    quantified: int
    quantified_answered: int
    quantified_plainly: int
    exceeded: int
    restated: int
    marked: int

    @property
    def missing_years(self) -> int:
        """Years between the report and those that judge it of which none is there.

        Where there are any, few promises can be answered by a figure of their own year: there is
        no feedback rate, and verdicts do not compare with those of reports that follow each other.
        """
        if self.year is None or self.later_year is None:
            return 0
        return max(self.later_year - self.year - 1, 0)

    @property
    def by_next(self) -> bool:
        """Whether the next report judges it; without that there is no feedback rate."""
        return answered_next(self.year, self.later_year)

    @property
    def feedback_rate(self) -> float | None:
        """Share of the quantified promises that the next report answers.

        None where there are none, and where the next report is missing: what a later one answers
        stands in ``quantified_answered``, and is no feedback rate.
        """
        return self._share(self.quantified_answered)

    @property
    def plain_rate(self) -> float | None:
        """Share of them that it answers so that it can be checked; None as for the other."""
        return self._share(self.quantified_plainly)

    def _share(self, answered: int) -> float | None:
        return answered / self.quantified if self.quantified and self.by_next else None


def answered_next(year: int | None, later_year: int | None) -> bool:
    """Tell whether a report is judged by the next one, as 杨君's feedback rate has it.

    Over a missing year few promises can be answered: there is no rate then, of the report itself
    or as a part of one of several.

    Args:
        year: The year that a report plans for.
        later_year: The year after the one that those look back on that judge it.
    """
    return year is not None and later_year is not None and later_year - year <= 1


def heading_above(statement: Statement, report: Report, deepest: int = 2) -> str:
    """Return the heading that a promise is counted under, "" where it stands under none.

    Args:
        statement: The promise.
        report: Its report.
        deepest: Level of the deepest headings that count.
    """
    section = None if statement.section is None else report.sections[statement.section]
    while section is not None and section.level > deepest and section.parent is not None:
        section = report.sections[section.parent]
    return section.heading if section is not None else ""


def is_quantified(commitment: Commitment, report: Report) -> bool:
    """Tell whether a promise gives a figure that is due by the end of the report's own year.

    A goal for later years is no promise that the next report has to answer, and a figure that only
    describes (56个民族, 35项实事) is none that is promised.
    """
    year, due = report.meta.year, commitment.due
    in_time = year is None or due is None or due <= year
    statement = commitment.statement
    counted = statement.kind in (StatementKind.TARGET, StatementKind.QUOTA)
    given = any(m.value is not None and m.kind is not MeasureKind.OTHER for m in statement.measures)
    return in_time and counted and given
