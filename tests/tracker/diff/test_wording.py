"""Softer and firmer, further and less far."""

import pytest

from tracker.diff.wording import find_wordings
from tracker.model.change import Direction, Ladder

UP, DOWN = Direction.UP, Direction.DOWN


@pytest.mark.parametrize(
    ("earlier", "later", "ladder", "direction"),
    [
        ("确保", "力争", Ladder.FIRMNESS, DOWN),
        ("探索建立", "确保建立", Ladder.FIRMNESS, UP),
        ("", "力争", Ladder.FIRMNESS, DOWN),
        ("争取", "", Ladder.FIRMNESS, UP),
        ("加快建设", "建成", Ladder.PROGRESS, UP),
        ("建成投用", "加快建设", Ladder.PROGRESS, DOWN),
        ("谋划", "开工", Ladder.PROGRESS, UP),
    ],
)
def test_a_step_on_a_ladder_is_told(options, earlier, later, ladder, direction):
    """A word that gave way to a higher or lower one on the same ladder is a change of wording."""
    found = [w for w in find_wordings(earlier, later, options.diff) if w.ladder is ladder]
    assert [w.direction for w in found] == [direction]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("完成", "全面完成"),  # of one rung
        ("全力促进", "全面促进"),  # 力促 is no word in 全力促进
        ("学校", "医院"),
        ("建成学校，", "力争开工医院，"),  # two clauses that share nothing
        ("", "建成"),  # without an earlier stage nothing became further
    ],
)
def test_no_step_is_made_up(options, earlier, later):
    """Other edits say nothing about firmness or progress."""
    assert find_wordings(earlier, later, options.diff) == ()


def test_the_words_are_named_by_their_place(options):
    """The place of either word is told, and an empty one where a text has none."""
    (found,) = find_wordings("加快建设", "如期竣工", options.diff)
    assert (found.earlier, found.later) == ((0, 4), (2, 4))
