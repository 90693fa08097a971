"""Promises of lists of tasks, and who is responsible for them by when (任务分解表).

In: a report whose tables have columns of tasks (工作任务 | 责任单位 | 完成时限), or whose
paragraphs end in ``（市发展改革委牵头，12月底前完成）``. Out: a draft for each promise of a task,
read like any clause of a report, and for any place in the text who is responsible for what stands
there. A task of which no clause reads as a promise is one as a whole.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tracker.extract.clauses import read_clause
from tracker.extract.draft import Draft
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.statements import read_passage
from tracker.model.canonical import Passage
from tracker.model.commitment import Statement, StatementKind
from tracker.model.outline import FORWARD_ROLES, Cell, ColumnRole, Role, Table
from tracker.model.report import Report, ReportKind
from tracker.model.span import Span
from tracker.text.assignments import body_of, due_of, find_assignments, unassigned
from tracker.text.sentences import clauses

_HELPS = re.compile("配合|协办|协同|参与|参加|相关")
_NOTHING = re.compile(r"[\s/／—–―\-－无、.。]*")
_ITEM = re.compile(
    r"\s+(?=\d{1,2}[.．、](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]是)"
)
"""Where a list in a cell goes on on a new line, which is a space in the text of a row."""
_NUMBER = re.compile(
    r"^(?:\d{1,3}[.．、](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、)"
)
_NEXT_BODY = re.compile(r"(?<=[局委办厅部府司团院会处署行心])\s+(?=[\u4e00-\u9fff]{3})")
_LONGEST_OBJECT = 40
_LEAST_TASK = 4
_BARE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is responsible, and by when.

    Attributes:
        span: Source span of what it holds for.
        body: Responsible body, as written, or "".
        when: Words of the time limit, or "".
    """

    span: Span
    body: str
    when: str


@dataclass(frozen=True)
class Charges:
    """Who is responsible for what stands where; of several the one that is told of the least.

    Attributes:
        known: In the order of their beginnings.
    """

    known: tuple[Charge, ...]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(charge.span.start for charge in self.known)

    @cached_property
    def _longest(self) -> int:
        return max((len(charge.span) for charge in self.known), default=0)

    def at(self, span: Span) -> Charge | None:
        """Return what is known of the place of a promise."""
        end = bisect_right(self._starts, span.start)
        first = bisect_right(self._starts, span.start - self._longest - 1)
        holding = [c for c in self.known[first:end] if span.start < c.span.end]
        return min(holding, key=lambda c: len(c.span), default=None)


def charges_of(report: Report) -> Charges:
    """Return who is responsible for what in a report; most reports do not say."""
    found = [*_of_tables(report), *_of_paragraphs(report)]
    return Charges(tuple(sorted(found, key=lambda c: (c.span.start, c.span.end))))


def due_by(charge: Charge | None, due: int | None, report: Report) -> int | None:
    """Return the year by whose end a promise is due.

    A later year that the promise names itself stands; else the time limit beside it counts.
    """
    year = report.meta.plan_year
    if charge is None or not charge.when:
        return due
    return due if due != year else due_of(charge.when, year)


def task_drafts(report: Report, lexicon: ExtractLexicon) -> Iterator[Draft]:
    """Yield the promises of the tables of tasks, in the order of their rows."""
    for table in report.tables:
        if table.is_of_tasks:
            for _, drafts in tasks_by_row(report, table, lexicon):
                yield from drafts


def tasks_by_row(
    report: Report, table: Table, lexicon: ExtractLexicon
) -> Iterator[tuple[tuple[Cell | None, ...], tuple[Draft, ...]]]:
    """Yield the rows of a table of tasks, each with what its tasks promise."""
    seen = set[int]()
    for row, parent in zip(table.rows, table.parents, strict=True):
        found = list[Draft]()
        for at, name in () if _heads(row, parent) else _tasks_in(table, row):
            if at.span.start not in seen:
                seen.add(at.span.start)
                found.extend(_cell_drafts(report, at, name, lexicon))
        yield row, tuple(found)


def silent_tasks(report: Report, told: Sequence[Span], lexicon: ExtractLexicon) -> Iterator[Draft]:
    """Yield paragraphs of a list of tasks that somebody is charged with and that promise nothing.

    Args:
        report: The report.
        told: Spans of the promises that were found, in order.
        lexicon: Word lists.
    """
    if report.meta.kind is not ReportKind.TASK_LIST:
        return
    starts = [span.start for span in told]
    titles = {section.heading_span.start for section in report.sections if not section.run_in}
    for paragraph in report.canonical.paragraphs:
        text = paragraph.text
        if not text or _in_table(paragraph.span, report):
            continue
        assigned = find_assignments(text)
        if not assigned or report.role_at(paragraph.span.start) not in FORWARD_ROLES:
            continue
        for stretch in unassigned(paragraph):
            span = stretch.span
            before = bisect_right(starts, span.end - 1)
            if before and starts[before - 1] >= span.start:
                continue
            number = _NUMBER.match(stretch.text)
            begin = number.end() if number else 0
            headed = stretch.source(begin, len(stretch.text)).start in titles
            if len(stretch.text) - begin >= _LEAST_TASK and not headed:
                yield _whole(report, stretch, report.role_at(span.start), lexicon)


def _in_table(span: Span, report: Report) -> bool:
    return any(span.overlap(table.span) for table in report.tables)


def _tasks_in(table: Table, row: tuple[Cell | None, ...]) -> Iterator[tuple[Cell, Cell | None]]:
    """Yield the cells of a row that say what shall be done, each with the name of its thing."""
    name = next(
        (c for c, col in zip(row, table.columns, strict=True) if c and _names(col.role)), None
    )
    tasks = [
        cell
        for cell, column in zip(row, table.columns, strict=True)
        if cell is not None and column.role is ColumnRole.TASK and says(cell)
    ]
    for cell in tasks or ([name] if name and says(name) else []):
        beside = name if name is not None and name.span.end <= cell.span.start else None
        yield cell, beside


def _heads(row: tuple[Cell | None, ...], parent: Cell | None) -> bool:
    """Tell whether a row only heads the rows below it."""
    filled = [cell for cell in row if cell is not None]
    return parent is not None and parent in filled and len(filled) <= 2


def _names(role: ColumnRole) -> bool:
    return role is ColumnRole.INDICATOR


def says(cell: Cell | None) -> bool:
    """Tell whether a cell says anything (无, / and — say nothing)."""
    return cell is not None and _NOTHING.fullmatch(cell.text) is None


def _cell_drafts(
    report: Report, cell: Cell, name: Cell | None, lexicon: ExtractLexicon
) -> Iterator[Draft]:
    role = report.role_at(cell.span.start)
    if role is Role.TABLE and report.meta.kind is ReportKind.PROGRESS_LIST:
        role = Role.PLAN
    found = list[Draft]()
    passages = [p for item in _items(report, cell.span) for p in unassigned(item)]
    for passage in passages:
        found.extend(read_passage(report, passage, role, lexicon))
    if not found and len(_BARE.findall(cell.text)) >= _LEAST_TASK:
        found = [_whole(report, report.passage(cell.span), role, lexicon)]
    for draft in found:
        yield _named(report, draft, name, lexicon) if name else draft


def _items(report: Report, span: Span) -> Iterator[Passage]:
    """Yield the items of a list in a cell, the whole cell where it holds none."""
    text = report.quote(span)
    at = 0
    for gap in _ITEM.finditer(text):
        if gap.start() > at:
            yield report.passage(Span(span.start + at, span.start + gap.start()))
        at = gap.end()
    yield report.passage(Span(span.start + at, span.end))


def _named(report: Report, draft: Draft, name: Cell, lexicon: ExtractLexicon) -> Draft:
    """Return a draft with the name of its thing, which stands in a cell of its own.

    太湖隧道 | 建成通车 is about the tunnel; 养老服务 | 新增床位1000张 about the beds.
    """
    said = draft.statement
    thing = _NUMBER.sub("", name.text)
    told = said.object and said.object != said.quote
    if said.measures or thing in said.object or (told and not lexicon.builds(thing)):
        return draft  # 住房 | 推进既有住宅加装电梯 names a field only
    span = Span(name.span.start, said.span.end)
    whole = f"{thing}{said.object}" if told else thing
    built = said.milestone is not None or lexicon.builds(thing)
    kind = StatementKind.PROJECT if built else said.kind
    statement = replace(
        said, span=span, quote=report.quote(span), object=whole, kind=kind, clause=None
    )
    return draft._replace(statement=statement)


def _whole(report: Report, passage: Passage, role: Role, lexicon: ExtractLexicon) -> Draft:
    """Return a task as one promise: its object is what its first clause speaks of."""
    text = passage.text
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    end = len(text.rstrip("。；;， "))
    first = next(iter(clauses(text, start, end)), None)
    clause = read_clause(text, start, first.end if first else end, lexicon)
    thing = text[clause.tail : clause.end] or text[start:end]
    span = passage.source(start, end)
    section = report.section_at(span.start)
    statement = Statement(
        report_id=report.id,
        span=span,
        quote=report.quote(span),
        object=thing[:_LONGEST_OBJECT],
        kind=StatementKind.PROJECT if lexicon.builds(thing) else StatementKind.ACTION,
        role=role,
        section=section.index if section else None,
        verb="".join(clause.verbs),
        milestone=None,
        measures=(),
    )
    return Draft(statement, clause, passage, start, end)


def _of_tables(report: Report) -> Iterator[Charge]:
    """Yield who is charged with each row; a row without a task adds to the one above it."""
    for table in report.tables:
        roles = {column.role for column in table.columns}
        if not roles & {ColumnRole.BODY, ColumnRole.DUE}:
            continue
        last: Charge | None = None
        for row in table.rows:
            lead, helpers, when = _charged(report, table, row)
            body = body_of(lead, helpers)
            own = [c for c, col in zip(row, table.columns, strict=True) if c and _tells(col.role)]
            if not own and last is not None and table.is_of_tasks:
                more = "、".join(dict.fromkeys(filter(None, (last.body, body))))
                last = replace(last, body=more, when=last.when or when)
                continue
            if last is not None:
                yield last
            last = None
            if own:
                span = Span(min(c.span.start for c in own), max(c.span.end for c in own))
                last = Charge(span, body, when)
        if last is not None:
            yield last


def _tells(role: ColumnRole) -> bool:
    return role in (ColumnRole.TASK, ColumnRole.INDICATOR, ColumnRole.TARGET)


def _bodies(report: Report, cell: Cell) -> str:
    """Return who stands in a cell; bodies on lines of their own are parted like others."""
    return "".join(_NEXT_BODY.sub("、", report.quote(cell.span)).split())


def _charged(report: Report, table: Table, row: tuple[Cell | None, ...]) -> tuple[str, str, str]:
    lead, helpers, when = list[str](), list[str](), list[str]()
    for cell, column in zip(row, table.columns, strict=True):
        if cell is None or not says(cell):
            continue
        if column.role is ColumnRole.DUE:
            when.append(cell.text)
        elif column.role is ColumnRole.BODY:
            who = _bodies(report, cell)
            own = find_assignments(f"（{who}）")
            if own and own[0].helpers and len(own) == 1:
                lead.append(own[0].lead)  # 市发改委牵头，市财政局配合
                helpers.append(own[0].helpers)
            else:
                (helpers if _HELPS.search(column.title) else lead).append(who)
    return "、".join(lead), "、".join(helpers), "，".join(when)


def _of_paragraphs(report: Report) -> Iterator[Charge]:
    """Yield who is charged with what stands before the words that say so.

    Words on lines of their own are said of the task above them, back to its number; words behind a
    heading of all that stands below it.
    """
    task = 0
    waiting: Charge | None = None
    """Of lines that only say who and by when, what they said so far."""
    for paragraph in report.canonical.paragraphs:
        text, span = paragraph.text, paragraph.span
        assigned = find_assignments(text)
        alone = len(assigned) == 1 and not _NUMBER.sub("", text)[: assigned[0].start].strip()
        if _in_table(span, report) or not (assigned or waiting or _NUMBER.match(text)):
            continue
        if alone:
            one = assigned[0]
            begin = waiting.span.start if waiting else task
            when = "，".join(filter(None, (waiting.when if waiting else "", one.when)))
            body = "、".join(filter(None, (waiting.body if waiting else "", one.body)))
            waiting = Charge(_section_or(report, Span(begin, span.end)), body, when)
            continue
        if waiting:
            yield waiting
            task, waiting = span.start, None
        task = span.start if _NUMBER.match(text) else task
        at = 0
        for one in assigned:
            start, end = paragraph.source(at, at).start, paragraph.source(one.start, one.end).end
            yield Charge(_section_or(report, Span(start, end)), one.body, one.when)
            at, task = one.end, end
    if waiting:
        yield waiting


def _section_or(report: Report, span: Span) -> Span:
    """Return the span of the section whose heading is all that stands before the words."""
    section = report.section_at(span.start)
    if section is None or section.run_in or section.heading_span.end < span.end:
        return span
    return section.span
