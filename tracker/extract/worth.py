"""Which clauses without a figure are promises (可核查的承诺).

In: a clause and its words. Out: how checkable it is, and its objects. A clause is a promise when
somebody could later find out whether it was done: it names a thing that is built, set up, held
or carried out (``启动建设国家方志馆江南分馆``), or its verb has a result (``取消港口建设费``).
Slogans and guiding ideology are not (``坚持以…为指导``, ``不断提升综合竞争力``).
"""

import re

from tracker.extract.clauses import Clause, is_manner
from tracker.extract.indicator import split_names
from tracker.extract.lexicon import ExtractLexicon
from tracker.text.sentences import items

CHECKABLE = 2.0
"""Least sum of the marks below that makes a promise.

Of 197 commitments that a reader chose in four plans no rule was written for (辽宁省 2018, 河南省
2018, 南京市 2018, 无锡市 2019) it finds 89 % with 1,243 rows; 2.5 found 81 % with 877. Of the 173
that people chose in one city's plan of 2021 both find 97 %, with 289 and 223 rows (measured on
2026-11-21). A row too many costs a glance, a promise that is not there is never missed.
"""

CHECKABLE_DONE = 1.5
"""The same in a review: what was done is told more plainly than what will be."""

CHECKABLE_NATIONAL = 1.5
"""The same in a report of the state: it promises by policy (延长…优惠政策) and names few things.

Of 150 commitments that people chose in the state's report of 2021 it finds 91 % with 421 rows; 2.0
found 86 % with 303 (measured on 2026-11-21).
"""

_NAMED = re.compile(r"[“《][^”》]{2,}[”》]|[A-Za-z]{2,}|\d+号线|第[一二三四五六七八九十\d]+届")
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:市|县|镇|乡|村|湖|江|河|山|岛|港|湾|泾|塘|路|街|桥|里|湿地)(?!场|政|民|域|长|面|级|委)"
)
_CONCRETE = re.compile(
    r"国家级|省级|市级|全国|国家|国际|首批|首个|一批|二期|一期|三期|第[一二三四五六七八九十]批|[三四五]年"
)
# 促进房地产市场平稳健康|发展 says how something shall grow and names nothing that ends before it.
_HOW = "健康|协调|协同|深度|均衡|集约|加快|样化|融合|持续|繁荣|质量|涵式|共同|绿色|快速"
_GROWTH = f"(?<!{_HOW.replace('|', ')(?<!')})发展"
_TAIL = re.compile(
    r"(?:(?<![高中平均对初优同])等)?(?:一批)?(?:重大|重点|优质|标志性|示范|主要|关键)*"
    r"(?:项目|工程|片区|品牌|活动|赛事|任务|地区|行业)?(?:的)?(?:高质量|规划)?"
    rf"(?:建设|{_GROWTH}|工作|实施|落地见效|落地|进程|进度|力度|步伐|前期工作|前期)+$|等$"
)
_DISPOSAL = re.compile(r"(?:逐步|全部|继续|及时)?(?:将|把|对)")
# 高等研究院 and 优质均等 hold no 等 of an enumeration.
_LISTED = re.compile(r"(?<![高中平均对初优同])等([^、，等]{0,14})$")
_FRAGMENT = re.compile(r"^[至到和与及]|^.{1,2}$")
_LONGEST_NAME = 28
_LONGEST_KIND = 4  # 等高校, 等高速公路 names what each is; 等技术创新中心 what all of them make
_HAPPENS = re.compile(r"落户|落地|开工|投产|投用|签署|生效|通车|直通|入驻|上市|挂牌|获批|全国|跨省")
_SHORTEST, _LONGEST = 4, 64
_MOVES = frozenset(
    {"推动", "推进", "促进", "加快", "加快推进", "争取", "促成", "支持", "保障", "助推"}
)
_WELL = re.compile(r"(?:稳定|有序|平稳|安全|高效|健康|常态化)$")  # how it runs, not that it does
_GOES_ON = re.compile(r"推进|加快|实施|启动$")
_SHORTEST_SUBJECT = 3
_SHORTEST_NAME = 4


def result_of(text: str, clause: Clause, lexicon: ExtractLexicon) -> re.Match[str] | None:
    """Return the result behind the object of a verb that only moves it there, if there is one.

    In ``推动保险交易所开业运营`` the promise is that it opens, not that somebody pushes.
    """
    if not clause.verbs or not (
        lexicon.firm.fullmatch(clause.verbs[0]) or set(clause.verbs) <= _MOVES
    ):
        return None
    event = lexicon.event.search(text, clause.tail, clause.end)
    if event is None or event.start() - clause.tail < _SHORTEST_SUBJECT:
        return None
    if _GOES_ON.search(event.group()) or _WELL.search(text, clause.tail, event.start()):
        return None
    return event


def promise_worth(text: str, clause: Clause, lexicon: ExtractLexicon) -> float:
    """Return how checkable a clause is; ``CHECKABLE`` or more makes a promise."""
    words = text[_said_from(text, clause) : clause.end]
    if not _SHORTEST <= len(words) <= _LONGEST or lexicon.slogan.search(words):
        return 0.0
    thing = text[clause.tail : clause.end]
    if not clause.verbs:
        return _disposal_worth(words, lexicon)
    if is_manner(words) or len(thing) < 2:
        return 0.0
    if result_of(text, clause, lexicon):
        return 0.5 + _disposal_worth(thing, lexicon)  # 确保|宁溧线建成通车
    return _verb_mark(clause, lexicon) + _object_mark(thing, lexicon)


def _said_from(text: str, clause: Clause) -> int:
    """Return where a clause begins to say what is done, behind words of place (在浦东新区|开展)."""
    return clause.head if clause.verbs and text.startswith("在", clause.start) else clause.start


def _disposal_worth(words: str, lexicon: ExtractLexicon) -> float:
    """Return the worth of a clause whose verb stands after its object or subject.

    ``将行政许可事项全部纳入清单管理`` disposes of something; ``中欧投资协定签署`` tells an event.
    """
    event = lexicon.event.search(words)
    if event and event.start() > 1:
        return 1.5 + max(0.0, _object_mark(words[: event.start()], lexicon))
    match = _DISPOSAL.match(words)
    verb = lexicon.deed_inside.search(words, match.end() + 2 if match else 2)
    if not verb:
        return 0.0
    return (1.5 if match else 0.5) + max(0.0, _object_mark(words, lexicon))


def _verb_mark(clause: Clause, lexicon: ExtractLexicon) -> float:
    if clause.verbs[0] in lexicon.indirect:
        return 0.5
    if any(verb in lexicon.deeds or verb in lexicon.increments for verb in clause.verbs):
        return 1.5
    return 1.0 if any(verb in lexicon.pushes for verb in clause.verbs) else 0.5


def _object_mark(thing: str, lexicon: ExtractLexicon) -> float:
    listed = _LISTED.search(thing)
    core = thing[: listed.start()] if listed else core_of(thing)
    if listed and not lexicon.builds(core):
        core = core_of(thing)
    mark = 0.0
    if _NAMED.search(thing):
        mark += 1.5
    if lexicon.builds(core):
        mark += 1.5
    elif core.endswith(lexicon.checkable_heads):
        mark += 1.0
    elif core.endswith(lexicon.soft_heads):
        mark += 0.5
    elif core.endswith(lexicon.vague_heads):
        mark -= 1.0
    elif len(core) >= _SHORTEST_NAME:
        mark += 0.5  # a head that no list knows is sooner a name (沈白客专) than a slogan
    mark += _inner_mark(core, lexicon)
    if _PLACE.search(thing):
        mark += 0.5
    if _CONCRETE.search(thing):
        mark += 0.5
    return mark


def _inner_mark(core: str, lexicon: ExtractLexicon) -> float:
    """Return the mark for a named thing inside an object (苏州自贸片区|试点|经验集成创新)."""
    inner = core[:-2]
    mark = 0.5 if lexicon.project_inside.search(inner) else 0.0
    if lexicon.checkable_inside.search(inner):
        mark += 0.5
    return mark + (0.5 if _HAPPENS.search(core) else 0.0)


def _is_deed(part: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether an item of an enumeration is a promise of its own (中欧投资协定签署)."""
    return len(part) > 5 and bool(
        lexicon.builds(part) or part.endswith(lexicon.checkable_heads) or _HAPPENS.search(part[-4:])
    )


def core_of(thing: str) -> str:
    """Return an object without 等…建设, so that its last word is its own."""
    shorter = _TAIL.sub("", thing)
    return shorter if len(shorter) >= 2 else thing


def objects_of(thing: str, lexicon: ExtractLexicon) -> tuple[str, ...]:
    """Return the named things of an enumeration, or the object as a whole.

    ``苏州北站、苏州南站高铁枢纽和南沿江城际铁路等建设进程`` gives three: most of its items end
    in what can be built. ``电子证照应用和“证照分离”改革`` stays one.
    """
    listed = _LISTED.search(thing)
    names = split_names(thing[: listed.start()] if listed else core_of(thing))
    names = [name.removesuffix("工程") or name for name in names if len(name) <= _LONGEST_NAME]
    if 2 <= len(names) <= 10 and not any(_FRAGMENT.search(name) for name in names):
        kind = core_of(listed.group(1)) if listed else ""
        built = sum(lexicon.builds(name) for name in names)
        named_kind = len(kind) <= _LONGEST_KIND and lexicon.builds(kind)
        if named_kind or built * 2 > len(names):
            return tuple(names)
        parts = [thing[p.start : p.end] for p in items(thing)]
        if len(parts) > 1 and all(_is_deed(part, lexicon) for part in parts):
            if listed:
                parts[-1] = _LISTED.sub("", parts[-1])
            return tuple(part for part in parts if part)
    core = core_of(thing)
    return (core.strip("的，、和"),)
