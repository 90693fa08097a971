"""What each verdict means, as the annotation guide has it, in the language of the interface."""

from desktop.models.words import say
from tracker.model.tracking import Verdict
from tracker.model.words import meaning

MARKABLE = (
    Verdict.FULFILLED,
    Verdict.PARTIAL,
    Verdict.MISSED,
    Verdict.IN_PROGRESS,
    Verdict.NOT_REPORTED,
    Verdict.UNDETERMINED,
)
"""Verdicts that a person can give, by the keys 1 to 6; pending is given by the program only."""


def definition(verdict: Verdict) -> str:
    """Return what a verdict means."""
    return say(meaning(verdict))
