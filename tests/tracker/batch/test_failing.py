"""What fails in a batch is a row with its reason; what does not fail with it is there."""

import csv
import errno
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tracker.batch import Batch, Choice, Form
from tracker.batch.failures import Failed, Stage
from tracker.batch.parts import Part
from tracker.batch.tasks import Piece
from tracker.errors import ExportProblem
from tracker.message import Message
from tracker.workers import Done

T = TypeVar("T")
R = TypeVar("R")
Seed = Callable[[str], Path]
BROKEN = Message("坏了", "broken")


class Failing:
    """Does tasks where they are given, but for those that it is told to fail.

    So fails what a process ends with; what a stage raises is told by ``test_faults.py``.
    """

    def __init__(self, fails: Callable[[object], bool]) -> None:
        self._fails = fails

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R]]:
        """Yield what became of tasks."""
        for task in tasks:
            yield Done(task, None, BROKEN) if self._fails(task) else Done(task, work(task))


@pytest.fixture
def archive(tmp_path: Path, seed: Seed) -> Path:
    """Return a folder of two years of a city."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in ("000", "002"):
        shutil.copy(seed(number), folder / f"{number}.txt")
    return folder


def run(archive: Path, out: Path, fails: Callable[[object], bool]) -> list[Failed]:
    """Run a batch; return what failed."""
    batch = Batch.prepare(out, Choice(), "en", Failing(fails), lambda *_: None)
    return batch.run([archive], "", Form("csv")).failures


def table(out: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_of_a_piece_that_failed_only_the_guilty_fails(archive: Path, tmp_path: Path) -> None:
    """A piece is tried again report by report and pair by pair; the pair that fails is a row."""
    out = tmp_path / "out"
    failures = run(archive, out, lambda task: isinstance(task, Piece) and bool(task.pairs))
    pairs = table(out, "pairs")
    assert [(row["status"], row["problem"]) for row in pairs] == [("failed", "broken")]
    assert failures == [Failed("江苏省苏州市 2021", Stage.JUDGE, "broken")]
    assert {row["status"] for row in table(out, "reports")} == {"read"}
    assert len(table(out, "promises")) > 200


def test_a_report_that_fails_is_a_row(archive: Path, tmp_path: Path) -> None:
    """Its file and the reason; its own part of the other tables is missing, no other's."""
    out = tmp_path / "out"

    def guilty(task: object) -> bool:
        return isinstance(task, Piece) and any("000" in head.file for head in task.heads)

    run(archive, out, guilty)
    status = {row["file"]: (row["status"], row["problem"]) for row in table(out, "reports")}
    assert status == {"archive/000.txt": ("failed", "broken"), "archive/002.txt": ("read", "")}
    assert len({row["report_id"] for row in table(out, "promises")}) == 1


def test_indicators_that_fail_cost_no_other_table(archive: Path, tmp_path: Path) -> None:
    """A part that cannot be written is written without them, and that is told."""
    out = tmp_path / "out"
    failures = run(archive, out, lambda task: isinstance(task, Part) and not task.bare)
    told = [(one.name, one.stage, "indicators" in one.problem) for one in failures]
    assert told == [
        ("archive/002.txt", Stage.INDICATORS, True),
        ("archive/000.txt", Stage.INDICATORS, True),
    ]
    assert {(row["status"], row["stage"]) for row in table(out, "reports")} == {
        ("read", "indicators")
    }
    assert table(out, "indicators") == []
    assert len(table(out, "verdicts")) > 100


def test_tables_that_cannot_be_written_at_all_stop_the_run(archive: Path, tmp_path: Path) -> None:
    """Then there is nothing to hand over; what was found is kept for the next run."""
    out = tmp_path / "out"
    with pytest.raises(ExportProblem) as caught:
        run(archive, out, lambda task: isinstance(task, Part))
    assert caught.value.message == BROKEN
    assert not list(out.glob("*.csv"))
    assert list((out / "work").glob("*/judged/*/*"))


def test_a_disk_that_is_full_stops_the_run_and_costs_nothing(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, no half table; with room again the same command comes to the same bytes."""
    out, whole = tmp_path / "out", tmp_path / "whole"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("tracker.batch.outputs._CsvTable.add", full)
        with pytest.raises(ExportProblem) as told:
            run(archive, out, lambda _: False)
    assert told.value.message.zh.endswith("：磁盘已满。")
    assert told.value.message.en.endswith(": the disk is full.")
    assert not list(out.rglob("*.csv*"))
    assert run(archive, out, lambda _: False) == run(archive, whole, lambda _: False) == []
    for made in whole.glob("*.csv"):
        assert (out / made.name).read_bytes() == made.read_bytes()
