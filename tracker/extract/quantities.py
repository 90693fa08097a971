"""Quantities of a clause, each with what it counts (分句中的数量与指标).

In: a text, the range of a clause in it and what the clause before spoke of. Out: one reading
per promised quantity, with the indicator in the text's words: ``新建10家中心、30家孵化器``
gives 10家 of 中心 and 30家 of 孵化器, both under 新建.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tracker.extract.clauses import Clause, read_clause
from tracker.extract.indicator import clean_indicator, split_names, strip_tail
from tracker.extract.lexicon import ExtractLexicon
from tracker.text.numerals import Quantity

_JOINTS = re.compile(r"[、，；]|（(?![^（）]*）)|以及|[和及与](?=$|[^\d]{2,})")
# 5个、总投资145亿元的省重大项目: the sum stands between the number and what it counts.
_SUMMED = re.compile(r"^、?总?投资[超约近]?[\d.]+[千万亿]*元(?:以上|左右)?的")
_GLUED = re.compile(r"^(?!、总?投资[^，；。]{1,12}元(?:以上|左右)?的)[、，；）和及与（]+|^以及|^并")
_SIZED = re.compile(r"[十百千万亿]+(?:[亩头吨人只羽]|元|平方米)级?")
_CLASS = re.compile(r"^超?[\d.]+[千万亿]*元(?:以上)?的?")
# What the last name of a list before 分别 shares with the others: 交通、水利、能源|领域投资额.
_SUBJECT_TAIL = re.compile(
    r"(?:(?:领域|产业|行业)[^、和与及]{0,4}|(?:资源化|无害化|综合|集中)?(?:利用|处理|处置|达标|吞吐|普及|毛?入学|合格|回收|升学)(?=率|能力)|"
    r"供养|补助|低保|保障|补贴|收费|进出口|(?:常住)?居民(?:人均)?可支配)?"
    r"(?:能力|增加值|总产值|产值|营收|总?收入|总额|投资额|投资|销售额|零售额|交易额|出口额|存款|贷款|余额|规模|比重|"
    r"占比|比例|覆盖率|参保率|率|指数|浓度|排放量|数量|总数|产量|[出存]栏量|[人户起次件]数|水平|标准)$"
)

_COMPLETE = re.compile(
    r"(?:[外内]资|税[金收]|利润|价格|生产总值|GDP)$"
)  # 实际利用外资|和进出口总额

# 高新技术产业产值、战略性新兴产业产值|占规上工业总产值比重: all of them are shares of the one.
_SHARE_OF = re.compile(
    r"(?P<noun>增加值|总产值|产值|投资额?|收入|[进出]口额?|营收)?(?P<share>占[^占、，]{2,16}(?:比重|比例))$"
)
_IS_SHARE = re.compile(r"(?:比重|比例|占比|率)$")


class Reading(NamedTuple):
    """A quantity and what it counts; offsets count in the text that was read.

    Attributes:
        start: First character of the shortest clause that holds the whole.
        end: One past its last character.
        indicator: What is counted, in the text's words.
        quantity: The number.
        verb: What is done.
        before: Text between indicator and number (增长, 达到), for the kind of measure.
        suffix: Binding word after the number, or the one that holds for the list (分别…左右).
        inherited: The indicator was named before this clause or item.
        half: The thing where it is more than the indicator says (农村居民… of 城乡居民…), or "".
        leading: The number stands before the noun it counts.
        after: What follows the number in its clause.
        opening: The clause up to its object, words of manner included (累计建成).
        goes_on: It has no verb but that of the item before it (新建绿地10公顷、|绿道20公里).
    """

    start: int
    end: int
    indicator: str
    quantity: Quantity
    verb: str
    before: str
    suffix: str
    inherited: bool = False
    half: str = ""
    leading: bool = False
    opening: str = ""
    after: str = ""
    goes_on: bool = False


def read_quantities(
    text: str,
    clause: Clause,
    numbers: tuple[Quantity, ...],
    carried: str,
    lexicon: ExtractLexicon,
) -> tuple[Reading, ...]:
    """Return the readings of a clause's promised quantities.

    Args:
        text: The text that the clause stands in.
        clause: The clause.
        numbers: Its promised quantities, in order.
        carried: The indicator that the clause before spoke of, or "".
        lexicon: Word lists.
    """
    if not numbers:
        return ()
    together = _respectively(text, clause, numbers, carried, lexicon)
    if together:
        return together
    readings: list[Reading] = []
    verb = "".join(clause.verbs)
    for at, (start, end) in enumerate(_segments(text, clause, numbers)):
        previous = readings[-1].indicator if readings else carried
        own = clause if at == 0 else read_clause(text, start, end, lexicon)
        own = own._replace(end=end)
        noun = _noun_after_pair(text, numbers[at : at + 2], clause.end, lexicon)
        if noun:
            reading = _read_pair(own._replace(end=clause.end), numbers[at], noun)
        else:
            reading = _read_segment(text, own, numbers[at], previous, lexicon)
        goes_on = bool(readings and verb) and not own.verbs and not reading.before
        if own.verbs:
            verb = "".join(own.verbs)
        if reading.inherited and readings and reading.end - readings[-1].start <= _LONGEST_QUOTE:
            reading = reading._replace(start=readings[-1].start)  # 分别达2400亿元、|450亿元
        opening = text[own.start : own.tail] or text[clause.start : clause.tail]
        firm = reading.inherited and not reading.before and lexicon.firm.search(opening)
        if readings and firm:
            reading = reading._replace(before=readings[-1].before)  # 增长8.5%、力争|9%
        if readings and "分别" in text[clause.start : numbers[0].start] and not reading.before:
            reading = reading._replace(before=readings[-1].before)
        after = text[numbers[at].outer[1] : end]
        readings.append(reading._replace(verb=verb, opening=opening, after=after, goes_on=goes_on))
    return tuple(r for r in _with_heads(readings) if _is_name(r.indicator, lexicon))


def _with_heads(readings: list[Reading]) -> Iterator[Reading]:
    """Complete what only says how large: 30个千亩、4个万亩|特色种植片区."""
    for at, reading in enumerate(readings):
        sized = _SIZED.fullmatch(reading.indicator)
        later = (_SIZED.match(r.indicator) for r in readings[at + 1 :]) if sized else ()
        head = next((m.string[m.end() :] for m in later if m and m.end() < len(m.string)), "")
        yield reading._replace(indicator=reading.indicator + head) if head else reading


def _is_name(indicator: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether something is named: 县 or 完成 alone says of nothing how much it is."""
    return len(indicator) > 1 and indicator != "增速" and not lexicon.opening.fullmatch(indicator)


def _segments(text: str, clause: Clause, numbers: tuple[Quantity, ...]) -> list[tuple[int, int]]:
    """Cut a clause into one piece per number.

    A number that is followed by a mark ends its piece (床位1000张、…); one that is followed by a
    noun owns the text up to the last mark before the next number (10家…中心和30家…).
    """
    starts, ends = [clause.start], []
    for number, following in pairwise(numbers):
        gap_start, gap_end = number.outer[1], following.outer[0]
        gap = text[gap_start:gap_end]
        if _GLUED.match(gap):
            cut = gap_start
        else:
            joints = list(_JOINTS.finditer(gap))
            cut = gap_start + joints[-1].start() if joints else gap_start
        ends.append(cut)
        joint = _GLUED.match(text[cut:gap_end])
        starts.append(cut + (joint.end() if joint else 0))
    last = numbers[-1].outer[1]
    ends.append(last if _GLUED.match(text[last : clause.end]) else clause.end)
    return list(zip(starts, ends, strict=True))


def _read_segment(
    text: str, own: Clause, number: Quantity, previous: str, lexicon: ExtractLexicon
) -> Reading:
    outer_start, outer_end = number.outer
    before = text[own.tail : outer_start] if own.tail <= outer_start else ""
    opening = text[own.head : min(own.tail, outer_start)]
    after = _SUMMED.sub("", text[outer_end : own.end])
    name = strip_tail(before, lexicon)
    if after.startswith("用于") and not clean_indicator(name, lexicon):
        after = after.removeprefix("用于")  # 安排1亿元|用于|城镇困难居民房租补贴
    noun = "" if after.strip() in _MARKS_PASSED else _counted(after, own, lexicon)
    subject = clean_indicator(name, lexicon, after_verb=bool(own.verbs))
    if _ACCORDING.match(subject):
        subject = ""
    tail = before[len(name) :]
    if noun and not after.startswith(("等", "用于")):
        joined = before.endswith(("、", "等", "和"))
        if not subject or joined or _counts_after(number, before, lexicon):
            thing = _listed(before, noun, lexicon)
            return Reading(
                own.start, own.end, noun, number, "", tail, number.suffix, half=thing, leading=True
            )
    if subject and not _is_only_part(subject, previous, lexicon):
        return Reading(own.start, own.end, subject, number, "", tail, number.suffix)
    firm = bool(own.verbs) and lexicon.firm.fullmatch("".join(own.verbs)) is not None
    if firm and previous and not subject:
        return Reading(own.start, own.end, previous, number, "", "", number.suffix, inherited=True)
    indicator = _gone_on(own, subject, previous, lexicon) or clean_indicator(
        text[own.head : own.tail], lexicon, keep_verb=True
    )
    return Reading(
        own.start, own.end, indicator, number, "", opening + tail, number.suffix, inherited=True
    )


def _counted(after: str, own: Clause, lexicon: ExtractLexicon) -> str:
    """Return the noun after a number; after a verb it keeps its own (建设4个|创新中心)."""
    return clean_indicator(after, lexicon, after_verb=bool(own.verbs))


def _listed(before: str, noun: str, lexicon: ExtractLexicon) -> str:
    """Return a noun that names nothing without its list (青州至临沭等|9个|项目) with it, or ""."""
    if not before.endswith("等") or len(noun) > _SHORT_NOUN:
        return ""
    listed = clean_indicator(before, lexicon)
    return f"{listed}等{noun}" if listed else ""


def _gone_on(own: Clause, subject: str, previous: str, lexicon: ExtractLexicon) -> str:
    """Return the name of what goes on from the one before it (总量, 竣工, 省级)."""
    if own.verbs and not subject and previous and _adds(own.verbs[-1], previous, lexicon):
        # 新建学校12所、竣工5所
        return clean_indicator(_undone(previous, lexicon), lexicon) + own.verbs[-1]
    if _CLASS.fullmatch(subject):  # 超50亿元|15个, after 超10亿元重大产业项目80个
        indicator = subject + _CLASSED.sub("", previous)
    elif _LEVEL.fullmatch(subject):  # 国家级众创空间5家、|省级|7家
        indicator = subject + _LEVEL.sub("", previous)
    else:
        indicator = previous.removesuffix("数") + subject if subject else previous
    return previous if own.verbs and indicator.endswith(own.verbs[-1]) else indicator


def _noun_after_pair(
    text: str, pair: tuple[Quantity, ...], end: int, lexicon: ExtractLexicon
) -> str:
    """Return the noun after two numbers in a row (12类45件|民生实事), or ""."""
    if len(pair) < 2 or pair[0].end != pair[1].start:
        return ""
    stop = pair[1].outer[1]
    return "" if _GLUED.match(text[stop:end]) else clean_indicator(text[stop:end], lexicon)


def _read_pair(own: Clause, number: Quantity, noun: str) -> Reading:
    """Read the first number of ``12类45件民生实事``: the noun stands after the second."""
    return Reading(own.start, own.end, noun, number, "", "", number.suffix, leading=True)


_ACCORDING = re.compile(r"按照|根据|通过|依托|围绕")
_GRANTS = re.compile(r"(?:安排|筹集|筹措|下达|投入|发行|设立|发放|争取)$")  # 安排|10亿元|治理资金


def _counts_after(number: Quantity, before: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether a counted noun after the number is what is counted (中心城区|11条|主次干道)."""
    if number.unit.endswith("元") and _GRANTS.search(before):
        return True
    if number.unit.endswith(("%", "％", "百分点", "倍", "元", "番")):
        return False
    return not (lexicon.growth.search(before[-6:]) or lexicon.stock.search(before[-4:]))


_LONGEST_QUOTE = 60  # a quote that goes back to the subject stays one that can be read at a glance
_SHORT_NOUN = 3  # 等9个|项目 names nothing without its list
_LEVEL = re.compile(r"^(?:国家级?|省级|市级|县级|区级|州级|自治区级)")
_CLASSED = re.compile(rf"^[^、]{{0,8}}?{_CLASS.pattern.removeprefix('^')}")
_IS_PART = re.compile(rf"{_CLASS.pattern}|{_LEVEL.pattern}|占.*")
_MARKS_PASSED = frozenset({"大关", "台阶", "新台阶", "关口"})  # 突破2万家大关
_TOTALS = frozenset(
    {"总量", "总数", "总计", "总额", "占比", "比重", "规模", "数量", "增速", "总产值"}
)


_EACH = re.compile(r"每人每[年月]|每[人户亩次](?:补助|补贴)|人均补助")
_FULL_NAME = re.compile(
    r"(?:率|比重|占比|额|值|量|投资|收入|面积|支出|价格|消费|产能|贷款|资金|[人户起次]数)$"
)


def _undone(previous: str, lexicon: ExtractLexicon) -> str:
    """Return a name without the verb that an item before appended (项目续建, for 新开工)."""
    return next((previous.removesuffix(v) for v in lexicon.steps if previous.endswith(v)), previous)


def _adds(verb: str, previous: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether a verb says of the thing before it what else is done (竣工), not how it grew."""
    grew = lexicon.growth.fullmatch(verb) or lexicon.decrease.fullmatch(verb)
    return verb not in previous and not grew


def _is_only_part(name: str, previous: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether a name goes on from the one before it (总量, 占地区生产总值的比重, 投资)."""
    if name in _TOTALS or (bool(previous) and bool(_IS_PART.fullmatch(name))):
        return True
    bare = name in lexicon.bare_names or bool(_EACH.match(name))
    return bare and len(previous) > 2 and not _FULL_NAME.search(previous)


_PLACE = re.compile(r"[省市县区州盟旗]$")
_KIND_ALONE = re.compile(r"^.{0,3}[省市县区城镇乡村级类]$")
_WITH_EACH = re.compile(r"分别")
# 工业增加值、投资均增长8%: one figure for each of several names; not 人均, 均衡.
_ALIKE = re.compile(
    r"(?<![平年月日人户亩地])均(?![衡等质价匀值线])|都(?=[要将达增超控保突提下降高低不在稳])|"
    r"各(?:约?$|(?=增长|下降|提高|达到))"
)
_SHARES = frozenset({"%", "％", "番"})
_JOINED = re.compile(r"[、和与及]")
# 城区、镇区|污水处理率, 三级、三甲|医院: places and ranks share all that the last is named by.
_OF_KIND = re.compile(
    r"^[^、]{1,3}?[省市县区城镇乡村级类甲](?P<rest>[^省市县区城镇乡村级类甲]{2,})$"
)


_HOLLOW = frozenset({"", "新增", "增", "净增", "约", "占"})


def _completed(name: str, tail: str) -> str:
    """Return a name with what the last name of its list shares with it (…产业|产值占比)."""
    if _SUBJECT_TAIL.search(name) or _COMPLETE.search(name) or _is_whole(name):
        return name
    # 城镇居民|居民人均可支配收入: what ends the one and begins the other is said once.
    for size in range(min(len(name), len(tail)), 1, -1):
        if name.endswith(tail[:size]):
            return name + tail[size:]
    return name + tail


def _as_share(name: str, share: re.Match[str]) -> str:
    """Return a name of a list with the whole that the last of them is a share of."""
    if _IS_SHARE.search(name):
        return name
    noun = "" if _SUBJECT_TAIL.search(name) else share["noun"] or ""
    return name + noun + share["share"]


def _is_whole(name: str) -> bool:
    """Tell whether a name needs nothing of the others in its list (专利授权量)."""
    return len(name) > 3 and bool(_FULL_NAME.search(name))


def _whole_names(names: list[str]) -> list[str]:
    """Return the names of a list, each with what the last of them says for all."""
    share, tail = _SHARE_OF.search(names[-1]), _SUBJECT_TAIL.search(names[-1])
    if share:
        return [_as_share(name, share) for name in names]
    of_kind = _OF_KIND.search(names[-1])
    if of_kind and all(_KIND_ALONE.search(name) for name in names[:-1]):
        return [name + of_kind["rest"] for name in names[:-1]] + names[-1:]
    return [_completed(name, tail.group()) for name in names] if tail else names


def _told_of(
    text: str, clause: Clause, numbers: tuple[Quantity, ...]
) -> tuple[int, int, bool] | None:
    """Return where names end, where what is said of them begins, and whether a word tells of each.

    That word is 分别, 均 or 各. None where nothing is said of several names.
    """
    first, last = numbers[0], numbers[-1]
    respective = _WITH_EACH.search(text, clause.start, clause.end)
    word = respective or _ALIKE.search(text, clause.start, first.start)
    alone = len(numbers) == 1 or not respective
    if alone and text[last.outer[1] : clause.end].strip("，。；、"):
        return None  # 各1000万元|的资金支持
    if word:
        return (word.start(), word.end(), True) if respective or len(numbers) == 1 else None
    shares = all(n.unit in _SHARES for n in numbers)
    joined = all(_JOINED.fullmatch(text, a.outer[1], b.outer[0]) for a, b in pairwise(numbers))
    if not shares or not joined or not _JOINED.search(text, clause.start, first.outer[0]):
        return None
    return first.outer[0], first.outer[0], False


def _respectively(
    text: str,
    clause: Clause,
    numbers: tuple[Quantity, ...],
    carried: str,
    lexicon: ExtractLexicon,
) -> tuple[Reading, ...]:
    """Read ``A、B分别增长5%、6.5%左右``, ``A、B均增长5%``: what is said of each of the names.

    Without 分别 or 均, only names that are whole by themselves (投资, 零售总额) have a share each.
    """
    told = _told_of(text, clause, numbers)
    if told is None:
        return ()
    names_end, said_from, in_words = told
    own = read_clause(text, clause.start, clause.end, lexicon)
    names_start = min(own.tail, names_end)
    named = strip_tail(text[names_start:names_end], lexicon)
    if not named and len(numbers) == 1:
        return ()
    names, spoken, halves = split_names(named or carried), split_names(carried), [""]
    if len(names) == 1 and len(spoken) == len(numbers) > 1 and _PLACE.search(names[0]):
        names = [names[0] + name for name in spoken]  # 塔城地区|分别增长3%、3.6%
    elif len(names) == 1 and len(numbers) == 2:
        halves = _halves(names[0])
        names *= len(halves)
    if len(numbers) == 1:
        numbers *= len(names)
    whole = in_words or all(map(_is_whole, names))
    if len(names) < 2 or len(names) != len(numbers) or numbers[0].start < said_from or not whole:
        return ()
    said = text[said_from : numbers[0].outer[0]]
    before = text[names_start:names_end].removeprefix(named) + said  # 收入、投资|增长|均超过15%
    shared = clean_indicator(strip_tail(said, lexicon), lexicon)  # 分别实现|产值|1.2万亿元
    names = _whole_names(names)
    if shared not in _HOLLOW and not lexicon.decrease.fullmatch(shared):
        names = [name + shared for name in names]
    return tuple(
        Reading(
            clause.start,
            numbers[-1].outer[1],
            clean_indicator(name, lexicon),
            number,
            "".join(own.verbs),
            before,
            number.suffix or numbers[-1].suffix,
            half=half,
        )
        for name, number, half in zip(names, numbers, halves * len(names), strict=False)
        if clean_indicator(name, lexicon)
    )


_PAIRS = {
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡": ("城镇", "农村"),
    "存贷款": ("存款", "贷款"),
    "进出口": ("进口", "出口"),
}


def _halves(name: str) -> list[str]:
    """Return the two things that a name holds in one word (城乡居民收入), or nothing."""
    for word, halves in _PAIRS.items():
        if word in name:
            return [name.replace(word, half, 1) for half in halves]
    return []
