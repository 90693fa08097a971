"""Quantities in Chinese text (数量): numbers with their unit, as values with offsets.

In: any text (canonical text by preference, where stray spaces are already gone). Out: every
quantity with its value, unit and the words that bind it, e.g. ``超1.5万家`` gives 1.5, ``万家``,
``超``. Names that contain numbers are no quantities: ``7号线``, ``“331”``, ``5G``, ``十四五``,
``第29届``, ``1+10``, ``2035年``. Nothing here judges what a quantity measures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

_MAGNITUDE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百"

# Measure words and units that follow a number in at least 100 places of 2,166 public work reports
# (counted over the reports), with the units of area, volume, energy and concentration that belong
# to their families. Longest first, so that 平方公里 wins over 平.
_UNIT_WORDS = (
    "个百分点|百分点|微克/立方米|毫克/立方米|毫克/升|微克/标立方米|平方公里|平方千米|"
    "立方米|平方米|千瓦时|千瓦|兆瓦|吉瓦|标准箱|标箱|TEU|吨标准煤|吨标煤|标准煤|工作日|"
    "个工作日|个小时|个月|人民币|美元|欧元|港元|元|亩次|亩|公顷|公里|千米|海里|厘米|毫米|"
    "立方|平方|平米|米|公斤|千克|吨|斤|人次|人天|人|名|位|户|家次|家|个|项次|项|件次|件|"
    "条|座|处|所|张|套次|套|间套|间|辆|台套|台|艘|架|只|头|羽|株|棵|场次|场|批次|批|班次|"
    "班|列|次|周年|年|岁|天|小时|分钟|倍|成|番|类|种|篇|部|支|对|剂次|剂|例|宗|起|枚|口|"
    "栋|幢|片|块|盏|眼|份|期|度|分|卷|册|户次|组|门|幅|根|段|孔|吊|扇|微克|毫克|Gbps|Mbps|Tbps|％|%|‰"
)
# Units that are the beginning of another word: 2万亿|台阶 counts no machines, 120|名校 no persons.
_UNIT_ENDS = {"台": "(?!阶)", "条": "(?!底线|红线|主线|控制线)"}
_UNIT = "|".join(
    re.escape(u) + _UNIT_ENDS.get(u, "")
    for u in sorted(set(_UNIT_WORDS.split("|")), key=len, reverse=True)
)

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_BEFORE = (
    r"不低于|不少于|不小于|不高于|不超过|不大于|不超|不突破|控制在|高于|低于|超过|超出|突破|超|大于|小于|少于|"
    r"接近|将近|大约|约|近|逾|多于"
)
_PREFIXES = tuple(sorted(_BEFORE.split("|"), key=len, reverse=True))
_AFTER = r"以上|以下|以内|之内|左右|上下|（含）以上"

_NUMBER = re.compile(
    rf"""(?P<pre>(?:{_BEFORE})?)
    (?<![\dA-Za-z.+＋/／第每]) (?P<a>{_DIGITS})
    (?:(?P<au>(?:{_MAGNITUDE})?(?:{_UNIT})?)(?:[~～—–-]{{1,2}}|至|到)(?P<b>{_DIGITS}))?
    (?P<mid>[余多]?)
    (?P<mag>(?:{_MAGNITUDE})?)
    (?P<mid2>[余多]?)(?P<mag2>(?:(?<=万[余多])亿)?)
    (?P<unit>(?:{_UNIT})?(?:[/／](?:{_MAGNITUDE})?(?:{_UNIT}|日))?) (?P<alike>(?:（(?:{_UNIT})）)?)
    (?P<post>(?:{_AFTER})?)""",
    re.VERBOSE,
)

_FIRST_DIGIT = re.compile(r"(?<![\dA-Za-z.+＋/／第每])\d")
"""Where a number of ``_NUMBER`` begins behind what binds it."""

_CN = "零〇一二两三四五六七八九十百千万亿"
_PLACES = frozenset("十百千万亿")
_PER_CENT = "百分之"
_PERCENT = re.compile(
    rf"(?P<pre>(?:{_BEFORE})?){_PER_CENT}(?P<n>[{_CN}点]+)(?P<post>(?:{_AFTER})?)"
)
_CHINESE = re.compile(
    rf"(?P<pre>(?:{_BEFORE})?)(?<![{_CN}第数几近百余每“《])(?P<n>[{_CN}]+)"
    rf"(?P<unit>(?:{_UNIT}))(?P<post>(?:{_AFTER})?)"
)
_FIRST_NUMERAL = re.compile(rf"(?<![{_CN}第数几近百余每“《])[{_CN}]+(?:{_UNIT})")
"""The same for ``_CHINESE``."""

# 三家, 两所: counted things. 个, 项, 大, 年, 次, 位 with a small numeral are mostly idioms
# (三个务必, 五位一体, 三年行动), so they count only from ten on.
_COUNTED_UNITS = "家|所|座|条|户|亩|公里|艘|台|辆|栋|幢|名|平方米|平方公里|元|倍|成|吨"
_COUNTED = frozenset(_COUNTED_UNITS.split("|"))
_ORDINAL_UNITS = frozenset({"次", "届", "位", "期", "类", "部"})  # 十一次全会, 三位一体
_SMALL = 10
_PLACE_TAILS = frozenset("子河山县镇岭峪")
_LONGEST_BARE = 48
_CACHED_PARAGRAPHS = 2048  # of some ten reports
_FOLDS = re.compile(r"翻(?P<n>[一两二三])番")

# 居民消费价格指数为101.1, 控制在103以内: an index has no unit of its own; it is counted in 点.
_INDEX = re.compile(
    rf"指数(?:累计|预计)?(?:控制在|保持在|稳定在|降至|降到|升至|达到|达|为|是|在)"
    rf"(?P<pre>(?:{_BEFORE})?)(?P<a>\d{{1,3}}(?:\.\d+)?)(?P<post>(?:{_AFTER})?)(?=[，。；、（]|$)"
)
_INDEX_UNIT = "点"
# 增速保7争6: two rates, one ensured and one striven for.
_AIMS = re.compile(r"(?:增[长速幅])保(?P<a>\d+(?:\.\d+)?)%?[、，]?争(?P<b>\d+(?:\.\d+)?)(?![\d.%])")
_PER_CUBIC_METRE = "每立方米"

# What makes a number part of a name: 7号线, 5G, 4A, 500强, 10分钟…圈, 9个“一件事” stays a quantity.
_NAME_AFTER = re.compile(r"[A-Za-z+＋]|号|强|届|纵|横|伏|千伏|级|世纪|国道|省道|周年|[-－]\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CALENDAR_UNITS = frozenset({"年", "月", "日"})
_QUOTED = re.compile(r"“[^“”]{1,14}”|《[^《》]{1,40}》")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        start: First character of number and unit in the text that was searched.
        end: One past the last character of number and unit (``1.5万家``, ``3~5年``).
        value: Number as written (1.5 of 1.5万家).
        value2: Upper end of a range, or None.
        unit: Unit as written with its magnitude (万家), without 左右 and 以上; never "".
        prefix: Binding word right before the number (超, 不低于), or "".
        suffix: Binding word right after the unit (以上, 左右, 余), or "".
        numeral: The value is written in Chinese numerals.
    """

    start: int
    end: int
    value: Decimal
    value2: Decimal | None
    unit: str
    prefix: str
    suffix: str
    numeral: bool

    @property
    def outer(self) -> tuple[int, int]:
        """Range that includes the binding words on both sides."""
        after = 0 if self.suffix in {"余", "多"} else len(self.suffix)
        return self.start - len(self.prefix), self.end + after


@lru_cache(maxsize=_CACHED_PARAGRAPHS)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; names that contain numbers are left out.

    Args:
        text: Canonical text; offsets of the result count in it.
    """
    found = [q for m in _each(_NUMBER, _FIRST_DIGIT, text) if (q := _from_digits(text, m))]
    taken = {i for q in found for i in range(q.start, q.end)}
    for match in _AIMS.finditer(text):
        found.extend(q for q in _aims(match) if q.start not in taken)
    for matches, read in (
        (_PERCENT.finditer(text) if _PER_CENT in text else (), _from_percent),
        (_each(_CHINESE, _FIRST_NUMERAL, text), _from_chinese),
        (_FOLDS.finditer(text), _folds),
        (_INDEX.finditer(text), _from_index),
    ):
        for match in matches:
            quantity = read(text, match)
            if quantity and not taken.intersection(range(quantity.start, quantity.end)):
                found.append(quantity)
                taken.update(range(quantity.start, quantity.end))
    if not found:
        return ()
    found.sort(key=lambda q: q.start)
    found = _share_units(text, _with_bare(text, found))
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    return tuple(q for q in found if not any(a <= q.start < b for a, b in quoted))


def _each(pattern: re.Pattern[str], first: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` does, in half the time.

    Both patterns here begin with one of ``_BEFORE`` or none. To try them all at every character
    is what takes the time; so numbers are looked for, and then what binds them.
    """
    end = at = 0
    while (number := first.search(text, at)) is not None:
        start = begins = number.start()
        if text.endswith(_PREFIXES, end, start):
            word = next(w for w in _PREFIXES if text.endswith(w, end, start))
            begins -= len(word)
        match = pattern.match(text, begins)
        if match is None:
            at = start + 1
        else:
            yield match
            at = end = match.end()


_BARE = re.compile(r"分别[^，。；\d]{0,8}(?P<list>(?:\d+(?:\.\d+)?[、和])+)$")


def _with_bare(text: str, found: list[Quantity]) -> list[Quantity]:
    """Complete ``分别提高20.9、36.2、54个百分点``: the first two are percentage points as well."""
    whole: list[Quantity] = []
    for quantity in found:
        bare = _BARE.search(text, max(0, quantity.start - _LONGEST_BARE), quantity.start)
        if bare:
            at = bare.start("list")
            for number in re.finditer(r"\d+(?:\.\d+)?", bare["list"]):
                start, end = at + number.start(), at + number.end()
                value = _decimal(number.group())
                whole.append(replace(quantity, start=start, end=end, value=value, value2=None))
        whole.append(quantity)
    return whole


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Complete ``1.6个和1.4个百分点``: the first number is one of percentage points as well."""
    shared = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        points = first.unit == "个" and second.unit == "个百分点"
        if points and text[first.end : second.start] in {"和", "、", "与"}:
            shared[at] = replace(first, unit="个百分点")
    return shared


def _from_digits(text: str, match: re.Match[str]) -> Quantity | None:
    unit, end = (
        match["mag"] + match["mag2"] + match["unit"],
        match.end("alike"),
    )  # 42880套（间） counts 套
    if not unit or _is_name(text, match, unit, end):
        return None
    if unit in {"微克", "毫克"} and text.endswith(_PER_CUBIC_METRE, 0, match.start()):
        unit += "/立方米"  # 每立方米|28微克
    value, value2 = _decimal(match["a"]), _decimal(match["b"]) if match["b"] else None
    if value2 is not None and value2 < value:
        value2 = None
    return Quantity(
        match.start("a"),
        end,
        value,
        value2,
        unit,
        match["pre"],
        match["post"] or match["mid"] or match["mid2"],
        numeral=False,
    )


def _is_name(text: str, match: re.Match[str], unit: str, end: int) -> bool:
    """Tell whether the number is a date, a year or part of a name."""
    after = text[end : end + 2]
    if unit in _CALENDAR_UNITS and (
        _YEAR.fullmatch(match["a"]) or (match["b"] and _YEAR.fullmatch(match["b"]))
    ):
        return True
    if _NAME_AFTER.match(after) and not match["post"]:
        return True
    return text[max(0, match.start("a") - 1) : match.start("a")] in {"G", "S", "+"}


def _from_percent(_text: str, match: re.Match[str]) -> Quantity | None:
    value = read_numeral(match["n"])
    if value is None:
        return None
    start = match.end("pre")
    return Quantity(
        start, match.end("n"), value, None, "%", match["pre"], match["post"], numeral=True
    )


def _from_chinese(text: str, match: re.Match[str]) -> Quantity | None:
    word, unit = match["n"], match["unit"]
    if word[-1] in "万亿" and len(word) > 1:  # 三千亿元: 3000 and 亿元
        tail = re.search(r"[万亿]+$", word)
        word, unit = (word[: tail.start()], tail.group() + unit) if tail else (word, unit)
    if len(word) > 1 and not _PLACES.intersection(word):
        return None  # 八一|起义纪念馆, 三一|家
    value = None if word in {"万", "亿"} else read_numeral(word)  # 万人有效发明专利拥有量
    if value is None or unit in _CALENDAR_UNITS or value < 2:
        return None
    if value < _SMALL and (unit == "元" or text[match.end("unit") :][:1] in _PLACE_TAILS):
        return None  # 城乡二元结构, 七台河, 二台子
    if unit in _ORDINAL_UNITS or (value < 10 and unit not in _COUNTED):
        return None
    after = text[match.end("unit") : match.end("unit") + 1]
    if _NAME_AFTER.match(after) or after in {"”", "级"}:
        return None
    start = match.end("pre")
    return Quantity(
        start, match.end("unit"), value, None, unit, match["pre"], match["post"], numeral=True
    )


def _from_index(_text: str, match: re.Match[str]) -> Quantity:
    return Quantity(
        match.start("a"),
        match.end("a"),
        _decimal(match["a"]),
        None,
        _INDEX_UNIT,
        match["pre"],
        match["post"],
        numeral=False,
    )


def _aims(match: re.Match[str]) -> list[Quantity]:
    """Return the rates of 保7争6 that hold no % of their own."""
    return [
        Quantity(start, end, _decimal(match[name]), None, "%", "", "", numeral=False)
        for name in ("a", "b")
        for start, end in (match.span(name),)
    ]


def _folds(_text: str, match: re.Match[str]) -> Quantity | None:
    value = {"一": 1, "两": 2, "二": 2, "三": 3}[match["n"]]
    return Quantity(match.start(), match.end(), Decimal(value), None, "番", "", "", numeral=True)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


@lru_cache(maxsize=4096)
def read_numeral(word: str) -> Decimal | None:
    """Return the value of a Chinese numeral (两千三百, 五点五), or None when it is none."""
    if word and word[0] in "百千万亿":  # 百所, 千万元
        word = "一" + word
    import cn2an  # noqa: PLC0415 - 75 ms to import, and most reports need it never

    try:
        return Decimal(str(cn2an.cn2an(word, "normal")))
    except (ValueError, KeyError):  # cn2an looks ill-formed numerals up in vain: 零亿一
        return None
