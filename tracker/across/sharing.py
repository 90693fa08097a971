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
    r"(?:[\d.,、，~～（）：]|以及|[和与及]|[万亿]{0,2}(?:美?元|人|个|[%％]|吨)|分别|达到?|为|"
    r"增长|增加|提高|年均|实现|完成|同比|实际|名义|扣除价格(?:上涨)?因素|平均|全年|再|首次|共|比上年|预计|各|均|下降|突破|左右|以上|以内|约|近|超|到|增幅|在|控制|"
    r"同口径|全市|全省|全国|全区|全县|其中)*"
)
_GROWS = re.compile(r"(?:增长|提高|增幅|上升)(?:预计|约|率)*[为达]?$")
_FALLS = re.compile(r"(?:下降|降低|减少)(?:预计|约|率)*[为达]?$")
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
_EACH = re.compile(r"(?<![人户年平亩地])[均都皆][^，；。、\d]{0,6}$")
_PER_HEAD = re.compile(r"人均[^，；、。\d]{0,6}$")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A value's place in a list of values."""

    start: int
    number: int
    length: int


def rightly_named(
    measure: Measure, place: Place, names: IndicatorNames, report: Report
) -> tuple[Measure, tuple[IndicatorName, ...]]:
    """Return a measure with what its value measures.

    A value in a list gets the name that stands at the same place of the list of names; its kind
    follows the word before the list (增长8%和8.5%). Otherwise the name is that of the measure.
    """
    if measure.value is None:
        return measure, names.names(measure.indicator, report)
    given = _given_by_place(place, names)
    if given:
        listed = _listed(place)
        before = place.paragraph[: listed.start] if listed else place.to_number
        return replace(measure, kind=_kind_after(before, measure)), given
    found = names.names(_meant(measure, place, names, report), report)
    if measure.unit in _DURATIONS:  # 居民收入增速连续8年快于城镇 counts years
        found = tuple(IndicatorName(name.name, False) for name in found)
    region = report.meta.region
    if region is not None and _OF_WHOLE[region.level].match(place.paragraph, place.end):
        found = tuple(replace(name, scope=name.scope or "部分地区") for name in found)
    return replace(measure, kind=_kind_after(place.to_number, measure)), found


def _given_by_place(place: Place, names: IndicatorNames) -> tuple[IndicatorName, ...]:
    """Return the names that lists give a value, none where it stands alone."""
    if _EACH.search(place.to_number):
        every = _all_mentioned(place, names)
        return every if len(every) > 1 else ()
    listed = _listed(place)
    mentioned = _mentioned(place, listed, names) if listed is not None else None
    return () if mentioned is None else (mentioned,)


def _meant(measure: Measure, place: Place, names: IndicatorNames, report: Report) -> str:
    """Return the words that name a value, mended where they do not hold the name itself."""
    before, written = place.to_number, measure.indicator
    if _MANNER.fullmatch(written):
        spoken = names.mentions(place.paragraph[place.sentence_start : place.number])
        written = spoken[-1].written if spoken else written
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
    end = len(text)
    for mention in reversed(names.mentions(text)):
        if not _SMALL_WORDS.fullmatch(text[mention.end : end]):
            break
        kept.append(IndicatorName(mention.name, True))
        end = mention.start
    return tuple(reversed(kept))


def _grows_by_what_is_added(before: str, written: str) -> bool:
    """Tell whether a rate is that of what was added: 新认定企业5531家，增长46.7%."""
    return bool(_ADDED.search(before)) and not _ADDED.search(written)


def _kind_after(before: str, measure: Measure) -> MeasureKind:
    if measure.kind is MeasureKind.SHARE and _GROWS.search(before):
        return MeasureKind.GROWTH
    if measure.kind is MeasureKind.SHARE and _FALLS.search(before):
        return MeasureKind.DECREASE
    return measure.kind


def _listed(place: Place) -> _Listed | None:
    """Return where a value stands in a list of values of one unit, None where it stands alone."""
    text = place.paragraph
    end = min(
        (at for mark in "。！？" if (at := text.find(mark, place.end)) >= 0), default=len(text)
    )
    numbers = find_quantities(text[place.sentence_start : end])
    numbers = tuple(_shifted(n, place.sentence_start) for n in numbers)
    here = next((i for i, n in enumerate(numbers) if n.start <= place.number < n.end), None)
    if here is None:
        return None
    first, last = here, here
    while first > 0 and _go_together(text, numbers[first - 1], numbers[first]):
        first -= 1
    while last + 1 < len(numbers) and _go_together(text, numbers[last], numbers[last + 1]):
        last += 1
    if first == last:
        return None
    return _Listed(numbers[first].outer[0], here - first, last - first + 1)


def _shifted(number: Quantity, by: int) -> Quantity:
    return replace(number, start=number.start + by, end=number.end + by)


def _go_together(text: str, a: Quantity, b: Quantity) -> bool:
    between = text[a.outer[1] : b.start]
    return a.unit[-1:] == b.unit[-1:] and bool(between) and bool(_JOINT.fullmatch(between))


def _mentioned(place: Place, listed: _Listed, names: IndicatorNames) -> IndicatorName | None:
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
    gaps.append(text[used[-1].end :])
    if not all(_SMALL_WORDS.fullmatch(gap) for gap in gaps):
        return None
    return IndicatorName(used[listed.number].name, True)
