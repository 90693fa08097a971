"""What a report says of itself (title, region, year, kind, date), to be set right in place."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.models.words import kind_name
from desktop.widgets.region_field import RegionField
from tracker.model.library import Detail, MetadataCorrection
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from tracker.model.draft import Draft
    from tracker.model.report import Metadata, Region

_YEARS = (1949, 2100)
"""Years that can be given."""


class DetailsForm(QWidget):
    """Two rows of fields; each is taken over when it is left.

    Signals:
        corrected(MetadataCorrection): A field says something else now.
        encoding_chosen(str): The text shall be read in this encoding; "" finds it out.
    """

    corrected = Signal(object)
    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meta: Metadata | None = None
        self._draft: Draft | None = None
        self.title_edit = QLineEdit(self)
        self.region_edit = RegionField(self)
        self.year_edit = QLineEdit(self)
        self.year_edit.setValidator(QIntValidator(*_YEARS, self))
        self.kind_box = QComboBox(self)
        self.date_edit = QLineEdit(self)
        self.encoding_box = QComboBox(self)
        self._labels = {
            name: QLabel(self) for name in ("title", "region", "year", "kind", "date", "encoding")
        }
        fields = {
            "title": self.title_edit,
            "region": self.region_edit,
            "year": self.year_edit,
            "kind": self.kind_box,
            "date": self.date_edit,
            "encoding": self.encoding_box,
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        places = {
            "title": (0, 0),
            "kind": (0, 2),
            "encoding": (0, 4),
            "region": (1, 0),
            "year": (1, 2),
            "date": (1, 4),
        }
        for name, (row, column) in places.items():
            self._labels[name].setBuddy(fields[name])
            grid.addWidget(self._labels[name], row, column)
            grid.addWidget(fields[name], row, column + 1)
        for column, stretch in ((1, 4), (3, 2), (5, 2)):
            grid.setColumnStretch(column, stretch)
        for first, then in zip(
            ("title", "kind", "encoding", "region", "year"),
            ("kind", "encoding", "region", "year", "date"),
            strict=True,
        ):
            QWidget.setTabOrder(fields[first], fields[then])
        self.title_edit.editingFinished.connect(self._on_title)
        self.region_edit.editingFinished.connect(self._on_region)
        self.year_edit.editingFinished.connect(self._on_year)
        self.kind_box.activated.connect(self._on_kind)
        self.date_edit.editingFinished.connect(self._on_date)
        self.encoding_box.activated.connect(self._on_encoding)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        blocked = QSignalBlocker(self.kind_box)
        self.kind_box.clear()
        for kind in ReportKind:
            self.kind_box.addItem(kind_name(kind), kind)
        blocked.unblock()
        self.year_edit.setPlaceholderText(self.tr("Unknown"))
        self.date_edit.setPlaceholderText(self.tr("yyyy-mm-dd"))
        self.title_edit.setPlaceholderText(self.tr("Unknown"))
        self.set_draft(self._draft)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def set_regions(self, regions: tuple[Region, ...]) -> None:
        """Offer these regions while a name is typed."""
        self.region_edit.set_regions(regions)

    def set_draft(self, draft: Draft | None) -> None:
        """Show the head of a draft."""
        self._draft = draft
        report = draft.report if draft else None
        meta = self._meta = report.meta if report else None
        for field in (
            self.title_edit,
            self.region_edit,
            self.year_edit,
            self.kind_box,
            self.date_edit,
        ):
            field.setEnabled(meta is not None)
        blocked = QSignalBlocker(self.kind_box)
        self.title_edit.setText(meta.title if meta else "")
        self.title_edit.setCursorPosition(0)
        self.region_edit.set_name(meta.region.name if meta and meta.region else "")
        self.year_edit.setText(str(meta.year) if meta and meta.year else "")
        kind = meta.kind if meta else ReportKind.OTHER
        self.kind_box.setCurrentIndex(list(ReportKind).index(kind))
        self.date_edit.setText(meta.date.isoformat() if meta and meta.date else "")
        blocked.unblock()
        self._fill_encodings(draft)
        self._say_labels()

    def _fill_encodings(self, draft: Draft | None) -> None:
        self.encoding_box.clear()
        offered = draft.encodings if draft else ()
        self.encoding_box.setEnabled(bool(offered))
        if draft is None or not offered:
            self.encoding_box.addItem(self.tr("As in the file"), "")
            return
        found = draft.source.encoding if draft.source and not draft.encoding else ""
        words = self.tr("Found out: {0}").format(found) if found else self.tr("Find it out")
        self.encoding_box.addItem(words, "")
        for name in offered:
            self.encoding_box.addItem(name, name)
        self.encoding_box.setCurrentIndex(max(0, self.encoding_box.findData(draft.encoding)))

    def _say_labels(self) -> None:
        """Name the fields; those that a person set right carry a dot."""
        said = self._draft.corrections.metadata.given() if self._draft else {}
        words = {
            "title": self.tr("Title"),
            "region": self.tr("Region"),
            "year": self.tr("Year"),
            "kind": self.tr("Kind"),
            "date": self.tr("Date"),
            "encoding": self.tr("Encoding"),
        }
        for name, label in self._labels.items():
            by_hand = name in said or (name == "encoding" and self._draft and self._draft.encoding)
            label.setText(f"{words[name]} ●" if by_hand else words[name])
            label.setToolTip(self.tr("Set right by hand") if by_hand else "")

    def _say(self, correction: MetadataCorrection) -> None:
        self.corrected.emit(correction)

    def _on_title(self) -> None:
        title = self.title_edit.text().strip()
        if self._meta is not None and title != self._meta.title:
            self._say(MetadataCorrection(title=title))

    def _on_region(self) -> None:
        meta = self._meta
        if meta is None:
            return
        before = meta.region.name if meta.region else ""
        if not self.region_edit.is_known():
            self.region_edit.set_name(before)
            return
        name, region = self.region_edit.text().strip(), self.region_edit.region()
        if before and not name:
            self._say(MetadataCorrection(unknown=(Detail.REGION,)))
        elif region is not None and region.name != before:
            self._say(MetadataCorrection(region=region))

    def _on_year(self) -> None:
        text = self.year_edit.text().strip()
        year = int(text) if text.isdigit() else None
        if self._meta is None or year == self._meta.year:
            return
        unknown = () if year else (Detail.YEAR,)
        self._say(MetadataCorrection(year=year, unknown=unknown))

    def _on_kind(self) -> None:
        kind = ReportKind(self.kind_box.currentData())
        if self._meta is not None and kind is not self._meta.kind:
            self._say(MetadataCorrection(kind=kind))

    def _on_date(self) -> None:
        meta, text = self._meta, self.date_edit.text().strip()
        if meta is None:
            return
        before = meta.date.isoformat() if meta.date else ""
        if text == before:
            return
        if not text:
            self._say(MetadataCorrection(unknown=(Detail.DATE,)))
            return
        try:
            self._say(MetadataCorrection(date=datetime.date.fromisoformat(text)))
        except ValueError:
            self.date_edit.setText(before)

    def _on_encoding(self) -> None:
        if self._draft is not None and self.encoding_box.currentData() != self._draft.encoding:
            self.encoding_chosen.emit(self.encoding_box.currentData())
