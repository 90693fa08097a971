"""What a clause says is done, by whom, how firmly (分句：副词、动词、宾语).

In: a text and the range of a clause in it. Out: where its words of manner end, its verb and
where its object begins: ``力争|新增|姑苏领军人才650人以上``. Nothing here judges whether that
is a promise.
"""

import re
from typing import NamedTuple

from tracker.extract.lexicon import ExtractLexicon
from tracker.model.commitment import Firmness, Milestone

# A cue verb that is in truth the beginning of a noun: 建设用地, 完成率, 改造项目, 增加值.
_NOUN_TAIL = re.compile(
    r"用地|率(?!先)|额|值|量(?!子)|区(?!域|块|级|县|内)|数(?!字|据|智)|费|权(?!益)|者|业(?!态|务|委)|期(?!货)|性|型|"
    r"事环节|事流程|事指南|事效率|事程序|支付|力度|步伐|进程|进度|水平|能力|机制|体系|规模|标准(?=$|[的、，达])|的|是|项目|效能|速度|"
    r"(?<!实施|开展|深化|落实)质量|(?<=改革)(?:开放|发展|创新|试[点验]|任务|举措|成果|红利|攻坚|措施)|"
    r"(?<=控制)(?:在|性|线|系统|工程|力|目标|指标|标准|价)|"
    r"(?<=试点)(?:工作|城市|示范|范围|改革|任务|单位|地区|成果|经验|建设$)"
)
_MANNER = ("以", "用", "通过", "按照", "围绕", "聚焦", "紧扣", "对照", "根据", "依托", "立足")
_GROWS = re.compile(r"(?:不断|持续|明显|显著|稳步|日益|巩固|进一步|更加|大幅)\w{2,4}$")
_MAX_VERBS = 3
_PAPER = re.compile(r"政策|意见|方案|办法|限制|条件|细则|规划|制度|标准")
_FIGHTS = frozenset({"打好", "打赢", "打响"})
_FIGHT = re.compile(r"(?:战|仗|战役|牌)$")
_JOINTS = frozenset("和及或、")
_CARRY_OUT = "实施"
_DIGIT = re.compile(r"\d")
_LEADS = re.compile(r"(?:牵头|负责|要|将|应)+")
_NUMBER_OPENS = frozenset("（—一二三四五六七八九十")
_LIST_NUMBER = re.compile(
    r"(?:（[一二三四五六七八九十\d]+）|\d+[.．、]|——|[一二三四五六七八九十]{1,3}、)?(?:[一二三四五六七八九十]{1,3}(?:是要?|要(?!素)))?"
)
# 在浦东新区|开展…试点: where something is done stands before what is done.
_PLACE_END = re.compile(r"[省市县区镇乡村州盟旗园院校内域业构关]")
_PLACE_BREAK = re.compile(r"[，。；、的]|过程|基础")
_LONGEST_PLACE = 16
_BEFORE_VERB = frozenset("面为对向运用通采在")
"""What words of place, of means and of whom something is for begin with."""
# 对脱贫户|实施动态监测: what something is done to stands before it.
_DONE_TO = re.compile(
    r"对[^，。；、\d]{2,28}?(?=(?:实施|开展|给予|实行)(?!细则|方案|[^，。；]{0,8}的))"
)
# 用税收优惠机制|激励企业加大研发投入: the means stand before what is done with them.
_MEANS = re.compile(
    r"(?:运?用|通过|采取)[^，。；、]{2,12}?(?:机制|办法|方式|政策|手段|措施|渠道|途径|形式)"
)


class Clause(NamedTuple):
    """A clause, read from left to right.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        head: Where the verb begins, after words of manner and firmness.
        tail: Where the object begins.
        verbs: The verbs in order, at most three (推动, 建设); empty when none is known.
        firmness: How firmly it is said.
        body: Responsible body that it names, or "".
    """

    start: int
    end: int
    head: int
    tail: int
    verbs: tuple[str, ...]
    firmness: Firmness
    body: str


def read_clause(text: str, start: int, end: int, lexicon: ExtractLexicon) -> Clause:
    """Return the reading of ``text[start:end]``."""
    body, at = _body(text, start, end, lexicon)
    head = at = _after_opening(text, at, end, lexicon)
    head = at = _after_place(text, at, end, lexicon)
    verbs, at = _verbs(text, at, end, lexicon)
    if verbs and verbs[0] in lexicon.nouns and _GROWS.search(text, at, end):
        head, at, verbs = start, start, []  # 创新实力|巩固增强: what grows, not what is done
    if not verbs:
        head, at, verbs = _firm_verb(text, start, head, end, lexicon)
    if not verbs:
        opened = after_opener(text, start, end, lexicon)
        head = at = opened if opened < end else start
    if at < end and text[at] in "了好" and verbs:
        at += 1
    return Clause(start, end, head, at, tuple(verbs), _firmness(text[start:at], lexicon), body)


def after_number(text: str, start: int, end: int) -> int:
    """Return where a clause begins behind its list number (1. 一是), else ``start``."""
    first = text[start : start + 1]
    if first not in _NUMBER_OPENS and not first.isdecimal():
        return start
    match = _LIST_NUMBER.match(text, start, end)
    return match.end() if match and match.end() < end else start


def _verbs(text: str, at: int, end: int, lexicon: ExtractLexicon) -> tuple[list[str], int]:
    """Return the verbs in a row, at most three, and where the object begins."""
    verbs: list[str] = []
    while len(verbs) < _MAX_VERBS:
        match = lexicon.verb.match(text, at, end)
        if not match or _is_noun(match, end, lexicon, behind_verb=bool(verbs)):
            break
        verb, at = match.group(), match.end()
        if verb.endswith(_CARRY_OUT) and verb != _CARRY_OUT and _PAPER.match(text, at, end):
            verb, at = verb.removesuffix(_CARRY_OUT), at - len(_CARRY_OUT)
        verbs.append(verb)
        if verb in _FIGHTS and _FIGHT.search(text, at, end):
            break  # 打好|防范化解重大风险攻坚战
        after = _after_opening(text, at, end, lexicon)
        if lexicon.verb.match(text, after, end):
            at = after
        elif text[at : at + 1] in _JOINTS and lexicon.verb.match(text, at + 1, end):
            at += 1
        else:
            break
    return verbs, at


def _is_noun(match: re.Match[str], end: int, lexicon: ExtractLexicon, *, behind_verb: bool) -> bool:
    """Tell whether what looks like a verb begins a noun (建设用地; 制定|落户政策)."""
    text, at = match.string, match.end()
    if _NOUN_TAIL.match(text, at, end) or _is_name(match, lexicon):
        return True
    if _is_short_noun(text, at, end):
        return True
    return behind_verb and bool(match.group() in lexicon.nouns or _PAPER.match(text, at, end))


def _is_short_noun(text: str, at: int, end: int) -> bool:
    """Tell whether a verb is part of the noun it would leave too short (完成|营造林3.6万亩)."""
    return at + 1 >= end or (text[at + 1].isdigit() and text[at].isalpha())


def _firm_verb(
    text: str, start: int, head: int, end: int, lexicon: ExtractLexicon
) -> tuple[int, int, list[str]]:
    """Take a word of firmness for the verb where no other follows (争取|更多平台落户)."""
    match = lexicon.firm_end.search(text, start, head) if start < head < end else None
    if match:
        return match.start(), head, [match.group()]
    return head, head, []


def _after_opening(text: str, start: int, end: int, lexicon: ExtractLexicon) -> int:
    """Return where the words of manner end; a verb that begins sooner (力争) stays out of them."""
    match = lexicon.opening.match(text, start, end)
    return match.end() if match and match.end() < end and not _is_name(match, lexicon) else start


def _is_name(opening: re.Match[str], lexicon: ExtractLexicon) -> bool:
    """Tell whether words of an opening begin a name instead (研究|与试验发展经费)."""
    joined = opening.string.startswith("与", opening.end())
    return joined and opening.group().endswith(tuple(lexicon.nouns))


def after_opener(text: str, start: int, end: int, lexicon: ExtractLexicon) -> int:
    """Return where a noun begins behind what may stand before it (今年, 全市), else ``start``."""
    match = lexicon.opener.match(text, start, end)
    return match.end() if match and not _is_name(match, lexicon) else start


def _after_place(text: str, start: int, end: int, lexicon: ExtractLexicon) -> int:
    """Return where the words of place before a verb end (在浦东新区|开展…), else ``start``.

    Words of means (用…机制) and whom it is for (面向…) stand in the same place.
    """
    if text[start : start + 1] not in _BEFORE_VERB:
        return start
    served = lexicon.is_for.match(text, start, end)
    if served and not _DIGIT.search(served["who"]):
        return _after_opening(text, served.end(), end, lexicon)  # 面向高校毕业生|开发岗位
    means = _DONE_TO.match(text, start, end) or _MEANS.match(text, start, end)
    if means and lexicon.verb.match(text, means.end(), end):
        return means.end()
    if not text.startswith("在", start, end):
        return start
    for place in _PLACE_END.finditer(text, start + 2, min(end, start + _LONGEST_PLACE)):
        if _PLACE_BREAK.search(text, start, place.end()):
            break
        within = place.end() + text.startswith("中", place.end())  # 在脱贫县中|支持…
        at = _after_opening(text, within, end, lexicon)
        verb = lexicon.verb.match(text, at, end)
        if verb and verb.group() not in lexicon.nouns and verb.group() != "发展":
            return at
    return start


def _body(text: str, start: int, end: int, lexicon: ExtractLexicon) -> tuple[str, int]:
    match = lexicon.body.search(text[start:end])
    if not match:
        return "", start
    name = match.group(1) or match.group()
    if match.group(1) and match.start():
        return name, start
    led = _LEADS.match(text, start + match.end(), end)
    return name, led.end() if led else start + match.end()


def _firmness(opening: str, lexicon: ExtractLexicon) -> Firmness:
    if not opening or not lexicon.firm.search(opening):
        return Firmness.PLAIN
    for firmness, words in lexicon.firmness_words:
        if any(word in opening for word in words):
            return firmness
    return Firmness.PLAIN


def milestone_of(verbs: tuple[str, ...], text: str, lexicon: ExtractLexicon) -> Milestone | None:
    """Return how far a project is by its verb, or by the last words of its clause (…开工建设)."""
    spoken = "".join(verbs) + "\n" + text[-8:]
    if not lexicon.any_milestone.search(spoken):
        return None  # one search instead of one for each milestone
    for milestone, words in lexicon.milestone_words:
        if words.search(spoken):
            return milestone
    return None


def is_manner(text: str) -> bool:
    """Tell whether a clause only says how or along what line something is done (以…, 围绕…)."""
    return text.startswith(_MANNER)
