"""What charts show: round figures of an axis, and where results are wanted."""

from decimal import Decimal

import pytest

from desktop.models.charts import axis, tick_texts


@pytest.mark.parametrize(
    ("values", "from_zero", "expected"),
    [
        (("3.7", "4"), False, ("3.7", "3.8", "3.9", "4.0")),
        (("6", "5.5"), True, ("0", "2", "4", "6")),
        (("-3", "4.9"), False, ("-4", "-2", "0", "2", "4", "6")),
        (
            ("9000000", "13600000"),
            False,
            ("900万", "1,000万", "1,100万", "1,200万", "1,300万", "1,400万"),
        ),
        (("5",), False, ("4.4", "4.6", "4.8", "5.0", "5.2", "5.4", "5.6")),
    ],
)
def test_an_axis_has_round_figures(values, from_zero, expected) -> None:
    """Ticks hold all values, in steps of 1, 2 or 5, large ones in 万 or 亿."""
    ticks = axis(map(Decimal, values), from_zero=from_zero)
    assert tick_texts(ticks) == expected
    assert ticks[0] <= min(map(Decimal, values))
    assert ticks[-1] >= max(map(Decimal, values))
