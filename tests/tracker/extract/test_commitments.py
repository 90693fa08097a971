"""Promises from sentences: what, how much, by when, how firmly."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_report
from tracker.extract.commitments import extract_commitments
from tracker.model.commitment import Firmness, Milestone, StatementKind
from tracker.model.measure import MeasureKind, Relation
from tracker.model.outline import Part, Role
from tracker.resources import load_extract_lexicon

LEXICON = load_extract_lexicon()
HEADING = "一、重点工作\n"


def promises(sentence, role=Role.PLAN):
    """Return the commitments of one sentence that stands in a part of this role."""
    report = make_report(HEADING + sentence)
    report = replace(report, parts=(Part(1, 2, role),))
    return extract_commitments(report, LEXICON)


def measured(sentence, role=Role.PLAN):
    """Return indicator, comparison, value and unit of every measure."""
    return [
        (m.indicator, m.comparison and m.comparison.value, m.value and str(m.value), m.unit)
        for c in promises(sentence, role)
        for m in c.statement.measures
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("地区生产总值增长6%以上。", ("地区生产总值", ">=", "6", "%")),
        ("居民消费价格总水平涨幅控制在3%左右。", ("居民消费价格总水平涨幅", "<=", "3", "%")),
        ("认定高新技术企业超500家。", ("高新技术企业", ">", "500", "家")),
        ("力争有效高新技术企业数达到1.5万家。", ("有效高新技术企业数", "=", "1.5", "万家")),
        ("PM2.5浓度不高于29微克/立方米。", ("PM2.5浓度", "<=", "29", "微克/立方米")),
        ("建成1~2个国家级先进制造业集群。", ("国家级先进制造业集群", "range", "1", "个")),
        ("新增市级以上智能工厂20家。", ("市级以上智能工厂", "=", "20", "家")),
        ("完成669户家庭适老化改造。", ("家庭适老化改造", "=", "669", "户")),
        ("改造提升高标准农田9万亩以上。", ("高标准农田", ">=", "9", "万亩")),
        ("将起征点从月销售额10万元提高到15万元。", ("起征点", "=", "15", "万元")),
        (
            "每万人口高价值发明专利拥有量29件以上。",
            ("每万人口高价值发明专利拥有量", ">=", "29", "件"),
        ),
    ],
)
def test_measure_has_indicator_comparison_value_and_unit(sentence, expected):
    """The indicator keeps the text's words without verb; value and unit stand as written."""
    assert measured(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        (
            "新建养老机构床位1000张、家庭夜间照护床位2000张。",
            ["养老机构床位", "家庭夜间照护床位"],
        ),
        (
            "新建10家省级概念验证中心、30家标杆孵化器和10家省级制造业中试平台。",
            ["省级概念验证中心", "标杆孵化器", "省级制造业中试平台"],
        ),
        ("高层次人才和人才总量分别增长20%、9%。", ["高层次人才", "人才总量"]),
        (
            "交通、水利、能源领域投资额分别达2400亿元、450亿元、1700亿元。",
            ["交通领域投资额", "水利领域投资额", "能源领域投资额"],
        ),
        ("新建学校12所、竣工5所。", ["学校", "学校竣工"]),
        ("高新技术企业总量达到1.5万家，增长10%。", ["高新技术企业总量", "高新技术企业总量"]),
    ],
)
def test_enumeration_shares_verb_and_noun(sentence, indicators):
    """Each figure of a list has its own name, completed from what the list shares."""
    assert [m[0] for m in measured(sentence)] == indicators


def test_about_holds_for_the_whole_list_only_with_respectively():
    """In A、B分别增长5%、6.5%左右 both are about; in a list without 分别 only the last."""
    assert [m[1] for m in measured("投资、消费分别增长5%、6.5%左右。")] == ["~", "~"]
    assert [m[1] for m in measured("投资增长5%、消费增长6.5%左右。")] == ["=", "~"]


@pytest.mark.parametrize(
    "sentence",
    [
        "提供24小时服务。",
        "强化与世界500强合作。",
        "重点做好十个方面工作。",
        "坚持以习近平新时代中国特色社会主义思想为指导。",
        "深入贯彻党的二十大精神。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "不断提升城市综合竞争力。",
        "开创各项事业发展新局面。",
    ],
)
def test_slogans_and_descriptions_are_no_promises(sentence):
    """What nobody could check later is left out."""
    assert promises(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("实现规上工业企业全覆盖。", Relation.FULL),
        ("进出口总额总体稳定。", Relation.STABLE),
        ("居民人均可支配收入与经济增长基本同步。", Relation.SYNCHRONOUS),
        ("主要污染物排放总量削减完成省下达任务。", Relation.TASK),
        ("生产安全事故起数降幅大于全省平均水平。", Relation.VERSUS_AVERAGE),
        ("确保零就业家庭动态清零。", Relation.ZERO),
        ("经济总量实现翻一番。", Relation.DOUBLE),
        ("超百亿元项目实现零突破。", Relation.ZERO_BROKEN),
    ],
)
def test_promise_without_digit_has_a_relation(sentence, relation):
    """What is promised in words is a measure as well."""
    (promise,) = promises(sentence, Role.TARGETS)
    assert [m.relation for m in promise.statement.measures] == [relation]


def test_each_named_thing_is_a_promise_of_its_own():
    """An enumeration of works gives one commitment each, all with the clause as quote."""
    found = promises("加快推进6号线、7号线、8号线和S1线工程。")
    assert [c.statement.object for c in found] == ["6号线", "7号线", "8号线", "S1线"]
    assert {c.statement.quote for c in found} == {"加快推进6号线、7号线、8号线和S1线工程"}
    assert len({c.id for c in found}) == 4


@pytest.mark.parametrize(
    ("sentence", "thing", "milestone"),
    [
        ("启动建设国家方志馆江南分馆。", "国家方志馆江南分馆", Milestone.STARTED),
        ("建成投用苏州中国丝绸档案馆。", "苏州中国丝绸档案馆", Milestone.IN_USE),
        ("建成太仓港疏港铁路专用线。", "太仓港疏港铁路专用线", Milestone.COMPLETED),
        ("做大做强“双12苏州购物节”品牌。", "“双12苏州购物节”品牌", None),
    ],
)
def test_named_thing_is_the_object_and_its_verb_the_milestone(sentence, thing, milestone):
    """The object is what the verb acts on, in the text's words."""
    (promise,) = promises(sentence)
    assert (promise.statement.object, promise.statement.milestone) == (thing, milestone)


@pytest.mark.parametrize(
    ("sentence", "firmness"),
    [
        ("确保城镇新增就业20万人。", Firmness.ENSURE),
        ("城镇新增就业20万人。", Firmness.PLAIN),
        ("力争城镇新增就业20万人。", Firmness.STRIVE),
        ("争取城镇新增就业20万人。", Firmness.SEEK),
    ],
)
def test_firmness_is_read_from_the_opening_words(sentence, firmness):
    """确保 binds more than 力争."""
    assert [c.firmness for c in promises(sentence)] == [firmness]


@pytest.mark.parametrize(
    ("sentence", "role", "due"),
    [
        ("新增就业17万人。", Role.PLAN, 2021),
        ("到2025年，森林覆盖率达到24%。", Role.PLAN, 2025),
        ("到2025年，建成公园100个。森林覆盖率达到24%。", Role.OUTLOOK, 2025),
        ("“十四五”时期，地区生产总值年均增长6%。", Role.OUTLOOK, 2025),
        ("未来五年，地区生产总值年均增长6%。", Role.OUTLOOK, 2025),
        ("制定2030年前碳达峰行动方案。", Role.PLAN, 2021),
        ("对接“十四五”规划，今年的目标是：新增就业17万人。", Role.TARGETS, 2021),
        ("地区生产总值年均增长6%。", Role.OUTLOOK, None),
    ],
)
def test_due_year_is_the_plans_year_unless_the_text_names_another(sentence, role, due):
    """A plan is due in its year; goals of several years when they say so."""
    assert {c.due for c in promises(sentence, role)} == {due}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("新增就业17万人。", MeasureKind.INCREMENT),
        ("累计建成5G基站2.7万个。", MeasureKind.LEVEL),
        ("实际使用外资增长15%。", MeasureKind.GROWTH),
        ("绿色优质农产品比重达到85%。", MeasureKind.SHARE),
        ("单位地区生产总值能耗降低3%左右。", MeasureKind.DECREASE),
        ("完成工业投资1700亿元。", MeasureKind.LEVEL),
        ("覆盖率提升2个百分点。", MeasureKind.INCREMENT),
        ("推进39条跨区道路规划建设。", MeasureKind.OTHER),
    ],
)
def test_kind_follows_the_annotation_guide(sentence, kind):
    """Stocks, additions, rates and counts of what is worked on are told apart."""
    assert [m.kind for c in promises(sentence) for m in c.statement.measures] == [kind]


def test_kind_of_statement_follows_part_and_measure():
    """A headline figure is a target, a counted deliverable a quota, a work a project."""
    kinds = [
        promises("城镇新增就业20万人。", Role.TARGETS)[0].statement.kind,
        promises("新建公园12个。")[0].statement.kind,
        promises("启动建设国家方志馆江南分馆。")[0].statement.kind,
        promises("实施苏州历史文化名城保护三年计划。")[0].statement.kind,
    ]
    assert kinds == [
        StatementKind.TARGET,
        StatementKind.QUOTA,
        StatementKind.PROJECT,
        StatementKind.ACTION,
    ]


def test_what_is_only_bettered_must_be_something_definite():
    """推进医养结合 can be looked up later, 促进医养结合 is said every year."""
    (promise,) = promises("推进医养结合。")
    assert promise.statement.object == "医养结合"
    assert promises("促进医养结合。") == ()


def test_number_between_from_and_to_is_not_promised():
    """In 从15个扩大到57个 only the second number is."""
    assert [m[2] for m in measured("推动试点从15个县扩大到57个县。")] == ["57"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("城乡低保标准提高到每人每月610元。", ("城乡低保标准", "=", "610", "元")),
        ("就是规模以上工业增加值年均增长10%左右。", ("规模以上工业增加值", "~", "10", "%")),
        ("到2030年全社会研发投入强度达到3.2%左右。", ("全社会研发投入强度", "~", "3.2", "%")),
        ("新增在孵企业1660家。", ("在孵企业", "=", "1660", "家")),
        ("新增设施农业6万亩。", ("设施农业", "=", "6", "万亩")),
        ("新增运营线路55公里。", ("运营线路", "=", "55", "公里")),
        ("推动地区生产总值迈上2万亿台阶。", ("地区生产总值", "=", "2", "万亿")),
        ("人均预期寿命达到75.8岁。", ("人均预期寿命", "=", "75.8", "岁")),
        ("平均受教育年限9.1年。", ("平均受教育年限", "=", "9.1", "年")),
        ("空气质量优良天数保持在300天以上。", ("空气质量优良天数", ">=", "300", "天")),
        ("全流程审批时限压减至100个工作日以内。", ("全流程审批时限", "<=", "100", "个工作日")),
        ("省级安排10亿元雾霾治理资金。", ("雾霾治理资金", "=", "10", "亿元")),
        ("按照国家标准力争实现16个贫困县摘帽。", ("贫困县摘帽", "=", "16", "个")),
        ("单位地区生产总值能耗比2020年下降18%以上。", ("单位地区生产总值能耗", ">=", "18", "%")),
        ("淘汰平板玻璃3500万标准箱等落后产能。", ("平板玻璃", "=", "3500", "万标准箱")),
    ],
)
def test_name_of_what_is_counted_holds_no_word_that_binds_it(sentence, expected):
    """Words of manner, of time and of comparison are no part of an indicator; its own words are."""
    assert measured(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("推动1000户工业企业实施技术改造，完成投资1600亿元以上。", "工业企业实施技术改造投资"),
        ("实施军民融合产业项目65个，产值增长18%。", "军民融合产业项目产值"),
        ("加大保障性安居工程建设力度。今年新开工700万套以上。", "保障性安居工程新开工"),
    ],
)
def test_bare_name_is_one_of_what_stands_before_it(sentence, expected):
    """完成投资 alone names nothing: the thing stands in the clause or sentence before."""
    assert measured(sentence)[-1][0] == expected


def test_quote_goes_back_to_the_subject():
    """The quote of a second figure holds the words that name what it is of."""
    quotes = [p.statement.quote for p in promises("旅游业总收入突破2000亿元、增长30%。")]
    assert quotes == ["旅游业总收入突破2000亿元", "旅游业总收入突破2000亿元、增长30%"]


def test_word_for_two_things_is_split_in_the_objects():
    """城乡居民…分别 promises one figure to the towns and one to the country."""
    found = promises("城乡居民人均可支配收入分别增长8%和9%。")
    assert [p.statement.object for p in found] == [
        "城镇居民人均可支配收入",
        "农村居民人均可支配收入",
    ]
    assert {p.statement.measures[0].indicator for p in found} == {"城乡居民人均可支配收入"}


def test_second_figure_of_a_firm_word_measures_the_same():
    """增长8.5%，力争9% are both growth of one thing."""
    kinds = [
        (p.statement.measures[0].indicator, p.statement.measures[0].kind)
        for p in promises("地区生产总值增长8.5%，力争9%。")
    ]
    assert kinds == [("地区生产总值", MeasureKind.GROWTH)] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "编制了“十三五”规划纲要（草案）。",
        "认真编制了《第十四个五年规划纲要（草案）》。",
        "守好发展和生态两条底线。",
        "保持无禁区、全覆盖、零容忍高压态势。",
        "严格执行中央八项规定和省委十项规定。",
        "以江宁横溪等10个统筹城乡发展试点镇街为核心。",
    ],
)
def test_what_is_past_or_only_named_is_no_quantity(sentence):
    """What was done, lines to hold, watchwords and names of rules promise no amount."""
    assert measured(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("守牢不发生规模性返贫底线。", "规模性返贫"),
        ("做到农村公路全覆盖。", "农村公路"),
        ("实现问题整改“清零”。", "问题整改"),
        ("进出口保持平稳增长。", "进出口"),
    ],
)
def test_digitless_quantity_names_what_it_is_of(sentence, thing):
    """Verbs of one or two characters and quotation marks are no part of the name."""
    (promise,) = promises(sentence)
    assert promise.statement.measures[0].indicator == thing


def test_digitless_item_between_two_figures_is_one_of_its_own():
    """A list may mix figures and tendencies; none swallows its neighbour."""
    assert measured("预算收入增长5%、居民消费价格总体稳定、固定资产投资增长6%。") == [
        ("预算收入", "=", "5", "%"),
        ("居民消费价格", None, None, ""),
        ("固定资产投资", "=", "6", "%"),
    ]


def test_rate_of_growth_may_stand_before_its_word():
    """保持8.5%左右的中高速增长 is growth, not a share."""
    (promise,) = promises("经济保持8.5%左右的中高速增长。")
    assert promise.statement.measures[0].kind is MeasureKind.GROWTH


def test_line_to_hold_is_what_must_not_happen():
    """守住不发生…的底线 promises that it does not happen."""
    (promise,) = promises("坚决守住不发生区域性、系统性金融风险的底线。")
    assert promise.statement.object == "区域性、系统性金融风险"
    assert promise.statement.measures[0].relation is Relation.ZERO


@pytest.mark.parametrize(
    ("heading", "sentence", "due"),
    [
        ("二、“十三五”时期展望\n", "建成地铁4条。", 2020),
        ("二、2016年主要工作\n", "建成地铁4条。", 2016),
        ("二、努力实现“十三五”时期良好开局\n", "建成地铁4条。", 2016),
        ("二、主要工作\n", "今后五年，努力做好工作。建成地铁4条。", 2020),
        ("二、主要工作\n", "今后五年，努力做好工作。今年，建成地铁4条。", 2016),
        ("二、主要工作\n", "地区生产总值年均增长7%。", None),
        ("二、主要工作\n", "“十三五”发展目标。地区生产总值年均增长7%。", 2020),
    ],
)
def test_goals_of_a_term_are_due_at_its_end(heading, sentence, due):
    """A heading or an opening that speaks of a term holds for what follows it, 今年 ends it."""
    report = make_report(heading + sentence, year=2016)
    report = replace(report, parts=(Part(1, 2, Role.PLAN),))
    assert extract_commitments(report, LEXICON)[-1].due == due


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "改造老旧小区122个9009户。",
            [("老旧小区", "=", "122", "个"), ("老旧小区", "=", "9009", "户")],
        ),
        (
            "重点办好12类45件民生实事。",
            [("民生实事", "=", "12", "类"), ("民生实事", "=", "45", "件")],
        ),
        (
            "建成30个千亩、4个万亩特色种植片区。",
            [("千亩特色种植片区", "=", "30", "个"), ("万亩特色种植片区", "=", "4", "个")],
        ),
        ("为930个建制村新建水泥路4600公里。", [("930个建制村新建水泥路", "=", "4600", "公里")]),
        ("建设4个创新中心。", [("创新中心", "=", "4", "个")]),
        ("解决15万人的饮水安全问题。", [("饮水安全问题", "=", "15", "万人")]),
        ("新增年产值超50亿元企业15家。", ["15"]),
        (
            "新认定国家级众创空间5家、省级7家。",
            [("国家级众创空间", "=", "5", "家"), ("省级众创空间", "=", "7", "家")],
        ),
        (
            "完成道路项目2个、续建13个、开工4个。",
            [
                ("道路项目", "=", "2", "个"),
                ("道路项目续建", "=", "13", "个"),
                ("道路项目开工", "=", "4", "个"),
            ],
        ),
        (
            "备案落地超10亿元重大产业项目80个以上，其中超50亿元15个。",
            [
                ("备案落地超10亿元重大产业项目", ">=", "80", "个"),
                ("超50亿元重大产业项目", "=", "15", "个"),
            ],
        ),
        ("安排1亿元用于困难居民房租补贴。", [("困难居民房租补贴", "=", "1", "亿元")]),
        ("力争实现“四个翻番”。", []),
        ("以百倍用心、千倍用力做好工作。", []),
    ],
)
def test_numbers_in_a_row_keep_their_own_thing(sentence, expected):
    """Two counts of one thing are two promises; a size in front of a count is none."""
    found = measured(sentence)
    figures = [m[2] for m in found] if "15" in expected else found
    assert figures == expected


def test_thing_of_a_list_is_named_with_it():
    """等9个项目 counts projects: the object says which."""
    (promise,) = promises("开工建设青州至临沭等9个项目。")
    assert promise.statement.object == "青州至临沭等项目"
    assert promise.statement.measures[0].indicator == "项目"


ALPHABET = (
    "建成开工推进力争确保分别增长达到以上左右的、，。；：“”（）和与及123456789%家个万亿元年号线"
    "全覆盖同步\n "
)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=80), st.sampled_from([Role.PLAN, Role.OUTLOOK]))
def test_every_quote_is_the_source_text_of_its_span(text, role):
    """Whatever the text is: no error, quotes are verbatim, measures lie inside the report."""
    report = make_report(HEADING + text)
    report = replace(report, parts=(Part(1, report.text.count("\n") + 1, role),))
    for promise in extract_commitments(report, LEXICON):
        statement = promise.statement
        assert statement.quote == report.text[statement.span.start : statement.span.end]
        assert statement.object
        for measure in statement.measures:
            assert 0 <= measure.span.start <= measure.span.end <= len(report.text)
