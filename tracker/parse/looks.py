"""Tells headings by how they stand (版式): by style, size, centring and bold letters.

A file says how its lines stand, not what they are. Most of the text shows how plain text stands;
short lines that stand out from it are headings, and those that stand alike are of one rank.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tracker.model.source import LineLayout
from tracker.parse.lines import Line, layout_of
from tracker.parse.numbering import NumberKind, number_at

_MAX = 60
"""Characters of a heading."""
_MIN = 2
_BODY = re.compile("[。：！]")
"""Stands in the first line of the text; what stands before is the head."""
_LARGER, _SMALLER = 1.04, 0.96
"""Share of the size of the text: sizes in PDF files waver by one or two per cent."""
_STEP = 1.03
"""Sizes that differ by less are one size."""
_NO_HEADING = re.compile(r"[；：，、…！？,;:!]$|[。！？；](?=.)|^[^\u4e00-\u9fff]*$")
_MANY = 10
"""So many centred lines that stand alike are not the parts of a report alone: two of them in a row
may be a part and its first section."""
_FULL_LINE = 24
"""Characters of the first of two lines that stand at the margin."""
_NO_STYLE = 99
_Look = tuple[int, float, bool, bool]
"""Level of the style, size (largest first), not centred, not bold: smaller is higher."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """How most of the text stands."""

    size: float
    bold: bool
    centred: bool


@dataclass(frozen=True, slots=True)
class Looks:
    """How the lines of a source stand out from its text.

    Attributes:
        ranks: By 1-based line that looks like a heading, its rank from 1 on; lines that stand
            alike have the same.
        broken: Pairs of lines that are one heading, printed on two lines.
    """

    ranks: Mapping[int, int]
    broken: tuple[tuple[int, int], ...]


def find_looks(
    lines: tuple[Line, ...], layout: tuple[LineLayout, ...], left_out: frozenset[int]
) -> Looks:
    """Return which lines stand out, and how much.

    Args:
        lines: All lines of the source.
        layout: How each stood in the file; empty where only Markdown marks tell.
        left_out: 1-based lines of tables and of noise.
    """
    stands = {
        x.number: layout[x.number - 1] if layout else layout_of(x)
        for x in lines
        if x.bare and x.number not in left_out
    }
    stands = {n: s for n, s in stands.items() if not (s.note or s.furniture)}
    kept = [x for x in lines if x.number in stands]
    plain = _plain(kept, stands)
    looks = {x.number: _look(x, stands[x.number], plain) for x in kept}
    found = {number: look for number, look in looks.items() if look is not None}
    if not found:
        return Looks({}, ())
    sizes = _one_size({look[1] for look in found.values()})
    found = {n: (a, sizes[b], c, d) for n, (a, b, c, d) in found.items()}
    order = {look: rank for rank, look in enumerate(sorted(set(found.values())), 1)}
    ranks = {number: order[look] for number, look in found.items()}
    centred = frozenset(n for n in ranks if stands[n].centred)
    return Looks(ranks, tuple(_broken(kept, ranks, centred)))


def _plain(kept: list[Line], stands: Mapping[int, LineLayout]) -> _Plain:
    """Return how most of the characters stand."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    centred: Counter[bool] = Counter()
    for line in kept:
        stand = stands[line.number]
        if stand.style_level is None:
            sizes[stand.size or 0.0] += len(line.bare)
            bold[stand.bold] += len(line.bare)
            centred[stand.centred] += len(line.bare)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return _Plain(size, bold[True] > bold[False], centred[True] > centred[False])


def _look(line: Line, stand: LineLayout, plain: _Plain) -> _Look | None:
    """Return how a line stands out, None where it is text."""
    text = line.bare.strip("*#")
    if not _MIN <= len(text) <= _MAX or _NO_HEADING.search(text):
        return None
    size = stand.size or plain.size
    larger = size > _LARGER * plain.size
    if stand.style_level is not None:
        return stand.style_level, -size, not stand.centred, not stand.bold
    bold = stand.bold and not plain.bold
    centred = stand.centred and not plain.centred and not text.endswith("。")
    if size < _SMALLER * plain.size or not (larger or bold or centred):
        return None
    # Quotation marks and figures are often of another font, which is not bold: 18 points, centred
    # is one look. At the margin bold letters may be what tells two levels of a size apart.
    return _NO_STYLE, -size, not centred, not (bold or (larger and centred))


def _one_size(sizes: set[float]) -> dict[float, float]:
    """Return for each (negative) size the first of those that hardly differ from it."""
    found: dict[float, float] = {}
    last = first = 0.0
    for size in sorted(sizes):
        if not found or size > last / _STEP:
            first = size
        found[size] = first
        last = size
    return found


def _broken(
    kept: list[Line], ranks: Mapping[int, int], centred: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield the two lines of headings that are printed on two: two alike in a row, not more."""
    members = Counter(ranks.values())
    begun = False
    for i, (first, second) in enumerate(pairwise(kept)):
        begun = begun or bool(_BODY.search(first.bare))
        rank = ranks.get(first.number, 0)
        around = (*kept[max(0, i - 1) : i], *kept[i + 2 : i + 3])
        if (
            begun
            and rank
            and ranks.get(second.number) == rank
            and not any(ranks.get(x.number) == rank for x in around)
            and len(first.bare) + len(second.bare) <= _MAX
            and not _begins_anew(second.bare)
        ):
            parts = first.number in centred and members[rank] <= _MANY
            if parts or len(first.bare) >= _FULL_LINE:
                yield first.number, second.number


def _begins_anew(text: str) -> bool:
    number = number_at(text.strip("*#"))
    return number is not None and number.kind is not NumberKind.DASH
