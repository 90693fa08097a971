"""The promises (承诺) of a report or of many: table, filter, detail, marks by mouse and by key."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.jobs.catalog import Tracked
from desktop.jobs.promise_rows import RowBlock
from desktop.models.promise_desk import Scope
from desktop.models.row_words import RowTexts
from desktop.session import Session
from desktop.settings import Settings
from desktop.views.promise_menus import PromiseMenus
from desktop.views.promise_page import PromisePage
from desktop.widgets.key_binding import bind_keys
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.tracking import Tracking, Verdict

_COLUMNS = "promise_columns"
_SETTLED_MS = 60
"""The report under the cursor is read in full when the cursor rests so long."""

_ARRANGED_MS = 500
"""Columns are kept when nobody has moved them for so long: a program can be ended at any time."""


class CommitmentsView(PromisePage):
    """Table at one side, detail at the other.

    Signals:
        evidence_wanted(Report, Report, Span, Span): Two reports, a promise in the first and a
            passage of the second shall be shown beside each other.
        current_changed(str, Tracking | None): Another promise of a report is under the cursor.
        export_wanted(ShownPromises): What is shown shall be exported.
    """

    evidence_wanted = Signal(object, object, object, object)
    current_changed = Signal(str, object)
    export_wanted = Signal(object)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._settings = session, settings
        self._wanted: ReportId | None = None
        self.kept: CommitmentId | None = None
        """The promise that the cursor is on, or goes to once the table has it."""
        self._shown: Tracking | None = None
        self._refiltering = False
        self.more: tuple[QAction, ...] = ()
        """What can be done to promises besides marking them."""
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._arranged = QTimer(self, singleShot=True, interval=_ARRANGED_MS)
        self.menus = PromiseMenus(self, self)
        self._wire()
        self.table.restore_columns(settings.state(_COLUMNS))
        self.retranslate()

    def _wire(self) -> None:
        session = self._session
        session.entries_changed.connect(self._on_entries)
        session.grown.connect(lambda _: self.report_box.expect(session.entries))
        session.tracking_wanted.connect(self._on_wanted)
        session.tracked.connect(self._on_tracked)
        session.mark_undone.connect(self._on_mark_undone)
        session.turning.promise_back.connect(self._on_promise_back)
        session.opened.connect(self._on_opened)
        session.marks_changed.connect(self._on_marks)
        session.undone.connect(self._on_undone)
        session.second.changed.connect(self._on_reader)
        session.runner.idle.connect(self._on_idle)
        self.desk.grown.connect(self._on_grown)
        self.desk.reading.connect(self._on_reading)
        self.desk.texts_read.connect(self._on_texts)
        self.heads.scope_box.activated.connect(lambda _: self.set_scope(self.heads.scope()))
        self.heads.group_box.activated.connect(lambda _: self._regroup())
        self.report_box.activated.connect(self._on_report)
        self.filter.left.connect(self.leave_filter)
        self.filtering.wanted.connect(lambda f: self._refilter(partial(self.proxy.set_filter, f)))
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._on_activated)
        self.no_hits.acted.connect(self.show_all)
        self.proxy.modelReset.connect(self.say_count)
        self.model.marks_changed.connect(self.say_count)
        self._settled.timeout.connect(self._read_current)
        self.table.columns_changed.connect(self._arranged.start)
        self._arranged.timeout.connect(self._keep_columns)
        self.detail.marked.connect(self.mark)
        self.detail.noted.connect(self._on_note)
        self.detail.marks.next_wanted.connect(self.next_unmarked)
        self.detail.opened.connect(self.open_evidence)
        self.detail.marks.note.returnPressed.connect(self.table.setFocus)
        self._keys()

    def _keys(self) -> None:
        """Bind the keys of table and detail."""
        self.marking.bind(self.splitter)
        bind_keys(
            self.splitter,
            (
                ("M", self.write_note),
                ("A", self.detail.marks.attach_file),
                ("F", self.filtering.open_menu),
            ),
        )
        found = self.detail.evidence
        passages = (found.next_evidence, found.confirm_current, found.reject_current)
        bind_keys(self.splitter, zip("EYX", passages, strict=True))

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.table.setAccessibleName(self.tr("Promises"))
        self.no_hits.set_words(
            self.tr("No promise matches"),
            self.tr("No promise of this report passes the filters above.")
            if self.heads.scope() is Scope.REPORT
            else self.tr("No promise of these reports passes the filters above."),
            self.tr("Clear the filters"),
        )
        self.model.retranslate()
        self._hold(self.proxy.arrange)
        self.filtering.show_conditions()
        self._on_entries(self._session.entries)
        self.say_judged_by(None if self._is_wide() else self._session.tracking)
        self.say_count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # What is shown

    def enter(self) -> None:
        """The view was opened: show the promises of the report that is compared."""
        columns = self._session.columns
        if columns and (self._wanted is None or self._session.tracking is None):
            self.choose(columns[0].id)
        self.table.setFocus()

    def leave(self) -> None:
        """Keep a note that is being written, and how the columns stand."""
        self.detail.marks.finish_note()
        self._keep_columns()

    def _keep_columns(self) -> None:
        self._settings.save_state(_COLUMNS, self.table.columns_state())

    def place(self) -> tuple[str, str] | None:
        """Return the ids of the report and the promise that are looked at."""
        return (self._wanted, self.kept or "") if self._wanted else None

    def return_to(self, report: ReportId, promise: CommitmentId) -> None:
        """Show the promises of a report with the cursor at one of them."""
        self.kept = promise
        self.choose(report)
        self.table.setFocus()

    def choose(self, report: ReportId) -> None:
        """Show the promises of a report; where many are shown, go to its first one."""
        if self._is_wide() and report not in self.model.ledger.reports:
            self.heads.scope_box.setCurrentIndex(0)
            self.set_scope(Scope.REPORT)
        self._session.track(report)

    def take(self, report: str) -> None:
        """Show what was opened in the library, as long as promises are looked at."""
        if self.isVisible():
            self.choose(ReportId(report))

    def set_scope(self, scope: Scope) -> None:
        """Show the promises of one report, of a region, or all."""
        self.table.set_many_reports(many=scope is not Scope.REPORT)
        tracked = self._session.tracking
        if scope is Scope.REPORT:
            self.desk.stop()
            if tracked is not None:
                self._hold(partial(self.model.set_tracked, tracked))
                self._recover()
        else:
            self.model.set_blocks(())
            self._on_row(QModelIndex(), QModelIndex())
            self.pages.setCurrentWidget(self.splitter)
            self.desk.read(self.desk.reports_of(scope, self._wanted))
        self.say_judged_by(None if self._is_wide() else self._session.tracking)
        self.retranslate()

    def _on_grown(self, blocks: tuple[RowBlock, ...]) -> None:
        known = self.model.ledger.reports
        self.model.add_blocks(one for one in blocks if one.report_id not in known)
        now, index = self.current_id(), self.place_of(self.kept)
        is_elsewhere = now is not None and now != self.kept and index.isValid()
        if is_elsewhere or not self.table.currentIndex().isValid():
            self._hold(self._recover)  # what is kept may come with a later report

    def take_anew(self, blocks: tuple[RowBlock, ...]) -> None:
        """Show other promises of some of the reports than before."""
        self._refilter(partial(self.model.replace_blocks, blocks, self._session.tracking))

    def _on_reader(self, reader: str) -> None:
        """Read many reports anew: nothing of another reading stays in the table."""
        if reader:
            self.kept = None  # where the first reader stood tells what was looked at last
        self.model.look_at(None)
        if self._is_wide():
            self.set_scope(self.heads.scope())

    def _on_texts(self, found: Mapping[ReportId, RowTexts]) -> None:
        """Look through words that are there now."""
        self.model.reading.take_texts(found)
        self._refilter(self.proxy.arrange)

    def _on_reading(self, done: int, total: int) -> None:
        if done == total == 0:
            self.say_count()

    def _recover(self) -> None:
        """Put the cursor where it was, else on the first promise."""
        line = self.proxy.lines.line_of(self.model.row_of(self.kept)) if self.kept else -1
        line = line if line >= 0 else self.proxy.lines.first_line()
        if line >= 0:
            self.table.go_to(self.proxy.index(line, 0))
        else:
            self._on_row(QModelIndex(), QModelIndex())

    def _on_opened(self, _: str) -> None:
        self.desk.stop()
        self.heads.scope_box.setCurrentIndex(0)
        self.table.set_many_reports(many=False)
        self.show_all_quietly()
        self.desk.ask_filters()

    def _on_report(self) -> None:
        if found := self.report_box.chosen():
            self.choose(ReportId(found))

    def _on_entries(self, entries: tuple[object, ...]) -> None:
        self.report_box.set_entries(self._session.entries)
        self.say_empty(any_reports=bool(entries))
        if self._is_wide():
            self._follow_library()
        elif self._session.tracking is None:
            self._wanted = self._wanted if entries else None
            self.model.set_tracked(None)
            self.pages.setCurrentWidget(self.empty)
            self.say_judged_by(None if self._is_wide() else self._session.tracking)
            self.say_count()
        self._show_report(self._wanted)

    def _follow_library(self) -> None:
        """Show reports that came, and no more those that went."""
        wanted = self.desk.reports_of(self.heads.scope(), self._wanted)
        known = self.model.ledger.reports
        if not set(known) <= set(wanted):
            kept = tuple(block for block in self.model.ledger.blocks if block.report_id in wanted)
            self._hold(partial(self.model.set_blocks, kept))
            self._recover()
        missing = [one for one in wanted if one not in self.model.ledger.reports]
        if missing and not self.desk.is_reading() and not self.desk.is_held():
            self.desk.read(missing)

    def _on_wanted(self, report: str) -> None:
        self._wanted = ReportId(report)
        self._show_report(self._wanted)
        if self.pages.currentWidget() is self.empty:
            self.pages.setCurrentWidget(self.blank)  # nothing to say while it is looked for

    def _on_idle(self) -> None:
        if self.pages.currentWidget() is self.blank:
            self.pages.setCurrentWidget(self.empty)

    def _on_tracked(self, tracked: Tracked) -> None:
        self.pages.setCurrentWidget(self.splitter)
        self.say_judged_by(None if self._is_wide() else self._session.tracking)
        self.model.look_at(tracked)
        judged_anew = self.model.update_tracked(tracked)  # the same promises: nothing moves
        if not judged_anew:
            if self._is_wide() and tracked.earlier.id in self.model.ledger.reports:
                self._hold(partial(self.model.replace_tracked, tracked))
            elif not self._is_wide():
                self._hold(partial(self.model.set_tracked, tracked))
        self.say_count()
        if self._is_wide():
            self._show_tracked(tracked)
            return
        index = self.place_of(self.kept)
        if not self.proxy.rowCount():
            self._on_row(QModelIndex(), QModelIndex())
        elif not judged_anew or (
            index.isValid() and index.row() != self.table.currentIndex().row()
        ):
            self._shown = None
            self._recover()
        else:
            self._show_tracked(tracked)

    def _show_tracked(self, tracked: Tracked) -> None:
        """Show in the detail what was read of the report under the cursor."""
        tracking = self.current()
        if tracking is None:
            if self._is_wide() and not self._settled.isActive():
                self._go_to_report(tracked.earlier.id)
        elif self._shown is not None and self._shown.commitment.id == tracking.commitment.id:
            self._shown = tracking
            self.detail.update_tracking(tracked, tracking, self.model.mark(self.row()))
        else:
            self._on_row(self.table.currentIndex(), QModelIndex())

    def _go_to_report(self, report: ReportId) -> None:
        """Put the cursor on the first promise of a report among many that is shown."""
        ledger = self.model.ledger
        rows = ledger.rows_of(report) if report in ledger.reports else ()
        line = next((n for n in map(self.proxy.lines.line_of, rows) if n >= 0), -1)
        if line >= 0:
            self.table.go_to(self.proxy.index(line, 0))

    def _on_marks(self, marks: Mapping[CommitmentId, object]) -> None:
        tracked = self._session.tracking
        if tracked is None:
            return
        self.model.set_marks(tracked.marks, tracked.earlier.id)
        row = self.row()
        if row >= 0:
            self.detail.renew_mark(self.model.mark(row))

    def _on_undone(self, _: object) -> None:
        """Undo may have changed marks of any report that is shown, and filters with a name."""
        if self._is_wide():
            self.desk.ask_marks(tuple(block.report_id for block in self.model.ledger.blocks))
        self.desk.ask_filters()

    def _on_mark_undone(self, commitment: str) -> None:
        """Go to the promise whose mark was taken back or set again."""
        index = self.place_of(CommitmentId(commitment))
        if index.isValid():
            self.table.go_to(index)

    def _on_promise_back(self, commitment: str) -> None:
        """Go to a promise that is one again, as soon as the table has it."""
        self.kept = CommitmentId(commitment)

    # Filter and order

    def _hold(self, change: Callable[[], None]) -> None:
        """Change what stands in the table; where the cursor falls meanwhile is nobody's wish."""
        self._refiltering = True
        change()
        self._refiltering = False

    def _refilter(self, change: Callable[[], None]) -> None:
        """Change a filter; the promise that was chosen stays, or comes back, and is seen."""
        self._hold(change)
        index = self.place_of(self.kept)
        if not index.isValid() and not self.table.currentIndex().isValid():
            index = self.proxy.index(max(0, self.proxy.lines.first_line()), 0)
        if index.isValid():
            if index != self.table.currentIndex():
                self.table.setCurrentIndex(index)
        elif not self.table.currentIndex().isValid():
            self._on_row(QModelIndex(), QModelIndex())
        self.table.show_current()

    def _regroup(self) -> None:
        self._refilter(partial(self.proxy.set_group, self.heads.group()))

    def show_all(self) -> None:
        """Take every filter away."""
        self.show_all_quietly()
        self.table.setFocus()

    def export_shown(self) -> None:
        """Hand on what passes the filter, to be exported."""
        self.export_wanted.emit(self.shown_promises())

    # One promise

    def _on_row(self, index: QModelIndex, _: QModelIndex) -> None:
        tracked, tracking, there = self._session.tracking, self.current(), self.current_id()
        if there is not None and index.isValid() and tracked is not None and not self._refiltering:
            self.kept = there
        if not index.isValid() or tracked is None or tracking is None:
            self._shown = None
            self.detail.show_nothing()
            if there is None or tracked is None or not index.isValid():
                self.current_changed.emit("", None)
            if there is not None:
                self._settled.start()
            return
        if tracking is self._shown:
            return  # the order changed around it
        self._shown = tracking
        self.current_changed.emit(tracked.earlier.id, tracking)
        self.detail.show_tracking(tracked, tracking, self.model.mark(self.row()))

    def _read_current(self) -> None:
        """Read the report under the cursor, where it is another one than before."""
        report, tracked = self.current_report(), self._session.tracking
        if report is not None and (tracked is None or tracked.earlier.id != report):
            self._session.track(report)

    def _on_activated(self, index: QModelIndex) -> None:
        if not self.table.toggle_group(index):
            self.open_evidence()

    def open_evidence(self, place: int | None = None) -> None:
        """Show a passage beside the promise; None: the one that is looked at."""
        place = self.detail.evidence.current_evidence() if place is None else place
        tracked, tracking = self._session.tracking, self._shown
        if tracked is None or tracking is None or place >= len(tracking.evidence):
            return
        evidence = tracking.evidence[place]
        later = tracked.report(evidence.report_id)
        if later is not None:
            promise = tracking.commitment.statement.span
            self.evidence_wanted.emit(tracked.earlier, later, promise, evidence.span)

    # Marking

    def mark(self, verdict: Verdict | None) -> None:
        """Mark what is chosen; None takes the verdict back and keeps the note."""
        self.marking.mark(verdict)

    def _on_note(self, note: str) -> None:
        if self._shown is not None:
            self.marking.write_note(self._shown.commitment.id, note)

    def write_note(self) -> None:
        """Let a note be written on the promise under the cursor."""
        self.detail.marks.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_unmarked(self) -> None:
        """Go to the next promise without a person's verdict, among those that are shown."""
        self.marking.next_unmarked()
