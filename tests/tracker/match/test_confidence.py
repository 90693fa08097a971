"""How sure verdicts are, and on what grounds."""

from collections.abc import Callable

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.confidence import confidence_of
from tracker.match.finding import Found
from tracker.match.ruling import Ruling
from tracker.message import Message
from tracker.model.commitment import StatementKind
from tracker.model.tracking import Answered, Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "生态环境持续改善。文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。"
SURE = 0.8


def silence() -> Ruling:
    return Ruling(Verdict.NOT_REPORTED, Answered.SILENT, 0.5, Message("", ""), ())


def nothing(near: float = 0.0) -> Found:
    return Found((), (), near, 0, 0)


def test_silence_is_surer_the_farther_the_nearest_passage_is() -> None:
    """No passage at all says more than one that falls far short, that more than one just short."""
    sure = [confidence_of(silence(), nothing(near), said_again=False) for near in (0.0, 0.2, 0.45)]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] >= SURE > sure[1]


def test_a_promise_said_again_and_never_answered_is_surely_not_reported() -> None:
    """Who promises again without a word of what was done has not reported."""
    again = confidence_of(silence(), nothing(), said_again=True)
    assert again > confidence_of(silence(), nothing(), said_again=False)


@pytest.mark.parametrize(("is_push", "is_listed"), [(True, False), (False, True), (True, True)])
def test_silence_on_a_push_or_a_list_is_less_sure(*, is_push: bool, is_listed: bool) -> None:
    """What has no end, or stands in a list, is often answered in other words."""
    plain = confidence_of(silence(), nothing(), said_again=False)
    sure = confidence_of(
        silence(), nothing(), said_again=False, is_push=is_push, is_listed=is_listed
    )
    assert sure < plain
    assert sure < SURE or not is_push


def test_a_passage_that_has_another_name_is_less_sure(judge: Judge) -> None:
    """同一政策的另一种叫法 answers it, and leaves room for doubt."""
    asked = promise("推进对口支援工作", about="对口支援", kind=StatementKind.ACTION, verb="推进")
    other = judge(asked, make_later(FILLER + "对口帮扶工作扎实推进。"))
    same = judge(asked, make_later(FILLER + "对口支援工作扎实推进。"))
    assert other.verdict is same.verdict is Verdict.IN_PROGRESS
    assert other.confidence < same.confidence


@pytest.mark.parametrize("verdict", [Verdict.FULFILLED, Verdict.PARTIAL])
def test_confidence_stays_between_its_ends(judge: Judge, verdict: Verdict) -> None:
    """Nothing is certain, and a verdict without a passage keeps what its rule gives."""
    ruling = Ruling(verdict, Answered.DIRECT, 0.6, Message("", ""), ())
    assert confidence_of(ruling, nothing(), said_again=False) == 0.6


def test_a_compared_figure_is_surer_than_work_that_goes_on(judge: Judge) -> None:
    """A figure decides; 加快推进 leaves room for another reading."""
    figure = promise(
        "地区生产总值增长6%以上", measure("地区生产总值", "6", "%"), about="地区生产总值"
    )
    compared = judge(figure, make_later(FILLER + "地区生产总值增长8.7%。"))
    push = promise(
        "推进太湖流域湿地公园群建设",
        about="太湖流域湿地公园群",
        kind=StatementKind.PROJECT,
        verb="推进",
    )
    going = judge(push, make_later(FILLER + "太湖流域湿地保护加快推进。"))
    assert compared.confidence >= 0.9
    assert compared.confidence > going.confidence
