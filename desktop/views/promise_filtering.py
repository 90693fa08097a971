"""The filter of the promises: put together from conditions, kept under names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop.models.field_names import condition_name, field_name
from desktop.models.promise_field import Field
from desktop.models.promise_filter import FLAGS, NO, YES, Condition, PromiseFilter
from desktop.widgets.value_choice import ValueChoice

if TYPE_CHECKING:
    from desktop.models.commitment_table import CommitmentTable
    from desktop.models.promise_desk import PromiseDesk
    from desktop.models.promise_order import PromiseOrder
    from desktop.views.promise_heads import PromiseHeads

_FIELDS = (
    Field.MACHINE,
    Field.MARK,
    Field.KIND,
    Field.SECTION,
    Field.REGION,
    Field.YEAR,
    Field.BODY,
    Field.ANSWERED,
    Field.CONFIDENCE,
)
"""What a condition can ask for, beside the flags."""

_LONGEST = 60
"""Characters of the name of a filter."""

_STRETCH = 0.02
"""Seconds that the window looks through rows for a word before it does something else."""


class PromiseFiltering(QObject):
    """Asks for conditions and shows them as chips.

    Signals:
        wanted(PromiseFilter): Other promises shall be shown.
    """

    wanted = Signal(object)

    def __init__(
        self, heads: PromiseHeads, order: PromiseOrder, table: CommitmentTable, desk: PromiseDesk
    ) -> None:
        super().__init__(heads)
        self._heads, self._order, self._table, self._desk = heads, order, table, desk
        self._kept: Mapping[str, str] = {}
        self.choice: ValueChoice | None = None
        self.menu: QMenu | None = None
        self._typed = ""
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._look)
        heads.filter.textChanged.connect(self._on_words)
        heads.chips.changed.connect(self._on_verdicts)
        heads.add_button.clicked.connect(self.open_menu)
        heads.conditions.edit_wanted.connect(self._edit)
        heads.conditions.removed.connect(self._remove)
        heads.conditions.cleared.connect(self.clear)
        heads.conditions.keep_wanted.connect(self.ask_name)
        desk.filters_read.connect(self._on_kept)

    def _on_kept(self, found: Mapping[str, str]) -> None:
        self._kept = found

    @property
    def kept(self) -> Mapping[str, str]:
        """The filters that have a name."""
        return self._kept

    def _on_words(self, text: str) -> None:
        """Show what says these words, as soon as all rows are looked through."""
        self._typed = text
        self._look()

    def _look(self) -> None:
        """Look through some rows; the window does other things before the next ones."""
        search = self._table.ledger.search
        words = self._typed.lower().split()
        if all(search.look_for(word, _STRETCH) for word in words):
            self._looking.stop()
            self._want(replace(self._order.filter, words=self._typed))
        else:
            self._looking.start()

    def _on_verdicts(self, verdicts: object) -> None:
        self._want(replace(self._order.filter, verdicts=verdicts))  # type: ignore[arg-type]  # signal

    def _want(self, wanted: PromiseFilter) -> None:
        self.wanted.emit(wanted)
        self.show_conditions()

    def show_conditions(self) -> None:
        """Show the conditions as they are now, in the language of the interface."""
        ledger = self._table.ledger
        told = [(c.field, condition_name(ledger, c)) for c in self._order.filter.conditions]
        self._heads.conditions.set_conditions(told)

    def use(self, wanted: PromiseFilter) -> None:
        """Show the promises of a filter, and the filter in line, chips and conditions."""
        self._looking.stop()
        for widget in (self._heads.filter, self._heads.chips):
            blocker = QSignalBlocker(widget)
            if widget is self._heads.filter:
                self._heads.filter.setText(wanted.words)
            else:
                self._heads.chips.press(wanted.verdicts)
            blocker.unblock()
        self._want(wanted)

    def clear(self) -> None:
        """Take every filter away."""
        self.use(PromiseFilter())

    # Conditions

    def open_menu(self) -> None:
        """Offer what a condition can ask for."""
        menu = self.menu = QMenu(self._heads)
        menu.setAccessibleName(self.tr("Add a condition"))
        for field in _FIELDS:
            menu.addAction(field_name(field) + "…").triggered.connect(partial(self._ask, field))
        menu.addSeparator()
        for field in FLAGS:
            said = self._order.filter.condition(field)
            action = menu.addAction(field_name(field))
            action.setCheckable(True)
            action.setChecked(said is not None and YES in said.values)
            action.toggled.connect(partial(self._on_flag, field))
        if self._kept:
            menu.addSeparator()
            self.add_kept(menu)
        button = self._heads.add_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        first = menu.actions()[0]
        menu.setActiveAction(first)

    def add_kept(self, menu: QMenu) -> None:
        """Offer the filters that have a name."""
        for name, says in self._kept.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._use_kept, says))

    def _use_kept(self, says: str, *_: object) -> None:
        self.use(PromiseFilter.from_text(says))

    def _on_flag(self, field: Field, on: object) -> None:
        self._set(Condition(field, (YES,) if on else ()))

    def _ask(self, field: Field, *_: object) -> None:
        self._choose(field, self._heads.add_button)

    def _edit(self, field: Field, chip: QWidget) -> None:
        if field in FLAGS:
            said = self._order.filter.condition(field)
            self._set(Condition(field, (NO,) if said and YES in said.values else (YES,)))
        else:
            self._choose(field, chip)

    def _choose(self, field: Field, below: QWidget) -> None:
        """Let values be ticked; what is ticked holds at once."""
        said = self._order.filter.condition(field)
        choice = self.choice = ValueChoice(field_name(field), self._heads)
        if field is Field.CONFIDENCE:
            choice.offer_range(*(said.range() if said else (0, 100)))
        else:
            choice.offer(self._order.choices(field), said.values if said else ())
        choice.changed.connect(lambda values: self._set(Condition(field, values)))
        choice.closed.connect(partial(self._on_closed, field))
        choice.pop_up(below)

    def _on_closed(self, field: Field) -> None:
        self.choice = None
        chip = self._heads.conditions.chips.get(field)
        (chip.edit if chip else self._heads.add_button).setFocus()

    def _remove(self, field: Field) -> None:
        order = [one.field for one in self._order.filter.conditions]
        at = order.index(field)
        self._set(Condition(field, ()))
        left = [one.field for one in self._order.filter.conditions]
        if left:
            self._heads.conditions.chips[left[min(at, len(left) - 1)]].edit.setFocus()
        else:
            self._heads.add_button.setFocus()

    def _set(self, condition: Condition) -> None:
        self._want(self._order.filter.having(condition))

    # Filters with a name

    def ask_name(self) -> None:
        """Ask for a name and keep the filter under it; the name of another one replaces that."""
        dialog = self.dialog = QInputDialog(self._heads)
        dialog.setWindowTitle(self.tr("Save filter"))
        dialog.setLabelText(self.tr("Name of the filter:"))
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(self._keep)
        dialog.open()

    def _keep(self, name: str) -> None:
        called = " ".join(name.split())[:_LONGEST]
        if called:
            self._desk.keep_filter(called, self._order.filter.to_text())

    def drop(self, name: str, *_: object) -> None:
        """Forget the filter of a name; undo brings it back."""
        self._desk.keep_filter(name, "")
