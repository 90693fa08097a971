"""Words by which promises and results are recognised, as a value (``resources/extract.toml``).

In: the word lists as the resource file holds them. Out: one frozen value with its regular
expressions compiled once. No word list stands in the code of the stage.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from tracker.model.commitment import Firmness, Milestone
from tracker.model.measure import Relation
from tracker.text.alternatives import Endings, any_word

# 九月底前, 到2020年底, 三年内, 用三年时间: by when something is done stands before what is done.
_BY_WHEN = (
    r"(?:到|在|至|用)?20\d\d年(?:[底末]?前|年?[底末]|内)?(?=[^，。；、\d])(?!度|版|规划|目标|远景|计划|碳|以来|前碳)|"
    r"(?:到|在)?(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\d{1,2}日)?[底末中]?(?:之?前)|"
    r"(?:再?用|力争)?(?:[两二三四五]|\d)(?:[到至～~—-](?:[三四五六]|\d))?年(?:时间|左右|之?内)+|"
    r"(?:前[一二三]|[一二三四])季度(?:底?前|内)?|[上下]半年(?:前|内)?|年[中底末]之?前"
)
_RANKS = ("前列", "前茅", "首位", "第一方阵")
_RATES = ("增长", "增速", "增幅")
_EVENT_GOES_ON = ("实施", "建设", "使用", "运营")
_BRACKETED = re.compile(r"[（(][^）)]*[）)]$")


@dataclass(frozen=True)
class FirmnessWords:
    """Words by which a promise is made more or less firmly."""

    ensure: tuple[str, ...]
    strive: tuple[str, ...]
    seek: tuple[str, ...]
    explore: tuple[str, ...]


@dataclass(frozen=True)
class MilestoneWords:
    """Words that say how far a project is or shall be (谋划 … 投用)."""

    planned: tuple[str, ...]
    prepared: tuple[str, ...]
    started: tuple[str, ...]
    building: tuple[str, ...]
    completed: tuple[str, ...]
    in_use: tuple[str, ...]


@dataclass(frozen=True)
class RelationPattern:
    """A way to promise a quantity without a digit: ``relation`` (a ``Relation``), ``pattern``."""

    relation: str
    pattern: str


@dataclass(frozen=True)
class ExtractLexicon:
    """Word lists of the extraction stage; every field is a table of ``resources/extract.toml``.

    Attributes:
        adverbs: Words that may stand before the verb and say nothing checkable (加快, 深入).
        openers: Words that open a clause before anything else (今年, 全市, 我们将, 其中).
        firmness: Words of firmness.
        deed_verbs: Verbs whose result can be checked whatever the object is (建成, 出台, 取消).
        push_verbs: Verbs that move a named thing on (推进, 实施, 建设).
        vague_verbs: Verbs that promise only with a very definite object (加强, 优化).
        event_verbs: Verbs after their subject, at the end of a clause (…大桥|建成通车).
        milestones: Words of progress.
        perfecting_verbs: Verbs that only better what is there (完善, 健全).
        noun_verbs: Verbs that begin a noun when they follow another verb (新建|创新联合体).
        indirect_verbs: Verbs by which somebody else is moved to act (支持, 鼓励).
        increment_verbs: Verbs that add to a stock (新增, 新建, 培育).
        tending_verbs: Verbs that work on what exists (推进, 抓好): counts after them are ``other``.
        deed_heads: Verbs that are seldom part of a noun: behind 和 and 、 they begin another deed.
        growth_words: Words of increase right before or inside a rate.
        decrease_words: Words of decrease.
        stock_words: Words that say that a total is reached (达到, 累计, 总量).
        project_heads: Last words of the name of something that is built or set up.
        checkable_heads: Last words of the name of something that is carried out (行动, 试点).
        gathering_heads: Last words of the name of an event that is held (博览会, 论坛).
        line_heads: Last words that names of lines share (郑万、郑阜|高铁).
        soft_heads: Last words of what can be checked only in part (体系, 机制).
        vague_heads: Last words of what cannot be checked (水平, 能力, 活力).
        slogans: Regular expressions of guiding ideology and rallying words; each of their branches
            begins with a letter, which makes them quick to look for.
        slogan_openings: The same at the head of a text.
        relation_hints: Parts of words of which every digitless quantity holds one.
        relations: Quantities without digits.
        bare_names: Names that say of nothing what it is of (投资, 覆盖率 of what was named before).
        attribute_nouns: Nouns that a sum of money before them only describes (项目, 企业).
        duration_cues: Words that make a length of time the promise itself (压缩, 不超过).
        people: Last words of whom something is for (群众, 毕业生, 企业).
        bodies: Regular expression of a responsible body at the head of a clause.
        provisional: Cues of estimates and of parts of a year.
        cumulative: Cues of stocks and of several years.
    """

    adverbs: tuple[str, ...]
    openers: tuple[str, ...]
    firmness: FirmnessWords
    deed_verbs: tuple[str, ...]
    push_verbs: tuple[str, ...]
    vague_verbs: tuple[str, ...]
    event_verbs: tuple[str, ...]
    milestones: MilestoneWords
    perfecting_verbs: tuple[str, ...]
    noun_verbs: tuple[str, ...]
    indirect_verbs: tuple[str, ...]
    increment_verbs: tuple[str, ...]
    tending_verbs: tuple[str, ...]
    deed_heads: tuple[str, ...]
    growth_words: tuple[str, ...]
    decrease_words: tuple[str, ...]
    stock_words: tuple[str, ...]
    project_heads: tuple[str, ...]
    checkable_heads: tuple[str, ...]
    gathering_heads: tuple[str, ...]
    line_heads: tuple[str, ...]
    soft_heads: tuple[str, ...]
    vague_heads: tuple[str, ...]
    slogans: tuple[str, ...]
    slogan_openings: tuple[str, ...]
    relation_hints: tuple[str, ...]
    relations: tuple[RelationPattern, ...]
    bare_names: tuple[str, ...]
    attribute_nouns: tuple[str, ...]
    duration_cues: tuple[str, ...]
    people: tuple[str, ...]
    bodies: str
    provisional: str
    cumulative: str

    @cached_property
    def firmness_words(self) -> tuple[tuple[Firmness, tuple[str, ...]], ...]:
        """Firmness with its words, firmest first."""
        words = self.firmness
        return (
            (Firmness.ENSURE, words.ensure),
            (Firmness.STRIVE, words.strive),
            (Firmness.SEEK, words.seek),
            (Firmness.EXPLORE, words.explore),
        )

    @cached_property
    def firm(self) -> re.Pattern[str]:
        """Any word of firmness."""
        return re.compile(any_word(tuple(w for _, words in self.firmness_words for w in words)))

    @cached_property
    def firm_end(self) -> re.Pattern[str]:
        """A word of firmness right before the place where the search ends."""
        return re.compile(rf"(?:{self.firm.pattern})$")

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """What may stand before the verb of a clause, one word at a time."""
        firm = tuple(w for _, words in self.firmness_words for w in words)
        return re.compile(rf"(?:{any_word((*self.adverbs, *self.openers, *firm))}|{_BY_WHEN})+")

    @cached_property
    def next_deed(self) -> re.Pattern[str]:
        """The joint before a further deed (加快…和|推进…)."""
        manner = any_word(self.adverbs)
        return re.compile(
            rf"[、和并](?=(?:{manner})*(?:{any_word(self.deed_heads)})(?![力度率])\w)"
        )

    @cached_property
    def opener(self) -> re.Pattern[str]:
        """What may stand before a noun at the head of a clause (今年, 全市, 力争)."""
        firm = tuple(w for _, words in self.firmness_words for w in words)
        return re.compile(rf"(?:{any_word((*self.openers, *firm))}|{_BY_WHEN})+")

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """A cue verb at the beginning of what is left; the longest wins."""
        compound = (
            r"新[（(]?[续改扩迁]?[）)]?[改扩迁续]*建(?![成设])(?:和改扩?建)?|"
            r"新建(?:和|及|、)改(?:扩)?建"
        )
        words = any_word(
            (*self.deed_verbs, *self.push_verbs, *self.vague_verbs, *self.increment_verbs)
        )
        # 新增|设施农业: a verb that ends in 设 is not one where 设施 or 设备 begins.
        return re.compile(rf"{compound}|新?(?:{words})(?:(?<!设)|(?<=设)(?![施备]))")

    @cached_property
    def deed_inside(self) -> re.Pattern[str]:
        """A verb with a checkable result anywhere; verbs of one character are too common."""
        return re.compile(any_word(tuple(v for v in self.deed_verbs if len(v) > 1)))

    @cached_property
    def event(self) -> re.Pattern[str]:
        """What a clause says of its subject at its end (…大桥|正式建成通车)."""
        manner = (
            "全线|全面|正式|同步|集中|顺利|基本|主体|实质性|实质|尽早|尽快|同年|相继|先后|成功|"
            "如期|全部|提前|密集|圆满|已|均|也"
        )
        ranks = (
            "(?:保持|稳定|稳居|稳居于|位居|位列|居于|居|处于|进入|跻身)在?"
            "(?:全国|全省|全市|全区|省内|西部|中西部|同类城市)"
            f"[^，。；]{{0,6}}(?:{any_word(_RANKS)})|"
            "(?:高于|快于|好于|大于)(?:经济|GDP|地区生产总值|财政|城镇)"
            f"[^，。；]{{0,8}}(?:{any_word(_RATES)})"
        )
        events = f"{any_word(self.event_verbs)}|{ranks}"
        return re.compile(rf"(?:{manner})*(?:{events})(?:{any_word(_EVENT_GOES_ON)})?$")

    @cached_property
    def _event_ends(self) -> frozenset[str]:
        return frozenset(
            verb[-1] for verb in (*self.event_verbs, *_EVENT_GOES_ON, *_RANKS, *_RATES)
        )

    def event_in(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return what ``text[start:end]`` says of its subject at its end, if it says so."""
        stop = len(text) if end is None else end
        if stop <= start or text[stop - 1] not in self._event_ends:
            return None  # a search from every place for nothing
        return self.event.search(text, start, stop)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Verbs whose result can be checked."""
        return frozenset(self.deed_verbs)

    @cached_property
    def perfecting(self) -> frozenset[str]:
        """Verbs that only better what is there."""
        return frozenset(self.perfecting_verbs)

    @cached_property
    def pushes(self) -> frozenset[str]:
        """Verbs that move a named thing on."""
        return frozenset(self.push_verbs)

    @cached_property
    def increments(self) -> frozenset[str]:
        """Verbs that add to a stock."""
        return frozenset(self.increment_verbs)

    @cached_property
    def indirect(self) -> frozenset[str]:
        """Verbs by which somebody else is moved to act."""
        return frozenset(self.indirect_verbs)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Verbs that begin a noun when they follow another verb."""
        return frozenset(self.noun_verbs)

    @cached_property
    def noun_head(self) -> re.Pattern[str]:
        """A verb at the beginning that belongs to the noun after it (运营|线路)."""
        return re.compile(rf"(?:{any_word(self.noun_verbs)})(?=\w\w)")

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """Verbs that say how far something is, the longest first (开工建设, 续建, 竣工)."""
        words = self.milestones
        verbs = (
            *words.started,
            *words.completed,
            *words.in_use,
            "续建",
            "新建",
            "开工建设",
            "基本建成",
        )
        return tuple(sorted(set(verbs), key=len, reverse=True))

    @cached_property
    def tending(self) -> frozenset[str]:
        """Verbs that work on what exists."""
        return frozenset(self.tending_verbs)

    @cached_property
    def growth(self) -> re.Pattern[str]:
        """A word of increase."""
        return re.compile(any_word(self.growth_words))

    @cached_property
    def decrease(self) -> re.Pattern[str]:
        """A word of decrease."""
        return re.compile(any_word(self.decrease_words))

    @cached_property
    def stock(self) -> re.Pattern[str]:
        """A word that says that a total is reached."""
        return re.compile(any_word(self.stock_words))

    def builds(self, name: str) -> bool:
        """Tell whether a name is of something that is built (…高铁, …医院（二期）)."""
        bare = _BRACKETED.sub("", name) if name.endswith(("）", ")")) else name
        return self._project_ends.end(bare)

    @cached_property
    def _project_ends(self) -> Endings:
        return Endings(self.project_heads)

    @cached_property
    def checkable_ends(self) -> Endings:
        """Last words of the name of something that is carried out."""
        return Endings(self.checkable_heads)

    @cached_property
    def soft_ends(self) -> Endings:
        """Last words of what can be checked only in part."""
        return Endings(self.soft_heads)

    @cached_property
    def vague_ends(self) -> Endings:
        """Last words of what cannot be checked."""
        return Endings(self.vague_heads)

    @cached_property
    def line_head(self) -> re.Pattern[str]:
        """The last word that names of lines share, with the stretch after it (高铁|河南段)."""
        return re.compile(rf"(?:{any_word(self.line_heads)})(?:[\u4e00-\u9fff]{{1,6}}段)?$")

    @cached_property
    def project_inside(self) -> re.Pattern[str]:
        """The name of something that is built, anywhere; names of one character are too common."""
        # Every branch begins with a letter of its own: so the search skips to where one stands.
        return re.compile(
            any_word(tuple(w for w in self.project_heads if len(w) > 1)) + r"|号线(?<=\d号线)"
        )

    @cached_property
    def checkable_inside(self) -> re.Pattern[str]:
        """The name of something that is carried out, anywhere."""
        return re.compile(any_word(tuple(w for w in self.checkable_heads if len(w) > 1)))

    @cached_property
    def _slogan(self) -> re.Pattern[str]:
        # Every branch begins with a letter of its own: so the search skips to where one stands.
        return re.compile("|".join(self.slogans))

    @cached_property
    def _slogan_opening(self) -> re.Pattern[str]:
        return re.compile("|".join(self.slogan_openings))

    def tells_slogan(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether ``text[start:end]`` holds guiding ideology or rallying words."""
        stop = len(text) if end is None else end
        opens = start == 0 and self._slogan_opening.match(text, 0, stop)
        return bool(opens or self._slogan.search(text, start, stop))

    @cached_property
    def relation_patterns(self) -> tuple[tuple[Relation, re.Pattern[str]], ...]:
        """Quantities without digits, in the order in which they are tried."""
        return tuple((Relation(r.relation), re.compile(r.pattern)) for r in self.relations)

    @cached_property
    def relation_hint(self) -> re.Pattern[str]:
        """What a clause must hold for any digitless quantity to be sought in it."""
        return re.compile(any_word(self.relation_hints))

    @cached_property
    def attribute(self) -> re.Pattern[str]:
        """A noun that a sum before it only describes."""
        return re.compile(
            rf"(?:以上|左右)?的?[^，、；]{{0,8}}?(?:{any_word(self.attribute_nouns)})"
        )

    @cached_property
    def duration(self) -> re.Pattern[str]:
        """A word that makes a length of time the promise itself."""
        return re.compile(any_word(self.duration_cues))

    @cached_property
    def reaches(self) -> re.Pattern[str]:
        """Whom something reaches (惠及|居民20万人, 受益|群众)."""
        return re.compile(
            rf"(?:惠及|受益|受惠)(?P<who>[^，。；、]{{0,14}}?(?:{any_word(self.people)})"
            rf"(?:[近约超]?过?[\d.]+[余多]?[万亿]?[余多]?(?:人次|人|户|名|家))?|"
            rf"[^，。；、\d]{{0,8}}[近约超]?过?[\d.]+[余多]?[万亿]?[余多]?(?:人次|人口|人|户|名|家))"
        )

    @cached_property
    def is_for(self) -> re.Pattern[str]:
        """Whom something is for, before what is done (面向|高校毕业生|开发岗位)."""
        done = (
            "提供|免费|办|做|发放|给予|开展|减|免|补贴|补助|解决|开发|新增|购买|建设|实施|建立|落实|"
            "代缴|缴纳|发送|推送|推出|配备|安装|进行|改造|投保|送|举办|开放|实行"
        )
        # Every branch begins with a letter, and looks back behind it: so the search can skip.
        return re.compile(
            rf"(?:面向|为(?<![作成称变认视列设定分]为)|对(?<![针相应]对)|向)(?P<who>[^，。；]{{0,18}}?"
            rf"(?:{any_word(self.people)}))(?=等?(?:{done}))"
        )

    @cached_property
    def any_milestone(self) -> re.Pattern[str]:
        """A word of any milestone."""
        return re.compile("|".join(words.pattern for _, words in self.milestone_words))

    @cached_property
    def milestone_words(self) -> tuple[tuple[Milestone, re.Pattern[str]], ...]:
        """Milestones with their words, farthest first."""
        words = self.milestones
        return (
            (Milestone.IN_USE, re.compile(any_word(words.in_use))),
            (Milestone.COMPLETED, re.compile(any_word(words.completed))),
            (Milestone.STARTED, re.compile(any_word(words.started))),
            (Milestone.PREPARED, re.compile(any_word(words.prepared))),
            (Milestone.PLANNED, re.compile(any_word(words.planned))),
            (Milestone.BUILDING, re.compile(any_word(words.building))),
        )

    @cached_property
    def body(self) -> re.Pattern[str]:
        """A responsible body at the head of a clause."""
        return re.compile(self.bodies)

    @cached_property
    def estimate(self) -> re.Pattern[str]:
        """A cue of an estimate or of part of a year."""
        return re.compile(self.provisional)

    @cached_property
    def accumulation(self) -> re.Pattern[str]:
        """A cue of a stock or of several years."""
        return re.compile(self.cumulative)
