"""Actions of the menu Readers: marking under a name, agreement of two, exchange of marks."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "mark_as",
        QT_TRANSLATE_NOOP("Actions", "Mark as…"),
        "readers.mark_as",
        keys=("Ctrl+Shift+S",),
        changes=True,
    ),
    ActionSpec(
        "leave_reading",
        QT_TRANSLATE_NOOP("Actions", "Leave the second reading"),
        "readers.leave",
    ),
    ActionSpec(
        "show_agreement",
        QT_TRANSLATE_NOOP("Actions", "Agreement of two readers"),
        "readers.show_agreement",
        keys=("Ctrl+Shift+G",),
    ),
    ActionSpec(
        "export_marks",
        QT_TRANSLATE_NOOP("Actions", "Export marks…"),
        "readers.export_marks",
    ),
    ActionSpec(
        "import_marks",
        QT_TRANSLATE_NOOP("Actions", "Import marks…"),
        "readers.import_marks",
        changes=True,
    ),
)

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&Readers"),
    ("mark_as", "leave_reading", "", "show_agreement"),
)
"""Export and import of marks stand in the menu File, beside the other exports."""
