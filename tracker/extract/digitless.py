"""Quantities without digits (没有数字的目标): 全覆盖, 总体稳定, 完成省下达任务.

In: a text and the range of a clause in it. Out: what is spoken of and what is said of it.
Watchwords in quotation marks (“四个翻番”) and names of actions (清零行动) are no quantities.
"""

import re
from dataclasses import dataclass

from tracker.extract.indicator import clean_indicator, strip_tail
from tracker.extract.lexicon import ExtractLexicon
from tracker.model.measure import Measure, MeasureKind, Relation
from tracker.model.span import Span

_TENDENCIES = frozenset({Relation.RISE, Relation.FALL, Relation.STABLE, Relation.SYNCHRONOUS})
# 空气质量持续改善 names what is measured; 不断提升策源功能 and 保持社会大局稳定 do not.
_MEASURABLE = re.compile(
    r"(?:收入|率|比重|占比|总额|总量|[数量额]|质量|投资|价格?|成本|面积|倍?差|强度|浓度|排放|规模|产值|消费|融资|"
    r"支出|起数|人数|能耗|进出口|外资|外贸|增加值|保有量|能力|收支|水平|比例|标准|增速|增幅|涨幅|降幅|增长|面积|人口|就业|份额|经费)$"
)


_ASSIGNED = re.compile(rf"(?:{_MEASURABLE.pattern}|节能|减排|降碳|指标|下降|降低|削减)$")
_WANTED = re.compile(r"(?:增速|增幅|收入|盈利|利润|效益|订单|需求)$")
_HOLLOW = frozenset({"做", "是", "能", "已", "基本"})
_SHORT_VERB = 2
_LINE = re.compile(r"的?底线$")  # 守住不发生系统性金融风险|的底线
_STATES = frozenset({Relation.FULL, Relation.ZERO})
_NAME_GOES_ON = re.compile(r"”?(?:专项|攻坚)?(?:行动|计划|工程|任务|要求|机制|整改|总?方针|政策)")


def strict_subject(name: str) -> bool:
    """Tell whether a name is of something that statistics could measure."""
    return bool(_MEASURABLE.search(name))


@dataclass(frozen=True, slots=True)
class DigitlessReading:
    """A quantity said without a digit; offsets count in the text that was read."""

    start: int
    end: int
    indicator: str
    relation: Relation


def read_relation(
    text: str, start: int, end: int, carried: str, lexicon: ExtractLexicon
) -> DigitlessReading | None:
    """Return the digitless quantity of ``text[start:end]`` (城镇登记失业率总体稳定), if any."""
    if not lexicon.relation_hint.search(text, start, end):
        return None
    for relation, pattern in lexicon.relation_patterns:
        match = pattern.search(text, start, end)
        if match and lexicon.tells_slogan(text, start, end):
            return None
        if match and not _is_watchword(text, start, match.start()):
            name = _name_of(relation, match, carried, lexicon)
            if name:
                return DigitlessReading(start, end, name, relation)
    return None


def _name_of(
    relation: Relation, match: re.Match[str], carried: str, lexicon: ExtractLexicon
) -> str:
    """Return what a digitless quantity is of; "" when it says of nothing that could be checked."""
    text, start, end = match.string, match.pos, match.endpos
    subject = _subject(text[start : match.start()], lexicon)
    rest = clean_indicator(text[match.end() : end], lexicon)
    named = _LINE.sub("", match.groupdict().get("name") or "")
    nameless = not (subject or named or carried or rest)
    if relation in _STATES and (nameless or _NAME_GOES_ON.match(rest)):
        return ""
    if relation in _TENDENCIES and not strict_subject(subject or ("" if rest else carried)):
        return ""
    if named and len(subject) <= _SHORT_VERB:
        subject = ""  # 守牢|不发生规模性返贫底线
    if relation is Relation.TASK and "完成" in match.group() and not _ASSIGNED.search(carried):
        carried = ""  # 落实预警制度，|全面完成省下达目标
    name = subject or named or rest or carried
    return name or clean_indicator(match.group().strip("“”"), lexicon, keep_verb=True)


def _subject(before: str, lexicon: ExtractLexicon) -> str:
    """Return the name before a digitless quantity; words of manner are none (牢牢|守住不发生…)."""
    name = clean_indicator(strip_tail(before.rstrip("“"), lexicon), lexicon)
    bare = name in _HOLLOW or lexicon.verb.fullmatch(name) or lexicon.opening.fullmatch(name)
    return "" if bare else name


def _is_watchword(text: str, start: int, at: int) -> bool:
    """Tell whether a quantity is part of a quoted name (“四个|翻番”)."""
    opened = text.rfind("“", start, at)
    return opened >= 0 and at - opened > 1 and "”" not in text[opened:at]


def is_feared(reading: DigitlessReading) -> bool:
    """Tell whether a fall is of what nobody promises to let fall (财政收入增幅下降).

    A plan that says so describes what it fears; what shall fall are costs, risks and burdens.
    """
    return reading.relation is Relation.FALL and bool(_WANTED.search(reading.indicator))


def relation_measure(reading: DigitlessReading, span: Span) -> Measure:
    """Return the measure of a digitless quantity."""
    kind = {
        Relation.RISE: MeasureKind.GROWTH,
        Relation.FALL: MeasureKind.DECREASE,
        Relation.DOUBLE: MeasureKind.GROWTH,
        Relation.FULL: MeasureKind.SHARE,
    }.get(reading.relation, MeasureKind.OTHER)
    return Measure(reading.indicator, None, None, None, "", kind, reading.relation, span)
