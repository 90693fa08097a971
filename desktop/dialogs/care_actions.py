"""Actions on a report of the library, on lost marks, on copies: each asks what it must know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.dialogs.care import Care
from desktop.dialogs.file_actions import report_filter
from desktop.models.words import entry_name
from desktop.session import Session
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from tracker.model.mark import Mark
    from tracker.model.tracking import Tracking


class CareActions(QObject):
    """Dialogs around ``Care``.

    Args:
        session: The open workspace.
        care: Does what is asked.
        window: Parent of the dialogs.

    Signals:
        report_wanted(str): The promises of a report shall be shown.
        correct_wanted(str): What the reader took from a report shall be set right.
        target_changed(str, Tracking | None): Another promise is chosen in the table.
    """

    report_wanted = Signal(str)
    target_changed = Signal(str, object)
    correct_wanted = Signal(str)

    def __init__(self, session: Session, care: Care, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._care = care
        self._window = window
        self._report: ReportId | None = None
        self._target: Tracking | None = None

    def do(self, what: str, report: str) -> None:
        """Do what the menu of a report names."""
        known = {
            "correct": self.correct_wanted.emit,
            "read_anew": self._care.read_anew,
            "reimport": self.reimport,
            "remove": self._care.remove,
            "forget": self.forget,
        }
        known[what](ReportId(report))

    def correct_unplaced(self) -> None:
        """Open the first report whose region or year is unknown."""
        unplaced = (e.id for e in self._session.entries if not (e.region_name and e.year))
        found = next(unplaced, None)
        if found is not None:
            self.correct_wanted.emit(found)

    def reimport(self, report: ReportId) -> None:
        """Ask for the file and put it in the place of the report."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Re-import from"), "", report_filter()
        )
        if name:
            self._care.reimport(report, Path(name))

    def forget(self, report: ReportId) -> None:
        """Explain what cannot be undone, and do it when the person wants it."""
        entry = self._session.entry(report)
        if entry is None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Forget a report"))
        box.setText(self.tr("Forget “{0}” for good?").format(entry_name(entry)))
        box.setInformativeText(
            self.tr(
                "Its text, its promises, all marks and notes on it and the automatic copies that "
                "hold it are erased. This cannot be undone. To take it out of the list only, "
                "choose Remove."
            )
        )
        forget = box.addButton(self.tr("Forget"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)

        def hand_over() -> None:
            if box.clickedButton() is forget:
                self._care.forget(report)

        box.finished.connect(hand_over)
        box.setModal(True)
        box.open()

    # Lost marks

    def set_target(self, report: str, tracking: Tracking | None) -> None:
        """Remember which promise is chosen in the table."""
        self._report = ReportId(report)
        self._target = tracking
        self.target_changed.emit(report, self._target)

    def show_lost_marks(self) -> None:
        """List the marks whose text is gone."""
        # Loaded when it is needed: start-up time.
        from desktop.dialogs.lost_marks_dialog import LostMarksDialog  # noqa: PLC0415

        dialog = LostMarksDialog(self._window)
        dialog.set_marks(self._care.lost)
        dialog.set_target(self._report, self._target)
        self._care.lost_changed.connect(dialog.set_marks)
        self.target_changed.connect(dialog.set_target)
        dialog.place_wanted.connect(self._place)
        dialog.report_wanted.connect(self.report_wanted)
        dialog.show()

    def _place(self, mark: Mark) -> None:
        if self._target is not None:
            self._care.place(mark, self._target.commitment.id)

    # Copies

    def show_copies(self) -> None:
        """Offer the copies of the workspace that could not be opened."""
        from desktop.dialogs.copies_dialog import CopiesDialog  # noqa: PLC0415 - start-up time

        if not self._care.copies:
            return
        dialog = CopiesDialog(self._care.copies, self._window)

        def hand_over() -> None:
            copy = dialog.chosen()
            if copy is not None:
                self._care.open_copy(copy)

        dialog.accepted.connect(hand_over)
        dialog.setModal(True)
        dialog.open()
