"""Years that statements speak of (时限、年度).

In: a statement with its paragraph. Out: the year by whose end a promise is due, the year a result
speaks of, and whether it is a stock, a sum over years or an estimate. ``到2025年`` holds for the
rest of its paragraph in multi-year goals, and for its sentence elsewhere.
"""

import re

from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.statements import Draft
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.text.numerals import read_numeral

_BY_YEAR = re.compile(r"(?:到|至|[～~—-])(?P<y>20\d\d)年")
# 2025年前, 2025年底前, 2025年力争: the year of this clause, but none that a later one inherits,
# because names hold such years too (2030年前碳达峰行动方案).
_IN_YEAR = re.compile(r"(?<![“《])(?P<y>20\d\d)年(?!前碳|远景|目标|规划)")
_PLAN = re.compile(r"“?十(?P<n>[一二三四五六七八九])五”?(?:时期|期间|末|规划|目标)")
_SPAN = re.compile(r"(?:未来|今后|再用|用)(?P<n>[两二三四五])(?:到[四五六]年|年)")
_TERM = re.compile(r"五年来|过去五年|五年间|五年，|过去的五年|“十[一二三四五]五”(?:时期|期间)")


def due_year(report: Report, draft: Draft) -> int | None:
    """Return the year by whose end a promise is due, or None where the text leaves it open."""
    this = report.meta.year
    own = draft.paragraph.text[max(0, draft.start) : draft.end]
    named = _last_year(own, this) or _last_year(own, this, inherited=True)
    if named is not None:
        return named
    if draft.statement.role is not Role.OUTLOOK:
        return _last_year(_same_sentence(draft), this, inherited=True) or this
    named = _last_year(draft.paragraph.text[: draft.start], this, inherited=True)
    if named is not None:
        return named
    section = report.section_at(draft.statement.span.start)
    while section is not None:
        named = _last_year(section.heading, this)
        if named is not None:
            return named
        section = None if section.parent is None else report.sections[section.parent]
    return None


def _same_sentence(draft: Draft) -> str:
    before = draft.paragraph.text[: draft.start]
    return before[max(before.rfind(mark) for mark in "。！？；") + 1 :]


def _last_year(text: str, this: int | None, *, inherited: bool = False) -> int | None:
    """Return the year named last in a text that is not before this year."""
    pattern = _BY_YEAR if inherited else _IN_YEAR
    found = [(match.start(), int(match["y"])) for match in pattern.finditer(text)]
    for match in _PLAN.finditer(text):
        nth = read_numeral("十" + match["n"])
        if nth is not None:
            found.append((match.start(), 1955 + 5 * int(nth)))
    if this is not None:
        for match in _SPAN.finditer(text):
            length = read_numeral(match["n"])
            found.append((match.start(), this - 1 + int(length or 1)))
    years = [year for _, year in sorted(found) if this is None or year >= this]
    return years[-1] if years else None


def outcome_year(report: Report, draft: Draft) -> int | None:
    """Return the year a result speaks of: the one before the report's year, unless it names one."""
    this = report.meta.year
    own = draft.paragraph.text[draft.start : draft.end]
    named = [int(y) for y in re.findall(r"(20\d\d)年", _same_sentence(draft) + own)]
    if this is None:
        return named[-1] if named else None
    past = [year for year in named if year < this]
    return past[-1] if past else this - 1


def is_cumulative(draft: Draft, lexicon: ExtractLexicon) -> bool:
    """Tell whether a result speaks of a stock or of several years."""
    own = draft.paragraph.text[draft.start : draft.end]
    opening = draft.paragraph.text[:24]
    return bool(lexicon.accumulation.search(own) or _TERM.search(opening))


def is_provisional(draft: Draft, lexicon: ExtractLexicon) -> bool:
    """Tell whether a result is an estimate or covers part of the year."""
    own = _same_sentence(draft) + draft.paragraph.text[draft.start : draft.end]
    return bool(lexicon.estimate.search(own))
