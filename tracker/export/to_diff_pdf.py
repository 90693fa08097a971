"""Two reports side by side for paper: the rows of the HTML page, set with page numbers."""

from collections.abc import Sequence
from dataclasses import asdict

from tracker.export.handout_table import ReadResource
from tracker.export.to_diff_html import WORDS, name_of_report, printed_pairs
from tracker.export.to_pdf import chinese_font, typeset
from tracker.message import Message
from tracker.model.change import ReportDiff
from tracker.model.change_summary import summarise
from tracker.model.report import Report

TEMPLATE = "templates/diff.typ"

Part = tuple[Message, ReportDiff]
"""A part of the reports, by its name, and what changed in it."""


def diff_pdf_bytes(
    parts: Sequence[Part],
    earlier: Report,
    later: Report,
    language: str,
    resource: ReadResource,
) -> bytes:
    """Return the document.

    Args:
        parts: What changed, part by part.
        earlier: Earlier report.
        later: Later report.
        language: ``zh`` or ``en``.
        resource: Reads a file of ``resources/``.

    Raises:
        ExportProblem: The system has no font with Chinese characters.
    """
    page = Message("第 {0} 页，共 {1} 页", "Page {0} of {1}")
    names = name_of_report(earlier), name_of_report(later)
    data = {
        "title": Message(f"对读：{names[0]}　{names[1]}", f"{names[0]} · {names[1]}").text(
            language
        ),
        "lang": "zh" if language == "zh" else "en",
        "fonts": [chinese_font()],
        "earlier": names[0],
        "later": names[1],
        "words": {key: message.text(language) for key, message in WORDS.items()}
        | {"page": page.text(language)},
        "parts": [
            {
                "title": title.text(language),
                "summary": summarise(diff.sections).message.text(language),
                "pairs": [asdict(pair) for pair in printed_pairs(diff, earlier, later, language)],
            }
            for title, diff in parts
            if diff.sections
        ],
    }
    return typeset(resource(TEMPLATE), data)
