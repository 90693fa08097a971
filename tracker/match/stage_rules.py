"""Verdicts by how far a thing was to come and how far it came (建成, and 开工 is told)."""

import re

from tracker.match.milestones import Manner, Progress, State
from tracker.model.commitment import Milestone
from tracker.model.tracking import Verdict

# Words that say that something was brought about, and not what.
_LIGHT = frozenset({"实现", "达到", "突破", "成功", "超过", "率先", "新增"})
_ON_THE_WAY = 0.4
"""全面完成, and 全面推进 is told: readers differ whether that is short of it or on its way."""

_CARRIES_OUT = re.compile(r"实施|施行|开工|动工")
_OF_WORK = re.compile(r"(?:规划|工程|项目|方案|计划)$")
_APPROVED = re.compile(r"获批|批复|批准|核准|立项|通过(?:了)?(?:专家)?(?:评审|审查|审批|论证)")
_CARRIED_OUT = re.compile(r"实施|施行|启动|开工|动工|开建|建设|建成|完成|投产|投用|推进|落地")


def by_state(
    promise: tuple[Manner, Milestone | None], state: State, *, off_year: bool, surely: bool
) -> tuple[Verdict, float]:
    """Return the verdict for a promised manner or stage and a reported state, and how sure.

    Args:
        promise: How the promise can be kept, and the stage that it names.
        state: What is reported.
        off_year: The report tells of another year than the promised one.
        surely: A finished result is surely that of the whole thing.
    """
    manner, promised = promise
    reached = state.milestone
    if manner is Manner.OPEN:
        if reached is not None and reached >= Milestone.COMPLETED and surely:
            return Verdict.FULFILLED, 0.7
        return Verdict.IN_PROGRESS, 0.82
    if promised is None:
        if state.progress is Progress.GOING:
            return Verdict.IN_PROGRESS, 0.6
        return Verdict.FULFILLED, 0.85
    return _by_milestone(promised, state, off_year=off_year)


def _by_milestone(promised: Milestone, state: State, *, off_year: bool) -> tuple[Verdict, float]:
    """Return the verdict for a promised stage: reached, overtaken by time, or on the way."""
    reached = state.milestone
    if promised is Milestone.BUILDING and reached is Milestone.BUILDING:
        return Verdict.IN_PROGRESS, 0.7  # 实施, and 扎实推进 is the answer
    if reached is not None and reached >= promised:
        return Verdict.FULFILLED, 0.95
    if promised <= Milestone.STARTED and (reached is None or reached >= promised):
        return Verdict.FULFILLED, 0.8
    # 实现洞通轨通电通, 实现主体封顶: what was brought about is not what was promised.
    lightly = promised >= Milestone.COMPLETED and state.word in _LIGHT
    if state.progress is Progress.DONE and not lightly:
        return Verdict.FULFILLED, 0.7
    behind = reached is not None and off_year
    short = promised >= Milestone.COMPLETED and (behind or reached is Milestone.STARTED)
    # 开工, and 前期工作有序推进 is the answer
    if short or (promised is Milestone.STARTED and reached is Milestone.PREPARED):
        return Verdict.MISSED, 0.6
    return Verdict.IN_PROGRESS, _ON_THE_WAY


def only_approved(promise: str, thing: str, text: str) -> bool:
    """Tell whether what was to be carried out (实施…规划) is only told as approved (…规划获批).

    Args:
        promise: Folded words of the promise.
        thing: Folded words of what it is about.
        text: Folded text of the passage.
    """
    work = _CARRIES_OUT.search(promise) and _OF_WORK.search(thing)
    return bool(work and _APPROVED.search(text)) and not _CARRIED_OUT.search(
        text.replace(thing, "")
    )
