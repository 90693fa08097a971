"""Paragraphs that an archive keeps give the hits that their report gives."""

from functools import cache

import pytest

from tracker import pipeline
from tracker.ingest.files import read_source
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.search import Query
from tracker.model.source import SourceDocument
from tracker.resources import load_options
from tracker.store.word_index import _packed, _unpacked
from tracker.text.paragraphs import paragraphs_of
from tracker.text.script import one_spelling
from tracker.text.search import find, find_in, matcher, stands_in

WRAPPED = """2023年苏州市政府工作报告

一、过去一年工作回顾
地区生产总值增长5.2%，新能源汽车产量达
到１２万辆，  ＧＤＰ再上台阶。苏州工业园区建设
加快。
二、今年工作安排 （一）加快发展。新能源产业要增长。
（二）改善民生。汽车出口增长。教育要发展，
　　住房要改善。
| 指标 | 目标 |
| --- | --- |
| 地区生产总值 | 增长5% |
"""

QUERIES = (
    Query("新能源"),
    Query("新能源 增长"),
    Query("5"),
    Query("增长"),
    Query("苏州", whole_words=True),
    Query(r"增长\\d", regex=True),
    Query("发展"),
    Query("。"),
    Query("新能源汽车产量达到12万辆"),
)


@cache
def read_text(text: str) -> Report:
    """Return the report in a text."""
    source = SourceDocument(ReportId("0" * 64), "报告.txt", text)
    return pipeline.read(source, load_options())


def assert_same_hits(report: Report, query: Query) -> None:
    """Hold the hits of packed paragraphs against those of the report."""
    wanted = matcher(query)
    headings = [section.heading for section in report.sections]
    found = []
    for paragraph, _ in paragraphs_of(report):
        kept = _unpacked(_packed(paragraph))
        assert kept == paragraph
        folded = one_spelling(kept.text)
        hits = find_in(kept, folded, headings, wanted)
        assert stands_in(kept, folded, wanted) == bool(hits)
        found += hits
    assert tuple(found) == find(report, wanted)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.text)
def test_hits_of_a_wrapped_text(query: Query) -> None:
    """Lines joined, spaces left out, several sections in a line, rows of a table."""
    assert_same_hits(read_text(WRAPPED), query)


@pytest.mark.parametrize("number", ["001", "002", "004"])
@pytest.mark.parametrize("query", QUERIES[:6], ids=lambda query: query.text)
def test_hits_of_the_samples(number: str, query: Query, seed) -> None:
    """Span, quote, matches, line, page, section and role are the same, one by one."""
    report = pipeline.read(read_source(seed(number))[0], load_options())
    assert_same_hits(report, query)
