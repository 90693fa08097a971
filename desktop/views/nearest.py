"""The nearest sections of the other report, offered for one that came or went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from desktop.jobs import passages
from desktop.jobs.job import Job, Lane
from desktop.models.linking import can_link, part_of, section_name
from desktop.models.words import say
from desktop.notice import Notice, Tone
from desktop.session import READING, without_context
from tracker.message import Message

if TYPE_CHECKING:
    from desktop.jobs.catalog import Comparison
    from desktop.session import Session
    from desktop.views.compare_view import CompareView
    from desktop.views.linking import Linking
    from desktop.widgets.report_pane import ReportPane
    from tracker.model.alignment import NearSection


class Nearest(QObject):
    """Asks for what a section is like and offers it in a menu: go there, or link by hand.

    Args:
        session: The open workspace.
        linking: Links by hand.
        parent: Owner.
    """

    def __init__(self, session: Session, linking: Linking, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._linking = linking
        self._view: CompareView | None = None
        self.menu: QMenu | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view
        view.columns.pane_made.connect(self._on_pane)
        for pane in view.panes:
            self._on_pane(pane)

    def _on_pane(self, pane: ReportPane) -> None:
        pane.text.tag_clicked.connect(partial(self._on_tag, pane))

    def _on_tag(self, pane: ReportPane, position: int, at: QPoint) -> None:
        """Offer what the section whose label was clicked is like."""
        section = pane.section_at(position)
        if section is not None:
            self._ask(pane, section, at)

    def offer(self) -> None:
        """Offer what the section at the cursor is like."""
        view = self._view
        pane = view.columns.current_pane() if view is not None else None
        if pane is None:
            return
        at_cursor = pane.section_at(pane.text.cursor_position())
        shown = at_cursor if at_cursor is not None and pane.shows(at_cursor) else None
        section = pane.section_read() if shown is None else shown
        if section is not None:
            below = QPoint(40, round(max(0.0, pane.height_of(section) or 0.0)) + 28)
            self._ask(pane, section, pane.text.viewport().mapToGlobal(below))

    def _beside(self, pane: ReportPane, section: int) -> tuple[Comparison, bool] | None:
        """Return the comparison in which a section is set beside others; where it is alone first.

        The second value tells whether it is one of the later report.
        """
        if self._view is None or pane not in self._view.panes:
            return None
        place, found = self._view.panes.index(pane), self._session.comparisons
        sides = [(found[n], n < place) for n in (place - 1, place) if 0 <= n < len(found)]
        parts = [(pair, later, part_of(pair, section, later=later)) for pair, later in sides]
        there = [(pair, later, part) for pair, later, part in parts if part is not None]
        alone = [(pair, later) for pair, later, part in there if part.is_alone]
        return next(iter((*alone, *((pair, later) for pair, later, _ in there))), None)

    def _ask(self, pane: ReportPane, section: int, at: QPoint) -> None:
        beside, workspace = self._beside(pane, section), self._session.workspace
        if beside is None or workspace is None:
            told = Message(
                "这一节不逐节比较。", "This section is not compared as a section of its own."
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told, passing=True))
            return
        pair, later = beside
        part = part_of(pair, section, later=later)
        if part is None:
            return
        ask = partial(passages.nearest, workspace, pair, part.part, section, of_later=later)
        job = Job("nearest", READING, without_context(ask), Lane.STORE, quiet=True)
        self._session.runner.submit(job, partial(self._open, pane, pair, section, later, at))

    def _open(
        self,
        pane: ReportPane,
        pair: Comparison,
        section: int,
        later: bool,  # noqa: FBT001 - bound beforehand
        at: QPoint,
        found: tuple[NearSection, ...],
    ) -> None:
        """Open the menu."""
        if self._view is None or pair not in self._session.comparisons:
            return
        own, other = (pair.later, pair.earlier) if later else (pair.earlier, pair.later)
        menu = QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("titled")
        menu.setToolTipsVisible(True)
        title = self.tr("Nearest to {0}") if found else self.tr("Nothing is like {0}")
        menu.addAction(_shown(title.format(section_name(own, section)))).setEnabled(False)
        menu.addSeparator()
        for near in found:
            both = (near.section, section) if later else (section, near.section)
            name = f"{section_name(other, near.section)}   {near.score.value:.0%}"
            below = menu.addMenu(_shown(name))
            below.setObjectName("titled")
            below.addAction(_shown(say(near.score.reason))).setEnabled(False)
            below.addSeparator()
            below.addAction(self.tr("Go there"), partial(self._go, pair, both))
            link = below.addAction(
                self.tr("Set the two beside each other"),
                partial(self._linking.link_sections, pair, *both),
            )
            link.setEnabled(both not in pair.said.together and can_link(pair, *both))
        menu.popup(at)
        self.menu = menu
        menu.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self.menu = None

    def _go(self, pair: Comparison, both: tuple[int, int]) -> None:
        """Bring the two sections level; the keys that link then mean them."""
        if self._view is None or pair not in self._session.comparisons:
            return
        place = self._session.comparisons.index(pair)
        self._view.levels.show_linked(place, *both)
        panes = self._view.panes[place : place + 2]
        for pane, report, section in zip(panes, (pair.earlier, pair.later), both, strict=True):
            pane.text.select_span(report.sections[section].heading_span)
            pane.section_pointed.emit(section)


def _shown(words: str) -> str:
    """Return words of a document for a menu, where & would underline a letter."""
    return words.replace("&", "&&")
