"""The tracking report on paper, read again by another library than the one that set it."""

import re

import pypdfium2
import pytest

from tests.tracker.export.test_handout_writers import DANGEROUS, handout_of
from tracker.errors import ExportProblem
from tracker.export import to_pdf
from tracker.model.handout import HandoutOptions
from tracker.resources import resource_bytes


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
