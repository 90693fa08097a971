"""A picture in its full size, in a window of its own that Escape closes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget


class PictureSheet(QDialog):
    """Shows one picture; where the screen is smaller, it is scrolled.

    Args:
        path: File of the picture.
        parent: Parent.
    """

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Picture"))
        self.label = QLabel(self)
        self.label.setPixmap(QPixmap(path))
        self.label.setAccessibleName(self.tr("Picture"))
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        wanted = self.label.sizeHint()
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.95))
