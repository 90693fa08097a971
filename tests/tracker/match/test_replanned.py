"""What became of a promise in the later plan."""

from collections.abc import Callable
from dataclasses import replace

from tests.tracker.match.builders import make_later, measure, promise
from tracker.model.commitment import Commitment, Firmness
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.tracking import Goalpost, Tracking

Judge = Callable[..., Tracking]
PLAN = "今年地区生产总值增长5%左右。"


def target(value: str, firmness: Firmness = Firmness.PLAIN) -> tuple[Report, Commitment]:
    """Return a headline target of gross product."""
    report, commitment = promise(
        f"地区生产总值增长{value}%", measure("地区生产总值", value, "%"), about="地区生产总值"
    )
    statement = replace(commitment.statement, role=Role.TARGETS)
    return report, replace(commitment, statement=statement, firmness=firmness)


def again(
    later: Report, *values: str, firmness: Firmness = Firmness.PLAIN, about: str = ""
) -> tuple:
    """Return headline targets of the later report."""
    found = []
    for number, value in enumerate(values):
        _, commitment = target(value, firmness)
        statement = replace(
            commitment.statement, report_id=later.id, object=about or "地区生产总值"
        )
        if about:
            statement = replace(statement, measures=(measure(about, value, "%"),))
        found.append(replace(commitment, id=f"l-{number}", statement=statement, due=2022))
    return tuple(found)


def test_a_lower_figure_is_a_moved_goalpost(judge: Judge) -> None:
    """6 % promised, 5 % promised the year after."""
    later = make_later("粮食丰收。", PLAN)
    found = judge(target("6"), later, again=again(later, "5"))
    assert found.restated
    assert found.goalposts == (Goalpost.LOWER,)


def test_a_softer_word_is_a_moved_goalpost(judge: Judge) -> None:
    """确保 became 力争."""
    later = make_later("粮食丰收。", PLAN)
    found = judge(
        target("6", Firmness.ENSURE), later, again=again(later, "6", firmness=Firmness.STRIVE)
    )
    assert found.goalposts == (Goalpost.SOFTER,)


def test_an_indicator_that_later_targets_leave_out_was_dropped(judge: Judge) -> None:
    """Only where the later report has targets enough to tell."""
    later = make_later("粮食丰收。", "今年固定资产投资增长5%。")
    some = again(later, "5", "4", "3", "2", about="固定资产投资")
    assert judge(target("6"), later, again=some).dropped
    assert not judge(target("6"), later, again=some[:1]).dropped
