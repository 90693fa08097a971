"""Which paragraphs of two compared sections are printed beside each other."""

import pytest

from tests.builders import make_report
from tracker import pipeline
from tracker.diff.passages import diff_passages
from tracker.export.facing import facing_rows
from tracker.model.alignment import AlignmentPart
from tracker.model.change import ChangeKind

LONG = "大力发展数字经济，打造具有国际竞争力的先进制造业集群，培育专精特新企业，" * 3


def rows_of(before: str, after: str) -> list[tuple[str, str]]:
    """Return the rows of two sections as text."""
    earlier, later = make_report(before), make_report(after)
    changes = diff_passages(*(r.passage(r.sections[0].span) for r in (earlier, later)))
    left = sorted(
        (c.earlier for c in changes if c.earlier is not None), key=lambda span: span.start
    )
    right = [c.later for c in changes if c.later is not None]
    rows = facing_rows(
        changes, (earlier, ((span, "") for span in left)), (later, ((span, "") for span in right))
    )
    return [
        (
            "|".join("".join(earlier.quote(s) for s, _ in p.pieces) for p in row.earlier),
            "|".join("".join(later.quote(s) for s, _ in p.pieces) for p in row.later),
        )
        for row in rows
    ]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ("稳定经济增长。", "稳定经济增长。", [("稳定经济增长。", "稳定经济增长。")]),
        (
            "一、主要工作\n稳定经济增长。\n修订条例草案文本。",
            f"二、重点任务\n{LONG}\n稳定经济增长。\n修订条例草案文本。",
            [
                ("一、主要工作", "二、重点任务"),
                ("", LONG),
                ("稳定经济增长。", "稳定经济增长。"),
                ("修订条例草案文本。", "修订条例草案文本。"),
            ],
        ),
        (
            "推进城乡融合发展。修订条例草案文本。",
            "推进城乡融合发展。\n修订条例草案文本。",
            [("推进城乡融合发展。修订条例草案文本。", "推进城乡融合发展。|修订条例草案文本。")],
        ),
    ],
)
def test_paragraphs_that_share_text_face_each_other(
    before: str, after: str, rows: list[tuple[str, str]]
) -> None:
    """Headings face each other however worded, a long addition stands alone, a divided paragraph
    faces both its parts.
    """
    assert rows_of(before, after) == rows


def test_every_character_of_both_sections_is_in_one_row(read_seed, options) -> None:
    """Rows only arrange: nothing is lost, doubled or turned round on either side."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    for section in pipeline.compare(alignment, earlier, later, options).sections:
        left = sorted((c.earlier for c in section.changes if c.earlier), key=lambda s: s.start)
        right = [c.later for c in section.changes if c.later]
        assert {c.kind for c in section.changes} <= set(ChangeKind)
        rows = facing_rows(
            section.changes,
            (earlier, ((span, "") for span in left)),
            (later, ((span, "") for span in right)),
        )
        for report, spans, side in ((earlier, left, "earlier"), (later, right, "later")):
            shown = "".join(
                report.quote(span)
                for row in rows
                for paragraph in getattr(row, side)
                for span, _ in paragraph.pieces
            )
            assert "".join(shown.split()) == "".join(
                "".join(report.quote(span) for span in spans).split()
            )
