"""Actions of the menu Compare: the way through changes, hand links."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

ACTIONS = (
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
)

LINKING = ("link_sections", "unlink_sections", "no_counterpart")
"""What is done to the sections at the two cursors; the menus of texts and outlines have it too."""

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&Compare"),
    ("next_change", "previous_change", "swap_reports", "", *LINKING),
)
