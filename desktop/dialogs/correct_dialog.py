"""Sets right what the program took from the head of a report: region, year, kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.models.words import entry_name, kind_name
from tracker.model.library import Detail, MetadataCorrection, ReportEntry
from tracker.model.report import Region, ReportKind

_YEARS = (1977, 2100)
"""Years that can be chosen; the first one stands for an unknown year."""


class CorrectDialog(QDialog):
    """Three fields; what is left as it was is not corrected.

    Args:
        entry: The report.
        parent: Window.
    """

    def __init__(self, entry: ReportEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._regions: dict[str, Region] = {}
        self.setWindowTitle(self.tr("Correct details: {0}").format(entry_name(entry)))
        self.region_edit = QLineEdit(entry.region_name, self)
        self.region_edit.setClearButtonEnabled(True)
        self.region_edit.setPlaceholderText(self.tr("Unknown"))
        self.year_box = QSpinBox(self)
        self.year_box.setRange(*_YEARS)
        self.year_box.setSpecialValueText(self.tr("Unknown"))
        self.year_box.setValue(entry.year or _YEARS[0])
        self.kind_box = QComboBox(self)
        for kind in ReportKind:
            self.kind_box.addItem(kind_name(kind), kind)
        self.kind_box.setCurrentIndex(list(ReportKind).index(entry.kind))
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.button(standard.Ok).setText(self.tr("Correct"))
        self.buttons.button(standard.Cancel).setText(self.tr("Cancel"))
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Region"), self.region_edit)
        form.addRow(self.tr("Year it plans for"), self.year_box)
        form.addRow(self.tr("Kind"), self.kind_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(460)
        self.region_edit.textChanged.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._check()

    def set_regions(self, regions: tuple[Region, ...]) -> None:
        """Offer these regions while a name is typed."""
        self._regions = {region.name: region for region in regions}
        completer = QCompleter(list(self._regions), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        self.region_edit.setCompleter(completer)
        self._check()

    def _region(self) -> Region | None:
        """Return the region that is named; a last part that only one region has is enough."""
        name = self.region_edit.text().strip()
        found = self._regions.get(name)
        if found is None and name:
            ending = [r for full, r in self._regions.items() if full.endswith(name)]
            found = ending[0] if len(ending) == 1 else None
        return found

    def _check(self) -> None:
        name = self.region_edit.text().strip()
        known = name in ("", self._entry.region_name) or self._region() is not None
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(known)
        self.hint.setText(
            self.tr("Which reports answer a promise follows from region and year.")
            if known
            else self.tr("No region, or more than one, is called so; choose one from the list.")
        )

    def correction(self) -> MetadataCorrection:
        """Return what differs from the report as it was."""
        entry, unknown = self._entry, []
        name = self.region_edit.text().strip()
        region = self._region() if name != entry.region_name else None
        if entry.region_name and not name:
            unknown.append(Detail.REGION)
        year = self.year_box.value() if self.year_box.value() > _YEARS[0] else None
        if entry.year and year is None:
            unknown.append(Detail.YEAR)
        kind = ReportKind(self.kind_box.currentData())
        return MetadataCorrection(
            region=region,
            year=year if year != entry.year else None,
            kind=kind if kind is not entry.kind else None,
            unknown=tuple(unknown),
        )
