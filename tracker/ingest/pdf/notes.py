"""Finds footnotes (脚注) and takes their marks out of the text; other raised figures stay."""

import re
from collections.abc import Sequence

from tracker.ingest.pdf.grid import Table
from tracker.ingest.pdf.ink import Rule
from tracker.ingest.pdf.lines import MARK_CLOSE, MARK_OPEN
from tracker.ingest.pdf.order import Item, Line

_SMALLER = 0.93
_RAISED = re.compile(f"{MARK_OPEN}([^{MARK_CLOSE}]*){MARK_CLOSE}")
_NOTE = re.compile(
    rf"{MARK_OPEN}?\s*[\[〔［(（]?([①-⑳❶-❿]|\d{{1,3}}|[*＊†‡※]{{1,3}})[\]〕］)）]?\s*{MARK_CLOSE}?"
    r"[.．、:：]?\s*(?=\S)"
)
_BRACKETS = "[]〔〕［］()（） "
_UP = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


def marks_in(text: str) -> set[str]:
    """Return the raised characters of a text, without brackets."""
    return {mark.strip(_BRACKETS) for mark in _RAISED.findall(text)}


def without_marks(text: str, notes: set[str]) -> str:
    """Return a text with its raised characters: gone where they call a note, else raised signs.

    ``km`` with a raised 2 becomes ``km²``.
    """

    def settled(match: re.Match[str]) -> str:
        mark = match.group(1)
        return "" if mark.strip(_BRACKETS) in notes else mark.translate(_UP)

    return _RAISED.sub(settled, text)


def plain_marks(text: str) -> str:
    """Return a note's text with its mark as a plain character."""
    return _RAISED.sub(r"\1", text)


def take_notes(
    items: Sequence[Item], rules: Sequence[Rule], size: float
) -> tuple[list[Item], list[list[Line]], set[str]]:
    """Return a page without its footnotes, the lines of each note, and the notes' marks.

    Footnotes stand below all text of their column in smaller type. They begin with a mark that is
    raised somewhere on the page, or stand under a short line.

    Args:
        items: Lines and tables of the page in reading order.
        rules: Ruled lines of the page.
        size: Size of most characters of the document.
    """
    lines = [x.piece.text for x in items if isinstance(x, Line)]
    called = {m for text in lines for m in marks_in(text.removeprefix(MARK_OPEN))}
    taken: set[int] = set()
    notes: list[list[Line]] = []
    marks: set[str] = set()
    for foot in _feet(items, size):
        ruled = any(
            rule.level
            and 0 < foot[0].piece.y - rule.y0 < 3.5 * size
            and rule.x1 - rule.x0 > 3 * size
            for rule in rules
        )
        begun = False
        for line in foot:
            match = _NOTE.match(line.piece.text)
            mark = match.group(1) if match else ""
            raised = line.piece.text.startswith(MARK_OPEN)
            if mark and (mark in called or (ruled and raised)) and mark not in marks:
                notes.append([line])
                marks.add(mark)
                begun = True
            elif begun:
                notes[-1].append(line)
            elif ruled and line is foot[0]:
                notes.append([line])
                begun = True
            else:
                continue
            taken.add(id(line))
    return [item for item in items if id(item) not in taken], notes, marks


def _feet(items: Sequence[Item], size: float) -> list[list[Line]]:
    """The lines in smaller type at the foot of each column."""
    columns: dict[tuple[int, ...], list[Item]] = {}
    for item in items:
        if isinstance(item, Line):
            columns.setdefault(item.column, []).append(item)
    tables = [item for item in items if isinstance(item, Table)]
    found = []
    for inside in columns.values():
        foot: list[Line] = []
        for item in reversed(inside):
            if not isinstance(item, Line) or item.piece.size > _SMALLER * size:
                break
            if any(table.y0 > item.piece.y for table in tables):
                break
            foot.insert(0, item)
        if foot:
            found.append(foot)
    return found
