"""Many documents at once: read by processes, written down by one, never half and never twice."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.model.library import ImportResult
from tracker.workspace import Analysis, Workspace, arriving
from tracker.workspace.arriving import in_order
from tracker.workspace.preparing import Parcel

ROOT = Path(__file__).parents[2]
TEXT = """{region}人民政府{year}年政府工作报告

——{year}年1月10日在{region}第十六届人民代表大会第一次会议上

各位代表：

一、{before}年工作回顾

全市地区生产总值增长{n}.5%，新建改建学校{n}所，建成标准厂房{n}00万平方米。

二、{year}年主要工作

今年经济社会发展的主要预期目标是：地区生产总值增长{n}%左右。

（一）增进民生福祉。新建改建学校{n}所，新增养老床位{n}00张。
（二）建设产业强市。力争新增高新技术企业{n}00家。
"""


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let even few documents be read by processes."""
    monkeypatch.setattr(arriving, "_FEW", 0)


def folder_of(place: Path, number: int) -> Path:
    """Return a folder with so many short reports, each of another year."""
    place.mkdir()
    for n in range(number):
        text = TEXT.format(region="苏州市", year=2001 + n, before=2000 + n, n=n + 3)
        (place / f"{2001 + n}.txt").write_text(text, encoding="utf-8")
    return place


def findings(path: Path) -> list[tuple[object, ...]]:
    """Return everything that a workspace file holds of what was read and found."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT key, version, payload FROM cache ORDER BY key").fetchall()
        texts = "SELECT report_id, name, data, source, reading FROM content ORDER BY report_id"
        rows += connection.execute(texts).fetchall()
        rows += connection.execute("SELECT * FROM summary ORDER BY report_id").fetchall()
    connection.close()
    return rows


def imported(path: Path, folder: Path, **analysis: bool) -> tuple[ImportResult, ...]:
    """Import a folder into a new workspace and close it."""
    with Workspace.create(path, analysis=Analysis(**analysis)) as workspace:
        return workspace.import_files([folder])


def test_processes_find_the_same_as_one_and_failures_stop_nothing(tmp_path: Path) -> None:
    """What is stored does not depend on who read it; each document has a line, in their order."""
    folder = folder_of(tmp_path / "in", 4)
    (folder / "2002b.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (folder / "2003b.txt").write_bytes(b"")
    (folder / "a.png").write_bytes(b"x")
    (folder / "z.txt").write_bytes((folder / "2001.txt").read_bytes())
    by_many = imported(tmp_path / "many.duizhang", folder)
    by_one = imported(tmp_path / "one.duizhang", folder, in_processes=False)
    told = [(r.name, r.status.value, r.place) for r in by_many]
    assert told == [(r.name, r.status.value, r.place) for r in by_one]
    assert [status for _, status, _ in told] == [
        *("imported", "imported", "failed", "imported", "failed", "imported", "skipped"),
        "duplicate",
    ]
    problems = [(r.problem, r.entry and r.entry.n_commitments) for r in by_many]
    assert problems == [(r.problem, r.entry and r.entry.n_commitments) for r in by_one]
    assert all(r.entry and r.entry.n_commitments for r in by_many if r.status == "imported")
    many, one = findings(tmp_path / "many.duizhang"), findings(tmp_path / "one.duizhang")
    assert len([row for row in many if row[1] and len(row) == 3]) == 3 * 4
    assert many == one


def test_what_is_there_is_not_read_again(tmp_path: Path) -> None:
    """A second import knows documents by their bytes, whatever their names are now."""
    small = Small()
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"320500|{2020 + n}|报告\n# 一\n建成学校{n}所。\n")
    with Workspace.create(tmp_path / "w.duizhang", analysis=small.analysis()) as workspace:
        workspace.import_files(sorted(tmp_path.glob("*.txt")))
        (tmp_path / "1.txt").rename(tmp_path / "9.txt")
        before = dict(small.runs)
        results = workspace.import_files(sorted(tmp_path.glob("*.txt")))
        assert [r.duplicate and r.entry is not None for r in results] == [True] * 3
        assert dict(small.runs) == before
        drafts = workspace.preview(sorted(tmp_path.glob("*.txt")))
        assert dict(small.runs) == before
        assert [(d.standing, d.meta and d.meta.year) for d in drafts] == [
            *(("same_file", 2020), ("same_file", 2022), ("same_file", 2021)),
        ]
        assert drafts[0].report == workspace.report(results[0].entry.id)


def test_a_stopped_import_keeps_whole_reports_and_goes_on_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each report that is there has all its findings; the next import brings the rest."""
    # Else one process that is slow to start makes all wait for the first.
    monkeypatch.setattr(arriving, "_WAITING", 2)
    folder = folder_of(tmp_path / "in", 12)
    done: list[int] = []
    with Workspace.create(tmp_path / "w.duizhang") as workspace:
        stopped = workspace.import_files(
            [folder],
            report_progress=lambda n, _, __: done.append(n),
            should_stop=lambda: bool(done) and done[-1] > 0,
        )
        there = workspace.entries()
        assert {r.entry.id for r in stopped if r.entry} == {entry.id for entry in there}
        assert 0 < len(there) < 12
        assert all(entry.n_commitments for entry in there)
        rest = workspace.import_files([folder])
        assert sum(r.duplicate for r in rest) == len(there)
        assert len(workspace.entries()) == 12
    imported(tmp_path / "whole.duizhang", folder, in_processes=False)
    assert findings(tmp_path / "w.duizhang") == findings(tmp_path / "whole.duizhang")


KILLED = """
import os, signal, sys
import psutil
from tracker.workspace import Workspace, arriving

arriving._WAITING = 2  # else one process that is slow to start makes all wait for the first

def step(done, total, what):
    if done > 2:
        print(*(child.pid for child in psutil.Process().children(recursive=True)), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    with Workspace.open(sys.argv[1]) as workspace:
        workspace.import_files([sys.argv[2]], report_progress=step)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without SIGKILL")
def test_a_killed_import_goes_on_to_the_same_findings(tmp_path: Path) -> None:
    """The program is killed in the middle; started again it ends as if nothing had been."""
    folder = folder_of(tmp_path / "in", 24)
    path = tmp_path / "w.duizhang"
    Workspace.create(path).close()
    command = [sys.executable, "-c", KILLED, str(path), str(folder)]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    processes = [int(pid) for pid in killed.stdout.split()]
    assert processes
    wait_until(lambda: not any(map(alive, processes)))
    with Workspace.open(path) as workspace:
        assert 2 < len(workspace.entries()) < 24
        assert all(entry.n_commitments for entry in workspace.entries())
        workspace.import_files([folder])
    imported(tmp_path / "whole.duizhang", folder, in_processes=False)
    assert findings(path) == findings(tmp_path / "whole.duizhang")


def wait_until(told: Callable[[], bool]) -> None:
    """Wait for something that must come."""
    end = time.monotonic() + 60
    while not told():
        assert time.monotonic() < end
        time.sleep(0.02)


def alive(pid: int) -> bool:
    """Tell whether a process runs."""
    import psutil  # noqa: PLC0415

    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_order_is_kept_until_one_takes_too_long() -> None:
    """Numbers come in order; where one is late, few wait for it."""

    def numbers(order: list[int]) -> list[list[int]]:
        parcels = (Parcel(number, "", "") for number in order)
        return [[one.number for one in together] for together in in_order(parcels)]

    assert numbers([1, 0, 2, 4, 3]) == [[0, 1], [2], [3, 4]]
    assert numbers([1, 2]) == [[1, 2]]
    late = [*range(1, 200), 0]
    told = numbers(late)
    assert sorted(number for together in told for number in together) == list(range(200))
    assert max(map(len, told)) <= 65
    assert told[-1] == [0]
