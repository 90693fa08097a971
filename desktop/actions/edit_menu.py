"""Actions of the menu Edit: undoing, finding, setting right."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

ACTIONS = (
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
        "keep_mine",
        QT_TRANSLATE_NOOP("Actions", "Keep mine, over the colleague's"),
        "sharing.keep_mine",
        keys=("Ctrl+Alt+M",),
    ),
    ActionSpec(
        "take_theirs",
        QT_TRANSLATE_NOOP("Actions", "Take the colleague's, leave mine"),
        "sharing.take_theirs",
        keys=("Ctrl+Alt+T",),
    ),
    ActionSpec(
        "write_waiting",
        QT_TRANSLATE_NOOP("Actions", "Write the changes that waited"),
        "holding.write",
    ),
    ActionSpec(
        "drop_waiting",
        QT_TRANSLATE_NOOP("Actions", "Leave out the changes that waited"),
        "holding.drop",
    ),
    ActionSpec(
        "correct_unplaced",
        QT_TRANSLATE_NOOP("Actions", "Correct a report of unknown region or year…"),
        "care.correct_unplaced",
        changes=True,
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
        "here.find_words",
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
        "go_to",
        QT_TRANSLATE_NOOP("Actions", "Go to line or page"),
        "going.open",
        keys=("Ctrl+G",),
    ),
    ActionSpec(
        "filter_library",
        QT_TRANSLATE_NOOP("Actions", "Filter the library"),
        "finding.filter_library",
        keys=("Ctrl+K",),
    ),
)

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    (
        "undo",
        "redo",
        "",
        "keep_mine",
        "take_theirs",
        "write_waiting",
        "drop_waiting",
        "",
        "find",
        "find_next",
        "find_previous",
        "search_library",
        "filter_library",
        "go_to",
        "",
        "show_names",
        "correct_unplaced",
        "show_lost_marks",
    ),
)
