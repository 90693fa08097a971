"""Makes a word diff readable (差异整理).

In go stretches of words that were kept, dropped or added; out come fewer, longer ones whose
borders lie where a reader would set them: at the end of a clause, not inside it. Kept crumbs
(``的``, ``、``) between two edits are given up, but ``，`` and ``。`` stay as fixed points.
"""

from typing import NamedTuple

from tracker.model.change import ChangeKind

Words = tuple[str, ...]


class Stretch(NamedTuple):
    """Words that were dropped and words that stand in their place; equal where kept.

    Attributes:
        earlier: Words of the earlier text.
        later: Words of the later text.
        kept: Both sides are the same words, though perhaps spelt differently.
    """

    earlier: Words
    later: Words
    kept: bool

    @property
    def kind(self) -> ChangeKind:
        """What happened to these words."""
        if self.kept:
            return ChangeKind.EQUAL
        if not self.earlier:
            return ChangeKind.INSERT
        return ChangeKind.REPLACE if self.later else ChangeKind.DELETE


_CLAUSE_ENDS = frozenset("，。；：！？\n,;:!?")
_OPENING = {"）": "（", "》": "《", "”": "“", "」": "「", "』": "『", "】": "【", ")": "("}
_CRUMB = 4
"""Most letters of a kept stretch that is given up between two edits at least as long."""


def clean(stretches: list[Stretch]) -> list[Stretch]:
    """Return the same diff with readable borders."""
    return _merge(_slide(_absorb(_merge(stretches))))


def _merge(stretches: list[Stretch]) -> list[Stretch]:
    """Join neighbours of the same sort and leave out empty ones."""
    merged: list[Stretch] = []
    for stretch in stretches:
        if not stretch.earlier and not stretch.later:
            continue
        if merged and merged[-1].kept == stretch.kept:
            last = merged.pop()
            stretch = Stretch(  # noqa: PLW2901 - the joined one takes the place of both
                last.earlier + stretch.earlier, last.later + stretch.later, stretch.kept
            )
        merged.append(stretch)
    return merged


def _letters(words: Words) -> int:
    return sum(len(word) for word in words if word[0].isalnum() or len(word) > 1)


def _is_crumb(before: Stretch, kept: Stretch, after: Stretch) -> bool:
    if any(word in _CLAUSE_ENDS or _closes(word, before) for word in kept.earlier):
        return False
    size = _letters(kept.earlier)
    smaller = min(max(_letters(edit.earlier), _letters(edit.later)) for edit in (before, after))
    return size <= _CRUMB and size <= smaller


def _closes(word: str, edit: Stretch) -> bool:
    """Tell whether a word closes a bracket that was opened before an edit.

    In （一）深入 against （二）坚定 both brackets stay, not the first one alone.
    """
    opening = _OPENING.get(word)
    return opening is not None and opening not in (*edit.earlier, *edit.later)


def _absorb(stretches: list[Stretch]) -> list[Stretch]:
    """Give up kept crumbs between two edits."""
    found: list[Stretch] = []
    for at, stretch in enumerate(stretches):
        inside = 0 < at < len(stretches) - 1
        if stretch.kept and inside and _is_crumb(found[-1], stretch, stretches[at + 1]):
            found.append(Stretch(stretch.earlier, stretch.later, kept=False))
            found = _merge(found)
        else:
            found.append(stretch)
            found = _merge(found) if not stretch.kept else found
    return found


def _border(before: str, after: str) -> int:
    """Return how natural a border between two words is."""
    if not before or not after or before in _CLAUSE_ENDS:
        return 3
    if before == "、":
        return 2
    return 1 if after in _CLAUSE_ENDS or after == "、" else 0


def _slide(stretches: list[Stretch]) -> list[Stretch]:
    """Shift lone insertions and deletions along repeated words to the most natural borders.

    ``推进A，推进B`` against ``推进B`` is read as ``推进A，`` dropped, not as ``A，推进`` dropped.
    Kept words may be spelt differently on the two sides; they stay beside each other.
    """
    found = list(stretches)
    for at in range(1, len(found) - 1):
        before, edit, after = found[at - 1 : at + 2]
        if edit.kept or not (before.kept and after.kept) or (edit.earlier and edit.later):
            continue
        dropped = bool(edit.earlier)
        words = edit.earlier or edit.later
        head, tail = (before.earlier, after.earlier) if dropped else (before.later, after.later)
        cut = len(head) + _best_shift(head, words, tail)
        whole = head + words + tail
        other = before.later + after.later if dropped else before.earlier + after.earlier
        moved = whole[cut : cut + len(words)]
        rest = whole[cut + len(words) :]
        found[at - 1] = _kept(whole[:cut], other[:cut], dropped=dropped)
        found[at] = Stretch(moved if dropped else (), () if dropped else moved, kept=False)
        found[at + 1] = _kept(rest, other[cut:], dropped=dropped)
    return found


def _kept(words: Words, other: Words, *, dropped: bool) -> Stretch:
    return Stretch(words, other, kept=True) if dropped else Stretch(other, words, kept=True)


def _best_shift(before: Words, words: Words, after: Words) -> int:
    """Return by how many words an edit is best shifted (negative: to the left)."""
    joined = before + words + after
    size = len(words)
    low = high = 0
    while (
        low > -len(before) and joined[len(before) + low - 1] == joined[len(before) + low - 1 + size]
    ):
        low -= 1
    while high < len(after) and joined[len(before) + high] == joined[len(before) + high + size]:
        high += 1

    def worth(shift: int) -> tuple[int, int]:
        start = len(before) + shift
        end = start + size
        left = _border(joined[start - 1] if start else "", joined[start])
        right = _border(joined[end - 1], joined[end] if end < len(joined) else "")
        return left + right, -abs(shift)

    return max(range(low, high + 1), key=worth)
