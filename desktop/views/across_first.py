"""Who says a phrase first and how it spreads, and which phrases are new in a year."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from desktop.jobs import across as jobs
from desktop.models.across_regions import level_name
from desktop.models.across_table import AcrossTable
from desktop.models.across_texts import (
    LEVELS,
    phrase_heads,
    phrase_lines,
    spread_told,
    use_heads,
    use_lines,
    year_use_parts,
    year_use_tip,
)
from desktop.views.across_panel import AcrossPanel
from desktop.widgets.across_grid import AcrossGrid
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.quiet_box import QuietBox
from desktop.widgets.year_columns import YearColumn, YearColumns
from tracker.model.first_use import Spread, Use
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from desktop.session import Session
    from tracker.model.first_use import NewPhrase


class FirstPanel(AcrossPanel):
    """A phrase through years and levels; beside it the new phrases of a year to choose from."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "search", parent)
        self._spread: Spread | None = None
        self._new: tuple[NewPhrase, ...] = ()
        self.phrase = FilterLine(self)
        self.phrase.escape_clears = True
        self.phrase.setMinimumWidth(200)
        self.years = QuietBox(self)
        self.years.setMinimumWidth(96)
        self.new_title = QLabel(self)
        self.phrase_model = AcrossTable(self)
        self.phrases = AcrossGrid(self.phrase_model, self)
        self.nothing_new = QLabel(self)
        self.nothing_new.setObjectName("muted")
        self.nothing_new.setWordWrap(True)
        self.nothing_new.setContentsMargins(12, 8, 12, 8)
        self.nothing_new.hide()
        self.columns = YearColumns(self)
        self._build()
        self.phrase.returnPressed.connect(self._on_entered)
        self.years.activated.connect(self._ask_new)
        self.phrases.moved.connect(self._on_phrase)
        self.phrases.wanted.connect(self.enter_grid)
        self.columns.wanted.connect(lambda year: self.filter.setText(str(year)))
        self.grid.wanted.connect(self._open)
        self.retranslate()

    def _build(self) -> None:
        new = QWidget(self)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 8, 4)
        head.setSpacing(8)
        head.addWidget(self.new_title)
        head.addWidget(self.years)
        head.addStretch(1)
        left = QVBoxLayout(new)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.nothing_new)
        left.addWidget(self.phrases, 1)
        left.addStretch(0)
        uses = QWidget(self)
        right = QVBoxLayout(uses)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.columns)
        right.addWidget(self.grid, 1)
        body = QSplitter(Qt.Orientation.Horizontal, self)
        body.addWidget(new)
        body.addWidget(uses)
        body.setChildrenCollapsible(False)
        body.setStretchFactor(1, 1)
        body.setSizes([340, 720])
        self.finish(self.phrase, body=body)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.phrase.setPlaceholderText(self.tr("A phrase or a policy's name, then Enter"))
        tip = self.tr("The phrase whose first use is looked for; Enter looks for it")
        self.phrase.setToolTip(tip)
        self.phrase.setAccessibleName(tip)
        self.new_title.setText(self.tr("New in"))
        tip = self.tr(
            "Short phrases and names in quotation marks that two reports of this year have, and no "
            "report of an earlier year that is here"
        )
        for widget in (self.years, self.phrases, self.new_title):
            widget.setToolTip(tip)
        self.years.setAccessibleName(tip)
        self.phrases.setAccessibleName(self.tr("New phrases; Enter goes to those who say it"))
        self.grid.setAccessibleName(
            self.tr("Who says it, the first one first; Enter shows the sentence")
        )
        self.columns.setAccessibleName(
            self.tr("Years: the share of their reports that say it, by level")
        )
        self.nothing_new.setText(
            self.tr("No phrase that two reports of this year share is new in it.")
        )
        self._show()
        self.phrase_model.set_lines(phrase_heads(), phrase_lines(self._new))
        super().retranslate()

    def words(self) -> tuple[str, str]:
        """Return the title of the empty view, and what it says."""
        return self.tr("Who says it first"), self.tr(
            "Type a phrase above, or import the reports of several years: what is new in each "
            "stands here."
        )

    def leave_workspace(self) -> None:
        """Forget what was shown."""
        super().leave_workspace()
        self._spread, self._new = None, ()
        self.phrase_model.set_lines((), ())
        self.nothing_new.hide()
        self.years.clear()

    def say(self) -> None:
        """Show phrases and uses as soon as there is one of both."""
        super().say()
        if self.phrase_model.total():
            self.pages.setCurrentIndex(1)

    def enter(self) -> None:
        """Take over the years of the library, and find what is new in the last one."""
        kept = self.years.currentData()
        kinds = ReportKind.GOVERNMENT_WORK_REPORT, ReportKind.PLAN_REPORT
        counted = Counter(e.year for e in self._session.entries if e.year and e.kind in kinds)
        years = sorted(counted, reverse=True)
        self.years.clear()
        for year in years:
            self.years.addItem(str(year), year)
        # A year with one report can share nothing: the last one with two is looked at first.
        first = next((n for n, year in enumerate(years) if counted[year] > 1), 0)
        at = self.years.findData(kept)
        self.years.setCurrentIndex((at if at >= 0 else first) if years else -1)
        self._ask_new()
        if not self.model.rowCount():
            self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, phrase: str) -> None:
        """Find who says a phrase first."""
        self.phrase.setText(phrase)
        self._on_entered()

    def _ask_new(self) -> None:
        year = self.years.currentData()
        if year is None:
            self.say()
            return
        self.submit("new phrases", jobs.new_phrases, (int(year),), self._on_new)

    def _on_new(self, found: tuple[NewPhrase, ...]) -> None:
        self._new = found
        self.phrase_model.set_lines(phrase_heads(), phrase_lines(found))
        self.nothing_new.setVisible(not found)
        self.phrases.setVisible(bool(found))
        self.say()

    def _on_phrase(self, index: QModelIndex) -> None:
        if self.phrases.hasFocus():
            self.look_for(str(self.phrase_model.line(index).value))

    def _on_entered(self) -> None:
        phrase = self.phrase.text().strip()
        if phrase:
            self.filter.clear()
            self.submit("spread", jobs.spread, (phrase,), self._on_spread)

    def _on_spread(self, found: Spread) -> None:
        self._spread = found
        self._show()
        self.say()
        if self.phrase.hasFocus():
            self.enter_grid()

    def _show(self) -> None:
        found = self._spread
        self.model.set_lines(use_heads(), use_lines(found) if found else ())
        years = found.years if found and found.uses else ()
        self.columns.setVisible(len(years) > 1)
        self.columns.set_legend(_legend(found) if found and years else ())
        self.columns.set_columns(
            tuple(
                YearColumn(
                    one.year,
                    year_use_parts(one),
                    str(sum(one.reports.values()) or ""),
                    year_use_tip(one),
                )
                for one in years
            )
        )
        nobody = self.tr("no report here says “{0}”").format(found.phrase) if found else ""
        self.told.setText(spread_told(found) if found and found.uses else nobody)
        self.told.setToolTip(self.told.text())

    def _open(self, index: QModelIndex) -> None:
        use = self.model.line(index).value
        if isinstance(use, Use):
            self.place_wanted.emit(use.report.id, use.match)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return (self.phrase, self.phrases, self.grid)


def _legend(found: Spread) -> tuple[str, ...]:
    """Return what the parts of a year's column are; levels that nobody is of are left blank."""
    there = {use.report.level for use in found.uses}
    return tuple(level_name(level) if level in there else "" for level in (*LEVELS, ""))
