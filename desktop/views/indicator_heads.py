"""The row above the indicators: whose, of which year, in what order, and words to filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.models.indicator_rows import RowOrder
from desktop.models.roles import DataRole
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.quiet_box import QuietBox
from desktop.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.series_choice import Scope

_MOST_LINES = 24
_WIDEST = 300


class IndicatorHeads(QWidget):
    """Boxes for reports, year and order, and a line to filter by.

    Signals:
        scope_chosen(str): Other reports were chosen; the key of their scope.
        year_chosen(int): Another year to compare regions in.
        order_chosen(): Another order was chosen.
        names_chosen(bool): All names are wanted, or those of the vocabulary alone.
    """

    scope_chosen = Signal(str)
    year_chosen = Signal(int)
    order_chosen = Signal()
    names_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope_box = SearchBox(self)
        self.year_box, self.order_box = QuietBox(self), QuietBox(self)
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.all_names = QCheckBox(self)
        self.told = QLabel(self)
        self.told.setObjectName("muted")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        for box, least in ((self.scope_box, 170), (self.year_box, 70), (self.order_box, 120)):
            box.setMinimumWidth(least)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            bar.addWidget(box)
        self.scope_box.setMaxVisibleItems(_MOST_LINES)
        self.scope_box.setMaximumWidth(_WIDEST)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.all_names)
        bar.addWidget(self.told)
        self.scope_box.activated.connect(
            lambda _: self.scope_chosen.emit(str(self.scope_box.currentData() or ""))
        )
        self.year_box.activated.connect(
            lambda _: self.year_chosen.emit(int(self.year_box.currentData() or 0))
        )
        self.order_box.activated.connect(self.order_chosen)
        self.all_names.toggled.connect(self.names_chosen)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        order = self.order()
        self.order_box.clear()
        self.order_box.addItem(self.tr("Main goals first"), RowOrder.MAIN)
        self.order_box.addItem(self.tr("By name"), RowOrder.NAME)
        self.order_box.addItem(self.tr("Most moved goals first"), RowOrder.MOVED)
        self.order_box.addItem(self.tr("Most missed goals first"), RowOrder.SHORT)
        self.order_box.setCurrentIndex(list(RowOrder).index(order))
        self.all_names.setText(self.tr("All names"))
        tips = (
            (self.scope_box, self.tr("The years of a region, or the regions of a year")),
            (self.year_box, self.tr("The year that goals and results are of")),
            (self.order_box, self.tr("What the indicators are sorted by")),
            (self.filter, self.tr("Show only indicators with these words")),
            (
                self.all_names,
                self.tr(
                    "Also figures whose name is not in the program's list of indicators, "
                    "under the words of the text"
                ),
            ),
        )
        for widget, tip in tips:
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        self.filter.setPlaceholderText(self.tr("Filter indicators"))

    def order(self) -> RowOrder:
        """Return what the indicators are sorted by."""
        return list(RowOrder)[max(0, self.order_box.currentIndex())]

    def set_scopes(self, offered: Sequence[Scope], chosen: Scope | None) -> None:
        """Offer these tables, regions before years."""
        self.scope_box.clear()
        for n, one in enumerate(offered):
            if one.year is not None and n and offered[n - 1].year is None:
                self.scope_box.insertSeparator(self.scope_box.count())
            self.scope_box.addItem(self._called(one), one.key)
            self.scope_box.setItemData(self.scope_box.count() - 1, one.spelled, DataRole.SPELLED)
        self.choose(chosen)

    def choose(self, scope: Scope | None) -> None:
        """Choose reports; None leaves nothing chosen."""
        self.scope_box.setCurrentIndex(self.scope_box.findData(scope.key) if scope else -1)

    def set_years(self, years: Sequence[int], chosen: int | None) -> None:
        """Offer years to compare regions in; None hides the choice."""
        self.year_box.clear()
        for year in years:
            self.year_box.addItem(str(year), year)
        self.year_box.setCurrentIndex(self.year_box.findData(chosen))
        self.year_box.setVisible(chosen is not None)

    def say_count(self, shown: int, total: int) -> None:
        """Say how many indicators there are."""
        self.told.setText(
            self.tr("{0} of {1} indicators").format(shown, total)
            if shown < total
            else self.tr("Indicators: {0}").format(total)
        )

    def _called(self, scope: Scope) -> str:
        if scope.year is not None:
            return self.tr("{0} ({1} regions)").format(scope.name, scope.years)
        return self.tr("{0} ({1} reports)").format(scope.name, len(scope.ids))
