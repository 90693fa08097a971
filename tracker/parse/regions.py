"""Finds whose report it is: the division that the head names, or that the text speaks of most."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from tracker.model.report import Region, RegionLevel
from tracker.parse.gazetteer import COMMON_WORDS, Division, Gazetteer, short_name

STATE = Region("中国", RegionLevel.NATIONAL, "000000")
_OF_THE_STATE = re.compile(
    r"国务院|^(中华人民共和国)?第?[一二三四五六七八九十\d]+届全国人民代表大会"
)
_KINDS = ("自治区", "省", "市", "自治州", "州", "自治县", "县", "区", "自治旗", "旗", "盟", "地区")
_WHOSE = re.compile(
    rf"({'|'.join(sorted(_KINDS, key=len, reverse=True))})"
    r"(?:人民政府|政府|行政公署|行署|第?[一二三四五六七八九十\d]+届|长|主席|人大|人民代表大会)"
)
_ZONE = re.compile(r"(?:国家级?)?[\u4e00-\u9fff]{0,12}?(?:高新|开发|工业|示范|管理|保税|园|新)区")
_AFTER_SHORT = re.compile(
    r"(?:[\d〇○零一二三四五六七八九]{4}年|第?[一二三四五六七八九十\d]+届|人?民?政府|国民经济)"
)
_FROM_BELOW = "县旗区市州盟省"
"""Kinds from the lowest level up: a city compares itself with 全省, a province with nobody."""
_AUTONOMOUS = re.compile("自治区|广西|内蒙古|宁夏|西藏|新疆")
_ALL_OF = re.compile(r"[全我]([省市县区州旗盟])(?!域)")
_MIN_MENTIONS = 4
"""Least weight of the region that a text is guessed to be of: a full name counts twice."""
_MIN_OF_COUNTY = 3
"""The same for a county whose kind the head gives; a city of its kind is believed at once."""
_SPOKEN_OF = 3
"""How often 全市, 全县 … must stand in a text to tell whose it is."""
_OFTEN = 8
_FAR_OFTENER = 5
"""How often, and how many times oftener, another place is spoken of when a head is in error."""


class Basis(Enum):
    """What a region was taken from."""

    HEAD = "head"
    NAMESAKE = "namesake"
    """The head gives a name that several divisions have; the text tells which."""
    ZONE = "zone"
    """The head names a zone; the region is the division that it lies in."""
    TEXT = "text"
    """The place that the text speaks of most."""
    AGAINST_HEAD = "against head"
    """The head names a place that the text does not speak of."""
    FILE_NAME = "file name"
    PAGE = "page"
    """What stands around the text on its page (来源：苏州市相城区人民政府)."""


_VERBS = frozenset({"新建"})
"""Short names that say what is done in every list of tasks (新建学校68所), rather than where."""


@dataclass(frozen=True, slots=True)
class FoundRegion:
    """A region and what it was taken from.

    Attributes:
        region: The region.
        basis: What it was taken from.
        name: Name of the place as it was found.
        times: How often the text names it, where that counted.
    """

    region: Region
    basis: Basis
    name: str
    times: int = 0

    @property
    def sure(self) -> bool:
        """Nobody needs to look at it."""
        return self.basis is Basis.HEAD


@dataclass(frozen=True)
class Places:
    """The places that a text speaks of.

    Attributes:
        text: The text.
        gazetteer: Names of places.
        year: Year of the report, or None.
    """

    text: str
    gazetteer: Gazetteer
    year: int | None

    @cached_property
    def times(self) -> Counter[str]:
        """How often each name stands in the text."""
        return Counter(name for _, name in self.gazetteer.names_in(self.text))

    def of_full_name(self, name: str) -> tuple[Division, ...]:
        """Return the divisions of a name that were in use in the year."""
        return self._in_use(self.gazetteer.full_names.get(name, ()))

    def of_short_name(self, name: str) -> tuple[Division, ...]:
        """Return the divisions of a name without its kind that were in use in the year."""
        return self._in_use(self.gazetteer.short_names.get(name, ()))

    def _in_use(self, divisions: tuple[Division, ...]) -> tuple[Division, ...]:
        """Leave out those of another time, and the older listing of one and the same place."""
        year = self.year
        if year is None:
            then = [d for d in divisions if d.until is None]
        else:
            then = [d for d in divisions if d.was_named(year) or self._is_raised(d, year)]
            then = then or [d for d in divisions if d.in_use(year)]
        kept: dict[tuple[str, str], Division] = {}
        for division in then or divisions:
            kept.setdefault((division.current_code or division.name, division.name), division)
        return tuple(kept.values())

    def _is_raised(self, division: Division, year: int) -> bool:
        """Tell whether a city made a prefecture at that time speaks of the counties it was given.

        In the year of the change 哈密市 may still be the county.
        """
        raised = division.level is RegionLevel.PREFECTURE and division.in_use(year)
        return raised and len(self.counties_below(division)) > 1

    def named(self, division: Division) -> int:
        """Count the names of a division, with its kind and without."""
        short = short_name(division.name)
        names = {division.name, short, short + division.name[-1]}
        return sum(self.times[name] for name in names)

    def context(self, division: Division) -> int:
        """Weigh what a text says of the divisions above one and beside it.

        The prefecture tells more than the province; of the neighbours each counts at most twice,
        of the towns that tell namesakes apart each once, thrice as much.
        """
        above = self.gazetteer.above(division)
        found = sum(self.named(d) * (1 if d.level is RegionLevel.PROVINCE else 2) for d in above)
        found += 3 * sum(town in self.text for town in self.gazetteer.towns.get(division.code, ()))
        if division.level is RegionLevel.COUNTY and division.code:
            found += sum(
                min(times, 2)
                for name, times in self._counties.items()
                if name != division.name and division.code[:4] in self._prefectures_of[name]
            )
        return found

    def counties_below(self, prefecture: Division) -> list[str]:
        """Return the counties of a prefecture that the text gives by their full names."""
        start = prefecture.code[:4]
        return [name for name in self._counties if start in self._prefectures_of[name]]

    @cached_property
    def _counties(self) -> dict[str, int]:
        """The counties that the text gives by their full names."""
        of = self._prefectures_of
        return {name: times for name, times in self.times.items() if of.get(name)}

    @cached_property
    def _prefectures_of(self) -> dict[str, frozenset[str]]:
        full = self.gazetteer.full_names
        return {
            name: frozenset(d.code[:4] for d in full[name] if d.level is RegionLevel.COUNTY)
            for name in self.times
            if name in full and name not in COMMON_WORDS
        }


def find_region(claims: tuple[str, ...], places: Places) -> FoundRegion | None:
    """Return the region that the head of a report names.

    Args:
        claims: Texts that name it, the most telling first (苏州市相城区人民政府).
        places: The text and the names of places, to tell divisions of one name apart.
    """
    for claim in claims:
        if _OF_THE_STATE.search(claim):
            return FoundRegion(STATE, Basis.HEAD, "国务院")
        chain, rest = _divisions_in(claim, places)
        if chain:
            others = [d for other in claims if other != claim for d in _flat(other, places)]
            found = _resolve(chain, others, places)
            zone = _ZONE.match(rest)
            return _in_zone(found, zone.group()) if zone else found
    for claim in claims:
        name = places.gazetteer.short_name_at(claim, 0)
        if name and _AFTER_SHORT.match(claim[len(name) :]):
            divisions = places.of_short_name(name)
            kind = _whose(claims)
            own = tuple(d for d in divisions if kind and _is_kind(d.name, kind))
            return _resolve([own or divisions], [], places)
    return None


def _in_zone(found: FoundRegion, zone: str) -> FoundRegion:
    return FoundRegion(found.region, Basis.ZONE, found.name + zone)


def _flat(claim: str, places: Places) -> list[Division]:
    chain, _ = _divisions_in(claim, places)
    return [division for divisions in chain for division in divisions]


def _divisions_in(claim: str, places: Places) -> tuple[list[tuple[Division, ...]], str]:
    """Return the divisions named one after another in a claim, outermost first, and what follows.

    Those above may be short (南京鼓楼区). Names that are also plain words (城区) count below a
    named city, and where a claim begins with them.
    """
    found: list[tuple[Division, ...]] = []
    at, end = 0, 0
    while at < len(claim):
        name = places.gazetteer.full_name_at(claim, at)
        if name and (at == end or name not in COMMON_WORDS):
            found.append(places.of_full_name(name))
            at = end = at + len(name)
            continue
        upper = places.gazetteer.short_name_at(claim, at)
        below = upper and at + len(upper)
        if below and (places.gazetteer.full_name_at(claim, below) or _ZONE.match(claim[below:])):
            larger = [d for d in places.of_short_name(upper) if d.level is not RegionLevel.COUNTY]
            if larger:
                found.append(tuple(larger))
                at = end = below
                continue
        if found:
            break
        at += 1
    return found, claim[end:]


def _resolve(
    chain: list[tuple[Division, ...]], others: list[Division], places: Places
) -> FoundRegion:
    """Return the division meant by the last names of a chain, told apart by those above it."""
    above = [d for divisions in chain[:-1] for d in divisions] + others
    candidates = chain[-1]
    name = candidates[0].name
    if len(candidates) == 1:
        return FoundRegion(places.gazetteer.region_of(candidates[0]), Basis.HEAD, name)
    weight = {d: (_agreement(d, above), _standing(d, chain), places.context(d)) for d in candidates}
    best, second, *_ = sorted(candidates, key=lambda d: (_negative(weight[d]), d.code))
    region = places.gazetteer.region_of(best)
    sure = weight[best][:2] > weight[second][:2] or weight[best][2] > 2 * weight[second][2]
    return FoundRegion(region, Basis.HEAD if sure else Basis.NAMESAKE, name, weight[best][2])


def _negative(weight: tuple[int, int, int]) -> tuple[int, int, int]:
    return (-weight[0], -weight[1], -weight[2])


def _agreement(division: Division, above: Iterable[Division]) -> int:
    return sum(_is_below(division, upper) for upper in above)


def _standing(division: Division, chain: list[tuple[Division, ...]]) -> int:
    """A name alone is that of the higher division (吉林 the province); below others it is not."""
    ranks = {RegionLevel.PROVINCE: 2, RegionLevel.PREFECTURE: 1}
    return ranks.get(division.level, 0) if len(chain) == 1 else 0


def _is_below(division: Division, upper: Division) -> bool:
    code = division.code or division.within
    digits = {RegionLevel.PROVINCE: 2, RegionLevel.PREFECTURE: 4}.get(upper.level)
    return digits is not None and code[:digits] == upper.code[:digits] and division != upper


def guess_region(claims: tuple[str, ...], places: Places) -> FoundRegion | None:
    """Return the division that a text which does not name its own speaks of most.

    Args:
        claims: How the head calls the government (省人民政府, 市十七届人大), or nothing.
        places: The text and the names of places.
    """
    kind = _kind_of(claims, places.text)
    weights: dict[Division, float] = {}
    support = _support(places)
    for name in places.times:
        short = () if name in _VERBS else places.of_short_name(name)
        for division in {*places.of_full_name(name), *short}:
            if division not in weights and _is_kind(division.name, kind):
                own = _own_weight(division, places)
                weights[division] = own + support[division.code] if own else 0
    if not weights:
        return None
    top = max(weights.values())
    if top < (1 if kind else _MIN_MENTIONS):
        return None
    near = [d for d in weights if weights[d] >= 0.7 * top]
    best = max(near, key=lambda d: (weights[d] + places.context(d) / 2, d.code))
    best = _only_one_below(best, weights, places) or best
    if best.level is RegionLevel.COUNTY and top < _MIN_OF_COUNTY:
        return None
    spoken = best.name if places.times[best.name] else short_name(best.name)
    return FoundRegion(places.gazetteer.region_of(best), Basis.TEXT, spoken, places.named(best))


def _only_one_below(
    best: Division, weights: Mapping[Division, float], places: Places
) -> Division | None:
    """Return the one city below a prefecture that a text speaks of: then it is that city's.

    Both are called 市 (赤水市 below 遵义市); the report of a prefecture names several places in it.
    """
    if best.level is not RegionLevel.PREFECTURE:
        return None
    below = [d for d in weights if _is_below(d, best) and weights[d] >= 1]
    if len(below) != 1 or len(places.counties_below(best)) > 1:
        return None
    return below[0] if weights[below[0]] >= max(_OFTEN, 0.3 * weights[best]) else None


def _own_weight(division: Division, places: Places) -> float:
    """Weigh how often a text names a division: names of counties are often plain words (合作)."""
    if division.name in COMMON_WORDS:
        return 0
    short = short_name(division.name)
    if short == division.name:  # 宾县
        return 2 * places.times[short]
    full = sum(places.times[n] for n in {division.name, short + division.name[-1]})
    times = places.times[short]
    if division.level is not RegionLevel.COUNTY:
        return 2 * full + times
    return 2 * full + (times if full else times / 4)


def _support(places: Places) -> Counter[str]:
    """Weigh the divisions below each that the text gives by their full names."""
    found: Counter[str] = Counter()
    for name, times in places.times.items():
        divisions = places.of_full_name(name) if name in places.gazetteer.full_names else ()
        uppers = {d.code[:4] + "00" for d in divisions if d.level is RegionLevel.COUNTY}
        uppers |= {d.code[:2] + "0000" for d in divisions if d.level is RegionLevel.PREFECTURE}
        if len(divisions) <= 2:
            for upper in uppers:
                found[upper] += min(times, 3)
    return found


def _kind_of(claims: tuple[str, ...], text: str) -> str:
    """Return the kind of division that a head speaks of (市人民政府), or a text (全县, 我县)."""
    if kind := _whose(claims):
        return kind
    spoken = Counter(_ALL_OF.findall(text))
    if spoken["市"] and _AUTONOMOUS.search(text):
        del spoken["区"]  # 全区 is the autonomous region
    often = max(_SPOKEN_OF, max(spoken.values(), default=0) / 4)
    return next((kind for kind in _FROM_BELOW if spoken[kind] >= often), "")


def _whose(claims: tuple[str, ...]) -> str:
    """Return the kind of division whose government, congress or mayor the head names, or ""."""
    return next((m.group(1) for claim in claims if (m := _WHOSE.search(claim))), "")


def _is_kind(name: str, kind: str) -> bool:
    if kind == "省":
        return name.endswith(("省", "自治区"))
    return name.endswith(kind)


def against_head(found: FoundRegion, claims: tuple[str, ...], places: Places) -> FoundRegion | None:
    """Return the place that a text speaks of where its head names one that it never speaks of.

    A slip of the hand (苏州市第四届人民代表大会 in a report that speaks of 宿州 throughout).
    """
    named = [c for c in claims if _divisions_in(c, places)[0]]
    level = found.region.level
    if len(named) > 1 or level in (RegionLevel.NATIONAL, RegionLevel.PROVINCE):
        return None
    own = places.times[found.name] + places.times[short_name(found.name)]
    if own > 1 + len(named):
        return None
    other = guess_region(claims, places)
    if other is None or other.region.level is not level:
        return None
    far = other.times >= _OFTEN and other.times >= _FAR_OFTENER * own
    if not far or other.region == found.region:
        return None
    return FoundRegion(other.region, Basis.AGAINST_HEAD, other.name, other.times)
