"""Overview (概览): what became of the promises of each report, by verdict and by section.

Every number leads to the promises that it counts.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs import series as jobs
from desktop.jobs.job import Job
from desktop.models.fulfilment_tree import FulfilmentTree, rate_meaning
from desktop.models.roles import DataRole
from desktop.models.series_choice import Scope, scope_of, scopes, widest
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.search_box import SearchBox
from desktop.widgets.theme import blend
from desktop.widgets.tips import show_tips_plainly
from desktop.widgets.verdict_bars import VerdictBars, verdict_at
from tracker.message import Message
from tracker.model.feedback import tally
from tracker.model.figures import Grouping
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from desktop.jobs.series import Fulfilment
    from desktop.session import Session
    from tracker.errors import TrackerError

COUNTING = Message("正在核对各份报告的承诺", "Judging the promises of the reports")

_NARROWEST, _HEAD = 52, 48
_NARROW = 1200
"""Pixels below which bars need the room of a column of numbers."""
_ROW_LIGHT = 0.4
"""How much of the colour of a chosen cell its line has."""
_LEAST_BAR = 150
"""Pixels in which a bar still tells its parts from each other."""


class FulfilmentView(QTreeView):
    """Reports and sections with their numbers, to be walked through by keys.

    Signals:
        wanted(QModelIndex, Verdict | None): The promises that a cell counts; the part of a bar
            that was clicked.
    """

    wanted = Signal(QModelIndex, object)

    def __init__(self, model: FulfilmentTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self._tree = model
        self.setModel(model)
        self.setItemDelegateForColumn(model.BAR, VerdictBars(self))
        self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectItems)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setSortingEnabled(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        heads = self.header()
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setStretchLastSection(False)
        heads.setMinimumHeight(_HEAD)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSectionResizeMode(model.BAR, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self.fit)
        model.layoutChanged.connect(self.fit)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.viewport().update())
        show_tips_plainly(self, self.header())

    def fit(self) -> None:
        """Give each column of numbers the room of its head."""
        narrow = self.width() < _NARROW
        self.setColumnHidden(self._tree.QUANTIFIED, narrow)  # the tip of the rate tells it too
        for column in range(self._tree.columnCount()):
            if column == self._tree.NAME:
                self.setColumnWidth(column, min(420, max(170, self.width() // 4)))
            elif column != self._tree.BAR:
                self.setColumnWidth(column, self._width(column))
            verdict = self._tree.verdict(column)
            if verdict is not None:
                none = not any(one.verdicts.get(verdict) for one in self._tree.lines())
                self.setColumnHidden(column, none)
        self._spare_counts()

    def _spare_counts(self) -> None:
        """Leave the counts to the bar and its tip, rather than scroll sideways."""
        columns = range(self._tree.columnCount())
        wanted = sum(self.columnWidth(n) for n in columns if n != self._tree.BAR)
        if wanted + _LEAST_BAR > self.width() - self.verticalScrollBar().sizeHint().width():
            for column in columns:
                if self._tree.verdict(column) is not None:
                    self.setColumnHidden(column, True)
            self.setColumnWidth(self._tree.NAME, max(170, self.width() // 3))

    def _width(self, column: int) -> int:
        """Return the room of the longest word of a head."""
        text = str(self._tree.headerData(column, Qt.Orientation.Horizontal) or "")
        words = text.split() if " " in text else [text]
        metrics = self.header().fontMetrics()
        return max(_NARROWEST, max(map(metrics.horizontalAdvance, words)) + 22)

    def resizeEvent(self, event: object) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def drawRow(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Light the line of the chosen number, so that the eye finds what it belongs to."""
        current = self.currentIndex()
        if (index.row(), index.parent()) == (current.row(), current.parent()):
            ground = self.palette().color(QPalette.ColorRole.Base)
            light = blend(self.palette().color(QPalette.ColorRole.Highlight), ground, _ROW_LIGHT)
            painter.fillRect(option.rect, light)
        super().drawRow(painter, option, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the promises that the cell counts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.wanted.emit(self.currentIndex(), None)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the promises that a number, or a part of a bar, counts."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() != self._tree.NAME:
            self.wanted.emit(index, self._part_at(index, at))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open all promises of the line that is named."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == self._tree.NAME:
            self.wanted.emit(index, None)

    def _part_at(self, index: QModelIndex, at: QPoint) -> object:
        if index.column() != self._tree.BAR:
            return None
        box = self.visualRect(index).adjusted(VerdictBars.EDGE, 0, -VerdictBars.EDGE, 0)
        return verdict_at(self._tree.figures(index), box.width(), at.x() - box.left())


class OverviewView(QWidget):
    """Figures of reports.

    Signals:
        promises_wanted(ReportId, Verdict | None, tuple[str] | None, bool): Those of a report: of a
            verdict, in some sections, where these are given; or only those that count as
            quantified.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    promises_wanted = Signal(str, object, object, object)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scopes: tuple[Scope, ...] = ()
        self._scope: Scope | None = None
        self._failed = False
        self._known: Fulfilment | None = None
        self._asked = 0
        self.model = FulfilmentTree(self)
        self.tree = FulfilmentView(self.model, self)
        self.scope_box = SearchBox(self)
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.told = ElidedLabel(self)
        self.told.setObjectName("muted")
        self.empty = EmptyState("overview", self)
        self._build()
        self._wire()
        self.retranslate()

    def _build(self) -> None:
        self.heads = QWidget(self)
        bar = QHBoxLayout(self.heads)
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        self.scope_box.setMinimumWidth(170)
        self.scope_box.setMaximumWidth(300)
        self.scope_box.setMaxVisibleItems(24)
        self.scope_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.setMinimumWidth(180)
        bar.addWidget(self.scope_box)
        bar.addWidget(self.filter)
        bar.addWidget(self.told, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.tree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addWidget(self.pages, 1)

    def _wire(self) -> None:
        self._session.entries_changed.connect(self._on_entries)
        self._session.opened.connect(self._on_opened)
        self.scope_box.activated.connect(self._on_scope)
        self.filter.typed.connect(self._on_typed)
        self.filter.left.connect(self._enter_tree)
        self.tree.wanted.connect(self._open)
        self.empty.acted.connect(self._on_empty_button)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        tips = (
            (self.scope_box, self.tr("The years of a region, or the regions of a year")),
            (
                self.filter,
                self.tr("Show only reports with these words in region, year or headings"),
            ),
            (self.tree, self.tr("Promises by report; Enter shows those that a number counts")),
        )
        for widget, tip in tips:
            widget.setToolTip("" if widget is self.tree else tip)
            widget.setAccessibleName(tip)
        self.filter.setPlaceholderText(self.tr("Filter reports"))
        self.told.setToolTip(rate_meaning())
        self.model.retranslate()
        self._set_scopes()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # Which reports

    def _on_opened(self, _: str) -> None:
        self._scope, self._known = None, None
        self.model.set_fulfilment(None, regions=False)
        self._on_entries()

    def _on_entries(self, *_: object) -> None:
        if self.isVisible():
            self.enter()

    def _set_scopes(self) -> None:
        key = self._scope.key if self._scope else ""
        self._scopes = scopes(self._session.entries)
        kept = next((one for one in self._scopes if one.key == key), None)
        self._scope = kept or widest(self._scopes)
        self.scope_box.clear()
        for one in self._scopes:
            self.scope_box.addItem(one.name, one.key)
            self.scope_box.setItemData(self.scope_box.count() - 1, one.spelled, DataRole.SPELLED)
        self._choose(self._scope)

    def _choose(self, scope: Scope | None) -> None:
        self.scope_box.setCurrentIndex(self.scope_box.findData(scope.key) if scope else -1)

    def _on_scope(self) -> None:
        key = self.scope_box.currentData()
        self._scope = next((one for one in self._scopes if one.key == key), self._scope)
        self._ask()

    def take(self, reports: tuple[str, ...]) -> None:
        """Show the region that was clicked, while the overview is looked at."""
        if not self.isVisible() or not reports:
            return
        found = scope_of(self._scopes, ReportId(reports[0]))
        if found is not None and (self._scope is None or reports[0] not in self._scope.ids):
            self._scope = found
            self._choose(found)
            self._ask()

    def enter(self) -> None:
        """Count anew: marks may have changed what is counted."""
        self._set_scopes()
        self._ask()
        self._enter_tree()

    def _ask(self) -> None:
        workspace, scope = self._session.workspace, self._scope
        self._failed = False
        if workspace is not None and scope is not None:
            ids = tuple(
                entry.id
                for entry in self._session.entries
                if entry.id in scope.ids and scope.year in (None, entry.year)
            )
            self._asked = len(ids)
            job = Job("fulfilment", COUNTING, partial(jobs.read_fulfilment, workspace, ids))
            self._session.runner.submit(job, self._on_counted, self._on_failed)
        self._say()

    def _on_failed(self, _: TrackerError) -> None:
        self._failed = True
        self._say()

    def _on_counted(self, found: Fulfilment) -> None:
        if found != self._known:
            self._known = found
            regions = len({one.region for one in found.whole}) > 1
            self.model.set_fulfilment(found, regions=regions)
            if self.model.rowCount() == 1:
                self.tree.expandAll()
            if self.model.rowCount():
                self.tree.setCurrentIndex(self.model.index(0, self.model.PROMISES))
        self._say()
        self._enter_tree()

    def _on_typed(self, words: str) -> None:
        self.model.set_words(words)
        self._say()

    # To the promises

    def _open(self, index: QModelIndex, part: object) -> None:
        figures = self.model.figures(index)
        verdict = part or self.model.verdict(index.column())
        quantified = index.column() in (self.model.QUANTIFIED, self.model.RATE)
        workspace = self._session.workspace
        if figures.grouping is Grouping.REPORT or workspace is None:
            self.promises_wanted.emit(figures.earlier, verdict, None, quantified)
            return
        work = partial(jobs.sections_counted, workspace, figures.earlier, figures.group)
        job = Job("sections", COUNTING, work, quiet=True)
        tell = partial(self._tell_wanted, figures.earlier, verdict, quantified)
        self._session.runner.submit(job, tell)

    def _tell_wanted(
        self,
        report: ReportId,
        verdict: object,
        quantified: object,
        sections: tuple[str, ...],
    ) -> None:
        self.promises_wanted.emit(report, verdict, sections, quantified)

    # What is seen

    def _say(self) -> None:
        there = self._known is not None and bool(self._known.whole)
        focused = self.filter.hasFocus()
        self.heads.setVisible(self._scope is not None)
        self.pages.setCurrentWidget(self.tree if there else self.empty)
        if focused:
            self.filter.setFocus()
        parts = self._summary() if there else ()
        # Where the window is narrow, what can be counted in the tree itself goes first.
        self.told.set_text(*(" · ".join(parts[n:]) for n in range(max(1, len(parts)))))
        self.told.setToolTip("\n".join(t for t in (self.told.whole_text(), rate_meaning()) if t))
        title, button = self.tr("What became of the promises"), self.tr("Import files…")
        if self._session.workspace is None:
            told = self.tr("Open or make a workspace in the File menu, or look at the samples.")
            button = self.tr("Open the sample workspace")
        elif self._failed:
            told, button = self.tr("Nothing was counted."), self.tr("Try again")
        elif self._scope is None or self._known is not None:
            told = self.tr(
                "No report here is looked back on by a later one. Import the report of the year "
                "after, or choose another region."
            )
        else:
            told, button = self.tr("The promises are being judged…"), ""
        self.empty.set_words(title, told, button)

    def _summary(self) -> tuple[str, ...]:
        """Return what is told above the tree; the least important part first."""
        lines = self.model.lines()
        promises = sum(one.promises for one in lines)
        counted = tally(lines)
        parts = [
            self.tr("Reports: {0}").format(len(lines)),
            self.tr("Promises: {0}").format(promises),
        ]
        over_a_gap = sum(bool(one.missing_years and one.quantified) for one in lines)
        if over_a_gap:
            told = self.tr("Without a rate (no report of the next year): {0}")
            parts.insert(0, told.format(over_a_gap))
        if counted.rate is not None or over_a_gap:
            rate = "–" if counted.rate is None else f"{counted.rate:.0%}"
            parts.append(self.tr("Feedback rate: {0}").format(rate))
        waiting = self._asked - self.model.total()
        if waiting > 0:
            parts.insert(0, self.tr("Not looked back on yet: {0}").format(waiting))
        return tuple(parts)

    def _on_empty_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        elif self._failed:
            self._ask()
        else:
            self.import_wanted.emit()

    def _enter_tree(self) -> None:
        there = self.pages.currentWidget() is self.tree and self.isVisible()
        if there and not self.filter.hasFocus():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return (self.filter, self.tree)

    def go_back(self) -> None:
        """Return to the tree."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
