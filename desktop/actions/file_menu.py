"""Actions of the menu File: workspaces, imports, exports."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

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
        "open_shared",
        QT_TRANSLATE_NOOP("Actions", "Open a shared workspace…"),
        "sharing.ask",
        keys=("Ctrl+Alt+O",),
    ),
    ActionSpec(
        "connect_last",
        QT_TRANSLATE_NOOP("Actions", "Connect to the shared workspace of last time"),
        "sharing.connect_last",
    ),
    ActionSpec(
        "open_sample",
        QT_TRANSLATE_NOOP("Actions", "Open the sample workspace"),
        "files.open_sample",
    ),
    ActionSpec(
        "save_copy",
        QT_TRANSLATE_NOOP("Actions", "Save a copy of the workspace…"),
        "only_reading.save_copy",
    ),
    ActionSpec(
        "import_files",
        QT_TRANSLATE_NOOP("Actions", "Import reports…"),
        "files.import_files",
        keys=("Ctrl+I",),
        icon="import",
        changes=True,
    ),
    ActionSpec(
        "import_folder",
        QT_TRANSLATE_NOOP("Actions", "Import a folder…"),
        "files.import_folder",
        keys=("Ctrl+Shift+I",),
        changes=True,
    ),
    ActionSpec(
        "paste_report",
        QT_TRANSLATE_NOOP("Actions", "Paste as a report"),
        "intake.paste",
        keys=("Ctrl+V",),
        changes=True,
    ),
    ActionSpec(
        "correct_imported",
        QT_TRANSLATE_NOOP("Actions", "Look at what was imported last…"),
        "intake.correct_imported",
        changes=True,
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
        "export_comparison",
        QT_TRANSLATE_NOOP("Actions", "Export the comparison…"),
        "files.export_comparison",
        keys=("Ctrl+Alt+E",),
    ),
    ActionSpec(
        "print_tracking",
        QT_TRANSLATE_NOOP("Actions", "Print the tracking table…"),
        "files.print_tracking",
        keys=("Ctrl+P",),
    ),
    ActionSpec(
        "print_comparison",
        QT_TRANSLATE_NOOP("Actions", "Print the comparison…"),
        "files.print_comparison",
        keys=("Ctrl+Alt+P",),
    ),
    ActionSpec(
        "open_original",
        QT_TRANSLATE_NOOP("Actions", "Open the original file"),
        "originals.open",
        keys=("Ctrl+Shift+E",),
    ),
    ActionSpec(
        "show_original_folder",
        QT_TRANSLATE_NOOP("Actions", "Show the file in its folder"),
        "originals.show_folder",
    ),
    ActionSpec(
        "save_original",
        QT_TRANSLATE_NOOP("Actions", "Save the original file…"),
        "originals.save",
    ),
    ActionSpec(
        "show_settings",
        QT_TRANSLATE_NOOP("Actions", "Settings…"),
        "dialogs.show_settings",
        keys=("Ctrl+,",),
        icon="settings",
    ),
    ActionSpec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        "window.close",
        keys=("Ctrl+Q",),
    ),
)

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&File"),
    (
        "new_workspace",
        "open_workspace",
        "open_shared",
        "open_sample",
        "save_copy",
        "",
        "import_files",
        "import_folder",
        "paste_report",
        "correct_imported",
        "show_results",
        "",
        "export_report",
        "export_comparison",
        "print_tracking",
        "print_comparison",
        "",
        "import_marks",
        "export_marks",
        "",
        "open_original",
        "show_original_folder",
        "save_original",
        "",
        "show_settings",
        "",
        "quit",
    ),
)
