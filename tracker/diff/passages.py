"""Changes between two passages: sentences are paired first, then words compared.

In go two stretches of canonical text, out come changes with their source spans. A sentence that
crosses the others is a move, and what was edited inside it stays an edit.

**Invariant:** the earlier spans, in their order in the source, hold the whole earlier passage; the
later spans, in the order of the changes, hold the whole later one; equal and moved stretches hold
the same canonical characters on both sides.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from tracker.diff.engine import Edit, diff_texts
from tracker.diff.moves import Pair, pair_sentences
from tracker.model.canonical import Passage
from tracker.model.change import Change, ChangeKind
from tracker.text.tokens import split_sentences


def diff_passages(earlier: Passage | None, later: Passage | None) -> tuple[Change, ...]:
    """Return what changed between two passages; one may be missing."""
    one = earlier.text if earlier else ""
    other = later.text if later else ""
    return tuple(_to_change(edit, earlier, later) for edit in diff_sentences(one, other))


def _to_change(edit: Edit, earlier: Passage | None, later: Passage | None) -> Change:
    before = after = None
    if earlier and edit.earlier_end > edit.earlier_start:
        before = earlier.source(edit.earlier_start, edit.earlier_end)
    if later and edit.later_end > edit.later_start:
        after = later.source(edit.later_start, edit.later_end)
    return Change(edit.kind, before, after)


def diff_sentences(earlier: str, later: str) -> list[Edit]:
    """Return the edits between two texts: sentences are paired first, then words compared.

    The later ranges ascend; dropped sentences stand before what came in their place.
    """
    before, after = _Sentences(earlier), _Sentences(later)
    pairs = pair_sentences(before.texts, after.texts)
    edits: list[Edit] = []
    dropped = _runs_of_dropped(pairs, len(before.texts))
    by_later = {pair.later: pair for pair in pairs}
    for j, sentence in enumerate(after.texts):
        at = after.starts[j]
        pair = by_later.get(j)
        if pair is None or not pair.moved:
            anchor = next((p for p in pairs if p.later >= j and not p.moved), None)
            run = dropped.pop(anchor.earlier if anchor else len(before.texts), [])
            edits.extend(before.dropped(i, at) for i in run)
        if pair is None:
            edits.append(Edit(ChangeKind.INSERT, 0, 0, at, at + len(sentence)))
        else:
            edits.extend(_inside(pair, before, after))
    edits.extend(before.dropped(i, len(later)) for run in dropped.values() for i in run)
    return _join(edits)


class _Sentences:
    """The sentences of a text and where each starts."""

    def __init__(self, text: str) -> None:
        self.texts = split_sentences(text)
        ends = list(accumulate(map(len, self.texts)))
        self.starts = [end - len(one) for end, one in zip(ends, self.texts, strict=True)]

    def dropped(self, index: int, at: int) -> Edit:
        """Return the edit that drops a sentence where the later text is at ``at``."""
        start = self.starts[index]
        return Edit(ChangeKind.DELETE, start, start + len(self.texts[index]), at, at)


def _runs_of_dropped(pairs: Sequence[Pair], n_earlier: int) -> dict[int, list[int]]:
    """Return the unpaired earlier sentences by the unmoved one that follows them."""
    paired = {pair.earlier for pair in pairs}
    anchors = {pair.earlier for pair in pairs if not pair.moved}
    runs: dict[int, list[int]] = {}
    waiting: list[int] = []
    for i in range(n_earlier + 1):
        if (i in anchors or i == n_earlier) and waiting:
            runs[i] = waiting
            waiting = []
        if i < n_earlier and i not in paired:
            waiting.append(i)
    return runs


def _inside(pair: Pair, before: _Sentences, after: _Sentences) -> Iterable[Edit]:
    """Yield the edits inside a pair of sentences; what a moved one keeps is a move."""
    i, j = before.starts[pair.earlier], after.starts[pair.later]
    for kind, a, b, c, d in diff_texts(before.texts[pair.earlier], after.texts[pair.later]):
        moved = pair.moved and kind is ChangeKind.EQUAL
        yield Edit(ChangeKind.MOVE if moved else kind, i + a, i + b, j + c, j + d)


def _join(edits: list[Edit]) -> list[Edit]:
    """Join neighbours of one kind that touch on the sides they have."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last is None or last.kind is not edit.kind or not _touch(last, edit):
            joined.append(edit)
        elif edit.kind is ChangeKind.INSERT:
            joined[-1] = last._replace(later_end=edit.later_end)
        else:
            joined[-1] = last._replace(earlier_end=edit.earlier_end, later_end=edit.later_end)
    return joined


def _touch(last: Edit, edit: Edit) -> bool:
    if edit.kind is ChangeKind.REPLACE:
        return False
    beside_earlier = edit.kind is ChangeKind.INSERT or last.earlier_end == edit.earlier_start
    return beside_earlier and last.later_end == edit.later_start
