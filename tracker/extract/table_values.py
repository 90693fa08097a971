"""Spells the values of table cells out (表中数值), so that they read like a clause.

In: the text of a cell and what its row and column say. Out: a text that a reader of clauses
understands, and for each of its characters the one of the cell that it stands for:
``≥5.5`` in a column ``年均增长（%）`` gives ``增长不低于5.5%``. A cell that says nothing (``—``,
``…``, ``/``) is told from one that does.
"""

import re
from dataclasses import dataclass

from tracker.text.numerals import find_quantities

_NOTHING = re.compile(r"[\s—–―\-－_/／\\*＊.…·、。，:：()（）无]*")
_SIGNS = (
    (re.compile(r"(?:≥|>=|＞=|≧)"), "不低于"),
    (re.compile(r"(?:≤|<=|＜=|≦)"), "不高于"),
    (re.compile(r"[>＞]"), "超过"),
    (re.compile(r"[<＜]"), "低于"),
    (re.compile(r"[≈]"), "约"),
)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_RANGE = re.compile(r"(?:[~～—–－-]{1,2}|至|到)(?=\d)")
_NEGATIVE = re.compile(r"^[-－−–](?=\d)")
_POSITIVE = re.compile(r"^[+＋](?=\d)")
_SAYS_ITSELF = re.compile(r"[\u4e00-\u9fff]{2,}.*?\d|^[增降升减]")
_BINDS = re.compile(r"(?:左右|以上|以下|以内|之内|上下|[（(].*|[\]］】〕])?$")
_SUM = re.compile(r"[\[［【〔](?=[\d≥≤>＞])")
_SUM_END = "]］】〕"
_TENS_ALONE = re.compile(r"[十百千万亿]+")
_TENS = re.compile(r"[十百千万亿]+(?=左右|以上|以下|以内|之内|$|[（(])")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A cell spelled out.

    Attributes:
        text: What is read in its place.
        origin: For each character the index of the cell's character that it stands for.
    """

    text: str
    origin: tuple[int, ...]

    def cell_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the cell that ``text[start:end]`` stands for."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else 0
            return at, at
        return self.origin[start], self.origin[end - 1] + 1


def says_nothing(text: str) -> bool:
    """Tell whether a cell holds marks only (—, …, /, 无)."""
    return _NOTHING.fullmatch(text) is not None


def is_sum(cell: str) -> bool:
    """Tell whether a value is one of several years together (``[15]`` in a column 年均/累计)."""
    return _SUM.match(cell) is not None


def spell(cell: str, unit: str, *, is_change: bool) -> Spelled:
    """Return a cell spelled out.

    Args:
        cell: Canonical text of the cell.
        unit: Unit of its numbers where they have none, or "".
        is_change: Its numbers are rates of change (a column of 增长).
    """
    pieces: list[tuple[str, int]] = []
    at = 0
    lead = _NEGATIVE.match(cell) or _POSITIVE.match(cell)
    signed = lead is not None and (unit.endswith(("%", "‰", "百分点")) or is_change)
    if signed and lead is not None:
        pieces.append(("下降" if _NEGATIVE.match(cell) else "增长", 0))
        at = lead.end()
    elif is_change and not _SAYS_ITSELF.search(cell) and re.search(r"\d", cell):
        pieces.append(("增长", 0))
    elif is_sum(cell):
        pieces.append(("累计", 0))
        at = 1
    measured = {
        i
        for quantity in find_quantities(cell)
        if not _TENS_ALONE.fullmatch(quantity.unit)
        for i in range(quantity.start, quantity.end)
    }
    while at < len(cell):
        sign = next(((m, word) for p, word in _SIGNS if (m := p.match(cell, at))), None)
        number = _NUMBER.match(cell, at)
        if sign:
            pieces.append((sign[1], at))
            at = sign[0].end()
        elif number:
            end = number.end()
            pieces.extend((cell[i], i) for i in range(at, end))
            if _is_bare(cell, end, measured) and at not in measured and unit:
                tens = _TENS.match(cell, end)
                if tens:
                    pieces.extend((cell[i], i) for i in range(end, tens.end()))
                    end = tens.end()
                pieces.append((unit, end - 1))
            at = end
        else:
            if cell[at] not in _SUM_END or not is_sum(cell):
                pieces.append((cell[at], at))
            at += 1
    text = "".join(word for word, _ in pieces)
    origin = tuple(i for word, i in pieces for _ in word)
    return Spelled(text, origin)


def _is_bare(cell: str, end: int, measured: set[int]) -> bool:
    """Tell whether a number that ends here has no unit of its own and begins no range."""
    if end in measured or _RANGE.match(cell, end):
        return False
    tens = _TENS.match(cell, end)
    return bool(_BINDS.match(cell, tens.end() if tens else end))
