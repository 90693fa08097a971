"""Rows of the table of indicators: what each cell shows, in words; no Qt view in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.words import name_of
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.tracking import Goalpost

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.model.series import IndicatorCell, IndicatorSeries, IndicatorValue

SIGNS = {
    Comparison.AT_LEAST: "≥",
    Comparison.MORE: ">",
    Comparison.AT_MOST: "≤",
    Comparison.LESS: "<",
    Comparison.ABOUT: "≈",
}
_PERCENT = frozenset({"%", "个百分点"})
_ABOUT = Decimal("0.02")
"""Share of a goal that is called 左右 within which a result is still at it: 4.9 is about 5."""


class Reach(StrEnum):
    """Where a result stands to the figure of its goal; no verdict, the figures alone."""

    ABOVE = "above"
    AT = "at"
    BELOW = "below"


class RowOrder(StrEnum):
    """What the rows are sorted by."""

    MAIN = "main"
    NAME = "name"
    MOVED = "moved"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator, of a kind and unit, in all columns of the table.

    Attributes:
        name: Its name, with the part of the region that is meant.
        detail: What is measured of it: growth in per cent, level in 亿元.
        standard: It stands in the vocabulary.
        headline: It is a main goal somewhere.
        ceiling: Less is better.
        unit: Base unit.
        series: The series of each column's region, None where it has none.
        cells: What stands in each column.
    """

    name: str
    detail: str
    standard: bool
    headline: bool
    ceiling: bool
    unit: str
    series: tuple[IndicatorSeries | None, ...]
    cells: tuple[IndicatorCell | None, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What the row is known by."""
        return self.name, self.detail

    @property
    def filled(self) -> int:
        """Return how many cells have a value."""
        return sum(cell is not None and cell.pair is not None for cell in self.cells)

    @property
    def place(self) -> tuple[int, int]:
        """Return where its latest goal stands: main goals follow each other as in the report."""
        if len({cell.year for cell in self.cells if cell is not None}) < 2:
            return 0, 0  # regions of a year: each report has an order of its own
        goals = [c.pair.promised for c in self.cells if c and c.pair and c.pair.promised]
        latest = max(goals, key=lambda goal: goal.report_year or 0, default=None)
        return (1, 0) if latest is None else (-(latest.report_year or 0), latest.span.start)

    @property
    def moved(self) -> int:
        """Return how many goals were eased, dropped or left without a result."""
        return sum(
            bool(cell and (cell.goalposts or cell.dropped or cell.unanswered))
            for cell in self.cells
        )

    @property
    def short(self) -> int:
        """Return how many results fall short of the figure of their goal."""
        wrong = {True: Reach.ABOVE, False: Reach.BELOW}
        return sum(
            reach(cell) is wrong[wants_less(cell, ceiling=self.ceiling)]
            for cell in self.cells
            if cell is not None
        )


def year_columns(series: Iterable[IndicatorSeries]) -> tuple[int, ...]:
    """Return the years that any indicator has a value of, without those at the ends that are bare.

    A year that only single figures look ahead to, far from the others, makes no column: a plan
    report names one goal for 2035 among hundreds for this year.
    """
    counts: dict[int, int] = defaultdict(int)
    documented: set[int] = set()
    for one in series:
        for cell in one.cells:
            counts[cell.year] += cell.pair is not None
            if cell.planned or cell.looked_back:
                documented.add(cell.year)
    kept = [year for year, n in counts.items() if n and year in documented]
    return tuple(range(min(kept), max(kept) + 1)) if kept else ()


def rows_by_year(
    series: Sequence[IndicatorSeries], years: Sequence[int]
) -> tuple[IndicatorRow, ...]:
    """Return a row for each series of one region, its years side by side."""
    rows = []
    for one in series:
        by_year = {cell.year: cell for cell in one.cells}
        cells = tuple(by_year.get(year) for year in years)
        rows.append(_row(one, (one,) * len(cells), cells))
    return tuple(row for row in rows if row.filled)


def rows_by_region(
    series: Iterable[IndicatorSeries], regions: Sequence[str], year: int
) -> tuple[IndicatorRow, ...]:
    """Return a row for each indicator of any region, the regions side by side in one year."""
    groups: dict[tuple[object, ...], dict[str, IndicatorSeries]] = {}
    for one in series:
        key = one.indicator, one.kind, one.unit
        groups.setdefault(key, {})[one.region] = one
    rows = []
    for held in groups.values():
        of_regions = tuple(held.get(region) for region in regions)
        cells = tuple(_cell_of(one, year) for one in of_regions)
        rows.append(_row(next(iter(held.values())), of_regions, cells))
    return tuple(row for row in rows if row.filled)


def _cell_of(series: IndicatorSeries | None, year: int) -> IndicatorCell | None:
    if series is None:
        return None
    return next((cell for cell in series.cells if cell.year == year), None)


def _row(
    one: IndicatorSeries,
    series: tuple[IndicatorSeries | None, ...],
    cells: tuple[IndicatorCell | None, ...],
) -> IndicatorRow:
    scope = one.indicator.scope
    kind = "" if one.kind is MeasureKind.OTHER else name_of(one.kind)
    return IndicatorRow(
        name=f"{one.indicator.name}（{scope}）" if scope else one.indicator.name,
        detail=" · ".join(part for part in (kind, one.unit) if part),
        standard=one.indicator.standard,
        headline=any(held is not None and held.headline for held in series),
        ceiling=one.ceiling,
        unit=one.unit,
        series=series,
        cells=cells,
    )


def sorted_rows(rows: Iterable[IndicatorRow], order: RowOrder) -> tuple[IndicatorRow, ...]:
    """Return rows in an order; what is equal stands by how much is known of it."""
    if order is RowOrder.NAME:
        return tuple(sorted(rows, key=lambda row: row.key))

    def rank(row: IndicatorRow) -> tuple[object, ...]:
        main = not row.headline, not row.standard
        first = {RowOrder.MOVED: -row.moved, RowOrder.SHORT: -row.short}.get(order, 0)
        return first, *main, row.place, -row.filled, row.key

    return tuple(sorted(rows, key=rank))


# What a cell says


def wants_less(cell: IndicatorCell, *, ceiling: bool) -> bool:
    """Tell whether a result below the goal is the better one: 失业率, 能耗下降3%, 5%以内."""
    pair = cell.pair
    if pair is None or pair.promised is None:
        return ceiling
    falls = pair.promised.kind is MeasureKind.DECREASE
    return ceiling or falls or pair.comparison in (Comparison.AT_MOST, Comparison.LESS)


def written(value: IndicatorValue | None, bound: Comparison | None = None) -> str:
    """Return a figure as its report writes it, a fall with a minus, with the sign of its bound."""
    if value is None or value.written_value is None:
        return ""
    falls = value.kind is MeasureKind.DECREASE and value.unit in _PERCENT
    comparison = bound or value.comparison
    sign = SIGNS.get(comparison, "") if comparison else ""
    minus = "-" if falls and value.written_value else ""
    upper = f"~{value.written_value2:f}" if value.written_value2 is not None else ""
    return f"{sign}{minus}{value.written_value:f}{upper}{value.written_unit}"


def result(cell: IndicatorCell) -> str:
    """Return the result of a cell: without a bound, with a word where it is an estimate."""
    value = cell.pair.reported if cell.pair else None
    text = written(value).lstrip("".join(SIGNS.values()))
    if value is not None and value.estimated:
        return QCoreApplication.translate("Indicators", "{0} est.").format(text)
    return text


def goal(cell: IndicatorCell) -> str:
    """Return the goal of a cell."""
    return written(cell.pair.promised, cell.pair.comparison) if cell.pair else ""


def goal_before(row: IndicatorRow, column: int) -> IndicatorCell | None:
    """Return the nearest earlier year of a cell's series that had a goal."""
    cell, series = row.cells[column], row.series[column]
    if cell is None or series is None:
        return None
    earlier = (one for one in reversed(series.cells) if one.year < cell.year)
    return next((one for one in earlier if one.pair and one.pair.promised), None)


def sources(row: IndicatorRow, column: int) -> tuple[IndicatorValue, ...]:
    """Return the figures that a cell leads to: goal and result, or the goal that was dropped."""
    cell = row.cells[column]
    pair = cell.pair if cell else None
    if cell is not None and pair is None and cell.dropped:
        before = goal_before(row, column)
        pair = before.pair if before else None
        return (pair.promised,) if pair and pair.promised else ()
    values = (pair.promised, pair.reported) if pair else ()
    return tuple(value for value in values if value is not None)


def reach(cell: IndicatorCell) -> Reach | None:
    """Return where the result stands to the goal; None where one of them is missing."""
    pair = cell.pair
    if pair is None or pair.promised_value is None or pair.reported_value is None:
        return None
    low, high = ends(cell)
    if low is None or high is None:
        return None
    slack = abs(low) * _ABOUT if pair.comparison is Comparison.ABOUT else Decimal(0)
    if low - slack <= pair.reported_value <= high + slack:
        return Reach.AT
    return Reach.ABOVE if pair.reported_value > high else Reach.BELOW


def ends(cell: IndicatorCell) -> tuple[Decimal | None, Decimal | None]:
    """Return the lower and the upper end of a goal; the same where it is one figure."""
    pair = cell.pair
    if pair is None or pair.promised is None or pair.promised_value is None:
        return None, None
    value = pair.promised_value
    other = pair.promised.value2
    if other is None:
        return value, value
    signed = -other if value < 0 else other
    return min(value, signed), max(value, signed)


def reach_word(found: Reach) -> str:
    """Return in words where a result stands."""
    return {
        Reach.ABOVE: QCoreApplication.translate("Indicators", "above the goal"),
        Reach.AT: QCoreApplication.translate("Indicators", "at the goal"),
        Reach.BELOW: QCoreApplication.translate("Indicators", "below the goal"),
    }[found]


def post_word(post: Goalpost) -> str:
    """Return in a short word how a goal was moved."""
    return {
        Goalpost.LOWER: QCoreApplication.translate("Indicators", "eased"),
        Goalpost.SOFTER: QCoreApplication.translate("Indicators", "softer"),
        Goalpost.DEFINITION: QCoreApplication.translate("Indicators", "reworded"),
        Goalpost.LATER: QCoreApplication.translate("Indicators", "put off"),
    }[post]
