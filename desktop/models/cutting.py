"""Where a promise can be cut into several (拆分): at its stops, or where a person says so."""

import re

from tracker.model.span import Span

_STOPS = re.compile("[，,；;。\n]+")
_LIST = re.compile("[、和及]")


def cut_at_stops(text: str, whole: Span) -> tuple[Span, ...]:
    """Return the clauses of a stretch; the items of a list where it is one clause."""
    for stops in (_STOPS, _LIST):
        pieces, start = [], whole.start
        for stop in stops.finditer(text, whole.start, whole.end):
            pieces.append(Span(start, stop.start()))
            start = stop.end()
        pieces.append(Span(start, whole.end))
        worded = tuple(p for p in (_bare(text, one) for one in pieces) if p is not None)
        if len(worded) > 1:
            return worded
    return ()


def with_piece(text: str, pieces: tuple[Span, ...], piece: Span) -> tuple[Span, ...]:
    """Return pieces with one more, in the order of the text; those under it are gone."""
    bare = _bare(text, piece)
    if bare is None:
        return pieces
    kept = (one for one in pieces if one.overlap(bare) == 0)
    return tuple(sorted((*kept, bare), key=lambda one: one.start))


def _bare(text: str, piece: Span) -> Span | None:
    """Return a stretch without white space and stops at its ends; None where no word is left."""
    words = text[piece.start : piece.end]
    if not any(character.isalnum() for character in words):
        return None
    ends = " \t\n，,；;。、"
    start = piece.start + len(words) - len(words.lstrip(ends))
    return Span(start, piece.end - (len(words) - len(words.rstrip(ends))))
