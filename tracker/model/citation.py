"""Citations (引注): a passage with where it stands, so that whoever reads it can find it.

“抓好科技创新突破” of a report becomes “抓好科技创新突破”（江苏省苏州市2021年政府工作报告，
“三、2021年主要任务”，第45行）.
"""

from enum import StrEnum

from tracker.message import Message
from tracker.model.report import Report, ReportKind
from tracker.model.span import Span
from tracker.model.words import word

LONGEST_HEADING = 30
"""Characters of a heading; where the heading is a whole sentence, its beginning will do."""


class CitationForm(StrEnum):
    """How much a citation tells."""

    FULL = "full"
    """With the sections that the passage stands in."""
    SHORT = "short"
    """Document and page, or line, alone."""


def quote_of(report: Report, span: Span) -> str:
    """Return the words of a passage as they are quoted.

    Page numbers and the like within it are left out, a sentence that a page break cut in two is
    one again, white space at its ends is gone; nothing else is touched.
    """
    if not span:
        return ""
    first, last = report.lines_of(span)
    noise = frozenset(report.noise)
    lines: list[str] = []
    kept = 0
    for line in range(first, last + 1):
        if line in noise and first != last:
            continue
        of_line = report.line_span(line)
        start, end = max(span.start, of_line.start), min(span.end, of_line.end)
        words = report.text[start:end].strip()
        if not words:
            continue
        if lines and (kept, line) in report.broken:
            lines[-1] += words
        else:
            lines.append(words)
        kept = line
    return "\n".join(lines)


def section_trail(report: Report, position: int) -> tuple[str, ...]:
    """Return the headings that a position stands under, the topmost first."""
    trail: list[str] = []
    section = report.section_at(position)
    while section is not None:
        heading = " ".join(f"{section.number}{section.heading}".split()).rstrip("。：；:;.")
        if len(heading) > LONGEST_HEADING:
            heading = heading[: LONGEST_HEADING - 1] + "…"
        if heading:
            trail.insert(0, heading)
        section = None if section.parent is None else report.sections[section.parent]
    return tuple(trail)


def place_of(report: Report, span: Span) -> Message:
    """Return the pages of a passage, or its lines where the file has no pages."""
    last_at = max(span.start, span.end - 1)
    pages = report.page_of(span.start), report.page_of(last_at)
    if pages[0] is not None:
        return _counted(("页", "p.", "pp."), pages[0], pages[1] or pages[0])
    return _counted(("行", "line", "lines"), *report.lines_of(span))


def _counted(words: tuple[str, str, str], first: int, last: int) -> Message:
    unit, one, many = words
    if first == last:
        return Message(f"第{first}{unit}", f"{one} {first}")
    return Message(f"第{first}—{last}{unit}", f"{many} {first}–{last}")


def document_of(report: Report) -> Message:
    """Return what a document is called where it is cited."""
    meta = report.meta
    if meta.region is None or meta.year is None or meta.kind is ReportKind.OTHER:
        title = meta.title or report.name
        return Message(f"《{title}》", title)
    kind = word(meta.kind)
    place = meta.region.name
    return Message(f"{place}{meta.year}年{kind.zh}", f"{place}, {kind.en} {meta.year}")


def cited(report: Report, span: Span, form: CitationForm = CitationForm.FULL) -> Message:
    """Return a passage in quotation marks, and behind it where it stands, as plain text."""
    document, place = document_of(report), place_of(report, span)
    trail = section_trail(report, span.start) if form is CitationForm.FULL else ()
    zh = [document.zh, *([f"“{' › '.join(trail)}”"] if trail else []), place.zh]
    en = [document.en, *([f"section “{' › '.join(trail)}”"] if trail else []), place.en]
    quote = quote_of(report, span)
    return Message(f"“{quote}”（{'，'.join(zh)}）", f"“{quote}” ({', '.join(en)})")
