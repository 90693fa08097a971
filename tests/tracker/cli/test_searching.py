"""The verb ``search``: key words in context over files and workspaces."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import SEEDS
from tracker.cli import main
from tracker.model.search import Query
from tracker.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], seed: Callable[[str], Path]) -> Run:
    """Return a function that runs the command; three digits stand for a sample report."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        given = [str(seed(a)) if a.isdigit() and len(a) == 3 else a for a in arguments]
        code = main(given)
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


def test_rows_are_verbatim_and_in_order(run: Run, seed: Callable[[str], Path]) -> None:
    """File, line, sentence, section, as the contract says; by report, then by position."""
    code, out, err = run("search", "管网", "000", "002")
    rows = json.loads(out)
    assert code == 0
    assert rows
    for row in rows:
        text = Path(row["file"]).read_text(encoding="utf-8")
        lines = text.split("\n")[row["line"] - 1 : row["end_line"]]
        assert row["quote"] in "\n".join(lines)
        assert set(row["matches"]) == {"管网"}
        assert row["section"]
    places = [([str(seed("000")), str(seed("002"))].index(r["file"]), r["line"]) for r in rows]
    assert places == sorted(places)
    assert f"Hits: {len(rows)}" in err


def test_a_table_says_whose_report_it_is(tmp_path: Path, run: Run) -> None:
    """In an archive with a folder for each region all files are called by their year."""
    with Workspace.create(tmp_path / "w.duizhang") as workspace:
        for number in ("000", "002"):
            (seed,) = SEEDS.glob(f"{number}_*.txt")
            workspace.import_bytes("report.txt", seed.read_bytes())
        place = str(workspace.path)
    _, out, _ = run("search", "轨道交通", "--workspace", place, "--format", "table", "--lang", "zh")
    assert "江苏省苏州市 2021" in out
    assert "江苏省苏州市 2023" in out


def test_filters_leave_reports_and_parts_out(run: Run) -> None:
    """Year, region, kind and role narrow what is looked through; the count says how much."""
    _, out, err = run("search", "发展", "000", "002", "--year", "2023", "--role", "plan")
    rows = json.loads(out)
    assert {row["year"] for row in rows} == {2023}
    assert {row["role"] for row in rows} == {"plan"}
    assert "of 1 reports" in err
    _, out, _ = run("search", "发展", "000", "--region", "没有这个地方")
    assert json.loads(out) == []
    _, out, _ = run("search", "发展", "000", "--kind", "budget_report")
    assert json.loads(out) == []


def test_finding_nothing_is_a_result(run: Run) -> None:
    """Exit code 0, an empty list, and a sentence that says so."""
    code, out, err = run("--lang", "zh", "search", "外星人", "003")
    assert (code, json.loads(out)) == (0, [])
    assert err == "1 份报告中有 0 份命中，共 0 处。\n"


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_every_format_shows_the_words_that_were_found(form: str, run: Run) -> None:
    """In the table they stand in brackets, with what is around them."""
    code, out, _ = run("search", "新能源", "003", "--format", form)
    assert code == 0
    assert ("【新能源】" if form == "table" else "新能源") in out


def test_a_workspace_is_searched_by_the_names_of_its_reports(run: Run, tmp_path: Path) -> None:
    """The same hits as over the files."""
    place = tmp_path / "库.duizhang"
    files = sorted(SEEDS.glob("00[02]_*.txt"))
    with Workspace.create(place) as workspace:
        workspace.import_files(files)
    code, out, _ = run("search", "新能源 产业", "--workspace", str(place))
    # In the place of files, too, as for every verb that takes a workspace.
    assert run("search", "新能源 产业", str(place))[:2] == (code, out)
    _, over_files, _ = run("search", "新能源 产业", *map(str, files))
    inside, outside = json.loads(out), json.loads(over_files)
    assert code == 0
    assert {row["file"] for row in inside} <= {file.name for file in files}
    assert sorted(row["quote"] for row in inside) == sorted(row["quote"] for row in outside)


def test_the_first_hits_of_a_workspace_are_enough(run: Run, tmp_path: Path) -> None:
    """What speaks of it most comes first; how much there is in all is told beside."""
    place = tmp_path / "库.duizhang"
    with Workspace.create(place) as workspace:
        workspace.import_files(sorted(SEEDS.glob("00[02]_*.txt")))
        found = workspace.search(Query("发展"))
        first = workspace.entry(found.reports[0].report_id)
    asked = ("search", "发展", "--workspace", str(place), "--order", "relevance", "--limit", "3")
    code, out, err = run(*asked)
    rows = json.loads(out)
    assert code == 0
    assert [row["file"] for row in rows] == [first.name] * 3
    assert str(found.n_paragraphs) in err
    code, out, _ = run("search", "发展", *map(str, SEEDS.glob("002_*.txt")), "--limit", "2")
    assert len(json.loads(out)) == 2


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table"])
def test_hits_are_printed_as_they_are_made(
    form: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some at a time, and the same as all at once; a table has its head again."""
    place = tmp_path / "库.duizhang"
    with Workspace.create(place) as workspace:
        workspace.import_files(sorted(SEEDS.glob("00[02]_*.txt")))
    monkeypatch.setenv("COLUMNS", "400")  # no word is broken over two lines
    asked = ("search", "发展", "--workspace", str(place), "--format", form)
    code, whole, told = run(*asked)
    monkeypatch.setattr("tracker.cli.searching._TOGETHER", 1)
    again, parts, told_again = run(*asked)
    assert (code, told) == (again, told_again) == (0, told)
    if form == "table":
        assert whole.count("───") < parts.count("───")
        assert whole.count("【发展】") == parts.count("【发展】") > 1
    else:
        assert whole == parts


def test_an_unreadable_file_does_not_stop_the_rest(run: Run, tmp_path: Path) -> None:
    """It is told of; where none can be read the code is 1."""
    code, out, err = run("search", "新能源", str(tmp_path / "没有.txt"), "003")
    assert code == 0
    assert json.loads(out)
    assert "没有.txt" in err
    code, out, err = run("search", "新能源", str(tmp_path / "没有.txt"))
    assert (code, out, len(err.splitlines())) == (1, "", 1)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("新能源",), 2),
        (("新能源", "003", "--workspace", "库.duizhang"), 2),
        (("(新", "003", "--regex"), 1),
        (("", "003"), 1),
        (("新", "--workspace", "没有.duizhang"), 1),
        (("新", "003", "--role", "noise"), 2),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_searched_is_one_sentence(
    language: str, arguments: tuple[str, ...], code: int, run: Run
) -> None:
    """Nothing on stdout, one line on stderr."""
    found, out, err = run("--lang", language, "search", *arguments)
    assert (found, out) == (code, "")
    assert len(err.splitlines()) == 1


def test_whole_words_and_expressions_are_options(run: Run) -> None:
    """--words finds no more than the plain search, --regex reads the query as one."""
    _, plain, _ = run("search", "苏州", "003")
    _, whole, _ = run("search", "苏州", "003", "--words")
    _, regex, _ = run("search", r"增长\d+(\.\d+)?%", "003", "--regex")
    assert 0 < len(json.loads(whole)) <= len(json.loads(plain))
    assert json.loads(regex)
