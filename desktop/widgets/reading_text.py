"""A report, to be read: source text as plain data, formats laid over it, nothing else.

Text goes in by ``setPlainText``: tags, links and formulas in a document stay characters. Formats
come from a highlighter, so the text itself is never touched.
"""

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.textmap import TextMap
from desktop.widgets.theme import body_font, colours, line_height
from tracker.model.span import Span


class Ink(Enum):
    """What a stretch of text is shown as."""

    HEADING = "heading"
    NOISE = "noise"
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    NUMBER = "number"
    QUOTE = "quote"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Inked:
    """A source span and how it is shown; later ones lie over earlier ones."""

    span: Span
    ink: Ink


def _format(ink: Ink) -> QTextCharFormat:
    """Return how an ink looks; each differs by shape as well as by colour."""
    made, ours = QTextCharFormat(), colours()
    if ink is Ink.HEADING:
        made.setFontWeight(QFont.Weight.Bold)
    elif ink is Ink.NOISE:
        made.setForeground(ours.muted)
        made.setFontItalic(True)
    elif ink is Ink.ADDED:
        made.setForeground(ours.added)
        made.setBackground(ours.added_ground)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(ours.added)
    elif ink is Ink.DROPPED:
        made.setForeground(ours.dropped)
        made.setBackground(ours.dropped_ground)
        made.setFontStrikeOut(True)
    elif ink is Ink.MOVED:
        made.setForeground(ours.moved)
    elif ink is Ink.NUMBER:
        made.setBackground(ours.number_ground)
        made.setFontWeight(QFont.Weight.DemiBold)
    elif ink is Ink.QUOTE:
        made.setBackground(ours.quote_ground)
    return made


class _Inker(QSyntaxHighlighter):
    """Lays the formats of spans over the blocks they run through."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._runs: list[tuple[int, int, Ink]] = []
        self._starts: list[int] = []
        self._longest = 0
        self._formats: dict[Ink, QTextCharFormat] = {}

    def set_runs(self, runs: list[tuple[int, int, Ink]]) -> None:
        """Show other spans (UTF-16 start, end, ink)."""
        order = list(Ink)
        self._runs = sorted(runs, key=lambda run: run[0])
        self._starts = [run[0] for run in self._runs]
        self._longest = max((end - start for start, end, _ in self._runs), default=0)
        self._formats = {ink: _format(ink) for ink in order}
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        first = self.currentBlock().position()
        last = first + self.currentBlock().length() - 1
        at = bisect_left(self._starts, first - self._longest)
        here: list[tuple[int, int, Ink]] = []
        while at < len(self._runs) and self._starts[at] < last:
            start, end, ink = self._runs[at]
            if end > first:
                here.append((max(start, first) - first, min(end, last) - first, ink))
            at += 1
        for start, end, made in self._flatten(here):
            self.setFormat(start, end - start, made)

    def _flatten(self, runs: list[tuple[int, int, Ink]]) -> list[tuple[int, int, QTextCharFormat]]:
        """Cut overlapping runs at their edges and merge what lies over one another."""
        edges = sorted({edge for start, end, _ in runs for edge in (start, end)})
        order = list(Ink)
        pieces = []
        for start, end in pairwise(edges):
            inks = {ink for a, b, ink in runs if a <= start and end <= b}
            if not inks:
                continue
            made = QTextCharFormat()
            for ink in sorted(inks, key=order.index):
                made.merge(self._formats[ink])
            pieces.append((start, end, made))
        return pieces


class ReadingText(QTextEdit):
    """A read-only text with comfortable lines.

    Signals:
        resized(): The text was laid out anew; positions on the screen changed.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None, *, margin: int = 24) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(margin)
        self.document().setDefaultFont(body_font())
        self.setFont(body_font())
        self._map = TextMap("")
        self._inked: tuple[Inked, ...] = ()
        self._bars: list[tuple[int, int]] = []
        self._inker = _Inker(self.document())

    def set_text(self, text: str, inked: tuple[Inked, ...] = ()) -> None:
        """Show a text; ``inked`` are its formats."""
        self._map = TextMap(text)
        self._inker.set_runs([])
        self.setPlainText(text)
        self._set_blocks()
        self.set_inked(inked)

    def set_inked(self, inked: tuple[Inked, ...]) -> None:
        """Show other formats over the same text."""
        self._inked = inked
        runs = [(*self._map.span_to_utf16(i.span), i.ink) for i in inked]
        self._bars = [(start, end) for start, end, ink in runs if ink is Ink.MOVED]
        self._inker.set_runs(runs)
        self.viewport().update()

    def _set_blocks(self) -> None:
        """Set the line height of all paragraphs; empty ones only leave a small gap."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        full = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        full.setLineHeight(line_height(self.font()), kind.value)
        cursor.mergeBlockFormat(full)
        gap = QTextBlockFormat()
        height = QFontMetricsF(self.font()).height() * 0.35
        gap.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = self.document().begin()
        while block.isValid():
            if not block.text().strip():
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(gap)
            block = block.next()
        cursor.endEditBlock()

    def y_of(self, position: int) -> float:
        """Return how far below the top of the whole text a character's line starts, in pixels."""
        at = self._map.to_utf16(position)
        block = self.document().findBlock(at)
        if not block.isValid():
            return 0.0
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(at - block.position())
        return float(top + (line.y() if line.isValid() else 0.0))

    def text_height(self) -> float:
        """Return the height of the whole text in pixels."""
        return float(self.document().size().height())

    def show_span(self, span: Span, *, share: float = 0.3) -> None:
        """Scroll so that a span starts at ``share`` of the height."""
        y = self.y_of(span.start) - self.viewport().height() * share
        self.verticalScrollBar().setValue(round(y))

    def select_span(self, span: Span) -> None:
        """Select a span, so that it is seen and can be copied."""
        start, end = self._map.span_to_utf16(span)
        bar = self.verticalScrollBar()
        at = bar.value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        bar.setValue(at)

    def select_nothing(self) -> None:
        """Take the selection away."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def top_position(self, share: float = 0.0) -> int:
        """Return the position of the first character of the line at ``share`` of the height."""
        point = QPointF(self.document().documentMargin() + 1, self.viewport().height() * share)
        return self._map.from_utf16(self.cursorForPosition(point.toPoint()).position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out and tell."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_inker"):
            self.set_inked(self._inked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a bar beside what was moved."""
        super().paintEvent(event)
        if not self._bars:
            return
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours().moved)
        shift = self.verticalScrollBar().value()
        for start, end in self._bars:
            for rect in self._bar_rects(start, end, shift):
                painter.drawRoundedRect(rect, 1.5, 1.5)
        painter.end()

    def _bar_rects(self, start: int, end: int, shift: int) -> list[QRectF]:
        found: list[QRectF] = []
        block: QTextBlock = self.document().findBlock(start)
        layout = self.document().documentLayout()
        while block.isValid() and block.position() < end:
            box = layout.blockBoundingRect(block)
            if box.bottom() - shift >= 0 and box.top() - shift <= self.viewport().height():
                first = block.layout().lineForTextPosition(max(0, start - block.position()))
                last = block.layout().lineForTextPosition(
                    min(block.length() - 1, end - 1 - block.position())
                )
                if first.isValid() and last.isValid():
                    top = box.top() + first.y() - shift
                    bottom = box.top() + last.y() + last.height() - shift
                    left = self.document().documentMargin() - 12
                    found.append(QRectF(left, top + 2, 3, bottom - top - 4))
            block = block.next()
        return found
