"""Footnotes: lines of the file that belong to no section, wherever they stand."""

from tracker import pipeline
from tracker.model.correction import LineCorrection
from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.source import LineLayout, SourceDocument
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.report import parse_report
from tracker.resources import load_options

TEXT, NOTE = LineLayout(), LineLayout(note=True)
TARGET = "2023年力争新建学校30所，确保城镇新增就业20万人以上。"
LINES = (
    ("政府工作报告", TEXT),
    ("——2023年1月3日在苏州市相城区五届人大二次会议上", TEXT),
    ("区长张伟", TEXT),
    ("各位代表：", TEXT),
    ("现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。", TEXT),
    ("一、2022年工作回顾", TEXT),
    ("（一）产业结构优化。去年建成学校三所，比上年增加百人，成功获批试点，荣获国家奖项", TEXT),
    ("1 试点：2023年我们将完成一、二期建设，新建学校30所，", NOTE),
    ("（二）城乡面貌改善。累计培训千人，投资增长8%，位居全省前列，取得圆满成果。", TEXT),
    ("二、2023年主要任务", TEXT),
    (f"（一）改善百姓生活。{TARGET}", TEXT),
    ("2 学校：今年确保新建中学10所。", NOTE),
    ("（二）提升产业能级。争取资金，继续抓好服务，要提升质量，力争年内完工。", TEXT),
    ("各位代表，让我们紧密团结起来，同心同德，为建设现代化新城区而努力奋斗！", TEXT),
    ("[1] 三、统计口径：以统计局公布的为准。", NOTE),
)


def read(lexicon: ParseLexicon, *corrections: LineCorrection) -> Report:
    """Read the lines with their layout as a report."""
    text = "\n".join(line for line, _ in LINES)
    layout = tuple(layout for _, layout in LINES)
    source = SourceDocument(ReportId("a"), "report.docx", text, layout)
    return parse_report(source, lexicon, corrections)


def roles(report: Report) -> dict[int, Role]:
    """Role of every line."""
    return {n: p.role for p in report.parts for n in range(p.first_line, p.last_line + 1)}


def test_footnotes_belong_to_no_section(lexicon: ParseLexicon) -> None:
    """A footnote is part of the glossary, makes no heading, and joins with no line."""
    report = read(lexicon)
    numbers = [s.number for s in report.sections]
    assert numbers == ["一、", "（一）", "（二）", "二、", "（一）", "（二）"]
    assert {n for n, role in roles(report).items() if role is Role.GLOSSARY} == {8, 12, 15}
    assert not report.broken


def test_closing_words_are_found_before_footnotes(lexicon: ParseLexicon) -> None:
    """Footnotes at the end neither hide the closing words nor lengthen the last section."""
    report = read(lexicon)
    assert roles(report)[14] is Role.CLOSING
    assert max(s.span.end for s in report.sections) <= report.text.index("\n[1]")


def test_footnotes_promise_nothing(lexicon: ParseLexicon) -> None:
    """What a footnote says is no promise of the report."""
    quotes = [c.statement.quote for c in pipeline.commitments(read(lexicon), load_options())]
    assert any("20万人" in quote for quote in quotes)
    assert not any("中学10所" in quote for quote in quotes)


def test_person_may_call_a_footnote_a_heading(lexicon: ParseLexicon) -> None:
    """A person's word on a line outweighs what the file says of it."""
    report = read(lexicon, LineCorrection(12, heading=2))
    assert roles(report)[12] is Role.PLAN
