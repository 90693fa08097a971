"""What a text says of the place under the mouse."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.widgets.reading_text import ReadingText


class HoverTips(QObject):
    """Shows a tip for a note, or else for what stands under the mouse; words stay words.

    Args:
        text: The text.
    """

    def __init__(self, text: ReadingText) -> None:
        super().__init__(text)
        self._text = text
        self._tell: Callable[[int], str] | None = None
        text.viewport().installEventFilter(self)

    def set_source(self, tell: Callable[[int], str] | None) -> None:
        """Ask this from now on what is to be said of a position."""
        self._tell = tell

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the question for a tip."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().eventFilter(watched, event)
        gloss = self._text.notes.hit(event.pos().toPointF())
        if gloss is not None:
            told = gloss.tip
        elif self._text.margin.tag_at(event.pos().toPointF()) is not None:
            told = self.tr("Click: the nearest sections of the other report")
        elif self._tell is not None and self._is_over_text(event.pos()):
            told = self._tell(self._text.position_at(event.pos()))
        else:
            told = ""
        if told:
            rich = f"<p style='white-space:pre-wrap'>{escape(told)}</p>"
            QToolTip.showText(event.globalPos(), rich, self._text.viewport())
        else:
            QToolTip.hideText()
        return True

    def _is_over_text(self, point: QPoint) -> bool:
        """Tell whether a point is over a character, and not beside a line or in the margin."""
        box = self._text.cursorRect(self._text.cursorForPosition(point))
        size = self._text.fontMetrics().height()
        return abs(box.center().x() - point.x()) <= size and box.top() <= point.y() <= box.bottom()
