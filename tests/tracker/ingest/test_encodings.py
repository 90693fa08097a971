"""Encodings: found out over real reports, chosen by a person, and damage said with its lines."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tracker.errors import InputProblem
from tracker.ingest.encodings import ENCODINGS, decode_text
from tracker.ingest.from_plain import read_plain

TRADITIONAL = (
    "各位代表：現在，我代表市人民政府，向大會報告工作，請予審議。過去一年，我們堅持穩中求進，經濟運行"
    "總體平穩，全市生產總值增長5.5%左右，城鎮新增就業12萬人，居民收入增長與經濟增長基本同步。"
    "我們加快建設現代化產業體系，推動傳統產業轉型升級，新開工重大項目120個，總投資3000億元。"
)
CODECS = [
    ("utf-8", "UTF-8"),
    ("utf-8-sig", "UTF-8"),
    ("utf-16", "UTF-16LE"),
    ("utf-16-le", "UTF-16LE"),
    ("utf-16-be", "UTF-16BE"),
    ("utf-32", "UTF-32LE"),
    ("gb2312", "GB18030"),
    ("gbk", "GB18030"),
    ("gb18030", "GB18030"),
    ("big5", "Big5"),
]
COMMON = "".join(c for c in TRADITIONAL if c >= "一") + "的一是在不了有和人这中大为上个国我以要他时"


@pytest.mark.parametrize(("codec", "name"), CODECS)
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_report_is_read_in_any_encoding(
    number: str, codec: str, name: str, seed: Callable[[str], Path]
) -> None:
    """The whole report and every passage of 50 and 200 characters of it come out as they were."""
    text = seed(number).read_text(encoding="utf-8")
    passages = [text, *(text[i : i + n] for n in (50, 200) for i in range(0, len(text), 1999))]
    for passage in passages:
        data = passage.encode(codec, "ignore")
        known = data.decode(codec)
        if sum("一" <= c <= "鿿" for c in known) < 15:
            continue  # an end of a report, or what Big5 leaves of simplified characters
        found = decode_text(data)
        assert (found.text, found.encoding, found.remarks) == (known, name, ())


@pytest.mark.parametrize("codec", ["big5", "gbk", "utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("length", [25, 50, 100, len(TRADITIONAL)])
def test_traditional_text_is_read(codec: str, length: int) -> None:
    """Traditional characters are told from simplified ones in the same byte ranges."""
    text = TRADITIONAL[:length]
    assert decode_text(text.encode(codec)).text == text


@given(st.text(st.sampled_from(COMMON + "，。、：；0123456789%abc \n"), min_size=60, max_size=200))
def test_common_text_is_found_in_every_encoding(text: str) -> None:
    """Fifty characters that Chinese texts are full of are enough, whatever stands around them."""
    assume(sum(c in COMMON for c in text) >= 50)
    for codec in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert decode_text(text.encode(codec)).text == text


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"]), max_size=80))
@example("𠮷㐂😀")
def test_a_chosen_encoding_is_read_to_the_letter(text: str) -> None:
    """What a person chose is used, also where nothing in the text speaks for it."""
    assume("\ufffd" not in text and not text.startswith("\ufeff"))
    for name in ENCODINGS:
        if name == "Big5":
            continue  # holds no more than some 13,000 characters: below
        assert decode_text(text.encode(name), name).text == text


@given(st.text(st.sampled_from("市長報告，增長5%～10%·①éの裏"), max_size=40))
def test_big5_is_read_as_windows_writes_it(text: str) -> None:
    """``～`` comes back as itself; what Windows does not have is no reason to fail."""
    data = text.encode("cp950", "ignore")
    assert decode_text(data, "Big5").text == data.decode("cp950")


@pytest.mark.parametrize(
    ("said", "name"),
    [("gbk", "GB18030"), ("GB2312", "GB18030"), ("big5", "Big5"), ("utf8", "UTF-8")],
)
def test_other_names_of_an_encoding_are_known(said: str, name: str) -> None:
    """People and files call the same encoding by many names."""
    assert decode_text("报告".encode(codecs.lookup(name).name, "ignore"), said).encoding == name


@pytest.mark.parametrize("said", ["klingon", "", "\0"])
def test_an_unknown_encoding_is_told(said: str) -> None:
    """The sentence lists what may be chosen; no choice means that it is found out."""
    if not said:
        assert decode_text("报告".encode(), said).encoding == "UTF-8"
        return
    with pytest.raises(InputProblem, match="GB18030、Big5"):
        decode_text("报告".encode(), said)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_few_damaged_bytes_are_read_and_named(codec: str) -> None:
    """Damage stays on its line; the remark names the line and the encoding."""
    lines = ["全市生产总值增长百分之五左右，居民收入同步增长。"] * 6
    data = [line.encode(codec) for line in lines]
    data[3] = data[3][:-4] + b"\xff" + data[3][-3:]
    found = decode_text(b"\r\n".join(data))
    read = found.text.split("\n")
    assert "\ufffd" in read[3]
    assert read[:3] + read[4:] == lines[:5]
    assert [(r.code, r.line) for r in found.remarks] == [("encoding-damaged", 4)]


@pytest.mark.parametrize(("most", "few"), [("gb18030", "utf-8"), ("utf-8", "gb18030")])
def test_lines_of_another_encoding_are_read_as_such(most: str, few: str) -> None:
    """Files put together of two: each line is read in its own encoding, and this is said."""
    line = "全市生产总值增长百分之五左右，居民收入同步增长。"
    data = [line.encode(most)] * 5 + [line.encode(few)] * 2 + [line.encode(most)]
    found = decode_text(b"\n".join(data))
    assert found.text.split("\n") == [line] * 8
    assert [(r.code, r.line) for r in found.remarks] == [("encoding-mixed", 6)]
    assert "第6、7行" in found.remarks[0].message.zh


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x00\x00\x08\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        bytes(range(256)),
        "报告".encode() + b"\x00" * 30,
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    """Whatever is full of control characters is no text, in no encoding."""
    with pytest.raises(InputProblem, match="binary"):
        decode_text(data)


@pytest.mark.parametrize(
    ("data", "encoding"), [(b"abc \xff\xfe\xfd", ""), (b"\xd5\xfe" * 9, "UTF-8")]
)
def test_mostly_unreadable_text_is_refused(data: bytes, encoding: str) -> None:
    """A text full of gaps helps nobody; the sentence says what to do."""
    with pytest.raises(InputProblem) as problem:
        decode_text(data, encoding)
    message = problem.value.message
    assert ("请另选编码" if encoding else "另存为UTF-8") in message.zh
    assert "%" in message.en


@pytest.mark.parametrize("codec", ["euc-kr", "cp949"])
def test_a_text_like_no_chinese_is_marked_doubtful(codec: str) -> None:
    """A guess is said to be one, so that the person looks at the text."""
    found = decode_text("대한민국의 주권은 국민에게 있고, 모든 권력은 국민으로부터".encode(codec))
    assert "encoding-doubtful" in {remark.code for remark in found.remarks}


def test_a_single_nul_does_not_make_a_text_binary() -> None:
    """It is taken out later, with a remark; the text stays readable."""
    text = "全市生产总值增长百分之五左右，居民收入同步增长。" * 5 + "\x00"
    assert decode_text(text.encode()).text == text


def test_line_ends_are_levelled_before_lines_are_counted() -> None:
    """Every line ends with a line feed, in every encoding."""
    for codec in ("utf-8", "gb18030", "utf-16"):
        assert read_plain("一行报告\r\n二行报告\r三行\n".encode(codec)).text == (
            "一行报告\n二行报告\n三行\n"
        )


@given(st.binary(max_size=300), st.sampled_from(["", *ENCODINGS]))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes, encoding: str) -> None:
    """No bytes bring the reader down."""
    try:
        found = decode_text(data, encoding)
    except InputProblem:
        return
    assert "\r" not in found.text
    assert found.encoding in ENCODINGS
