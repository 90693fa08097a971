"""A report's trace: what is kept of its clauses to hold them against those of other reports (痕迹).

In goes a report, out come place and sketch of every clause of its body (深入开展爱国卫生运动).
Headings, what is no part of the report, salutation and glossary are left out, and clauses of
fewer than ten letters. Whole sentences would not do: they run on for lines, and hardly two are
the same.
"""

import numpy as np

from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.shared_text import Trace
from tracker.text.script import one_spelling
from tracker.text.sentences import clauses
from tracker.text.sketch import SHORTEST, letters_in, sketch, weighted

_SAID = frozenset(
    {Role.REVIEW, Role.PROBLEMS, Role.OUTLOOK, Role.TARGETS, Role.PLAN, Role.SELF, Role.CLOSING}
)

_MOST = 65535


def trace_of(report: Report) -> Trace:
    """Return the trace of a report."""
    headings = {section.span.start: section.heading_span.end for section in report.sections}
    places: list[tuple[int, int, int, int]] = []
    texts: list[str] = []
    for paragraph in report.canonical.paragraphs:
        text = paragraph.text
        spelled = one_spelling(text)  # one character for one, so that clauses stand where they do
        for stretch in clauses(text):
            said = letters_in(spelled[stretch.start : stretch.end])
            if len(said) < SHORTEST:
                continue
            span = paragraph.source(stretch.start, stretch.end)
            is_heading = headings.get(span.start, 0) >= span.end
            if is_heading or report.role_at(span.start) not in _SAID:
                continue
            section = report.section_at(span.start)
            index = -1 if section is None else section.index
            places.append((span.start, span.end - span.start, len(said), index))
            texts.append(weighted(said))
    table = np.array(places, dtype=np.int64).reshape(len(places), 4)
    return Trace(
        table[:, 0].astype("<u4").tobytes(),
        np.minimum(table[:, 1], _MOST).astype("<u2").tobytes(),
        np.minimum(table[:, 2], _MOST).astype("<u2").tobytes(),
        table[:, 3].astype("<i2").tobytes(),
        sketch(texts).tobytes(),
    )
