"""Bookmarks and notes of the open workspace: signs beside the texts, a list below them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.jobs import bookmarks as jobs
from desktop.jobs.job import Job, Lane
from desktop.models.words import say
from desktop.notice import Notice, Tone
from desktop.session import EXPORTING, READING, SAVING, Session, without_context
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.settings import Settings
    from desktop.views.bookmarks_view import BookmarksView
    from desktop.views.desk import Desk, ShownText
    from desktop.views.passages import Meant, Passages
    from desktop.widgets.list_room import ListRoom
    from desktop.widgets.margin_signs import MarginSigns, Sign
    from desktop.widgets.note_editor import NoteEditor
    from tracker.model.bookmark import Bookmark, ListedBookmark
    from tracker.model.mark import Anchor
    from tracker.model.span import Span

_TOLD = 24
"""Characters of a passage that a notice repeats."""


class Bookmarking(QObject):
    """Puts bookmarks and notes on passages, and shows those that are there.

    Args:
        session: The open workspace.
        settings: How citations are written.
        passages: What the reader means.
        room: What the list stands in, below the pages.

    Signals:
        place_wanted(ReportId, Span): A bookmark was chosen in the list.
        left(): The list was closed; the keyboard is free.
    """

    place_wanted = Signal(str, object)
    left = Signal()

    def __init__(
        self, session: Session, settings: Settings, passages: Passages, room: ListRoom
    ) -> None:
        super().__init__(room)
        self._session = session
        self._settings = settings
        self._passages = passages
        self._room = room
        self._page = room.pages
        self._signs: dict[ShownText, MarginSigns] = {}
        self._editor: NoteEditor | None = None
        self._written: Callable[[str], None] = _nothing
        self._at_hand: ListedBookmark | None = None
        self._from: QWidget | None = None
        self.panel: BookmarksView | None = None
        self.bookmarks: tuple[ListedBookmark, ...] = ()
        session.opened.connect(self._on_opened)
        session.entries_changed.connect(self.ask)

    def serve(self, desk: Desk) -> None:
        """Take over the texts of a desk, once it is made."""
        desk.texts_changed.connect(self._show_signs)
        self._show_signs()

    # What there is

    def _on_opened(self) -> None:
        if self._editor is not None:
            self._editor.hide()
        self._take(())

    def ask(self) -> None:
        """Ask for the bookmarks of the workspace."""
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(jobs.listed, workspace, self._settings.citation_form))
            job = Job("bookmarks", READING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, self._take)

    def _take(self, found: tuple[ListedBookmark, ...]) -> None:
        self.bookmarks = found
        if self.panel is not None:
            self.panel.set_bookmarks(found)
        self._show_signs()

    def _show_signs(self) -> None:
        """Put the signs beside the texts that are there now."""
        texts = self._passages.all_texts()
        if not texts:
            return
        # Not needed for the first frame.
        from desktop.models.bookmark_list import tip_of  # noqa: PLC0415
        from desktop.widgets.margin_signs import Sign  # noqa: PLC0415

        for text in texts:
            found = []
            for one in self.bookmarks:
                anchor, note = one.bookmark.anchor, bool(one.bookmark.note)
                place = self._place(text, anchor)
                if place is not None and not one.bookmark.lost:
                    found.append(Sign(place, one.bookmark.id, note, tip_of(one)))
            if text.overview is not None:
                text.overview.set_bookmarks([sign.span for sign in found])
            if found or text in self._signs:
                self._signs_of(text).set_signs(tuple(found))

    def _place(self, text: ShownText, anchor: Anchor) -> Span | None:
        return self._passages.place(text, anchor.report_id, anchor.span)

    def signs(self, text: ShownText) -> tuple[Sign, ...]:
        """Return the signs beside a text."""
        return self._signs[text].signs if text in self._signs else ()

    def _signs_of(self, text: ShownText) -> MarginSigns:
        """Return what draws the signs beside a text, made when it is first wanted."""
        from desktop.widgets.margin_signs import MarginSigns  # noqa: PLC0415 - as above

        if text not in self._signs:
            self._signs[text] = MarginSigns(text.text)
            self._signs[text].clicked.connect(self._on_sign)
        return self._signs[text]

    def _known(self, meant: Meant) -> ListedBookmark | None:
        """Return the bookmark that is meant: on the selection, or else the one at the cursor."""
        here = [
            one
            for one in self.bookmarks
            if one.bookmark.anchor.report_id == meant.report.id and not one.bookmark.lost
        ]
        same = (one for one in here if one.bookmark.anchor.span == meant.span)
        if meant.is_selected:
            return next(same, None)
        at = meant.position
        around = [
            one
            for one in here
            if one.bookmark.anchor.span.start <= at < one.bookmark.anchor.span.end
        ]
        inner = min(around, key=lambda one: len(one.bookmark.anchor.quote), default=None)
        return inner or next(same, None)

    # What is done

    def toggle(self) -> None:
        """Bookmark the passage that is meant, or take its bookmark away."""
        meant = self._meant()
        if meant is None:
            return
        known = self._known(meant)
        if known is not None:
            self.remove((known,))
        else:
            self._add(meant.anchor, "")

    def note(self) -> None:
        """Write a note on the passage that is meant, or rewrite the one that is there."""
        meant = self._meant()
        if meant is None:
            return
        known = self._known(meant)
        if known is not None:
            self.edit(known)
        else:
            self._open(meant.text, meant.anchor, "", partial(self._add, meant.anchor), None)

    def _meant(self) -> Meant | None:
        meant = self._passages.meant()
        if meant is None:
            told = Message("请先打开一份报告的正文。", "Open the text of a report first.")
            self._tell(told, Tone.WARNING)
        return meant

    def edit(self, one: ListedBookmark) -> None:
        """Rewrite the note of a bookmark, beside its passage or else in the list."""
        anchor = one.bookmark.anchor
        texts = self._passages.texts()
        found = (text for text in texts if self._place(text, anchor))
        written = partial(self._write, one.bookmark)
        self._open(next(found, None), anchor, one.bookmark.note, written, one)

    def _on_sign(self, key: int) -> None:
        one = next((b for b in self.bookmarks if b.bookmark.id == key), None)
        if one is not None:
            self.edit(one)

    def _open(
        self,
        seen: ShownText | None,
        anchor: Anchor,
        note: str,
        written: Callable[[str], None],
        known: ListedBookmark | None,
    ) -> None:
        editor = self._sheet()
        editor.finish()
        self._written, self._at_hand = written, known
        self._from = self._room.window().focusWidget()
        page = self._page
        place = self._place(seen, anchor) if seen is not None else None
        if seen is None or place is None:
            at = page.rect().center() - editor.rect().center()
        else:
            self._passages.bring(seen)
            text = seen.text
            y = text.y_of(place.end) - text.verticalScrollBar().value()
            if not 0 <= y < text.viewport().height():
                seen.show_span(place)
                y = text.y_of(place.end) - text.verticalScrollBar().value()
            below = QPoint(text.viewport().width() - editor.width() - 24, round(y) + 30)
            at = text.viewport().mapTo(page, below)
        editor.write(anchor.quote, note, at, is_new=known is None)

    def edit_words(self, words: str) -> None:
        """Put words into the open sheet, keep them and close it."""
        if self._editor is not None and not self._editor.isHidden():
            self._editor.field.setPlainText(words)
            self._editor.finish()

    def _sheet(self) -> NoteEditor:
        """Return where notes are written; made when the first one is."""
        if self._editor is None:
            from desktop.widgets.note_editor import NoteEditor  # noqa: PLC0415 - when first wanted

            self._editor = NoteEditor(self._page)
            self._editor.kept.connect(self._on_kept)
            self._editor.removed.connect(self._on_removed)
            self._editor.closed.connect(self._on_closed)
        return self._editor

    def _on_kept(self, words: str) -> None:
        self._written(words)

    def _on_removed(self) -> None:
        if self._at_hand is not None:
            self.remove((self._at_hand,))

    def _on_closed(self) -> None:
        """Give the keyboard back to where it was."""
        if self._from is not None and self._from.isVisible():
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, anchor: Anchor, note: str) -> None:
        quote = _shortened(anchor.quote)
        told = (
            Message(f"已写批注：{quote}", f"Note kept: {quote}")
            if note
            else Message(f"已加书签：{quote}", f"Bookmarked: {quote}")
        )
        self._submit(partial(jobs.add, place=anchor, note=note), told)

    def _write(self, bookmark: Bookmark, note: str) -> None:
        quote = _shortened(bookmark.anchor.quote)
        told = Message(f"已写批注：{quote}", f"Note kept: {quote}")
        self._submit(partial(jobs.write, bookmark=bookmark.id, note=note), told)

    def remove(self, ones: tuple[ListedBookmark, ...]) -> None:
        """Take bookmarks away with their notes; undo brings them back."""
        quote = _shortened(ones[0].quote)
        zh, en = (f"：{quote}", f": {quote}") if len(ones) == 1 else (f" {len(ones)} 个",) * 2
        told = Message(
            f"已删除书签{zh}（Ctrl+Z 撤销）", f"Bookmark removed{en} (Ctrl+Z brings it back)"
        )
        ids = tuple(one.bookmark.id for one in ones)
        self._submit(partial(jobs.remove, bookmarks=ids), told)

    def _submit(self, action: Callable[..., object], told: Message) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(action, workspace))
            job = Job("", SAVING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._on_done, told))

    def _on_done(self, told: Message, _: object) -> None:
        self._tell(told)
        self._session.refresh()  # its answer asks for the bookmarks too

    def _tell(self, told: Message, tone: Tone = Tone.DONE) -> None:
        self._session.noticed.emit(Notice(tone, told, passing=True))

    # The list

    def show_list(self) -> None:
        """Open the list of all bookmarks, or close it where the keyboard is in it."""
        if self.panel is None:
            self.panel = self._make_panel()
        inside = self.panel.isAncestorOf(self.panel.window().focusWidget())
        if self.panel.isVisible() and inside:
            self._close_panel()
            return
        self._room.show_list(self.panel)
        self.panel.enter()

    def _make_panel(self) -> BookmarksView:
        from desktop.views.bookmarks_view import BookmarksView  # noqa: PLC0415 - when first wanted

        panel = BookmarksView(self._room)
        panel.place_wanted.connect(self._go_to)
        panel.note_wanted.connect(self.edit)
        panel.removal_wanted.connect(self.remove)
        panel.copy_wanted.connect(self._copy)
        panel.export_wanted.connect(self.export)
        panel.closed.connect(self._close_panel)
        panel.set_bookmarks(self.bookmarks)
        return panel

    def _close_panel(self) -> None:
        if self.panel is not None:
            self.panel.hide()
        self.left.emit()

    def _go_to(self, one: ListedBookmark) -> None:
        if one.bookmark.lost:
            told = Message(
                "这段文字在现在的报告中已经没有了；书签保留着原文和批注。",
                "This passage is no longer in the report; the bookmark keeps its words.",
            )
            self._tell(told, Tone.WARNING)
            return
        self.place_wanted.emit(one.bookmark.anchor.report_id, one.bookmark.anchor.span)

    def _copy(self, ones: tuple[ListedBookmark, ...]) -> None:
        parts = []
        for one in ones:
            note = one.bookmark.note
            parts.append(say(one.citation) + (f"\n{say(_NOTE)}{note}" if note else ""))
        QGuiApplication.clipboard().setText("\n\n".join(parts))
        n = len(ones)
        self._tell(Message(f"已复制 {n} 条，附出处", f"Copied with citations: {n}"))

    def export(self) -> None:
        """Ask for a file and write all bookmarks into it."""
        workspace = self._session.workspace
        if workspace is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self._parent_window(),
            self.tr("Export bookmarks and notes"),
            self.tr("Bookmarks") + ".txt",
            self.tr("Text") + " (*.txt)",
        )
        if name:
            path = Path(name if Path(name).suffix else f"{name}.txt")
            language, form = self._settings.language_code(), self._settings.citation_form
            work = without_context(partial(jobs.export, workspace, path, language, form))
            self._session.runner.submit(Job("", EXPORTING, work), self._on_exported)

    def _on_exported(self, path: Path) -> None:
        told = Message(f"已导出：{path}", f"Exported: {path}")
        self._session.noticed.emit(Notice(Tone.DONE, told, path))

    def _parent_window(self) -> QWidget:
        return self._room.window()


_NOTE = Message("批注：", "Note: ")


def _nothing(_: str) -> None:
    """Do nothing with what was written."""


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _TOLD else words[: _TOLD - 1] + "…"
