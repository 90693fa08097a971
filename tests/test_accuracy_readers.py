"""How agreement between readers is counted."""

import pytest

from tests.accuracy.readers import agreement, report


@pytest.mark.parametrize(
    ("pairs", "same", "kappa"),
    [
        ([("fulfilled", "fulfilled"), ("missed", "missed")], 1.0, 1.0),
        ([("fulfilled", "missed"), ("missed", "fulfilled")], 0.0, -1.0),
        ([("fulfilled", "fulfilled")] * 3, 1.0, 1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.5, 0.0),
    ],
)
def test_kappa_takes_chance_away(pairs: list[tuple[str, str]], same: float, kappa: float) -> None:
    """Equal throughout is 1, no better than chance 0 (Cohen 1960)."""
    assert agreement(pairs) == pytest.approx((same, kappa))


def test_every_second_reading_is_reported() -> None:
    """Four pairs of verdicts and two alignments at least have a second reader."""
    told = "".join(report())
    assert told.count("kappa") >= 7
    assert told.count("second reading as answer") >= 2
