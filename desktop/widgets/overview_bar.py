"""A narrow bar beside a text that shows all of it: where it changed, and what is on the screen.

Each kind has a colour, a lane and a shape of its own: what came at the left (a block), then
what went (a frame), what moved (two lines), figures at the right (a wedge), hits of a search from
edge to edge, bookmarks as ribbons over all of them.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from desktop.widgets.theme import colours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.widgets.reading_text import ReadingText
    from tracker.model.span import Span

WIDTH = 18
_LEAST = 2.0
"""Pixels that the shortest mark is high."""


class Spot(Enum):
    """What a mark on the bar stands for."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    FIGURE = "figure"
    HIT = "hit"
    BOOKMARK = "bookmark"


class OverviewBar(QWidget):
    """Shows a text from its first to its last line; a click or a drag goes there.

    Marks are painted once into a picture; scrolling moves only the frame over it.

    Args:
        text: The text.
    """

    def __init__(self, text: ReadingText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._marks: tuple[tuple[Span, Spot], ...] = ()
        self._hits: tuple[tuple[Span, Spot], ...] = ()
        self._bookmarks: tuple[tuple[Span, Spot], ...] = ()
        self._picture: QPixmap | None = None
        self._height = 0.0
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.retranslate()
        text.verticalScrollBar().valueChanged.connect(self.update)
        text.verticalScrollBar().rangeChanged.connect(self.update)
        text.resized.connect(self._forget)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.setAccessibleName(self.tr("Overview of the text"))
        self.setToolTip(
            self.tr(
                "The whole text: blocks for what came or went, two lines for what moved, wedges "
                "for figures, a line across for a hit, a ribbon for a bookmark. Click or drag to "
                "go there."
            )
        )

    def sizeHint(self) -> QSize:
        """Return a narrow size."""
        return QSize(WIDTH, 100)

    def set_marks(self, marks: Sequence[tuple[Span, Spot]]) -> None:
        """Show other changes."""
        self._marks = tuple(marks)
        self._forget()

    def set_hits(self, spans: Sequence[Span]) -> None:
        """Show other hits of a search."""
        found = tuple((span, Spot.HIT) for span in spans)
        if found != self._hits:
            self._hits = found
            self._forget()

    def set_bookmarks(self, spans: Sequence[Span]) -> None:
        """Show other bookmarks."""
        found = tuple((span, Spot.BOOKMARK) for span in spans)
        if found != self._bookmarks:
            self._bookmarks = found
            self._forget()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where was clicked."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along while the button is held."""
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.height():
            y = event.position().y() / self.height() * self._text.text_height
            self._text.verticalScrollBar().setValue(round(y - self._text.viewport().height() / 2))

    def frame(self) -> QRectF:
        """Return where on the bar stands what is on the screen."""
        whole = max(1.0, self._text.text_height)
        top = self._text.verticalScrollBar().value() / whole * self.height()
        height = self._text.viewport().height() / whole * self.height()
        return QRectF(0.5, top + 0.5, self.width() - 1, max(8.0, min(height, self.height()) - 1))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the picture, and the frame over it."""
        ratio = self.devicePixelRatioF()
        # Asked here and not when the range changes: each answer lays out the text to its end.
        grown = self._text.text_height != self._height
        if grown or self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = self._draw(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(self.palette().color(QPalette.ColorRole.WindowText))
        ink.setAlpha(26)
        painter.setBrush(ink)
        ink.setAlpha(120)
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(self.frame(), 2, 2)
        painter.end()

    def _places(self, share: float) -> Iterator[tuple[Spot, float, float]]:
        """Yield where marks begin and end on the bar."""
        for span, spot in (*self._marks, *self._hits, *self._bookmarks):
            top = self._text.y_of(span.start) * share
            wide = spot in (Spot.ADDED, Spot.DROPPED)
            yield spot, top, self._text.y_of(span.end) * share if wide else top

    def _draw(self, ratio: float) -> QPixmap:
        """Draw all marks once."""
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.palette().color(QPalette.ColorRole.Base))
        self._height = self._text.text_height
        share = self.height() / max(1.0, self._height)
        painter = QPainter(picture)
        painter.setPen(QPen(colours().line, 1))
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
        for spot, top, bottom in _joined(self._places(share)):
            _paint_spot(painter, spot, top, max(top + _LEAST, bottom))
        painter.end()
        return picture


def _joined(places: Iterable[tuple[Spot, float, float]]) -> Iterator[tuple[Spot, float, float]]:
    """Yield marks in order, those that came or went and touch on the bar as one."""
    last: dict[Spot, tuple[float, float]] = {}
    for spot, top, bottom in places:
        begun = last.get(spot)
        if spot not in (Spot.ADDED, Spot.DROPPED):
            yield spot, top, bottom
        elif begun is not None and top <= begun[1] + 1:
            last[spot] = begun[0], max(begun[1], bottom)
        else:
            if begun is not None:
                yield spot, *begun
            last[spot] = top, bottom
    for spot, begun in last.items():
        yield spot, *begun


def _paint_spot(painter: QPainter, spot: Spot, top: float, bottom: float) -> None:
    ours = colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, spot is Spot.FIGURE)
    if spot is Spot.ADDED:
        painter.fillRect(QRectF(2, top, 3, bottom - top), ours.added)
    elif spot is Spot.DROPPED:
        painter.fillRect(QRectF(6, top, 1, bottom - top), ours.dropped)
        painter.fillRect(QRectF(9, top, 1, bottom - top), ours.dropped)
        painter.fillRect(QRectF(6, top, 4, 1), ours.dropped)
    elif spot is Spot.MOVED:
        painter.fillRect(QRectF(11, top, 1, 3), ours.moved)
        painter.fillRect(QRectF(13, top, 1, 3), ours.moved)
    elif spot is Spot.FIGURE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ours.fair)
        painter.drawPolygon(
            [QPointF(17.5, top - 2.5), QPointF(17.5, top + 3.5), QPointF(13, top + 0.5)]
        )
    elif spot is Spot.BOOKMARK:
        _paint_ribbon(painter, top)
    else:
        painter.fillRect(QRectF(1, top, WIDTH - 1, 2), ours.unsure)


def _paint_ribbon(painter: QPainter, top: float) -> None:
    """Paint a bookmark, with a rim that parts it from what it lies over."""
    palette = QGuiApplication.palette()
    corners = ((1.5, 0.0), (8.5, 0.0), (8.5, 9.0), (5.0, 6.0), (1.5, 9.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Link))
    painter.drawPolygon([QPointF(x, top - 1 + y) for x, y in corners])
