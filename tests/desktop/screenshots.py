"""Pictures of the real program on the sample workspace: python -m tests.desktop.screenshots DIR.

Two sizes, light and dark, both languages; run it under a real display or
``xvfb-run -s '-screen 0 1920x1080x24'``. Nothing of the user's own settings is touched.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Look, make_application
from desktop.jobs.runner import JobRunner
from desktop.main_window import MainWindow
from desktop.models.change_list import StepKind
from desktop.models.pair_mode import PairMode
from desktop.models.passage import paragraph_at
from desktop.session import Session
from desktop.settings import Language, Settings, Theme
from tests.desktop.library_lines import library_of
from tracker.model.tracking import Verdict

SEEDS = Path(__file__).parents[2] / "seeds"
SIZES = (QSize(1280, 800), QSize(1920, 1080))


class Photographer(QObject):
    """One program, looked at from all sides."""

    def __init__(self, app: QApplication, folder: Path, private: Path) -> None:
        super().__init__(app)
        self.folder = folder
        self.settings = Settings(private / "settings.ini")
        self.look = Look(app, self.settings)
        self.session = Session(JobRunner(app), "张三", app)
        self.window = MainWindow(self.session, self.settings)
        self.window.look_changed.connect(self.look.apply)
        self.workspace = private / "示例.duizhang"

    def wait(self, ready: Callable[[], bool], seconds: int = 60) -> None:
        """Let the program run until something is so."""
        deadline = QDeadlineTimer(seconds * 1000)
        while not ready() and not deadline.hasExpired():
            loop = QEventLoop()
            QTimer.singleShot(30, loop.quit)
            loop.exec()
        loop = QEventLoop()
        QTimer.singleShot(400, loop.quit)
        loop.exec()

    def shoot(self, name: str) -> None:
        """Save a picture of the window."""
        self.wait(lambda: not self.session.runner.busy())
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def open(self) -> None:
        """Open the sample workspace and compare its first pair."""
        self.window.show()
        self.shoot("start")
        self.session.open_workspace(self.workspace, sample=True)
        self.wait(lambda: bool(self.session.entries) and not self.session.runner.busy())
        self.window.compare.choose_first_pair()
        self.wait(lambda: bool(self.session.comparison and self.session.comparison.parts))

    def library(self, label: str) -> None:
        """Take the library with many reports: as a tree, filtered, as a list."""
        window, view = self.window, self.window.library
        sizes = window.splitter.sizes()
        view._on_entries((*library_of(300), *self.session.entries))
        view.select(self.session.entries[0].id)
        self.shoot(f"library-{label}")
        view.filter.setText("suzhou")
        self.shoot(f"library-filter-{label}")
        view.filter.clear()
        view.set_list(True)
        window.splitter.setSizes([600, sum(sizes) - 600])
        self.shoot(f"library-list-{label}")
        view.set_list(False)
        window.splitter.setSizes(sizes)
        view._on_entries(self.session.entries)

    def rooms(self, label: str) -> None:
        """Take the compare view and the promises as they are now."""
        self.window.show_compare()
        for _ in range(3):
            self.window.compare.steps.next()
        self.shoot(f"compare-{label}")
        self.changes(label)
        self.modes(label)
        self.window.show_commitments()
        self.wait(lambda: self.session.tracking is not None)
        self.choose_promise()
        self.shoot(f"promises-{label}")

    def topics(self, label: str) -> None:
        """Take the matrix of topics, and one topic in columns."""
        self.window.actions_table["show_topics"].trigger()
        view = self.window.topics.view
        self.wait(lambda: view.model.topics is not None)
        self.shoot(f"topics-{label}")
        view.open_current()
        self.shoot(f"topic-{label}")
        view.go_back()

    def modes(self, label: str) -> None:
        """Take the other ways to look at the pair."""
        compare = self.window.compare
        for mode in (PairMode.INLINE, PairMode.CARDS, PairMode.PROMISES):
            compare.modes.choose(mode)
            self.wait(lambda: bool(self.session.comparison and self.session.comparison.parts))
            for _ in range(8):
                compare.modes.next()
            self.shoot(f"{mode.name.lower()}-{label}")
        compare.modes.choose(PairMode.SIDE_BY_SIDE)
        self.wait(lambda: bool(self.session.comparison and self.session.comparison.parts))

    def changes(self, label: str) -> None:
        """Take a changed figure with its note, both ends of a moved passage, faint boilerplate."""
        compare = self.window.compare
        compare.steps.set_kind(StepKind.FIGURES)
        compare.steps.next()
        self.shoot(f"figure-{label}")
        compare.steps.set_kind(StepKind.MOVED)
        compare.steps.next()
        self.window.actions_table["dim_boilerplate"].trigger()
        self.shoot(f"moved-{label}")
        self.window.actions_table["dim_boilerplate"].trigger()
        compare.steps.set_kind(StepKind.ALL)

    def choose_promise(self) -> None:
        """Mark a few promises once, and put the cursor on one that has evidence."""
        view = self.window.commitments
        rows = range(view.model.rowCount())
        found = [r for r in rows if view.model.verdict(r) is Verdict.FULFILLED]
        for row in found[:4]:
            view.table.setCurrentIndex(view.proxy.mapFromSource(view.model.index(row, 0)))
            if view.model.mark(row) is None:
                view.mark(Verdict.FULFILLED)
                self.wait(lambda: not self.session.runner.busy())

    def notes(self, label: str) -> None:
        """Take signs in the margin, a note that is being written, and the list of bookmarks."""
        self.window.show_compare()
        tools, pane = self.window.tools.bookmarking, self.window.compare.panes[0]
        self.wait(lambda: pane.report is not None)
        if pane.report is None:
            return
        sections = pane.report.sections[3:12:4]
        for n, section in enumerate(sections if not tools.bookmarks else ()):
            pane.text.setFocus()
            pane.text.select_span(paragraph_at(pane.report, section.own.start) or section.span)
            tools.note() if n else tools.toggle()
            if n:
                tools.edit_words("与统计公报核对口径；年底前再看进度。")
            self.wait(lambda: not self.session.runner.busy())
        pane.show_span(sections[1].span)
        tools.show_list()
        self.wait(lambda: not self.session.runner.busy())
        self.shoot(f"bookmarks-{label}")
        tools.edit(tools.bookmarks[1])
        self.shoot(f"note-{label}")
        tools.edit_words(tools.bookmarks[1].bookmark.note)
        tools.show_list()
        if tools.panel is not None and tools.panel.isVisible():
            tools.panel.closed.emit()

    def preview(self, label: str) -> None:
        """Take the import preview: reports that are there, one that is not, one unreadable."""
        folder = self.workspace.parent / "incoming"
        folder.mkdir(exist_ok=True)
        for path in SEEDS.glob("00[0-4]_*.txt"):
            (folder / path.name).write_bytes(path.read_bytes() + b"\n")
        (folder / "空.txt").write_bytes(b"")
        self.window.intake.bring_in((folder,))
        self.wait(lambda: self.window.intake.dialog is not None)
        dialog = self.window.intake.dialog
        if dialog is not None:
            self.wait(lambda: not self.session.runner.busy())
            dialog.grab().save(str(self.folder / f"import-{label}.png"))
            dialog.reject()

    def dialogs(self, label: str) -> None:
        """Take the dialogs."""
        for name in ("export_report", "show_settings", "show_keys"):
            self.window.actions_table[name].trigger()
            self.wait(lambda: QApplication.activeModalWidget() is not None, 3)
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                dialog.grab().save(str(self.folder / f"{name}-{label}.png"))
                dialog.close()

    def run(self) -> None:
        """Take all pictures."""
        self.open()
        for language in (Language.CHINESE, Language.ENGLISH):
            for theme in (Theme.LIGHT, Theme.DARK):
                self.settings.language, self.settings.theme = language, theme
                self.look.apply()
                for size in SIZES:
                    self.window.resize(size)
                    label = f"{language.value}-{theme.value}-{size.width()}"
                    self.rooms(label)
                    self.topics(label)
                    self.notes(label)
                    self.library(label)
                    self.preview(label)
                self.dialogs(f"{language.value}-{theme.value}")
        self.window.close()


def main() -> int:
    """Take the pictures and return the exit code."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as private:
        Photographer(app, folder, Path(private)).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
