"""A small form in which a person sets a promise right (修改承诺), or says one thing of several."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.words import name_of
from desktop.widgets.escape import EscapeLeaves
from desktop.widgets.why_line import make_why_field
from tracker.model.commitment import StatementKind
from tracker.model.promise_word import NO_EDIT, PromiseEdit

if TYPE_CHECKING:
    from tracker.model.commitment import Commitment

_YEARS = (1949, 2100)


class PromiseForm(QFrame):
    """Opens in the detail; Enter keeps, Esc leaves.

    Signals:
        kept(PromiseEdit, str): What the person changed, and nothing else, and why.
        explained(str): Nothing was changed, but a reason written for what was said before.
        reset(): Everything a person said of it shall be forgotten.
        left(): The form was closed, and the keyboard is free.
    """

    kept = Signal(object, str)
    explained = Signal(str)
    reset = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._before: Commitment | None = None
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.object, self.due = QLineEdit(self), QLineEdit(self)
        self.deadline, self.body = QLineEdit(self), QLineEdit(self)
        self.why = make_why_field(self)
        self.due.setValidator(QIntValidator(*_YEARS, self))
        self.due.setMaximumWidth(90)
        self.kind = QComboBox(self)
        self.undated = QCheckBox(self)
        self.undated.toggled.connect(self.due.setDisabled)
        self._labels = {
            field: QLabel(self)
            for field in (self.object, self.kind, self.due, self.deadline, self.body, self.why)
        }
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._build()
        self._escape = EscapeLeaves(self)
        self._escape.escaped.connect(self.leave)
        self.keep_button.clicked.connect(self.keep)
        self.leave_button.clicked.connect(self.leave)
        self.reset_button.clicked.connect(self._on_reset)
        for line in (self.object, self.due, self.deadline, self.body, self.why):
            line.returnPressed.connect(self.keep)
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        year = QHBoxLayout()
        year.setSpacing(12)
        year.addWidget(self.due)
        year.addWidget(self.undated)
        year.addStretch(1)
        for field, row, column in (
            (self.object, 0, 0),
            (self.kind, 1, 0),
            (self.due, 1, 2),
            (self.deadline, 2, 0),
            (self.body, 2, 2),
            (self.why, 3, 0),
        ):
            self._labels[field].setBuddy(field)
            self._grid.addWidget(self._labels[field], row, column)
        self._grid.addWidget(self.object, 0, 1, 1, 3)
        self._grid.addWidget(self.kind, 1, 1)
        self._grid.addLayout(year, 1, 3)
        self._grid.addWidget(self.deadline, 2, 1)
        self._grid.addWidget(self.body, 2, 3)
        self._grid.addWidget(self.why, 3, 1, 1, 3)
        self.keep_button, self.leave_button = QPushButton(self), QPushButton(self)
        self.reset_button = QPushButton(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        buttons.addWidget(self.reset_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addLayout(self._grid)
        layout.addLayout(buttons)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go through the fields as they are read, not as they were made."""
        fields = (
            self.object,
            self.kind,
            self.due,
            self.undated,
            self.deadline,
            self.body,
            self.why,
        )
        rest = (self.keep_button, self.leave_button, self.reset_button)
        for before, after in pairwise((*fields, *rest)):
            QWidget.setTabOrder(before, after)

    def open_for(self, promise: Commitment) -> None:
        """Show what is known of a promise, to be changed."""
        self._before = promise
        self.object.setText(promise.statement.object.replace("\n", ""))
        self._fill_kinds()
        self.kind.setCurrentIndex(list(StatementKind).index(promise.statement.kind))
        self.due.setText(str(promise.due or ""))
        self.undated.setChecked(promise.due is None)
        self.deadline.setText(promise.deadline)
        self.body.setText(promise.body)
        self.told.setText(self.tr("What is promised, by when, and who answers for it"))
        self._open(self.object, several=False, by_hand=promise.by_hand)

    def open_for_several(self, number: int) -> None:
        """Ask for what shall be said of several promises; what is left empty stays."""
        self._before = None
        for line in (self.object, self.due, self.deadline, self.body):
            line.clear()
        self._fill_kinds()
        self.undated.setChecked(False)
        words = self.tr("For all {0} selected promises; what is left empty stays as it is")
        self.told.setText(words.format(number))
        self._open(self.body, several=True, by_hand=True)

    def _fill_kinds(self) -> None:
        self.kind.clear()
        if self._before is None:
            self.kind.addItem("", None)
        for kind in StatementKind:
            self.kind.addItem(name_of(kind), kind)

    def _open(self, first: QLineEdit, *, several: bool, by_hand: bool) -> None:
        self.object.setHidden(several)
        self._labels[self.object].setHidden(several)
        self.reset_button.setVisible(by_hand)
        self.why.clear()
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def edit(self) -> PromiseEdit:
        """Return what is other in the form than before."""
        promise = self._before
        chosen = self.kind.currentData()
        kind = StatementKind(chosen) if chosen else None
        due = int(self.due.text()) if self.due.hasAcceptableInput() else None
        undated = self.undated.isChecked()
        body, deadline = self.body.text().strip(), self.deadline.text().strip()
        if promise is None:
            return PromiseEdit(
                kind=kind,
                due=None if undated else due,
                undated=undated,
                body=body or None,
                deadline=deadline or None,
            )
        named = self.object.text().strip()
        was = promise.statement
        return PromiseEdit(
            object=named if named and named != was.object.replace("\n", "") else None,
            kind=kind if kind is not was.kind else None,
            due=due if due != promise.due and not undated else None,
            undated=undated and promise.due is not None,
            body=body if body != promise.body else None,
            deadline=deadline if deadline != promise.deadline else None,
        )

    def keep(self) -> None:
        """Hand over what was changed and close."""
        said, why = self.edit(), self.why.text().strip()
        self.leave()
        if said != NO_EDIT:
            self.kept.emit(said, why)
        elif why:
            self.explained.emit(why)

    def _on_reset(self) -> None:
        self.leave()
        self.reset.emit()

    def leave(self) -> None:
        """Close; nothing is changed."""
        if not self.isHidden():
            had_keyboard = self._escape.has_keyboard()
            self.hide()
            if had_keyboard:
                self.left.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setAccessibleName(self.tr("Set the promise right"))
        for field, words, tip in (
            (self.object, self.tr("What"), self.tr("What is promised, in as few words as can be")),
            (self.kind, self.tr("Kind"), self.tr("Headline target, quota, project or action")),
            (self.due, self.tr("Due"), self.tr("Year by whose end it is due")),
            (self.deadline, self.tr("Time limit"), self.tr("Words of the time limit: 9月底前")),
            (
                self.body,
                self.tr("Department"),
                self.tr("The department responsible, as you call it"),
            ),
            (self.why, self.tr("Why"), self.tr("The reason, for the history; can stay empty")),
        ):
            self._labels[field].setText(words)
            field.setAccessibleName(words)
            field.setToolTip(tip)
        self.undated.setText(self.tr("no year"))
        self.undated.setToolTip(self.tr("The promise is open-ended"))
        self.keep_button.setText(self.tr("Save"))
        self.keep_button.setToolTip(self.tr("Keep the changes (Enter); Ctrl+Z takes them back"))
        self.leave_button.setText(self.tr("Cancel"))
        self.leave_button.setToolTip(self.tr("Change nothing (Esc)"))
        self.reset_button.setText(self.tr("As the program read it"))
        self.reset_button.setToolTip(self.tr("Forget what was set right by hand"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_escape"):
            self.retranslate()
