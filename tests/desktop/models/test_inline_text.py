"""The running text of two reports: nothing lost, nothing twice, and it knows what it quotes."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.jobs.catalog import WHOLE_REPORT, Comparison
from desktop.models.change_list import change_items
from desktop.models.inline_text import InlineText, PieceKind, inline_text
from tests.desktop.models.conftest import compared, read
from tracker.model.alignment import AlignmentPart
from tracker.model.span import Span

PAIRS = [("002", "000", WHOLE_REPORT), ("002", "000", (AlignmentPart.PLAN_REVIEW,))]
PAIRS += [("003", "004", WHOLE_REPORT), ("000", "001", WHOLE_REPORT)]

SENTENCES = [
    "地区生产总值增长5.5%以上。",
    "地区生产总值增长5%左右。",
    "新增城镇就业20万人，城镇调查失业率控制在5%以内。",
    "建成轨道交通6号线，开工建设7号线。",
    "加快建设轨道交通7号线。",
    "新建学校30所，新增学位4万个。",
    "持续优化营商环境，深化放管服改革。",
    "深入推进长江大保护，加强生态环境治理。",
]
HEADINGS = ["推动经济发展", "改善人民生活", "加快城市建设", "保护生态环境"]
BODY = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join)
SECTIONS = st.lists(st.tuples(st.sampled_from(HEADINGS), BODY), min_size=1, max_size=4)


def plan(year: int, sections: list[tuple[str, str]]) -> str:
    """Return a small report with a plan."""
    numbered = (
        f"（{'一二三四'[n]}）{heading}\n{body}" for n, (heading, body) in enumerate(sections)
    )
    return f"{year}年政府工作报告\n\n一、{year}年工作安排\n" + "\n".join(numbered) + "\n"


def check(comparison: Comparison) -> InlineText:
    """Check that every character of both texts is shown once, and return the running text."""
    inline = inline_text(comparison)
    earlier, later = comparison.earlier, comparison.later
    assert inline.text == "".join(piece.text for piece in inline.pieces)
    spans = [piece.later for piece in inline.pieces if piece.later]
    assert "".join(map(later.quote, spans)) == later.text
    assert all(p.text == later.quote(p.later) for p in inline.pieces if p.later)
    shown = Counter(at for p in inline.pieces for e in p.earlier for at in range(e.start, e.end))
    told = {
        at
        for part in comparison.parts
        for section in part.diff.sections
        for change in section.changes
        if change.earlier
        for at in range(change.earlier.start, change.earlier.end)
    }
    assert shown == Counter(told)
    for piece in inline.pieces:
        if piece.kind is PieceKind.DROPPED:
            assert piece.text == "".join(map(earlier.quote, piece.earlier))
        for span in piece.earlier if piece.later else ():
            assert "".join(earlier.quote(span).split()) == "".join(piece.text.split())
    return inline


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_every_character_of_both_reports_is_shown_once(compare_seeds, pair):
    """Pieces in order rebuild the later report; their earlier spans hold all that was compared."""
    check(compare_seeds(*pair))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(earlier=SECTIONS, later=SECTIONS)
def test_every_character_is_shown_once_whatever_was_compared(options, earlier, later):
    """The rule holds for sections that were merged, moved, dropped, repeated or reworded."""
    before, after = (read(plan(y, s), options) for y, s in ((2022, earlier), (2023, later)))
    check(compared(before, after, WHOLE_REPORT, options))


def test_an_arrow_leads_from_a_figure_to_the_one_in_its_place(options):
    """5.5%以上 that became 5%左右 reads as one step."""
    texts = [[("推动经济发展", SENTENCES[n] + SENTENCES[6])] for n in (0, 1)]
    reports = [read(plan(2022 + n, text), options) for n, text in enumerate(texts)]
    inline = check(compared(reports[0], reports[1], WHOLE_REPORT, options))
    assert "地区生产总值增长5.5%以上 → 5%左右" in inline.text


def test_a_dropped_section_stands_in_a_paragraph_where_its_neighbour_stands(options):
    """It comes below the section that it followed, and joins no other paragraph."""
    kept = [("推动经济发展", SENTENCES[2]), ("保护生态环境", SENTENCES[7])]
    gone = ("改善人民生活", SENTENCES[5])
    before = read(plan(2022, [kept[0], gone, kept[1]]), options)
    after = read(plan(2023, kept), options)
    inline = check(compared(before, after, WHOLE_REPORT, options))
    lines = [line for line in inline.text.split("\n") if line.strip()]
    at = next(n for n, line in enumerate(lines) if "改善人民生活" in line)
    assert lines[at + 1] == SENTENCES[5]
    assert lines[at - 1].endswith(SENTENCES[2])
    assert lines[at + 2].endswith("保护生态环境")


def test_a_passage_from_another_section_says_where_it_stood(options):
    """The heading of its old section stands before what moved."""
    moved = SENTENCES[2]
    before = [("推动经济发展", SENTENCES[1] + SENTENCES[3]), ("改善人民生活", moved + SENTENCES[5])]
    after = [("推动经济发展", SENTENCES[1] + SENTENCES[3] + moved), ("改善人民生活", SENTENCES[5])]
    reports = [read(plan(2022 + n, text), options) for n, text in enumerate((before, after))]
    inline = check(compared(reports[0], reports[1], WHOLE_REPORT, options))
    assert [inline.text[s.start : s.end] for s in inline.of_kind(PieceKind.LABEL)] == [
        "［← （二）改善人民生活］"
    ]


def test_a_selection_quotes_one_report_and_no_arrow(compare_seeds):
    """Where later words are selected they are quoted; only dropped words quote the earlier one."""
    inline = check(compare_seeds(*PAIRS[0]))
    at = inline.text.index("地区生产总值增长6%以上 → 5%左右")
    shown = Span(at, at + len("地区生产总值增长6%以上 → 5%左右"))
    assert inline.quote(shown) == "地区生产总值增长5%左右"
    gone = Span(at + 8, at + 12)
    assert inline.quote(gone) == "6%以上"
    ((report, span),) = inline.sources(gone)
    assert report is inline.comparison.earlier
    assert report.quote(span) == "6%以上"


def test_places_lead_there_and_back(compare_seeds):
    """The place of a character of the later report leads back to that character."""
    inline = inline_text(compare_seeds(*PAIRS[0]))
    for at in range(0, len(inline.comparison.later.text), 97):
        shown = inline.position(at, later=True)
        assert shown is not None
        assert inline.later_position(shown) == at
        assert inline.text[shown] == inline.comparison.later.text[at]


def test_every_change_has_a_place(compare_seeds):
    """Each change that can be stepped to is somewhere in the running text."""
    pair = compare_seeds(*PAIRS[0])
    inline = inline_text(pair)
    assert all(inline.place_of(item) is not None for item in change_items(pair))


def test_before_the_comparison_the_later_report_stands_alone(compare_seeds):
    """While two reports are compared, the later one can be read."""
    pair = compare_seeds(*PAIRS[0])
    assert inline_text(Comparison(pair.earlier, pair.later)).text == pair.later.text
