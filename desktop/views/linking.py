"""Setting right by hand which sections belong together, in the compare view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from desktop.jobs import linking
from desktop.jobs.job import Job, Lane
from desktop.models.linking import (
    can_link,
    changed_names,
    is_column,
    is_row,
    linked_pair,
    pair_name,
    section_name,
)
from desktop.models.roles import DataRole
from desktop.notice import Notice, Tone
from desktop.session import READING, SAVING, Session, without_context
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from desktop.jobs.catalog import Comparison
    from desktop.views.compare_view import CompareView
    from desktop.widgets.report_pane import ReportPane
    from tracker.model.alignment import HandWords
    from tracker.model.library import KeptLink


class Linking(QObject):
    """Links, takes apart and leaves alone the sections at the two cursors.

    A cursor is where a text or an outline was clicked, or where a key, a hit or a change led to.
    It holds while its section is on the screen, and while only the other text is moved: so two
    sections that stand far apart can be pointed at one after the other. Without one, the section
    level with the eye is meant.

    Args:
        session: The open workspace and the reports side by side.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view: CompareView | None = None
        self._actions: tuple[QAction, ...] = ()
        self._pointed: dict[ReportPane, int] = {}
        self._wanted: tuple[Comparison, int, int] | None = None

    def serve(self, view: CompareView, actions: tuple[QAction, ...]) -> None:
        """Take over the texts, once they are made; ``actions`` go into their menus."""
        from desktop.views.link_drag import LinkDrag  # noqa: PLC0415 - not needed for the first frame

        self._view, self._actions = view, actions
        view.columns.pane_made.connect(self._on_pane)
        view.levels.moved.connect(self._on_moved)
        self._session.columns_read.connect(self._on_columns)
        self._session.pair_compared.connect(self._on_compared)
        self._session.undone.connect(self._on_undone)
        self._drag = LinkDrag(view)
        self._drag.dropped.connect(self.link_sections)

    def _on_pane(self, pane: ReportPane) -> None:
        pane.section_pointed.connect(partial(self._point, pane))
        for area in (pane.text, pane.outline):
            area.installEventFilter(self)
            area.viewport().installEventFilter(self)
        self._drag.watch(pane)

    # The cursors

    def _point(self, pane: ReportPane, section: int) -> None:
        self._pointed[pane] = section

    def _on_moved(self, pane: ReportPane) -> None:
        """Forget the cursor of a text that was moved away from it."""
        section = self._pointed.get(pane)
        if section is not None and not pane.shows(section):
            del self._pointed[pane]

    def _on_columns(self) -> None:
        self._pointed, self._wanted = {}, None

    def _sections(self) -> tuple[Comparison, int, int] | None:
        """Return the two sections that are meant; tell when there are none."""
        view = self._view
        pair = view.comparison() if view is not None else None
        if view is not None and view.isVisible() and pair is not None and pair.parts:
            place = view.columns.pair
            left, right = (
                self._pointed.get(pane, pane.section_read())
                for pane in view.panes[place : place + 2]
            )
            if left is not None and right is not None:
                return pair, left, right
        self._tell(
            Message(
                "请先在左右两边各选一节。", "Choose a section at the left and one at the right."
            ),
            Tone.WARNING,
        )
        return None

    # What is done to them

    def link(self) -> None:
        """Set the two sections beside each other."""
        found = self._sections()
        if found is not None:
            self.link_sections(*found)

    def link_sections(self, pair: Comparison, left: int, right: int) -> None:
        """Set two sections beside each other."""
        name = pair_name(pair, left, right)
        if (left, right) in pair.said.together:
            self._tell(Message(f"已经是人工对应：{name}", f"Linked by hand already: {name}"))
        elif not can_link(pair, left, right):
            told = Message(
                f"{name}：只有所比较部分之内的章节才能对应；一级部分按类型对应。",
                f"{name}: only sections inside parts that are compared can be linked; "
                "top parts go by their kind.",
            )
            self._tell(told, Tone.WARNING)
        else:
            told = Message(f"人工对应：{name}", f"Linked by hand: {name}")
            action = partial(linking.link, earlier=left, later=right)
            self._submit(action, pair, told, (left, right))

    def unlink(self) -> None:
        """Say that the two sections, or those they stand in, do not belong together."""
        found = self._sections()
        if found is None:
            return
        pair, left, right = found
        both = linked_pair(pair, left, right)
        if both is None:
            name = pair_name(pair, left, right)
            told = Message(f"这两节本来就不对应：{name}", f"These two are not linked: {name}")
            self._tell(told, Tone.WARNING)
            return
        name = pair_name(pair, *both)
        told = Message(f"已取消对应：{name}", f"Taken apart: {name}")
        self._submit(partial(linking.unlink, earlier=both[0], later=both[1]), pair, told)

    def leave_alone(self) -> None:
        """Say that the left section has no counterpart."""
        found = self._sections()
        if found is None:
            return
        pair, left, _ = found
        name = section_name(pair.earlier, left)
        self._leave(
            partial(linking.leave_alone, earlier=left),
            (pair, name),
            said=left in pair.said.alone,
            compared=is_row(pair, left),
        )

    def leave_new(self) -> None:
        """Say that the right section has no counterpart."""
        found = self._sections()
        if found is None:
            return
        pair, _, right = found
        self._leave(
            partial(linking.leave_new, later=right),
            (pair, section_name(pair.later, right)),
            said=right in pair.said.new,
            compared=is_column(pair, right),
        )

    def _leave(
        self,
        action: Callable[..., None],
        about: tuple[Comparison, str],
        *,
        said: bool,
        compared: bool,
    ) -> None:
        """Say that a section has no counterpart, unless that is said or means nothing."""
        pair, name = about
        if said:
            told = Message(f"已经标为没有对应：{name}", f"Without counterpart already: {name}")
            self._tell(told)
        elif not compared:
            told = Message(
                f"{name}不是逐节比较的章节。", f"{name} is not compared as a section of its own."
            )
            self._tell(told, Tone.WARNING)
        else:
            self._submit(action, pair, Message(f"没有对应：{name}", f"No counterpart: {name}"))

    def forget(self, pair: Comparison, one: KeptLink) -> None:
        """Take one word by hand back; the program decides again."""
        quotes = [p.quote[:20] for p in (one.link.earlier, one.link.later) if p.quote]
        name = " ↔ ".join(f"“{quote}”" for quote in quotes).replace("\n", "")
        told = Message(f"已撤回人工对应：{name}", f"Taken back: {name}")
        self._submit(partial(linking.forget, link=one.link), pair, told)

    def show_place(self, pair: Comparison, one: KeptLink) -> None:
        """Show the sections that a word by hand is about."""
        view = self._view
        found = self._session.comparisons
        if view is None or pair not in found:
            return
        place = found.index(pair)
        if one.earlier is not None and one.later is not None:
            view.levels.show_linked(place, one.earlier, one.later)
        for pane, section in zip(
            view.panes[place : place + 2], (one.earlier, one.later), strict=True
        ):
            if section is not None and pane.report is not None:
                if one.earlier is None or one.later is None:
                    pane.show_span(pane.report.sections[section].heading_span)
                self._point(pane, section)

    def pair(self) -> Comparison | None:
        """Return the two columns that are worked on."""
        return None if self._view is None else self._view.comparison()

    def _submit(
        self,
        action: Callable[..., None],
        pair: Comparison,
        told: Message,
        level: tuple[int, int] | None = None,
    ) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(action, workspace, (pair.earlier.id, pair.later.id)))
            job = Job("", SAVING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._on_said, told, pair, level))

    def _on_said(
        self, told: Message, pair: Comparison, level: tuple[int, int] | None, _: object
    ) -> None:
        self._tell(told)
        self._wanted = (pair, *level) if level else None
        self._session.desk.line_up(pair.earlier.id, pair.later.id)
        self._session.refresh()

    def _tell(self, told: Message, tone: Tone = Tone.DONE) -> None:
        self._session.noticed.emit(Notice(tone, told, passing=True))

    def _on_compared(self, comparison: Comparison) -> None:
        """Bring level what was just linked."""
        view, wanted = self._view, self._wanted
        if view is None or wanted is None:
            return
        pair, earlier, later = wanted
        if (pair.earlier, pair.later) == (comparison.earlier, comparison.later):
            self._wanted = None
            view.levels.show_linked(self._session.comparisons.index(comparison), earlier, later)

    # Undo

    def _on_undone(self, told: Message) -> None:
        """See whether it was a word on the sections that are looked at."""
        workspace = self._session.workspace
        pairs = tuple(pair for pair in self._session.comparisons if pair.parts)
        if workspace is not None and pairs:
            work = without_context(partial(linking.said, workspace, pairs))
            job = Job("hand words", READING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, partial(self._on_turned, told, pairs))

    def _on_turned(
        self, told: Message, pairs: tuple[Comparison, ...], said: tuple[HandWords, ...]
    ) -> None:
        for pair, words in zip(pairs, said, strict=True):
            names = changed_names(pair, pair.said, words)
            if names is not None:
                self._tell(Message(f"{told.zh} · {names.zh}", f"{told.en} · {names.en}"))
                self._session.desk.line_up(pair.earlier.id, pair.later.id)

    # Menus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu of a text or an outline."""
        if not isinstance(event, QContextMenuEvent) or self._view is None:
            return super().eventFilter(watched, event)
        for pane in self._view.panes:
            for area in (pane.text, pane.outline):
                if watched in (area, area.viewport()):
                    by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
                    at = area.viewport().rect().center() if by_key else event.pos()
                    if not by_key:
                        self._point_at(pane, at, in_text=area is pane.text)
                    self._open_menu(
                        pane, area.viewport().mapToGlobal(at), in_text=area is pane.text
                    )
                    return True
        return False

    def _point_at(self, pane: ReportPane, at: QPoint, *, in_text: bool) -> None:
        """Take the section that was clicked for the one at the cursor."""
        if in_text:
            section = pane.section_at(pane.text.position_at(at))
        else:
            section = pane.outline.indexAt(at).data(DataRole.SECTION)
        if section is not None:
            pane.section_pointed.emit(section)

    def _open_menu(self, pane: ReportPane, at: QPoint, *, in_text: bool) -> None:
        menu = pane.text.createStandardContextMenu() if in_text else QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("titled")
        if in_text:
            menu.addSeparator()
        pair = self._view.comparison() if self._view is not None else None
        found = self._sections() if pair is not None and pair.parts else None
        lines = [n for n, action in enumerate(self._actions, 1) if action.isSeparator()]
        linking = max(lines, default=0)
        menu.addActions(list(self._actions[:linking]))
        if found is not None:
            # One below the other: beside each other they would make the menu twice as wide.
            comparison, left, right = found
            names = section_name(comparison.earlier, left), section_name(comparison.later, right)
            for name in (names[0], f"↔ {names[1]}"):
                menu.addAction(name.replace("&", "&&")).setEnabled(False)
        menu.addActions(list(self._actions[linking:]))
        menu.popup(at)
