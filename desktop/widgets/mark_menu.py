"""What can be done with a promise, as a menu: verdicts, note, next one, evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.models.words import name_of
from desktop.widgets.assets import icon
from desktop.widgets.theme import colours

if TYPE_CHECKING:
    from tracker.model.tracking import Tracking


class MarkMenu(QMenu):
    """Stands in the menu bar and under the right mouse button; filled each time it is shown.

    Signals:
        marked(Verdict | None): A verdict; None takes it back.
        note_wanted(): A note shall be written.
        next_wanted(): The next promise without a mark is wanted.
        open_wanted(): The evidence shall be opened beside the promise.
        confirm_wanted(): The current passage answers the promise, or that is taken back.
        reject_wanted(): The current passage does not answer it, or that is taken back.
        evidence_wanted(): The next passage shall be the current one.
        copy_wanted(): The words of the promise shall be copied.
    """

    marked = Signal(object)
    note_wanted = Signal()
    next_wanted = Signal()
    open_wanted = Signal()
    confirm_wanted = Signal()
    reject_wanted = Signal()
    evidence_wanted = Signal()
    copy_wanted = Signal()

    def fill(self, *, promise: bool, evidence: bool) -> None:
        """Offer what can be done.

        Args:
            promise: A promise is under the cursor.
            evidence: There is a passage that answers it.
        """
        from desktop.models.codebook import MARKABLE  # noqa: PLC0415 - not needed for the first frame

        self.clear()
        for n, verdict in enumerate(MARKABLE, start=1):
            entry = self._add(name_of(verdict), str(n), enabled=promise)
            entry.setIcon(icon(verdict.value, colours().of_verdict(verdict)))
            entry.triggered.connect(partial(self._mark, verdict))
        self._add(self.tr("Clear the mark"), "0", enabled=promise).triggered.connect(
            partial(self._mark, None)
        )
        for words, key, signal, enabled in (
            (self.tr("Write a note"), "M", self.note_wanted, promise),
            (self.tr("Next unmarked promise"), "N", self.next_wanted, promise),
            ("", "", None, False),
            (self.tr("This is it"), "Y", self.confirm_wanted, evidence),
            (self.tr("Not this one"), "X", self.reject_wanted, evidence),
            (self.tr("Next passage"), "E", self.evidence_wanted, evidence),
            (self.tr("Open beside the promise"), "Enter", self.open_wanted, evidence),
            ("", "", None, False),
            (self.tr("Copy the promise"), "", self.copy_wanted, promise),
        ):
            if signal is None:
                self.addSeparator()
            else:
                self._add(words, key, enabled=enabled).triggered.connect(partial(_send, signal))

    def _mark(self, verdict: object, *_: object) -> None:
        self.marked.emit(verdict)

    def _add(self, words: str, key: str, *, enabled: bool) -> QAction:
        """Add a line; the key is only shown: the table itself listens to it."""
        action = self.addAction(f"{words}\t{key}" if key else words)
        action.setEnabled(enabled)
        return action


def _send(signal: object, *_: object) -> None:
    signal.emit()  # type: ignore[attr-defined]  # a bound signal, which PySide cannot name


def copy_promise(tracking: Tracking | None) -> None:
    """Put the words of a promise into the clipboard."""
    if tracking is not None:
        QGuiApplication.clipboard().setText(tracking.commitment.statement.told.quote)
