"""Years that statements speak of (时限、年度).

In: a statement with its paragraph. Out: the year by whose end a promise is due, the year a result
speaks of, and whether it is a stock, a sum over years or an estimate. ``到2025年`` holds for the
rest of its paragraph in multi-year goals, and for its sentence elsewhere.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tracker.extract.draft import Draft
from tracker.extract.lexicon import ExtractLexicon
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.text.numerals import read_numeral

_BY_YEAR = re.compile(r"(?:到|至|[～~—-])(?P<y>20\d\d)年")
# 2025年前, 2025年底前, 2025年力争: the year of this clause, but none that a later one inherits,
# because names hold such years too (2030年前碳达峰行动方案).
_IN_YEAR = re.compile(r"(?<![“《])(?P<y>20\d\d)年(?!前碳|远景|目标|规划)")
_PLAN = re.compile(
    r"“?十(?P<n>[一二三四五六七八九])五”?(?:时期|期间|末|规划|目标|发展|主要|经济|总体|奋斗|工作)"
)
_SPAN = re.compile(
    r"(?:未来|今后|再用|用)(?P<n>[两二三四五])(?:到[四五六]年|年)|"
    r"(?:[两二\d][到至～~—-])?(?P<within>[两二三四五2-5])年(?:之?内|时间)(?!在建|到期)"
)
# 6月底前, 上半年: a day of this year, whatever year the clause before named.
_DAY_OF_THIS_YEAR = re.compile(
    r"年内|今年|[上下]半年|(?:\d|[一二三四五六七八九十])月(?:份|\d{1,2}日)?[底末中]?之?前|[一二三四]季度|年底前"
)
_TERM = re.compile(r"五年来|过去五年|五年间|五年，|过去的五年|“十[一二三四五]五”(?:时期|期间)")


_YEARLY = re.compile(
    r"年均(?!.{0,2}浓度)|年平均(?!浓度)"
)  # an average over years is no goal of this one
# Not the year that a result is compared with (比2010年增长, 是2010年的2.4倍, 2013年以来).
_TOLD_YEAR = re.compile(
    r"(?<![比较从由自是于为继])(20\d\d)年(?![初底末]?(?:以来|起|相比|开始|前|的[\d.]|翻番|基础上))"
)
_GOALS = re.compile(r"展望|目标|今后五年|未来五年|时期(?!的?良好|开局)")
_OPENS_TERM = re.compile(
    r"[^，。；]{0,6}?(?:今后五年|未来五年|“?十[一二三四五六七八九]五”?(?:时期|期间|末)|到20\d\d年(?!底|末))"
)
# 2010年，全市国内生产总值超过2000亿元，…: what opens a sentence holds for all of it.
_OPENS_YEAR = re.compile(r"\s*(?P<y>20\d\d)年[底末]?，")
_THIS_YEAR = re.compile(r"今年|本年度")
"""对接“十四五”规划，今年的目标是：what follows is due this year."""
_SENTENCE = 1000
"""Characters looked back for the year of a sentence; the longest of the samples has 521."""
_CACHED_HEADINGS = 512
_BACK_TO_YEAR = re.compile(r"今年|年内|本年度|当前")


def due_year(report: Report, draft: Draft) -> int | None:
    """Return the year by whose end a promise is due, or None where the text leaves it open."""
    this = report.meta.plan_year
    text = draft.paragraph.text
    own = text[max(0, draft.start) : draft.end]
    named = _last_year(own, this) or _last_year(own, this, inherited=True)
    if named is not None or (this is not None and _DAY_OF_THIS_YEAR.search(own)):
        return named or this
    before = text[: draft.start]
    opened = _OPENS_YEAR.match(_same_sentence(text, draft.start))
    if opened and (this is None or int(opened["y"]) >= this):
        return int(opened["y"])
    if draft.statement.role is not Role.OUTLOOK:
        spoken = _THIS_YEAR.split(_same_sentence(text, draft.start))[-1]
        named = _last_year(spoken, this, inherited=True) or _term_of(before, this)
        if named is not None:
            return named
        named = next((y for h in _headings(report, draft) if (y := _heading_term(h, this))), None)
        return named or (_announced(report, draft) if _YEARLY.search(own) else this)
    named = _last_year(before, this, inherited=True)
    if named is not None:
        return named
    named = next((y for h in _headings(report, draft) if (y := _last_year(h, this))), None)
    return named or _announced(report, draft)


def _announced(report: Report, draft: Draft) -> int | None:
    """Return the end of the term that the part so far speaks of (今后五年，…目标是：)."""
    start = draft.statement.span.start
    tops = [section.span.start for section in report.sections if section.level == 1]
    top = max((at for at in tops if at <= start), default=start)
    top = min(top, draft.paragraph.span.start)
    return _last_year(report.text[top:start], report.meta.plan_year, inherited=True)


def _headings(report: Report, draft: Draft) -> Iterator[str]:
    """Yield the headings above a statement, the nearest first."""
    section = report.section_at(draft.statement.span.start)
    while section is not None:
        yield section.heading
        section = None if section.parent is None else report.sections[section.parent]


@lru_cache(maxsize=_CACHED_HEADINGS)
def _heading_term(heading: str, this: int | None) -> int | None:
    """Return the end of the term that a heading announces goals of (“十三五”时期展望)."""
    if this is None or str(this) in heading or not _GOALS.search(heading):
        return None
    return _last_year(heading, this, inherited=True)


def _term_of(before: str, this: int | None) -> int | None:
    """Return the end of the term that a paragraph opens with (今后五年，…。), if it still holds."""
    opening = _OPENS_TERM.match(before)
    if not opening or _BACK_TO_YEAR.search(before, opening.end()):
        return None
    return _last_year(opening.group(), this, inherited=True)


def _same_sentence(text: str, start: int) -> str:
    """Return a paragraph's text from the beginning of a sentence up to a place in it."""
    # Not from the start of the paragraph: a file may be one line, and each promise asks.
    before = text[max(0, start - _SENTENCE) : start]
    return before[max(map(before.rfind, "。！？；")) + 1 :]


def _last_year(text: str, this: int | None, *, inherited: bool = False) -> int | None:
    """Return the year named last in a text that is not before this year."""
    if "年" not in text and "五" not in text:
        return None
    pattern = _BY_YEAR if inherited else _IN_YEAR
    found = [(match.start(), int(match["y"])) for match in pattern.finditer(text)]
    for match in _PLAN.finditer(text):
        nth = read_numeral("十" + match["n"])
        if nth is not None:
            found.append((match.start(), 1955 + 5 * int(nth)))
    if this is not None:
        for match in _SPAN.finditer(text):
            length = read_numeral(match["n"] or match["within"])
            found.append((match.start(), this - 1 + int(length or 1)))
    years = [year for _, year in sorted(found) if this is None or year >= this]
    return years[-1] if years else None


def outcome_year(report: Report, draft: Draft) -> int | None:
    """Return the year a result speaks of: the one that is looked back on, unless it names one."""
    back = report.meta.back_year
    text = draft.paragraph.text
    own = _same_sentence(text, draft.start) + text[draft.start : draft.end]
    named = [int(y) for y in _TOLD_YEAR.findall(own)]
    if back is None:
        return named[-1] if named else None
    past = [year for year in named if year <= back]
    return past[-1] if past else back


# 进出口总额达到300亿元 is what one year brought; 高新技术企业达到500家 is a stock.
_FLOW = re.compile(
    r"(?:生产总值|GDP|增加值|产值|产量|收入|支出|投资|零售总?额|销售额|进出口(?:总额)?|出口(?:额|总额)?|进口(?:额|总额)?|外资|"
    r"税收|利润|营收|吞吐量|客流量|发电量|用电量|成交额|交易额|[人起]次|人均纯收入|增速|增幅|增长)$"
)


def is_cumulative(draft: Draft, lexicon: ExtractLexicon) -> bool:
    """Tell whether a result speaks of a stock or of several years."""
    text = draft.paragraph.text
    own, opening = text[draft.start : draft.end], text[:24]
    yearly = any(_FLOW.search(measure.indicator) for measure in draft.statement.measures)
    cues = (cue.group() for cue in lexicon.accumulation.finditer(own))
    told = any(not (yearly and cue.startswith("达")) for cue in cues)
    return told or bool(_TERM.search(opening))


def is_provisional(draft: Draft, lexicon: ExtractLexicon) -> bool:
    """Tell whether a result is an estimate or covers part of the year."""
    text = draft.paragraph.text
    own = _same_sentence(text, draft.start) + text[draft.start : draft.end]
    return bool(lexicon.estimate.search(own))
