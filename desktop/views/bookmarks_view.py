"""All bookmarks and notes of a workspace, in a panel below the texts (书签与批注)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QToolTip,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.bookmark_list import BookmarkList, tip_of
from desktop.widgets.assets import icon
from desktop.widgets.bookmark_rows import BookmarkRows
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.panel import Panel
from desktop.widgets.tips import plain_tip

if TYPE_CHECKING:
    from tracker.model.bookmark import ListedBookmark


class _BookmarkTree(QTreeView):
    """The list; Enter goes there, F2 writes a note, Del removes, Ctrl+C copies, Escape leaves.

    Signals:
        left(): Escape was pressed.
        removal_wanted(), note_wanted(), copy_wanted(): With what is selected.
    """

    left = Signal()
    removal_wanted = Signal()
    note_wanted = Signal()
    copy_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        """Take keys of the list before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = (Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Delete)
            if event.key() in ours or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key says."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2:
            self.note_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole note and passage, as they are written."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            model = self.model()
            one = (
                model.bookmark(self.indexAt(event.pos()))
                if isinstance(model, BookmarkList)
                else None
            )
            QToolTip.showText(event.globalPos(), plain_tip(tip_of(one)) if one else "", self)
            return True
        return super().viewportEvent(event)


class BookmarksView(Panel):
    """A line to filter by, and the bookmarks.

    Signals:
        place_wanted(ListedBookmark): One was chosen.
        note_wanted(ListedBookmark): Its note shall be written.
        removal_wanted(tuple[ListedBookmark, ...]): They shall go.
        copy_wanted(tuple[ListedBookmark, ...]): They shall be copied with their citations.
        export_wanted(): All shall be written into a file.
        closed(): The person is done.
    """

    place_wanted = Signal(object)
    note_wanted = Signal(object)
    removal_wanted = Signal(object)
    copy_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = BookmarkList(self)
        self.filter = FilterLine(self)
        self.told = QLabel(self)
        self.told.setObjectName("muted")
        self.copy_button, self.export_button = QPushButton(self), QPushButton(self)
        for button in (self.copy_button, self.export_button):
            button.setObjectName("link")
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("quiet")
        self.tree = self._make_tree()
        self.empty = QLabel(self)
        self.empty.setObjectName("muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        bar = QFrame(self)
        bar.setObjectName("findBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self.filter, 3)
        row.addWidget(self.told, 4)
        for part in (self.copy_button, self.export_button, self.close_button):
            row.addWidget(part)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addLayout(self._pages, 1)
        self.setMinimumHeight(130)
        self._wire()
        self.retranslate()
        self.draw_icons()

    def _make_tree(self) -> _BookmarkTree:
        tree = _BookmarkTree(self)
        tree.setModel(self.model)
        tree.setItemDelegate(BookmarkRows(tree))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setIndentation(14)
        tree.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return tree

    def _wire(self) -> None:
        self.filter.typed.connect(self._on_typed)
        self.filter.left.connect(self._enter_list)
        self.copy_button.clicked.connect(self._on_copy_button)
        self.export_button.clicked.connect(self.export_wanted)
        self.close_button.clicked.connect(self.closed)
        self.tree.clicked.connect(self._on_clicked)
        self.tree.activated.connect(self._open)
        self.tree.left.connect(self.closed)
        self.tree.note_wanted.connect(self._on_note)
        self.tree.removal_wanted.connect(self._on_removal)
        self.tree.copy_wanted.connect(self._on_copy)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.filter.setPlaceholderText(self.tr("Filter bookmarks and notes"))
        self.filter.setAccessibleName(self.tr("Filter bookmarks and notes"))
        self.tree.setAccessibleName(self.tr("Bookmarks and notes"))
        self.copy_button.setText(self.tr("Copy with citations"))
        self.copy_button.setToolTip(
            self.tr("Copies what is selected, or else all that is shown, with citations (Ctrl+C)")
        )
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setToolTip(self.tr("Writes all bookmarks and notes into a text file"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pages"):
            self.draw_icons()

    def draw_icons(self) -> None:
        """Draw the icon in the colours of the theme."""
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        self.close_button.setIcon(icon("close", ink))

    def enter(self) -> None:
        """Put the keyboard into the list, or into the line where the list is empty."""
        if self.model.counts()[0]:
            self._enter_list()
        else:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_bookmarks(self, found: tuple[ListedBookmark, ...]) -> None:
        """Show these; what was chosen stays chosen where it is still there."""
        chosen = self.chosen()
        row = self.tree.currentIndex()
        self.model.set_bookmarks(found)
        self._unfold()
        here = self.model.index_of(chosen[0].bookmark.id) if chosen else QModelIndex()
        if not here.isValid() and row.isValid():
            here = self._nearest(row.row(), row.parent().row())
        if here.isValid():
            self._choose(here)

    def _nearest(self, row: int, group: int) -> QModelIndex:
        """Return what stands where a removed one stood, so that Del can be pressed again."""
        above = self.model.index(min(max(group, 0), self.model.rowCount() - 1), 0)
        count = self.model.rowCount(above) if above.isValid() else 0
        return self.model.index(min(row, count - 1), 0, above) if count else QModelIndex()

    def _choose(self, index: QModelIndex) -> None:
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(index, how)

    def chosen(self) -> tuple[ListedBookmark, ...]:
        """Return what is selected, in the order of the list; documents stand for theirs."""
        found: dict[int, ListedBookmark] = {}
        for index in self.tree.selectionModel().selectedIndexes():
            one = self.model.bookmark(index)
            rows = range(self.model.rowCount(index))
            below = (self.model.bookmark(self.model.index(row, 0, index)) for row in rows)
            found |= {o.bookmark.id: o for o in ((one,) if one else below) if o is not None}
        return tuple(one for one in self.model.shown() if one.bookmark.id in found)

    def _on_typed(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._unfold()

    def _unfold(self) -> None:
        self.tree.expandAll()
        shown, there = self.model.counts()
        self._pages.setCurrentWidget(self.tree if shown else self.empty)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(there > 0)
        self._say()

    def _say(self) -> None:
        shown, there = self.model.counts()
        self.told.setText(
            self.tr("Bookmarks: {0}").format(there)
            if shown == there
            else self.tr("Bookmarks: {0} of {1}").format(shown, there)
        )
        self.empty.setText(
            self.tr("No bookmark or note holds these words.")
            if there
            else self.tr(
                "No bookmarks yet. Select a passage in a text, or click into a paragraph, and "
                "press Ctrl+D to bookmark it, or Ctrl+Shift+M to write a note on it."
            )
        )

    def _enter_list(self) -> None:
        first = self.model.index(0, 0, self.model.index(0, 0))
        if first.isValid():
            if not self.tree.currentIndex().isValid():
                self._choose(first)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, index: QModelIndex) -> None:
        if len(self.tree.selectionModel().selectedIndexes()) == 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        one = self.model.bookmark(index)
        if one is not None:
            self.place_wanted.emit(one)
        elif index.isValid():
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _on_note(self) -> None:
        one = self.model.bookmark(self.tree.currentIndex())
        if one is not None:
            self.note_wanted.emit(one)

    def _on_removal(self) -> None:
        if self.chosen():
            self.removal_wanted.emit(self.chosen())

    def _on_copy(self) -> None:
        if self.chosen():
            self.copy_wanted.emit(self.chosen())

    def _on_copy_button(self) -> None:
        self.copy_wanted.emit(self.chosen() or self.model.shown())
