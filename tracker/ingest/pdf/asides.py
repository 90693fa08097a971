"""Finds what a printed web page has around its text: the site's head, and columns beside it."""

from collections.abc import Sequence

from tracker.ingest.pdf.grid import Table
from tracker.ingest.pdf.lines import Piece

_SMALL = 0.9
"""What stands beside the text is smaller than so many of its sizes."""

_TOUCH = 0.2
"""What reaches over an edge by less, in sizes of the text, only touches it."""

_LEAST = 3
"""Fewer pieces beside the text of a page are a stamp or a number."""

_MARGIN = 0.01
"""Share of the text's lines that may reach over its edges."""

_LINE = 15
"""Fewer characters are no line of running text: an entry of a menu, a name."""

_TITLE = 1.25
"""A title is larger than the text by so much."""

_HEAD = 0.6
"""A title on the first page of a printed web page stands in so much of it from above."""

_BROWSERS = ("Mozilla/", "Chromium", "Chrome", "Firefox", "Safari")


def is_web_page(creator: str) -> bool:
    """Tell whether a browser printed a file, by the program that the file says it was made with."""
    return any(name in creator for name in _BROWSERS)


def beside_text(pages: Sequence[Sequence[Piece]], usual: float) -> list[set[Piece]]:
    """Return for each page the pieces of columns beside the text, such as links to other pages.

    They lie wholly beyond the edges that the text has on all pages and are smaller than it; the
    cells of a table that is wider than the text have others on their line within it.

    Args:
        pages: Pieces by page.
        usual: Size of most characters.
    """
    near = (p for page in pages for p in page if abs(p.size - usual) <= 0.08 * usual)
    body = [p for p in near if len(p.text) >= _LINE]
    if len(body) < 2 * _LEAST:
        return [set() for _ in pages]
    left = sorted(p.x0 for p in body)[int(_MARGIN * len(body))]
    right = sorted((p.x1 for p in body), reverse=True)[int(_MARGIN * len(body))]
    return [_beside(page, left, right, usual) for page in pages]


def _beside(page: Sequence[Piece], left: float, right: float, usual: float) -> set[Piece]:
    left, right = left + _TOUCH * usual, right - _TOUCH * usual
    inside = [p for p in page if p.x0 < right and p.x1 > left]
    outside = [p for p in page if p.x0 >= right or p.x1 <= left]
    small = [
        p
        for p in outside
        if p.size < _SMALL * usual and not any(_on_line(p, other) for other in inside)
    ]
    if len(small) < _LEAST or not inside:
        return set()
    # Above and between the small ones stand captions, which may be larger.
    first, last = min(p.y for p in small) - 3 * usual, max(p.y for p in small)
    return {*small, *(p for p in outside if first <= p.y <= last)}


def _on_line(one: Piece, other: Piece) -> bool:
    same = abs(one.size - other.size) <= 0.03 * one.size
    return same and abs(one.y - other.y) <= 0.25 * one.size


def title_height(first: Sequence[Piece], height: float, usual: float) -> float:
    """Return where the title of a printed web page stands on its first page, 0 without one.

    The name of the site above it may be as large, hardly larger.
    """
    high = [p for p in first if p.y < _HEAD * height and len(p.text) > 3]
    largest = max((p.size for p in high), default=0.0)
    if largest < _TITLE * usual:
        return 0.0
    title = max((p for p in high if p.size == largest), key=lambda p: len(p.text))
    return min(p.y for p in high if p.size == largest and title.y - p.y < 2 * largest)


def above(pieces: Sequence[Piece], y: float) -> set[Piece]:
    """Return the pieces of a page that stand above a height, none where they make sentences.

    In columns, text stands as high as the title.
    """
    found = {p for p in pieces if p.y < y}
    return set() if any(sign in p.text for p in found for sign in "，。") else found


def as_pieces(tables: Sequence[Table]) -> list[Piece]:
    """Return the rows of tables as lines: search fields and menus are drawn as if they were."""
    return [
        Piece(
            text=" ".join(cell.text for cell in row if cell.text),
            x0=table.x0,
            x1=table.x1,
            y=table.y0 + (index + 1) * (table.y1 - table.y0) / len(table.rows),
            size=table.size,
            bold=False,
            bold_start=False,
            face="",
            head=0.0,
        )
        for table in tables
        for index, row in enumerate(table.rows)
        if any(cell.text for cell in row)
    ]
