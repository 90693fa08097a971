"""Passages that stand in both of two sections: what is level with what inside a section.

The kept text of a comparison gives pairs of spans; of those that run in one order in both texts
the most text is kept, so that no passage is level with one above that of its neighbour.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from desktop.jobs.catalog import Comparison
from tracker.model.change import ChangeKind
from tracker.model.span import Span

LEAST = 6
"""Characters from which on kept text is a place to hold on to: 的 and 和 stand everywhere."""

Anchor = tuple[Span, Span]


def anchors(comparison: Comparison) -> Mapping[tuple[int, int], tuple[Anchor, ...]]:
    """Return for every compared pair of sections what both have, in the order of both."""
    found: dict[tuple[int, int], tuple[Anchor, ...]] = {}
    for part in comparison.parts:
        for diff in part.diff.sections:
            if diff.earlier is not None and diff.later is not None:
                kept = (
                    (change.earlier, change.later)
                    for change in diff.changes
                    if change.kind in (ChangeKind.EQUAL, ChangeKind.MOVE)
                    and change.earlier is not None
                    and change.later is not None
                    and len(change.earlier) >= LEAST
                )
                found[diff.earlier, diff.later] = in_one_order(kept)
    return found


def in_one_order(pairs: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """Return the pairs of the heaviest chain that runs forward in both texts."""
    order = sorted(pairs, key=lambda pair: (pair[0].start, pair[1].start))
    ends: list[int] = []  # ends in the later text, rising, each with a heavier chain than before
    chains: list[tuple[int, int]] = []  # weight, and which pair it ends in
    before: list[int] = []
    for n, (one, other) in enumerate(order):
        at = bisect_left(ends, other.start + 1)
        weight, last = chains[at - 1] if at else (0, -1)
        before.append(last)
        weight += len(one)
        at = bisect_left(ends, other.end)
        if at and chains[at - 1][0] >= weight:
            continue
        ends.insert(at, other.end)
        chains.insert(at, (weight, n))
        while at + 1 < len(chains) and chains[at + 1][0] <= weight:
            del ends[at + 1], chains[at + 1]
    kept: list[Anchor] = []
    at = chains[-1][1] if chains else -1
    while at >= 0:
        kept.append(order[at])
        at = before[at]
    return tuple(reversed(kept))
