"""How two reports are shown: one button for each way, side by side, one of them pressed."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop.models.pair_mode import PairMode
from desktop.widgets.assets import icon
from desktop.widgets.fitting import show_words

_ICONS = {
    PairMode.SIDE_BY_SIDE: "compare",
    PairMode.INLINE: "inline",
    PairMode.CARDS: "cards",
    PairMode.PROMISES: "promises",
}


_ICON = 34
"""Width of a button that has no words, in pixels."""


class ModeSwitch(QWidget):
    """Buttons for the ways to show two reports.

    Signals:
        chosen(PairMode): A button was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[PairMode, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        modes = list(PairMode)
        for n, mode in enumerate(modes):
            button = QToolButton(self)
            button.setObjectName("segment")
            button.setProperty("place", {0: "first", len(modes) - 1: "last"}.get(n, "middle"))
            button.setCheckable(True)
            button.setIconSize(QSize(16, 14))  # air between a picture and its word
            show_words(button, shown=True)
            self._group.addButton(button, n)
            layout.addWidget(button)
            self.buttons[mode] = button
        self.buttons[PairMode.SIDE_BY_SIDE].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)
        self.retranslate()

    def set_mode(self, mode: PairMode) -> None:
        """Press the button of a mode."""
        self.buttons[mode].setChecked(True)

    def fit(self, room: int) -> None:
        """Show icons with words, or icons alone where there is no room for the words."""
        for shown in (True, False):
            for button in self.buttons.values():
                show_words(button, shown=shown)
            if sum(button.sizeHint().width() for button in self.buttons.values()) <= room:
                break
        self.updateGeometry()  # else icons would be spread over the room of their words

    def sizeHint(self) -> QSize:
        """Return the room of the buttons as they are now."""
        wide = sum(button.sizeHint().width() for button in self.buttons.values())
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the icons alone, so that words never keep a window from narrowing."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _ICON * len(self.buttons)), whole.height())

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(list(PairMode)[place])

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        names = {
            PairMode.SIDE_BY_SIDE: self.tr("Side by side"),
            PairMode.INLINE: self.tr("One column"),
            PairMode.CARDS: self.tr("Cards"),
            PairMode.PROMISES: self.tr("Plan against review"),
        }
        tips = {
            PairMode.SIDE_BY_SIDE: self.tr("The reports beside each other, section by section"),
            PairMode.INLINE: self.tr(
                "The later report, with what was dropped struck through at its old place"
            ),
            PairMode.CARDS: self.tr(
                "Only what belongs together: a card for each pair of sections, with its figures"
            ),
            PairMode.PROMISES: self.tr(
                "What the earlier report planned beside what the later one reports as done"
            ),
        }
        for n, (mode, button) in enumerate(self.buttons.items(), start=1):
            button.setText(names[mode])
            button.setToolTip(f"{tips[mode]} (Alt+{n})")
            button.setAccessibleName(names[mode])
        self.draw_icons()

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        ink = self.palette().windowText().color()
        for mode, button in self.buttons.items():
            button.setIcon(icon(_ICONS[mode], ink))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "buttons"):
            self.draw_icons()
