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
    other_side,
    place_within,
    quantities_differ,
    share_bases_differ,
    zones_differ,
)
from tracker.match.readings import Reading, is_addition, is_the_number
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.measure import Measure, MeasureKind
from tracker.text.units import base_value

_HELD = re.compile(r"累计|总量|总数|拥有|保有量|达到")

_WIDE = re.compile(r"(国家级|省级|市级|区级|县级)以上")
_OUTSIDE = re.compile(r"[省市县区国境]外(?=[^,]{0,6}(?:资金|投资|内资|客商|游客|就业|转移))")
_LEVELS = ("国家级", "省级", "市级", "区级", "县级")
_SUM = 2
_OF_YEARS = re.compile(r"[两二三四五2-5]年(?:来|间)?(?:累计|共|合计)")
_SEVERAL_TIMES = 8


def another_thing(
    commitment: Commitment, measure: Measure, finding: Finding, reading: Reading, bench: Bench
) -> Message | None:
    """Return in what a reported thing differs from the promised one, None where it does not."""
    if finding.own_row:
        return None
    clause = bench.ground.index.clauses[reading.clause].text
    promise = fold(commitment.statement.quote)
    named = is_named(finding) and _is_usual(commitment, measure, bench)
    why: Message | None = None
    if share_bases_differ(promise, clause, bench.lexicon):
        why = Message("占的是另一总量的比重", "is a share of another whole")
    elif deeds_differ(promise, clause[: reading.figure.start]):
        why = Message("说的是另一阶段（如开工与建成）", "speaks of another step (begun, built)")
    elif only := (
        other_side(promise, clause[: reading.figure.start])
        or place_within(promise, clause, bench.own_names)
    ):
        why = Message(f"只计{only}", f"counts only “{only}”")
    elif joint_count(promise, clause, reading.figure.start, reading.figure.written, bench.lexicon):
        why = Message("是与其他事项的合计", "counts it together with something else")
    elif _is_sum(promise, measure, clause, reading):
        why = Message("是历年累计数", "adds up several years")
    elif not named and quantities_differ(fold(measure.indicator), clause, bench.lexicon):
        why = Message("统计的是另一指标", "measures something else of it")
    elif zones_differ(promise, clause, bench.lexicon):
        why = Message("只统计园区", "counts zones only")
    elif not named and not is_the_number(measure, reading):
        why = _unlike(promise, measure, finding, reading, bench)
    return why


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
