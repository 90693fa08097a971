"""What an empty view says: what it is for and what to do first."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.assets import pixmap
from desktop.widgets.guide_link import GuideLink
from desktop.widgets.theme import colours


class EmptyState(QWidget):
    """An icon, a title, a sentence, the button for what to do first, another way, the guide.

    Signals:
        acted(): The button was pressed.
        other_acted(): The other one was pressed.
    """

    acted = Signal()
    other_acted = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel(self)
        self._title = QLabel(self)
        self._text = QLabel(self)
        self.button = QPushButton(self)
        self.other = QPushButton(self)
        self.other.setFlat(True)
        self.other.setObjectName("link")
        self.guide = GuideLink(self, self)
        self._title.setObjectName("emptyTitle")
        self._text.setObjectName("muted")
        self._text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(10)
        layout.addStretch(2)
        for label in (self._picture, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.guide, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.button.clicked.connect(self.acted)
        self.other.clicked.connect(self.other_acted)
        self._draw()

    def set_words(self, title: str, text: str, button: str = "", other: str = "") -> None:
        """Say something; without a word for a button there is none."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.other.setText(other)
        self.other.setVisible(bool(other))

    def text(self) -> str:
        """Return the sentence that is said."""
        return self._text.text()

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(self._icon, colours().muted, 40))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
