"""Tables as files: CSV that spreadsheet programs open, or Parquet; each whole or not at all.

Workers write parts: one file for each table with the lines of some regions. Parts stay what they
are in a folder of partitions, or are joined to one file for each table.
"""

import csv
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self
from uuid import uuid4

from tracker.batch.tables import TABLES, Line, Lines, Type, type_of
from tracker.errors import ExportProblem, InputProblem, reason
from tracker.export.cells import cells
from tracker.message import Message

FORMATS = ("csv", "parquet")
_HALF = ".half"
"""Ending of a table that is being written."""

_GROUP = 5000
"""Rows that are in memory before they are written to a Parquet file."""


class _Table(Protocol):
    def add(self, lines: Iterable[Line]) -> None: ...

    def join(self, part: Path) -> None: ...

    def close(self) -> None: ...


class _CsvTable:
    def __init__(self, table: str, place: Path) -> None:
        # With a mark of the encoding: without one, Excel takes Chinese text for something else.
        self._file: TextIOWrapper = place.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, lineterminator="\r\n")
        self._writer.writerow(TABLES[table])

    def add(self, lines: Iterable[Line]) -> None:
        self._writer.writerows(map(cells, lines))

    def join(self, part: Path) -> None:
        self._file.flush()
        with part.open("rb") as file:
            file.readline()  # its head
            shutil.copyfileobj(file, self._file.buffer, 1 << 20)

    def close(self) -> None:
        self._file.close()


class _ParquetTable:
    def __init__(self, table: str, place: Path) -> None:
        pyarrow, self._parquet = _arrow()
        types = {
            Type.TEXT: pyarrow.string(),
            Type.WHOLE: pyarrow.int64(),
            Type.NUMBER: pyarrow.float64(),
            Type.TRUTH: pyarrow.bool_(),
        }
        self._array, self._make = pyarrow.array, pyarrow.Table.from_arrays
        self._numbers = {c for c in TABLES[table] if type_of(c) is Type.NUMBER}
        self._schema = pyarrow.schema([(c, types[type_of(c)]) for c in TABLES[table]])
        self._writer = self._parquet.ParquetWriter(place, self._schema, compression="zstd")
        self._lines: list[Line] = []

    def add(self, lines: Iterable[Line]) -> None:
        self._lines.extend(lines)
        if len(self._lines) >= _GROUP:
            self._flush()

    def join(self, part: Path) -> None:
        with self._parquet.ParquetFile(part) as file:
            for group in file.iter_batches(batch_size=_GROUP * 4):
                self._writer.write_batch(group)

    def _flush(self) -> None:
        columns = [
            self._array(
                [float(v) if v.__class__ is int else v for v in column]
                if field.name in self._numbers
                else column,
                type=field.type,
            )
            for field, column in zip(self._schema, zip(*self._lines, strict=True), strict=True)
        ]
        self._writer.write_table(self._make(columns, schema=self._schema))
        self._lines = []

    def close(self) -> None:
        if self._lines:
            self._flush()
        self._writer.close()


def _arrow() -> tuple[Any, Any]:
    """Return the library for Parquet.

    Raises:
        InputProblem: It is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - optional, and 150 MB
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise InputProblem(
            Message(
                "写 Parquet 需要 pyarrow：请安装 duizhang[parquet]，或用 --format csv。",
                "Parquet needs pyarrow: install duizhang[parquet], or use --format csv.",
            )
        ) from error
    return pyarrow, parquet


def check_format(form: str) -> None:
    """Make sure that a format can be written, before any work is done.

    Raises:
        InputProblem: Its library is not installed.
    """
    if form == "parquet":
        _arrow()


class Tables:
    """All tables, written side by side; they take their names when all are whole.

    Args:
        places: Where each table goes to.
        form: One of ``FORMATS``.
    """

    def __init__(self, places: dict[str, Path], form: str) -> None:
        make: Callable[[str, Path], _Table] = _ParquetTable if form == "parquet" else _CsvTable
        # A name of its own: the same part may be written twice at a time, on two machines.
        own = f".{uuid4().hex[:8]}{_HALF}"
        self._places = {place.with_name(place.name + own): place for place in places.values()}
        self._tables: dict[str, _Table] = {}
        with ExitStack() as undo:
            undo.callback(self._close)
            for (table, place), half in zip(places.items(), self._places, strict=True):
                place.parent.mkdir(parents=True, exist_ok=True)
                self._tables[table] = make(table, half)
            undo.pop_all()

    def add(self, lines: Lines) -> None:
        """Write lines, each to its table."""
        for table, of_table in lines.items():
            self._tables[table].add(of_table)

    def join(self, parts: dict[str, Path]) -> None:
        """Write what stands in files of parts, each to its table."""
        for table, part in parts.items():
            self._tables[table].join(part)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._close()
            if error is None:
                for half, place in self._places.items():
                    half.replace(place)
        finally:
            for half in self._places:
                half.unlink(missing_ok=True)

    def _close(self) -> None:
        for table in self._tables.values():
            table.close()


def places_in(folder: Path, form: str) -> dict[str, Path]:
    """Return where the tables lie that are one file each."""
    return {table: folder / f"{table}.{form}" for table in TABLES}


def parts_in(folder: Path, name: str, form: str) -> dict[str, Path]:
    """Return where a part of each table lies in a folder of partitions."""
    return {table: folder / table / f"{name}.{form}" for table in TABLES}


def sweep_halves(folder: Path) -> None:
    """Erase what a killed run left half written."""
    for half in (*folder.glob(f"*{_HALF}"), *folder.glob(f"*/*{_HALF}")):
        half.unlink(missing_ok=True)


def sweep_parts(folder: Path, names: Sequence[str], form: str) -> None:
    """Erase parts of earlier runs that no longer belong to the tables."""
    kept = {f"{name}.{form}" for name in names}
    for table in TABLES:
        for part in (folder / table).glob("part-*"):
            if part.name not in kept:
                part.unlink(missing_ok=True)


def unwritable(folder: Path, error: OSError) -> ExportProblem:
    """Return what to tell of a folder that cannot be written to."""
    why = reason(error)
    return ExportProblem(
        Message(
            f"无法写入文件夹 {folder}：{why.zh}。",
            f"Cannot write to the folder {folder}: {why.en}.",
        )
    )
