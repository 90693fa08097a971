"""Marking promises: one or many by a key, and what to look at next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from desktop.models.codebook import MARKABLE
from desktop.models.ledger import Ledger
from desktop.widgets.key_binding import bind_keys
from desktop.widgets.mark_progress import MarkProgress, Standing

if TYPE_CHECKING:
    from desktop.models.commitment_table import CommitmentTable
    from desktop.models.promise_desk import PromiseDesk
    from desktop.models.promise_order import PromiseOrder
    from desktop.session import Session
    from desktop.widgets.promise_table import PromiseTable
    from tracker.model.ids import CommitmentId
    from tracker.model.tracking import Verdict


class PromiseMarking(QObject):
    """Marks what is chosen in a table, and walks through it."""

    def __init__(
        self,
        session: Session,
        desk: PromiseDesk,
        model: CommitmentTable,
        order: PromiseOrder,
        table: PromiseTable,
    ) -> None:
        super().__init__(table)
        self._session, self._desk = session, desk
        self._model, self._order, self._table = model, order, table
        self.progress = MarkProgress(table.parentWidget())
        self.progress.unmarked_wanted.connect(self.next_unmarked)
        self.progress.uncertain_wanted.connect(self.next_uncertain)
        self.progress.disagreeing_wanted.connect(self.next_disagreeing)
        self.progress.stop_wanted.connect(desk.hold)
        desk.reading.connect(self.progress.set_reading)
        desk.judging.connect(self.progress.set_judging)
        desk.paused.connect(self.progress.set_held)
        self.progress.go_on_wanted.connect(desk.go_on)
        desk.marks_read.connect(self._on_marks)

    def bind(self, room: object) -> None:
        """Bind the keys of marking in a part of the window."""
        verdicts = ((str(n), partial(self.mark, v)) for n, v in enumerate((None, *MARKABLE)))
        bind_keys(room, verdicts)  # type: ignore[arg-type]  # a widget
        walks = (self.next_unmarked, self.next_uncertain, self.next_disagreeing)
        bind_keys(room, zip("NLD", walks, strict=True))  # type: ignore[arg-type]  # a widget

    def _on_marks(self, found: dict[object, object]) -> None:
        for report, marks in found.items():
            self._model.set_marks(marks, report)  # type: ignore[arg-type]  # from a signal

    # Marks

    def mark(self, verdict: Verdict | None) -> None:
        """Mark what is chosen; None takes the verdict back and keeps the note."""
        chosen = self._table.selected_ids()
        if len(chosen) > 1 or (chosen and not self._is_read(chosen[0])):
            self._desk.mark_all(chosen, verdict)
        elif chosen:
            note = self._note_of(chosen[0])
            self._session.mark(chosen[0], verdict, note)

    def write_note(self, commitment: CommitmentId, note: str) -> None:
        """Write a note on a promise and leave its verdict."""
        mark = self._model.mark(self._model.row_of(commitment))
        self._session.mark(commitment, mark.verdict if mark else None, note)

    def _is_read(self, commitment: CommitmentId) -> bool:
        """Tell whether the session knows what is said of a promise; its report may yet come."""
        tracked, row = self._session.tracking, self._model.row_of(commitment)
        return (
            tracked is not None
            and tracked.earlier.id == self._model.ledger.place_of(row)[0].report_id
        )

    def _note_of(self, commitment: CommitmentId) -> str:
        mark = self._model.mark(self._model.row_of(commitment))
        return mark.note if mark else ""

    # What is next

    def next_unmarked(self) -> None:
        """Go to the next promise without a person's verdict, among those that are shown."""
        self._go(Ledger.unmarked)

    def first_unmarked(self) -> None:
        """Go to the first promise without a person's verdict, else to the first of all."""
        rows = self._order.lines.shown_rows()
        unmarked = rows[Ledger.unmarked(self._model.ledger)[rows]]
        if len(rows):
            self._go_to(int(unmarked[0] if len(unmarked) else rows[0]))

    def next_uncertain(self) -> None:
        """Go to the most doubtful one without a verdict; once more: to the next in doubt."""
        rows = self._order.lines.shown_rows()
        ranked = [int(row) for row in self._model.ledger.by_doubt(rows)]
        if ranked:
            now = self._order.lines.row_at(self._table.currentIndex().row())
            at = ranked.index(now) + 1 if now in ranked else 0
            self._go_to(ranked[at % len(ranked)])

    def next_disagreeing(self) -> None:
        """Go to the next one that a person and the program judge differently."""
        self._go(Ledger.disagreeing)

    def _go(self, which: Callable[[Ledger], NDArray[np.bool_]]) -> None:
        order, line = self._order, self._table.currentIndex().row()
        row = order.lines.row_at(line)
        head = order.lines.group_at(line)
        if head is not None and len(head.rows):
            before = order.lines.shown_rows()
            at = int(np.flatnonzero(before == head.rows[0])[0])
            row = int(before[at - 1])  # the walk begins with the first of the group
        found = order.lines.next_row(row, which(self._model.ledger))
        if found >= 0:
            self._go_to(found)

    def _go_to(self, found: int) -> None:
        order = self._order
        group = order.lines.group_of(found)
        if group is not None and not group.is_open:
            order.fold(group, is_open=True)
        self._table.go_to(order.index(order.lines.line_of(found), 0))

    def say(self) -> None:
        """Say how far marking got among the promises that pass the filter."""
        rows, ledger = self._order.lines.shown_rows(), self._model.ledger
        self.progress.set_standing(
            Standing(
                len(rows),
                int((~ledger.unmarked()[rows]).sum()),
                int(ledger.uncertain()[rows].sum()),
                int(ledger.disagreeing()[rows].sum()),
            )
        )
