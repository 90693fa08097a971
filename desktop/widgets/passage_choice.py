"""Two buttons on a passage: it answers the promise, or it does not."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets.assets import icon
from desktop.widgets.theme import colours
from tracker.model.tracking import Verdict


class PassageChoice(QWidget):
    """A person's word on one passage; pressing the same button again takes it back.

    Signals:
        said(bool | None): It answers, it does not, or nothing is said.
    """

    said = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: bool | None = None
        self._may_change = True
        self.yes, self.no = QPushButton(self), QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button, answers in ((self.yes, True), (self.no, False)):
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self.say_yes if answers else self.say_no)
            layout.addWidget(button)
        layout.addStretch(1)
        self.retranslate()

    def say_yes(self) -> None:
        """Say that it answers, or take that back."""
        self._say(answers=True)

    def say_no(self) -> None:
        """Say that it does not, or take that back."""
        self._say(answers=False)

    def _say(self, *, answers: bool) -> None:
        if self._may_change:
            self.show_said(None if self.answers is answers else answers)
            self.said.emit(self.answers)

    def show_said(self, answers: bool | None) -> None:  # noqa: FBT001 - a value, no switch
        """Show what was said."""
        self.answers = answers
        self.yes.setChecked(answers is True)
        self.no.setChecked(answers is False)

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001 - handed on from a signal
        """Take words on the passage, or show them only."""
        self._may_change = allowed
        for button in (self.yes, self.no):
            button.setEnabled(allowed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface, in the colours of the theme."""
        self.yes.setText(self.tr("This is it"))
        self.no.setText(self.tr("Not this one"))
        self.yes.setToolTip(self.tr("This passage answers the promise (Y)"))
        self.no.setToolTip(self.tr("This passage does not answer the promise (X)"))
        if not self._may_change:
            for button in (self.yes, self.no):
                button.setToolTip(self.tr("This workspace can only be read"))
        self.yes.setIcon(icon("done", colours().of_verdict(Verdict.FULFILLED)))
        self.no.setIcon(icon("close", colours().of_verdict(Verdict.MISSED)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "no"):
            self.retranslate()
