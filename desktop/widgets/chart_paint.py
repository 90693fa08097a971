"""Charts as they are painted, on the screen as in a file: goal as a band, result as a line or bar.

Goals are short bars with a band that fades towards where results are wanted; results are marks
whose shape says where they stand. Everything told by colour is told by shape and by figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.models.charts import axis, tick_texts
from desktop.models.indicator_rows import Reach
from desktop.widgets.indicator_marks import paint_cross, paint_reach
from desktop.widgets.theme import colours, smaller
from tracker.model.measure import Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPalette

    from desktop.models.charts import Chart, ChartPoint

_BAND = 16.0
"""Pixels that the band of a goal fades out over."""
_STRIPS = 8
_UPWARD = frozenset({Comparison.AT_LEAST, Comparison.MORE})
_DOWNWARD = frozenset({Comparison.AT_MOST, Comparison.LESS})
_TITLE, _FOOT, _LEGEND = 30.0, 24.0, 22.0
_WIDEST_BAR = 30.0
_WIDEST_STEP = 280.0
_STEEPEST = 0.8
"""Height of a lone chart for its width: in a high column years lie flat beside each other."""

_SIGN, _APART = 17, 21
"""Pixels of a sign of the legend, and between two meanings."""
"""Pixels from a year to the next at most: further apart they are no more seen as one line."""
_INSET = 16.0
"""Pixels between the lowest value of a line and the axis: for its mark, and a figure below it."""
_SMALL_WIDTH, _SMALL_HEIGHT = 330.0, 190.0
_LEAST_HEIGHT = 150.0
"""Pixels below which the figures of an axis would stand on each other."""
_ROOM = 40.0
"""Pixels that each year needs for its figures to be written."""


@dataclass(frozen=True, slots=True)
class ChartInk:
    """Colours and font of a chart."""

    ground: QColor
    text: QColor
    muted: QColor
    line: QColor
    goal: QColor
    good: QColor
    bad: QColor
    font: QFont

    @classmethod
    def of_screen(cls, palette: QPalette, font: QFont) -> ChartInk:
        """Return the colours of the theme."""
        ours = colours()
        text, base = palette.text().color(), palette.base().color()
        accent = palette.accent().color()
        return cls(base, text, ours.muted, ours.line, accent, ours.good, ours.bad, font)

    @classmethod
    def of_paper(cls, font: QFont) -> ChartInk:
        """Return colours for a page, whatever the theme."""
        inks = ("#ffffff", "#1d2023", "#5d6369", "#d9dce0", "#245f9e", "#1d6b3a", "#b3261e")
        ground, text, muted, line, goal, good, bad = map(QColor, inks)
        return cls(ground, text, muted, line, goal, good, bad, font)

    def of_reach(self, reach: Reach | None, *, ceiling: bool) -> QColor:
        """Return the colour of a result."""
        if reach is None:
            return self.text
        if reach is Reach.AT:
            return self.good
        return self.good if (reach is Reach.ABOVE) is not ceiling else self.bad


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a point was painted.

    Attributes:
        box: Its place.
        row: Indicator.
        column: Column of the table.
        told: All that is known of it.
    """

    box: QRectF
    row: tuple[str, str]
    column: int
    told: str


def height_of(charts: Sequence[Chart], width: float) -> float:
    """Return how high charts are that stand in rows as wide as there is room."""
    if len(charts) < 2:
        return _LEAST_HEIGHT
    across = max(1, int(width // _SMALL_WIDTH))
    return -(-len(charts) // across) * _SMALL_HEIGHT + _LEGEND


def paint_charts(
    painter: QPainter, box: QRectF, charts: Sequence[Chart], ink: ChartInk
) -> tuple[Hit, ...]:
    """Paint one chart over all the room, or several in rows; return where the points are."""
    painter.save()
    painter.fillRect(box, ink.ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    legend = _rows(_meanings(charts, ink), box.width() - 14, ink)
    room = box.adjusted(0, 0, 0, -_LEGEND * len(legend))
    if len(charts) == 1:
        room.setHeight(min(room.height(), max(_LEAST_HEIGHT, room.width() * _STEEPEST)))
    across = max(1, int(box.width() // _SMALL_WIDTH)) if len(charts) > 1 else 1
    across = min(across, max(1, len(charts)))
    lines = max(1, -(-len(charts) // across))
    wide, high = room.width() / across, room.height() / lines
    hits: list[Hit] = []
    for n, chart in enumerate(charts):
        at = QRectF(
            room.left() + wide * (n % across), room.top() + high * (n // across), wide, high
        )
        hits += _Painting(painter, at.adjusted(8, 4, -12, -4), chart, ink).paint()
    for n, row in enumerate(legend):
        line = QRectF(box.left(), room.bottom() + n * _LEGEND, box.width(), _LEGEND)
        _legend(painter, line, row, ink)
    painter.restore()
    return tuple(hits)


_Meaning = tuple[str, Callable[[QPainter, QPointF], None]]
"""Words, and what draws the sign that they are about."""


def _meanings(charts: Sequence[Chart], ink: ChartInk) -> list[_Meaning]:
    """Return what the drawings mean."""

    def bar(painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(ink.goal, 2))
        painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0))

    def reached(reach: Reach) -> Callable[[QPainter, QPointF], None]:
        colour = ink.text if ceiling else ink.of_reach(reach, ceiling=False)
        return lambda painter, at: paint_reach(painter, reach, at, colour)

    ceiling = any(point.less for chart in charts for point in chart.points)
    return [
        (_tr(QT_TRANSLATE_NOOP("ChartLegend", "goal (the band: where results are wanted)")), bar),
        (_tr(QT_TRANSLATE_NOOP("ChartLegend", "result above the goal")), reached(Reach.ABOVE)),
        (_tr(QT_TRANSLATE_NOOP("ChartLegend", "at the goal")), reached(Reach.AT)),
        (_tr(QT_TRANSLATE_NOOP("ChartLegend", "below the goal")), reached(Reach.BELOW)),
        (
            _tr(QT_TRANSLATE_NOOP("ChartLegend", "result without a goal")),
            lambda painter, at: _square(painter, at, ink.text),
        ),
        (
            _tr(QT_TRANSLATE_NOOP("ChartLegend", "goal dropped")),
            lambda painter, at: paint_cross(painter, at, ink.bad),
        ),
    ]


def _rows(said: Sequence[_Meaning], width: float, ink: ChartInk) -> list[list[_Meaning]]:
    """Part a legend into rows that there is room for."""
    metrics = QFontMetricsF(smaller(ink.font))
    rows: list[list[_Meaning]] = [[]]
    left = width
    for one in said:
        needed = metrics.horizontalAdvance(one[0]) + _SIGN
        if needed > left and rows[-1]:
            rows.append([])
            left = width
        rows[-1].append(one)
        left -= needed + _APART
    return rows


def _legend(painter: QPainter, box: QRectF, said: Sequence[_Meaning], ink: ChartInk) -> None:
    """Write one row of what the drawings mean."""
    font = smaller(ink.font)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    x = box.left() + 14
    for text, draw in said:
        draw(painter, QPointF(x + 5, box.center().y()))
        painter.setPen(ink.muted)
        width = metrics.horizontalAdvance(text)
        at = QRectF(x + _SIGN, box.top(), width + 2, box.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, text)
        x += _SIGN + width + _APART


def _tr(text: object) -> str:
    return QCoreApplication.translate("ChartLegend", str(text))


def _square(painter: QPainter, at: QPointF, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6))


class _Painting:
    """One chart being painted into its room."""

    def __init__(self, painter: QPainter, box: QRectF, chart: Chart, ink: ChartInk) -> None:
        self._painter, self._chart, self._ink = painter, chart, ink
        self._small = smaller(ink.font)
        self._metrics = QFontMetricsF(self._small)
        self._ticks = axis(chart.values(), from_zero=chart.bars)
        self._texts = tick_texts(self._ticks)
        margin = max(map(self._metrics.horizontalAdvance, self._texts)) + 10
        self._box = box
        head = 12.0  # room for a figure above the highest point
        self._plot = box.adjusted(margin, _TITLE + head, 0, -_FOOT)
        self._plot.setWidth(min(self._plot.width(), _WIDEST_STEP * max(1, len(chart.points))))
        self._inset = 0.0 if chart.bars else min(_INSET, max(0.0, self._plot.height() * 0.2))
        self._each = self._plot.width() / max(1, len(chart.points))
        self._written = self._each >= _ROOM

    def paint(self) -> list[Hit]:
        self._frame()
        chart = self._chart
        if not chart.bars:
            self._join()
        return [self._point(n, point) for n, point in enumerate(chart.points)]

    def _y(self, value: Decimal) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        share, height = float((value - low) / (high - low)), self._plot.height() - self._inset
        return self._plot.bottom() - self._inset - share * height

    def _x(self, n: int) -> float:
        return self._plot.left() + (n + 0.5) * self._each

    def _frame(self) -> None:
        """Paint title, lines of the axis and their figures."""
        painter, ink, box = self._painter, self._ink, self._box
        font = QFont(ink.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink.text)
        head = QRectF(box.left(), box.top(), box.width(), _TITLE - 6)
        metrics = QFontMetricsF(font)
        unit = self._metrics.horizontalAdvance(self._chart.unit) + 10
        end = Qt.TextElideMode.ElideRight
        title = metrics.elidedText(self._chart.title, end, max(40.0, box.width() - unit))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(self._small)
        painter.setPen(ink.muted)
        after = head.adjusted(metrics.horizontalAdvance(title) + 8, 0, 0, 0)
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, self._chart.unit)
        apart = abs(self._y(self._ticks[0]) - self._y(self._ticks[1]))
        every = max(1, round(self._metrics.height() * 0.9 / max(apart, 1.0) + 0.5))
        for tick, text in list(zip(self._ticks, self._texts, strict=True))[::every]:
            y = self._y(tick)
            painter.setPen(QPen(ink.line, 1.4 if tick == 0 else 0.8))
            painter.drawLine(QPointF(self._plot.left(), y), QPointF(self._plot.right(), y))
            painter.setPen(ink.muted)
            at = QRectF(box.left(), y - 10, self._plot.left() - box.left() - 6, 20)
            painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _join(self) -> None:
        """Join results of years that follow each other; a gap stays a gap."""
        self._painter.setPen(QPen(self._ink.text, 1.3))
        placed = [(n, p.result) for n, p in enumerate(self._chart.points) if p.result is not None]
        for (n, one), (m, other) in pairwise(placed):
            ends = QPointF(self._x(n), self._y(one)), QPointF(self._x(m), self._y(other))
            style = Qt.PenStyle.SolidLine if m == n + 1 else Qt.PenStyle.DotLine
            self._painter.setPen(QPen(self._ink.text, 1.3, style))
            self._painter.drawLine(*ends)

    def _point(self, n: int, point: ChartPoint) -> Hit:
        painter, ink, x = self._painter, self._ink, self._x(n)
        half = min(self._each * 0.36, _WIDEST_BAR / 2 if self._chart.bars else 22.0)
        if self._chart.bars and point.result is not None:
            colour = QColor(ink.of_reach(point.reach, ceiling=point.less))
            colour.setAlpha(60)
            zero, top = self._y(Decimal(0)), self._y(point.result)
            painter.fillRect(QRectF(x - half, min(zero, top), 2 * half, abs(zero - top)), colour)
        if point.low is not None and point.high is not None:
            self._goal(point, x, half, (point.low, point.high))
        elif point.dropped:
            paint_cross(painter, QPointF(x, self._plot.bottom() - 8), ink.bad)
        if point.result is not None:
            at = QPointF(x, self._y(point.result))
            colour = ink.of_reach(point.reach, ceiling=point.less)
            if point.reach is None:
                _square(painter, at, colour)
            else:
                paint_reach(painter, point.reach, at, colour)
        self._label(n, point, x)
        box = QRectF(
            x - self._each / 2, self._plot.top() - 14, self._each, self._plot.height() + 14
        )
        return Hit(box, self._chart.row, point.column, point.told)

    def _goal(
        self, point: ChartPoint, x: float, half: float, goal: tuple[Decimal, Decimal]
    ) -> None:
        """Paint a goal: a bar, and a band to where it wants the result."""
        painter, ink = self._painter, self._ink
        top, bottom = self._y(goal[1]), self._y(goal[0])
        strong = QColor(ink.goal)
        strong.setAlpha(90)
        up = point.bound in _UPWARD or point.bound is Comparison.ABOUT
        down = point.bound in _DOWNWARD or point.bound is Comparison.ABOUT
        reach = _BAND / 2 if point.bound is Comparison.ABOUT else _BAND
        for wanted, edge, by in ((up, top, -reach), (down, bottom, reach)):
            if wanted:
                # Strips, since a PDF knows no gradient that one can see through.
                for n in range(_STRIPS):
                    faint = QColor(strong)
                    faint.setAlpha(strong.alpha() * (_STRIPS - n) // _STRIPS)
                    edges = edge + by * n / _STRIPS, edge + by * (n + 1) / _STRIPS
                    strip = QRectF(x - half, min(edges), 2 * half, reach / _STRIPS)
                    painter.fillRect(strip, faint)
        if bottom - top > 1:
            painter.fillRect(QRectF(x - half, top, 2 * half, bottom - top), strong)
        painter.setPen(QPen(ink.goal, 2))
        for y in {top, bottom}:
            painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))

    def _label(self, n: int, point: ChartPoint, x: float) -> None:
        """Write the year below, and the figures at their marks where there is room."""
        painter, ink = self._painter, self._ink
        painter.setFont(self._small)
        centre = Qt.AlignmentFlag.AlignHCenter
        every = max(1, int(_ROOM // self._each + 1)) if self._each < _ROOM * 0.8 else 1
        if n % every == 0 or self._chart.bars:
            painter.setPen(ink.text)
            wide = self._each * every
            foot = QRectF(x - wide / 2, self._plot.bottom() + 4, wide, _FOOT - 4)
            end = Qt.TextElideMode.ElideRight
            painter.drawText(foot, centre, self._metrics.elidedText(point.label, end, wide))
        if not self._written:
            return
        high = self._metrics.height()
        y_result = self._y(point.result) if point.result is not None else None
        y_goal = self._y(point.low) if point.low is not None else None
        over = y_goal is None or (y_result is not None and y_result <= y_goal)
        for y, text, colour, above in (
            (y_result, point.result_text, ink.text, over),
            (y_goal, point.goal_text, ink.goal, not over),
        ):
            if y is None or not text:
                continue
            top = y - high - 5 if above else y + 5
            top = min(top, self._plot.bottom() - high + 2)
            width = self._metrics.horizontalAdvance(text) + 4
            at = QRectF(x - width / 2, top, width, high)
            ground = QColor(ink.ground)
            ground.setAlpha(200)
            painter.fillRect(at, ground)
            painter.setPen(colour)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, text)
