"""Finds paragraphs that a page or line break has cut in two (断行)."""

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from tracker.parse.lines import Line
from tracker.parse.wrapping import find_wrapping
from tracker.text.assignments import find_assignments

_CLOSED = re.compile(r"[。！？；：…!?;:.][”’」』）)】》]*$")
_UNDER_WAY = re.compile(r"[。；：！？，、]")
_OPENS_ANEW = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]+[部章节]"
    r"|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|[—–]{1,2}|#|各位代表|同志们|附[件表：:]|表\d"
    r"|(新的一年|今年|去年|一年来|五年来|这一年|这五年)[，,]"
)
_OPEN_ENDS = ("，", "、", "的", "和", "与", "（", "“", "《")
_GOES_ON = ("，", "、", "。", "；", "：", "是：", "为：", "的", "）")
_FRAGMENT = re.compile(r"[\d.A-Za-z%+-]{1,8}")
"""Left alone on a line by formatting: the 2.5 of PM2.5."""
_KEPT = 100
_GLOSSARY_ITEM = re.compile(r"\d{1,3}[.．、]\s*.{1,30}[：:]")
_DATE_LINE = re.compile(r"[（(]?[—–-]{0,2}\d{4}年\d{1,2}月\d{1,2}日.{0,30}$")
_MEETING_END = re.compile(r"(会议|大会)上?[)）]?$")


def find_broken(
    lines: tuple[Line, ...],
    noise: frozenset[int],
    tables: frozenset[int],
    said: Mapping[int, bool],
    headings: Collection[tuple[int, int]] = (),
) -> tuple[tuple[int, int], ...]:
    """Return pairs of lines of which the second continues the sentence of the first.

    Args:
        lines: All lines of the text.
        noise: Lines that are no part of it.
        tables: Lines of tables.
        said: Lines of which a person said that they continue the one before, or do not.
        headings: Pairs of lines that look like one heading.
    """
    kept = [x for x in lines if x.bare and x.number not in noise]
    wrapping = find_wrapping([x for x in kept if x.number not in tables])
    found = []
    so_far = ""
    for before, after in pairwise(kept):
        so_far = _abridged(so_far + before.bare.strip("*"))
        in_table = before.number in tables or after.number in tables
        if wrapping is None:
            judged = not in_table and _continues(so_far, after.bare.strip("*#"))
        else:
            anew = bool(_OPENS_ANEW.match(after.bare))
            judged = not in_table and wrapping.goes_on(before, after, opens_anew=anew)
        judged = judged or (before.number, after.number) in headings
        if said.get(after.number, judged):
            found.append((before.number, after.number))
        else:
            so_far = ""
    return tuple(found)


def _abridged(text: str) -> str:
    """Keep the ends and one full stop of a long paragraph, so that each line costs the same."""
    if len(text) <= 4 * _KEPT:
        return text
    return text[:_KEPT] + ("。" if "。" in text else "") + text[-_KEPT:]


def _continues(before: str, after: str) -> bool:
    if _DATE_LINE.match(before) and not _MEETING_END.search(before):
        return bool(_MEETING_END.search(after)) and len(after) <= 40
    if _CLOSED.search(before) or _OPENS_ANEW.match(after) or _assigned(before):
        return False
    if before.endswith(_OPEN_ENDS) or after.startswith(_GOES_ON):
        return True
    if "。" in before and _FRAGMENT.fullmatch(after):
        return True
    glossary = bool(_GLOSSARY_ITEM.match(before))
    return glossary or ("。" in before and bool(_UNDER_WAY.search(after)))


def _assigned(text: str) -> bool:
    """Tell whether a text ends in who does what it says (新建学校68所。（市教育局负责）)."""
    if not text.endswith(("）", ")")):
        return False
    end = text[-4 * _KEPT :]
    return any(one.end == len(end) for one in find_assignments(end))
