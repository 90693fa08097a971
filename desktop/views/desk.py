"""Where texts lie beside each other, whatever they show of their reports.

A report side by side, two reports in one column and a topic in one report are all read with the
same tools: bookmarks, notes, citations, finding, going to a line. The tools know a desk and the
texts on it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from desktop.models.origin import Origin
    from desktop.widgets.overview_bar import OverviewBar
    from desktop.widgets.reading_text import ReadingText
    from tracker.model.span import Span


class ShownText(Protocol):
    """A text on the screen."""

    @property
    def text(self) -> ReadingText:
        """The widget with the characters."""

    @property
    def overview(self) -> OverviewBar | None:
        """The whole text in small, where there is one beside it."""

    @property
    def origin(self) -> Origin | None:
        """Where its words come from; None while nothing is shown."""

    def show_span(self, span: Span) -> None:
        """Bring a stretch of what is shown level with the eye."""


class Desk(Protocol):
    """Where texts lie beside each other.

    Signals:
        texts_changed(): Other texts are shown, or other words in them.
        leaving(str): A jump begins here; the name of the walk that it is a step of, or "".
    """

    @property
    def texts_changed(self) -> SignalInstance:
        """Other texts are shown, or other words in them."""

    @property
    def leaving(self) -> SignalInstance:
        """A jump begins here."""

    def is_read(self) -> bool:
        """Tell whether the desk is looked at and has reports on it."""

    def texts(self) -> tuple[ShownText, ...]:
        """Return the texts, from left to right."""

    def current_text(self) -> ShownText | None:
        """Return the text that is worked in."""

    def bring_texts(self) -> None:
        """Show texts where reports are looked at in a way that has none."""

    def bring(self, text: ShownText) -> None:
        """Bring a text on the screen that stands in a row which is wider."""

    def put_bar(self, bar: QWidget) -> None:
        """Put a bar below the texts."""
