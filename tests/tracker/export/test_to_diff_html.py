"""The comparison as a page."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.builders import make_measure, make_report
from tracker import pipeline
from tracker.diff.passages import diff_passages
from tracker.export.to_diff_html import write_diff_html
from tracker.model.alignment import AlignmentPart
from tracker.model.change import NumberChange, ReportDiff, SectionDiff
from tracker.model.measure import Comparison
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
