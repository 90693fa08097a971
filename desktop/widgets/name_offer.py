"""An offer to keep two names that a word on a passage may be about."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.model.decision import NamePair
from tracker.model.ids import ReportId


class NameOffer(QFrame):
    """One sentence with two answers; hidden as long as there is nothing to offer.

    Signals:
        accepted(NamePair, ReportId): The names shall be kept; the report they were taken from.
    """

    accepted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._pair: NamePair | None = None
        self._taken_from = ReportId("")
        self.question = QLabel(self)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.keep, self.leave = QPushButton(self), QPushButton(self)
        for button in (self.keep, self.leave):
            button.setObjectName("choice")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self.question)
        layout.addLayout(buttons)
        self.keep.clicked.connect(self._accept)
        self.leave.clicked.connect(self.clear)
        self.clear()

    def clear(self) -> None:
        """Offer nothing."""
        self._pair = None
        self.hide()

    def offer(self, pair: NamePair, taken_from: ReportId) -> None:
        """Ask whether two names are one thing, or two."""
        self._pair, self._taken_from = pair, taken_from
        self.retranslate()
        self.show()

    def _accept(self) -> None:
        pair = self._pair
        self.clear()
        if pair is not None:
            self.accepted.emit(pair, self._taken_from)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.leave.setText(self.tr("Leave it"))
        pair = self._pair
        if pair is None:
            return
        question = (
            self.tr("Is “{0}” the same as “{1}”, in other reports and years too?")
            if pair.same
            else self.tr("Are “{0}” and “{1}” two things, in other reports and years too?")
        )
        self.question.setText(question.format(pair.one, pair.other))
        self.keep.setText(self.tr("Yes, the same") if pair.same else self.tr("Yes, two things"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "leave"):
            self.retranslate()
