"""Which figures may decide a promise, and which count another thing."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.compare import compare
from tracker.match.figures import Figure, figures_in
from tracker.match.lexicon import MatchLexicon
from tracker.match.likeness import begins_otherwise, joint_count, other_side, place_within
from tracker.match.topics import topic_of
from tracker.model.commitment import StatementKind
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.tracking import Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。城市建设步伐加快。"


def quota(number: str, unit: str, about: str, verb: str = "新增") -> tuple:
    return promise(
        f"{verb}{about}{number}{unit}",
        measure(about, number, unit, Comparison.EXACTLY, MeasureKind.INCREMENT),
        about=about,
        kind=StatementKind.QUOTA,
        verb=verb,
    )


def test_a_ceiling_that_falls_by_more_than_promised_is_kept() -> None:
    """PM2.5 is a ceiling, but a promise that it falls by 3% is kept by a fall of 15.3%."""
    fall = measure("PM2.5平均浓度", "3", "%", Comparison.AT_LEAST, MeasureKind.DECREASE)
    told = Figure(Decimal("-15.3"), "%", True, "15.3%", 0)
    assert compare(fall, told, ceiling=True).verdict is Verdict.FULFILLED


def test_a_damaged_number_is_no_figure(lexicon: MatchLexicon) -> None:
    """增长1$1.$2% lost its digits when the page was made."""
    assert figures_in("增长1$1.$2%", lexicon) == ()


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("地区生产总值增幅从2%逐季递升至3.5%、3.8%、4.2%。", Verdict.UNDETERMINED),
        ("地区生产总值一季度、上半年分别增长2.5%、2.7%，全年增长6.1%。", Verdict.FULFILLED),
        (
            "面对一季度地区生产总值大幅下降6.7%的困难局面，我们迎难而上，推动经济回升，"
            "全年实现地区生产总值增长6.1%。",
            Verdict.FULFILLED,
        ),
        ("万元地区生产总值综合能耗下降16%。", Verdict.NOT_REPORTED),
    ],
)
def test_a_rate_is_that_of_the_whole_year_and_of_the_thing_itself(
    judge: Judge, told: str, verdict: Verdict
) -> None:
    """Quarters, steps and what is only measured by a product tell nothing of its year."""
    asked = promise(
        "地区生产总值增长6%以上", measure("地区生产总值", "6", "%"), about="地区生产总值"
    )
    assert judge(asked, make_later(FILLER + told)).verdict is verdict


def test_rates_behind_levels_given_in_turn_keep_their_order(judge: Judge) -> None:
    """城镇、农村…分别为A和B，增长9%和12% gives the second rate to the country."""
    asked = promise(
        "农村居民人均可支配收入增长10%以上",
        measure("农村居民人均可支配收入", "10", "%"),
        about="农村居民人均可支配收入",
    )
    told = "城镇、农村常住居民人均可支配收入分别为24839元和9916元，增长9%和12%。"
    assert judge(asked, make_later(FILLER + told)).verdict is Verdict.FULFILLED


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (quota("54", "所", "幼儿园", "启动新建"), "新建、改扩建中小学和幼儿园175所。"),
        (quota("100", "家", "高新技术企业"), "全省百强高新技术企业我市占21家。"),
        (quota("14", "家", "市级企业技术中心"), "新建国家级企业技术中心1家。"),
    ],
)
def test_a_figure_of_something_else_decides_nothing(judge: Judge, asked: tuple, told: str) -> None:
    """Joint counts, places in a list and other levels are no number of the promised thing."""
    found = judge(asked, make_later(FILLER + told))
    assert found.verdict not in (Verdict.FULFILLED, Verdict.MISSED)


def test_two_figures_that_disagree_decide_nothing(judge: Judge) -> None:
    """A part that falls short stands before the whole that does not."""
    asked = promise(
        "技术合同成交额突破1000亿元",
        measure("技术合同成交额", "1000", "亿元", Comparison.AT_LEAST, MeasureKind.LEVEL),
        about="技术合同成交额",
    )
    told = "吸纳京津技术合同成交额300亿元，全省技术合同成交额达到1080亿元。"
    found = judge(asked, make_later(FILLER + told))
    assert found.verdict is not Verdict.MISSED


def test_two_things_counted_together_are_told_apart(lexicon: MatchLexicon) -> None:
    """A joint count holds a promised thing and another; both promised is no joint count."""
    told = "建设中小学和幼儿园175所"
    assert joint_count("新建幼儿园54所", told, told.find("175"), "175所", lexicon)
    assert not joint_count("新建中小学和幼儿园54所", told, told.find("175"), "175所", lexicon)


@pytest.mark.parametrize(
    ("promised", "told", "side"),
    [
        ("城市生活污水处理率达85%", "农村生活污水治理率提高到", "农村"),
        ("城乡生活污水处理率达85%", "农村生活污水治理率提高到", None),
        ("农村卫生厕所5000座", "新建农村卫生厕所", None),
    ],
)
def test_town_and_country_are_two_sides(promised: str, told: str, side: str | None) -> None:
    """What is promised of towns is not answered by the country, unless both were promised."""
    assert other_side(promised, told) == side


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("阜新市固定资产投资增长19%", "阜新市"),
        ("沈阳市固定资产投资增长5%", None),
        ("预计全市固定资产投资增长5%", None),
        ("新认定市级重点实验室20个", None),
        ("城市固定资产投资增长5%", None),
    ],
)
def test_a_place_inside_the_region_is_not_the_region(told: str, place: str | None) -> None:
    """A clause that opens with the name of another place speaks of that place alone."""
    assert place_within("固定资产投资增长10%", told, ("沈阳市", "沈阳")) == place


@pytest.mark.parametrize(
    ("name", "told", "other"),
    [
        ("金城大道", "中环大道、东城大道建成通车", True),
        ("金城大道", "金城大道建成通车", False),
    ],
)
def test_a_short_name_differs_in_its_first_character(
    lexicon: MatchLexicon,
    name: str,
    told: str,
    other: bool,  # noqa: FBT001
) -> None:
    """东城大道 is not 金城大道, however many characters they share."""
    assert begins_otherwise(topic_of(name, lexicon), told) is other


@pytest.mark.parametrize(
    ("quote", "about", "verb", "told"),
    [
        ("办好第三届冰雪运动会", "第三届冰雪运动会", "办好", "参与冰雪运动人数超过3000万。"),
        ("提高公办幼儿园比例", "公办幼儿园比例", "提高", "新建公办幼儿园和公办中小学44所。"),
        ("确保电气硝子建成投产", "电气硝子", "建成投产", "联芯一期、电气硝子一期建成投产。"),
    ],
)
def test_words_keep_a_promise_only_of_the_same_whole_thing(
    judge: Judge, quote: str, about: str, verb: str, told: str
) -> None:
    """Events, ratios and phases must be named before a word of a result keeps the promise."""
    asked = promise(quote, about=about, kind=StatementKind.ACTION, verb=verb)
    assert judge(asked, make_later(FILLER + told)).verdict is not Verdict.FULFILLED


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("众创空间62家。", Verdict.UNDETERMINED),
        ("国家级众创空间62家。", Verdict.FULFILLED),
        ("众创空间20家。", Verdict.FULFILLED),
    ],
)
def test_a_count_of_all_levels_does_not_answer_for_one(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """A count far above the promise that names no level may be one of all levels."""
    asked = promise(
        "国家级众创空间20家",
        measure("国家级众创空间", "20", "家", Comparison.EXACTLY, MeasureKind.LEVEL),
        about="国家级众创空间",
        kind=StatementKind.QUOTA,
    )
    assert judge(asked, make_later(FILLER + review)).verdict is verdict
