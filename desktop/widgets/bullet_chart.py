"""A promised figure beside the reported one: a bar, a tick, and the room in which it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.theme import colours
from desktop.widgets.tips import plain_tip
from tracker.model.tracking import Verdict

if TYPE_CHECKING:
    from tracker.workspace import BesideFigures

_BAR = 14
_GAP = 10
_AIR = 1.15
"""How far the scale goes beyond the larger figure."""


class BulletChart(QWidget):
    """One line of words and one bar for each pair of figures.

    The bar is what was reported, the tick what was promised, the pale ground behind them where
    the promise is kept, its tolerance included. A bar that falls short has an open end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[BesideFigures, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_figures(self, figures: tuple[BesideFigures, ...]) -> None:
        """Show these pairs; none hides the picture."""
        self._figures = figures
        self.setVisible(bool(figures))
        self.setFixedHeight(self.sizeHint().height())
        self.say()
        self.update()

    def say(self) -> None:
        """Say in words what the picture shows, for who cannot see it."""
        told = "\n".join(self._words(one) for one in self._figures)
        self.setAccessibleName(self.tr("Promised and reported"))
        self.setAccessibleDescription(told)
        legend = self.tr(
            "Bar: reported. Tick: promised. Pale ground: where the promise is kept, with tolerance."
        )
        self.setToolTip(plain_tip(f"{told}\n{legend}" if told else ""))

    def _words(self, one: BesideFigures) -> str:
        said = self.tr("{0}: promised {1}, reported {2}") if one.name else ""
        words = (
            said.format(one.name, one.promised, one.reported)
            if said
            else (self.tr("promised {0}, reported {1}").format(one.promised, one.reported))
        )
        return f"{words} {'✓' if one.is_kept else '✗'}"

    def _step(self) -> float:
        return QFontMetricsF(self.font()).height() + _BAR + _GAP + 2

    def sizeHint(self) -> QSize:
        """Return room for all pairs."""
        return QSize(240, round(self._step() * len(self._figures)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pairs."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, one in enumerate(self._figures):
            self._paint(painter, one, n * self._step())

    def _paint(self, painter: QPainter, one: BesideFigures, top: float) -> None:
        metrics, width = QFontMetricsF(self.font()), float(self.width())
        painter.setPen(self.palette().text().color())
        words = self._words(one)
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRectF(0, top, width, metrics.height()), 0, elided)
        y = top + metrics.height() + 2
        values = [float(v) for v in (one.target, one.result, one.low, one.high) if v is not None]
        least, most = min(0.0, *values), max(0.0, *values)
        room = (most - least) * _AIR or 1.0

        def x(value: float) -> float:
            return 1 + (value - least) / room * (width - 2)

        ours = colours()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().alternateBase())
        painter.drawRoundedRect(QRectF(0, y, width, _BAR), 3, 3)
        good = ours.of_verdict(Verdict.FULFILLED)
        pale = good.lighter(100)
        pale.setAlpha(46)
        left = x(float(one.low)) if one.low is not None else 0.0
        right = x(float(one.high)) if one.high is not None else width
        painter.setBrush(pale)
        painter.drawRect(QRectF(left, y, max(0.0, right - left), _BAR))
        colour = good if one.is_kept else ours.of_verdict(Verdict.MISSED)
        start, end = sorted((x(0.0), x(float(one.result))))
        bar = QRectF(start, y + 4, max(2.0, end - start), _BAR - 8)
        painter.setBrush(colour if one.is_kept else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.6))
        painter.drawRect(bar)
        painter.setPen(QPen(self.palette().text().color(), 2))
        tick = x(float(one.target))
        painter.drawLine(round(tick), round(y), round(tick), round(y + _BAR))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.say()
            self.update()
