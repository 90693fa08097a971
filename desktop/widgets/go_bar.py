"""The bar below the texts by which one goes to a line or a page (转到)."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.panel import Panel


class GoBar(Panel):
    """A line for a number, and room for what can be typed.

    Signals:
        typed(str): Something else stands in the line.
        accepted(): Enter: the text stays where it is now.
        closed(): Escape: the text goes back to where it was.
    """

    typed = Signal(str)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.label = QLabel(self)
        self.line = FilterLine(self)
        self.line.setFixedWidth(150)
        self.told = ElidedLabel(self)
        self.told.setObjectName("muted")
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 8, 5)
        self._row.setSpacing(8)
        for part in (self.label, self.line):
            self._row.addWidget(part)
        self._row.addWidget(self.told, 1)
        self._row.addWidget(self.close_button)
        self.line.typed.connect(self.typed)
        self.line.left.connect(self.accepted)
        self.close_button.clicked.connect(self.accepted)
        self.retranslate()
        self.draw_icons()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.label.setText(self.tr("Go to"))
        self.line.setPlaceholderText(self.tr("45 or p12"))
        self.line.setAccessibleName(self.tr("Line or page to go to"))
        self.close_button.setToolTip(self.tr("Close (Enter); Esc goes back to where you were"))
        self.close_button.setAccessibleName(self.tr("Close"))

    def draw_icons(self) -> None:
        """Draw the icon in the colours of the theme."""
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        self.close_button.setIcon(icon("close", ink))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_row"):
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_row"):
            self.draw_icons()

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Say what can be typed, or what is wrong with what was."""
        self.told.setObjectName("complaint" if is_problem else "muted")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.set_text(text)

    def enter(self) -> None:
        """Show the bar, empty, with the keyboard in it."""
        self.show()
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
