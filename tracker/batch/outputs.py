"""Tables as files: CSV that spreadsheet programs open, or Parquet; each whole or not at all."""

import csv
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol, Self

from tracker.batch.tables import TABLES, Rows, Type, type_of
from tracker.errors import ExportProblem, InputProblem
from tracker.export.cells import cell
from tracker.export.rows import Row
from tracker.message import Message

FORMATS = ("csv", "parquet")
_HALF = ".half"
"""Ending of a table that is being written."""

_GROUP = 5000
"""Rows that are in memory before they are written to a Parquet file."""


class _Table(Protocol):
    def add(self, rows: Iterable[Row]) -> None: ...

    def close(self) -> None: ...


class _CsvTable:
    def __init__(self, table: str, place: Path) -> None:
        self._columns = TABLES[table]
        # With a mark of the encoding: without one, Excel takes Chinese text for something else.
        self._file: IO[str] = place.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, lineterminator="\r\n")
        self._writer.writerow(self._columns)

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._writer.writerow([cell(row.get(column)) for column in self._columns])

    def close(self) -> None:
        self._file.close()


class _ParquetTable:
    def __init__(self, table: str, place: Path) -> None:
        pyarrow, parquet = _arrow()
        types = {
            Type.TEXT: pyarrow.string(),
            Type.WHOLE: pyarrow.int64(),
            Type.NUMBER: pyarrow.float64(),
            Type.TRUTH: pyarrow.bool_(),
        }
        self._make = pyarrow.Table.from_pylist
        self._numbers = [c for c in TABLES[table] if type_of(c) is Type.NUMBER]
        self._schema = pyarrow.schema([(c, types[type_of(c)]) for c in TABLES[table]])
        self._writer = parquet.ParquetWriter(place, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            for column in self._numbers:
                value = row.get(column)
                if isinstance(value, int):
                    row[column] = float(value)
            self._rows.append(row)
        if len(self._rows) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(self._make(self._rows, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        if self._rows:
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
    """All tables of a batch, written side by side; they take their names when all are whole.

    Args:
        folder: Where to.
        form: One of ``FORMATS``.
    """

    def __init__(self, folder: Path, form: str) -> None:
        make: Callable[[str, Path], _Table] = _ParquetTable if form == "parquet" else _CsvTable
        self._places = {table: folder / f"{table}.{form}" for table in TABLES}
        self._tables: dict[str, _Table] = {}
        with ExitStack() as undo:
            undo.callback(self._close)
            for table, place in self._places.items():
                self._tables[table] = make(table, _half(place))
            undo.pop_all()

    def add(self, rows: Rows) -> None:
        """Write rows, each to its table."""
        for table, of_table in rows.items():
            self._tables[table].add(of_table)

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
                for place in self._places.values():
                    _half(place).replace(place)
        finally:
            for place in self._places.values():
                _half(place).unlink(missing_ok=True)

    def _close(self) -> None:
        for table in self._tables.values():
            table.close()


def _half(place: Path) -> Path:
    return place.with_name(place.name + _HALF)


def unwritable(folder: Path, error: OSError) -> ExportProblem:
    """Return what to tell of a folder that cannot be written to."""
    why = error.strerror or type(error).__name__
    return ExportProblem(
        Message(f"无法写入文件夹 {folder}：{why}。", f"Cannot write to the folder {folder}: {why}.")
    )
