"""Finds running heads and feet and page numbers (书眉、页脚、页码) by what repeats over pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.ingest.pdf.lines import Piece, merged

_DEEP = 3
"""Rows at the upper and lower edge of a page that are looked at."""

_FIGURES = re.compile(r"\d+|[ivxlc]+\b|[IVXLC]+\b|[一二三四五六七八九十百〇○零]+")
_NUMBER_ALONE = re.compile(
    r"\W*(第\s*)?(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[一二三四五六七八九十百〇]{1,5})"
    r"(\s*页)?([\s,，/／共]*\d{1,4}\s*页?)?\W*"
)
"""Nothing but a page's number: ``— 3 —``, ``第3页 共20页``, ``3/20``, ``iv``."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row at the edge of a page."""

    page: int
    text: str
    y: float
    from_edge: int
    top: bool
    pieces: tuple[Piece, ...]
    apart: bool


def furniture_of(
    pages: Sequence[Sequence[Piece]], heights: Sequence[float], usual_size: float
) -> list[set[Piece]]:
    """Return for each page the pieces that belong to its running head, foot or number.

    Args:
        pages: Pieces by page, from the top down.
        heights: Heights of the pages.
        usual_size: Size of most of the document's characters.
    """
    rows = [row for number, pieces in enumerate(pages) for row in _edge_rows(number, pieces)]
    rows_found = _repeated(rows, len(pages)) | _numbers(rows, heights)
    rows_found |= _same_slot(rows, rows_found, usual_size)
    found: list[set[Piece]] = [set() for _ in pages]
    for row in rows_found:
        found[row.page].update(row.pieces)
    for number, piece in _stamped(pages):
        found[number].add(piece)
    return found


def _edge_rows(number: int, pieces: Sequence[Piece]) -> list[Row]:
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and abs(rows[-1][0].y - piece.y) <= 0.3 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    found: list[Row] = []
    for top, order in ((True, rows), (False, rows[::-1])):
        for depth, row in enumerate(order[:_DEEP]):
            if not top and depth and len(rows) - 1 - depth < _DEEP:
                break
            ordered = tuple(sorted(row, key=lambda p: p.x0))
            inner = order[depth + 1][0] if depth + 1 < len(order) else None
            apart = inner is None or abs(inner.y - row[0].y) > 1.8 * max(row[0].size, inner.size)
            text = merged(ordered).text
            found.append(Row(number, text, row[0].y, depth, top, ordered, apart))
    return found


def _shape(text: str) -> str:
    """A text with its figures taken out: what is the same on every page."""
    return _FIGURES.sub("#", re.sub(r"\s+", "", text))


def _repeated(rows: Sequence[Row], n_pages: int) -> set[Row]:
    """Rows whose text, apart from figures, stands at the same height on several pages."""
    groups: dict[tuple[str, bool], list[Row]] = defaultdict(list)
    for row in rows:
        groups[_shape(row.text), row.top].append(row)
    found: set[Row] = set()
    for same in groups.values():
        heights = Counter(round(row.y / 4) for row in same)
        for height in heights:
            level = [row for row in same if abs(round(row.y / 4) - height) <= 1]
            enough = len({row.page for row in level}) >= max(2, min(3, n_pages), 0.15 * n_pages)
            if enough and (_says_the_same(level) or _counts_pages(level)):
                found.update(level)
    return {row for row in found if not _like_text(row, found)}


def _says_the_same(rows: Sequence[Row]) -> bool:
    """Whether rows are alike in their figures, too: left and right pages may differ."""
    common = Counter(row.text for row in rows).most_common(2)
    return sum(times for _, times in common if times > 1) >= 0.6 * len(rows)


def _counts_pages(rows: Sequence[Row]) -> bool:
    """Whether one figure of the rows goes up with the pages, or nothing but a figure stands there.

    Figures that are not Arabic are not worked out: ``iv``, ``第三页``.
    """
    if len(_shape(rows[0].text).replace("#", "")) <= 4:
        return True
    figures = [[int(f) for f in re.findall(r"\d{1,6}", row.text)] for row in rows]
    for place in range(min(map(len, figures))):
        steps = Counter(values[place] - row.page for values, row in zip(figures, rows, strict=True))
        if steps.most_common(1)[0][1] >= 0.6 * len(rows):
            return True
    return False


def _like_text(row: Row, found: set[Row]) -> bool:
    """A row inside the page counts only with all rows between it and the edge."""
    return any(
        not any(
            other.page == row.page and other.top == row.top and other.from_edge == depth
            for other in found
        )
        for depth in range(row.from_edge)
    )


_TELLING_PAGES = 3


def _numbers(rows: Sequence[Row], heights: Sequence[float]) -> set[Row]:
    """Rows that hold a number alone, at the very edge and apart from the text.

    Where there are pages enough to tell, the number must count them: 30 at the top of page 3 is
    a cell of a table.
    """
    found = set()
    for row in rows:
        if row.from_edge or not _NUMBER_ALONE.fullmatch(row.text):
            continue
        height = heights[row.page]
        outside = row.y < 0.12 * height if row.top else row.y > 0.88 * height
        if row.apart and outside:
            found.add(row)
    ahead = Counter(_ahead(row) for row in found)
    return {
        row
        for row in found
        if len(heights) < _TELLING_PAGES or _ahead(row) is None or ahead[_ahead(row)] > 1
    }


def _ahead(row: Row) -> int | None:
    """Return by how much the one figure of a row is ahead of its page; None for no figure."""
    figures = re.findall(r"\d{1,6}", row.text)
    return int(figures[0]) - row.page if len(figures) == 1 else None


def _same_slot(rows: Sequence[Row], known: set[Row], usual_size: float) -> set[Row]:
    """Outermost rows that stand where other pages have their heads: a head of another chapter."""
    slots = Counter((row.top, round(row.y / 2)) for row in known if not row.from_edge)
    found = set()
    for row in rows:
        near = sum(slots[row.top, round(row.y / 2) + d] for d in (-1, 0, 1))
        small = row.pieces[0].size < 0.93 * usual_size
        if not row.from_edge and row not in known and near >= 3 and small and row.apart:
            found.add(row)
    return found


def _stamped(pages: Sequence[Sequence[Piece]]) -> list[tuple[int, Piece]]:
    """Pieces with the same text at the same place on most pages: a stamp over the text."""
    places: dict[tuple[str, int, int], list[tuple[int, Piece]]] = defaultdict(list)
    for number, pieces in enumerate(pages):
        for piece in pieces:
            places[piece.text, round(piece.x0 / 3), round(piece.y / 3)].append((number, piece))
    least = max(3, 0.6 * len(pages))
    return [x for same in places.values() if len(same) >= least for x in same]
