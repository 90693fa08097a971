"""Where one is: line and length of what is selected, in the status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.views.compare_view import CompareView
    from desktop.widgets.report_pane import ReportPane


class Summary(QLabel):
    """Tells how many reports there are, and how much of them is marked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("muted")
        self.setContentsMargins(4, 0, 8, 0)  # where what passes begins, too
        self._session = session
        session.entries_changed.connect(self.say)
        session.grown.connect(self.say)
        session.entry_changed.connect(self.say)
        session.second.changed.connect(self.say)

    def say(self) -> None:
        """Say it in the language of the interface."""
        entries = self._session.entries
        marked = sum(entry.n_marked for entry in entries)
        told = self.tr("Reports: {0}   Promises marked: {1}").format(len(entries), marked)
        if self._session.second.reader:  # whoever reads blind is not told how far the first got
            told = self.tr("Reports: {0}").format(len(entries))
        self.setText(told if entries else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()


class Where(QLabel):
    """Tells of the text that had the keyboard last: what is read there, what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("muted")
        self.setContentsMargins(8, 0, 8, 0)
        self._view: CompareView | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view
        view.columns.pane_made.connect(self._on_pane)
        view.columns.pair_changed.connect(self.say)
        view.columns.arranged.connect(self.say)
        view.columns.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fall silent where other pages are looked at than texts side by side."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.say()
        return super().eventFilter(watched, event)

    def _on_pane(self, pane: ReportPane) -> None:
        for moved in (pane.scrolled, pane.text.selectionChanged):
            moved.connect(partial(self._on_moved, pane))

    def _on_moved(self, pane: ReportPane) -> None:
        if self._view is not None and pane is self._view.columns.current_pane():
            self.say()

    def say(self) -> None:
        """Say it in the language of the interface."""
        view = self._view
        beside = view is not None and not view.isHidden() and not view.columns.isHidden()
        pane = view.columns.current_pane() if view is not None and beside else None
        if pane is None or pane.report is None:
            self.clear()
            return
        report, cursor = pane.report, pane.text.textCursor()
        n_selected = len(cursor.selectedText().replace("\u2029", ""))
        # Loaded with the texts: the first frame shows none.
        from desktop.models.go_to import last_of  # noqa: PLC0415
        from desktop.widgets.reading_text import EYE  # noqa: PLC0415

        at = pane.text.cursor_position() if cursor.hasSelection() else pane.text.top_position(EYE)
        last = last_of(report, is_page=False)
        told = [self.tr("Line {0} of {1}").format(report.line_of(at), last)]
        if n_selected:
            told.append(self.tr("Characters selected: {0}").format(n_selected))
        self.setText("   ".join(told))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setToolTip(self.tr("Where you read in this report, as its lines are numbered"))
            self.say()
