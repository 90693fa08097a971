"""The list of documents in the import preview: name, what it is, how it stands, ticked or not."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.models.roles import DataRole
from desktop.models.words import kind_name, say, short_region, year_name
from desktop.notice import reason
from tracker.model.draft import Standing
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.models.drafting import Drafting, Item
    from tracker.model.draft import Draft

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def what_it_is(draft: Draft) -> str:
    """Return region, year and kind of a document in short, or why there is none."""
    meta = draft.meta
    if meta is None:
        return say(reason(draft.problem)) if draft.problem else ""
    place = (
        short_region(meta.region.name)
        if meta.region
        else QCoreApplication.translate("DraftList", "Region unknown")
    )
    usual = meta.kind is ReportKind.GOVERNMENT_WORK_REPORT
    kind = QCoreApplication.translate("DraftList", "Work report") if usual else kind_name(meta.kind)
    return "  ".join((place, year_name(meta.year), kind))


def how_it_stands(draft: Draft) -> str:
    """Return in a few words how a document stands to what is there."""
    return {
        Standing.NEW: "",
        Standing.RIVAL: QCoreApplication.translate("DraftList", "year is there"),
        Standing.SAME_TEXT: QCoreApplication.translate("DraftList", "same text"),
        Standing.SAME_FILE: QCoreApplication.translate("DraftList", "in the library"),
        Standing.FAILED: QCoreApplication.translate("DraftList", "unreadable"),
        Standing.SKIPPED: QCoreApplication.translate("DraftList", "passed over"),
    }[draft.standing]


class DraftList(QAbstractListModel):
    """One row for each document, in the order they were found; below them what is on its way."""

    def __init__(self, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._n_rows = len(drafting.items)
        self._awaited: tuple[Draft, ...] = ()
        drafting.awaited.connect(self._on_awaited)
        drafting.added.connect(self._on_added)
        drafting.changed.connect(self._on_changed)

    def _on_awaited(self, drafts: tuple[Draft, ...]) -> None:
        first = self._n_rows
        if self._awaited:
            self.beginRemoveRows(_ROOT, first, first + len(self._awaited) - 1)
            self._awaited = ()
            self.endRemoveRows()
        if drafts:
            self.beginInsertRows(_ROOT, first, first + len(drafts) - 1)
            self._awaited = drafts
            self.endInsertRows()

    def _on_added(self, first: int, last: int) -> None:
        self.beginInsertRows(_ROOT, first, last)
        self._n_rows = last + 1
        self.endInsertRows()

    def _on_changed(self, row: int) -> None:
        at = self.index(row)
        self.dataChanged.emit(at, at)

    def item(self, index: Index) -> Item | None:
        """Return the document of a row; None for one that is on its way."""
        there = index.isValid() and index.row() < self._n_rows
        return self._drafting.item(index.row()) if there else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of documents."""
        return 0 if parent.isValid() else self._n_rows + len(self._awaited)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: documents that add a report can be ticked."""
        item = self.item(index)
        if item is None:
            return Qt.ItemFlag.NoItemFlags
        found = super().flags(index)
        if item.draft.is_new:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        item = self.item(index)
        if item is None:
            return self._of_awaited(index, role) if index.isValid() else None
        draft = item.draft
        if role == Qt.ItemDataRole.CheckStateRole and draft.is_new:
            return Qt.CheckState.Checked if item.chosen else Qt.CheckState.Unchecked
        said = _SAID.get(role)
        return None if said is None else said(draft)

    def _of_awaited(self, index: Index, role: int) -> str | None:
        draft = self._awaited[index.row() - self._n_rows]
        told = QCoreApplication.translate("DraftList", "waiting to be read")
        said: dict[int, str] = {
            Qt.ItemDataRole.DisplayRole: draft.name,
            Qt.ItemDataRole.ToolTipRole: f"{draft.place}\n{told}",
            Qt.ItemDataRole.AccessibleTextRole: f"{draft.name}, {told}",
            DataRole.DETAIL: told,
        }
        return said.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self._drafting.choose(index.row(), chosen=ticked)
        return True


def _tip(draft: Draft) -> str:
    return f"{draft.place}\n{what_it_is(draft)}"


def _in_words(draft: Draft) -> str:
    said = (draft.name, what_it_is(draft), how_it_stands(draft))
    return ", ".join(part for part in said if part)


def _note(draft: Draft) -> str:
    return how_it_stands(draft) or (f"△ {draft.n_warnings}" if draft.n_warnings else "")


_SAID: Mapping[int, Callable[[Draft], object]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("name"),
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleTextRole: _in_words,
    DataRole.DETAIL: what_it_is,
    DataRole.VALUE: attrgetter("standing"),
    DataRole.NOTE: _note,
}
"""What each role says of a document; a painted row asks for a dozen, most of them for nothing."""
