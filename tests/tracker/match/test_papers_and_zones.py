"""What must be named for a promise without a figure to be spoken of, and sums of several years."""

from collections.abc import Callable

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.lexicon import MatchLexicon
from tracker.match.scoring import promises_paper, promises_zone
from tracker.match.topics import TopicReader, parts_of
from tracker.model.commitment import StatementKind
from tracker.model.measure import MeasureKind
from tracker.model.tracking import Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "生态环境持续改善。文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。"


def action(quote: str, about: str, verb: str) -> tuple:
    return promise(quote, about=about, kind=StatementKind.ACTION, verb=verb)


@pytest.mark.parametrize(
    ("verb", "thing", "is_paper"),
    [
        ("出台", "促进民营经济发展若干政策措施", True),
        ("编制实施", "全域旅游发展规划", True),
        ("完善", "城乡规划", False),
        ("制定", "国际化建设目标", False),
    ],
)
def test_a_paper_is_promised_by_drawing_up_what_is_called_one(
    verb: str, thing: str, *, is_paper: bool
) -> None:
    """出台, 编制 … with 方案, 规划 … at the end of the name promise a paper."""
    assert promises_paper(verb, thing) is is_paper


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("民营经济发展不足。", Verdict.NOT_REPORTED),
        ("出台民营经济发展政策措施30条。", Verdict.FULFILLED),
    ],
)
def test_a_promised_paper_is_not_answered_by_what_it_is_about(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """Who promises measures for private firms has not answered by speaking of private firms."""
    asked = action("出台促进民营经济发展若干政策措施", "民营经济发展若干政策措施", "出台")
    assert judge(asked, make_later(FILLER + review)).verdict is verdict


@pytest.mark.parametrize(
    ("thing", "is_zone"),
    [
        ("国家电子商务示范城市", True),
        ("胶东国际机场临空经济区", True),
        ("智慧城市建设", False),
        ("山区", False),
    ],
)
def test_a_zone_or_title_is_known_by_the_end_of_its_name(thing: str, *, is_zone: bool) -> None:
    """…示范城市 and …经济区 end names of titles and zones."""
    assert promises_zone(thing) is is_zone


def test_another_title_does_not_answer_a_promised_one(judge: Judge) -> None:
    """A pilot zone of cross-border trade is no model city of trade on the net."""
    asked = action("积极创建国家电子商务示范城市", "国家电子商务示范城市", "创建")
    found = judge(asked, make_later(FILLER + "获批国家跨境电子商务综合试验区。"))
    assert found.verdict is not Verdict.IN_PROGRESS


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("宜石、武倘寻等13条高速公路加快建设。", Verdict.NOT_REPORTED),
        ("禄劝至会理高速公路加快建设。", Verdict.IN_PROGRESS),
    ],
)
def test_a_road_is_known_by_the_places_it_joins(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """Other roads that are built do not answer for the one between two named places."""
    asked = promise(
        "加快禄劝至会理高速公路前期工作",
        about="禄劝至会理高速公路",
        kind=StatementKind.PROJECT,
        verb="加快",
    )
    assert judge(asked, make_later(FILLER + review)).verdict is verdict


def test_what_a_name_in_quotes_lists_is_no_list_of_things(lexicon: MatchLexicon) -> None:
    """“一个杜绝、三个持续下降”目标 is one thing; without the quotes two are listed."""
    _, whole = action("实现“一个杜绝、三个持续下降”目标", "“一个杜绝、三个持续下降”目标", "实现")
    _, listed = action("推进海绵城市、综合管廊建设", "海绵城市、综合管廊", "推进")
    assert parts_of(whole, TopicReader(lexicon, ())) == ()
    assert len(parts_of(listed, TopicReader(lexicon, ()))) == 2


@pytest.mark.parametrize(
    ("about", "wanted", "verdict"),
    [
        ("城市居民人均可支配收入", "9", Verdict.MISSED),
        ("城镇居民人均可支配收入", "8", Verdict.FULFILLED),
        ("农民人均纯收入", "10", Verdict.FULFILLED),
    ],
)
def test_town_and_country_in_turn_go_to_the_side_that_was_promised(
    judge: Judge, about: str, wanted: str, verdict: Verdict
) -> None:
    """城乡居民收入分别增长8.7%和11%: the first is the town's, by whatever name."""
    asked = promise(f"{about}增长{wanted}%以上", measure(about, wanted, "%"), about=about)
    found = judge(asked, make_later(FILLER + "城乡居民收入分别增长8.7%和11%。"))
    assert found.verdict is verdict


def test_an_amount_of_a_push_without_an_end_is_no_end_of_it(judge: Judge) -> None:
    """建成综合管廊33.8公里 tells that work goes on, not that the push is over."""
    asked = action("加快地下综合管廊建设", "地下综合管廊", "加快")
    found = judge(asked, make_later(FILLER + "建成综合管廊33.8公里。"))
    assert found.verdict is Verdict.IN_PROGRESS


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("两年累计减少煤炭消费280万吨。", Verdict.UNDETERMINED),
        ("减少煤炭消费280万吨。", Verdict.FULFILLED),
    ],
)
def test_a_sum_of_named_years_does_not_answer_a_yearly_promise(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """两年累计 counts more than the year that was promised."""
    asked = promise(
        "煤炭消费减少250万吨以上",
        measure("煤炭消费", "250", "万吨", kind=MeasureKind.DECREASE),
        about="煤炭消费",
        kind=StatementKind.QUOTA,
    )
    assert judge(asked, make_later(FILLER + review)).verdict is verdict


def test_a_near_total_of_a_term_leaves_a_yearly_amount_undetermined(judge: Judge) -> None:
    """Silence would be too much to say where the same costs were cut over five years."""
    asked = promise(
        "为企业降低用电、融资、物流、税费、制度性交易等成本500亿元",
        measure("成本", "500", "亿元", kind=MeasureKind.INCREMENT),
        about="企业降低用电、融资、物流、税费、制度性交易等成本",
        kind=StatementKind.QUOTA,
        verb="降低",
    )
    found = judge(asked, make_later("五年来，" + FILLER + "五年来，为企业降低各类成本1300亿元。"))
    assert found.verdict is Verdict.UNDETERMINED
    assert "几年合计" in found.reason.zh


@pytest.mark.parametrize(
    ("quote", "about", "review"),
    [
        ("推进援藏、援疆工作", "援藏、援疆", "扎实做好对口支援工作"),
        ("推进集体资产股份制改造", "集体资产股份制改造", "农村集体产权制度改革有序推进"),
    ],
)
def test_another_usual_name_of_a_policy_answers_for_it(
    judge: Judge, quote: str, about: str, review: str
) -> None:
    """Policies go by several names in reports; who uses another one is not silent."""
    asked = action(quote, about, "推进")
    assert judge(asked, make_later(FILLER + review + "。")).verdict is Verdict.IN_PROGRESS


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("确定160个国家乡村振兴重点帮扶县。", Verdict.FULFILLED),
        ("乡村振兴重点帮扶县加快发展。", Verdict.IN_PROGRESS),
    ],
)
def test_some_were_promised_and_a_number_of_them_is_named(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """一批 is kept by whatever number of the promised things was named."""
    asked = action("支持一批乡村振兴重点帮扶县", "一批乡村振兴重点帮扶县", "支持")
    assert judge(asked, make_later(FILLER + review)).verdict is verdict
