"""Actions of the menu Promises: what a person says of promises themselves."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "add_promise",
        QT_TRANSLATE_NOOP("Actions", "Add the selection as a promise"),
        "correcting.add",
        keys=("Ctrl+Shift+A",),
        changes=True,
    ),
    ActionSpec(
        "add_evidence",
        QT_TRANSLATE_NOOP("Actions", "Evidence for the promise that is looked at"),
        "correcting.add_evidence",
        keys=("Ctrl+Shift+Y",),
        changes=True,
    ),
    ActionSpec(
        "show_promise_words",
        QT_TRANSLATE_NOOP("Actions", "Promises set right by hand…"),
        "promise_words.show_words",
        keys=("Ctrl+Shift+K",),
    ),
)

PASSAGE = ("add_promise", "add_evidence")
"""What is done to a selection; the menus of the texts have it too."""

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&Promises"),
    ("add_promise", "add_evidence", "", "show_promise_words"),
)
