"""The user guide (使用手册), beside the work: pages at the left, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.models.guide import folder, pages
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.guide_page import GuidePageView

if TYPE_CHECKING:
    from collections.abc import Callable


class GuideDialog(QDialog):
    """All pages of the guide; words that are typed leave the pages that hold them.

    Args:
        language: Returns the code of the language of the interface.
        parent: Parent.
    """

    def __init__(self, language: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._back: list[int] = []
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.list = QListWidget(self)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.page = GuidePageView(self)
        side = QWidget(self)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(12, 12, 8, 12)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(side)
        split.addWidget(self.page)
        split.setSizes([210, 770])
        split.setCollapsible(1, False)
        split.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.list.currentRowChanged.connect(self._show)
        self.filter.typed.connect(self._find)
        self.filter.left.connect(self.list.setFocus)
        self.page.page_wanted.connect(self.open_page)
        QShortcut(QKeySequence.StandardKey.Back, self, self.go_back)
        QShortcut(QKeySequence.StandardKey.Find, self, self.filter.setFocus)
        self.retranslate()
        self.resize(980, 720)

    def retranslate(self) -> None:
        """Say everything, and show the guide, in the language of the interface."""
        self.setWindowTitle(self.tr("User guide"))
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.page.setAccessibleName(self.tr("User guide"))
        self.filter.setPlaceholderText(self.tr("Find in the guide"))
        self.filter.setAccessibleName(self.tr("Find in the guide"))
        self.filter.setToolTip(self.tr("Words that a page holds; the first place is shown"))
        self.nothing.setText(self.tr("No page holds these words."))
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        self.list.addItems([page.title for page in pages(self._language())])
        self.list.setCurrentRow(row)
        self._find(self.filter.composed())

    def open_page(self, name: str) -> None:
        """Show a page by its name; one that there is not is passed over."""
        for row, page in enumerate(pages(self._language())):
            if page.name == name:
                self._back.append(self.list.currentRow())
                self.list.setCurrentRow(row)

    def go_back(self) -> None:
        """Show the page that a link was followed from."""
        if self._back:
            self.list.setCurrentRow(self._back.pop())

    def _show(self, row: int) -> None:
        if row >= 0:
            self.page.show_page(pages(self._language())[row].text, folder(self._language()))
            self._mark()

    def _find(self, text: str) -> None:
        """Leave the pages that hold all words, and go to the first place on the shown one."""
        words = text.lower().split()
        found = []
        for row, page in enumerate(pages(self._language())):
            hit = all(word in page.text.lower() for word in words)
            self.list.item(row).setHidden(not hit)
            found += [row] if hit else []
        self.nothing.setVisible(not found)
        if found and self.list.currentRow() not in found:
            self.list.setCurrentRow(found[0])
        else:
            self._mark()

    def _mark(self) -> None:
        """Select the first place of the typed words on the page."""
        words = self.filter.composed().split()
        if words:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            self.page.find(words[0])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; colours of a page follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show(self.list.currentRow())
