"""Charts of a handout: their numbers are those of the window, and stand in every format."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import lxml.html
import pypdfium2
import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from tests.builders import make_commitment, make_handout, make_report, make_tracking
from tests.tracker.export.test_handout_writers import handout_of
from tracker import pipeline
from tracker.export.charts import Chart, Line, Pattern, Series, charts
from tracker.export.formats import write_handout
from tracker.message import Message
from tracker.model.figures import Grouping, ReportFigures
from tracker.model.handout import (
    HandoutOptions,
    TrackedPromise,
    TrackingReport,
    joined,
    scoped,
    title_of,
)
from tracker.model.report import Report
from tracker.model.tracking import Verdict
from tracker.resources import resource_bytes

ZH = HandoutOptions("zh")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def handout(
    read_seed: Callable[[str], Report], options: pipeline.AnalysisOptions
) -> TrackingReport:
    """Return what became of the promises of a sample report."""
    earlier, later, plan = (read_seed(number) for number in ("002", "000", "001"))
    rows = tuple(map(TrackedPromise, pipeline.track(earlier, (later,), options)))
    return TrackingReport(
        title_of(earlier),
        (earlier, later, plan),
        rows,
        "0",
        pairs=pipeline.by_year(pipeline.indicators((earlier, later, plan), options)),
        figures=pipeline.count(earlier, (later,), rows, Grouping.REPORT),
    )


def several(handout: TrackingReport, **changes: object) -> TrackingReport:
    """Return the handout beside the same one of another year."""
    figures = replace(handout.figures[0], later_year=2022)
    first = handout.reports[0]
    other = replace(
        first, id=type(first.id)("f" * 64), meta=replace(first.meta, year=2022), name="other"
    )
    rows = tuple(
        replace(
            row,
            tracking=replace(
                row.tracking,
                commitment=replace(
                    row.tracking.commitment,
                    statement=replace(row.tracking.commitment.statement, report_id=other.id),
                ),
            ),
        )
        for row in handout.rows
    )
    told: dict[str, object] = {"earlier": other.id, "year": 2022, "later_year": 2023, **changes}
    again = replace(
        handout,
        reports=(other, *handout.reports[1:]),
        rows=rows,
        figures=(replace(figures, **told),),  # type: ignore[arg-type]
    )
    return joined((replace(handout, figures=(figures,)), again), Message("两年", "two years"))


def table_of(chart: Chart) -> list[list[str]]:
    """Return what is written of a chart: heads and lines."""
    heads = [chart.label_head, *(one.name for one in chart.series), chart.told_head]
    lines = [[line.label, *line.texts, line.told] for line in chart.lines]
    return [heads, *lines] if chart.told_head else [row[:-1] for row in (heads, *lines)]


def test_the_first_chart_counts_as_the_overview_does(handout: TrackingReport) -> None:
    """Each section has the numbers of the window’s overview, and their sum stands above."""
    chart = charts(handout, ZH)[0]
    earlier, later, _ = handout.reports
    counted: tuple[ReportFigures, ...] = pipeline.count(
        earlier, (later,), handout.rows, Grouping.SECTION
    )
    assert chart.title == "各章节兑现情况"
    whole, *sections = chart.lines
    assert [line.label for line in sections] == [one.group.rstrip("。") for one in counted]
    held = [one for one in Verdict if handout.count(one)]
    for line, one in zip(sections, counted, strict=True):
        assert line.values == tuple(one.verdicts.get(verdict, 0) for verdict in held)
        assert line.told == str(one.promises)
    assert whole.values == tuple(handout.count(verdict) for verdict in held)
    assert len({one.pattern for one in chart.series}) == len(chart.series)


def test_reports_of_several_years_have_a_line_each_and_their_feedback(
    handout: TrackingReport,
) -> None:
    """Fulfilment by report instead of by section; below it the rates of reports with a next one."""
    (figures,) = handout.figures
    fulfilment, feedback, *_ = charts(several(handout), ZH)
    assert fulfilment.title == "各报告兑现情况"
    assert [line.label for line in fulfilment.lines] == [
        "合计", "江苏省苏州市2021", "江苏省苏州市2022",
    ]  # fmt: skip
    assert feedback.title == "历年反馈率"
    _, first, second = feedback.lines
    assert first.values == second.values
    assert sum(value or 0 for value in first.values) == figures.quantified
    assert first.told == f"{figures.quantified_answered / figures.quantified:.0%}"


@pytest.mark.parametrize("changes", [{"laters": ()}, {"later_year": 2025}, {"quantified": 0}])
def test_a_report_that_nothing_answers_has_no_rate(
    handout: TrackingReport, changes: dict[str, object]
) -> None:
    """No next report, one after a missing year, no figure: it would say nothing."""
    titles = [chart.title for chart in charts(several(handout, **changes), ZH)]
    assert "历年反馈率" not in titles


def test_goals_stand_beside_results_once_for_each_year(handout: TrackingReport) -> None:
    """Two handouts that follow each other know goal and result: together they are one line."""
    pair = next(one for one in handout.pairs if one.promised and one.reported is None)
    value = pair.promised
    result = replace(
        pair, promised=None, promised_value=None, comparison=None,
        reported=value, reported_value=Decimal("7.5"),
    )  # fmt: skip
    both = joined(
        (replace(handout, pairs=(pair,)), replace(handout, pairs=(result,))), handout.title
    )
    (found,) = both.pairs
    assert (found.promised_value, found.reported_value) == (pair.promised_value, Decimal("7.5"))
    assert found.comparison is pair.comparison


def test_a_part_of_the_promises_keeps_the_figures_of_its_reports(handout: TrackingReport) -> None:
    """The rate is of all promises of a report; a report without a row is not spoken of."""
    both = several(handout)
    one = frozenset({both.rows[0].tracking.commitment.id})
    left = scoped(both, HandoutOptions(promises=one))
    reports = {row.tracking.commitment.statement.report_id for row in left.rows}
    assert {figures.earlier for figures in left.figures} == reports


def test_without_charts_there_are_none(handout: TrackingReport) -> None:
    """Nothing is drawn, and no report of one promise has a chart of one line."""
    assert charts(handout, HandoutOptions(charts=False)) == []
    assert charts(handout_of("建成2条"), ZH) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_number_of_a_chart_stands_in_every_format(
    handout: TrackingReport, language: str, tmp_path: Path
) -> None:
    """Page, document, workbook and PDF, read by other libraries, tell the very table."""
    both = several(handout)
    options = HandoutOptions(language)
    found = charts(both, options)
    assert len(found) > 3
    for ending in (".html", ".docx", ".xlsx", ".pdf", ".json", ".md"):
        write_handout(both, tmp_path / f"t{ending}", options, resource_bytes)
    page = lxml.html.fromstring((tmp_path / "t.html").read_bytes())
    drawn = [
        [[cell.text_content().strip() for cell in row if "drawn" not in cell.get("class", "")]
         for row in table.iter("tr")]
        for table in page.findall(".//figure/table")
    ]  # fmt: skip
    assert drawn == [table_of(chart) for chart in found]
    document = Document(str(tmp_path / "t.docx"))
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]
    for chart in found:
        if chart.parts:
            assert table_of(chart) in tables
    sheet = load_workbook(tmp_path / "t.xlsx")["统计图" if language == "zh" else "Charts"]
    cells = [
        [cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)
    ]
    for chart in found:
        at = cells.index([chart.title])
        for line, row in zip(chart.lines, cells[at + 3 :], strict=False):
            told = [int(line.told) if line.told.isdecimal() else line.told] if line.told else []
            assert row == [line.label, *(v for v in line.values if v is not None), *told]
    assert len(sheet._charts) == len(found)
    data = json.loads((tmp_path / "t.json").read_text("utf-8"))["charts"]
    assert [[line["values"] for line in one["lines"]] for one in data] == [
        [list(line.values) for line in chart.lines] for chart in found
    ]
    written = (tmp_path / "t.md").read_text("utf-8").replace("\\", "")
    for chart in found:
        assert all(
            f"| {' | '.join([line.label, *line.texts, line.told])} |" in written
            for line in chart.lines
        )
    with pypdfium2.PdfDocument(tmp_path / "t.pdf") as pages:
        text = "".join(one.get_textpage().get_text_range() for one in pages)
    for chart in found:
        assert all("".join(line.label.split()) in "".join(text.split()) for line in chart.lines)


def test_charts_of_a_document_are_charts_that_an_office_can_edit(
    handout: TrackingReport, tmp_path: Path
) -> None:
    """Each is drawn from a workbook inside the document, whose numbers are those of the chart."""
    found = charts(several(handout), ZH)
    write_handout(several(handout), tmp_path / "t.docx", ZH, resource_bytes)
    with zipfile.ZipFile(tmp_path / "t.docx") as package:
        body = package.read("word/document.xml").decode()
        parts = [name for name in package.namelist() if name.startswith("word/charts/duizhang")]
        assert len(parts) == len(found) == body.count("<c:chart ")
        for number, chart in enumerate(found, 1):
            xml = etree.fromstring(package.read(f"word/charts/duizhang-chart{number}.xml"))
            assert len(list(xml.iter(f"{C}ser"))) == len(chart.series)
            patterns = sum(one.pattern.value in ("rising", "falling", "crossed", "dotted")
                           for one in chart.series)  # fmt: skip
            assert len(list(xml.iter(f"{A}pattFill"))) == patterns
            book = package.read(f"word/embeddings/duizhang-chart{number}.xlsx")
            _, *rows = load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True)
            values = [row[1 : len(chart.series) + 1] for row in rows]
            assert values == [line.values for line in chart.lines]


def test_a_template_without_a_place_for_charts_has_none(
    handout: TrackingReport, tmp_path: Path
) -> None:
    """An office that left the name out gets no part that nothing shows."""
    own = tmp_path / "own.docx"
    own.write_bytes(resource_bytes("templates/tracking.docx"))
    document = Document(str(own))
    for paragraph in document.paragraphs:
        if paragraph.text == "{{charts}}":
            paragraph.runs[0].text = ""
    document.save(str(own))
    write_handout(handout, tmp_path / "t.docx", replace(ZH, template=str(own)), resource_bytes)
    with zipfile.ZipFile(tmp_path / "t.docx") as package:
        assert not [name for name in package.namelist() if "chart" in name]


def test_bars_below_nought_begin_left_of_it() -> None:
    """The scale reaches from the least to the greatest value, and always holds nought."""
    look = Series("目标", "#ffffff", "#000000", Pattern.SOLID)
    lines = (Line("2020", (-3.0,), ("-3",)), Line("2021", (None,), ("",)))
    assert Chart("t", "", False, "年份", "", (look,), lines).reach == (-3.0, 0.0)
    assert Chart("t", "", False, "年份", "", (look,), lines[1:]).reach == (0.0, 0.0)


def test_of_very_many_reports_each_year_is_one_line() -> None:
    """Forty-one reports of three years: a chart of three lines, not of forty-one."""
    rows, reports, figures = [], [], []
    for n in range(41):
        year = 2020 + n % 3
        report = make_report(f"任务\n建成第{n}条。", name=f"{n}.txt", year=year)
        row = TrackedPromise(make_tracking(make_commitment(report, f"建成第{n}条")))
        rows.append(row)
        reports.append(report)
        (counted,) = pipeline.count(report, (), (row,), Grouping.REPORT)
        told = {"laters": (report.id,), "quantified": 4, "quantified_answered": 1}
        figures.append(replace(counted, year=year, later_year=year + 1, **told))  # type: ignore[arg-type]
    handout = replace(make_handout(*rows, reports=tuple(reports)), figures=tuple(figures))
    fulfilment, feedback = charts(handout, ZH)
    assert fulfilment.title == "各年兑现情况"
    assert [(line.label, line.told) for line in fulfilment.lines] == [
        ("合计", "41"), ("2020", "14"), ("2021", "14"), ("2022", "13"),
    ]  # fmt: skip
    assert [(line.label, line.told) for line in feedback.lines[1:]] == [
        ("2020", "25%"), ("2021", "25%"), ("2022", "25%"),
    ]  # fmt: skip
    assert fulfilment.label_head == feedback.label_head == "年度"
    assert sum(value or 0 for value in feedback.lines[1].values) == 4 * 14
