"""Actions of the menu View: what is on the screen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

ACTIONS = (
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
        "show_topics",
        QT_TRANSLATE_NOOP("Actions", "Topics"),
        "topics.show",
        keys=("Ctrl+3",),
        icon="topics",
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
<<<<<<< HEAD
        "changes.toggle_outlines",
=======
        "reading.toggle_outlines",
>>>>>>> f70655c (Outlines are remembered per workspace)
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
        "dim_boilerplate",
        QT_TRANSLATE_NOOP("Actions", "Dim boilerplate"),
        "changes.dim_boilerplate",
        keys=("Ctrl+F10",),
        checkable=True,
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
        "travel_back",
        QT_TRANSLATE_NOOP("Actions", "Back to where the last jump began"),
        "travelling.go_back",
        keys=("Alt+Left", "Back"),
    ),
    ActionSpec(
        "travel_ahead",
        QT_TRANSLATE_NOOP("Actions", "Forward again"),
        "travelling.go_ahead",
        keys=("Alt+Right", "Forward"),
    ),
    ActionSpec(
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Larger letters"),
        "zooming.zoom_in",
        keys=("Ctrl++", "Ctrl+="),
    ),
    ActionSpec(
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Smaller letters"),
        "zooming.zoom_out",
        keys=("Ctrl+-",),
    ),
    ActionSpec(
        "zoom_reset",
        QT_TRANSLATE_NOOP("Actions", "Letters of the usual size"),
        "zooming.reset",
        keys=("Ctrl+0",),
    ),
    ActionSpec(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "Full screen"),
        "screen.toggle_full_screen",
        keys=("F11",),
    ),
    ActionSpec(
        "quiet",
        QT_TRANSLATE_NOOP("Actions", "Quiet reading: only the texts"),
        "screen.toggle_quiet",
        keys=("Shift+F11",),
        checkable=True,
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
)

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&View"),
    (
        "show_compare",
        "show_commitments",
        "show_topics",
        "",
        "toggle_library",
        "toggle_list",
        "toggle_outlines",
        "toggle_noise",
        "dim_boilerplate",
        "",
        "zoom_in",
        "zoom_out",
        "zoom_reset",
        "full_screen",
        "quiet",
        "",
        "next_pane",
        "previous_pane",
        "travel_back",
        "travel_ahead",
        "go_back",
        "",
        "stop",
    ),
)
