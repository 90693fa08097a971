"""From a number and the words around it to a measure (比较、数值、单位、类型).

In: a ``Reading``. Out: comparison, kind and relation as the annotation guide defines them:
``控制在3%左右`` is at most 3, ``达到1.5万家`` a level, ``新增20家`` an increment. Digitless
quantities (全覆盖, 总体稳定, 完成省下达任务) are read here too.
"""

import re
from dataclasses import dataclass

from tracker.extract.indicator import clean_indicator, strip_tail
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.quantities import Reading
from tracker.model.measure import Comparison, Measure, MeasureKind, Relation
from tracker.model.span import Span

_AT_MOST = re.compile(r"控制在|不高于|不超过?|不大于|不突破|以内|以下|之内")
_LESS = re.compile(r"低于|小于|少于")
_MORE = re.compile(r"超过?|超出|突破|高于|大于|多于|逾")
_AT_LEAST = re.compile(r"以上|不低于|不少于|不小于|至少")
_ABOUT = re.compile(r"左右|上下|大?约|接近|将近|近")
_TO = re.compile(r"(?:到|至|达|为|在)$")
# 提高到每人每月|80元, 迈上|2万亿台阶: a total is reached.
_RISES_TO = re.compile(r"(?:[到至达]|[迈跃跨站]上)(?:每[人户]|人均|户均)?(?:每[年月日天次])?$")
_ADDS = re.compile(r"新增|净增|增加(?!到|至|值)")
_STOCK_NOUN = re.compile(r"(?:总量|总数|总计|有量|存量|规模|产量|浓度|数|人口)$")
_RANK = re.compile(r"第$|前$")


def comparison_of(reading: Reading) -> Comparison:
    """Return how the value binds (guide: 控制在 wins over 左右)."""
    number = reading.quantity
    near = reading.before[-24:] if reading.before.endswith("的") else reading.before[-8:]
    words = near + number.prefix + "|" + reading.suffix
    tests = (
        (_AT_MOST, Comparison.AT_MOST),
        (_AT_LEAST, Comparison.AT_LEAST),
        (_LESS, Comparison.LESS),
        (_MORE, Comparison.MORE),
    )
    if number.value2 is not None:
        return Comparison.RANGE
    for pattern, comparison in tests:
        if pattern.search(words if comparison is not Comparison.MORE else words.split("|")[0]):
            return comparison
    if _ABOUT.search(number.prefix + "|" + reading.suffix) or re.search(
        r"约$|接近$", reading.before
    ):
        return Comparison.ABOUT
    return Comparison.EXACTLY


def kind_of(reading: Reading, lexicon: ExtractLexicon) -> MeasureKind:
    """Return what the value measures, by its unit and the words before it."""
    unit, near = reading.quantity.unit, reading.before[-10:]
    if unit.endswith(("%", "％", "倍", "番", "百分点", "成")):
        return _kind_of_rate(reading, lexicon)
    if "连续" in near or (_RANK.search(near) and unit in {"位", "名"}):
        return MeasureKind.OTHER if "连续" in near else MeasureKind.RANK
    if reading.inherited and _STOCK_NOUN.search(reading.indicator):
        return MeasureKind.LEVEL
    if _ADDS.search(reading.verb + reading.before + reading.indicator):
        return MeasureKind.INCREMENT
    if lexicon.decrease.search(near) and not _TO.search(near):
        return MeasureKind.DECREASE
    return _kind_of_count(reading, lexicon)


def _kind_of_count(reading: Reading, lexicon: ExtractLexicon) -> MeasureKind:
    """Tell a stock to reach from a number to add and from a count of what is worked on."""
    near = reading.before[-10:]
    grows = lexicon.growth.search(near) and not (_TO.search(near) or _RISES_TO.search(near))
    if grows or (reading.leading and near.endswith("实现")):
        return MeasureKind.INCREMENT  # 户籍人口增长26万, 实现16个贫困县摘帽
    if (
        lexicon.stock.search(near)
        or _RISES_TO.search(near)
        or lexicon.stock.fullmatch(reading.verb)
        or _STOCK_NOUN.search(reading.indicator)
        or "累计" in reading.opening
    ):
        return MeasureKind.LEVEL
    if _leads_with(reading.verb, lexicon.tending_verbs) and reading.leading:
        return MeasureKind.OTHER
    if reading.quantity.unit.endswith(("元", "微克/立方米", "毫克/立方米", "微克")):
        return MeasureKind.LEVEL
    if not reading.verb and re.search(r"[数量额]$|每", reading.indicator):
        return MeasureKind.LEVEL
    return MeasureKind.INCREMENT


def _kind_of_rate(reading: Reading, lexicon: ExtractLexicon) -> MeasureKind:
    unit, near = reading.quantity.unit, reading.before[-8:]
    points = unit.endswith("百分点")
    if not _TO.search(re.sub(r"[^\u4e00-\u9fff]", "", near)):
        if lexicon.decrease.search(near):
            return MeasureKind.DECREASE
        if lexicon.growth.search(near):
            return MeasureKind.INCREMENT if points else MeasureKind.GROWTH
    if re.search(r"(?:增速|增幅|涨幅|增长率)$", reading.indicator) or re.search(
        r"增长[率速]?", near
    ):
        return MeasureKind.GROWTH
    if re.search(r"(?:下降|降低|减少|下降率|降幅)$", reading.indicator):
        return MeasureKind.DECREASE
    if points:
        return MeasureKind.INCREMENT
    return MeasureKind.GROWTH if unit.endswith(("番", "倍")) else MeasureKind.SHARE


def _leads_with(verb: str, verbs: tuple[str, ...]) -> bool:
    return verb.startswith(verbs) or verb.endswith(verbs)


def measure_of(reading: Reading, span: Span, lexicon: ExtractLexicon) -> Measure:
    """Return the measure of a reading; ``span`` is where the reading stands in the source."""
    number = reading.quantity
    return Measure(
        indicator=reading.indicator,
        comparison=comparison_of(reading),
        value=number.value,
        value2=number.value2,
        unit=number.unit,
        kind=kind_of(reading, lexicon),
        relation=_numeral_relation(reading),
        span=span,
    )


def _numeral_relation(reading: Reading) -> Relation | None:
    if reading.quantity.unit == "番":
        return Relation.DOUBLE
    return Relation.NUMERAL if reading.quantity.numeral else None


_TENDENCIES = frozenset({Relation.RISE, Relation.FALL, Relation.STABLE, Relation.SYNCHRONOUS})
# 空气质量持续改善 names what is measured; 不断提升策源功能 and 保持社会大局稳定 do not.
_MEASURABLE = re.compile(
    r"(?:收入|率|比重|占比|总额|总量|[数量额]|质量|投资|价格?|成本|面积|倍?差|强度|浓度|排放|规模|产值|消费|融资|"
    r"支出|起数|人数|能耗|进出口|外资|外贸|增加值|保有量|能力|收支|水平|比例|标准|增速|增长|面积|人口|就业)$"
)


_HOLLOW = frozenset({"做", "是", "能", "已", "基本"})
_LINE = re.compile(r"的?底线$")  # 守住不发生系统性金融风险|的底线
_STATES = frozenset({Relation.FULL, Relation.ZERO})
_NAME_GOES_ON = re.compile(r"”?(?:专项|攻坚)?(?:行动|计划|工程|任务|要求|机制|整改)")


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
    if lexicon.slogan.search(text, start, end):
        return None
    for relation, pattern in lexicon.relation_patterns:
        match = pattern.search(text, start, end)
        if not match:
            continue
        if _is_watchword(text, start, match.start()):
            continue
        before = strip_tail(text[start : match.start()].rstrip("“"), lexicon)
        subject = clean_indicator(before, lexicon)
        if (
            subject in _HOLLOW
            or lexicon.verb.fullmatch(subject)
            or lexicon.opening.fullmatch(subject)
        ):
            subject = ""  # 牢牢|守住不发生…: words of manner are no subject
        rest = clean_indicator(text[match.end() : end], lexicon)
        named = _LINE.sub("", match.groupdict().get("name") or "")
        nameless = not (subject or named or carried or rest)
        if relation in _STATES and (nameless or _NAME_GOES_ON.match(rest)):
            continue
        if relation in _TENDENCIES and not strict_subject(subject or ("" if rest else carried)):
            continue
        name = subject or named or rest or carried
        if not name:
            name = clean_indicator(match.group().strip("“”"), lexicon, keep_verb=True)
        return DigitlessReading(start, end, name, relation)
    return None


def _is_watchword(text: str, start: int, at: int) -> bool:
    """Tell whether a quantity is part of a quoted name (“四个|翻番”)."""
    opened = text.rfind("“", start, at)
    return opened >= 0 and at - opened > 1 and "”" not in text[opened:at]


def relation_measure(reading: DigitlessReading, span: Span) -> Measure:
    """Return the measure of a digitless quantity."""
    kind = {
        Relation.RISE: MeasureKind.GROWTH,
        Relation.FALL: MeasureKind.DECREASE,
        Relation.DOUBLE: MeasureKind.GROWTH,
        Relation.FULL: MeasureKind.SHARE,
    }.get(reading.relation, MeasureKind.OTHER)
    return Measure(reading.indicator, None, None, None, "", kind, reading.relation, span)
