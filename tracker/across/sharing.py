"""Figures that several indicators share (并列指标的数值分配).

``城镇、农村居民人均可支配收入分别达到5.44万元和2.78万元，增长8%和8.5%`` gives two indicators two
values each, in their order. In: a measure and where it stands. Out: which indicator its value
belongs to, where the text lists as many names as values and nothing else stands between them.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.across.naming import IndicatorNames
from tracker.across.places import Place
from tracker.model.measure import Measure, MeasureKind
from tracker.model.report import RegionLevel, Report
from tracker.model.series import IndicatorName
from tracker.text.numerals import Quantity, find_quantities

_JOINT = re.compile(r"(?:、|，|和|与|及|以及)?(?:超|超过|约|近|不低于)?")
_SMALL_WORDS = re.compile(
    r"(?:[\d.,、，~～（）：]|以及|[和与及]|[万亿]{0,2}(?:美?元|人|个|[%％]|吨)|分别|达到?|为|增长|增加|提高|"
    r"年均|实现|完成|同比|实际|名义|扣除价格(?:上涨)?因素|平均|全年|再|首次|共|比上年|预计|各|均|下降|突破|"
    r"左右|以上|以内|约|近|超|到|增幅|在|控制|同口径|全市|全省|全国|全区|全县|其中|家|户|件|20\d\d年)*"
)
_GROWS = re.compile(r"(?:增长|提高|增幅|上升)(?:预计|约|率)*[为达]?$")
_FALLS = re.compile(r"(?:下降|降低|减少)(?:预计|约|率)*[为达]?$")
_MORE = re.compile(r"[，、](?:同比|比上年|较上年)?(?:增加|增产|多增)近?$")
# 新增市场主体135万户、达771万户: the second is all there are.
_STANDS_AT = re.compile(
    r"[，、](?!.{0,8}[新净])[^，、]{0,6}(?:达到?|总[数量]达?到?|增至|累计达?到?)$"
)
_ADDED = re.compile(r"新(?:增|认定|登记|注册|设|签|培育|引进)|净增")
# What stands where the name should be, when the name stands before: 1.27万亿元，可比价增长8%.
_MANNER = re.compile(
    r"(?:按)?(?:可比|不变)(?:价格?|口径)?(?:计算)?|20\d\d年|同口径|实际|名义|总量|规模|增速|增幅|涨幅|同比"
)
# 占全市51.5% in a city's report: what was counted is a part of the city. 占全国 says nothing such.
_OF_WHOLE = {
    level: re.compile(rf"[^。；\d]{{0,6}}(?:[\d.]+%)?[，、]?(?:约?占|占到|占了)全[{own}]的?[\d.]")
    for level, own in {
        RegionLevel.NATIONAL: "国",
        RegionLevel.PROVINCE: "省区市",
        RegionLevel.PREFECTURE: "市州盟",
        RegionLevel.COUNTY: "县区市旗",
    }.items()
}
_DURATIONS = frozenset({"年", "个月", "天", "周年", "季度"})
_TO_NUMBER = re.compile(r"[^，。；]{0,24}?[到至为]\d")
_EACH = re.compile(r"(?<![人户年平亩地])[均都皆][^，；。、\d]{0,6}$")
_PER_HEAD = re.compile(r"人均[^，；、。\d]{0,6}$")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A value's place in a list of values."""

    start: int
    number: int
    length: int
    unit: str


def rightly_named(
    measure: Measure, place: Place, names: IndicatorNames, report: Report
) -> tuple[Measure, tuple[IndicatorName, ...]]:
    """Return a measure with what its value measures.

    A value in a list gets the name that stands at the same place of the list of names; its kind
    follows the word before the list (增长8%和8.5%). Otherwise the name is that of the measure; a
    value that is surely another's has none.
    """
    if measure.value is None:
        return measure, names.names(measure.indicator, report)
    listed = _listed(place)
    given = _given_by_place(place, listed, names, report)
    if given:
        before = place.paragraph[: listed.start] if listed else place.to_number
        return replace(measure, kind=_kind_after(before, measure)), given
    if _is_anothers(place, listed, measure):
        return measure, ()
    found = names.names(_meant(measure, place, names, report), report)
    if measure.unit in _DURATIONS or _is_start(place):  # 居民收入增速连续8年快于城镇 counts years
        found = tuple(IndicatorName(name.name, False) for name in found)
    at = place.paragraph.rfind(measure.indicator, 0, place.number)
    larger = names.larger_region(place.paragraph[: max(0, at)], report)
    if larger:
        found = tuple(replace(name, scope=name.scope or larger) for name in found)
    region = report.meta.region
    if region is not None and _OF_WHOLE[region.level].match(place.paragraph, place.end):
        found = tuple(replace(name, scope=name.scope or "部分地区") for name in found)
    return replace(measure, kind=_kind_after(place.to_number, measure)), found


def _given_by_place(
    place: Place, listed: _Listed | None, names: IndicatorNames, report: Report
) -> tuple[IndicatorName, ...]:
    """Return the names that lists give a value, none where it stands alone."""
    if _EACH.search(place.to_number):
        every = _all_mentioned(place, names)
        return every if len(every) > 1 else ()
    mentioned = _mentioned(place, listed, names, report) if listed is not None else None
    return () if mentioned is None else (mentioned,)


def _meant(measure: Measure, place: Place, names: IndicatorNames, report: Report) -> str:
    """Return the words that name a value, mended where they do not hold the name itself."""
    before, written = place.to_number, measure.indicator
    if _MANNER.fullmatch(written):
        text = place.paragraph[place.sentence_start : place.number]
        spoken = names.mentions(text)
        if spoken and _SMALL_WORDS.fullmatch(_MANNER.sub("", text[spoken[-1].end :])):
            written = spoken[-1].written
    if _PER_HEAD.search(before) and "人均" not in written:
        return f"人均{written}"
    added = f"新增{written}"
    if measure.kind is MeasureKind.GROWTH and _grows_by_what_is_added(before, written):
        return added
    if measure.kind is MeasureKind.INCREMENT and added in before:  # 新增|就业16.8万人
        return added if names.name(added, report).standard else written
    return written


def _all_mentioned(place: Place, names: IndicatorNames) -> tuple[IndicatorName, ...]:
    """Return the indicators right before a value that is each one's (A、B增幅均在14%以上)."""
    text = place.paragraph[place.sentence_start : place.number]
    kept: list[IndicatorName] = []
    end, gap = len(text), _SMALL_WORDS
    for mention in reversed(names.mentions(text)):
        if not gap.fullmatch(text[mention.end : end]):
            break
        pair = names.town_and_country(mention.written)
        kept.extend(reversed(pair) if pair else (IndicatorName(mention.name, True),))
        end, gap = mention.start, _JOINT
    return tuple(reversed(kept))


def _is_anothers(place: Place, listed: _Listed | None, measure: Measure) -> bool:
    """Tell whether a value of a list belongs to something that is named farther off.

    In 新企业9720家，高新技术企业812家，分别增长39%和4.9% the last is that of the nearest name.
    """
    if listed is None or listed.number == listed.length - 1:
        return False
    text = place.paragraph[: listed.start]
    at = text.rfind(measure.indicator)
    between = text[at + len(measure.indicator) :]
    return at >= 0 and "分别" in between and bool(_SMALL_WORDS.fullmatch(between))


def _is_start(place: Place) -> bool:
    """Tell whether a value is only where another began: 由4351亿元增长到8498亿元."""
    return place.to_number.endswith(("由", "从")) and bool(
        _TO_NUMBER.match(place.paragraph, place.number)
    )


def _grows_by_what_is_added(before: str, written: str) -> bool:
    """Tell whether a rate is that of what was added: 新认定企业5531家，增长46.7%."""
    return bool(_ADDED.search(before)) and not _ADDED.search(written)


def _kind_after(before: str, measure: Measure) -> MeasureKind:
    if measure.kind is MeasureKind.SHARE and _GROWS.search(before):
        return MeasureKind.GROWTH
    if measure.kind is MeasureKind.SHARE and _FALLS.search(before):
        return MeasureKind.DECREASE
    if measure.kind is MeasureKind.LEVEL and _MORE.search(before):
        return MeasureKind.INCREMENT
    if measure.kind is MeasureKind.INCREMENT and _STANDS_AT.search(before):
        return MeasureKind.LEVEL
    return measure.kind


def _listed(place: Place) -> _Listed | None:
    """Return where a value stands in a list of values of one unit, None where it stands alone."""
    opened, text = place.sentence_start, place.paragraph
    end = min(
        (at for mark in "。！？" if (at := text.find(mark, place.end)) >= 0), default=len(text)
    )
    text, number = text[opened:end], place.number - opened
    numbers = find_quantities(text)
    here = next((i for i, n in enumerate(numbers) if n.start <= number < n.end), None)
    if here is None:
        return None
    first, last = here, here
    while first > 0 and _go_together(text, numbers[first - 1], numbers[first]):
        first -= 1
    while last + 1 < len(numbers) and _go_together(text, numbers[last], numbers[last + 1]):
        last += 1
    if first == last:
        return None
    unit = numbers[here].unit[-1:]
    return _Listed(opened + numbers[first].outer[0], here - first, last - first + 1, unit)


def _go_together(text: str, a: Quantity, b: Quantity) -> bool:
    between = text[a.outer[1] : b.start]
    return a.unit[-1:] == b.unit[-1:] and bool(between) and bool(_JOINT.fullmatch(between))


def _mentioned(
    place: Place, listed: _Listed, names: IndicatorNames, report: Report
) -> IndicatorName | None:
    """Return the indicator that stands at a value's place in the list of names."""
    text = place.paragraph[place.sentence_start : listed.start]
    found = names.mentions(text)
    if not found:
        return None
    pair = names.town_and_country(found[-1].written)
    if pair is not None and listed.length == len(pair):
        rest = text[found[-1].end :]
        return pair[listed.number] if _SMALL_WORDS.fullmatch(rest) else None
    if len(found) < listed.length:
        return None
    used = found[-listed.length :]
    gaps = [text[a.end : b.start] for a, b in pairwise(used)]
    if any(re.search(rf"\d[万亿]*{re.escape(listed.unit)}", gap) for gap in gaps):
        return None  # each has its own rate already: 增长5%，进出口总额增长6%
    gaps.append(text[used[-1].end :])
    if not all(_SMALL_WORDS.fullmatch(gap) for gap in gaps):
        return None
    scope = names.scope_before(text[: used[0].start], report)
    return None if scope is None else IndicatorName(used[listed.number].name, True, scope)
