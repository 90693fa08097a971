"""Finding an anchored place again in a text that has changed, or in better findings.

Nothing here guesses quietly: a place is found by its exact words, or by words so like them that
a reader would call them the same sentence, or not at all.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.correction import LineCorrection
from tracker.model.ids import ReportId
from tracker.model.library import AnchoredLine
from tracker.model.mark import Anchor
from tracker.model.outline import Section
from tracker.model.report import Report
from tracker.model.span import Span

NEARBY = 2000
"""Characters around the old place within which an exact quote needs no other proof."""

LIKENESS = 0.85
"""Least ratio of matching characters for words that are not the same. Of 300 clauses of one
sample report 16 find such a place in the report of two years later (2026-11-21), all of them the
same sentence reworded or with another figure: strict enough for two copies of one document."""

SAME_THING = 0.6
"""Least likeness of what two promises at one place speak of: another cut of the same words has
it (新建改建学校, 新建和改建学校: 0.92), the neighbour in an enumeration (学校, 医院: 0) has not.
Where numbers differ (6号线, 7号线) they are never the same."""

_SHARED_PAIRS = 0.5
"""Least share of neighbouring characters that a similar passage has in common with the quote;
only spares the exact comparison of passages that cannot reach ``LIKENESS``."""

_NUMBER = re.compile(r"\d+|[一二三四五六七八九十百千]+")

_WINDOW = 0.25
"""How much longer or shorter than the quote a similar passage may be."""


def reanchor(anchor: Anchor, text: str, report_id: ReportId) -> Anchor | None:
    """Return the place of an anchor in a new text, or None when its words are gone.

    Args:
        anchor: Place in the old text.
        text: The new source text.
        report_id: The report that ``text`` belongs to.
    """
    span = _exact(anchor, text) or _similar(anchor, text)
    if span is None:
        return None
    return Anchor(report_id, span, text[span.start : span.end])


def _exact(anchor: Anchor, text: str) -> Span | None:
    quote, start = anchor.quote, anchor.span.start
    if not quote:
        return None
    places = list(_places(quote, text))
    if not places:
        return None
    best = min(places, key=lambda place: abs(place - start))
    if len(places) == 1 or abs(best - start) <= NEARBY:
        return Span(best, best + len(quote))
    return None


def _places(quote: str, text: str) -> Iterable[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _similar(anchor: Anchor, text: str) -> Span | None:
    """Return the passage that is most like the quote, cut at sentence ends."""
    quote = anchor.quote
    if len(quote) < 6:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(quote)
    shared = _shared_pairs(quote, text)
    best: tuple[float, int, Span] | None = None
    for span in _clauses(text, len(quote)):
        if shared[span.end] - shared[span.start] < _SHARED_PAIRS * len(quote):
            continue
        matcher.set_seq1(text[span.start : span.end])
        ratio = matcher.ratio() if matcher.quick_ratio() >= LIKENESS else 0.0
        if ratio < LIKENESS:
            continue
        rank = (ratio, -abs(span.start - anchor.span.start), span)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return None if best is None else best[2]


def _shared_pairs(quote: str, text: str) -> list[int]:
    """Return how many pairs of neighbours in ``text`` the quote has too, up to each position."""
    pairs = {quote[i : i + 2] for i in range(len(quote) - 1)}
    hits = (text[i : i + 2] in pairs for i in range(len(text)))
    return [0, *accumulate(hits)]


_ENDS = frozenset("。；;！!？?，,、：:\n")


def _clauses(text: str, length: int) -> Iterable[Span]:
    """Yield stretches between punctuation marks that are about ``length`` characters long."""
    borders = [0, *(i + 1 for i, c in enumerate(text) if c in _ENDS), len(text)]
    shortest, longest = length * (1 - _WINDOW), length * (1 + _WINDOW) + 1
    for i, start in enumerate(borders):
        for end in borders[i + 1 :]:
            if end - start > longest:
                break
            if end - start < shortest:
                continue
            yield Span(start, end)
            if text[end - 1] in _ENDS:
                yield Span(start, end - 1)


def commitment_at(
    anchor: Anchor, thing: str, commitments: Iterable[Commitment]
) -> Commitment | None:
    """Return the promise that stands at an anchor and speaks of the same thing.

    Args:
        anchor: A place in the same report.
        thing: What was promised, in the text's words.
        commitments: Promises of that report.
    """
    best: tuple[float, int, Commitment] | None = None
    for commitment in commitments:
        shared = commitment.statement.span.overlap(anchor.span)
        if not shared:
            continue
        likeness = _likeness_of_things(thing, commitment.statement.object)
        if likeness >= SAME_THING and (best is None or (likeness, shared) > best[:2]):
            best = (likeness, shared, commitment)
    return None if best is None else best[2]


def _likeness_of_things(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return 0.0
    ratio = SequenceMatcher(a=one, b=other, autojunk=False).ratio()
    # 新建改建学校 and 学校: another cut of the same words.
    return max(ratio, SAME_THING) if one in other or other in one else ratio


def heading_anchor(report: Report, section: int) -> Anchor:
    """Return the anchor of a section: its heading."""
    found = report.sections[section]
    return Anchor(report.id, found.heading_span, found.heading)


def heading_of(report: Report, section: int) -> Anchor:
    """Return the anchor of a section that somebody named.

    Raises:
        InputProblem: There is no such section.
    """
    if not 0 <= section < len(report.sections):
        raise InputProblem(Message("报告中没有这个章节。", "The report has no such section."))
    return heading_anchor(report, section)


def section_at(report: Report, anchor: Anchor) -> Section | None:
    """Return the section whose heading stands at an anchor, or has its words, if only one has."""
    for section in report.sections:
        if section.heading_span == anchor.span or (
            section.heading_span.overlap(anchor.span) and section.heading == anchor.quote
        ):
            return section
    same = [section for section in report.sections if section.heading == anchor.quote]
    if len(same) == 1:
        return same[0]
    overlapping = [s for s in report.sections if s.heading_span.overlap(anchor.span)]
    return overlapping[0] if len(overlapping) == 1 else None


def line_anchor(report: Report, line: int) -> Anchor:
    """Return the anchor of a line: all of it.

    Raises:
        InputProblem: The report has no such line.
    """
    if not 1 <= line <= len(report.line_starts):
        raise InputProblem(Message("报告中没有这一行。", "The report has no such line."))
    span = report.line_span(line)
    return Anchor(report.id, span, report.quote(span))


def lines_said(text: str, said: Sequence[AnchoredLine]) -> tuple[LineCorrection, ...]:
    """Return what people said about lines by the numbers that these lines have in a text."""
    if not said:
        return ()
    starts = _line_starts(text)
    found: dict[int, LineCorrection] = {}
    for one in said:
        span = one.place.span
        line = bisect_right(starts, span.start)
        if text[span.start : span.end] == one.place.quote and starts[line - 1] == span.start:
            found[line] = LineCorrection(line, one.heading, one.joined, one.noise)
    return tuple(found[line] for line in sorted(found))


def moved_lines(
    said: Sequence[AnchoredLine], text: str, report_id: ReportId
) -> tuple[AnchoredLine, ...]:
    """Return words on lines as they stand in a new text; those whose line is gone are left out.

    A line is found again as a line: what was said of ``- 3 -`` is never said of a sentence that
    holds these characters.
    """
    if not said:
        return ()
    starts = _line_starts(text)
    lines = text.split("\n")
    found = []
    for one in said:
        at = _same_line(one.place, lines, starts)
        if at is not None:
            span = Span(starts[at], starts[at] + len(lines[at]))
            found.append(replace(one, place=Anchor(report_id, span, lines[at])))
    return tuple(found)


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]


def _same_line(place: Anchor, lines: Sequence[str], starts: Sequence[int]) -> int | None:
    """Return the index of the line that has the words of an anchor, or words much like them."""
    quote = place.quote.strip()
    same = [i for i, line in enumerate(lines) if quote and line.strip() == quote]
    if same:
        return min(same, key=lambda i: abs(starts[i] - place.span.start))
    best: tuple[float, int] | None = None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(quote)
    for i, line in enumerate(lines):
        if len(quote) < 6 or abs(len(line.strip()) - len(quote)) > _WINDOW * len(quote):
            continue
        matcher.set_seq1(line.strip())
        if matcher.real_quick_ratio() < LIKENESS or matcher.quick_ratio() < LIKENESS:
            continue
        ratio = matcher.ratio()
        if ratio >= LIKENESS and (best is None or ratio > best[0]):
            best = (ratio, i)
    return None if best is None else best[1]
