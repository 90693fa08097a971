"""A table over many reports: lines of cells, sorted by any column, filtered by words.

What the lines are of is up to who fills it; bars and heat are values that a delegate paints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.models.roles import DataRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure as a bar, from 0 to 1 of the width, with the range of a goal where there is one.

    Attributes:
        value: Where the bar ends, None without one.
        zero: Where it begins.
        low: Lower end of the goal.
        high: Upper end of the goal.
        good: The goal is reached; None where nobody knows.
    """

    value: float | None
    zero: float = 0.0
    low: float | None = None
    high: float | None = None
    good: bool | None = None


@dataclass(frozen=True, slots=True)
class Heat:
    """A rate as the ground of a cell.

    Attributes:
        rate: From 0 to 1; None where there is none.
        firm: It is a sum over a row or a column.
    """

    rate: float | None
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell.

    Attributes:
        text: Its words.
        sort: What it is sorted by, None for what stands last either way.
        tip: What it means.
        picture: What is painted in it.
        quiet: It is told in a quieter colour: what is missing.
        data: What goes into a file in its place.
    """

    text: str = ""
    sort: float | str | None = None
    tip: str = ""
    picture: Bar | Heat | None = None
    quiet: bool = False
    data: object = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table.

    Attributes:
        cells: One for each column.
        value: What it stands for.
        words: What a filter looks through.
        pinned: It stays at the end, whatever the order: a sum.
    """

    cells: tuple[Cell, ...]
    value: object
    words: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column.

    Attributes:
        text: Its words.
        tip: What it means.
        number: It is set to the right, and first sorted from above.
        wide: It takes the room that is left.
        centred: It is set in the middle.
    """

    text: str
    tip: str = ""
    number: bool = False
    wide: bool = False
    centred: bool = False


class AcrossTable(QAbstractTableModel):
    """Lines that are sorted and filtered here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[Head, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._shown: list[Line] = []
        self._words = ""
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def set_lines(self, heads: Sequence[Head], lines: Sequence[Line]) -> None:
        """Show other lines; order and filter stay where the columns are the same."""
        self.beginResetModel()
        if tuple(head.text for head in heads) != tuple(head.text for head in self._heads):
            self._order = (-1, Qt.SortOrder.AscendingOrder)
        self._heads, self._lines = tuple(heads), tuple(lines)
        self._arrange()
        self.endResetModel()

    def set_words(self, words: str) -> None:
        """Show only lines that have all these words."""
        self.beginResetModel()
        self._words = words.strip().lower()
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, -1 for the order that the lines came in."""
        self.beginResetModel()
        self._order = (column, order)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        wanted = self._words.split()
        found = [one for one in self._lines if all(w in one.words.lower() for w in wanted)]
        column, order = self._order
        pinned = [one for one in found if one.pinned]
        free = [one for one in found if not one.pinned]
        if 0 <= column < len(self._heads):
            known = [one for one in free if one.cells[column].sort is not None]
            last = [one for one in free if one.cells[column].sort is None]
            down = order == Qt.SortOrder.DescendingOrder
            known.sort(key=lambda one: _key(one.cells[column].sort), reverse=down)
            free = known + last
        self._shown = free + pinned

    @property
    def heads(self) -> tuple[Head, ...]:
        """The heads of the columns."""
        return self._heads

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines on the screen, in order."""
        return tuple(self._shown)

    def total(self) -> int:
        """Return how many lines there are without the filter."""
        return len(self._lines)

    def line(self, index: Index) -> Line:
        """Return a line."""
        return self._shown[index.row()]

    def row_of(self, value: object) -> int:
        """Return where the line of a value stands, -1 where it is not shown."""
        return next((n for n, one in enumerate(self._shown) if one.value == value), -1)

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]:
        """Return heads and cells as a file has them."""
        rows = (
            tuple(cell.text if cell.data is None else cell.data for cell in one.cells)
            for one in self._shown
        )
        return tuple(head.text for head in self._heads), tuple(rows)

    # As Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, what they mean, and what is painted."""
        if not index.isValid():
            return None
        cell = self._shown[index.row()].cells[index.column()]
        head = self._heads[index.column()]
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: cell.text,
            DataRole.VALUE: cell.picture,
            DataRole.DETAIL: cell.quiet,
            Qt.ItemDataRole.ToolTipRole: cell.tip or None,
            Qt.ItemDataRole.AccessibleTextRole: cell.tip or f"{head.text} {cell.text}",
            Qt.ItemDataRole.TextAlignmentRole: _alignment(head),
        }
        return told.get(role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return what the columns are called, and what they mean."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._heads):
            return None
        head = self._heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return head.tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(head)
        return None


def _alignment(head: Head) -> int:
    if head.centred:
        return _CENTRE
    return _RIGHT if head.number else _LEFT


def _key(value: float | str | None) -> tuple[bool, float, str]:
    if isinstance(value, str):
        return True, 0.0, value
    return False, float(value or 0), ""
