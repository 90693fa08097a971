"""Values of a field that are ticked (筛选的取值), seven verdicts or forty thousand headings.

A list of lines that is narrowed as one types. What is ticked stays so where it is not shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex
Choice = tuple[str, str, int]
"""A value, its name, how many promises have it."""

_ROOT = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class ValueList(QAbstractListModel):
    """One line for each value that the words leave.

    Signals:
        ticked(tuple[str, ...]): Other values are ticked; all that are, in their order.
    """

    ticked = Signal(object)

    def __init__(
        self, choices: Sequence[Choice], chosen: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._chosen = set(chosen)
        self._shown: Sequence[int] = range(len(choices))
        self._words = ""
        self._names: list[str] = []

    def narrow(self, text: str) -> None:
        """Show the values whose names say this, capital letters or small."""
        words = text.strip().casefold()
        if words == self._words:
            return
        # A further letter leaves less of what is shown already.
        among = self._shown if words.startswith(self._words) else range(len(self._choices))
        self._names = self._names or [name.casefold() for _, name, _ in self._choices]
        names = self._names
        self.beginResetModel()
        self._words = words
        self._shown = [at for at in among if words in names[at]] if words else among
        self.endResetModel()

    def toggle(self, index: Index) -> None:
        """Tick a value, or take the tick away."""
        value = self._choices[self._shown[index.row()]][0]
        self._chosen ^= {value}
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit(tuple(one for one, _, _ in self._choices if one in self._chosen))

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many values are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that values can be ticked."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name and number of a value, and whether it is ticked."""
        if not index.isValid():
            return None
        value, name, n = self._choices[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{name}  ({n})"
        if role == Qt.ItemDataRole.ToolTipRole:
            return name
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = value in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a value as the view asks for it: the box was clicked, or Space was pressed."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is not self.data(index, role):
            self.toggle(index)
        return True
