"""Automatic copies of a workspace that cannot be opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.care import Copy


class CopiesDialog(QDialog):
    """A list of copies, the latest chosen."""

    def __init__(self, copies: tuple[Copy, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Automatic copies"))
        told = QLabel(
            self.tr(
                "The copy is put beside the workspace under a name of its own and opened; the "
                "workspace that cannot be opened stays as it is."
            ),
            self,
        )
        told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Copies, the newest first"))
        for copy in copies:
            when = copy.made.astimezone().strftime("%Y-%m-%d %H:%M")
            item = QListWidgetItem(when, self.list)
            item.setData(Qt.ItemDataRole.UserRole, copy)
        self.list.setCurrentRow(0)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Open | standard.Cancel, self)
        self.buttons.button(standard.Open).setText(self.tr("Open the copy"))
        self.buttons.button(standard.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(told)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self.resize(460, 320)

    def chosen(self) -> Copy | None:
        """Return the copy under the cursor."""
        found = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Copy) else None
