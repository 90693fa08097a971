"""Charts on the screen: points tell their sentence on hovering and lead to it by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from desktop.widgets.chart_paint import ChartInk, Hit, height_of, paint_charts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.charts import Chart


class ChartCanvas(QWidget):
    """Paints charts and knows what is where.

    Signals:
        wanted(tuple, int): The sentences of a point: key of the row, column.
    """

    wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.charts: tuple[Chart, ...] = ()
        self.hits: tuple[Hit, ...] = ()
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_charts(self, charts: Sequence[Chart]) -> None:
        """Show other charts."""
        self.charts = tuple(charts)
        self._at = -1
        self.fit()
        self.update()

    def fit(self) -> None:
        """Ask for the height that several charts need."""
        self.setMinimumHeight(int(height_of(self.charts, self.width())))

    def resizeEvent(self, event: object) -> None:
        """Set the charts anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the charts, and a frame round the point at the cursor."""
        painter = QPainter(self)
        ink = ChartInk.of_screen(self.palette(), self.font())
        self.hits = paint_charts(painter, QRectF(self.rect()), self.charts, ink)
        if self.hasFocus() and 0 <= self._at < len(self.hits):
            painter.setPen(QPen(self.palette().accent().color(), 1.5))
            painter.drawRoundedRect(self.hits[self._at].box.adjusted(1, 0, -1, 0), 4, 4)

    def hit_at(self, at: QPointF) -> Hit | None:
        """Return the point at a place."""
        return next((hit for hit in self.hits if hit.box.contains(at)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the point below the mouse."""
        hit = self.hit_at(event.position())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if hit is not None else Qt.CursorShape.ArrowCursor
        )
        if hit is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), hit.told, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the sentences of a point."""
        hit = self.hit_at(event.position())
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(hit.row, hit.column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from point to point; Enter goes to the sentences."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is not None and self.hits:
            self._at = max(0, min(len(self.hits) - 1, self._at + by))
            hit = self.hits[self._at]
            self.setAccessibleDescription(hit.told)
            QToolTip.showText(self.mapToGlobal(hit.box.topLeft().toPoint()), hit.told, self)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            hit = self.hits[self._at]
            self.wanted.emit(hit.row, hit.column)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room of a chart with its figures."""
        return QSize(600, 280)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        self.update()


class ChartArea(QScrollArea):
    """The charts with a bar where there are more than find room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = ChartCanvas(self)
        self.setWidget(self.canvas)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.canvas)
