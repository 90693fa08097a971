"""Marks (标记) whose text is gone: each with its words, to be placed on a promise by hand."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.words import name_of
from tracker.model.ids import ReportId
from tracker.model.mark import Mark
from tracker.model.tracking import Tracking


class LostMarksDialog(QDialog):
    """A list beside the window; the promise is chosen in the table of promises.

    Signals:
        place_wanted(Mark): The chosen mark belongs to the chosen promise.
        report_wanted(str): The promises of the report it was made on shall be shown.
    """

    place_wanted = Signal(object)
    report_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ReportId | None = None
        self._tracking: Tracking | None = None
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.target = QLabel(self)
        self.target.setObjectName("muted")
        self.target.setWordWrap(True)
        self.target.setTextFormat(Qt.TextFormat.PlainText)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.show_button: QPushButton = self.buttons.addButton("", role)
        self.place_button: QPushButton = self.buttons.addButton("", role)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for widget in (self.told, self.list, self.target, self.buttons):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        self.resize(620, 420)
        self.list.currentRowChanged.connect(self._check)
        self.place_button.clicked.connect(self._place)
        self.show_button.clicked.connect(self._show)
        self.buttons.rejected.connect(self.reject)
        self.retranslate()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these marks."""
        at = self.list.currentRow()
        self.list.clear()
        for mark in marks:
            item = QListWidgetItem(_told(mark), self.list)
            item.setData(Qt.ItemDataRole.UserRole, mark)
        self.list.setCurrentRow(min(max(at, 0), len(marks) - 1))
        self._check()

    def set_target(self, report: ReportId | None, tracking: Tracking | None) -> None:
        """Take over which promise is chosen in the table."""
        self._report = report if tracking is not None else None
        self._tracking = tracking
        self._say_target()
        self._check()

    def _say_target(self) -> None:
        if self._tracking is None:
            self.target.setText(self.tr("No promise is chosen in the table."))
        else:
            said = self._tracking.commitment.statement.told.quote.replace("\n", "")
            self.target.setText(self.tr("Chosen promise: {0}").format(said))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setWindowTitle(self.tr("Marks whose text is gone"))
        self.told.setText(
            self.tr(
                "The words that these marks stood on are no longer in the report. Choose a mark "
                "here and its promise in the table, then place it."
            )
        )
        self.list.setAccessibleName(self.windowTitle())
        self.show_button.setText(self.tr("Show its report"))
        self.place_button.setText(self.tr("Place on the chosen promise"))
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setText(_told(item.data(Qt.ItemDataRole.UserRole)))
        self._say_target()
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and the words of the office."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def current(self) -> Mark | None:
        """Return the mark under the cursor."""
        found = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Mark) else None

    def _check(self) -> None:
        mark = self.current()
        self.show_button.setEnabled(mark is not None)
        self.place_button.setEnabled(mark is not None and self._report == mark.anchor.report_id)

    def _place(self) -> None:
        self.place_wanted.emit(self.current())

    def _show(self) -> None:
        mark = self.current()
        if mark is not None:
            self.report_wanted.emit(mark.anchor.report_id)


def _told(mark: Mark) -> str:
    """Return the words, the verdict, the note and who said it, in two lines."""
    verdict = name_of(mark.verdict) if mark.verdict else ""
    note = f"“{mark.note}”" if mark.note else ""
    when = mark.at.astimezone().strftime("%Y-%m-%d")
    second = "  ·  ".join(part for part in (verdict, note, mark.user, when) if part)
    return f"{mark.anchor.quote}\n{second}".strip()
