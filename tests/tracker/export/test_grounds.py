"""What a verdict rests on, as it is shown."""

from dataclasses import replace

import pytest

from tests.builders import make_commitment, make_evidence, make_report, make_tracking
from tracker.export.grounds import ranked, what_fits
from tracker.message import Message
from tracker.model.score import Score, ScorePart
from tracker.model.tracking import Verdict

PROMISE = make_report("任务\n推动传统产业转型升级，建设5G基站100个", year=2021)
LATER = make_report("回顾\n产业转型升级加快，5g基站建成，服务业发展", year=2022)


def scored(quote: str, *pairs: str, value: float = 0.5, indicator: bool = False):
    """Return a passage of the later report with the pairs that it shares."""
    parts = [ScorePart("object", value, pairs)]
    if indicator:
        parts.append(ScorePart("indicator", 1.0))
    reason = Message(f"共有字词：{'、'.join(pairs)}", "pairs")
    return replace(make_evidence(LATER, quote), score=Score(value, tuple(parts), reason))


@pytest.mark.parametrize(
    ("quote", "pairs", "shown"),
    [
        ("产业转型升级加快", ("型升", "升级", "转型"), "共有字词：产业转型升级"),
        ("5g基站建成", ("5g", "基站"), "共有字词：5g基站"),
        ("产业转型升级加快，5g基站建成", ("升级", "5g"), "共有字词：产业转型升级、5g基站"),
        ("服务业发展", ("服发",), "共有字词：服发"),
    ],
)
def test_whole_words_are_shown(quote: str, pairs: tuple[str, ...], shown: str) -> None:
    """Pairs of characters are how the matching works, not what a person wants to read."""
    promise = "推动传统产业转型升级，建设5G基站100个"
    assert what_fits(promise, scored(quote, *pairs)).zh == shown


def test_the_same_indicator_is_said() -> None:
    """Beside the words stands that both speak of one indicator."""
    told = what_fits("产业转型", scored("产业转型升级加快", "转型", indicator=True))
    assert told.zh == "共有字词：产业转型；同一指标"


def test_reasons_of_another_kind_stay() -> None:
    """A report's own admission shares no words to be listed."""
    evidence = make_evidence(LATER, "服务业发展")
    assert what_fits("服务业发展", evidence) is evidence.score.reason


@pytest.mark.parametrize(
    ("verdict", "values"),
    [(Verdict.FULFILLED, [0.5, 0.9, 0.7]), (Verdict.NOT_REPORTED, [0.9, 0.7, 0.5])],
)
def test_what_a_verdict_rests_on_comes_first(verdict: Verdict, values: list[float]) -> None:
    """Then the others by score; candidates are only sorted."""
    found = tuple(
        scored(quote, value=value) for quote, value in (("产业", 0.5), ("转型", 0.7), ("升级", 0.9))
    )
    commitment = make_commitment(PROMISE, "推动传统产业转型升级")
    tracking = make_tracking(commitment, verdict, found)
    assert [e.score.value for e in ranked(tracking)] == values
