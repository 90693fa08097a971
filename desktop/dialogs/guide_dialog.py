"""The user guide (使用手册), beside the work: pages at the left, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.guide import folder, pages
from desktop.widgets.assets import icon
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.guide_page import GuidePageView
from desktop.widgets.picture_sheet import PictureSheet

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
        self._trail: list[tuple[int, int]] = []
        self._shown = -1
        self.back = QToolButton(self)
        self.back.setAutoRaise(True)
        self.filter = FilterLine(self)
        self.filter.escape_clears = True
        self.list = QListWidget(self)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.page = GuidePageView(self)
        self.told = QLabel(self)
        self.told.setObjectName("muted")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setContentsMargins(28, 6, 12, 8)
        self.told.hide()
        self._build()
        self.list.currentRowChanged.connect(self._on_row)
        self.filter.typed.connect(self._find)
        self.filter.left.connect(self.find_next)
        self.page.page_wanted.connect(self.open_page)
        self.page.picture_wanted.connect(self._show_picture)
        self.page.address_wanted.connect(self._copy_address)
        self.back.clicked.connect(self.go_back)
        for key, slot in (
            (QKeySequence.StandardKey.Back, self.go_back),
            (Qt.Key.Key_Back, self.go_back),
            (QKeySequence.StandardKey.Find, self.filter.setFocus),
            (Qt.Key.Key_F3, self.find_next),
        ):
            QShortcut(QKeySequence(key), self, slot)
        self.retranslate()
        self.resize(980, 720)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.back)
        head.addWidget(self.filter, 1)
        side = QWidget(self)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(12, 12, 8, 12)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing)
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.told)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(side)
        split.addWidget(text)
        split.setSizes([230, 750])
        split.setCollapsible(1, False)
        split.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def retranslate(self) -> None:
        """Say everything, and show the guide, in the language of the interface."""
        self.setWindowTitle(self.tr("User guide"))
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.page.setAccessibleName(self.tr("User guide"))
        self.filter.setPlaceholderText(self.tr("Find in the guide"))
        self.filter.setAccessibleName(self.tr("Find in the guide"))
        self.filter.setToolTip(
            self.tr("Pages with these words; Enter or F3 goes to the next place (Ctrl+F)")
        )
        self.nothing.setText(self.tr("No page holds these words."))
        self.back.setAccessibleName(self.tr("Back"))
        self.back.setToolTip(self.tr("Back to where you read before (Alt+Left)"))
        row = max(self.list.currentRow(), 0)
        self._shown = -1
        self._trail.clear()
        self.list.clear()
        self.list.addItems([page.title for page in pages(self._language())])
        self.list.setCurrentRow(row)
        self._find(self.filter.composed())
        self._draw()

    def open_page(self, name: str, heading: str = "") -> None:
        """Show a page by its name, at a heading; one that there is not is passed over."""
        for row, page in enumerate(pages(self._language())):
            if page.name == (name or self._name()):
                if row == self._shown and heading:
                    self._remember()
                self.list.setCurrentRow(row)
                if heading:
                    self.page.show_heading(heading)

    def go_back(self) -> None:
        """Show what was read before, where it was left."""
        if self._trail:
            row, place = self._trail.pop()
            self._shown = -1
            self.list.setCurrentRow(row)
            self._show(row)
            self.page.verticalScrollBar().setValue(place)
            self._draw()

    def find_next(self) -> None:
        """Go to the next place of the first typed word, after the last one to the first again."""
        words = self.filter.composed().split()
        if words and not self.page.find(words[0]):
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            self.page.find(words[0])

    def _name(self) -> str:
        return pages(self._language())[max(self._shown, 0)].name

    def _remember(self) -> None:
        if self._shown >= 0:
            self._trail.append((self._shown, self.page.verticalScrollBar().value()))
            self._draw()

    def _on_row(self, row: int) -> None:
        if row >= 0 and row != self._shown:
            self._remember()
            self._show(row)

    def _show(self, row: int) -> None:
        self._shown = row
        self.told.hide()
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
        """Mark the typed words on the page, and go to the first place."""
        words = self.filter.composed().split()
        self.page.mark_words(words)
        if words:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            self.page.find(words[0])

    def _show_picture(self, path: str) -> None:
        PictureSheet(path, self).show()

    def _copy_address(self, address: str) -> None:
        """Say where a link leads; the program opens no address."""
        QGuiApplication.clipboard().setText(address)
        self.told.setText(self.tr("Copied, to be opened in a browser: {0}").format(address))
        self.told.show()

    def _draw(self) -> None:
        self.back.setEnabled(bool(self._trail))
        self.back.setIcon(icon("back", self.palette().windowText().color()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; colours of a page follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._shown >= 0:
            place = self.page.verticalScrollBar().value()
            self._show(self._shown)
            self.page.verticalScrollBar().setValue(place)
            self._draw()
