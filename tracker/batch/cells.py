"""Where a batch keeps what it found, until the tables are written and for the next run.

A cell is a file that is written whole and never changed. Its name says what it holds: the stage
and the content it was found in. Cells lie in a folder that is named by the version of the stages,
so that other findings are never taken for these.
"""

import hashlib
import os
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkstemp
from typing import TypeVar

from tracker.errors import ExportProblem, reason
from tracker.message import Message
from tracker.store import codec

T = TypeVar("T")

_CHECK = 16
"""Bytes before the content of a cell that tell whether it is whole (a full disk, a power cut)."""


_SHAPES = (
    *("batch/choosing.py", "batch/tables.py", "batch/tasks.py", "export/flat.py"),
    *("export/grounds.py", "export/rows.py", "export/series_rows.py", "text/stretches.py"),
)
"""Sources that say what stands in a cell, beside the stages."""


@cache
def cells_version() -> str:
    """Return what changes with all that could change a cell: the stages, and how rows are made."""
    from tracker.resources import findings_version  # noqa: PLC0415

    digest = hashlib.sha256(findings_version().encode())
    package = Path(__file__).parent.parent
    for source in (package / name for name in _SHAPES):
        if source.is_file():  # a package without sources goes by the version of the program
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def key_of(*parts: str) -> str:
    """Return the name of what is found in these things, by these choices."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one version of the stages below a folder.

    Attributes:
        folder: ``work`` in the folder of the tables.
        version: Version of the stages and of what is made of their findings.
    """

    folder: Path
    version: str

    def get(self, stage: str, key: str, kind: type[T]) -> T | None:
        """Return what a cell holds; None when it is not there or not whole."""
        content = self._content(stage, key)
        return None if content is None else codec.decode(zlib.decompress(content), kind)

    def has(self, stage: str, key: str) -> bool:
        """Tell whether a cell is there and whole, a thirtieth of the time of reading it."""
        return self._content(stage, key) is not None

    def _content(self, stage: str, key: str) -> bytes | None:
        try:
            packed = self._place(stage, key).read_bytes()
        except OSError:
            return None
        check, content = packed[:_CHECK], packed[_CHECK:]
        return content if check == _check(content) else None

    def put(self, stage: str, key: str, value: object) -> None:
        """Keep a value; who reads meanwhile finds nothing or all of it.

        Raises:
            ExportProblem: It cannot be written.
        """
        place = self._place(stage, key)
        content = zlib.compress(codec.encode(value), 1)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, name = mkstemp(prefix="half.", dir=place.parent)
            try:
                with os.fdopen(handle, "wb") as out:
                    out.write(_check(content) + content)
                Path(name).replace(place)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            why = reason(error)
            raise ExportProblem(
                Message(
                    f"无法写入文件夹 {self.folder}：{why.zh}。",
                    f"Cannot write to the folder {self.folder}: {why.en}.",
                )
            ) from error

    def sweep(self) -> None:
        """Erase what other versions found, and what a killed run left half done."""
        if not self.folder.is_dir():
            return
        for other in self.folder.iterdir():
            if other.name != self.version and other.is_dir():
                rmtree(other, ignore_errors=True)
        for half in self.folder.glob("*/*/*/half.*"):
            half.unlink(missing_ok=True)

    def _place(self, stage: str, key: str) -> Path:
        # 256 folders of each stage: a folder of 60,000 files is slow on many systems.
        return self.folder / self.version / stage / key[:2] / key


def _check(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK).digest()
