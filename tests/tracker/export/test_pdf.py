"""The tracking report on paper, read again by another library than the one that set it."""

import re
from dataclasses import replace
from time import process_time

import pypdfium2
import pytest

from tests.tracker.export.test_handout_writers import DANGEROUS, handout_of
from tracker.errors import ExportProblem
from tracker.export import to_pdf
from tracker.export.handout_table import PROMISE_COLUMNS
from tracker.model.handout import HandoutOptions
from tracker.model.tracking import Verdict
from tracker.resources import resource_bytes


def test_a_table_of_every_column_has_a_sheet_with_room() -> None:
    """A3 instead of words of one letter a line; the id breaks instead of running off the page."""
    handout = handout_of("增长6%以上", "建成2条")
    every = tuple(column.key for column in PROMISE_COLUMNS)
    made = to_pdf.handout_bytes(handout, HandoutOptions(columns=every), resource_bytes)
    with pypdfium2.PdfDocument(made) as document:
        page = document[0]
        assert [round(side) for side in page.get_size()] == [1191, 842]
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    assert max(right for _, _, right, _ in boxes) < 1191 - 40


def test_time_grows_with_the_rows_and_not_by_their_square() -> None:
    """Four times the rows take about four times the time, never sixteen times."""
    handout = handout_of(*(f"建成第{n}条" for n in range(250)))
    spent = []
    for times in (4, 16):
        many = replace(handout, rows=handout.rows * times)
        start = process_time()
        to_pdf.handout_bytes(many, HandoutOptions(audit=False), resource_bytes)
        spent.append(process_time() - start)
    assert spent[1] < 7 * spent[0]


def text_of(data: bytes) -> str:
    """Return the characters of all pages without the breaks that lines make."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return re.sub(r"\s+", "", "".join(pages))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_promise_stands_there_in_so_many_words(language: str) -> None:
    """Markup, formulas and script in a text are characters; evidence and note stand beside."""
    handout = handout_of(
        *DANGEROUS, "#strong[全面] $x^2$ *不是粗体* _下划线_ `代码` @引用 \\ // /* */"
    )
    found = text_of(to_pdf.handout_bytes(handout, HandoutOptions(language), resource_bytes))
    for row in handout.rows:
        assert re.sub(r"\s+", "", row.tracking.commitment.statement.quote) in found
    assert "地区生产总值增长8.7%" in found
    assert "查过年鉴" in found
    assert ("第1页" if language == "zh" else "Page1of") in found


def test_the_font_is_embedded_in_part() -> None:
    """No page needs a font of the reader's machine, and no whole font is carried along."""
    data = to_pdf.handout_bytes(handout_of("新建学校12所"), HandoutOptions("zh"), resource_bytes)
    assert re.search(rb"/BaseFont\s*/[A-Z]{6}\+", data)
    assert len(data) < 400_000


def test_long_tables_repeat_their_head_and_run_off_no_page() -> None:
    """Each page of the table has its head; all text lies on the page."""
    handout = handout_of(*(f"建成第{n}批重点项目{n}个，总投资{n}亿元" for n in range(120)))
    with pypdfium2.PdfDocument(
        to_pdf.handout_bytes(handout, HandoutOptions("zh"), resource_bytes)
    ) as document:
        assert len(document) > 3
        for number, page in enumerate(document):
            words = page.get_textpage()
            width, height = page.get_size()
            assert width > height
            boxes = [words.get_charbox(n) for n in range(words.count_chars())]
            assert all(box[0] >= 0 and box[2] <= width for box in boxes)
            if number < len(document) - 2:
                assert "承诺原文" in words.get_text_bounded()


def test_the_longest_verdict_stays_inside_its_column() -> None:
    """“undetermined” breaks nowhere: its column is wide enough for it in bold letters."""
    handout = handout_of("增长6%以上", "建成2条", "建成3条")
    first, *others = handout.rows
    tracking = replace(first.tracking, verdict=Verdict.UNDETERMINED)
    handout = replace(handout, rows=(replace(first, tracking=tracking), *others))
    data = to_pdf.handout_bytes(handout, HandoutOptions("en"), resource_bytes)
    with pypdfium2.PdfDocument(data) as document:
        words = document[0].get_textpage()
        written = words.get_text_range()
        verdict_ends = written.rindex("undetermined") + len("undetermined") - 1
        evidence_begins = written.index("地区生产总值增长8.7%")
        right = words.get_charbox(verdict_ends)[2]
        assert right < words.get_charbox(evidence_begins)[0] - 2


def test_a_promise_is_not_parted_by_the_end_of_a_page() -> None:
    """Every cell of a row stands whole on one page; a text or note higher than it runs on."""
    promises = [f"建设第{n}号" + "重点项目并投入使用" * 9 + f"第{n}止" for n in range(100, 150)]
    huge = "起" + "很长的承诺内容" * 600 + "终"
    handout = handout_of(*promises, huge, "最后")
    mark = handout.rows[-1].mark
    assert mark
    last = replace(handout.rows[-1], mark=replace(mark, note="说明" * 250 + "末句"))
    handout = replace(handout, rows=(*handout.rows[:-1], last))
    data = to_pdf.handout_bytes(handout, HandoutOptions("zh"), resource_bytes)
    with pypdfium2.PdfDocument(data) as document:
        found = [re.sub(r"\s+", "", p.get_textpage().get_text_bounded()) for p in document]
    for promise in promises:
        assert sum(promise in page for page in found) == 1
    assert "".join(found).count("很长的承诺内容") > 500
    assert "".join(found).count("末句") >= 1
    assert any("终" in page and "起" not in page for page in found)


def test_without_a_chinese_font_one_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A PDF of empty boxes is worse than none."""
    to_pdf.chinese_font.cache_clear()
    monkeypatch.setattr(to_pdf, "CHINESE_FONTS", ("No Such Font",))
    with pytest.raises(ExportProblem) as caught:
        to_pdf.handout_bytes(handout_of("新建学校12所"), HandoutOptions("zh"), resource_bytes)
    assert "中文字体" in caught.value.message.zh
    to_pdf.chinese_font.cache_clear()


@pytest.mark.parametrize("n", [0, 1, 16, 17, 18])
def test_the_lines_to_sign_stand_on_the_page_of_the_last_promise(n: int) -> None:
    """However full that page is: sixteen of these promises are a page, the next go over with it."""
    handout = handout_of(*(f"办好第{one}件民生实事" for one in range(max(n, 1))))
    if not n:
        handout = replace(handout, rows=())
    options = HandoutOptions("zh", evidence=False, charts=False, audit=False)
    with pypdfium2.PdfDocument(to_pdf.handout_bytes(handout, options, resource_bytes)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    (signed,) = (page for page in pages if "审核人" in page)
    assert "序号" in signed
    assert not n or f"办好第{n - 1}件" in signed
