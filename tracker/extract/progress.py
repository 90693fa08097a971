"""What became of the tasks of a list, as it says beside them (重点任务 | 完成情况).

In: a report with a table of tasks that has a column of progress. Out: an outcome for each promise
of a row, named by the promise, with the words of the progress cell and its figures; what the cell
tells beside that is an outcome of its own: ``新建养老床位1000张 | 已完成，新建1200张``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.periods import is_provisional
from tracker.extract.statements import read_passage
from tracker.extract.task_lists import says, tasks_by_row
from tracker.model.canonical import Passage
from tracker.model.commitment import Outcome, Statement, Status
from tracker.model.ids import OutcomeId
from tracker.model.measure import Comparison, Measure
from tracker.model.outline import Cell, ColumnRole, Role, Table
from tracker.model.report import Report
from tracker.text.numerals import find_quantities
from tracker.text.progress import status_of

_PART_OF_A_YEAR = re.compile(
    "半年|季度|[一二三]季|[1-9]月份|前[一二三四五六七八九十]+个月|截[至止]"
)

_GOAL = re.compile("(?:目标|任务|计划)(?:任务)?[数量]?$|占年度$")
_LEAST_SHARED = 0.4
"""日间照料中心 shares one pair in five with 夜间照护床位."""


def progress_outcomes(report: Report, lexicon: ExtractLexicon) -> Iterator[Outcome]:
    """Yield what a report's lists say became of their tasks.

    A list of half a year tells for good only of what is done.
    """
    early = bool(_PART_OF_A_YEAR.search(report.meta.title))
    for table in report.tables:
        if not table.tells_progress:
            continue
        for row, tasks in tasks_by_row(report, table, lexicon):
            for cell, year, own in _told(report, table, row):
                status = status_of(report.passage(cell.span).text)
                if early and status is not Status.DONE:
                    continue
                named = _of_row(report, cell, tasks if own else (), status, lexicon)
                yield from (replace(outcome, year=year) for outcome in named)


def _told(
    report: Report, table: Table, row: tuple[Cell | None, ...]
) -> Iterator[tuple[Cell, int | None, bool]]:
    """Yield the cells of progress of a row, the year they tell of, and whether it is the tasks'."""
    due = (
        next((c.year for c in table.columns if c.role is ColumnRole.TASK and c.year), None)
        or report.meta.plan_year
    )
    for cell, column in zip(row, table.columns, strict=True):
        if cell is not None and column.role is ColumnRole.RESULT and says(cell):
            year = column.year or due
            yield cell, year, year == due


def _of_row(
    report: Report,
    cell: Cell,
    tasks: Sequence[Draft],
    status: Status | None,
    lexicon: ExtractLexicon,
) -> Iterator[Outcome]:
    """Yield the outcomes of a cell: one for each task of its row, and what else it tells."""
    passage = report.passage(cell.span)
    read = read_passage(report, passage, Role.REVIEW, lexicon)
    told = [d for d in read if not _only_judges(d)]
    answers: list[list[Draft]] = [[] for _ in tasks]
    for draft in told:
        at = _task_of(draft, tasks)
        if at is not None:
            answers[at].append(draft)
        else:
            yield _outcome(replace(draft.statement, role=Role.TABLE), draft, lexicon)
    for task, own in zip(tasks, answers, strict=True):
        said = task.statement
        statement = replace(
            said,
            span=cell.span,
            quote=report.quote(cell.span),
            role=Role.TABLE,
            verb="".join(own[0].clause.verbs) if own else "",
            milestone=max(
                (d.statement.milestone for d in own if d.statement.milestone), default=None
            ),
            measures=_measures(said, [m for d in own for m in d.statement.measures], passage),
            beneficiaries="",
            clause=None,
        )
        yield replace(_outcome(statement, own[0] if own else task, lexicon), status=status)


def _only_judges(draft: Draft) -> bool:
    """Tell whether a clause names nothing but the goal (完成年度目标的83%)."""
    said = draft.statement
    return bool(_GOAL.search(said.object)) or (
        not said.measures and status_of(said.quote) is not None
    )


def _measures(
    promised: Statement, told: Sequence[Measure], passage: Passage
) -> tuple[Measure, ...]:
    """Return the figures of a cell, of the promised things where they name none of their own.

    已完成4800个 counts what was promised in 个, if the cell counts in it once.
    """
    found = list(told)
    for measure in promised.measures:
        alike = [n for n, m in enumerate(found) if m.unit == measure.unit]
        if len(alike) == 1:
            own = found[alike[0]]
            named = own.indicator and set(own.indicator) & set(measure.indicator)
            found[alike[0]] = own if named else replace(own, indicator=measure.indicator)
        if found or measure.value is None:
            continue
        counted = [q for q in find_quantities(passage.text) if q.unit == measure.unit]
        if len(counted) == 1:
            span = passage.source(counted[0].start, counted[0].end)
            value = counted[0].value
            said = replace(measure, comparison=Comparison.EXACTLY, value=value, value2=None)
            found.append(replace(said, span=span))
    return tuple(found)


def _outcome(statement: Statement, draft: Draft, lexicon: ExtractLexicon) -> Outcome:
    return Outcome(
        OutcomeId(""),
        statement,
        None,
        cumulative=False,
        provisional=is_provisional(draft, lexicon),
        firmness=draft.clause.firmness,
        body=draft.clause.body,
    )


def _task_of(draft: Draft, tasks: Sequence[Draft]) -> int | None:
    """Return which task a part of the cell tells of: the one whose name shares most with its own.

    Where the row has one task only, what names nothing else (已新增1200张) tells of it.
    """
    shared = [_shared(_pairs(draft), _pairs(task)) for task in tasks]
    best = max(shared, default=0.0)
    if best >= _LEAST_SHARED and shared.count(best) == 1:
        return shared.index(best)
    return 0 if len(tasks) == 1 and _names_nothing_else(draft, tasks[0]) else None


def _names_nothing_else(draft: Draft, task: Draft) -> bool:
    units = {m.unit for m in task.statement.measures}
    own = draft.statement.measures
    return not draft.statement.object or (bool(own) and all(m.unit in units for m in own))


def _shared(one: set[str], other: set[str]) -> float:
    """Return the share of the shorter name's pairs of characters that the other holds."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _pairs(draft: Draft) -> set[str]:
    statement = draft.statement
    text = statement.object + "".join(m.indicator for m in statement.measures)
    return {text[i : i + 2] for i in range(len(text) - 1)}
