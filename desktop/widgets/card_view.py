"""A list of cards that scrolls by pixels and lays out only what it needs."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.models.card_list import CardList
from desktop.models.pair_cards import Card
from desktop.models.roles import DataRole
from desktop.widgets.card_items import CardItems

_LONGEST_LINE = 46
"""Characters in a line; where there is room for more, cards stand in the middle."""
_AT_ONCE = 12
"""Cards that are laid out before the list is first painted; the others follow while it waits."""
_STEP = 60
"""Pixels of a step of the wheel or of an arrow of the scroll bar."""


class CardView(QListView):
    """Cards of section pairs.

    Signals:
        opened(Card): A card was chosen to be read in its reports.
        zoom_wanted(int): The wheel asked for larger letters (1) or smaller ones (-1).
        moved_in(int): Cards stand so many pixels away from the edges.
    """

    opened = Signal(object)
    zoom_wanted = Signal(int)
    moved_in = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.cards = CardList(self)
        self.setModel(self.cards)
        self.items = CardItems(self)
        self.setItemDelegate(self.items)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(_STEP)
        self._wanted = QPersistentModelIndex()
        self.activated.connect(self._on_activated)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    def current_card(self) -> Card | None:
        """Return the card that the keys move."""
        found = self.currentIndex().data(DataRole.VALUE)
        return found if isinstance(found, Card) else None

    def go_to(self, row: int) -> None:
        """Make a card the current one and bring it to the top."""
        index = self.cards.index(row)
        self.setCurrentIndex(index)
        self._wanted = QPersistentModelIndex(index)
        self._on_range()

    def _on_range(self) -> None:
        """Follow the card that was gone to while cards above it are still laid out."""
        if self._wanted.isValid():
            index = self.cards.index(self._wanted.row())
            self.scrollTo(index, QListView.ScrollHint.PositionAtTop)

    def _let_go(self) -> None:
        self._wanted = QPersistentModelIndex()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever turns the wheel reads elsewhere; with Ctrl they want other letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = event.angleDelta().y()
            if by:
                self.zoom_wanted.emit(1 if by > 0 else -1)
            event.accept()
            return
        self._let_go()
        super().wheelEvent(event)

    def set_reading_font(self, font: QFont) -> None:
        """Show the texts of the cards in letters of another size; the card that is read stays."""
        card = self.card_read()
        self.items.set_font(font)
        self._move_in()
        self._lay_out_anew()
        if card is not None:
            self.scrollTo(
                self.cards.index(self.cards.cards.index(card)),
                QListView.ScrollHint.PositionAtTop,
            )

    def card_read(self) -> Card | None:
        """Return the card that is read: the current one where it is seen, else the uppermost."""
        current = self.currentIndex()
        if current.isValid() and self.visualRect(current).intersects(self.viewport().rect()):
            return self.current_card()
        found = self.indexAt(self.viewport().rect().center()).data(DataRole.VALUE)
        return found if isinstance(found, Card) else None

    def _on_activated(self, index: QModelIndex) -> None:
        card = index.data(DataRole.VALUE)
        if isinstance(card, Card):
            self.opened.emit(card)

    def toggle(self) -> None:
        """Show the whole texts of the current card, or their beginnings again."""
        card = self.current_card()
        if card is not None:
            self.items.toggle(card)
            self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        top = self.verticalScrollBar().value()
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a card with Space; copy the current one."""
        self._let_go()
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        card = self.current_card()
        if card is not None:
            sides = [side.text for side in (card.earlier, card.later) if side is not None]
            QGuiApplication.clipboard().setText("\n\n".join(sides))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a card whose last line says that there is more."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        card = index.data(DataRole.VALUE)
        if isinstance(card, Card) and event.button() is Qt.MouseButton.LeftButton:
            y = event.position().y() - self.visualRect(index).top()
            if self.items.is_more(card, y):
                self.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay cards out for the new width."""
        if event.size().width() != event.oldSize().width():
            self.items.forget()
        super().resizeEvent(event)
        self._move_in()

    def _move_in(self) -> None:
        """Leave the room beside cards free that lines are not to take."""
        room = self.width() - self.verticalScrollBar().width()
        margin = max(0, room - self.items.width_for(_LONGEST_LINE)) // 2
        if margin != self.viewportMargins().left():
            self.setViewportMargins(margin, 0, margin, 0)
            self.moved_in.emit(margin)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of another theme, the words of another language."""
        super().changeEvent(event)
        renewed = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange)
        if renewed and hasattr(self, "items"):
            self.items.forget()
            self.viewport().update()
