"""Which clauses without a figure are promises (可核查的承诺).

In: a clause and its words. Out: how checkable it is, its verb and its object. A clause is a
promise when somebody could later find out whether it was done: it names a thing that is built,
set up, held or carried out (``启动建设国家方志馆江南分馆``), or its verb has a result
(``取消港口建设费``). Slogans and guiding ideology are not (``坚持以…为指导``,
``不断提升综合竞争力``).
"""

import re

from tracker.extract.clauses import Clause, is_manner
from tracker.extract.enumerations import HAPPENS, LISTED, core_of
from tracker.extract.lexicon import ExtractLexicon
from tracker.text.sentences import items

CHECKABLE = 1.5
"""Least sum of the marks below that makes a promise.

Of 197 commitments that a reader chose in four plans no rule was written for (辽宁省 2018, 河南省
2018, 南京市 2018, 无锡市 2019) it finds 97 % with 1,616 rows; 2.0 found 94 % with 1,255. Of the 177
that people listed in one city's plan of 2021 it finds 98 % with 355 rows, 2.0 found 96 % with 289
(measured on 2026-11-21). A row too many costs a glance, a promise that is not there is never
missed.
"""

CHECKABLE_DONE = 1.5
"""The same in a review."""

CHECKABLE_PERFECTING = 2.0
"""The same for a verb that only betters what is there (完善, 健全) in a report of the state.

The state promises by policy and names few things; of all that it betters few were listed by people.
"""

_LEAST = min(CHECKABLE, CHECKABLE_DONE)

_NAMED = re.compile(r"[“《][^”》]{2,}[”》]|[A-Za-z]{2,}|\d+号线|第[一二三四五六七八九十\d]+届")
_NAMED_HINT = re.compile(r"[“《A-Za-z\d第]")
# What a place ends in comes first, and what stands before it is looked back at: quicker to search.
_PLACE = re.compile(
    r"[市县镇乡村湖江河山岛港湾泾塘路街桥里湿](?<=[\u4e00-\u9fff]{2}.)(?:(?<!湿)|地)(?!场|政|民|域|长|面|级|委)"
)
_CONCRETE = re.compile(
    r"国家级|省级|市级|全国|国家|国际|首批|首个|一批|二期|一期|三期|第[一二三四五六七八九十]批|三年|四年|五年"
)
# 将…|纳入, 没有进入目录的一律|停止审批
_DISPOSAL = re.compile(r"(?:逐步|全部|继续|及时)?(?:将|把|对)|[^，。；]{2,24}?一律")
# 崇仁县|获评|国家电子商务进农村综合示范县: an honour, a list or a pilot that is given.
_AWARDED = re.compile(
    r"[^，。；]{2,24}?(?:获评|入选|荣获|荣膺|获得|获|跻身|进入|被?(?:列为|列入|评为|确定为|认定为|命名为|授予)|成为)"
    r"(?=[^，。；]{2,30}(?:示范|试点|先进|百强|\d强|名录|名单|激励|表彰|称号|奖|创建市|创建单位|批准))"
)
# 密山、虎林口岸|开展了|异地办证业务: who did it stands before what was done.
_DID = re.compile(
    r"[^，。；]{2,24}?(?:开展|实施|推行|启动|建立|制定|出台|建成|开通|设立|成立)了(?!解)"
)
_BY_WHEN = re.compile(
    r"(?:规划|实体化|同步|力争|确保|争取|尽快|尽早|早日|年内|年底前?|今年|上半年|下半年|如期|按期"
    r"|\d+月底?前?)+$"
)
# 逐步|将|门诊费用|纳入|统筹基金报销
_DISPOSED = re.compile(
    r"(?:逐步|全部|全面|及时|继续)?[将把](?P<thing>[^，。；]{2,40}?)(?P<verb>纳入|列入)"
    r"(?P<where>[^，。；]{2,24})$"
)
_SHORTEST, _LONGEST = 4, 64
_MOVES = frozenset(
    {"推动", "推进", "促进", "加快", "加快推进", "争取", "促成", "支持", "保障", "助推"}
)
_WELL = re.compile(r"(?:稳定|有序|平稳|安全|高效|健康|常态化)$")  # how it runs, not that it does
_RUNS_WELL = re.compile(r"(?:稳定|有序|平稳|安全|高效|健康)(?:稳定|有序)?(?:运行|运营|运转)$")
_GOES_ON = re.compile(r"推进|加快|实施|启动$")
_SHORTEST_SUBJECT = 3
_SHORTEST_NAME = 3
_LED_BY = ("在", "用", "运用", "通过", "采取", "为", "面向", "对", "向")
_NAMED_BY_LIST = 0.5
_LIST_OF_NAMES = re.compile(r"[^、，]{3,}(?:、[^、，]{3,})+$")  # 石墨烯、碳化硅|等未来产业
_STATISTIC = re.compile(r"(?:总量|浓度|强度|比重|占比|[^效频]率|成本|费用|价格|排放量?)$")

_STATISTIC_ENDS = frozenset("量度重比率本用格放")


def result_of(text: str, clause: Clause, lexicon: ExtractLexicon) -> re.Match[str] | None:
    """Return the result behind the object of a verb that only moves it there, if there is one.

    In ``推动保险交易所开业运营`` the promise is that it opens, not that somebody pushes.
    """
    if not clause.verbs or not (
        lexicon.firm.fullmatch(clause.verbs[0]) or set(clause.verbs) <= _MOVES
    ):
        return None
    event = lexicon.event_in(text, clause.tail, clause.end)
    if event is None or event.start() - clause.tail < _SHORTEST_SUBJECT:
        return None
    if _GOES_ON.search(event.group()) or _WELL.search(text, clause.tail, event.start()):
        return None
    return event


def promised_deed(text: str, clause: Clause, lexicon: ExtractLexicon) -> tuple[str, str]:
    """Return verb and object of a clause.

    Without a leading verb, or behind one that only moves it (推动…建成通车), the subject of the
    result at its end is the object.
    """
    result = result_of(text, clause, lexicon)
    if result:
        return result.group(), _BY_WHEN.sub("", text[clause.tail : result.start()])
    thing = text[clause.tail : clause.end]
    if clause.verbs:
        return "".join(clause.verbs), thing
    event = lexicon.event_in(thing)
    if event and event.start() > 1:
        return event.group(), thing[: event.start()]
    disposed = _DISPOSED.match(thing)
    if disposed:
        return disposed["verb"], f"{disposed['thing']}{disposed['verb']}{disposed['where']}"
    return "", thing


def promise_worth(text: str, clause: Clause, lexicon: ExtractLexicon) -> float:
    """Return how checkable a clause is; ``CHECKABLE`` or more makes a promise."""
    words = text[_said_from(text, clause) : clause.end]
    if len(words) < _SHORTEST or _is_too_long(words):
        return 0.0
    worth = _worth(text, clause, words, lexicon)
    # Slogans take long to look for, and most clauses fall short without.
    return 0.0 if worth >= _LEAST and lexicon.tells_slogan(words) else worth


def _worth(text: str, clause: Clause, words: str, lexicon: ExtractLexicon) -> float:
    """Return how checkable a clause is that may be a slogan."""
    thing = text[clause.tail : clause.end]
    if not clause.verbs:
        return _disposal_worth(words, lexicon)
    if is_manner(words) or len(thing) < 2 or _RUNS_WELL.search(words):
        return 0.0
    if result_of(text, clause, lexicon):
        return 0.5 + _disposal_worth(thing, lexicon)  # 确保|宁溧线建成通车
    moved = clause.verbs[0] in lexicon.indirect and lexicon.deed_inside.search(thing, 2)
    return _verb_mark(clause, lexicon) + _object_mark(thing, lexicon) + (0.5 if moved else 0.0)


def _is_too_long(words: str) -> bool:
    return len(words) > _LONGEST and any(p.end - p.start > _LONGEST for p in items(words))


def _said_from(text: str, clause: Clause) -> int:
    """Return where a clause begins to say what is done, behind words of place (在浦东新区|开展)."""
    led = clause.verbs and text.startswith(_LED_BY, clause.start)
    return clause.head if led else clause.start


def _disposal_worth(words: str, lexicon: ExtractLexicon) -> float:
    """Return the worth of a clause whose verb stands after its object or subject.

    ``将行政许可事项全部纳入清单管理`` disposes of something; ``中欧投资协定签署`` tells an event.
    """
    event = lexicon.event_in(words)
    if event and event.start() > 1:
        return 1.5 + max(0.0, _object_mark(words[: event.start()], lexicon))
    told = _AWARDED.match(words) or _DID.match(words)
    if told:
        return 1.5 + max(0.0, _object_mark(words[told.end() :], lexicon))
    match = _DISPOSAL.match(words)
    verb = lexicon.deed_inside.search(words, match.end() + 2 if match else 2)
    if not verb:
        return 0.0
    return (1.5 if match else 0.5) + max(0.0, _object_mark(words, lexicon))


def _verb_mark(clause: Clause, lexicon: ExtractLexicon) -> float:
    if clause.verbs[0] in lexicon.indirect:
        return 0.5
    if not (lexicon.deeds.isdisjoint(clause.verbs) and lexicon.increments.isdisjoint(clause.verbs)):
        return 1.5
    return 0.5 if lexicon.pushes.isdisjoint(clause.verbs) else 1.0


def _object_mark(thing: str, lexicon: ExtractLexicon) -> float:
    listed = LISTED.search(thing) if "等" in thing else None
    core = thing[: listed.start()] if listed else core_of(thing)
    if listed and not lexicon.builds(core):
        core = core_of(thing)
    bare = len(thing) < _SHORTEST_SUBJECT and not lexicon.event_in(thing)
    mark = -1.0 if bare else 0.0  # 加强|统筹, 深化|改革
    if _NAMED_HINT.search(thing) and _NAMED.search(thing):
        mark += 1.5
    mark += _head_mark(core, lexicon)
    if mark < _NAMED_BY_LIST and listed and _LIST_OF_NAMES.match(thing, 0, listed.start()):
        mark = _NAMED_BY_LIST
    if core[-1:] in _STATISTIC_ENDS and _STATISTIC.search(core):
        mark += 0.5
    mark += _inner_mark(core, lexicon)
    if _PLACE.search(thing):
        mark += 0.5
    if _CONCRETE.search(thing):
        mark += 0.5
    return mark


def _head_mark(core: str, lexicon: ExtractLexicon) -> float:
    """Return the mark for the last word of an object."""
    if lexicon.builds(core):
        return 1.5
    if lexicon.checkable_ends.end(core):
        return 1.0
    if lexicon.soft_ends.end(core):
        return 0.5
    if lexicon.vague_ends.end(core):
        return -1.0
    # A head that no list knows is sooner a name (沈白客专) than a slogan.
    return 0.5 if len(core) >= _SHORTEST_NAME else 0.0


def _inner_mark(core: str, lexicon: ExtractLexicon) -> float:
    """Return the mark for a named thing inside an object (苏州自贸片区|试点|经验集成创新)."""
    inner = core[:-2]
    mark = 0.5 if lexicon.project_inside.search(inner) else 0.0
    if lexicon.checkable_inside.search(inner):
        mark += 0.5
    return mark + (0.5 if HAPPENS.search(core) else 0.0)
