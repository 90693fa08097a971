"""``track --names FILE``: a person's names act in matching, and a wrong line is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.cli.main import main
from tracker.cli.names import read_names
from tracker.errors import InputProblem
from tracker.model.decision import NamePair


def test_names_are_read_line_by_line(tmp_path: Path) -> None:
    """Remarks, full-width signs, both ways to write ≠; the same pair twice counts once."""
    file = tmp_path / "names.txt"
    file.write_text(
        "# 轨道\n\nS1线 = 11号线\n张皋过江通道＝张靖皋长江大桥\n甲实验室≠乙实验室\n"
        "丙园区 != 丁园区\n11号线 = S1线\n"
    )
    assert read_names(str(file)) == (
        NamePair("S1线", "11号线"),
        NamePair("张皋过江通道", "张靖皋长江大桥"),
        NamePair("甲实验室", "乙实验室", same=False),
        NamePair("丙园区", "丁园区", same=False),
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("S1线 11号线", "no pair of names"),
        ("S1线 = 11号线 = 12号线", "no pair of names"),
        ("S1线 =", "Two names are needed"),
        ("S1线 = s1线", "the same"),
        ("线 = 11号线", "two characters"),
        ("很" * 41 + " = 11号线", "40 characters"),
        ("乙园区 ≠ 甲园区", "contradicts line 1"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(tmp_path: Path, line: str, why: str) -> None:
    """One sentence: file, line, what is wrong."""
    file = tmp_path / "names.txt"
    file.write_text(f"甲园区 = 乙园区\n{line}\n")
    with pytest.raises(InputProblem) as caught:
        read_names(str(file))
    said = caught.value.message
    assert f"{file}:2" in said.en
    assert why in said.en
    assert f"{file}:2" in said.zh


def test_track_uses_the_names(
    tmp_path: Path, seed: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The promise of S1线 is answered by 11号线, and the reason says by whose word."""
    file = tmp_path / "names.txt"
    file.write_text("S1线 = 11号线\n")
    command = ["--lang", "en", "track", str(seed("002")), str(seed("000")), "--names", str(file)]
    assert main([*command, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    (row,) = (row for row in rows if row["commitment"]["object"] == "S1线")
    assert "You said that “S1线” is “11号线”." in row["reason"]
    assert "11号线" in row["evidence"][0]["quote"]


def test_a_file_of_names_that_is_missing(
    tmp_path: Path, seed: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said before any report is read."""
    command = ["--lang", "en", "track", str(seed("002")), str(seed("000")), "--names"]
    assert main([*command, str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err
