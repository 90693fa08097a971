"""How far marking got, and where to go next: a bar and three buttons below the table."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget


class Coming(Enum):
    """What is done with reports that are not in the table yet."""

    READ = "read"
    JUDGED = "judged"
    HELD = "held"


class Standing(NamedTuple):
    """How far marking got among the promises that are shown.

    Attributes:
        total: Promises.
        marked: Those with a person's verdict.
        uncertain: Those without one that the program is not sure of.
        disagreeing: Those that a person and the program judge differently.
    """

    total: int = 0
    marked: int = 0
    uncertain: int = 0
    disagreeing: int = 0


class MarkProgress(QWidget):
    """A strip that is quiet when there is nothing to do.

    Signals:
        unmarked_wanted(): The next promise without a mark.
        uncertain_wanted(): The next one that the program is not sure of.
        disagreeing_wanted(): The next one that is judged differently.
        stop_wanted(): No further reports shall be read and judged for now.
        go_on_wanted(): They shall, after all.
    """

    unmarked_wanted = Signal()
    uncertain_wanted = Signal()
    disagreeing_wanted = Signal()
    stop_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("markProgress")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._standing = Standing()
        self._reading = (0, 0)
        self._coming = Coming.READ
        self.count, self.marked, self.read = QLabel(self), QLabel(self), QLabel(self)
        for label in (self.count, self.read):
            label.setObjectName("muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(110, 6)
        self.stop_button = QPushButton(self)
        self.stop_button.setObjectName("link")
        self.buttons = tuple(QToolButton(self) for _ in range(3))
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 12, 3)
        layout.setSpacing(8)
        for widget in (self.count, self.read, self.stop_button):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.marked)
        layout.addWidget(self.bar)
        wanted = (self.unmarked_wanted, self.uncertain_wanted, self.disagreeing_wanted)
        for button, signal in zip(self.buttons, wanted, strict=True):
            button.setObjectName("chip")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            layout.addWidget(button)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(260, 38)
        self.stop_button.clicked.connect(self._on_stop)
        self._say()

    def set_standing(self, standing: Standing) -> None:
        """Show how far marking got."""
        self._standing = standing
        self._say()

    def set_reading(self, done: int, total: int) -> None:
        """Show how many of how many reports were read; 0 of 0: all of them."""
        self._reading, self._coming = (done, total), Coming.READ
        self._say()

    def set_judging(self, done: int, total: int) -> None:
        """Show of how many of how many reports the promises were judged; the others are now."""
        self._reading, self._coming = (done, total), Coming.JUDGED
        self._say()

    def set_held(self, done: int, total: int) -> None:
        """Show the same while a person holds the others up."""
        self._reading, self._coming = (done, total), Coming.HELD
        self._say()

    def _on_stop(self) -> None:
        (self.go_on_wanted if self._coming is Coming.HELD else self.stop_wanted).emit()

    def _say(self) -> None:
        now, (done, total) = self._standing, self._reading
        self.bar.setRange(0, max(1, now.total))
        self.bar.setValue(now.marked)
        told = self.tr("Marked {0} of {1}").format(now.marked, now.total)
        self.marked.setText(told)
        self.bar.setAccessibleName(told)
        self.bar.setToolTip(told)
        for widget in (self.marked, self.bar):
            widget.setVisible(now.total > 0)
        self.read.setVisible(total > 0)
        self.stop_button.setVisible(total > 0)
        told = {
            Coming.READ: self.tr("{0} of {1} reports read"),
            Coming.JUDGED: self.tr("{0} of {1} reports judged, going on"),
            Coming.HELD: self.tr("{0} of {1} reports judged"),
        }[self._coming]
        self.read.setText(told.format(f"{done:,}", f"{total:,}"))
        held = self._coming is Coming.HELD
        self.stop_button.setText(self.tr("Go on") if held else self.tr("Stop"))
        self.stop_button.setToolTip(
            self.tr("Judge the promises of the other reports, too")
            if held
            else self.tr("Judge no further reports for now; what is there stays")
        )
        left = now.total - now.marked
        for button, words, n, tip in zip(
            self.buttons,
            (self.tr("Unmarked"), self.tr("Uncertain"), self.tr("Disagreement")),
            (left, now.uncertain, now.disagreeing),
            (
                self.tr("Next promise without a mark (N)"),
                self.tr(
                    "The most doubtful unmarked promise: those with figures first, then by rising "
                    "certainty (L). Counted are all that nothing settles, or whose certainty is "
                    "below 60%"
                ),
                self.tr("Next promise that you and the program judge differently (D)"),
            ),
            strict=True,
        ):
            button.setText(f"{words} {n} ▸")
            button.setToolTip(tip)
            button.setEnabled(n > 0)
            button.setVisible(now.total > 0)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, the bar first; numbers are never cut."""
        self.count.setVisible(True)
        if not self._standing.total:
            return
        for shown in (True, False):
            self.bar.setVisible(shown)
            if self._layout.sizeHint().width() <= self.width():
                break
        self.marked.setVisible(self._layout.sizeHint().width() <= self.width())
        # How many there are is said again by the chips above; what is still to come is not.
        is_coming = self._reading[1] > 0
        self.count.setVisible(not is_coming or self._layout.sizeHint().width() <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.marked.setVisible(self._standing.total > 0)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
