"""Lists of tasks, bulletins and summaries in a workspace: which documents answer which."""

import csv
import io
from pathlib import Path

import openpyxl

from tests.builders import SEEDS
from tests.task_lists import LAYOUTS, Task
from tracker.model.handout import HandoutOptions
from tracker.model.report import ReportKind
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

TASKS = (
    Task("产业", "一般公共预算收入增长5%以上。", "市财政局", "市统计局", "12月底"),
    Task("民生", "新建养老机构床位1000张。", "市民政局", "", "9月底前"),
)
BULLETIN = """2021年苏州市国民经济和社会发展统计公报
一、综合
全年一般公共预算收入2510.0亿元，比上年增长9.0%。
二、民政
全年新建养老机构床位1100张。
"""


def test_a_list_is_answered_by_what_looks_back_on_its_year(tmp_path: Path) -> None:
    """The bulletin of 2021 answers the list of 2021 and the work report of 2021; a list nothing.

    What is handed out says who is responsible and by when.
    """
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "list.xlsx").write_bytes(LAYOUTS["groups across.xlsx"](TASKS))
    (folder / "bulletin.txt").write_text(BULLETIN, encoding="utf-8")
    (report,) = SEEDS.glob("002_*.txt")
    (folder / "report.txt").write_bytes(report.read_bytes())
    with Workspace.create(tmp_path / "w.duizhang") as workspace:
        workspace.import_files(sorted(folder.iterdir()))
        by_kind = {entry.kind: entry.id for entry in workspace.entries()}
        listed, bulletin = by_kind[ReportKind.TASK_LIST], by_kind[ReportKind.BULLETIN]
        assert workspace.laters_for(listed) == (bulletin,)
        assert workspace.laters_for(by_kind[ReportKind.GOVERNMENT_WORK_REPORT]) == (bulletin,)
        assert workspace.laters_for(bulletin) == ()
        tracked = workspace.tracking(listed)
        assert [t.verdict for t in tracked] == [Verdict.FULFILLED, Verdict.FULFILLED]
        for ending in ("csv", "xlsx", "md", "docx", "html", "json"):
            workspace.export(tmp_path / f"out.{ending}", listed, options=HandoutOptions("zh"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert [(row["责任单位"], row["时限"]) for row in rows] == [
        ("市财政局（配合：市统计局）", "2021 12月底"),
        ("市民政局", "2021 9月底前"),
    ]
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("责任单位") + 1).value == "市财政局（配合：市统计局）"
    for ending in ("md", "html", "json"):
        written = (tmp_path / f"out.{ending}").read_text("utf-8")
        assert "市民政局" in written
        assert "9月底前" in written
