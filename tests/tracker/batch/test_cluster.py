"""A batch on a Dask cluster: a scheduler and workers in processes of their own, on the loopback."""

import csv
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import distributed
import pytest

from tracker.batch import Batch, Choice, Form
from tracker.batch.cluster import ClusterWorkers
from tracker.batch.tables import TABLES
from tracker.cli import main
from tracker.errors import InputProblem
from tracker.message import Message
from tracker.workers import LocalWorkers

Seed = Callable[[str], Path]
ROOT = Path(__file__).parents[3]
QUIET = {
    "DASK_DISTRIBUTED__SCHEDULER__DASHBOARD__STATUS__TASK_STREAM_LENGTH": "10",
    "DASK_LOGGING__DISTRIBUTED": "error",
    "PYTHONPATH": str(ROOT),
}


@pytest.fixture
def archive(tmp_path: Path, seed: Seed) -> Path:
    """Return a folder of five reports, a copy and a damaged file."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in ("000", "001", "002", "003", "004"):
        shutil.copy(seed(number), folder / f"{number}.txt")
    shutil.copy(seed("002"), folder / "copy.txt")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@contextmanager
def dask(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process of a cluster as a person does, and end it."""
    with subprocess.Popen(
        [sys.executable, "-m", "dask", *command],
        env=os.environ | QUIET,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """Return the address of a scheduler without workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = f"scheduler --host 127.0.0.1 --port {port} --no-dashboard".split()
    with dask(*command):
        yield f"tcp://127.0.0.1:{port}"


@contextmanager
def worker(address: str, tmp_path: Path, name: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a worker with one thread and nobody who starts it again."""
    folder = tmp_path / "scratch"
    command = f"worker {address} --nthreads 1 --no-nanny --no-dashboard --host 127.0.0.1"
    with dask(*command.split(), "--name", name, "--local-directory", str(folder)) as process:
        yield process


def busy(client: distributed.Client) -> str:
    """Return the name of a worker that is at a task."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        names = {a: str(w["name"]) for a, w in client.scheduler_info(-1)["workers"].items()}
        at_work = [names[address] for address, tasks in client.processing().items() if tasks]
        if at_work:
            return at_work[0]
    raise AssertionError("no worker is at work")


def table(out: Path, name: str) -> list[list[str]]:
    """Return head and rows of a table, of one file or of its parts in their order."""
    rows: list[list[str]] = []
    single = out / f"{name}.csv"
    for place in [single] if single.exists() else sorted((out / name).glob("*.csv")):
        with place.open(encoding="utf-8-sig", newline="") as file:
            head, *found = csv.reader(file)
        rows.extend(found if rows else [head, *found])
    return rows


def test_a_cluster_that_loses_a_worker_finds_what_one_computer_finds(
    archive: Path, tmp_path: Path, scheduler: str
) -> None:
    """Two workers, one killed in the middle: nothing lost, nothing twice, the very same rows."""
    here, there = tmp_path / "here", tmp_path / "there"
    killed = []

    def tell(what: Message, done: int, _total: int) -> None:
        # In the middle of the pieces: one is done, a worker is at another.
        if "judging" in what.en and done and not killed:
            victim = processes[busy(client)]
            victim.kill()
            killed.append(victim.wait())

    with ExitStack() as running:
        processes = {
            name: running.enter_context(worker(scheduler, tmp_path, name)) for name in "ab"
        }
        client = running.enter_context(distributed.Client(scheduler, set_as_default=False))
        client.wait_for_workers(2, timeout=30)
        with ClusterWorkers(scheduler) as workers:
            batch = Batch.prepare(there, Choice(), "en", workers, tell)
            workers.check(batch.cells.folder, batch.cells.version)
            summary = batch.run([archive], "", Form("csv", partitions=True))
    assert killed
    assert not summary.failures or all("empty" in one.name for one in summary.failures)
    with LocalWorkers(1) as workers:
        batch = Batch.prepare(here, Choice(), "en", workers, lambda *_: None)
        batch.run([archive], "", Form("csv"))
    for name in TABLES:
        assert table(there, name) == table(here, name), name
        assert len(table(here, name)) > 1
    assert (there / "summary.json").read_bytes() == (here / "summary.json").read_bytes()
    assert not list(there.glob("*/*.half"))


def test_the_verb_works_on_a_cluster(
    archive: Path, tmp_path: Path, scheduler: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--scheduler`` writes partitions; run again, they are the same files."""
    out = tmp_path / "out"
    command = ["--lang", "en", "batch", str(archive), "--out", str(out), "--scheduler", scheduler]
    with worker(scheduler, tmp_path, "a"):
        assert main([*command, "--pairs", "none"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["documents"]["read"] == 5
        parts = [path for path in out.glob("*/part-*.csv") if "unread" not in path.name]
        before = {path: path.stat().st_mtime_ns for path in parts}
        assert len(before) == len(TABLES)
        assert main([*command, "--pairs", "none"]) == 0
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_nobody_at_the_address_is_one_sentence(
    archive: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No scheduler answers: told before anything is written."""
    monkeypatch.setattr("tracker.batch.cluster._PATIENCE", 1)
    out = tmp_path / "out"
    command = ["--lang", "en", "batch", str(archive), "--out", str(out)]
    assert main([*command, "--scheduler", "tcp://127.0.0.1:9"]) == 1
    assert "No Dask scheduler answers" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "more", [["--scheduler", "127.0.0.1:8786"], ["--scheduler", "tcp://a:1", "--workers", "2"]]
)
def test_wrong_usage_is_told(more: list[str], archive: Path, tmp_path: Path) -> None:
    """An address without its kind, or processes for a cluster: exit code 2."""
    assert main(["--lang", "en", "batch", str(archive), "--out", str(tmp_path / "o"), *more]) == 2


def test_without_its_library_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Said with what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputProblem) as caught:
        ClusterWorkers("tcp://127.0.0.1:9")
    assert "duizhang[cluster]" in caught.value.message.en
