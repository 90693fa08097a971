"""The line that is drawn from section to section while a person links them with the mouse."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

_PAD = 8
_DOT = 4.0
_WIDEST = 560
"""Room for two headings as they are cut: a name that is cut twice reads badly."""


class LinkLine(QWidget):
    """Lies over the texts while a section is dragged; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.source = QRect()
        self.target: QRect | None = None
        self.words = ""
        self.fits = False
        self._at = QPoint()
        self.hide()

    def lay(self, source: QRect, at: QPoint) -> None:
        """Draw from a place of the screen to the mouse; nothing is below it yet."""
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
        self.source = QRect(self.mapFromGlobal(source.topLeft()), source.size())
        self._at = self.mapFromGlobal(at)
        self.target, self.words, self.fits = None, "", False
        self.raise_()
        self.show()
        self.update()

    def aim(self, target: QRect, words: str, *, fits: bool) -> None:
        """Show the section below the mouse, what it is called, and whether it can be linked."""
        self.target = QRect(self.mapFromGlobal(target.topLeft()), target.size())
        self.words, self.fits = words, fits
        self.update()

    def _ends(self) -> tuple[QPointF, QPointF]:
        """Return where the line begins and ends: at the sides that face each other."""
        end = self._inside(QPointF(self._at))
        rightwards = end.x() >= self.source.center().x()
        x = self.source.right() if rightwards else self.source.left()
        start = self._inside(QPointF(x, self.source.center().y()))
        if self.target is not None and self.fits:
            side = self.target.left() if rightwards else self.target.right()
            end = self._inside(QPointF(side, self.target.center().y()))
        return start, end

    def _inside(self, point: QPointF) -> QPointF:
        """Return the nearest point that is seen: the mouse may leave the texts, the line not."""
        return QPointF(
            min(max(point.x(), _DOT), self.width() - _DOT),
            min(max(point.y(), _DOT), self.height() - _DOT),
        )

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint both sections, the line between them, and the words beside the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Accent)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        self._paint_place(painter, self.source, fits=True)
        if self.target is not None:
            self._paint_place(painter, self.target, fits=self.fits)
        start, end = self._ends()
        pull = max(30.0, abs(end.x() - start.x()) / 2)
        pull = pull if end.x() >= start.x() else -pull
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(pull, 0), end - QPointF(pull, 0), end)
        style = Qt.PenStyle.SolidLine if self.fits else Qt.PenStyle.DashLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent if self.fits else quiet, 2, style))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent if self.fits else quiet)
        for point in (start, end):
            painter.drawEllipse(point, _DOT, _DOT)
        if self.words:
            self._paint_words(painter)

    def _paint_place(self, painter: QPainter, place: QRect, *, fits: bool) -> None:
        palette = self.palette()
        ink = palette.color(
            QPalette.ColorRole.Accent if fits else QPalette.ColorRole.PlaceholderText
        )
        style = Qt.PenStyle.SolidLine if fits else Qt.PenStyle.DashLine
        painter.setPen(QPen(ink, 1.5, style))
        ink.setAlpha(36 if fits else 16)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(place).adjusted(1, 0.5, -1, -0.5), 4, 4)

    def _paint_words(self, painter: QPainter) -> None:
        metrics = QFontMetrics(self.font())
        room = min(_WIDEST, self.width() - 4 * _PAD)
        text = metrics.elidedText(self.words, Qt.TextElideMode.ElideMiddle, room)
        box = QRect(0, 0, metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + _PAD)
        box.moveTopLeft(self._at + QPoint(14, 16))
        box.moveRight(min(box.right(), self.width() - _PAD))
        box.moveBottom(min(box.bottom(), self.height() - _PAD))
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.ToolTipBase))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(palette.color(QPalette.ColorRole.ToolTipText))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
