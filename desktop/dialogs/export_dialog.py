"""What to export: whose promises, judged by what, as which kind of file, in which language."""

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.export_scope import ExportScope
from desktop.jobs.catalog import ExportOrder, export, save_template
from desktop.jobs.job import Job
from desktop.models.promise_desk import ShownPromises
from desktop.models.words import entry_names, say
from desktop.notice import Notice, Tone
from desktop.session import EXPORTING, Session, without_context
from desktop.widgets.documents import documents
from desktop.widgets.report_box import ReportBox
from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry

FORMATS = ("xlsx", "docx", "pdf", "html", "csv", "json", "md")


def _numbered(path: Path) -> Iterator[Path]:
    """Return a path, then the same with a number after its name."""
    yield path
    for n in count(2):
        yield path.with_name(f"{path.stem} ({n}){path.suffix}")


class ExportDialog(QDialog):
    """Collects an ``ExportOrder``; ``hand_over`` has it written."""

    def __init__(
        self,
        session: Session,
        earlier: ReportId | None,
        parent: QWidget | None = None,
        shown: ShownPromises | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._wished, self._offered = Path(), ""
        self.setWindowTitle(self.tr("Export the tracking table"))
        self.earlier_box = ReportBox(self)
        self.later_list = QListWidget(self)
        self.scope = ExportScope(self, shown)
        self.format_box = QComboBox(self)
        self.language_box = QComboBox(self)
        self.path_edit = QLineEdit(self)
        self.path_edit.setAccessibleName(self.tr("File that is written"))
        self.path_edit.setToolTip(self.tr("Where the table goes, and under which name"))
        self.browse_button = QPushButton(self.tr("Choose…"), self)
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.export_button = self.buttons.addButton(
            self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._build()
        self._fill(earlier)
        self._wire()
        self.scope.set_format(FORMATS[0])
        self._on_scope()

    def _build(self) -> None:
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        path = QHBoxLayout()
        path.setSpacing(8)
        path.addWidget(self.path_edit, 1)
        path.addWidget(self.browse_button)
        self.later_list.setFixedHeight(84)
        for words, field in (
            (self.tr("Promises of"), self.earlier_box),
            (self.tr("Judged by"), self.later_list),
            (self.tr("Format"), self.format_box),
            (self.tr("Language"), self.language_box),
        ):
            form.addRow(words, field)
        form.addRow(self.tr("File"), path)
        self.scope.add_to(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(560)

    def _fill(self, earlier: ReportId | None) -> None:
        self.earlier_box.set_entries(self._session.entries)
        self.earlier_box.choose(earlier or self._session.entries[0].id)
        names = (
            self.tr("Excel workbook"),
            self.tr("Word document"),
            self.tr("PDF"),
            self.tr("Web page"),
            self.tr("Table as text"),
            self.tr("Data"),
            self.tr("Table for wikis"),
        )
        for name, ending in zip(names, FORMATS, strict=True):
            self.format_box.addItem(f"{name} (.{ending})", ending)
        self.language_box.addItem("简体中文", "zh")
        self.language_box.addItem("English", "en")
        chinese = QLocale().language() == QLocale.Language.Chinese
        self.language_box.setCurrentIndex(0 if chinese else 1)
        self._fill_laters()
        self._propose(Path(documents()) / f"{self._stem()}.{FORMATS[0]}")

    def _propose(self, path: Path) -> None:
        """Offer a name that no file has: an older export is replaced only when it is asked for."""
        free = next(one for one in _numbered(path) if not one.exists())
        self._wished, self._offered = path, str(free)
        self.path_edit.setText(str(free))

    def _named(self) -> Path:
        """Return the file that is named, without the number that a taken name got."""
        typed = self.path_edit.text()
        return self._wished if typed == self._offered else Path(typed)

    def _stem(self) -> str:
        together = self.scope.together()
        if together:
            n = len(together)
            return say(Message(f"对账 {n}份报告", f"Promises of {n} reports"))
        return say(Message("对账 ", "Promises ")) + self.earlier_box.currentText().replace(
            "  ", " "
        ).replace("/", "-")

    def _earlier(self) -> ReportEntry | None:
        return self._session.entry(self.earlier_box.chosen())

    def _fill_laters(self) -> None:
        """List what may answer: the same region first, the next year ticked."""
        self.later_list.clear()
        earlier = self._earlier()
        if earlier is None:
            return
        tracked = self._session.tracking
        chosen = (
            {r.id for r in tracked.laters}
            if tracked and tracked.earlier.id == earlier.id
            else self._next_ones(earlier)
        )
        others = [e for e in self._session.entries if e.id != earlier.id]
        others.sort(key=lambda e: (e.region_code != earlier.region_code, e.year or 0, e.name))
        names = entry_names(self._session.entries)
        for entry in others:
            item = QListWidgetItem(names[entry.id], self.later_list)
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = entry.id in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _next_ones(self, earlier: ReportEntry) -> set[ReportId]:
        after = [
            e
            for e in self._session.entries
            if earlier.year
            and e.year
            and e.year > earlier.year
            and e.region_code == earlier.region_code
        ]
        year = min((e.year or 0 for e in after), default=0)
        return {e.id for e in after if e.year == year}

    def _wire(self) -> None:
        self.earlier_box.currentIndexChanged.connect(self._on_earlier)
        self.format_box.currentIndexChanged.connect(self._on_format)
        self.later_list.itemChanged.connect(self._check)
        for box in self.scope.verdict_boxes.values():
            box.toggled.connect(self._check)
        self.scope.scope_box.currentIndexChanged.connect(self._on_scope)
        self.scope.template_wanted.connect(self._save_template)
        self.path_edit.textChanged.connect(self._check)
        self.browse_button.clicked.connect(self._browse)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _on_earlier(self) -> None:
        self._fill_laters()
        self._rename()

    def _rename(self) -> None:
        old = Path(self.path_edit.text())
        self._propose(old.with_name(f"{self._stem()}{old.suffix}"))

    def _on_scope(self) -> None:
        """Promises of several reports need no choice of one."""
        alone = not self.scope.together()
        if self.earlier_box.isHidden() == alone:
            self._form.setRowVisible(self.earlier_box, alone)
            self._form.setRowVisible(self.later_list, alone)
            self._rename()
        self._check()

    def _on_format(self) -> None:
        self._propose(self._named().with_suffix(f".{self.format_box.currentData()}"))
        self.scope.set_format(str(self.format_box.currentData()))
        # Qt makes room for the row of templates by squeezing the others.
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _browse(self) -> None:
        ending = self.format_box.currentData()
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to"), self.path_edit.text(), f"{ending} (*.{ending})"
        )
        if name:
            path = Path(name)
            self.path_edit.setText(name if path.suffix else f"{name}.{ending}")

    def laters(self) -> tuple[ReportId, ...]:
        """Return the documents that are ticked."""
        items = [self.later_list.item(row) for row in range(self.later_list.count())]
        return tuple(
            ReportId(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _check(self) -> None:
        """Say what is missing; without a path nothing can be written."""
        path = Path(self.path_edit.text().strip())
        ready = path.suffix[1:] in FORMATS and path.parent.is_dir()
        chosen = self.scope.anything_chosen()
        self.export_button.setEnabled(ready and chosen)
        if not chosen:
            self.hint.setText(self.tr("Tick a verdict: without one nothing is left to export."))
        elif not ready:
            self.hint.setText(self.tr("Choose a file in a folder that exists."))
        elif path.exists():
            self.hint.setText(self.tr("The file exists and will be replaced."))
        elif self.scope.together():
            self.hint.setText(
                self.tr("One file for all reports shown, each judged by those that follow it.")
            )
        elif not self.laters():
            self.hint.setText(
                self.tr("Nothing is ticked: every promise will be given as not yet due.")
            )
        else:
            self.hint.setText(self.tr("Marks and notes of people are exported with it."))

    def order(self) -> ExportOrder:
        """Return what was chosen."""
        return ExportOrder(
            Path(self.path_edit.text().strip()),
            ReportId(self.earlier_box.chosen()),
            self.laters(),
            self.scope.options(str(self.language_box.currentData())),
            self.scope.together(),
        )

    def hand_over(self) -> None:
        """Have it written."""
        workspace = self._session.workspace
        if workspace is not None:
            work = partial(export, workspace, self.order())
            self._session.runner.submit(Job("", EXPORTING, work), self._on_exported)

    def _on_exported(self, path: Path) -> None:
        told = Message(f"已导出：{path}", f"Exported: {path}")
        self._session.noticed.emit(Notice(Tone.DONE, told, path))

    def _save_template(self, path: Path) -> None:
        """Write the program's template for Word documents, to be edited."""
        work = without_context(partial(save_template, path))
        self._session.runner.submit(Job("", EXPORTING, work, quiet=True), self._on_template)

    def _on_template(self, path: Path) -> None:
        told = Message(f"模板已保存：{path}", f"Template saved: {path}")
        self._session.noticed.emit(Notice(Tone.DONE, told, path))
        self.scope.use_template(str(path))
