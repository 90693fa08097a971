"""What a colleague's file says beside what is said here, each to be taken or left."""

from collections import Counter

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.promise_history import act_words, edit_words
from desktop.models.roles import DataRole
from desktop.models.words import name_of
from tracker.model.exchange import Arrival, Incoming, IncomingMark, IncomingWord
from tracker.model.mark import Mark
from tracker.model.promise_word import PromiseAct, PromiseWord

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ORDER = (Arrival.CONFLICT, Arrival.NEW, Arrival.UNPLACED, Arrival.SAME)
_TAKEABLE = (Arrival.NEW, Arrival.CONFLICT)


class IncomingMarks(QAbstractTableModel):
    """One row for each mark and each word on a promise: what needs a decision stands first.

    A promise that its writer added has one row with its mark, which brings it along.

    Signals:
        chosen_changed(): Others are to be taken.
    """

    PROMISE, STATE, THEIRS, OWN = range(4)
    chosen_changed = Signal()

    def __init__(self, incoming: Incoming, parent: QObject | None = None) -> None:
        super().__init__(parent)
        along = {one.adding for one in incoming.marks}
        words = tuple(one for one in incoming.words if one.word not in along)
        rows: tuple[IncomingMark | IncomingWord, ...] = (*incoming.marks, *words)
        self._rows = tuple(sorted(rows, key=lambda one: _ORDER.index(one.arrival)))
        # What is new harms nothing; of what is marked here the person decides.
        self._taken = {n for n, one in enumerate(self._rows) if one.arrival is Arrival.NEW}

    def counts(self) -> dict[Arrival, int]:
        """Return how many rows of each kind there are."""
        found = Counter(one.arrival for one in self._rows)
        return {arrival: found[arrival] for arrival in _ORDER}

    def chosen(self) -> tuple[IncomingMark, ...]:
        """Return the marks that are to be taken."""
        ticked = (self._rows[n] for n in sorted(self._taken))
        return tuple(one for one in ticked if isinstance(one, IncomingMark))

    def chosen_words(self) -> tuple[IncomingWord, ...]:
        """Return the words on promises that are to be taken."""
        ticked = (self._rows[n] for n in sorted(self._taken))
        return tuple(one for one in ticked if isinstance(one, IncomingWord))

    def placed(self) -> tuple[IncomingMark, ...]:
        """Return all marks whose promise is here: what a second reading takes."""
        marks = (one for one in self._rows if isinstance(one, IncomingMark))
        return tuple(one for one in marks if one.commitment_id is not None)

    def choose(self, arrival: Arrival, *, taken: bool) -> None:
        """Take or leave all rows of one kind."""
        rows = {n for n, one in enumerate(self._rows) if one.arrival is arrival}
        self._taken = self._taken | rows if taken else self._taken - rows
        if self._rows:
            last = self.index(len(self._rows) - 1, self.OWN)
            self.dataChanged.emit(self.index(0, 0), last)
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of marks and words."""
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
        if role == DataRole.VERDICT and isinstance(one, IncomingMark):
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

    def _text(self, one: IncomingMark | IncomingWord, column: int) -> str:
        if column == self.PROMISE:
            thing, quote = _what(one)
            return thing.replace("\n", "") or quote.replace("\n", "")
        if column == self.STATE:
            if isinstance(one, IncomingMark) and one.adding is not None:
                return self.tr("New promise")
            return self.state_name(one.arrival)
        if isinstance(one, IncomingMark):
            return _said(one.mark if column == self.THEIRS else one.own)
        if column == self.OWN and one.own is None and one.marked:
            return self.tr("marked")
        return _said_of(one.word if column == self.THEIRS else one.own)

    def _tip(self, one: IncomingMark | IncomingWord, column: int) -> str:
        if column == self.PROMISE:
            return f"{_what(one)[1]}\n{one.report}"
        if column == self.STATE:
            return self._state_tip(one)
        if isinstance(one, IncomingMark):
            mark = one.mark if column == self.THEIRS else one.own
            return "" if mark is None else f"{_said(mark)}\n{mark.user}  {_when(mark)}"
        word = one.word if column == self.THEIRS else one.own
        if word is None:
            return ""
        told = "\n".join(part for part in (_said_of(word), word.why) if part)
        return f"{told}\n{word.user}  {_when(word)}"

    def _state_tip(self, one: IncomingMark | IncomingWord) -> str:
        if isinstance(one, IncomingWord):
            return {
                Arrival.NEW: self.tr("Nobody has set this promise right here"),
                Arrival.SAME: self.tr("The promise is like that here: nothing to take"),
                Arrival.CONFLICT: self.tr(
                    "This promise was marked or set right here: tick it to take theirs"
                ),
                Arrival.UNPLACED: self.tr("The report, or the promise in it, is not here"),
            }[one.arrival]
        if one.adding is not None:
            return self.tr("A promise that your colleague added; it comes with its mark")
        return {
            Arrival.NEW: self.tr("Nobody has marked this promise here"),
            Arrival.SAME: self.tr("Marked the same way here: nothing to take"),
            Arrival.CONFLICT: self.tr("Marked in another way here: tick it to take theirs"),
            Arrival.UNPLACED: self.tr("The report, or the promise in it, is not here"),
        }[one.arrival]

    def state_name(self, arrival: Arrival) -> str:
        """Return what a row of a kind is called."""
        return {
            Arrival.NEW: self.tr("New"),
            Arrival.SAME: self.tr("The same"),
            Arrival.CONFLICT: self.tr("Conflict"),
            Arrival.UNPLACED: self.tr("No such promise here"),
        }[arrival]


def _what(one: IncomingMark | IncomingWord) -> tuple[str, str]:
    """Return what is promised and the words of the report."""
    if isinstance(one, IncomingMark):
        return one.mark.object, one.mark.anchor.quote
    thing = one.word.object if one.word.act is not PromiseAct.ADDED else ""
    return one.word.edit.object or thing, one.word.place.quote


def _said_of(word: PromiseWord | None) -> str:
    if word is None:
        return ""
    return "  ·  ".join(part for part in (act_words(word.act), edit_words(word.edit)) if part)


def _said(mark: Mark | None) -> str:
    if mark is None:
        return ""
    verdict = name_of(mark.verdict) if mark.verdict else ""
    return "  ·  ".join(part for part in (verdict, mark.note) if part)


def _when(said: Mark | PromiseWord) -> str:
    return said.at.astimezone().strftime("%Y-%m-%d %H:%M")
