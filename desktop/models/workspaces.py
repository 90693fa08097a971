"""Where the sample workspace lies, and how workspaces are called on the screen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths

if TYPE_CHECKING:
    from tracker.workspace import Place

SUFFIX = ".duizhang"


def sample_path() -> Path:
    """Return where the sample workspace of this user lies."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place)) / f"samples{SUFFIX}"


def workspace_name(place: "Place") -> str:
    """Return how a workspace is called: its file's name, or host and database of a shared one.

    That of the samples is in the person's language.
    """
    if place == sample_path():
        return QCoreApplication.translate("Words", "Samples")
    return place.stem if isinstance(place, Path) else place.name
