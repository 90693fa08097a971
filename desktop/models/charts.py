"""What a chart shows, as values: points over years, or bars of regions; nothing is painted here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from desktop.models.indicator_rows import ends, goal, reach, result, wants_less

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.models.indicator_rows import IndicatorRow, Reach
    from desktop.models.indicator_table import IndicatorTable
    from tracker.model.measure import Comparison

_TICKS = 5
_SCALES = ((Decimal(100_000_000), "亿"), (Decimal(10_000), "万"))
_ENOUGH = 10
"""Times a scale from which figures of an axis are told in it: 1,300万, but 9,000."""
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A year or a region in a chart.

    Attributes:
        label: What it is called.
        column: Its column in the table.
        low: Lower end of the goal, None without one.
        high: Upper end; the same for a goal of one figure.
        bound: How the goal binds.
        result: The result, None without one.
        goal_text: The goal as its report writes it.
        result_text: The result, the same.
        reach: Where the result stands.
        less: A result below the goal is the better one.
        dropped: There is no goal any more.
        told: All that is known, in lines.
    """

    label: str
    column: int
    low: Decimal | None
    high: Decimal | None
    bound: Comparison | None
    result: Decimal | None
    goal_text: str
    result_text: str
    reach: Reach | None
    less: bool
    dropped: bool
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One indicator as a drawing.

    Attributes:
        title: The indicator.
        unit: What the axis counts.
        row: The row of the table, by its key.
        points: Years or regions, in order.
        bars: Regions, as bars; else years, as a line.
        ceiling: Less is better.
    """

    title: str
    unit: str
    row: tuple[str, str]
    points: tuple[ChartPoint, ...]
    bars: bool
    ceiling: bool

    def values(self) -> tuple[Decimal, ...]:
        """Return all figures that have to find room."""
        found = (v for p in self.points for v in (p.low, p.high, p.result))
        return tuple(value for value in found if value is not None)


def chart_of(row: IndicatorRow, table: IndicatorTable) -> Chart:
    """Return the drawing of a row; regions without any figure are left out, years are not."""
    bars = table.year is not None
    points = tuple(_point(row, column, table) for column in range(len(row.cells)))
    if bars:
        points = tuple(p for p in points if p.low is not None or p.result is not None)
    title = row.name if table.year is None else f"{row.name} {table.year}"
    return Chart(title, row.detail, row.key, points, bars, row.ceiling)


def _point(row: IndicatorRow, column: int, table: IndicatorTable) -> ChartPoint:
    cell = row.cells[column]
    told, label = table.told(row, column), table.columns()[column]
    if cell is None:
        return ChartPoint(label, column, None, None, None, None, "", "", None, False, False, told)
    low, high = ends(cell)
    return ChartPoint(
        label=label,
        column=column,
        low=low,
        high=high,
        bound=cell.pair.comparison if cell.pair else None,
        result=cell.pair.reported_value if cell.pair else None,
        goal_text=goal(cell),
        result_text=result(cell),
        reach=reach(cell),
        less=wants_less(cell, ceiling=row.ceiling),
        dropped=cell.dropped,
        told=told,
    )


def axis(values: Iterable[Decimal], *, from_zero: bool) -> tuple[Decimal, ...]:
    """Return the ticks of an axis that has room for values: 3 to 6 round figures."""
    found = tuple(values) or (Decimal(0), Decimal(1))
    low, high = min(found), max(found)
    if from_zero or (low >= 0 and low < high / 2):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        margin = abs(low) / 10 or Decimal(1)
        low, high = low - margin, high + margin
    step = _step((high - low) / _TICKS)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * n for n in range(int(first), int(last) + 1))


def _step(raw: Decimal) -> Decimal:
    """Return the round figure next above: 1, 2 or 5 with zeros."""
    unit = Decimal(10) ** raw.adjusted()
    return next(step * unit for step in _STEPS if step * unit >= raw)


def tick_texts(ticks: Sequence[Decimal]) -> tuple[str, ...]:
    """Return what stands beside ticks, all with the same decimals."""
    most = max(map(abs, ticks))
    scale, word = next((s for s in _SCALES if most >= s[0] * _ENOUGH), (Decimal(1), ""))
    step = (ticks[1] - ticks[0]) / scale
    digits = max(0, -int(step.normalize().as_tuple().exponent))
    return tuple(f"{tick / scale:,.{digits}f}{word if tick else ''}" for tick in ticks)
