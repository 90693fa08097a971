"""What a report says of itself (title, region, year, kind, date), to be set right in place."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.models.words import kind_name
from desktop.widgets.region_field import RegionField
from tracker.model.library import Detail, MetadataCorrection
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.model.draft import Draft
    from tracker.model.report import Metadata, Region

_YEARS = (1949, 2100)
"""Years that can be given."""
_DAY = ("year", "month", "day")


class DetailsForm(QWidget):
    """Two rows of fields; each is taken over when it is left.

    Signals:
        corrected(MetadataCorrection): A field says something else now.
        encoding_chosen(str): The text shall be read in this encoding; "" finds it out.
        edited(): Something is being typed that is not taken over yet, or is so no longer.
    """

    corrected = Signal(object)
    encoding_chosen = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meta: Metadata | None = None
        self._draft: Draft | None = None
        self.title_edit = QLineEdit(self)
        self.region_edit = RegionField(self)
        self.year_edit = QLineEdit(self)
        self.year_edit.setMaxLength(4)
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
        self.complaint = QLabel(self)
        self.complaint.setObjectName("complaint")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        grid.addWidget(self.complaint, 2, 1, 1, 5)
        self._typed: dict[QLineEdit, Callable[[], None]] = {
            self.title_edit: self._on_title,
            self.region_edit: self._on_region,
            self.year_edit: self._on_year,
            self.date_edit: self._on_date,
        }
        for field, take in self._typed.items():
            field.setAcceptDrops(False)  # a file that is dropped is a report, wherever it lands
            field.editingFinished.connect(take)
            field.editingFinished.connect(self.edited)
            field.textEdited.connect(self._on_edited)
        self.kind_box.activated.connect(self._on_kind)
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

    def commit(self) -> None:
        """Take over what was typed into a field that was not left yet."""
        for field, take in self._typed.items():
            if field.isModified():
                take()

    def is_edited(self) -> bool:
        """Tell whether something was typed that is not taken over yet."""
        return any(field.isModified() for field in self._typed)

    def _on_edited(self) -> None:
        self._complain("")
        self.edited.emit()

    def _complain(self, words: str) -> None:
        """Say why what was typed cannot be taken over; "" takes it back."""
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))

    def _is_being_typed(self, field: QLineEdit) -> bool:
        """Tell whether a person is at work in a field; what was worked out must not disturb."""
        return field.hasFocus() and field.isModified()

    def set_draft(self, draft: Draft | None, *, editable: bool = True) -> None:
        """Show the head of a draft; what is being typed about the same one is left alone."""
        same = bool(draft and self._draft and draft.data == self._draft.data)
        if not same:
            self._complain("")
            for edit in self._typed:
                edit.setModified(False)
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
            field.setEnabled(meta is not None and editable)
        blocked = QSignalBlocker(self.kind_box)
        self._fill(self.title_edit, meta.title if meta else "")
        self.region_edit.set_known(meta.region.name if meta and meta.region else "")
        self._fill(self.region_edit, meta.region.name if meta and meta.region else "")
        self._fill(self.year_edit, str(meta.year) if meta and meta.year else "")
        self._fill(self.date_edit, meta.date.isoformat() if meta and meta.date else "")
        kind = meta.kind if meta else ReportKind.OTHER
        self.kind_box.setCurrentIndex(list(ReportKind).index(kind))
        blocked.unblock()
        self._fill_encodings(draft)
        self.encoding_box.setEnabled(self.encoding_box.isEnabled() and editable)
        self._say_labels()

    def _fill(self, field: QLineEdit, text: str) -> None:
        """Show a value, unless the person is typing another one."""
        if not self._is_being_typed(field):
            field.setText(text)
            field.setCursorPosition(0)

    def _fill_encodings(self, draft: Draft | None) -> None:
        self.encoding_box.clear()
        offered = draft.encodings if draft else ()
        self.encoding_box.setEnabled(bool(offered))
        if draft is None or not offered:
            self.encoding_box.addItem(self.tr("As in the file"), "")
            return
        found = draft.source.encoding if draft.source and not draft.encoding else ""
        words = self.tr("Detected: {0}").format(found) if found else self.tr("Find it out")
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
            marked = f"{words[name]} ●"
            label.setText(marked if by_hand else words[name])
            # Room for the dot at all times: fields must not move when one is set right.
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(marked))
            label.setToolTip(self.tr("Set right by hand") if by_hand else "")

    def _say(self, correction: MetadataCorrection) -> None:
        self.corrected.emit(correction)

    def _on_title(self) -> None:
        self.title_edit.setModified(False)
        title = self.title_edit.text().strip()
        if self._meta is not None and title != self._meta.title:
            self._say(MetadataCorrection(title=title))

    def _on_region(self) -> None:
        meta = self._meta
        self.region_edit.setModified(False)
        if meta is None:
            return
        before = meta.region.name if meta.region else ""
        name = self.region_edit.text().strip()
        if not self.region_edit.is_known():
            self._complain(
                self.tr("“{0}” names no region, or more than one; choose from the list.").format(
                    name
                )
            )
            self.region_edit.setText(before)
            return
        region = self.region_edit.region()
        if before and not name:
            self._say(MetadataCorrection(unknown=(Detail.REGION,)))
        elif region is not None:
            self.region_edit.setText(region.name)
            if region.name != before:
                self._say(MetadataCorrection(region=region))

    def _on_year(self) -> None:
        meta, text = self._meta, self.year_edit.text().strip()
        self.year_edit.setModified(False)
        if meta is None:
            return
        year = int(text) if text.isdecimal() else None
        if text and (year is None or not _YEARS[0] <= year <= _YEARS[1]):
            self._complain(self.tr("“{0}” is no year between {1} and {2}.").format(text, *_YEARS))
            self.year_edit.setText(str(meta.year) if meta.year else "")
        elif year != meta.year:
            unknown = () if year else (Detail.YEAR,)
            self._say(MetadataCorrection(year=year, unknown=unknown))

    def _on_kind(self) -> None:
        kind = ReportKind(self.kind_box.currentData())
        if self._meta is not None and kind is not self._meta.kind:
            self._say(MetadataCorrection(kind=kind))

    def _on_date(self) -> None:
        meta, text = self._meta, self.date_edit.text().strip()
        self.date_edit.setModified(False)
        if meta is None:
            return
        before = meta.date.isoformat() if meta.date else ""
        day = _day(text)
        if text and day is None:
            self._complain(self.tr("“{0}” is no date; write it as 2023-01-07.").format(text))
            self.date_edit.setText(before)
        elif day is not None and day != meta.date:
            self._say(MetadataCorrection(date=day))
        elif before and not text:
            self._say(MetadataCorrection(unknown=(Detail.DATE,)))

    def _on_encoding(self) -> None:
        if self._draft is not None and self.encoding_box.currentData() != self._draft.encoding:
            self.encoding_chosen.emit(self.encoding_box.currentData())


def _day(text: str) -> datetime.date | None:
    """Return the day that is written as 2023-01-07, 2023.1.7, 2023/1/7 or 2023年1月7日."""
    parts = re.findall(r"\d+", text)
    try:
        return datetime.date(*map(int, parts)) if len(parts) == len(_DAY) else None
    except ValueError:
        return None
