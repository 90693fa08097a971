"""Back leads to where each jump started, ahead to where back was pressed."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.history import MOST, History, Place


def at(position: int, *others: int) -> Place:
    """Return a place in two reports."""
    return Place("compare", ("a", "b"), (position, *others))


def test_back_and_ahead_go_the_same_way() -> None:
    """Three jumps are three steps back, and the same three ahead."""
    history = History()
    places = [at(0), at(1000), at(2000), at(3000)]
    for here in places[:-1]:
        history.leave(here)
    now = places[-1]
    for expected in reversed(places[:-1]):
        found = history.go_back(now)
        assert found == expected
        now = found
    assert not history.can_go_back
    for expected in places[1:]:
        found = history.go_ahead(now)
        assert found == expected
        now = found
    assert not history.can_go_ahead


def test_a_jump_forgets_what_lay_ahead() -> None:
    """Whoever goes back and then elsewhere is on another way."""
    history = History()
    history.leave(at(0))
    assert history.go_back(at(1000)) == at(0)
    assert history.can_go_ahead
    history.leave(at(0))
    assert not history.can_go_ahead
    assert history.go_back(at(5000)) == at(0)


def test_a_place_that_is_looked_at_is_no_step() -> None:
    """Back always leads somewhere else, some lines away at least, in one text or the other."""
    history = History()
    history.leave(at(0))
    history.leave(at(50))
    assert history.go_back(at(60)) is None
    history.leave(at(0, 0))
    assert history.go_back(at(0, 900)) == at(0, 0)
    assert not Place("compare").is_near(Place("commitments"))


@given(st.lists(st.tuples(st.sampled_from("lba"), st.integers(0, 9)), max_size=300))
def test_whatever_is_done_memory_stays_small(steps: list[tuple[str, int]]) -> None:
    """Going never raises, never leads to where one is, and keeps a bounded number of places."""
    history, now = History(), at(0)
    for what, number in steps:
        if what == "l":
            history.leave(now)
            now = at(number * 1000)
            continue
        found = history.go_back(now) if what == "b" else history.go_ahead(now)
        if found is not None:
            assert not found.is_near(now)
            now = found
    assert max(len(history._back), len(history._ahead)) <= MOST


def test_another_workspace_has_no_past() -> None:
    """Its places are in other reports."""
    history = History()
    history.leave(at(0))
    history.go_back(at(500))
    history.forget()
    assert not history.can_go_back
    assert not history.can_go_ahead
