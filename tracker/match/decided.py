"""What a person decided on single promises, as places in the later reports, and how it is told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.match.candidates import Window
from tracker.match.ground import Ground
from tracker.match.naming import Naming
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.decision import MatchWord, NamePair, TrackingWords
from tracker.model.ids import CommitmentId

_QUOTE = 24


@dataclass(frozen=True)
class Chosen:
    """A passage that a person said answers a promise.

    Attributes:
        word: The person's word.
        later: Number of the later report.
        clauses: Indices of the clauses that it covers; none where no part that looks back has it.
    """

    word: MatchWord
    later: int
    clauses: range


@dataclass(frozen=True)
class Decided:
    """A person's decisions, looked up by promise.

    Attributes:
        naming: Names that are one thing or two.
        chosen: Passages that answer a promise, the leading one first.
        refused: Passages that do not.
        blocked: Clauses of these, by index, which never speak of the promise.
        objects: What each promise is about, in the words of its text.
    """

    naming: Naming = field(default_factory=Naming)
    chosen: Mapping[CommitmentId, tuple[Chosen, ...]] = field(default_factory=dict)
    refused: Mapping[CommitmentId, tuple[MatchWord, ...]] = field(default_factory=dict)
    blocked: Mapping[CommitmentId, frozenset[int]] = field(default_factory=dict)
    objects: Mapping[CommitmentId, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        words: TrackingWords,
        naming: Naming,
        ground: Ground,
        commitments: Iterable[Commitment],
    ) -> "Decided":
        """Return decisions as places; those on reports that are not there are left out."""
        numbers = {later.report.id: later.number for later in ground.laters}
        chosen: dict[CommitmentId, list[Chosen]] = defaultdict(list)
        refused: dict[CommitmentId, list[MatchWord]] = defaultdict(list)
        blocked: dict[CommitmentId, set[int]] = defaultdict(set)
        for word in words.matches:
            if word.report_id not in numbers:
                continue
            number = numbers[word.report_id]
            held = _clauses_of(word, number, ground)
            if word.answers:
                chosen[word.commitment].append(Chosen(word, number, _run(held)))
            else:
                refused[word.commitment].append(word)
                blocked[word.commitment].update(held)
        return cls(
            naming,
            {one: tuple(found) for one, found in chosen.items()},
            {one: tuple(found) for one, found in refused.items()},
            {one: frozenset(found) for one, found in blocked.items()},
            {c.id: _object(c) for c in commitments} if naming.pairs else {},
        )

    def blocked_for(self, commitment: CommitmentId) -> frozenset[int]:
        """Return the clauses that do not speak of a promise."""
        return self.blocked.get(commitment, frozenset())

    def joins(self, commitment: Commitment, window: Window, ground: Ground) -> NamePair | None:
        """Return the names by which a window speaks of the promised thing, or None."""
        if not self.naming.usual:
            return None
        return self.naming.joins(self.objects[commitment.id], _passage(window, ground))

    def parts(self, commitment: Commitment, window: Window, ground: Ground) -> NamePair | None:
        """Return the names by which a window speaks of another thing, or None."""
        if not self.naming.pairs:
            return None
        return self.naming.parts(self.objects[commitment.id], _passage(window, ground))

    def refuses(self, commitment: CommitmentId, word: MatchWord) -> bool:
        """Tell whether a passage touches one that was said not to answer a promise."""
        return any(
            other.report_id == word.report_id and other.span.overlap(word.span) > 0
            for other in self.refused.get(commitment, ())
        )


def _object(commitment: Commitment) -> str:
    """Return what a promise is about; its quote may name its neighbours in a list too."""
    statement = commitment.statement
    words = [statement.object, *(m.indicator for m in statement.measures)]
    return "\n".join(word.replace("\n", "") for word in words)


def _passage(window: Window, ground: Ground) -> str:
    clauses = ground.index.clauses[window.first : window.last + 1]
    return ",".join(c.passage.text.replace("\n", "") for c in clauses)


def _clauses_of(word: MatchWord, number: int, ground: Ground) -> list[int]:
    return [
        clause.index
        for clause, place in zip(ground.index.clauses, ground.places, strict=True)
        if place.later == number and clause.span.overlap(word.span) > 0
    ]


def _run(held: list[int]) -> range:
    """Return the first run of neighbouring clauses: cells of a table are read a second time."""
    if not held:
        return range(0)
    end = next((n for n in range(1, len(held)) if held[n] != held[n - 1] + 1), len(held))
    return range(held[0], held[end - 1] + 1)


def told(
    reason: Message, *, chosen: bool, refused: Iterable[str], names: Iterable[NamePair]
) -> Message:
    """Return a reason that also names every decision of a person that acted.

    Args:
        reason: Why the verdict was given.
        chosen: The person chose the passage it rests on.
        refused: Passages, in the words of the text, that the person said do not answer it.
        names: Pairs of names that brought passages in or kept them out.
    """
    zh, en = [reason.zh], [reason.en]
    if chosen:
        zh.append("这处依据由您认定。")
        en.append("You chose this passage.")
    quotes = [_short(quote) for quote in refused]
    if quotes:
        zh.append(f"您认定不是答复、未再采用的有{len(quotes)}处（“{'”“'.join(quotes)}”）。")
        en.append(f"You said of {len(quotes)} (“{'”, “'.join(quotes)}”) that it is no answer.")
    for pair in names:
        if pair.same:
            zh.append(f"您曾认定“{pair.one}”就是“{pair.other}”。")
            en.append(f"You said that “{pair.one}” is “{pair.other}”.")
        else:
            zh.append(f"您曾认定“{pair.one}”与“{pair.other}”不是一回事。")
            en.append(f"You said that “{pair.one}” and “{pair.other}” are two things.")
    return Message("".join(zh), " ".join(en))


def _short(quote: str) -> str:
    text = quote.replace("\n", " ")
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
