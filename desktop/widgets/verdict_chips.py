"""Verdicts with their counts, as buttons that filter."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.models.codebook import definition
from desktop.models.words import labelled, name_of
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
        self._there: frozenset[Verdict] = frozenset()
        self.buttons: dict[Verdict, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(6)
        for verdict in Verdict:
            button = QToolButton(self)
            button.setObjectName("chip")
            button.setProperty("pictured", True)
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

    def set_counts(self, counts: Mapping[Verdict, int], there: frozenset[Verdict]) -> None:
        """Show how many promises stand at each verdict.

        Args:
            counts: How many pass the other filters.
            there: Verdicts that any promise of the report stands at; only these have a button.
        """
        self._counts, self._there = counts, there
        self._say()

    def press(self, verdicts: frozenset[Verdict]) -> None:
        """Press the buttons of these verdicts and release the others."""
        for verdict, button in self.buttons.items():
            button.setChecked(verdict in verdicts)

    def _on_toggled(self) -> None:
        self.changed.emit(frozenset(v for v, b in self.buttons.items() if b.isChecked()))

    def _say(self) -> None:
        for verdict, button in self.buttons.items():
            button.setVisible(verdict in self._there or button.isChecked())
            button.setToolTip(labelled(name_of(verdict), definition(verdict)))
            colour = colours().of_verdict(verdict)
            button.setIcon(icon(verdict.value, colour))
        self._fit()

    def _fit(self) -> None:
        """Leave the signs out where there is no room for all, then the words; no number is cut."""
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for words, style in (
            (True, beside),
            (True, Qt.ToolButtonStyle.ToolButtonTextOnly),
            (False, beside),
        ):
            for verdict, button in self.buttons.items():
                n = self._counts.get(verdict, 0)
                button.setToolButtonStyle(style)
                button.setText(f"{name_of(verdict)} {n}" if words else str(n))
            shown = [button for button in self.buttons.values() if not button.isHidden()]
            gaps = 24 + 6 * len(shown)
            if sum(button.sizeHint().width() for button in shown) + gaps <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()
