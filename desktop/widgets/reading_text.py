"""A report, to be read: source text as plain data, formats laid over it, nothing else.

Text goes in by ``setPlainText``: tags, links and formulas in a document stay characters. Formats
come from a highlighter, so the text itself is never touched.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QTextEdit, QWidget

from desktop.models.glosses import Gloss
from desktop.textmap import TextMap
from desktop.widgets.folds import Folds
from desktop.widgets.inks import Ink, Inked, Inker
from desktop.widgets.margin import Margin
from desktop.widgets.paragraphs import gap_below, set_paragraphs
from desktop.widgets.side_notes import ROOM, SideNotes
from desktop.widgets.table_stops import set_table_stops
from desktop.widgets.text_places import TextPlaces
from desktop.widgets.theme import body_font
from tracker.model.span import Span

_MOVES = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Keys that move the text; with Shift they select, as in any text."""


_TIGHT, _SPARED, _LEAST_MARGIN = 330, 12, 8
"""Width below which a text has narrower margins, what they give up, and what is left of them."""
LEAST_LINE = 30
"""Characters of a line from which on there is room beside it."""

_NOTCH = 120
"""What a wheel says for one notch; fine ones say less at a time."""

EYE = 0.22
"""Share of the height at which the eye reads."""
_INSIDE = 4
"""Pixels below the top of a line at which it is that line, and not the gap above it."""


class ReadingText(QTextEdit):
    """A read-only text with comfortable lines.

    Signals:
        resized(): The text was laid out anew; positions on the screen changed.
        note_clicked(Gloss): A note in the margin was clicked, or the sign that stands for it.
        tag_clicked(int, QPoint): A word in the margin was, at a position; where on the screen.
        zoom_wanted(int): The wheel asked for larger letters (1) or smaller ones (-1).
    """

    resized = Signal()
    note_clicked = Signal(object)
    tag_clicked = Signal(int, object)
    zoom_wanted = Signal(int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margin: int = 20,
        gutter: int = 24,
        with_notes: bool = False,
    ) -> None:
        super().__init__(parent)
        self._gutter, self._margin = gutter, margin
        self._with_notes = with_notes
        self._room = 0
        self._sign_room = 0
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
        self._places = TextPlaces(self)
        self.margin = Margin(self._places)
        self.notes = SideNotes(self._places)
        self._inker = Inker(self.document())
        self.folds = Folds(self)
        self.laying_out = False
        self._place: tuple[int, float] | None = None
        self._has_tables = False
        self._turned = 0
        self.verticalScrollBar().valueChanged.connect(self._forget_place)

    def set_text(
        self, text: str, inked: tuple[Inked, ...] = (), folded: Sequence[int] = ()
    ) -> None:
        """Show a text; ``inked`` are its formats, ``folded`` the lines that are no part of it."""
        self._map = TextMap(text)
        self._inker.setDocument(None)  # else each step would format the whole text anew
        self.folds.set_lines(())
        self.setPlainText(text)
        set_paragraphs(self.document(), self.font(), self._gutter)
        if folded:
            self.folds.set_lines(folded, gap_below(self.document(), self.font()))
        self._has_tables = "\t" in text
        self.set_notes(())
        self._set_room()
        self._inker.setDocument(self.document())
        self.set_inked(inked)

    def set_inked(self, inked: tuple[Inked, ...]) -> None:
        """Show other formats over the same text."""
        self._inked = inked
        runs = [(*self._map.span_to_utf16(i.span), i.ink) for i in inked]
        self.margin.set_runs(runs)
        folded = [(start, end, Ink.FOLDED) for start, end in self.folds.hidden()]
        self._inker.set_runs(runs + folded)
        self.viewport().update()

    def open_folds(self, *, is_open: bool = True, around: Span | None = None) -> None:
        """Open everything that is folded, or fold it again.

        Args:
            is_open: Whether it is seen.
            around: Open what hides this span alone, until another one is gone to.
        """
        if around is None:
            self.folds.set_open(is_open=is_open)
        elif not self.folds.uncover(*self._map.span_to_utf16(around)):
            return
        self._on_folded()

    def _on_folded(self) -> None:
        self.set_inked(self._inked)
        self.resized.emit()

    def set_tags(self, tags: Iterable[tuple[int, str]]) -> None:
        """Put small words, of two lines at most, beside the lines of some positions."""
        self.margin.set_tags((self._map.to_utf16(position), word) for position, word in tags)
        self.viewport().update()

    def set_notes(self, glosses: Sequence[Gloss]) -> None:
        """Put notes beside stretches of the text."""
        self.notes.set_notes([(*self._map.span_to_utf16(one.span), one) for one in glosses])
        self.viewport().update()

    @property
    def room_for_notes(self) -> int:
        """How wide the margin for notes is where lines stay long enough, in pixels."""
        return ROOM if self._with_notes else 0

    def set_with_notes(self, *, on: bool) -> None:
        """Leave a margin for notes, or none where there is nothing to compare with."""
        if on != self._with_notes:
            self._with_notes = on
            self._set_room()

    def set_sign_room(self, pixels: int) -> None:
        """Leave at least so much at the right of all lines, for signs that stand there."""
        if pixels != self._sign_room:
            with self._keeping_place(self.viewport().height()):
                self._sign_room = pixels

    def _set_room(self) -> None:
        """Leave a margin for notes where lines stay long enough, and set what goes by the width."""
        margin = max(_LEAST_MARGIN, self._margin - (_SPARED if self.width() < _TIGHT else 0))
        if self.document().documentMargin() != margin:
            self.document().setDocumentMargin(margin)
        sides = 2 * self.document().documentMargin() + self._gutter
        least = ROOM + sides + LEAST_LINE * QFontMetricsF(self.font()).height() / 1.45
        room = self.room_for_notes if self.viewport().width() >= least else 0
        frame = self.document().rootFrame()
        found = frame.frameFormat()
        right = self._right_margin() + room
        left = margin + self._gutter
        if (found.leftMargin(), found.rightMargin()) != (left, right):
            found.setLeftMargin(left)
            found.setRightMargin(right)
            frame.setFrameFormat(found)
        self._room = room
        self._set_stops()

    def _far(self) -> float:
        """Return where lines end, in pixels from the left."""
        return self.viewport().width() - self._right_margin() - self._room

    def _right_margin(self) -> float:
        return max(self.document().documentMargin(), self._sign_room)

    def _set_stops(self) -> None:
        """Stand the cells of tables below one another."""
        if self._has_tables:
            room = self._far() - self.document().documentMargin() - self._gutter
            set_table_stops(self.document(), self.font(), room)

    def y_of(self, position: int) -> float:
        """Return how far below the top of the whole text a character's line starts, in pixels."""
        return self._places.y_of(self._map.to_utf16(position))

    @property
    def text_height(self) -> float:
        """The height of the whole text in pixels."""
        return float(self.document().size().height())

    def show_span(self, span: Span, *, share: float = 0.3) -> None:
        """Scroll so that a span starts at ``share`` of the height."""
        self.open_folds(around=span)
        y = self.y_of(span.start) - self.viewport().height() * share
        self.verticalScrollBar().setValue(round(y))

    def select_span(self, span: Span) -> None:
        """Select a span, so that it is seen and can be copied."""
        self.open_folds(around=span)
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
        if not cursor.hasSelection():
            return  # Qt would bring the cursor to the screen: whoever comes back after that is lost
        cursor.clearSelection()
        self.setTextCursor(cursor)
        bar.setValue(at)

    @property
    def selection(self) -> Span | None:
        """What is selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._map.span_from_utf16(cursor.selectionStart(), cursor.selectionEnd())

    @property
    def whole(self) -> Span:
        """All that is shown."""
        return self._map.span_from_utf16(0, self.document().characterCount() - 1)

    def position_at(self, at: QPoint) -> int:
        """Return the position of the character at a point of the screen."""
        return self._map.from_utf16(self.cursorForPosition(at).position())

    @property
    def edge(self) -> int:
        """Where the text begins, right of its margin, in pixels."""
        return round(self.document().documentMargin()) + self._gutter

    def cursor_position(self) -> int:
        """Return where the cursor stands, or what is selected begins."""
        return self._map.from_utf16(self.textCursor().selectionStart())

    @property
    def seen(self) -> Span:
        """What is on the screen."""
        return self._map.span_from_utf16(*self._places.seen())

    def top_position(self, share: float = 0.0) -> int:
        """Return the position of the first character of the line at ``share`` of the height."""
        left = self.document().documentMargin() + self._gutter + 1
        point = QPointF(left, self.viewport().height() * share + (_INSIDE if share else 0))
        return self.position_at(point.toPoint())

    def block_at(self, y: float) -> QTextBlock:
        """Return the paragraph at a height of the screen, the last one where none reaches it."""
        return self._places.block_at(y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out, keep what is read before the eye, and tell."""
        with self._keeping_place(max(0, event.oldSize().height())):
            super().resizeEvent(event)

    @contextmanager
    def _keeping_place(self, height: int) -> Iterator[None]:
        """Lay out anew meanwhile; what is read stays before the eye.

        Args:
            height: Height of the screen as it was before.
        """
        bar = self.verticalScrollBar()
        if self._place is None:
            position = self.top_position(EYE)
            self._place = position, bar.value() + height * EYE - self.y_of(position)
        position, below = self._place
        at_top = bar.value() == 0
        self.laying_out = True
        yield
        self._set_room()
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
        if not left or self.textCursor().hasSelection():
            return
        gloss = self.notes.hit(event.position())
        tag = self.margin.tag_at(event.position())
        if gloss is not None:
            self.note_clicked.emit(gloss)
        elif tag is not None:
            self.tag_clicked.emit(self._map.from_utf16(tag), event.globalPosition().toPoint())
        elif self.folds.toggle_at(event.position()):
            self._on_folded()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        at = event.position()
        gloss = self.notes.hit(at)
        hand = (gloss is not None and gloss.move is not None) or self.margin.tag_at(at) is not None
        if hand:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move the text; with Ctrl ask for letters of another size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_wanted.emit(1 if steps > 0 else -1)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of another theme, or letters of another size."""
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_inker"):
            with self._keeping_place(self.viewport().height()):
                # Paragraphs first: Qt loses most of a text that is changed while it lays it out.
                set_paragraphs(self.document(), self.font(), self._gutter)
                self.folds.set_gap(gap_below(self.document(), self.font()))
                self._set_room()
                super().changeEvent(event)
            return
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_inker"):
            self.set_inked(self._inked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and in the margin what happened to passages and sections."""
        super().paintEvent(event)
        if self.margin.is_empty() and self.folds.is_empty() and self.notes.is_empty():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.document().documentMargin() + self._gutter
        self.folds.paint(painter, edge)
        seen = self._places.seen()
        self.margin.paint(painter, edge, self._far(), seen)
        self.notes.paint(painter, edge, self._far(), self._room, seen)
        painter.end()
