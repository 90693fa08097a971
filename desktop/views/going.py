"""Going to a line or a page of the text that is worked in (Ctrl+G)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop.models.go_to import Goal, find_goal, last_of, read_goal, with_words
from desktop.models.words import labelled, report_name
from tracker.model.span import Span

if TYPE_CHECKING:
    from desktop.views.desk import Desk, ShownText
    from desktop.views.passages import Passages
    from desktop.widgets.go_bar import GoBar
    from tracker.model.report import Report


class Going(QObject):
    """Shows the line while it is typed; the bar is made when it is first wanted.

    Args:
        passages: Knows the text that is worked in.
    """

    def __init__(self, passages: Passages) -> None:
        super().__init__(passages)
        self._passages = passages
        self._desk: Desk | None = None
        self._text: ShownText | None = None
        self._before = 0
        self._typed_page = False
        self.bar: GoBar | None = None

    def open(self) -> None:
        """Open the bar for the text that is worked in."""
        text, desk = self._passages.text(), self._passages.desk()
        if text is None or text.origin is None or desk is None:
            return
        self._make_bar(desk)
        self._text = text
        self._before = text.text.verticalScrollBar().value()
        desk.leaving.emit("")
        self._typed_page = False
        if self.bar is not None:
            self.bar.enter()
        self._say_room()

    def _make_bar(self, desk: Desk) -> None:
        """Make the bar when it is first wanted, and put it where one reads."""
        if self.bar is None:
            from desktop.widgets.go_bar import GoBar  # noqa: PLC0415 - when first wanted

            self.bar = GoBar()
            self.bar.typed.connect(self._on_typed)
            self.bar.accepted.connect(self._on_accepted)
            self.bar.closed.connect(self._on_closed)
        if desk is not self._desk:
            self._desk = desk
            self.bar.hide()
            desk.put_bar(self.bar)
            desk.texts_changed.connect(self._on_texts)

    def _on_texts(self) -> None:
        """Another text stands there now: what was typed was meant for the one before."""
        if self.bar is not None and self._text is not None and self._text.origin is None:
            self.bar.hide()

    def _say_room(self, *, wrong: bool = False) -> None:
        """Say which text is meant and how far it reaches."""
        report = self._report()
        if report is None or self.bar is None:
            return
        first, last = self._reach(report)
        pages = last_of(report, is_page=True)
        told = QCoreApplication.translate("Going", "lines {0} to {1}").format(first, last)
        if not pages and self._typed_page:
            told = QCoreApplication.translate("Going", "this file has no pages; {0}").format(told)
        if pages:
            pages_told = report.pages[first - 1] or 1, report.pages[last - 1] or pages
            told += QCoreApplication.translate("Going", ", pages p{0} to p{1}").format(*pages_told)
        self.bar.say(labelled(report_name(report), told), is_problem=wrong)

    def _report(self) -> Report | None:
        """Return the report whose lines are counted."""
        origin = self._text.origin if self._text is not None else None
        return origin.subject if origin is not None else None

    def _reach(self, report: Report) -> tuple[int, int]:
        """Return the first and the last line that the text shows of its report."""
        text = self._text
        origin = text.origin if text is not None else None
        found = origin.source(text.text.whole) if text is not None and origin is not None else None
        if found is None or found[0] is not report:
            return 1, last_of(report, is_page=False)
        return report.line_of(found[1].start), report.line_of(max(0, found[1].end - 1))

    def _on_typed(self, typed: str) -> None:
        report = self._report()
        if self._text is None or self._desk is None or report is None:
            return
        goal = read_goal(typed)
        self._typed_page = goal is not None and goal.is_page
        line = self._line(report, goal) if goal is not None else None
        found = self._place(report, line) if line is not None else None
        self._say_room(wrong=found is None and bool(typed.strip()))
        if found is not None and goal is not None and line is not None:
            self._say_empty(report, goal, line)
            self._desk.bring(self._text)
            self._text.show_span(found)
            self._text.text.select_span(found)

    def _say_empty(self, report: Report, goal: Goal, line: Span) -> None:
        """Say that nothing stands in the line that is wanted, and which one is shown."""
        shown = report.line_of(line.start)
        if goal.is_page or shown == goal.number or self.bar is None:
            return
        told = QCoreApplication.translate("Going", "line {0} is empty: line {1}")
        self.bar.say(labelled(report_name(report), told.format(goal.number, shown)))

    def _line(self, report: Report, goal: Goal) -> Span | None:
        """Return the line that is wanted, or the nearest one that has words; None for none."""
        found, (first, _) = find_goal(report, goal), self._reach(report)
        if found is None:
            return None
        if goal.is_page and report.line_of(found.start) < first:
            # A section may begin in the middle of its page.
            begins_there = report.pages[first - 1] == goal.number
            found = report.line_span(first) if begins_there else found
        return with_words(report, found)

    def _place(self, report: Report, line: Span) -> Span | None:
        """Return where the text shows a line; None where it does not."""
        if self._text is None:
            return None
        return self._passages.place(self._text, report.id, line)

    def _on_accepted(self) -> None:
        """Stay here; the keyboard goes back to the text."""
        self._leave()

    def _on_closed(self) -> None:
        """Go back to where the text was."""
        if self._text is not None:
            self._text.text.select_nothing()
            self._text.text.verticalScrollBar().setValue(self._before)
        self._leave()

    def _leave(self) -> None:
        if self.bar is not None:
            self.bar.hide()
        if self._text is not None:
            self._text.text.setFocus(Qt.FocusReason.OtherFocusReason)
