"""Changes between passages that belong together: sentences are paired first, then words compared.

In go pairs of stretches of canonical text, out come changes with their source spans. A sentence
that crosses the others is a move, and what was edited inside it stays an edit; a sentence that
stands in another pair now is a move on either side, each naming the place on the other.

**Invariant:** the earlier spans, in their order in the source, hold the whole earlier passage; the
later spans, in the order of the changes, hold the whole later one; equal and moved stretches hold
the same canonical characters on both sides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from tracker.diff.elsewhere import Place, find_moved
from tracker.diff.engine import Edit, diff_texts
from tracker.diff.ignoring import NOTHING_IGNORED, IgnoreRule
from tracker.diff.moves import Pair, pair_sentences
from tracker.model.canonical import Passage
from tracker.model.change import Change, ChangeKind, Tally
from tracker.text.script import simplified
from tracker.text.tokens import split_sentences

Couple = tuple[Passage | None, Passage | None]


class Away(NamedTuple):
    """A stretch in another pair: which pair, and its offsets in that pair's passage."""

    couple: int
    start: int
    end: int


class Step(NamedTuple):
    """An edit, and where its stretch stands when that is in another pair."""

    edit: Edit
    away: Away | None = None


@dataclass(frozen=True)
class PassageDiff:
    """What changed between two passages.

    Attributes:
        changes: In the order of the later passage, deletions where they stood.
        tally: How many sentences were kept, moved, reworded, dropped, added.
    """

    changes: tuple[Change, ...]
    tally: Tally


def diff_passages(
    earlier: Passage | None, later: Passage | None, rule: IgnoreRule = NOTHING_IGNORED
) -> tuple[Change, ...]:
    """Return what changed between two passages; one may be missing."""
    return diff_couples([(earlier, later)], rule)[0].changes


def diff_couples(
    couples: Sequence[Couple], rule: IgnoreRule = NOTHING_IGNORED, *, headed: bool = False
) -> tuple[PassageDiff, ...]:
    """Return what changed in each pair of passages of two reports, moves between pairs told.

    ``headed`` passages begin with their headings, which face each other however worded.
    """
    matched = [_Matched.of(earlier, later, rule, headed=headed) for earlier, later in couples]
    came, again = _shared(couples, matched)
    left = find_moved(
        {Place(n, i): one.before.texts[i] for n, one in enumerate(matched) for i in one.dropped},
        {
            Place(n, j): one.after.texts[j]
            for n, one in enumerate(matched)
            for j in one.added
            if Place(n, j) not in came and Place(n, j) not in again
        },
    )
    came.update({new: old for old, new in left.items()})
    links = _Links(left, came, again)
    return tuple(_Writer(n, couples, matched, links, rule).read() for n in range(len(couples)))


class _Links(NamedTuple):
    """Where dropped sentences stand now, where added ones stood, and what was added before."""

    left: Mapping[Place, Place]
    came: Mapping[Place, Place]
    again: frozenset[Place]


def _shared(
    couples: Sequence[Couple], matched: Sequence["_Matched"]
) -> tuple[dict[Place, Place], frozenset[Place]]:
    """Return where a later sentence belongs that a second earlier section is set beside, too.

    Two sections that were merged are both set beside the new one: what one of them has there is
    not new for the other, and what is new for both is new once; the second places of such
    sentences are the other value.
    """
    owners: dict[int, Place] = {}
    unpaired: list[tuple[int, Place]] = []
    for n, one in enumerate(matched):
        passage = couples[n][1]
        if passage is None:
            continue
        starts = one.after.starts
        for pair in one.pairs:
            at = passage.source(starts[pair.later], starts[pair.later] + 1).start
            owners.setdefault(at, Place(n, pair.earlier))
        for j in one.added:
            at = passage.source(starts[j], starts[j] + 1).start
            unpaired.append((at, Place(n, j)))
    first = dict(reversed(unpaired))
    again = {place for at, place in unpaired if place != first[at]}
    came = {place: owners[at] for at, place in unpaired if at in owners}
    return came, frozenset(again - came.keys())


def diff_sentences(earlier: str, later: str, rule: IgnoreRule = NOTHING_IGNORED) -> list[Edit]:
    """Return the edits between two texts: sentences are paired first, then words compared.

    The later ranges ascend; dropped sentences stand before what came in their place.
    """
    matched = _Matched(_Sentences(earlier), _Sentences(later), rule)
    return [step.edit for step in _Walk(0, [matched], _NO_LINKS, rule).steps()]


_NO_LINKS = _Links({}, {}, frozenset())


class _Sentences:
    """The sentences of a text and where each starts."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.texts = split_sentences(text)
        ends = list(accumulate(map(len, self.texts)))
        self.starts = [end - len(one) for end, one in zip(ends, self.texts, strict=True)]


@dataclass(frozen=True)
class _Matched:
    """The sentences of two passages and which of them belong together."""

    before: _Sentences
    after: _Sentences
    rule: IgnoreRule
    headed: bool = False

    @classmethod
    def of(
        cls, earlier: Passage | None, later: Passage | None, rule: IgnoreRule, *, headed: bool
    ) -> "_Matched":
        """Return the sentences of two passages, one of which may be missing."""
        before = _Sentences(earlier.text if earlier else "")
        return cls(before, _Sentences(later.text if later else ""), rule, headed)

    @cached_property
    def pairs(self) -> list[Pair]:
        before, after = self.before.texts, self.after.texts
        if self.rule.reads_simplified:
            before, after = tuple(map(simplified, before)), tuple(map(simplified, after))
        return pair_sentences(before, after, headed=self.headed)

    @cached_property
    def dropped(self) -> list[int]:
        paired = {pair.earlier for pair in self.pairs}
        return [i for i in range(len(self.before.texts)) if i not in paired]

    @cached_property
    def added(self) -> list[int]:
        paired = {pair.later for pair in self.pairs}
        return [j for j in range(len(self.after.texts)) if j not in paired]

    def runs_of_dropped(self) -> dict[int, list[int]]:
        """Return the unpaired earlier sentences by the unmoved one that follows them."""
        anchors = {pair.earlier for pair in self.pairs if not pair.moved}
        dropped = set(self.dropped)
        runs: dict[int, list[int]] = {}
        waiting: list[int] = []
        n_earlier = len(self.before.texts)
        for i in range(n_earlier + 1):
            if (i in anchors or i == n_earlier) and waiting:
                runs[i] = waiting
                waiting = []
            if i in dropped:
                waiting.append(i)
        return runs


class _Walk:
    """Walks through one pair of passages and yields its edits in the order of the later one."""

    def __init__(
        self,
        couple: int,
        matched: Sequence[_Matched],
        links: _Links,
        rule: IgnoreRule,
    ) -> None:
        self._all = matched
        self._here = matched[couple]
        self._left = {a.sentence: b for a, b in links.left.items() if a.couple == couple}
        self._came = {a.sentence: b for a, b in links.came.items() if a.couple == couple}
        self._again = sum(a.couple == couple for a in links.again)
        self._rule = rule

    def steps(self) -> list[Step]:
        before, after, pairs = self._here.before, self._here.after, self._here.pairs
        found: list[Step] = []
        dropped = self._here.runs_of_dropped()
        by_later = {pair.later: pair for pair in pairs}
        for j, sentence in enumerate(after.texts):
            at = after.starts[j]
            pair = by_later.get(j)
            if pair is None or not pair.moved:
                anchor = next((p for p in pairs if p.later >= j and not p.moved), None)
                run = dropped.pop(anchor.earlier if anchor else len(before.texts), [])
                found.extend(step for i in run for step in self._gone(i, at))
            if pair is not None:
                found.extend(self._inside(pair))
            elif j in self._came:
                found.extend(self._arrived(j))
            else:
                found.append(Step(Edit(ChangeKind.INSERT, 0, 0, at, at + len(sentence))))
        rest = (i for run in dropped.values() for i in run)
        found.extend(step for i in rest for step in self._gone(i, after.length))
        return _join(found)

    def tally(self) -> Tally:
        """Count the sentences; one that moved to another pair is counted where it stands now.

        Of merged sections, a sentence that is new for both is counted with the first one.
        """
        pairs = self._here.pairs
        texts = self._here.before.texts, self._here.after.texts
        kept = sum(not p.moved and texts[0][p.earlier] == texts[1][p.later] for p in pairs)
        moved = sum(p.moved for p in pairs)
        return Tally(
            kept=kept,
            moved=moved + len(self._came),
            reworded=len(pairs) - moved - kept,
            dropped=len(self._here.dropped) - len(self._left),
            added=len(self._here.added) - len(self._came) - self._again,
        )

    def _inside(self, pair: Pair) -> Iterable[Step]:
        """Yield the edits inside a pair of sentences; what a moved one keeps is a move."""
        before, after = self._here.before, self._here.after
        i, j = before.starts[pair.earlier], after.starts[pair.later]
        texts = before.texts[pair.earlier], after.texts[pair.later]
        for kind, a, b, c, d in diff_texts(*texts, self._rule):
            moved = pair.moved and kind is ChangeKind.EQUAL
            yield Step(Edit(ChangeKind.MOVE if moved else kind, i + a, i + b, j + c, j + d))

    def _gone(self, i: int, at: int) -> Iterable[Step]:
        """Yield the edits of a sentence that stands no longer here, where the later text is."""
        start, text = self._here.before.starts[i], self._here.before.texts[i]
        place = self._left.get(i)
        if place is None:
            yield Step(Edit(ChangeKind.DELETE, start, start + len(text), at, at))
            return
        there = self._all[place.couple].after
        offset = there.starts[place.sentence]
        for kind, a, b, c, d in diff_texts(text, there.texts[place.sentence], self._rule):
            if kind is ChangeKind.EQUAL:
                away = Away(place.couple, offset + c, offset + d)
                yield Step(Edit(ChangeKind.MOVE, start + a, start + b, at, at), away)
            elif b > a:
                yield Step(Edit(ChangeKind.DELETE, start + a, start + b, at, at))

    def _arrived(self, j: int) -> Iterable[Step]:
        """Yield the edits of a sentence that stood in another pair before."""
        start, text = self._here.after.starts[j], self._here.after.texts[j]
        place = self._came[j]
        there = self._all[place.couple].before
        offset = there.starts[place.sentence]
        for kind, a, b, c, d in diff_texts(there.texts[place.sentence], text, self._rule):
            if kind is ChangeKind.EQUAL:
                away = Away(place.couple, offset + a, offset + b)
                yield Step(Edit(ChangeKind.MOVE, 0, 0, start + c, start + d), away)
            elif d > c:
                yield Step(Edit(ChangeKind.INSERT, 0, 0, start + c, start + d))


class _Writer:
    """Turns the edits of one pair of passages into changes with source spans."""

    def __init__(
        self,
        couple: int,
        couples: Sequence[Couple],
        matched: Sequence[_Matched],
        links: _Links,
        rule: IgnoreRule,
    ) -> None:
        self._couples = couples
        self._earlier, self._later = couples[couple]
        self._walk = _Walk(couple, matched, links, rule)
        self._rule = rule

    def read(self) -> PassageDiff:
        changes = tuple(self._change(step) for step in self._walk.steps())
        return PassageDiff(changes, self._walk.tally())

    def _change(self, step: Step) -> Change:
        edit = step.edit
        before = after = elsewhere = None
        one = other = ""
        if self._earlier and edit.earlier_end > edit.earlier_start:
            one = self._earlier.text[edit.earlier_start : edit.earlier_end]
            before = self._earlier.source(edit.earlier_start, edit.earlier_end)
        if self._later and edit.later_end > edit.later_start:
            other = self._later.text[edit.later_start : edit.later_end]
            after = self._later.source(edit.later_start, edit.later_end)
        if step.away is not None:
            passage = self._couples[step.away.couple][0 if before is None else 1]
            elsewhere = passage.source(step.away.start, step.away.end) if passage else None
        edited = edit.kind not in (ChangeKind.EQUAL, ChangeKind.MOVE)
        ignored = edited and self._rule.hides(one, other)
        return Change(edit.kind, before, after, elsewhere, ignored)


def _join(steps: list[Step]) -> list[Step]:
    """Join neighbours of one kind that touch on the sides they have."""
    joined: list[Step] = []
    for step in steps:
        edit = step.edit
        last = joined[-1].edit if joined else None
        away = step.away is not None or (bool(joined) and joined[-1].away is not None)
        if last is None or away or last.kind is not edit.kind or not _touch(last, edit):
            joined.append(step)
        elif edit.kind is ChangeKind.INSERT:
            joined[-1] = Step(last._replace(later_end=edit.later_end))
        else:
            longer = last._replace(earlier_end=edit.earlier_end, later_end=edit.later_end)
            joined[-1] = Step(longer)
    return joined


def _touch(last: Edit, edit: Edit) -> bool:
    if edit.kind is ChangeKind.REPLACE:
        return False
    beside_earlier = edit.kind is ChangeKind.INSERT or last.earlier_end == edit.earlier_start
    return beside_earlier and last.later_end == edit.later_start
