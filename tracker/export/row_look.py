"""How the rows of a printed comparison look: word by word, or as texts beside each other.

In go rows of facing paragraphs, out comes what each of them is. A paragraph that has next to
nothing in common with its neighbour is read as a text: marks on every word would only hide it.
"""

from collections.abc import Iterable, Iterator, Sequence

from tracker.export.facing import Paragraph, Piece, Row
from tracker.export.shown_above import cut_out
from tracker.message import Message
from tracker.model.span import Span

ABOVE = "above"
"""Look of text that is left out, because it is shown with an earlier pair of sections."""
_REWRITTEN = 0.1
"""Share of both paragraphs up to which what they have in common is chance: 工作, 和."""
_REWRITTEN_LENGTH = 40
"""Characters from which two such paragraphs are read as texts and not word by word."""
_LABELS = {
    "sides rewritten": Message("整段改写", "rewritten as a whole"),
    "alone earlier": Message("删去", "dropped"),
    "alone later": Message("新增", "added"),
}


def without(above: Sequence[Span], pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield stretches of text; those that are shown above have the look ``above``."""
    for span, tag in pieces:
        for part, left_out in cut_out(span, above):
            yield part, ABOVE if left_out else tag


def shown(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows; of later paragraphs shown above as a whole the first of a run stays."""
    left_out = False
    for row in rows:
        later: list[Paragraph] = []
        for paragraph in row.later:
            whole = all(tag == ABOVE for _, tag in paragraph.pieces)
            if not (whole and left_out):
                later.append(paragraph)
            left_out = paragraph.pieces[-1][1] == ABOVE
        if row.earlier or later:
            yield Row(row.earlier, tuple(later))


def look_of(row: Row) -> str:
    """Return the classes of a row, ``sides`` or ``alone`` with what more is to be told."""
    if row.earlier and row.later:
        return "sides rewritten" if _rewritten(row) else "sides"
    if row.earlier:
        return "alone earlier"
    above = all(tag == ABOVE for p in row.later for _, tag in p.pieces)
    return "alone" if above else "alone later"


def label_of(row: Row) -> Message | None:
    """Return what is said above a row that is read as a text and not word by word."""
    return _LABELS.get(look_of(row))


def _rewritten(row: Row) -> bool:
    """Tell whether paragraphs that face each other have next to nothing in common."""
    for side in (row.earlier, row.later):
        pieces = [(len(span), tag) for p in side for span, tag in p.pieces if tag != ABOVE]
        length = sum(size for size, _ in pieces)
        kept = sum(size for size, tag in pieces if tag not in ("del", "ins"))
        if length < _REWRITTEN_LENGTH or kept > _REWRITTEN * length:
            return False
    return True
