"""Numbers of headings: 第一部分, 一、, （一）, 1., （1）, ①, 一是, ——."""

import re
from dataclasses import dataclass
from enum import IntEnum

_CN = "[一二三四五六七八九十]{1,3}"
_WORDS = "首先|其次|再次|第[一二三四五六七八九十]"


class NumberKind(IntEnum):
    """Kinds of numbers, from the outermost to the innermost in common use."""

    PART = 0
    CHINESE = 1
    PAREN = 2
    ARABIC = 3
    INNER = 4
    """（1）, ①, a): below the others, and as often the items of a list."""
    DASH = 5
    ORDINAL = 6
    """一是, 二是, 首先, 其次: also inside a paragraph."""
    NONE = 9


@dataclass(frozen=True, slots=True)
class Numbering:
    """A number at the beginning of a text.

    Attributes:
        kind: What it looks like.
        text: As written.
        value: What it counts, 0 where it does not count.
        end: Offset of the first character after it.
    """

    kind: NumberKind
    text: str
    value: int
    end: int


_PATTERNS = (
    (NumberKind.PART, re.compile(rf"第({_CN})(?:部分|章|节|篇)[：:、\s]?")),
    (NumberKind.CHINESE, re.compile(rf"({_CN})[、．.]")),
    (NumberKind.PART, re.compile(r"([Ⅰ-Ⅻ]|[IVX]{1,4}(?=[.．、]))[.．、\s]?")),
    (NumberKind.PAREN, re.compile(rf"[（(]?({_CN})[)）][、．.]?")),
    (NumberKind.ARABIC, re.compile(r"(\d{1,2})[.．、](?!\d)")),
    (NumberKind.INNER, re.compile(r"[（(](\d{1,2})[)）][、．.]?")),
    (NumberKind.INNER, re.compile(r"([①-⑳])[、．.]?|([a-z])[)）]")),
    (NumberKind.ORDINAL, re.compile(rf"({_CN})是(?!否)|({_WORDS})[，、]")),
    (NumberKind.DASH, re.compile(r"(?:[—–]{1,2}|[★☆●○◆◇■□▲△※])(?=[^\d—–])()")),
)
_INSIDE = re.compile(rf"(?:^|(?<=[。；：！])|(?<=，)(?=一是))(?:({_CN})是(?!否)|({_WORDS})[，、])")
_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}
_RANKS = {"首先": 1, "其次": 2, "再次": 3}
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def number_at(text: str) -> Numbering | None:
    """Return the number with which a text begins, if it begins with one."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            written = next((g for g in match.groups() if g is not None), "")
            return Numbering(kind, match.group().strip(), value_of(written), match.end())
    return None


def ordinals_in(text: str) -> tuple[Numbering, ...]:
    """Return the 一是, 二是 … of a paragraph that count from one and open a sentence.

    ``Numbering.end`` counts from the start of the paragraph.
    """
    found: list[Numbering] = []
    for match in _INSIDE.finditer(text):
        value = value_of(match.group(1) or match.group(2))
        if value == len(found) + 1:
            found.append(Numbering(NumberKind.ORDINAL, match.group(), value, match.end()))
        elif value == 1:
            found = [Numbering(NumberKind.ORDINAL, match.group(), value, match.end())]
    return tuple(found)


def value_of(written: str) -> int:
    """Return what a number counts, however headings write it; 0 for what counts nothing."""
    if written.isdecimal():
        return int(written)
    if written in _RANKS:
        return _RANKS[written]
    if written in _ROMAN:
        return _ROMAN.index(written)
    for first, last in ("az", "①⑳", "ⅠⅫ"):
        if len(written) == 1 and first <= written <= last:
            return ord(written) - ord(first) + 1
    written = written.removeprefix("第")
    tens, ten, ones = written.rpartition("十")
    if ten:
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(written, 0)
