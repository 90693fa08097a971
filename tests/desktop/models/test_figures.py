"""Figures that changed: where they stand, and what is said of them."""

import pytest

from desktop.jobs.catalog import Comparison, PartComparison
from desktop.models.change_list import StepKind, items_of
from desktop.models.figures import figure_changes
from desktop.models.glosses import ChangeTips, glosses
from desktop.models.moves import moved_passages, place_name, place_told
from tests.builders import make_measure, make_report, span_of
from tracker.model.alignment import Alignment, AlignmentPart
from tracker.model.change import (
    Change,
    ChangeKind,
    Direction,
    NumberChange,
    ReportDiff,
    SectionDiff,
)

EARLIER = make_report(
    "一、目标\n地区生产总值增长5.5%以上，新增学位5万个，扎实推进老旧小区改造。\n二、其他\n没有。"
)
LATER = make_report(
    "一、目标\n地区生产总值增长 5% 左右，新增学位50千个。\n"
    "二、其他\n扎实推进老旧小区改造，新建公园。",
    year=2022,
)


def compared(numbers=(), changes=()):
    """Return the two texts with some changes."""
    part = PartComparison(
        Alignment(EARLIER.id, LATER.id, AlignmentPart.PLAN, (), ()),
        ReportDiff(EARLIER.id, LATER.id, (SectionDiff(0, 0, tuple(changes), tuple(numbers)),)),
    )
    return Comparison(EARLIER, LATER, (part, part))


GDP = NumberChange(
    "地区生产总值",
    make_measure(EARLIER, "地区生产总值增长5.5%以上", "5.5", "%"),
    make_measure(LATER, "地区生产总值增长 5% 左右", "5", "%"),
    Direction.DOWN,
    Direction.DOWN,
)
SEATS = NumberChange(
    "学位",
    make_measure(EARLIER, "新增学位5万个", "5", "万个"),
    make_measure(LATER, "新增学位50千个", "50", "千个"),
    Direction.SAME,
    Direction.SAME,
)
HERE, THERE = span_of(EARLIER, "扎实推进老旧小区改造"), span_of(LATER, "扎实推进老旧小区改造")
MOVES = (
    Change(ChangeKind.MOVE, HERE, None, elsewhere=THERE),
    Change(ChangeKind.MOVE, None, THERE, elsewhere=HERE),
)


def test_a_figure_stands_with_the_words_that_bind_it():
    """5.5%以上 is told whole, without the blanks of the source, once for two parts."""
    (one,) = figure_changes(compared([GDP]))
    assert (one.was, one.now) == ("5.5%以上", "5%左右")
    assert LATER.quote(one.later) == "5% 左右"


@pytest.mark.parametrize(
    ("number", "badge", "word"),
    [(GDP, "↓ 5.5%以上 → 5%左右", "lower"), (SEATS, "5万个 → 50千个", "another unit")],
)
def test_the_badge_says_direction_bound_and_unit(qapp, number, badge, word):
    """What happened to a figure is told in a sign, and in words."""
    (one,) = figure_changes(compared([number]))
    assert one.badge().startswith(badge)
    assert word in one.words()
    assert one.indicator in one.words()


def test_only_the_later_text_has_the_badge(qapp):
    """Both texts mark the figure and tell of it on hovering; the note stands beside the later."""
    pair = compared([GDP])
    (later,), (earlier,) = glosses(pair, None), glosses(None, pair)
    assert later.note
    assert not earlier.note
    assert later.tip == earlier.tip
    assert earlier.bound is Direction.DOWN


def test_a_moved_passage_says_where_it_is_from_and_where_it_went(qapp):
    """Either side names the numbers of the section at the other one."""
    pair = compared(changes=MOVES)
    assert moved_passages(pair) == moved_passages(compared(changes=MOVES[:1]))
    (later,), (earlier,) = glosses(pair, None), glosses(None, pair)
    assert later.note.startswith("from")
    assert earlier.note.startswith("to")
    assert (later.span, earlier.span) == (THERE, HERE)


def test_a_place_is_told_by_the_numbers_of_its_sections(read_seed):
    """The numbers of a section and of those above it are enough; the rest is on hovering."""
    report = read_seed("000")
    inner = next(s for s in report.sections if s.parent is not None and s.number)
    outer = report.sections[inner.parent]
    name = place_name(report, inner.span.start)
    assert name.startswith(outer.number.rstrip("、"))
    assert name.endswith(inner.number.rstrip("、."))
    told = place_told(report, inner.span.start)
    assert told.startswith(f"{name} “{inner.heading[:10]}")


def test_stretches_of_one_passage_are_one_move():
    """What moved with a comma put in is one passage, a moved word is none."""
    halves = [
        Change(
            ChangeKind.MOVE,
            span_of(EARLIER, words),
            None,
            elsewhere=span_of(LATER, words),
        )
        for words in ("扎实推进", "老旧小区改造")
    ]
    (one,) = moved_passages(compared(changes=halves))
    assert EARLIER.quote(one.earlier) == "扎实推进老旧小区改造"
    assert moved_passages(compared(changes=halves[:1])) == ()


def test_a_tip_quotes_the_other_text(qapp):
    """Hovering tells what stood there before; what is new says so."""
    words = Change(ChangeKind.REPLACE, span_of(EARLIER, "没有"), span_of(LATER, "新建公园"))
    tips = ChangeTips(compared(changes=[words]), None)
    assert "没有" in tips.at(LATER.text.index("新建公园") + 1)
    assert tips.at(0) == ""
    new = Change(ChangeKind.INSERT, None, span_of(LATER, "新建公园"))
    told = ChangeTips(compared(changes=[new]), None).at(LATER.text.index("新建公园"))
    assert told.startswith("New")


def test_a_figure_is_told_instead_of_the_words_around_it(qapp):
    """What stands in a new passage and is another figure is told as a figure, and once."""
    new = Change(ChangeKind.INSERT, None, span_of(LATER, "地区生产总值增长 5% 左右"))
    pair = compared([GDP], [new])
    (figure,) = figure_changes(pair)
    assert ChangeTips(pair, None).at(figure.later.start) == figure.words()
    assert ChangeTips(pair, None).at(figure.later.start - 2).startswith("New")


def test_changes_of_a_kind_are_those_alone():
    """Figures, moves, what is new and what was dropped are gone through apart."""
    new = Change(ChangeKind.INSERT, None, span_of(LATER, "新建公园"))
    pair = compared([GDP], (*MOVES, new))
    assert [LATER.quote(i.later) for i in items_of(pair, StepKind.FIGURES)] == ["5% 左右"]
    (move,) = items_of(pair, StepKind.MOVED)
    assert (move.earlier, move.later) == (HERE, THERE)
    assert all(item.later is None for item in items_of(pair, StepKind.DROPPED))
    assert len(items_of(pair, StepKind.ALL)) == 2
