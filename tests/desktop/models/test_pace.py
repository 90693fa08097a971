"""The guess how long something will take."""

import pytest

from desktop.jobs.job import Progress, Seldom
from desktop.models import pace
from desktop.models.pace import Pace, time_left


@pytest.fixture
def clock(monkeypatch):
    """Return the time as a list of one number, for the guess and for whoever tells seldom."""
    now = [100.0]
    monkeypatch.setattr(pace, "monotonic", lambda: now[0])
    monkeypatch.setattr("desktop.jobs.job.monotonic", lambda: now[0])
    return now


def at(clock, watched, second, done, total=1000):
    """Return the guess at a second."""
    clock[0] = 100.0 + second
    return watched.left(Progress(done, total, ""))


def test_the_guess_follows_how_fast_it_was_lately(clock):
    """What was there already goes by at once and tells nothing of what is still to be read."""
    watched = Pace()
    assert at(clock, watched, 0, 0) is None
    assert at(clock, watched, 1, 500) is None
    for second in range(2, 60):
        guess = at(clock, watched, second, 500 + second)
    assert guess == pytest.approx(1000 - 559, rel=0.02)
    assert watched.left(None) is None
    assert at(clock, watched, 70, 0) is None


def test_the_first_pieces_promise_nothing(clock):
    """They wait for processes to start: one of 300 in four seconds is no twenty minutes."""
    watched = Pace()
    assert at(clock, watched, 0, 0, 300) is None
    assert at(clock, watched, 4, 1, 300) is None
    assert at(clock, watched, 5, 30, 300) == pytest.approx(45)
    slow = Pace()
    assert at(clock, slow, 0, 0, 4) is None
    assert at(clock, slow, 20, 1, 4) == pytest.approx(60)


def test_the_guess_is_told_in_round_words(qapp, clock):
    """Nobody can tell seconds, and what is nearly done needs no guess."""
    assert [time_left(seconds) for seconds in (None, 2, 20, 130, 3600 * 3)] == [
        *("", "", "less than a minute left", "about 2 min left", "about 3 h left")
    ]


def test_progress_is_handed_on_as_often_as_eyes_can_follow(clock):
    """Thousands of known files a second would fill the queue of the window."""
    told = []
    tell = Seldom(lambda *progress: told.append(progress))
    for done in range(1000):
        clock[0] += 0.001
        tell(done, 1000, "")
    tell(1000, 1000, "")
    assert told[0] == (0, 1000, "")
    assert told[-1] == (1000, 1000, "")
    assert 15 <= len(told) <= 25
