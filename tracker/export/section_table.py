"""Sections of reports and how they correspond, as tables of plain cells.

What ``duizhang outline`` and ``duizhang align`` print, for all reports of a handout, beside its
promises: 第一部分 of 2023 stands beside 第二部分 of 2024, because …
"""

from collections.abc import Iterator

from tracker.export.handout_table import Cell, Column, source_name
from tracker.message import Message
from tracker.model.alignment import Alignment, SectionLink
from tracker.model.handout import TrackingReport
from tracker.model.report import Report
from tracker.model.words import word

SECTION_COLUMNS = (
    Column("report", Message("报告", "report"), 20),
    Column("file", Message("文件", "file"), 20),
    Column("line", Message("行", "line"), 7),
    Column("level", Message("层级", "level"), 7),
    Column("number", Message("编号", "number"), 9),
    Column("heading", Message("标题", "heading"), 50),
    Column("role", Message("作用", "role"), 18),
    Column("characters", Message("字数", "characters"), 10),
)

ALIGNED_COLUMNS = (
    Column("part", Message("部分", "part"), 14),
    Column("earlier", Message("前一份报告", "earlier report"), 20),
    Column("earlier_line", Message("前行", "earlier line"), 8),
    Column("earlier_heading", Message("前一份的标题", "heading in the earlier one"), 40),
    Column("relation", Message("关系", "relation"), 14),
    Column("later", Message("后一份报告", "later report"), 20),
    Column("later_line", Message("后行", "later line"), 8),
    Column("later_heading", Message("后一份的标题", "heading in the later one"), 40),
    Column("score", Message("得分", "score"), 8),
    Column("reason", Message("理由", "reason"), 44),
)

_NO_COUNTERPART = Message("没有对应", "no counterpart")
_NEW = Message("新出现", "new")


def section_rows(handout: TrackingReport, language: str) -> Iterator[dict[str, Cell]]:
    """Yield one row for each section of each report, in the order of the texts."""
    for report in handout.reports:
        name = source_name(handout, report, language)
        for section in report.sections:
            yield {
                "report": name,
                "file": report.name,
                "line": report.line_of(section.heading_span.start),
                "level": section.level,
                "number": section.number,
                "heading": section.heading,
                "role": word(section.role).text(language),
                "characters": section.span.end - section.span.start,
            }


def aligned_rows(handout: TrackingReport, language: str) -> Iterator[dict[str, Cell]]:
    """Yield one row for each pair of sections, and one for each that has no counterpart."""
    for alignment in handout.alignments:
        earlier, later = handout.report(alignment.earlier), handout.report(alignment.later)
        between: dict[str, Cell] = {
            "part": word(alignment.part).text(language),
            "earlier": source_name(handout, earlier, language),
            "later": source_name(handout, later, language),
        }
        for row in _pairs(alignment, earlier, later, language):
            yield between | row


def _pairs(
    alignment: Alignment, earlier: Report, later: Report, language: str
) -> Iterator[dict[str, Cell]]:
    for row in alignment.rows:
        first = _place("earlier", earlier, row.section)
        for link in row.links:
            yield first | _place("later", later, link.section) | _said(link, language)
        if not row.links:
            yield first | _place("later", later, None) | _alone(_NO_COUNTERPART, language)
    for section in alignment.new:
        nothing = _place("earlier", earlier, None)
        yield nothing | _place("later", later, section) | _alone(_NEW, language)


def _place(side: str, report: Report, section: int | None) -> dict[str, Cell]:
    if section is None:
        return {f"{side}_line": None, f"{side}_heading": ""}
    found = report.sections[section]
    line = report.line_of(found.heading_span.start)
    return {f"{side}_line": line, f"{side}_heading": found.heading}


def _said(link: SectionLink, language: str) -> dict[str, Cell]:
    return {
        "relation": word(link.kind).text(language),
        "score": round(link.score.value, 4),
        "reason": link.score.reason.text(language),
    }


def _alone(relation: Message, language: str) -> dict[str, Cell]:
    return {"relation": relation.text(language), "score": None, "reason": ""}
