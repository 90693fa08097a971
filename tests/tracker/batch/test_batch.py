"""A whole archive at once: what comes out, what a failure does to it, what a stop does to it."""

import csv
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import tracker
from tracker.batch import Choice
from tracker.batch.cells import _SHAPES, Cells, cells_version
from tracker.batch.tables import TABLES
from tracker.batch.tasks import Document, Job, read_document
from tracker.cli import main
from tracker.model.tracking import Verdict
from tracker.resources import findings_version
from tracker.workspace import Workspace

Seed = Callable[[str], Path]


@pytest.fixture
def archive(tmp_path: Path, seed: Seed) -> Path:
    """Return a folder of two years of a city, a damaged file and a copy."""
    folder = tmp_path / "archive"
    (folder / "苏州").mkdir(parents=True)
    for number in ("000", "002"):
        shutil.copy(seed(number), folder / "苏州" / f"{number}.txt")
    shutil.copy(seed("002"), folder / "copy.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"x")
    return folder


def run(*arguments: str | Path) -> int:
    """Run the verb in this process, with one process beside it."""
    return main(["--lang", "en", "batch", *map(str, arguments), "--workers", "1"])


def table(out: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def tables(out: Path) -> dict[str, bytes]:
    """Return all that was written for people, by name."""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def test_an_archive_becomes_tables_that_hang_together(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every promise has its verdict, every verdict its pair; what was not read is a row."""
    out = tmp_path / "out"
    assert run(archive, "--out", out) == 0
    told = capsys.readouterr()
    assert "left" in told.err
    summary = json.loads(told.out)
    assert summary == json.loads((out / "summary.json").read_text())
    assert summary["documents"] == {
        "read": 2, "duplicate": 1, "not_wanted": 0, "skipped": 1, "failed": 1,
    }  # fmt: skip
    reports = {row["file"]: row for row in table(out, "reports")}
    assert reports["archive/empty.txt"]["problem"]
    assert reports["archive/苏州/002.txt"]["same_as"] == "archive/copy.txt"
    assert reports["archive/苏州/000.txt"]["region"] == "江苏省苏州市"
    pairs = table(out, "pairs")
    assert [(row["year"], row["later_year"], row["status"]) for row in pairs] == [
        ("2021", "2023", "judged")
    ]
    promises = {row["promise_id"]: row for row in table(out, "promises")}
    verdicts = table(out, "verdicts")
    earlier = [row for row in promises.values() if row["report_id"] == pairs[0]["report_id"]]
    assert {row["promise_id"] for row in verdicts} == {row["promise_id"] for row in earlier}
    assert len(verdicts) == len(earlier) > 100
    ids = {row["report_id"] for row in reports.values() if row["status"] == "read"}
    for name in ("sections", "outcomes", "measures", "evidence", "indicators"):
        rows = table(out, name)
        assert rows
        assert {row["report_id"] for row in rows} <= ids
    assert all(row["line"].isdigit() and row["quote"] for row in promises.values())
    assert {name.removesuffix(".csv") for name in tables(out)} == {*TABLES, "summary.json"}


def test_ids_of_rows_are_used_once(archive: Path, tmp_path: Path) -> None:
    """What names a row names no other."""
    out = tmp_path / "out"
    assert run(archive, "--out", out) == 0
    for name, key in (
        ("sections", "section_id"),
        ("promises", "promise_id"),
        ("outcomes", "outcome_id"),
        ("indicators", "value_id"),
    ):
        ids = [row[key] for row in table(out, name)]
        assert len(ids) == len(set(ids)), name


def test_verdicts_are_those_of_the_verb_track(
    archive: Path, seed: Seed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A batch is nothing but the other verbs, many times."""
    out = tmp_path / "out"
    assert run(archive, "--out", out) == 0
    capsys.readouterr()
    assert main(["--lang", "en", "track", str(seed("002")), str(seed("000"))]) == 0
    tracked = json.loads(capsys.readouterr().out)
    assert [
        (row["promise_id"], row["verdict"], row["reason"]) for row in table(out, "verdicts")
    ] == [(row["commitment"]["id"], row["verdict"], row["reason"]) for row in tracked]


def test_a_second_run_does_only_what_is_new(archive: Path, tmp_path: Path, seed: Seed) -> None:
    """Cells that are there are not touched; a further report brings cells of its own."""
    out = tmp_path / "out"
    assert run(archive, "--out", out) == 0
    before = {path: path.stat().st_mtime_ns for path in (out / "work").rglob("*") if path.is_file()}
    shutil.copy(seed("003"), archive / "003.txt")
    assert run(archive, "--out", out) == 0
    after = {path: path.stat().st_mtime_ns for path in (out / "work").rglob("*") if path.is_file()}
    assert {path: after[path] for path in before} == before
    assert len(after) > len(before)
    assert len([row for row in table(out, "reports") if row["status"] == "read"]) == 3


@pytest.mark.parametrize("damaged", [("judged",), ("read", "told", "found"), ("head",)])
def test_a_damaged_cell_is_made_again(
    damaged: tuple[str, ...], archive: Path, tmp_path: Path
) -> None:
    """Half a cell (a full disk, a power cut) is as good as none."""
    out = tmp_path / "out"
    assert run(archive, "--out", out) == 0
    whole = tables(out)
    for stage in damaged:
        for path in (out / "work").glob(f"*/{stage}/*/*"):
            path.write_bytes(path.read_bytes()[:-10])
    assert run(archive, "--out", out) == 0
    assert tables(out) == whole


HEARS = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("tracker", run_name="__main__", alter_sys=True)
"""
"""The program, to be stopped by Ctrl-C also where a shell in the background ignores that."""


@pytest.mark.skipif(os.name != "posix", reason="processes are killed this way on POSIX only")
@pytest.mark.parametrize(
    ("how", "when"),
    [(signal.SIGKILL, "told"), (signal.SIGKILL, "judged"), (signal.SIGINT, "told")],
)
def test_a_run_that_was_stopped_comes_to_the_same(
    how: signal.Signals, when: str, archive: Path, tmp_path: Path
) -> None:
    """Killed among reports or pairs and started again: the bytes of one run; no half file."""
    whole, out = tmp_path / "whole", tmp_path / "out"
    assert run(archive, "--out", whole) == 0
    command = [sys.executable, "-c", HEARS, "--lang", "en", "batch", archive, "--out", out]
    for _ in range(5):
        with subprocess.Popen(
            [*command, "--workers", "1"], stderr=subprocess.PIPE, start_new_session=True
        ) as process:
            deadline = time.monotonic() + 60
            while not list((out / "work").glob(f"*/{when}/*/*")) and time.monotonic() < deadline:
                time.sleep(0.01)
            process.send_signal(how)
            told = process.communicate(timeout=60)[1]
        if process.returncode:
            break
        shutil.rmtree(out)  # it was done before the signal came
    assert process.returncode == (-how if how is signal.SIGKILL else 130)
    assert told.count(b"Stopped") == (how is signal.SIGINT)  # in one sentence
    assert not list(out.glob("*.csv*"))
    assert run(archive, "--out", out) == 0
    assert tables(out) == tables(whole)
    assert not list(out.rglob("half*"))


def test_a_choice_leaves_the_rest_out(archive: Path, tmp_path: Path, seed: Seed) -> None:
    """Regions and years choose reports; without pairs nothing is judged."""
    shutil.copy(seed("003"), archive / "003.txt")
    out = tmp_path / "out"
    assert (
        run(archive, "--out", out, "--regions", "苏州市", "--years", "2022-2023", "--pairs", "none")
        == 0
    )
    read = [row for row in table(out, "reports") if row["status"] == "read"]
    assert {row["year"] for row in read} <= {"2022", "2023"}
    assert read
    assert table(out, "pairs") == []
    assert json.loads((out / "summary.json").read_text())["documents"]["not_wanted"] >= 1


def test_a_choice_that_leaves_nothing_is_told(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reports were read; the sentence says that the choice is what left them out."""
    assert run(archive, "--out", tmp_path / "out", "--years", "1950-1960") == 1
    assert "Reports read: 3; none is of the --regions or --years" in capsys.readouterr().err


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The tables have heads and no rows."""
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty", "--out", tmp_path / "out") == 1
    assert "No report could be read." in capsys.readouterr().err
    assert table(tmp_path / "out", "reports") == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_file_that_cannot_be_opened_is_a_row(archive: Path, tmp_path: Path) -> None:
    """The others are in the tables."""
    (archive / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert run(archive, "--out", tmp_path / "out") == 0
    found = {row["file"]: row for row in table(tmp_path / "out", "reports")}
    broken = next(row for file, row in found.items() if file.endswith("gone.txt"))
    assert broken["status"] == "failed"
    assert broken["problem"]
    assert sum(row["status"] == "read" for row in found.values()) == 2


def test_a_workspace_brings_its_marks(tmp_path: Path) -> None:
    """From a workspace the tables hold what people said."""
    place, out = tmp_path / "w.duizhang", tmp_path / "out"
    Workspace.open_sample(place).close()
    with Workspace.open(place) as workspace:
        earlier = next(one for one in workspace.entries() if one.year == 2021)
        promise = workspace.commitments(earlier.id)[0]
        workspace.mark(promise.id, verdict=Verdict.FULFILLED)
    assert run(place, "--out", out, "--regions", "苏州市") == 0
    marked = [row for row in table(out, "verdicts") if row["mark"]]
    assert [(row["promise_id"], row["mark"]) for row in marked] == [(promise.id, "fulfilled")]


def test_partitions_hold_the_very_same_rows(archive: Path, tmp_path: Path) -> None:
    """One file for each table, or a folder of parts: the same rows in the same order."""
    single, parted = tmp_path / "single", tmp_path / "parted"
    assert run(archive, "--out", single) == 0
    assert run(archive, "--out", parted, "--partitions") == 0
    for name in TABLES:
        rows: list[dict[str, str]] = []
        for part in sorted((parted / name).iterdir()):
            with part.open(encoding="utf-8-sig", newline="") as file:
                rows.extend(csv.DictReader(file))
        assert rows == table(single, name), name
    assert (parted / "summary.json").read_bytes() == (single / "summary.json").read_bytes()


def test_parts_that_no_longer_belong_are_erased(archive: Path, tmp_path: Path, seed: Seed) -> None:
    """A further report changes its part; the one it takes the place of goes."""
    out = tmp_path / "out"
    choice = ("--partitions", "--pairs", "none")
    assert run(archive, "--out", out, *choice) == 0
    before = set((out / "promises").iterdir())
    shutil.copy(seed("003"), archive / "003.txt")
    assert run(archive, "--out", out, *choice) == 0
    after = set((out / "promises").iterdir())
    assert len(after) == len(before)
    assert before != after


def test_a_file_that_a_worker_cannot_see_is_told_with_its_computer(tmp_path: Path) -> None:
    """On a cluster the path is right here and wrong there: the sentence names where."""
    job = Job(Cells(tmp_path / "work", "v"), Choice(), "en")
    missing = tmp_path / "gone.txt"
    read = read_document(job, Document("gone.txt", "gone.txt", missing))
    assert read.head is None
    assert read.problem is not None
    assert str(missing) in read.problem.en
    assert platform.node() in read.problem.en


def test_text_never_becomes_a_formula(tmp_path: Path, seed: Seed) -> None:
    """A heading that begins like a formula is text in every spreadsheet program."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "=1+1.txt").write_text(seed("003").read_text())
    out = tmp_path / "out"
    (tmp_path / "list.txt").write_text("in/=1+1.txt\n")
    assert run("--list", tmp_path / "list.txt", "--out", out, "--pairs", "none") == 0
    assert [row["file"] for row in table(out, "reports")] == ["'=1+1.txt"]


def test_parquet_has_types(archive: Path, tmp_path: Path) -> None:
    """Numbers are numbers, truths are truths, also in columns that are mostly empty."""
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    assert run(archive, "--out", out, "--format", "parquet") == 0
    values = parquet.read_table(out / "indicators.parquet")
    assert str(values.schema.field("value").type) == "double"
    assert values.num_rows == json.loads((out / "summary.json").read_text())["rows"]["indicators"]


def test_parquet_without_its_library_is_one_sentence(
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Said before any work is done, with what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run(archive, "--out", tmp_path / "out", "--format", "parquet") == 1
    assert "duizhang[parquet]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("years", ["soon", "2020-2010", "1-3000"])
def test_wrong_years_are_told(years: str, archive: Path, tmp_path: Path) -> None:
    """Exit code 2, nothing written."""
    assert run(archive, "--out", tmp_path / "out", "--years", years) == 2
    assert not (tmp_path / "out").exists()


def test_sources_that_shape_cells_exist() -> None:
    """Cells of an older program are never taken for these: each source named is one."""
    package = Path(tracker.__file__).parent
    assert [name for name in _SHAPES if not (package / name).is_file()] == []
    assert cells_version() != findings_version()
