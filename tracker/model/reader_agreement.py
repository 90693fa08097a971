"""How far two readers agree who marked the same promises (两人核对的一致程度)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model.ids import CommitmentId
from tracker.model.mark import Mark
from tracker.model.tracking import Verdict


def own_verdict(mark: Mark) -> Verdict | None:
    """Return what a reader said alone, before two readers settled on something else."""
    return mark.verdict if mark.settled_from is None else mark.settled_from


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A promise on which two readers differ.

    Attributes:
        commitment_id: The promise.
        first: The mark of the workspace.
        second: The mark of the second reader.
    """

    commitment_id: CommitmentId
    first: Mark
    second: Mark

    @property
    def said_first(self) -> Verdict | None:
        """The first reader's own verdict, whatever was settled on since."""
        return own_verdict(self.first)

    @property
    def settled(self) -> Verdict | None:
        """What both settled on, None as long as it is open."""
        return None if self.first.settled_from is None else self.first.verdict


@dataclass(frozen=True, slots=True)
class ReaderAgreement:
    """Verdicts of two readers on the promises that both have marked.

    It is measured by what each said alone: settling a difference makes nobody agree afterwards.

    Attributes:
        reader: Name of the second reader.
        counts: How often the first gave one verdict and the second another, or the same:
            ``(first, second)`` to a number.
        only_first: How many promises only the first has marked.
        only_second: How many only the second.
        disagreements: Promises on which they differ, in the order in which they were given.
    """

    reader: str
    counts: Mapping[tuple[Verdict, Verdict], int]
    only_first: int
    only_second: int
    disagreements: tuple[Disagreement, ...]

    @property
    def total(self) -> int:
        """How many promises both have marked."""
        return sum(self.counts.values())

    @property
    def same(self) -> int:
        """On how many of them they agree."""
        return sum(number for (a, b), number in self.counts.items() if a is b)

    @property
    def share(self) -> float | None:
        """Share of equal verdicts, 0 to 1; None where there is none to compare."""
        return self.same / self.total if self.total else None

    @property
    def kappa(self) -> float | None:
        """Agreement beyond chance; 1 is perfect, 0 what chance alone would give.

        Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and
        Psychological Measurement 20(1), 37-46. None where both gave one and the same verdict
        throughout, or nothing is to be compared.
        """
        if not self.total:
            return None
        first = Counter[Verdict]()
        second = Counter[Verdict]()
        for (a, b), number in self.counts.items():
            first[a] += number
            second[b] += number
        chance = sum(first[v] * second[v] for v in first) / self.total**2
        return None if chance == 1 else (self.same / self.total - chance) / (1 - chance)

    def by_verdict(self) -> tuple[tuple[Verdict, int, int, int], ...]:
        """Return for each verdict that occurs how often the first, the second and both gave it."""
        found = []
        for verdict in Verdict:
            first = sum(n for (a, _), n in self.counts.items() if a is verdict)
            second = sum(n for (_, b), n in self.counts.items() if b is verdict)
            if first or second:
                found.append((verdict, first, second, self.counts.get((verdict, verdict), 0)))
        return tuple(found)


def agreement_of_readers(
    reader: str, first: Mapping[CommitmentId, Mark], second: Mapping[CommitmentId, Mark]
) -> ReaderAgreement:
    """Return how far the marks of two readers agree; bare notes say no verdict and count not."""
    one = {key: mark for key, mark in first.items() if own_verdict(mark) is not None}
    other = {key: mark for key, mark in second.items() if mark.verdict is not None}
    counts = Counter[tuple[Verdict, Verdict]]()
    differing = []
    for key, mark in one.items():
        theirs, said = other.get(key), own_verdict(mark)
        if theirs is None or said is None or theirs.verdict is None:
            continue
        counts[said, theirs.verdict] += 1
        if said is not theirs.verdict:
            differing.append(Disagreement(key, mark, theirs))
    return ReaderAgreement(
        reader,
        dict(counts),
        sum(key not in other for key in one),
        sum(key not in one for key in other),
        tuple(differing),
    )
