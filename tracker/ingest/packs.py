"""Archives and folders: one member after the other, without unpacking anything to a disk.

A county's year in one zip, a province's in a folder of zips. Members come lazily and their bytes
only when asked for, so that memory holds one of them at a time.
"""

import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.ingest.disk import named, read_bytes, too_large
from tracker.ingest.file_names import visible_name
from tracker.ingest.formats import is_known, suffix_of, unknown_format
from tracker.ingest.packages import damaged_zip, is_folder, open_zip, read_member
from tracker.ingest.zip_names import member_names
from tracker.message import Message

_JUNK_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information"})
_JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
_JUNK_BEGINNINGS = (".", "~$", "~wrl", "._")
"""Hidden files, and those that Word, WPS (``~$报告.docx``) and LibreOffice (``.~lock``) leave."""

_DEEPEST_FOLDER = 40

_PACKAGE_PARTS = frozenset({"[Content_Types].xml", "mimetype"})
"""What a zip holds that is an office file under a wrong name."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of what a person gave: chosen by itself, in a folder or in an archive.

    Attributes:
        shown: What messages call it: ``年报.zip/2023/苏州.docx``.
        name: Its own name without folders; its ending tells the format.
        path: Where it lies on the disk; None in an archive.
        problem: Why it cannot be read, known without trying; None when it may be read.
        foreign: ``problem`` is only that its format holds no report (pictures, programs): with
            a folder full of them one sentence with their number is enough.
        load: Gives its bytes, see ``read``.
    """

    shown: str
    name: str
    path: Path | None = None
    problem: InputProblem | None = None
    foreign: bool = False
    load: Callable[[], bytes] | None = None

    def read(self) -> bytes:
        """Return its bytes; of a member of an archive only until the next one is taken.

        Raises:
            InputProblem: It cannot be read; the sentence names it.
        """
        if self.problem is not None:
            raise self.problem
        if self.load is None:
            raise named(self.shown, damaged_zip("closed"))
        return self.load()


def expand(paths: Iterable[Path]) -> Iterator[Member]:
    """Go through files, folders (with all below) and zip archives (with archives inside them).

    What a person named comes back with a problem where there is one; what merely lies in a
    folder or archive too, but for hidden and temporary files, which are left out.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _of_path(path, visible_name(path.name or str(path)), seen, depth=0)


def expand_archive(data: bytes, shown: str) -> Iterator[Member]:
    """Go through a zip archive in memory, see ``expand``."""
    yield from _of_archive(io.BytesIO(data), shown, nested=False)


def is_archive(name: str) -> bool:
    """Tell whether a name is that of a zip archive."""
    return PurePosixPath(name).suffix.lower() == ".zip"


def _of_path(path: Path, shown: str, seen: set[tuple[int, int]], depth: int) -> Iterator[Member]:
    try:
        status = path.stat()
    except (OSError, ValueError):
        # read_bytes finds the words for what is wrong with it.
        yield Member(shown, visible_name(path.name), path, load=lambda: read_bytes(path, shown))
        return
    if stat.S_ISDIR(status.st_mode):
        # A link to a folder above would go round for ever.
        identity = (status.st_dev, status.st_ino)
        if depth <= _DEEPEST_FOLDER and (identity not in seen or not status.st_ino):
            seen.add(identity)
            yield from _of_folder(path, shown, seen, depth)
        return
    if is_archive(path.name) and stat.S_ISREG(status.st_mode):
        yield from _of_archive_file(path, shown, status.st_size)
        return
    yield _of_file(path, shown, inside=depth > 0)


def _of_folder(path: Path, shown: str, seen: set[tuple[int, int]], depth: int) -> Iterator[Member]:
    try:
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        problem = InputProblem(
            Message("没有打开此文件夹的权限。", "you may not open this folder."), str(error.errno)
        )
        yield Member(shown, visible_name(path.name), path, problem=named(shown, problem))
        return
    for number, name in enumerate(name for name in names if not _is_junk(name)):
        if number >= limits.ARCHIVE_MEMBERS:
            yield Member(shown, visible_name(path.name), path, problem=named(shown, _too_many()))
            return
        yield from _of_path(path / name, f"{shown}/{visible_name(name)}", seen, depth + 1)


def _of_file(path: Path, shown: str, *, inside: bool) -> Member:
    if inside and not is_known(path.name):
        problem = named(shown, unknown_format(suffix_of(path.name)))
        return Member(shown, visible_name(path.name), path, problem=problem, foreign=True)
    return Member(shown, visible_name(path.name), path, load=lambda: read_bytes(path, shown))


def _of_archive_file(path: Path, shown: str, size: int) -> Iterator[Member]:
    if size > limits.ARCHIVE_SIZE:
        problem = InputProblem(
            Message(
                f"压缩包超过{limits.ARCHIVE_SIZE // limits.MEGABYTE} MB，请分成几个。",
                f"the archive is larger than {limits.ARCHIVE_SIZE // limits.MEGABYTE} MB; "
                "split it into several.",
            )
        )
        yield Member(shown, visible_name(path.name), path, problem=named(shown, problem))
        return
    try:
        file = path.open("rb")
    except OSError:
        yield Member(shown, visible_name(path.name), path, load=lambda: read_bytes(path, shown))
        return
    with file:
        yield from _of_archive(file, shown, nested=False, path=path)


def _of_archive(
    file: io.BufferedReader | io.BytesIO, shown: str, *, nested: bool, path: Path | None = None
) -> Iterator[Member]:
    name = PurePosixPath(shown).name
    try:
        archive = open_zip(file)
    except InputProblem as problem:
        yield Member(shown, name, path, problem=named(shown, problem))
        return
    if _PACKAGE_PARTS & set(archive.namelist()):
        archive.close()
        yield Member(shown, name, path, load=lambda: _whole(file, shown))  # an office file
        return
    budget = _Budget(archive)
    none = True
    with archive:
        for info, inner in member_names(archive):
            if is_folder(info) or _is_junk_path(inner):
                continue
            none = False
            yield from _of_member(budget, info, f"{shown}/{inner}", nested=nested)
    if none:
        empty = InputProblem(Message("压缩包里没有文件。", "the archive holds no files."))
        yield Member(shown, name, path, problem=named(shown, empty))


def _of_member(
    budget: "_Budget", info: zipfile.ZipInfo, shown: str, *, nested: bool
) -> Iterator[Member]:
    name = PurePosixPath(shown).name
    if is_archive(name) and not nested:
        try:
            data = budget.read(info, limits.INNER_ARCHIVE_SIZE)
        except InputProblem as problem:
            yield Member(shown, name, problem=named(shown, problem))
            return
        yield from _of_archive(io.BytesIO(data), shown, nested=True)
        return
    if is_archive(name) or not is_known(name):
        reason = _too_nested() if is_archive(name) else unknown_format(suffix_of(name))
        yield Member(shown, name, problem=named(shown, reason), foreign=not is_archive(name))
        return

    def load() -> bytes:
        try:
            return budget.read(info, limits.FILE_SIZE)
        except InputProblem as problem:
            raise named(shown, problem) from None

    yield Member(shown, name, load=load)


def _whole(file: io.BufferedReader | io.BytesIO, shown: str) -> bytes:
    file.seek(0)
    data = file.read(limits.FILE_SIZE + 1)
    if len(data) > limits.FILE_SIZE:
        raise too_large(shown, limits.FILE_SIZE)
    return data


class _Budget:
    """An archive that gives out so many bytes and then no more."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = limits.ARCHIVE_TOTAL

    def read(self, info: zipfile.ZipInfo, most: int) -> bytes:
        """Return the bytes of a member.

        Raises:
            InputProblem: See ``packages.read_member``; or the archive unpacks to too much.
        """
        if info.file_size > self._left:
            megabytes = limits.ARCHIVE_TOTAL // limits.MEGABYTE
            raise InputProblem(
                Message(
                    f"压缩包解压后总共超过{megabytes} MB，其余文件没有读取，请分成几个。",
                    f"the archive unpacks to more than {megabytes} MB on the whole; the rest was "
                    "not read, split it into several.",
                )
            )
        data = read_member(self._archive, info, min(most, self._left))
        self._left -= len(data)
        return data


_OWN_ENDINGS = tuple(f".duizhang{log}" for log in ("", "-wal", "-shm"))
"""Workspaces often lie in the folder of their reports; nobody wants to be told of them."""


def _is_junk(name: str) -> bool:
    lower = name.lower()
    if lower.endswith(_OWN_ENDINGS):
        return True
    return lower.startswith(_JUNK_BEGINNINGS) or lower in _JUNK_NAMES or lower in _JUNK_FOLDERS


def _is_junk_path(path: str) -> bool:
    return any(map(_is_junk, path.split("/")))


def _too_many() -> InputProblem:
    return InputProblem(
        Message(
            f"文件夹里的文件超过{limits.ARCHIVE_MEMBERS}个，其余没有读取，请分成几个文件夹。",
            f"the folder holds more than {limits.ARCHIVE_MEMBERS:,} files; the rest was not read, "
            "split it into several.",
        )
    )


def _too_nested() -> InputProblem:
    return InputProblem(
        Message(
            "压缩包套压缩包超过两层，请先解压里层的压缩包。",
            "archives are packed in archives more than twice; unpack the inner one first.",
        )
    )
