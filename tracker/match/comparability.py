"""Whether a reported figure counts what was promised: the same thing, whole, of the same kind.

Each rule names in what a figure differs; none of them says what became of the promise.
"""

import re

from tracker.match.compare import is_percent
from tracker.match.finding import Bench, Finding
from tracker.match.folding import fold
from tracker.match.likeness import (
    deeds_differ,
    head_missing,
    joint_count,
    named_ones_missing,
    narrower_sort,
    other_side,
    place_within,
    quantities_differ,
    share_bases_differ,
    share_numerators_differ,
    side_untold,
    zones_differ,
)
from tracker.match.milestones import SOON
from tracker.match.readings import Reading, is_addition, is_the_number
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.measure import Measure, MeasureKind
from tracker.text.units import base_value

_HELD = re.compile(r"累计|总量|总数|拥有|保有量|达到|达(?=\d)")
_ZONE = re.compile(r"[一-鿿]*?(保税区|高新区|经开区|开发区|新区|园区)")

_WIDE = re.compile(r"(国家级|省级|市级|区级|县级)以上")
_OUTSIDE = re.compile(r"[省市县区国境]外(?=[^,]{0,6}(?:资金|投资|内资|客商|游客|就业|转移))")
_LEVELS = ("国家级", "省级", "市级", "区级", "县级")
_SUM = 2
_OF_YEARS = re.compile(r"[两二三四五2-5]年(?:来|间)?(?:累计|共|合计)")
_SEVERAL_TIMES = 8
_SEVERAL = re.compile(r"五年|[三四]年内|年均|平均|累计")
_MEAN = re.compile(r"年均|平均(?:控制|保持|稳定|维持|为|在|上涨|增长|下降)")
_FLOW = re.compile(r"元|人次|标箱|吨|件")
_PURSES = ("市本级", "省本级", "区本级", "县本级", "全口径")
_LONG = 1000
_LEAST = 0.4
_HALF = 0.5


def another_thing(
    commitment: Commitment, measure: Measure, finding: Finding, reading: Reading, bench: Bench
) -> Message | None:
    """Return in what a reported thing differs from the promised one, None where it does not."""
    if finding.own_row:
        return None
    clause = bench.ground.index.clauses[reading.clause].text
    promise = fold(commitment.statement.quote)
    before = clause[: reading.figure.start]
    named = is_named(finding) and _is_usual(commitment, measure, bench)
    why: Message | None = None
    if share_bases_differ(promise, clause, bench.lexicon):
        why = Message("占的是另一总量的比重", "is a share of another whole")
    elif of := share_numerators_differ(
        promise, before, _clause_ahead(reading, bench), bench.lexicon
    ):
        why = Message(f"是“{of}”的比重", f"is the share of “{of}”")
    elif _is_of_years(promise, measure, reading, bench) or _is_sum(
        promise, measure, clause, reading
    ):
        why = Message("是几年累计、合计或平均", "is a sum or a mean of several years")
    elif level := _zone_untold(measure, finding) or _other_purse(promise, before):
        why = Message(f"只有一处讲的是“{level}”", f"one of them alone is of “{level}”")
    else:
        why = _another_side(promise, clause, reading, bench)
    if why is not None or (named and not zones_differ(promise, clause, bench.lexicon)):
        return why
    if not named and quantities_differ(fold(measure.indicator), clause, bench.lexicon):
        why = Message("统计的是另一指标", "measures something else of it")
    elif zones_differ(promise, clause, bench.lexicon):
        why = Message("只统计园区", "counts zones only")
    elif not named and not is_the_number(measure, reading):
        why = _side_untold(measure, finding, reading) or _unlike(
            promise, measure, finding, reading, bench
        )
    return why or _thin(measure, finding, reading)


def _another_side(promise: str, clause: str, reading: Reading, bench: Bench) -> Message | None:
    """Return which step, side or place a figure is of, or with what it is counted together."""
    before = clause[: reading.figure.start]
    why: Message | None = None
    if hoped := SOON.search(clause):
        why = Message(f"只是{hoped.group()}达到", f"is still to come (“{hoped.group()}”)")
    elif deeds_differ(promise, before):
        why = Message("说的是另一阶段（如开工与建成）", "speaks of another step (begun, built)")
    elif only := other_side(promise, before) or place_within(promise, clause, bench.own_names):
        why = Message(f"只计{only}", f"counts only “{only}”")
    elif sort := narrower_sort(
        promise, clause[reading.figure.start + len(reading.figure.written) :]
    ):
        why = Message(f"只计{sort}", f"counts only “{sort}”")
    elif joint_count(promise, clause, reading.figure.start, reading.figure.written, bench.lexicon):
        why = Message("是与其他事项的合计", "counts it together with something else")
    return why


def _thin(measure: Measure, finding: Finding, reading: Reading) -> Message | None:
    """Return that hardly a word of a promise stands beside a figure, None where enough do.

    60个乡镇完成“污水零直排区”建设 does not answer 示范乡镇达到60个, nor 清理闲置土地31.1万亩 one of
    30万亩土地整治. The very number that was promised speaks for itself where it is a long one.
    """
    target = base_value(measure.value, measure.unit)[0] if measure.value is not None else None
    if reading.figure.value == target and (target >= _LONG or len(finding.window.words) > 1):
        return None
    least = _HALF if measure.kind is MeasureKind.OTHER else _LEAST
    if is_named(finding) or finding.window.coverage >= least:
        return None
    return Message("共有的字词太少", "shares too few words with it")


def _clause_ahead(reading: Reading, bench: Bench) -> str:
    """Return the text of the clause before a figure's own in its sentence, "" where it opens it."""
    clauses, at = bench.ground.index.clauses, reading.clause
    same = at > 0 and clauses[at - 1].sentence == clauses[at].sentence
    return clauses[at - 1].text if same else ""


def _is_of_years(promise: str, measure: Measure, reading: Reading, bench: Bench) -> bool:
    """Tell whether a figure from an account of several years is their sum or their mean.

    五年…实际利用外资170.7亿美元 answers no year's 38亿美元, nor 失业率平均控制在3.4% its ceiling.
    """
    if not bench.ground.places[reading.clause].term or _SEVERAL.search(promise):
        return False
    before = bench.ground.index.clauses[reading.clause].text[: reading.figure.start]
    if is_percent(measure.unit):
        return bool(_MEAN.search(before))
    target = base_value(measure.value, measure.unit)[0] if measure.value is not None else 0
    flow = measure.kind is MeasureKind.LEVEL and _FLOW.search(measure.unit)
    return bool(target and flow) and reading.figure.value / target >= _SUM


def _zone_untold(measure: Measure, finding: Finding) -> str | None:
    """Return the zone that a promised quantity begins with and a passage does not name."""
    zone = _ZONE.match(fold(measure.indicator))
    return zone.group() if zone and zone[1] not in finding.text else None


def _other_purse(promise: str, before: str) -> str | None:
    """Return the level of government that one side alone names of a revenue (市本级), else None."""
    for level in _PURSES:
        if (level in promise) != (level in before) and "收入" in promise and "收入" in before:
            return level
    return None


def _level_untold(
    promise: str, measure: Measure, finding: Finding, reading: Reading
) -> Message | None:
    """Return that a count may be one of all levels where that of one level was promised.

    众创空间62家 tells no number of 国家级众创空间.
    """
    if is_percent(measure.unit) or is_the_number(measure, reading):
        return None
    own = [level for level in _LEVELS if level in promise]
    target = base_value(measure.value, measure.unit)[0] if measure.value is not None else 0
    far = target and reading.figure.value / target >= _SUM
    told = any(word in finding.text for word in (*own, *(level[0] for level in own)))
    if not far or not own or told:
        return None
    return Message(f"没有说是{own[0]}的", f"is not said to count those of “{own[0]}”")


def _is_sum(promise: str, measure: Measure, clause: str, reading: Reading) -> bool:
    """Tell whether a sum far above a year's promise is one of several years (累计超过45亿美元)."""
    target = base_value(measure.value, measure.unit)[0] if measure.value is not None else 0
    years = _OF_YEARS.search(clause[: reading.figure.start])
    if years and years.group() not in promise and not is_percent(measure.unit):
        return True
    if not target or "累计" in promise or "累计" not in clause[: reading.figure.start]:
        return False
    return not is_percent(measure.unit) and reading.figure.value / target >= _SUM


def _is_usual(commitment: Commitment, measure: Measure, bench: Bench) -> bool:
    """Tell whether the promised thing is an indicator of the vocabulary, and no part of one."""
    name = fold(measure.indicator)
    whole = fold(commitment.statement.verb) + fold(commitment.statement.object)
    return bench.lexicon.is_named_by(name) or bench.lexicon.is_named_by(whole)


def _unlike(
    promise: str, measure: Measure, finding: Finding, reading: Reading, bench: Bench
) -> Message | None:
    """Return what speaks against a figure whose indicator is not named as such."""
    untold = _level_untold(promise, measure, finding, reading)
    if untold is not None:
        return untold
    if _is_wide(measure, reading):
        return Message(
            "与承诺相差数倍，口径或范围可能不同", "is several times the promise and may count more"
        )
    # 其中税收占70% need not say 比重 again, but 可办率 is not 即办率.
    by_name = measure.kind is not MeasureKind.SHARE or measure.indicator.endswith("率")
    if by_name and head_missing(measure.indicator, finding.text, bench.lexicon):
        return Message("说的是另一方面", "is of another side of it")
    if finding.another or named_ones_missing(promise, finding.text, bench.lexicon):
        return Message("说的是同类的另一事项", "is of another thing of its kind")
    return None


def _side_untold(measure: Measure, finding: Finding, reading: Reading) -> Message | None:
    """Return that a count may be of town and country where one side's was promised."""
    target = base_value(measure.value, measure.unit)[0] if measure.value is not None else None
    if is_percent(measure.unit) or not target or reading.figure.value / target < _SUM:
        return None
    side = side_untold(fold(measure.indicator), finding.text)
    return Message(f"没有说是{side}的", f"is not said to be of “{side}”") if side else None


def _is_wide(measure: Measure, reading: Reading) -> bool:
    """Tell whether an amount is so far above the promise that it may count more than was meant."""
    target = base_value(measure.value, measure.unit)[0] if measure.value is not None else 0
    if not target or is_percent(measure.unit):
        return False
    return reading.figure.value / target >= _SEVERAL_TIMES


def a_part(commitment: Commitment, reading: Reading, bench: Bench) -> Message | None:
    """Return of which part alone a figure is told (其中, 省外), None where of the whole."""
    quote = fold(commitment.statement.quote)
    before = bench.ground.index.clauses[reading.clause].text[: reading.figure.start]
    if "其中" in before and "其中" not in quote:
        return Message("只是其中一部分", "is a part of it")
    outside = _OUTSIDE.search(before)
    if outside and outside.group() not in quote:
        return Message(f"只计{outside.group()}", f"counts only “{outside.group()}”")
    return None


def another_count(
    commitment: Commitment, measure: Measure, finding: Finding, reading: Reading, bench: Bench
) -> Message | None:
    """Return why a figure counts another thing than was promised, None where it counts the same."""
    clause = bench.ground.index.clauses[reading.clause]
    quote = fold(commitment.statement.quote)
    if not is_percent(measure.unit):
        own = [w for w in _LEVELS if w in quote]
        other = [w for w in _LEVELS if w in clause.text and w not in quote]
        told = any(w in clause.text for w in own)
        if other and (not told or _WIDE.search(quote)):
            return Message(f"只计{other[0]}", f"counts only “{other[0]}”")
    if measure.kind is MeasureKind.INCREMENT and bench.ground.places[reading.clause].term:
        return Message("是几年合计", "is a total of several years")
    if measure.kind is MeasureKind.INCREMENT and reading.stock:
        return Message("是存量", "is a stock")
    held = measure.kind is MeasureKind.LEVEL and _HELD.search(quote) and not reading.stock
    if held and is_addition(clause, reading.figure):
        return Message("是新增数", "counts additions")
    return None


def is_named(finding: Finding) -> bool:
    """Tell whether a passage names the promised indicator by one of its names."""
    return any(part.name == "indicator" for part in finding.score.parts)
