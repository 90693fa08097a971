"""Promises whose verb stands behind the object, behind a place, or in a compound."""

from dataclasses import replace

import pytest

from tests.builders import make_report
from tracker.extract.commitments import extract_commitments
from tracker.extract.outcomes import extract_outcomes
from tracker.model.measure import Relation
from tracker.model.outline import Part, Role
from tracker.model.report import Region, RegionLevel
from tracker.resources import load_extract_lexicon

LEXICON = load_extract_lexicon()


def report_of(sentence, role):
    """Return a report with one paragraph in a part of this role."""
    report = make_report("一、重点工作\n" + sentence)
    return replace(report, parts=(Part(1, 2, role),))


def promises(sentence, role=Role.PLAN):
    """Return the statements of what a sentence promises."""
    return [c.statement for c in extract_commitments(report_of(sentence, role), LEXICON)]


@pytest.mark.parametrize(
    ("sentence", "thing", "verb"),
    [
        ("推动贵广铁路年内建成通车。", "贵广铁路", "建成通车"),
        ("推动保险交易所开业运营。", "保险交易所", "开业运营"),
        ("推进横琴新区分线管理封关运行。", "横琴新区分线管理", "封关运行"),
        ("力争张皋过江通道尽早动工。", "张皋过江通道", "尽早动工"),
        ("迪士尼乐园开园营运。", "迪士尼乐园", "开园营运"),
        ("逐步将门诊费用纳入统筹基金报销。", "门诊费用纳入统筹基金报销", "纳入"),
    ],
)
def test_a_result_behind_the_object_is_what_is_promised(sentence, thing, verb):
    """推动…建成通车 promises that it opens; the object keeps neither term nor result."""
    (found,) = promises(sentence)
    assert (found.object, found.verb) == (thing, verb)


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("在浦东新区开展“证照分离”改革试点。", "“证照分离”改革试点"),
        ("统一城乡居民基本医保制度。", "城乡居民基本医保制度"),
        ("合并一本、二本招生批次。", "一本、二本招生批次"),
        ("限期淘汰“黄标车”。", "“黄标车”"),
    ],
)
def test_place_and_term_before_the_verb_do_not_hide_it(sentence, thing):
    """Words of place (在…区) and of term (限期) are no part of the object."""
    assert [found.object for found in promises(sentence)] == [thing]


@pytest.mark.parametrize(
    "sentence",
    [
        "在改善民生上下功夫。",
        "促进中欧班列稳定有序运营。",
        "打好空间、设施、资金、服务等要素“组合拳”。",
    ],
)
def test_words_of_manner_and_slogans_promise_nothing(sentence):
    """How something runs, and watchwords of combined measures, cannot be checked."""
    assert promises(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("居民人均可支配收入增幅与经济增长保持同步。", Relation.SYNCHRONOUS),
        ("“三公”经费只减不增。", Relation.FALL),
        ("空气优良天数比率持续上升。", Relation.RISE),
        ("医联体覆盖全部基层卫生机构。", Relation.FULL),
    ],
)
def test_more_ways_to_promise_without_a_digit(sentence, relation):
    """增幅, 经费 and 比率 are measured; what reaches all of a kind covers it."""
    (found,) = promises(sentence, Role.TARGETS)
    assert [m.relation for m in found.measures] == [relation]


def test_a_size_class_is_no_amount():
    """及以上 before a noun says which ones, not how much."""
    found = promises("全面完成60万千瓦及以上燃煤发电机组超低排放改造。")
    assert [statement.measures for statement in found] == [()]


def test_a_look_back_in_the_part_on_government_is_an_outcome_and_no_promise():
    """过去一年，… in the part on government itself tells what was done."""
    past = report_of("过去一年，我们取消行政审批事项160项。", Role.SELF)
    assert extract_commitments(past, LEXICON) == ()
    assert [m.unit for o in extract_outcomes(past, LEXICON) for m in o.statement.measures] == ["项"]
    ahead = report_of("新的一年，我们要取消行政审批事项160项。", Role.SELF)
    assert len(extract_commitments(ahead, LEXICON)) == 1


def test_a_name_that_begins_like_a_verb_stays_whole():
    """研究与试验发展经费 is spent; nobody promises to study it."""
    (found,) = promises("研究与试验发展经费占生产总值的比重进一步提高。", Role.TARGETS)
    assert (found.verb, found.measures[0].indicator) == ("", "研究与试验发展经费占生产总值的比重")


def test_a_feared_fall_is_no_promise_but_a_fall_of_costs_is():
    """Nobody promises that incomes grow more slowly; the look back may well report it."""
    assert promises("财政收入增幅下降。") == []
    assert [s.object for s in promises("企业融资成本持续下降。")] == ["企业融资成本"]
    past = extract_outcomes(report_of("财政收入增幅下降。", Role.REVIEW), LEXICON)
    assert [o.statement.object for o in past] == ["财政收入增幅"]


def test_a_shared_end_is_said_once_in_each_name():
    """In 城镇居民、农村居民人均可支配收入 the first name takes over 人均可支配收入 alone."""
    found = promises("城镇居民、农村居民人均可支配收入分别增长12%和15%。", Role.TARGETS)
    assert [s.measures[0].indicator for s in found] == [
        "城镇居民人均可支配收入",
        "农村居民人均可支配收入",
    ]


def test_an_account_of_the_last_year_among_the_goals_is_no_goal():
    """What 过去一年 reached stands in many a paragraph of goals and must not be judged."""
    found = promises(
        "过去一年，各项工作取得了很大成绩。地区生产总值增长10.3%。今年地区生产总值增长8%。",
        Role.TARGETS,
    )
    assert [str(s.measures[0].value) for s in found] == ["8"]


def test_the_state_promises_nothing_by_verbs_that_only_better_what_is_there():
    """完善, 健全 and 发展 of no named thing cannot be checked in a report of the state."""
    state = report_of("完善终身学习体系。深入实施终身学习体系。", Role.PLAN)
    national = replace(state.meta, region=Region("中国", RegionLevel.NATIONAL, "000000"))
    found = extract_commitments(replace(state, meta=national), LEXICON)
    assert [c.statement.verb for c in found] == ["实施"]


def test_event_is_found_by_its_last_character_or_not_at_all(options):
    """Looking at the last character first hides no event that the whole pattern finds."""
    lexicon = options.extract
    ends = (*lexicon.event_verbs, "正式开通运营", "增速居全省前列", "收入增长快于经济增长", "推进")
    for end in ends:
        text = "跨江大桥" + end
        whole = lexicon.event.search(text)
        guarded = lexicon.event_in("，" + text, 1)
        assert (guarded and guarded.group()) == (whole and whole.group())
        assert end == "推进" or whole


def results(sentence):
    """Return the outcomes of one sentence that stands in a look back."""
    return extract_outcomes(report_of(sentence, Role.REVIEW), LEXICON)


@pytest.mark.parametrize(
    "sentence",
    [
        "崇仁县获评国家电子商务进农村综合示范县。",
        "我市成为全国服务外包示范市。",
        "密山、虎林口岸开展了异地办证业务。",
        "不动产登记职责完成整合。",
        "在全市行政机关推行了首问责任制度。",
    ],
)
def test_result_may_stand_behind_who_it_is_of(sentence):
    """An honour, a deed with 了 and an event are results whoever stands before them."""
    assert len(results(sentence)) == 1


def test_what_passed_a_mark_is_what_the_next_figures_are_of():
    """突破千亿大关，达1073.5亿元 says both of the same thing."""
    found = results("全市第三产业增加值突破千亿大关，达1073.5亿元，增长11%。")
    assert [one.statement.measures[0].indicator for one in found] == ["第三产业增加值"] * 2
