"""A citation leads back to the passage, in words that a person would have written."""

from dataclasses import replace

import pytest

from tests.builders import SEEDS
from tracker import pipeline
from tracker.ingest.files import read_source
from tracker.model.citation import CitationForm, cited, quote_of, section_trail
from tracker.model.report import Report, ReportKind
from tracker.model.span import Span
from tracker.resources import load_options


@pytest.fixture(scope="module")
def report() -> Report:
    """Return a real report."""
    path = next(SEEDS.glob("000_*.txt"))
    return pipeline.read(read_source(path)[0], load_options())


def span_of(report: Report, words: str) -> Span:
    """Return where words stand first."""
    at = report.text.index(words)
    return Span(at, at + len(words))


def first_words(report: Report) -> tuple[Span, int]:
    """Return some words of the first section below another, and its index."""
    section = next(s for s in report.sections if s.parent is not None)
    at = section.own.start
    line = report.line_span(report.line_of(at))
    return Span(at, min(at + 12, max(line.end, at + 1))), section.index


def test_a_full_citation_names_document_sections_and_line(report: Report) -> None:
    """Region, year, kind, headings from the top, line: each as the report has it."""
    span, at = first_words(report)
    section = report.sections[at]
    assert section.parent is not None
    above = report.sections[section.parent]
    told = cited(report, span)
    assert report.meta.region is not None
    assert f"{report.meta.region.name}{report.meta.year}年政府工作报告" in told.zh
    assert above.heading.rstrip("。")[:10] in told.zh
    assert section.heading.rstrip("。")[:10] in told.zh
    assert told.zh.endswith(f"第{report.line_of(span.start)}行）")
    assert told.zh.startswith(f"“{report.quote(span).strip()}")
    assert f"government work report {report.meta.year}, section “" in told.en
    assert told.en.endswith(f"line {report.line_of(span.start)})")


def test_a_short_citation_has_no_sections(report: Report) -> None:
    """Document and line stay."""
    span, _ = first_words(report)
    told = cited(report, span, CitationForm.SHORT)
    assert "›" not in told.zh
    assert told.zh.endswith(f"政府工作报告，第{report.line_of(span.start)}行）")


def test_pages_go_before_lines(report: Report) -> None:
    """Where the file has pages they are cited: lines of a page are nothing a reader can count."""
    n = len(report.line_starts)
    paged = replace(report, pages=tuple(1 + line // 10 for line in range(n)))
    span = Span(paged.line_span(8).start, paged.line_span(14).end)
    assert cited(paged, span).zh.endswith("第1—2页）")
    assert cited(paged, span).en.endswith("pp. 1–2)")


def test_a_document_without_region_or_year_is_cited_by_its_title(report: Report) -> None:
    """What is unknown is not made up."""
    span, _ = first_words(report)
    for unknown in ({"region": None}, {"year": None}, {"kind": ReportKind.OTHER}):
        other = replace(report, meta=replace(report.meta, title="某某讲话", **unknown))
        assert "（《某某讲话》，" in cited(other, span).zh
    nameless = replace(report, meta=replace(report.meta, title="", region=None))
    assert f"（《{report.name}》，" in cited(nameless, span).zh


def test_a_quote_leaves_out_what_is_no_part_of_the_report(report: Report) -> None:
    """A page number goes, the sentence around it is whole; paragraphs stay paragraphs."""
    text = "　　推进城市\n- 3 -\n更新。\n\n　　改善民生。\n"
    other = replace(report, text=text, noise=(2,), broken=((1, 3),), sections=(), pages=())
    assert quote_of(other, Span(0, len(text))) == "推进城市更新。\n改善民生。"
    assert quote_of(other, Span(text.index("3"), text.index("3") + 1)) == "3"
    assert quote_of(other, Span(4, 4)) == ""


def test_a_heading_that_is_a_sentence_is_cut(report: Report) -> None:
    """Its beginning names it well enough."""
    for section in report.sections:
        assert all(len(one) <= 30 for one in section_trail(report, section.span.start))
