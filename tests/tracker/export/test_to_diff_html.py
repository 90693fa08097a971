"""The comparison as a page."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.builders import make_measure, make_report
from tracker import pipeline
from tracker.diff.passages import diff_passages
from tracker.export.to_diff_html import name_of_report, write_diff_html
from tracker.model.alignment import AlignmentPart
from tracker.model.change import NumberChange, ReportDiff, SectionDiff
from tracker.model.measure import Comparison
from tracker.model.span import Span
from tracker.resources import resource_text

EARLIER = make_report("稳增长。\n地区生产总值增长6%以上。<script>alert(1)</script>", year=2021)
LATER = make_report("稳增长。\n地区生产总值增长5%以上。发展数字经济。", year=2023)


@pytest.fixture
def page():
    """Return the page of one pair, one dropped and one new section."""
    before = make_measure(EARLIER, "增长6%", "6", "%")
    after = make_measure(LATER, "增长5%", "5", "%")
    left, right = (r.passage(r.sections[0].span) for r in (EARLIER, LATER))
    diff = ReportDiff(
        EARLIER.id,
        LATER.id,
        (
            SectionDiff(
                0, 0, diff_passages(left, right), (NumberChange("地区生产总值", before, after),)
            ),
            SectionDiff(0, None, diff_passages(left, None), ()),
            SectionDiff(None, 0, diff_passages(None, right), ()),
        ),
    )
    return write_diff_html(diff, EARLIER, LATER, "zh", resource_text)


def test_page_marks_changes_by_element_and_numbers(page):
    """Added, dropped and changed figures are told apart by elements, not by colour alone."""
    assert "<ins><b>5%</b></ins>" in page
    assert "<del><b>6%</b></del>" in page
    assert "<ins>发展数字经济。</ins>" in page
    assert "不低于6%" in page
    assert "没有对应章节" in page


def test_page_escapes_the_text_and_loads_nothing(page):
    """Text of a document is text; the page holds no script and no address."""
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"https?://|src=|@import|url\(", page)


def test_page_speaks_both_languages(page):
    """The page's own words follow the language."""
    empty = ReportDiff(EARLIER.id, LATER.id, ())
    english = write_diff_html(empty, EARLIER, LATER, "en", resource_text)
    assert "Comparison" in english
    assert 'lang="en"' in english
    assert "对读" in page


class _Texts(HTMLParser):
    """Collects the characters of every compared text."""

    def __init__(self):
        super().__init__()
        self.texts, self.inside = [], False

    def handle_starttag(self, tag, attrs):
        """Begin at ``<p class="text">``."""
        if tag == "p":
            self.inside = ("class", "text") in attrs  # its line stands in an attribute
            self.texts += [""] if self.inside else []
        elif self.inside and ("class", "above") in attrs:
            self.texts.append("")  # what stands above is left out here

    def handle_endtag(self, tag):
        """End with the paragraph."""
        self.inside = self.inside and tag != "p"

    def handle_data(self, data):
        """Keep the characters."""
        if self.inside:
            self.texts[-1] += data


def test_page_shows_the_source_text_and_nothing_else(read_seed, options):
    """Both columns hold the characters of the source, no white space added between the marks."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = pipeline.compare(alignment, earlier, later, options)
    parser = _Texts()
    parser.feed(write_diff_html(diff, earlier, later, "zh", resource_text))
    assert len(parser.texts) > len(diff.sections)
    sources = ["".join(r.text.split()) for r in (earlier, later)]
    for text in parser.texts:
        assert any("".join(text.split()) in source for source in sources)


def test_moves_between_sections_are_numbered_links(read_seed, options):
    """Either end of a move leads to the other one, and every number stands on both sides."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = pipeline.compare(alignment, earlier, later, options)
    page = write_diff_html(diff, earlier, later, "zh", resource_text)
    ends = re.findall(r'<a class="move" id="([ab])(\d+)" href="#([ab])(\d+)"', page)
    assert ends
    assert all(side != other and number == to for side, number, other, to in ends)
    left, right = ({n for side, n, _, _ in ends if side == which} for which in "ab")
    assert left == right
    assert len(ends) == len({(side, number) for side, number, _, _ in ends})


def test_what_changed_is_told_in_a_sentence_and_by_badges(read_seed, options):
    """The summary stands on top; a lowered figure with a softer bound says both."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = pipeline.compare(alignment, earlier, later, options)
    page = write_diff_html(diff, earlier, later, "zh", resource_text)
    assert "↓ 下调、变软" in page  # 地区生产总值增长6%以上, 增长5%左右
    assert re.search(r'class="summary">[^<]*新增\d+句', page)


def test_the_same_figure_with_another_bound_is_told_in_the_texts_own_words():
    """控制在3%左右 and 3%左右: no figure has changed, the words around it have."""
    before = make_report("目标\n居民消费价格涨幅控制在3%左右。", year=2021)
    after = make_report("目标\n居民消费价格涨幅3%左右。", year=2023)
    left = replace(
        make_measure(before, "居民消费价格涨幅控制在3%左右", "3", "%"),
        indicator="居民消费价格涨幅",
        comparison=Comparison.AT_MOST,
    )
    right = replace(
        make_measure(after, "居民消费价格涨幅3%左右", "3", "%"),
        indicator="居民消费价格涨幅",
        comparison=Comparison.ABOUT,
    )
    passages = (r.passage(r.sections[0].span) for r in (before, after))
    change = NumberChange("居民消费价格涨幅", left, right)
    section = SectionDiff(0, 0, diff_passages(*passages), (change,))
    diff = ReportDiff(before.id, after.id, (section,))
    page = write_diff_html(diff, before, after, "zh", resource_text)
    assert "<td><del>控制在3%左右</del></td><td><ins>3%左右</ins></td>" in page
    assert "<b>3%</b>" not in page


def test_the_second_of_two_merged_sections_leaves_out_what_is_shown_above():
    """Later sentences that have nothing to do with it stand once; the note says so."""
    before = make_report("教育\n新建学校三所。\n医院\n改建县医院并新增床位一百张。", year=2021)
    after = make_report(
        "民生\n新建学校五所。\n改建县医院并新增床位二百张。\n深入推进全民健身和体育场馆免费开放，办好市民运动会。",
        year=2022,
    )
    whole = after.passage(Span(0, len(after.text)))
    lines = [before.text.index("教育"), before.text.index("医院\n"), len(before.text)]
    sections = tuple(
        SectionDiff(
            n,
            0,
            diff_passages(before.passage(Span(lines[n], lines[n + 1])), whole),
            (),
            merged=bool(n),
        )
        for n in (0, 1)
    )
    diff = ReportDiff(before.id, after.id, sections)
    page = write_diff_html(diff, before, after, "zh", resource_text)
    assert page.count("体育场馆") == 1
    assert page.count('class="above"') == 1
    assert "上文已列出的文字" in page


def test_paragraphs_without_a_common_word_are_read_as_texts():
    """Two long paragraphs that share nothing are told as rewritten, not as a wall of marks."""
    before = make_report("目标\n" + "大力发展先进制造业，培育壮大专精特新企业，支持技术改造。" * 2)
    after = make_report("目标\n" + "深入实施乡村振兴战略，持续改善农村人居环境，完善基础设施。" * 2)
    passages = (r.passage(r.sections[0].span) for r in (before, after))
    diff = ReportDiff(before.id, after.id, (SectionDiff(0, 0, diff_passages(*passages), ()),))
    page = write_diff_html(diff, before, after, "en", resource_text)
    assert 'class="sides rewritten"' in page
    assert "rewritten as a whole" in page


@pytest.mark.parametrize(
    "title",
    [
        "政府工作报告", "2023年苏州市政府工作报告", "苏州市2023年政府工作报告",
        "江苏省苏州市2023年政府工作报告",
    ],
)  # fmt: skip
def test_a_report_is_called_by_region_and_year_once(title):
    """What the title says of them is not repeated; every report is called alike."""
    report = make_report("任务", year=2023)
    report = replace(report, meta=replace(report.meta, title=title))
    assert name_of_report(report) == "江苏省苏州市 2023 政府工作报告"
    bare = replace(report, meta=replace(report.meta, region=None, year=None))
    assert name_of_report(bare) == title
