"""Where dialogs for files begin."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> str:
    """Return where this user keeps documents; the home where there is no such folder."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    # Qt would take the name of a folder that is not there for the name of a file.
    return place if Path(place).is_dir() else str(Path.home())
