"""Years as columns of a small drawing: a share of each, in parts, with its number on hovering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.widgets.theme import blend, colours, smaller

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent

_LEFT, _BELOW, _ABOVE = 12, 22, 18
_WIDEST = 46


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A year.

    Attributes:
        year: The year.
        parts: Shares of its parts, from below; together at most 1.
        text: What stands above it.
        tip: All that is known of it.
    """

    year: int
    parts: tuple[float, ...]
    text: str
    tip: str


class YearColumns(QWidget):
    """A drawing of years; arrow keys walk through it.

    Signals:
        wanted(int): A year was clicked, or Enter was pressed on it.
    """

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[YearColumn, ...] = ()
        self._top = 1.0
        self._at = -1
        self._legend: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_columns(self, columns: tuple[YearColumn, ...], top: float | None = None) -> None:
        """Show other years; ``top`` is the share at the upper edge, else that of the highest."""
        self._columns = columns
        highest = max((sum(one.parts) for one in columns), default=0.0)
        self._top = top or highest or 1.0
        self._at = min(self._at, len(columns) - 1)
        self._tell()
        self.update()

    def set_legend(self, names: tuple[str, ...]) -> None:
        """Say what the parts are, from below."""
        self._legend = names
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it wants."""
        return QSize(400, 132)

    def _box(self, at: int) -> QRectF:
        above = _ABOVE + (_ABOVE if self._legend else 0)
        wide = (self.width() - 2 * _LEFT) / max(1, len(self._columns))
        wide = min(wide, _WIDEST)
        return QRectF(_LEFT + at * wide, above, wide, self.height() - above - _BELOW)

    def _year_at(self, x: float) -> int:
        return next((n for n in range(len(self._columns)) if self._box(n).right() > x), -1)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the years."""
        painter = QPainter(self)
        painter.setFont(smaller(self.font()))
        text, muted = self.palette().color(QPalette.ColorRole.Text), colours().muted
        metrics = painter.fontMetrics()
        every = 1
        if self._columns:
            room = self._box(0).width()
            every = max(1, -(-(metrics.horizontalAdvance("2000") + 6) // max(1, int(room))))
        self._paint_legend(painter)
        for n, one in enumerate(self._columns):
            box = self._box(n)
            bottom = box.bottom()
            inks = self._inks()[1:2] if len(one.parts) == 1 else self._inks()
            for ink, share in zip(inks, one.parts, strict=False):
                high = box.height() * min(1.0, share / self._top)
                part = QRectF(box.left() + 2, bottom - high, box.width() - 4, high)
                _paint_part(painter, part, ink)
                bottom -= high
            painter.setPen(colours().line)
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            painter.setPen(text)
            if metrics.horizontalAdvance(one.text) <= box.width() + 4:
                above = QRectF(box.left() - 4, bottom - _ABOVE + 2, box.width() + 8, _ABOVE - 3)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, one.text)
            painter.setPen(muted)
            if n % every == 0:
                below = QRectF(box.left() - 20, box.bottom() + 2, box.width() + 40, _BELOW - 2)
                painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, str(one.year))
            if n == self._at and self.hasFocus():
                painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
                painter.drawRect(box.adjusted(0, -_ABOVE + 2, -1, 0))

    def _paint_legend(self, painter: QPainter) -> None:
        """Write what the parts are at the upper edge, where there is one free."""
        x = float(_LEFT)
        inks = self._inks()[1:2] if len(self._legend) == 1 else self._inks()
        for ink, name in zip(inks, self._legend, strict=False):
            if not name:
                continue
            _paint_part(painter, QRectF(x, 5, 9, 9), ink)
            painter.setPen(colours().muted)
            wide = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(x + 13, 1, wide + 4, 17), Qt.AlignmentFlag.AlignVCenter, name)
            x += wide + 28

    def _inks(self) -> tuple[tuple[QColor, QColor], ...]:
        """Return ground and edge of the parts."""
        ground, ours = self.palette().color(QPalette.ColorRole.Base), colours()
        shades = ((ours.open, 0.85), (ours.open, 0.55), (ours.open, 0.3), (ours.fair, 0.5))
        return tuple(
            (blend(ink, ground, share), ink) for ink, share in (*shades, (ours.muted, 0.3))
        )

    def event(self, event: QEvent) -> bool:
        """Tell of a year on hovering."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._year_at(event.pos().x())
            if at >= 0:
                QToolTip.showText(event.globalPos(), self._columns[at].tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from year to year."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._columns:
            self._at = max(0, min(len(self._columns) - 1, self._at + step))
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.wanted.emit(self._columns[self._at].year)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the year that was clicked."""
        at = self._year_at(event.position().x())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._at = at
            self._tell()
            self.update()
            self.wanted.emit(self._columns[at].year)

    def _tell(self) -> None:
        """Let those who hear the screen know the year that the cursor is at."""
        told = self._columns[self._at].tip if 0 <= self._at < len(self._columns) else ""
        self.setAccessibleDescription(told)


def _paint_part(painter: QPainter, box: QRectF, ink: tuple[QColor, QColor]) -> None:
    """Fill a box; pale grounds are told from the window by their edge."""
    ground, edge = ink
    painter.fillRect(box, ground)
    if box.height() >= 1:
        painter.setPen(edge)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
