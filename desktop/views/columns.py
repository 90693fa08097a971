"""The columns of the compare view: from one to four texts, a gutter between neighbours."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.widgets.column_head import ColumnHead
from desktop.widgets.diff_gutter import NARROW, WIDE, DiffGutter
from desktop.widgets.report_pane import ReportPane
from tracker.model.report import Report

_ROOMY = 480
"""Width of a column, in pixels, from which on its gutter is wide."""
_TIGHT = 400
"""… below which its head needs two rows."""


class Column(QWidget):
    """A head, and below it a gutter and a text; the first column has no gutter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = ColumnHead(self)
        self.gutter = DiffGutter(self)
        self.pane = ReportPane(self)
        self.locked = True
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.gutter)
        below.addWidget(self.pane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(below, 1)


class Columns(QSplitter):
    """The columns that are there, from left to right, each with its report.

    One column is the current one: the one that had the keyboard last. It and the neighbour that
    had it before, or else its left one, are the pair that is worked on.

    Signals:
        pane_made(ReportPane): A text was made; it is used again when columns come and go.
        head_made(Column): Its head was.
        arranged(): Columns came, went or changed places.
        pair_changed(): Another pair is worked on, or another column.
    """

    pane_made = Signal(object)
    head_made = Signal(object)
    arranged = Signal()
    pair_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self._columns: list[Column] = []
        self._spare: list[Column] = []
        self._current = 0
        self._pair = 0

    def __iter__(self) -> Iterator[Column]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __contains__(self, column: object) -> bool:
        return column in self._columns

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, place: int) -> Column:
        return self._columns[place]

    @property
    def panes(self) -> tuple[ReportPane, ...]:
        """The texts, from left to right."""
        return tuple(column.pane for column in self._columns)

    def place(self, column: Column) -> int:
        """Return where a column stands, from 0."""
        return self._columns.index(column)

    def current_pane(self) -> ReportPane | None:
        """Return the text of the column that had the keyboard last."""
        there = self._current < len(self._columns)  # while they change, fewer may be there
        return self._columns[self._current].pane if there else None

    @property
    def current(self) -> int:
        """Place of the column that had the keyboard last."""
        return self._current

    @property
    def pair(self) -> int:
        """Place of the left one of the two columns that are worked on."""
        return self._pair

    def arrange(self, reports: tuple[Report, ...]) -> tuple[ReportPane, ...]:
        """Show these reports, from left to right.

        Returns:
            The texts that were there before: they keep their place on the screen.
        """
        before, left = len(self._columns), [*self._columns]
        found: list[Column | None] = []
        for report in reports:
            column = next((c for c in left if c.pane.report is report), None)
            found.append(column)
            if column is not None:
                left.remove(column)
        self._spare = left + self._spare
        here, columns = self._columns, list[Column]()
        for place, (report, known) in enumerate(zip(reports, found, strict=True)):
            column = known or self._take(here[place] if place < len(here) else None)
            self.insertWidget(place, column)
            column.show()
            if known is None:
                column.pane.set_report(report)
                column.head.set_locked(locked=True)
            columns.append(column)
        # All at once: a text that is laid out meanwhile asks which column is the current one.
        self._columns, self._current = columns, min(self._current, max(0, len(columns) - 1))
        for column in self._spare:
            column.hide()
            column.pane.clear()
        self._settle(resized=len(reports) != before)
        self.arranged.emit()
        return tuple(column.pane for column in found if column is not None)

    def _take(self, wanted: Column | None) -> Column:
        """Return a column that is free, best the one that stood there; make one if none is."""
        if wanted in self._spare:
            self._spare.remove(wanted)
            return wanted
        return self._spare.pop(0) if self._spare else self._make()

    def _make(self) -> Column:
        column = Column(self)
        for area in (column.pane.text, column.pane.outline):
            area.installEventFilter(self)
        column.head.lock_changed.connect(partial(self._on_lock, column))
        self.pane_made.emit(column.pane)
        self.head_made.emit(column)
        return column

    def _settle(self, *, resized: bool) -> None:
        n = len(self._columns)
        for place, column in enumerate(self._columns):
            column.gutter.setVisible(place > 0)
            column.head.set_place(first=place == 0, alone=n == 1)
            column.pane.text.set_with_notes(on=n > 1)
            column.pane.set_outline_right(right=place > 0 and place == n - 1)
            self.setStretchFactor(place, 1)
        self._fit_gutters()
        if resized:
            self.setSizes(
                [1000 + (c.gutter.width() if place else 0) for place, c in enumerate(self._columns)]
            )
        self._pair = min(self._pair, max(0, n - 2))
        self._say_current()

    def _fit_gutters(self) -> None:
        width = WIDE if self.width() >= _ROOMY * len(self._columns) else NARROW
        for column in self._columns:
            column.gutter.setFixedWidth(width)
            column.head.set_narrow(narrow=self.width() < _TIGHT * len(self._columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the gutters where columns are narrow."""
        super().resizeEvent(event)
        self._fit_gutters()

    def _on_lock(self, column: Column, locked: bool) -> None:  # noqa: FBT001 - a signal
        column.locked = locked

    # Which column is worked on

    def point(self, pane: ReportPane) -> None:
        """Take a column for the current one."""
        if pane not in self.panes:
            return
        before, self._current = self._current, self.panes.index(pane)
        if abs(before - self._current) == 1:
            self._pair = min(before, self._current)
        elif before != self._current or not self._current - 1 <= self._pair <= self._current:
            self._pair = max(0, self._current - 1)
        self._pair = min(self._pair, max(0, len(self._columns) - 2))
        self._say_current()
        self.pair_changed.emit()

    def _say_current(self) -> None:
        several = len(self._columns) > 2  # of two both are meant
        for place, column in enumerate(self._columns):
            column.head.set_current(current=several and place == self._current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the column that gets the keyboard for the current one."""
        if event.type() == QEvent.Type.FocusIn:
            for pane in self.panes:
                if watched in (pane.text, pane.outline):
                    self.point(pane)
        return super().eventFilter(watched, event)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through, from left to right."""
        found: list[QWidget] = []
        for pane in self.panes:
            areas = (pane.outline, pane.text)
            found += reversed(areas) if pane.outline_is_right() else areas
        return tuple(found)
