"""What is remembered of a view comes back as it was, and nothing else ever does."""

import json

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.view_state import LEAST_ZOOM, MOST_ZOOM, ViewState

SAID = ViewState(
    reports=("a", "b", "c"),
    positions=(0, 512, 9),
    mode="inline",
    unlocked=(1,),
    shares=(400, 500, 380),
    outlines=False,
    library=False,
    library_width=312,
    zoom=3,
    promise_scope="region",
    promise_group="status",
)


def test_a_state_is_the_same_after_a_round_trip() -> None:
    """Every field is kept."""
    assert ViewState.from_text(SAID.to_text()) == SAID
    assert ViewState.from_text(ViewState().to_text()) == ViewState()


def test_what_is_not_understood_is_left_out() -> None:
    """A wrong field costs that field alone."""
    text = '{"reports": ["a"], "positions": [1, "x"], "zoom": 99, "outlines": 1, "new": 3}'
    assert ViewState.from_text(text) == ViewState(reports=("a",), zoom=MOST_ZOOM)
    assert ViewState.from_text('{"zoom": -99}').zoom == LEAST_ZOOM
    for broken in ("", "[]", "null", "{", '"x"', "[" * 100_000):
        assert ViewState.from_text(broken) == ViewState()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(list(ViewState.__dataclass_fields__)), JSON))
def test_whatever_stands_there_is_read(said: dict[str, object]) -> None:
    """Anything that JSON can hold gives a state that can be written and read again."""
    state = ViewState.from_text(json.dumps(said))
    assert ViewState.from_text(state.to_text()) == state
