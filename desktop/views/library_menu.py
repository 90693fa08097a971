"""Menus of the library: what can be done with a report, and how the library is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.models.shelf import RegionOrder

if TYPE_CHECKING:
    from tracker.model.library import ReportEntry


class ReportMenu(QMenu):
    """What can be done with a report.

    Args:
        entry: The report.
        n_selected: How many are selected: they are removed together.
        parent: Parent.
    """

    def __init__(self, entry: ReportEntry, n_selected: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.earlier = self.addAction(self.tr("Compare: put at the left"))
        self.later = self.addAction(self.tr("Compare: put at the right"))
        self.promises = self.addAction(self.tr("Show its promises"))
        self.addSeparator()
        self.care = {"correct": self.addAction(self.tr("Correct…"))}
        self.remarks = self.addAction(self.tr("Remarks on the reading"))
        self.remarks.setEnabled(bool(entry.n_warnings))
        self.rename = self.addAction(self.tr("Rename"))
        self._show_key(self.rename, QKeySequence("F2"))
        self.care["read_anew"] = self.addAction(self.tr("Read the file anew"))
        self.care["reimport"] = self.addAction(self.tr("Re-import…"))
        self.addSeparator()
        words = self.tr("Remove from the library")
        if n_selected > 1:
            words = self.tr("Remove {0} reports from the library").format(n_selected)
        self.remove = self.addAction(words)
        self._show_key(self.remove, QKeySequence(QKeySequence.StandardKey.Delete))
        self.care["forget"] = self.addAction(self.tr("Forget for good…"))

    def hold_changes(self) -> None:
        """Offer nothing that changes a workspace which can only be read, and say why."""
        self.setToolTipsVisible(True)
        for action in (*self.care.values(), self.rename, self.remove):
            action.setEnabled(False)
            action.setToolTip(self.tr("This workspace can only be read."))

    def _show_key(self, action: QAction, key: QKeySequence) -> None:
        """Show a key that the list itself hears."""
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)


class ViewMenu(QMenu):
    """How the library is shown.

    Signals:
        list_chosen(bool): One list that can be sorted (True), or the tree.
        order_chosen(RegionOrder): The order of regions.
        expand_wanted(): All regions shall be open.
        collapse_wanted(): All regions shall be closed.
    """

    list_chosen = Signal(bool)
    order_chosen = Signal(object)
    expand_wanted = Signal()
    collapse_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tree, self.list = self._choice()
        self.tree.triggered.connect(partial(self.list_chosen.emit, False))
        self.list.triggered.connect(partial(self.list_chosen.emit, True))
        self.addSeparator()
        self.official, self.pinyin = self._choice()
        chosen = self.order_chosen.emit
        self.official.triggered.connect(partial(chosen, RegionOrder.OFFICIAL))
        self.pinyin.triggered.connect(partial(chosen, RegionOrder.PINYIN))
        self.addSeparator()
        self.expand, self.collapse = self.addAction(""), self.addAction("")
        self.expand.triggered.connect(self.expand_wanted)
        self.collapse.triggered.connect(self.collapse_wanted)

    def _choice(self) -> tuple[QAction, QAction]:
        group = QActionGroup(self)
        first, second = self.addAction(""), self.addAction("")
        for action in (first, second):
            action.setCheckable(True)
            group.addAction(action)
        return first, second

    def show_state(self, *, as_list: bool, order: RegionOrder) -> None:
        """Show what is chosen."""
        (self.list if as_list else self.tree).setChecked(True)
        (self.pinyin if order is RegionOrder.PINYIN else self.official).setChecked(True)
        self.expand.setEnabled(not as_list)
        self.collapse.setEnabled(not as_list)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.tree.setText(self.tr("Regions as a tree"))
        self.list.setText(self.tr("One list that can be sorted"))
        self.official.setText(self.tr("Regions in official order"))
        self.pinyin.setText(self.tr("Regions by pinyin"))
        self.expand.setText(self.tr("Open all regions"))
        self.collapse.setText(self.tr("Close all regions"))
