"""What a list says became of its tasks (重点工作完成情况表), as answers."""

import io

import openpyxl
import pytest

from tests.builders import SEEDS
from tracker import pipeline
from tracker.ingest.files import decode_source
from tracker.model.commitment import Status
from tracker.model.report import Report, ReportKind
from tracker.model.tracking import Verdict

TITLE = "苏州市2021年重点工作完成情况表"
ROWS = (
    ("新建养老机构床位1000张", "已完成。新建养老机构床位1200张。"),
    ("建成11号线", "已完成前期工作，正在铺轨。"),
    ("提升城市品质", "已完成"),
    ("新改扩建学校68所", "基本完成"),
    ("太湖隧道建成通车", "未完成"),
    ("新增就业18万人", "已新增15万人，完成年度目标的83%"),
    ("开工建设7号线", "已开工建设"),
    ("新增停车位5000个", None),
    ("出台数字经济条例", "—"),
)


def _sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _ledger(options: pipeline.AnalysisOptions, title: str = TITLE) -> Report:
    numbered = ((n, task, told) for n, (task, told) in enumerate(ROWS, 1))
    data = _sheet((title,), ("序号", "重点工作", "完成情况"), *numbered)
    return pipeline.read(decode_source(data, "ledger.xlsx"), options)


@pytest.fixture(scope="module")
def ledger(options: pipeline.AnalysisOptions) -> Report:
    """Return a list of what became of its tasks."""
    return _ledger(options)


def test_a_list_answers_its_own_tasks_row_by_row(
    options: pipeline.AnalysisOptions, ledger: Report
) -> None:
    """Figures first, then the word of the row; what the row leaves empty is not reported."""
    found = pipeline.track(ledger, (ledger,), options)
    assert [(t.commitment.statement.object, t.verdict) for t in found] == [
        ("养老机构床位", Verdict.FULFILLED),
        ("11号线", Verdict.IN_PROGRESS),
        ("城市品质", Verdict.FULFILLED),
        ("学校", Verdict.PARTIAL),
        ("太湖隧道", Verdict.MISSED),
        ("就业", Verdict.PARTIAL),
        ("7号线", Verdict.FULFILLED),
        ("停车位", Verdict.NOT_REPORTED),
        ("数字经济条例", Verdict.NOT_REPORTED),
    ]
    shown = [told for _, told in ROWS if told and told != "—"]
    assert [t.evidence[0].quote for t in found if t.evidence] == shown
    assert all(ledger.quote(e.span) == e.quote for t in found for e in t.evidence)


def test_a_list_looks_back_on_the_year_of_its_title(ledger: Report) -> None:
    """What it promises and what it tells are of one year."""
    meta = ledger.meta
    assert (meta.kind, meta.year, meta.back_year, meta.plan_year) == (
        ReportKind.PROGRESS_LIST,
        2021,
        2021,
        2021,
    )
    assert meta.region is not None
    assert ledger.answers_for_itself


def test_a_list_answers_the_report_of_its_year(
    options: pipeline.AnalysisOptions, ledger: Report
) -> None:
    """A word on a task that is only like the promised one decides nothing."""
    (path,) = SEEDS.glob("002_*.txt")
    earlier = pipeline.read(decode_source(path.read_bytes(), path.name), options)
    found = {
        t.commitment.statement.quote: t.verdict for t in pipeline.track(earlier, (ledger,), options)
    }
    assert found["新建养老机构床位1000张"] is Verdict.FULFILLED
    assert Verdict.MISSED not in found.values()


def test_half_a_year_tells_for_good_only_of_what_is_done(
    options: pipeline.AnalysisOptions,
) -> None:
    """未完成 in July is no broken promise."""
    half = _ledger(options, "苏州市2021年上半年重点工作完成情况表")
    told = [o for o in pipeline.outcomes(half, options) if o.status is not None]
    assert {o.status for o in told} == {Status.DONE}
    verdicts = {t.verdict for t in pipeline.track(half, (half,), options)}
    assert verdicts <= {Verdict.FULFILLED, Verdict.NOT_REPORTED}


def test_targets_beside_results_stay_a_table_of_indicators(
    options: pipeline.AnalysisOptions,
) -> None:
    """指标 | 目标 | 完成情况 lists no tasks, whatever its cells say."""
    data = _sheet(
        ("2021年主要指标完成情况表",),
        ("指标名称", "2021年目标", "完成情况"),
        ("地区生产总值", "增长6%以上", "增长8.7%"),
        ("单位地区生产总值能耗", "完成省下达任务", "完成"),
        ("居民收入", "与经济增长同步", "增长9%"),
    )
    report = pipeline.read(decode_source(data, "t.xlsx"), options)
    assert [table.is_of_tasks for table in report.tables] == [False]


def test_two_tasks_of_a_row_have_each_its_figure(options: pipeline.AnalysisOptions) -> None:
    """What else the cell tells is an outcome of its own."""
    data = _sheet(
        (TITLE,),
        ("序号", "工作任务", "责任单位", "进展情况"),
        (
            1,
            "新建养老机构床位1000张、家庭夜间照护床位2000张",
            "市民政局",
            "新建家庭夜间照护床位2100张、养老机构床位900张，新增日间照料中心20个",
        ),
        (2, "建成11号线", "市轨道集团", "已建成通车"),
    )
    report = pipeline.read(decode_source(data, "t.xlsx"), options)
    found = {
        o.statement.object: [str(m.value) for m in o.statement.measures]
        for o in pipeline.outcomes(report, options)
    }
    assert found["养老机构床位"] == ["900"]
    assert found["家庭夜间照护床位"] == ["2100"]
    assert found["日间照料中心"] == ["20"]
    verdicts = [t.verdict for t in pipeline.track(report, (report,), options)]
    assert verdicts[0] is not Verdict.FULFILLED  # 2100张 of the other task is none of its own
    assert verdicts[1:] == [Verdict.FULFILLED, Verdict.FULFILLED]
