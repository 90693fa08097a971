"""A colleague's marks before they are taken over: what is new, what differs, what has no place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.incoming_marks import IncomingMarks
from desktop.models.roles import DataRole
from desktop.widgets.table_cells import PlainDelegate, VerdictDelegate
from desktop.widgets.tips import show_tips_plainly
from tracker.model.exchange import Arrival, Incoming, IncomingMark, IncomingWord


class MarksDialog(QDialog):
    """A list to choose from, and what the marks shall become here.

    Args:
        incoming: What the file brings.
        name: Name of the file.
        parent: Window it belongs to.
    """

    def __init__(self, incoming: Incoming, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import marks"))
        self.model = IncomingMarks(incoming, self)
        self.told = QLabel(self._sum_up(name, incoming), self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.table = _table(self.model, self)
        self.table.setAccessibleName(self.tr("Marks of the file"))
        self.conflict_check = QCheckBox(self.tr("Take theirs at every conflict"), self)
        self.conflict_check.setToolTip(
            self.tr("What you said stays in the history, and Ctrl+Z brings it back")
        )
        self.conflict_check.setEnabled(bool(self.model.counts()[Arrival.CONFLICT]))
        self.own_choice = QRadioButton(self.tr("Take the ticked ones over here"), self)
        self.own_choice.setChecked(True)
        self.second_choice = QRadioButton(self.tr("Take all marks as a second reading by"), self)
        self.second_choice.setToolTip(
            self.tr(
                "They change no mark and no promise here, and are compared under “Agreement of two"
                " readers”"
            )
        )
        users = dict.fromkeys(one.mark.user for one in incoming.marks if one.mark.user)
        self.reader = QLineEdit(next(iter(users), ""), self)
        self.reader.setAccessibleName(self.tr("Name of the second reader"))
        self.reader.setPlaceholderText(self.tr("Name of the second reader"))
        self.reader.setMaximumWidth(220)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Cancel).setText(self.tr("Cancel"))
        self._build()
        self.model.chosen_changed.connect(self._check)
        self.conflict_check.toggled.connect(
            lambda on: self.model.choose(Arrival.CONFLICT, taken=on)
        )
        self.second_choice.toggled.connect(lambda _: self._check())
        self.reader.textChanged.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._check()
        self.resize(900, 560)

    def _build(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.second_choice)
        second.addWidget(self.reader)
        second.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.conflict_check)
        layout.addSpacing(4)
        layout.addWidget(self.own_choice)
        layout.addLayout(second)
        layout.addWidget(self.buttons)
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(0, IncomingMarks.PROMISE))

    def _sum_up(self, name: str, incoming: Incoming) -> str:
        counts = self.model.counts()
        parts = "  ·  ".join(f"{self.model.state_name(a)} {n}" for a, n in counts.items() if n)
        marks, words = len(incoming.marks), len(incoming.words)
        if words:
            told = self.tr("“{0}”: marks {1}, promises set right by hand {2}.  {3}")
            return told.format(name, marks, words, parts)
        return self.tr("“{0}”: marks {1}.  {2}").format(name, marks, parts)

    def _check(self) -> None:
        second = self.second_choice.isChecked()
        self.reader.setEnabled(second)
        self.table.setEnabled(not second)
        self.conflict_check.setEnabled(not second and bool(self.model.counts()[Arrival.CONFLICT]))
        n = len(self.chosen()) + len(self.chosen_words())
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Take over {0}").format(n))
        ok.setEnabled(bool(n) and not (second and not self.chosen_reader()))

    def chosen(self) -> tuple[IncomingMark, ...]:
        """Return the marks that are to be taken."""
        second = self.second_choice.isChecked()
        return self.model.placed() if second else self.model.chosen()

    def chosen_words(self) -> tuple[IncomingWord, ...]:
        """Return the words on promises that are to be taken; a second reading takes none."""
        return () if self.second_choice.isChecked() else self.model.chosen_words()

    def chosen_reader(self) -> str:
        """Return the name of the second reader they belong to, "" for marks here."""
        return self.reader.text().strip() if self.second_choice.isChecked() else ""


class _Ticked(QTableView):
    """A table whose rows are ticked by the space bar, wherever the cursor is in them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row, or take the tick away."""
        index = self.currentIndex().siblingAtColumn(IncomingMarks.PROMISE)
        if event.key() != Qt.Key.Key_Space or not index.isValid():
            super().keyPressEvent(event)
            return
        self.turn(index)

    def turn(self, index: QModelIndex) -> None:
        """Turn a tick round."""
        role = Qt.ItemDataRole.CheckStateRole
        now = index.data(role)
        if now is not None:
            on = Qt.CheckState(now) is Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.model().setData(index, state, role)


class _SaidDelegate(VerdictDelegate):
    """A verdict with its note; a bare note as plain words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plain = PlainDelegate(self)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint what was said."""
        if index.data(DataRole.VERDICT):
            super().paint(painter, option, index)
        else:
            self._plain.paint(painter, option, index)


def _table(model: IncomingMarks, parent: QWidget) -> QTableView:
    table = _Ticked(parent)
    table.setModel(model)
    table.verticalHeader().hide()
    show_tips_plainly(table)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    for column in (IncomingMarks.THEIRS, IncomingMarks.OWN):
        table.setItemDelegateForColumn(column, _SaidDelegate(table))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(IncomingMarks.PROMISE, QHeaderView.ResizeMode.Stretch)
    for column, width in ((IncomingMarks.STATE, 96), (IncomingMarks.THEIRS, 250),
                          (IncomingMarks.OWN, 230)):  # fmt: skip
        table.setColumnWidth(column, width)
    return table
