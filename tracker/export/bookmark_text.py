"""Bookmarks and notes as plain text: one paragraph each, the note below its passage."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from tracker.export.files import check_target, replace_file
from tracker.message import Message
from tracker.model.bookmark import ListedBookmark

_NOTE = Message("批注", "Note")


def bookmarks_text(found: Iterable[ListedBookmark], language: str) -> str:
    """Return bookmarks in their order, those of one document under its name."""
    parts = []
    for document, ones in groupby(found, key=lambda one: one.document):
        parts.append(document.text(language))
        parts.extend(bookmark_text(one, language) for one in ones)
    return "\n\n".join(parts) + "\n" if parts else ""


def bookmark_text(one: ListedBookmark, language: str) -> str:
    """Return one bookmark: its citation, then the note with who wrote it and when."""
    lines = [one.citation.text(language)]
    if one.bookmark.note:
        kept = one.bookmark
        who = "，" if language.startswith("zh") else ", "
        signed = who.join(part for part in (kept.user, f"{kept.at.astimezone():%Y-%m-%d}") if part)
        colon, brackets = ("：", "（{}）") if language.startswith("zh") else (": ", " ({})")
        lines.append(f"{_NOTE.text(language)}{colon}{kept.note}{brackets.format(signed)}")
    return "\n".join(lines)


def write_bookmarks(found: Sequence[ListedBookmark], target: Path, language: str) -> None:
    """Write bookmarks into a text file, whole or not at all.

    Raises:
        ExportProblem: It cannot be written.
    """
    check_target(target)
    # With the mark that editors on Windows know UTF-8 by.
    replace_file(target, bookmarks_text(found, language).encode("utf-8-sig"))
