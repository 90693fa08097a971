"""What the colours and shapes of a comparison mean, in one quiet line."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.widgets.theme import Colours, colours


class _Bar(QWidget):
    """The bar that stands beside what was moved."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(3, 13)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours().moved)
        painter.end()


class Legend(QWidget):
    """Added, dropped, moved, other figure; each drawn as it looks in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self._added, self._dropped = QLabel(self), QLabel(self)
        self._moved, self._number = QLabel(self), QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 5, 24, 5)
        layout.setSpacing(18)
        layout.addWidget(self._added)
        layout.addWidget(self._dropped)
        moved = QHBoxLayout()
        moved.setSpacing(5)
        moved.addWidget(_Bar(self), 0, Qt.AlignmentFlag.AlignVCenter)
        moved.addWidget(self._moved)
        layout.addLayout(moved)
        layout.addWidget(self._number)
        layout.addStretch(1)
        for label, strike in ((self._added, False), (self._dropped, True)):
            font = QFont(label.font())
            font.setStrikeOut(strike)
            font.setUnderline(not strike)
            label.setFont(font)
        self.retranslate()
        self._paint_words(colours())

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self._added.setText(self.tr("Added"))
        self._dropped.setText(self.tr("Dropped"))
        self._moved.setText(self.tr("Moved"))
        self._number.setText(self.tr("Other figure"))

    def _paint_words(self, ours: Colours) -> None:
        self._added.setStyleSheet(f"color:{ours.added.name()}")
        self._dropped.setStyleSheet(f"color:{ours.dropped.name()}")
        self._moved.setStyleSheet(f"color:{ours.moved.name()}")
        self._number.setStyleSheet(f"background:{ours.number_ground.name()};padding:0 3px")

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_number"):
            self._paint_words(colours())
