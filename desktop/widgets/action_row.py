"""Actions as small buttons in a row, where a tool bar would be too loud."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class ActionRow(QWidget):
    """One button for each action; words, help and whether it can be done follow the action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)

    def set_actions(self, actions: tuple[QAction, ...]) -> None:
        """Show these actions."""
        for action in actions:
            button = QPushButton(self)
            button.setObjectName("choice")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            action.changed.connect(partial(_follow, button, action))
            _follow(button, action)
            self._layout.insertWidget(self._layout.count() - 1, button)
            self.buttons.append(button)


def _follow(button: QPushButton, action: QAction) -> None:
    button.setText(action.text().rstrip("…"))
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
