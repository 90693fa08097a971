"""The library (报告库) at the left: regions, years, and what is still to be marked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.job import Job, Lane
from desktop.jobs.remarks import remarks
from desktop.models.report_list import ReportTree
from desktop.models.roles import DataRole
from desktop.session import READING, Session, without_context
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.remark_list import RemarkList
from tracker.message import Message
from tracker.model.ids import ReportId


class LibraryView(QWidget):
    """Tree of reports with a filter.

    Signals:
        earlier_chosen(str): A report shall stand at the left of the comparison.
        later_chosen(str): … at the right.
        promises_wanted(str): Its promises shall be shown.
        opened(str): A report was opened by a double click or Enter.
        chosen(tuple[str, ...]): One report was clicked, or a second one with Ctrl.
        care_wanted(str, str): correct, read_anew, reimport, remove or forget, and the report.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.

    """

    earlier_chosen = Signal(str)
    later_chosen = Signal(str)
    promises_wanted = Signal(str)
    opened = Signal(str)
    chosen = Signal(object)
    care_wanted = Signal(str, str)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setMinimumWidth(210)
        self._session = session
        self._clicked = ""
        self.model = ReportTree(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.model)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setFilterRole(DataRole.SEARCH)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # files go to the window, wherever they are dropped
        self.filter.textChanged.connect(self._on_filter)
        self.tree = self._make_tree()
        self.empty = EmptyState("library", self)
        self.empty.acted.connect(self._on_empty_button)
        self.no_hits = EmptyState("search", self)
        self.no_hits.acted.connect(self.filter.clear)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.no_hits)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addLayout(self._pages, 1)
        self._proxy.modelReset.connect(self.tree.expandAll)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.tree)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._remove_current)
        session.entries_changed.connect(self._on_entries)
        self.retranslate()

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self._proxy)
        tree.setUniformRowHeights(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.setIndentation(14)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._on_menu)
        tree.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        tree.clicked.connect(self._on_clicked)
        tree.activated.connect(self._on_activated)
        tree.setAllColumnsShowFocus(True)
        tree.setHeaderHidden(True)
        head = tree.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((ReportTree.MARKED, 58), (ReportTree.WARNINGS, 38)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        return tree

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.filter.setPlaceholderText(self.tr("Filter reports"))
        self._say_empty()
        self.no_hits.set_words(
            self.tr("No report matches"),
            self.tr("No region, year or title holds these words."),
            self.tr("Show all"),
        )
        self.model.retranslate()
        self.tree.expandAll()

    def _say_empty(self) -> None:
        if self._session.workspace is None:
            self.empty.set_words(
                self.tr("No workspace is open"),
                self.tr("Open or make one in the File menu, or look at the samples."),
                self.tr("Open the sample workspace"),
            )
        else:
            self.empty.set_words(
                self.tr("No reports yet"),
                self.tr("Drop report files here, or choose them."),
                self.tr("Import files…"),
            )

    def _on_empty_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        else:
            self.import_wanted.emit()

    def _choose_page(self) -> None:
        """Show the tree, or why there is nothing in it."""
        if not self._session.entries:
            self._say_empty()
            self._pages.setCurrentWidget(self.empty)
        else:
            hits = self._proxy.rowCount() > 0
            self._pages.setCurrentWidget(self.tree if hits else self.no_hits)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def select(self, report_id: str) -> None:
        """Put the cursor on a report."""
        index = self._proxy.mapFromSource(self.model.index_of(report_id))
        if index.isValid():
            self.tree.setCurrentIndex(index)

    def current_report(self) -> ReportId | None:
        """Return the report under the cursor, or None."""
        found = self.tree.currentIndex().data(DataRole.REPORT_ID)
        return ReportId(found) if found else None

    def _on_entries(self, entries: tuple[object, ...]) -> None:
        current = self.current_report()
        self.model.set_entries(self._session.entries)
        self._choose_page()
        self._give_room()
        self.filter.setEnabled(bool(entries))
        if current:
            self.select(current)

    def _give_room(self) -> None:
        """Leave the room of columns without a number to the names."""
        entries = self._session.entries
        marked, warned = (any(e.n_commitments for e in entries), any(e.n_warnings for e in entries))
        self.tree.setColumnHidden(ReportTree.MARKED, not marked)
        self.tree.setColumnHidden(ReportTree.WARNINGS, not warned)

    def _on_filter(self, text: str) -> None:
        self._proxy.setFilterFixedString(text.strip())
        self._choose_page()
        self.tree.expandAll()

    def _on_clicked(self, index: QModelIndex) -> None:
        found, before = index.data(DataRole.REPORT_ID), self._clicked
        selected = {i.data(DataRole.REPORT_ID) for i in self.tree.selectionModel().selectedRows()}
        if not found or found not in selected:  # a region, or a report that was let go of
            return
        if index.column() == ReportTree.WARNINGS and index.data():
            self._ask_remarks(ReportId(found), QCursor.pos())
            return
        self._clicked = found
        second = len(selected) > 1 and before in selected and before != found
        self.chosen.emit((before, found) if second else (found,))

    def _ask_remarks(self, report: ReportId, at: QPoint) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        work = without_context(partial(remarks, workspace, report))
        self._session.runner.submit(
            Job("remarks", READING, work, Lane.STORE, quiet=True),
            partial(self._on_remarks, at),
        )

    def _on_remarks(self, at: QPoint, messages: tuple[Message, ...]) -> None:
        self.remarks = RemarkList(messages, self)
        self.remarks.open_at(at)

    def _on_activated(self, index: QModelIndex) -> None:
        found = index.data(DataRole.REPORT_ID)
        if found:
            self.opened.emit(found)

    def _on_menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        self.open_menu(index if index.isValid() else self.tree.currentIndex(), at)

    def open_menu(self, index: QModelIndex, at: QPoint) -> None:
        """Open the menu of a report at a place of the tree."""
        found = index.data(DataRole.REPORT_ID) if index.isValid() else None
        if not found:
            return
        menu = self.menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, slot in (
            (self.tr("Compare: put at the left"), partial(self.earlier_chosen.emit, found)),
            (self.tr("Compare: put at the right"), partial(self.later_chosen.emit, found)),
            (self.tr("Show its promises"), partial(self.promises_wanted.emit, found)),
            ("", None),
            (self.tr("Correct…"), self._care("correct", found)),
            (self.tr("Read the file anew"), self._care("read_anew", found)),
            (self.tr("Re-import…"), self._care("reimport", found)),
            ("", None),
            (self.tr("Remove from the library"), self._care("remove", found)),
            (self.tr("Forget for good…"), self._care("forget", found)),
        ):
            if slot is None:
                menu.addSeparator()
            else:
                menu.addAction(words).triggered.connect(slot)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _care(self, what: str, report: str) -> Callable[[], None]:
        return partial(self.care_wanted.emit, what, report)

    def _remove_current(self) -> None:
        report = self.current_report()
        if report:
            self.care_wanted.emit("remove", report)
