"""Copying a passage with where it stands (复制并附出处)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.models.words import say
from desktop.notice import Notice, Tone
from tracker.message import Message

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.views.passages import Passages


class Citing(QObject):
    """Puts quote and citation on the clipboard, as plain text alone.

    Args:
        session: Tells what was done.
        settings: How citations are written.
        passages: What the reader means.
    """

    def __init__(self, session: Session, settings: Settings, passages: Passages) -> None:
        super().__init__(passages)
        self._session = session
        self._settings = settings
        self._passages = passages

    def copy(self) -> None:
        """Copy the passage that is meant."""
        # Not needed for the first frame.
        from tracker.model.citation import cited, document_of, place_of  # noqa: PLC0415

        meant = self._passages.meant()
        if meant is None:
            told = Message("请先选中要引用的文字。", "Select the words to be cited first.")
            self._session.noticed.emit(Notice(Tone.WARNING, told, passing=True))
            return
        report, span = meant.report, meant.span
        QGuiApplication.clipboard().setText(say(cited(report, span, self._settings.citation_form)))
        document, place = document_of(report), place_of(report, span)
        told = Message(
            f"已复制，附出处：{document.zh}，{place.zh}",
            f"Copied with its citation: {document.en}, {place.en}",
        )
        self._session.noticed.emit(Notice(Tone.DONE, told, passing=True))
