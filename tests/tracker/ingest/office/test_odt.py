"""What comes out of an OpenDocument text."""

import pytest

from tests.office_files import codes, lines, odt
from tracker.errors import InputProblem
from tracker.ingest.office.from_odt import read_odt

P = "<text:p>{}</text:p>".format


def test_spaces_tabs_breaks_and_spans_are_read_as_they_look():
    """Spaces are counted by an element of their own; white space of the XML is one space."""
    body = P("甲<text:s text:c='2'/>乙<text:tab/>丙<text:span>丁</text:span>") + P("two\n  words")
    assert lines(read_odt(odt(body))) == ["甲  乙 丙丁", "two words"]


def test_what_stands_outside_the_text_is_left_out():
    """Deleted text, comments, hidden sections and ruby are no text; contents are navigation."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        + P("正<office:annotation><text:p>批注</text:p></office:annotation>文")
        + "<text:section text:display='none'><text:p>密</text:p></text:section>"
        + P(
            "<text:ruby><text:ruby-base>岫</text:ruby-base><text:ruby-text>xiù</text:ruby-text>"
            "</text:ruby>岩"
        )
        + "<text:table-of-content><text:index-body><text:p>一、回顾 1</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    read = read_odt(odt(body))
    assert lines(read) == ["正文", "岫岩", "一、回顾 1"]
    assert [layout.furniture for layout in read.layout] == [False, False, True]
    assert codes(read) == {"changes-accepted", "comments-left-out", "hidden-left-out"}


LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" '
    'style:num-suffix="."/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
)


def test_lists_count_on_where_the_file_says_so():
    """A list starts anew unless it continues another; deeper levels show the higher ones."""
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>".format
    inner = "<text:list>" + item("乙", "") + item("丙", "") + "</text:list>"
    body = (
        f'<text:list xml:id="a" text:style-name="L">{item("甲", inner)}{item("丁", "")}</text:list>'
        + P("中间")
        + f'<text:list text:style-name="L" text:continue-list="a">{item("戊", "")}</text:list>'
        + f'<text:list text:style-name="L">{item("己", "")}</text:list>'
        + '<text:list text:style-name="L"><text:list-item text:start-value="7"><text:p>庚</text:p>'
        "<text:p>续</text:p></text:list-item></text:list>"
    )
    read = read_odt(odt(body, styles=LISTS))
    assert lines(read) == [
        *("一、甲", "一.1. 乙", "一.2. 丙", "二、丁", "中间", "三、戊", "一、己", "七、庚", "续"),
    ]


def test_headings_count_in_the_outline_style():
    """Headings stand in no list; their numbers are those of the outline."""
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" '
        'style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    body = (
        '<text:h text:outline-level="1">回顾</text:h><text:h text:outline-level="2">发展</text:h>'
        '<text:h text:outline-level="1"/><text:h text:outline-level="1">安排</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">附</text:h>'
    )
    read = read_odt(odt(body, styles=outline))
    assert lines(read) == ["一、回顾", "发展", "二、安排", "附"]
    assert [layout.style_level for layout in read.layout] == [1, 2, 1, 1]


def test_covered_and_repeated_cells_keep_the_columns():
    """Cells that others cover are empty, repeated ones come as often as they say."""
    cell = "<table:table-cell>{}</table:table-cell>".format
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"{cell(P('指标'))}<table:covered-table-cell/>{cell(P('目标'))}</table:table-row>"
        "</table:table-header-rows><table:table-row><table:covered-table-cell/>"
        f"<table:table-cell table:number-columns-repeated='2'>{P('5%')}</table:table-cell>"
        "</table:table-row></table:table>"
    )
    read = read_odt(odt(body))
    assert lines(read) == ["指标\t\t目标", "\t5%\t5%"]
    assert {layout.table for layout in read.layout} == {1}


def test_chinese_takes_weight_and_size_from_the_asian_properties():
    """A style says Latin and Chinese weight apart."""
    automatic = (
        '<style:style style:name="A" style:family="paragraph"><style:paragraph-properties '
        'fo:text-align="center"/><style:text-properties fo:font-weight="normal" '
        'style:font-weight-asian="bold" fo:font-size="12pt" style:font-size-asian="16pt"/>'
        "</style:style>"
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>'
    )
    body = '<text:p text:style-name="B">标题</text:p><text:p text:style-name="B">Title</text:p>'
    chinese, latin = read_odt(odt(body, automatic=automatic)).layout
    assert (chinese.bold, chinese.size, chinese.centred) == (True, 16.0, True)
    assert (latin.bold, latin.size) == (False, 12.0)


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"content.xml": "<office"}, "损坏"),
        ({"content.xml": "<a/>"}, "不是OpenDocument"),
        (
            {
                "META-INF/manifest.xml": "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:"
                "xmlns:manifest:1.0'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
            },
            "密码",
        ),
    ],
    ids=["broken", "other", "locked"],
)
def test_unreadable_files_are_told_in_a_sentence(extra: dict[str, str | bytes], words: str):
    """Broken XML, another document and a password each have their sentence."""
    with pytest.raises(InputProblem) as caught:
        read_odt(odt(P("正文"), extra=extra))
    assert words in caught.value.message.zh
