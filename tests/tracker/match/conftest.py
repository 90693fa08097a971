"""Fixtures for the tests of matching: the project's word lists, and judging one promise."""

from collections.abc import Callable

import pytest

from tracker import pipeline
from tracker.match.judge import Later, judge_commitments
from tracker.match.lexicon import MatchLexicon
from tracker.model.commitment import Commitment
from tracker.model.report import Report
from tracker.model.tracking import Tracking


@pytest.fixture(scope="session")
def lexicon(options: pipeline.AnalysisOptions) -> MatchLexicon:
    """Return the project's own word lists of matching."""
    return options.match


@pytest.fixture(scope="session")
def judge(lexicon: MatchLexicon) -> Callable[..., Tracking]:
    """Return a function that judges one promise by later reports without outcomes."""

    def run(
        promised: tuple[Report, Commitment],
        *laters: Report,
        again: tuple[Commitment, ...] = (),
    ) -> Tracking:
        earlier, commitment = promised
        (found,) = judge_commitments(
            (commitment,), earlier, tuple(Later(later, (), again) for later in laters), lexicon
        )
        return found

    return run
