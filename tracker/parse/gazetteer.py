"""The names of places (地名): divisions, zones, former names and everyday ones, and what they mean.

恩施州 is 恩施土家族苗族自治州, 管城区 is 管城回族区, 襄樊市 was the name of 襄阳市 until 2010, and
four divisions are called 鼓楼区.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tracker.model.report import Region, RegionLevel

_PEOPLES = (
    "(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西"
    "|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|京"
    "|独龙|各)族|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)+"
)
_KIND_OF_DIVISION = re.compile(
    rf"(?<=..){_PEOPLES}(?:自治[州县旗]|区)$|族?自治[州县旗]$|(?:维吾尔|壮族|回族)?自治区$|特别行政区$"
    r"|行政委员会$|(?<=..)(?:林区|新区|地区)$|(?<=..)[省市区县旗盟]$"
)
_EVERYDAY = {
    "自治州": ("州", "自治州"),
    "自治县": ("县", "自治县"),
    "自治旗": ("旗", "自治旗"),
    "回族区": ("区",),
    "尔族区": ("区",),
}
COMMON_WORDS = frozenset(
    ("城区", "郊区", "矿区", "新区", "市区", "东区", "西区", "南区", "北区", "新城区", "老城区")
)
"""Names of districts that are also plain words."""
_GOES_ON = re.compile("市[场值价]|县域|区[域位块间]")
"""Words whose first character ends a name that is none."""
_STATE_CODE = "000000"


def short_name(name: str) -> str:
    """Return a division's name without its kind (苏州市 -> 苏州, 红河哈尼族彝族自治州 -> 红河)."""
    return _KIND_OF_DIVISION.sub("", name) or name


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division or a zone that is governed like one.

    Attributes:
        code: Six-digit code of GB/T 2260 (statistical code for zones), "" for a zone without one.
        name: Official name.
        level: Its level.
        since: Year in which the name came up, None where that was before 1994.
        until: Year in which it was given up, None while it is in use.
        successor: Code by which the place is listed today where that is another one, else "".
        within: For a place without code: code of the division it lies in, "" for none.
    """

    code: str
    name: str
    level: RegionLevel
    since: int | None = None
    until: int | None = None
    successor: str = ""
    within: str = ""

    @property
    def current_code(self) -> str:
        """The code under which the place is listed today, its last one where it was merged."""
        return self.successor or self.code

    def in_use(self, year: int) -> bool:
        """Tell whether a report of a year may have used the name, one year of overlap allowed."""
        begun = self.since is None or self.since <= year + 1
        return begun and (self.until is None or year <= self.until)

    def was_named(self, year: int) -> bool:
        """Tell whether a report of a year used the name: reports open the year of a change."""
        begun = self.since is None or self.since < year
        return begun and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class Alias:
    """An everyday name (巴州) or the name of a zone that has a division's government (西海岸新区).

    Attributes:
        name: The name.
        code: Code of the division that is meant.
    """

    name: str
    code: str


@dataclass(frozen=True)
class Gazetteer:
    """All places that reports are known by.

    Attributes:
        divisions: Ascending by code, today's name of a code before its former ones.
        aliases: Names that cannot be made of the official ones.
        towns: Towns of the counties that share their name, by code.
    """

    divisions: tuple[Division, ...]
    aliases: tuple[Alias, ...] = ()
    towns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> Mapping[str, Division]:
        """The division that a code stands for today, or stood for last."""
        found: dict[str, Division] = {}
        for division in self.divisions:
            if division.code:
                found.setdefault(division.code, division)
        return found

    @cached_property
    def _of_code(self) -> Mapping[str, tuple[Division, ...]]:
        return _grouped((d.code, d) for d in self.divisions if d.code)

    @cached_property
    def full_names(self) -> Mapping[str, tuple[Division, ...]]:
        """Divisions by names that tell their kind: official ones and those like 恩施州, 巴州."""
        official = _grouped((d.name, d) for d in self.divisions)
        everyday = _grouped((name, d) for d in self.divisions for name in _with_short_kind(d.name))
        listed = _grouped((a.name, self.by_code[a.code]) for a in self.aliases)
        return {**everyday, **listed, **official}

    @cached_property
    def short_names(self) -> Mapping[str, tuple[Division, ...]]:
        """Divisions by their name without its kind, of at least two characters (苏州, 相城)."""
        return _grouped(
            (short, d)
            for d in self.divisions
            if len(short := short_name(d.name)) > 1 and d.name not in COMMON_WORDS
        )

    @cached_property
    def _by_beginning(self) -> Mapping[str, tuple[str, ...]]:
        """All names by their first two characters, the longest first."""
        found: dict[str, set[str]] = {}
        for name in (*self.full_names, *self.short_names):
            found.setdefault(name[:2], set()).add(name)
        return {
            start: tuple(sorted(names, key=lambda n: (-len(n), n)))
            for start, names in found.items()
        }

    def full_name_at(self, text: str, at: int) -> str:
        """Return the longest name with its kind that begins at a place of a text, or ""."""
        for name in self._by_beginning.get(text[at : at + 2], ()):
            if name in self.full_names and text.startswith(name, at):
                return name
        return ""

    def short_name_at(self, text: str, at: int) -> str:
        """Return the longest name without its kind that begins at a place of a text, or ""."""
        for name in self._by_beginning.get(text[at : at + 2], ()):
            if name in self.short_names and text.startswith(name, at):
                return name
        return ""

    def names_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the places named in a text with their offsets, the longest name at each place."""
        at, end = 0, len(text) - 1
        beginnings = self._by_beginning
        while at < end:
            names = beginnings.get(text[at : at + 2])
            if names:
                name = next((n for n in names if _stands(n, text, at)), "")
                if name:
                    yield at, name
                    at += len(name)
                    continue
            at += 1

    def above(self, division: Division) -> tuple[Division, ...]:
        """Return the province and the prefecture that a division belonged to, outermost first."""
        code = division.code or division.within
        outer = [code[:2] + "0000", code[:4] + "00"]
        if not division.code:
            outer.append(division.within)
        return tuple(
            self._as_it_was(one, division)
            for one in dict.fromkeys(outer)
            if one in self._of_code and one != division.code
        )

    def _as_it_was(self, code: str, below: Division) -> Division:
        """Return the name of a code while the division below it was in use."""
        if below.until is None:
            return self.by_code[code]
        year = below.until - 1
        named = self._of_code[code]
        return next((d for d in named if d.until and d.in_use(year) and _begun(d, year)), named[0])

    def region_of(self, division: Division) -> Region:
        """Return the region with its official names from the province down.

        Its code is the one of today, so that reports of a place stay together when it is renamed.
        """
        names = [upper.name for upper in self.above(division)]
        return Region("".join([*names, division.name]), division.level, division.current_code)

    def regions(self) -> tuple[Region, ...]:
        """Return the state and all regions in official order, former names after today's.

        A place whose code changed but not its name comes once, where it is listed today.
        """
        found = {"中国": Region("中国", RegionLevel.NATIONAL, _STATE_CODE)}
        ordered = sorted(self.divisions, key=lambda d: (d.until is not None, d.code or d.within))
        for division in ordered:
            heir = self.by_code.get(division.current_code, division)
            if heir is not division and heir.name == division.name:
                continue
            region = self.region_of(division)
            found.setdefault(region.name, region)
        return tuple(found.values())


def _stands(name: str, text: str, at: int) -> bool:
    """Tell whether a name stands at a place of a text, and not 合作市 in 合作市场."""
    return text.startswith(name, at) and not _GOES_ON.match(text, at + len(name) - 1)


def _begun(division: Division, year: int) -> bool:
    return division.since is None or division.since <= year


def _grouped(pairs: Iterator[tuple[str, Division]]) -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for name, division in pairs:
        divisions = found.setdefault(name, [])
        if division not in divisions:
            divisions.append(division)
    return {name: tuple(divisions) for name, divisions in found.items()}


def _with_short_kind(name: str) -> Iterator[str]:
    """Yield 恩施州 and 恩施自治州 for 恩施土家族苗族自治州, 管城区 for 管城回族区."""
    short = short_name(name)
    for kind in _EVERYDAY.get(name[-3:], ()):
        if len(short) > 1 and short + kind != name:
            yield short + kind
