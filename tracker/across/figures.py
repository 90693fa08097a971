"""Counting over the promises of a report (总体数据、反馈率).

In: judged promises, with the marks of persons where there are any. Out: how many there are of each
kind, how they were answered and what became of them, for the whole report or by its parts.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from tracker.model.figures import Grouping, ReportFigures, heading_above, is_quantified
from tracker.model.handout import TrackedPromise
from tracker.model.ids import ReportId
from tracker.model.report import Metadata, Report, ReportKind, answers_for
from tracker.model.tracking import Answered, Verdict

_PLAIN = frozenset({Answered.DIRECT, Answered.IMPLIED})
_PLANS_NOTHING = frozenset({ReportKind.OTHER, ReportKind.BULLETIN})
_T = TypeVar("_T")


class Headed(Protocol):
    """What is asked of a report to find those that look back on it."""

    @property
    def id(self) -> ReportId:
        """Hash of its bytes."""

    @property
    def meta(self) -> Metadata:
        """What its head says about it."""


_R = TypeVar("_R", bound=Headed)


def consecutive(reports: Sequence[_R]) -> tuple[tuple[_R, tuple[_R, ...]], ...]:
    """Return each report with those of its region that look back on it.

    These are the documents that look back on its year (the report of the year after, the bulletin
    of the year itself), or on the next year there is one of. Documents that plan nothing, and
    reports without region or year, stand with none.
    """
    found = []
    for earlier in reports:
        year = earlier.meta.plan_year
        if earlier.meta.kind in _PLANS_NOTHING or year is None:
            continue
        after = [
            (back, later)
            for later in reports
            if later.id != earlier.id
            and _same_region(earlier, later)
            and (back := looked_back_by(later, year)) is not None
        ]
        following = min((back for back, _ in after), default=None)
        if following is not None:
            found.append((earlier, tuple(one for back, one in after if back == following)))
    return tuple(sorted(found, key=_place))


def looked_back_by(later: Headed, promised: int) -> int | None:
    """Return the year a report looks back on, None where it cannot answer promises of a year."""
    meta = later.meta
    return answers_for(meta.kind, meta.year, meta.title, promised)


def _same_region(a: Headed, b: Headed) -> bool:
    one, other = a.meta.region, b.meta.region
    return (
        one is not None
        and other is not None
        and (one.code or one.name) == (other.code or other.name)
    )


def _place(pair: tuple[Headed, tuple[Headed, ...]]) -> tuple[str, str, int, str]:
    meta = pair[0].meta
    region = meta.region
    code, name = (region.code, region.name) if region else ("", "")
    return code, name, meta.year or 0, pair[0].id


def report_figures(
    earlier: Report,
    laters: Sequence[Report],
    promises: Sequence[TrackedPromise],
    by: Grouping = Grouping.REPORT,
) -> tuple[ReportFigures, ...]:
    """Return the figures of a report's promises, a row for each group in the text's order.

    Args:
        earlier: The report that promises.
        laters: The reports it was judged by.
        promises: All its promises, judged, each with its mark if a person made one.
        by: What to count by.
    """
    groups: dict[str, list[TrackedPromise]] = {"": []} if by is Grouping.REPORT else {}
    for promise in promises:
        groups.setdefault(_group(promise, earlier, by), []).append(promise)
    return tuple(_count(earlier, laters, rows, by, group) for group, rows in groups.items())


def _group(promise: TrackedPromise, report: Report, by: Grouping) -> str:
    statement = promise.tracking.commitment.statement
    if by is Grouping.REPORT:
        return ""
    if by is Grouping.KIND:
        return statement.kind.value
    if by is Grouping.ROLE:
        return statement.role.value
    return heading_above(statement, report, 1 if by is Grouping.PART else 2)


def _count(
    earlier: Report,
    laters: Sequence[Report],
    rows: Sequence[TrackedPromise],
    by: Grouping,
    group: str,
) -> ReportFigures:
    quantified = [row for row in rows if is_quantified(row.tracking.commitment, earlier)]
    answers = [answered(row) for row in quantified]
    region, year = earlier.meta.region, earlier.meta.plan_year
    back = [looked_back_by(one, year) for one in laters if one.id != earlier.id] if year else []
    return ReportFigures(
        earlier=earlier.id,
        laters=tuple(later.id for later in laters),
        region=region.name if region else "",
        year=year,
        later_year=min((one + 1 for one in back if one is not None), default=None),
        grouping=by,
        group=group,
        promises=len(rows),
        kinds=_counts(rows, lambda row: row.tracking.commitment.statement.kind),
        verdicts=_counts(rows, lambda row: row.verdict),
        answers=_counts(rows, answered),
        quantified=len(quantified),
        quantified_answered=sum(answer is not Answered.SILENT for answer in answers),
        quantified_plainly=sum(answer in _PLAIN for answer in answers),
        exceeded=sum(_surpassed(row) for row in rows),
        restated=sum(row.tracking.restated for row in rows),
        marked=sum(_marked(row) is not None for row in rows),
    )


def _counts(rows: Sequence[TrackedPromise], of: Callable[[TrackedPromise], _T]) -> dict[_T, int]:
    return dict(Counter(of(row) for row in rows))


def _marked(row: TrackedPromise) -> Verdict | None:
    return row.mark.verdict if row.mark else None


def _surpassed(row: TrackedPromise) -> bool:
    return row.tracking.exceeded and row.verdict is Verdict.FULFILLED


def answered(row: TrackedPromise) -> Answered:
    """Return how a promise was answered, by a person's mark where there is one.

    A mark says what became of a promise, not how it was said: the machine's way stands, unless it
    found nothing where the person did, or something where the person did not.
    """
    machine, marked = row.tracking.answered, _marked(row)
    if marked is None or marked is Verdict.PENDING:
        return machine
    if marked is Verdict.NOT_REPORTED:
        return Answered.SILENT
    if machine is Answered.SILENT:
        return Answered.VAGUE if marked is Verdict.UNDETERMINED else Answered.DIRECT
    return machine
