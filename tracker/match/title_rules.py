"""Whether a title that was to be won (创建国家森林城市) is told as won (荣获国家森林城市称号).

In: a promise to win a title of a rank (国家, 全国, 省), and the passages that speak of it. Out:
kept where the whole title, its rank with it, stands beside a word of winning; in part where some
of the titles that it names do. A title that is kept up (巩固…创建成果), one that is only nominated
(提名城市), only let in (获批创建) or won by another place than the promised decides nothing.
"""

import re

from tracker.match import reasons
from tracker.match.finding import Bench, Finding, Found
from tracker.match.folding import fold
from tracker.match.ruling import Ruling, quote_of
from tracker.model.commitment import Commitment
from tracker.model.tracking import Answered, Verdict

_STRIVES = re.compile(
    r"(?:创建|争创|创成|申创|申报|争取|争当|冲刺)(?:成为|成|为)?|通过[^,]{0,6}(?:验收|考核|评估)"
)
_KEPT_UP = re.compile(r"巩固|复[审查检核]|成果|成效|企业|支持|鼓励|引导|培育")
_LISTED = re.compile(r"[、和及与]")
_ENDS = re.compile(r"(?:创建|申报|建设|工作|目标|任务|活动|称号|行列|\(.*?\))+$")
_RANKED = re.compile(
    r"(?:国家|全国|世界|国际|中国|全省|省|自治区)(?!重大|重点项目)[一-鿿“”\"]{3,24}$"
)
_WON = (
    r"(?P<won>成功创建|创建成|创成|获评|荣获|荣膺|获得|获授|摘得|入选|跻身|晋升|升格|晋级|成为|通过"
    r"|获批(?!创建|筹建|申报)|(?:被[^,]{0,10}?)?(?:命名|授予|评|认定|确定|列)为|授予)"
    r"(?:建设|设立|成为|为|了|第[一二三四五六七]批|首批)*"
)
_WON_BEHIND = (
    r"(?:称号|等)?(?P<got>(?:成功|顺利|正式)?(?:获批(?!创建|筹建|申报)|创建成功|获得认定|挂牌|授牌|揭牌"
    r"|通过[^,]{0,10}(?:验收|评估|考核|认定)))"
)
_AFTER = (
    r"(?=$|[、,;.|)”\"]|称号|荣誉|名单|行列|和|及|与|等|[并且]"
    r"|(?:考核|评估|现场|国家|省|专家)*验收)"
)
_PUT_OFF = re.compile(r"[拟未]|没有|有望|即将|力争|争取|正在|推荐|公示|申报|着力|积极创建|推进")
_NOBODY = re.compile(
    r"全[市省区县州]|我[市省区县州]|成功|先后|正式|顺利|分别|再次|首次|首批|双双|[又也已并均还再一举\d年月,.|“”\"]"
)
_PLACE = 2  # characters that name somebody
_ALL_RIGHT, _IN_PART = 0.85, 0.5


def rule_title(commitment: Commitment, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on a promise to win titles by those that are told as won, else None."""
    promise = fold(commitment.statement.quote)
    strives = _STRIVES.search(promise)
    if strives is None or _KEPT_UP.search(promise):
        return None
    whose, titles = _titles(fold(commitment.statement.object))
    told = [_winning(whose, title, found, bench) for title in titles]
    won = [one for one in told if one is not None]
    if not won:
        return None
    leads = tuple(dict.fromkeys(finding for finding, _ in won))
    quote = quote_of(leads[0], bench)
    if len(won) < len(told):
        reason = reasons.some_parts(len(won), len(told), quote)
        return Ruling(Verdict.PARTIAL, Answered.DIRECT, _IN_PART, reason, leads)
    reason = reasons.by_stage(Verdict.FULFILLED, strives.group(), won[0][1], quote)
    return Ruling(Verdict.FULFILLED, Answered.DIRECT, _ALL_RIGHT, reason, leads)


def _titles(thing: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who is to win, as far as it is said, and the titles of a rank that are to be won."""
    thing = _ENDS.sub("", thing)
    strives = _STRIVES.search(thing)
    before, after = (thing[: strives.start()], thing[strives.end() :]) if strives else ("", thing)
    named = [_bare(_ENDS.sub("", name)) for name in _LISTED.split(after)]
    titles = tuple(name for name in named if _RANKED.fullmatch(name))
    whose = tuple(name for name in _LISTED.split(before) if len(name) >= _PLACE)
    return whose, titles if len(titles) == len(named) else ()


def _bare(text: str) -> str:
    """Return a title as it is compared: 省级文明城市 is 省文明城市."""
    return text.replace("级", "").replace("“", "").replace("”", "")


def _winning(
    whose: tuple[str, ...], title: str, found: Found, bench: Bench
) -> tuple[Finding, str] | None:
    """Return the first passage that tells of a title as won by who was to win it, and its word."""
    told = re.compile(
        rf"(?P<who>.*?){_WON}[^,]{{0,40}}?{re.escape(title)}{_AFTER}"
        rf"|(?P<whose>.*?){re.escape(title)}(?:[、和][^,]{{2,40}})?{_WON_BEHIND}"
    )
    for finding in found.findings:
        if finding.off_year:
            continue
        for clause in bench.ground.index.clauses[finding.window.first : finding.window.last + 1]:
            match = told.match(_bare(clause.text))
            if match is None or _PUT_OFF.search(match.group()):
                continue
            if _is_expected(match["who"] or match["whose"] or "", whose, bench):
                return finding, match["won"] or match["got"]
    return None


def _is_expected(who: str, whose: tuple[str, ...], bench: Bench) -> bool:
    """Tell whether all that were to win a title stand before it, or nobody else does."""
    if whose:
        return all(name in who for name in whose)
    for name in bench.own_names:
        who = who.replace(name, "")
    return len(_NOBODY.sub("", who)) < _PLACE
