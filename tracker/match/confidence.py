"""How sure a verdict is, from named grounds (把握程度).

In: a verdict as its rule gives it, with how far that rule carries by itself, and the passages.
Out: a number from 0 to 1 that means how often verdicts on such grounds agree with careful readers.
Every ground moves the odds up or down by a fixed amount, so that a person can follow the sum; the
amounts are rounded from how often readers of nine pairs of reports (580 promises; pushes and lists:
thirteen pairs, 729 promises) agreed where a ground held and where it did not, and none changes its
sign when any one pair is left out (measured on 2026-11-21).
"""

import math
from collections.abc import Iterator
from enum import StrEnum

from tracker.match.finding import Finding, Found
from tracker.match.ruling import Ruling
from tracker.model.tracking import Verdict

_HIGHEST, _LOWEST = 0.97, 0.3
_SAME = 0.95
_FAR = 0.36
_THIN = 0.65
_WIDE_MARGIN = 0.95
_SPELT_OUT = 0.6  # of the words that were found


class Ground(StrEnum):
    """A reason to trust a verdict more or less."""

    SILENT = "no passage shares enough with the promise to be looked at"
    SAID_AGAIN = "the later plan promises it again, and no passage is near"
    SOMETHING_FAR = "the nearest passage falls far short"
    SOMETHING_NEAR = "the nearest passage falls just short"
    OPEN_PUSH = "a push without an end is often answered in other words"
    ONE_OF_A_LIST = "a list of things is often answered under a common name"
    FINISHED = "a result or a figure was compared"
    SAME_VERB = "the passage tells of it with the promise's own verb"
    SAME_NAME = "the passage holds the name that the promise quotes, or the number of its line"
    ALONE = "the passage holds all of the promise, and no other comes near it"
    OTHER_NAME = "the passage has another name for it"
    THIN = "the passage holds little more than half of what the promise names"
    OTHER_YEAR = "the figures are of another year"


# What each adds to the log odds, and how often such verdicts agreed with the readers.
_ODDS = {
    Ground.SILENT: 2.0,  # 126 of 143
    Ground.SAID_AGAIN: 0.7,  # 30 of 31
    Ground.SOMETHING_FAR: 0.9,  # 65 of 86
    Ground.SOMETHING_NEAR: 0.35,  # 26 of 44
    Ground.OPEN_PUSH: -0.7,  # 40 of 54 of the silent ones, without it 89 of 97
    Ground.ONE_OF_A_LIST: -0.6,  # 32 of 42 of the silent ones, without it 134 of 148
    Ground.FINISHED: 0.6,  # 141 of 142: rules trust themselves less than they might
    Ground.SAME_VERB: 0.6,  # 15 of 16, without it 40 of 53
    Ground.SAME_NAME: 0.6,  # 12 of 12, without it 43 of 57
    Ground.ALONE: 0.7,  # 23 of 25, without it 32 of 44
    Ground.OTHER_NAME: -0.8,  # 4 of 8, without it 76 of 98
    Ground.THIN: -0.5,  # 16 of 29, without it 61 of 78
    Ground.OTHER_YEAR: 0.7,  # 18 of 18, without it 22 of 38
}


def confidence_of(
    ruling: Ruling,
    found: Found,
    *,
    said_again: bool,
    is_push: bool = False,
    is_listed: bool = False,
) -> float:
    """Return how sure a verdict is, 0 to 1.

    Args:
        ruling: The verdict with its rule's own trust.
        found: What was found for the promise.
        said_again: The later plan promises the same again.
        is_push: The promise has no end that could be reached.
        is_listed: The promise stands in a list of several things.
    """
    if ruling.verdict is Verdict.NOT_REPORTED:
        start, grounds = 0.0, tuple(_of_silence(found, said_again=said_again))
        grounds += (Ground.OPEN_PUSH,) * is_push + (Ground.ONE_OF_A_LIST,) * is_listed
    else:
        start = _log_odds(ruling.confidence)
        lead = next(iter(ruling.leads), None)
        grounds = tuple(_of_passage(ruling, lead, found)) if lead else ()
    odds = start + sum(_ODDS[ground] for ground in grounds)
    return round(min(_HIGHEST, max(_LOWEST, 1 / (1 + math.exp(-odds)))), 2)


def _of_silence(found: Found, *, said_again: bool) -> Iterator[Ground]:
    if found.near > 0:
        yield Ground.SOMETHING_FAR if found.near < _FAR else Ground.SOMETHING_NEAR
    else:
        yield Ground.SILENT
        if said_again:
            yield Ground.SAID_AGAIN


def _of_passage(ruling: Ruling, lead: Finding, found: Found) -> Iterator[Ground]:
    """Yield what the deciding passage has for and against it."""
    if ruling.verdict in (Verdict.FULFILLED, Verdict.MISSED):
        yield Ground.FINISHED
    elif ruling.verdict is Verdict.IN_PROGRESS:
        yield from _of_work(lead, found)
    elif ruling.verdict is Verdict.UNDETERMINED:
        if lead.off_year:
            yield Ground.OTHER_YEAR
        elif lead.score.value < _THIN:
            yield Ground.THIN


def _of_work(lead: Finding, found: Found) -> Iterator[Ground]:
    """Yield what a passage on work that goes on has for and against it."""
    parts = {part.name: part for part in lead.score.parts}
    if "verb" in parts:
        yield Ground.SAME_VERB
    if "names" in parts and parts["names"].value > 0:
        yield Ground.SAME_NAME
    if _is_named_otherwise(lead):
        yield Ground.OTHER_NAME
    elif lead.score.value >= _SAME and _margin(lead, found) >= _WIDE_MARGIN:
        yield Ground.ALONE
    if lead.score.value < _THIN:
        yield Ground.THIN


def _is_named_otherwise(lead: Finding) -> bool:
    """Tell whether most of the words that were found stand there under another usual name."""
    words = lead.window.words
    return sum(word in lead.text for word in words) < _SPELT_OUT * len(words)


def _margin(lead: Finding, found: Found) -> float:
    """Return by how much the deciding passage fits better than the next one."""
    others = [f.score.value for f in found.findings if f is not lead]
    return lead.score.value - max(others, default=0.0)


def _log_odds(sure: float) -> float:
    return math.log(sure / (1 - sure))
