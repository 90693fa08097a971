"""Signs of bookmarks and notes in the right margin of a text (书签, 批注).

A bookmark is a ribbon, a note a sheet with lines: they differ by shape. Only those on the screen
have a widget, so that a thousand cost as much as ten.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.widgets.tips import plain_tip

if TYPE_CHECKING:
    from desktop.widgets.reading_text import ReadingText
    from tracker.model.span import Span

_SIZE = QSize(16, 18)
_FROM_EDGE = 2
"""Pixels between a sign and the scroll bar."""
_ROOM = _SIZE.width() + _FROM_EDGE
"""Pixels that lines leave free, so that no sign touches their last character."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What one sign stands for.

    Attributes:
        span: The passage.
        key: What is told when it is clicked.
        is_note: It has words.
        tip: What it says when the mouse rests on it.
    """

    span: Span
    key: int
    is_note: bool
    tip: str


def paint_sign(painter: QPainter, box: QRectF, *, is_note: bool) -> None:
    """Paint a sign into a box of about 9 by 12 pixels, in the colour of the pen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(painter.pen().color(), 1.3)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    path = QPainterPath()
    if is_note:
        fold = box.width() * 0.38
        path.moveTo(box.topLeft())
        path.lineTo(box.right() - fold, box.top())
        path.lineTo(box.right(), box.top() + fold)
        path.lineTo(box.bottomRight())
        path.lineTo(box.bottomLeft())
        path.closeSubpath()
        painter.setPen(pen)
        painter.drawPath(path)
        for share in (0.55, 0.78):
            y = box.top() + box.height() * share
            painter.drawLine(QPointF(box.left() + 2, y), QPointF(box.right() - 2, y))
    else:
        path.moveTo(box.topLeft())
        path.lineTo(box.topRight())
        path.lineTo(box.bottomRight())
        path.lineTo(box.center().x(), box.bottom() - box.height() * 0.3)
        path.lineTo(box.bottomLeft())
        path.closeSubpath()
        painter.fillPath(path, pen.color())
    painter.restore()


class _SignButton(QAbstractButton):
    """One sign on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign: Sign | None = None
        self.setFixedSize(_SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list of bookmarks is the way by keys

    def show_sign(self, sign: Sign) -> None:
        """Stand for another passage."""
        if sign != self.sign:
            self.sign = sign
            self.setToolTip(plain_tip(sign.tip))
            self.setAccessibleName(sign.tip)
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the sign."""
        if self.sign is None:
            return
        painter = QPainter(self)
        role = QPalette.ColorRole.Text if self.underMouse() else QPalette.ColorRole.Link
        painter.setPen(self.palette().color(role))
        paint_sign(painter, QRectF(3.5, 3, 9, 12), is_note=self.sign.is_note)
        painter.end()


class MarginSigns(QObject):
    """The signs of one text.

    Signals:
        clicked(int): The key of the sign that was clicked.
    """

    clicked = Signal(int)

    def __init__(self, text: ReadingText) -> None:
        super().__init__(text)
        self._text = text
        self._signs: tuple[Sign, ...] = ()
        self._heights: list[float] | None = None
        self._buttons: list[_SignButton] = []
        text.verticalScrollBar().valueChanged.connect(self._place)
        text.resized.connect(self._on_resized)
        text.installEventFilter(self)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What there are signs for, by place."""
        return self._signs

    def set_signs(self, signs: tuple[Sign, ...]) -> None:
        """Show other signs."""
        ordered = tuple(sorted(signs, key=lambda sign: sign.span.start))
        if ordered != self._signs:
            self._signs = ordered
            self._text.set_sign_room(_ROOM if ordered else 0)
            self._on_resized()

    def on_screen(self) -> tuple[QWidget, ...]:
        """Return the signs that are seen now, from the top."""
        return tuple(button for button in self._buttons if button.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the text."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _on_resized(self) -> None:
        self._heights = None
        self._place()

    def _place(self) -> None:
        """Put the signs beside what is on the screen."""
        if not self._signs and not self._buttons:
            return
        if self._heights is None:
            self._heights = [self._text.y_of(sign.span.start) for sign in self._signs]
        area, top = self._text.viewport().geometry(), self._text.verticalScrollBar().value()
        first = bisect_left(self._heights, top - _SIZE.height())
        last = bisect_left(self._heights, top + area.height())
        x = area.right() - _SIZE.width() - _FROM_EDGE + 1
        before = float("-inf")
        for n, at in enumerate(range(first, last)):
            # Two passages of one line: the second stands below the first.
            y = max(self._heights[at] - top, before + _SIZE.height())
            before = y
            button = self._button(n)
            button.show_sign(self._signs[at])
            button.move(x, area.top() + round(y) + 2)
            button.show()
        for button in self._buttons[max(0, last - first) :]:
            button.hide()

    def _button(self, n: int) -> _SignButton:
        if n == len(self._buttons):
            button = _SignButton(self._text)
            button.clicked.connect(lambda: self._on_clicked(button))
            self._buttons.append(button)
        return self._buttons[n]

    def _on_clicked(self, button: _SignButton) -> None:
        if button.sign is not None:
            self.clicked.emit(button.sign.key)
