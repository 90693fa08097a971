"""Web pages: lines as a browser shows them, with their look; what is the site's is furniture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputProblem
from tracker.ingest.encodings import ENCODINGS
from tracker.ingest.web.from_html import read_html
from tracker.model.source import SourceText

PROSE = (
    "过去一年，我们坚持稳中求进工作总基调，全市生产总值增长5.5%左右，城镇新增就业12万人，"
    "居民人均可支配收入同步增长，完成了年度目标。"
)


def read(page: str) -> SourceText:
    """Read a page in UTF-8."""
    return read_html(page.encode())


def lines(page: str) -> list[str]:
    """Return the lines of a page."""
    return read(page).text.split("\n")


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>一段</p><p>二段</p>", ["一段", "二段"]),
        ("<div>一段<div>二段</div>三段</div>", ["一段", "二段", "三段"]),
        ("一段<br>　　二段<br/>&emsp;&emsp;三段", ["一段", "二段", "三段"]),
        ("<p>一段话。&emsp;&emsp;二段话。　　三段</p>", ["一段话。", "二段话。", "三段"]),
        ("<p>市长　　吴庆文</p>", ["市长　　吴庆文"]),
        ("<p>增长\n  5%&nbsp;&nbsp;以上</p>", ["增长 5% 以上"]),
        ("<pre>一行\n二行</pre>", ["一行", "二行"]),
        ("<p>一<span>、</span><font size=4>回<b>顾</b></font></p>", ["一、回顾"]),
        ("<p>报告<p>未闭合<div>乱序</p></div>", ["报告", "未闭合", "乱序"]),
        ("<p>&lt;b&gt;&#20108;&amp;&hellip;&ldquo;</p>", ["<b>二&…“"]),
        ("只有文字", ["只有文字"]),
    ],
)
def test_lines_are_those_a_browser_shows(page: str, shown: list[str]) -> None:
    """A paragraph is a line, and so is what stands between two breaks."""
    assert lines(page) == shown


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>藏</script>",
        "<style>藏{}</style>",
        "<noscript>藏</noscript>",
        "<template><p>藏</p></template>",
        "<!-- 藏 -->",
        "<p hidden>藏</p>",
        '<p style="DISPLAY: none !important">藏</p>',
        '<p style="visibility:hidden">藏</p>',
        "<span style='mso-hide:all'>藏</span>",
        "<style>.h, p.x { display : none }</style><p class='a h'>藏</p><p class=x>藏</p>",
        "<select><option>藏</option></select>",
        "<!--[if gte mso 9]><xml>藏</xml><![endif]-->",
        "<iframe>藏</iframe><svg><text>藏</text></svg>",
    ],
)
def test_hidden_elements_stay_out(hidden: str) -> None:
    """What a browser does not show is no text."""
    assert lines(f"<p>报告正文</p>{hidden}<p>报告结尾</p>") == ["报告正文", "报告结尾"]


def test_rules_for_print_hide_nothing() -> None:
    """A page that prints without its head is shown with it."""
    sheet = "<style>@media print { p { display: none } } @import 'x.css'; b{}</style>"
    assert lines(f"{sheet}<p>报告</p>") == ["报告"]


def test_what_a_script_would_show_is_shown() -> None:
    """An element that holds most of the text is not hidden for good: WeChat shows it by script."""
    article = f'<div style="visibility: hidden; opacity: 0"><p>{PROSE}</p></div>'
    assert PROSE in lines(f"{article}<p>按钮</p>")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>标题</h1>", {"style_level": 1, "bold": True}),
        ("<h3><font>标题</font></h3>", {"style_level": 3}),
        ('<div role=heading aria-level="2">标题</div>', {"style_level": 2}),
        ("<p><strong>标</strong><b>题</b></p>", {"bold": True}),
        ("<p><b>标</b>题</p>", {"bold": False}),
        ('<p style="font-weight:700">标题</p>', {"bold": True}),
        ('<b style="font-weight:normal">标题</b>', {"bold": False}),
        ("<style>p.t{font:bold 22px 宋体;text-align:center}</style><p class=t>标题</p>",
         {"bold": True, "centred": True, "size": 16.5}),
        ("<p align=CENTER>标题</p>", {"centred": True}),
        ("<center><p align=left>标题</p></center>", {"centred": False}),
        ("<style>p{text-align:left}</style><p align=center>标题</p>", {"centred": True}),
        ("<p align=center style='text-align:left'>标题</p>", {"centred": False}),
        ('<p style="font-size:16px">标题</p>', {"size": 12.0}),
        ('<font size=5><span style="font-size:150%">标题</span></font>', {"size": 27.0}),
        ('<div id="sdfootnote1"><p>注释</p></div>', {"note": True}),
        ("<div style='mso-element:footnote' id=ftn1><p>注释</p></div>", {"note": True}),
        ('<div title="header"><p>政府工作报告</p></div><p>正文</p>', {"furniture": True}),
    ],
)  # fmt: skip
def test_the_look_of_a_line_comes_along(page: str, expected: dict[str, object]) -> None:
    """Levels, bold, centred, size and notes are what the parser knows headings by."""
    page += f"<p>{PROSE}</p>" if "header" in page else ""
    layout = read(page).layout[0]
    assert {name: getattr(layout, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3 type=A><li>甲<li value=9>乙<li>丙</ol>", ["C.甲", "I.乙", "J.丙"]),
        ("<ol><li>甲<ol type=i><li>子</ol><li>乙</ol>", ["1.甲", "i.子", "2.乙"]),
        ("<ol><li><p>甲</p><p>续</p></li></ol>", ["1.甲", "续"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲</ol>", ["一、甲"]),
        ("<ol style='list-style:none'><li>甲</ol>", ["甲"]),
        ("<ol><li>（一）甲<li>2. 乙</ol>", ["（一）甲", "2. 乙"]),
        ("<ul><li>甲</ul>", ["甲"]),
        ("<ol><li>5亿元消费券</ol>", ["1. 5亿元消费券"]),
        ("<ol><li><h1>2025年回顾</h1></ol>", ["2025年回顾"]),
        ("<p><span style='display:block;float:left'>1.</span>5亿元</p>", ["1. 5亿元"]),
    ],
)
def test_lists_keep_their_numbers(page: str, shown: list[str]) -> None:
    """A number that the browser draws is part of the text, unless the text has its own."""
    assert lines(page) == shown


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>增长5%<sup>1</sup>，</p>", "增长5%¹，"),
        ("<p>5%<sup><a href='#f'>[1]</a></sup></p>", "5%[1]"),
        ("<p>120km<sup>2</sup></p>", "120km²"),
        ("<p>PM<sub>2.5</sub></p>", "PM2.5"),
        ("<p><ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby>字</p>", "汉字"),
        ("<p>5%<a class=sdfootnoteanc href=#s><sup>12</sup></a></p>", "5%¹²"),
    ],
)
def test_raised_digits_are_never_glued_to_a_number(page: str, shown: str) -> None:
    """The mark of a note must not make 5 % of 51 %."""
    assert lines(page) == [shown]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<a href='#sdfootnote1sym'><sup>1</sup></a>", "<a href='#sdfootnote1anc'>1</a>"),
        ("<a href='#ftn1'>1</a>", "<a href='#body_ftn1'>1</a>"),
        ("<a href='#_ftn1'><sup>[1]</sup></a>", "<a href='#_ftnref1'><sup>[1]</sup></a>"),
        ("<sup><a href='#fn:1'>1</a></sup>", "<a href='#fnref:1'>1</a>"),
    ],
)
def test_notes_are_told_from_the_text(mark: str, note: str) -> None:
    """As from Word files: no mark in the text, a number in brackets before the note."""
    source = read(f"<p>增长5%{mark}，就业2万人。</p><p>{note}可比价。</p>")
    assert source.text.split("\n") == ["增长5%，就业2万人。", "[1]可比价。"]
    assert [look.note for look in source.layout] == [False, True]


def test_a_link_to_a_note_that_is_text_stays() -> None:
    """A mark has a few characters; more is text, wherever it leads."""
    assert lines("<p>见<a href='#ftn1'>城镇新增就业统计口径</a></p>") == ["见城镇新增就业统计口径"]


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ("<tr><th>指标<th>目标<tr><td>产值<td>5%", ["指标\t目标", "产值\t5%"]),
        ("<tr><td rowspan=2>经济<td>甲<td>1<tr><td>乙<td>2", ["经济\t甲\t1", "\t乙\t2"]),
        ("<tr><td colspan=2>合计<td>3<tr><td>a<td>b<td>c", ["合计\t\t3", "a\tb\tc"]),
        ("<tr><td><p>生产</p><p>总值</p><td>5<br>%", ["生产总值\t5 %"]),
        ("<caption>表1</caption><tr><td>甲<td>乙", ["表1", "甲\t乙"]),
        ("<tr><td>甲<td><tr><td>乙<td>&nbsp;", ["甲", "乙"]),
        ("<tr><td>左<td><table><tr><td>甲<td>乙</table>", ["左", "甲\t乙"]),
        (f"<tr><td>菜单<td>{PROSE * 20}", ["菜单", PROSE * 20]),
        ("<tr>散字<td>甲<td>乙", ["散字", "甲", "乙"]),
    ],
)
def test_tables_of_data_are_told_from_frames(table: str, shown: list[str]) -> None:
    """A row of data is one line with its cells; a table that holds text in place is no table."""
    source = read(f"<table>{table}</table>")
    assert source.text.split("\n") == shown
    assert [bool(look.table) for look in source.layout] == ["\t" in line for line in shown]


def test_tables_are_counted() -> None:
    """The parser sees where one table ends and the next begins."""
    table = "<table><tr><td>甲<td>乙</table>"
    assert [look.table for look in read(f"{table}<p>其间</p>{table}").layout] == [1, None, 2]


@pytest.mark.parametrize(
    ("around", "kept"),
    [
        ('<ul class=nav><li><a href="/">首页</a><li><a href="/x">政务公开</a></ul>', False),
        ("<div class=footer><p>主办：某市人民政府办公室</p></div>", False),
        ("<p>苏ICP备05000001号</p>", False),
        ("<p>【字体：大 中 小】 打印</p>", False),
        ("<p>二〇二三年一月</p>", True),
        (f"<div class=comment><p>{PROSE[:30]}。</p></div>", True),
    ],
)
def test_only_navigation_is_left_out(around: str, kept: bool) -> None:  # noqa: FBT001
    """Outside the document links and imprints go; anything else stays, as furniture."""
    source = read(f"<body>{around}<div id=zoom><p>{PROSE}</p><p>结尾</p></div></body>")
    looks = dict(zip(source.text.split("\n"), source.layout, strict=True))
    assert not looks[PROSE].furniture
    assert not looks["结尾"].furniture
    assert len(looks) == 2 + kept
    assert [look.furniture for look in looks.values()].count(True) == kept
    assert bool(source.remarks) != kept


@pytest.mark.parametrize(
    "sign",
    [
        "【字号：大 中 小】",
        "来源：苏州日报　发布日期：2021-02-02 02:16　访问量：1156",
        "分享到：",
        "【打印本页】【关闭窗口】",
        "扫一扫在手机打开当前页",
        "上一篇：2022年政府工作报告",
        "责任编辑：李四",
        "大会现场。本报记者 张三 摄",
        "版权所有：某市人民政府",
        '<a href="x.doc">附件下载</a>',
    ],
)
def test_what_the_site_puts_into_the_document_is_furniture(sign: str) -> None:
    """It is kept as a line, so that a person can see and take it back."""
    source = read(f"<div><p>{PROSE}</p><p>{sign}</p><p>{PROSE}尾。</p></div>")
    assert [look.furniture for look in source.layout] == [False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "一、2022年工作回顾",
        "来源于制造业的税收增长5%，打印出最新的成绩单，分享发展成果。",
        "加快打印设备产业园建设",
        "——2023年1月7日在苏州市十七届人大二次会议上",
        "附件：重点任务分工表",
    ],
)
def test_text_is_not_taken_for_furniture(text: str) -> None:
    """Words that sites use stand in reports as well."""
    source = read(f"<div><p>{PROSE}</p><p>{text}</p><p>{PROSE}尾。</p></div>")
    assert [look.furniture for look in source.layout] == [False] * 3


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>政府工作报告_某市人民政府</title>", "<div class=bt>政府工作报告</div>"),
        (
            '<meta name="ArticleTitle" content="2023年某市政府工作报告">',
            "<p>2023年某市政府工作报告</p>",
        ),
        ("", "<div class=header><h1>政府工作报告</h1></div>"),
        ("<title>某市人民政府门户网站</title>", "<div>2023年政府工作报告（全文）</div>"),
    ],
)
def test_the_title_above_the_document_is_text(head: str, title: str) -> None:
    """It stands in a box of its own on most sites; between it and the text stand notices."""
    page = (
        f"<html><head>{head}</head><body><div><a href=/>首页</a></div>{title}"
        "<p>——2023年1月7日在某市人大二次会议上</p><p>来源：某市日报 字号：大 中 小</p>"
        f"<div><p>{PROSE}</p><p>{PROSE}</p></div></body></html>"
    )
    source = read(page)
    assert [look.furniture for look in source.layout] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("rows", "furniture"),
    [
        (["指标|目标", "产值|5%", "就业|2万人"], False),
        (["主办|某市人民政府", "承办|某市大数据局"], True),
        (["主办|某市人民政府", "承办|某局", "版权所有：某市|苏ICP备05000001号"], True),
    ],
)
def test_tables_after_the_document_belong_to_it(rows: list[str], furniture: bool) -> None:  # noqa: FBT001
    """Indicator tables often stand in a box of their own below the text; so do imprints."""
    cells = "".join(f"<tr><td>{row.replace('|', '<td>')}" for row in rows)
    page = f"<div><p>{PROSE}</p><p>结尾</p></div><div><p>附表</p><table>{cells}</table></div>"
    looks = read(page).layout
    assert [look.furniture for look in looks] == [False, False, *[furniture] * (len(rows) + 1)]


def test_a_page_without_prose_is_kept_whole() -> None:
    """A table of figures alone has no sentences; it is read all the same."""
    page = "<p>表1 主要指标</p><table><tr><td>指标<td>目标<tr><td>产值<td>5%</table>"
    assert [look.furniture for look in read(page).layout] == [False] * 3


def test_word_pages_are_read() -> None:
    """Styles by class, list numbers, ``o:p`` and conditional comments are as Word writes them."""
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15 (filtered)">
<style><!-- /* Style Definitions */
p.MsoTitle {mso-style-name:标题; text-align:center; font-size:22.0pt; font-weight:bold;}
--></style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=ZH-CN><div class=WordSection1>
<p class=MsoTitle><span lang=EN-US>2023</span>年政府工作报告<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><b><span
style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></b><![endif]><b>工作回顾</b></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
</div></body></html>"""
    source = read_html(page.encode("gb18030"))
    assert source.text.split("\n") == ["2023年政府工作报告", "一、 工作回顾"]
    title, heading = source.layout
    assert (title.bold, title.centred, title.size) == (True, True, 22.0)
    assert heading.bold


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (f"<meta charset=gb2312><p>{PROSE}".encode(), "UTF-8"),
        (f"<meta charset=utf-8><p>{PROSE}".encode("gbk"), "GB18030"),
        (f"<p>{PROSE}".encode("utf-16"), "UTF-16LE"),
        (b"<meta charset=big5><p>" + "過去一年我們堅持穩中求進經濟發展".encode("big5"), "Big5"),
        (b"<meta charset=windows-1252><p>caf\xe9 caf\xe9 \x93na\xefve\x94 \xfc \xe4", "CP1252"),
        (f"<script>{'x=1;' * 90_000}</script><p>{PROSE}".encode("gbk"), "GB18030"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    """What the bytes show counts before what the page says of itself."""
    source = read_html(data)
    assert source.encoding == encoding
    assert "\ufffd" not in source.text


@pytest.mark.parametrize("name", ["zlib", "bz2", "rot13", "idna", "punycode", "utf-7", "hex"])
def test_a_page_cannot_name_a_codec_that_is_no_character_set(name: str) -> None:
    """Python unpacks archives under such names: found by a fuzz run, ``charset=zlib``."""
    data = f"<meta charset={name}><p>".encode() + b"caf\xe9 \xfc\xe4\xf6 \x93na\xefve\x94" * 9
    try:
        assert read_html(data).encoding in ENCODINGS
    except InputProblem as problem:
        assert "UTF-8" in problem.message.en  # noqa: PT017 - either will do


@pytest.mark.parametrize("page", ["", "  ", "<p> </p>", "<frameset><frame src=a></frameset>"])
def test_a_page_without_text_is_told(page: str) -> None:
    """The sentence says what to do instead."""
    with pytest.raises(InputProblem, match="copy the text"):
        read(page)


@pytest.mark.parametrize("tag", ["div", "span", "font", "b", "blockquote"])
def test_deep_nesting_is_read_as_lines(tag: str) -> None:
    """No depth ends the program or the text; that tables may be lost is said."""
    page = f"<p>{PROSE}</p>" + f"<{tag}>" * 30_000 + "中间" + f"</{tag}>" * 30_000 + "<p>结尾</p>"
    source = read(page)
    assert source.text.split("\n")[0] == PROSE
    assert "中间" in source.text
    assert "结尾" in source.text
    assert [remark.code for remark in source.remarks] == ["html-too-deep"]


@pytest.mark.parametrize(
    "page",
    [
        f'<p style="{"a:b;" * 500_000}" class="{"x " * 500_000}">{PROSE}</p>',
        f"<style>{'@' * 50_000}{'{' * 50_000}</style><p>{PROSE}",
        f'<!DOCTYPE a [<!ENTITY b "哈"><!ENTITY c SYSTEM "file:///etc/passwd">]><p>&b;&c;{PROSE}',
        f'<link rel=stylesheet href="http://x/"><img src="http://x/y"><p>{PROSE}',
        "<table>" + "<tr><td colspan=99999 rowspan=99999>甲<td>乙" * 40 + f"</table><p>{PROSE}",
        f"{'<' * 50_000}{'&' * 50_000}<p>{PROSE}",
    ],
)  # fmt: skip
def test_broken_and_hostile_pages_are_read(page: str) -> None:
    """Nothing is fetched, expanded or run, and the text is there."""
    assert PROSE in read(page).text


TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<br>", "<ol>"),
    *("<li>", "</ol>", "<b>", "</b>", "<pre>", "</pre>", "<h1>", "<sup>", "<center>", "</center>"),
)
SITE = ("<a href=x>", "</a>", '<p class="share">', "<nav>", "</nav>", "<footer>", "</footer>")


@given(
    st.lists(
        st.one_of(st.sampled_from(TAGS + SITE), st.text("甲乙丙。 \n", min_size=1, max_size=6)),
        max_size=40,
    )
)
def test_no_character_is_lost_in_any_nesting(pieces: list[str]) -> None:
    """Whatever the tags, the characters come out, all of them, with a layout for each line."""
    check_characters(pieces)


@given(
    st.lists(
        st.one_of(st.sampled_from((*TAGS, PROSE)), st.text("甲乙丙。 \n", min_size=1, max_size=6)),
        max_size=40,
    )
)
def test_beside_prose_nothing_is_lost_but_navigation(pieces: list[str]) -> None:
    """However the document stands on the page, what is no navigation is kept."""
    check_characters(pieces)


def check_characters(pieces: list[str]) -> None:
    """Compare the characters that went in with those that come out."""
    expected = sorted(c for piece in pieces for c in piece if c in "甲乙丙")
    try:
        source = read("".join(pieces))
    except InputProblem:
        assert not expected
        return
    assert sorted(c for c in source.text if c in "甲乙丙") == expected
    assert len(source.layout) == source.text.count("\n") + 1


@given(st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(lambda b: b"<p>" + b)))
def test_bytes_of_any_kind_are_read_or_told(data: bytes) -> None:
    """No bytes bring the reader down."""
    try:
        source = read_html(data)
    except InputProblem:
        return
    assert source.text.strip()
