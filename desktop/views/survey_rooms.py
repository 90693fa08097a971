"""The ways into the pages of many reports: their views are made when they are first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from desktop.session import Session
    from desktop.views.across_view import AcrossView
    from desktop.views.indicators_view import IndicatorsView
    from desktop.views.library_view import LibraryView
    from desktop.views.overview_view import OverviewView
    from desktop.widgets.filter_line import FilterLine

    Survey = IndicatorsView | OverviewView | AcrossView

_LONGEST = 60
"""Characters of a selection that is taken for a phrase."""


_PAGES = ("indicators", "overview", "across")


def selected_words() -> str:
    """Return what is selected in the text that has the keyboard, as one line; "" for nothing."""
    focus = QApplication.focusWidget()
    found = (
        focus.textCursor().selectedText() if isinstance(focus, QPlainTextEdit | QTextEdit) else ""
    )
    return " ".join(found.split())[:_LONGEST]


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
        promises_wanted(ReportId, Verdict | None, tuple[str] | None, bool): Those of a report: of a
            verdict, in some sections, where these are given; or only those that count as
            quantified.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    entered = Signal(str)
    pair_wanted = Signal(object, object, object, object)
    place_wanted = Signal(str, object)
    promises_wanted = Signal(str, object, object, object)
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

    @cached_property
    def across(self) -> AcrossView:
        """Comparisons over many reports."""
        from desktop.views.across_view import AcrossView  # noqa: PLC0415 - start-up time

        view = AcrossView(self._session, self._pages)
        view.pair_wanted.connect(self.pair_wanted)
        view.place_wanted.connect(self.place_wanted)
        view.promises_wanted.connect(self.promises_wanted)
        self._take_in(view)
        return view

    def _take_in(self, view: Survey) -> None:
        view.import_wanted.connect(self.import_wanted)
        view.sample_wanted.connect(self.sample_wanted)
        self._library.chosen.connect(view.take)
        self._pages.addWidget(view)

    @property
    def view(self) -> Survey:
        """The page that is looked at."""
        return self._open_one() or self.indicators

    def is_open(self) -> bool:
        """Tell whether one of the pages is looked at; asks without making it."""
        return self._open_one() is not None

    def _open_one(self) -> Survey | None:
        shown = self._pages.currentWidget()
        made: tuple[Survey | None, ...] = tuple(self.__dict__.get(name) for name in _PAGES)
        return next((one for one in made if one is not None and one is shown), None)

    def place(self) -> tuple[str, ...]:
        """Return which of the pages is looked at."""
        view = self.view
        return (next(name for name in _PAGES if self.__dict__.get(name) is view),)

    def return_to(self, place: tuple[str, ...]) -> None:
        """Turn to one of the pages; each is as it was left."""
        ways = {"overview": self.show_overview, "across": self.show_across}
        ways.get(place[0], self.show_indicators)()

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

    def show_across(self) -> None:
        """Go to the comparisons over many reports."""
        self._pages.setCurrentWidget(self.across)
        self.entered.emit("show_across")
        self.across.enter()

    def next_across(self) -> None:
        """Go to the next comparison, or to the one that was looked at last."""
        self._turn(1)

    def previous_across(self) -> None:
        """Go to the previous comparison, or to the one that was looked at last."""
        self._turn(-1)

    def _turn(self, steps: int) -> None:
        if self._open_one() is self.__dict__.get("across") is not None:
            self.across.turn(steps)
        else:
            self.show_across()

    def show_first_use(self) -> None:
        """Find who said first what is selected; without a selection a phrase can be typed."""
        phrase = selected_words()
        self._pages.setCurrentWidget(self.across)
        self.entered.emit("show_across")
        self.across.look_for(phrase)

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
