"""Which clauses without a figure are promises (可核查的承诺).

In: a clause and its words. Out: how checkable it is, and its objects. A clause is a promise when
somebody could later find out whether it was done: it names a thing that is built, set up, held
or carried out (``启动建设国家方志馆江南分馆``), or its verb has a result (``取消港口建设费``). Slogans and
guiding ideology are not (``坚持以…为指导``, ``不断提升综合竞争力``).
"""

import re

from tracker.extract.clauses import Clause, is_manner
from tracker.extract.indicator import split_names
from tracker.extract.lexicon import ExtractLexicon

CHECKABLE = 2.5
"""Least sum of the marks below; found on three reports (dev), read on five others."""

_NAMED = re.compile(r"[“《][^”》]{2,}[”》]|[A-Za-z]{2,}|\d+号线|第[一二三四五六七八九十\d]+届")
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:市|县|镇|乡|村|湖|江|河|山|岛|港|湾|泾|塘|路|街|桥|里|湿地)(?!场|政|民|域|长|面|级|委)"
)
_CONCRETE = re.compile(
    r"国家级|省级|市级|全国|国家|国际|首批|首个|一批|二期|一期|三期|第[一二三四五六七八九十]批|[三四五]年"
)
_TAIL = re.compile(
    r"(?:等)?(?:重大|重点|一批)?(?:项目|工程|片区|品牌|活动|赛事|任务|地区|行业)?(?:的)?(?:高质量|规划)?(?:建设|发展|工作|实施|落地见效|落地|进程|进度|力度|步伐|前期工作|前期)+$|等$"
)
_SHORTEST, _LONGEST = 4, 64


def promise_worth(text: str, clause: Clause, lexicon: ExtractLexicon) -> float:
    """Return how checkable a clause is; ``CHECKABLE`` or more makes a promise."""
    words = text[clause.start : clause.end]
    if not _SHORTEST <= len(words) <= _LONGEST or lexicon.slogan.search(words):
        return 0.0
    thing = text[clause.tail : clause.end]
    if not clause.verbs:
        return 0.0
    if is_manner(words) and not _NAMED.search(thing):
        return 0.0
    if len(thing) < 2:
        return 0.0
    return _verb_mark(clause, lexicon) + _object_mark(thing, lexicon)


def _verb_mark(clause: Clause, lexicon: ExtractLexicon) -> float:
    if any(verb in lexicon.deeds or verb in lexicon.increments for verb in clause.verbs):
        return 1.5
    return 1.0 if any(verb in lexicon.pushes for verb in clause.verbs) else 0.0


def _object_mark(thing: str, lexicon: ExtractLexicon) -> float:
    core = core_of(thing)
    mark = 0.0
    if _NAMED.search(thing):
        mark += 1.5
    if lexicon.project_head.search(core):
        mark += 1.5
    elif lexicon.checkable_head.search(core):
        mark += 1.0
    elif lexicon.vague_head.search(core):
        mark -= 1.0
    if _PLACE.search(thing):
        mark += 0.5
    if _CONCRETE.search(thing):
        mark += 0.5
    return mark


def core_of(thing: str) -> str:
    """Return an object without 等…建设, so that its last word is its own."""
    shorter = _TAIL.sub("", thing)
    return shorter if len(shorter) >= 2 else thing


def objects_of(thing: str, lexicon: ExtractLexicon) -> tuple[str, ...]:
    """Return the named things of an enumeration, or the object as a whole.

    ``苏州北站、苏州南站高铁枢纽和南沿江城际铁路等建设进程`` gives three: most of its items end in what
    can be built. ``电子证照应用和“证照分离”改革`` stays one.
    """
    core = core_of(thing)
    names = [name for name in split_names(core) if name]
    if 2 <= len(names) <= 10:
        built = [n for n in names if lexicon.project_head.search(n) and len(n) <= 28]
        if len(built) * 2 > len(names) and lexicon.project_head.search(names[-1]):
            return tuple(n.removesuffix("工程") or n for n in names)
    return (core.strip("的，、"),)
