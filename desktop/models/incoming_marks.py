"""Marks of a colleague's file beside one's own, each to be taken or left."""

from collections import Counter

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.roles import DataRole
from desktop.models.words import name_of
from tracker.model.exchange import Arrival, IncomingMark
from tracker.model.mark import Mark

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ORDER = (Arrival.CONFLICT, Arrival.NEW, Arrival.UNPLACED, Arrival.SAME)
_TAKEABLE = (Arrival.NEW, Arrival.CONFLICT)


class IncomingMarks(QAbstractTableModel):
    """One row for each mark: what needs a decision stands first.

    Signals:
        chosen_changed(): Others are to be taken.
    """

    PROMISE, STATE, THEIRS, OWN = range(4)
    chosen_changed = Signal()

    def __init__(self, marks: tuple[IncomingMark, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(sorted(marks, key=lambda one: _ORDER.index(one.arrival)))
        # What is new harms nothing; of what is marked here the person decides.
        self._taken = {n for n, one in enumerate(self._rows) if one.arrival is Arrival.NEW}

    def counts(self) -> dict[Arrival, int]:
        """Return how many marks of each kind there are."""
        found = Counter(one.arrival for one in self._rows)
        return {arrival: found[arrival] for arrival in _ORDER}

    def chosen(self) -> tuple[IncomingMark, ...]:
        """Return the marks that are to be taken."""
        return tuple(one for n, one in enumerate(self._rows) if n in self._taken)

    def placed(self) -> tuple[IncomingMark, ...]:
        """Return all marks whose promise is here: what a second reading takes."""
        return tuple(one for one in self._rows if one.commitment_id is not None)

    def choose(self, arrival: Arrival, *, taken: bool) -> None:
        """Take or leave all marks of one kind."""
        rows = {n for n, one in enumerate(self._rows) if one.arrival is arrival}
        self._taken = self._taken | rows if taken else self._taken - rows
        if self._rows:
            last = self.index(len(self._rows) - 1, self.OWN)
            self.dataChanged.emit(self.index(0, 0), last)
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of marks."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self.OWN + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("Promise"), self.tr("State"), self.tr("In the file"), self.tr("Here"))
        return heads[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Offer a tick where there is something to take."""
        found = super().flags(index)
        if index.column() == self.PROMISE and self._rows[index.row()].arrival in _TAKEABLE:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        one, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(one, column)
        if role == DataRole.VERDICT:
            mark = {self.THEIRS: one.mark, self.OWN: one.own}.get(column)
            return mark.verdict if mark else None
        tickable = column == self.PROMISE and one.arrival in _TAKEABLE
        if role != Qt.ItemDataRole.CheckStateRole or not tickable:
            return None
        on = index.row() in self._taken
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick over."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if self._rows[index.row()].arrival not in _TAKEABLE:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._taken = self._taken | {index.row()} if on else self._taken - {index.row()}
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def _text(self, one: IncomingMark, column: int) -> str:
        if column == self.PROMISE:
            return one.mark.object.replace("\n", "") or one.mark.anchor.quote.replace("\n", "")
        if column == self.STATE:
            return self.state_name(one.arrival)
        return _said(one.mark if column == self.THEIRS else one.own)

    def _tip(self, one: IncomingMark, column: int) -> str:
        if column == self.PROMISE:
            return f"{one.mark.anchor.quote}\n{one.report}"
        if column == self.STATE:
            return {
                Arrival.NEW: self.tr("Nobody has marked this promise here"),
                Arrival.SAME: self.tr("Marked the same way here: nothing to take"),
                Arrival.CONFLICT: self.tr("Marked in another way here: tick it to take theirs"),
                Arrival.UNPLACED: self.tr("The report, or the promise in it, is not here"),
            }[one.arrival]
        mark = one.mark if column == self.THEIRS else one.own
        return "" if mark is None else f"{_said(mark)}\n{mark.user}  {_when(mark)}"

    def state_name(self, arrival: Arrival) -> str:
        """Return what a kind of mark is called."""
        return {
            Arrival.NEW: self.tr("New"),
            Arrival.SAME: self.tr("The same"),
            Arrival.CONFLICT: self.tr("Conflict"),
            Arrival.UNPLACED: self.tr("No such promise here"),
        }[arrival]


def _said(mark: Mark | None) -> str:
    if mark is None:
        return ""
    verdict = name_of(mark.verdict) if mark.verdict else ""
    return "  ·  ".join(part for part in (verdict, mark.note) if part)


def _when(mark: Mark) -> str:
    return mark.at.astimezone().strftime("%Y-%m-%d %H:%M")
