"""Verdicts on promises without a figure: by a relation, by a stage of work, by a result."""

import re
from decimal import Decimal

from tracker.match import reasons
from tracker.match.figures import Figure, figures_in
from tracker.match.finding import Bench, Finding, Found
from tracker.match.folding import fold
from tracker.match.milestones import Manner, Progress, State
from tracker.match.readings import continues
from tracker.match.ruling import Ruling, quote_of
from tracker.model.commitment import Commitment, Milestone, StatementKind
from tracker.model.measure import Measure, Relation
from tracker.model.tracking import Answered, Verdict

_EDITION = re.compile(r"第[一二三四五六七八九十\d]+[届次期]")
_GROSS_PRODUCT = "地区生产总值"
_SAME_PACE = Decimal("0.5")
_FALLING = Decimal("-1")
_SAME_WORDS = 0.75
_SURE_ENOUGH = 0.55
_MISSABLE = 0.8
_SHARE = re.compile(r"(?:比重|比例|占比|率)$")
_FULL_MASS = 40.0
_PLAIN_STATE = 2  # 稳中有降 tells more than 提高
# What must be said for a promise without a digit to be kept.
_SAID = {
    Relation.FULL: re.compile(r"全覆盖|100%|全部|全面实现|全面覆盖|应.尽.|实现[^，]{0,8}覆盖"),
    Relation.ZERO: re.compile(r"清零|为零|零增长|消除|不发生|没有发生|未发生|未出现|零发生|守住"),
    Relation.ZERO_BROKEN: re.compile(r"零的突破|零突破|首次|首个|首家|实现突破|首"),
    Relation.DOUBLE: re.compile(r"翻番|翻一番|\d(?:\.\d+)?倍|倍增"),
}

# Ends that say the same in a promise and in an answer.
_ENDS = frozenset({"生效", "落户", "签署", "投用", "通车", "建成", "挂牌", "上线", "开通"})


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
        if said:
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


def _rates(finding: Finding, bench: Bench) -> list[Figure]:
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
    for finding in found.findings:
        rates = _rates(finding, bench)
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
            rates = [f for f in figures_in(index.clauses[near].text, bench.lexicon) if f.rate]
            if rates:
                return rates[0]
    return None


def _next_year(measure: Measure, finding: Finding, bench: Bench) -> bool:
    """Tell whether the year after a promised stability may answer for it."""
    back = bench.ground.laters[finding.later].back_year
    near = back is not None and bench.plan_year is not None and back - bench.plan_year == 1
    return measure.relation is Relation.STABLE and near


def _rule_trend(measure: Measure, found: Found, bench: Bench) -> Ruling | None:
    """Return the verdict on 总体稳定, 增长 or 下降 by a reported rate of change."""
    for finding in found.findings:
        rates = _rates(finding, bench)
        if not rates or (finding.off_year and not _next_year(measure, finding, bench)):
            continue
        share = _SHARE.search(fold(measure.indicator))
        if share and share.group() not in finding.text:
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
    return None


def rule_words(commitment: Commitment, found: Found, bench: Bench) -> Ruling:
    """Return the verdict on a promise by what the best passage says of its state."""
    finding = found.findings[0]
    quote = quote_of(finding, bench)
    promise = fold(commitment.statement.quote)
    edition = _EDITION.search(promise)
    if edition and finding.off_year and edition.group() not in finding.text:
        return Ruling(
            Verdict.UNDETERMINED,
            Answered.VAGUE,
            0.7,
            reasons.beside(
                "后来报告谈到的是另一届", "The later report speaks of another edition", quote
            ),
            (finding,),
        )
    state = _state(finding, bench)
    ruled = _rule_state(commitment, finding, bench)
    if ruled is not None:
        verdict, sure, word = ruled
    else:
        verdict, sure = _by_state(_promise(commitment, bench), state, off_year=finding.off_year)
        word = state.word
        if verdict is Verdict.MISSED and not _may_miss(commitment, finding, bench):
            verdict, sure = Verdict.IN_PROGRESS, 0.6
    if verdict is Verdict.FULFILLED and finding.score.value < _SURE_ENOUGH:
        return Ruling(
            Verdict.UNDETERMINED,
            Answered.VAGUE,
            0.45,
            reasons.beside(
                "后来报告谈到相近的事，但不能认定就是所承诺的",
                "The later report speaks of something close, not clearly of the promised thing",
                quote,
            ),
            (finding,),
        )
    manner, _ = _promise(commitment, bench)
    staged = state.milestone is not None and state.milestone >= Milestone.STARTED
    reached = verdict is Verdict.FULFILLED or (
        manner is Manner.OPEN
        and staged
        and (state.progress is Progress.DONE or state.milestone is Milestone.STARTED)
    )
    if reached and found.parts and 0 < found.parts_spoken < found.parts:
        return Ruling(
            Verdict.PARTIAL,
            Answered.DIRECT,
            0.5,
            reasons.some_parts(found.parts_spoken, found.parts, quote),
            found.findings[:3],
        )
    statement = commitment.statement
    wanted = statement.verb or (statement.object or statement.quote)[:12]
    return Ruling(
        verdict,
        Answered.DIRECT if finding.score.value >= _SAME_WORDS else Answered.IMPLIED,
        round(min(0.92, sure * _trust(finding)), 2),
        reasons.by_stage(verdict, wanted, word, quote),
        (finding,),
    )


def _may_miss(commitment: Commitment, finding: Finding, bench: Bench) -> bool:
    """Tell whether words may call a promise missed: it is due, and surely the same thing."""
    back = bench.ground.laters[finding.later].back_year
    due = commitment.due
    return finding.score.value >= _MISSABLE and (due is None or back is None or due <= back)


def _trust(finding: Finding) -> float:
    """Return how far the words that were found carry: few common ones carry less."""
    full = min(1.0, 0.7 + finding.window.mass / _FULL_MASS)
    return (0.6 + 0.4 * finding.score.value) * full


def _state(finding: Finding, bench: Bench) -> State:
    """Return the state that the deciding clause gives, or the ones behind it in the window."""
    clauses = bench.ground.index.clauses
    core = bench.stages.state(clauses[finding.window.core].text)
    behind = "".join(c.text for c in clauses[finding.window.core + 1 : finding.window.last + 1])
    if core.progress is Progress.PLAIN and behind:
        return bench.stages.state(behind)
    return core


def _promise(commitment: Commitment, bench: Bench) -> tuple[Manner, Milestone | None]:
    """Return how a promise can be kept, by its verb or by its words."""
    statement = commitment.statement
    quote = fold(statement.quote)
    verb = fold(statement.verb)
    if verb and verb in quote:
        # An adverb before the verb decides (持续推进), and the object may name its term.
        at = quote.find(verb)
        words = quote[max(0, at - 6) :]
    else:
        words = quote
    manner, stage = bench.stages.manner(words)
    if statement.milestone is not None and manner is Manner.DEFINITE:
        stage = statement.milestone
    return manner, stage


def _rule_state(
    commitment: Commitment, finding: Finding, bench: Bench
) -> tuple[Verdict, float, str] | None:
    """Return the verdict on a promised state (平衡, 改善) or on a promised rise, if it is one."""
    promise = fold(commitment.statement.quote)
    if finding.off_year:
        return None
    target = commitment.statement.kind is StatementKind.TARGET
    wanted = bench.stages.states.search(promise)
    text = finding.text
    if wanted and (target or len(wanted.group()) > _PLAIN_STATE):
        given = bench.stages.states.search(text)
        if given and (given.group() == wanted.group() or _rates(finding, bench)):
            return Verdict.FULFILLED, 0.9, given.group()
    if bench.stages.rising.search(promise) and finding.score.value >= _SAME_WORDS:
        rates = _rates(finding, bench)
        if (rates and rates[0].value > 0) or "保持增长" in text:
            return Verdict.FULFILLED, 0.8, rates[0].written if rates else "保持增长"
    shared = [w for w in bench.stages.definite.findall(promise) if w in text]
    ends = [w for w in shared if w in _ENDS]
    if ends and finding.score.value >= _SAME_WORDS:
        return Verdict.FULFILLED, 0.85, ends[0]
    return None


def _by_state(
    promise: tuple[Manner, Milestone | None], state: State, *, off_year: bool
) -> tuple[Verdict, float]:
    """Return the verdict for a promised manner or stage and a reported state, and how sure."""
    manner, promised = promise
    reached = state.milestone
    if manner is Manner.OPEN:
        if reached is not None and reached >= Milestone.COMPLETED:
            return Verdict.FULFILLED, 0.7
        return Verdict.IN_PROGRESS, 0.85
    if promised is None:
        if state.progress is Progress.GOING:
            return Verdict.IN_PROGRESS, 0.6
        return Verdict.FULFILLED, 0.85
    return _by_milestone(promised, state, off_year=off_year)


def _by_milestone(promised: Milestone, state: State, *, off_year: bool) -> tuple[Verdict, float]:
    """Return the verdict for a promised stage: reached, overtaken by time, or on the way."""
    reached = state.milestone
    if reached is not None and reached >= promised:
        return Verdict.FULFILLED, 0.95
    if promised <= Milestone.STARTED:
        return Verdict.FULFILLED, 0.8
    if state.progress is Progress.DONE:
        return Verdict.FULFILLED, 0.7
    behind = reached is not None and off_year
    if promised >= Milestone.COMPLETED and (behind or reached is Milestone.STARTED):
        return Verdict.MISSED, 0.6
    return Verdict.IN_PROGRESS, 0.7
