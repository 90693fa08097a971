"""Bookmarks and notes, as jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.model.bookmark import Bookmark, ListedBookmark
    from tracker.model.citation import CitationForm
    from tracker.model.ids import BookmarkId
    from tracker.model.mark import Anchor
    from tracker.workspace import Workspace


def listed(workspace: Workspace, form: CitationForm) -> tuple[ListedBookmark, ...]:
    """Return every bookmark with what a list of them shows."""
    return workspace.listed_bookmarks(form)


def add(workspace: Workspace, place: Anchor, note: str) -> Bookmark:
    """Put a bookmark on a passage."""
    return workspace.add_bookmark(place, note)


def write(workspace: Workspace, bookmark: BookmarkId, note: str) -> Bookmark:
    """Write the words of a bookmark."""
    return workspace.write_note(bookmark, note)


def remove(workspace: Workspace, bookmarks: tuple[BookmarkId, ...]) -> None:
    """Take bookmarks away."""
    workspace.remove_bookmarks(*bookmarks)


def export(workspace: Workspace, path: Path, language: str, form: CitationForm) -> Path:
    """Write all bookmarks into a text file."""
    workspace.export_bookmarks(path, language, form)
    return path
