"""Every action of the program in one table: words, key, icon, and the slot that does it."""

import re
from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from desktop.actions import (
    compare_menu,
    edit_menu,
    file_menu,
    help_menu,
    notes_menu,
    promise_menu,
    readers_menu,
    view_menu,
)
from desktop.actions.hints import HINTS
from desktop.actions.spec import ActionSpec
from desktop.jobs.catalog import UndoState
from desktop.models.words import labelled, say
from desktop.widgets.assets import icon

CONTEXT = "Actions"

_ROOMS = (
    file_menu,
    edit_menu,
    view_menu,
    compare_menu,
    promise_menu,
    notes_menu,
    readers_menu,
    help_menu,
)

ACTIONS: tuple[ActionSpec, ...] = tuple(spec for room in _ROOMS for spec in room.ACTIONS)

MENUS: tuple[tuple[object, tuple[str, ...]], ...] = tuple(room.MENU for room in _ROOMS)
"""Menus and the actions in them; "" is a separator."""

_OF_PROMISES = (
    (QT_TRANSLATE_NOOP("Actions", "Mark: fulfilled … undetermined"), "1 – 6"),
    (QT_TRANSLATE_NOOP("Actions", "Clear the mark"), "0"),
    (QT_TRANSLATE_NOOP("Actions", "Next unmarked promise"), "N"),
    (QT_TRANSLATE_NOOP("Actions", "Next promise that the program is less sure of"), "L"),
    (QT_TRANSLATE_NOOP("Actions", "Next promise judged differently by you and the program"), "D"),
    (QT_TRANSLATE_NOOP("Actions", "Add a condition to the filter of promises"), "F"),
    (QT_TRANSLATE_NOOP("Actions", "Write a note"), "M"),
    (QT_TRANSLATE_NOOP("Actions", "Write the path of a file behind the note"), "A"),
    (QT_TRANSLATE_NOOP("Actions", "Next passage of the promise"), "E"),
    (QT_TRANSLATE_NOOP("Actions", "This passage answers it, or take that back"), "Y"),
    (QT_TRANSLATE_NOOP("Actions", "This passage does not answer it"), "X"),
    (QT_TRANSLATE_NOOP("Actions", "Set the promise right, or all that are selected"), "F2"),
    (QT_TRANSLATE_NOOP("Actions", "Split the promise, merge the selected ones"), "S, J"),
    (QT_TRANSLATE_NOOP("Actions", "What is selected is no promise"), "Del"),
    (QT_TRANSLATE_NOOP("Actions", "Say why, of what was set right or decided last"), "W"),
    (QT_TRANSLATE_NOOP("Actions", "What the verdicts mean"), "?"),
    (QT_TRANSLATE_NOOP("Actions", "Open the evidence beside the promise"), "Enter"),
)
_OF_READERS = (
    (QT_TRANSLATE_NOOP("Actions", "Settle on: fulfilled … undetermined"), "1 – 6"),
    (QT_TRANSLATE_NOOP("Actions", "Next difference, the one before"), "N  P"),
    (QT_TRANSLATE_NOOP("Actions", "Write why"), "M"),
    (QT_TRANSLATE_NOOP("Actions", "Open the promise with its evidence"), "Enter"),
)
_OF_TOPICS = (
    (QT_TRANSLATE_NOOP("Actions", "Topics: the text of one through all reports"), "Enter"),
    (
        QT_TRANSLATE_NOOP("Actions", "Topics: this report and the one before, side by side"),
        "Shift+Enter",
    ),
    (QT_TRANSLATE_NOOP("Actions", "One topic: the topic above, the one below"), "Alt+↑  Alt+↓"),
    (QT_TRANSLATE_NOOP("Actions", "One topic: the report before, the next one"), "←  →"),
)
_OF_INDICATORS = (
    (QT_TRANSLATE_NOOP("Actions", "Indicators: goal and result in their reports"), "Enter"),
    (
        QT_TRANSLATE_NOOP("Actions", "Indicators: choose several for small charts"),
        "Shift+↑  Shift+↓",
    ),
    (QT_TRANSLATE_NOOP("Actions", "Charts: from point to point"), "←  →"),
    (QT_TRANSLATE_NOOP("Actions", "Overview: the promises that a number counts"), "Enter"),
)
_OF_ACROSS = (
    (QT_TRANSLATE_NOOP("Actions", "The sentences or promises behind a line or cell"), "Enter"),
    (QT_TRANSLATE_NOOP("Actions", "Drawing of years: from year to year"), "←  →"),
)
_OF_TEXTS = (
    (QT_TRANSLATE_NOOP("Actions", "Larger or smaller letters"), "Ctrl+Wheel"),
    (QT_TRANSLATE_NOOP("Actions", "List of bookmarks: write a note, remove"), "F2, Del"),
    (QT_TRANSLATE_NOOP("Actions", "While a section is dragged: leave it as it was"), "Esc"),
)
_OF_LIBRARY = (
    (QT_TRANSLATE_NOOP("Actions", "Library: rename a report"), "F2"),
    (QT_TRANSLATE_NOOP("Actions", "Library: remove the selected reports"), "Del"),
)
VIEW_KEYS = (
    (QT_TRANSLATE_NOOP("Actions", "In the table of promises"), _OF_PROMISES),
    (QT_TRANSLATE_NOOP("Actions", "In the agreement of two readers"), _OF_READERS),
    (QT_TRANSLATE_NOOP("Actions", "In the topics"), _OF_TOPICS),
    (QT_TRANSLATE_NOOP("Actions", "In indicators and overview"), _OF_INDICATORS),
    (QT_TRANSLATE_NOOP("Actions", "Across reports"), _OF_ACROSS),
    (QT_TRANSLATE_NOOP("Actions", "In the library"), _OF_LIBRARY),
    (QT_TRANSLATE_NOOP("Actions", "In the texts"), _OF_TEXTS),
)
"""Keys that belong to one place, not to the whole window; and what the mouse does there."""


_ARROWS = (
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
)
"""Names of keys that Qt's own Chinese writes as 左方向; drawn as on the keys they are shorter."""

_OFF_AT_FIRST = ("undo", "redo", "show_lost_marks", "stop", "leave_reading")
"""Actions that wait for something to do."""

_ONLY_READ = QT_TRANSLATE_NOOP(
    "Actions", "This workspace can only be read: save a copy (menu File) and work in that."
)


def translated(text: object) -> str:
    """Return words of the table in the language of the interface."""
    return QCoreApplication.translate(CONTEXT, str(text))


class Actions(QObject):
    """All actions of a window: those of the bars at once, the others with who does them.

    Args:
        window: Window that has the shortcuts.
        first: Names of the actions that are seen in the first frame.
    """

    def __init__(self, window: QWidget, first: Collection[str]) -> None:
        super().__init__(window)
        self._window = window
        self._may_change = True
        self._actions: dict[str, QAction] = {}
        self._add([spec for spec in ACTIONS if spec.name in first])

    def serve(self, targets: Mapping[str, QObject]) -> None:
        """Make the other actions, and let each be done.

        Args:
            targets: Who is meant by the first word of a slot.
        """
        self._add([spec for spec in ACTIONS if spec.name not in self._actions])
        for spec in ACTIONS:
            owner, _, method = spec.slot.partition(".")
            action = self._actions[spec.name]
            action.triggered.connect(getattr(targets[owner], method))
            self._window.addAction(action)

    def _add(self, specs: Iterable[ActionSpec]) -> None:
        for spec in specs:
            action = self._actions[spec.name] = QAction(self._window)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable)
            action.setIconVisibleInMenu(not spec.checkable)  # it stands where the check mark is
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setEnabled(spec.name not in _OFF_AT_FIRST)
            self._say(spec)
            self._draw(spec)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def row(self, names: Iterable[str]) -> tuple[QAction, ...]:
        """Return actions for a menu; "" is a separator."""
        return tuple(self._actions[name] if name else self._line() for name in names)

    def _line(self) -> QAction:
        line = QAction(self)
        line.setSeparator(True)
        return line

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        for spec in self._made():
            self._say(spec)

    def _made(self) -> Iterable[ActionSpec]:
        return (spec for spec in ACTIONS if spec.name in self._actions)

    def _say(self, spec: ActionSpec) -> None:
        text = translated(spec.text)
        keys = (
            QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            if spec.keys
            else ""
        )
        action, hint = self._actions[spec.name], self._hint(spec)
        tip = f"{text.rstrip('…')} ({keys})" if keys else text
        action.setText(text)
        action.setToolTip(f"{tip}\n{hint}" if hint else tip)
        action.setStatusTip(hint)

    def _hint(self, spec: ActionSpec) -> str:
        """Return what an action is for, or why it is not to be had now."""
        held = spec.changes and not self._may_change
        return translated(_ONLY_READ if held else HINTS.get(spec.name, ""))

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001 - connected to a signal
        """Offer what changes the workspace, or hold it back and say why."""
        self._may_change = allowed
        for spec in ACTIONS:
            if spec.changes:
                self._actions[spec.name].setEnabled(allowed)
        self.retranslate()

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        for spec in self._made():
            self._draw(spec)

    def _draw(self, spec: ActionSpec) -> None:
        if spec.icon:
            ink = self._window.palette().color(QPalette.ColorRole.WindowText)
            self._actions[spec.name].setIcon(icon(spec.icon, ink))

    def name_turns(self, state: UndoState) -> None:
        """Say in undo and redo what they would do."""
        for name, word, message in (
            ("undo", translated("Undo"), state.undo),
            ("redo", translated("Redo"), state.redo),
        ):
            self._actions[name].setEnabled(message is not None)
            self._actions[name].setText(labelled(word, say(message)) if message else word)

    def offer_lost(self, marks: tuple[object, ...]) -> None:
        """Offer the list of lost marks where there are any."""
        self._actions["show_lost_marks"].setEnabled(bool(marks))

    def offer_leaving(self, reader: str) -> None:
        """Offer to leave a second reading while there is one."""
        self._actions["leave_reading"].setEnabled(bool(reader))

    def chosen(self, names: Iterable[str]) -> str:
        """Return the first of some actions that is on, "" where none is."""
        return next((name for name in names if self._actions[name].isChecked()), "")

    def shortcuts(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Return what can be done by keyboard, by menu and place: for the list under F1."""
        native = QKeySequence.SequenceFormat.NativeText

        def line(spec: ActionSpec) -> tuple[str, str]:
            keys = ", ".join(QKeySequence(k).toString(native) for k in spec.keys)
            return translated(spec.text).rstrip("…"), keys

        menus = tuple(
            (_title(room.MENU[0]), tuple(line(spec) for spec in room.ACTIONS if spec.keys))
            for room in _ROOMS
        )
        places = tuple(
            (translated(title), tuple((translated(text), key) for text, key in keys))
            for title, keys in VIEW_KEYS
        )
        return (*menus, *places)


def _title(menu: object) -> str:
    """Return the name of a menu without its key."""
    return re.sub(r"\(&\w\)|&", "", translated(menu))
