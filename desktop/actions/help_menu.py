"""Actions of the menu Help: keys and the program itself."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "show_keys",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        "dialogs.show_keys",
        keys=("F1",),
    ),
    ActionSpec(
        "show_guide",
        QT_TRANSLATE_NOOP("Actions", "User guide"),
        "dialogs.show_guide",
        keys=("Shift+F1",),
    ),
    ActionSpec(
        "show_about",
        QT_TRANSLATE_NOOP("Actions", "About duizhang"),
        "dialogs.show_about",
    ),
)

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&Help"),
    (
        "show_guide",
        "show_keys",
        "show_about",
    ),
)
