"""How list numbers are written: 3 as 三, 叁, 丙, ③, iii or (3).

Names of formats are those of WordprocessingML (ECMA-376 part 1, 17.18.59 ST_NumberFormat); the
readers of odt and rtf map their own names to these.
"""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN = 3999

_COUNTING = frozenset(
    {
        *("chineseCounting", "chineseCountingThousand", "taiwaneseCounting"),
        *("taiwaneseCountingThousand", "japaneseCounting", "ideographLegalNormal"),
    }
)


def number_text(value: int, written: str) -> str:
    """Return a number as a list format writes it; formats that are not known count 1, 2, 3.

    Args:
        value: The number, from 0 on.
        written: Name of the format; "none" and "bullet" write nothing.
    """
    if written in ("none", "bullet") or value < 0:
        return ""
    if written in _COUNTING:
        return chinese(value)
    writer = _WRITERS.get(written)
    return writer(value) if writer else str(value)


def chinese(value: int) -> str:
    """Return a number below 10,000 in Chinese: 十二, 一百〇五."""
    return _placed(value, _DIGITS, ("", "十", "百", "千"), short=True)


def _placed(value: int, digits: str, places: tuple[str, ...], *, short: bool) -> str:
    if not 0 < value < 10_000:
        return "".join(digits[int(c)] for c in str(value))
    written = str(value)
    found = ""
    gap = False
    for place, digit in zip(range(len(written) - 1, -1, -1), written, strict=True):
        if digit == "0":
            gap = True
            continue
        if gap:
            found += digits[0]
            gap = False
        found += digits[int(digit)] + places[place]
    if short and found.startswith("一十"):
        return found[1:]
    return found


def _enclosed(value: int) -> str:
    if 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if 21 <= value <= 35:
        return chr(0x3251 + value - 21)
    if 36 <= value <= 50:
        return chr(0x32B1 + value - 36)
    return str(value)


def _letters(value: int) -> str:
    """A, B … Z, AA, BB … as Word counts them."""
    if not 1 <= value <= 780:
        return str(value)
    repeats, letter = divmod(value - 1, 26)
    return chr(ord("A") + letter) * (repeats + 1)


def _roman(value: int) -> str:
    if not 1 <= value <= _LARGEST_ROMAN:
        return str(value)
    found = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        found += sign * count
    return found


def _in_ring(signs: str, value: int) -> str:
    return signs[(value - 1) % len(signs)] if value else str(value)


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

_WRITERS: dict[str, Callable[[int], str]] = {
    "ideographDigital": lambda n: "".join(_DIGITS[int(c)] for c in str(n)),
    "taiwaneseDigital": lambda n: "".join(_DIGITS[int(c)] for c in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_DIGITS[int(c)] for c in str(n)),
    "chineseLegalSimplified": lambda n: _placed(n, _FORMAL, ("", "拾", "佰", "仟"), short=False),
    "ideographTraditional": lambda n: _in_ring(_STEMS, n),
    "ideographZodiac": lambda n: _in_ring(_BRANCHES, n),
    "ideographEnclosedCircle": lambda n: chr(0x3280 + n - 1) if 1 <= n <= 10 else str(n),
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedCircleChinese": _enclosed,
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if 1 <= n <= 20 else f"{n}.",
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if 1 <= n <= 20 else f"({n})",
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalZero": lambda n: f"{n:02d}",
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "ordinal": lambda n: f"{n}.",
}
