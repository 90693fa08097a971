"""The bar below the texts that words are looked for with (查找)."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.panel import Panel
from tracker.model.search import Query

_PAUSE_MS = 60
"""Typing goes on within this time; the search itself takes some milliseconds."""


class SearchLine(FilterLine):
    """A line to search by: Enter goes on, with Shift back.

    Signals:
        stepped(int): 1 for the next hit, -1 for the one before.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from hit to hit."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class SearchBar(Panel):
    """A line, two switches for how it is meant, and room for what was found.

    Signals:
        asked(Query): Something else is looked for.
        closed(): The person is done.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, pause: int = _PAUSE_MS) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.line = SearchLine(self)
        self.regex_button = self._switch(".*")
        self.words_button = self._switch("")
        self.told = ElidedLabel(self)
        self.told.setObjectName("muted")
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("quiet")
        self.close_button.clicked.connect(self.closed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self.ask)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 5, 8, 5)
        self.row.setSpacing(6)
        self.row.addWidget(self.line, 3)
        self.row.addWidget(self.regex_button)
        self.row.addWidget(self.words_button)
        self.row.addSpacing(6)
        self.row.addWidget(self.told, 4)
        self.row.addWidget(self.close_button)
        self.line.typed.connect(lambda _: self._pause.start())
        for button in (self.regex_button, self.words_button):
            button.toggled.connect(lambda _: self.ask())
        self.draw_icons()

    def _switch(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setCheckable(True)
        button.setText(text)
        return button

    def query(self) -> Query:
        """Return what is looked for, with what an input method is still composing."""
        return Query(
            self.line.composed(), self.regex_button.isChecked(), self.words_button.isChecked()
        )

    def ask(self) -> None:
        """Look for what stands in the line now."""
        self._pause.stop()
        self.asked.emit(self.query())

    def enter(self, words: str = "") -> None:
        """Put the keyboard into the line, with words to look for where some are selected."""
        if words:
            self.line.setText(words)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def say_problem(self, text: str) -> None:
        """Say why nothing can be looked for; "" where nothing is wrong."""
        self.told.setObjectName("complaint" if text else "muted")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.set_text(text)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.regex_button.setToolTip(self.tr("Regular expression"))
        self.regex_button.setAccessibleName(self.tr("Regular expression"))
        self.words_button.setText(self.tr("Whole words"))
        self.words_button.setToolTip(
            self.tr("Whole words, as a dictionary cuts them: 苏州 is not found in 姑苏州县")
        )
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close"))

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        self.close_button.setIcon(icon("close", ink))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "row"):
            self.draw_icons()


class FindBar(SearchBar):
    """Finds in the texts that stand side by side, and says how much in each.

    Signals:
        stepped(int): 1 for the next hit, -1 for the one before.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous_button, self.next_button = QToolButton(self), QToolButton(self)
        self.previous_button.setObjectName("quiet")
        self.next_button.setObjectName("quiet")
        self.counts = QLabel(self)
        at = self.row.indexOf(self.regex_button)
        for widget in (self.next_button, self.previous_button):
            self.row.insertWidget(at, widget)
        self.row.insertWidget(self.row.indexOf(self.told), self.counts)
        self.previous_button.clicked.connect(self._on_previous)
        self.next_button.clicked.connect(self._on_next)
        self.line.stepped.connect(self.stepped)
        self.retranslate()
        self.draw_icons()

    def _on_previous(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def say_counts(self, text: str, *, found: bool) -> None:
        """Say how many hits there are in each text, and which one is shown."""
        self.counts.setText(text)
        self.counts.setAccessibleName(text)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(found)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        super().retranslate()
        self.line.setPlaceholderText(self.tr("Find in all columns"))
        self.line.setAccessibleName(self.tr("Find in all columns"))
        self.previous_button.setToolTip(self.tr("Previous hit (Shift+F3)"))
        self.previous_button.setAccessibleName(self.tr("Previous hit"))
        self.next_button.setToolTip(self.tr("Next hit (F3)"))
        self.next_button.setAccessibleName(self.tr("Next hit"))

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        super().draw_icons()
        if not hasattr(self, "next_button"):
            return
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        self.previous_button.setIcon(icon("previous", ink))
        self.next_button.setIcon(icon("next", ink))
