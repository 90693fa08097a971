"""Lists of tasks (重点任务分解表) as promises, with who is responsible and by when."""

import io
from collections.abc import Callable

import openpyxl
import pytest

from tests.builders import SEEDS
from tests.office_files import docx, odt, p
from tests.task_lists import LAYOUTS, Task, tasks_of
from tracker import pipeline
from tracker.ingest.files import decode_source
from tracker.model.commitment import Commitment
from tracker.model.report import Report, ReportKind


@pytest.fixture(scope="module")
def report(options: pipeline.AnalysisOptions) -> Report:
    """Return the report whose promises are listed."""
    (path,) = SEEDS.glob("002_*.txt")
    return pipeline.read(decode_source(path.read_bytes(), path.name), options)


@pytest.fixture(scope="module")
def tasks(report: Report, options: pipeline.AnalysisOptions) -> dict[tuple[int, int], Task]:
    """Return thirty of its sentences as tasks, by their place."""
    telling = [
        c.statement.span.start
        for c in pipeline.commitments(report, options)
        if c.due == 2021 and (c.statement.measures or c.statement.milestone)
    ]
    return tasks_of(report, telling[::3], 30)


def _said(commitment: Commitment) -> tuple[object, ...]:
    measures = commitment.statement.measures
    return (
        commitment.statement.object,
        tuple((m.indicator, m.comparison, m.value, m.unit, m.kind, m.relation) for m in measures),
        commitment.due,
    )


def _sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _read(data: bytes, name: str, options: pipeline.AnalysisOptions) -> Report:
    return pipeline.read(decode_source(data, name), options)


def _noted(report: Report, options: pipeline.AnalysisOptions) -> list[str]:
    return [
        f"{c.statement.object}|{c.body}|{c.due_text}" for c in pipeline.commitments(report, options)
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_promises_what_the_report_promises_whatever_its_layout(
    options: pipeline.AnalysisOptions,
    report: Report,
    tasks: dict[tuple[int, int], Task],
    layout: str,
) -> None:
    """Thirty sentences of a report give the same promises, each with its body and time limit."""
    assert len(tasks) == 30
    expected = [
        (_said(c), task.body, task.limit)
        for (start, end), task in tasks.items()
        for c in pipeline.commitments(report, options)
        if start <= c.statement.span.start < end
    ]
    listed = _read(LAYOUTS[layout](list(tasks.values())), f"2021年苏州市{layout}", options)
    found = pipeline.commitments(listed, options)
    assert [(_said(c), c.body, c.deadline) for c in found] == expected
    assert (listed.meta.kind, listed.meta.year) == (ReportKind.TASK_LIST, 2021)
    assert listed.meta.region is not None
    assert listed.meta.region.name == "江苏省苏州市"
    groups = list(dict.fromkeys(task.group for task in tasks.values()))
    assert [s.heading for s in listed.sections][-len(groups) :] == groups
    assert {listed.sections[c.statement.section or 0].heading for c in found} <= set(groups)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                ("序号", "工作任务", "责任单位", "完成时限"),
                (1, "新建养老机构床位1000张、家庭夜间照护床位2000张", "市民政局", "9月底前"),
                (2, "提升城市品质", None, "长期坚持"),
                (3, "建成11号线", "市轨道集团", "2022-06-30"),
            ],
            [
                "养老机构床位|市民政局|2021 9月底前",
                "家庭夜间照护床位|市民政局|2021 9月底前",
                "城市品质|市民政局|长期坚持",
                "11号线|市轨道集团|2022-06-30",
            ],
        ),
        (
            [
                ("领域", "项目名称", "年度目标", "牵头单位", "责任领导"),
                ("交通", "苏州北站枢纽", "开工建设", "市交通局", "张三"),
                (None, "太湖隧道", "建成通车", None, None),
                ("教育", "中小学校", "新建改扩建学校68所", "市教育局", "李四"),
            ],
            ["苏州北站枢纽|市交通局|2021", "太湖隧道|市交通局|2021", "学校|市教育局|2021"],
        ),
        (
            [
                ("序号", "目标任务", "责任单位", None, "时间节点"),
                (None, None, "牵头单位", "配合单位", None),
                ("一", "经济发展", None, None, None),
                (
                    1,
                    "（1）新增就业18万人\n（2）开工太湖隧道",
                    "市人社局",
                    "市财政局\n各区政府",
                    "年底",
                ),
                (2, "建成学校20所", "市教育局", None, "年底"),
                (None, None, "市住建局", None, None),
                (3, "开工建设7号线", "市轨道集团", None, "年底"),
            ],
            [
                "就业|市人社局（配合：市财政局、各区政府）|2021 年底",
                "太湖隧道|市人社局（配合：市财政局、各区政府）|2021 年底",
                "学校|市教育局、市住建局|2021 年底",
                "7号线|市轨道集团|2021 年底",
            ],
        ),
        (
            [
                ("指标", "2021年目标", "责任单位"),
                ("地区生产总值", "增长6%以上", "市发改委"),
                ("城镇登记失业率", "3%以内", "市人社局"),
                ("一般公共预算收入", "增长5%", "市财政局"),
            ],
            [
                "地区生产总值|市发改委|2021",
                "城镇登记失业率|市人社局|2021",
                "一般公共预算收入|市财政局|2021",
            ],
        ),
    ],
    ids=["plain", "named projects", "two heads, lists in cells", "figures"],
)
def test_rows_are_promises_with_body_and_limit(
    options: pipeline.AnalysisOptions, rows: list[tuple[object, ...]], expected: list[str]
) -> None:
    """Merged cells hold for all their rows; a row without a task adds whom it names."""
    report = _read(_sheet(*rows), "2021年苏州市重点任务.xlsx", options)
    assert _noted(report, options) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.建成11号线（市轨道集团负责，12月底前建成）。新增床位1000张（责任单位：市民政局）。",
            ["11号线|市轨道集团|2021 12月底前建成", "床位|市民政局|2021"],
        ),
        (
            "2.新建学校68所。（国家发展改革委牵头，财政部等按职责分工负责，年内持续推进）",
            ["学校|国家发展改革委（配合：财政部等）|年内持续推进"],
        ),
        (
            "3.提升城市品质。（市城管局，各市、区人民政府）",
            ["城市品质|市城管局，各市、区人民政府|2021"],
        ),
        (
            "4.新建学校68所。\n责任单位：市教育局\n配合单位：市财政局\n完成时限：2022年6月",
            ["学校|市教育局、市财政局|2022年6月"],
        ),
    ],
)
def test_words_behind_a_task_say_who_does_it(
    options: pipeline.AnalysisOptions, text: str, expected: list[str]
) -> None:
    """In brackets behind the sentence, or on lines of their own below the paragraph."""
    data = f"苏州市2021年重点工作任务分工\n一、重点任务\n{text}".encode()
    assert _noted(_read(data, "list.txt", options), options) == expected


def test_a_list_gets_the_verdicts_of_the_report(
    options: pipeline.AnalysisOptions, report: Report, tasks: dict[tuple[int, int], Task]
) -> None:
    """Against a later report each promise of the list fares as it does in the report."""
    (path,) = SEEDS.glob("000_*.txt")
    later = _read(path.read_bytes(), path.name, options)
    whole = pipeline.track(report, (later,), options)
    expected = [
        (t.commitment.statement.object, t.verdict)
        for start, end in tasks
        for t in whole
        if start <= t.commitment.statement.span.start < end
    ]
    listed = _read(LAYOUTS["notice.txt"](list(tasks.values())), "notice.txt", options)
    found = pipeline.track(listed, (later,), options)
    assert [(t.commitment.statement.object, t.verdict) for t in found] == expected


def test_what_a_notice_asks_for_is_no_promise(options: pipeline.AnalysisOptions) -> None:
    """The points of the notice before the list, and the requirements behind it, stay out."""
    lines = (
        "关于印发2021年《政府工作报告》",
        "重点任务分工的通知",
        "一、提高认识。各单位要新增督查人员20名。",
        "附件：2021年重点任务分工",
        "2021年重点任务分工",
        "一、重点任务",
        "1.新建学校68所。（市教育局）",
        "各单位要把责任扛在肩上，建立工作专班20个。",
        "二、工作要求",
        "各单位每季度报送材料2次。",
    )
    report = _read("\n".join(lines).encode(), "notice.txt", options)
    assert report.meta.title == "关于印发2021年《政府工作报告》重点任务分工的通知"
    assert _noted(report, options) == ["学校|市教育局|2021"]


def _merged_layouts() -> dict[str, bytes]:
    """Return one list in which the body of the first task holds for the second, by format."""
    heads = ("序号", "工作任务", "责任单位", "完成时限")
    rows = (
        ("1", "新建养老机构床位1000张", "市民政局", "9月底"),
        ("2", "建成11号线", None, ""),
        ("3", "新增停车位5000个", "", "12月底"),
    )
    book = openpyxl.Workbook()
    for row in (("苏州市2021年重点工作任务分解表",), (), heads, *rows):
        book.active.append([cell or None for cell in row])
    book.active.merge_cells("A1:D1")
    book.active.merge_cells("C4:C5")
    content = io.BytesIO()
    book.save(content)

    def word(text: str | None, row: int) -> str:
        merge = '<w:vMerge w:val="restart"/>' if row == 0 and text == "市民政局" else ""
        merge = "<w:vMerge/>" if text is None else merge
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{p(text or '')}</w:tc>"

    def office(text: str | None, row: int) -> str:
        if text is None:
            return "<table:covered-table-cell/>"
        high = ' table:number-rows-spanned="2"' if row == 0 and text == "市民政局" else ""
        return f"<table:table-cell{high}><text:p>{text}</text:p></table:table-cell>"

    def page(text: str | None, row: int) -> str:
        high = ' rowspan="2"' if row == 0 and text == "市民政局" else ""
        return "" if text is None else f"<td{high}>{text}</td>"

    def table(cell: Callable[[str | None, int], str], opens: str, ends: str) -> str:
        every = ((-1, heads), *enumerate(rows))
        return "".join(opens + "".join(cell(c, n) for c in row) + ends for n, row in every)

    title = "苏州市2021年重点工作任务分解表"
    html = (
        f"<html><body><h1>{title}</h1><table>{table(page, '<tr>', '</tr>')}</table></body></html>"
    )
    tagged = table(office, "<table:table-row>", "</table:table-row>")
    return {
        ".xlsx": content.getvalue(),
        ".docx": docx(p(title) + f"<w:tbl>{table(word, '<w:tr>', '</w:tr>')}</w:tbl>"),
        ".odt": odt(f"<text:p>{title}</text:p><table:table>{tagged}</table:table>"),
        ".html": html.encode(),
    }


@pytest.mark.parametrize("kind", [".xlsx", ".docx", ".odt", ".html"])
def test_only_merged_cells_hold_for_the_rows_below(
    options: pipeline.AnalysisOptions, kind: str
) -> None:
    """Where a file says which cells are merged, an empty one says nothing."""
    report = _read(_merged_layouts()[kind], f"list{kind}", options)
    assert _noted(report, options) == [
        "养老机构床位|市民政局|2021 9月底",
        "11号线|市民政局|2021",
        "停车位||2021 12月底",
    ]


def test_works_for_the_people_need_neither_body_nor_limit(
    options: pipeline.AnalysisOptions,
) -> None:
    """The title says that they are promised; a last row with nothing but its task is read too."""
    data = _sheet(
        ("苏州市2021年民生实事项目清单",),
        ("序号", "项目名称", "建设内容"),
        (1, "养老服务提升", "新建养老机构床位1000张"),
        (2, "太湖隧道", "建成通车"),
        (3, "老旧小区改造", "改造老旧小区100个"),
        (None, None, "新增停车位5000个"),
        ("注：以上项目由市政府督查室督办。",),
    )
    report = _read(data, "list.xlsx", options)
    assert _noted(report, options) == [
        "养老机构床位||2021",
        "太湖隧道||2021",
        "老旧小区||2021",
        "停车位||2021",
    ]


def test_a_list_of_works_without_such_a_title_promises_nothing(
    options: pipeline.AnalysisOptions,
) -> None:
    """Name and content of a work alone tell of no promise."""
    data = _sheet(
        ("苏州市2021年重大项目情况",),
        ("序号", "项目名称", "建设内容"),
        (1, "太湖隧道", "全长10.79公里，双向六车道"),
        (2, "苏州北站枢纽", "新建站房，配套建设综合枢纽"),
    )
    report = _read(data, "works.xlsx", options)
    assert not any(table.is_of_tasks for table in report.tables)
