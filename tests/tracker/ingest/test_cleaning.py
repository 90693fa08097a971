"""Control characters: out of every text, with one remark, and no line more or less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ingest.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("增长\x005%", "增长5%"),
        ("增长\u202e5%\u202c", "增长5%"),
        ("增长\u2066\x1b5%\x7f\x9f", "增长5%"),
        ("一\u2028二\x0b三\x0c四\x85五\u2029六", "一 二 三 四 五 六"),
        ("市长\ud83d", "市长\ufffd"),
        ("增长\U000e00415%", "增长5%"),
    ],
)
def test_control_characters_go_out(text: str, cleaned: str) -> None:
    """What orders or ends text without being seen goes; what breaks a line becomes a space."""
    found, remarks = clean(text)
    assert found == cleaned
    assert [remark.code for remark in remarks] == ["control-characters"]


@pytest.mark.parametrize("text", ["", "报告\t5%\n　　二、\u200b工作😀", "PM2.5、m²、𠮷"])
def test_usual_text_stays(text: str) -> None:
    """Tabs divide cells, and spaces of no width are told apart later: both stay, unremarked."""
    assert clean(text) == (text, ())


def test_the_remark_names_lines_and_number() -> None:
    """A person can look at the lines; of many the first are named."""
    (remark,) = clean("一\n\x00二\x00\n三")[1]
    assert remark.line == 2
    assert "第2行有2个" in remark.message.zh
    assert "Line 2: 2" in remark.message.en
    (remark,) = clean("\x01\n" * 9)[1]
    assert "第1、2、3、4、5行等9行" in remark.message.zh
    assert "Lines 1, 2, 3, 4, 5 and 4 more" in remark.message.en


@given(st.text(st.characters(codec=None), max_size=60))
def test_cleaning_keeps_lines_and_comes_to_an_end(text: str) -> None:
    """As many lines as before; nothing odd is left; a clean text can be written to a file."""
    cleaned, remarks = clean(text)
    assert cleaned.count("\n") == text.count("\n")
    assert clean(cleaned) == (cleaned, ())
    assert bool(remarks) == (cleaned != text)
    assert len(cleaned.encode().decode().splitlines()) <= text.count("\n") + 1
