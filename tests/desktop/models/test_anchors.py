"""What both sections have, as a ladder to climb down both at once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.anchors import in_one_order
from tracker.model.span import Span


def both(start, other, length):
    """Return a passage and where it stands in the other text."""
    return Span(start, start + length), Span(other, other + length)


def test_the_most_text_is_kept():
    """A long passage outweighs a short one that crosses it."""
    short, long, after = both(0, 100, 8), both(20, 10, 40), both(70, 60, 10)
    assert in_one_order((after, long, short)) == (long, after)


def test_what_runs_in_one_order_stays():
    """Nothing is lost where nothing crosses."""
    ladder = tuple(both(n * 20, n * 30, 10) for n in range(9))
    assert in_one_order(ladder) == ladder


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(6, 40))))
def test_both_texts_run_forward(places):
    """Whatever is kept, no passage begins before its neighbour ends in the later text."""
    found = in_one_order(both(*place) for place in places)
    for (one, other), (then, beside) in pairwise(found):
        assert one.start <= then.start
        assert other.end <= beside.start
