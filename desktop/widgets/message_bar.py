"""One sentence above the work: what happened, and what to do next."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.models.words import say
from desktop.notice import Notice, Tone
from desktop.widgets.assets import icon, pixmap
from desktop.widgets.theme import colours

_SHOWN_MS = 8000
_OFFERED_MS = 25_000
"""A notice that offers something stays longer; the menu offers it for good."""


class MessageBar(QFrame):
    """Shows the latest notice; outcomes go by themselves, problems stay until they are closed.

    Signals:
        acted(str): The action that a notice names is wanted.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._notice: Notice | None = None
        self._picture = QLabel(self)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.open_button = QPushButton(self)
        self.open_button.clicked.connect(self._open)
        self.other_button = QPushButton(self)
        self.other_button.clicked.connect(self._do_other)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("quiet")
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(10)
        buttons = self.open_button, self.other_button, self.close_button
        for widget in (self._picture, self.label, *buttons):
            layout.addWidget(widget, 1 if widget is self.label else 0)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._say()
        self.open_button.hide()
        self.other_button.hide()
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Show a notice."""
        self._notice = notice
        self._say()
        self.show()
        if notice.tone is Tone.DONE:
            self._timer.start(_OFFERED_MS if notice.action else _SHOWN_MS)
        else:
            self._timer.stop()

    def forget(self) -> None:
        """Take the notice away: what it speaks of is past."""
        self._timer.stop()
        self._notice = None
        self.hide()

    def forget_problem(self) -> None:
        """Take a problem away that the last success has overcome; warnings stay to be read."""
        if self._notice is not None and self._notice.tone is Tone.PROBLEM:
            self.forget()

    def _colour(self, tone: Tone) -> QColor:
        ours = colours()
        return {Tone.DONE: ours.good, Tone.WARNING: ours.fair, Tone.PROBLEM: ours.bad}[tone]

    def _say(self) -> None:
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        if self._notice is None:
            return
        colour = self._colour(self._notice.tone)
        self._picture.setPixmap(pixmap(self._notice.tone.value, colour))
        self.label.setText(say(self._notice.message))
        action = self._notice.action
        words = {
            "": self.tr("Open"),
            "correct_imported": self.tr("Look and correct…"),
            "leave_reading": self.tr("Leave it"),
            "save_copy": self.tr("Save a copy…"),
            "connect_last": self.tr("Connect"),
            "keep_mine": self.tr("Keep mine"),
            "take_theirs": self.tr("Take theirs"),
            "write_waiting": self.tr("Write them"),
            "drop_waiting": self.tr("Leave out"),
            "redo": self.tr("Redo"),
            "undo": self.tr("Undo"),
        }
        self.open_button.setText(words.get(action, self.tr("Show…")))
        other = self._notice.other
        self.other_button.setText(words.get(other, ""))
        self.other_button.setVisible(bool(other))
        self.open_button.setVisible(bool(action) or self._notice.path is not None)
        self.close_button.setIcon(icon("close", self.palette().windowText().color()))

    def _open(self) -> None:
        path: Path | None = self._notice.path if self._notice else None
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if self._notice is not None and self._notice.action:
            self.acted.emit(self._notice.action)

    def _do_other(self) -> None:
        if self._notice is not None and self._notice.other:
            self.acted.emit(self._notice.other)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()
