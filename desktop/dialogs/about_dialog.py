"""What this program is: its name, version and licence."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from desktop.widgets.assets import asset
from tracker import __version__

_WIDTH = 380
"""Pixels of a line."""


class AboutDialog(QMessageBox):
    """Name, version, licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About duizhang"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("duizhang {0}").format(__version__))
        does = self.tr(
            "Lines government reports up side by side and tells what became of every promise."
        )
        licence = self.tr(
            "Free software under the MIT licence. It opens no network connection but to a shared"
            " workspace that you open."
        )
        self.setInformativeText(f"{does}\n\n{licence}")
        words = self.findChild(QLabel, "qt_msgbox_informativelabel")
        if words is not None:
            words.setMinimumWidth(_WIDTH)  # else it is as narrow as the name above it
        self.setIconPixmap(QIcon(str(asset("duizhang.svg"))).pixmap(QSize(48, 48), 2.0))
        close = QMessageBox.StandardButton.Close
        self.setStandardButtons(close)
        self.button(close).setText(self.tr("Close"))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(20, 20, 20, 16)  # as the other dialogs
