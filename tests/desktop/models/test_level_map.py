"""Which height is level with which."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.level_map import LevelMap, Stretch


def test_aligned_sections_are_level():
    """The top of a section stands beside the top of its counterpart, the middle by the middle."""
    found = LevelMap([Stretch(100, 200, 300, 500)], 1000, 2000)
    assert found.level(100) == 300
    assert found.level(150) == 400
    assert found.level(0) == 0
    assert found.level(50) == 150
    assert found.level(1000) == 2000


def test_crossing_sections_jump_between():
    """Where sections cross, each is still level with its own counterpart."""
    found = LevelMap([Stretch(0, 100, 500, 600), Stretch(200, 300, 0, 100)], 300, 600)
    assert found.level(50) == 550
    assert found.level(250) == 50
    assert found.level(149) == 600
    assert found.level(151) == 0


@given(
    st.lists(st.tuples(*[st.floats(0, 1000)] * 4), max_size=12),
    st.floats(0, 1000),
)
def test_every_height_has_a_counterpart_inside_the_text(corners, y):
    """Whatever is aligned, no height maps outside the other text."""
    stretches = [Stretch(min(a, b), max(a, b), min(c, d), max(c, d)) for a, b, c, d in corners]
    assert -1e-6 <= LevelMap(stretches, 1000, 1000).level(y) <= 1000 + 1e-6


def test_kept_passages_inside_a_section_are_level():
    """Inside a pair the passages that both have stand beside each other, not equal shares."""
    asked = []

    def inside(stretch):
        asked.append(stretch)
        return (Stretch(120, 140, 380, 420),)

    found = LevelMap([Stretch(100, 200, 300, 500)], 1000, 2000, inside)
    assert asked == []
    assert found.level(120) == 380
    assert found.level(130) == 400
    assert found.level(110) == 340
    assert found.level(170) == 460
    assert asked == [Stretch(100, 200, 300, 500)]
