"""``python -m tests.accuracy.readers``: how far two readers of the same texts agree.

Verdicts: share of equal ones and Cohen's kappa (Cohen, Educational and Psychological Measurement
20, 1960). Alignment: one reading scored as the program's answer to the other.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.accuracy.alignment import score_alignment
from tests.accuracy.gold import GOLD, load


def agreement(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return the share of equal labels and Cohen's kappa of two readers' labels."""
    n = len(pairs)
    same = sum(a == b for a, b in pairs) / n
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[label] * other[label] for label in one) / n**2
    return same, 1.0 if chance == 1 else (same - chance) / (1 - chance)


def _told(name: str, pairs: Sequence[tuple[str, str]]) -> str:
    same, kappa = agreement(pairs)
    return f"{name}: {same:.3f} equal, kappa {kappa:.2f} ({len(pairs)} verdicts)\n"


def report() -> Iterator[str]:
    """Yield one line for each pair of readings, and one for all verdicts together."""
    together: list[tuple[str, str]] = []
    for path in sorted(GOLD.glob("verdicts_a_*.jsonl")):
        name = path.stem.removeprefix("verdicts_a_")
        second = {row["id"]: row for row in load(GOLD / f"verdicts_b_{name}.jsonl")}
        pairs = [(row["verdict"], second[row["id"]]["verdict"]) for row in load(path)]
        together += pairs
        yield _told(name, pairs)
    yield _told("all", together)
    for path in sorted(GOLD.glob("align_b_*.jsonl")):
        name = path.stem.removeprefix("align_b_")
        first, second_reading = load(GOLD / f"align_{name}.jsonl"), load(path)
        ways = {
            "second reading as answer to the first": (first, second_reading),
            "first reading as answer to the second": (second_reading, first),
        }
        for way, (asked, answer) in ways.items():
            yield f"{name}, {way}\n"
            yield from (f"  {figure}\n" for figure in score_alignment(asked, answer))


if __name__ == "__main__":
    sys.stdout.writelines(report())
