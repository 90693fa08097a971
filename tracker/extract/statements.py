"""Statements of a report: one reading for promises and for results (陈述).

In: a report, the roles to read, the word lists. Out: drafts in the order of the text, each a
clause with its object, verb, measures and span. ``commitments`` and ``outcomes`` turn them into
their values; what distinguishes the two is only the role of the part and the years.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from tracker.extract.beneficiaries import beneficiaries
from tracker.extract.clauses import Clause, after_number, milestone_of, read_clause
from tracker.extract.deeds import deeds, next_clause_end, tells_deed
from tracker.extract.describing import promised_quantities
from tracker.extract.digitless import DigitlessReading, is_feared, read_relation, relation_measure
from tracker.extract.draft import Draft
from tracker.extract.enumerations import objects_of
from tracker.extract.indicator import passed_mark
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.listing import told_together, with_clause
from tracker.extract.measuring import kind_of, measure_of
from tracker.extract.quantities import Reading, read_quantities
from tracker.extract.worth import (
    CHECKABLE,
    CHECKABLE_DONE,
    CHECKABLE_PERFECTING,
    promise_worth,
    promised_deed,
)
from tracker.model.canonical import Passage
from tracker.model.commitment import Statement, StatementKind
from tracker.model.measure import Measure, MeasureKind
from tracker.model.outline import BACKWARD_ROLES, Role
from tracker.model.report import Report, ReportKind
from tracker.model.span import Span
from tracker.text.assignments import unassigned
from tracker.text.numerals import Quantity, find_quantities
from tracker.text.retrospect import goes_on_past, tells_the_past
from tracker.text.sentences import Stretch, clauses, items, sentences


@dataclass(frozen=True, slots=True)
class _Page:
    """What all clauses of one paragraph share."""

    report: Report
    paragraph: Passage
    text: str
    numbers: tuple[Quantity, ...]
    starts: tuple[int, ...]
    role: Role
    headings: tuple[tuple[int, int], ...]
    lexicon: ExtractLexicon


class _Spoken(NamedTuple):
    """What the clause before spoke of.

    Attributes:
        name: Its last indicator, or its object; "" when nothing is carried on.
        start: Where its words begin in the paragraph.
        measure: Its last measure, if it has one.
    """

    name: str
    start: int
    measure: Measure | None


class _Before(NamedTuple):
    """What the sentence before spoke of: read out of its last clause only when it is asked for.

    Attributes:
        spoken: What it spoke of with a figure.
        silent: Its last clause, where that holds no figure.
    """

    spoken: _Spoken
    silent: Stretch | None

    def carried(self, page: _Page) -> _Spoken:
        """Return what the next sentence may go on from."""
        if self.silent is None or self.spoken.name:
            return self.spoken
        return _Spoken(_spoken_of(page, self.silent), self.silent.start, None)


_LISTED = frozenset({ReportKind.TASK_LIST, ReportKind.PROGRESS_LIST, ReportKind.WORK_SUMMARY})
"""Kinds of documents whose numbered headings only name what stands below them."""

_SILENCE = _Spoken("", 0, None)


def read_statements(
    report: Report, roles: frozenset[Role], lexicon: ExtractLexicon
) -> Iterator[Draft]:
    """Yield the statements of the parts with these roles, tables left out."""
    headings = sorted((section.heading_span for section in report.sections), key=_start)
    starts, ends = [h.start for h in headings], [h.end for h in headings]
    tables = tuple(table.span for table in report.tables)
    for paragraph in report.canonical.paragraphs:
        text = paragraph.text
        if not text.strip():
            continue
        span = paragraph.span
        role = report.role_at(span.start)
        if role in (Role.SELF, Role.OUTLOOK) and tells_the_past(text):
            role = Role.REVIEW  # 过去一年，…取消审批事项384项 is a result, and no promise
        if role not in roles or any(span.overlap(table) for table in tables):
            continue
        # From the first heading that reaches into the paragraph to the last that begins in it.
        inside = headings[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        for stretch in unassigned(paragraph):
            yield from read_passage(report, stretch, role, lexicon, inside)


def read_passage(
    report: Report,
    paragraph: Passage,
    role: Role,
    lexicon: ExtractLexicon,
    headings: Sequence[Span] = (),
) -> Iterator[Draft]:
    """Yield the statements of a paragraph, of a stretch of one, or of a table cell.

    Args:
        report: The report.
        paragraph: What is read.
        role: Role of the part that it stands in.
        lexicon: Word lists.
        headings: Source spans of headings, which are not read.
    """
    text = paragraph.text
    numbers = find_quantities(text)
    page = _Page(
        report,
        paragraph,
        text,
        numbers,
        tuple(number.start for number in numbers),
        role,
        tuple(_within(paragraph, heading) for heading in headings),
        lexicon,
    )
    before, past = _Before(_SILENCE, None), False
    for sentence in sentences(text):
        past = role not in BACKWARD_ROLES and goes_on_past(
            text[sentence.start : sentence.end], past=past
        )
        if past:
            continue  # 2016年是开局之年。过去一年，…增长6.9% stands among the goals
        before = yield from _read_sentence(page, sentence, before)


def _start(span: Span) -> int:
    return span.start


def _within(paragraph: Passage, span: Span) -> tuple[int, int]:
    inside = paragraph.canonical.from_source(span)
    base = paragraph.canonical_span.start
    return inside.start - base, inside.end - base


def _read_sentence(
    page: _Page, sentence: Stretch, before: _Before
) -> Generator[Draft, None, _Before]:
    """Yield the statements of a sentence; return what it spoke of last."""
    spoken, silent = _SILENCE, None
    # Of a report's numbered headings (1.新建学校68所。) some are promises themselves.
    listed = page.report.meta.kind in _LISTED
    for piece in clauses(page.text, sentence.start, sentence.end):
        begin = after_number(page.text, piece.start, piece.end) if listed else piece.start
        if page.headings and any(a <= begin < b for a, b in page.headings):
            yield from () if listed else _headline(page, piece)
            continue
        if silent is not None and _may_go_on(page, piece):
            name = _spoken_of(page, silent)
            spoken = _Spoken(name, silent.start, None) if name else spoken
        if piece.start == sentence.start and _names_nothing(page, piece):
            spoken = before.carried(page)  # …改造各类棚户区。今年|开工580万套
        told = list[Draft]()
        for draft in _read_clause(page, piece.start, piece.end, spoken):
            if draft.statement.measures:
                told.append(draft)
            yield draft
        if told:
            names = [draft.statement.measures[-1].indicator for draft in told]
            each = "分别" in page.text[piece.start : piece.end]
            name = "、".join(dict.fromkeys(names)) if each else names[-1]
            spoken = _Spoken(name, told[-1].start, told[-1].statement.measures[-1])
        silent = None if told else piece
    return _Before(spoken, silent)


def _names_nothing(page: _Page, piece: Stretch) -> bool:
    """Tell whether a clause holds only a verb and a number (今年开工580万套)."""
    numbers = _numbers_in(page, piece.start, piece.end)
    if not numbers:
        return False
    clause = read_clause(page.text, piece.start, piece.end, page.lexicon)
    first, end = numbers[0].outer
    bare = bool(clause.verbs) and clause.tail == first
    return bare and len(numbers) == 1 and end == piece.end


def _may_go_on(page: _Page, piece: Stretch) -> bool:
    """Tell whether a clause could be about what the one before it named."""
    return bool(_numbers_in(page, piece.start, piece.end)) or bool(
        page.lexicon.relation_hint.search(page.text, piece.start, piece.end)
    )


def _spoken_of(page: _Page, piece: Stretch) -> str:
    """Return what a clause without a finding speaks of, for 总量达到… after it."""
    start = after_number(page.text, piece.start, piece.end)
    clause = read_clause(page.text, start, piece.end, page.lexicon)
    passed = passed_mark(page.text, start, piece.end, page.lexicon)
    if passed:
        return passed
    thing = _PURSUIT.sub("", page.text[clause.tail : clause.end])
    return thing if clause.verbs and 2 <= len(thing) <= _LONGEST_CARRIED else ""


def _read_clause(page: _Page, start: int, end: int, spoken: _Spoken) -> Iterator[Draft]:
    start = after_number(page.text, start, end)
    clause = read_clause(page.text, start, end, page.lexicon)
    if page.role not in BACKWARD_ROLES and tells_deed(page.text, clause):
        return
    numbers = promised_quantities(page.text, clause, _numbers_in(page, start, end), page.lexicon)
    if not numbers:
        for deed in deeds(page.text, start, end, page.lexicon):
            own = clause if deed == (start, end) else _clause_of(page, *deed)
            yield from _unquantified(page, own, spoken.name)
        return
    between = _digitless_between(page, start, end, numbers)
    if between is not None:
        yield from _read_clause(page, start, between.start - 1, spoken)
        yield from _read_clause(page, between.start, end, _SILENCE)
        return
    begin = _leading_relations(page, start, numbers[0].outer[0])
    for reading in begin:
        yield _digitless(page, clause, reading)
    if begin:
        clause = read_clause(page.text, begin[-1].end + 1, end, page.lexicon)
    readings = read_quantities(page.text, clause, numbers, spoken.name, page.lexicon)
    yield from _quantified(page, clause, readings, spoken)
    if readings and readings[-1].end < end:
        rest = readings[-1].end + 1
        last = readings[-1].indicator
        for piece in items(page.text, rest, end):
            told = read_relation(page.text, piece.start, piece.end, last, page.lexicon)
            if told:
                yield _digitless(page, clause, told)


def _headline(page: _Page, piece: Stretch) -> Iterator[Draft]:
    """Read a heading that opens its paragraph: most name a topic, few a thing (共建“一带一路”)."""
    if page.role not in _TASKS or _numbers_in(page, piece.start, piece.end):
        return
    clause = _clause_of(page, after_number(page.text, piece.start, piece.end), piece.end)
    worth = promise_worth(page.text, clause, page.lexicon)
    if clause.verbs and worth >= _enough(page, clause) + _HEADLINE:
        yield from _unquantified(page, clause, "")


def _clause_of(page: _Page, start: int, end: int) -> Clause:
    return read_clause(page.text, start, end, page.lexicon)


def _digitless_between(
    page: _Page, start: int, end: int, numbers: tuple[Quantity, ...]
) -> Stretch | None:
    """Return the first digitless item between two figures (增长5%、|价格总体稳定|、投资增长6%)."""
    if len(numbers) < 2 or "分别" in page.text[start:end]:
        return None
    for number, following in pairwise(numbers):
        if page.text[number.outer[1] : number.outer[1] + 1] != "、":
            continue
        for piece in items(page.text, number.outer[1] + 1, following.outer[0])[:-1]:
            if read_relation(page.text, piece.start, piece.end, "", page.lexicon):
                return piece
    return None


def _leading_relations(page: _Page, start: int, first: int) -> list[DigitlessReading]:
    """Return the digitless items before the first number (粮食产量保持稳定、|播种面积100万亩)."""
    found: list[DigitlessReading] = []
    for piece in items(page.text, start, first)[:-1]:
        told = read_relation(page.text, piece.start, piece.end, "", page.lexicon)
        if told is None:
            break
        found.append(told)
    return found


def _digitless(page: _Page, clause: Clause, reading: DigitlessReading) -> Draft:
    span = page.paragraph.source(reading.start, reading.end)
    measure = relation_measure(reading, span)
    verb = "".join(clause.verbs)
    return _draft(page, clause, reading.start, reading.end, reading.indicator, verb, measure)


_LONGEST_CARRIED = 20
_PURSUIT = re.compile(r"的?(?:建设|发展|工作|改造){0,4}(?:力度|步伐|进程|进度|工作|建设)$")
_LONGEST_QUOTE = 60
_TASKS = frozenset({Role.PLAN, Role.SELF})
_HEADLINE = 2.0  # headings say in general what the text below them promises
_TITLE = re.compile(r"(?<![\w”）])[一二三四五六七八九十]{1,3}、$")  # 五、聚焦改革开放 opens a part
_LONGEST_NUMBER = 5


def _numbers_in(page: _Page, start: int, end: int) -> tuple[Quantity, ...]:
    first = bisect_left(page.starts, start)
    return page.numbers[first : bisect_left(page.starts, end, first)]


def _quantified(
    page: _Page, clause: Clause, readings: tuple[Reading, ...], spoken: _Spoken
) -> Iterator[Draft]:
    if readings and readings[0].inherited and _is_near(page, readings[0], spoken):
        readings = (readings[0]._replace(start=spoken.start), *readings[1:])
    for reading, told in zip(readings, told_together(readings), strict=True):
        kind = kind_of(reading, page.lexicon)
        if page.role is Role.OUTLOOK and kind is MeasureKind.OTHER:
            continue  # 加快实施23个行动计划 is no goal of several years
        measure = measure_of(
            reading, page.paragraph.source(reading.start, reading.end), page.lexicon
        )
        last = spoken.measure
        if last and last.unit == measure.unit and page.lexicon.firm.fullmatch(reading.verb):
            measure = replace(measure, kind=last.kind)  # 增长8.5%，力争|9%
        thing = reading.half or reading.indicator
        draft = _draft(page, clause, reading.start, reading.end, thing, reading.verb, measure)
        yield with_clause(draft, page.report, told)


def _is_near(page: _Page, reading: Reading, spoken: _Spoken) -> bool:
    """Tell whether the words that name the subject stand near enough to be quoted with it."""
    stretch = page.text[spoken.start : reading.end]
    return bool(spoken.name) and len(stretch) <= _LONGEST_QUOTE and "。" not in stretch


def _unquantified(page: _Page, clause: Clause, carried: str) -> Iterator[Draft]:
    """Read a clause without digits: relations first, then named things and deeds."""
    told = _relations(page, clause, carried)
    for reading in told:
        yield _digitless(page, clause, reading)
    if not told and promise_worth(page.text, clause, page.lexicon) >= _enough(page, clause):
        verb, thing = promised_deed(page.text, clause, page.lexicon)
        for name in objects_of(thing, page.lexicon):
            yield _draft(page, clause, clause.start, clause.end, name, verb, None)


def _relations(page: _Page, clause: Clause, carried: str) -> list[DigitlessReading]:
    """Return the digitless quantities of a clause; most hold not even a hint of one."""
    text, lexicon = page.text, page.lexicon
    if not lexicon.relation_hint.search(text, clause.start, clause.end):
        return []
    pieces = items(text, clause.start, clause.end)
    found: list[DigitlessReading | None] = []
    if len(pieces) > 1:
        found = [read_relation(text, p.start, p.end, carried, lexicon) for p in pieces]
    if not any(found[:-1]) or "不发生" in text[clause.start : clause.end]:
        found = [read_relation(text, clause.start, clause.end, carried, lexicon)]
    told = [reading for reading in found if reading]
    if page.role not in BACKWARD_ROLES:
        told = [reading for reading in told if not is_feared(reading)]
    return told


def _enough(page: _Page, clause: Clause) -> float:
    """Return how checkable a clause must be here; goals of several years more than plans."""
    if page.role in BACKWARD_ROLES:
        return CHECKABLE_DONE
    perfects = bool(clause.verbs) and page.lexicon.perfecting.issuperset(clause.verbs)
    least = CHECKABLE_PERFECTING if perfects else CHECKABLE
    numbered = page.text.endswith("、", 0, clause.start)
    if numbered and _TITLE.search(page.text, max(0, clause.start - _LONGEST_NUMBER), clause.start):
        least += 1.0
    return least + (2.0 if page.role is Role.OUTLOOK else 0.0)


def _draft(
    page: _Page,
    clause: Clause,
    start: int,
    end: int,
    thing: str,
    verb: str,
    measure: Measure | None,
) -> Draft:
    span = page.paragraph.source(start, end)
    report = page.report
    section = report.section_at(span.start)
    measures = (measure,) if measure else ()
    milestone = milestone_of(clause.verbs, page.text[start:end], page.lexicon)
    statement = Statement(
        report_id=report.id,
        span=span,
        quote=report.quote(span),
        object=thing,
        kind=_kind(page, clause, thing, measure),
        role=page.role,
        section=section.index if section else None,
        verb=verb,
        milestone=milestone,
        measures=measures,
        beneficiaries=beneficiaries(
            page.text,
            clause.start,
            clause.end,
            next_clause_end(page.text, clause.end),
            page.lexicon,
        ),
    )
    return Draft(statement, clause, page.paragraph, start, end)


def _kind(page: _Page, clause: Clause, thing: str, measure: Measure | None) -> StatementKind:
    if measure is not None:
        if page.role is Role.TARGETS:
            return StatementKind.TARGET
        rate = measure.kind in {MeasureKind.GROWTH, MeasureKind.DECREASE}
        return StatementKind.TARGET if rate else StatementKind.QUOTA
    built = page.lexicon.builds(thing)
    return StatementKind.PROJECT if built else StatementKind.ACTION
