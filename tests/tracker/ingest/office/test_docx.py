"""What comes out of a Word file: its text as a reader sees it, and how its lines stood."""

import pytest

from tests.office_files import W_NAMES, codes, docx, lines, p, relation
from tracker.ingest.office.from_docx import read_docx

T = "<w:r><w:t>{}</w:t></w:r>".format


def test_text_in_controls_links_and_insertions_stands_in_reading_order():
    """Whatever wraps runs or paragraphs, its text is read where it stands."""
    body = (
        f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{T('乙')}</w:hyperlink><w:smartTag>{T('丙')}</w:smartTag>"
        f"<w:ins>{T('丁')}</w:ins><w:sdt><w:sdtContent>{T('戊')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple w:instr='SEQ 表'>{T('1')}</w:fldSimple></w:p>"
        f"<w:customXml>{p('己')}</w:customXml>"
    )
    assert lines(read_docx(docx(body))) == ["甲", "乙丙丁戊1", "己"]


def test_changes_are_read_as_if_accepted():
    """Deleted and moved-away text is out, a deleted paragraph end joins two paragraphs."""
    body = (
        f"<w:p>{T('增长')}<w:del><w:r><w:delText>6%</w:delText></w:r></w:del>"
        f"<w:ins>{T('5%')}</w:ins><w:moveFrom>{T('走')}</w:moveFrom><w:moveTo>{T('。')}</w:moveTo>"
        "</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{T('前半')}</w:p>{p('后半')}"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('旧')}</w:tc><w:tc>{p('行')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('新')}</w:tc><w:tc>{p('行')}</w:tc></w:tr></w:tbl>"
    )
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{T('末段')}</w:p>"
    read = read_docx(docx(joined.replace("末", "首") + body + joined))
    assert lines(read) == ["首段增长5%。", "前半后半", "新\t行", "末段"]
    assert codes(read) == {"changes-accepted"}


def test_comments_and_hidden_text_are_left_out_with_a_remark():
    """Hidden by the run or by a style it is based on; a comment is no text of the report."""
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="i"><w:basedOn w:val="h"/></w:style>'
    )
    body = (
        f"<w:p>{T('公开')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>"
        '<w:r><w:rPr><w:rStyle w:val="i"/></w:rPr><w:t>机密</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="i"/><w:vanish w:val="0"/></w:rPr><w:t>部分</w:t></w:r>'
        "<w:r><w:commentReference/></w:r></w:p>"
    )
    read = read_docx(docx(body, styles=styles))
    assert lines(read) == ["公开部分"]
    assert codes(read) == {"comments-left-out", "hidden-left-out"}


def test_a_text_box_follows_its_paragraph_once():
    """A box stands twice in the file, for new and old programs; its text comes once."""
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    body = (
        f"<w:p>{T('正')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r>{T('文')}</w:p>"
    )
    assert lines(read_docx(docx(body))) == ["正文", "框内"]


def test_notes_stand_at_the_end_and_their_marks_nowhere_else():
    """增长5%① keeps its sentence whole: the note is a line of its own behind the text."""
    note = '<w:footnote w:id="{}">{}</w:footnote>'.format
    body = (
        f"<w:p>{T('增长5%')}<w:r><w:footnoteReference w:id='2'/></w:r>{T('，就业稳定')}"
        "<w:r><w:footnoteReference w:id='3' w:customMarkFollows='1'/><w:t>①</w:t></w:r>"
        f"{T('。')}</w:p>{p('下一段')}"
    )
    notes = note(0, p("分隔线")) + note(2, p("按可比价格。")) + note(3, p("口径不变。"))
    read = read_docx(docx(body, footnotes=notes))
    assert lines(read) == ["增长5%，就业稳定。", "下一段", "[1]按可比价格。", "①口径不变。"]
    assert [layout.note for layout in read.layout] == [False, False, True, True]
    assert codes(read) == {"notes-at-end"}


def test_digits_above_the_line_stay_above_it():
    """A typed mark 5%¹ must not be read as 5%1; ① and [1] are no digits and stay."""
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'.format
    body = f"<w:p>{T('增长5%')}{raised('1')}{T('，')}{raised('[2]')}</w:p>"
    assert lines(read_docx(docx(body))) == ["增长5%¹，[2]"]


def test_code_of_a_field_is_no_text_and_its_result_is():
    """Also when the code is never closed, what follows the paragraph is read."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = "<w:r><w:instrText>PAGEREF</w:instrText><w:t>码</w:t></w:r>"
    body = (
        f"<w:p>{field('begin')}{code}{field('separate')}{T('果')}{field('end')}</w:p>"
        f"<w:p>{T('前')}{field('begin')}{code}</w:p>{p('后')}"
    )
    assert lines(read_docx(docx(body))) == ["果", "前", "后"]


def test_levels_come_from_styles_their_names_and_outline_levels():
    """A style says by outline level or by name, itself or by what it is based on, what it is."""
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'.format
    styles = (
        style("a", "heading 1", "")
        + style("b", "一级标题", '<w:basedOn w:val="a"/>')
        + style("c", "标题 2", "")
        + style("d", "正文标题", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("e", "toc 1", "")
        + style("x", "圈", '<w:basedOn w:val="y"/>')
        + style("y", "套", '<w:basedOn w:val="x"/>')
    )
    named = '<w:pStyle w:val="{}"/>'.format
    body = "".join(p(name, named(name)) for name in "abcdex")
    body += p("f", '<w:outlineLvl w:val="0"/>') + p("g", named("a") + '<w:outlineLvl w:val="9"/>')
    read = read_docx(docx(body, styles=styles))
    assert [layout.style_level for layout in read.layout] == [1, 1, 2, 3, None, None, 1, None]
    assert [layout.furniture for layout in read.layout].index(True) == 4


def test_look_of_a_line_is_that_of_all_or_most_of_it():
    """Bold is a line that is bold throughout; size is that of most characters."""
    bold = "<w:r><w:rPr><w:b/><w:sz w:val='32'/></w:rPr><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{bold('政府')}{bold('工作报告')}</w:p>"
        f"<w:p>{bold('一是')}{T('稳住经济大盘。')}</w:p>"
    )
    inner = "<w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault>"
    styles = f"<w:docDefaults>{inner}</w:docDefaults>"
    first, second = read_docx(docx(body, styles=styles)).layout
    assert (first.bold, first.centred, first.size) == (True, True, 16.0)
    assert (second.bold, second.centred, second.size) == (False, False, 10.5)


def test_rows_have_a_cell_for_every_column():
    """Cells merged across leave empty ones behind, cells merged down are empty below."""
    cell = "<w:tc><w:tcPr>{1}</w:tcPr>{0}</w:tc>".format
    wide, top, under = "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    rows = (
        cell(p("表头"), wide) + cell(p("目标"), ""),
        cell(p("经济"), top) + cell(p("总值") + p("（亿元）"), "") + cell(p("5%"), ""),
        cell(p(""), under) + cell(p("投资"), "") + cell(p("6%"), ""),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    read = read_docx(docx(body))
    assert lines(read) == ["表头\t\t目标", "经济\t总值（亿元）\t5%", "\t投资\t6%"]
    assert {layout.table for layout in read.layout} == {1}


def test_a_frame_is_no_table_and_an_inner_table_follows_its_row():
    """A table of one cell only holds text in place; tables keep the order they begin in."""
    inner = f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr><w:tc>{p('专栏1')}{p('内容')}</w:tc></w:tr></w:tbl>"
        f"<w:tbl><w:tr><w:tc>{p('外')}{inner}{p('层')}</w:tc><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"
    )
    read = read_docx(docx(body))
    assert lines(read) == ["专栏1", "内容", "外层\t格", "甲\t乙"]
    assert [layout.table for layout in read.layout] == [None, None, 2, 3]


def test_serial_numbers_of_rows_are_counted():
    """A column of numbers that Word counts holds no text; the numbers come all the same."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    row = f"<w:tr><w:tc>{empty}</w:tc><w:tc>{p('指标')}</w:tc></w:tr>"
    read = read_docx(docx(f"<w:tbl>{row}{row}</w:tbl>", numbering=numbering))
    assert lines(read) == ["1\t指标", "2\t指标"]


def test_what_is_not_followed_or_run_is_told():
    """Links to other files and macros are left alone, with a remark for each."""
    data = docx(
        p("正文"),
        relations=relation("attachedTemplate", "http://example.org/t.dotm", external=True)
        + relation("hyperlink", "http://example.org/", external=True)
        + relation("image", "media/gone.png"),
        extra={"word/vbaProject.bin": b"\0"},
    )
    read = read_docx(data)
    assert lines(read) == ["正文"]
    assert codes(read) == {"links-not-followed", "macros-ignored"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "schemas.openxmlformats.org/wordprocessingml/2006",
            "purl.oclc.org/ooxml/wordprocessingml",
        ),
        ("<w:body>", "<!-- x --><w:body>"),
    ],
    ids=["strict", "comment"],
)
def test_other_ways_to_write_the_same_are_read(old: str, new: str):
    """The strict variant of the standard has other names for the same things."""
    whole = f"<w:document {W_NAMES}><w:body>{p('正文')}</w:body></w:document>".replace(old, new)
    assert lines(read_docx(docx("", extra={"word/document.xml": whole}))) == ["正文"]


def test_pages_are_counted_where_word_left_marks():
    """Word notes where its pages ended when it last showed them."""
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    read = read_docx(docx(f"{p('一')}<w:p>{mark}{T('二')}</w:p>{p('三')}"))
    assert [layout.page for layout in read.layout] == [1, 1, 2]
