"""What is shown as changed in one of two compared texts, and how big each change is.

A change of a few words inside a sentence that stays is told apart from a sentence or more that
came or went as a whole: words are struck through or underlined, passages get a bar beside them,
because nobody reads whole paragraphs that are struck through.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.jobs.catalog import Comparison
from tracker.model.change import Change, ChangeKind
from tracker.model.span import Span

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*[”’）]?|[。！？；]+")
_ANY = re.compile(r"\S(?:.*\S)?", re.DOTALL)
LONGEST_WORDS = 24
"""Characters up to which a change is read as words: about one line of a pane."""


@dataclass(frozen=True, slots=True)
class ChangedText:
    """Source spans of one text, in its order.

    Attributes:
        passages: Sentences and longer stretches that the other text does not have.
        words: Words that differ inside a sentence that both have.
        moved: What stands elsewhere in the other text.
        alone: Headings of sections that have no counterpart at all.
    """

    passages: tuple[Span, ...]
    words: tuple[Span, ...]
    moved: tuple[Span, ...]
    alone: tuple[Span, ...]


def changed_text(comparison: Comparison, *, later: bool) -> ChangedText:
    """Return what is changed in the earlier or the later text of a comparison."""
    report = comparison.later if later else comparison.earlier
    told = list(_told(comparison, later=later))
    kept = _merged(span for kind, span in told if kind in (ChangeKind.EQUAL, ChangeKind.MOVE))
    changed = _merged(
        span for kind, span in told if kind not in (ChangeKind.EQUAL, ChangeKind.MOVE)
    )
    passages: list[Span] = []
    words: list[Span] = []
    # A section may be compared with several: what one of them has is not missing.
    for span in _without(changed, kept):
        for whole, piece in _pieces(report.text, span):
            (passages if whole else words).append(piece)
    moved = _merged(span for kind, span in told if kind is ChangeKind.MOVE)
    return ChangedText(tuple(passages), tuple(words), tuple(moved), alone(comparison, later=later))


def marked_text(comparison: Comparison, *, later: bool) -> ChangedText:
    """Return what is marked side by side in the earlier or the later text.

    Where a plan stands beside the review that answers it, hardly a word of both is the same, and
    none is meant to be: only the sections of the plan that nothing answers are marked.
    """
    if not comparison.answers:
        return changed_text(comparison, later=later)
    if later:
        return ChangedText((), (), (), ())
    report = comparison.earlier
    silent = sorted(unanswered(comparison))
    sections = [report.sections[one] for one in silent]
    passages = tuple(Span(one.heading_span.start, one.own.end) for one in sections)
    return ChangedText(passages, (), (), alone(comparison, later=False))


def unanswered(comparison: Comparison) -> frozenset[int]:
    """Return the sections of the earlier text that no link leads from."""
    rows = (row for part in comparison.parts for row in part.alignment.rows)
    return frozenset(row.section for row in rows if not row.links)


def _told(comparison: Comparison, *, later: bool) -> Iterator[tuple[ChangeKind, Span]]:
    for part in comparison.parts:
        for section in part.diff.sections:
            for change in section.changes:
                span = _side(change, later=later)
                if span is not None and len(span):
                    yield change.kind, span


def _side(change: Change, *, later: bool) -> Span | None:
    return change.later if later else change.earlier


def alone(comparison: Comparison, *, later: bool) -> tuple[Span, ...]:
    """Return the headings of sections that no link leads to, the highest of a branch only."""
    report = comparison.later if later else comparison.earlier
    found: set[int] = set()
    for part in comparison.parts:
        if later:
            found |= set(part.alignment.new)
        else:
            found |= {row.section for row in part.alignment.rows if not row.links}
    return tuple(
        section.heading_span
        for section in report.sections
        if section.index in found and section.parent not in found
    )


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _without(spans: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of spans; both are in order and apart."""
    at = 0
    for span in spans:
        start = span.start
        while at < len(taken) and taken[at].end <= start:
            at += 1
        n = at
        while n < len(taken) and taken[n].start < span.end:
            if taken[n].start > start:
                yield Span(start, taken[n].start)
            start = max(start, taken[n].end)
            n += 1
        if start < span.end:
            yield Span(start, span.end)


def _pieces(text: str, span: Span) -> Iterator[tuple[bool, Span]]:
    """Yield the sentences of a changed stretch, and whether each is a passage of its own."""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    for found in _SENTENCE.finditer(text, first, last):
        sentence = _trimmed(text, found.start(), found.end())
        piece = _trimmed(text, max(found.start(), span.start), min(found.end(), span.end))
        if sentence is not None and piece is not None:
            yield piece == sentence or len(piece) > LONGEST_WORDS, piece


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without the blanks around it, or None when nothing is left."""
    found = _ANY.search(text, start, end) if start < end else None
    return None if found is None else Span(*found.span())
