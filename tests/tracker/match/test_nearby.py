"""What is shown, and what is concluded, where no passage surely speaks of a promise."""

from collections.abc import Callable

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.lexicon import MatchLexicon
from tracker.match.nearness import Nearness
from tracker.model.commitment import StatementKind
from tracker.model.tracking import Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = (
    "文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。外贸进出口保持增长。城市建设步伐加快。"
)


def test_nearness_finds_the_topic_in_other_words(lexicon: MatchLexicon) -> None:
    """化肥农药减量 is nearer to 农业面源污染 than a clause on trade or on hospitals."""
    clauses = ("推动化肥农药减量增效", "外贸进出口保持增长", "公立医院改革深化")
    near = Nearness(clauses, lexicon.text).to("加强农业面源污染治理")
    assert near.argmax() == 0


def test_nearness_is_nothing_where_no_word_is_known(lexicon: MatchLexicon) -> None:
    """Text without a known word is near to nothing, and no clauses are no failure."""
    assert not Nearness(("外贸进出口保持增长",), lexicon.text).to("xyz").any()
    assert Nearness((), lexicon.text).to("外贸进出口").size == 0


def test_a_passage_of_the_topic_is_shown_and_decides_nothing(judge: Judge) -> None:
    """A reader is shown where to look; the verdict stays that nothing was reported."""
    asked = promise("加强农业面源污染治理", about="农业面源污染治理", verb="加强")
    found = judge(asked, make_later(FILLER + "推动化肥农药减量增效。"))
    assert found.verdict is Verdict.NOT_REPORTED
    assert "化肥农药" in found.evidence[0].quote
    assert "供核对" in found.reason.zh


def test_a_push_is_answered_by_work_on_its_topic(judge: Judge) -> None:
    """推进 has no end, so work told of the same topic in nearly the same words answers it."""
    asked = promise(
        "推进生态系统保护和修复", about="生态系统保护和修复", kind=StatementKind.ACTION, verb="推进"
    )
    found = judge(asked, make_later(FILLER + "持续推进生态保护修复重大工程。"))
    assert found.verdict is Verdict.IN_PROGRESS
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    ("quote", "about", "told"),
    [
        ("打响“苏州制造”品牌", "“苏州制造”品牌", "打造“四季苏州”旅游品牌"),
        ("创建安全发展示范城市", "安全发展示范城市", "争创全国社会治安防控体系建设示范城市"),
    ],
)
def test_a_name_or_a_title_is_not_answered_by_its_topic(
    judge: Judge, quote: str, about: str, told: str
) -> None:
    """Another brand and another title are other things."""
    found = judge(
        promise(quote, about=about, kind=StatementKind.ACTION), make_later(FILLER + told + "。")
    )
    assert found.verdict is Verdict.NOT_REPORTED


@pytest.mark.parametrize(
    ("name", "value", "verdict"),
    [("城镇", "8", Verdict.FULFILLED), ("农村", "9", Verdict.MISSED)],
)
def test_incomes_of_town_and_country_are_read_in_turn(
    judge: Judge, name: str, value: str, verdict: Verdict
) -> None:
    """城乡居民…分别增长8%和8.7% gives the first to the towns and the second to the country."""
    asked = promise(
        f"{name}居民人均可支配收入增长{value}%",
        measure(f"{name}居民人均可支配收入", value, "%"),
        about=f"{name}居民人均可支配收入",
    )
    told = "城乡居民人均可支配收入分别达42988元和14895元、分别增长8%和8.7%。"
    assert judge(asked, make_later(FILLER + told)).verdict is verdict


@pytest.mark.parametrize("told", ["没有按期完成", "未能如期建成", "尚未开工"])
def test_what_is_said_not_to_be_done_is_never_kept(judge: Judge, told: str) -> None:
    """The word of a result behind 没有 or 尚未 says the contrary."""
    asked = promise(
        "建成滇缅大道快速路", about="滇缅大道快速路", verb="建成", kind=StatementKind.PROJECT
    )
    found = judge(asked, make_later(FILLER + f"滇缅大道快速路{told}。"))
    assert found.verdict is Verdict.MISSED


def test_proposals_are_dealt_with_when_their_number_is_told(judge: Judge) -> None:
    """认真办理人大代表建议 is kept by 办理人大代表建议363件."""
    asked = promise("认真办理人大代表建议和政协提案", about="人大代表建议和政协提案", verb="办理")
    told = "办理人大代表建议363件、政协提案569件，办复率100%。"
    assert judge(asked, make_later(FILLER + told)).verdict is Verdict.FULFILLED
