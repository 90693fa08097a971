"""Reports on pages as sites build them, saved by a browser or an office program: the same report.

How the samples were made stands in ``samples/web/README.md``.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.same_report import outline_rows, promise_rows, report_of, share
from tracker.ingest.files import read_source

SAMPLES = Path(__file__).parents[1] / "samples" / "web"
PAGES = sorted(
    path.name for path in SAMPLES.iterdir() if path.suffix in (".html", ".mhtml", ".xhtml")
)


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", PAGES)
def test_no_line_of_the_report_is_lost(name: str, seed: Callable[[str], Path]) -> None:
    """Every paragraph of the report stands in the text in the same order, and is no furniture."""
    source, _ = read_source(SAMPLES / name)
    lines = source.text.split("\n")
    shown = zip(lines, source.layout, strict=True)
    text = squeezed("".join(line for line, look in shown if not look.furniture))
    at = 0
    for paragraph in seed(name[:3]).read_text(encoding="utf-8").split("\n"):
        found = text.find(squeezed(paragraph), at)
        assert found >= 0, paragraph
        at = found + len(squeezed(paragraph))


@pytest.mark.parametrize("name", PAGES)
def test_the_report_is_the_same_as_from_its_text(name: str, seed: Callable[[str], Path]) -> None:
    """Outline and promises of a saved page are those of the text file, all of them."""
    expected, found = report_of(seed(name[:3])), report_of(SAMPLES / name)
    assert share(outline_rows(expected), outline_rows(found)) == 1.0
    assert share(promise_rows(expected), promise_rows(found)) == 1.0
    assert (found.meta.region, found.meta.year) == (expected.meta.region, expected.meta.year)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_site_is_read_as_text(name: str, seed: Callable[[str], Path]) -> None:
    """What stands around a report is left out or marked as furniture; the title alone is added."""
    source, _ = read_source(SAMPLES / name)
    report = squeezed(seed(name[:3]).read_text(encoding="utf-8"))
    shown = zip(source.text.split("\n"), source.layout, strict=True)
    added = [
        line
        for line, look in shown
        if not look.furniture and not look.table and squeezed(line) not in report
    ]
    assert added in ([], ["2025年政府工作报告"])
    if "office" not in name:
        assert "navigation-left-out" in {remark.code for remark in source.remarks}
    kept = [
        line
        for line, look in zip(source.text.split("\n"), source.layout, strict=True)
        if look.furniture
    ]
    assert len(kept) <= 5


def test_tables_come_out_with_their_cells() -> None:
    """A row is one line; an empty cell stands where one from above goes on."""
    source, _ = read_source(SAMPLES / "001-office.html")
    rows = [
        line.split("\t")
        for line, look in zip(source.text.split("\n"), source.layout, strict=True)
        if look.table == 2
    ]
    assert {len(row) for row in rows} == {4}
    assert rows[0] == ["指标分类", "序号", "指  标  名  称".replace("  ", " "), "2023年预期目标"]
    assert rows[-1][:2] == ["", "43"]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("003-modern.mhtml", "UTF-8"),
        ("003-trs.html", "UTF-8"),  # and says in its head that it is gb2312
        ("004-tables-source.html", "GB18030"),
    ],
)
def test_the_encoding_is_that_of_the_bytes(name: str, encoding: str) -> None:
    """Browsers save in UTF-8 and leave in the page's head what the server had said."""
    assert read_source(SAMPLES / name)[0].encoding == encoding


def test_headings_keep_their_look() -> None:
    """Levels of headings, bold and centred lines come along."""
    looks = {}
    for name in ("003-office.xhtml", "003-modern.mhtml", "003-trs.html"):
        source, _ = read_source(SAMPLES / name)
        at = source.text.split("\n").index("一、2022年工作总结")
        looks[name] = source.layout[at]
    assert looks["003-office.xhtml"].style_level == 2
    assert looks["003-modern.mhtml"].bold
    assert looks["003-trs.html"].bold
    assert looks["003-trs.html"].size == 13.5
