"""What runs at the moment, how far it is, and a button that stops it."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from desktop.jobs.job import Progress
from desktop.models.pace import Pace, time_left
from desktop.models.words import say
from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from tracker.message import Message

_DELAY_MS = 250
"""Shorter work is not shown: a strip that flickers tells nothing."""


class ProgressStrip(QWidget):
    """Sits in the status bar.

    Signals:
        stopped(): The person wants it to stop.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_text: Message | None = None
        self._pace = Pace()
        self.label = QLabel(self)
        self.what = ElidedLabel(self)
        self.what.setObjectName("muted")
        self.what.setMaximumWidth(240)
        self.left = QLabel(self)
        self.left.setObjectName("muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(160, 6)
        self.stop_button = QToolButton(self)
        self.stop_button.setAutoRaise(True)
        self.stop_button.clicked.connect(self.stopped)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.what, self.bar, self.left, self.stop_button):
            layout.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self.show)
        self._say()
        self.hide()

    def show_progress(self, label: Message, progress: Progress | None) -> None:
        """Show what runs; without a progress the bar only moves."""
        self._label_text = label
        if progress is None or progress.total == 0:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
        self.what.set_text(progress.doing if progress else "")
        self.what.setVisible(bool(progress and progress.doing))
        left = time_left(self._pace.left(progress))
        self.left.setText(left)
        self.left.setVisible(bool(left))
        self._say()
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """Nothing runs."""
        self._pace = Pace()
        self._timer.stop()
        self.hide()

    def _say(self) -> None:
        self.label.setText(say(self._label_text) if self._label_text else "")
        self.stop_button.setToolTip(self.tr("Stop what runs; what is done so far stays"))
        self.stop_button.setAccessibleName(self.tr("Stop"))
        self.stop_button.setIcon(icon("close", self.palette().windowText().color()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()
