"""The ways from page to page of the window, and back: texts, promises, and the rooms beside them.

A page is made when somebody first goes there. From the evidence of a promise a way leads back to
it, as long as nobody went elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from tracker.model.ids import CommitmentId, ReportId

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.views.commitments_view import CommitmentsView
    from desktop.views.compare_view import CompareView
    from desktop.views.find_actions import Finding
    from desktop.views.library_view import LibraryView
    from desktop.views.reading_tools import ReadingTools
    from tracker.model.report import Report
    from tracker.model.span import Span
    from tracker.model.tracking import Verdict


class Room(Protocol):
    """Pages that somebody else makes and shows."""

    @property
    def filter(self) -> QLineEdit:
        """Where words are typed that its lines shall hold."""

    def is_open(self) -> bool:
        """Tell whether it is looked at."""

    def panes(self) -> tuple[QWidget, ...]:
        """Return what the key for the next pane stops at."""

    def go_back(self) -> None:
        """Leave a field of it for its lines."""


class Views(Protocol):
    """Who makes the two views that everything leads to, when they are first asked for."""

    @property
    def compare(self) -> CompareView:
        """The texts side by side."""

    @property
    def commitments(self) -> CommitmentsView:
        """The promises."""


class Ways(QObject):
    """Turns the pages.

    Args:
        session: The open workspace.
        settings: The promise that was looked at last.
        stack: Where the pages stand.
        views: Makes texts and promises.

    Signals:
        turned(str): A page is shown; the action that leads to it.
        way_back_changed(bool): There is a way back from the evidence to its promise.
    """

    turned = Signal(str)
    way_back_changed = Signal(bool)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        stack: QStackedWidget,
        views: Views,
    ) -> None:
        super().__init__(stack)
        self._session, self._settings = session, settings
        self._stack, self._views = stack, views
        self._promises: CommitmentsView | None = None
        self._tools: ReadingTools | None = None
        self._from_promises = False
        session.opened.connect(self._forget_way_back)

    def serve(self, tools: ReadingTools) -> None:
        """Take what remembers the place in the texts when one turns to another."""
        self._tools = tools

    def serve_promises(self, view: CommitmentsView) -> None:
        """Take over the promises, once they are made."""
        self._promises = view

    # To the texts

    def show_compare(self) -> None:
        """Go to the two texts."""
        self._stack.setCurrentWidget(self._views.compare)
        self.turned.emit("show_compare")

    def put(self, column: int, report: str) -> None:
        """Put a report into a column of the texts."""
        self.show_compare()
        self._views.compare.put(column, report)

    def show_pair(self, earlier: Report, later: Report, here: Span, there: Span) -> None:
        """Show two passages beside each other."""
        self._leave_texts()
        self.show_compare()
        self._views.compare.places.show_pair(earlier, later, here, there)

    def show_evidence(self, earlier: Report, later: Report, promise: Span, passage: Span) -> None:
        """Show a promise beside what answers it; a way leads back."""
        self.show_pair(earlier, later, promise, passage)
        self._set_way_back(there=True)

    def show_place(self, report: str, span: Span) -> None:
        """Show a passage of a report."""
        self._leave_texts()
        self.show_compare()
        self._views.compare.places.show(report, span)

    def _leave_texts(self) -> None:
        if self._tools is not None:
            self._tools.travelling.leave()

    # To the promises

    def show_commitments(self) -> None:
        """Go to the promises."""
        self._forget_way_back()
        self._turn_to_promises()
        self._views.commitments.enter()

    def _turn_to_promises(self) -> None:
        self._stack.setCurrentWidget(self._views.commitments)
        self.turned.emit("show_commitments")

    def show_report(self, report: str) -> None:
        """Go to the promises of a report."""
        self.show_commitments()
        self._views.commitments.choose(ReportId(report))

    def show_promise(self, report: str, promise: str) -> None:
        """Go to a promise, if its report is there."""
        if self._session.entry(report) is not None:
            self._turn_to_promises()
            self._views.commitments.return_to(ReportId(report), CommitmentId(promise))

    def show_promises(
        self,
        report: str,
        verdict: Verdict | None,
        sections: tuple[str, ...] | None,
        quantified: object,
    ) -> None:
        """Go to the promises of a report: those of a verdict, of sections, or with a figure."""
        from desktop.views.promise_scope import show_only  # noqa: PLC0415 - reads numpy

        self._leave_texts()
        self.show_report(report)
        show_only(self._views.commitments, verdict, sections, quantified=bool(quantified))

    def return_to_promises(self) -> None:
        """Go to the promise that was looked at when the program ended, if one was."""
        self.show_promise(*(self._settings.last_promise or ("", "")))

    # Where one is

    @property
    def at_promises(self) -> bool:
        """Whether the promises are looked at; asks without making their view."""
        return self._promises is not None and self._stack.currentWidget() is self._promises

    def promise_place(self) -> tuple[str, str] | None:
        """Return the ids of report and promise that are looked at; None where texts are."""
        return self._views.commitments.place() if self.at_promises else None

    def enter_room(self, action: str) -> None:
        """Tell that a room was entered by itself."""
        self._forget_way_back()
        self.turned.emit(action)

    # Back

    def _set_way_back(self, *, there: bool) -> None:
        self._from_promises = there
        self.way_back_changed.emit(there)

    def _forget_way_back(self) -> None:
        self._set_way_back(there=False)

    def return_to_promise(self) -> bool:
        """Go back to the promise whose evidence is looked at; False where there is none."""
        there = self._from_promises
        if there:
            self.show_commitments()
        return there


class Here(QObject):
    """Keys that do something else on each page: the next pane, find, back.

    Args:
        ways: Know which page is looked at.
        views: Texts and promises.
        rooms: The other pages.
        finding: The line to find words in the texts.
        library: What stands at the left.
        tools: Quiet reading, which is left before anything else.
    """

    def __init__(
        self,
        ways: Ways,
        views: Views,
        rooms: tuple[Room, ...],
        finding: Finding,
        library: LibraryView,
        tools: ReadingTools,
    ) -> None:
        super().__init__(ways)
        self._ways, self._views, self._rooms = ways, views, rooms
        self._finding, self._library, self._tools = finding, library, tools

    def panes(self) -> tuple[QWidget, ...]:
        """Return what the key for the next pane stops at."""
        tree = self._library.tree
        if (room := self._open_room()) is not None:
            return (tree, *room.panes())
        if self._ways.at_promises:
            return (tree, *self._views.commitments.panes())
        return (tree, *self._views.compare.modes.stops())

    def _open_room(self) -> Room | None:
        return next((room for room in self._rooms if room.is_open()), None)

    def go_back(self) -> None:
        """Leave a field, or the evidence, for the table of promises it belongs to."""
        if self._finding.close():
            pass
        elif (room := self._open_room()) is not None:
            room.go_back()
        elif self._ways.at_promises:
            self._views.commitments.go_back()
        elif not self._ways.return_to_promise() and not self._tools.screen.leave_quiet():
            self._finding.close_list()

    def find_words(self) -> None:
        """Find in the texts, or filter the promises, whichever is seen."""
        if self._finding.has_texts():
            self._finding.find()
        elif (room := self._open_room()) is not None:
            self._finding.enter(room.filter)
        elif self._ways.at_promises:
            self._finding.enter(self._views.commitments.filter)
        else:
            self._finding.find()
