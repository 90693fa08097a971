"""Reads days (日期) as heads print them: 2026年1月27日, 二〇二六年一月二十七日, 2026.1.27."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.parse.numbering import value_of

_ZERO = "〇○零ΟОOo0Ｏ"
_DIGITS = f"一二三四五六七八九{_ZERO}"
_YEAR = rf"(?:\d{{4}}|[{_DIGITS}]{{4}})"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_DAY = re.compile(
    rf"(?<!\d)({_YEAR})年({_SMALL}|元)月({_SMALL})日"
    r"|(?<![\d年])(\d\d)年(\d{1,2})月(\d{1,2})日"
    r"|(?<!\d)(\d{4})[.\-/．－](\d{1,2})[.\-/．－](\d{1,2})(?!\d)"
)
_MONTH = re.compile(rf"(?<!\d)({_YEAR})年({_SMALL}|元)月")
_WITHOUT_YEAR = re.compile(rf"(?<![\d年])({_SMALL}|元)月({_SMALL})日")
_CENTURY = 50
"""Years of two figures below it are of this century (19年2月24日)."""
_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)}
DATE_TEXT = (
    rf"(?:(?:{_YEAR}|\d\d)年(?:{_SMALL}|元)月{_SMALL}日|\d{{4}}[.\-/]\d{{1,2}}[.\-/]\d{{1,2}})"
)
"""A day as a regular expression, for lines that are matched as a whole."""
MONTH_TEXT = rf"(?:{_YEAR}年(?:{_SMALL}|元)月|{_SMALL}月{_SMALL}日)"
"""A month, or a day without its year."""


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day in a text.

    Attributes:
        day: The day.
        start: Offset of its first character.
        end: Offset after its last character.
    """

    day: date
    start: int
    end: int


def find_days(text: str) -> tuple[FoundDay, ...]:
    """Return the days that a text without white space names, impossible ones left out."""
    found = []
    for match in _DAY.finditer(text.translate(_FULL_WIDTH)):
        year, month, number = (_number(g) for g in match.groups() if g)
        if year < 2 * _CENTURY:
            year += 2000 if year < _CENTURY else 1900
        day = day_of(year, month, number)
        if day:
            found.append(FoundDay(day, match.start(), match.end()))
    return tuple(found)


def find_day(text: str) -> date | None:
    """Return the first day that a text without white space names, or None."""
    return next((found.day for found in find_days(text)), None)


def find_month(text: str) -> tuple[int, int] | None:
    """Return the first year and month that a text names (2009年1月), or None."""
    match = _MONTH.search(text.translate(_FULL_WIDTH))
    if not match:
        return None
    year, month = _number(match.group(1)), _number(match.group(2))
    return (year, month) if 1 <= month <= 12 else None


def find_day_without_year(text: str) -> tuple[int, int] | None:
    """Return month and day of a text whose year stands elsewhere (2月22日), or None."""
    match = _WITHOUT_YEAR.search(text.translate(_FULL_WIDTH))
    return (_number(match.group(1)), _number(match.group(2))) if match else None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(text: str) -> int:
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    if len(text) == 4:
        return int("".join(str("一二三四五六七八九".find(c) + 1) for c in text))
    return value_of(text.replace("廿", "二十"))
