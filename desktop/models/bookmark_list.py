"""Bookmarks and notes below the documents they stand in, filtered by what is typed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from desktop.models.grouped_list import GroupedList, Index
from desktop.models.words import say

if TYPE_CHECKING:
    from tracker.model.bookmark import ListedBookmark


def tip_of(one: ListedBookmark) -> str:
    """Return what a bookmark says when the mouse rests on it: its note, who wrote it, when."""
    kept = one.bookmark
    when = f"{kept.at.astimezone():%Y-%m-%d %H:%M}"
    signed = " · ".join(part for part in (kept.user, when) if part)
    return "\n".join(part for part in (kept.note, one.quote, signed) if part)


def _matches(one: ListedBookmark, words: list[str]) -> bool:
    where = (one.document.zh, one.document.en, *one.trail, one.quote, one.bookmark.note)
    text = "\n".join(where).casefold()
    return all(word in text for word in words)


class BookmarkList(GroupedList):
    """Documents in the order of the library, bookmarks in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ListedBookmark, ...] = ()
        self._typed = ""
        self._groups: list[tuple[ListedBookmark, ...]] = []

    def set_bookmarks(self, found: tuple[ListedBookmark, ...]) -> None:
        """Show other bookmarks."""
        if found != self._all:
            self._all = found
            self._fill()

    def set_filter(self, typed: str) -> None:
        """Show those alone that hold every word that was typed, in quote, note or place."""
        if typed != self._typed:
            self._typed = typed
            self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        words = self._typed.casefold().split()
        shown = (one for one in self._all if _matches(one, words))
        groups = groupby(shown, key=lambda one: one.bookmark.anchor.report_id)
        self._groups = [tuple(ones) for _, ones in groups]
        self.endResetModel()

    def counts(self) -> tuple[int, int]:
        """Return how many are shown, and how many there are."""
        return sum(map(len, self._groups)), len(self._all)

    def shown(self) -> tuple[ListedBookmark, ...]:
        """Return what is shown, in order."""
        return tuple(one for group in self._groups for one in group)

    def bookmark(self, index: Index) -> ListedBookmark | None:
        """Return the bookmark of a row, None for a document."""
        if not index.isValid() or self.is_group(index):
            return None
        return self._groups[self.group_of(index)][index.row()]

    def index_of(self, bookmark: int) -> QModelIndex:
        """Return the row of a bookmark by its number; an invalid one where it is not shown."""
        for row, group in enumerate(self._groups):
            for at, one in enumerate(group):
                if one.bookmark.id == bookmark:
                    return self.line_at(row, at)
        return QModelIndex()

    def n_groups(self) -> int:
        """Return the number of documents."""
        return len(self._groups)

    def n_lines(self, group: int) -> int:
        """Return the number of bookmarks in one that are shown."""
        return len(self._groups[group])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a document, or a bookmark in words."""
        if not index.isValid():
            return None
        one = self.bookmark(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._document(index) if one is None else "  ".join(self._words(one))
        return None

    def _document(self, index: Index) -> str:
        group = self._groups[index.row()]
        return f"{say(group[0].document)}  ({len(group)})"

    def _words(self, one: ListedBookmark) -> tuple[str, ...]:
        kind = (
            QCoreApplication.translate("BookmarkList", "Note")
            if one.bookmark.note
            else QCoreApplication.translate("BookmarkList", "Bookmark")
        )
        parts = (kind, place_name(one), " ".join(one.quote.split()), one.bookmark.note)
        return tuple(part for part in parts if part)


def place_name(one: ListedBookmark) -> str:
    """Return the page or line of a bookmark, or words that say that its passage is gone."""
    if one.place is None:
        return QCoreApplication.translate("BookmarkList", "△ text gone")
    return say(one.place)
