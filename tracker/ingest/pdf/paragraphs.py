"""Decides where paragraphs begin: what an indent, a short line, a gap, a change of size says.

Chinese lines break anywhere, so a line that had room for what comes next was ended on purpose. In
text that is set to both margins every line but a paragraph's last reaches the right margin.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.ingest.pdf.lines import CLOSING, OPENING, Piece
from tracker.ingest.pdf.order import Line

_INDENT = (1.2, 3.6)
"""First lines stand in by so many sizes: two characters as a rule."""

_CLOSED = re.compile(r"[。！？；：…!?;:][”’」』）)】》]*(\x02[^\x03]*\x03)?$")
_NUMBERED = re.compile(
    r"([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[部章节条]"
    r"|\d{1,2}[．、]|\d{1,2}\.(?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|[—–]{2}|附[件表]\d?[：:]|表\s?\d)"
)
_LEADER = re.compile(r"[.…·．⋯‥]{4,}\s*[-—(（]?\s*\d{1,3}\s*[-—)）]?$|[…⋯]{2,}\s*\d{1,3}$")
"""A line of a table of contents: dots and the number of a page."""

_NO_TITLE_GOES_ON = "—–（(〔"


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of a column stands.

    Attributes:
        left: Left margin.
        right: Right margin.
        justified: All lines of a paragraph but the last reach the right margin.
        exact: So do those that end in a sign, or they hang over it; otherwise such lines may end
            before it, because the sign is drawn narrower than its square.
    """

    left: float
    right: float
    justified: bool
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set.

    Attributes:
        size: Size of most characters.
        indented: Paragraphs begin with an indent.
        margins: By column and side of the leaf (odd pages, even pages).
        pitches: Usual distance of base lines, by size.
    """

    size: float
    indented: bool
    margins: dict[tuple[tuple[int, ...], int], Margins]
    pitches: dict[float, float]

    def of(self, line: Line) -> Margins:
        """Return the margins of the column that a line stands in."""
        return self.margins[line.column, line.page % 2]

    def pitch(self, size: float) -> float:
        """Return the usual distance of base lines of a size."""
        known = self.pitches.get(size)
        return known or self.pitches.get(self.size, 1.6 * self.size) * max(1, size / self.size)


def usual_size(pieces: Iterable[Piece]) -> float:
    """Return the size of most characters."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[piece.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 10.5


def setting_of(lines: Sequence[Line], size: float) -> Setting:
    """Return how the lines of a document are set."""
    columns: dict[tuple[int, ...], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    margins: dict[tuple[tuple[int, ...], int], Margins] = {}
    for column, inside in columns.items():
        every = _margins([x.piece for x in inside])
        for leaf in (0, 1):
            own = [x.piece for x in inside if x.page % 2 == leaf]
            margins[column, leaf] = _margins(own) if len(own) >= 25 else every
    first = Setting(size, indented=False, margins=margins, pitches=_pitches(lines))
    stand_in = sum(_stands_in(x, first) and x.piece.size == size for x in lines)
    plain = sum(x.piece.size == size for x in lines)
    indented = stand_in >= max(2, 0.03 * plain)
    return Setting(size, indented, margins, first.pitches)


def _stands_in(line: Line, setting: Setting) -> bool:
    margins = setting.of(line)
    indent = line.piece.x0 - margins.left
    wide = margins.right - line.piece.x1 < 0.5 * (margins.right - margins.left)
    return _INDENT[0] * line.piece.size < indent < _INDENT[1] * line.piece.size and wide


def _margins(pieces: Sequence[Piece]) -> Margins:
    starts = Counter(round(p.x0) for p in pieces)
    least = max(2.0, 0.08 * len(pieces))
    if len(pieces) < 25:  # the widest lines of a short text stand at the margin
        longest = max((p.x1 - p.x0 for p in pieces), default=0.0)
        starts.update(2 * [round(p.x0) for p in pieces if p.x1 - p.x0 > 0.97 * longest])
    left = next(
        (x for x in sorted(starts) if starts[x - 1] + starts[x] + starts[x + 1] >= least),
        min(starts, default=0),
    )
    left_edge = min((p.x0 for p in pieces if abs(p.x0 - left) <= 1.5), default=float(left))
    ends = Counter(round(p.x1) for p in pieces)
    widest = max((p.x1 for p in pieces), default=0.0)
    long = [p for p in pieces if p.x1 - left > 0.75 * (widest - left)]
    mode = max(ends, key=lambda x: (ends[x - 1] + ends[x] + ends[x + 1], x), default=0)
    at_mode = [p for p in pieces if abs(p.x1 - mode) <= 1.6]
    if len(at_mode) >= max(3, 0.8 * len(long)):
        right = max(p.x1 for p in at_mode)
        signed = [p for p in long if p.text[-1] in CLOSING and abs(p.x1 - right) < 1.2 * p.size]
        reached = sum(right - p.x1 < 0.1 * p.size + 0.8 for p in signed)
        exact = len(signed) >= 5 and reached >= 0.85 * len(signed)
        return Margins(left_edge, right, justified=True, exact=exact)
    inside = sorted(p.x1 for p in long if p.text[-1] not in CLOSING) or [widest]
    return Margins(left_edge, inside[int(0.99 * (len(inside) - 1))], justified=False)


def _pitches(lines: Sequence[Line]) -> dict[float, float]:
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for a, b in pairwise(lines):
        step = b.piece.y - a.piece.y
        same = a.page == b.page and a.column == b.column and a.piece.size == b.piece.size
        if same and 0.8 * a.piece.size < step < 4 * a.piece.size:
            steps[a.piece.size][round(2 * step) / 2] += 1
    return {
        size: counted.most_common(1)[0][0]
        for size, counted in steps.items()
        if counted.total() >= 4
    }


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a sign that closes a sentence or part of one."""
    return _CLOSED.search(text) is not None


def is_centred(line: Line, setting: Setting) -> bool:
    """Whether a line stands in the middle of its column and does not fill it."""
    margins = setting.of(line)
    piece = line.piece
    before, after = piece.x0 - margins.left, margins.right - piece.x1
    middle = abs(before - after) <= 0.9 * piece.size
    usual = _is_first_line(line, setting) and not _is_heading(piece, setting)
    return middle and min(before, after) > 1.2 * piece.size and not usual


def _is_first_line(line: Line, setting: Setting) -> bool:
    """Whether a line stands in by two characters, as first lines of paragraphs do here."""
    indent = line.piece.x0 - setting.of(line).left
    # Browsers draw a bracket that opens a line in half of its square.
    least = 1.1 if line.piece.text[0] in OPENING else 1.6
    return setting.indented and least < indent / setting.size < 2.4


def begins_paragraph(a: Line, b: Line, setting: Setting) -> bool:
    """Whether line ``b`` begins a paragraph, ``a`` being the one before it."""
    one, two = a.piece, b.piece
    if one.text == two.text or _LEADER.search(one.text):
        return True
    if _same_title(a, b, setting):
        return False
    if abs(one.size - two.size) > 0.08 * max(one.size, two.size):
        return True
    step = two.y - one.y
    same_column = a.page == b.page and a.column == b.column
    pitch = setting.pitch(two.size)
    if same_column and step > 1.28 * pitch:
        return True
    if _had_room(a, b, setting):
        return True
    return _stands_apart(a, b, setting)


def _had_room(a: Line, b: Line, setting: Setting) -> bool:
    """Whether the start of ``b`` would have fitted on the line of ``a``."""
    margins = setting.of(a)
    piece = a.piece
    room = margins.right - piece.x1
    if _in_the_middle(a, setting):
        room += piece.x0 - margins.left
    elif margins.justified and not _is_heading(piece, setting):
        if piece.text[-1] not in CLOSING:
            # Where paragraphs stand in, a line that does not hardly begins one; what is no
            # heading by its type may be one by its face, and is then not spread either.
            if setting.indented and b.piece.x0 - setting.of(b).left < 0.5 * piece.size:
                return room > max(0.5 * piece.size, b.piece.head)
            return room > 0.2 * piece.size
        return room > (0.2 if margins.exact else 0.75) * piece.size
    return room > b.piece.head + 0.3 * piece.size


def _in_the_middle(line: Line, setting: Setting) -> bool:
    """Whether a line leaves the same room on both sides, though perhaps not much."""
    margins = setting.of(line)
    before = line.piece.x0 - margins.left
    after = margins.right - line.piece.x1
    same = before > 0.02 * line.piece.size and abs(before - after) < 0.6 * line.piece.size
    return same and not _is_first_line(line, setting)


def _is_heading(piece: Piece, setting: Setting) -> bool:
    """Whether a line is set as headings are, which are not spread to both margins."""
    return piece.bold or piece.size > 1.08 * setting.size


def _stands_apart(a: Line, b: Line, setting: Setting) -> bool:
    """Whether an indent, a number or bold type says that ``b`` begins anew after a full line."""
    size = b.piece.size
    margins = setting.of(b)
    indent = b.piece.x0 - margins.left
    above = a.piece.x0 - setting.of(a).left
    closed = ends_sentence(a.piece.text)
    if indent > _INDENT[0] * size and (setting.indented or indent - above > _INDENT[0] * size):
        return not is_centred(b, setting) or closed or not _in_the_middle(a, setting)
    numbered = _NUMBERED.match(b.piece.text) is not None
    at_margin = setting.indented and indent < 0.5 * size
    if a.piece.bold and not b.piece.bold_start:
        return not closed and not at_margin
    if b.piece.bold and not a.piece.bold:
        return closed or numbered
    return closed and numbered and not at_margin


def _same_title(a: Line, b: Line, setting: Setting) -> bool:
    """Whether two centred lines in large type are one title."""
    one, two = a.piece, b.piece
    return (
        a.page == b.page
        and one.size == two.size > 1.12 * setting.size
        and one.bold == two.bold
        and two.y - one.y < 2.4 * one.size
        and two.text[0] not in _NO_TITLE_GOES_ON
        and not ends_sentence(one.text)
        and is_centred(b, setting)
        and (is_centred(a, setting) or not _had_room(a, b, setting))
    )
