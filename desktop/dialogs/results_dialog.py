"""What became of every document of the last import: brought in, known, failed, passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.words import entry_name, say
from desktop.notice import reason
from desktop.widgets.assets import icon
from desktop.widgets.draft_items import picture_of
from desktop.widgets.tips import plain_tip
from tracker.model.draft import Standing
from tracker.model.library import ImportStatus

if TYPE_CHECKING:
    from tracker.model.library import ImportResult

_LIKE = {
    ImportStatus.IMPORTED: Standing.NEW,
    ImportStatus.DUPLICATE: Standing.SAME_FILE,
    ImportStatus.FAILED: Standing.FAILED,
    ImportStatus.SKIPPED: Standing.SKIPPED,
}


class ResultsDialog(QDialog):
    """A list that can be read and copied; failures first.

    Signals:
        wanted(str): A report of the list is to be looked at and set right.
    """

    wanted = Signal(str)

    def __init__(self, results: tuple[ImportResult, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Last import"))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setObjectName("results")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(
            [self.tr("Result"), self.tr("File"), self.tr("What it is, or why")]
        )
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for result in sorted(results, key=lambda r: r.status is not ImportStatus.FAILED):
            self.list.addTopLevelItem(self._item(result))
        self.list.itemActivated.connect(self._on_activated)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        head = self.list.header()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head.resizeSection(1, 280)
        head.setStretchLastSection(True)
        counts = QLabel(self._counts(results), self)
        counts.setObjectName("muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        hint = QLabel(self.tr("Double click or Enter opens a report to set it right."), self)
        hint.setObjectName("muted")
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(counts)
        layout.addWidget(self.list)
        layout.addLayout(foot)
        self.resize(QSize(860, 460))
        self.list.setFocus()

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        report = item.data(0, Qt.ItemDataRole.UserRole)
        if report:
            self.accept()
            self.wanted.emit(report)

    def _word(self, status: ImportStatus) -> str:
        return {
            ImportStatus.IMPORTED: self.tr("Imported"),
            ImportStatus.DUPLICATE: self.tr("In the library"),
            ImportStatus.FAILED: self.tr("Failed"),
            ImportStatus.SKIPPED: self.tr("Passed over"),
        }[status]

    def _counts(self, results: tuple[ImportResult, ...]) -> str:
        n = {status: sum(r.status is status for r in results) for status in ImportStatus}
        return "  ·  ".join(f"{self._word(one)} {number}" for one, number in n.items() if number)

    def _item(self, result: ImportResult) -> QTreeWidgetItem:
        told = say(reason(result.problem)) if result.problem else ""
        if result.entry is not None:
            told = entry_name(result.entry)
        place = result.place or result.name
        item = QTreeWidgetItem([self._word(result.status), place, told])
        item.setSizeHint(2, QSize(0, self.fontMetrics().height() + 10))
        warned = bool(result.entry and result.entry.n_warnings)
        item.setIcon(0, icon(*picture_of(_LIKE[result.status], warned=warned)))
        if result.entry is not None:
            item.setData(0, Qt.ItemDataRole.UserRole, str(result.entry.id))
        item.setToolTip(1, plain_tip(place))
        item.setToolTip(2, plain_tip(told))
        return item
