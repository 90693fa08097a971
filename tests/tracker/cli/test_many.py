"""The verbs that compare many reports: what they print, write and say."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.tracker.test_workspace_comparing import CITIES, plan
from tracker.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with small reports of three cities."""
    made = tmp_path_factory.mktemp("reports")
    for city, (goal, result) in CITIES.items():
        (made / f"{city}19.txt").write_bytes(plan(city, 2019, goal=goal))
        more = "推进“海绵城市”建设。"
        (made / f"{city}20.txt").write_bytes(plan(city, 2020, result=result, more=more))
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], folder: Path) -> Run:
    """Return a function that runs a verb on the folder."""

    def run_verb(verb: str, *arguments: str) -> tuple[int, str, str]:
        code = main([verb, str(folder), *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run_verb


def test_a_ranking_tells_goal_result_and_place(run: Run) -> None:
    """Each row has the sentences that its figures stand in."""
    code, out, _ = run("ranking", "--of-year", "2019", "--indicator", "地区生产总值")
    rows = json.loads(out)
    assert code == 0
    assert [(row["rank"], row["reported"]) for row in rows] == [(1, 7), (2, 6.3), (3, 6.1)]
    assert all(row["promised_quote"] and row["reported_quote"] for row in rows)


def test_without_an_indicator_the_verb_lists_what_there_is(run: Run) -> None:
    """How many regions have goals and results."""
    _, out, _ = run("ranking", "--of-year", "2019")
    assert {"indicator": "地区生产总值", "goals": 3, "results": 3}.items() <= json.loads(out)[
        0
    ].items()
    code, _, err = run("ranking", "--of-year", "2019", "--indicator", "天气")
    assert (code, len(err.splitlines())) == (1, 1)


def test_feedback_has_years_as_columns_in_its_table(run: Run) -> None:
    """And a row for each region and year in data."""
    _, table, _ = run("feedback", "--format", "table", "--lang", "en")
    assert "Feedback rate: 3 of 3" in table
    _, out, _ = run("feedback")
    rows = json.loads(out)
    assert {row["state"] for row in rows} == {"counted", "not_looked_back_on"}
    assert len(rows) == 6


def test_over_a_missing_year_there_is_no_feedback_rate_anywhere(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Feedback, figures and batch leave out the same report, tell it, and come to the same sum."""
    archive = tmp_path / "in"
    archive.mkdir()
    for path in folder.iterdir():
        (archive / path.name).write_bytes(path.read_bytes())
    (archive / "gap.txt").write_bytes(plan("苏州", 2017, goal="7%"))

    def told(*arguments: str) -> tuple[str, str]:
        assert main(["--lang", "en", *arguments]) == 0
        return tuple(capsys.readouterr())

    rows = json.loads(told("feedback", str(archive))[0])
    (over,) = [row for row in rows if row["state"] == "over_missing_years"]
    assert (over["feedback_rate"], over["year"], over["missing_years"]) == (None, 2017, 1)
    assert over["quantified"] > 0
    table = told("feedback", str(archive), "--format", "table")[0]
    assert "–: no feedback rate" in table
    figures = json.loads(told("figures", str(archive))[0])
    assert [row["year"] for row in figures if row["feedback_rate"] is None] == [2017]
    lines, remark = told("figures", str(archive), "--format", "table")
    assert "–" in lines
    assert "no feedback rate" in remark
    out = tmp_path / "out"
    summary = json.loads(told("batch", str(archive), "--out", str(out), "--workers", "1")[0])
    counted = [row for row in rows if row["state"] == "counted"]
    whole = sum(row["quantified"] for row in counted), sum(row["answered"] for row in counted)
    assert (summary["quantified"], summary["quantified_answered"]) == whole
    assert (summary["feedback_reports"], summary["pairs_over_missing_years"]) == (len(counted), 1)


def test_shared_words_by_report_and_in_one(run: Run) -> None:
    """A report is named by its file or by region and year."""
    _, out, _ = run("shared")
    assert all(row["others_share"] > 0 for row in json.loads(out))
    for name in ("苏州20", "苏州 2020"):
        _, found, _ = run("shared", "--of", name)
        assert "绿水青山" in " ".join(row["quote"] for row in json.loads(found))
    code, _, err = run("shared", "--of", "2020", "--lang", "en")
    assert code == 1
    assert "may be any of 3 reports" in err


def test_first_follows_a_phrase_or_lists_new_ones(run: Run) -> None:
    """One of both has to be asked for."""
    _, out, _ = run("first", "--phrase", "海绵城市")
    assert [row["year"] for row in json.loads(out)] == [2020] * 3
    _, new, _ = run("first", "--new-in", "2020")
    assert [row["phrase"] for row in json.loads(new)] == ["海绵城市"]
    assert run("first")[0] == 2
    assert run("first", "--phrase", "量子通信")[0] == 1


def test_nearest_can_leave_out_the_own_region(run: Run) -> None:
    """The city's other year, or other cities only."""
    _, out, _ = run("nearest", "--to", "苏州20")
    assert len(json.loads(out)) == 5
    _, others, _ = run("nearest", "--to", "苏州20", "--other-regions", "--same-year")
    rows = json.loads(others)
    assert len(rows) == 2
    assert {row["year"] for row in rows} == {2020}
    assert all("苏州" not in row["region"] for row in rows)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "md", "json"])
def test_rows_go_into_a_file_of_any_table_format(ending: str, run: Run, tmp_path: Path) -> None:
    """The same rows as on stdout."""
    target = tmp_path / f"table.{ending}"
    code, out, _ = run("shared", "--output", str(target))
    assert (code, out) == (0, "")
    if ending == "xlsx":
        sheet = openpyxl.load_workbook(target).active
        assert sheet is not None
        assert (sheet.max_row, sheet.cell(1, 1).value) == (7, "region")
        assert isinstance(sheet.cell(2, 4).value, int)
    else:
        assert "苏州" in target.read_text(encoding="utf-8-sig")


def test_another_ending_is_refused_before_any_work(run: Run, tmp_path: Path) -> None:
    """One sentence, exit code 1, no file."""
    target = tmp_path / "table.exe"
    code, _, err = run("shared", "--output", str(target))
    assert code == 1
    assert ".exe" in err
    assert not target.exists()


def test_markdown_escapes_what_would_be_markup(run: Run) -> None:
    """A table of Markdown has a row for each report."""
    _, out, _ = run("shared", "--format", "md")
    assert len(out.splitlines()) == 8
    assert out.startswith("| region |")
