"""Whether confidence means what it says: of verdicts given with 0.8, four in five are right."""

from collections.abc import Mapping, Sequence

from tests.accuracy.figures import Figures
from tests.accuracy.likeness import share
from tests.accuracy.tracking import SURE

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where the bins of confidence begin; the last ends at 1."""

Judged = Sequence[tuple[float, bool]]
"""Confidence of each verdict, and whether it is right."""


def score_calibration(tracks: Mapping[str, Judged], promised: int) -> Figures:
    """Return how many verdicts of each bin of confidence are right.

    Args:
        tracks: Verdicts by pair of reports.
        promised: How many promises were asked for, also those that were not found.
    """
    figures = Figures()
    every = [row for judged in tracks.values() for row in judged]
    for start, end in zip(BINS, (*BINS[1:], 1.01), strict=True):
        held = [(sure, right) for sure, right in every if start <= sure < end]
        mean = sum(sure for sure, _ in held) / len(held) if held else 0.0
        name = f"confidence_{start:.1f}_to_{min(end, 1.0):.1f}"
        detail = f"right ({len(held)} verdicts, mean confidence {mean:.3f})"
        figures.add(name, share(sum(right for _, right in held), len(held)), detail)
    confident = [right for sure, right in every if sure >= SURE]
    figures.add(
        "confident_right",
        share(sum(confident), len(confident)),
        f"of those given with {SURE} or more, which are {share(len(confident), promised):.3f} "
        f"of all {promised}",
    )
    for name, judged in tracks.items():
        right = [ok for sure, ok in judged if sure >= SURE]
        if right and share(sum(right), len(right)) < SURE:
            figures.differs("overconfident", name, f"{sum(right)} of {len(right)}")
    return figures
