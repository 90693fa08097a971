"""A box whose list is found in by typing: 汉字, pinyin or its initials, years.

The list is a sheet over the window and no window of its own: an input method composes into it as
into any line, on every system.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

from desktop.models.query import Query
from desktop.models.roles import DataRole
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.panel import Panel
from desktop.widgets.quiet_box import QuietBox

_FEW = 12
"""Lines that are taken in at a glance: with no more of them there is nothing to look for."""
_MOST_LINES = 18
_LEAST_WIDTH = 300
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_SEPARATOR = "separator"
"""What Qt says of a line between groups (``AccessibleDescriptionRole``)."""


class SearchBox(QuietBox):
    """A box that opens a list with a line above it, as soon as there is more than a glance.

    What is looked through is ``DataRole.SEARCH`` and ``DataRole.SPELLED`` of the model, or else
    what is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: OfferSheet | None = None

    def showPopup(self) -> None:
        """Open the list."""
        if self.count() <= _FEW:
            super().showPopup()
        else:
            self._open("")

    def hidePopup(self) -> None:
        """Close the list."""
        if self.sheet is not None:
            self.sheet.close_quietly()
        super().hidePopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for what is typed; a box of Qt would choose at once, letter by letter."""
        typed = event.text()
        if self.count() > _FEW and typed.strip() and typed.isprintable():
            self._open(typed)
        else:
            super().keyPressEvent(event)

    def _open(self, typed: str) -> None:
        if self.sheet is None or self.sheet.parentWidget() is not self.window():
            self.sheet = OfferSheet(self.window())
            self.sheet.chosen.connect(self._on_chosen)
            self.sheet.closed.connect(self._on_closed)
        name = self.accessibleName() or self.toolTip()
        self.sheet.open_below(self, self.model(), self.currentIndex(), name, typed)

    def _on_chosen(self, row: int) -> None:
        self._on_closed()
        self.setCurrentIndex(row)
        self.activated.emit(row)

    def _on_closed(self) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class _Found(QSortFilterProxyModel):
    """The lines that have what is typed; lines between groups only while nothing is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._query = Query("")

    def look_for(self, words: str) -> None:
        """Show only what has these words."""
        self.beginFilterChange()
        self._query = Query(words)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether a line has what is typed."""
        if not self._query:
            return True
        index = self.sourceModel().index(row, 0, parent)
        if index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == _SEPARATOR:
            return False
        shown = str(index.data(Qt.ItemDataRole.DisplayRole) or "").lower()
        plain, spelled = index.data(DataRole.SEARCH), index.data(DataRole.SPELLED)
        return self._query.finds(f"{shown}\n{plain or ''}", spelled or "")


class _Line(FilterLine):
    """A line whose arrows move in the list below it.

    Signals:
        moved(QKeyEvent): A key for the list.
        accepted(): Enter was pressed.
    """

    moved = Signal(object)
    accepted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, or choose from it."""
        if event.key() in _MOVES:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)


class OfferSheet(Panel):
    """A line and below it what is offered, over the window.

    Signals:
        chosen(int): A line was chosen; its row in the model that is offered.
    """

    chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = self._box = window
        self.setObjectName("sheet")
        self.setAutoFillBackground(True)
        self.line = _Line(self)
        self.list = QListView(self)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.none = QLabel(self)
        self.none.setObjectName("muted")
        self.none.setWordWrap(True)
        self.none.hide()
        self._found = _Found(self)
        self.list.setModel(self._found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        self.line.typed.connect(self._on_typed)
        self.line.moved.connect(self._on_moved)
        self.line.accepted.connect(self._accept)
        self.list.clicked.connect(self._choose)
        self.list.entered.connect(self._on_hovered)
        self._mouse = QPoint()
        self.closed.connect(self.close_quietly)
        self.hide()

    def open_below(
        self, box: QWidget, offered: QAbstractItemModel, row: int, name: str, typed: str
    ) -> None:
        """Offer the lines of a model below a box; ``row`` is what is chosen now."""
        self.line.setPlaceholderText(self.tr("Type to find: 苏州, sz, 2023"))
        self.line.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.none.setText(self.tr("Nothing has these words."))
        self._found.setSourceModel(offered)
        self.line.setText(typed)
        self._on_typed(self.line.composed())
        at = self._found.mapFromSource(offered.index(row, 0))
        if at.isValid() and not typed:
            self.list.setCurrentIndex(at)
        self._box = box
        self._place()
        self._mouse = QCursor.pos()
        self.show()
        self.raise_()
        self.list.scrollTo(self.list.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # it runs

    def _place(self) -> None:
        """Stand below the box where there is room, else above it; as tall as its lines."""
        window, box = self._window, self._box
        wanted = max(box.width(), _LEAST_WIDTH, self.list.sizeHintForColumn(0) + 40)
        width = min(wanted, window.width() - 16)
        lines = min(_MOST_LINES, max(1, self._found.rowCount()))
        height = self.line.sizeHint().height() + 20 + lines * max(18, self.list.sizeHintForRow(0))
        under = box.mapTo(window, QPoint(0, box.height() + 2))
        below, above = window.height() - under.y() - 8, under.y() - box.height() - 12
        is_below = below >= min(height, above)
        height = min(height, below if is_below else above)
        x = max(8, min(under.x(), window.width() - width - 8))
        y = under.y() if is_below else under.y() - box.height() - 4 - height
        self.setGeometry(x, y, width, height)

    def close_quietly(self) -> None:
        """Go away; whoever opened it says where the keyboard goes."""
        if not self.isHidden():
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # it runs
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a click elsewhere, and when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if not self.rect().contains(self.mapFromGlobal(at)):
                self.close_quietly()
        elif watched is self.line and event.type() == QEvent.Type.FocusOut:
            if QApplication.focusWidget() is not None:  # else another window is in front
                self.close_quietly()
        elif watched is self._window and event.type() == QEvent.Type.Resize:
            self.close_quietly()
        return False

    def _on_typed(self, words: str) -> None:
        self._found.look_for(words)
        has_any = self._found.rowCount() > 0
        self.none.setVisible(not has_any)
        self.list.setVisible(has_any)
        self.list.setCurrentIndex(self._found.index(0, 0))
        if self.isVisible():
            self._place()

    def _on_hovered(self, index: QModelIndex) -> None:
        """Follow the mouse; a list that comes below a mouse at rest keeps its own line."""
        at = QCursor.pos()
        if at != self._mouse:
            self._mouse = at
            self.list.setCurrentIndex(index)

    def _on_moved(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self.list, event)

    def _accept(self) -> None:
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.close_quietly()
            self.chosen.emit(self._found.mapToSource(index).row())
