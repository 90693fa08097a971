"""What a top heading says about the part below it: back, forward, several years, own work."""

import re

from tracker.model.outline import Role
from tracker.parse.lexicon import HeadingCues, any_pattern

_THIS_YEAR = re.compile(r"今年|(20\d\d)\s*年")
_FIVE_YEARS = re.compile(
    r"(?<!第)十([一二三四五六七八]?)五(?!个)|第十([一二三四五六七八]?)个五年(?=规划|计划)"
)
"""“十四五”, 第十四个五年规划."""
_FIRST_OR_LAST_YEAR = re.compile("开局|开好局|起好步|收官|开门红|良好开端")
"""What one year is to a five-year plan."""
_ENDS_IN_THOUGHTS = re.compile("(总体要求|总体考虑|主要考虑|总体思路|指导思想|工作思路)$")
"""2019年政府工作总体考虑 is about the work, not the work itself."""
_WRITTEN_YEAR = re.compile("[一二][九〇○零Ｏ0][一二三四五六七八九〇○零Ｏ0]{2}(?=年)")
_NUMERALS = str.maketrans("一二三四五六七八九〇○零Ｏ", "1234567890000")
_DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八")
_TASKS = re.compile(
    r"年的?工作(?!.{0,6}(?:要求|思路|回顾|总结))|任务|重点|主要工作|工作安排|措施|工作部署|政府工作|工作打算|工作建议|今年工作"
)


def role_of_heading(text: str, plan_year: int | None, cues: HeadingCues) -> Role | None:
    """Return the role that a top heading names, None when it names none.

    Args:
        text: Heading without its number.
        plan_year: Year the report plans for, where it is known.
        cues: Heading words.
    """
    text = _WRITTEN_YEAR.sub(lambda year: year.group().translate(_NUMERALS), text)
    for part in cues.part:
        if any_pattern(part.words).search(text):
            return part.role
    back = _last(any_pattern(cues.direction.backward), text)
    ahead = _last(any_pattern(cues.direction.forward), text)
    years = [int(y) for y in _THIS_YEAR.findall(text) if y]
    names_year = "今年" in text or any(plan_year is not None and y >= plan_year for y in years)
    over = plan_year is not None and not names_year and _is_over(text, plan_year)
    several_years = _last(any_pattern(cues.direction.outlook), text)
    if several_years > back and not over:
        tasks = names_year and _TASKS.search(text) and not _ENDS_IN_THOUGHTS.search(text)
        return Role.PLAN if tasks else Role.OUTLOOK
    if over or (back >= 0 and (back >= ahead or not names_year)):
        return Role.REVIEW
    under_way = bool(_FIVE_YEARS.search(text)) and not names_year
    if under_way and back < 0 and not _FIRST_OR_LAST_YEAR.search(text):
        return Role.OUTLOOK
    if ahead >= 0 or (plan_year is not None and years):
        looked_back_on = bool(years) and plan_year is not None and max(years) < plan_year
        return Role.REVIEW if looked_back_on else Role.PLAN
    return None


def _is_over(text: str, plan_year: int) -> bool:
    """Tell whether a heading names five-year plans (“十四五”时期), all ended before a year.

    The tenth plan ran from 2001 to 2005; every later one follows it by five years.
    """
    digits = (match.group(1) or match.group(2) or "" for match in _FIVE_YEARS.finditer(text))
    ends = [2005 + 5 * _DIGITS.index(digit) for digit in digits]
    return bool(ends) and max(ends) < plan_year


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)
