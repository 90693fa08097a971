"""Actions of the menu Notes: bookmarks, notes, citations."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.actions.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "bookmark",
        QT_TRANSLATE_NOOP("Actions", "Bookmark this passage, or take its bookmark away"),
        "bookmarking.toggle",
        keys=("Ctrl+D",),
        changes=True,
    ),
    ActionSpec(
        "write_note",
        QT_TRANSLATE_NOOP("Actions", "Write a note on this passage"),
        "bookmarking.note",
        keys=("Ctrl+Shift+M",),
        changes=True,
    ),
    ActionSpec(
        "show_bookmarks",
        QT_TRANSLATE_NOOP("Actions", "All bookmarks and notes"),
        "bookmarking.show_list",
        keys=("Ctrl+Shift+B",),
    ),
    ActionSpec(
        "export_bookmarks",
        QT_TRANSLATE_NOOP("Actions", "Export bookmarks and notes…"),
        "bookmarking.export",
    ),
    ActionSpec(
        "copy_cited",
        QT_TRANSLATE_NOOP("Actions", "Copy with citation"),
        "citing.copy",
        keys=("Ctrl+Shift+C",),
    ),
)

PASSAGE = ("bookmark", "write_note", "copy_cited")
"""What is done to a passage; the menus of the texts have it too."""

MENU = (
    QT_TRANSLATE_NOOP("Actions", "&Notes"),
    ("bookmark", "write_note", "", "copy_cited", "", "show_bookmarks", "export_bookmarks"),
)
