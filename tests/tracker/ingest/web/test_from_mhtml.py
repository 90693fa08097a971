"""Pages saved with all their parts in one file."""

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputProblem
from tracker.ingest.kinds import kind_of
from tracker.ingest.web.from_mhtml import read_mhtml, read_webarchive

PROSE = (
    "过去一年，我们坚持稳中求进工作总基调，全市生产总值增长5.5%左右，城镇新增就业12万人，"
    "居民人均可支配收入同步增长，完成了年度目标。"
)


def archive(*parts: tuple[str, bytes]) -> bytes:
    """Return an mhtml file of parts: header lines and content."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    body = b"".join(b"--b\r\n" + h.encode() + b"\r\n\r\n" + c + b"\r\n" for h, c in parts)
    return head + body + b"--b--\r\n"


def html(text: str, charset: str = "utf-8") -> tuple[str, bytes]:
    """Return a part with a page."""
    return f'Content-Type: text/html; charset="{charset}"', f"<p>{text}</p>".encode(charset)


def test_the_page_with_the_most_text_is_the_document() -> None:
    """Frames hold the menu, the report and advertisements; the person is told."""
    source = read_mhtml(archive(html("菜单"), html(PROSE), html("广告"), html("")))
    assert source.text == PROSE
    assert "frames-left-out" in {remark.code for remark in source.remarks}


@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "big5", "utf-16", "klingon"])
def test_the_declared_encoding_is_one_witness(charset: str) -> None:
    """What the part says is used where the bytes show nothing, and never believed blindly."""
    head = f"Content-Type: text/html; charset={charset}"
    assert read_mhtml(archive((head, f"<p>{PROSE}</p>".encode()))).text == PROSE


@pytest.mark.parametrize(
    ("coding", "content"),
    [
        ("quoted-printable", b"<p>=E6=8A=A5=\r\n=E5=91=8A</p>"),
        ("base64", b"PHA+5oql5ZGKPC9wPg=="),
        ("8bit", "<p>报告</p>".encode()),
        ("x-nonsense", "<p>报告</p>".encode()),
    ],
)
def test_codings_are_undone(coding: str, content: bytes) -> None:
    """Parts are packed as letters are."""
    head = f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {coding}"
    assert read_mhtml(archive((head, content))).text == "报告"


def test_sheets_of_the_file_hide_what_they_hide() -> None:
    """Browsers move the sheets of a page into parts of their own."""
    sheet = ("Content-Type: text/css", b".hide { display: none }")
    page = ("Content-Type: text/html", f"<p class=hide>藏</p><p>{PROSE}</p>".encode())
    assert read_mhtml(archive(page, sheet)).text == PROSE


def test_a_page_alone_in_a_letter_is_read() -> None:
    """Old programs save mht without parts."""
    data = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PROSE.encode()
    assert read_mhtml(data).text == PROSE


def test_webarchives_are_read() -> None:
    """Safari packs a page and its frames into a property list, binary or not."""
    main = {"WebResourceData": f"<p>{PROSE}</p>".encode(), "WebResourceTextEncodingName": "UTF-8"}
    frame = {"WebMainResource": {"WebResourceData": b"<p>frame</p>"}}
    packed = {"WebMainResource": main, "WebSubframeArchives": [frame]}
    for kind in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        data = plistlib.dumps(packed, fmt=kind)
        assert read_webarchive(data).text == PROSE
        assert kind_of(data, "a.webarchive") == ".webarchive"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no letter",
        archive(("Content-Type: image/png", b"x")),
        archive(),
        b"Content-Type: multipart/related; boundary=b\r\n\r\n" * 3,
    ],
)
def test_a_file_without_a_page_is_told(data: bytes) -> None:
    """The sentence says to save the page again."""
    with pytest.raises(InputProblem, match=r"save it again|copy the text"):
        read_mhtml(data)


def test_nested_letters_end() -> None:
    """Parts within parts within parts are not followed for ever."""
    data = b"".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n'.encode()
        for n in range(3000)
    )
    with pytest.raises(InputProblem):
        read_mhtml(data + b"Content-Type: text/html\r\n\r\n<p>x</p>")


@pytest.mark.parametrize(
    "data", [b"", b"bplist00", b"<plist><array/></plist>", b"bplist00\xff" * 9, b"<?xml ?><plist>"]
)
def test_a_damaged_webarchive_is_told(data: bytes) -> None:
    """Neither a list without a page nor nonsense is a traceback."""
    with pytest.raises(InputProblem, match="save it again"):
        read_webarchive(data)


PIECES = st.sampled_from(
    [
        *("--b\r\n", "\r\n", "<p>报告", "=Z", "\0", "%PDF", ": :\r\n"),
        *("Content-Type: text/html; charset==?\r\n", "Content-Type: message/rfc822\r\n"),
        "Content-Type: multipart/related; boundary=b\r\n",
        "Content-Transfer-Encoding: base64\r\n",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_letters_of_any_kind_are_read_or_told(pieces: list[str]) -> None:
    """No order of headers and parts brings the reader down."""
    try:
        found = read_mhtml("".join(pieces).encode())
    except InputProblem:
        return
    assert found.text
