"""Which promises go into an export, with which columns and pages, on which template."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.promise_desk import ShownPromises
from desktop.models.words import name_of, own_verdicts, say
from tracker.model.handout import HandoutOptions
from tracker.model.ids import ReportId
from tracker.model.tracking import Verdict

_ALL, _MARKED, _SHOWN = "all", "marked", "shown"
_IN_A_ROW = 4
_WITH_SECTIONS = ("xlsx", "json")
"""Formats that can have the whole analysis."""
_WITHOUT_COLUMNS = ("json",)
"""Formats that always carry every field."""


class ExportScope(QObject):
    """Fields that say what of a tracking report is handed out.

    Args:
        page: Dialog that shows the fields.
        shown: Promises that the table of the window shows, None where there is no table.

    Signals:
        template_wanted(Path): The program's template shall be saved there, to be edited.
    """

    template_wanted = Signal(object)

    def __init__(self, page: QWidget, shown: ShownPromises | None = None) -> None:
        super().__init__(page)
        self._page = page
        self._shown = shown
        self._template = ""
        self.scope_box = QComboBox(page)
        self.verdict_boxes = {one: QCheckBox(name_of(one), page) for one in Verdict}
        self.evidence_box = QCheckBox(self.tr("Evidence"), page)
        self.charts_box = QCheckBox(self.tr("Charts"), page)
        self.audit_box = QCheckBox(self.tr("Audit page"), page)
        self.sections_box = QCheckBox(self.tr("Sections and their counterparts"), page)
        self.columns_box = QCheckBox(self.tr("Choose the columns"), page)
        self.columns_list = QListWidget(page)
        self.template_name = QLabel(page)
        self.template_button = QPushButton(self.tr("Choose…"), page)
        self.save_button = QPushButton(self.tr("Save one to edit…"), page)
        self._template_row = QWidget(page)
        self._form: QFormLayout | None = None
        self._fill()
        self._teach()
        self._wire()
        self._say_template()

    def _fill(self) -> None:
        from tracker.workspace import handout_columns  # noqa: PLC0415 - not needed for the first frame

        self.scope_box.addItem(self.tr("All promises"), _ALL)
        self.scope_box.addItem(self.tr("Only those marked by people"), _MARKED)
        if self._shown is not None:
            n, several = len(self._shown.ids), len(self._shown.reports)
            words = self.tr("Only those the table shows: {0}").format(n)
            if several > 1:
                words = self.tr("Those the table shows: {0}, of {1} reports").format(n, several)
            self.scope_box.addItem(words, _SHOWN)
            self.scope_box.setCurrentIndex(self.scope_box.count() - 1)
        boxes = (self.evidence_box, self.charts_box, self.audit_box)
        for box in (*self.verdict_boxes.values(), *boxes):
            box.setChecked(True)
        for key, title in handout_columns():
            item = QListWidgetItem(say(title), self.columns_list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            usual = key in ("no", "promise", "due", "verdict", "evidence", "reason", "note")
            item.setCheckState(Qt.CheckState.Checked if usual else Qt.CheckState.Unchecked)

    def add_to(self, form: QFormLayout) -> None:
        """Put the fields below those that a form has."""
        self._form = form
        verdicts = QGridLayout()
        verdicts.setHorizontalSpacing(14)
        verdicts.setVerticalSpacing(6)
        for at, box in enumerate(self.verdict_boxes.values()):
            verdicts.addWidget(box, at // _IN_A_ROW, at % _IN_A_ROW)
        parts = QHBoxLayout()
        parts.setSpacing(14)
        for box in (self.evidence_box, self.charts_box, self.audit_box, self.sections_box):
            parts.addWidget(box)
        parts.addStretch(1)
        columns = QVBoxLayout()
        columns.setSpacing(6)
        columns.addWidget(self.columns_box)
        columns.addWidget(self.columns_list)
        self.columns_list.setFixedHeight(120)
        self.columns_list.hide()
        template = QHBoxLayout(self._template_row)
        template.setContentsMargins(0, 0, 0, 0)
        template.addWidget(self.template_name, 1)
        template.addWidget(self.template_button)
        template.addWidget(self.save_button)
        form.addRow(self.tr("Promises"), self.scope_box)
        form.addRow(self.tr("Verdicts"), verdicts)
        form.addRow(self.tr("With"), parts)
        form.addRow(self.tr("Columns"), columns)
        form.addRow(self.tr("Template"), self._template_row)

    def _teach(self) -> None:
        """Give each field its name for screen readers and the word that teaches."""
        for field, name, tip in (
            (self.scope_box, self.tr("Which promises"),
             self.tr("All of the report, or a part; verdicts narrow it further")),
            (self.evidence_box, self.evidence_box.text(),
             self.tr("The passages of later reports that answer, with their places")),
            (self.charts_box, self.charts_box.text(),
             self.tr("What became of the promises by section and report, feedback over the years, "
                     "goals beside results; with patterns that a grey print keeps")),
            (self.audit_box, self.audit_box.text(),
             self.tr("Versions of program and rules, hashes of the files, who marked what when")),
            (self.sections_box, self.sections_box.text(),
             self.tr("The whole analysis as data, in a workbook (xlsx) or as json: every heading "
                     "of the reports, and which of them belong together, why, and which are new")),
            (self.columns_box, self.columns_box.text(),
             self.tr("Otherwise each format has the columns that suit it")),
            (self.columns_list, self.tr("Columns"), self.tr("Ticked ones are written, in this "
                                                             "order")),
            (self.template_button, self.tr("Choose a template"),
             self.tr("A docx or dotx of your office; names in double braces are filled in")),
            (self.save_button, self.tr("Save the template of the program"),
             self.tr("Writes the program's own template, to be edited in Word")),
        ):  # fmt: skip
            field.setAccessibleName(name)
            field.setToolTip(tip)
        for box in self.verdict_boxes.values():
            box.setToolTip(self.tr("Untick to leave promises with this verdict out"))

    def _wire(self) -> None:
        self.columns_box.toggled.connect(self.columns_list.setVisible)
        self.template_button.clicked.connect(self._choose_template)
        self.save_button.clicked.connect(self._save_template)

    def set_format(self, ending: str) -> None:
        """Show what a format can have."""
        if self._form is not None:
            self._form.setRowVisible(self._template_row, ending == "docx")
        self.sections_box.setEnabled(ending in _WITH_SECTIONS)
        self.columns_box.setEnabled(ending not in _WITHOUT_COLUMNS)
        self.columns_list.setEnabled(ending not in _WITHOUT_COLUMNS)

    def _say_template(self) -> None:
        name = Path(self._template).name
        self.template_name.setText(name or self.tr("The program's own"))
        self.template_name.setTextFormat(Qt.TextFormat.PlainText)

    def _choose_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("Template"),
            self._template,
            self.tr("Word files") + " (*.docx *.dotx)",
        )
        self.use_template(name)

    def use_template(self, path: str) -> None:
        """Fill this template from now on; "" is the program's own."""
        self._template = path
        self._say_template()

    def _save_template(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the template"), self.tr("template") + ".docx", "docx (*.docx)"
        )
        if name:
            path = Path(name)
            self.template_wanted.emit(path if path.suffix else Path(f"{name}.docx"))

    def options(self, language: str) -> HandoutOptions:
        """Return what was chosen."""
        ticked = frozenset(one for one, box in self.verdict_boxes.items() if box.isChecked())
        items = [self.columns_list.item(row) for row in range(self.columns_list.count())]
        columns = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )
        scope = self.scope_box.currentData()
        return HandoutOptions(
            language=language,
            columns=columns if self.columns_box.isChecked() else (),
            verdicts=frozenset() if len(ticked) == len(self.verdict_boxes) else ticked,
            marked_only=scope == _MARKED,
            promises=frozenset(self._shown.ids) if self._shown and scope == _SHOWN else None,
            evidence=self.evidence_box.isChecked(),
            charts=self.charts_box.isChecked(),
            audit=self.audit_box.isChecked(),
            sections=self.sections_box.isChecked() and self.sections_box.isEnabled(),
            template=self._template,
            verdict_words=own_verdicts(),
        )

    def together(self) -> tuple[ReportId, ...]:
        """Return the reports that go into one file, where the promises are of more than one."""
        if self._shown is None or self.scope_box.currentData() != _SHOWN:
            return ()
        return self._shown.reports if len(self._shown.reports) > 1 else ()

    def anything_chosen(self) -> bool:
        """Tell whether a verdict is ticked: without one nothing would be left."""
        return any(box.isChecked() for box in self.verdict_boxes.values())
