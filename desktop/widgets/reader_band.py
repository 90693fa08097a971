"""A band that says whose reading is under way, as long as it is not the first."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class ReaderBand(QFrame):
    """One sentence, how far it is, and the way out; hidden in the first reading.

    Signals:
        left(): The second reading shall end.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerBand")
        self._reader = ""
        self._done, self._all = 0, 0
        self.label, self.progress = QLabel(self), QLabel(self)
        for label in (self.label, self.progress):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 12, 6)
        layout.setSpacing(14)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.button)
        self.set_reader("")

    def set_reader(self, name: str) -> None:
        """Say who reads; "" is the first reading, which needs no band."""
        self._reader = name
        self.retranslate()
        self.setVisible(bool(name))

    def set_progress(self, done: int, total: int) -> None:
        """Say how many promises this reader has marked."""
        self._done, self._all = done, total
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.label.setText(
            self.tr(
                "Second reading by {0}, blind: marks, notes and evidence of the first are hidden."
            ).format(self._reader)
        )
        told = self.tr("{0} of {1} marked").format(self._done, self._all) if self._all else ""
        self.progress.setText(told)
        self.button.setText(self.tr("Leave it"))
        self.button.setToolTip(
            self.tr("End the second reading and see the marks of the first again (Esc, Enter)")
        )
        self.setAccessibleName(self.label.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "button"):
            self.retranslate()
