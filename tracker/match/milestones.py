"""How far a thing is, read from the words beside it: 谋划 < 前期 < 开工 < 在建 < 完工 < 投用.

Also the two questions that decide a promise without a figure: is it a promise that can be kept
at all (建成, 出台) or a push without an end (推进, 深化), and does the answer speak of a finished
result or of work that goes on.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from tracker.match.lexicon import MatchLexicon
from tracker.model.commitment import Milestone

_BEFORE_WORK = re.compile(r"前期工作|前期手续|前期准备")  # 前期工作加快推进 is no building yet
_READY = re.compile(r"具备[^，。；]{0,8}条件")  # 具备全面开工条件 is no start
# 运营模式 is no stage of work, 创建成为 builds nothing, and 实施工程 breaks no ground: characters
# that only meet where two words do.
_NO_STAGE = re.compile(
    r"(?<=创)建成(?=为)|运营(?=模式|管理|机制|体系|平台|中心|公司|商|主体|能力|效率|效益|成本|服务)"
    r"|(?<=[实措设])施工|(?<=[市区镇县])建成(?=区(?![域级]))|上线(?=下)|(?<=以)上线|(?<=公)开通"
    r"|(?<=[交普])通车|(?<=存)在建|在建(?=[立筑])|签约(?=服务|医生)|(?<=机构)编制"
)


SOON = re.compile(r"即将|将于")
"""Says that a result is still to come (即将通车); 有望摘帽 some readers take for reached."""


class Manner(StrEnum):
    """How a promise can be kept."""

    DEFINITE = "definite"
    OPEN = "open"


class Progress(StrEnum):
    """What an answer says about the state of things."""

    DONE = "done"
    GOING = "going"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class State:
    """State of a thing by the words of a passage.

    Attributes:
        progress: Finished, going on, or stated plainly.
        milestone: The furthest stage that is named, None where none is.
        word: The word that decided, "" for a plain statement.
    """

    progress: Progress
    milestone: Milestone | None
    word: str


@dataclass(frozen=True)
class StageReader:
    """Reads stages and manners with the word lists of a lexicon."""

    stages: tuple[tuple[Milestone, re.Pattern[str]], ...]
    any_stage: re.Pattern[str]
    done: re.Pattern[str]
    going: re.Pattern[str]
    open_ended: re.Pattern[str]
    definite: re.Pattern[str]
    lasting: re.Pattern[str]
    states: re.Pattern[str]
    rising: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: MatchLexicon) -> "StageReader":
        """Return a reader for a lexicon."""
        return cls(
            stages=lexicon.stage_patterns,
            any_stage=lexicon.any_stage_pattern,
            done=lexicon.done_pattern,
            going=lexicon.going_pattern,
            open_ended=lexicon.open_ended_pattern,
            definite=lexicon.definite_pattern,
            lasting=lexicon.lasting_pattern,
            states=lexicon.states_pattern,
            rising=lexicon.rising_pattern,
        )

    def milestone(self, folded: str) -> tuple[Milestone, str] | None:
        """Return the furthest stage that a text names, with its word."""
        folded = _NO_STAGE.sub("＿", folded)
        ready = _READY.search(folded)
        if ready:
            return Milestone.PREPARED, ready.group()
        if not self.any_stage.search(folded):
            return None  # one search instead of one for each stage
        for stage, pattern in self.stages:
            found = pattern.search(folded)
            if found and stage is Milestone.BUILDING and (early := _BEFORE_WORK.search(folded)):
                return Milestone.PREPARED, early.group()
            if found:
                return stage, found.group()
        return None

    def state(self, folded: str) -> State:
        """Return how far the thing is that a passage speaks of."""
        staged = self.milestone(folded)
        done = self.done.search(folded)
        going = self.going.search(folded)
        if staged and staged[0] >= Milestone.COMPLETED:
            return State(Progress.DONE, staged[0], staged[1])
        if done and not (going and going.start() < done.start()):
            return State(Progress.DONE, staged[0] if staged else None, done.group())
        if staged and staged[0] >= Milestone.STARTED:
            return State(Progress.GOING, staged[0], staged[1])
        if going:
            word = staged[1] if staged else going.group()
            return State(Progress.GOING, staged[0] if staged else None, word)
        if done:
            return State(Progress.DONE, staged[0] if staged else None, done.group())
        return State(Progress.PLAIN, staged[0] if staged else None, staged[1] if staged else "")

    def manner(self, folded: str) -> tuple[Manner, Milestone | None]:
        """Return how a promise can be kept, and the stage it promises where it names one.

        The word that comes first decides: 加快建成 is a push, 建成 is none.
        """
        opened = self.open_ended.search(folded)
        fixed = self.definite.search(folded)
        staged = self.milestone(folded)
        if self.lasting.search(folded) and staged is None:
            return Manner.OPEN, None
        if fixed and not (opened and opened.start() < fixed.start()):
            return Manner.DEFINITE, staged[0] if staged else None
        if opened:
            return Manner.OPEN, None
        return (Manner.DEFINITE, staged[0]) if staged else (Manner.OPEN, None)
