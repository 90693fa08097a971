"""Which way a figure or a word went, in the words of every printed comparison.

In go directions, out come badges: ``↓ 下调、变软`` for 5.5%以上 that became 5%左右.
"""

from tracker.message import Message
from tracker.model.change import Direction, Ladder

_HIGHER, _LOWER = Message("↑ 上调", "↑ higher"), Message("↓ 下调", "↓ lower")
_STEPS = {
    (Ladder.FIRMNESS, Direction.UP): Message("变硬", "firmer"),
    (Ladder.FIRMNESS, Direction.DOWN): Message("变软", "softer"),
    (Ladder.PROGRESS, Direction.UP): Message("更进一步", "further on"),
    (Ladder.PROGRESS, Direction.DOWN): Message("后退", "less far"),
}
_LADDERS = {
    Ladder.FIRMNESS: Message("语气", "firmness"),
    Ladder.PROGRESS: Message("进度", "progress"),
}


def way_of_figure(value: Direction | None, bound: Direction | None) -> Message:
    """Return which way a figure and its bound went, an empty sentence where neither did."""
    said = []
    if value in (Direction.UP, Direction.DOWN):
        said.append(_HIGHER if value is Direction.UP else _LOWER)
    if bound in (Direction.UP, Direction.DOWN):
        said.append(_STEPS[Ladder.FIRMNESS, bound])
    return Message("、".join(m.zh for m in said), ", ".join(m.en for m in said))


def way_of_wording(ladder: Ladder, direction: Direction) -> Message:
    """Return which way a word went on its ladder."""
    return _STEPS[ladder, direction]


def name_of_ladder(ladder: Ladder) -> Message:
    """Return what a ladder of words tells: how firmly, or how far."""
    return _LADDERS[ladder]
