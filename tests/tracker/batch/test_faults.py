"""Whatever a stage raises is a row: of a folder and of a workspace, with the stage and why."""

import csv
import importlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import delete, update

from tracker.attempt import Attempt
from tracker.batch import Batch, Choice, Form, Summary, write_workspace
from tracker.batch.cluster import ClusterWorkers
from tracker.cli import main
from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.report import Report
from tracker.model.source import SourceDocument
from tracker.store.place import Place
from tracker.store.schema import cache, cache_source, content
from tracker.workers import Done
from tracker.workspace import Analysis, Workspace

T = TypeVar("T")
R = TypeVar("R")
Rows = dict[str, list[dict[str, str]]]

TEXT = """苏州市政府工作报告

——{year}年1月10日在苏州市第十七届人民代表大会第一次会议上

一、{before}年工作回顾

全市地区生产总值增长{n}.5%，新建改建学校{n}所，建成标准厂房{n}00万平方米。

二、{year}年主要工作

今年经济社会发展的主要预期目标是：地区生产总值增长{n}%左右。

（一）增进民生福祉。新建改建学校{n}所，新增养老床位{n}00张。
"""
YEARS = (2019, 2020, 2021)
BAD = 2020
"""The year whose report, or whose pair with the next one, fails."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder of three years of a city."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for n, year in enumerate(YEARS, start=4):
        text = TEXT.format(year=year, before=year - 1, n=n)
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    return folder


class Here:
    """Does tasks in this process, where stages can be made to fail; what they raise is told."""

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R]]:
        """Yield what became of tasks."""
        for task in tasks:
            result = None
            with Attempt() as attempt:
                result = work(task)
            yield Done(task, result, attempt.problem)


def tables(out: Path) -> Rows:
    """Return the rows of all tables."""
    found = {}
    for path in out.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


def made(archive: Path, place: Place) -> Place:
    """Return a workspace with the reports of the folder."""
    with Workspace.create(place) as workspace:
        workspace.import_files([archive])
    return place


Source = Callable[[], tuple[Rows, Summary]]


@contextmanager
def on_a_cluster() -> Iterator[ClusterWorkers]:
    """Give the workers of a Dask cluster in this process, where stages can be made to fail."""
    distributed = pytest.importorskip("distributed")
    cluster = distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    )
    with cluster, ClusterWorkers(cluster.scheduler_address) as workers:
        yield workers


@pytest.fixture(params=["folder", "cluster", "workspace"])
def source(request: pytest.FixtureRequest, archive: Path, tmp_path: Path) -> Source:
    """Return a run over the folder, here and on a cluster, or over a workspace without findings."""
    out = tmp_path / "out"
    if request.param != "workspace":
        of_kind = on_a_cluster if request.param == "cluster" else partial(nullcontext, Here())

        def run_folder() -> tuple[Rows, Summary]:
            with of_kind() as workers:
                batch = Batch.prepare(out, Choice(), "en", workers, lambda *_: None)
                summary = batch.run([archive], "", Form("csv"))
            return tables(out), summary

        return run_folder
    place = made(archive, tmp_path / "w.duizhang")

    def run_workspace() -> tuple[Rows, Summary]:
        with Workspace.open(place, analysis=Analysis(version=lambda: "another")) as workspace:
            summary = write_workspace(workspace, out, Choice(), "en", "csv", lambda *_: None)
        return tables(out), summary

    return run_workspace


def failing(monkeypatch: pytest.MonkeyPatch, where: str, *, for_all: bool = False) -> None:
    """Let a function of a stage raise for the report of the bad year, or always."""
    module, name = where.rsplit(".", 1)
    real = getattr(importlib.import_module(module), name)

    def fails(*given: object, **named: object) -> object:
        if for_all or any(str(BAD) in _name(one) for one in given):
            raise RuntimeError("words of a document")
        return real(*given, **named)

    monkeypatch.setattr(f"{module}.{name}", fails)


def _name(one: object) -> str:
    return one.name if isinstance(one, Report | SourceDocument) else ""


def by_year(rows: list[dict[str, str]], name: str = "year") -> dict[str, tuple[str, str]]:
    """Return status and stage of rows by their year."""
    return {row[name]: (row["status"], row["stage"]) for row in rows}


def test_nothing_fails_where_nothing_is_wrong(source: Source) -> None:
    """Without a fault all is read and judged, and no stage is named."""
    found, summary = source()
    assert by_year(found["reports"]) == {str(year): ("read", "") for year in YEARS}
    assert by_year(found["pairs"]) == {"2019": ("judged", ""), "2020": ("judged", "")}
    assert summary.failures == []


@pytest.mark.parametrize("stage", ["commitments.extract_commitments", "outcomes.extract_outcomes"])
def test_a_report_in_which_nothing_can_be_found_is_a_row(
    stage: str, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It and its pairs are told with the stage and the kind of error, never its words."""
    failing(monkeypatch, f"tracker.extract.{stage}")
    found, summary = source()
    assert by_year(found["reports"]) == {
        "2019": ("read", ""), "2020": ("failed", "extract"), "2021": ("read", ""),
    }  # fmt: skip
    assert by_year(found["pairs"]) == {"2019": ("failed", "judge"), "2020": ("failed", "judge")}
    problems = {row["problem"] for table in ("reports", "pairs") for row in found[table]} - {""}
    assert problems == {
        "The program failed on it (RuntimeError); please tell the developers, with the file."
    }
    assert len(found["promises"]) > 4
    assert len({row["report_id"] for row in found["indicators"]}) == 2
    assert summary.row("")["failures"] == {"read": 0, "extract": 1, "judge": 2, "indicators": 0}


@pytest.mark.parametrize(
    "where", ["match.judge.judge_commitments", "across.figures.report_figures"]
)
def test_a_pair_that_cannot_be_judged_is_a_row(
    where: str, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its reports are there, and all other pairs."""
    failing(monkeypatch, f"tracker.{where}")
    found, summary = source()
    assert {status for status, _ in by_year(found["reports"]).values()} == {"read"}
    pairs = by_year(found["pairs"])
    assert pairs["2020"] == ("failed", "judge")
    assert summary.sums["failed_pairs"] == sum(one[0] == "failed" for one in pairs.values())
    assert summary.documents["read"] == 3


def test_indicators_that_cannot_be_compared_are_told_beside_their_reports(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reports are read and their promises judged; what is missing is said."""
    failing(monkeypatch, "tracker.across.indicators.indicator_values", for_all=True)
    failing(monkeypatch, "tracker.batch.tasks.compare_stated", for_all=True)
    monkeypatch.setattr("tracker.workspace.handouts.Handouts._pairs", lambda *_: ())
    found, _ = source()
    assert by_year(found["reports"]) == {str(year): ("read", "indicators") for year in YEARS}
    assert {status for status, _ in by_year(found["pairs"]).values()} == {"judged"}
    assert found["indicators"] == []


def test_a_document_that_the_reader_fails_on_is_a_row(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file, the stage, the kind of error; the others are set against each other."""
    failing(monkeypatch, "tracker.parse.report.parse_report")
    out = tmp_path / "out"
    batch = Batch.prepare(out, Choice(), "en", Here(), lambda *_: None)
    summary = batch.run([archive], "", Form("csv"))
    found = tables(out)
    failed = [row for row in found["reports"] if row["status"] == "failed"]
    assert [(row["file"], row["stage"]) for row in failed] == [(f"archive/{BAD}.txt", "read")]
    assert [(row["year"], row["missing_years"]) for row in found["pairs"]] == [("2019", "1")]
    assert (summary.feedback.rate, summary.sums["over_missing_years"]) == (None, 1)


def damage(place: Place, columns: str) -> None:
    """Break what a workspace keeps of the bad report, and lose all that was found in it."""
    broken = {"source": b"\x28\xb5\x2f\xfdbroken", "data": b"\x00folded\x00broken"}
    chosen = {column: broken[column] for column in columns.split()}
    with Workspace.open(place) as workspace, workspace._database.write() as connection:
        of_it = update(content).where(content.c.name.contains(str(BAD)))
        assert connection.execute(of_it.values(chosen)).rowcount == 1
        connection.execute(delete(cache_source))
        connection.execute(delete(cache))


def test_a_kept_text_that_is_damaged_is_read_from_the_bytes_again(
    archive: Path, tmp_path: Path
) -> None:
    """Half of what is kept of a report is enough: nothing fails."""
    place, out = made(archive, tmp_path / "w.duizhang"), tmp_path / "out"
    damage(place, "source")
    assert main(["--lang", "en", "batch", str(place), "--out", str(out)]) == 0
    assert {row["status"] for row in tables(out)["reports"]} == {"read"}


def test_a_damaged_kept_report_is_a_row_and_so_are_its_pairs(
    archive: Path, place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The verb ends well, names report, stage and reason; in a file and on a server."""
    out = tmp_path / "out"
    made(archive, place)
    damage(place, "source data")
    assert main(["--lang", "en", "batch", str(place), "--out", str(out)]) == 0
    told = capsys.readouterr()
    found = tables(out)
    assert by_year(found["reports"]) == {
        "2019": ("read", ""), "2020": ("failed", "read"), "2021": ("read", ""),
    }  # fmt: skip
    (failed,) = [row for row in found["reports"] if row["status"] == "failed"]
    assert (failed["file"], failed["region"]) == (f"{BAD}.txt", "江苏省苏州市")
    assert failed["report_id"]
    pairs = found["pairs"]
    assert {(row["status"], row["stage"]) for row in pairs} == {("failed", "read")}
    assert all(row["problem"].startswith(f"{BAD}.txt: ") for row in pairs)
    assert {row["report_id"] for row in found["promises"]} == {
        row["report_id"] for row in found["reports"] if row["status"] == "read"
    }
    assert told.err.count(f"{BAD}.txt") >= 3
    summary = json.loads(told.out)
    assert (summary["documents"]["read"], summary["documents"]["failed"]) == (2, 1)
    assert summary["failures"]["read"] == 3


def test_a_workspace_that_is_gone_stops_the_run(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be read any more rows would tell of nothing: the tables of before stay."""
    place, out = made(archive, tmp_path / "w.duizhang"), tmp_path / "out"
    gone = StoreProblem(Message("没了", "gone"))

    def fails(*_: object) -> object:
        raise gone

    with Workspace.open(place) as workspace:
        entries = workspace.entries()
        asked = iter([entries])
        monkeypatch.setattr(workspace, "report", fails)
        monkeypatch.setattr(workspace, "entries", lambda: next(asked, None) or fails())
        with pytest.raises(StoreProblem) as told:
            write_workspace(workspace, out, Choice(), "en", "csv", lambda *_: None)
    assert told.value is gone
    assert not list(out.glob("*.csv"))
