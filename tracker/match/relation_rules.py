"""Verdicts on promises without a digit: 同步, 总体稳定, 全覆盖, 完成省下达任务."""

import re
from decimal import Decimal

from tracker.match import reasons
from tracker.match.figures import Figure, figures_in
from tracker.match.finding import Bench, Finding, Found
from tracker.match.folding import fold
from tracker.match.readings import continues
from tracker.match.ruling import Ruling, quote_of
from tracker.model.commitment import Commitment
from tracker.model.measure import Measure, Relation
from tracker.model.tracking import Answered, Verdict

_GROSS_PRODUCT = "地区生产总值"
_SAME_PACE = Decimal("0.5")
_SAME_THING = 0.6
_FALLING = Decimal("-1")
_SHARE = re.compile(r"(?:比重|比例|占比|率|份额)$")

# What must be said for a promise without a digit to be kept.
_SAID = {
    Relation.FULL: re.compile(r"全覆盖|100%|全部|所有|全面实现|全面覆盖|应.尽.|实现[^，]{0,8}覆盖"),
    Relation.ZERO: re.compile(r"清零|为零|零增长|消除|不发生|没有发生|未发生|未出现|零发生|守住"),
    Relation.ZERO_BROKEN: re.compile(r"零的突破|零突破|首次|首个|首家|实现突破"),
    Relation.DOUBLE: re.compile(r"翻番|翻一番|\d(?:\.\d+)?倍|倍增"),
}


def rule_relation(commitment: Commitment, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on a promise like 与经济增长同步, None if it has no relation."""
    if not found.findings:
        return None
    finding = found.findings[0]
    measure = next((m for m in commitment.statement.measures if m.relation is not None), None)
    related = measure is not None and measure.value is None
    met = bench.lexicon.met_pattern.search(finding.text)
    if (related or finding.own_row) and met and not finding.off_year:
        return Ruling(
            Verdict.FULFILLED,
            Answered.DIRECT,
            0.85,
            reasons.own_word(quote_of(finding, bench), reached=True),
            (finding,),
        )
    if measure is None or not related:
        return None
    return _rule_by_relation(measure, found, bench)


def _rule_by_relation(measure: Measure, found: Found, bench: Bench) -> Ruling | None:
    finding = found.findings[0]
    if measure.relation is Relation.SYNCHRONOUS:
        return _rule_pace(measure, found, bench)
    if measure.relation in (Relation.STABLE, Relation.RISE, Relation.FALL):
        return _rule_trend(measure, found, bench)
    if measure.relation in _SAID:
        return _rule_said(measure, found, bench)
    if finding.off_year and measure.relation in (Relation.TASK, Relation.VERSUS_AVERAGE):
        return Ruling(
            Verdict.UNDETERMINED,
            Answered.VAGUE,
            0.8,
            reasons.other_year_word(
                bench.ground.laters[finding.later].back_year,
                bench.plan_year,
                quote_of(finding, bench),
            ),
            (finding,),
        )
    return None


def _rule_said(measure: Measure, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on 全覆盖, 清零, 零的突破 or 翻番, which must be said to be kept."""
    wanted = _SAID[measure.relation or Relation.FULL]
    for finding in found.findings:
        said = wanted.search(finding.text)
        # 社会保险金100%社会化发放 covers nobody yet.
        if said and said.group() == "100%" and "覆盖" not in finding.text + measure.indicator:
            continue
        if said and finding.score.value >= _SAME_THING and not finding.another:
            return Ruling(
                Verdict.FULFILLED,
                Answered.DIRECT,
                round(min(0.9, 0.3 + 0.6 * finding.score.value), 2),
                reasons.by_stage(
                    Verdict.FULFILLED, measure.indicator, said.group(), quote_of(finding, bench)
                ),
                (finding,),
            )
    best = found.findings[0]
    return Ruling(
        Verdict.UNDETERMINED,
        Answered.VAGUE,
        0.55,
        reasons.no_figure(None, quote_of(best, bench)),
        (best,),
    )


def rates_beside(finding: Finding, bench: Bench) -> list[Figure]:
    """Return the rates of change in a finding's clause and in a bare one behind it."""
    clauses = bench.ground.index.clauses
    core = finding.window.core
    ends = [core]
    if (
        core + 1 < len(clauses)
        and clauses[core + 1].sentence == clauses[core].sentence
        and continues(clauses[core + 1].text)
    ):
        ends.append(core + 1)
    return [
        f
        for at in ends
        if not bench.ground.places[at].term
        for f in figures_in(clauses[at].text, bench.lexicon)
        if f.rate
    ]


def _rule_pace(measure: Measure, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on 与经济增长基本同步: the rate beside the report's own growth."""
    for finding in sorted(found.findings, key=lambda f: f.another):
        rates = rates_beside(finding, bench)
        if not rates:
            continue
        if finding.off_year:
            break
        growth = _gross_growth(finding.later, bench)
        if growth is None:
            continue
        kept = all(r.value >= growth.value - _SAME_PACE for r in rates)
        verdict = Verdict.FULFILLED if kept else Verdict.MISSED
        said = "同步" if kept else "低于经济增速"
        return Ruling(
            verdict,
            Answered.IMPLIED,
            0.75,
            reasons.beside(
                f"增长{rates[0].written}，同期地区生产总值增长{growth.written}，{said}",
                f"Growth of {rates[0].written} beside {growth.written} of gross product: "
                + ("in step" if kept else "slower"),
                quote_of(finding, bench),
            ),
            (finding,),
        )
    return None


def _gross_growth(later: int, bench: Bench) -> Figure | None:
    entry = next(
        (i for i, e in enumerate(bench.lexicon.indicators) if e.name == _GROSS_PRODUCT), None
    )
    if entry is None:
        return None
    index = bench.ground.index
    for at in index.naming(entry):
        if bench.ground.places[at].later != later or bench.ground.places[at].term:
            continue
        for near in (at, at + 1):
            if near >= len(index.clauses) or (
                index.clauses[near].sentence != index.clauses[at].sentence
            ):
                break
            text = index.clauses[near].text
            rates = [f for f in figures_in(text, bench.lexicon) if f.rate]
            if near > at:
                # …, 预算收入1632亿元、可比增长9.9% is the growth of what it names.
                rates = [r for r in rates if continues(text[: r.start])]
            if rates:
                return rates[0]
    return None


def _next_year(measure: Measure, finding: Finding, bench: Bench) -> bool:
    """Tell whether the year after a promised stability may answer for it."""
    back = bench.ground.laters[finding.later].back_year
    near = back is not None and bench.plan_year is not None and back - bench.plan_year == 1
    return measure.relation is Relation.STABLE and near


def _is_of_share(measure: Measure) -> bool:
    return bool(_SHARE.search(fold(measure.indicator)))


def _names_share(measure: Measure, finding: Finding) -> bool:
    """Tell whether a passage speaks of a share as the promise does, and not of its amount."""
    share = _SHARE.search(fold(measure.indicator))
    return share is None or share.group() in finding.text


def _rule_trend(measure: Measure, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on 总体稳定, 增长 or 下降 by a reported rate of change."""
    for finding in found.findings:
        rates = rates_beside(finding, bench)
        if not rates or (finding.off_year and not _next_year(measure, finding, bench)):
            continue
        if _is_of_share(measure) and not _names_share(measure, finding):
            continue
        value = rates[0].value
        kept = {
            Relation.STABLE: value >= _FALLING,
            Relation.RISE: value > 0,
            Relation.FALL: value < 0,
        }[measure.relation or Relation.STABLE]
        return Ruling(
            Verdict.FULFILLED if kept else Verdict.MISSED,
            Answered.IMPLIED,
            0.7 if finding.off_year else 0.8,
            reasons.beside(
                f"报告的变化为{rates[0].written}，"
                + ("符合承诺的走势" if kept else "与承诺的走势相反"),
                f"The reported change of {rates[0].written} "
                + ("agrees with the promised trend" if kept else "goes against the promise"),
                quote_of(finding, bench),
            ),
            (finding,),
        )
    best = found.findings[0]
    if _is_of_share(measure) and not _names_share(measure, best):
        return Ruling(
            Verdict.UNDETERMINED,
            Answered.VAGUE,
            0.6,
            reasons.no_figure(None, quote_of(best, bench)),
            (best,),
        )
    return None
