"""Where the sample workspace lies, and how workspaces are called on the screen."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

SUFFIX = ".duizhang"


def sample_path() -> Path:
    """Return where the sample workspace of this user lies."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place)) / f"samples{SUFFIX}"


def workspace_name(path: Path) -> str:
    """Return how a workspace is called: its file's name; the sample's in the person's language."""
    if path == sample_path():
        return QCoreApplication.translate("Words", "Samples")
    return path.stem
