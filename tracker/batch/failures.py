"""What failed in a batch: a report, or a pair, the stage it failed at, and why.

The names of stages are those that the tables give; ``word`` says them for people.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.message import Message


class Stage(StrEnum):
    """A step on the way from a document to its rows."""

    READ = "read"
    """From bytes to text, outline, region and year; of a workspace, what it keeps of these."""
    EXTRACT = "extract"
    """What is promised, and what is said to be done."""
    JUDGE = "judge"
    """Sections lined up, promises set against results, verdicts and their counts."""
    INDICATORS = "indicators"
    """Indicators of a region set beside each other."""


_WORDS: Mapping[Stage, Message] = {
    Stage.READ: Message("阅读", "reading"),
    Stage.EXTRACT: Message("提取", "finding promises"),
    Stage.JUDGE: Message("核对", "judging"),
    Stage.INDICATORS: Message("指标", "indicators"),
}


def word(stage: Stage) -> Message:
    """Return what a stage is called."""
    return _WORDS[stage]


@dataclass(frozen=True, slots=True)
class Failure:
    """Where something failed, and why.

    Attributes:
        stage: At what.
        problem: Why, as one sentence.
    """

    stage: Stage
    problem: Message


Failures = Mapping[str, Failure]
"""What failed, by the id of the report or of the pair."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A row that tells of a failure.

    Attributes:
        name: The file of a report, region and year of a pair.
        stage: Where it failed.
        problem: Why, in the language of the tables.
    """

    name: str
    stage: Stage
    problem: str
