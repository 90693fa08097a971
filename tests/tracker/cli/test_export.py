"""``duizhang export``: the promises of a whole workspace in one file."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tracker.cli import main
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample workspace, with one promise marked by a person."""
    path = tmp_path_factory.mktemp("workspace") / "样例.duizhang"
    with Workspace.open_sample(path, user="王芳") as workspace:
        (earliest,) = (e.id for e in workspace.entries() if e.year == 2021)
        promise = workspace.commitments(earliest)[0]
        workspace.mark(promise.id, verdict=Verdict.PARTIAL, note="查过年鉴")
    return path


def test_a_workspace_is_written_with_marks(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Promises of 2021 judged by 2023, the plan report's table by itself, and the mark."""
    out = tmp_path / "对账表.json"
    assert main(["--lang", "zh", "export", str(sample), str(out)]) == 0
    assert str(out) in capsys.readouterr().err
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["title"] == "承诺对账表：样例"
    marked = [row["mark"] for row in told["promises"] if row["mark"]]
    assert [(m["verdict"], m["who"], m["note"]) for m in marked] == [
        ("partial", "王芳", "查过年鉴")
    ]
    judged_by_itself = [row for row in told["promises"] if row["commitment"]["due"] == 2022]
    assert len(judged_by_itself) == 18
    assert {"fulfilled", "missed"} <= {row["verdict"] for row in judged_by_itself}


def test_a_workbook_has_a_row_for_every_promise(sample: Path, tmp_path: Path) -> None:
    """The same promises stand in xlsx and in JSON, in the same order."""
    data, book = tmp_path / "out.json", tmp_path / "out.xlsx"
    assert main(["export", str(sample), str(data)]) == 0
    assert main(["export", str(sample), str(book)]) == 0
    ids = [row["commitment"]["id"] for row in json.loads(data.read_text("utf-8"))["promises"]]
    sheet = load_workbook(book).worksheets[0]
    assert [row[-1].value for row in sheet.iter_rows(min_row=2)] == ids


@pytest.mark.parametrize("content", [None, b"", b"not a database", b"SQLite format 3\x00broken"])
def test_what_is_no_workspace_is_said_in_a_sentence(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Missing, empty and damaged files: exit code 1, the file untouched, nothing written."""
    workspace = tmp_path / "w.duizhang"
    if content is not None:
        workspace.write_bytes(content)
    assert main(["export", str(workspace), str(tmp_path / "out.csv")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "out.csv").exists()
    assert content is None or workspace.read_bytes() == content


def test_an_empty_workspace_has_nothing_to_hand_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 and a sentence instead of an empty table."""
    path = tmp_path / "empty.duizhang"
    Workspace.create(path).close()
    assert main(["export", str(path), str(tmp_path / "out.html")]) == 1
    assert "empty: " in capsys.readouterr().err
