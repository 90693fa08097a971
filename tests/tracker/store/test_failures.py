"""What can go wrong with a file: one sentence each, and the file is as it was."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.errors import StoreProblem, TrackerError
from tracker.model.tracking import Verdict
from tracker.store import header
from tracker.store.database import FileDatabase
from tracker.store.trouble import denied
from tracker.workspace import Workspace
from tracker.workspace.anchoring import line_anchor

TEXT = "320500|2021|报告\n# 一\n" + "".join(f"建成第{n}号学校。\n" for n in range(40))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed workspace with one report and one mark."""
    folder = tmp_path / "files"
    folder.mkdir()
    made = Workspace.create(folder / "w.duizhang", analysis=Small().analysis())
    with made as workspace:
        entry = workspace.import_bytes("r.txt", TEXT.encode()).entry
        assert entry is not None
        first = workspace.commitments(entry.id)[0]
        workspace.mark(first.id, verdict=Verdict.MISSED)
        return workspace.path


def refused(path: Path) -> StoreProblem:
    """Open a file that cannot be opened; check that nothing about its folder changed."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(StoreProblem) as caught:
        Workspace.open(path)
    after = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert after == before
    return caught.value


def test_missing_file_is_told(tmp_path: Path) -> None:
    """A name without a file is no reason to make one."""
    assert "no workspace" in refused(tmp_path / "none.duizhang").message.en


@pytest.mark.parametrize(
    "data", [b"", b"x" * 50, b"x" * 5000, b"SQLite format 3\0", "政府工作报告".encode() * 300]
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, data: bytes) -> None:
    """Empty files, texts and stumps are told apart from workspaces."""
    path = tmp_path / "w.duizhang"
    path.write_bytes(data)
    assert "not a duizhang workspace" in refused(path).message.en


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """An SQLite file without our number is not ours."""
    path = tmp_path / "w.duizhang"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE report (report_id)")
    assert "not a duizhang workspace" in refused(path).message.en


def test_a_newer_file_is_refused(path: Path) -> None:
    """A file of a later schema is not touched."""
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA user_version={header.SCHEMA_VERSION + 1}")
    assert "newer version" in refused(path).message.en


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.95])
def test_a_truncated_file_is_refused(path: Path, keep: float) -> None:
    """A file that was cut short is damaged."""
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    assert "damaged" in refused(path).message.en


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_never_show_a_traceback(path: Path, seed: int) -> None:
    """Pages of noise are damage; the file is refused untouched, at once or when it was read."""
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096, 2):
        data[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
    path.write_bytes(data)
    with pytest.raises(StoreProblem) as caught, Workspace.open(path) as workspace:
        workspace.check()
    assert "damaged" in caught.value.message.en
    assert path.read_bytes() == bytes(data)


def damage_inside(path: Path) -> bytes:
    """Fill a page that opening does not look at with noise; return the file from then on."""
    with closing(sqlite3.connect(path)) as file:
        (page,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'mark_event'"
        ).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = random.Random(3).randbytes(4096)
    path.write_bytes(data)
    return bytes(data)


def test_nothing_is_written_into_a_file_that_is_damaged_inside(path: Path) -> None:
    """Such a file opens, and can be read; the first write waits until it is known, and is refused.

    So what can still be saved of it is what was there.
    """
    data = damage_inside(path)
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        (entry,) = workspace.entries()
        first = workspace.commitments(entry.id)[0]
        with pytest.raises(StoreProblem, match="is damaged"):
            workspace.mark(first.id, verdict=Verdict.FULFILLED)
        assert [mark.verdict for mark in workspace.marks(entry.id).values()] == [Verdict.MISSED]
        with pytest.raises(StoreProblem, match="is damaged"):
            workspace.check()
    assert path.read_bytes() == data


def test_no_copy_is_made_of_a_damaged_file(path: Path) -> None:
    """Copies of before stay: a damaged one would in the end take their place."""
    Workspace.open(path).close()
    (good,) = Workspace.copies_of(path)
    yesterday = good.with_name(f"2020{good.name[4:]}")
    good.rename(yesterday)
    damage_inside(path)
    with Workspace.open(path) as workspace, pytest.raises(StoreProblem):
        workspace.check()
    assert workspace.backup_problem is not None
    assert Workspace.copies_of(path) == (yesterday,)


def test_closing_does_not_wait_until_a_file_is_read_through(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who closes a workspace at once is not held up, and nothing is told of it."""
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    monkeypatch.setattr("tracker.store.checkup._LOOK", endless)
    database = FileDatabase.open(path)
    database.close()
    database.check()


def use(path: Path) -> None:
    """Open a file and ask it for everything."""
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        for entry in workspace.entries():
            promises = workspace.commitments(entry.id)
            workspace.marks(entry.id)
            workspace.mark(promises[-1].id, verdict=Verdict.MISSED)
            report = workspace.report(entry.id)
            workspace.add_bookmark(line_anchor(report, 3), "记下")
        workspace.lost_marks()
        workspace.bookmarks()
        workspace.undo()
        workspace.import_bytes("n.txt", b"320500|2029|x\n# a\n")


def test_whatever_byte_is_wrong_one_sentence_tells(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Flipped bytes in the header, in table definitions or in data give sentences or nothing.

    The reading through at opening is left out, so that damage also shows later.
    """
    monkeypatch.setattr("tracker.store.checkup._LOOK", "SELECT 'ok'")
    good = path.read_bytes()
    chance = random.Random(7)
    n_told = 0
    for turn in range(150):
        data = bytearray(good)
        at = chance.randrange((100, 4096, len(data))[turn % 3])
        data[at : at + 4] = chance.randbytes(len(data[at : at + 4]))
        path.write_bytes(data)
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        try:
            use(path)
        except TrackerError:
            n_told += 1
    assert n_told > 20


def test_a_file_that_may_not_be_read_is_told_as_that(path: Path, monkeypatch) -> None:
    """Who searches in a colleague's file is not told that it cannot be written."""
    monkeypatch.setattr("tracker.store.trouble.os.access", lambda _, mode: mode == os.F_OK)
    assert "没有权限读取“w.duizhang”" in denied(path).message.zh
    monkeypatch.undo()
    assert "无法写入“w.duizhang”" in denied(path).message.zh


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder of that name is no workspace."""
    folder = tmp_path / "w.duizhang"
    folder.mkdir()
    with pytest.raises(StoreProblem):
        Workspace.open(folder)


@pytest.fixture
def holder(path: Path) -> Iterator[sqlite3.Connection]:
    """Return another program's connection to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def test_a_file_held_by_another_program_is_told(
    path: Path, holder: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that lets nobody in is locked; the sentence says to close the other program."""
    monkeypatch.setattr("tracker.store.database.BUSY_SECONDS", 0.1)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    assert "Another program" in refused(path).message.en


def test_a_mark_that_cannot_be_written_is_told(
    path: Path, holder: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program writes, reading goes on and a mark is refused whole."""
    monkeypatch.setattr("tracker.store.database.BUSY_SECONDS", 0.1)
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        (entry,) = workspace.entries()
        second = workspace.commitments(entry.id)[1]
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreProblem) as caught:
            workspace.mark(second.id, verdict=Verdict.MISSED)
        assert "Another program" in caught.value.message.en
        assert len(workspace.marks(entry.id)) == 1
        place = line_anchor(workspace.report(entry.id), 4)
        with pytest.raises(StoreProblem):
            workspace.add_bookmark(place)
        assert workspace.bookmarks() == ()
        holder.execute("ROLLBACK")
        workspace.mark(second.id, verdict=Verdict.MISSED)
        assert len(workspace.marks(entry.id)) == 2
        kept = workspace.add_bookmark(place)
        assert workspace.bookmarks() == (kept,)


FULL = """
import json, resource, sys
from pathlib import Path
from tests.small_analysis import Small
from tracker.errors import StoreProblem, TrackerError
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace
from tracker.workspace.anchoring import line_anchor

path = Path(sys.argv[1])
workspace = Workspace.open(path, analysis=Small().analysis())
(entry,) = workspace.entries()
promises = workspace.commitments(entry.id)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 60_000,) * 2)
told, kept = [], []
report = workspace.report(entry.id)
noted = []
for line, promise in enumerate(promises, 3):
    try:
        workspace.mark(promise.id, verdict=Verdict.PARTIAL, note="批注" * 2000)
        kept.append(promise.id)
        noted.append(workspace.add_bookmark(line_anchor(report, line), "记下" * 2000).id)
    except StoreProblem as problem:
        told.append(problem.message.en)
workspace.close()
print(json.dumps([kept, noted, told]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_a_full_disk_refuses_the_mark_and_keeps_the_others(path: Path) -> None:
    """A mark that does not fit raises one sentence; each acknowledged one is there."""
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True
    )
    kept, noted, told = json.loads(done.stdout)
    assert kept
    assert noted
    assert told
    assert all("disk is full" in sentence for sentence in told)
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        (entry,) = workspace.entries()
        notes = {one: mark.note for one, mark in workspace.marks(entry.id).items()}
        assert [one.id for one in workspace.bookmarks()] == noted
    assert {one for one, note in notes.items() if note} == set(kept)


def test_a_finding_that_does_not_decode_is_made_anew(path: Path) -> None:
    """Bytes of the cache are never trusted: what is no value of its type is computed again."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE cache SET payload = x'c1ff00'")
    small = Small()
    with Workspace.open(path, analysis=small.analysis()) as workspace:
        (entry,) = workspace.entries()
        assert len(workspace.commitments(entry.id)) == 40
        assert workspace.report(entry.id).text == TEXT
    assert small.runs["read"] == small.runs["commitments"] == 1


def test_no_sentence_holds_text_of_a_document(path: Path) -> None:
    """Errors of the file speak of the file alone."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DROP TABLE mark_event")
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        (entry,) = workspace.entries()
        first = workspace.commitments(entry.id)[0]
        secret = "不得外泄的批注"
        with pytest.raises(StoreProblem, match="is damaged") as caught:
            workspace.mark(first.id, note=secret)
        assert workspace.marks(entry.id)[first.id].note == ""
    shown = "".join(traceback.format_exception(caught.value))
    assert "批注" not in shown
    assert "学校" not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
@pytest.mark.parametrize("fate", ["deleted", "renamed", "replaced"])
def test_a_workspace_that_goes_away_while_open_is_told(path: Path, fate: str) -> None:
    """What is said is that the file is gone and where to look, not that it is read-only."""
    other = path.read_bytes()
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        first = workspace.commitments(workspace.entries()[0].id)[0]
        if fate == "renamed":
            path.rename(path.with_name("neu.duizhang"))
        else:
            path.unlink()
        if fate == "replaced":
            path.write_bytes(other)
        with pytest.raises(StoreProblem) as caught:
            workspace.mark(first.id, verdict=Verdict.FULFILLED)
    assert "no longer where it was" in caught.value.message.en
    assert "自动副本" in caught.value.message.zh
