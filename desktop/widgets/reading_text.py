"""A report, to be read: source text as plain data, formats laid over it, nothing else.

Text goes in by ``setPlainText``: tags, links and formulas in a document stay characters. Formats
come from a highlighter, so the text itself is never touched.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
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
from PySide6.QtWidgets import QAbstractSlider, QTextEdit, QWidget

from desktop.textmap import TextMap
from desktop.widgets.change_bars import Bar, joined, paint_bar, paint_tag
from desktop.widgets.folds import Folds
from desktop.widgets.table_stops import set_table_stops
from desktop.widgets.theme import body_font, colours, line_height
from tracker.model.span import Span


class Ink(Enum):
    """What a stretch of text is shown as."""

    HEADING = "heading"
    NOISE = "noise"
    ADDED_PASSAGE = "added passage"
    DROPPED_PASSAGE = "dropped passage"
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    NUMBER = "number"
    QUOTE = "quote"
    CURRENT = "current"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Inked:
    """A source span and how it is shown; later ones lie over earlier ones."""

    span: Span
    ink: Ink


_BARS = {Ink.ADDED_PASSAGE: Bar.SOLID, Ink.DROPPED_PASSAGE: Bar.DASHED, Ink.MOVED: Bar.DOUBLE}


def _format(ink: Ink) -> QTextCharFormat:
    """Return how an ink looks; each differs by shape as well as by colour."""
    made, ours = QTextCharFormat(), colours()
    if ink is Ink.HEADING:
        made.setFontWeight(QFont.Weight.Bold)
    elif ink is Ink.NOISE:
        made.setForeground(ours.muted)
        made.setFontItalic(True)
    elif ink is Ink.ADDED_PASSAGE:
        made.setBackground(ours.added_ground)
    elif ink is Ink.DROPPED_PASSAGE:
        made.setForeground(ours.dropped_text)
        made.setBackground(ours.dropped_ground)
    elif ink is Ink.ADDED:
        made.setForeground(ours.added)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(ours.added)
    elif ink is Ink.DROPPED:
        made.setForeground(ours.dropped)
        made.setFontStrikeOut(True)
    elif ink is Ink.NUMBER:
        made.setForeground(QGuiApplication.palette().text())
        made.setBackground(ours.number_ground)
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setFontStrikeOut(False)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
    elif ink is Ink.QUOTE:
        made.setBackground(ours.quote_ground)
    elif ink is Ink.FOLDED:
        made.setForeground(Qt.GlobalColor.transparent)
        made.setFontPointSize(1)
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


_MOVES = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Keys that move the text; with Shift they select, as in any text."""


EYE = 0.22
"""Share of the height at which the eye reads."""


class ReadingText(QTextEdit):
    """A read-only text with comfortable lines.

    Signals:
        resized(): The text was laid out anew; positions on the screen changed.
    """

    resized = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, margin: int = 20, gutter: int = 24
    ) -> None:
        super().__init__(parent)
        self._gutter = gutter
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
        self._bars: list[tuple[int, int, Bar]] = []
        self._tags: list[tuple[int, str]] = []
        self._inker = _Inker(self.document())
        self.folds = Folds(self)
        self.laying_out = False
        self._place: tuple[int, float] | None = None
        self._has_tables = False
        self.verticalScrollBar().valueChanged.connect(self._forget_place)

    def set_text(self, text: str, inked: tuple[Inked, ...] = ()) -> None:
        """Show a text; ``inked`` are its formats."""
        self._map = TextMap(text)
        self.folds.set_lines(())
        self._inker.set_runs([])
        self.setPlainText(text)
        self._set_blocks()
        self._has_tables = "\t" in text
        self._set_stops()
        self.set_inked(inked)

    def set_inked(self, inked: tuple[Inked, ...]) -> None:
        """Show other formats over the same text."""
        self._inked = inked
        runs = [(*self._map.span_to_utf16(i.span), i.ink) for i in inked]
        self._bars = [(start, end, _BARS[ink]) for start, end, ink in runs if ink in _BARS]
        folded = [(start, end, Ink.FOLDED) for start, end in self.folds.hidden()]
        self._inker.set_runs(runs + folded)
        self.viewport().update()

    def fold(self, lines: Sequence[int]) -> None:
        """Fold lines that are no part of the report."""
        self.folds.set_lines(lines, self._gap())
        self.set_inked(self._inked)

    def open_folds(self, *, is_open: bool) -> None:
        """Open everything that is folded, or fold it again."""
        self.folds.set_open(is_open=is_open)
        self._on_folded()

    def _on_folded(self) -> None:
        self.set_inked(self._inked)
        self.resized.emit()

    def set_tags(self, tags: Iterable[tuple[int, str]]) -> None:
        """Put small words, of two lines at most, beside the lines of some positions."""
        self._tags = [(self._map.to_utf16(position), word) for position, word in tags]
        self.viewport().update()

    def _set_blocks(self) -> None:
        """Set the line height of all paragraphs; empty ones only leave a small gap."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        frame = self.document().rootFrame()
        sides = frame.frameFormat()
        sides.setLeftMargin(self.document().documentMargin() + self._gutter)
        frame.setFrameFormat(sides)
        cursor.select(QTextCursor.SelectionType.Document)
        full = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        full.setLineHeight(line_height(self.font()), kind.value)
        full.setBottomMargin(self._gap())
        cursor.mergeBlockFormat(full)
        gap = QTextBlockFormat()
        height = QFontMetricsF(self.font()).height() * 0.35
        gap.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        gap.setBottomMargin(0)
        block = self.document().begin()
        while block.isValid():
            if not block.text().strip():
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(gap)
            block = block.next()
        cursor.endEditBlock()

    def _set_stops(self) -> None:
        """Stand the cells of tables below one another."""
        if self._has_tables:
            sides = 2 * self.document().documentMargin() + self._gutter
            set_table_stops(self.document(), self.font(), self.viewport().width() - sides)

    def _gap(self) -> float:
        """Return the room below a paragraph where no empty lines make some, in pixels."""
        text = self.toPlainText()
        airy = text.count("\n\n") > text.count("\n") * 0.2
        return 0.0 if airy else QFontMetricsF(self.font()).height() * 0.35

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
        """Take the selection away; the text stays where it is."""
        bar = self.verticalScrollBar()
        at, cursor = bar.value(), self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        bar.setValue(at)

    def position_at(self, at: QPoint) -> int:
        """Return the position of the character at a point of the screen."""
        return self._map.from_utf16(self.cursorForPosition(at).position())

    def cursor_position(self) -> int:
        """Return where the cursor stands, or what is selected begins."""
        return self._map.from_utf16(self.textCursor().selectionStart())

    def top_position(self, share: float = 0.0) -> int:
        """Return the position of the first character of the line at ``share`` of the height."""
        left = self.document().documentMargin() + self._gutter + 1
        point = QPointF(left, self.viewport().height() * share)
        return self.position_at(point.toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out, keep what is read before the eye, and tell."""
        bar = self.verticalScrollBar()
        if self._place is None:
            position = self.top_position(EYE)
            height = max(0, event.oldSize().height())
            self._place = position, bar.value() + height * EYE - self.y_of(position)
        position, below = self._place
        at_top = bar.value() == 0
        self.laying_out = True
        super().resizeEvent(event)
        self._set_stops()
        if not at_top:
            bar.setValue(round(self.y_of(position) + below - self.viewport().height() * EYE))
        self.laying_out = False
        self.resized.emit()

    def _forget_place(self) -> None:
        """Whoever moves the text reads elsewhere; a new width does not."""
        if not self.laying_out:
            self._place = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the text; there is no cursor to be seen that keys could move instead."""
        move = _MOVES.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if move is None or plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(move)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or fold what was clicked, if lines are folded there."""
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and not self.textCursor().hasSelection() and self.folds.toggle_at(event.position()):
            self._on_folded()

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_inker"):
            self.set_inked(self._inked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and in the margin what happened to passages and sections."""
        super().paintEvent(event)
        if not self._bars and not self._tags and self.folds.is_empty():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.document().documentMargin() + self._gutter
        self.folds.paint(painter, edge)
        for bar, top, bottom in self._bars_on_screen():
            paint_bar(painter, bar, QRectF(edge - 11, top, 5, bottom - top))
        for position, word in self._tags:
            line = self._line_rect(position)
            if line is not None:
                paint_tag(painter, word, QRectF(2, line.top(), edge - 18, line.height()))
        painter.end()

    def _seen(self) -> tuple[int, int]:
        """Return the first and the last position on the screen, in UTF-16 units."""
        first, last = self.block_at(0), self.block_at(self.viewport().height())
        return first.position(), last.position() + last.length()

    def block_at(self, y: float) -> QTextBlock:
        """Return the paragraph at a height of the screen, the last one where none reaches it.

        ``cursorForPosition`` names another one before the first painting has laid out the text.
        """
        document, layout = self.document(), self.document().documentLayout()
        y += self.verticalScrollBar().value()
        at = bisect_left(
            range(document.blockCount() - 1),
            y,
            key=lambda n: layout.blockBoundingRect(document.findBlockByNumber(n)).bottom(),
        )
        return document.findBlockByNumber(at)

    def _line_rect(self, position: int) -> QRectF | None:
        """Return where the line of a position is on the screen, or None when it is not seen."""
        block = self.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return None
        top = self.document().documentLayout().blockBoundingRect(block).top() + line.y()
        top -= self.verticalScrollBar().value()
        if top + line.height() < 0 or top > self.viewport().height():
            return None
        return QRectF(0, top, self.viewport().width(), line.height())

    def _bars_on_screen(self) -> list[tuple[Bar, float, float]]:
        """Return top and bottom of the bars, those of one kind in neighbouring lines as one."""
        first, last = self._seen()
        rows: dict[Bar, list[tuple[float, float]]] = {}
        for start, end, bar in self._bars:
            if start < last and end > first:
                rows.setdefault(bar, []).extend(self._rows(max(start, first), min(end, last)))
        return [
            (bar, top, bottom)
            for bar, found in rows.items()
            for top, bottom in joined(sorted(found))
        ]

    def _rows(self, start: int, end: int) -> list[tuple[float, float]]:
        """Return top and bottom of the lines of a stretch, one pair for each paragraph."""
        found: list[tuple[float, float]] = []
        layout, shift = self.document().documentLayout(), self.verticalScrollBar().value()
        block: QTextBlock = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            lines, at = block.layout(), block.position()
            first = lines.lineForTextPosition(max(0, start - at))
            last = lines.lineForTextPosition(min(block.length() - 1, end - 1 - at))
            if first.isValid() and last.isValid():
                top = layout.blockBoundingRect(block).top() - shift
                found.append((top + first.y(), top + last.y() + last.height()))
            block = block.next()
        return found
