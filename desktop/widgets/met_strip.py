"""A strip beside a promise: what was said of it here is not written, and why."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.models.words import say
from desktop.widgets.assets import pixmap
from desktop.widgets.theme import colours
from tracker.message import Message


class MetStrip(QFrame):
    """One sentence; where two met also a button for either word.

    Signals:
        mine_wanted(): The person's own word shall be written.
        theirs_wanted(): The colleague's shall stand.
    """

    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("metStrip")
        self._told: Message | None = None
        self._picture = QLabel(self)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.mine_button, self.theirs_button = QPushButton(self), QPushButton(self)
        self.mine_button.clicked.connect(self.mine_wanted)
        self.theirs_button.clicked.connect(self.theirs_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.mine_button)
        layout.addWidget(self.theirs_button)
        self.tell(None, decided_here=False)

    def tell(self, told: Message | None, *, decided_here: bool) -> None:
        """Say why something is not written; None hides the strip.

        Args:
            told: The sentence.
            decided_here: Whether a person can choose between two words.
        """
        had_keyboard = self.mine_button.hasFocus() or self.theirs_button.hasFocus()
        self._told = told
        self.retranslate()
        self.mine_button.setVisible(decided_here)
        self.theirs_button.setVisible(decided_here)
        if told is None and had_keyboard:
            self.focusNextChild()  # a hidden button would keep the keys
        self.setVisible(told is not None)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface, in the colours of the theme."""
        self._picture.setPixmap(pixmap("warning", colours().fair))
        self.label.setText(say(self._told) if self._told is not None else "")
        self.mine_button.setText(self.tr("Keep mine"))
        self.mine_button.setToolTip(
            self.tr("Write yours over the colleague's; both stay in the history (Ctrl+Alt+M)")
        )
        self.theirs_button.setText(self.tr("Take theirs"))
        self.theirs_button.setToolTip(
            self.tr("The colleague's stands; yours stays in the history (Ctrl+Alt+T)")
        )
        self.setAccessibleName(self.label.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "theirs_button"):
            self.retranslate()
