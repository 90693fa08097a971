"""Pictures of what is rarely opened: care of a workspace, results, preview, groups, crash."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog

from desktop.dialogs.copies_dialog import CopiesDialog
from desktop.dialogs.error_dialog import ErrorDialog
from desktop.dialogs.guide_dialog import GuideDialog
from desktop.dialogs.lost_marks_dialog import LostMarksDialog
from desktop.dialogs.results_dialog import ResultsDialog
from desktop.jobs.care import Copy
from desktop.models.promise_field import Field
from desktop.views.promise_heads import GROUPS
from tests.desktop.library_lines import library_of
from tests.desktop.photographer import Photographer
from tracker.message import Message
from tracker.model.decision import NamePair
from tracker.model.library import ImportResult

SEEDS = Path(__file__).parents[2] / "seeds"
_MADE = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
_CRASH = 'Traceback (most recent call last):\n  File "session.py", line 312\nValueError: span'


class DialogPictures(Photographer):
    """Goes through dialogs and states that a person meets once a month."""

    def keep(self, dialog: QDialog, name: str) -> None:
        """Show a dialog, save its picture, close it."""
        dialog.show()
        self.wait()
        self._save(dialog, name)
        dialog.close()

    def care(self) -> None:
        """Take results of an import, copies, lost marks, names, links by hand, a crash."""
        window, session = self.window, self.session
        entry = session.entries[0]
        scan = Message("扫描件，没有文字层", "a scan without text; OCR it first")
        results = (
            ImportResult("2023年政府工作报告.docx", entry, None),
            ImportResult("附件3.pdf", None, scan),
            ImportResult("苏州2021.txt", entry, None, duplicate=True),
        )
        self.keep(ResultsDialog(results, window), "results")
        copies = tuple(Copy(Path(f"{n}.duizhang"), _MADE - timedelta(n)) for n in range(3))
        self.keep(CopiesDialog(copies, window), "copies")
        window.furniture.ways.show_commitments()
        self.wait(lambda: session.tracking is not None)
        report = session.tracking.earlier.id
        marks = tuple(session.workspace.marks(report).values())[:3]
        lost = LostMarksDialog(window)
        lost.set_marks(tuple(replace(one, lost=True) for one in marks))
        self.keep(lost, "lost-marks")
        window.furniture.deciding.add_names(NamePair("S1线", "11号线"))
        self.wait()
        window.furniture.deciding.show_names()
        self.wait()
        self.keep(window.furniture.deciding.dialog, "names")
        self.keep(ErrorDialog(_CRASH, window), "crash")
        window.furniture.intake.correct(entry.id)
        self.shoot_dialog("correct")

    def by_hand(self) -> None:
        """Take the list of links by hand, and take the links back."""
        window = self.window
        window.furniture.ways.show_compare()
        for own, other in ((3, 5), (8, 9)):
            window.furniture.linking.link_sections(self.session.comparisons[0], own, other)
            self.wait_compared()
        self.act("show_hand_links")
        self._save(window.furniture.hand_links.dialog, "hand-links")
        window.furniture.hand_links.dialog.close()
        for _ in range(2):
            self.act("undo")
        self.wait_compared()

    def guide(self) -> None:
        """Take the user guide."""
        self.act("show_guide")
        dialog = self.window.findChild(GuideDialog)
        self._save(dialog, "guide")
        dialog.close()

    def library(self) -> None:
        """Take the library with many reports: as a tree, filtered, as a list."""
        window, view = self.window, self.window.library
        window.furniture.ways.show_compare()
        sizes = window.splitter.sizes()
        view._on_entries((*library_of(300), *self.session.entries))
        view.select(self.session.entries[0].id)
        self.shoot("library")
        view.filter.setText("suzhou")
        self.shoot("library-filter")
        view.filter.clear()
        view.set_list(True)
        window.splitter.setSizes([600, sum(sizes) - 600])
        self.shoot("library-list")
        view.set_list(False)
        window.splitter.setSizes(sizes)
        view._on_entries(self.session.entries)
        view.tree.expandAll()

    def preview(self) -> None:
        """Take the import preview: reports that are there, one that is not, one unreadable."""
        folder = self.private / "incoming"
        folder.mkdir(exist_ok=True)
        for path in SEEDS.glob("00[0-4]_*.txt"):
            (folder / path.name).write_bytes(path.read_bytes() + b"\n")
        (folder / "空.txt").write_bytes(b"")
        self.window.furniture.intake.bring_in((folder,))
        self.wait(lambda: self.window.furniture.intake.dialog is not None)
        dialog = self.window.furniture.intake.dialog
        if dialog is not None:
            self.wait()
            self._save(dialog, "import")
            dialog.reject()

    def groups(self) -> None:
        """Take promises of the whole workspace in groups, filtered by a verdict, and no hit."""
        window = self.window
        window.furniture.ways.show_commitments()
        view = window.furniture.commitments
        self.wait(lambda: self.session.tracking is not None)
        view.heads.group_box.setCurrentIndex(GROUPS.index(Field.STATUS))
        view.heads.group_box.activated.emit(view.heads.group_box.currentIndex())
        self.shoot("promises-grouped")
        view.heads.group_box.setCurrentIndex(0)
        view.heads.group_box.activated.emit(0)
        view.filter.setText("没有这样的承诺")
        self.shoot("promises-none")
        view.filter.clear()
        self.wait()

    def printed(self) -> None:
        """Take the previews of the pages to be printed."""
        self.window.furniture.ways.show_commitments()
        self.wait(lambda: self.session.tracking is not None)
        self._previewed("print_tracking", "print-preview")
        self._previewed("print_comparison", "print-comparison")

    def _previewed(self, action: str, name: str) -> None:
        printing = self.window.furniture.files.printing
        printing.preview = None
        self.act(action)
        self.wait(lambda: printing.preview is not None)
        if printing.preview is not None:
            self.keep(printing.preview, name)
