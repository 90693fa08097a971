"""Every verb with every format on the sample reports, run in this process."""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import main

Seed = Callable[[str], Path]
Run = Callable[..., tuple[int, str, str]]

VERBS = {
    "outline": ("outline", "003"),
    "commitments": ("commitments", "003"),
    "outcomes": ("outcomes", "003"),
    "align": ("align", "003", "004"),
    "diff": ("diff", "003", "004"),
    "topics": ("topics", "003", "004", "002"),
    "track": ("track", "001", "001"),
    "chains": ("chains", "002", "001"),
    "cascade": ("cascade", "000", "003"),
    "agreement": ("agreement", "000", "001"),
    "indicators": ("indicators", "000", "002"),
    "figures": ("figures", "000", "001", "002"),
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], seed: Seed) -> Run:
    """Return a function that runs the command; three digits stand for a sample report."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        given = [str(seed(a)) if a.isdigit() and len(a) == 3 else a for a in arguments]
        code = main(given)
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.mark.parametrize("verb", VERBS)
def test_json_and_json_lines_hold_the_same_rows(verb: str, run: Run) -> None:
    """Both are valid, both hold the same, and JSON is what a pipe gets; a gap of years is told."""
    code, whole, err = run(*VERBS[verb])
    assert code == 0
    assert ("report after 2021" in err) if verb == "figures" else not err
    _, asked, _ = run(*VERBS[verb], "--format", "json")
    _, lines, _ = run(*VERBS[verb], "--format", "jsonl")
    rows = json.loads(whole)
    assert asked == whole
    assert [json.loads(line) for line in lines.splitlines()] == (
        rows if isinstance(rows, list) else [rows]
    )


@pytest.mark.parametrize("verb", VERBS)
def test_csv_has_a_value_for_every_column(verb: str, run: Run) -> None:
    """Each line has as many cells as the head; the head names no column twice."""
    code, out, _ = run(*VERBS[verb], "--format", "csv")
    head, *rows = csv.reader(io.StringIO(out, newline=""))
    assert code == 0
    assert len(set(head)) == len(head)
    assert rows
    assert {len(row) for row in rows} == {len(head)}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_table_can_be_read_in_both_languages(verb: str, language: str, run: Run) -> None:
    """The head is in the language that was asked for; no line is wider than the page."""
    from rich.cells import cell_len  # noqa: PLC0415

    code, out, _ = run("--lang", language, *VERBS[verb], "--format", "table")
    assert code == 0
    zh, en = {
        "topics": ("新 ", "new:"),
        "indicators": ("完成", "reported"),
        "figures": ("反馈率", "rate"),
        "chains": ("次数", "times"),
    }.get(verb, ("行", "line"))
    assert (zh if language == "zh" else en) in out
    assert max(cell_len(line) for line in out.splitlines()) <= 120


def test_an_outline_tells_place_year_and_headings(run: Run) -> None:
    """The fields of the outline, on a county's report."""
    _, out, _ = run("outline", "003")
    row = json.loads(out)
    assert (row["region"], row["year"]) == ("江苏省苏州市相城区", 2023)
    assert row["file"].endswith("003_d3e670e8bfccd417.txt")
    assert {"line", "level", "run_in", "number", "heading", "role"} == set(row["sections"][0])
    assert {"from", "to", "role"} == set(row["parts"][0])


@pytest.mark.parametrize("verb", ["commitments", "outcomes"])
def test_every_quote_stands_where_it_says(verb: str, run: Run, seed: Seed) -> None:
    """The quoted text is found in the lines it names, for findings and for their measures."""
    lines = seed("003").read_text(encoding="utf-8").split("\n")
    _, out, _ = run(verb, "003")
    for row in json.loads(out):
        for found in (row, *row["measures"]):
            assert found["quote"] in "\n".join(lines[found["line"] - 1 : found["end_line"]])


def test_figures_are_numbers_and_absent_values_null(run: Run) -> None:
    """1.5万个 is 1.5, not "1.5"; a promise without a digit has no value."""
    _, out, _ = run("commitments", "000")
    measures: list[dict[str, Any]] = [m for row in json.loads(out) for m in row["measures"]]
    values = [m["value"] for m in measures]
    assert all(v is None or isinstance(v, int | float) for v in values)
    assert any(isinstance(v, float) for v in values)
    assert all(m["relation"] is None or isinstance(m["relation"], str) for m in measures)


def test_an_alignment_can_set_a_plan_beside_a_review(run: Run) -> None:
    """``--part`` chooses the parts."""
    _, plan, _ = run("align", "002", "000")
    _, review, _ = run("align", "002", "000", "--part", "plan-review")
    first, second = json.loads(plan), json.loads(review)
    assert [row["a_line"] for row in first] == [row["a_line"] for row in second]
    assert first != second
    assert {"b_line", "b_heading", "rel", "score"} <= set(first[0]["b"][0])


def test_a_later_report_without_the_part_is_told(run: Run) -> None:
    """All sections stand without a counterpart; the person is told why."""
    code, out, err = run("--lang", "en", "align", "002", "000", "--part", "outlook")
    assert code == 0
    assert not any(row["b"] for row in json.loads(out))
    assert "--part outlook" in err


def test_a_terminal_table_tells_what_a_verdict_rests_on(run: Run) -> None:
    """Counts above, then each promise with passage and reason; a candidate is no evidence."""
    code, out, _ = run("--lang", "zh", "track", "002", "000", "--format", "table")
    rows = json.loads(run("track", "002", "000")[1])
    assert code == 0
    assert f"未提及 {sum(row['verdict'] == 'not_reported' for row in rows)}" in out
    blocks = [block for block in out.split("\n\n") if "理由 " in block]
    assert len(blocks) == len(rows)
    for row, block in zip(rows, blocks, strict=True):
        answered = row["verdict"] not in ("not_reported", "pending")
        assert ("依据 " in block) == (answered and bool(row["evidence"]))
        assert ("候选 " in block) == (not answered and bool(row["evidence"]))


def test_evidence_stands_in_falling_order_of_its_score(run: Run) -> None:
    """Behind the passage that the verdict rests on; candidates are called so."""
    for row in json.loads(run("track", "002", "000", "001")[1]):
        answered = row["verdict"] not in ("not_reported", "pending")
        scores = [evidence["score"] for evidence in row["evidence"]][answered:]
        assert scores == sorted(scores, reverse=True)
        standings = {evidence["standing"] for evidence in row["evidence"]}
        assert standings <= {"evidence" if answered else "candidate"}


@pytest.mark.parametrize(
    ("verb", "heads"),
    [("diff", ("上期行", "本期行")), ("align", ("上期行", "本期行"))],
)
def test_line_numbers_of_two_reports_have_heads_of_their_own(
    verb: str, heads: tuple[str, str], run: Run
) -> None:
    """Nobody has to guess which report a line number counts in."""
    _, out, _ = run("--lang", "zh", verb, "003", "004", "--format", "table")
    assert all(head in out for head in heads)


@pytest.mark.parametrize("verb", ["align", "diff"])
def test_a_part_that_is_missing_is_named(verb: str, run: Run) -> None:
    """The person learns which part the earlier report does not have."""
    code, out, err = run("--lang", "zh", verb, "003", "004", "--part", "outlook")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "--part outlook" in err


def test_a_tracking_names_evidence_by_the_path_it_was_given(run: Run, seed: Seed) -> None:
    """Evidence stands in the later file, under the path from the command line."""
    _, out, _ = run("track", "002", "000", "001")
    rows = json.loads(out)
    files = {evidence["file"] for row in rows for evidence in row["evidence"]}
    assert files == {str(seed("000")), str(seed("001"))}
    assert {row["verdict"] for row in rows} >= {"fulfilled", "not_reported", "undetermined"}
    assert all(0 <= row["confidence"] <= 1 and row["reason"] for row in rows)


def test_the_same_report_twice_is_used_once(run: Run) -> None:
    """A later report that is given twice is said to be the same."""
    code, out, err = run("--lang", "en", "track", "002", "000", "000")
    assert code == 0
    assert "same document" in err
    assert json.loads(out) == json.loads(run("--lang", "en", "track", "002", "000")[1])


def test_reports_of_two_places_are_questioned(run: Run) -> None:
    """Nothing is refused; stderr names both places."""
    code, out, err = run("--lang", "zh", "track", "002", "003")
    assert code == 0
    assert "江苏省苏州市的" in err
    assert "江苏省苏州市相城区的" in err
    assert json.loads(out)


def test_reports_in_the_wrong_order_are_questioned(run: Run) -> None:
    """A report of 2021 does not look back on 2023: all promises are pending, and it is said."""
    code, out, err = run("--lang", "en", "track", "000", "002")
    assert code == 0
    assert {row["verdict"] for row in json.loads(out)} == {"pending"}
    assert "The earlier report comes first." in err


def test_a_tracking_is_also_written_to_files(run: Run, tmp_path: Path) -> None:
    """The table is short, the files hold everything, and their paths are said."""
    workbook, page = tmp_path / "对账表.xlsx", tmp_path / "对账表.html"
    code, out, err = run(
        *("--lang", "zh", "track", "002", "000", "--format", "table"),
        *("--output", str(workbook), "--output", str(page)),
    )
    assert code == 0
    assert len(out.splitlines()) < 120
    assert f"已写入 {workbook}" in err
    assert workbook.read_bytes().startswith(b"PK")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_comparison_is_written_as_a_page(run: Run, tmp_path: Path) -> None:
    """The ending of the file chooses the format; stdout stays empty."""
    page = tmp_path / "对读.html"
    code, out, _ = run("diff", "003", "004", "--output", str(page))
    assert (code, out) == (0, "")
    assert "<html" in page.read_text(encoding="utf-8")


def test_a_comparison_is_written_as_a_document_with_tracked_changes(
    run: Run, tmp_path: Path
) -> None:
    """docx needs a file to go to; what is there is replaced whole."""
    document = tmp_path / "修订稿.docx"
    assert run("diff", "003", "004", "--format", "docx")[0] == 2
    code, out, _ = run("diff", "003", "004", "--format", "docx", "--output", str(document))
    assert (code, out) == (0, "")
    assert document.read_bytes().startswith(b"PK")


def test_equal_reports_have_no_changes(run: Run) -> None:
    """A report beside itself: every section is there, all of it kept."""
    _, out, _ = run("diff", "003", "003")
    rows = json.loads(out)
    assert rows
    assert {change["op"] for row in rows for change in row["changes"]} <= {"equal"}
    assert not any(row["numbers"] for row in rows)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("no-such-verb",),
        ("outline",),
        ("outline", "003", "004"),
        ("outline", "003", "--format", "yaml"),
        ("outline", "003", "--no-such-option"),
        ("align", "003", "004", "--part", "closing"),
        ("track", "003"),
        ("track", "001", "001", "--output", "table.odt"),
        ("diff", "003", "004", "--output", "changes.pdf"),
        ("diff", "003", "004", "--output", "changes.txt"),
        ("diff", "003", "004", "--format", "docx"),
        ("diff", "003", "004", "--format", "csv", "--output", "changes.docx"),
        ("diff", "no-such-file", "004", "--output", "changes.txt"),
        ("export", "a.duizhang", "b.doc"),
        ("batch", "--out", "other"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_usage_is_one_sentence(language: str, arguments: tuple[str, ...], run: Run) -> None:
    """Exit code 2, nothing on stdout."""
    code, out, err = run("--lang", language, *arguments)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    if arguments:
        assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bacth",), "没有“bacth”这个命令，您要的是 batch 吗？"),
        (("qqqqq",), "没有“qqqqq”这个命令。"),
        (("track", "--verdct", "missed"), "没有 --verdct 这个选项，您要的是 --verdict 吗？"),
    ],
)
def test_a_slip_of_the_finger_is_answered_in_the_language_of_the_run(
    arguments: tuple[str, ...], told: str, run: Run
) -> None:
    """What was probably meant is named, and no English stands in a Chinese sentence."""
    _, _, err = run("--lang", "zh", *arguments)
    assert told in err
    assert "Did you mean" not in err


POEM = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n"


@pytest.fixture
def unusable(tmp_path: Path) -> dict[str, str]:
    """Return paths of what cannot be read."""
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text("\n \n\t\n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    return {
        "missing": str(tmp_path / "没有.txt"),
        "empty": str(tmp_path / "空.txt"),
        "blank": str(tmp_path / "blank.txt"),
        "binary": str(tmp_path / "binary.txt"),
        "folder": str(tmp_path),
    }


@pytest.mark.parametrize("kind", ["missing", "empty", "blank", "binary", "folder"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_file_that_cannot_be_read_is_one_sentence(
    verb: str, kind: str, run: Run, unusable: dict[str, str]
) -> None:
    """Exit code 1, the file is named, nothing on stdout."""
    name, *seeds = VERBS[verb]
    code, out, err = run(name, *seeds[:-1], unusable[kind])
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert Path(unusable[kind]).name in err


def test_a_path_is_told_as_it_was_given(run: Run, tmp_path: Path) -> None:
    """Folders and all; an empty name is no folder."""
    code, _, err = run("outline", str(tmp_path / "x" / "没有.txt"))
    assert (code, str(tmp_path / "x" / "没有.txt") in err) == (1, True)
    code, _, err = run("--lang", "en", "outline", "")
    assert (code, "empty" in err) == (1, True)


def test_a_file_that_may_not_be_read_is_told_in_the_language_of_the_run(
    run: Run, seed: Seed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader judges it, not the parser of the arguments: exit code 1."""
    monkeypatch.setattr(os, "access", lambda *_, **__: False)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    code, out, err = run("--lang", "zh", "outline", str(seed("003")))
    assert (code, out, "没有读取权限" in err) == (1, "", True)


@pytest.mark.parametrize(
    "verb", [("track", "001", "001"), ("diff", "003", "004"), ("export", "w.duizhang")]
)
def test_where_nothing_can_be_written_no_work_is_done(
    verb: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    """A missing folder is told before anything is read or printed: exit code 1."""
    target = str(tmp_path / "nowhere" / "out.html")
    code, out, err = run(*verb, *(() if verb[0] == "export" else ("--output",)), target)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert target in err


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "outline"])
def test_a_document_that_is_no_report_gives_nothing_to_work_on(
    verb: str, run: Run, tmp_path: Path
) -> None:
    """Exit code 1 and one sentence, whichever place it is given in."""
    poem = tmp_path / "poem.txt"
    poem.write_text(POEM, encoding="utf-8")
    name, *seeds = VERBS[verb]
    for arguments in ([*seeds[:-1], str(poem)], [str(poem), *seeds[1:]]):
        code, out, err = run(name, *arguments)
        assert (code, out) == (1, "")
        assert len(err.splitlines()) == 1


def test_the_outline_of_any_document_succeeds_with_a_warning(run: Run, tmp_path: Path) -> None:
    """Kind ``other``, the warning both in the data and on stderr."""
    poem = tmp_path / "poem.txt"
    poem.write_text(POEM, encoding="utf-8")
    code, out, err = run("outline", str(poem))
    row = json.loads(out)
    assert code == 0
    assert row["kind"] == "other"
    assert row["warnings"]
    assert err


@pytest.mark.parametrize("verb", [*VERBS, "export", "search", "batch"])
def test_help_is_there_in_both_languages(verb: str, run: Run) -> None:
    """``--help`` of every verb explains it in the language that was asked for."""
    code, zh, _ = run("--lang", "zh", verb, "--help")
    assert code == 0
    assert zh.startswith("用法：")
    _, en, _ = run(verb, "--help", "--lang=en")
    assert en.startswith("Usage: ")
    assert not any("一" <= character <= "鿿" for character in en)


def test_the_version_is_told(run: Run) -> None:
    """``--version`` prints name and number."""
    from tracker import __version__  # noqa: PLC0415

    code, out, _ = run("--version")
    assert code == 0
    assert __version__ in out


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_language_follows_the_locale(environment: dict[str, str], language: str) -> None:
    """LC_ALL before LC_MESSAGES before LANG, as POSIX says; ``--lang`` before all."""
    from tracker.cli.speech import choose_language  # noqa: PLC0415

    assert choose_language((), environment) == language
    assert choose_language(("--lang", "zh"), environment) == "zh"
    assert choose_language(("--lang=en",), environment) == "en"


@pytest.mark.parametrize("verb", [("diff", "--format", "html"), ("track",)])
def test_a_file_that_is_read_is_never_written_over(
    verb: tuple[str, ...], run: Run, seed: Seed, tmp_path: Path
) -> None:
    """A slip of the hand must not cost a report, not even through a link to it."""
    report = tmp_path / "report.html"
    report.write_bytes(seed("003").read_bytes())
    link = tmp_path / "link.html"
    link.symlink_to(report)
    for target in (report, link):
        name, *options = verb
        code, out, err = run(name, str(report), "004", *options, "--output", str(target))
        assert (code, out, err.count("\n")) == (2, "", 1)
    assert report.read_bytes() == seed("003").read_bytes()


def test_topics_need_two_different_reports(run: Run) -> None:
    """One report, or the same one twice, is wrong usage and is told in a sentence."""
    code, out, err = run("topics", "003", "003")
    assert (code, out) == (2, "")
    assert "two different reports" in err or "两份不同的报告" in err


def test_topics_follow_the_years_whatever_the_order_of_the_files(run: Run) -> None:
    """Cells stand by year, and every heading that is named stands in its report."""
    _, first, _ = run("topics", "004", "003")
    _, second, _ = run("topics", "003", "004")
    rows = json.loads(first)
    assert rows == json.loads(second)
    years = {tuple(cell["year"] for cell in row["cells"] if cell) for row in rows}
    assert years <= {(2023,), (2025,), (2023, 2025)}
    assert any(cell and cell["course"] == "kept" for row in rows for cell in row["cells"])


def test_a_table_of_changes_gives_each_figure_its_own_unit_and_its_way(
    run: Run, tmp_path: Path
) -> None:
    """1.2亿元 beside 9000万元 is lower; a word that gave way to a softer one has a line too."""
    lines = (
        "全力稳增长。力争完成固定资产投资1.2亿元，新增造林面积30公顷。",
        "全力稳增长。确保完成固定资产投资9000万元，新增造林面积600亩。",
    )
    files = []
    for year, line in zip((2021, 2022), lines, strict=True):
        path = tmp_path / f"{year}.txt"
        path.write_text(
            f"{year}年甲市政府工作报告\n\n二、{year}年主要任务\n（一）{line}\n", "utf-8"
        )
        files.append(str(path))
    _, table, _ = run("--lang", "zh", "diff", *files, "--format", "table")
    told = [" ".join(line.split()) for line in table.splitlines()]
    assert any("数字 ↓ 下调 固定资产投资 1.2亿元 固定资产投资 9000万元" in line for line in told)
    assert any("数字 ↑ 上调 造林面积 30公顷 造林面积 600亩" in line for line in told)
    assert any("语气 变硬 力争 确保" in line for line in told)
    _, csv_text, _ = run("diff", *files, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(csv_text)))
    figures = [row for row in rows if row["op"] == "number"]
    assert {(row["a_unit"], row["unit"]) for row in figures} == {("亿元", "万元"), ("公顷", "亩")}
    assert [row["direction"] for row in rows if row["op"] == "wording"] == ["up"]


def test_a_narrow_table_of_topics_says_which_reports_it_leaves_out(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cells stay wide enough to be read; the data formats have every report."""
    monkeypatch.setenv("COLUMNS", "60")
    files = ("topics", "000", "002", "003", "004")
    _, table, remarks = run("--lang", "en", *files, "--format", "table")
    assert "last 3 of 4 reports" in remarks
    assert table.split()[:3] == ["2023", "2023", "2025"]
    _, rows, remarks = run("--lang", "en", *files, "--format", "json")
    assert "of 4 reports" not in remarks
    assert {len(row["cells"]) for row in json.loads(rows)} == {4}


def test_ignored_differences_are_marked_not_left_out(run: Run) -> None:
    """With --ignore the same changes come, some of them marked."""
    _, plain, _ = run("diff", "003", "004")
    _, quiet, _ = run("diff", "003", "004", "--ignore", "punctuation", "--ignore", "quotes")

    def later(found: str) -> list[str]:
        return ["".join(c["b"] or "" for c in section["changes"]) for section in json.loads(found)]

    assert later(plain) == later(quiet)
    marked = [c for section in json.loads(quiet) for c in section["changes"] if c["ignored"]]
    assert marked
    assert not any(c["ignored"] for section in json.loads(plain) for c in section["changes"])


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("chains", "000"), "两个年度", "two years"),
        (("chains", "000", "001"), "两个年度", "two years"),
        (("chains", "002", "003"), "不是同一地区", "not of one region"),
        (("cascade", "003", "000"), "先给上级", "upper report first"),
        (("cascade", "002", "003"), "不是同一年度", "not of one year"),
        (("agreement", "000", "000"), "同一份文件", "same document"),
        (("agreement", "000", "002"), "不是同一年度", "not of one year"),
        (("agreement", "000", "003"), "不是同一地区", "not of one region"),
    ],
)
def test_reports_that_do_not_fit_a_question_are_told_in_a_sentence(
    arguments: tuple[str, ...], zh: str, en: str, run: Run
) -> None:
    """Exit code 1, nothing on stdout, one line in the language of the run."""
    for language, said in (("zh", zh), ("en", en)):
        code, out, err = run("--lang", language, *arguments)
        assert (code, out) == (1, "")
        assert said in err
        assert len(err.strip().splitlines()) == 1


def test_chains_can_be_narrowed_to_those_made_often_and_to_a_state(run: Run) -> None:
    """``--times`` and ``--state`` leave out the rest."""
    _, out, _ = run("chains", "002", "001", "000", "--times", "3", "--state", "open")
    rows = json.loads(out)
    assert rows
    assert all(len(row["links"]) >= 3 and row["state"] == "open" for row in rows)


def test_a_cascade_can_leave_out_what_is_not_taken_up(run: Run) -> None:
    """``--taken-up`` keeps what the lower plan takes up or the upper one says of it."""
    _, out, _ = run("cascade", "000", "003", "--taken-up")
    assert all(row["taken_up"] or row["names_lower"] for row in json.loads(out))
