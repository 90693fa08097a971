"""How it stands with a shared workspace, in the status line: together, waiting, cut off."""

from enum import Enum

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.widgets.assets import pixmap
from desktop.widgets.theme import colours


class _State(Enum):
    OPEN = "open"
    WAITING = "waiting"
    LOST = "lost"
    SENDING = "sending"


class SharedLine(QWidget):
    """A few words and a sign; hidden where the workspace is a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._number = _State.OPEN, 0
        self._picture, self.label = QLabel(self), QLabel(self)
        self.label.setObjectName("muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(5)
        layout.addWidget(self._picture)
        layout.addWidget(self.label)
        self.hide()

    def set_open(self) -> None:
        """The server answers."""
        self._set(_State.OPEN)

    def set_waiting(self) -> None:
        """An answer is waited for longer than usual."""
        if self._state is _State.OPEN:
            self._set(_State.WAITING)

    def set_lost(self, n_held: int) -> None:
        """The line is broken and is tried again; so many changes wait."""
        self._set(_State.LOST, n_held)

    def set_sending(self, number: int) -> None:
        """So many changes that waited are written."""
        self._set(_State.SENDING, number)

    def _set(self, state: _State, number: int = 0) -> None:
        if (state, number) != (self._state, self._number) or self.isHidden():
            self._state, self._number = state, number
            self.retranslate()
            self.show()

    def retranslate(self) -> None:
        """Say it in the language of the interface, in the colours of the theme."""
        n = self._number
        waiting = self.tr("Shared: connecting again… {0} not written").format(n)
        told, tip = {
            _State.OPEN: (
                self.tr("Shared"),
                self.tr("Connected to the shared workspace; what colleagues do appears by itself"),
            ),
            _State.WAITING: (
                self.tr("Shared: waiting for the server…"),
                self.tr("The server has not answered yet; reading goes on"),
            ),
            _State.LOST: (
                waiting if n else self.tr("Shared: connecting again…"),
                self.tr("The connection is lost. Read on; changes wait here until it is back."),
            ),
            _State.SENDING: (
                self.tr("Shared: writing what waited ({0})…").format(n),
                self.tr("The connection is back; changes that waited here are written now"),
            ),
        }[self._state]
        self.label.setText(told)
        self.setToolTip(tip)
        self.setAccessibleName(told)
        trouble = self._state in (_State.WAITING, _State.LOST)
        ours = colours()
        colour = ours.bad if self._state is _State.LOST else ours.fair
        self._picture.setVisible(trouble)
        if trouble:
            self._picture.setPixmap(pixmap("warning", colour))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "label"):
            self.retranslate()
