"""Verdicts with their counts, as buttons that filter."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.models.codebook import definition
from desktop.models.words import name_of
from desktop.widgets.assets import icon
from desktop.widgets.theme import colours
from tracker.model.tracking import Verdict


class VerdictChips(QWidget):
    """One button for each verdict.

    Signals:
        changed(frozenset[Verdict]): Which are pressed; none means all.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Verdict, int] = {}
        self.buttons: dict[Verdict, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(6)
        for verdict in Verdict:
            button = QToolButton(self)
            button.setObjectName("chip")
            button.setCheckable(True)
            button.setIconSize(QSize(14, 14))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.toggled.connect(self._on_toggled)
            layout.addWidget(button)
            self.buttons[verdict] = button
        layout.addStretch(1)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(300, 38)
        self._say()

    def set_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show how many promises stand at each verdict."""
        self._counts = counts
        self._say()

    def clear(self) -> None:
        """Release every button."""
        for button in self.buttons.values():
            button.setChecked(False)

    def _on_toggled(self) -> None:
        self.changed.emit(frozenset(v for v, b in self.buttons.items() if b.isChecked()))

    def _say(self) -> None:
        for verdict, button in self.buttons.items():
            n = self._counts.get(verdict, 0)
            button.setText(f"{name_of(verdict)} {n}")
            button.setVisible(n > 0 or button.isChecked())
            button.setToolTip(definition(verdict))
            colour = colours().of_verdict(verdict)
            button.setIcon(icon(verdict.value, colour, colours().line))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()
