"""Across reports (横向): comparisons over many reports, one beside the other on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views.across_first import FirstPanel
from desktop.views.across_nearest import NearestPanel
from desktop.views.across_regions import FeedbackPanel, RegionsPanel
from desktop.views.across_shared import SharedPanel
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.views.across_panel import AcrossPanel
    from desktop.widgets.filter_line import FilterLine


class AcrossView(QWidget):
    """Five comparisons under one row of buttons; each stays as it was left.

    Signals:
        pair_wanted(Report, Report, Span, Span): Two reports side by side, at these places.
        place_wanted(ReportId, Span): A passage of one report.
        promises_wanted(ReportId, Verdict | None, tuple[str] | None, tuple[StatementKind]): Those of
            a report.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    pair_wanted = Signal(object, object, object, object)
    place_wanted = Signal(str, object)
    promises_wanted = Signal(str, object, object, object)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.regions = RegionsPanel(session, self)
        self.feedback = FeedbackPanel(session, self)
        self.shared = SharedPanel(session, self)
        self.first = FirstPanel(session, self)
        self.nearest = NearestPanel(session, self)
        self.panels: tuple[AcrossPanel, ...] = (
            self.regions,
            self.feedback,
            self.shared,
            self.first,
            self.nearest,
        )
        self.pages = QStackedWidget(self)
        self.buttons = tuple(QToolButton(self) for _ in self.panels)
        self._build()
        for panel in self.panels:
            self.pages.addWidget(panel)
            panel.pair_wanted.connect(self.pair_wanted)
            panel.place_wanted.connect(self.place_wanted)
            panel.promises_wanted.connect(self.promises_wanted)
            panel.import_wanted.connect(self.import_wanted)
            panel.sample_wanted.connect(self.sample_wanted)
        session.opened.connect(self._on_opened)
        session.entries_changed.connect(self._on_entries)
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for n, button in enumerate(self.buttons):
            button.setObjectName("segment")
            place = "first" if n == 0 else "last" if n == len(self.buttons) - 1 else ""
            button.setProperty("place", place)
            button.setCheckable(True)
            self._group.addButton(button, n)
            row.addWidget(button)
        row.addStretch(1)
        self.buttons[0].setChecked(True)
        self._group.idClicked.connect(self.turn_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        names = (
            (self.tr("Regions"), self.tr("One indicator over the regions of a year")),
            (self.tr("Feedback"), self.tr("Promises that are answered, by region and year")),
            (self.tr("Shared words"), self.tr("What stands elsewhere in nearly the same words")),
            (self.tr("First use"), self.tr("Who says a phrase first, and how it spreads")),
            (self.tr("Nearest"), self.tr("The reports that are nearest to one")),
        )
        for button, (name, tip) in zip(self.buttons, names, strict=True):
            button.setText(name)
            button.setToolTip(tip)
            button.setAccessibleName(tip)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @property
    def panel(self) -> AcrossPanel:
        """The comparison that is looked at."""
        return self.panels[self.pages.currentIndex()]

    def turn_to(self, number: int) -> None:
        """Look at a comparison."""
        self.pages.setCurrentIndex(number)
        self.buttons[number].setChecked(True)
        if self.isVisible():
            self.panel.enter()

    def turn(self, steps: int) -> None:
        """Look at the next or the previous comparison."""
        self.turn_to((self.pages.currentIndex() + steps) % len(self.panels))

    def enter(self) -> None:
        """Compare anew; what was found is kept."""
        self.panel.enter()

    def look_for(self, phrase: str) -> None:
        """Find who says a phrase first."""
        self.turn_to(self.panels.index(self.first))
        if phrase:
            self.first.look_for(phrase)

    def take(self, reports: tuple[str, ...]) -> None:
        """Follow what is clicked in the library, while the page is looked at."""
        if self.isVisible() and reports:
            self.panel.take(ReportId(reports[0]))

    def _on_opened(self, _: str) -> None:
        for panel in self.panels:
            panel.leave_workspace()
        self._on_entries()

    def _on_entries(self, *_: object) -> None:
        if self.isVisible():
            self.panel.enter()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return self.panel.panes()

    @property
    def filter(self) -> FilterLine:
        """Where words to filter by are typed."""
        return self.panel.filter

    def go_back(self) -> None:
        """Return to the table."""
        self.panel.enter_grid()
