"""A verdict in the making: what was decided, on which passage, and how sure it is."""

from typing import NamedTuple

from tracker.match.finding import Bench, Finding
from tracker.message import Message
from tracker.model.decision import NamePair
from tracker.model.tracking import Answered, Verdict

_QUOTE = 40
_SEVERAL = 2


class Ruling(NamedTuple):
    """What was decided about a promise.

    Attributes:
        verdict: Where it stands.
        answered: How it was answered.
        confidence: 0 to 1.
        reason: Why.
        leads: The passages it rests on, the deciding one first.
        exceeded: The result passes the promise by more than its tolerance.
        names: Pairs of names, said by a person, that acted.
    """

    verdict: Verdict
    answered: Answered
    confidence: float
    reason: Message
    leads: tuple[Finding, ...]
    exceeded: bool = False
    names: tuple[NamePair, ...] = ()


def opening(finding: Finding, bench: Bench) -> int:
    """Return the index of the clause a quotation should begin with.

    That is the clause that names the thing, unless those before it hold several of its words.
    """
    window, index = finding.window, bench.ground.index
    if window.first == window.core:
        return window.core
    before = frozenset().union(*(index.grams[at] for at in range(window.first, window.core)))
    added = [w for w in window.words if w in before and w not in index.grams[window.core]]
    return window.first if len(added) >= _SEVERAL else window.core


def quote_of(finding: Finding, bench: Bench) -> str:
    """Return the source text of a finding, cut to what a reason can hold."""
    clauses = bench.ground.index.clauses[opening(finding, bench) : finding.window.last + 1]
    text = "，".join(c.passage.text.replace("\n", " ") for c in clauses)  # cells of a row
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
