"""Every value that people read has a word in both languages."""

from enum import Enum

import pytest

from tracker.model.alignment import AlignmentPart, LinkKind
from tracker.model.change import ChangeKind
from tracker.model.commitment import Firmness, Milestone, StatementKind
from tracker.model.measure import Comparison, MeasureKind, Relation
from tracker.model.outline import Role
from tracker.model.report import RegionLevel, ReportKind
from tracker.model.tracking import Answered, Goalpost, Verdict
from tracker.model.words import meaning, word

ENUMERATIONS: tuple[type[Enum], ...] = (
    *(AlignmentPart, LinkKind, ChangeKind, Firmness, Milestone, StatementKind, Comparison),
    *(MeasureKind, Relation, Role, RegionLevel, ReportKind, Answered, Goalpost, Verdict),
)
WORDLESS = {Comparison.EXACTLY, Comparison.RANGE}
"""A bare number and a range say themselves how they compare."""


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda e: e.__name__)
def test_every_member_has_two_words_of_its_own(enumeration: type[Enum]) -> None:
    """Chinese in Chinese, English without Chinese, and no word twice."""
    members = [member for member in enumeration if member not in WORDLESS]
    words = [word(member) for member in members]
    assert all(any("一" <= c <= "鿿" for c in said.zh) for said in words)
    assert not any("一" <= c <= "鿿" for said in words for c in said.en)
    assert len({said.zh for said in words}) == len({said.en for said in words}) == len(members)


def test_equal_values_of_two_enumerations_keep_their_own_words() -> None:
    """总体要求 the part and 总体要求与远期目标 the role are told by their type."""
    assert AlignmentPart.OUTLOOK.value == Role.OUTLOOK
    assert word(Role.OUTLOOK) != word(AlignmentPart.OUTLOOK)


def test_a_value_without_a_word_is_called_by_its_name() -> None:
    """A new enumeration is shown before it has words."""

    class Colour(Enum):
        RED = "red"

    assert word(Colour.RED).zh == "red"


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_explained(verdict: Verdict) -> None:
    """In both languages, as sentences."""
    assert meaning(verdict).zh.endswith("。")
    assert meaning(verdict).en.endswith(".")
