"""The row above the topics: which reports, which part, in what order, and words to filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.models.roles import DataRole
from desktop.models.topic_rows import TopicOrder
from desktop.models.words import name_of
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.quiet_box import QuietBox
from desktop.widgets.search_box import SearchBox
from tracker.model.alignment import AlignmentPart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.topic_choice import Family

_PARTS = (AlignmentPart.PLAN, AlignmentPart.REVIEW, AlignmentPart.OUTLOOK)
_MOST_LINES = 24
"""Lines of the open list of regions and years."""
_WIDEST = 300


class TopicHeads(QWidget):
    """Boxes for reports, part and order, and a line to filter by.

    Signals:
        family_chosen(str): Other reports were chosen; the key of their family.
        part_chosen(): Another part was chosen.
        order_chosen(): Another order was chosen.
    """

    family_chosen = Signal(str)
    part_chosen = Signal()
    order_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family_box = SearchBox(self)
        self.part_box, self.order_box = QuietBox(self), QuietBox(self)
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.told = QLabel(self)
        self.told.setObjectName("muted")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        for box, least in ((self.family_box, 170), (self.part_box, 100), (self.order_box, 120)):
            box.setMinimumWidth(least)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            bar.addWidget(box)
        self.family_box.setMaxVisibleItems(_MOST_LINES)
        self.family_box.setMaximumWidth(_WIDEST)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.told)
        self.family_box.activated.connect(self._on_family)
        self.part_box.activated.connect(self.part_chosen)
        self.order_box.activated.connect(self.order_chosen)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        part, order = self.part(), self.order()
        for box in (self.part_box, self.order_box):
            box.clear()
        for one in _PARTS:
            self.part_box.addItem(name_of(one), one)
        self.choose_part(part)
        self.order_box.addItem(self.tr("As in the last report"), TopicOrder.LATEST)
        self.order_box.addItem(self.tr("By first appearance"), TopicOrder.APPEARANCE)
        self.order_box.addItem(self.tr("Most text first"), TopicOrder.SIZE)
        self.order_box.addItem(self.tr("Most changed first"), TopicOrder.CHANGE)
        self.order_box.setCurrentIndex(list(TopicOrder).index(order))
        tips = (
            (self.family_box, self.tr("The years of a region, or the regions of a year")),
            (self.part_box, self.tr("Which part of the reports")),
            (self.order_box, self.tr("What the topics are sorted by")),
            (self.filter, self.tr("Show only topics with these words in a heading")),
        )
        for widget, tip in tips:
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        self.filter.setPlaceholderText(self.tr("Filter topics"))

    def part(self) -> AlignmentPart:
        """Return which part is followed; Qt hands string enumerations out as bare strings."""
        chosen = self.part_box.currentData()
        return AlignmentPart(chosen) if chosen else AlignmentPart.PLAN

    def choose_part(self, part: AlignmentPart) -> None:
        """Choose a part."""
        self.part_box.setCurrentIndex(_PARTS.index(part))

    def restore(self, part: str, order: str) -> None:
        """Choose part and order by what they are kept as; "" chooses what is usual."""
        self.choose_part(next((one for one in _PARTS if one.value == part), AlignmentPart.PLAN))
        values = [one.value for one in TopicOrder]
        self.order_box.setCurrentIndex(values.index(order) if order in values else 0)

    def order(self) -> TopicOrder:
        """Return what the topics are sorted by."""
        return list(TopicOrder)[max(0, self.order_box.currentIndex())]

    def set_families(self, offered: Sequence[Family], chosen: Family | None) -> None:
        """Offer these reports, regions before years."""
        self.family_box.clear()
        for n, one in enumerate(offered):
            if one.one_year and n and not offered[n - 1].one_year:
                self.family_box.insertSeparator(self.family_box.count())
            self.family_box.addItem(self._called(one), one.key)
            at = self.family_box.count() - 1
            self.family_box.setItemData(at, one.spelled, DataRole.SPELLED)
        self.choose(chosen)

    def choose(self, family: Family | None) -> None:
        """Choose reports; None leaves nothing chosen."""
        at = self.family_box.findData(family.key) if family is not None else -1
        self.family_box.setCurrentIndex(at)

    def say_count(self, shown: int, total: int) -> None:
        """Say how many topics there are."""
        self.told.setText(
            self.tr("{0} of {1} topics").format(shown, total)
            if shown < total
            else self.tr("Topics: {0}").format(total)
        )

    def _on_family(self) -> None:
        self.family_chosen.emit(str(self.family_box.currentData() or ""))

    def _called(self, family: Family) -> str:
        if family.one_year:
            return self.tr("{0} ({1} reports)").format(family.name, len(family.entries))
        years = [entry.year or 0 for entry in family.entries]
        return self.tr("{0} {1}–{2} ({3} reports)").format(
            family.name, min(years), max(years), len(years)
        )
