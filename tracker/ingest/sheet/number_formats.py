r"""A number of a spreadsheet as the sheet shows it: 0.055 with the format ``0.0%`` is ``5.5%``.

Formats after ECMA-376 part 1, 18.8.31 (``numFmts``): up to four sections parted by ``;`` (positive,
negative, zero, text), with ``0 # ?`` for digits, ``,`` between thousands or after the digits for a
division by a thousand, ``%``, quoted and escaped text, ``[colour]`` and ``[$¥-804]``; for dates
``y m d h s``. Fractions and conditions are shown as plain numbers.
"""

import datetime
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

_TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<bracket>\[[^\]]*\])'
    r"|_(?P<space>.)|\*(?P<fill>.)|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)"
    r"|(?P<scientific>[eE][+-]0+)|(?P<plain>.)",
    re.DOTALL,
)
_DATE_TOKENS = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<bracket>\[[^\]]*\])|_.|\*.'
    r"|(?P<noon>AM/PM|A/P|上午/下午)|(?P<part>y+|m+|d+|h+|s+(?:\.0+)?|a{3,4})|(?P<plain>[^;@])",
    re.IGNORECASE | re.DOTALL,
)
_GENERAL = re.compile("general|g/通用格式", re.IGNORECASE)
_MOST_PLACES = 30
_LARGEST = Decimal("1e30")
"""Beyond this a number is shown with an exponent: no figure of a report is."""

_MOST_WHOLE = 10**15
"""Beyond this a spreadsheet does not keep every digit."""

_WEEK = "一二三四五六日"


def shown_value(value: object, number_format: str) -> str:
    """Return what a cell with a value and a format shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float | Decimal):
        return shown_number(value, number_format)
    if isinstance(value, datetime.timedelta):
        return str(value)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return shown_date(value, number_format)
    return str(value)


def shown_number(value: float | Decimal, number_format: str) -> str:
    """Return a number as a cell shows it."""
    number = Decimal(repr(value) if isinstance(value, float) else value)
    sections = _sections(number_format)
    if not number.is_finite():
        return str(value)
    if _GENERAL.search(number_format) or not sections or abs(number) > _LARGEST:
        return _general(number)
    section, negative = _section_for(number, sections)
    shown = _by_section(number if negative else abs(number), section)
    return _general(number) if shown is None else shown


def _section_for(number: Decimal, sections: Sequence[str]) -> tuple[str, bool]:
    """Return the section of a number, and whether the minus sign is left for us to write."""
    if len(sections) >= 2 and number < 0:
        return sections[1], False
    if len(sections) >= 3 and number == 0:
        return sections[2], False
    return sections[0], True


def _sections(number_format: str) -> list[str]:
    found = [""]
    for token in _TOKENS.finditer(number_format):
        if token.group("plain") == ";":
            found.append("")
        else:
            found[-1] += token.group()
    return found if any(found) else []


def _by_section(number: Decimal, section: str) -> str | None:
    """Return a number as one section shows it, None where the section is beyond us."""
    tokens = list(_TOKENS.finditer(section))
    if any(t.group("plain") in {"/", "@"} or t.group("scientific") for t in tokens):
        return None if not any(t.group("plain") == "@" for t in tokens) else str(number)
    digits = [t.group("digits") for t in tokens if t.group("digits")]
    if len(digits) > 1:
        return None
    number *= 100 ** sum(t.group("plain") == "%" for t in tokens)
    parts: list[str] = []
    for token in tokens:
        kind = token.lastgroup
        if kind == "digits":
            parts.append(_digits(abs(number), token.group()))
        elif kind in {"quoted", "escaped", "currency", "plain"}:
            parts.append(token.group(kind))
    sign = "-" if number < 0 and digits and any(c in "123456789" for c in "".join(parts)) else ""
    return sign + "".join(parts).strip()


def _digits(number: Decimal, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    scaled = whole.rstrip(",")
    number = number.scaleb(-3 * (len(whole) - len(scaled)))
    most = min(len(decimals), _MOST_PLACES)
    fixed = _rounded(number, most)
    shown_whole, _, shown_decimals = f"{fixed:f}".partition(".")
    while len(shown_decimals) > decimals.count("0") and shown_decimals.endswith("0"):
        shown_decimals = shown_decimals[:-1]
    least = scaled.count("0")
    shown_whole = shown_whole.lstrip("0").rjust(least, "0")
    if "," in scaled:
        shown_whole = _grouped(shown_whole)
    return shown_whole + (f".{shown_decimals}" if shown_decimals else "")


def _rounded(number: Decimal, places: int) -> Decimal:
    with localcontext() as context:
        context.prec = 80
        return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _grouped(digits: str) -> str:
    first = len(digits) % 3 or 3
    return ",".join([digits[:first], *(digits[i : i + 3] for i in range(first, len(digits), 3))])


def _general(number: Decimal) -> str:
    """Return a number without a format: eleven digits as a cell has them, whole ones complete."""
    if number == number.to_integral_value() and abs(number) < _MOST_WHOLE:
        return str(int(number))
    shown = f"{float(number):.11g}"
    return shown.replace("e", "E") if "e" in shown else shown


def shown_date(value: datetime.datetime | datetime.date | datetime.time, number_format: str) -> str:
    """Return a date or a time as a cell shows it."""
    parts: list[str] = []
    tokens = list(_DATE_TOKENS.finditer(number_format.split(";", maxsplit=1)[0]))
    half_day = any(token.group("noon") for token in tokens)
    for index, token in enumerate(tokens):
        part = (token.group("part") or "").lower()
        if part:
            minutes = part[0] == "m" and _beside_time(tokens, index)
            parts.append(_date_part(value, "n" * len(part) if minutes else part, half_day=half_day))
        elif token.group("noon"):
            parts.append("上午" if getattr(value, "hour", 0) < 12 else "下午")
        elif token.lastgroup in {"quoted", "escaped", "plain"}:
            parts.append(token.group(token.lastgroup))
    return "".join(parts).strip() or value.isoformat()


def _beside_time(tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Tell whether an ``m`` means minutes: it follows hours or comes before seconds."""
    named = [(i, t.group("part").lower()[0]) for i, t in enumerate(tokens) if t.group("part")]
    place = next(n for n, (i, _) in enumerate(named) if i == index)
    before = named[place - 1][1] if place else ""
    after = named[place + 1][1] if place + 1 < len(named) else ""
    return before == "h" or after == "s"


def _date_part(
    value: datetime.datetime | datetime.date | datetime.time, part: str, *, half_day: bool
) -> str:
    kind, width = part[0], len(part)
    if kind == "a":
        weekday = value.weekday() if isinstance(value, datetime.date) else 0
        return ("星期" if width > 3 else "") + _WEEK[weekday]
    name = {"y": "year", "m": "month", "d": "day", "h": "hour", "n": "minute", "s": "second"}[kind]
    number = int(getattr(value, name, 0))
    if kind == "y":
        return f"{number:04d}" if width > 2 else f"{number % 100:02d}"
    if kind == "h" and half_day:
        number = number % 12 or 12
    return f"{number:02d}" if width >= 2 else str(number)
