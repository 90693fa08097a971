"""Standard names of indicators (指标名称统一).

In: the words that a report names an indicator by. Out: its name in the vocabulary, where the words
are one of the names there but for words that change nothing (全市, 完成, 涨幅); otherwise the words
themselves: 钢铁工业总产值 holds 工业总产值 and is another thing.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.match.finding import names_of_region
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.model.report import RegionLevel, Report
from tracker.model.series import IndicatorName

# Words around a name that leave what is measured as it is, met in public reports.
_BEFORE = re.compile(
    r"(?:全年|当年|年末|年底|年度|累计|合计|预计|提前|"
    r"超额|顺利|如期|完成|实现|达成|成(?=地区)|确保|力争|保持|推动|促进|使|提出|[五5]年|年均|每年|"
    r"增长[\d.]+%\.|\d{4}年|地方级?(?=固定|财政|一般|地区|公共)|全社会|空气中|大气中?|地区(?=城镇|居民)|其中|的)+"
)
_AFTER = re.compile(
    r"(?:实际|名义|同比|可比|年均|每年|全年|平均|同口径|按可比价格)?"
    r"(?:总水平)?(?:涨幅|增幅|增速|升幅|增长率|增长速度|增长|上涨|总量|总额|总值|总数|数量|数|规模)?"
    r"(?:目标|水平|指标)?(?:实际|年均|每年|五年|全年|连续|始终|保持|稳定|分别|的|\d{4}年)*"
    r"(?:[从由].*)?"
)
_SCOPES = (
    "市区", "城区", "主城区", "中心城区", "城市", "市本级", "区本级", "省本级",
    "省级", "市级", "区级", "本级", "县域",
    "地级及以上城市", "县级及以上城市", "园区", "开发区", "高新区", "新区", "贫困地区",
)  # fmt: skip
_WHOLE = re.compile(r"(?:全|我|本|该)(?P<of>国|省|市|区|县|州|盟|旗)")
_LARGER = re.compile(r"(?P<who>[全我](?P<of>[国省]))(?:的)?$")
_ABOVE = {
    RegionLevel.NATIONAL: "",
    RegionLevel.PROVINCE: "国",
    RegionLevel.PREFECTURE: "国省",
    RegionLevel.COUNTY: "国省",
}
"""Whose figures are none of the region itself: 全国 in the report of a province."""
_PART_NAME = re.compile(r"(?:片区|园区|新区|开发区|高新区|企业|地区|[一-鿿]{2}[区县市])的?$")
_BREAK = re.compile(r"[,，.。;；:：、和与及!！?？\d%|)）]")
_SCOPE = re.compile("|".join(sorted(_SCOPES, key=len, reverse=True)))
_SHARE = re.compile(
    r"(?P<part>.{2,24}?)(?:占|相当于|与)(?:全[省市国区县])?(?P<whole>(?:地区|国内)?生产总值|gdp|"
    r"规(?:模以上|上)工业(?:总产值|增加值|产值)?|一般公共预算收入)(?:的|之)?(?:比重|比例|比率|比|占比)?"
)
_RESEARCH = re.compile(
    r"(?:全社会)?(?:研究与[试实]验发展|研发|r&d)(?:经费|费用)?(?:支出|投入|费用)?"
)
_REFERENCE = re.compile(r"(?:占|相当于|单位|每?万元|人均)(?:全[省市国区县])?$")
_JOINTS = re.compile(r"、|和(?!谐)|与|及")
_TOWN_AND_COUNTRY = re.compile(r"城乡(?:常住)?居民|城镇、农村|城镇和农村|城镇居民[和、]农村居民")


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name of an indicator in a text: the standard name, the words and where they stand."""

    name: str
    written: str
    start: int
    end: int


class IndicatorNames:
    """Finds the standard names of what reports speak of."""

    def __init__(self, lexicon: MatchLexicon) -> None:
        self._lexicon = lexicon

    def name(self, written: str, report: Report) -> IndicatorName:
        """Return what some words of a report measure."""
        folded, scope = fold(written), ""
        if folded.startswith("国内生产总值") and _level(report) is not RegionLevel.NATIONAL:
            scope = "全国"  # in a local report since 2004, when provinces changed to 地区生产总值
        for _ in range(4):
            known = self._known(folded)
            if known is not None:
                return IndicatorName(known, True, scope)
            shorter, found = self._without_lead(folded, report)
            if shorter == folded:
                break
            folded, scope = shorter, scope or found
        return IndicatorName(written, False)

    def _without_lead(self, folded: str, report: Report) -> tuple[str, str]:
        """Return words without what leads to a name, and the scope that it says."""
        shorter = _BEFORE.sub("", folded, count=1) if _BEFORE.match(folded) else folded
        whole = _WHOLE.match(shorter)
        if whole:
            above = whole["of"] in _ABOVE[_level(report)]
            return shorter[whole.end() :], whole.group() if above else ""
        for place in names_of_region(report):
            if place and shorter.startswith(place):
                return shorter[len(place) :], ""
        scope = _SCOPE.match(shorter)
        return (shorter[scope.end() :], scope.group()) if scope else (shorter, "")

    def scope_before(self, text: str, report: Report) -> str | None:
        """Return the part of the region that the words before a name speak of.

        It is "" for the whole region, None where they make the name another (钢铁工业总产值).
        """
        lead = _BREAK.split(fold(text))[-1]
        scope = ""
        for _ in range(4):
            shorter, found = self._without_lead(lead, report)
            if shorter == lead:
                break
            lead, scope = shorter, scope or found
        if not lead or scope:
            return scope
        return lead if _PART_NAME.search(lead) else None

    def larger_region(self, text: str, report: Report) -> str:
        """Return the larger region that the words before a name speak of (全国), "" for none."""
        found = _LARGER.search(text)
        return found["who"] if found and found["of"] in _ABOVE[_level(report)] else ""

    def names(self, written: str, report: Report) -> tuple[IndicatorName, ...]:
        """Return what some words measure, each of joined indicators (A和B) by itself."""
        whole = self.name(written, report)
        if whole.standard:
            return (whole,)
        parts = tuple(self.name(part, report) for part in _JOINTS.split(written) if part)
        return parts if len(parts) > 1 and all(part.standard for part in parts) else (whole,)

    def town_and_country(self, written: str) -> tuple[IndicatorName, IndicatorName] | None:
        """Return the two incomes that 城乡居民人均可支配收入 means, where two figures follow."""
        if not _TOWN_AND_COUNTRY.search(fold(written)):
            return None
        town = self._known(fold("城镇居民人均可支配收入"))
        country = self._known(fold("农村居民人均可支配收入"))
        if town is None or country is None:
            return None
        return IndicatorName(town, True), IndicatorName(country, True)

    def mentions(self, text: str) -> tuple[NameAt, ...]:
        """Return the indicators that a text names, in its order."""
        folded = fold(text)
        return tuple(
            NameAt(self._by_name[m.group()], text[m.start() : m.end()], m.start(), m.end())
            for m in self._longest.finditer(folded)
            if not _REFERENCE.search(folded[: m.start()])
        )

    def _known(self, folded: str) -> str | None:
        """Return the standard name that a folded text is, but for words after it."""
        if folded in self._by_name:
            return self._by_name[folded]
        share = _SHARE.fullmatch(folded)
        if share is not None:
            return self._shares.get((_part(share["part"]), _whole(share["whole"])))
        found = self._longest.match(folded)
        if found is None or not _AFTER.fullmatch(folded, found.end()):
            return None
        return self._by_name[found.group()]

    @cached_property
    def _by_name(self) -> dict[str, str]:
        entries = self._lexicon.indicators
        return {n: entries[at].name for n, at in reversed(self._lexicon.indicator_names)}

    @cached_property
    def _longest(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(n) for n, _ in self._lexicon.indicator_names))

    @cached_property
    def _shares(self) -> dict[tuple[str, str], str]:
        """Standard names of shares by what is divided and by what (研发经费, 地区生产总值)."""
        found: dict[tuple[str, str], str] = {}
        for entry in self._lexicon.indicators:
            share = _SHARE.fullmatch(fold(entry.name))
            if share is None:
                continue
            whole = _whole(share["whole"])
            for name in (entry.name, *entry.synonyms):
                part, joint, _ = fold(name).partition("占")
                if joint:
                    found.setdefault((_part(part), whole), entry.name)
        return found


def _part(part: str) -> str:
    """Return what is divided, one word for the many names of research."""
    return "研发" if _RESEARCH.fullmatch(part) else part


def _whole(whole: str) -> str:
    """Return what it is divided by, in its shortest name."""
    if whole.endswith(("生产总值", "gdp")):
        return "gdp"
    return "工业" if "工业" in whole else whole


def _level(report: Report) -> RegionLevel:
    """Return the level of a report's region, a prefecture where it is unknown."""
    return report.meta.region.level if report.meta.region else RegionLevel.PREFECTURE
