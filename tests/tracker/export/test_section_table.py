"""The whole analysis as data: sections and their counterparts, opened with other libraries."""

import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from tests.builders import make_handout
from tracker import pipeline
from tracker.export import to_json, to_xlsx
from tracker.export.rows import section_rows
from tracker.model.alignment import AlignmentPart
from tracker.model.handout import ALIGNED_PARTS, HandoutOptions, TrackingReport
from tracker.model.report import Report
from tracker.model.words import word
from tracker.pipeline import AnalysisOptions
from tracker.resources import resource_bytes

ReadSeed = Callable[[str], Report]


@pytest.fixture(scope="module")
def handout(read_seed: ReadSeed, options: AnalysisOptions) -> TrackingReport:
    """Return two sample reports of one city with their alignments, without promises."""
    earlier, later = read_seed("002"), read_seed("001")
    aligned = (pipeline.align(earlier, later, part, options) for part in ALIGNED_PARTS)
    return replace(make_handout(reports=(earlier, later)), alignments=tuple(aligned))


def test_a_workbook_holds_every_section_and_every_pair(handout: TrackingReport) -> None:
    """Cell by cell: headings with their lines, pairs with their scores, what stands alone."""
    made = to_xlsx.handout_bytes(handout, HandoutOptions("zh", sections=True), resource_bytes)
    book = load_workbook(io.BytesIO(made))
    head, *rows = book["章节"].values
    assert head[2:6] == ("行", "层级", "编号", "标题")
    found = [(row[1], row[2], row[3], row[4] or "", row[5]) for row in rows]
    assert found == [
        (report.name, one["line"], one["level"], one["number"], one["heading"])
        for report in handout.reports
        for one in section_rows(report)
    ]
    earlier, later = handout.reports
    expected = []
    for alignment in handout.alignments:
        part = word(alignment.part).zh
        for row in alignment.rows:
            first = earlier.sections[row.section].heading
            expected += [
                (part, first, word(link.kind).zh, later.sections[link.section].heading)
                for link in row.links
            ] or [(part, first, "没有对应", None)]
        expected += [(part, None, "新出现", later.sections[n].heading) for n in alignment.new]
    head, *rows = book["章节对应"].values
    assert [(row[0], row[3], row[4], row[7]) for row in rows] == expected
    assert all(isinstance(row[8], float) for row in rows if row[4] not in ("没有对应", "新出现"))
    assert book["章节"].freeze_panes == book["章节对应"].freeze_panes == "A2"


def test_json_holds_outlines_alignment_and_indicators(handout: TrackingReport) -> None:
    """The rows of the command line, each with the reports and the part that it is about."""
    made = to_json.handout_bytes(handout, HandoutOptions("zh", sections=True), resource_bytes)
    said = json.loads(made)
    assert [one["sections"] for one in said["outlines"]] == [
        section_rows(report) for report in handout.reports
    ]
    plan = [row for row in said["alignment"] if row["part"] == AlignmentPart.PLAN.value]
    (alignment,) = (one for one in handout.alignments if one.part is AlignmentPart.PLAN)
    assert len(plan) == len(alignment.rows) + len(alignment.new)
    assert sum(row["a_line"] is None for row in plan) == len(alignment.new)
    assert {(row["earlier"], row["later"]) for row in plan} == {
        tuple(one.id for one in handout.reports)
    }
    assert said["indicators"] == []


def test_sections_come_only_where_they_are_asked_for(handout: TrackingReport) -> None:
    """Who hands out a table of promises gets no other sheets."""
    made = to_xlsx.handout_bytes(handout, HandoutOptions("zh"), resource_bytes)
    assert not {"章节", "章节对应"} & set(load_workbook(io.BytesIO(made)).sheetnames)
    said = json.loads(to_json.handout_bytes(handout, HandoutOptions("zh"), resource_bytes))
    assert not {"outlines", "alignment"} & set(said)
