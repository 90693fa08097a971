"""The ways into indicators and overview: their views are made when they are first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from desktop.session import Session
    from desktop.views.indicators_view import IndicatorsView
    from desktop.views.library_view import LibraryView
    from desktop.views.overview_view import OverviewView
    from desktop.widgets.filter_line import FilterLine


class SurveyRooms(QObject):
    """Opens the pages that tell of many reports together.

    Args:
        session: The open workspace.
        pages: Where the views stand.
        library: What is clicked there is followed.

    Signals:
        entered(str): A page is on the screen; the name of its action.
        pair_wanted(Report, Report, Span, Span): Two reports side by side, at these places.
        place_wanted(ReportId, Span): A passage of one report.
        promises_wanted(ReportId, Verdict | None, str): Promises of a report, of a verdict and in
            a section where these are given.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    entered = Signal(str)
    pair_wanted = Signal(object, object, object, object)
    place_wanted = Signal(str, object)
    promises_wanted = Signal(str, object, str)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, pages: QStackedWidget, library: LibraryView) -> None:
        super().__init__(pages)
        self._session = session
        self._pages = pages
        self._library = library

    @cached_property
    def indicators(self) -> IndicatorsView:
        """The table of indicators with its charts."""
        from desktop.views.indicators_view import IndicatorsView  # noqa: PLC0415 - start-up time

        view = IndicatorsView(self._session, self._pages)
        view.pair_wanted.connect(self.pair_wanted)
        view.place_wanted.connect(self.place_wanted)
        self._take_in(view)
        return view

    @cached_property
    def overview(self) -> OverviewView:
        """What became of the promises of all reports."""
        from desktop.views.overview_view import OverviewView  # noqa: PLC0415 - start-up time

        view = OverviewView(self._session, self._pages)
        view.promises_wanted.connect(self.promises_wanted)
        self._take_in(view)
        return view

    def _take_in(self, view: IndicatorsView | OverviewView) -> None:
        view.import_wanted.connect(self.import_wanted)
        view.sample_wanted.connect(self.sample_wanted)
        self._library.chosen.connect(view.take)
        self._pages.addWidget(view)

    @property
    def view(self) -> IndicatorsView | OverviewView:
        """The page that is looked at."""
        overview = self.__dict__.get("overview")
        at = overview is not None and self._pages.currentWidget() is overview
        return self.overview if at else self.indicators

    def is_open(self) -> bool:
        """Tell whether one of the pages is looked at; asks without making it."""
        there = (self.__dict__.get(name) for name in ("indicators", "overview"))
        return any(one is not None and one is self._pages.currentWidget() for one in there)

    def place(self) -> tuple[str, ...]:
        """Return which of the pages is looked at."""
        return ("overview" if self.view is self.__dict__.get("overview") else "indicators",)

    def return_to(self, place: tuple[str, ...]) -> None:
        """Turn to one of the pages; each is as it was left."""
        if place == ("overview",):
            self.show_overview()
        else:
            self.show_indicators()

    def show_indicators(self) -> None:
        """Go to the indicators."""
        self._pages.setCurrentWidget(self.indicators)
        self.entered.emit("show_indicators")
        self.indicators.enter()

    def show_overview(self) -> None:
        """Go to the overview."""
        self._pages.setCurrentWidget(self.overview)
        self.entered.emit("show_overview")
        self.overview.enter()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return self.view.panes()

    @property
    def filter(self) -> FilterLine:
        """Where words to filter by are typed."""
        return self.view.filter

    def go_back(self) -> None:
        """Leave a field for the table."""
        self.view.go_back()
