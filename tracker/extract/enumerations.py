"""The things that an object names, one by one (宾语中的并列事项).

In: the object of a clause. Out: the named things of its enumeration, or the object as a whole, and
its core without words of work: ``苏州北站、苏州南站高铁枢纽等建设进程`` gives two stations.
"""

import re

from tracker.extract.indicator import split_names
from tracker.extract.lexicon import ExtractLexicon
from tracker.text.sentences import items

# 促进房地产市场平稳健康|发展 says how something shall grow and names nothing that ends before it.
_HOW = "健康|协调|协同|深度|均衡|集约|加快|样化|融合|持续|繁荣|质量|涵式|共同|绿色|快速"
_GROWTH = f"(?<!{_HOW.replace('|', ')(?<!')})发展"
_TAIL = re.compile(
    r"(?:(?<![高中平均对初优同])等)?(?:一批)?(?:重大|重点|优质|标志性|示范|主要|关键)*"
    r"(?:项目|工程|片区|品牌|活动|赛事|任务|地区|行业)?(?:的)?(?:高质量|规划)?"
    rf"(?:建设|{_GROWTH}|工作|实施|落地见效|落地|进程|进度|力度|步伐|前期工作|前期)+$|等$"
)
_TAIL_ENDS = frozenset("设展作施效地程度伐期等")
"""Characters that ``_TAIL`` and ``_WORK`` end in, so that most objects need no search for them."""
# What only says that the object is worked on; 项目 and 工程 before it belong to the name.
_WORK = re.compile(
    r"(?:的)?(?:高质量|规划)?"
    rf"(?:建设|{_GROWTH}|工作|实施|落地见效|落地|进程|进度|力度|步伐|前期工作|前期)+$|等$"
)
# 高等研究院 and 优质均等 hold no 等 of an enumeration.
LISTED = re.compile(r"(?<![高中平均对初优同])等([^、，等]{0,14})$")
_JOINED = re.compile(r"[、和与及]")
_FRAGMENT = re.compile(r"^[至到和与及]|^.{1,2}$")
_PROJECTS = re.compile(r"(?:项目|工程)$")
# 郑万、郑阜高铁: what is shorter than a name of its own shares the last word of the next.
_SHORT_KIN = 4
_LONGEST_NAME = 28
_LONGEST_KIND = 4  # 等高校, 等高速公路 names what each is; 等技术创新中心 what all of them make
HAPPENS = re.compile(r"落户|落地|开工|投产|投用|签署|生效|通车|直通|入驻|上市|挂牌|获批|全国|跨省")
_MOST_NAMES = 12
_ROUTE = re.compile(r"[\u4e00-\u9fff]{2,}至[\u4e00-\u9fff]{2,}")  # 京沈客专沈阳至承德
_LONGEST_PROJECT_KIND = 10
_QUOTED = re.compile(r"[“《][^”》]{4,}[”》]")
_SHORTEST_OBJECT = 3
_SHORTEST_NAME = 4


def core_of(thing: str) -> str:
    """Return an object without 等…建设, so that its last word is its own."""
    if thing[-1:] not in _TAIL_ENDS:
        return thing
    shorter = _TAIL.sub("", thing)
    return shorter if len(shorter) >= 2 else thing


def _workless(thing: str) -> str:
    """Return an object without words that only say that it is worked on."""
    return _WORK.sub("", thing) if thing[-1:] in _TAIL_ENDS else thing


def objects_of(thing: str, lexicon: ExtractLexicon) -> tuple[str, ...]:
    """Return the named things of an enumeration, or the object as a whole.

    ``苏州北站、苏州南站高铁枢纽和南沿江城际铁路等建设进程`` gives three: most of its items end
    in what can be built. ``电子证照应用和“证照分离”改革`` stays one.
    """
    listed = LISTED.search(thing) if "等" in thing else None
    if listed is None and not _JOINED.search(thing):
        return (_whole(thing),)
    names = _listed_names(thing[: listed.start()] if listed else _workless(thing), lexicon)
    names = [_without_work(name, lexicon) for name in _with_kin(names, lexicon)]
    if 2 <= len(names) <= _MOST_NAMES and not any(_is_fragment(name, lexicon) for name in names):
        if _all_named(names, _workless(listed.group(1)) if listed else "", lexicon):
            return tuple(names)
        parts = [thing[p.start : p.end] for p in items(thing)]
        if len(parts) > 1 and all(_is_deed(part, lexicon) for part in parts):
            if listed:
                parts[-1] = LISTED.sub("", parts[-1])
            return tuple(part for part in parts if part)
    if len(names) == 1 and listed and _PROJECTS.search(_workless(listed.group(1))):
        return tuple(names)  # 无锡融创文旅城|等重大旅游项目
    return (_whole(thing),)


def _whole(thing: str) -> str:
    """Return an object as one thing, without words of work behind it."""
    whole = _workless(thing)
    return (whole if len(whole) >= _SHORTEST_OBJECT else thing).strip("的，、和")


def _listed_names(enumeration: str, lexicon: ExtractLexicon) -> list[str]:
    """Return the items of an enumeration; 和 parts two only behind what is a name of its own.

    ``郑州南站和太焦`` are two, ``望虞河西岸控制和除险加固`` is one.
    """
    names: list[str] = []
    for piece in items(enumeration):
        item = enumeration[piece.start : piece.end]
        parts = split_names(item)
        named = all(lexicon.builds(p) or _named_alone(p, lexicon) for p in parts[:-1])
        names.extend(parts if named else [item])
    return names


def _named_alone(name: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether a name is that of a route, of an event or of something in quotation marks."""
    named = _ROUTE.search(name) or _QUOTED.search(name)
    return bool(named) or name.endswith(lexicon.gathering_heads)


def _without_work(name: str, lexicon: ExtractLexicon) -> str:
    """Return a name without 工程, where that leaves a name."""
    shorter = name.removesuffix("工程")
    return shorter if len(shorter) >= _SHORTEST_NAME or lexicon.builds(shorter) else name


def _is_fragment(name: str, lexicon: ExtractLexicon) -> bool:
    too_long = len(name) > _LONGEST_NAME and not _named_alone(name, lexicon)
    return too_long or bool(_FRAGMENT.search(name))


def _all_named(names: list[str], kind: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether the items of an enumeration are things of their own.

    Either what they all are says so (等|重大项目), or most of them are names of what is built, or
    each is the name of a gathering or stands in quotation marks.
    """
    short_kind = len(kind) <= _LONGEST_KIND and lexicon.builds(kind)
    if short_kind or (_PROJECTS.search(kind) and len(kind) <= _LONGEST_PROJECT_KIND):
        return True
    built = sum(lexicon.builds(name) or bool(_ROUTE.search(name)) for name in names)
    return built * 2 > len(names) or all(
        lexicon.builds(name) or _named_alone(name, lexicon) for name in names
    )


def _with_kin(names: list[str], lexicon: ExtractLexicon) -> list[str]:
    """Complete the short names that share the last word of the one after them.

    ``郑万、郑阜高铁`` are 郑万高铁 and 郑阜高铁; ``铁路、公路`` are names of their own.
    """
    whole = list(names)
    for at in range(len(names) - 2, -1, -1):
        name, following = whole[at], whole[at + 1]
        head = lexicon.line_head.search(following)
        if head and head.start() > 1 and len(name) <= _SHORT_KIN and not lexicon.builds(name):
            whole[at] = name + head.group()
    return whole


def _is_deed(part: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether an item of an enumeration is a promise of its own (中欧投资协定签署)."""
    return len(part) > 5 and bool(
        lexicon.builds(part) or lexicon.checkable_ends.end(part) or HAPPENS.search(part[-4:])
    )
