"""Linking sections with the mouse: from the margin of a text, or a heading of an outline, across.

The press in a margin takes the section beside it. The mouse then draws a line; the section below
it is framed, and the line is whole where the two can be linked. Escape gives up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.models.linking import can_link, has_top_part, pair_name
from desktop.models.roles import DataRole
from desktop.widgets.link_line import LinkLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.jobs.catalog import Comparison
    from desktop.views.compare_view import CompareView
    from desktop.widgets.report_pane import ReportPane

_EDGE = 28
"""Pixels from the end of a text within which it moves on while something is dragged there."""

_INDENT = 40
"""Pixels within which a line has begun."""


@dataclass(frozen=True)
class Grip:
    """A section of a text or of an outline, under the mouse.

    Attributes:
        pane: The text.
        section: The section.
        in_text: In the text itself, not in its outline.
    """

    pane: ReportPane
    section: int
    in_text: bool

    def area(self) -> QWidget:
        """Return what it lies in."""
        return (self.pane.text if self.in_text else self.pane.outline).viewport()

    def place(self) -> QRect:
        """Return where it is on the screen: its heading, else what is seen of it."""
        area = self.area()
        if self.in_text:
            top, bottom = extent(self.pane, self.section)
            bottom = min(bottom, area.height() - 2)
            box = QRect(2, max(2, top), area.width() - 4, max(8, bottom - max(2, top)))
        else:
            box = self.pane.outline.visualRect(self.pane.outline_model.index_of(self.section))
        return QRect(area.mapToGlobal(box.topLeft()), box.size())


class LinkDrag(QObject):
    """Watches the texts and outlines of the compare view for a section that is dragged.

    Signals:
        dropped(Comparison, int, int): An earlier section was dragged to a later one, or the other
            way round.
    """

    dropped = Signal(object, int, int)

    def __init__(self, view: CompareView) -> None:
        super().__init__(view)
        self._view = view
        self._line = LinkLine(view)
        self._held: Grip | None = None
        self._pressed_at = QPoint()
        self._dragging = False
        self._swallow = False
        self._target: tuple[Comparison, int, int] | None = None

    def watch(self, pane: ReportPane) -> None:
        """Take sections of this text and its outline."""
        pane.text.viewport().setMouseTracking(True)
        for area in (pane.text, pane.outline):
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse from press to release; Escape ends it."""
        if isinstance(event, QKeyEvent):
            return self._dragging and self._on_key(event)
        if not isinstance(event, QMouseEvent):
            return False
        kind, found = event.type(), self._area_of(watched)
        if found is None:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            return self._on_press(*found, event)
        if kind == QEvent.Type.MouseMove:
            return self._on_move(*found, event)
        return kind == QEvent.Type.MouseButtonRelease and self._on_release()

    def _area_of(self, watched: QObject) -> tuple[ReportPane, bool] | None:
        for pane in self._view.panes:
            if watched is pane.text.viewport():
                return pane, True
            if watched is pane.outline.viewport():
                return pane, False
        return None

    def _section(self, pane: ReportPane, at: QPoint, *, in_text: bool) -> int | None:
        if not in_text:
            found = pane.outline.indexAt(at).data(DataRole.SECTION)
            return None if found is None else int(found)
        # Left of its first words a line may begin with blanks, which belong to what is above.
        x = max(at.x(), pane.text.edge + _INDENT)
        return pane.section_at(pane.text.position_at(QPoint(x, at.y())))

    # Press, move, release

    def _on_press(self, pane: ReportPane, in_text: bool, event: QMouseEvent) -> bool:  # noqa: FBT001 - one of two areas
        at = event.position().toPoint()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is not Qt.MouseButton.LeftButton or not plain:
            return False
        if in_text and at.x() >= pane.text.edge - 2:
            return False
        section = self._section(pane, at, in_text=in_text)
        if section is None:
            return False
        self._held = Grip(pane, section, in_text)
        self._pressed_at = event.globalPosition().toPoint()
        # The text hears of the press too: a click in the margin stays a click.
        return False

    def _on_move(self, pane: ReportPane, in_text: bool, event: QMouseEvent) -> bool:  # noqa: FBT001 - as above
        at = event.globalPosition().toPoint()
        if self._held is None:
            if in_text:
                in_margin = event.position().x() < pane.text.edge - 2
                shape = Qt.CursorShape.OpenHandCursor if in_margin else Qt.CursorShape.IBeamCursor
                pane.text.viewport().setCursor(shape)
            return False
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragging and far and len(self._view.panes) > 1:
            self._begin()
        if self._dragging:
            self._follow(at)
        return self._dragging or in_text

    def _begin(self) -> None:
        self._dragging = True
        QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _on_release(self) -> bool:
        if self._swallow:
            self._swallow = False
            return True
        target, dragged = self._target, self._dragging
        self._end()
        if dragged and target is not None:
            self.dropped.emit(*target)
        return dragged

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._swallow = True  # the button is still down
            self._end()
        else:
            event.accept()
        return True

    def _end(self) -> None:
        if self._dragging:
            QApplication.restoreOverrideCursor()
            app = QCoreApplication.instance()
            if app is not None:
                app.removeEventFilter(self)
        self._dragging, self._held, self._target = False, None, None
        self._line.hide()

    # What is below the mouse

    def _follow(self, at: QPoint) -> None:
        """Draw to the mouse, and tell what would be linked."""
        held = self._held
        if held is None:
            return
        self._line.lay(held.place(), at)
        self._target = None
        below = self._below(at)
        if below is None or below.pane is held.pane:
            return
        panes = self._view.panes
        places = sorted((panes.index(held.pane), panes.index(below.pane)))
        if places[1] - places[0] != 1:
            words = self.tr("Only neighbours can be linked")
            self._line.aim(below.place(), words, fits=False)
            return
        pair = self._view.comparison(places[0])
        if pair is None or not pair.parts:
            return
        is_left = panes.index(held.pane) == places[0]
        first, second = (held, below) if is_left else (below, held)
        fits = can_link(pair, first.section, second.section)
        words = pair_name(pair, first.section, second.section)
        if not fits:
            tops = has_top_part(pair, first.section, second.section)
            words = (
                self.tr("Top parts belong together by their kind; drag a section inside them")
                if tops
                else self.tr("Not compared with each other")
            )
        self._line.aim(below.place(), words, fits=fits)
        self._target = (pair, first.section, second.section) if fits else None

    def _below(self, at: QPoint) -> Grip | None:
        """Return the section under the mouse; a text moves on where the mouse is at its end."""
        for pane in self._view.panes:
            for area, in_text in ((pane.text.viewport(), True), (pane.outline.viewport(), False)):
                there = area.mapFromGlobal(at)
                if not area.isVisible() or not area.rect().contains(there):
                    continue
                if in_text:
                    self._move_on(pane, there.y())
                section = self._section(pane, there, in_text=in_text)
                return None if section is None else Grip(pane, section, in_text)
        return None

    def _move_on(self, pane: ReportPane, y: int) -> None:
        bar, height = pane.text.verticalScrollBar(), pane.text.viewport().height()
        if y < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif y > height - _EDGE:
            bar.setValue(bar.value() + _EDGE)


def extent(pane: ReportPane, section: int) -> tuple[int, int]:
    """Return top and bottom of a heading on the screen; of the whole section where it is not.

    Both may lie outside of what is seen.
    """
    if pane.report is None:
        return 0, 0
    found = pane.report.sections[section]
    text, shift = pane.text, pane.text.verticalScrollBar().value()
    top = text.y_of(found.heading_span.start) - shift
    line = text.fontMetrics().lineSpacing() + 6
    bottom = text.y_of(max(found.heading_span.start, found.heading_span.end - 1)) - shift + line
    if bottom <= 0:
        bottom = text.y_of(found.span.end) - shift
    return round(top), round(bottom)
