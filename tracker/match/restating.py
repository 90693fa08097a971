"""Whether two reports promise the same thing (同一承诺的再次提出).

In: promises of two reports, of two years or of two levels. Out: which of them are one promise, with
a score and what they share. ``replanned`` finds the traces of one promise in a later plan; here two
sets of promises are set side by side. A wrong link is worse than a missing one, so two promises
must share nearly all of their telling words, or be targets of one indicator.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.match.finding import entries_of
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.likeness import deeds_differ, is_another
from tracker.match.passages import clause_grams
from tracker.match.replanned import same_kind
from tracker.match.topics import Topic, topic_of
from tracker.message import Message
from tracker.model.commitment import Commitment, Statement
from tracker.model.measure import Measure
from tracker.model.score import Score, ScorePart
from tracker.text.stretches import whole_words
from tracker.text.units import base_value

_LIGHTEST, _HEAVIEST = 0.2, 4.5  # a word that stands nowhere else must not decide alone
_GENERAL = 0.4
_USUAL_SIZE = 1000  # clauses of two reports; in short texts every word would seem common
_COMMON = 1.0  # words below this weight find too many promises to look any up by them
_SAME = 0.78
_SAME_WITH_VERB = 0.72
_SAME_KIND = 0.9  # one thing of a kind, and a number of them (一批…)
_HELD = 0.93  # the shorter name stands whole in the longer one …
_HELD_LIKE = 0.7  # … which may add so much to it
_TELLING = 6.0
_SHORT_NAME = 4.0  # a name that tells as little must be the very same
_SAME_INDICATOR = 0.9
_SAID_OF_SHORT = 0.3  # … and for what is done with a thing of a short name
_FEW_GRAMS = 2
_TOGETHER = re.compile(r"合作(?![区社园医示先])|交流(?!会)|对接")
_SAID = 0.5  # of the words of the shorter clause, for two counts of one thing
_SEVERAL_YEARS = re.compile(r"年均|每年|[三四五]年|累计|“?十[一二三四五]五”?")
_GENERAL_WORDS = re.compile(r"一批|若干|各类|各项|重大|重点")
_PER_HEAD = re.compile(r"人均|每[万百千]|亩均|户均")
_FAR_APART = 5  # 快速路14公里 is added to, 快速路200公里 is what there is
_DISTINCT = re.compile(
    r"s?\d+号线|[a-z]?\d+(?=[线路])|第?[一二三四五六七八九十\d]+(?:期|批|标段|轮)|20\d\d年?|"
    r"[东西南北中]站|[南北东西]岸"
)
_OPPOSITES = (
    ("南", "北", "东", "西"), ("上", "下"), ("内", "外"), ("城镇", "农村"), ("城市", "乡村"),
    ("进口", "出口"), ("公办", "民办"), ("国家", "省级", "市级", "区级", "县级"), ("省道", "国道"),
    ("小学", "初中", "高中", "幼儿园"), ("高铁", "城际", "高速公路"), ("新建", "改造"),
    ("市区", "全省", "全国"), ("国有", "民营"), ("失业", "就业"), ("一产", "二产", "三产"),
    ("养老", "托育"), ("居民", "农民", "职工"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """A promise, ready to be compared.

    Attributes:
        commitment: The promise.
        topic: What it is about.
        words: Its grams, with those of other names for the same thing.
        entries: Entries of the indicator vocabulary that it names.
        indicator: What it measures is an indicator of the vocabulary and nothing longer.
        distinct: Numbers that tell things of one name apart (6号线, 二期).
        folded: Folded text of its object.
        said: Grams of all that it says, figures and idle words taken out.
        term: Its figure is one of several years (年均, 到2025年).
        general: It speaks of things of a kind (一批…, 重大…), not of one.
    """

    commitment: Commitment
    topic: Topic
    words: frozenset[str]
    entries: frozenset[int]
    indicator: bool
    distinct: frozenset[str]
    folded: str
    said: frozenset[str]
    term: bool
    general: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two promises that are one.

    Attributes:
        first: Place of the one among its own.
        second: Place of the other.
        score: How surely, 0 to 1, with what they share.
        by_indicator: They are targets of one indicator, whatever their words.
    """

    first: int
    second: int
    score: Score
    by_indicator: bool


class Restating:
    """Compares promises; knows how rare each word is in the reports they come from.

    Args:
        found: What all the reports promise and tell, from which the rarity of words is counted.
        lexicon: Word lists.
        place: Names of the reports' own regions, which tell nothing.
        one_region: The reports are of one region, so that counts of one thing are of one size.
    """

    def __init__(
        self,
        found: Iterable[Statement],
        lexicon: MatchLexicon,
        place: tuple[str, ...],
        *,
        one_region: bool,
    ) -> None:
        self._lexicon = lexicon
        self._place = place
        self._one_region = one_region
        held: Counter[str] = Counter()
        texts = {(f.report_id, f.span): f.quote for f in found}
        for quote in texts.values():
            held.update(clause_grams(fold(quote), lexicon))
        self._held = held
        self._size = max(_USUAL_SIZE, len(texts))

    def subject(self, commitment: Commitment, plan_year: int | None) -> Subject | None:
        """Return a promise ready to be compared, None where its words do not say what it is.

        Args:
            commitment: The promise.
            plan_year: The year that its report plans for.
        """
        statement = commitment.statement
        words = statement.object or statement.quote
        folded = fold(words)
        topic = topic_of(words, self._lexicon, self._place)
        bare = topic.text.replace("|", "")
        if not topic.grams or self._lexicon.quantity_pattern.fullmatch(bare):
            return None  # 实现成交额800亿元 does not say of what
        measured = statement.measures and statement.measures[0].value is not None
        named = fold(statement.measures[0].indicator) if measured else ""
        due = commitment.due
        years = due is not None and plan_year is not None and due > plan_year
        return Subject(
            commitment=commitment,
            topic=topic,
            words=frozenset(topic.grams) | (clause_grams(topic.text, self._lexicon)),
            entries=entries_of(commitment, self._lexicon) if measured else frozenset(),
            indicator=bool(named) and self._lexicon.is_named_by(named),
            distinct=frozenset(_DISTINCT.findall(folded)),
            folded=folded,
            said=frozenset(topic_of(statement.quote, self._lexicon, self._place).grams),
            term=years or bool(_SEVERAL_YEARS.search(statement.quote)),
            general=bool(_GENERAL_WORDS.match(folded)),
        )

    def weight(self, gram: str, generic: frozenset[str] = frozenset()) -> float:
        """Return how much a word tells."""
        rare = math.log(1 + self._size / (1 + self._held[gram])) - 1
        return min(_HEAVIEST, max(_LIGHTEST, rare * (_GENERAL if gram in generic else 1.0)))

    def likenesses(
        self, firsts: Sequence[Subject | None], seconds: Sequence[Subject | None]
    ) -> tuple[Likeness, ...]:
        """Return every pair that is one promise, the surest first."""
        lookup = _Lookup(self, seconds)
        found = []
        for number, subject in enumerate(firsts):
            if subject is None:
                continue
            for at, other in lookup.near(subject):
                like = self._like(subject, other)
                if like is not None:
                    found.append(Likeness(number, at, *like))
        found.sort(key=lambda one: (-one.score.value, one.first, one.second))
        return tuple(found)

    def _like(self, a: Subject, b: Subject) -> tuple[Score, bool] | None:
        """Return how surely two promises are one, None where they are not."""
        if not _may_be_one(a, b) or _opposed(a.folded, b.folded):
            return None
        generic = a.topic.generic & b.topic.generic
        # Another name for a thing (医保) helps to find it and adds nothing to be found.
        counted = _value(a) is not None  # 幼儿园12所 and 中小学77所 are no one count
        first = [g for g in a.topic.grams if g in (b.topic.grams if counted else b.words)]
        second = [g for g in b.topic.grams if g in (a.topic.grams if counted else a.words)]
        shared = sorted(dict.fromkeys(first), key=lambda g: (-self.weight(g, generic), g))
        masses = [self._mass(found, generic) for found in (first, second)]
        wholes = [self._mass(one.topic.grams, generic) or 1.0 for one in (a, b)]
        like = sum(masses) / sum(wholes)
        if a.indicator and b.indicator and a.entries and a.entries == b.entries:
            words = _words_of(a, b, shared)
            return _score(max(_SAME_INDICATOR, like), words, same_indicator=True), True
        held = max(found / whole for found, whole in zip(masses, wholes, strict=True))
        if not self._by_words(a, b, like, min(masses), held):
            return None
        same_verb = a.commitment.statement.verb == b.commitment.statement.verb
        value = min(1.0, like) * 0.95 + 0.05 * same_verb
        return _score(value, _words_of(a, b, shared), same_indicator=False), False

    def _does_the_same(self, a: Subject, b: Subject) -> bool:
        """Tell whether a short name (太浦河, 南京大学) is promised the same, not only named."""
        quotes = [fold(one.commitment.statement.quote) for one in (a, b)]
        together = [bool(_TOGETHER.search(quote)) for quote in quotes]
        if together[0] != together[1]:
            return False
        if len(a.topic.grams) > _FEW_GRAMS or a.topic.names:
            return True
        said = self._mass(a.said & b.said, frozenset())
        return said >= _SAID_OF_SHORT * min(self._mass(o.said, frozenset()) for o in (a, b))

    def _counts_the_same(self, a: Subject, b: Subject) -> bool:
        """Tell whether two figures count one thing, at one step of its making."""
        said = self._mass(a.said & b.said, frozenset())
        whole = min(self._mass(one.said, frozenset()) for one in (a, b))
        if said < _SAID * whole:
            return False  # 欠发达地区1052个乡镇卫生院, 欠发达地区111个消防站
        if self._one_region and not _of_one_size(a, b):
            return False
        first, second = (fold(one.commitment.statement.quote) for one in (a, b))
        return not deeds_differ(first, second)

    def _mass(self, found: Iterable[str], generic: frozenset[str]) -> float:
        return sum(self.weight(g, generic) for g in found)

    def _by_words(self, a: Subject, b: Subject, like: float, mass: float, held: float) -> bool:
        """Tell whether two promises share enough words, and those that say which one."""
        if a.indicator != b.indicator and (a.entries or b.entries):
            return False  # 工业投资 and 新能源汽车产业投资
        if not (_head(a) in b.words and _head(b) in a.words):
            return False  # 2万辆公共自行车, 公共自行车站点139个; 太湖新城, 太湖新城医院
        if _value(a) and _value(b) and not self._counts_the_same(a, b):
            return False
        if a.topic.text == b.topic.text:
            return mass >= _SHORT_NAME and self._does_the_same(a, b)
        same_verb = a.commitment.statement.verb == b.commitment.statement.verb
        floor = _SAME_WITH_VERB if same_verb else _SAME
        if a.general != b.general:
            floor = _SAME_KIND
        within = _within(a, b) and held >= _HELD and a.general == b.general
        enough = like >= floor or (within and like >= _HELD_LIKE)
        lexicon = self._lexicon
        return (
            enough
            and mass >= _TELLING
            and not is_another(a.topic, b.folded, lexicon)
            and not is_another(b.topic, a.folded, lexicon)
        )


class _Lookup:
    """Finds the promises that share a telling word or an indicator with one."""

    def __init__(self, restating: Restating, subjects: Sequence[Subject | None]) -> None:
        self._subjects = subjects
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_entry: dict[int, list[int]] = defaultdict(list)
        for at, subject in enumerate(subjects):
            if subject is None:
                continue
            for gram in subject.words:
                if restating.weight(gram) >= _COMMON:
                    self._by_word[gram].append(at)
            for entry in subject.entries if subject.indicator else ():
                self._by_entry[entry].append(at)

    def near(self, subject: Subject) -> Iterator[tuple[int, Subject]]:
        """Yield the promises that may be the same as one, in their order."""
        found = {at for gram in subject.words for at in self._by_word.get(gram, ())}
        if subject.indicator:
            found.update(at for entry in subject.entries for at in self._by_entry[entry])
        for at in sorted(found):
            other = self._subjects[at]
            if other is not None:
                yield at, other


def _value(subject: Subject) -> Measure | None:
    """Return the figure of a promise, None where it has none."""
    measures = subject.commitment.statement.measures
    return measures[0] if measures and measures[0].value is not None else None


def _may_be_one(a: Subject, b: Subject) -> bool:
    """Tell whether nothing that is quick to see sets two promises apart."""
    x, y = _value(a), _value(b)
    if x is not None and y is not None:
        if not same_kind(x, y) or not _counts_alike(a, b):
            return False
    elif (x is not None or y is not None) and a.folded != b.folded:
        return False  # what was counted is counted again
    if a.distinct and b.distinct and a.distinct != b.distinct:
        return False
    names = set(a.topic.names), set(b.topic.names)
    if names[0] & names[1] or not (names[0] or names[1]):
        return True
    # “互联网+农业”, “互联网+教育”; 高铁新城, 高铁新城“十项重点工作”
    return not all(names) and any(
        name in other.folded or other.folded in name
        for one, other in ((a, b), (b, a))
        for name in one.topic.names
    )


def _counts_alike(a: Subject, b: Subject) -> bool:
    """Tell whether two figures of one kind can be figures of one promise."""
    if a.term != b.term or set(a.topic.names) != set(b.topic.names):
        return False
    return bool(_PER_HEAD.search(a.folded)) == bool(_PER_HEAD.search(b.folded))


def _of_one_size(a: Subject, b: Subject) -> bool:
    """Tell whether two figures lie near enough to be this year's and last year's."""
    x, y = _value(a), _value(b)
    if x is None or y is None or x.value is None or y.value is None:
        return True
    first, second = base_value(x.value, x.unit)[0], base_value(y.value, y.unit)[0]
    return max(first, second) <= _FAR_APART * min(first, second)


def _within(a: Subject, b: Subject) -> bool:
    """Tell whether one name stands whole in the other."""
    one, other = (subject.topic.text.replace("|", "") for subject in (a, b))
    return one in other or other in one


def _head(subject: Subject) -> str:
    """Return the last gram of a name, which says what kind of thing it is."""
    return subject.topic.grams[-1]


def _opposed(a: str, b: str) -> bool:
    """Tell whether two names differ in words that exclude each other (苏州东站, 苏州南站)."""
    for group in _OPPOSITES:
        one, other = ({word for word in group if word in text} for text in (a, b))
        if one and other and not one & other:
            return True
    return False


def _words_of(a: Subject, b: Subject, shared: Sequence[str]) -> tuple[str, ...]:
    """Return what two promises share in whole words, as the second writes them."""
    one, other = (subject.commitment.statement.quote for subject in (a, b))
    return tuple(whole_words(one, other, shared)) or tuple(shared)


def _score(value: float, shared: Sequence[str], *, same_indicator: bool) -> Score:
    value = round(min(1.0, value), 3)
    words = "、".join(shared[:4])
    parts = [ScorePart("object", value, tuple(shared[:6]))]
    if same_indicator:
        parts.append(ScorePart("indicator", 1.0))
        return Score(
            value, tuple(parts), Message("同一指标的目标", "targets of the same indicator")
        )
    return Score(value, tuple(parts), Message(f"共有字词：{words}", f"shared words: {words}"))
