"""The verbs on a workspace that an office shares; no password is ever printed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.postgres import OWNER, Server
from tracker.cli import main
from tracker.workspace import Workspace

Seed = Callable[[str], Path]
TEXTS = {
    "苏州市2021年政府工作报告.txt": "苏州市2021年政府工作报告\n"
    "一、2021年主要任务\n新建学校20所。\n",
    "苏州市2022年政府工作报告.txt": "苏州市2022年政府工作报告\n一、2021年工作回顾\n"
    "新建学校21所。\n二、2022年主要任务\n新建学校10所。\n",
}


@pytest.fixture
def url(server: Server) -> str:
    """Return the address of an empty database as a person types it, with a password."""
    address = server.new_database()
    return f"postgresql://{OWNER}:geheim@/{address.database}?host={server.folder}"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what was printed; the password is not in it."""
    captured = capsys.readouterr()
    assert "geheim" not in captured.out + captured.err
    return captured.out


def test_the_verbs_take_a_shared_workspace(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Import makes it, search finds in it, figures count it, export and batch write it out."""
    monkeypatch.setenv("USER", "wang")
    files = []
    for name, text in TEXTS.items():
        files.append(tmp_path / name)
        files[-1].write_text(text, encoding="utf-8")
    assert main(["import", url, *map(str, files)]) == 0
    rows = json.loads(said(capsys))
    assert [row["status"] for row in rows] == ["imported"] * 2
    with Workspace.open(url, user="wang") as workspace:
        assert workspace.undo_text is not None  # under the name of who imported
        names = [entry.name for entry in workspace.entries()]
    assert sorted(names) == sorted(TEXTS)
    assert main(["search", "学校", "--workspace", url, "--format", "json"]) == 0
    assert "新建学校21所" in said(capsys)
    assert main(["figures", url, "--format", "json"]) == 0
    assert json.loads(said(capsys))
    out = tmp_path / "out.csv"
    assert main(["export", url, str(out)]) == 0
    assert "新建学校" in out.read_text(encoding="utf-8-sig")
    assert main(["batch", url, "--out", str(tmp_path / "tables")]) == 0
    said(capsys)
    assert list((tmp_path / "tables").rglob("*.csv"))


@pytest.mark.parametrize("verb", [["export"], ["search", "x", "--workspace"], ["figures"]])
def test_an_empty_database_is_told(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: list[str]
) -> None:
    """One sentence, no password, the exit code of an input that cannot be used."""
    after = [str(tmp_path / "o.csv")] if verb == ["export"] else []
    assert main([*verb, url, *after]) == 1
    captured = capsys.readouterr()
    assert "geheim" not in captured.out + captured.err
    assert "workspace" in captured.err or "工作区" in captured.err


def test_an_address_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence says how one is written and repeats no password."""
    assert main(["search", "x", "--workspace", "postgresql://u:geheim@h"]) != 0
    captured = capsys.readouterr()
    assert "geheim" not in captured.err
    assert captured.err.strip()
