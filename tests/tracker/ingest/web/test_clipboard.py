"""What was copied becomes a file that is imported like any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ingest.files import decode_source
from tracker.ingest.web.clipboard import from_clipboard

PROSE = (
    "过去一年，我们坚持稳中求进工作总基调，全市生产总值增长5.5%左右，城镇新增就业12万人，"
    "居民人均可支配收入同步增长，完成了年度目标。"
)


def windows(fragment: str, before: str = "<html><body>", after: str = "</body></html>") -> bytes:
    """Return what Windows hands over as ``HTML Format``: offsets in bytes, then the page."""
    names = ("StartHTML", "EndHTML", "StartFragment", "EndFragment")
    head = "Version:0.9\r\n" + "".join(f"{name}:{{:010}}\r\n" for name in names)
    start = len(head.format(0, 0, 0, 0))
    page = before.encode() + fragment.encode() + after.encode()
    first = start + len(before.encode())
    last = first + len(fragment.encode())
    return head.format(start, start + len(page), first, last).encode() + page + b"\0"


def texts(plain: str, html: str | bytes) -> list[str]:
    """Return the lines that an import of what was copied reads."""
    pasted = from_clipboard(plain, html)
    assert pasted is not None
    assert pasted.name.endswith(pasted.suffix)
    return decode_source(pasted.data, pasted.name).text.split("\n")


@pytest.mark.parametrize(
    "html",
    [
        f"<h1>政府工作报告</h1><p>{PROSE}</p>",
        f"<html><body>\n<!--StartFragment--><h1>政府工作报告</h1><p>{PROSE}</p><!--EndFragment-->\n</body>",
        f"<html><head><title>别的</title></head><body><h1>政府工作报告</h1><p>{PROSE}</p></body></html>",
        windows(
            f"<h1>政府工作报告</h1><p>{PROSE}</p>",
            "<html><head><title>别的</title></head><body>多余",
        ),
        windows(f"<h1>政府工作报告</h1><p>{PROSE}</p>").decode(),
    ],
)
def test_the_copied_part_alone_is_read(html: str | bytes) -> None:
    """What stood around it in the page was not copied, and what was is all text."""
    assert texts("", html) == ["政府工作报告", PROSE]
    pasted = from_clipboard("政府工作报告\n" + PROSE, html)
    assert pasted is not None
    assert (pasted.name, pasted.suffix) == ("政府工作报告.html", ".html")


def test_everything_copied_is_text() -> None:
    """Links and short lines are no navigation here: a person chose them."""
    pasted = from_clipboard("", f'<ul><li><a href="x">首页</a></li></ul><p>{PROSE}</p><p>打印</p>')
    assert pasted is not None
    source = decode_source(pasted.data, pasted.name)
    assert source.text.split("\n") == ["首页", PROSE, "打印"]
    assert not any(look.furniture for look in source.layout)


def test_tables_and_headings_come_along() -> None:
    """That is what rich text is taken for."""
    pasted = from_clipboard(
        "甲 乙", windows("<table><tr><td>甲<td>乙<tr><td>1<td>2</table><h2>标题</h2>")
    )
    assert pasted is not None
    source = decode_source(pasted.data, pasted.name)
    assert source.text.split("\n") == ["甲\t乙", "1\t2", "标题"]
    assert [(look.table, look.style_level) for look in source.layout] == [
        (1, None),
        (1, None),
        (None, 2),
    ]


def test_the_sheet_of_the_page_comes_along() -> None:
    """Word says in it which paragraphs are bold and which are hidden."""
    sheet = "<html><head><style>p.t{font-weight:bold} .h{display:none}</style></head><body>"
    pasted = from_clipboard("", windows("<p class=t>标题</p><p class=h>藏</p>", sheet))
    assert pasted is not None
    source = decode_source(pasted.data, pasted.name)
    assert source.text == "标题"
    assert source.layout[0].bold


@pytest.mark.parametrize(
    "html", ["", "<img src=x>", "<p>短</p>", windows("<img src=x>"), "<!-- x -->"]
)
def test_plain_text_is_taken_where_the_rich_one_holds_less(html: str | bytes) -> None:
    """Some programs put a picture or a link beside the text."""
    pasted = from_clipboard(f"政府工作报告\n{PROSE}", html)
    assert pasted is not None
    assert (pasted.name, pasted.suffix) == ("政府工作报告.txt", ".txt")
    assert pasted.data.decode() == f"政府工作报告\n{PROSE}"


@pytest.mark.parametrize(
    ("plain", "html"), [("", ""), (" \n\t", "<p> </p>"), ("", "<script>x</script>")]
)
def test_nothing_copied_is_nothing_to_import(plain: str, html: str) -> None:
    """The window can say so."""
    assert from_clipboard(plain, html) is None


@pytest.mark.parametrize(
    ("plain", "name"),
    [
        ("\n  ——2023年/苏州:报告*?\n正文", "——2023年苏州报告.txt"),
        ("。。。\n正文", "正文.txt"),
        ("！！！", "粘贴.txt"),
        ("长" * 90, "长" * 30 + ".txt"),
    ],
)
def test_the_name_is_the_first_line(plain: str, name: str) -> None:
    """Without what no file system takes."""
    pasted = from_clipboard(plain)
    assert pasted is not None
    assert pasted.name == name


@given(st.text(max_size=60), st.one_of(st.text(max_size=80), st.binary(max_size=80)))
def test_clipboards_of_any_kind_become_a_file_or_nothing(plain: str, html: str | bytes) -> None:
    """Whatever a program puts on the clipboard, the window is not brought down."""
    pasted = from_clipboard(plain, html)
    assert pasted is None or (pasted.data and "/" not in pasted.name)


@given(st.binary(max_size=60))
def test_wrong_offsets_are_not_believed(tail: bytes) -> None:
    """Offsets beyond the end, backwards or negative mark nothing."""
    head = b"Version:1.0\r\nStartHTML:-1\r\nStartFragment:0000000900\r\nEndFragment:0000000001\r\n"
    pasted = from_clipboard("", head + "<p>报告</p>".encode() + tail)
    assert pasted is not None
