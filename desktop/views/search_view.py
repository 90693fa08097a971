"""Search over the whole library: key words in context, by report (检索)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QTreeView, QVBoxLayout, QWidget

from desktop.jobs import searching
from desktop.jobs.job import Job, Lane
from desktop.models.search_hits import SearchHits
from desktop.models.words import entry_names, say
from desktop.session import without_context
from desktop.widgets.find_bar import SearchBar
from desktop.widgets.hit_rows import HitRows
from desktop.widgets.quiet_box import QuietBox
from desktop.widgets.tips import show_tips_plainly
from tracker.message import Message
from tracker.model.search import Order, Query

if TYPE_CHECKING:
    from desktop.jobs.searching import FoundInLibrary
    from desktop.session import Session
    from tracker.model.ids import ReportId
    from tracker.model.search import ReportHits

SEARCHING = Message("正在检索全部报告", "Searching all reports")
_PAUSE_MS = 350
"""A library may be large: it is searched when typing pauses."""


class _HitTree(QTreeView):
    """The hits; Enter opens one, Escape leaves.

    Signals:
        left(): Escape was pressed.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Escape before the window does."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what is chosen, or leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Nothing(QLabel):
    """What else can be tried, in the middle of the room for hits; hidden at first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("muted")
        self.setWordWrap(True)
        self.setMargin(16)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()


class SearchView(QWidget):
    """A line to search by, and what was found.

    Signals:
        place_wanted(ReportId, Span): A hit was chosen.
        closed(): The person is done.
    """

    place_wanted = Signal(str, object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: FoundInLibrary | None = None
        self._searched: frozenset[str] = frozenset()
        self.bar = SearchBar(self, pause=_PAUSE_MS)
        self.model = SearchHits(self)
        self.tree = _HitTree(self)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(HitRows(self.tree))
        self.tree.setHeaderHidden(True)
        show_tips_plainly(self.tree)
        self.nothing = _Nothing(self)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setIndentation(14)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.order = QuietBox(self.bar)
        self.order.setSizeAdjustPolicy(QuietBox.SizeAdjustPolicy.AdjustToContents)
        self.order.addItems([""] * len(Order))
        self.bar.row.insertWidget(self.bar.row.count() - 1, self.order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.nothing, 1)
        self.bar.asked.connect(self._ask)
        self.bar.closed.connect(self.closed)
        self.order.activated.connect(lambda _: self.bar.ask())
        self.model.reports_wanted.connect(self._on_wanted)
        self.bar.line.left.connect(self._enter_hits)
        self.bar.line.stepped.connect(self._on_enter)
        self.tree.clicked.connect(self._open)
        self.tree.activated.connect(self._open)
        self.tree.left.connect(self.bar.enter)
        session.entries_changed.connect(self._on_entries)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.bar.retranslate()
        self.bar.line.setPlaceholderText(self.tr("Search all reports"))
        self.bar.line.setAccessibleName(self.tr("Search all reports"))
        self.tree.setAccessibleName(self.tr("Hits"))
        orders = (
            self.tr("Most about it first"),
            self.tr("Newest first"),
            self.tr("By region and year"),
        )
        for row, said in enumerate(orders):
            self.order.setItemText(row, said)
        self.order.setAccessibleName(self.tr("Order of the reports"))
        self.order.setToolTip(
            self.tr(
                "First come reports that speak of it in many of their paragraphs; or the newest; "
                "or the reports in the order of the library."
            )
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def enter(self, words: str = "") -> None:
        """Put the keyboard into the line; what stands in it is looked for where it is not yet."""
        self.bar.enter(words)
        if self._found is None and self.bar.line.text():
            self.bar.ask()

    def _on_entries(self, _: object) -> None:
        """Search anew when reports came or went; marks and the like change nothing here."""
        if self._found is None or self._searched == self._library():
            return
        self._found = None
        self.model.set_found((), {})
        self.bar.told.set_text("")
        if self.isVisible():
            self.bar.ask()

    def _library(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self._session.entries)

    def _ask(self, query: Query) -> None:
        workspace = self._session.workspace
        if workspace is None or not query.text.strip():
            self._session.runner.submit(
                Job(
                    "search",
                    SEARCHING,
                    lambda _: searching.FoundInLibrary(query),
                    Lane.SEARCH,
                    quiet=True,
                ),
                self._on_found,
            )
            return
        order = tuple(Order)[max(0, self.order.currentIndex())]
        work = partial(searching.search_library, workspace, query, order)
        self._session.runner.submit(Job("search", SEARCHING, work, Lane.SEARCH), self._on_found)

    def _on_found(self, found: FoundInLibrary) -> None:
        self._found, self._searched = found, self._library()
        names = entry_names(self._session.entries)
        self.model.set_found(found.search.reports if found.search else (), names)
        self._add_page(found, found.page)
        self.tree.scrollToTop()
        self._say()

    def _add_page(self, found: FoundInLibrary, page: tuple[ReportHits, ...]) -> None:
        if found is self._found:
            for row in self.model.add_page(page, whole=found.whole):
                self.tree.expand(self.model.index(row, 0))

    def _on_wanted(self, start: int) -> None:
        """Read the next reports behind the window."""
        found = self._found
        if found is None or found.search is None:
            return
        work = partial(searching.read_page, found.search, start, whole=found.whole)
        job = Job("", SEARCHING, without_context(work), Lane.SEARCH, quiet=True)
        self._session.runner.submit(job, partial(self._add_page, found))

    def _show_all(self, report: ReportId) -> None:
        """Read all hits of a report behind the window."""
        found = self._found
        if found is None or found.search is None:
            return
        work = partial(found.search.hits, report)
        job = Job("", SEARCHING, without_context(work), Lane.SEARCH, quiet=True)
        self._session.runner.submit(job, partial(self._on_all, found))

    def _on_all(self, found: FoundInLibrary, hits: ReportHits) -> None:
        if found is not self._found:
            return
        chosen = self.tree.currentIndex()
        row, child = chosen.parent().row(), chosen.row()
        self.model.set_hits(hits)
        head = self.model.index(row, 0)
        if row >= 0 and self.model.report_id(head) == hits.report_id:
            self.tree.setCurrentIndex(self.model.index(child, 0, head))

    def _say(self) -> None:
        """Say how much was found, or why nothing could be looked for."""
        found = self._found
        self._show_nothing(found)
        if found is None or not found.query.text.strip():
            self.bar.say_problem("")
            return
        if found.problem is not None:
            self.bar.say_problem(say(found.problem))
            return
        if found.search is None:
            return
        told = self.tr("Paragraphs: {0}, in {1} of {2} reports")
        if not found.search.complete:
            told = self.tr("Stopped; paragraphs so far: {0}, in {1} of {2} reports")
        elif not found.search.exact:
            told = self.tr("Paragraphs: {0} at most, in {1} of {2} reports")
        elif not found.search.n_paragraphs:
            told = self.tr("None of {2} reports has these words")
        n_reports = len(found.search.reports)
        self.bar.say_problem("")
        self.bar.told.set_text(
            told.format(found.search.n_paragraphs, n_reports, len(self._session.entries))
        )

    def _show_nothing(self, found: FoundInLibrary | None) -> None:
        """Say below the line what else can be tried where nothing was found."""
        search = found.search if found is not None and found.query.text.strip() else None
        nothing = search is not None and search.complete and not search.n_paragraphs
        told = self.tr("Try fewer words, or only a part of a word.")
        if found is not None and found.query.whole_words:
            told = self.tr("Try fewer words, or switch “Whole words” off.")
        self.nothing.setText(told)
        self.nothing.setVisible(nothing)
        self.tree.setVisible(not nothing)

    def _enter_hits(self) -> None:
        """Go from the line to the first hit."""
        first = self.model.index(0, 0, self.model.index(0, 0))
        if first.isValid():
            if not self.tree.currentIndex().parent().isValid():
                self.tree.setCurrentIndex(first)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_enter(self, _: int) -> None:
        """Search at once what was just typed; else go to the hits."""
        if self._found is not None and self._found.query == self.bar.query():
            self._enter_hits()
        else:
            self.bar.ask()

    def _open(self, index: QModelIndex) -> None:
        hit, report = self.model.hit(index), self.model.report_id(index)
        if hit is not None and report is not None:
            self.place_wanted.emit(report, hit.matches[0])
        elif report is not None and self.model.tells_more(index):
            self._show_all(report)
        elif report is not None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
