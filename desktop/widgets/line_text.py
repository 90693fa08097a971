"""A report line by line: one line is current, its neighbours' marks stand in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.models.line_words import LineMark, LineTag, line_tags, mark_word
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.reading_text import ReadingText
from desktop.widgets.theme import colours, interface_font

if TYPE_CHECKING:
    from tracker.model.draft import Draft

_MARGIN = 74
"""Pixels beside the text for the words of the marks."""

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LineText(ReadingText):
    """Shows a draft; keys and the menu speak of the current line or of the selected ones.

    Signals:
        line_changed(int): Another line is current (1-based).
        menu_wanted(QPoint): The menu of the current line is wanted, at a place of the screen.
    """

    line_changed = Signal(int)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=8, gutter=_MARGIN)
        self._line_tags: dict[int, LineTag] = {}
        self._line = 1
        self._shown = ""
        self.setCursorWidth(0)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def set_draft(self, draft: Draft | None) -> None:
        """Show a draft; the place is kept where the text is the same."""
        report = draft.report if draft else None
        if draft is None or report is None:
            self._line_tags, self._shown, self._line = {}, "", 1
            self.set_text("")
            return
        noise = (Inked(report.line_span(line), Ink.NOISE) for line in report.noise)
        headings = (Inked(s.heading_span, Ink.HEADING) for s in report.sections)
        inked = (*headings, *noise)
        self._line_tags = line_tags(draft)
        if report.text == self._shown:
            self.set_inked(inked)
        else:
            self._shown = report.text
            self.set_text(report.text, inked)
            self.go_to(1)
        self.viewport().update()

    @property
    def line(self) -> int:
        """The current line, from 1 on."""
        return self._line

    def lines(self) -> tuple[int, ...]:
        """Return the lines that are meant: those of the selection, else the current one."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return (self._line,)
        first = self.document().findBlock(cursor.selectionStart()).blockNumber() + 1
        last = self.document().findBlock(max(0, cursor.selectionEnd() - 1)).blockNumber() + 1
        return tuple(range(first, last + 1))

    def go_to(self, line: int) -> None:
        """Make a line the current one and bring it before the eye where it is not seen."""
        line = max(1, min(line, self.document().blockCount()))
        self._line = line
        block = self.document().findBlockByNumber(line - 1)
        self.setTextCursor(QTextCursor(block))
        self.viewport().update()
        box = self.document().documentLayout().blockBoundingRect(block)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if box.top() < bar.value() or box.bottom() > bar.value() + height:
            bar.setValue(round(box.top() - height * 0.3))
        self.line_changed.emit(line)

    def _step(self, by: int) -> None:
        at = self._line + by
        while 1 <= at <= self.document().blockCount():
            if self.document().findBlockByNumber(at - 1).text().strip():
                self.go_to(at)
                return
            at += by

    def _stretch(self, by: int) -> None:
        """Select whole lines from the current one on; the current one stays."""
        document, cursor = self.document(), self.textCursor()
        start = document.findBlockByNumber(self._line - 1)
        far = cursor.block().blockNumber() if cursor.hasSelection() else self._line - 1
        end = document.findBlockByNumber(max(0, min(far + by, document.blockCount() - 1)))
        ends = start.position(), end.position() + end.length() - 1
        if end.blockNumber() < start.blockNumber():
            ends = start.position() + start.length() - 1, end.position()
        cursor.setPosition(ends[0])
        cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from line to line; the menu key opens what can be said of one."""
        step = _STEPS.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is not None and plain == Qt.KeyboardModifier.NoModifier:
            self._step(step)
        elif step is not None and plain == Qt.KeyboardModifier.ShiftModifier:
            self._stretch(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_menu()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Make the line that was clicked the current one; a selection stays."""
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        line = self.document().findBlock(cursor.position()).blockNumber() + 1
        if not cursor.hasSelection() and line != self._line:
            self._line = line
            self.viewport().update()
            self.line_changed.emit(line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line under the pointer."""
        cursor = self.textCursor()
        if event.reason() is QContextMenuEvent.Reason.Mouse and not cursor.hasSelection():
            at = self.cursorForPosition(event.pos())
            self._line = at.blockNumber() + 1
            self.viewport().update()
            self.line_changed.emit(self._line)
            self.menu_wanted.emit(event.globalPos())
        else:
            self._ask_menu()

    def _ask_menu(self) -> None:
        block = self.document().findBlockByNumber(self._line - 1)
        box = self.document().documentLayout().blockBoundingRect(block)
        below = QPoint(_MARGIN, round(box.top()) - self.verticalScrollBar().value() + 24)
        self.menu_wanted.emit(self.viewport().mapToGlobal(below))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground under the current line, the text, and in the margin what its lines are."""
        layout, shift = self.document().documentLayout(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        current = layout.blockBoundingRect(self.document().findBlockByNumber(self._line - 1))
        ground = self.palette().color(QPalette.ColorRole.Highlight)
        ground.setAlpha(110)
        width = self.viewport().width()
        if self._shown:
            painter.fillRect(
                QRectF(0, current.top() - shift - 2, width, current.height() + 4), ground
            )
        painter.end()
        QTextEdit.paintEvent(self, event)
        painter = QPainter(self.viewport())
        block = self.block_at(0)
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() - shift > self.viewport().height():
                break
            tag = self._line_tags.get(block.blockNumber() + 1)
            if tag is not None and block.layout().lineCount():
                height = block.layout().lineAt(0).height()
                self._paint_tag(painter, tag, QRectF(8, box.top() - shift, _MARGIN - 10, height))
            block = block.next()
        painter.end()

    def _paint_tag(self, painter: QPainter, tag: LineTag, box: QRectF) -> None:
        font = QFont(interface_font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        quiet = tag.mark in (None, LineMark.NOISE, LineMark.JOINED)
        font.setBold(tag.by_hand)
        painter.setFont(font)
        painter.setPen(accent if tag.by_hand or not quiet else colours().muted)
        word = mark_word(tag.mark) if tag.mark else self.tr("Text")
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(flags), f"{word} ●" if tag.by_hand else word)
