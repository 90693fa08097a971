"""Every action of the program in one table: words, key, icon, and the slot that does it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from desktop.widgets.assets import icon
from desktop.widgets.theme import colours

CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One line of the table.

    Attributes:
        name: Name of the action.
        text: English words, typed as Qt's macro gives them.
        slot: Who does it and how: ``session.undo``.
        keys: Shortcuts, the first one shown.
        icon: Icon file without ending, or "".
        checkable: It is on or off.
    """

    name: str
    text: object
    slot: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


ACTIONS = (
    ActionSpec(
        "new_workspace",
        QT_TRANSLATE_NOOP("Actions", "New workspace…"),
        "files.new_workspace",
        keys=("Ctrl+Shift+N",),
        icon="new",
    ),
    ActionSpec(
        "open_workspace",
        QT_TRANSLATE_NOOP("Actions", "Open workspace…"),
        "files.open_workspace",
        keys=("Ctrl+O",),
        icon="open",
    ),
    ActionSpec(
        "open_sample",
        QT_TRANSLATE_NOOP("Actions", "Open the sample workspace"),
        "files.open_sample",
    ),
    ActionSpec(
        "import_files",
        QT_TRANSLATE_NOOP("Actions", "Import reports…"),
        "files.import_files",
        keys=("Ctrl+I",),
        icon="import",
    ),
    ActionSpec(
        "paste_report",
        QT_TRANSLATE_NOOP("Actions", "Paste as a report"),
        "intake.paste",
        keys=("Ctrl+V",),
    ),
    ActionSpec(
        "correct_imported",
        QT_TRANSLATE_NOOP("Actions", "Look at what was imported last…"),
        "intake.correct_imported",
    ),
    ActionSpec(
        "show_results",
        QT_TRANSLATE_NOOP("Actions", "Results of the last import…"),
        "intake.show_results",
    ),
    ActionSpec(
        "export_report",
        QT_TRANSLATE_NOOP("Actions", "Export…"),
        "files.export_report",
        keys=("Ctrl+E",),
        icon="export",
    ),
    ActionSpec(
        "show_settings",
        QT_TRANSLATE_NOOP("Actions", "Settings…"),
        "window.show_settings",
        keys=("Ctrl+,",),
        icon="settings",
    ),
    ActionSpec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        "window.close",
        keys=("Ctrl+Q",),
    ),
    ActionSpec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        "session.undo",
        keys=("Ctrl+Z",),
        icon="undo",
    ),
    ActionSpec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        "session.redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
    ),
    ActionSpec(
        "correct_unplaced",
        QT_TRANSLATE_NOOP("Actions", "Correct a report of unknown region or year…"),
        "care.correct_unplaced",
    ),
    ActionSpec(
        "show_lost_marks",
        QT_TRANSLATE_NOOP("Actions", "Marks whose text is gone…"),
        "care.show_lost_marks",
    ),
    ActionSpec(
        "show_names",
        QT_TRANSLATE_NOOP("Actions", "Names…"),
        "deciding.show_names",
        keys=("Ctrl+M",),
    ),
    ActionSpec(
        "show_copies",
        QT_TRANSLATE_NOOP("Actions", "Automatic copies…"),
        "care.show_copies",
    ),
    ActionSpec(
        "find",
        QT_TRANSLATE_NOOP("Actions", "Find"),
        "window.find_words",
        keys=("Ctrl+F",),
        icon="search",
    ),
    ActionSpec(
        "find_next",
        QT_TRANSLATE_NOOP("Actions", "Next hit"),
        "finding.find_next",
        keys=("F3",),
    ),
    ActionSpec(
        "find_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous hit"),
        "finding.find_previous",
        keys=("Shift+F3",),
    ),
    ActionSpec(
        "search_library",
        QT_TRANSLATE_NOOP("Actions", "Search all reports"),
        "finding.search_library",
        keys=("Ctrl+Shift+F",),
    ),
    ActionSpec(
        "filter_library",
        QT_TRANSLATE_NOOP("Actions", "Filter the library"),
        "finding.filter_library",
        keys=("Ctrl+K",),
    ),
    ActionSpec(
        "show_compare",
        QT_TRANSLATE_NOOP("Actions", "Compare"),
        "window.show_compare",
        keys=("Ctrl+1",),
        icon="compare",
        checkable=True,
    ),
    ActionSpec(
        "show_commitments",
        QT_TRANSLATE_NOOP("Actions", "Promises"),
        "window.show_commitments",
        keys=("Ctrl+2",),
        icon="promises",
        checkable=True,
    ),
    ActionSpec(
        "toggle_library",
        QT_TRANSLATE_NOOP("Actions", "Library"),
        "library.setVisible",
        keys=("F8",),
        icon="library",
        checkable=True,
    ),
    ActionSpec(
        "toggle_list",
        QT_TRANSLATE_NOOP("Actions", "Library as a tree or as one list"),
        "library.toggle_list",
        keys=("Ctrl+L",),
    ),
    ActionSpec(
        "toggle_outlines",
        QT_TRANSLATE_NOOP("Actions", "Outlines"),
        "window.toggle_outlines",
        keys=("F9",),
        icon="outline",
    ),
    ActionSpec(
        "toggle_noise",
        QT_TRANSLATE_NOOP("Actions", "Show lines left out"),
        "reading.toggle_noise",
        keys=("F10",),
    ),
    ActionSpec(
        "next_change",
        QT_TRANSLATE_NOOP("Actions", "Next change"),
        "reading.next_change",
        keys=("F7",),
        icon="next",
    ),
    ActionSpec(
        "previous_change",
        QT_TRANSLATE_NOOP("Actions", "Previous change"),
        "reading.previous_change",
        keys=("Shift+F7",),
        icon="previous",
    ),
    ActionSpec(
        "swap_reports",
        QT_TRANSLATE_NOOP("Actions", "Swap the two reports"),
        "reading.swap_reports",
        keys=("Ctrl+Shift+X",),
        icon="swap",
    ),
    ActionSpec(
        "link_sections",
        QT_TRANSLATE_NOOP("Actions", "Set the left and the right section beside each other"),
        "linking.link",
        keys=("Ctrl+Shift+L",),
    ),
    ActionSpec(
        "unlink_sections",
        QT_TRANSLATE_NOOP("Actions", "These two sections do not belong together"),
        "linking.unlink",
        keys=("Ctrl+Shift+D",),
    ),
    ActionSpec(
        "no_counterpart",
        QT_TRANSLATE_NOOP("Actions", "The left section has no counterpart"),
        "linking.leave_alone",
        keys=("Ctrl+Shift+O",),
    ),
    ActionSpec(
        "next_pane",
        QT_TRANSLATE_NOOP("Actions", "Next pane"),
        "panes.go_next",
        keys=("F6",),
    ),
    ActionSpec(
        "previous_pane",
        QT_TRANSLATE_NOOP("Actions", "Previous pane"),
        "panes.go_previous",
        keys=("Shift+F6",),
    ),
    ActionSpec(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "Back to the promise"),
        "window.go_back",
        keys=("Esc",),
        icon="previous",
    ),
    ActionSpec(
        "stop",
        QT_TRANSLATE_NOOP("Actions", "Stop what is running"),
        "runner.cancel_all",
        keys=("Ctrl+.",),
        icon="close",
    ),
    ActionSpec(
        "show_keys",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        "window.show_keys",
        keys=("F1",),
    ),
    ActionSpec(
        "show_about",
        QT_TRANSLATE_NOOP("Actions", "About duizhang"),
        "window.show_about",
    ),
)

VIEW_KEYS = (
    (QT_TRANSLATE_NOOP("Actions", "Mark: fulfilled … undetermined"), "1 – 6"),
    (QT_TRANSLATE_NOOP("Actions", "Clear the mark"), "0"),
    (QT_TRANSLATE_NOOP("Actions", "Next unmarked promise"), "N"),
    (QT_TRANSLATE_NOOP("Actions", "Write a note"), "M"),
    (QT_TRANSLATE_NOOP("Actions", "Next passage of the promise"), "E"),
    (QT_TRANSLATE_NOOP("Actions", "This passage answers it, or take that back"), "Y"),
    (QT_TRANSLATE_NOOP("Actions", "This passage does not answer it"), "X"),
    (QT_TRANSLATE_NOOP("Actions", "Open the evidence beside the promise"), "Enter"),
    (QT_TRANSLATE_NOOP("Actions", "Library: rename a report"), "F2"),
    (QT_TRANSLATE_NOOP("Actions", "Library: remove the selected reports"), "Del"),
)
"""Keys that belong to the table of promises or to the library, not to the whole window."""

LINKING = ("link_sections", "unlink_sections", "no_counterpart")
"""What is done to the sections at the two cursors; the menus of texts and outlines have it too."""

_FINDING = ("find", "find_next", "find_previous", "search_library", "filter_library")

MENUS = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            "new_workspace",
            "open_workspace",
            "open_sample",
            "",
            "import_files",
            "paste_report",
            "correct_imported",
            "show_results",
            "",
            "export_report",
            "",
            "show_settings",
            "",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        ("undo", "redo", "", *_FINDING, "", "show_names", "correct_unplaced", "show_lost_marks"),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            "show_compare",
            "show_commitments",
            "",
            "toggle_library",
            "toggle_list",
            "toggle_outlines",
            "toggle_noise",
            "",
            "next_pane",
            "previous_pane",
            "go_back",
            "",
            "stop",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Compare"),
        ("next_change", "previous_change", "swap_reports", "", *LINKING),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("show_keys", "show_about")),
)
"""Menus and the actions in them; "" is a separator."""


def translated(text: object) -> str:
    """Return words of the table in the language of the interface."""
    return QCoreApplication.translate(CONTEXT, str(text))


class Actions(QObject):
    """All actions of a window.

    Args:
        window: Window that has the shortcuts.
        targets: Who is meant by the first word of a slot.
    """

    def __init__(self, window: QWidget, targets: Mapping[str, QObject]) -> None:
        super().__init__(window)
        self._window = window
        self._targets = targets
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}
        self.retranslate()
        self.draw_icons()

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self._window)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        owner, _, method = spec.slot.partition(".")
        action.triggered.connect(getattr(self._targets[owner], method))
        self._window.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        for spec in ACTIONS:
            text = translated(spec.text)
            keys = (
                QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
                if spec.keys
                else ""
            )
            self._actions[spec.name].setText(text)
            self._actions[spec.name].setToolTip(f"{text.rstrip('…')} ({keys})" if keys else text)

    def draw_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        ink = self._window.palette().color(QPalette.ColorRole.WindowText)
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.name].setIcon(icon(spec.icon, ink, colours().line))

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Return what can be done by keyboard: words and keys, for the list under F1."""
        native = QKeySequence.SequenceFormat.NativeText
        whole = tuple(
            (
                translated(spec.text).rstrip("…"),
                ", ".join(QKeySequence(k).toString(native) for k in spec.keys),
            )
            for spec in ACTIONS
            if spec.keys
        )
        return (*((translated(text), key) for text, key in VIEW_KEYS), *whole)
