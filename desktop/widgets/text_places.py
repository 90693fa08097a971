"""Where characters of a text stand on the screen; positions are counted in UTF-16 units."""

from bisect import bisect_left
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit


class TextPlaces:
    """Heights of lines and paragraphs of one text, as it is laid out now.

    Args:
        text: The text.
    """

    def __init__(self, text: QTextEdit) -> None:
        self._text = text

    def y_of(self, at: int) -> float:
        """Return how far below the top of the whole text a character's line starts, in pixels."""
        block = self._text.document().findBlock(at)
        if not block.isValid():
            return 0.0
        top = self._top(block)  # lays the paragraph out, where it was not yet: lines come after
        line = block.layout().lineForTextPosition(at - block.position())
        return top + (line.y() if line.isValid() else 0.0)

    def _top(self, block: QTextBlock) -> float:
        return float(self._text.document().documentLayout().blockBoundingRect(block).top())

    def _shift(self) -> int:
        return self._text.verticalScrollBar().value()

    def block_at(self, y: float) -> QTextBlock:
        """Return the paragraph at a height of the screen, the last one where none reaches it.

        ``cursorForPosition`` names another one before the first painting has laid out the text.
        """
        document = self._text.document()
        layout = document.documentLayout()
        y += self._shift()
        at = bisect_left(
            range(document.blockCount() - 1),
            y,
            key=lambda n: layout.blockBoundingRect(document.findBlockByNumber(n)).bottom(),
        )
        return document.findBlockByNumber(at)

    def seen(self) -> tuple[int, int]:
        """Return the first and the last position on the screen."""
        first, last = self.block_at(0), self.block_at(self._text.viewport().height())
        return first.position(), last.position() + last.length()

    def line_rect(self, at: int) -> QRectF | None:
        """Return where the line of a position is on the screen, or None when it is not seen."""
        block = self._text.document().findBlock(at)
        line = block.layout().lineForTextPosition(at - block.position())
        if not line.isValid():
            return None
        top = self._top(block) + line.y() - self._shift()
        if top + line.height() < 0 or top > self._text.viewport().height():
            return None
        return QRectF(0, top, self._text.viewport().width(), line.height())

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return where the characters of a stretch are on the screen, line by line.

        The boxes end at the baseline's descent, without the room between lines.
        """
        found: list[QRectF] = []
        shift = self._shift()
        block = self._text.document().findBlock(start)
        while block.isValid() and block.position() < end:
            layout, at = block.layout(), block.position()
            top, left = self._top(block) - shift, layout.position().x()
            begin = layout.lineForTextPosition(max(0, start - at))
            for n in range(max(0, begin.lineNumber()), layout.lineCount()):
                line = layout.lineAt(n)
                if line.textStart() >= end - at:
                    break
                first = max(start - at, line.textStart())
                last = min(end - at, line.textStart() + line.textLength())
                if first < last:
                    x, far = _x(line, first), _x(line, last)
                    y = top + line.y()
                    bottom = y + line.ascent() + line.descent()
                    found.append(QRectF(QPointF(left + x, y), QPointF(left + far, bottom)))
            block = block.next()
        return found

    def rows(self, start: int, end: int) -> list[tuple[float, float]]:
        """Return top and bottom of the lines of a stretch, one pair for each paragraph."""
        found: list[tuple[float, float]] = []
        shift = self._shift()
        block = self._text.document().findBlock(start)
        while block.isValid() and block.position() < end:
            lines, at = block.layout(), block.position()
            first = lines.lineForTextPosition(max(0, start - at))
            last = lines.lineForTextPosition(min(block.length() - 1, end - 1 - at))
            if first.isValid() and last.isValid():
                top = self._top(block) - shift
                found.append((top + first.y(), top + last.y() + last.height()))
            block = block.next()
        return found


def _x(line: QTextLine, at: int) -> float:
    """Return where a character of a line begins; the binding hands its position out as well."""
    return cast("tuple[float, int]", line.cursorToX(at))[0]
