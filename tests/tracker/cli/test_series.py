"""The verbs ``indicators`` and ``figures``: what they print, and what they say to bad input."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from tracker.cli import main

Seed = Callable[[str], Path]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], seed: Seed) -> Run:
    """Return a function that runs the command; three digits stand for a sample report."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        given = [str(seed(a)) if a.isdigit() and len(a) == 3 else a for a in arguments]
        code = main(given)
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


def test_one_indicator_can_be_asked_for(run: Run) -> None:
    """Every row is of it, and says where it stands."""
    code, out, _ = run("indicators", "000", "002", "--indicator", "地区生产总值")
    rows = json.loads(out)
    assert code == 0
    assert {row["indicator"] for row in rows} == {"地区生产总值"}
    assert all(row["line"] and row["quote"] and row["file"] for row in rows)


def test_the_table_sets_years_side_by_side(run: Run) -> None:
    """A promise for 2023 and a result of 2022, each with its bound."""
    _, out, _ = run("indicators", "000", "--indicator", "固定资产投资", "--format", "table")
    assert "≈5" in out
    assert "5774.2" in out


def test_what_no_vocabulary_knows_is_told_when_asked_for(run: Run) -> None:
    """--every-name adds the text's own words."""
    _, usual, _ = run("indicators", "003")
    _, every, _ = run("indicators", "003", "--every-name")
    known, all_of_them = json.loads(usual), json.loads(every)
    assert len(all_of_them) > len(known)
    assert all(row["standard"] for row in known)


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "没有找到指标“天气”"), ("en", "no indicator “天气” was found")]
)
def test_an_indicator_that_is_not_there_is_said(language: str, said: str, run: Run) -> None:
    """Exit code 1 and one sentence."""
    code, out, err = run("--lang", language, "indicators", "003", "--indicator", "天气")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert said in err


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "还没有可以核对的报告"), ("en", "Nothing looks back yet")]
)
def test_one_report_alone_has_no_figures(language: str, said: str, run: Run) -> None:
    """Two of one year, or of two regions, neither: one sentence says what is needed."""
    for files in (["002"], ["000", "001"], ["002", "003"]):
        code, out, err = run("--lang", language, "figures", *files)
        assert (code, out, len(err.splitlines())) == (1, "", 1)
        assert said in err


def test_figures_can_be_counted_by_headings(run: Run) -> None:
    """Groups add up to the whole report."""
    _, whole, _ = run("figures", "000", "001", "002")
    _, parts, _ = run("figures", "000", "001", "002", "--by", "section")
    (report,) = json.loads(whole)
    assert sum(row["promises"] for row in json.loads(parts)) == report["promises"]
    assert {row["by"] for row in json.loads(parts)} == {"section"}
    assert (report["plain_rate"], report["feedback_rate"]) == (None, None)
    assert 0 <= report["quantified_answered"] <= report["quantified"]


def test_an_unknown_grouping_is_wrong_usage(run: Run) -> None:
    """Exit code 2 and the groupings that there are."""
    code, _, err = run("--lang", "zh", "figures", "000", "002", "--by", "chapter")
    assert code == 2
    assert "section" in err


def test_a_folder_stands_for_its_files(run: Run, seed: Seed) -> None:
    """The samples by their folder, and by their names: the same rows but for the paths."""
    _, out, err = run("--lang", "zh", "figures", str(seed("000").parent))
    (row,) = json.loads(out)
    assert (row["region"], row["year"], row["missing_years"]) == ("江苏省苏州市", 2021, 1)
    assert "中间缺报告" in err


def test_a_folder_without_reports_is_said(run: Run, tmp_path: Path) -> None:
    """Exit code 1 and one sentence."""
    code, out, err = run("--lang", "zh", "indicators", str(tmp_path))
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "没有找到可以读取的文件" in err


def test_a_number_out_of_range_is_said_in_chinese(run: Run) -> None:
    """--times 0: what it may be."""
    code, _, err = run("--lang", "zh", "chains", "000", "002", "--times", "0")
    assert code == 2
    assert "应是不小于 1 的整数" in err


@pytest.mark.parametrize("by", ["report", "kind", "section"])
def test_the_table_of_figures_fits_eighty_columns(
    run: Run, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Heads of two words stand in two lines; a single region stands above the table."""
    monkeypatch.setenv("COLUMNS", "80")
    command = ("figures", "000", "002", "--by", by, "--format", "table")
    _, out, _ = run("--lang", "en", *command)
    assert max(cell_len(line) for line in out.splitlines()) <= 80
    assert out.startswith("江苏省苏州市\n")
