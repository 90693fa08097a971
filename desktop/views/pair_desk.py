"""The texts of the compare view, as the tools know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.views.compare_view import CompareView
    from desktop.views.desk import ShownText
    from desktop.widgets.inline_pane import InlinePane
    from desktop.widgets.report_pane import ReportPane


class PairDesk(QObject):
    """Reports side by side, or two of them in one column; cards have no texts.

    Args:
        session: The reports.
        view: What shows them.

    Signals:
        texts_changed(): Other texts are shown, or other words in them.
        leaving(str): A jump begins here; the name of the walk that it is a step of, or "".
    """

    texts_changed = Signal()
    leaving = Signal(str)

    def __init__(self, session: Session, view: CompareView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        for changed in (session.columns_read, view.modes.changed, view.modes.renewed):
            changed.connect(self.texts_changed)
        self.leaving.connect(view.leaving)

    def is_read(self) -> bool:
        """Tell whether the view is looked at and has reports."""
        return self._view.isVisible() and bool(self._session.columns)

    def texts(self) -> tuple[ReportPane | InlinePane, ...]:
        """Return the texts, from left to right; none where cards are looked at."""
        return self._view.modes.panes()

    def current_text(self) -> ReportPane | InlinePane | None:
        """Return the text that had the keyboard last."""
        there, pane = self.texts(), self._view.columns.current_pane()
        return pane if pane in there else next(iter(there), None)

    def bring_texts(self) -> None:
        """Let cards give way to the texts."""
        self._view.modes.go_side_by_side()

    def bring(self, text: ShownText) -> None:
        """Do nothing: all columns are on the screen."""

    def put_bar(self, bar: QWidget) -> None:
        """Put a bar below the texts."""
        self._view.put_bar(bar)
