"""What every comparison over many reports has: its controls, its table, what it says when empty."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs import across as jobs
from desktop.jobs.job import Job, Lane
from desktop.models.across_table import AcrossTable
from desktop.notice import Notice, Tone
from desktop.widgets.across_grid import AcrossGrid
from desktop.widgets.documents import documents
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.filter_line import FilterLine
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.across import Pair
    from desktop.jobs.job import JobContext
    from desktop.session import Session
    from tracker.errors import TrackerError
    from tracker.model.ids import ReportId
    from tracker.model.span import Span
    from tracker.workspace import Workspace

COMPARING = Message("正在比较各份报告", "Comparing the reports")
READING = Message("正在打开报告", "Opening the reports")
WRITING = Message("正在写入表格", "Writing the table")
_ENDINGS = ("xlsx", "csv", "md", "json")


class AcrossPanel(QWidget):
    """A comparison: a row of controls above a table.

    Signals:
        pair_wanted(Report, Report, Span, Span): Two reports side by side, at these places.
        place_wanted(ReportId, Span): A passage of one report.
        promises_wanted(ReportId, Verdict | None, tuple[str] | None, tuple[StatementKind]): Those of
            a report.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    pair_wanted = Signal(object, object, object, object)
    place_wanted = Signal(str, object)
    promises_wanted = Signal(str, object, object, object)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._failed = self._waiting = False
        self.model = AcrossTable(self)
        self.grid = AcrossGrid(self.model, self)
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.filter.setMinimumWidth(130)
        self.filter.setMaximumWidth(260)
        self.told = QLabel(self)
        self.told.setObjectName("muted")
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note = QLabel(self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(14, 0, 14, 6)
        self.save = QToolButton(self)
        self.save.setObjectName("chip")
        self.empty = EmptyState(icon, self)
        self.heads = QWidget(self)
        self.bar = QHBoxLayout(self.heads)
        self.bar.setContentsMargins(12, 8, 12, 8)
        self.bar.setSpacing(8)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)
        self.filter.typed.connect(self._on_typed)
        self.filter.left.connect(self.enter_grid)
        self.empty.acted.connect(self._on_button)
        self.save.clicked.connect(self._choose_file)

    def finish(self, *controls: QWidget, body: QWidget | None = None) -> None:
        """Put controls and table in their place."""
        for control in controls:
            self.bar.addWidget(control)
        self.bar.addWidget(self.filter)
        self.bar.addWidget(self.told, 1)
        self.bar.addWidget(self.save)
        self.pages.addWidget(body or self.grid)

    # What a comparison says and does itself

    def enter(self) -> None:
        """Take over the library and ask anew."""
        raise NotImplementedError

    def leave_workspace(self) -> None:
        """Forget what was shown: another workspace is open."""
        self.model.set_lines(self.model.heads, ())

    def take(self, report: ReportId) -> None:
        """Follow a report that was clicked in the library."""

    def words(self) -> tuple[str, str]:
        """Return the title of the empty view, and what it says where nothing can be compared."""
        raise NotImplementedError

    # Work

    def submit(
        self,
        topic: str,
        work: Callable[..., object],
        arguments: tuple[object, ...],
        done: Callable[..., None],
        *,
        label: Message = COMPARING,
        lane: Lane = Lane.SEARCH,
    ) -> None:
        """Do work on the workspace off the thread of the window; a newer one takes its place."""
        workspace = self._session.workspace
        if workspace is None:
            self.say()
            return
        self._failed, self._waiting = False, label is COMPARING
        bound = partial(_bound, work, workspace, arguments)
        job = Job(f"across {topic}", label, bound, lane)
        self._session.runner.submit(job, partial(self._on_done, done), self._on_failed)
        self.say()

    def _on_done(self, done: Callable[..., None], found: object) -> None:
        self._waiting = False
        done(found)

    def _on_failed(self, _: TrackerError) -> None:
        self._failed, self._waiting = True, False
        self.say()

    def open_pair(self, reports: tuple[ReportId, ReportId], spans: tuple[Span, Span]) -> None:
        """Set two reports side by side at these places; one place alone where they are the same."""
        if reports[0] == reports[1]:
            self.place_wanted.emit(reports[1], spans[1])
            return
        self.submit("pair", jobs.read_pair, (reports, spans), self._on_pair, label=READING)

    def _on_pair(self, pair: Pair) -> None:
        self.pair_wanted.emit(*pair.reports, *pair.spans)

    # What is seen

    def say(self) -> None:
        """Show the table, or what to do while there is none."""
        there = self.model.total() > 0
        focused = self.filter.hasFocus()
        self.heads.setVisible(bool(self._session.entries))
        self.save.setEnabled(there)
        self.note.setVisible(there and bool(self.note.text()))
        self.filter.setVisible(there)
        self.pages.setCurrentIndex(1 if there else 0)
        if focused:
            self.filter.setFocus()
        title, told = self.words()
        button = ""
        if self._session.workspace is None:
            told = self.tr("Open or make a workspace in the File menu, or look at the samples.")
            button = self.tr("Open the sample workspace")
        elif self._failed:
            told, button = self.tr("Nothing was compared."), self.tr("Try again")
        elif self._waiting:
            told = self.tr("The reports are being compared; what is found of each is kept.")
        elif not self._session.entries:
            button = self.tr("Import files…")
        self.empty.set_words(title, told, button)

    def _on_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        elif self._failed:
            self.enter()
        else:
            self.import_wanted.emit()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.filter.setPlaceholderText(self.tr("Filter lines"))
        tip = self.tr("Show only lines with all these words")
        self.filter.setToolTip(tip)
        self.filter.setAccessibleName(tip)
        self.save.setText(self.tr("Save as table…"))
        self.save.setToolTip(
            self.tr("The lines as they are shown, as Excel, CSV, Markdown or JSON")
        )
        self.say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_typed(self, words: str) -> None:
        self.model.set_words(words)

    def enter_grid(self) -> None:
        """Go to the table."""
        if self.isVisible() and self.model.rowCount():
            if not self.grid.currentIndex().isValid():
                self.grid.show_line(0)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return (self.filter, self.grid)

    # A file

    def _choose_file(self) -> None:
        kinds = ";;".join(f"{one} (*.{one})" for one in _ENDINGS)
        name = str(Path(documents()) / f"{self.words()[0]}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as table"), name, kinds)
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Write the lines that are shown."""
        heads, rows = self.model.table()
        keep = [n for n, head in enumerate(heads) if head]
        kept = tuple(tuple(row[n] for n in keep) for row in rows)
        self.submit(
            "write",
            jobs.write_rows,
            (path, tuple(heads[n] for n in keep), kept),
            self._on_written,
            label=WRITING,
        )

    def _on_written(self, path: Path) -> None:
        told = Message(f"已写入：{path}", f"Written: {path}")
        self._session.noticed.emit(Notice(Tone.DONE, told, path))


def _bound(
    work: Callable[..., object],
    workspace: Workspace,
    arguments: tuple[object, ...],
    context: JobContext,
) -> object:
    """Do work on a workspace."""
    return work(workspace, *arguments, context)
