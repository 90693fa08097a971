"""Word documents, read again part by part as their standard says."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

import pytest

from tests.builders import (
    make_commitment,
    make_evidence,
    make_handout,
    make_mark,
    make_report,
    make_tracking,
)
from tracker import pipeline
from tracker.export import to_docx
from tracker.export.to_diff_docx import diff_docx_bytes
from tracker.model.alignment import AlignmentPart
from tracker.model.change import Change, ChangeKind, ReportDiff, SectionDiff
from tracker.model.handout import HandoutOptions, TrackedPromise
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.resources import resource_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body_of(content: bytes) -> ET.Element:
    """Return the body of a document; every part must be well-formed."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        parts = {name: ET.fromstring(package.read(name)) for name in package.namelist()}
    body = parts["word/document.xml"].find(f"{W}body")
    assert body is not None
    return body


def settled(body: ET.Element, *, accept: bool) -> list[str]:
    """Return the text under each heading after accepting or rejecting all changes."""
    gone, lost_mark = (
        ("del", f"{W}pPr/{W}rPr/{W}del") if accept else ("ins", f"{W}pPr/{W}rPr/{W}ins")
    )
    sections: list[str] = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None:
            sections.append("")
            continue
        sections[-1] += "".join(_kept(paragraph, gone))
        if paragraph.find(lost_mark) is None:
            sections[-1] += "\n"
    return [section.rstrip("\n") for section in sections[1:]]


def _kept(paragraph: ET.Element, gone: str) -> Iterator[str]:
    for child in paragraph:
        if child.tag != f"{W}{gone}":
            yield from (t.text or "" for t in child.iter() if t.tag in (f"{W}t", f"{W}delText"))


def single_lines(text: str) -> str:
    """Return text with runs of line feeds made one, as paragraphs are."""
    return "\n".join(line for line in text.split("\n") if line)


def test_accepting_gives_the_later_text_and_rejecting_the_earlier() -> None:
    """Words, whole paragraphs and paragraph ends are tracked."""
    earlier = make_report("标题\n地区生产总值增长6%以上。\n保留。\n删去的一段。")
    later = make_report("标题\n地区生产总值增长5%左右。\n保留。", year=2022)

    def span(report: Report, quote: str) -> Span:
        start = report.text.index(quote)
        return Span(start, start + len(quote))

    changes = (
        Change(
            ChangeKind.EQUAL,
            span(earlier, "标题\n地区生产总值增长"),
            span(later, "标题\n地区生产总值增长"),
        ),
        Change(ChangeKind.REPLACE, span(earlier, "6%以上"), span(later, "5%左右")),
        Change(ChangeKind.EQUAL, span(earlier, "。\n保留。"), span(later, "。\n保留。")),
        Change(ChangeKind.DELETE, span(earlier, "\n删去的一段。"), None),
    )
    diff = ReportDiff(earlier.id, later.id, (SectionDiff(0, 0, changes, ()),))
    body = body_of(diff_docx_bytes(diff, earlier, later, "zh"))
    assert settled(body, accept=True) == [later.text]
    assert settled(body, accept=False) == [earlier.text]


def quoted(report: Report, span: Span | None) -> str:
    """Return a stretch of the source without white space."""
    return "".join(report.quote(span).split()) if span else ""


def test_two_sample_reports_make_a_whole_redline(
    read_seed: Callable[[str], Report], options: pipeline.AnalysisOptions
) -> None:
    """Accepted, each section holds the later text, what is shown above once; numbers differ."""
    earlier, later = read_seed("003"), read_seed("004")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = pipeline.compare(alignment, earlier, later, options)
    body = body_of(diff_docx_bytes(diff, earlier, later, "zh"))
    wanted = [
        single_lines("".join(later.quote(c.later) for c in section.changes if c.later))
        for section in diff.sections
    ]
    found = [single_lines(text) for text in settled(body, accept=True)]
    for section, text, whole in zip(diff.sections, found, wanted, strict=True):
        parts = [re.escape(part) for part in text.split("［…］")]
        assert len(parts) == 1 or section.merged
        assert re.fullmatch(r"(?s:.{20,})".join(parts), whole)
    assert sum("［…］" in text for text in found) > 2
    # A moved sentence stands at its new place, so the earlier text is compared by its characters.
    before = [
        Counter(c for change in section.changes for c in quoted(earlier, change.earlier))
        for section in diff.sections
    ]
    for text, characters in zip(settled(body, accept=False), before, strict=True):
        assert Counter("".join(text.split())) == characters
    changes = [e for e in body.iter() if e.tag in (f"{W}ins", f"{W}del")]
    numbers = [change.get(f"{W}id") for change in changes]
    assert len(set(numbers)) == len(numbers) > 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_printed_table_holds_every_promise_as_it_is(language: str) -> None:
    """Marks of XML and characters that XML cannot hold do no harm."""
    promises = ("增长6%以上", "<w:p>&注入</w:p>", "带\x07控制符\x00的承诺")
    earlier = make_report("任务\n" + "\n".join(promises), name="2021年.txt")
    later = make_report("回顾\n增长8.7%。", name="2022年.txt", year=2022)
    rows = [
        TrackedPromise(
            make_tracking(
                make_commitment(earlier, quote),
                Verdict.FULFILLED,
                (make_evidence(later, "增长8.7%"),),
            )
        )
        for quote in promises
    ]
    handout = make_handout(*rows, reports=(earlier, later))
    content = to_docx.handout_bytes(handout, HandoutOptions(language), resource_bytes)
    assert content == to_docx.handout_bytes(handout, HandoutOptions(language), resource_bytes)
    _, table, *_ = body_of(content).findall(f"{W}tbl")  # the first is the bar of verdicts
    shown = [
        ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]
    place = {"zh": "江苏省苏州市2022 · 第2行", "en": "江苏省苏州市2022 · line 2"}[language]
    cleaned = ["增长6%以上", "<w:p>&注入</w:p>", "带控制符的承诺"]
    assert [row[1].partition("江苏省")[0] for row in shown[1:]] == cleaned
    assert all("增长8.7%" in row[4] and place in row[4] for row in shown[1:])


def test_the_table_of_the_audit_page_stands_apart_from_the_lines_above() -> None:
    """An empty paragraph parts the versions and hashes from the table of who marked what."""
    earlier = make_report("任务\n建成2条。")
    commitment = make_commitment(earlier, "建成2条")
    row = TrackedPromise(make_tracking(commitment), make_mark(commitment, Verdict.MISSED))
    handout = make_handout(row, reports=(earlier,))
    body = body_of(to_docx.handout_bytes(handout, HandoutOptions(), resource_bytes))
    told = list(body)
    last_table = max(at for at, one in enumerate(told) if one.tag == f"{W}tbl")
    before = ["".join(one.itertext()) for one in told[last_table - 2 : last_table]]
    assert before[0].endswith(earlier.id)
    assert before[1] == ""


def test_names_on_the_pages_behind_the_table_end_as_their_language_writes() -> None:
    """A wide colon in Chinese, a narrow one and a space in English."""
    earlier = make_report("任务\n建成2条。")
    handout = make_handout(
        TrackedPromise(make_tracking(make_commitment(earlier, "建成2条"))), reports=(earlier,)
    )

    def written(language: str) -> str:
        options = HandoutOptions(language)
        return "".join(body_of(to_docx.handout_bytes(handout, options, resource_bytes)).itertext())

    assert "程序：duizhang" in written("zh")
    assert "Program: duizhang" in written("en")
