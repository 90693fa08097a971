"""Groups with lines below each: a tree of two levels and one column, as Qt asks for it."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TOP = 0
"""Id of the rows of groups; those of lines have the row of their group plus one."""


class GroupedList(QAbstractItemModel):
    """What the models of lists under heads have in common; they say how many there are."""

    @abstractmethod
    def n_groups(self) -> int:
        """Return how many groups are shown."""

    @abstractmethod
    def n_lines(self, group: int) -> int:
        """Return how many lines stand below a group."""

    def is_group(self, index: Index) -> bool:
        """Tell whether a row is a group."""
        return index.isValid() and index.internalId() == _TOP

    def group_of(self, index: Index) -> int:
        """Return the row of a group, or of the group that a line stands below; -1 for none."""
        if not index.isValid():
            return -1
        return index.row() if self.is_group(index) else index.internalId() - 1

    def line_at(self, group: int, line: int) -> QModelIndex:
        """Return the index of a line."""
        return self.createIndex(line, 0, group + 1)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return an index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the group of a line."""
        if not index.isValid() or self.is_group(index):
            return QModelIndex()
        return self.createIndex(self.group_of(index), 0, _TOP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of groups, or of lines below one."""
        if not parent.isValid():
            return self.n_groups()
        is_head = self.is_group(parent) and parent.column() == 0
        return self.n_lines(parent.row()) if is_head else 0

    def columnCount(self, _: Index = _ROOT) -> int:
        """Return 1."""
        return 1
