"""The library (报告库) at the left: regions, years and gaps, and what is still to be marked."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from desktop.jobs.job import Job, Lane
from desktop.jobs.remarks import remarks
from desktop.models.query import Query
from desktop.models.report_list import ReportRows
from desktop.models.shelf import RegionOrder, find
from desktop.models.workspaces import workspace_name
from desktop.session import READING, Session, without_context
from desktop.settings import Settings
from desktop.side_by_side import MOST_COLUMNS
from desktop.views.library_menu import ReportMenu, ViewMenu
from desktop.views.shelf_view import ShelfView
from desktop.widgets.assets import icon
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.remark_list import RemarkList
from desktop.widgets.year_scale import YearScale
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.message import Message
    from tracker.model.library import ReportEntry

_LIST, _BY_PINYIN = "library_list", "library_pinyin"
"""Flags: the flat list instead of the tree; regions as in a dictionary."""


class LibraryView(QWidget):
    """Reports of the workspace with a filter, as a tree or as a list.

    Signals:
        earlier_chosen(str): A report shall stand at the left of the comparison.
        later_chosen(str): … at the right.
        promises_wanted(str): Its promises shall be shown.
        opened(str): A report was opened by a double click or Enter.
        chosen(tuple[str, ...]): One report was clicked, or two to four with Ctrl, in this order.
        care_wanted(str, str): correct, read_anew, reimport or forget, and the report.
        removal_wanted(tuple[str, ...]): These reports shall be taken out.
        renamed(str, str): A report was given another name.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
        new_wanted(): The person wants a workspace of their own.
        list_chosen(bool): The list was chosen, or the tree.
    """

    earlier_chosen = Signal(str)
    later_chosen = Signal(str)
    promises_wanted = Signal(str)
    opened = Signal(str)
    chosen = Signal(object)
    care_wanted = Signal(str, str)
    removal_wanted = Signal(object)
    renamed = Signal(str, str)
    import_wanted = Signal()
    sample_wanted = Signal()
    new_wanted = Signal()
    list_chosen = Signal(bool)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(210)
        self._session = session
        self._settings = settings
        self._picked: tuple[str, ...] = ()
        self._entries: tuple[ReportEntry, ...] = ()
        self._n_hits = 0
        self.waited = False
        self._workspace: object = None
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.filter.typed.connect(self._on_filter)
        self.filter.left.connect(self._enter_shelf)
        self.tree = ShelfView(self)
        self.scale = YearScale(self.tree, self)
        self.empty = EmptyState("library", self)
        self.empty.acted.connect(self._on_empty_button)
        self.empty.other_acted.connect(self._on_other_button)
        self.no_hits = EmptyState("search", self)
        self.no_hits.acted.connect(self.filter.clear)
        self.workspace_button = self._tool_button()
        self.workspace_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.view_button = self._tool_button()
        self.view_menu = ViewMenu(self)
        self.view_button.setMenu(self.view_menu)
        self._lay_out()
        self._wire()
        self._restore()
        self.retranslate()

    def _tool_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setIconSize(QSize(16, 16))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        shelf = QWidget(self)
        below = QVBoxLayout(shelf)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.scale)
        below.addWidget(self.tree, 1)
        for page in (self.empty, shelf, self.no_hits):
            self._pages.addWidget(page)
        self._shelf = shelf
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.workspace_button)
        head.addStretch(1)
        head.addWidget(self.view_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 0, 8)
        layout.setSpacing(6)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(6)
        inner.addLayout(head)
        inner.addWidget(self.filter)
        order = (self.workspace_button, self.view_button, self.filter, self.tree)
        for first, second in pairwise(order):
            self.setTabOrder(first, second)
        layout.addLayout(inner)
        layout.addLayout(self._pages, 1)

    def _wire(self) -> None:
        tree = self.tree
        tree.customContextMenuRequested.connect(self._on_menu)
        tree.clicked.connect(self._on_clicked)
        tree.activated.connect(self._on_activated)
        tree.year_clicked.connect(self._on_year)
        tree.remarks_clicked.connect(self._ask_remarks)
        tree.renamed.connect(self.renamed)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), tree)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove_selected)
        self.view_menu.list_chosen.connect(self.set_list)
        self.view_menu.order_chosen.connect(self.set_order)
        self.view_menu.expand_wanted.connect(tree.expandAll)
        self.view_menu.collapse_wanted.connect(tree.collapseAll)
        session = self._session
        session.entries_changed.connect(self._on_entries)
        session.grown.connect(self._on_grown)
        session.second.changed.connect(self._on_reader)
        session.entry_changed.connect(self._on_entry)
        session.opened.connect(self._say_workspace)
        session.open_failed.connect(self._on_open_failed)
        session.columns_read.connect(self._on_columns)

    def _restore(self) -> None:
        """Take over how the library was looked at last."""
        as_list = self._settings.flag(_LIST, default=False)
        by_pinyin = self._settings.flag(_BY_PINYIN, default=False)
        order = RegionOrder.PINYIN if by_pinyin else RegionOrder.OFFICIAL
        self.tree.set_look(as_list=as_list, order=order)
        self.tree.restore_columns(self._settings.state("library_columns"))
        self.view_menu.show_state(as_list=as_list, order=order)

    def leave(self) -> None:
        """Remember how wide the columns of the list are and what it is sorted by."""
        columns = self.tree.columns_state()
        if columns is not None:
            self._settings.save_state("library_columns", columns)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.filter.setPlaceholderText(self.tr("Filter reports"))
        tip = self.tr("Region, year or title; also in pinyin: sz or suzhou finds 苏州")
        self.filter.setToolTip(tip)
        self.filter.setAccessibleName(self.tr("Filter reports"))
        self.tree.setAccessibleName(self.tr("Library"))
        for say in (self.view_button.setToolTip, self.view_button.setAccessibleName):
            say(self.tr("How the library is shown"))
        self.view_menu.retranslate()
        self._draw()
        self._say_workspace()
        self._say_empty()
        self.no_hits.set_words(
            self.tr("No report matches"),
            self.tr("No region, year or title holds these words."),
            self.tr("Show all"),
        )
        self._fill()

    def _draw(self) -> None:
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        self.view_button.setIcon(icon("outline", ink))

    def wait(self) -> None:
        """Leave out what to do without a workspace: one is being opened."""
        self.waited = True
        self._pages.setCurrentWidget(self._shelf)
        self._name_workspace(self.tr("Opening…"))

    def _on_open_failed(self) -> None:
        self._say_workspace()
        self._fill()

    def _say_workspace(self) -> None:
        path = self._session.place
        self._name_workspace(workspace_name(path) if path else self.tr("No workspace"))

    def _name_workspace(self, name: str) -> None:
        metrics = self.workspace_button.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 160)
        self.workspace_button.setText(f"{shown.replace('&', '&&')}  ▾")
        self.workspace_button.setToolTip(self.tr("Workspaces: recent ones, the sample, a new one"))
        self.workspace_button.setAccessibleName(self.tr("Workspace: {0}").format(name))

    def _say_empty(self) -> None:
        if self._session.workspace is None:
            self.empty.set_words(
                self.tr("No workspace is open"),
                self.tr("Look at the samples, or make a workspace of your own."),
                self.tr("Open the sample workspace"),
                self.tr("New workspace…"),
            )
        else:
            self.empty.set_words(
                self.tr("No reports yet"),
                self.tr("Drop files or folders anywhere in the window, paste a text, or choose."),
                self.tr("Import files…"),
                self.tr("Open the sample workspace"),
            )

    def _on_empty_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        else:
            self.import_wanted.emit()

    def _on_other_button(self) -> None:
        if self._session.workspace is None:
            self.new_wanted.emit()
        else:
            self.sample_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "view_button"):
            self._draw()

    # How it is shown

    def set_list(self, as_list: bool) -> None:  # noqa: FBT001 - what a menu hands over
        """Show one list that can be sorted, or the tree."""
        self._settings.save_flag(_LIST, value=as_list)
        self.list_chosen.emit(as_list)
        self._set_look(as_list=as_list, order=self.tree.order)

    def fold(self, shown: bool) -> None:  # noqa: FBT001 - a signal
        """Show the library, or fold it away for the texts."""
        self.setVisible(shown)

    def toggle_list(self) -> None:
        """Show the tree instead of the list, or the other way round."""
        self.set_list(not self.tree.is_list)

    def set_order(self, order: RegionOrder) -> None:
        """Sort regions officially or by pinyin."""
        self._settings.save_flag(_BY_PINYIN, value=order is RegionOrder.PINYIN)
        self._set_look(as_list=self.tree.is_list, order=order)

    def _set_look(self, *, as_list: bool, order: RegionOrder) -> None:
        current = self.current_report()
        self.tree.set_look(as_list=as_list, order=order)
        self.view_menu.show_state(as_list=as_list, order=order)
        self._fill()
        if current:
            self.select(current)

    # Reports

    def select(self, report_id: str) -> None:
        """Put the cursor on a report."""
        self.tree.select(report_id)

    def current_report(self) -> ReportId | None:
        """Return the report under the cursor, or None."""
        return self.tree.report_at(self.tree.currentIndex())

    def _on_entries(self, entries: tuple[ReportEntry, ...]) -> None:
        entries = self._session.second.veil(entries)
        before, self._entries = self._entries, entries
        if self._session.workspace is not self._workspace:
            self._workspace = self._session.workspace
            self.tree.forget()
            self.filter.clear()
        elif before and self._only_more(before, entries):
            return
        self.filter.setEnabled(bool(entries))
        self._fill()

    def _only_more(self, before: tuple[ReportEntry, ...], entries: tuple[ReportEntry, ...]) -> bool:
        """Take over a library where all reports stand where they stood; others may have come."""
        were = {entry.id: entry for entry in before}
        kept = tuple(entry for entry in entries if entry.id in were)
        if len(kept) != len(before) or any(_head(e) != _head(were[e.id]) for e in kept):
            return False
        self.tree.update_numbers(tuple(entry for entry in kept if entry != were[entry.id]))
        if len(kept) != len(entries):
            self._add(tuple(entry for entry in entries if entry.id not in were))
        return True

    def _on_grown(self, new: tuple[ReportEntry, ...]) -> None:
        self._entries = self._session.second.veil(self._session.entries)
        self._add(self._session.second.veil(new))

    def _add(self, new: tuple[ReportEntry, ...]) -> None:
        """Put what came in into its place: costs what is new, however large the library is."""
        hits = find(new, Query(self.filter.composed()))
        self._n_hits += len(hits)
        self.tree.add(new, hits, self._n_hits)
        if hits:
            self._pages.setCurrentWidget(self._shelf)
        if self._years() != self.scale.years:
            self.scale.set_years(self._years())

    def _on_entry(self, entry: ReportEntry) -> None:
        self._entries = self._session.second.veil(self._session.entries)
        self.tree.update_numbers(self._session.second.veil((entry,)))

    def _on_reader(self, _: str) -> None:
        self._on_entries(self._session.entries)

    def _fill(self) -> None:
        """Show what the filter finds, or why there is nothing to see."""
        query = Query(self.filter.composed())
        hits = find(self._entries, query)
        self._n_hits = len(hits)
        self.tree.fill(self._entries, hits)
        if not self._entries:
            self._say_empty()
            self._pages.setCurrentWidget(self.empty)
        else:
            self._pages.setCurrentWidget(self._shelf if hits else self.no_hits)
        self.scale.set_years(self._years())

    def _years(self) -> range:
        return range(0) if self.tree.is_list else self.tree.regions.years()

    def _on_filter(self, _: str) -> None:
        self._fill()

    def _enter_shelf(self) -> None:
        """Go from the filter to the first report that it found."""
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        self.tree.go_to_first()

    def _on_columns(self) -> None:
        self.tree.set_shown(frozenset(report.id for report in self._session.columns))

    def _on_clicked(self, index: QModelIndex) -> None:
        found = self.tree.report_at(index)
        selected = self.tree.selected_reports()
        if not found or found not in selected:  # a region, or a report that was let go of
            return
        if self.tree.is_list and index.column() == ReportRows.REMARKS and index.data():
            self._ask_remarks(found, QCursor.pos())
            return
        kept = [one for one in self._picked if one in selected and one != found]
        self._pick([*kept, *sorted(selected - {*kept, found}), found])

    def _on_year(self, reports: tuple[str, ...], with_ctrl: bool) -> None:  # noqa: FBT001 - a signal
        found = reports[0]
        before = [one for one in self._picked if one != found] if with_ctrl else []
        self._pick([*before[1 - MOST_COLUMNS :], found])

    def _pick(self, reports: Sequence[str]) -> None:
        """Show what was picked; more than there are columns are picked for something else."""
        self._picked = tuple(reports)
        if len(reports) <= MOST_COLUMNS:
            self.chosen.emit(self._picked)

    def _ask_remarks(self, report: str, at: QPoint) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        work = without_context(partial(remarks, workspace, ReportId(report)))
        self._session.runner.submit(
            Job("remarks", READING, work, Lane.STORE, quiet=True),
            partial(self._on_remarks, at),
        )

    def _on_remarks(self, at: QPoint, messages: tuple[Message, ...]) -> None:
        self.remarks = RemarkList(messages, self)
        self.remarks.open_at(at)

    def _on_activated(self, index: QModelIndex) -> None:
        found = self.tree.report_at(index)
        if found:
            self._on_clicked(index.siblingAtColumn(0))  # by Enter, what is selected is read too
            self.opened.emit(found)

    def _on_menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        self.open_menu(index if index.isValid() else self.tree.currentIndex(), at)

    def open_menu(self, index: QModelIndex, at: QPoint) -> None:
        """Open the menu of a report at a place of the tree."""
        found = self.tree.report_at(index)
        entry = self._session.entry(found) if found else None
        if entry is None:
            return
        n_selected = len(self.tree.selected_reports() | {entry.id})
        place = self.tree.viewport().mapToGlobal(at)
        menu = self.menu = ReportMenu(entry, n_selected, self)
        menu.earlier.triggered.connect(partial(self.earlier_chosen.emit, found))
        menu.later.triggered.connect(partial(self.later_chosen.emit, found))
        menu.promises.triggered.connect(partial(self.promises_wanted.emit, found))
        menu.remarks.triggered.connect(partial(self._ask_remarks, entry.id, place))
        menu.rename.triggered.connect(partial(self.tree.rename, entry.id))
        menu.remove.triggered.connect(self.remove_selected)
        for what, action in menu.care.items():
            action.triggered.connect(partial(self.care_wanted.emit, what, found))
        if self._session.read_only:
            menu.hold_changes()
        menu.popup(place)

    def remove_selected(self) -> None:
        """Take the selected reports out; undo brings them back."""
        current = self.current_report()
        reports = self.tree.selected_reports() | ({current} if current else set())
        if reports:
            self.removal_wanted.emit(tuple(sorted(reports)))


def _head(entry: ReportEntry) -> tuple[object, ...]:
    """Return what the place of a report in the library depends on."""
    return entry.id, entry.name, entry.title, entry.region_name, entry.year, entry.kind
