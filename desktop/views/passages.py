"""Which passage the reader means: what is selected, else the paragraph that is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.models.passage import paragraph_at
from tracker.model.span import Span

if TYPE_CHECKING:
    from desktop.views.desk import Desk, ShownText
    from tracker.model.ids import ReportId
    from tracker.model.mark import Anchor
    from tracker.model.report import Report


@dataclass(frozen=True)
class Meant:
    """A passage that the reader means.

    Attributes:
        text: Where it is seen.
        report: Its report.
        span: The passage.
        is_selected: The person selected it; else it is the paragraph that is read.
        position: Where the cursor is, or the eye.
    """

    text: ShownText
    report: Report
    span: Span
    is_selected: bool
    position: int

    @property
    def anchor(self) -> Anchor:
        """The passage, so that it is found again."""
        from tracker.model.mark import Anchor  # noqa: PLC0415 - not needed for the first frame

        return Anchor(self.report.id, self.span, self.report.quote(self.span))


class Passages(QObject):
    """Knows the texts that are looked at and what is meant in them.

    Without a selection the paragraph of the cursor is meant as long as it is on the screen, else
    the one that is level with the eye.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desks: list[Desk] = []

    def serve(self, desk: Desk) -> None:
        """Take over where texts lie, once it is made."""
        self._desks.append(desk)

    def desk(self) -> Desk | None:
        """Return where one reads."""
        return next((one for one in self._desks if one.is_read()), None)

    def all_texts(self) -> tuple[ShownText, ...]:
        """Return the texts of all desks, also of those that are not looked at."""
        return tuple(text for desk in self._desks for text in desk.texts())

    def texts(self) -> tuple[ShownText, ...]:
        """Return the texts that are looked at."""
        desk = self.desk()
        return desk.texts() if desk is not None else ()

    def text(self) -> ShownText | None:
        """Return the text that is worked in."""
        desk = self.desk()
        focused = next((one for one in self.texts() if one.text.hasFocus()), None)
        return desk.current_text() if focused is None and desk is not None else focused

    def place(self, text: ShownText, report: ReportId, source: Span) -> Span | None:
        """Return where a text shows words of a report; None where it does not."""
        return text.origin.shown(report, source) if text.origin is not None else None

    def bring(self, text: ShownText) -> None:
        """Bring a text on the screen that stands in a row which is wider."""
        desk = self.desk()
        if desk is not None:
            desk.bring(text)

    def meant(self) -> Meant | None:
        """Return the passage that is meant, None where no text is on the screen."""
        text = self.text()
        if text is None:
            return None
        chosen = _selected(text)
        if chosen is None and not text.text.hasFocus():
            # A hit or a piece of evidence may be selected in another column.
            others = ((one, _selected(one)) for one in self.texts())
            text, chosen = next((both for both in others if both[1] is not None), (text, None))
        if chosen is not None:
            return Meant(text, *chosen, is_selected=True, position=chosen[1].start)
        if text.origin is None:
            return None
        report, position = text.origin.subject, text.origin.source_position(_position(text))
        span = paragraph_at(report, position)
        return Meant(text, report, span, is_selected=False, position=position) if span else None


def _selected(text: ShownText) -> tuple[Report, Span] | None:
    """Return the words that are selected, without white space at their ends; None for nothing."""
    shown = text.text.selection
    found = text.origin.source(shown) if shown is not None and text.origin is not None else None
    if found is None:
        return None
    report, span = found
    words = report.quote(span)
    if not words.strip():
        return None
    start = span.start + len(words) - len(words.lstrip())
    return report, Span(start, span.end - len(words) + len(words.rstrip()))


def _position(text: ShownText) -> int:
    """Return where the cursor of a text is seen, else what is level with the eye."""
    from desktop.widgets.reading_text import EYE  # noqa: PLC0415 - not for the first frame

    cursor = text.text.cursor_position()
    y = text.text.y_of(cursor) - text.text.verticalScrollBar().value()
    is_seen = 0 <= y < text.text.viewport().height()
    return cursor if is_seen and cursor > 0 else text.text.top_position(EYE)
