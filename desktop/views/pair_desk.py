"""The texts of the compare view, as the tools know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout, QWidget

    from desktop.session import Session
    from desktop.views.columns import Columns
    from desktop.views.desk import ShownText
    from desktop.views.pair_modes import PairModes
    from desktop.widgets.inline_pane import InlinePane
    from desktop.widgets.report_pane import ReportPane


class PairDesk(QObject):
    """Reports side by side, or two of them in one column; cards have no texts.

    Args:
        session: The reports.
        columns: The texts side by side.
        modes: How two reports are looked at.
        below: What bars are put into.

    Signals:
        texts_changed(): Other texts are shown, or other words in them.
        leaving(str): A jump begins here; the name of the walk that it is a step of, or "".
    """

    texts_changed = Signal()
    leaving = Signal(str)

    def __init__(
        self, session: Session, columns: Columns, modes: PairModes, below: QBoxLayout
    ) -> None:
        super().__init__(columns)
        self._session = session
        self._columns = columns
        self._modes = modes
        self._below = below
        for changed in (session.columns_read, modes.changed, modes.renewed):
            changed.connect(self.texts_changed)

    def is_read(self) -> bool:
        """Tell whether the view is looked at and has reports."""
        view = self._below.parentWidget()
        return view is not None and view.isVisible() and bool(self._session.columns)

    def texts(self) -> tuple[ReportPane | InlinePane, ...]:
        """Return the texts, from left to right; none where cards are looked at."""
        return self._modes.panes()

    def current_text(self) -> ReportPane | InlinePane | None:
        """Return the text that had the keyboard last."""
        there, pane = self.texts(), self._columns.current_pane()
        return pane if pane in there else next(iter(there), None)

    def bring_texts(self) -> None:
        """Let cards give way to the texts."""
        self._modes.go_side_by_side()

    def bring(self, text: ShownText) -> None:
        """Do nothing: all columns are on the screen."""

    def put_bar(self, bar: QWidget) -> None:
        """Put a bar below the texts."""
        self._below.addWidget(bar)
