"""Whether a passage that shares words with a promise speaks of the same thing.

Words at the end of a name say what kind of thing it is, those before it say which one. Where the
words before are missing and others stand in their place (省级企业研发机构, 新型研发机构), it is
another thing of the same kind.
"""

import re

from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.passages import clause_grams, grams
from tracker.match.topics import Topic, topic_of, without_figures, without_idle

_SHARED = 2
_SHORT_NAME = (4, 7)
_JOINS = "的和与及等新原老各"
_WHICH = 2  # characters that tell which one
_BREAK = re.compile(r"[|、，,:;：“”\"'()（）《》「」/\s]")
_CHINESE = re.compile(r"[一-鿿]")
_BASE = re.compile(r"占(?:全[省市国区县])?([一-鿿a-z&]{2,14}?)的?(?:比重|比例|比率|比)")
_PART = re.compile(
    r"([一-鿿a-z0-9、“”\"]+?)(?:所)?占(?![到至])[^,]{0,16}?(?:比重|比例|比率|比|gdp|总值)"
)
_SUBJECT = re.compile(r"[一-鿿a-z“”\"]{3,}")
_SAYS = re.compile(r"增长|达到|实现|完成|提高|突破|下降|达")
_KIND_OF_PART = re.compile(
    r"产业|行业|企业|其中|其|全[市省区县国]|力争|使|实现|提高|提升|规模以上|规上|工业(?=增加值|产值|总产值)"
)
_COUNT_OF = re.compile(r"(?:总数|数量|总量|人数|户数|数|量)$")
_AND_SO_ON = re.compile(r"([一-鿿a-z、]{2,60})等\d")
_LAST = 3
_ZONE_QUANTITY = re.compile(
    r"(集聚区|园区|开发区|高新区|经开区|保税区|示范区|产业园|基地)([一-鿿]{2,6})"
)
_TWO_AHEAD = re.compile(r"((?:(?!的)[一-鿿]){2,8})和((?:(?!的)[一-鿿]){2,8})$")
_TWO_BEHIND = re.compile(r"([一-鿿]{2,6})[、和]([一-鿿]{2,6})等")
_SIDE = {
    "城市": "town", "城镇": "town", "县城": "town", "城区": "town",
    "农村": "country", "乡村": "country", "农民": "country",
}  # fmt: skip
_SIDES = re.compile("|".join(_SIDE))
_PLACE_FIRST = re.compile(
    r"(?!新)((?:(?![全我本各级地省计认和])[一-鿿]){2,3})(?<![城都超上股门夜])(?:市|自治州)(?=[一-鿿])(?![级区场民])"
)
_NEW = re.compile(r"新建|新改|新开工|新增")
_REBUILT = re.compile(r"改扩建|改造|扩建|改建|翻建|新改")
_KNOWN = 0.44
# What is done with projects, in order: those planned, won, begun and built are counted apart.
_DEEDS = (
    ("谋划", "储备", "包装", "策划"),
    ("引进", "招引", "签约", "落地", "落户", "新引进"),
    ("开工", "动工", "开建"),
    ("续建", "在建"),
    ("建成", "竣工", "完工", "交付", "投产", "投用", "形成"),
)
_STEP = {word: step for step, words in enumerate(_DEEDS) for word in words}
_DEED = re.compile("|".join(sorted(_STEP, key=len, reverse=True)))


def is_another(topic: Topic, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether a clause names another thing of the kind that a topic is about.

    Args:
        topic: What was promised.
        text: Folded text of the clause.
        lexicon: Idle words, which tell nothing.
    """
    piece = topic.longest
    ahead, shared = _longest_shared(piece, text)
    if len(shared) < _SHARED or len(ahead) < _WHICH:
        return False
    which = set(grams(ahead)) - topic.generic or set(grams(ahead))
    held = clause_grams(text, lexicon)
    if len(which & held) > _KNOWN * len(which):
        return False
    before = without_figures(text[: text.find(shared)])
    other = without_idle(_BREAK.split(before)[-1], lexicon)
    return len(_CHINESE.findall(other)) >= _WHICH


def _longest_shared(piece: str, text: str) -> tuple[str, str]:
    """Return the longest stretch of a short piece that a text holds, behind what stands before it.

    Trying every stretch takes a quarter of the time of difflib on names and clauses.
    """
    for size in range(len(piece), 0, -1):
        for start in range(len(piece) - size + 1):
            if piece[start : start + size] in text:
                return piece[:start], piece[start : start + size]
    return piece, ""


def begins_otherwise(topic: Topic, text: str) -> bool:
    """Tell whether a short name differs in its first character alone (金城大道, 东城大道).

    Args:
        topic: What was promised.
        text: Folded text of the clause.
    """
    piece = topic.longest
    if not _SHORT_NAME[0] <= len(piece) <= _SHORT_NAME[1] or piece[:_WHICH] in text:
        return False
    at = text.find(piece[1:])
    return at > 0 and bool(_CHINESE.match(text[at - 1])) and text[at - 1] not in _JOINS


def head_missing(name: str, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether the end of a measured name (…脱贫, …能耗) stands nowhere in a passage."""
    pieces = [
        p
        for p in topic_of(_COUNT_OF.sub("", fold(name)), lexicon).text.split("|")
        if len(p) >= _SHARED
    ]
    if not pieces:
        return False
    ends = grams(pieces[-1])[-2 if name.endswith("率") else -1 :]
    return not set(ends) <= clause_grams(text, lexicon)


def quantities_differ(promised: str, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether other quantities of a thing are reported than the promised one.

    装备制造业主营业务收入 is not answered by 装备制造业增加值.
    """
    wanted = lexicon.quantity_pattern.findall(promised)
    given = lexicon.quantity_pattern.findall(text)
    return bool(wanted and given) and wanted[-1] not in given


def joint_count(promise: str, text: str, at: int, written: str, lexicon: MatchLexicon) -> bool:
    """Tell whether a figure counts two things together of which only one was promised.

    中小学和幼儿园175所 tells no number of 幼儿园, nor 371个产业招商、增资扩产等项目 one of
    增资扩产项目.

    Args:
        promise: Folded text of the promise.
        text: Folded text of the clause.
        at: Where the figure stands in it.
        written: The figure as it stands there.
        lexicon: Idle words, which name nothing.
    """
    ahead = _TWO_AHEAD.search(text[:at])
    behind = _TWO_BEHIND.match(text[at + len(written) :])
    for pair in (ahead, behind):
        if pair is None:
            continue
        names = [without_idle(name, lexicon) for name in pair.groups()]
        told = [len(name) >= _WHICH and name[-_WHICH:] in promise for name in names]
        if all(len(name) >= _WHICH for name in names) and sum(told) == 1:
            return True
    return False


def other_side(promise: str, before: str) -> str | None:
    """Return the side a figure is of where the promise names the opposite one alone.

    城市生活污水处理率 is not answered by 农村生活污水治理率.

    Args:
        promise: Folded text of the promise.
        before: Folded text of the clause up to the figure.
    """
    sides = [frozenset(_SIDE[word] for word in _SIDES.findall(text)) for text in (promise, before)]
    if len(sides[0]) == len(sides[1]) == 1 and sides[0] != sides[1]:
        return next(_SIDES.finditer(before)).group()
    return None


def side_untold(name: str, text: str) -> str | None:
    """Return the side (城市, 农村) that a promised name begins with and a passage does not tell.

    城市公办幼儿园 is not answered by 公办幼儿园, which are of both sides.
    """
    side = re.match(r"城市|城镇|农村|乡村", name)
    if side is None or _SIDES.search(text) or "城乡" in text or "乡镇" in text:
        return None
    return side.group()


def place_within(promise: str, text: str, own: tuple[str, ...]) -> str | None:
    """Return the place inside the region that a clause opens with (阜新市固定资产投资), or None.

    Args:
        promise: Folded text of the promise.
        text: Folded text of the clause.
        own: Names of the region itself.
    """
    place = _PLACE_FIRST.match(text)
    if place is None or place.group() in promise or place[1] in own or place.group() in own:
        return None
    return place.group()


def zones_differ(promised: str, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether a quantity is reported of zones only, and was promised of the whole trade.

    农产品加工企业主营业务收入 is not answered by 农产品加工集聚区主营业务收入.
    """
    told = {m[1] for m in _ZONE_QUANTITY.finditer(text) if lexicon.quantity_pattern.match(m[2])}
    return bool(told) and not any(zone in promised for zone in told)


def _kinds(folded: str) -> set[bool]:
    """Return whether a text speaks of what is new (True), of what is rebuilt (False), or both."""
    return {new for new, pattern in ((True, _NEW), (False, _REBUILT)) if pattern.search(folded)}


def named_ones_missing(promise: str, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether a promise counts things by name (五一南路等8条道路) and none is spoken of."""
    counted = _AND_SO_ON.search(promise)
    if counted is None:
        return False
    held = clause_grams(text, lexicon)
    names = [grams(name)[-_LAST:] for name in counted[1].split("、")]
    return not any(name and name[0] in held for name in names)


def deeds_differ(promise: str, before: str) -> bool:
    """Tell whether the two sides count different steps (begun, built).

    Args:
        promise: Folded words of the promise.
        before: Folded words of the clause up to its figure.
    """
    kinds, given_kinds = _kinds(promise), _kinds(before)
    if kinds and given_kinds and not kinds & given_kinds:
        return True
    wanted = {_STEP[word] for word in _DEED.findall(promise)}
    given = _DEED.findall(before)
    return bool(wanted and given) and _STEP[given[-1]] not in wanted


def share_numerators_differ(
    promise: str, before: str, ahead: str, lexicon: MatchLexicon
) -> str | None:
    """Return of what a reported share is where it is not of the promised thing, else None.

    文创产业增加值占地区生产总值比重 is not answered by 服务业增加值增长8.1%,占…比重…: a clause
    that names nothing before 占 takes the subject of the clause before it.

    Args:
        promise: Folded text of the promise.
        before: Folded text of the clause up to its figure.
        ahead: Folded text of the clause before it in the sentence, "" where there is none.
        lexicon: Words of what is measured, and the indicators.
    """
    asked, at = _PART.search(promise), before.rfind("占")
    if asked is None or at < 0:
        return None
    own = _SUBJECT.findall(_KIND_OF_PART.sub("", before[:at].rpartition("、")[2]))
    told = before[:at].rpartition("、")[2]
    if not own and not (lexicon.quantity_pattern.search(told) or len(told) > _WHICH):
        subject = _SUBJECT.search(ahead)
        told = _SAYS.split(subject.group())[0] if subject else ""
    if not told:
        return None
    if lexicon.indicators_in(asked[1]) & lexicon.indicators_in(told):
        return None
    one, other = (
        lexicon.quantity_pattern.sub("", _KIND_OF_PART.sub("", text)) for text in (asked[1], told)
    )
    pairs = set(grams(one))
    if not pairs or not grams(other) or pairs & clause_grams(told, lexicon):
        return None
    return told


def share_bases_differ(promise: str, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether a promised and a reported share are shares of different wholes (占…比重)."""
    one, other = _BASE.search(promise), _BASE.search(text)
    if one is None or other is None or one[1] in other[1] or other[1] in one[1]:
        return False
    return not (lexicon.indicators_in(one[1]) & lexicon.indicators_in(other[1]))


_COUNTED = re.compile(
    r"\d(?:万|千|百|多|余)*[个家所座处件条户名人项对支台](?:以上|左右)?([一-鿿]{2,12})"
)
_BEHIND = re.compile(r"(?:以上|左右)?([一-鿿]{2,12})")
_SORT = 4
_ANY_SORT = re.compile(r"[的新各全省市区县]|以上|重点|主要|国家")


def narrower_sort(promise: str, behind: str) -> str:
    """Return the sort of thing that a report counts alone, "" where it counts what was promised.

    50个深度贫困村 are no answer to 140个贫困村, and may be a part of them.

    Args:
        promise: Folded words of the promise.
        behind: Folded text that stands behind the reported figure and its unit.
    """
    wanted, told = _COUNTED.search(promise), _BEHIND.match(behind)
    if not wanted or not told or len(wanted[1]) < _LAST:
        return ""
    at = told[1].find(wanted[1][:_LAST])
    sort = told[1][: max(at, 0)]
    if not _WHICH <= len(sort) <= _SORT or sort in promise or _ANY_SORT.search(sort):
        return ""
    return sort + wanted[1][:_LAST]
