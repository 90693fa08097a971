"""Edits between two short texts, word by word (词级比较).

In go two texts, mostly one sentence each; out come edits in their own offsets that cover both.
``增长5.5%左右`` against ``增长6%以上`` is one replacement, never ``5.`` kept and ``5`` changed.
Each word is mapped to one character, so that diff-match-patch (Myers 1986) compares words.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from tracker.diff.cleanup import Stretch, Words, clean
from tracker.diff.ignoring import NOTHING_IGNORED, IgnoreRule
from tracker.model.change import ChangeKind
from tracker.text.script import simplified
from tracker.text.tokens import tokens

_FIRST_CODE = 0xE000  # the private use area onwards: no code is a surrogate


_MOST_WORDS = 1500
"""Words of two sentences together up to which they are compared word by word.

A sentence has some 60. Text that lost its full stops would take minutes: without a time limit the
search grows with the square of what differs. Such text is compared from both ends only.
"""


class Edit(NamedTuple):
    """What happened to ``earlier[start:end]``, and what stands at ``later[…]`` in its place."""

    kind: ChangeKind
    earlier_start: int
    earlier_end: int
    later_start: int
    later_end: int


@cache
def _differ() -> diff_match_patch:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # without a limit: the same texts always give the same diff
    return differ


def diff_words(earlier: Words, later: Words, fold: Callable[[str], str] = str) -> list[Stretch]:
    """Return what was kept, dropped and added between two sequences of words.

    Words that ``fold`` to one spelling count as the same.
    """
    if len(earlier) + len(later) > _MOST_WORDS:
        return _diff_ends(earlier, later)
    codes: dict[str, int] = {}
    for word in (*earlier, *later):
        codes.setdefault(fold(word), _FIRST_CODE + len(codes))
    before = "".join(chr(codes[fold(word)]) for word in earlier)
    after = "".join(chr(codes[fold(word)]) for word in later)
    found: list[Stretch] = []
    at_earlier = at_later = 0
    for kind, mapped in _differ().diff_main(before, after, False):
        size = len(mapped)
        dropped = earlier[at_earlier : at_earlier + size] if kind <= 0 else ()
        added = later[at_later : at_later + size] if kind >= 0 else ()
        found.append(Stretch(dropped, added, kept=kind == 0))
        at_earlier += len(dropped)
        at_later += len(added)
    return found


def _diff_ends(earlier: Words, later: Words) -> list[Stretch]:
    """Return the common beginning and end, and one replacement between them."""
    shorter = min(len(earlier), len(later))
    head = next((n for n in range(shorter) if earlier[n] != later[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if earlier[-1 - n] != later[-1 - n]), rest)
    end_earlier, end_later = len(earlier) - tail, len(later) - tail
    return [
        Stretch(earlier[:head], later[:head], kept=True),
        Stretch(earlier[head:end_earlier], later[head:end_later], kept=False),
        Stretch(earlier[end_earlier:], later[end_later:], kept=True),
    ]


def diff_texts(earlier: str, later: str, rule: IgnoreRule = NOTHING_IGNORED) -> list[Edit]:
    """Return the edits that turn one text into the other, in order, both texts covered.

    What the rule counts as alike and is spelt differently is a replacement.
    """
    edits: list[Edit] = []
    at_earlier = at_later = 0
    fold = rule.fold if rule.ignored else str
    for stretch in clean(diff_words(_words(earlier, rule), _words(later, rule), fold)):
        for kind, before, after in _as_spelt(stretch):
            end_earlier = at_earlier + sum(map(len, before))
            end_later = at_later + sum(map(len, after))
            edits.append(Edit(kind, at_earlier, end_earlier, at_later, end_later))
            at_earlier, at_later = end_earlier, end_later
    return edits


def _words(text: str, rule: IgnoreRule) -> Words:
    """Return the words of a text; those of traditional characters by the simplified ones."""
    if not rule.reads_simplified:
        return tokens(text)
    ends = accumulate(map(len, tokens(simplified(text))), initial=0)
    return tuple(text[start:end] for start, end in pairwise(ends))


def _as_spelt(stretch: Stretch) -> Iterator[tuple[ChangeKind, Words, Words]]:
    """Yield a kept stretch in pieces that are spelt alike and pieces that are not."""
    if not stretch.kept or stretch.earlier == stretch.later:
        yield stretch.kind, stretch.earlier, stretch.later
        return
    pairs = zip(stretch.earlier, stretch.later, strict=True)
    for alike, group in groupby(pairs, key=lambda pair: pair[0] == pair[1]):
        before, after = zip(*group, strict=True)
        yield (ChangeKind.EQUAL if alike else ChangeKind.REPLACE), before, after
