"""How a running text of two reports looks: what was added, dropped, moved, and the figures."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from desktop.models.change_list import number_spans
from desktop.models.changed_text import changed_text
from desktop.models.inline_text import InlineText, PieceKind
from desktop.widgets.inks import Ink, Inked
from tracker.model.span import Span


def inline_inks(inline: InlineText) -> tuple[Inked, ...]:
    """Return how the running text of two reports looks."""
    pair = inline.comparison
    added, dropped = changed_text(pair, later=True), changed_text(pair, later=False)
    old, new = number_spans(pair)
    noise = (pair.later.line_span(line) for line in pair.later.noise)
    gone = _shown(inline, dropped.passages)
    mixed = _beside_kept(inline, gone)
    labels = (*inline.of_kind(PieceKind.LABEL), *inline.of_kind(PieceKind.JOINT))
    told = (
        (Ink.HEADING, _here(inline, (s.heading_span for s in pair.later.sections))),
        (Ink.HEADING, _shown(inline, (s.heading_span for s in pair.earlier.sections))),
        (Ink.NOISE, _here(inline, noise)),
        (Ink.ADDED_PASSAGE, _here(inline, added.passages)),
        (Ink.DROPPED_PASSAGE, gone),
        (Ink.STRUCK, mixed),
        (Ink.ADDED, _here(inline, added.words)),
        (Ink.DROPPED, _shown(inline, dropped.words)),
        (Ink.MOVED, _here(inline, added.moved)),
        (Ink.NUMBER, _here(inline, new)),
        (Ink.OLD_NUMBER, _shown(inline, old)),
        (Ink.LABEL, labels),
    )
    return tuple(Inked(span, ink) for ink, spans in told for span in spans)


def _here(inline: InlineText, spans: Iterable[Span]) -> list[Span]:
    """Return where spans of the later report are shown."""
    return [one for span in spans for one in inline.shown(span, later=True)]


def _shown(inline: InlineText, spans: Iterable[Span]) -> list[Span]:
    """Return where spans of the earlier report are shown that the later one does not have."""
    return [one for span in spans for one in inline.shown(span, later=False, dropped_only=True)]


def _beside_kept(inline: InlineText, gone: Iterable[Span]) -> list[Span]:
    """Return those dropped passages that stand in one paragraph with the later text.

    They are struck through: the bar in the margin says of a paragraph, not of a sentence, that it
    is gone.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", inline.text))]
    kept = {
        bisect_right(starts, piece.start + words.start())
        for piece in inline.pieces
        if piece.later
        for words in re.finditer(r"\S[^\n]*", piece.text)
    }
    return [span for span in gone if bisect_right(starts, span.start) in kept]


def noise_lines(inline: InlineText) -> list[int]:
    """Return the lines (1-based) of the running text that are no part of the later report."""
    found = []
    for line in inline.comparison.later.noise:
        at = inline.position(inline.comparison.later.line_span(line).start, later=True)
        if at is not None:
            found.append(inline.text.count("\n", 0, at) + 1)
    return found
