"""The parts of the view of promises and where they stand; what they do is told elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.catalog import Tracked
from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_desk import PromiseDesk, Scope, ShownPromises
from desktop.models.promise_order import PromiseOrder
from desktop.models.words import report_name, say, short_region
from desktop.session import Session
from desktop.views.commitment_detail import CommitmentDetail
from desktop.views.promise_filtering import PromiseFiltering
from desktop.views.promise_heads import PromiseHeads
from desktop.views.promise_marking import PromiseMarking
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.promise_table import PromiseTable
from tracker.message import Message
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.tracking import Tracking, Verdict

_WIDE = 1250
_BELOW = Qt.Orientation.Vertical
_SIZES = [330, 370]
"""Of table and detail below each other: some rows, and the reason with the head of a passage."""
_LEAST_ROWS = 130
_LEAST_TABLE = 170
"""Head, two rows and what is left to do: the row that a form speaks of stays in sight."""


class PromisePage(QWidget):
    """Heads above, the table with its strip at one side, the detail at the other.

    Signals:
        import_wanted(): The person wants to choose files.
    """

    import_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._usual: list[int] | None = None
        self.model = CommitmentTable(self)
        self.proxy = PromiseOrder(self.model, self)
        self.desk = PromiseDesk(session, self)
        self.heads = PromiseHeads(self)
        self.report_box, self.judged_by = self.heads.report_box, self.heads.judged_by
        self.filter, self.chips = self.heads.filter, self.heads.chips
        self.list_side = QWidget(self)
        self.table = PromiseTable(self.proxy, self.list_side)
        self.filtering = PromiseFiltering(self.heads, self.proxy, self.model, self.desk)
        self.marking = PromiseMarking(session, self.desk, self.model, self.proxy, self.table)
        self.count = self.marking.progress.count
        self.detail = CommitmentDetail(session, self)
        self.list_pages = QStackedWidget(self.list_side)
        self.no_hits = EmptyState("search", self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.empty, self.blank = EmptyState("promises", self), QWidget(self)
        self.pages = QStackedLayout()
        self._build()
        self.detail.room.wanted.connect(self._make_room)
        self.model.reading.lines_wanted.connect(self.desk.read_lines)
        self.model.reading.texts_wanted.connect(self.desk.read_texts)
        self.desk.lines_read.connect(self.model.reading.take_lines)

    def _build(self) -> None:
        self.list_pages.addWidget(self.table)
        self.list_pages.addWidget(self.no_hits)
        self.list_pages.setMinimumHeight(_LEAST_ROWS)
        side = QVBoxLayout(self.list_side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.list_pages, 1)
        side.addWidget(self.marking.progress)
        self.splitter.addWidget(self.list_side)
        self.splitter.addWidget(self.detail)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes(_SIZES)
        for page in (self.empty, self.splitter, self.blank):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addLayout(self.pages, 1)
        self.empty.acted.connect(self.import_wanted)
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)  # files go to the window, wherever they are dropped

    def say_empty(self, *, any_reports: bool) -> None:
        """Say what to do first, where no promises are there to be seen."""
        none = self.tr("Import a report first; its promises are listed here.")
        some = self.tr("Choose a report above, or double-click one in the library.")
        self.empty.set_words(
            self.tr("Promises, and what became of them"),
            some if any_reports else none,
            "" if any_reports else self.tr("Import files…"),
        )
        self.heads.setVisible(any_reports)

    def place_of(self, commitment: CommitmentId | None) -> QModelIndex:
        """Return where a promise stands in the table; not valid when it is not shown."""
        line = self.proxy.lines.line_of(self.model.row_of(commitment)) if commitment else -1
        return self.proxy.index(line, 0) if line >= 0 else QModelIndex()

    def _is_wide(self) -> bool:
        """Tell whether promises of more than one report stand in the table."""
        return self.heads.scope() is not Scope.REPORT

    def show_all_quietly(self) -> None:
        """Take every filter away and leave the keyboard where it is."""
        self.filtering.clear()

    def leave_filter(self) -> None:
        """Go from the filter to the first promise that it leaves."""
        line = self.proxy.lines.first_line()
        if line >= 0:
            self.table.setCurrentIndex(self.proxy.index(line, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def shown_promises(self) -> ShownPromises:
        """Return the promises that pass the filter, in the order of the table."""
        rows = self.proxy.lines.shown_rows()
        return ShownPromises(self.model.ledger.reports_of(rows), self.proxy.ids(rows.tolist()))

    def selected_ids(self) -> tuple[CommitmentId, ...]:
        """Return the promises that are chosen, from the top; the one under the cursor, if none."""
        return self.table.selected_ids()

    def row(self) -> int:
        """Return the row of the promise under the cursor, -1 where there is none."""
        return self.proxy.lines.row_at(self.table.currentIndex().row())

    def current(self) -> Tracking | None:
        """Return the promise under the cursor with all that is known, once its report is read."""
        row = self.row()
        return self.model.tracking(row) if row >= 0 else None

    def current_id(self) -> CommitmentId | None:
        """Return the promise under the cursor, if there is one."""
        row = self.row()
        return self.model.ledger.id_at(row) if row >= 0 else None

    def current_report(self) -> ReportId | None:
        """Return the report of the promise under the cursor, if there is one."""
        row = self.row()
        return self.model.ledger.place_of(row)[0].report_id if row >= 0 else None

    def say_count(self) -> None:
        """Say how many promises there are, how many are shown, and how far marking got."""
        there = frozenset(verdict for verdict in Verdict if self.model.count(verdict))
        self.chips.set_counts(self.proxy.counts(), there)
        total, shown = self.model.rowCount(), self.proxy.lines.n_rows
        self.list_pages.setCurrentIndex(1 if total and not shown else 0)
        if shown == total:
            self.count.setText(self.tr("Promises: {0}").format(total) if total else "")
        else:
            self.count.setText(self.tr("{0} of {1} promises").format(shown, total))
        self.marking.say()

    def _show_report(self, report: ReportId | None) -> None:
        """Say above the table whose promises these are."""
        entry = self._session.entry(report) if report else None
        self.heads.show_report(report, short_region(entry.region_name) if entry else "")

    def _make_room(self, wanted: bool) -> None:  # noqa: FBT001 - connected to a signal
        """Give a form below the table the room that it needs, for as long as it is open."""
        if wanted and self._usual is None and self.splitter.orientation() is _BELOW:
            self._usual = self.splitter.sizes()
            self.splitter.setSizes([_LEAST_TABLE, max(1, sum(self._usual) - _LEAST_TABLE)])
        elif not wanted and self._usual is not None:
            if self.splitter.orientation() is _BELOW:
                self.splitter.setSizes(self._usual)
            self._usual = None
        self.table.show_current()

    def say_judged_by(self, tracked: Tracked | None) -> None:
        """Say by which reports the promises of one report are judged."""
        if tracked is None:
            told = ""
        elif tracked.laters:
            names = say(Message("、", ", ")).join(report_name(report) for report in tracked.laters)
            told = self.tr("judged by {0}").format(names)
        else:
            told = self.tr("No later report of this region yet; import one to judge by.")
        self.judged_by.set_text(told)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        card = next((card for card in self.detail.evidence.cards if card.isVisible()), None)
        return (self.filter, self.table, *((card,) if card else ()), self.detail.marks.note)

    def go_back(self) -> None:
        """Return to the table from a field or from the detail; a filter is cleared first."""
        if self.filter.hasFocus() and self.filter.text():
            self.filter.clear()
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def pop_up(self, menu: QMenu) -> None:
        """Show the menu behind the three dots."""
        button = self.heads.more_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail at the right where there is room, below where there is not."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([1000, 600] if wide else _SIZES)
        self.detail.set_columns(wide=not wide)
