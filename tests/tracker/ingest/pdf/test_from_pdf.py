"""PDF files made by real programs give the paragraphs, tables and notes that went in."""

import io
import re
from collections import Counter
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.same_report import outline_rows, promise_rows, report_of
from tracker.errors import InputProblem
from tracker.ingest.pdf.from_pdf import read_pdf
from tracker.model.source import LineLayout, SourceText

SAMPLES = Path(__file__).parents[1] / "samples" / "pdf"
READABLE = sorted(path.stem for path in SAMPLES.glob("*.pdf") if path.with_suffix(".txt").exists())


def read(name: str) -> SourceText:
    return read_pdf((SAMPLES / f"{name}.pdf").read_bytes())


def lines(source: SourceText) -> list[tuple[str, LineLayout]]:
    return list(zip(source.text.split("\n"), source.layout, strict=True))


def bare(text: str) -> str:
    """A text without spaces between Chinese and Latin, which a PDF does not tell from air."""
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[!-~])|(?<=[!-~]) (?=[^\x00-\x7f])", "", text)


def own(source: SourceText) -> list[str]:
    """The lines of the document itself."""
    return [text for text, layout in lines(source) if not (layout.furniture or layout.note)]


def furniture(source: SourceText) -> list[str]:
    return [text for text, layout in lines(source) if layout.furniture]


def wanted(name: str) -> list[str]:
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def is_note(text: str) -> bool:
    return text.startswith("统计口径按照国家统计局第")


@pytest.mark.parametrize("name", READABLE)
def test_paragraphs_and_rows_are_those_that_went_in(name):
    """Each paragraph and each row of a table is one line again, whatever page or column cut it."""
    expected = [bare(text) for text in wanted(name) if not is_note(text)]
    assert [bare(text) for text in own(read(name))] == expected


@pytest.mark.parametrize("name", READABLE)
def test_no_character_is_lost_or_added(name):
    """Of text that is no furniture every character is kept, notes with their marks included."""
    source = read(name)
    kept = "".join(text for text, layout in lines(source) if not layout.furniture)
    marks = "".join(re.findall(r"^\d+ ", source.text, re.MULTILINE))
    count = Counter("".join(wanted(name))) + Counter(marks)
    del count["\t"], count[" "]
    found = Counter(kept)
    del found["\t"], found[" "]
    assert found == count


@pytest.mark.parametrize("name", sorted(set(READABLE) - {"office_headed"}))
def test_outline_and_promises_are_those_of_the_text(name):
    """A report read from a PDF has the sections and the promises that its text file has."""
    pdf, text = (report_of(SAMPLES / f"{name}{ending}") for ending in (".pdf", ".txt"))
    assert outline_rows(pdf) == outline_rows(text)
    assert promise_rows(pdf) == promise_rows(text)


@pytest.mark.parametrize(
    ("name", "repeated", "pages"),
    [
        ("office_headed", {"苏州市人民政府公报"}, "- {} -"),
        ("office_unruled", set(), "i ii iii iv"),
        ("office_columns", set(), "第{}页 共2页"),
        ("office_plain", set(), "— {} —"),
    ],
)
def test_heads_feet_and_page_numbers_are_furniture(name, repeated, pages):
    """What repeats over pages is furniture, and so is what counts them, and nothing else."""
    found = furniture(read(name))
    count = max(layout.page or 0 for layout in read(name).layout)
    numbers = pages.split() if "{}" not in pages else [pages.format(n + 1) for n in range(count)]
    heads = {text for text in found if text.startswith("指标名称")}
    assert [text for text in found if text not in repeated | heads] == numbers
    assert all(found.count(text) == count for text in repeated)


def test_a_browsers_own_head_and_foot_are_furniture():
    """Chromium prints the date and the title above, the address and the page below."""
    found = furniture(read("web_ruled"))
    heads = [text for text in found if text.endswith("政府工作报告")]
    feet = [text for text in found if text.startswith("file:///")]
    assert len(heads) == len(feet) == len(found) / 2


def test_what_a_site_has_around_a_page_is_furniture():
    """The site's name, menu and search field above the title, and the links beside the text."""
    found = furniture(read("web_site"))
    assert found[:3] == [
        "政府网站 今天：2026年2月3日 搜索",
        "首页 政务公开 政务服务",
        "当前位置：首页>政务公开>正文",
    ]
    assert {"热点专题", "图解工作报告", "2026-02-03"} < set(found)


@pytest.mark.parametrize("name", ["office_headed", "office_unruled", "web_ruled"])
def test_a_table_over_pages_is_one_table(name):
    """Its rows have one number and as many cells each; its head stands once, its caption before."""
    source = read(name)
    rows = [text.split("\t") for text, layout in lines(source) if layout.table]
    assert {layout.table for layout in source.layout} == {None, 1}
    assert rows == [text.split("\t") for text in wanted(name) if "\t" in text]
    before = next(i for i, layout in enumerate(source.layout) if layout.table) - 1
    assert source.text.split("\n")[before].startswith("表1")


def test_notes_stand_after_the_paragraph_and_leave_no_mark_in_it():
    """A footnote is a line of its own with its mark; the sentence ends as it did without."""
    source = read("office_headed")
    notes = [text for text, layout in lines(source) if layout.note]
    assert notes == [f"1 {text}" for text in wanted("office_headed") if is_note(text)]
    assert not re.search(r"[。，]\d$|[¹²]。", "\n".join(own(source)))


def test_raised_and_lowered_figures_stay_in_their_word():
    """A raised 2 that calls no note is a square, a lowered 2.5 stays in its place."""
    assert "新增湿地20km²，PM2.5平均浓度下降3%，R&D投入占比达4%。" in own(read("office_headed"))


@pytest.mark.parametrize("name", READABLE)
def test_pages_count_up_along_the_text(name):
    """Every line has the page on which it begins."""
    pages = [x.page for x in read(name).layout if not (x.furniture or x.note)]
    assert pages[0] == 1
    assert pages == sorted(pages, key=lambda page: page or 0)


def test_furniture_never_parts_a_paragraph():
    """Head and foot stand after the paragraph that the page break cuts."""
    source = read("office_plain")
    runs = [(kind, len(list(run))) for kind, run in groupby(x.furniture for x in source.layout)]
    assert sum(size for kind, size in runs if kind) == 6
    cut = next(text for text in own(source) if text.startswith("过去一年，我们坚持以"))
    assert cut.endswith("。")


def test_size_bold_and_centring_are_told():
    """A title is large, bold and centred; a heading is bold; a paragraph is neither."""
    found = dict(lines(read("office_columns")))
    title, text = found["政府工作报告"], found["各位代表："]
    assert (title.bold, title.centred, text.bold, text.centred) == (True, True, False, False)
    assert (title.size or 0) > (text.size or 0)
    assert found["一、2022年工作总结"].bold


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_pages_read_the_same(degrees):
    """A page that lies on its side is read in the direction of its characters."""
    document = pdfium.PdfDocument(SAMPLES / "office_headed.pdf")
    for page in document:
        page.set_rotation(degrees)
    assert read_pdf(saved(document)).text == read("office_headed").text


def saved(document: pdfium.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def test_a_scan_is_said_to_be_one():
    """Pictures without text are named, with what to do."""
    with pytest.raises(InputProblem) as raised:
        read("scanned")
    assert "扫描件" in raised.value.message.zh
    assert "OCR" in raised.value.message.zh


def test_pages_without_text_are_named():
    """A report with a scanned page in it is read, and the page is told."""
    document = pdfium.PdfDocument(SAMPLES / "office_plain.pdf")
    document.import_pages(pdfium.PdfDocument(SAMPLES / "scanned.pdf"), index=2)
    source = read_pdf(saved(document))
    assert own(source) == own(read("office_plain"))
    (remark,) = source.remarks
    assert (remark.code, "第3页" in remark.message.zh) == ("pdf-pages-without-text", True)


def test_a_password_is_asked_for():
    """A protected file is told from a damaged one."""
    with pytest.raises(InputProblem) as raised:
        read("password")
    assert "密码" in raised.value.message.zh


@pytest.mark.parametrize("name", ["office_plain", "web_ruled"])
def test_text_without_a_meaning_is_refused(name):
    """Fonts that do not say which characters they show give no text to work on."""
    data = (SAMPLES / f"{name}.pdf").read_bytes().replace(b"/ToUnicode", b"/ToUnicodX")
    with pytest.raises(InputProblem) as raised:
        read_pdf(data)
    assert "乱码" in raised.value.message.zh


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"\0" * 500, "政府工作报告".encode(), b"%PDF-1.4 1 0 obj <<>> endobj"],
)
def test_damage_is_one_sentence(data):
    """What is no PDF is said to be damaged."""
    with pytest.raises(InputProblem) as raised:
        read_pdf(data)
    assert "损坏" in raised.value.message.zh


@pytest.mark.parametrize(("pages", "said"), [(1, "空白"), (2001, "超过2000页")])
def test_blank_and_endless_files_are_refused(pages, said):
    """No page with anything on it, or more pages than any report has."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    with pytest.raises(InputProblem) as raised:
        read_pdf(saved(document))
    assert said in raised.value.message.zh


WHOLE = (SAMPLES / "web_columns.pdf").read_bytes()


@settings(max_examples=40, deadline=None)
@example(changes=[(57, b"\0\0\0\0\0")], end=0)  # an entry of the metadata that is no UTF-16
@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8)), max_size=12
    ),
    st.integers(0, len(WHOLE)),
)
def test_damaged_files_are_read_or_refused(changes, end):
    """Whatever bytes are changed or cut off, the outcome is a text or one sentence."""
    data = bytearray(WHOLE)
    for place, change in changes:
        data[place : place + len(change)] = change
    try:
        source = read_pdf(bytes(data[:end] if end % 2 else data))
    except InputProblem:
        return
    assert len(source.layout) in {0, source.text.count("\n") + 1}
