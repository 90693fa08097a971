"""A workspace that can only be read: all that reads works, all that writes is refused."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import pytest

from tests.builders import SEEDS
from tests.plain_rights import run_plainly
from tests.small_analysis import Small
from tests.tracker.store.test_migrations import old_file
from tracker.errors import READ_ONLY, StoreProblem
from tracker.model.tracking import Verdict
from tracker.store import opening, reading_copy
from tracker.store.database import FileDatabase, may_write
from tracker.workspace import Workspace
from tracker.workspace.anchoring import line_anchor

TEXT = "320500|2021|报告\n# 一\n建成第1号学校。\n建成第2号学校。\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed workspace with one report and one mark."""
    folder = tmp_path / "disc"
    folder.mkdir()
    with Workspace.create(folder / "w.duizhang", analysis=Small().analysis()) as workspace:
        entry = workspace.import_bytes("r.txt", TEXT.encode()).entry
        assert entry is not None
        workspace.mark(workspace.commitments(entry.id)[0].id, verdict=Verdict.MISSED)
    return folder / "w.duizhang"


@pytest.fixture(autouse=True)
def locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take the folder of the workspace for a disc; afterwards nothing in it is another."""
    monkeypatch.setattr(opening, "may_write", lambda where: where.parent != path.parent)
    yield
    assert not {one.name for one in path.parent.iterdir()} - {"w.duizhang", "w.duizhang-wal"}


def copies() -> list[Path]:
    """Return the copies that lie in the private folder now."""
    room = Path(platformdirs.user_cache_dir("duizhang", appauthor=False)) / "reading"
    return sorted(room.glob("*/*")) if room.exists() else []


def opened(path: Path) -> Workspace:
    """Return the workspace, opened with the stages of the tests."""
    return Workspace.open(path, analysis=Small(version="2").analysis())


def test_all_that_reads_works_and_the_file_stays_as_it_is(path: Path) -> None:
    """Reports, findings of a better program, marks and search; the caches fill all the same."""
    before = path.read_bytes()
    with opened(path) as workspace:
        (entry,) = workspace.entries()
        assert workspace.read_only
        assert workspace.place == path
        assert workspace.name == "w"
        assert len(workspace.commitments(entry.id)) == 2
        assert workspace.is_ready(entry.id, ()) is False
        workspace.tracking(entry.id, ())
        assert workspace.is_ready(entry.id, ())
        assert len(workspace.marks(entry.id)) == 1
        assert workspace.undo_text is None
        assert copies()
    assert not copies()
    assert path.read_bytes() == before


def _mark(workspace: Workspace) -> None:
    (entry,) = workspace.entries()
    workspace.mark(workspace.commitments(entry.id)[1].id, verdict=Verdict.FULFILLED)


def _note(workspace: Workspace) -> None:
    report = workspace.report(workspace.entries()[0].id)
    workspace.add_bookmark(line_anchor(report, 2), "记下")


CHANGES: dict[str, Callable[[Workspace], object]] = {
    "mark": _mark,
    "note": _note,
    "undo": Workspace.undo,
    "redo": Workspace.redo,
    "rename": lambda workspace: workspace.rename(workspace.entries()[0].id, "新名"),
    "remove": lambda workspace: workspace.remove(workspace.entries()[0].id),
    "forget": lambda workspace: workspace.forget(workspace.entries()[0].id),
    "filter": lambda workspace: workspace.keep_filter("名", "{}"),
    "paste": lambda workspace: workspace.import_bytes("n.txt", b"320500|2029|x\n# a\n"),
    "import": lambda workspace: workspace.import_files([Path("none.txt")]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_would_be_lost_is_refused(path: Path, name: str) -> None:
    """Each change says that the workspace can only be read, and what to do; nothing changed."""
    with opened(path) as workspace:
        entries = workspace.entries()
        marks = workspace.marks(entries[0].id)
        with pytest.raises(StoreProblem) as caught:
            CHANGES[name](workspace)
        assert caught.value.detail == READ_ONLY
        assert "Save a copy" in caught.value.message.en
        assert workspace.entries() == entries
        assert workspace.marks(entries[0].id) == marks


def test_a_file_of_an_older_version_is_brought_up_to_date_in_the_copy(path: Path) -> None:
    """Old files on a disc open, and stay old."""
    path.unlink()
    old_file(path)
    for left in path.parent.glob("*-*"):
        left.unlink()
    before = path.read_bytes()
    with opened(path) as workspace:
        assert [entry.name for entry in workspace.entries()] == ["r.txt"]
    assert path.read_bytes() == before


def test_a_log_beside_the_file_is_read_with_it(path: Path, tmp_path: Path) -> None:
    """What a crash left in the log is there, though nobody can move it into the file."""
    inner = FileDatabase(path)
    with inner.write() as connection:
        connection.exec_driver_sql("UPDATE report SET name = '日志里的名.txt'")
    crashed = tmp_path / "crashed"
    shutil.copytree(path.parent, crashed)
    inner.close()
    shutil.copy(crashed / "w.duizhang", path)
    shutil.copy(crashed / "w.duizhang-wal", path.parent)
    with opened(path) as workspace:
        assert [entry.name for entry in workspace.entries()] == ["日志里的名.txt"]


def test_a_file_that_is_never_still_is_told_as_in_use(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague who writes all the time gives a sentence, never half of two states."""
    ticks = iter(range(100))
    monkeypatch.setattr(reading_copy, "_PAUSE_SECONDS", 0)
    monkeypatch.setattr(reading_copy, "_stand", lambda _: (next(ticks), 0))
    with pytest.raises(StoreProblem, match="Another program"):
        opened(path)
    assert not copies()


def test_a_damaged_file_is_told_and_leaves_no_copy(path: Path) -> None:
    """The copy is read through as the file would be."""
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreProblem, match=r"“w\.duizhang” is damaged"):
        opened(path)
    assert not copies()


def test_copies_of_a_crash_go_and_open_ones_stay(path: Path) -> None:
    """The next one that opens clears away what nobody has open any more."""
    with opened(path):
        (held,) = {copy.parent for copy in copies()}
        left = held.with_name("left")
        left.mkdir()
        shutil.copy(path, left / "w.duizhang")
        long_ago = time.time() - 10 * 3600
        for folder in (held, left):
            os.utime(folder, (long_ago, long_ago))
        with opened(path):
            assert held.exists()
            assert not left.exists()


def test_a_saved_copy_is_a_workspace_of_its_own(path: Path, tmp_path: Path) -> None:
    """It has everything, can be worked in, and keeps automatic copies of its own."""
    target = tmp_path / "mine.duizhang"
    target.write_bytes(b"what the person was asked about")
    with opened(path) as workspace:
        workspace.save_copy(target)
        name = workspace.id
    with opened(target) as mine:
        assert not mine.read_only
        assert mine.id != name
        assert len(mine.marks(mine.entries()[0].id)) == 1
        _mark(mine)
        with pytest.raises(StoreProblem, match="exists already"):
            mine.save_copy(target)
    assert sorted(one.name for one in tmp_path.glob("*mine*")) == ["mine.duizhang"]


def test_a_real_folder_without_permission_is_read_on_the_command_line(tmp_path: Path) -> None:
    """Modes as a system has them: verbs that read answer, one that writes says why not."""
    folder, home = tmp_path / "share", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    path = folder / "库.duizhang"
    with Workspace.create(path) as workspace:
        workspace.import_files([next(SEEDS.glob("002_*.txt"))])
    before = path.read_bytes()
    own = {"HOME": str(home), "XDG_CACHE_HOME": "", "XDG_DATA_HOME": "", "LC_ALL": "zh_CN.UTF-8"}
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        tried = "from pathlib import Path; Path(__import__('sys').argv[1], 'x').touch()"
        assert run_plainly(["-c", tried, str(folder)], own).returncode != 0
        found = run_plainly(["-m", "tracker", "search", "学校", "--workspace", str(path)], own)
        assert found.returncode == 0, found.stderr
        assert "学校" in found.stdout
        seed = str(next(SEEDS.glob("000_*.txt")))
        refused = run_plainly(["-m", "tracker", "import", str(path), seed], own)
        assert refused.returncode != 0
        assert "只能阅读" in refused.stdout + refused.stderr
        assert not may_write_plainly(path, own)
    finally:
        folder.chmod(0o755)
    assert [one.name for one in folder.iterdir()] == ["库.duizhang"]
    assert path.read_bytes() == before
    assert not list((home / ".cache" / "duizhang" / "reading").iterdir())


def may_write_plainly(path: Path, own: dict[str, str]) -> bool:
    """Ask ``may_write`` where modes count."""
    asked = (
        "import sys; from pathlib import Path; from tracker.store.database import may_write;"
        "print(may_write(Path(sys.argv[1])))"
    )
    return run_plainly(["-c", asked, str(path)], own).stdout.strip() == "True"


def test_a_folder_that_can_be_written_is_tried_without_a_trace(path: Path) -> None:
    """Trying leaves nothing behind; a file that is not there is told as missing."""
    assert may_write(path)
    with pytest.raises(FileNotFoundError):
        may_write(path.with_name("none"))


def test_without_a_home_the_copy_lies_in_the_systems_own_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home that cannot be written either is no reason not to read."""

    def no_home() -> Path:
        raise PermissionError

    monkeypatch.setattr(reading_copy, "private_cache", no_home)
    with opened(path) as workspace:
        assert len(workspace.entries()) == 1


def test_another_reader_gets_a_copy_of_his_own(path: Path) -> None:
    """One file, two readers: closing one does not disturb the other."""
    with opened(path) as workspace, workspace.again("李四") as other:
        assert other.read_only
        assert len({copy.parent for copy in copies()}) == 2
        other.close()
        assert len(workspace.entries()) == 1
