"""Where one reads: which reports stand side by side, and what is level with the eye in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.views.compare_view import CompareView


class Whereabouts(QObject):
    """Tells where one reads, and brings one there again.

    Args:
        session: The reports side by side.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view: CompareView | None = None
        self._wanted: tuple[tuple[str, ...], tuple[int, ...]] | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view
        self._session.columns_read.connect(self._arrive)

    def here(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Return the reports, from the left, and the position level with the eye in each."""
        from desktop.widgets.reading_text import EYE  # noqa: PLC0415 - not for the first frame

        panes = [p for p in self._view.panes if p.report is not None] if self._view else []
        return (
            tuple(pane.report.id for pane in panes if pane.report is not None),
            tuple(pane.text.top_position(EYE) for pane in panes),
        )

    def go(self, reports: tuple[str, ...], positions: tuple[int, ...]) -> None:
        """Set reports side by side where they are not, and bring these positions to the eye."""
        if self._view is None:
            return
        self.expect(reports, positions)
        if self.here()[0] == reports:
            self._arrive()
        else:
            self._view.set_columns(reports)

    def expect(self, reports: tuple[str, ...], positions: tuple[int, ...]) -> None:
        """Bring these positions to the eye once these reports are side by side."""
        self._wanted = reports, positions

    def _arrive(self, _: object = None) -> None:
        view, wanted, self._wanted = self._view, self._wanted, None
        if view is None or wanted is None or self.here()[0] != wanted[0]:
            return
        with view.levels.apart():
            for pane, position in zip(view.panes, wanted[1], strict=False):
                pane.scroll_to(pane.text.y_of(position))
        if not view.levels.is_complete() and view.panes:
            view.levels.stay(view.panes[0])
