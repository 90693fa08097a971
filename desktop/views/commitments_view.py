"""The promises (承诺) of a report: table, filter, detail, marking by mouse and by key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.catalog import Tracked
from desktop.models.codebook import MARKABLE
from desktop.models.commitment_table import CommitmentFilter, CommitmentTable
from desktop.models.words import name_of
from desktop.session import Session
from desktop.views.commitment_detail import CommitmentDetail
from desktop.views.promise_names import judged_by, name_parts
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.key_binding import bind_keys
from desktop.widgets.mark_menu import MarkMenu, copy_promise
from desktop.widgets.promise_table import PromiseTable
from desktop.widgets.report_box import ReportBox
from desktop.widgets.verdict_chips import VerdictChips
from tracker.model.commitment import StatementKind
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.tracking import Tracking, Verdict

_WIDE = 1250


class CommitmentsView(QWidget):
    """Table at one side, detail at the other.

    Signals:
        evidence_wanted(Report, Report, Span, Span): Two reports, a promise in the first and a
            passage of the second shall be shown beside each other.
        current_changed(str, Tracking | None): Another promise of a report is under the cursor.
    """

    evidence_wanted = Signal(object, object, object, object)
    current_changed = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: ReportId | None = None
        self.kept: CommitmentId | None = None
        """The promise that the cursor is on, or goes to once the table has it."""
        self._refiltering = False
        self.more: tuple[QAction, ...] = ()
        """What can be done to promises besides marking them."""
        self.model = CommitmentTable(self)
        self.proxy = CommitmentFilter(self.model, self)
        self.report_box = ReportBox(self)
        self.judged_by = ElidedLabel(self)
        self.judged_by.setObjectName("muted")
        self.filter = FilterLine(self)
        self.kind_box, self.marked_box = QComboBox(self), QComboBox(self)
        self.chips = VerdictChips(self)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.table = PromiseTable(self.proxy, self)
        self.detail = CommitmentDetail(session, self)
        self._build()
        self._wire()
        self.retranslate()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(12, 8, 12, 4)
        first.setSpacing(8)
        self.report_box.setMinimumWidth(200)
        self.report_box.setPlaceholderText("…")
        first.addWidget(self.report_box)
        first.addWidget(self.judged_by, 1)
        self.filter.setMinimumWidth(180)
        first.addWidget(self.filter)
        first.addWidget(self.kind_box)
        first.addWidget(self.marked_box)
        second = QHBoxLayout()
        second.setContentsMargins(0, 0, 16, 4)
        second.addWidget(self.chips, 1)
        second.addWidget(self.count)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.list_pages = QStackedWidget(self)
        self.no_hits = EmptyState("search", self)
        self.list_pages.addWidget(self.table)
        self.list_pages.addWidget(self.no_hits)
        self.splitter.addWidget(self.list_pages)
        self.splitter.addWidget(self.detail)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([400, 320])
        self.empty = EmptyState("promises", self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.splitter)
        self._blank = QWidget(self)
        self._pages.addWidget(self._blank)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addLayout(self._pages, 1)

    def _wire(self) -> None:
        session = self._session
        session.entries_changed.connect(self._on_entries)
        session.tracking_wanted.connect(self._on_wanted)
        session.tracked.connect(self._on_tracked)
        session.mark_undone.connect(self._on_mark_undone)
        session.opened.connect(self.show_all_quietly)
        session.marks_changed.connect(self._on_marks)
        session.runner.idle.connect(self._on_idle)
        self.report_box.activated.connect(self._on_report)
        self.filter.left.connect(self._leave_filter)
        self.filter.textChanged.connect(lambda t: self._refilter(partial(self.proxy.set_words, t)))
        kinds = (None, *StatementKind)
        self.kind_box.activated.connect(
            lambda at: self._refilter(partial(self.proxy.set_kind, kinds[at]))
        )
        self.marked_box.activated.connect(
            lambda at: self._refilter(partial(self.proxy.set_marked, (None, True, False)[at]))
        )
        self.chips.changed.connect(lambda v: self._refilter(partial(self.proxy.set_verdicts, v)))
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(lambda _: self._on_activated())
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.no_hits.acted.connect(self.show_all)
        self.proxy.modelReset.connect(self._say_count)
        self.proxy.rowsInserted.connect(self._say_count)
        self.proxy.rowsRemoved.connect(self._say_count)
        self.detail.marked.connect(self.mark)
        self.detail.noted.connect(self._on_note)
        self.detail.marks.next_wanted.connect(self.next_unmarked)
        self.detail.opened.connect(self._open_evidence)
        self.detail.marks.note.returnPressed.connect(self.table.setFocus)
        self._keys()

    def _keys(self) -> None:
        """Bind the keys of table and detail."""
        detail = self.detail
        verdicts = ((str(n), partial(self.mark, v)) for n, v in enumerate((None, *MARKABLE)))
        bind_keys(self.splitter, verdicts)
        bind_keys(self.splitter, (("N", self.next_unmarked), ("M", self._write_note)))
        found = detail.evidence
        passages = (found.next_evidence, found.confirm_current, found.reject_current)
        bind_keys(self.splitter, zip("EYX", passages, strict=True))

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        name_parts(self.report_box, self.filter, self.kind_box, self.marked_box, self.table)
        for box, words in (
            (self.kind_box, (self.tr("All kinds"), *(name_of(kind) for kind in StatementKind))),
            (self.marked_box, (self.tr("All"), self.tr("Marked"), self.tr("Not marked"))),
        ):
            at = max(0, box.currentIndex())
            box.clear()
            box.addItems(list(words))
            box.setCurrentIndex(at)
        self.no_hits.set_words(
            self.tr("No promise matches"),
            self.tr("No promise of this report passes the filters above."),
            self.tr("Clear the filters"),
        )
        self.model.retranslate()
        self._on_entries(self._session.entries)
        self._say_judged_by()
        self._say_count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # What is shown

    def enter(self) -> None:
        """The view was opened: show the promises of the report that is compared."""
        if self._wanted is None and self._session.columns:
            self.choose(self._session.columns[0].id)
        self.table.setFocus()

    def leave(self) -> None:
        """Keep a note that is being written."""
        self.detail.marks.finish_note()

    def place(self) -> tuple[str, str] | None:
        """Return the ids of the report and the promise that are looked at."""
        return (self._wanted, self.kept or "") if self._wanted else None

    def return_to(self, report: ReportId, promise: CommitmentId) -> None:
        """Show the promises of a report with the cursor at one of them."""
        self.kept = promise
        self.choose(report)
        self.table.setFocus()

    def choose(self, report: ReportId) -> None:
        """Show the promises of a report."""
        self._session.track(report)

    def take(self, report: str) -> None:
        """Show what was opened in the library, as long as promises are looked at."""
        if self.isVisible():
            self.choose(ReportId(report))

    def _on_report(self) -> None:
        if found := self.report_box.chosen():
            self.choose(ReportId(found))

    def _on_entries(self, entries: tuple[object, ...]) -> None:
        self.report_box.set_entries(self._session.entries)
        self.empty.set_words(
            self.tr("Promises, and what became of them"),
            self.tr("Choose a report above, or double-click one in the library.")
            if entries
            else self.tr("Import a report first; its promises are listed here."),
        )
        tracked = self._session.tracking
        if tracked is None:
            self._wanted = self._wanted if entries else None
            self.model.set_tracked(None)
            self._pages.setCurrentWidget(self.empty)
            self._say_judged_by()
            self._say_count()
        self.report_box.choose(self._wanted)

    def _on_wanted(self, report: str) -> None:
        self._wanted = ReportId(report)
        self.report_box.choose(report)
        if self._pages.currentWidget() is self.empty:
            self._pages.setCurrentWidget(self._blank)  # nothing to say while it is looked for

    def _on_idle(self) -> None:
        if self._pages.currentWidget() is self._blank:
            self._pages.setCurrentWidget(self.empty)

    def _on_tracked(self, tracked: Tracked) -> None:
        kept = self.kept
        self._pages.setCurrentWidget(self.splitter)
        self._say_judged_by()
        judged_anew = self.model.update_tracked(tracked)  # the same promises: nothing moves
        if not judged_anew:
            self.model.set_tracked(tracked)
        self._say_count()
        index = self._place_of(kept)
        if not self.proxy.rowCount():
            self.detail.show_nothing()
        elif not judged_anew or (
            index.isValid() and index.row() != self.table.currentIndex().row()
        ):
            self.table.setCurrentIndex(index if index.isValid() else self.proxy.index(0, 0))
            self.table.show_current()
        elif (tracking := self._current()) is not None:
            self.detail.update_tracking(tracked, tracking, self.model.mark(self._row()))

    def _on_marks(self, marks: object) -> None:
        tracked = self._session.tracking
        if tracked is None:
            return
        self.model.set_marks(tracked.marks)
        row = self._row()
        if row >= 0:
            self.detail.show_mark(self.model.mark(row))
        self._say_count()

    def _on_mark_undone(self, commitment: str) -> None:
        """Go to the promise whose mark was taken back or set again."""
        index = self._place_of(CommitmentId(commitment))
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.show_current()

    def _place_of(self, commitment: CommitmentId | None) -> QModelIndex:
        """Return where a promise stands in the table; not valid when it is not shown."""
        row = self.model.row_of(commitment) if commitment else -1
        return self.proxy.mapFromSource(self.model.index(row, 0)) if row >= 0 else QModelIndex()

    def _say_judged_by(self) -> None:
        self.judged_by.set_text(judged_by(self._session.tracking))

    def _say_count(self) -> None:
        there = frozenset(verdict for verdict in Verdict if self.model.count(verdict))
        self.chips.set_counts(self.proxy.counts(), there)
        total, shown = self.model.rowCount(), self.proxy.rowCount()
        self.list_pages.setCurrentIndex(1 if total and not shown else 0)
        if shown == total:
            self.count.setText(self.tr("Promises: {0}").format(total) if total else "")
        else:
            self.count.setText(self.tr("{0} of {1} promises").format(shown, total))

    # Filter

    def _refilter(self, change: Callable[[], None]) -> None:
        """Change a filter; the promise that was chosen stays, or comes back, and is seen."""
        self._refiltering = True
        change()
        self._refiltering = False
        index = self._place_of(self.kept)
        if not index.isValid() and not self.table.currentIndex().isValid():
            index = self.proxy.index(0, 0)
        if index.isValid():
            self.table.setCurrentIndex(index)
        self.table.show_current()
        self._say_count()

    def _leave_filter(self) -> None:
        if self.proxy.rowCount():
            self.table.setCurrentIndex(self.proxy.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def show_all(self) -> None:
        """Take every filter away."""
        self.show_all_quietly()
        self.table.setFocus()

    def show_all_quietly(self) -> None:
        """Take every filter away and leave the keyboard where it is."""
        self.filter.clear()
        self.chips.clear()
        for box in (self.kind_box, self.marked_box):
            box.setCurrentIndex(0)
        self._refilter(partial(self.proxy.set_kind, None))
        self._refilter(partial(self.proxy.set_marked, None))

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

    def _on_menu(self, at: QPoint) -> None:
        if self._current() is None:
            return
        menu = self.menu = MarkMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.serve(menu)
        self.fill(menu)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def serve(self, menu: MarkMenu) -> None:
        """Do what a menu asks for."""
        menu.marked.connect(self.mark)
        menu.note_wanted.connect(self._write_note)
        menu.next_wanted.connect(self.next_unmarked)
        menu.open_wanted.connect(self._on_activated)
        self.detail.evidence.serve(menu)
        menu.copy_wanted.connect(lambda: copy_promise(self._current()))

    def fill(self, menu: MarkMenu) -> None:
        """Offer in a menu what can be done with the promise under the cursor."""
        tracking = self._current()
        menu.fill(
            promise=tracking is not None, evidence=tracking is not None and bool(tracking.evidence)
        )
        menu.addSeparator()
        menu.addActions(list(self.more))

    # One promise

    def _row(self) -> int:
        index = self.table.currentIndex()
        return self.proxy.mapToSource(index).row() if index.isValid() else -1

    def _current(self) -> Tracking | None:
        row = self._row()
        return self.model.tracking(row) if row >= 0 else None

    def _on_row(self, index: QModelIndex, _: QModelIndex) -> None:
        tracked, tracking = self._session.tracking, self._current()
        if not index.isValid() or tracked is None or tracking is None:
            self.detail.show_nothing()
            self.current_changed.emit("", None)
            return
        if not self._refiltering:
            self.kept = tracking.commitment.id
        self.current_changed.emit(tracked.earlier.id, tracking)
        self.detail.show_tracking(tracked, tracking, self.model.mark(self._row()))

    def _on_activated(self) -> None:
        self._open_evidence(self.detail.evidence.current_evidence())

    def _open_evidence(self, place: int) -> None:
        tracked, tracking = self._session.tracking, self._current()
        if tracked is None or tracking is None or place >= len(tracking.evidence):
            return
        evidence = tracking.evidence[place]
        later = tracked.report(evidence.report_id)
        if later is not None:
            promise = tracking.commitment.statement.span
            self.evidence_wanted.emit(tracked.earlier, later, promise, evidence.span)

    # Marking

    def mark(self, verdict: Verdict | None) -> None:
        """Mark the promise under the cursor; None takes the verdict back and keeps the note."""
        tracking = self._current()
        if tracking is not None:
            mark = self.model.mark(self._row())
            self._session.mark(tracking.commitment.id, verdict, mark.note if mark else "")

    def _on_note(self, note: str) -> None:
        tracking = self._current()
        if tracking is not None:
            mark = self.model.mark(self._row())
            self._session.mark(tracking.commitment.id, mark.verdict if mark else None, note)

    def _write_note(self) -> None:
        self.detail.marks.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_unmarked(self) -> None:
        """Go to the next promise without a person's verdict, among those that are shown."""
        n, start = self.proxy.rowCount(), self.table.currentIndex().row()
        for step in range(1, n + 1):
            index = self.proxy.index((start + step) % n, 0)
            mark = self.model.mark(self.proxy.mapToSource(index).row())
            if mark is None or mark.verdict is None:
                self.table.setCurrentIndex(index)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail at the right where there is room, below where there is not."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([1000, 600] if wide else [400, 320])
        self.detail.set_columns(wide=not wide)
