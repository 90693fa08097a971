"""What can be done by keyboard (F1): by menu, found by typing, open beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont, QShowEvent

Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Titles, each with what can be done and the keys for it."""


class KeysDialog(QDialog):
    """A list of actions and their keys, beside the window.

    Args:
        groups: Returns them in the language of the interface.
        parent: Parent.
    """

    def __init__(self, groups: Callable[[], Groups], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = groups
        self._lines: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(14)
        self.tree.setExpandsOnDoubleClick(False)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("muted")
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Close, self)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.nothing)
        layout.addWidget(self.buttons)
        self.filter.typed.connect(self._find)
        self.filter.left.connect(self.tree.setFocus)
        self.retranslate()
        self.resize(560, 640)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.filter.setPlaceholderText(self.tr("What you want to do, or a key"))
        self.filter.setAccessibleName(self.tr("Filter keyboard shortcuts"))
        self.filter.setToolTip(self.tr("Words of an action or of a key: link, Ctrl, F7"))
        self.nothing.setText(self.tr("No action and no key holds these words."))
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAutoDefault(False)
        self._fill()

    def _fill(self) -> None:
        self.tree.clear()
        self._lines = []
        for title, keys in self._groups():
            group = QTreeWidgetItem(self.tree, [title])
            group.setFont(0, _bold(self.font()))
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            items: list[QTreeWidgetItem] = []
            self._lines.append((group, items))
            for words, key in keys:
                item = QTreeWidgetItem(group, [words, key])
                items.append(item)
                item.setTextAlignment(
                    1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
                item.setToolTip(0, words)
        self.tree.expandAll()
        self._find(self.filter.composed())

    def _find(self, text: str) -> None:
        """Show what holds all words that are typed."""
        words = text.lower().split()
        found = False
        for group, items in self._lines:
            shown = 0
            for item in items:
                said = f"{group.text(0)} {item.text(0)} {item.text(1)}".lower()
                hit = all(word in said for word in words)
                item.setHidden(not hit)
                shown += hit
            group.setHidden(not shown)
            found = found or bool(shown)
        self.nothing.setVisible(not found)

    def showEvent(self, event: QShowEvent) -> None:
        """List all keys again: what was typed last time has been answered."""
        super().showEvent(event)
        if not event.spontaneous():
            self.filter.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _bold(font: QFont) -> QFont:
    found = font.__class__(font)
    found.setWeight(found.Weight.DemiBold)
    return found
