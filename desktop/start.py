"""The first seconds: window, then the texts that were read last, then the workspace."""

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.jobs.job import Job, Lane
from desktop.jobs.starting import Glance, LastView, glance
from desktop.main_window import MainWindow
from desktop.models.pair_mode import PairMode
from desktop.models.view_state import ViewState
from desktop.models.workspaces import SUFFIX, sample_path
from desktop.session import OPENING, Session, without_context
from desktop.settings import Settings
from tracker.errors import TrackerError
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from tracker.model.address import ServerAddress

_LONGEST_MS = 3000
"""After this time a start is over, whatever there is to see."""


class Start(QObject):
    """Shows the texts that were read last once the window is painted, then opens the workspace.

    Loading the store takes longer than anything else; so it begins when there is something to
    read. What the open workspace says then takes the place of what was seen at first.

    Args:
        window: The window.
        session: Opens the workspace.
        settings: How the program was left.
        files: What the program was started with: a workspace to open instead of the last one,
            reports to look at and bring in.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        settings: Settings,
        files: tuple[Path, ...] = (),
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._wanted = next((path for path in files if path.suffix == SUFFIX), None)
        self._reports = tuple(path for path in files if path.suffix != SUFFIX)
        self._first = True
        self._is_under_way = False
        self._late: Path | None = None
        self._path = sample_path()
        self._offered: ServerAddress | None = None
        window.library.wait()
        window.painted.connect(self._on_painted)
        session.opened.connect(self._on_opened)
        session.columns_read.connect(self._on_columns)
        QTimer.singleShot(_LONGEST_MS, self._end)
        gc.disable()  # see desktop.__main__

    def take(self, files: tuple[Path, ...]) -> None:
        """Do with files that come later what is done with those the program was started with."""
        workspace = next((path for path in files if path.suffix == SUFFIX), None)
        reports = tuple(path for path in files if path.suffix != SUFFIX)
        if not self._first and workspace is None:
            self._window.furniture.intake.bring_in(reports)
            return
        self._reports += reports
        if workspace is None:
            return
        if not self._is_under_way:
            self._wanted = workspace
        elif self._first:
            self._late = workspace  # when the one is there that is being opened
        else:
            self._session.open_workspace(workspace)

    def _on_columns(self) -> None:
        if self._session.workspace is not None:
            self._end()

    def _end(self) -> None:
        """Look for rubbish again from now on."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _on_painted(self) -> None:
        self._is_under_way = True
        work = without_context(partial(glance, self._wanted, sample_path(), self._left()))
        job = Job("open", OPENING, work, Lane.STORE)
        self._session.runner.submit(job, self._on_glance, self._on_missing)

    def _left(self) -> LastView:
        """Return which texts were read when the program ended; none where they were not."""
        workspace, text = self._settings.last_view()
        state = ViewState.from_text(text)
        elsewhere = state.room or self._settings.last_promise
        read = state.mode in {"", PairMode.SIDE_BY_SIDE} and not elsewhere
        return LastView(workspace, tuple(map(ReportId, state.reports)) if read else ())

    def _on_missing(self, problem: TrackerError) -> None:
        """There may be copies of the workspace that was asked for."""
        self._session.open_failed.emit(self._wanted, problem)

    def _on_glance(self, found: Glance) -> None:
        self._path, self._offered = found.path, found.offered
        if found.path == sample_path() and not found.path.exists():
            self._window.furniture.compare.wait(samples=True)
        if found.texts and self._window.furniture.compare.isVisible():
            self._window.furniture.tools.remembering.foresee(found)
        # Behind the frame that shows them.
        QTimer.singleShot(0, self._open)

    def _open(self) -> None:
        path = self._path
        self._session.open_workspace(path, sample=path == sample_path())

    def _on_opened(self) -> None:
        furniture = self._window.furniture
        if not furniture.tools.remembering.restore():
            furniture.compare.choose_first_pair()
        first, self._first = self._first, False
        late, self._late = self._late, None
        if late is not None:
            self._session.open_workspace(late)
            return  # the reports are for that one
        reports, self._reports = self._reports, ()
        if first:
            furniture.return_to_page()
        furniture.intake.bring_in(reports)
        if first and self._offered is not None:
            furniture.files.sharing.offer(self._offered)
