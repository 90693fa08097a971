"""The original file of a report, for the program of the system that belongs to it.

What is opened is a copy of the stored bytes, readable by its owner alone and not writable; the
copies of a session lie in one private folder that goes when the program ends.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tracker.errors import ExportProblem, reason
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.jobs.job import JobContext
    from tracker.model.ids import ReportId
    from tracker.workspace import Workspace

_PREFIX = "duizhang-originals-"
_STALE_SECONDS = 24 * 3600
_FORBIDDEN = frozenset('<>:"/\\|?*')
_LONGEST_STEM = 80


def write_copy(workspace: Workspace, report: ReportId, name: str, folder: Path) -> Path:
    """Write the stored bytes of a report into a folder of its own below a private one.

    Raises:
        ExportProblem: They cannot be written.
    """
    target = folder / report[:12] / file_name(name)
    try:
        if not target.exists():
            target.parent.mkdir(mode=0o700, exist_ok=True)
            _write(target, workspace.content(report))
            target.chmod(0o400)
    except OSError as error:
        raise _unwritten(target, error) from error
    return target


def save_copy(workspace: Workspace, report: ReportId, target: Path) -> Path:
    """Write the stored bytes of a report where a person wants them.

    Raises:
        ExportProblem: They cannot be written.
    """
    fresh = target.with_name(f".{target.name}.new")
    try:
        try:
            fresh.write_bytes(workspace.content(report))
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritten(target, error) from error
    return target


@dataclass(frozen=True, slots=True)
class Whereabout:
    """Where the file of a report lies now.

    Attributes:
        path: The file; None where it is not found.
        same: It is what was imported, to the letter.
    """

    path: Path | None = None
    same: bool = False


def find_file(
    workspace: Workspace,
    report: ReportId,
    name: str,
    places: tuple[Path, ...],
    context: JobContext,
) -> Whereabout:
    """Look for the file of a report in the files and folders that were imported.

    The very bytes outrank a file that has but the name: it was changed since, or is another one.
    """
    content, changed = workspace.content(report), None
    for path in _named(PurePath(name.replace("\\", "/")).name, places, context):
        try:
            if path.stat().st_size == len(content) and path.read_bytes() == content:
                return Whereabout(path, same=True)
        except OSError:
            continue  # gone since it was listed, or not for us
        changed = changed or path
    return Whereabout(changed)


def _named(name: str, places: tuple[Path, ...], context: JobContext) -> Iterator[Path]:
    """Yield files of a name, in the order of the places; each folder with all below it."""
    for place in places:
        if context.should_stop():
            return
        if place.is_file():
            if place.name == name:
                yield place
            continue
        for folder, _, files in os.walk(place):
            if name in files:
                yield Path(folder, name)
            if context.should_stop():
                return


def _write(target: Path, data: bytes) -> None:
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


def _unwritten(target: Path, error: OSError) -> ExportProblem:
    why = reason(error)
    return ExportProblem(
        Message(f"无法写入 {target}：{why.zh}。", f"Cannot write {target}: {why.en}.")
    )


def file_name(name: str) -> str:
    """Return a name that every system takes for a file in one folder; its ending stays."""
    last = PurePath(name.replace("\\", "/")).name
    clean = "".join(c for c in last if c.isprintable() and c not in _FORBIDDEN).strip(" .")
    path = PurePath(clean or "report")
    return path.stem[:_LONGEST_STEM] + path.suffix


def make_folder() -> Path:
    """Return a new private folder; folders that a crash left behind a day ago go."""
    place = Path(tempfile.gettempdir())
    for old in place.glob(f"{_PREFIX}*"):
        mine = not hasattr(os, "getuid") or old.lstat().st_uid == os.getuid()
        if mine and not old.is_symlink() and time.time() - old.lstat().st_mtime > _STALE_SECONDS:
            wipe_folder(old)
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def wipe_folder(folder: Path) -> None:
    """Delete a folder with its copies, also those that may not be written."""
    for file in folder.rglob("*"):
        if not file.is_symlink() and file.is_file():
            file.chmod(0o600)  # else Windows keeps it
    # What another program holds open stays until the next time.
    shutil.rmtree(folder, ignore_errors=True)
