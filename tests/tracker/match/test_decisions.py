"""What a person decides holds: chosen and refused passages, names that are one thing or two."""

import re

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.judge import Later, judge_commitments
from tracker.match.naming import Naming, with_names
from tracker.model.commitment import Milestone, StatementKind
from tracker.model.decision import MatchWord, NamePair, TrackingWords
from tracker.model.measure import MeasureKind
from tracker.model.span import Span
from tracker.model.tracking import Verdict

PROJECT = {"kind": StatementKind.PROJECT, "verb": "建成", "milestone": Milestone.COMPLETED}
TUNNEL = promise("建成张皋过江通道。", about="张皋过江通道", **PROJECT)
LINE = promise("建成锡澄城际轨道S1线。", about="锡澄城际轨道S1线", **PROJECT)
LAB = promise("建成材料科学姑苏实验室。", about="材料科学姑苏实验室", **PROJECT)
BED = promise(
    "新增养老床位500张。",
    measure("养老床位", "500", "张", None, MeasureKind.INCREMENT),
    about="养老床位",
    kind=StatementKind.QUOTA,
    verb="新增",
)


@pytest.fixture
def decide(lexicon):
    """Return a function that judges one promise with a person's word on it."""

    def run(promised, later, *words, names=()):
        earlier, commitment = promised
        matches = tuple(
            MatchWord(commitment.id, later.id, place(later, quote), answers)
            for quote, answers in words
        )
        (found,) = judge_commitments(
            (commitment,),
            earlier,
            (Later(later, (), ()),),
            lexicon,
            TrackingWords(tuple(names), matches),
        )
        return found

    return run


def place(report, quote):
    """Return where words stand in a report."""
    start = report.text.index(quote)
    return Span(start, start + len(quote))


@pytest.mark.parametrize(
    ("promised", "review", "names"),
    [
        (TUNNEL, "张靖皋长江大桥建成通车。", NamePair("张皋过江通道", "张靖皋长江大桥")),
        (LINE, "轨道交通11号线建成通车。", NamePair("11号线", "S1线")),
        (LINE, "地铁十一号延伸段建成通车。", NamePair("锡澄城际轨道S1线", "十一号延伸段")),
    ],
)
def test_a_renamed_project_is_found_under_its_new_name(decide, promised, review, names):
    """With the names said to be one, the passage answers, and the reason tells of the names."""
    later = make_later(f"城市更美。{review}污染下降。")
    assert decide(promised, later).verdict is not Verdict.FULFILLED
    found = decide(promised, later, names=[names])
    assert found.verdict is Verdict.FULFILLED
    assert review.rstrip("。") in found.evidence[0].quote
    assert frozenset(found.names[0].__str__().split(" = ")) == {names.one, names.other}
    assert re.search(f"您曾认定“({names.one}|{names.other})”就是", found.reason.zh)
    assert "You said that" in found.reason.en
    assert found.commitment == promised[1], "the promise keeps its own words"


def test_a_name_does_not_begin_within_another(decide):
    """11号线 is not spoken of where S11号线 or 111号线 is."""
    later = make_later("轨道交通111号线建成通车，S11号线建成通车。")
    found = decide(LINE, later, names=[NamePair("S1线", "11号线")])
    assert found.names == ()
    assert found.verdict is Verdict.NOT_REPORTED


def test_names_are_one_through_others(decide):
    """Of A = B and B = C follows A = C."""
    later = make_later("张靖皋长江大桥建成通车。")
    names = [NamePair("张皋过江通道", "张皋大桥"), NamePair("张靖皋长江大桥", "张皋大桥")]
    assert decide(TUNNEL, later, names=names).verdict is Verdict.FULFILLED


def test_a_name_inside_another_thing_is_no_answer_by_itself(decide):
    """S1线沿线综合开发 is not S1线: the name alone does not make the line's opening its result."""
    promised = promise(
        "完成S1线沿线地块综合开发策划。", about="S1线沿线地块综合开发策划", **PROJECT
    )
    later = make_later("轨道交通11号线建成通车。")
    found = decide(promised, later, names=[NamePair("S1线", "11号线")])
    assert found.verdict is not Verdict.FULFILLED


def test_different_names_keep_two_things_apart(decide):
    """苏州实验室 does not answer for 材料科学姑苏实验室, and the reason says who said so."""
    later = make_later("材料科学苏州实验室建成投用。")
    assert decide(LAB, later).evidence
    names = [NamePair("材料科学姑苏实验室", "材料科学苏州实验室", same=False)]
    found = decide(LAB, later, names=names)
    assert found.verdict is Verdict.NOT_REPORTED
    assert found.evidence == ()
    assert found.names == tuple(names)
    assert "您曾认定“材料科学姑苏实验室”与“材料科学苏州实验室”不是一回事" in found.reason.zh


def test_different_names_do_not_hide_a_passage_that_names_both(decide):
    """Where both are named the promised one is spoken of."""
    later = make_later("苏州实验室和材料科学姑苏实验室建成投用。")
    names = [NamePair("材料科学姑苏实验室", "苏州实验室", same=False)]
    assert decide(LAB, later, names=names).verdict is Verdict.FULFILLED


def test_names_act_on_the_thing_they_name_alone(decide):
    """Of a list each promise is its own: ≠ and = on its neighbour leave it alone."""
    quote = "建成轨道交通6号线和S1线。"
    promised = promise(quote, about="轨道交通6号线", **PROJECT)
    later = make_later("轨道交通6号线建成通车，11号线加快建设。")
    plain = decide(promised, later)
    assert plain.verdict is Verdict.FULFILLED
    for same in (True, False):
        assert decide(promised, later, names=[NamePair("S1线", "11号线", same)]) == plain


def test_a_list_is_not_silenced_by_one_of_its_things(decide):
    """Who promised two things is answered by the other one."""
    promised = promise(
        "建成姑苏实验室、深空探测中心。", about="姑苏实验室、深空探测中心", **PROJECT
    )
    later = make_later("苏州实验室和深空探测中心建成投用。")
    names = [NamePair("姑苏实验室", "苏州实验室", same=False)]
    assert decide(promised, later, names=names).evidence


def test_the_later_word_on_the_same_names_counts(decide):
    """Who said = and then ≠ means ≠, whichever name came first."""
    later = make_later("张靖皋长江大桥建成通车。")
    names = [
        NamePair("张皋过江通道", "张靖皋长江大桥"),
        NamePair("张靖皋长江大桥", "张皋过江通道", same=False),
    ]
    assert decide(TUNNEL, later, names=names).verdict is not Verdict.FULFILLED


def test_a_local_indicator_name_joins_the_vocabulary(decide):
    """本地叫法 = 一般公共预算收入: target and figure are compared."""
    promised = promise("财力总盘子增长5%。", measure("财力总盘子", "5", "%"), about="财力总盘子")
    later = make_later("一般公共预算收入增长6%。")
    assert decide(promised, later).verdict is Verdict.NOT_REPORTED
    found = decide(promised, later, names=[NamePair("财力总盘子", "一般公共预算收入")])
    assert found.verdict is Verdict.FULFILLED
    assert found.names == (NamePair("财力总盘子", "一般公共预算收入"),)


def test_a_synonym_of_the_vocabulary_can_be_taken_out(lexicon):
    """A name that a person says is another indicator has an entry of its own."""
    entry = next(e for e in lexicon.indicators if e.synonyms)
    pair = NamePair(entry.name, entry.synonyms[0], same=False)
    changed = with_names(lexicon, Naming.of([pair], (), lexicon))
    one, other = (changed.indicators_in(name.lower()) for name in (pair.one, pair.other))
    assert one
    assert other
    assert not one & other
    assert with_names(lexicon, Naming()) is lexicon


def test_a_chosen_passage_leads_and_is_judged(decide):
    """What a person chose comes first, as chosen; the verdict is that of its figure."""
    later = make_later("新增养老床位600张。城乡护理床位新增420张。")
    assert decide(BED, later).verdict is Verdict.FULFILLED
    found = decide(BED, later, ("城乡护理床位新增420张", True))
    assert found.evidence[0].quote == "城乡护理床位新增420张"
    assert found.evidence[1].quote == "新增养老床位600张"
    assert found.verdict is Verdict.PARTIAL
    assert "420张" in found.reason.zh
    assert found.reason.zh.endswith("这处依据由您认定。")


def test_a_chosen_passage_outranks_silence_and_the_year(decide):
    """A passage without a shared word answers when a person says so, also in an early report."""
    later = make_later("环城快线贯通运营。", year=2021)
    assert decide(LINE, later).verdict is Verdict.PENDING
    found = decide(LINE, later, ("环城快线贯通运营", True))
    assert found.evidence[0].quote == "环城快线贯通运营"
    assert found.verdict in (Verdict.FULFILLED, Verdict.IN_PROGRESS)


def test_a_chosen_passage_of_the_plan_decides_nothing(decide):
    """Nothing follows from words that do not look back; they are shown first all the same."""
    later = make_later("城市更美。", "继续建设锡澄城际轨道S1线。")
    found = decide(LINE, later, ("继续建设锡澄城际轨道S1线", True))
    assert found.verdict is Verdict.UNDETERMINED
    assert found.evidence[0].quote == "继续建设锡澄城际轨道S1线"


def test_a_refused_passage_never_comes_back(decide):
    """The next candidate takes its place, and when all are refused nothing is reported."""
    later = make_later("新增养老床位600张。完成养老床位改造450张。")
    first = decide(BED, later)
    assert first.evidence[0].quote == "新增养老床位600张"
    second = decide(BED, later, ("新增养老床位600张", False))
    assert [e.quote for e in second.evidence] == ["完成养老床位改造450张"]
    assert "您认定不是答复、未再采用的有1处（“新增养老床位600张”）" in second.reason.zh
    none = decide(BED, later, ("新增养老床位600张", False), ("完成养老床位改造450张", False))
    assert none.verdict is Verdict.NOT_REPORTED
    assert none.evidence == ()
    assert "未再采用的有2处" in none.reason.zh


def test_an_admission_can_be_refused_or_chosen(decide):
    """A report's own admission is a passage like others; chosen, it says what it says."""
    promised = promise("进出口总额增长5%。", measure("进出口总额", "5", "%"), about="进出口总额")
    later = make_later("对照预期目标，预计进出口总额、固定资产投资等2个指标无法完成。")
    admitted = decide(promised, later)
    assert admitted.verdict is Verdict.MISSED
    quote = admitted.evidence[0].quote
    assert decide(promised, later, (quote, False)).verdict is not Verdict.MISSED
    chosen = decide(promised, later, (quote, True))
    assert chosen.verdict is Verdict.MISSED
    assert chosen.reason.zh.endswith("这处依据由您认定。")


def test_words_on_another_promise_or_report_change_nothing(judge, lexicon):
    """A decision acts on its promise and its passage alone."""
    later = make_later("新增养老床位600张。")
    other = MatchWord(BED[1].id, LINE[0].id, Span(0, 4), answers=False)
    plain = judge(BED, later)
    names = (NamePair("张皋过江通道", "张靖皋长江大桥"),)
    earlier, commitment = BED
    said = TrackingWords(names, (other, MatchWord(LAB[1].id, earlier.id, Span(0, 4), True)))
    (found,) = judge_commitments((commitment,), earlier, (Later(later, (), ()),), lexicon, said)
    assert found == plain
