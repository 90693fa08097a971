"""What a promise is about: its telling words, once the words that tell nothing are taken out."""

import re
from dataclasses import dataclass
from functools import cached_property
from operator import add

from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.passages import grams
from tracker.model.commitment import Commitment, Statement

_FIGURES = re.compile(
    r"(?:20\d\d年?)|第[一二三四五六七八九十\d]+[届次期批]|(?<![a-z\d.])\d[\d.,~\-]*(?![a-z\d])(?:万亿|亿|万|千|百)?"
    r"(?:个百分点|百分点|平方公里|平方米|立方米|公里|[%元个家所项座处件条户名人次台辆张套间场批吨亩斤里])*"
    r"(?:以上|左右|以内)?"
)
_NAMES = re.compile(
    r"[“\"「《]([^”\"」》]{2,20})[”\"」》]|([a-z0-9]+(?:\.\d+)?号线|\d+号线|[a-z][a-z0-9.]+)"
)
_BREAKS = re.compile(r"[|、，,:;；：“”\"'()（）《》「」/\s]")
# 沈阳至承德, 处置任务的三分之二: pairs across these words stand in no answer.
_LINKS = re.compile(
    r"(?<=[一-鿿]{2})(?:的|至|(?<![高中初平同均上优])等(?![级离式])|纳入|列入)(?=[一-鿿]{2})"
    r"|^(?:逐步|及时|全部|全面)?[将把](?=[一-鿿]{3})"
)
# 禄劝至会理高速公路 is no other road than that between the two.
_ROUTE = re.compile(
    r"([一-鿿]{2,3})至([一-鿿]{2,3})(?=[^一-鿿]|段|高速|铁路|公路|高铁|城际|快速|一级)"
)
_OF = re.compile(r"(?<=[一-鿿]{3})的(?=[一-鿿]{4,}$)")
_WAY = re.compile(r"[一-鿿]{2,3}(?<!化)")
"""网上办、掌上办、一次办 and 减环节、减材料 are ways of one thing, and no things."""
_MODIFIES = re.compile(r"(?<=[一-鿿]{3})的[一-鿿]{2,6}$")
"""基础设施和税源项目的用地需要: what is listed only says of what kind the one thing is."""
_FEW = 3  # 无锡学院 without its place would be any 学院
_KIND = re.compile(r"等([一-鿿]{4,12})$")
_ATTRIBUTE = re.compile(r".{1,3}[度性力感率]")
"""What things may have, no thing itself: 安全度 of 道路交通通畅度和安全度 answers to nothing."""
_AND_SO_ON = re.compile(r"等[^等]*$")
_ENDED = re.compile(
    r"(?<=[一-鿿]{4})(?:(?:全线|如期|正式|早日)?(?:建成|竣工|完工|通车|投产|投用|投运|开工|动工))+$"
)
"""衢宁铁路|竣工: how far a thing is to come is no part of its name."""
_LIST = re.compile(r"(?:[、/]|以及|(?<=[一-鿿]{3})和(?=[一-鿿]{3}))(?![^“\"]*”)")
"""What stands between listed things; “一个杜绝、三个持续下降” is one name."""


@dataclass(frozen=True)
class Topic:
    """One way to look for a promise.

    Attributes:
        text: Folded words it is about, idle words taken out.
        grams: Their grams, each once.
        names: Quoted names, Latin words and line numbers that must not be missed.
        generic: Grams inside words that many things end in (试点, 平台), which tell little.
    """

    text: str
    grams: tuple[str, ...]
    names: tuple[str, ...]
    generic: frozenset[str] = frozenset()

    @cached_property
    def longest(self) -> str:
        """The longest of its pieces: its name, as far as it has one."""
        return max(self.text.split("|"), key=len)


class TopicReader:
    """Reads words as topics, the same words only once.

    A promise is looked for among results, in later plans and by topic, each time by its words.

    Args:
        lexicon: Idle words.
        place: Names of the report's own region, which every clause might hold.
    """

    def __init__(self, lexicon: MatchLexicon, place: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._place = place
        self._read: dict[str, Topic] = {}

    def __call__(self, words: str) -> Topic:
        """Return the topic of some words."""
        found = self._read.get(words)
        if found is None:
            self._read[words] = found = topic_of(words, self._lexicon, self._place)
        return found


def topic_of(text: str, lexicon: MatchLexicon, place: tuple[str, ...] = ()) -> Topic:
    """Return the topic of some words.

    Args:
        text: Words of the promise.
        lexicon: Idle words.
        place: Names of the report's own region, which every clause might hold.
    """
    folded = fold(text)
    quoted = tuple(dict.fromkeys(a or b for a, b in _NAMES.findall(folded)))
    routes = _ROUTE.findall(folded) if "至" in folded and not quoted else ()
    names = quoted or tuple(end for route in routes for end in route)
    bare = folded if any("号线" in n for n in names) else without_figures(folded)
    elsewhere = bare
    for own in place:
        elsewhere = elsewhere.replace(own, "|")
    found = _bare_topic(elsewhere, names, lexicon)
    if len(found.grams) >= _FEW or elsewhere == bare:
        return found
    return _bare_topic(bare, names, lexicon)


def _bare_topic(bare: str, names: tuple[str, ...], lexicon: MatchLexicon) -> Topic:
    pieces = [without_idle(p, lexicon) for p in _BREAKS.split(_LINKS.sub("|", bare))]
    text = "|".join(p for p in pieces if p)
    generic = _generic(text, lexicon) | _described(bare)
    return Topic(text, tuple(dict.fromkeys(grams(text))), names, generic)


def _described(bare: str) -> frozenset[str]:
    """Return the grams that only describe the thing (受疫情灾情影响的|困难群众)."""
    found = _OF.search(bare)
    if found is None:
        return frozenset()
    return frozenset(grams(bare[: found.start()])) - frozenset(grams(bare[found.end() :]))


def _generic(text: str, lexicon: MatchLexicon) -> frozenset[str]:
    """Return the grams that lie in general words and nowhere else in a topic."""
    spans = [m.span() for m in lexicon.head_pattern.finditer(text)]
    if not spans:
        return frozenset()
    within = {at for start, end in spans for at in range(start, end)}
    inside = {at for at in within if at + 1 in within}
    general = {text[at : at + 2] for at in inside}
    pairs = map(add, text, text[1:])
    return frozenset(general.difference(p for at, p in enumerate(pairs) if at not in inside))


def without_figures(folded: str) -> str:
    """Return a folded text with a bar for every figure."""
    return _FIGURES.sub("|", folded)


def without_idle(folded: str, lexicon: MatchLexicon) -> str:
    """Take idle words off both ends; inside a name they belong to it (安全发展示范城市)."""
    while True:
        start = lexicon.idle_start.match(folded)
        begin = start.end() if start else 0
        # Few pieces end as an idle word does; only those are searched from every place.
        last = folded[-1:] in lexicon.idle_last
        end = lexicon.idle_end.search(folded, begin) if last else None
        if start is None and end is None:
            return folded
        folded = folded[begin : end.start() if end else len(folded)]


def _whole(words: str, names: tuple[str, ...]) -> Topic:
    """Return the topic of some words with nothing taken out."""
    folded = fold(words)
    return Topic(folded, tuple(dict.fromkeys(grams(folded))), names)


def topics_of(statement: Statement, read: TopicReader) -> tuple[Topic, ...]:
    """Return the topics of a promise: the whole object, its measure's indicator, its parts."""
    counted = any(m.value is not None for m in statement.measures)
    words = statement.object or statement.quote
    found = [read(words if counted else _ENDED.sub("", words))]
    if not found[0].grams:
        found = [read(statement.quote)]
    if len(found[0].grams) == 1 and not counted:
        # 创新社区 must not be looked for as any 社区.
        found = [_whole(words, found[0].names)]
    for measure in statement.measures:
        named = read(measure.indicator)
        if len(named.grams) > 1:
            found.append(named)
    held = [t for t in found if t.grams]
    return tuple(dict.fromkeys(held) if len(held) > 1 else held)


def parts_of(commitment: Commitment, read: TopicReader) -> tuple[Topic, ...]:
    """Return the topics of the things that a promise enumerates, none when it is one thing."""
    listed = _LIST.split(fold(commitment.statement.object))
    if len(listed) == 1 or all(map(_WAY.fullmatch, listed[1:])):
        return ()
    if _MODIFIES.search(listed[-1]):
        return ()
    words = [_AND_SO_ON.sub("", w) for w in listed]
    found = [read(w) for w in words if not _ATTRIBUTE.fullmatch(w)]
    kept = tuple(t for t in found if len(t.grams) > 1)
    return kept if len(kept) > 1 else ()


def hints_of(statement: Statement, read: TopicReader) -> tuple[Topic, ...]:
    """Return what stands near a promise without being it, to offer a person something to check.

    The kind that a list ends in (…等技术创新中心), and names quoted in the same clause.
    """
    folded = fold(statement.quote)
    words = [a for a, _ in _NAMES.findall(folded) if a]
    kind = _KIND.search(folded) if "等" in folded else None
    if kind:
        words.append(kind.group(1))
    topics = (read(w) for w in words)
    return tuple(t for t in dict.fromkeys(topics) if len(t.grams) > 1)
