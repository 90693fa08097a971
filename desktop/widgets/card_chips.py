"""Above the cards: chips that filter them, and the order they stand in."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.models.pair_cards import CardFilter, CardOrder
from desktop.widgets.quiet_box import QuietBox


class CardChips(QWidget):
    """One button for each filter, and a box for the order.

    Signals:
        filtered(frozenset[CardFilter]): Which buttons are pressed; none means all cards.
        sorted(CardOrder): Another order was chosen.
    """

    filtered = Signal(object)
    sorted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[CardFilter, int] = {}
        self.buttons: dict[CardFilter, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(6)
        for wanted in CardFilter:
            button = QToolButton(self)
            button.setObjectName("chip")
            button.setCheckable(True)
            button.toggled.connect(self._on_toggled)
            layout.addWidget(button)
            self.buttons[wanted] = button
        layout.addStretch(1)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.order_box = QuietBox(self)
        self.order_box.activated.connect(self._on_order)
        layout.addWidget(self.count)
        layout.addSpacing(8)
        layout.addWidget(self.order_box)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        at = max(0, self.order_box.currentIndex())
        self.order_box.clear()
        self.order_box.addItem(self.tr("Later report's order"), CardOrder.LATER)
        self.order_box.addItem(self.tr("Earlier report's order"), CardOrder.EARLIER)
        self.order_box.addItem(self.tr("Most changed first"), CardOrder.CHANGE)
        self.order_box.setCurrentIndex(at)
        self.order_box.setToolTip(self.tr("In which order the cards stand"))
        self.order_box.setAccessibleName(self.order_box.toolTip())
        self._say()

    def set_counts(self, counts: dict[CardFilter, int]) -> None:
        """Show how many cards pass each filter; a filter without any cannot be pressed."""
        self._counts = counts
        self._say()

    def say_shown(self, shown: int) -> None:
        """Say how many cards there are below."""
        self.count.setText(self.tr("Cards: {0}").format(shown))

    def _on_toggled(self) -> None:
        self.filtered.emit(frozenset(f for f, b in self.buttons.items() if b.isChecked()))

    def _on_order(self) -> None:
        self.sorted.emit(self.order_box.currentData())

    def _say(self) -> None:
        names = {
            CardFilter.CHANGED: self.tr("Reworded"),
            CardFilter.FIGURES: self.tr("Figures changed"),
            CardFilter.DROPPED: self.tr("Dropped"),
            CardFilter.NEW: self.tr("New"),
            CardFilter.MOVED: self.tr("Moved"),
        }
        tips = {
            CardFilter.CHANGED: self.tr("Pairs of sections whose words differ"),
            CardFilter.FIGURES: self.tr("Pairs in which the same indicator has another figure"),
            CardFilter.DROPPED: self.tr("Sections that only the earlier report has"),
            CardFilter.NEW: self.tr("Sections that only the later report has"),
            CardFilter.MOVED: self.tr(
                "Sections in another order, and those that sentences went into or out of"
            ),
        }
        for wanted, button in self.buttons.items():
            n = self._counts.get(wanted, 0)
            button.setText(f"{names[wanted]} {n}")
            button.setToolTip(tips[wanted])
            button.setEnabled(n > 0 or button.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
