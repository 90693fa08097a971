"""Tables of every shape: which lines they take, what their heads say, which cells go together."""

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tracker.model.ids import ReportId
from tracker.model.outline import ColumnRole, Role, Table
from tracker.model.report import Report
from tracker.model.source import LineLayout, SourceDocument
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.report import parse_report
from tracker.resources import load_parse_lexicon

FRONT = (
    "2023年政府工作报告",
    "——2023年1月3日在苏州市第十七届人民代表大会第二次会议上",
    "市长 某某",
    "各位代表：",
    "一、2022年工作回顾",
)
TEXT = "过去一年，全市经济稳中向好，社会大局保持稳定，各项工作取得了新的成绩。"

GROUP, NUMBER, NAME, UNIT, TARGET, RESULT, BODY, OTHER = (
    ColumnRole.GROUP,
    ColumnRole.NUMBER,
    ColumnRole.INDICATOR,
    ColumnRole.UNIT,
    ColumnRole.TARGET,
    ColumnRole.RESULT,
    ColumnRole.BODY,
    ColumnRole.OTHER,
)


@pytest.fixture
def read_rows(lexicon: ParseLexicon) -> Callable[..., Report]:
    """Return a function that reads rows as a reader of word-processor files gives them."""

    def make(*rows: str, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> Report:
        head = (*FRONT, TEXT, *before)
        lines = [(line, LineLayout()) for line in head]
        lines += [(row.replace("|", "\t"), LineLayout(table=1)) for row in rows]
        lines += [(line, LineLayout()) for line in (*after, TEXT)]
        text = "\n".join(line for line, _ in lines)
        layout = tuple(look for _, look in lines)
        return parse_report(SourceDocument(ReportId("0" * 64), "r.docx", text, layout), lexicon)

    return make


def columns(table: Table) -> list[tuple[ColumnRole, int | None, str]]:
    """Return role, year and unit of each column."""
    return [(c.role, c.year, c.unit) for c in table.columns]


def texts(table: Table) -> list[str]:
    """Return the rows with a bar between cells."""
    return ["|".join(cell.text if cell else "" for cell in row) for row in table.rows]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (
            ["指标|2022年目标|2022年完成"],
            [(NAME, None, ""), (TARGET, 2022, ""), (RESULT, 2022, "")],
        ),
        (["指标|上年完成|本年目标"], [(NAME, None, ""), (RESULT, 2022, ""), (TARGET, 2023, "")]),
        (["指标|目标|完成"], [(NAME, None, ""), (TARGET, 2022, ""), (RESULT, 2022, "")]),
        (["指标名称|2023年预期目标"], [(NAME, None, ""), (TARGET, 2023, "")]),
        (["指标|2020年|2025年"], [(NAME, None, ""), (RESULT, 2020, ""), (TARGET, 2025, "")]),
        (
            ["指标|2021年|2022年预计|增长（%）"],
            [(NAME, None, ""), (RESULT, 2021, ""), (RESULT, 2022, ""), (RESULT, 2022, "%")],
        ),
        (
            ["序号|指标|单位|2023年计划|责任单位"],
            [
                (NUMBER, None, ""),
                (NAME, None, ""),
                (UNIT, None, ""),
                (TARGET, 2023, ""),
                (BODY, None, ""),
            ],
        ),
        (
            ["类别|指标|2025年|年均增长（%）|属性"],
            [
                (GROUP, None, ""),
                (NAME, None, ""),
                (TARGET, 2025, ""),
                (TARGET, 2025, "%"),
                (GROUP, None, ""),
            ],
        ),
        (["指标|“十四五”目标"], [(NAME, None, ""), (TARGET, 2025, "")]),
        (
            ["指标|2022年预计|2023年预计"],
            [(NAME, None, ""), (RESULT, 2022, ""), (TARGET, 2023, "")],
        ),
        (
            ["指标|计划数|完成数|完成计划%"],
            [(NAME, None, ""), (TARGET, 2022, ""), (RESULT, 2022, ""), (OTHER, None, "")],
        ),
        (
            ["指标|单位|2022年||2023年", "||目标|完成|预期"],
            [
                (NAME, None, ""),
                (UNIT, None, ""),
                (TARGET, 2022, ""),
                (RESULT, 2022, ""),
                (TARGET, 2023, ""),
            ],
        ),
        (
            ["指标|2022年||2023年目标", "|实际完成|比上年±%|"],
            [(NAME, None, ""), (RESULT, 2022, ""), (RESULT, 2022, "%"), (TARGET, 2023, "")],
        ),
    ],
)
def test_heads_say_what_columns_hold(read_rows, heads, expected):
    """Targets and results have their year: of the head, or by what the report looks back on."""
    width = heads[0].count("|")
    report = read_rows(*heads, "地区生产总值" + "|增长5%" * width, "投资" + "|增长6%" * width)
    (table,) = report.tables
    assert columns(table) == expected
    assert len(table.rows) == 2


def test_caption_gives_year_and_unit(read_rows):
    """表1 2022年… dates columns without a year; 单位：亿元 holds for the whole table."""
    report = read_rows(
        "指标|目标|完成", "投资|6000|6100", before=("表1 2022年主要指标", "（单位：亿元）")
    )
    (table,) = report.tables
    assert (table.caption, table.unit) == ("表1 2022年主要指标", "亿元")
    assert columns(table)[1:] == [(TARGET, 2022, ""), (RESULT, 2022, "")]
    assert report.role_at(report.text.index("表1")) is Role.TABLE


@pytest.mark.parametrize(
    ("caption", "role", "year"),
    [("表1 2022年主要指标完成情况", RESULT, 2022), ("表2 2023年主要预期目标", TARGET, 2023)],
)
def test_caption_tells_what_figures_are_where_the_head_does_not(read_rows, caption, role, year):
    """指标 | 单位 | 全年 holds results or targets."""
    (table,) = read_rows("指标|单位|全年", "投资|亿元|6100", before=(caption,)).tables
    assert columns(table)[2] == (role, year, "")


def test_title_and_unit_within_the_table_are_no_rows(read_rows):
    """A sheet has its title and its unit in cells."""
    rows = ("2022年主要指标完成情况||", "单位：亿元||", "指标|目标|完成", "投资|6000|6100")
    (table,) = read_rows(*rows).tables
    assert (table.caption, table.unit) == ("2022年主要指标完成情况", "亿元")
    assert texts(table) == ["投资|6000|6100"]


def test_merged_group_cells_repeat_and_names_do_not(read_rows):
    """Only a group that is left empty is that of the row above."""
    rows = ("类别|指标|2023年目标", "经济|生产总值|增长5%", "|投资|增长6%", "民生||3%以内")
    (table,) = read_rows(*rows).tables
    assert texts(table) == ["经济|生产总值|增长5%", "经济|投资|增长6%", "民生||3%以内"]


def test_parts_of_an_indicator_know_it(read_rows):
    """其中：… is part of the row above, unnumbered rows of a numbered one without values."""
    rows = (
        "序号|指标|2022年完成",
        "1|进出口总额|25721亿元",
        "|其中：出口|15475亿元",
        "2|主要污染物减排|",
        "|氨氮|3.9%",
        "3|粮食产量|102万吨",
    )
    (table,) = read_rows(*rows).tables
    parents = [parent.text if parent else "" for parent in table.parents]
    assert parents == ["", "进出口总额", "", "主要污染物减排", ""]


def test_head_that_stands_again_is_no_row(read_rows):
    """A table over two pages has its head twice."""
    rows = ("指标|目标|完成", "投资|增长6%|增长7%", "指标|目标|完成", "消费|增长5%|增长4%")
    (table,) = read_rows(*rows).tables
    assert texts(table) == ["投资|增长6%|增长7%", "消费|增长5%|增长4%"]


def test_indicators_as_columns_become_rows(read_rows):
    """A table that lies on its side is read as if it stood."""
    rows = ("项目|生产总值|失业率", "2022年目标|增长5%|3%以内", "2022年完成|增长2%|2.5%")
    (table,) = read_rows(*rows).tables
    assert columns(table) == [(NAME, None, ""), (TARGET, 2022, ""), (RESULT, 2022, "")]
    assert texts(table) == ["生产总值|增长5%|增长2%", "失业率|3%以内|2.5%"]


def test_continued_table_has_the_columns_of_the_first(read: Callable[..., Report]):
    """续表 without a head of its own goes on with the table before it."""
    report = read(
        *FRONT,
        "表1 2022年目标完成情况",
        "指标\t2022年目标\t2022年完成",
        "生产总值\t增长5%\t增长2%",
        "续表1",
        "投资\t增长6%\t增长7%",
        "消费\t增长5%\t增长4%",
        TEXT,
    )
    first, second = report.tables
    assert columns(second) == columns(first)
    assert texts(second) == ["投资|增长6%|增长7%", "消费|增长5%|增长4%"]


@pytest.mark.parametrize(
    "rows",
    [
        ("| 指标 | 单位 | 2022年完成 |", "| --- | :--: | ---: |", "| 投资 | 亿元 | **6100** |"),
        ("指标 | 单位 | 2022年完成", "---|---|---", "投资 | 亿元 | 6100"),
        ("指标\t单位\t2022年完成", "投资\t亿元\t6100"),
        ("指  标        单  位      2022年完成", "投资        亿元      6100"),
        ("\t指标", "\t单位", "\t2022年完成", "", "\t投资", "\t亿元", "\t6100", "", ""),
    ],
    ids=["markdown", "markdown without edges", "tabs", "spaces", "cells on lines"],
)
def test_tables_in_plain_text_are_read(read: Callable[..., Report], rows):
    """However the cells are set apart, the table is the same, and no cells are glued together."""
    report = read(*FRONT, "表1 2022年主要指标", *rows, TEXT)
    (table,) = report.tables
    assert texts(table) == ["投资|亿元|6100"]
    cell = table.rows[0][2]
    assert cell is not None
    assert report.quote(cell.span) == "6100"
    assert "投资亿元" not in report.canonical.text


def test_cells_on_bare_lines_are_read_where_the_head_says_how_many(read: Callable[..., Report]):
    """A plain paste leaves one cell per line; what does not fit the head ends the table."""
    cells = (
        "指标",
        "2022年目标",
        "2022年完成",
        "投资",
        "增长6%",
        "增长7%",
        "消费",
        "增长5%",
        "持平",
    )
    report = read(*FRONT, "表1 2022年主要指标", *cells, TEXT)
    (table,) = report.tables
    assert texts(table) == ["投资|增长6%|增长7%", "消费|增长5%|持平"]
    assert report.role_at(report.text.rindex(TEXT)) is Role.REVIEW


@pytest.mark.parametrize(
    "lines",
    [
        ("指标", "2022年目标", "2022年完成", "投资", "增长6%", "增长7%"),
        ("主要目标", "工作内容", "产业发展", "城市建设", "民生保障", "社会治理", "生态环境"),
        ("1.\t加快建设综合交通网络。", "2.\t继续推进老旧小区改造。", "3.\t做好公共服务。"),
        ("一、\t2022年工作回顾", "二、\t2023年工作安排"),
        ("张三      李四      王五", "赵六      钱七      孙八"),
        ("牵头单位：市教育局  责任单位：各区", "牵头单位：市住建局  责任单位：各区"),
        ("来源：日报 | 作者：某某",),
    ],
)
def test_what_only_looks_like_rows_is_text(read: Callable[..., Report], lines):
    """Numbered lines, lists of names and captions are no tables."""
    assert not read(*FRONT, TEXT, *lines, TEXT).tables


def test_cells_that_are_text_are_read_as_text(read_rows):
    """A list of works is no table of indicators: its cells keep the role of their part."""
    rows = (
        "序号|事项|具体内容",
        "1|教育|新建学校20所，新增学位3万个。年内开工5所。",
        "2|住房|改造老旧小区100个，惠及居民4万户。",
    )
    report = read_rows(*rows)
    assert not report.tables
    assert report.role_at(report.text.index("新建学校")) is Role.REVIEW
    assert "教育\n新建学校20所" in report.canonical.text
    assert not [s for s in report.sections if s.heading == "教育"]


def test_frame_around_text_is_text(read_rows):
    """A table of one cell is a frame."""
    report = read_rows("过去一年，地区生产总值增长5%。")
    assert not report.tables
    assert report.role_at(report.text.index("过去一年，地区")) is Role.REVIEW


def test_note_below_belongs_to_the_table(read_rows):
    """注：… promises nothing."""
    report = read_rows("指标|2023年目标", "投资|增长6%", after=("注：2022年为预计数。",))
    assert report.role_at(report.text.index("注：")) is Role.TABLE


def test_rule_of_a_markdown_table_is_no_text(read: Callable[..., Report]):
    """| --- | only draws a line."""
    report = read(*FRONT, TEXT, "| 指标 | 2023年目标 |", "| --- | --- |", "| 投资 | 增长6% |", TEXT)
    assert "---" not in report.canonical.text
    assert report.role_at(report.text.index("| ---")) is Role.NOISE


WORDS = (
    "指标 单位 2022年目标 2022年完成 投资 亿元 增长6% — 其中：出口 1 （一）发展。 **合计** | --- "
    "\\| 新建学校20所。惠及3万人。 <br>甲<br/>乙"
)
LEXICON = load_parse_lexicon()
CELLS = st.sampled_from(["", " ", *WORDS.split()])
ROWS = st.lists(CELLS, max_size=5).flatmap(
    lambda cells: st.sampled_from(["\t", " | ", "    ", "\n\t", "\n"]).map(lambda m: m.join(cells))
)


@example(rows=["\\|", "|\t---"], tables=[None])
@example(rows=["\n\t\n\t", "\n\t", ""], tables=[None])
@given(
    rows=st.lists(ROWS, max_size=12),
    tables=st.lists(st.sampled_from([None, 1, 2]), min_size=1, max_size=6),
)
@settings(max_examples=120)
def test_any_rows_are_read_without_losing_a_character(
    rows: list[str], tables: list[int | None]
) -> None:
    """Cells stand where their spans say, every line has a role, all text is canonical text."""
    text = "\n".join([*FRONT, TEXT, *rows, TEXT])
    count = text.count("\n") + 1
    layout = tuple(LineLayout(table=tables[i % len(tables)]) for i in range(count))
    report = parse_report(SourceDocument(ReportId("0" * 64), "r.docx", text, layout), LEXICON)
    noise = set(report.noise)
    kept = [line for number, line in enumerate(text.split("\n"), 1) if number not in noise]
    assert [c for c in "".join(kept) if "\u4e00" <= c <= "\u9fff"] == [
        c for c in report.canonical.text if "\u4e00" <= c <= "\u9fff"
    ]
    filled = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    covered = {n for p in report.parts for n in range(p.first_line, p.last_line + 1)}
    assert covered.issuperset(filled)
    for table in report.tables:
        for cell in (cell for row in table.rows for cell in row if cell):
            assert table.span.contains(cell.span)
            quoted = iter(report.quote(cell.span))
            assert all(character in quoted for character in cell.text)
