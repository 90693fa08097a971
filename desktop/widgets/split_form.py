"""Cutting a promise into several (拆分承诺): pieces are selected in its paragraph."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.cutting import cut_at_stops, with_piece
from desktop.widgets.escape import EscapeLeaves
from desktop.widgets.key_binding import bind_keys
from desktop.widgets.why_line import make_why_field

if TYPE_CHECKING:
    from tracker.model.span import Span


_HIGHEST = 120
"""Pixels of the list of pieces; of more it is scrolled."""


class SplitForm(QFrame):
    """The pieces so far, and what makes them.

    Signals:
        selection_wanted(): What is selected in the paragraph shall be a piece.
        pieces_changed(): There are other pieces.
        split(tuple[Span], str): The promise shall be these, spans of the paragraph, and why.
        left(): The form was closed, and the keyboard is free.
    """

    selection_wanted = Signal()
    pieces_changed = Signal()
    split = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._text = ""
        self._whole: Span | None = None
        self.pieces: tuple[Span, ...] = ()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.why = make_why_field(self)
        self.take_button, self.cut_button = QPushButton(self), QPushButton(self)
        self.split_button, self.leave_button = QPushButton(self), QPushButton(self)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.take_button, self.cut_button)),
            (second, (self.split_button, self.leave_button)),
        ):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self.told)
        layout.addLayout(first)
        layout.addWidget(self.list)
        layout.addWidget(self.why)
        layout.addLayout(second)
        reading = (self.take_button, self.cut_button, self.list, self.why, self.split_button)
        for before, after in pairwise((*reading, self.leave_button)):
            QWidget.setTabOrder(before, after)  # as they are read, not made
        self._escape = EscapeLeaves(self)
        self._escape.escaped.connect(self.leave)
        self.take_button.clicked.connect(self.selection_wanted)
        self.cut_button.clicked.connect(self.cut)
        self.split_button.clicked.connect(self.finish)
        self.leave_button.clicked.connect(self.leave)
        self.why.returnPressed.connect(self.finish)
        bind_keys(self.list, (("Del", self._drop),))
        self.retranslate()
        self.hide()

    def open_for(self, text: str, whole: Span) -> None:
        """Begin to cut ``whole``, which stands in a paragraph."""
        self._text, self._whole = text, whole
        self._set(())
        self.why.clear()
        self._say_what_to_do()
        self.show()
        self.cut_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, piece: Span) -> None:
        """Take a selected stretch as a piece; what it lies over gives way."""
        self._set(with_piece(self._text, self.pieces, piece))

    def cut(self) -> None:
        """Cut the promise at its commas and stops."""
        if self._whole is None:
            return
        pieces = cut_at_stops(self._text, self._whole)
        if len(pieces) > 1:
            self._set(pieces)
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter splits from here
        else:
            self.told.setText(
                self.tr(
                    "There is no comma in this promise. Select the words of each piece in the "
                    "paragraph and take them."
                )
            )

    def _drop(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            self._set(self.pieces[:at] + self.pieces[at + 1 :])

    def _set(self, pieces: tuple[Span, ...]) -> None:
        self.pieces = pieces
        self.list.clear()
        self.list.addItems([self._text[one.start : one.end] for one in pieces])
        rows = sum(self.list.sizeHintForRow(n) for n in range(len(pieces)))
        self.list.setFixedHeight(min(_HIGHEST, rows + 8))
        self.list.setVisible(bool(pieces))
        self.why.setVisible(len(pieces) > 1)
        self._say()
        self.pieces_changed.emit()

    def finish(self) -> None:
        """Hand the pieces over and close."""
        pieces, why = self.pieces, self.why.text().strip()
        if len(pieces) > 1:
            self.leave()
            self.split.emit(pieces, why)

    def leave(self) -> None:
        """Close; nothing is cut."""
        if not self.isHidden():
            had_keyboard = self._escape.has_keyboard()
            self._set(())
            self.hide()
            if had_keyboard:
                self.left.emit()

    def _say(self) -> None:
        self.split_button.setEnabled(len(self.pieces) > 1)
        n = len(self.pieces)
        self.split_button.setText(
            self.tr("Split into {0}").format(n) if n > 1 else self.tr("Split")
        )

    def _say_what_to_do(self) -> None:
        self.told.setText(self.tr("Select the words of each piece in the paragraph and take them."))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Split the promise"))
        self._say_what_to_do()
        self.take_button.setText(self.tr("Take the selection"))
        self.take_button.setToolTip(self.tr("What is selected in the paragraph is a piece"))
        self.cut_button.setText(self.tr("Cut at commas"))
        self.cut_button.setToolTip(self.tr("Each clause becomes a piece"))
        self.list.setAccessibleName(self.tr("Pieces"))
        self.list.setToolTip(self.tr("Delete takes a piece away"))
        self.split_button.setToolTip(
            self.tr("Put the pieces in the place of the promise; Ctrl+Z takes that back")
        )
        self.why.setPlaceholderText(self.tr("Why? Can stay empty; Enter splits"))
        self.why.setAccessibleName(self.tr("Why"))
        self.why.setToolTip(self.tr("The reason, for the history; can stay empty"))
        self.leave_button.setText(self.tr("Cancel"))
        self.leave_button.setToolTip(self.tr("Change nothing (Esc)"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_escape"):
            self.retranslate()
