"""Makes the spreadsheets beside it: written by XlsxWriter, then saved anew by LibreOffice.

    python tests/tracker/ingest/samples/xlsx/make.py

The figures are those of a plan report of a city, as such tables look: a title over all columns, the
unit, a head of two rows, groups, notes. A formula has its result beside it.
"""

import datetime
import subprocess
import tempfile
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent


def write(path: Path) -> None:
    """Write the workbook."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("主要指标")
        form = {
            name: book.add_format({"num_format": code, "border": 1})
            for name, code in {
                "percent": "0.0%",
                "grouped": "#,##0.0",
                "about": '0.0"%左右"',
                "people": '0.0"万人"',
                "date": 'yyyy"年"m"月"d"日"',
                "negative": "0.0;(0.0)",
            }.items()
        }
        sheet.merge_range("A1:D1", "表1　2023年国民经济和社会发展主要指标完成情况")
        sheet.write("A2", "单位：亿元")
        sheet.merge_range("A3:A4", "指标")
        sheet.merge_range("B3:C3", "2023年")
        sheet.write("D3", "2024年")
        sheet.write_row("B4", ["目标", "完成", "目标"])
        sheet.write("A5", "一、经济发展")
        sheet.write_row("A6", ["地区生产总值", 7500.5, 7660.25], form["grouped"])
        sheet.write("D6", 0.055, form["percent"])
        sheet.write("A7", "居民消费价格涨幅")
        sheet.write_row("B7", [3, 0.3, 3], form["about"])
        sheet.write("A8", "合计")
        sheet.write_formula("B8", "=SUM(B6:B7)", form["grouped"], 7503.5)
        sheet.write("C8", -1.25, form["negative"])
        sheet.write("A9", "二、民生")
        sheet.write("A10", "城镇新增就业")
        sheet.write_row("B10", [10, 10.56, 10], form["people"])
        sheet.write("A11", "注：2023年数据为初步统计数。")
        sheet.write("A13", "统计日期")
        sheet.write_datetime("B13", datetime.date(2024, 1, 18), form["date"])
        hidden = book.add_worksheet("底稿")
        hidden.write("A1", "不公开")
        hidden.hide()


def main() -> None:
    """Make the samples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "indicators.xlsx")
        for target, ending in (
            ("xlsx:Calc MS Excel 2007 XML", "xlsx"),
            ("xls:MS Excel 97", "xls"),
            ("ods", "ods"),
        ):
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = ["soffice", profile, "--headless", "--convert-to", target]
            command += ["--outdir", str(folder / "out"), str(folder / "indicators.xlsx")]
            subprocess.run(command, check=True, capture_output=True)
            (HERE / f"indicators.{ending}").write_bytes(
                (folder / "out" / f"indicators.{ending}").read_bytes()
            )


if __name__ == "__main__":
    main()
