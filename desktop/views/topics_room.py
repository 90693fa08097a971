"""The way into the topics: their view is made when it is first wanted, to be painted sooner."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.notice import Notice, Tone
from tracker.message import Message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from desktop.session import Session
    from desktop.views.compare_view import CompareView
    from desktop.views.library_view import LibraryView
    from desktop.views.topics_view import TopicsView
    from desktop.widgets.filter_line import FilterLine
    from desktop.widgets.report_pane import ReportPane
    from tracker.model.report import Report


class TopicsRoom(QObject):
    """Opens the topics, and leads from a section of a text to its topic.

    Args:
        session: The open workspace.
        pages: Where the view stands.
        library: What is clicked there is followed.

    Signals:
        made(TopicsView): Their view was made.
        entered(): The topics are on the screen.
        leaving(str): A jump begins here; the name of the walk that it is a step of, or "".
        pair_wanted(Report, Report, Span, Span): Two reports side by side, at these places.
        place_wanted(ReportId, Span): A passage of one report.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    made = Signal(object)
    entered = Signal()
    leaving = Signal(str)
    pair_wanted = Signal(object, object, object, object)
    place_wanted = Signal(str, object)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, pages: QStackedWidget, library: LibraryView) -> None:
        super().__init__(pages)
        self._session = session
        self._pages = pages
        self._library = library
        self._texts: CompareView | None = None
        self._pointed: tuple[ReportPane, int] | None = None

    @cached_property
    def view(self) -> TopicsView:
        """The matrix and the columns of a topic."""
        from desktop.views.topics_view import TopicsView  # noqa: PLC0415 - not needed for the first frame

        view = TopicsView(self._session, self._pages)
        view.import_wanted.connect(self.import_wanted)
        view.sample_wanted.connect(self.sample_wanted)
        view.pair_wanted.connect(self.pair_wanted)
        view.place_wanted.connect(self.place_wanted)
        view.leaving.connect(self.leaving)
        self._library.chosen.connect(view.take)
        self._pages.addWidget(view)
        self.made.emit(view)
        return view

    def serve(self, texts: CompareView) -> None:
        """Take over the texts of the compare view, once they are made."""
        self._texts = texts
        texts.columns.pane_made.connect(self._on_pane)

    def _on_pane(self, pane: ReportPane) -> None:
        pane.section_pointed.connect(partial(self._point, pane))

    def _point(self, pane: ReportPane, section: int) -> None:
        self._pointed = pane, section

    def is_open(self) -> bool:
        """Tell whether the topics are looked at; asks without making their view."""
        view = self.__dict__.get("view")
        return view is not None and self._pages.currentWidget() is view

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return self.view.panes()

    def show(self) -> None:
        """Go to the topics."""
        self._pages.setCurrentWidget(self.view)
        self.entered.emit()
        self.view.enter()

    def place(self) -> tuple[str, ...]:
        """Return which topic is looked at, or whose topics."""
        return self.view.place()

    def return_to(self, place: tuple[str, ...]) -> None:
        """Turn to a topic, or to whose topics were looked at."""
        self._pages.setCurrentWidget(self.view)
        self.entered.emit()
        self.view.return_to(place)

    def follow_section(self) -> None:
        """Go to the topic that the section at the cursor belongs to."""
        if self.is_open():
            self.view.open_current()
            return
        found = self._section_meant()
        if found is None:
            told = Message(
                "请先打开一份报告，选一节。", "Open a report and choose a section first."
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told, passing=True))
            return
        self.leaving.emit("")
        self.view.want(*found)
        self.show()

    def _section_meant(self) -> tuple[Report, int] | None:
        """Return the section at the cursor if it is seen, else the one that is read."""
        if self._texts is None or not self._texts.isVisible():
            return None
        panes = [p for p in self._texts.columns.panes if p.report and p.isVisible()]
        if not panes:
            return None
        at = QApplication.focusWidget()
        held = (pane for pane in panes if at is not None and pane.isAncestorOf(at))
        last = self._pointed[0] if self._pointed and self._pointed[0] in panes else panes[0]
        pane = next(held, last)
        section = pane.section_read()
        if self._pointed and self._pointed[0] is pane and pane.shows(self._pointed[1]):
            section = self._pointed[1]
        return None if section is None or pane.report is None else (pane.report, section)

    @property
    def filter(self) -> FilterLine:
        """Where words to filter by are typed."""
        return self.view.heads.filter

    def go_back(self) -> None:
        """Leave a topic for the matrix."""
        self.view.go_back()
