"""Spreadsheets: what the cells show, tables as tables, and the lines around them as text."""

import datetime
import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputProblem
from tracker.ingest.files import decode_source
from tracker.ingest.office.libreoffice import find_office
from tracker.ingest.sheet.from_csv import read_csv
from tracker.ingest.sheet.from_xlsx import read_xlsx
from tracker.ingest.sheet.number_formats import shown_number, shown_value
from tracker.ingest.sheet.sheets import sheet_blocks

SAMPLES = Path(__file__).parents[1] / "samples" / "xlsx"

LINES = [
    (None, "表1　2023年国民经济和社会发展主要指标完成情况"),
    (None, "单位：亿元"),
    (1, "指标\t2023年\t\t2024年"),
    (1, "\t目标\t完成\t目标"),
    (1, "一、经济发展\t\t\t"),
    (1, "地区生产总值\t7,500.5\t7,660.3\t5.5%"),
    (1, "居民消费价格涨幅\t3.0%左右\t0.3%左右\t3.0%左右"),
    (1, "合计\t7,503.5\t(1.3)\t"),
    (1, "二、民生\t\t\t"),
    (1, "城镇新增就业\t10.0万人\t10.6万人\t10.0万人"),
    (None, "注：2023年数据为初步统计数。"),
    (2, "统计日期\t2024年1月18日"),
]


def test_cells_come_out_as_they_are_shown() -> None:
    """0.055 with the format 0.0% is 5.5%; merged cells are empty but for their first."""
    read = read_xlsx((SAMPLES / "indicators.xlsx").read_bytes())
    tables = [layout.table for layout in read.layout]
    assert list(zip(tables, read.text.split("\n"), strict=True)) == LINES
    assert [remark.code for remark in read.remarks] == ["sheets-hidden"]


@pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_spreadsheets_are_read_alike(ending: str) -> None:
    """An xls or ods goes through LibreOffice and gives the same rows."""
    source = decode_source((SAMPLES / f"indicators.{ending}").read_bytes(), f"指标.{ending}")
    assert source.text.split("\n") == [line for _, line in LINES]


def test_a_formula_without_a_stored_result_is_told() -> None:
    """Nothing is computed here; the person is told to save the file once in Excel or WPS."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["地区生产总值", 7500, "=B1*2"])
    buffer = io.BytesIO()
    book.save(buffer)
    read = read_xlsx(buffer.getvalue())
    assert read.text == "地区生产总值\t7500"
    assert [remark.code for remark in read.remarks] == ["formulas-without-results"]
    assert "1个公式" in read.remarks[0].message.zh


def test_several_sheets_are_parted_by_their_names() -> None:
    """A name that a program gave is no part of the document."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for name in ("目标", "Sheet2", "空"):
            sheet = book.add_worksheet(name)
            if name != "空":
                sheet.write_row("C5", ["指标", 5])
    read = read_xlsx(buffer.getvalue())
    looks = [(layout.table, layout.furniture) for layout in read.layout]
    assert read.text.split("\n") == ["目标", "指标\t5", "Sheet2", "指标\t5"]
    assert looks == [(None, False), (1, False), (None, True), (2, False)]


def test_a_workbook_whose_cells_lie_far_apart_is_read_fast() -> None:
    """One stray cell in the last row and column does not make a billion empty ones."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "报告")
        sheet.write("XFD1048576", "x")
    read = read_xlsx(buffer.getvalue())
    assert read.text == "报告"
    assert [remark.code for remark in read.remarks] == ["sheet-cut"]


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"PK\5\6" + bytes(18)])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    """One sentence, and no traceback of the library."""
    with pytest.raises(InputProblem):
        read_xlsx(data)


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (0.055, "0.0%", "5.5%"),
        (0.055, "0%", "6%"),
        (0.12345, "0.00%", "12.35%"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234567, "#,##0", "1,234,567"),
        (0.5, "#,##0.0", "0.5"),
        (0, "#,##0", "0"),
        (7, "00", "07"),
        (2.5, "0", "3"),
        (1.005, "0.00", "1.01"),
        (-1.25, "0.0", "-1.3"),
        (-0.04, "0.0", "0.0"),
        (-1.25, "0.0;(0.0)", "(1.3)"),
        (0, '0.0;-0.0;"—"', "—"),
        (5, '0.0"亿元"', "5.0亿元"),
        (5, "0.0\\%", "5.0%"),
        (5.5, "0.##", "5.5"),
        (12345678, "#,##0,", "12,346"),
        (131416.12, "[$¥-804]#,##0.0;[Red]\\-[$¥-804]#,##0.0", "¥131,416.1"),
        (5, "_ * #,##0_ ;_ * -#,##0_ ", "5"),
        (5.5, "General", "5.5"),
        (0.1 + 0.2, "General", "0.3"),
        (126.06, "General", "126.06"),
        (100000000000, "General", "100000000000"),
        (3.0, "General", "3"),
        (0.5, "# ?/?", "0.5"),
        (5.5, "@", "5.5"),
        (12345.678, "0.00E+00", "12345.678"),
    ],
)
def test_numbers_are_shown_by_their_format(number: float, code: str, shown: str) -> None:
    """The cases are what Excel shows (ECMA-376 part 1, 18.8.31)."""
    assert shown_number(number, code) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (datetime.datetime(2024, 1, 18), 'yyyy"年"m"月"d"日"', "2024年1月18日"),
        (datetime.datetime(2024, 1, 18), "yyyy/m/d;@", "2024/1/18"),
        (datetime.datetime(2024, 1, 18), "yyyy-mm-dd", "2024-01-18"),
        (datetime.datetime(2024, 1, 8), '[$-804]yyyy"年"mm"月"', "2024年01月"),
        (datetime.datetime(2024, 1, 18, 15, 4, 5), "yyyy/m/d h:mm:ss", "2024/1/18 15:04:05"),
        (datetime.time(15, 4), "h:mm AM/PM", "3:04 下午"),
        (datetime.date(2024, 1, 18), "aaaa", "星期四"),
        (datetime.date(2024, 1, 18), "", "2024-01-18"),
        (True, "General", "TRUE"),
        (None, "0.0", ""),
        ("文字", "0.0", "文字"),
    ],
)
def test_dates_and_other_values_are_shown_by_their_format(
    value: object, code: str, shown: str
) -> None:
    """A date is a number to the file and a date to whoever reads it."""
    assert shown_value(value, code) == shown


@given(
    st.floats() | st.integers(-(10**40), 10**40) | st.datetimes() | st.dates() | st.times(),
    st.text('0#?.,%;@eE+-/ymdhs:"\\[]$_*AMP 年月日亿元General', max_size=20),
)
def test_any_value_with_any_format_shows_something(value: object, code: str) -> None:
    """No format that a file may hold brings the reader down."""
    assert isinstance(shown_value(value, code), str)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([["政府工作报告"], [], ["各位代表："]], [(None, "政府工作报告"), (None, "各位代表：")]),
        ([["", "甲", "1"], ["", "乙", ""]], [(1, "甲\t1"), (None, "乙")]),
        ([["甲", "1"], ["一、", ""], ["乙", "2"]], [(1, "甲\t1"), (1, "一、\t"), (1, "乙\t2")]),
        ([["甲", "1"], [], ["乙", "2"]], [(1, "甲\t1"), (1, "乙\t2")]),
        ([["甲", "1"], [], ["表2"], ["乙", "2"]], [(1, "甲\t1"), (None, "表2"), (2, "乙\t2")]),
        ([["甲", "1"], ["注"], [], ["乙", "2"]], [(1, "甲\t1"), (None, "注"), (2, "乙\t2")]),
    ],
)
def test_lines_around_a_table_are_text(
    rows: list[list[str]], shown: list[tuple[int | None, str]]
) -> None:
    """The name of a group of rows belongs to the table, a title or a note does not."""
    blocks, _ = sheet_blocks(rows, 1)
    assert [(block.layout.table, block.text) for block in blocks] == shown


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_csv_of_any_encoding_and_delimiter_is_a_table(codec: str, sign: str) -> None:
    """Excel writes GBK with commas, its Unicode text UTF-16 with tabs."""
    text = f"主要指标\r\n指标{sign}目标{sign}完成\r\n地区生产总值{sign}5%{sign}5.5%\r\n"
    read = read_csv(text.encode(codec))
    assert read.text == "主要指标\n指标\t目标\t完成\n地区生产总值\t5%\t5.5%"
    assert [layout.table for layout in read.layout] == [None, 1, 1]


@given(st.text(max_size=60))
def test_any_text_is_a_csv_or_told(text: str) -> None:
    """Quotes that do not match are no traceback."""
    try:
        assert isinstance(read_csv(text.encode("utf-8", "replace")).text, str)
    except InputProblem as problem:
        said = problem.message.zh
        assert said.endswith("。")
