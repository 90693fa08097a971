"""Numbers of headings: 第一部分, 一、, （一）, 1., 一是, ——."""

import re
from dataclasses import dataclass
from enum import IntEnum

_CN = "[一二三四五六七八九十]{1,3}"


class NumberKind(IntEnum):
    """Kinds of numbers, from the outermost to the innermost in common use."""

    PART = 0
    CHINESE = 1
    PAREN = 2
    ARABIC = 3
    DASH = 4
    ORDINAL = 5
    """一是, 二是: also inside a paragraph."""
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
    (NumberKind.PAREN, re.compile(rf"[（(]({_CN})[)）][、．.]?")),
    (NumberKind.ARABIC, re.compile(r"(\d{1,2})[.．、](?!\d)")),
    (NumberKind.ORDINAL, re.compile(rf"({_CN})是(?!否)")),
    (NumberKind.DASH, re.compile(r"[—–]{1,2}(?=[^\d—–])()")),
)
_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}


def number_at(text: str) -> Numbering | None:
    """Return the number with which a text begins, if it begins with one."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            return Numbering(kind, match.group().strip(), value_of(match.group(1)), match.end())
    return None


def ordinals_in(text: str) -> tuple[Numbering, ...]:
    """Return the 一是, 二是 … of a paragraph that count from one and open a sentence.

    ``Numbering.end`` counts from the start of the paragraph.
    """
    pattern = re.compile(rf"(?:^|(?<=[。；：！]))({_CN})是(?!否)")
    found: list[Numbering] = []
    for match in pattern.finditer(text):
        value = value_of(match.group(1))
        if value == len(found) + 1:
            found.append(Numbering(NumberKind.ORDINAL, match.group(), value, match.end()))
        elif value == 1:
            found = [Numbering(NumberKind.ORDINAL, match.group(), value, match.end())]
    return tuple(found)


def value_of(written: str) -> int:
    """Return what 1 to 99 in figures or Chinese numerals counts; 0 for anything else."""
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    if ten:
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(written, 0)
