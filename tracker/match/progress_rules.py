"""Verdicts by what a list says became of a task, in a word beside it (已完成, 正在推进, 未完成)."""

from tracker.match import reasons
from tracker.match.finding import Bench, Finding
from tracker.match.ruling import Ruling, quote_of
from tracker.model.commitment import Commitment, Status
from tracker.model.tracking import Answered, Verdict

_SAME_TASK = 0.75
_LEAST_MASS = 5.0  # a single pair of characters names no task
_GOES_ON = ("完成情况一栏表明仍在推进", "The list says that the task is still being worked on")
_MOSTLY = ("完成情况一栏只说基本完成", "The list says that the task is mostly done")
_NOT_YET = ("完成情况一栏说尚未完成，期限未到", "The list says not yet done; it is not yet due")
_ANOTHER = (
    "清单说的是相近的任务，不能认定就是所承诺的",
    "The list speaks of a task that is close, not clearly the promised one",
)
_OPEN = (
    "完成情况一栏说尚未完成，但承诺没有期限",
    "The list says not done, but the promise has no time limit",
)


def rule_progress(commitment: Commitment, finding: Finding, bench: Bench) -> Ruling | None:
    """Return the verdict by the word of a list on the promised task, None where it has none.

    Figures are asked before. A word on a task that is only like the promised one decides nothing:
    条例 that is 已完成 does not complete 数字经济.
    """
    place = bench.ground.places[finding.window.core]
    status = next((o.status for o in place.outcomes if o.status is not None), None)
    if status is None or finding.off_year:
        return None
    quote = quote_of(finding, bench)
    leads = (finding,)
    if not _is_same_task(finding):
        reason = reasons.beside(*_ANOTHER, quote)
        return Ruling(Verdict.UNDETERMINED, Answered.VAGUE, 0.45, reason, leads)
    if status is Status.DONE:
        reason = reasons.own_word(quote, reached=True)
        return Ruling(Verdict.FULFILLED, Answered.DIRECT, 0.85, reason, leads)
    if status is Status.MOSTLY:
        reason = reasons.beside(*_MOSTLY, quote)
        return Ruling(Verdict.PARTIAL, Answered.DIRECT, 0.65, reason, leads)
    if status is Status.GOING:
        reason = reasons.beside(*_GOES_ON, quote)
        return Ruling(Verdict.IN_PROGRESS, Answered.DIRECT, 0.8, reason, leads)
    return _not_done(commitment, finding, quote, bench)


def _not_done(commitment: Commitment, finding: Finding, quote: str, bench: Bench) -> Ruling:
    back, due = bench.ground.laters[finding.later].back_year, commitment.due
    if due is None:
        reason = reasons.beside(*_OPEN, quote)
        return Ruling(Verdict.UNDETERMINED, Answered.DIRECT, 0.5, reason, (finding,))
    if back is None or due > back:
        reason = reasons.beside(*_NOT_YET, quote)
        return Ruling(Verdict.IN_PROGRESS, Answered.DIRECT, 0.7, reason, (finding,))
    reason = reasons.own_word(quote, reached=False)
    return Ruling(Verdict.MISSED, Answered.DIRECT, 0.85, reason, (finding,))


def _is_same_task(finding: Finding) -> bool:
    same = finding.score.value >= _SAME_TASK and finding.window.mass >= _LEAST_MASS
    return finding.own_row or (same and not finding.another and finding.part is None)
