"""One promise through the years (承诺链): a year, its sign, and the way there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.words import name_of, say
from desktop.widgets.assets import icon
from desktop.widgets.theme import colours
from desktop.widgets.tips import plain_tip

if TYPE_CHECKING:
    from tracker.model.chain import Chain, ChainLink

_MOST = 8
"""Years that have room; earlier ones are left out."""


class ChainStrip(QWidget):
    """A button that asks for the years, then one for each of them.

    Signals:
        wanted(): The years of the promise are asked for.
        place_wanted(ReportId, CommitmentId): The promise of another year shall be shown.
    """

    wanted = Signal()
    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chain: Chain | None = None
        self._here = ""
        self.ask = QPushButton(self)
        self.ask.setObjectName("choice")
        self.ask.clicked.connect(self.wanted)
        self.years: list[QPushButton] = []
        self.story = QLabel(self)
        self.story.setObjectName("muted")
        self.story.setWordWrap(True)
        self.story.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addWidget(self.ask)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._row)
        layout.addWidget(self.story)
        self.clear()
        self.retranslate()

    def clear(self) -> None:
        """Know nothing of the years."""
        self._chain = None
        self._show()

    def show_waiting(self) -> None:
        """Say that the years are looked for."""
        self.ask.setEnabled(False)
        self.story.setText(self.tr("Looking through the reports of all years…"))
        self.story.show()

    def show_chain(self, chain: Chain | None, here: str) -> None:
        """Show the years of a promise; ``here`` is the one that is looked at."""
        self._chain, self._here = chain, here
        self._show()
        if chain is None:
            self.ask.setEnabled(True)
            self.story.setText(self.tr("It stands in the report of this year only."))
            self.story.show()

    def _show(self) -> None:
        chain = self._chain
        for button in self.years:
            button.hide()
            button.deleteLater()
        self.years = []
        self.ask.setEnabled(True)
        self.ask.setVisible(chain is None)
        self.story.setVisible(chain is not None)
        if chain is None:
            return
        self.story.setText(say(chain.reason))
        for link in chain.links[-_MOST:]:
            button = QPushButton(str(link.year), self)
            button.setObjectName("choice")
            self._name(button, link)
            button.clicked.connect(partial(self._go, str(link.report_id), str(link.commitment.id)))
            self._row.insertWidget(self._row.count() - 1, button)
            self.years.append(button)

    def _name(self, button: QPushButton, link: ChainLink) -> None:
        verdict = link.tracking.verdict
        button.setIcon(icon(verdict.value, colours().of_verdict(verdict)))
        here = link.commitment.id == self._here
        button.setCheckable(True)
        button.setChecked(here)
        lines = [f"{link.year}  {name_of(verdict)}", link.commitment.statement.quote]
        lines.extend(say(shift.message) for shift in link.shifts)
        button.setToolTip(plain_tip("\n".join(line.replace("\n", "") for line in lines)))
        button.setAccessibleName(lines[0])

    def _go(self, report: str, promise: str, *_: object) -> None:
        if promise == self._here:
            self._show()
        else:
            self.place_wanted.emit(report, promise)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.ask.setText(self.tr("Through the years"))
        self.ask.setToolTip(
            self.tr("Where the same promise stands in reports of other years, and what came of it")
        )
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "story"):
            self.retranslate()
