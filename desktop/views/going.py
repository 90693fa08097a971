"""Going to a line or a page of the text that is worked in (Ctrl+G)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop.models.go_to import find_goal, last_of, read_goal
from desktop.models.words import report_name

if TYPE_CHECKING:
    from desktop.views.compare_view import CompareView
    from desktop.views.passages import Passages
    from desktop.widgets.go_bar import GoBar
    from desktop.widgets.report_pane import ReportPane


class Going(QObject):
    """Shows the line while it is typed; the bar is made when it is first wanted.

    Args:
        passages: Knows the text that is worked in.
    """

    def __init__(self, passages: Passages) -> None:
        super().__init__(passages)
        self._passages = passages
        self._view: CompareView | None = None
        self._pane: ReportPane | None = None
        self._before = 0
        self._typed_page = False
        self.bar: GoBar | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view

    def open(self) -> None:
        """Open the bar for the text that is worked in."""
        pane = self._passages.pane()
        if pane is None or pane.report is None or self._view is None:
            return
        if self.bar is None:
            from desktop.widgets.go_bar import GoBar  # noqa: PLC0415 - when first wanted

            self.bar = GoBar(self._view)
            self.bar.hide()
            self.bar.typed.connect(self._on_typed)
            self.bar.accepted.connect(self._on_accepted)
            self.bar.closed.connect(self._on_closed)
            self._view.put_bar(self.bar)
        self._pane = pane
        self._before = pane.text.verticalScrollBar().value()
        self._view.leaving.emit("")
        self._typed_page = False
        self.bar.enter()
        self._say_room()

    def _say_room(self, *, wrong: bool = False) -> None:
        """Say which text is meant and how far it reaches."""
        if self._pane is None or self._pane.report is None or self.bar is None:
            return
        report = self._pane.report
        lines, pages = last_of(report, is_page=False), last_of(report, is_page=True)
        told = QCoreApplication.translate("Going", "lines 1 to {0}").format(lines)
        if not pages and self._typed_page:
            told = QCoreApplication.translate("Going", "this file has no pages; {0}").format(told)
        if pages:
            told += QCoreApplication.translate("Going", ", pages p1 to p{0}").format(pages)
        self.bar.say(f"{report_name(report)}: {told}", is_problem=wrong)

    def _on_typed(self, typed: str) -> None:
        pane = self._pane
        if pane is None or pane.report is None:
            return
        goal = read_goal(typed)
        self._typed_page = goal is not None and goal.is_page
        found = find_goal(pane.report, goal) if goal is not None else None
        self._say_room(wrong=found is None and bool(typed.strip()))
        if found is not None:
            pane.show_span(found)
            pane.text.select_span(found)

    def _on_accepted(self) -> None:
        """Stay here; the keyboard goes back to the text."""
        self._leave()

    def _on_closed(self) -> None:
        """Go back to where the text was."""
        if self._pane is not None:
            self._pane.text.select_nothing()
            self._pane.text.verticalScrollBar().setValue(self._before)
        self._leave()

    def _leave(self) -> None:
        if self.bar is not None:
            self.bar.hide()
        if self._pane is not None:
            self._pane.text.setFocus(Qt.FocusReason.OtherFocusReason)
