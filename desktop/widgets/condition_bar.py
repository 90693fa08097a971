"""The conditions of a filter as chips: each is changed by a press, and taken away by its cross."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.widgets.assets import icon
from desktop.widgets.theme import colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.promise_field import Field


class ConditionChip(QFrame):
    """One condition.

    Signals:
        edit_wanted(): It shall be changed.
        removed(): It shall go.
    """

    edit_wanted = Signal()
    removed = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("conditionChip")
        self.edit = QToolButton(self)
        self.edit.setObjectName("conditionWords")
        self.edit.setText(words)
        self.edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edit.setToolTip(self.tr("Enter or a click changes this condition, Del takes it away"))
        self.remove = QToolButton(self)
        self.remove.setObjectName("conditionCross")
        self.remove.setIcon(icon("close", colours().muted))
        self.remove.setAccessibleName(self.tr("Take away: {0}").format(words))
        self.remove.setToolTip(self.tr("Take this condition away"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 2, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edit)
        layout.addWidget(self.remove)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it away by Del and the backward key; open it by Enter."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.removed if self.remove.hasFocus() else self.edit_wanted).emit()
        else:
            super().keyPressEvent(event)


class ConditionBar(QWidget):
    """Chips in a row; hidden where there are none.

    Signals:
        edit_wanted(Field, QWidget): A condition shall be changed; the chip that it stands on.
        removed(Field): A condition shall go.
        cleared(): All of them, the words and the verdicts shall go.
        keep_wanted(): The filter shall get a name.
    """

    edit_wanted = Signal(object, object)
    removed = Signal(object)
    cleared = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[Field, ConditionChip] = {}
        self.keep_button, self.clear_button = QPushButton(self), QPushButton(self)
        for button in (self.keep_button, self.clear_button):
            button.setObjectName("link")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 6)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        self._layout.addWidget(self.keep_button)
        self._layout.addWidget(self.clear_button)
        self._layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(200, 34)
        self.keep_button.clicked.connect(self.keep_wanted)
        self.clear_button.clicked.connect(self.cleared)
        self._say()
        self.hide()

    def set_conditions(self, told: Sequence[tuple[Field, str]]) -> None:
        """Show conditions in words; the keyboard stays at the one where it is."""
        focus = next((f for f, c in self.chips.items() if c.edit.hasFocus()), None)
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for n, (field, words) in enumerate(told):
            chip = ConditionChip(words, self)
            chip.edit_wanted.connect(partial(self.edit_wanted.emit, field, chip))
            chip.removed.connect(partial(self.removed.emit, field))
            self._layout.insertWidget(n, chip)
            chip.show()
            self.chips[field] = chip
        self._order_tabs()
        self.setVisible(bool(told))
        if focus in self.chips:
            self.chips[focus].edit.setFocus()

    def _order_tabs(self) -> None:
        """Let Tab go from the chips to what is done with all of them, wherever they were made."""
        chips = [chip.edit for chip in self.chips.values()]
        for before, after in pairwise((self.keep_button, *chips)):
            QWidget.setTabOrder(before, after)  # where the buttons have their place already
        for before, after in pairwise((*chips[-1:], self.keep_button, self.clear_button)):
            QWidget.setTabOrder(before, after)

    def _say(self) -> None:
        self.keep_button.setText(self.tr("Save filter…"))
        self.keep_button.setToolTip(
            self.tr("Give these conditions a name; they stay in the workspace")
        )
        self.clear_button.setText(self.tr("Clear"))
        self.clear_button.setToolTip(self.tr("Take every filter away"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
