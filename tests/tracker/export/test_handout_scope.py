"""What is handed out is what was asked for: scope, columns, parts, template, in every format."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import lxml.html
import pypdfium2
import pytest
from lxml import etree
from openpyxl import load_workbook

from tests.builders import make_handout, make_report
from tests.tracker.export.test_handout_writers import DANGEROUS, handout_of
from tracker.errors import ExportProblem, Stopped
from tracker.export.formats import HANDOUT_ENDINGS, write_handout
from tracker.export.handout_table import PROMISE_COLUMNS, promise_rows, source_name
from tracker.export.paper import bars, paper_columns, paper_rows
from tracker.model.handout import HandoutOptions, TrackingReport
from tracker.model.report import Report, ReportKind
from tracker.model.tracking import Verdict
from tracker.model.words import word
from tracker.resources import resource_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLES = (".xlsx", ".docx", ".html", ".csv")


def written(handout: TrackingReport, folder: Path, ending: str, options: HandoutOptions) -> Path:
    """Write a handout and return the file."""
    target = folder / f"t{ending}"
    write_handout(handout, target, options, resource_bytes)
    return target


def text_of(cell: etree._Element, tag: str) -> str:
    """Return the text of a cell, its paragraphs parted by line feeds."""
    lines = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in cell.iter(tag)]
    return "\n".join(lines)


def cells_of(path: Path) -> list[list[str]]:
    """Return the table of promises in a file, as another library reads it."""
    if path.suffix == ".xlsx":
        rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    if path.suffix == ".html":
        table = lxml.html.fromstring(path.read_bytes()).find(".//table")
        return [[c.text_content().strip() for c in row.iterfind("./*")] for row in table.iter("tr")]
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    table = max(body.iter(f"{W}tbl"), key=lambda one: len(one.findall(f"{W}tr")))
    return [[text_of(cell, f"{W}p") for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("ending", TABLES)
def test_every_cell_of_a_file_is_the_cell_of_its_tracking_row(
    ending: str, language: str, tmp_path: Path
) -> None:
    """All columns are asked for, and each file is compared cell by cell with the rows."""
    handout = handout_of(*DANGEROUS, "增长6%以上", "建成2条")
    options = HandoutOptions(language, columns=tuple(c.key for c in PROMISE_COLUMNS))
    head, *found = cells_of(written(handout, tmp_path, ending, options))
    assert head == [c.title.text(language) for c in PROMISE_COLUMNS]
    rows = list(promise_rows(handout, HandoutOptions(language=language)))
    assert len(found) == len(rows)
    for shown, row in zip(found, rows, strict=True):
        for text, column in zip(shown, PROMISE_COLUMNS, strict=True):
            value = "" if row[column.key] is None else str(row[column.key])
            if ending == ".csv" and value.startswith(("=", "+", "-", "@", "\t")):
                value = f"'{value}"
            if ending == ".html":
                value = value.strip() or ("—" if column.key == "evidence" else "")
            assert text == value, column.key


@pytest.mark.parametrize("ending", HANDOUT_ENDINGS)
def test_only_the_promises_asked_for_are_written(ending: str, tmp_path: Path) -> None:
    """By verdict, by mark, by the rows of a table; each narrows the others."""
    handout = handout_of("建成第一条", "建成第二条", "建成第三条")
    ids = [row.tracking.commitment.id for row in handout.rows]
    for options, kept in (
        (HandoutOptions(verdicts=frozenset({Verdict.FULFILLED})), {"第一条"}),
        (HandoutOptions(marked_only=True), {"第三条"}),
        (HandoutOptions(promises=frozenset(ids[:2])), {"第一条", "第二条"}),
        (
            HandoutOptions(promises=frozenset(ids[:2]), verdicts=frozenset({Verdict.NOT_REPORTED})),
            {"第二条"},
        ),
    ):
        path = written(handout, tmp_path, ending, options)
        text = whole_text(path)
        assert {one for one in ("第一条", "第二条", "第三条") if one in text} == kept


def whole_text(path: Path) -> str:
    """Return all text of a file."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return "".join(page.get_textpage().get_text_range() for page in document)
    if path.suffix in (".xlsx", ".docx"):
        return "\n".join(map("\t".join, cells_of(path)))
    return path.read_text(encoding="utf-8")


def test_a_scope_that_leaves_nothing_writes_nothing(tmp_path: Path) -> None:
    """A sentence tells it, and an older file stays."""
    target = tmp_path / "t.csv"
    target.write_text("früher")
    options = HandoutOptions(verdicts=frozenset({Verdict.PENDING}))
    with pytest.raises(ExportProblem):
        write_handout(handout_of("建成2条"), target, options, resource_bytes)
    assert target.read_text() == "früher"


@pytest.mark.parametrize("ending", HANDOUT_ENDINGS)
def test_a_person_can_stop_an_export(ending: str, tmp_path: Path) -> None:
    """Nothing is written then, not even half of it."""
    target = tmp_path / f"t{ending}"
    with pytest.raises(Stopped):
        write_handout(handout_of("建成2条"), target, HandoutOptions(), resource_bytes, lambda: True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", HANDOUT_ENDINGS)
def test_evidence_and_audit_can_be_left_out(ending: str, tmp_path: Path) -> None:
    """With them passage and hash are in the file, without them they are not."""
    handout = handout_of("增长6%以上", "建成2条")
    digest = handout.reports[0].id
    full = everything(written(handout, tmp_path, ending, HandoutOptions()))
    bare = everything(
        written(handout, tmp_path, ending, HandoutOptions(evidence=False, audit=False))
    )
    passage = "地区生产总值增长8.7%"
    assert passage in full
    assert passage not in bare
    if ending != ".csv":  # a table alone has no page
        assert digest in full
    if ending not in (".csv", ".json"):  # data always names its sources
        assert digest not in bare


def everything(path: Path) -> str:
    """Return the text of all sheets and pages, without line feeds."""
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        cells = (
            cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
        )
        return "".join(str(cell) for cell in cells)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return "".join(etree.fromstring(package.read("word/document.xml")).itertext())
    return whole_text(path).replace("\\", "").replace("\r", "").replace("\n", "")


def test_a_workbook_offers_the_verdicts_in_a_column_of_its_own(tmp_path: Path) -> None:
    """The list of each cell holds the seven words, and what a person said is in it."""
    path = written(handout_of("增长6%以上", "建成2条"), tmp_path, ".xlsx", HandoutOptions())
    sheet = load_workbook(path).worksheets[0]
    (rule,) = sheet.data_validations.dataValidation
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == "人工标记")
    assert str(rule.sqref) == f"{letter}2:{letter}3"
    assert rule.formula1 == '"' + ",".join(word(one).zh for one in Verdict) + '"'
    assert [sheet[f"{letter}2"].value, sheet[f"{letter}3"].value] == [None, "未兑现"]


def test_json_tells_the_history_and_the_rules(tmp_path: Path) -> None:
    """The audit page as data."""
    handout = replace(handout_of("增长6%以上"), findings="0123456789abcdef")
    told = json.loads(written(handout, tmp_path, ".json", HandoutOptions()).read_text("utf-8"))
    assert told["rules"] == "0123456789abcdef"
    assert told["history"] == []


def office_template(body: str, *, header: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """Return the program's template with another body, as an office would save it."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(resource_bytes("templates/tracking.docx"))) as source,
        zipfile.ZipFile(made, "w") as target,
    ):
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "word/document.xml":
                start, end = text.index("<w:body>") + 8, text.index("<w:sectPr>")
                text = text[:start] + body + text[end:]
            if name == "word/header1.xml" and header:
                text = text.replace("{{title}}", header)
            target.writestr(name, text)
        for name, data in (extra or {}).items():
            target.writestr(name, data)
    return made.getvalue()


def paragraph(*pieces: str) -> str:
    """Return a paragraph whose text lies in several runs, as Word cuts it."""
    return "<w:p>" + "".join(f"<w:r><w:t>{one}</w:t></w:r>" for one in pieces) + "</w:p>"


def row(*cells: str) -> str:
    """Return a row of a table."""
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(one)}</w:tc>" for one in cells) + "</w:tr>"


def test_an_office_decides_columns_and_words_in_its_own_template(tmp_path: Path) -> None:
    """A model row is repeated, names cut into runs are found, all else stays as it is."""
    template = tmp_path / "本单位.docx"
    body = (
        paragraph("关于{{ti", "tle", "}}的说明")
        + f"<w:tbl>{row('任务', '结果')}{row('{{承诺原文}}（{{place}}）', '{{verdict}}')}</w:tbl>"
        + paragraph("{{方法}}")
        + paragraph("经办人：　　　　")
    )
    template.write_bytes(office_template(body, header="某某办公室 {{条数}} 条"))
    handout = handout_of(*DANGEROUS)
    options = HandoutOptions(template=str(template))
    path = written(handout, tmp_path, ".docx", options)
    head, *found = cells_of(path)
    assert head == ["任务", "结果"]
    wanted = [
        [f"{one['promise']}（{one['report']} · 第{one['line']}行）", one["verdict"]]
        for one in promise_rows(handout, HandoutOptions())
    ]
    assert found == wanted
    text = everything(path)
    assert "关于苏州市2021年承诺对账表的说明" in text
    assert "经办人：" in text
    assert "{{" not in text
    with zipfile.ZipFile(path) as package:
        header = "".join(etree.fromstring(package.read("word/header1.xml")).itertext())
    assert header == f"某某办公室 {len(DANGEROUS)} 条"


@pytest.mark.parametrize(
    "template",
    [
        b"no zip",
        office_template(paragraph("{{nothing}}")),
        office_template("", extra={"word/vbaProject.bin": b"macro"}),
        office_template('<!DOCTYPE x [<!ENTITY e "a">]>'),
    ],
    ids=["no-zip", "unknown-name", "macros", "broken"],
)
def test_a_template_that_cannot_be_used_gets_a_sentence(template: bytes, tmp_path: Path) -> None:
    """Nothing is written, and it is said what is wrong."""
    place = tmp_path / "t.dotx"
    place.write_bytes(template)
    with pytest.raises(ExportProblem) as caught:
        written(handout_of("建成2条"), tmp_path, ".docx", HandoutOptions(template=str(place)))
    assert "模板" in caught.value.message.zh
    assert not (tmp_path / "t.docx").exists()


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    """The file may have been moved since it was chosen."""
    with pytest.raises(ExportProblem) as caught:
        written(handout_of("建成2条"), tmp_path, ".docx", HandoutOptions(template="无此.docx"))
    assert "无此.docx" in caught.value.message.zh


def test_paper_says_in_a_column_or_below_but_not_twice() -> None:
    """Where source and line have their columns they are not told again under the text."""
    handout = handout_of("增长6%以上")
    usual = HandoutOptions()
    (cells,) = paper_rows(handout, usual, paper_columns(handout, usual))
    assert cells[1].below == "江苏省苏州市2021 · 第2行"
    assert cells[4].below == "江苏省苏州市2022 · 第2行"
    chosen = HandoutOptions(columns=("promise", "report", "line", "evidence", "source"))
    (cells,) = paper_rows(handout, chosen, paper_columns(handout, chosen))
    assert [cell.below for cell in cells] == [""] * 5


def test_the_bar_of_verdicts_counts_every_promise_once() -> None:
    """A person's verdict counts before the program's; without charts there is no bar."""
    handout = handout_of("增长6%以上", "建成2条", "建成3条")
    told = [(one.verdict, one.count) for one in bars(handout, HandoutOptions())]
    wanted = [(Verdict.FULFILLED, 1), (Verdict.MISSED, 1), (Verdict.NOT_REPORTED, 1)]
    assert told == wanted
    assert bars(handout, HandoutOptions(charts=False)) == []


def test_sources_go_by_names_that_a_reader_knows() -> None:
    """Region and year; the kind where two of one year are there, the file where that is alike."""
    earlier = make_report("任务\n建成2条。", name="2021年.txt")
    work = make_report("回顾\n建成3条。", name="工作.txt", year=2022)
    plan = make_report("计划\n建成4条。", name="计划.txt", year=2022)
    plan = replace(plan, meta=replace(plan.meta, kind=ReportKind.PLAN_REPORT))
    copy = make_report("另一份\n建成4条。", name="又一份.txt", year=2022)

    def called(*reports: Report) -> list[str]:
        handout = make_handout(reports=(earlier, *reports))
        return [source_name(handout, one, "zh") for one in (earlier, *reports)]

    assert called(work) == ["江苏省苏州市2021", "江苏省苏州市2022"]
    kinds = ["江苏省苏州市2022政府工作报告", "江苏省苏州市2022计划报告"]
    assert called(work, plan)[1:] == kinds
    assert called(work, plan, copy)[1:] == ["工作.txt", kinds[1], "又一份.txt"]


def test_the_column_of_verdicts_is_as_wide_as_its_longest_word() -> None:
    """English needs more room than Chinese, an office's own long word more still, to a bound."""
    handout = handout_of("增长6%以上")

    def width(options: HandoutOptions) -> int:
        (column,) = (one for one in paper_columns(handout, options) if one.key == "verdict")
        return column.width

    assert width(HandoutOptions("zh")) == 12
    assert width(HandoutOptions("en")) == 18
    long = HandoutOptions("en", verdict_words={Verdict.MISSED: "unsatisfactorily"})
    assert width(long) == 24
