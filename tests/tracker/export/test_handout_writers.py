"""The tracking report as files, opened again with another library than the one that wrote it."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.builders import (
    make_commitment,
    make_evidence,
    make_handout,
    make_mark,
    make_measure,
    make_report,
    make_tracking,
)
from tracker.export import to_csv, to_html, to_json, to_markdown, to_xlsx
from tracker.export.handout_table import PRINTED, PROMISE_COLUMNS, promise_rows
from tracker.model.handout import HandoutOptions, TrackedPromise, TrackingReport
from tracker.model.tracking import Verdict
from tracker.resources import resource_bytes

DANGEROUS = (
    '=HYPERLINK("http://example.org","点我")',
    "+86增长6%",
    "-5%以内",
    "@SUM(1)",
    "\t=1+1",
    "http://example.org/政府",
    "0012345",
    "<script>alert(1)</script>&amp;",
    "<b>全面</b>",
)


def handout_of(*promises: str) -> TrackingReport:
    """Return a handout of these promises; the first is answered, the last is marked."""
    earlier = make_report("重点任务\n" + "\n".join(promises), name="2021年.txt")
    later = make_report("回顾\n地区生产总值增长8.7%。", name="2022年.txt", year=2022)
    rows = []
    for at, quote in enumerate(promises):
        measures = (make_measure(earlier, quote, "-6.5", "%"),) if at == 0 else ()
        commitment = make_commitment(earlier, quote, measures=measures)
        evidence = (make_evidence(later, "地区生产总值增长8.7%"),) if at == 0 else ()
        verdict = Verdict.FULFILLED if at == 0 else Verdict.NOT_REPORTED
        mark = (
            make_mark(commitment, Verdict.MISSED, "查过年鉴") if at == len(promises) - 1 else None
        )
        rows.append(TrackedPromise(make_tracking(commitment, verdict, evidence), mark))
    return make_handout(*rows, reports=(earlier, later))


ZH = HandoutOptions("zh")
ALWAYS_HEADS = ("人工标记", "人工说明", "编号")


def workbook(handout: TrackingReport, language: str = "zh", **more: Any) -> Workbook:
    """Return the workbook of a handout, as another library reads it."""
    options = HandoutOptions(language, **more)
    return load_workbook(io.BytesIO(to_xlsx.handout_bytes(handout, options, resource_bytes)))


def expected(handout: TrackingReport, language: str) -> list[list[object]]:
    """Return the cells that every writer must show."""
    return [
        [row[c.key] for c in PROMISE_COLUMNS]
        for row in promise_rows(handout, HandoutOptions(language=language))
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_workbook_holds_every_promise_with_its_type(language: str) -> None:
    """Numbers are numbers, text is the very text, in both languages."""
    handout = handout_of(*DANGEROUS)
    every = tuple(column.key for column in PROMISE_COLUMNS)
    sheet = workbook(handout, language, columns=every).worksheets[0]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head == [c.title.text(language) for c in PROMISE_COLUMNS]
    shown = [
        [value if value != "" else None for value in row] for row in expected(handout, language)
    ]
    assert rows == shown


def test_columns_in_which_nothing_stands_are_left_out_of_a_workbook() -> None:
    """What a person fills in stays; a column that is asked for stays, too."""
    handout = handout_of("增长6%以上", "建成2条")
    titles = {column.key: column.title.zh for column in PROMISE_COLUMNS}
    heads = [cell.value for cell in workbook(handout).worksheets[0][1]]
    filled = {
        key
        for key in titles
        if any(row[key] not in (None, "") for row in promise_rows(handout, ZH))
    }
    assert "body" not in filled
    assert heads == [titles[key] for key in titles if key in filled | {"mark", "note", "id"}]
    asked = workbook(handout, columns=("promise", "body")).worksheets[0]
    assert [cell.value for cell in asked[1]] == ["承诺原文", "责任单位", *ALWAYS_HEADS]
    unmarked = make_handout(*handout.rows[:1], reports=handout.reports)
    assert set(ALWAYS_HEADS) <= {cell.value for cell in workbook(unmarked).worksheets[0][1]}


def test_numbers_of_a_workbook_stand_flush_right_under_their_heads() -> None:
    """A number is not centred; a year among words stands as these do."""
    sheet = workbook(handout_of("增长6%以上", "建成2条")).worksheets[0]
    at = {cell.value: cell.column for cell in sheet[1]}
    for head in ("序号", "行", "把握"):
        cells = [sheet.cell(row, at[head]) for row in (1, 2)]
        assert [cell.alignment.horizontal for cell in cells] == ["right", "right"]
    assert sheet.cell(2, at["时限"]).alignment.horizontal == "left"
    assert sheet.cell(2, at["把握"]).number_format == "0.00"


def test_no_text_becomes_a_formula_or_a_link_in_a_workbook() -> None:
    """Whatever a promise begins with, its cell is a string."""
    handout = handout_of(*DANGEROUS)
    content = to_xlsx.handout_bytes(handout, ZH, resource_bytes)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    at = [cell.value for cell in sheet[1]].index("承诺原文")
    cells = [row[at] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(DANGEROUS)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "sheet" in name]
    assert not any("<f>" in xml or "<hyperlink" in xml for xml in sheets)


def test_a_workbook_is_ready_to_be_used() -> None:
    """The head stays in sight, can be filtered, and the method stands on the last sheet."""
    handout = handout_of("增长6%以上", "建成2条")
    book = load_workbook(io.BytesIO(to_xlsx.handout_bytes(handout, ZH, resource_bytes)))
    assert book.sheetnames == ["承诺", "依据", "方法", "核查", "操作记录"]
    promises, evidence, method, audit, history = book.worksheets
    assert promises.freeze_panes == "A2"
    assert promises.auto_filter.ref == promises.dimensions
    found = [c.value for c in evidence[2]][:5]
    assert found == [1, "增长6%以上", 1, "依据", "江苏省苏州市2022"]
    told = {str(row[0].value): str(row[1].value) for row in method.iter_rows(max_col=2)}
    checked = {str(row[0].value): str(row[1].value) for row in audit.iter_rows(max_col=2)}
    assert checked["2022年.txt"] == f"SHA-256 {handout.reports[-1].id}"
    assert [cell.value for cell in history[2]][1:7] == [
        "2026-01-20 09:30", "王芳", "标记", None, "未兑现", "查过年鉴",
    ]  # fmt: skip
    assert told["程序"] == "duizhang 0.1.0"
    assert "已兑现" in told


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_workbook_can_be_read_on_paper(language: str) -> None:
    """A4 on its side, the head on every page, only the columns a reader needs, no cut text."""
    handout = handout_of("增长6%以上", "建成2条" * 40)
    book = load_workbook(
        io.BytesIO(to_xlsx.handout_bytes(handout, HandoutOptions(language), resource_bytes))
    )
    promises, evidence, *_ = book.worksheets
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    for sheet in (promises, evidence):
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToHeight == 0
    printed = {PROMISE_COLUMNS[at].key for at in range(PRINTED)}
    assert {"promise", "due", "verdict", "evidence", "source", "reason", "note"} <= printed
    heads = {cell.value: cell.column_letter for cell in promises[1]}
    titles = {column.key: column.title.text(language) for column in PROMISE_COLUMNS}
    assert promises.print_area.endswith(f"$A$1:${heads[titles['note']]}$3")
    across = [promises.column_dimensions[letter].width for letter in heads.values()]
    behind = list(heads).index(titles["note"])
    assert sum(across[: behind + 1]) < 190  # at 80 % of its size or more
    width = promises.column_dimensions[heads[titles["promise"]]].width
    lines = len("建成2条" * 40) * 1.75 / width
    assert promises.row_dimensions[3].height >= 12 * lines
    assert promises.row_dimensions[2].height < promises.row_dimensions[3].height


def test_a_csv_file_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    """A byte order mark, an apostrophe before what looks like a formula, numbers as they are."""
    handout = handout_of(*DANGEROUS)
    content = to_csv.handout_bytes(handout, ZH, resource_bytes)
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    at = head.index("承诺原文")
    shown = [row[at] for row in rows]
    wanted = [f"'{text}" if text[0] in "=+-@\t" else text for text in DANGEROUS]
    assert shown == wanted
    assert rows[0][head.index("把握")] == "0.88"


class Cells(HTMLParser):
    """Collects the text of table cells, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "td":
            self.cells.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_shows_text_as_text_and_loads_nothing(language: str) -> None:
    """Tags in a document are shown, not obeyed; the page names no other file."""
    handout = handout_of(*DANGEROUS)
    page = to_html.handout_bytes(handout, HandoutOptions(language), resource_bytes).decode()
    parser = Cells()
    parser.feed(page)
    promises = parser.cells[1 : 7 * len(DANGEROUS) : 7]
    assert len(promises) == len(DANGEROUS)
    for text, cell in zip(DANGEROUS, promises, strict=True):
        assert cell.startswith(text)
    names = {tag for tag, _ in parser.tags}
    assert not names & {"script", "b", "img", "link", "iframe"}
    assert not any({"src", "onclick"} & set(attrs) for _, attrs in parser.tags)
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in parser.tags)


def test_a_page_says_every_verdict_in_a_word() -> None:
    """A verdict is a word and a colour; a person's verdict stands before the program's."""
    page = to_html.handout_bytes(handout_of("增长6%以上", "建成2条"), ZH, resource_bytes).decode()
    assert '<span class="verdict fulfilled">已兑现</span>' in page
    assert '<span class="verdict missed">未兑现</span>' in page
    assert "王芳\n2026-01-20" in page
    assert '<span class="told">查过年鉴</span>' in page


def test_the_nearest_passage_is_not_printed_as_an_answer() -> None:
    """What no report speaks of has no evidence beside it; candidates stand on their own sheet."""
    earlier = make_report("任务\n修订条例。", name="2021年.txt")
    later = make_report("回顾\n修订规划。", name="2022年.txt", year=2022)
    silent = make_tracking(
        make_commitment(earlier, "修订条例"),
        Verdict.NOT_REPORTED,
        (make_evidence(later, "修订规划"),),
    )
    handout = make_handout(TrackedPromise(silent), reports=(earlier, later))
    page = to_html.handout_bytes(handout, ZH, resource_bytes).decode()
    assert "修订规划" not in page
    book = load_workbook(io.BytesIO(to_xlsx.handout_bytes(handout, ZH, resource_bytes)))
    assert [c.value for c in book.worksheets[1][2]][3:6] == ["候选", "江苏省苏州市2022", 2]
    (found,) = silent.evidence
    far = replace(silent, evidence=(replace(found, score=replace(found.score, value=0.39)),))
    handout = make_handout(TrackedPromise(far), reports=(earlier, later))
    book = load_workbook(io.BytesIO(to_xlsx.handout_bytes(handout, ZH, resource_bytes)))
    assert book.worksheets[1].max_row == 1


def test_promises_of_one_clause_are_told_apart() -> None:
    """Where a clause holds several promises, each says which of them it is."""
    earlier = make_report("任务\n建成6号线、7号线。\n修订条例。", name="2021年.txt")
    first = make_commitment(earlier, "建成6号线、7号线")
    rows = [
        replace(first, statement=replace(first.statement, object=name))
        for name in ("6号线", "7号线")
    ]
    rows.append(make_commitment(earlier, "修订条例"))
    handout = make_handout(
        *(TrackedPromise(make_tracking(row)) for row in rows), reports=(earlier,)
    )
    page = to_html.handout_bytes(handout, ZH, resource_bytes).decode()
    assert "6号线 · 江苏省" in page
    assert "7号线 · 江苏省" in page
    assert "修订条例 · 江苏省" not in page


def test_json_carries_findings_and_marks_apart() -> None:
    """The machine's verdict is not overwritten by a person's; sources have their hash."""
    handout = handout_of("增长6%以上", "建成2条")
    told = json.loads(to_json.handout_bytes(handout, ZH, resource_bytes))
    first, second = told["promises"]
    assert first["verdict"] == "fulfilled"
    assert first["mark"] is None
    assert first["evidence"][0]["quote"] == "地区生产总值增长8.7%"
    assert first["commitment"]["measures"][0]["value"] == -6.5
    assert second["verdict"] == "not_reported"
    assert second["mark"]["verdict"] == "missed"
    assert [source["sha256"] for source in told["sources"]] == [r.id for r in handout.reports]


def test_markdown_shows_special_characters_as_they_are() -> None:
    """A bar or a star in a promise neither breaks the table nor makes it bold."""
    handout = handout_of("增长6%|以上", "**全面**推进")
    text = to_markdown.handout_bytes(handout, ZH, resource_bytes).decode()
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert "增长6%\\|以上" in rows[1]
    assert "\\*\\*全面\\*\\*推进" in rows[2]
