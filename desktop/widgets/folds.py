"""Lines that are no part of a report, folded into one quiet line that a click opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from desktop.widgets.theme import colours, interface_font, line_height

_NOTHING = 0.01
"""Height of a line that is not seen; with none at all Qt takes the usual one."""


class Folds:
    """Runs of blocks of one text, each folded or open; the text itself stays as it is.

    Args:
        text: Where they are.
    """

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._runs: dict[int, int] = {}
        self._open: set[int] = set()
        self._lent: set[int] = set()
        self._gap = 0.0

    def set_lines(self, lines: Sequence[int], gap: float = 0.0) -> None:
        """Fold these lines (1-based); neighbours with nothing but empty lines between are one.

        Args:
            lines: What is left out.
            gap: Pixels below a paragraph of the text.
        """
        self._gap = gap
        document = self._text.document()
        self._runs, self._open, self._lent = {}, set(), set()
        first = last = -1
        for at in sorted(line - 1 for line in lines):
            between = range(last + 1, at)
            if first >= 0 and not any(
                document.findBlockByNumber(n).text().strip() for n in between
            ):
                last = at
            else:
                first = last = at
            self._runs[first] = last
        for first, last in self._runs.items():
            self._lay_out(first, last)

    def set_gap(self, gap: float) -> None:
        """Lay folds out anew: the text has letters of another size, and this gap."""
        self._gap = gap
        for first, last in self._runs.items():
            self._lay_out(first, last)

    def is_empty(self) -> bool:
        """Tell whether there is nothing to fold."""
        return not self._runs

    def hidden(self) -> list[tuple[int, int]]:
        """Return start and end of what is not seen, in UTF-16 units."""
        found = []
        for first, last in self._runs.items():
            if first not in self._open:
                end = self._block(last)
                found.append((self._block(first).position(), end.position() + end.length() - 1))
        return found

    def toggle_at(self, point: QPointF) -> bool:
        """Open or fold what begins under a point of the viewport; tell whether something does."""
        found = (f for f in self._runs if self._row(f).contains(QPointF(1, point.y())))
        first = next(found, None)
        if first is None:
            return False
        self._open ^= {first}
        self._lent.discard(first)
        self._lay_out(first, self._runs[first])
        return True

    def uncover(self, start: int, end: int) -> bool:
        """Open what hides a stretch, in UTF-16 units, for as long as nothing else is gone to.

        Returns:
            Whether anything was opened or folded again.
        """
        wanted = {
            first
            for first, last in self._runs.items()
            if start < self._block(last).position() + self._block(last).length()
            and self._block(first).position() < end
        }
        changed = (wanted - self._open) | (self._lent - wanted)
        self._open ^= changed
        self._lent = (self._lent & wanted) | (changed & wanted)
        for first in changed:
            self._lay_out(first, self._runs[first])
        return bool(changed)

    def set_open(self, *, is_open: bool) -> None:
        """Open everything, or fold it."""
        self._open, self._lent = set(self._runs) if is_open else set(), set()
        for first, last in self._runs.items():
            self._lay_out(first, last)

    def is_open(self) -> bool:
        """Tell whether anything is open."""
        return bool(self._open)

    def _block(self, number: int) -> QTextBlock:
        return self._text.document().findBlockByNumber(number)

    def _row(self, first: int) -> QRectF:
        """Return where the first line of a run stands in the viewport."""
        box = self._text.document().documentLayout().blockBoundingRect(self._block(first))
        top = box.top() - self._text.verticalScrollBar().value()
        # Of a block that is folded the layout gives the height of its tiny letters.
        height = self._height() if first not in self._open else box.height()
        return QRectF(0, top, self._text.viewport().width(), height)

    def _height(self) -> float:
        font = self._text.font()
        return QFontMetricsF(font).height() * line_height(font) / 100

    def _lay_out(self, first: int, last: int) -> None:
        """Give the blocks of a run their heights."""
        folded = first not in self._open
        kinds = QTextBlockFormat.LineHeightTypes
        usual = QTextBlockFormat()
        font = self._text.font()
        usual.setLineHeight(line_height(font), kinds.ProportionalHeight.value)
        usual.setBottomMargin(self._gap)
        one = QTextBlockFormat()
        one.setBottomMargin(self._gap)
        one.setLineHeight(self._height(), kinds.FixedHeight.value)
        gone = QTextBlockFormat()
        gone.setBottomMargin(0)
        gone.setLineHeight(_NOTHING, kinds.FixedHeight.value)
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            cursor.setPosition(self._block(number).position())
            cursor.mergeBlockFormat((one if number == first else gone) if folded else usual)
        cursor.endEditBlock()

    def paint(self, painter: QPainter, edge: float) -> None:
        """Say how many lines are folded, where each fold is, beginning at ``edge``."""
        painter.setFont(QFont(interface_font()))
        painter.setPen(colours().muted)
        for first, last in self._runs.items():
            row = self._row(first)
            if row.top() > self._text.viewport().height() or row.bottom() < 0:
                continue
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            if first in self._open:
                row.setLeft(edge - 16)
                painter.drawText(row, int(where), "▾")
                continue
            numbers = range(first, last + 1)
            n = sum(bool(self._block(number).text().strip()) for number in numbers)
            words = QCoreApplication.translate("Folds", "Lines left out: {0}").format(n)
            row.setLeft(edge)
            painter.drawText(row, int(where), f"▸ {words}")
