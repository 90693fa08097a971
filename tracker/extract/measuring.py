"""From a number and the words around it to a measure (比较、数值、单位、类型).

In: a ``Reading``. Out: comparison, kind and relation as the annotation guide defines them:
``控制在3%左右`` is at most 3, ``达到1.5万家`` a level, ``新增20家`` an increment.
"""

import re

from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.quantities import Reading
from tracker.model.measure import Comparison, Measure, MeasureKind, Relation
from tracker.model.span import Span

_AT_MOST = re.compile(r"控制在|不高于|不超过?|不大于|不突破|以内|以下|之内")
_LESS = re.compile(r"低于|小于|少于")
_MORE = re.compile(r"超过?|超出|突破|高于|大于|多于|逾")
_AT_LEAST = re.compile(r"以上|不低于|不少于|不小于|至少")
_ABOUT = re.compile(r"左右|上下|大?约|接近|将近|近")
_TO = re.compile(r"(?:到|至|达|为|在)(?:每立方米)?$")
# 提高到每人每月|80元, 迈上|2万亿台阶: a total is reached.
_RISES_TO = re.compile(r"(?:[到至达]|[迈跃跨站]上)(?:每[人户]|人均|户均)?(?:每[年月日天次])?$")
_ADDS = re.compile(r"新增|净增|增加(?!到|至|值)")
_LASTING = re.compile(r"年限|寿命|年龄|期限?$|时间")  # all other years are years in a row
_OF_LEVELS = (
    "元",
    "微克/立方米",
    "毫克/立方米",
    "微克",
    "年",
    "岁",
    "天",
    "小时",
    "分钟",
    "工作日",
    "月",
)
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
    if unit.endswith(("%", "％", "‰", "倍", "番", "百分点", "成")):
        return _kind_of_rate(reading, lexicon)
    if "连续" in near or (unit == "年" and not _LASTING.search(reading.indicator)):
        return MeasureKind.OTHER
    if _RANK.search(near) and unit in {"位", "名"}:
        return MeasureKind.RANK
    if reading.inherited and _STOCK_NOUN.search(reading.indicator):
        return MeasureKind.LEVEL
    if _ADDS.search(reading.verb + reading.before + reading.indicator):
        return MeasureKind.INCREMENT
    falls = _falls(reading, near, lexicon)
    return MeasureKind.DECREASE if falls else _kind_of_count(reading, lexicon)


def _kind_of_count(reading: Reading, lexicon: ExtractLexicon) -> MeasureKind:
    """Tell a stock to reach from a number to add and from a count of what is worked on."""
    near = reading.before[-10:]
    grows = lexicon.growth.search(near) and not (_TO.search(near) or _RISES_TO.search(near))
    if grows or (reading.leading and near.endswith("实现")):
        return MeasureKind.INCREMENT  # 户籍人口增长26万, 实现16个贫困县摘帽
    if (
        lexicon.stock.search(near)
        or _is_passed(reading)
        or _RISES_TO.search(near)
        or lexicon.stock.fullmatch(reading.verb)
        or _STOCK_NOUN.search(reading.indicator)
        or "累计" in reading.opening
    ):
        return MeasureKind.LEVEL
    if _leads_with(reading.verb, lexicon.tending_verbs) and reading.leading:
        return MeasureKind.OTHER
    if reading.quantity.unit.endswith(_OF_LEVELS):
        return MeasureKind.LEVEL
    if not reading.verb and re.search(r"[数量额]$|每", reading.indicator):
        return MeasureKind.LEVEL
    return MeasureKind.INCREMENT


# 空气质量综合指数改善17.8%: what is better when it is lower.
_BETTERED = re.compile(r"(?:指数|浓度)[^，。；]{0,4}改善$")


def _is_passed(reading: Reading) -> bool:
    """Tell whether a total passes a mark (市场主体|突破1万家); what is done to things adds them."""
    passed = reading.quantity.prefix == "突破"
    return passed and not (reading.verb or reading.leading)


def _falls(reading: Reading, near: str, lexicon: ExtractLexicon) -> bool:
    """Tell whether a value says by how much something falls (下降|3%, 降低|能耗3%)."""
    if _TO.search(near) or "提前" in near:
        return False
    said = lexicon.decrease.search(near) or lexicon.decrease.fullmatch(reading.verb)
    return bool(said) and not (reading.leading and not lexicon.decrease.search(near))


_RATE_OF_GROWTH = re.compile(r"(?:增速|增幅|涨幅|增长率)$")
_GROWING = re.compile(r"的?(?:中高速|较快|平稳|稳定)?(?:增长|增速)")


def _kind_of_rate(reading: Reading, lexicon: ExtractLexicon) -> MeasureKind:
    unit, near = reading.quantity.unit, reading.before[-8:]
    points = unit.endswith("百分点")
    if not _TO.search(re.sub(r"[^\u4e00-\u9fff]", "", near)):
        if _falls(reading, near, lexicon) or _BETTERED.search(reading.indicator + near):
            return MeasureKind.DECREASE
        if lexicon.growth.search(near):
            return MeasureKind.INCREMENT if points else MeasureKind.GROWTH
    if _RATE_OF_GROWTH.search(reading.indicator) or "增长" in near or _GROWING.match(reading.after):
        return MeasureKind.GROWTH  # 经济保持8.5%左右|的中高速增长
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
