"""The list of what was said by hand of the promises of a report: asked for, kept up to date."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.promise_words_dialog import PromiseWordsDialog
    from tracker.model.ids import ReportId
    from tracker.model.promise_word import PromiseWord
    from tracker.model.said_event import SaidKey


class Answers(Protocol):
    """Who does what the list asks for."""

    def ask_words(self) -> None:
        """Ask for the words on the promises that are looked at."""

    def take_back(self, report: ReportId, word: PromiseWord) -> None:
        """Forget a word."""

    def explain(self, keys: tuple[SaidKey, ...], why: str) -> None:
        """Say why words were said."""


class PromiseWordsList(QObject):
    """Opens the list and fills it.

    Args:
        window: Parent of the list.

    Signals:
        words_wanted(): The words on the promises that are looked at are asked for.
        forget_wanted(ReportId, PromiseWord): A word shall be taken back.
        explain_wanted(tuple[SaidKey], str): Words were said for a reason.
    """

    words_wanted = Signal()
    forget_wanted = Signal(str, object)
    explain_wanted = Signal(object, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def wishes(self, correcting: Answers) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        """Return each wish of the list with what fulfils it."""
        return (
            (self.words_wanted, correcting.ask_words),
            (self.forget_wanted, correcting.take_back),
            (self.explain_wanted, correcting.explain),
        )

    def show_words(self) -> None:
        """List the words by hand, beside the window."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.words_wanted.emit()

    @cached_property
    def dialog(self) -> PromiseWordsDialog:
        """The list; made when it is first wanted."""
        # Loaded when it is needed: start-up time.
        from desktop.dialogs.promise_words_dialog import PromiseWordsDialog  # noqa: PLC0415

        dialog = PromiseWordsDialog(self._window)
        dialog.forget_wanted.connect(self.forget_wanted)
        dialog.explain_wanted.connect(self._explain)
        return dialog

    def _explain(self, word: PromiseWord, why: str) -> None:
        from tracker.model.said_event import SaidKey, SaidKind  # noqa: PLC0415 - as above

        if why != word.why:
            self.explain_wanted.emit((SaidKey(SaidKind.PROMISE, word.id),), why)

    def take(self, report: ReportId, words: tuple[PromiseWord, ...]) -> None:
        """Show what was said, if the list is open."""
        if "dialog" in self.__dict__:
            self.dialog.set_words(report, words)
