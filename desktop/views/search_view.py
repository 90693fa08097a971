"""Search over the whole library: key words in context, by report (检索)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeView, QVBoxLayout, QWidget

from desktop.jobs import searching
from desktop.jobs.job import Job, Lane
from desktop.models.search_hits import MOST_HITS, SearchHits
from desktop.models.words import entry_names, say
from desktop.widgets.find_bar import SearchBar
from desktop.widgets.hit_rows import HitRows
from desktop.widgets.tips import show_tips_plainly
from tracker.message import Message
from tracker.model.search import Query

if TYPE_CHECKING:
    from desktop.jobs.searching import Found
    from desktop.session import Session

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
        self._found: Found | None = None
        self._searched: frozenset[str] = frozenset()
        self.bar = SearchBar(self, pause=_PAUSE_MS)
        self.model = SearchHits(self)
        self.tree = _HitTree(self)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(HitRows(self.tree))
        self.tree.setHeaderHidden(True)
        show_tips_plainly(self.tree)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setIndentation(14)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.tree, 1)
        self.bar.asked.connect(self._ask)
        self.bar.closed.connect(self.closed)
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
                Job("search", SEARCHING, lambda _: searching.Found(query), Lane.SEARCH, quiet=True),
                self._on_found,
            )
            return
        work = partial(searching.search_library, workspace, query)
        self._session.runner.submit(Job("search", SEARCHING, work, Lane.SEARCH), self._on_found)

    def _on_found(self, found: Found) -> None:
        self._found, self._searched = found, self._library()
        self.model.set_found(found.reports, entry_names(self._session.entries))
        self.tree.expandAll()
        self._say()

    def _say(self) -> None:
        """Say how much was found, or why nothing could be looked for."""
        found = self._found
        if found is None or not found.query.text.strip():
            self.bar.say_problem("")
            return
        if found.problem is not None:
            self.bar.say_problem(say(found.problem))
            return
        hits = sum(len(one.hits) for one in found.reports)
        told = self.tr("Hits: {0}, in {1} of {2} reports").format(
            hits, len(found.reports), len(self._session.entries)
        )
        if hits > MOST_HITS:
            told += " · " + self.tr("the first {0} are shown").format(MOST_HITS)
        self.bar.say_problem("")
        self.bar.told.set_text(told)

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
        elif report is not None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
