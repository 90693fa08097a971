"""Actions of the menu Compare: the way through changes, columns, hand links."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.notes_menu import PASSAGE
from desktop.actions.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "show_side_by_side",
        QT_TRANSLATE_NOOP("Actions", "Side by side"),
        "modes.show_side_by_side",
        keys=("Alt+1",),
        icon="compare",
        checkable=True,
    ),
    ActionSpec(
        "show_inline",
        QT_TRANSLATE_NOOP("Actions", "In one column, with what was dropped"),
        "modes.show_inline",
        keys=("Alt+2",),
        icon="inline",
        checkable=True,
    ),
    ActionSpec(
        "show_cards",
        QT_TRANSLATE_NOOP("Actions", "As cards of section pairs"),
        "modes.show_cards",
        keys=("Alt+3",),
        icon="cards",
        checkable=True,
    ),
    ActionSpec(
        "show_plan_and_review",
        QT_TRANSLATE_NOOP("Actions", "Earlier plan against later review"),
        "modes.show_promises",
        keys=("Alt+4",),
        icon="promises",
        checkable=True,
    ),
    ActionSpec(
        "next_change",
        QT_TRANSLATE_NOOP("Actions", "Next change"),
        "changes.next_change",
        keys=("F7",),
        icon="next",
    ),
    ActionSpec(
        "previous_change",
        QT_TRANSLATE_NOOP("Actions", "Previous change"),
        "changes.previous_change",
        keys=("Shift+F7",),
        icon="previous",
    ),
    ActionSpec(
        "next_kind",
        QT_TRANSLATE_NOOP("Actions", "Step through another kind of change"),
        "changes.next_kind",
        keys=("Ctrl+F7",),
    ),
    ActionSpec(
        "follow_move",
        QT_TRANSLATE_NOOP("Actions", "Moved passage: the other side"),
        "changes.follow_move",
        keys=("Ctrl+J",),
    ),
    ActionSpec(
        "nearest_sections",
        QT_TRANSLATE_NOOP("Actions", "Nearest sections of the other report…"),
        "changes.offer_nearest",
        keys=("Ctrl+Shift+J",),
    ),
    ActionSpec(
        "swap_reports",
        QT_TRANSLATE_NOOP("Actions", "Swap the two columns"),
        "reading.swap_reports",
        keys=("Ctrl+Shift+X",),
        icon="swap",
    ),
    ActionSpec(
        "add_column",
        QT_TRANSLATE_NOOP("Actions", "One more column"),
        "reading.add_column",
        keys=("Ctrl+Shift+T",),
        icon="add",
    ),
    ActionSpec(
        "remove_column",
        QT_TRANSLATE_NOOP("Actions", "Remove this column"),
        "reading.remove_column",
        keys=("Ctrl+Shift+W",),
        icon="close",
    ),
    ActionSpec(
        "move_left",
        QT_TRANSLATE_NOOP("Actions", "Move this column to the left"),
        "reading.move_left",
        keys=("Ctrl+Shift+PgUp",),
    ),
    ActionSpec(
        "move_right",
        QT_TRANSLATE_NOOP("Actions", "Move this column to the right"),
        "reading.move_right",
        keys=("Ctrl+Shift+PgDown",),
    ),
    ActionSpec(
        "year_back",
        QT_TRANSLATE_NOOP("Actions", "This column a year back"),
        "reading.year_back",
        keys=("Alt+PgUp",),
        icon="back",
    ),
    ActionSpec(
        "year_on",
        QT_TRANSLATE_NOOP("Actions", "This column a year on"),
        "reading.year_on",
        keys=("Alt+PgDown",),
        icon="forward",
    ),
    ActionSpec(
        "all_back",
        QT_TRANSLATE_NOOP("Actions", "All columns a year back"),
        "reading.all_back",
        keys=("Alt+Shift+PgUp",),
    ),
    ActionSpec(
        "all_on",
        QT_TRANSLATE_NOOP("Actions", "All columns a year on"),
        "reading.all_on",
        keys=("Alt+Shift+PgDown",),
    ),
    ActionSpec(
        "toggle_lock",
        QT_TRANSLATE_NOOP("Actions", "Let this column scroll by itself"),
        "reading.toggle_lock",
        keys=("Ctrl+Shift+U",),
        icon="lock",
        checkable=True,
    ),
    ActionSpec(
        "follow_section",
        QT_TRANSLATE_NOOP("Actions", "Follow this section through the years"),
        "topics.follow_section",
        keys=("Ctrl+T",),
    ),
    ActionSpec(
        "link_sections",
        QT_TRANSLATE_NOOP("Actions", "Set the left and the right section beside each other"),
        "linking.link",
        keys=("Ctrl+Shift+L",),
        changes=True,
    ),
    ActionSpec(
        "unlink_sections",
        QT_TRANSLATE_NOOP("Actions", "These two sections do not belong together"),
        "linking.unlink",
        keys=("Ctrl+Shift+D",),
        changes=True,
    ),
    ActionSpec(
        "no_counterpart",
        QT_TRANSLATE_NOOP("Actions", "The left section has no counterpart"),
        "linking.leave_alone",
        keys=("Ctrl+Shift+O",),
        changes=True,
    ),
    ActionSpec(
        "no_forerunner",
        QT_TRANSLATE_NOOP("Actions", "The right section has no counterpart"),
        "linking.leave_new",
        keys=("Ctrl+Shift+P",),
        changes=True,
    ),
    ActionSpec(
        "show_hand_links",
        QT_TRANSLATE_NOOP("Actions", "Links by hand…"),
        "hand_links.show_links",
        keys=("Ctrl+Shift+H",),
    ),
)

LINKING = (
    "link_sections",
    "unlink_sections",
    "no_counterpart",
    "no_forerunner",
    "show_hand_links",
)
"""What is done to the sections at the two cursors; the menus of texts and outlines have it too."""

IN_TEXTS = (*PASSAGE, "follow_section", "", *LINKING)
"""What the menus of texts and outlines offer."""

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&Compare"),
    (
        *("show_side_by_side", "show_inline", "show_cards", "show_plan_and_review"),
        "",
        "next_change",
        "previous_change",
        "next_kind",
        "follow_move",
        "",
        *("add_column", "remove_column", "swap_reports", "move_left", "move_right"),
        "",
        *("year_back", "year_on", "all_back", "all_on"),
        "",
        "toggle_lock",
        "",
        "follow_section",
        "",
        "nearest_sections",
        *LINKING,
    ),
)
