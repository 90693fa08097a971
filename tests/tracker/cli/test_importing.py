"""The verb that imports: what became of each file, in every format, with the right exit code."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import main
from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.workspace import Workspace

Seed = Callable[[str], Path]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where a workspace may be made."""
    return tmp_path / "w.duizhang"


def test_files_folders_and_archives_come_in(
    place: Path, tmp_path: Path, seed: Seed, capsys: pytest.CaptureFixture[str]
) -> None:
    """One row for each document; a second time all of them were there; one failure stops none."""
    folder = tmp_path / "in"
    folder.mkdir()
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.write(seed("002"), "2021/a.txt")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.png").write_bytes(b"x")
    (folder / "d.txt").write_text(seed("002").read_text() + "\n")
    assert main(["import", str(place), str(folder)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["file"], row["status"]) for row in rows] == [
        ("in/all.zip/2021/a.txt", "imported"),
        ("in/b.txt", "failed"),
        ("in/c.png", "skipped"),
        ("in/d.txt", "imported"),
    ]
    assert (rows[0]["region"], rows[0]["year"]) == ("江苏省苏州市", 2021)
    assert rows[3]["same_text_as"] == "a.txt"
    assert main(["import", str(place), str(seed("002")), "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "duplicate"
    with Workspace.open(place) as opened:
        assert len(opened.entries()) == 2


def test_nothing_usable_leaves_no_workspace(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rows say why; the exit code is 1; no empty file is left behind."""
    (tmp_path / "b.txt").write_bytes(b"")
    assert main(["--lang", "en", "import", str(place), str(tmp_path / "b.txt")]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)[0]["status"] == "failed"
    assert "No report was imported" in told.err
    assert not place.exists()


def test_a_new_workspace_must_be_called_so(
    tmp_path: Path, seed: Seed, capsys: pytest.CaptureFixture[str]
) -> None:
    """``import a.txt b.txt`` without a workspace is a slip, and told as wrong usage."""
    assert main(["--lang", "en", "import", str(tmp_path / "w"), str(seed("002"))]) == 2
    assert "must be named *.duizhang" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "table"])
def test_rows_for_people_and_tables(
    place: Path, seed: Seed, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same in words and as a table."""
    assert main(["--lang", "zh", "import", str(place), str(seed("002")), "--format", form]) == 0
    told = capsys.readouterr()
    assert "已导入 1 份" in told.err
    if form == "csv":
        (row,) = csv.DictReader(io.StringIO(told.out))
        assert (row["status"], row["year"]) == ("imported", "2021")
    else:
        assert "苏州市" in told.out


def test_an_encoding_can_be_given(
    place: Path, tmp_path: Path, seed: Seed, capsys: pytest.CaptureFixture[str]
) -> None:
    """It holds for the data verbs too; one that nobody knows is wrong usage."""
    path = tmp_path / "gbk.txt"
    path.write_bytes(seed("002").read_text().encode("gb18030"))
    assert main(["import", str(place), str(path), "--encoding", "gb18030"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["year"] == 2021
    assert main(["outline", str(path), "--encoding", "gb18030"]) == 0
    assert json.loads(capsys.readouterr().out)["year"] == 2021
    assert main(["--lang", "en", "outline", str(path), "--encoding", "klingon"]) == 2
    assert "klingon" in capsys.readouterr().err


def test_pages_stand_beside_lines_where_there_are_pages(
    tmp_path: Path, seed: Seed, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text file has no pages, and no field for them."""
    assert main(["outline", str(seed("002"))]) == 0
    assert "page" not in json.loads(capsys.readouterr().out)["sections"][0]
    samples = Path(__file__).parents[1] / "ingest" / "samples"
    paged = next(iter(sorted(samples.rglob("*.pdf"))), None)
    if paged is None:
        pytest.skip("no sample with pages")
    main(["outline", str(paged)])
    sections = json.loads(capsys.readouterr().out)["sections"]
    assert all(section["page"] >= 1 for section in sections)


@pytest.mark.parametrize(
    ("stop", "code"),
    [(KeyboardInterrupt(), 130), (StoreProblem(Message("磁盘已满。", "The disk is full.")), 1)],
)
def test_what_came_in_before_it_was_stopped_is_kept(
    place: Path,
    seed: Seed,
    stop: BaseException,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl+C and a full disk end it; a new workspace with reports in it stays, and that is said."""
    imported = Workspace.import_files

    def stopped(self: Workspace, paths: list[str], **told: Any) -> Any:
        if paths == ["later"]:
            raise stop
        return imported(self, paths, **told)

    monkeypatch.setattr(Workspace, "import_files", stopped)
    assert main(["--lang", "en", "import", str(place), str(seed("002")), "later"]) == code
    assert "imported before that: 1" in capsys.readouterr().err
    with Workspace.open(place) as opened:
        assert len(opened.entries()) == 1


def test_a_workspace_that_another_import_has_just_made_is_used(
    place: Path, seed: Seed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two imports into one new workspace at the same time both come in; none takes it away."""
    create = Workspace.create

    def late(path: Path) -> Workspace:
        with create(path) as other:
            other.import_files([seed("000")])
        return create(path)

    monkeypatch.setattr(Workspace, "create", late)
    assert main(["import", str(place), str(seed("002"))]) == 0
    with Workspace.open(place) as opened:
        assert len(opened.entries()) == 2


def test_a_place_where_no_workspace_can_be_is_told(
    tmp_path: Path, seed: Seed, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is no workspace, and one that is missing is not made."""
    for place, said in ((tmp_path, "is a folder"), (tmp_path / "no" / "w.duizhang", "no folder")):
        assert main(["--lang", "en", "import", str(place), str(seed("002"))]) == 1
        assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
