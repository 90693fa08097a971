"""What a search found, marked in a text: over the colours of changes, never in their place."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.textmap import TextMap
from desktop.widgets.reading_text import ReadingText
from desktop.widgets.theme import colours
from tracker.model.span import Span


class HitMarks(QObject):
    """Marks the hits that are on the screen of one text; thousands cost as little as ten.

    Args:
        text: The text.
    """

    def __init__(self, text: ReadingText) -> None:
        super().__init__(text)
        self._text = text
        self._ranges: list[tuple[int, int]] = []
        self._longest = 0
        text.verticalScrollBar().valueChanged.connect(self.draw)
        text.resized.connect(self.draw)
        text.installEventFilter(self)

    def set_hits(self, text: str, spans: tuple[Span, ...]) -> None:
        """Mark other hits; ``text`` is the source text that they are spans of."""
        places = TextMap(text)
        self._ranges = [places.span_to_utf16(span) for span in spans]
        self._longest = max((end - start for start, end in self._ranges), default=0)
        self.draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over the colours of another theme."""
        if event.type() == QEvent.Type.PaletteChange and self._ranges:
            self.draw()
        return super().eventFilter(watched, event)

    def draw(self) -> None:
        """Mark what is on the screen now."""
        if not self._ranges and not self._text.extraSelections():
            return
        made = QTextCharFormat()
        made.setBackground(colours().found_ground)
        found = []
        for start, end in self._on_screen():
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = cursor, made
            found.append(one)
        self._text.setExtraSelections(found)

    def _on_screen(self) -> list[tuple[int, int]]:
        first = self._text.block_at(0)
        last = self._text.block_at(self._text.viewport().height())
        begin, end = first.position(), last.position() + last.length()
        at = bisect_left(self._ranges, (begin - self._longest, 0))
        until = bisect_left(self._ranges, (end, 0))
        limit = self._text.document().characterCount()
        return [one for one in self._ranges[at:until] if one[1] < limit]
