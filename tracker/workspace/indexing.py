"""What the index of words takes in of a report."""

from tracker.model.report import Report
from tracker.store import summaries, word_index


def indexed_text(report: Report) -> word_index.IndexedText:
    """Return a report, with people's word on lines and roles, as the index of words takes it in."""
    from tracker.text.paragraphs import paragraphs_of  # noqa: PLC0415 - with the first import

    headings = [section.heading for section in report.sections]
    return word_index.pack(summaries.text_hash(report), headings, paragraphs_of(report))
