"""Verbs of plans before 2015, and deeds that stand behind what they are done to."""

from dataclasses import replace

import pytest

from tests.builders import make_report
from tracker.extract.commitments import extract_commitments
from tracker.model.outline import Part, Role
from tracker.resources import load_extract_lexicon

LEXICON = load_extract_lexicon()


def promises(sentence):
    """Return verb and object of the commitments of one sentence of a plan."""
    report = replace(make_report("一、重点工作\n" + sentence), parts=(Part(1, 2, Role.PLAN),))
    return [(c.statement.verb, c.statement.object) for c in extract_commitments(report, LEXICON)]


@pytest.mark.parametrize(
    ("sentence", "verb", "thing"),
    [
        ("改革工商注册制度。", "改革", "工商注册制度"),
        ("理顺旅游管理体制。", "理顺", "旅游管理体制"),
        ("聚集一批云计算数据中心。", "聚集", "一批云计算数据中心"),
        ("严格控制燃煤总量。", "控制", "燃煤总量"),
        ("进一步精简会议和文件。", "精简", "会议和文件"),
        ("划定生态保护红线。", "划定", "生态保护红线"),
        ("多种形式打造城市书房。", "打造", "城市书房"),
        ("一要搞好全国第二次农业普查。", "搞好", "全国第二次农业普查"),
    ],
)
def test_older_verbs_promise_with_something_definite(sentence, verb, thing):
    """Older reports say 改革, 理顺, 搞好 where newer ones say 推进…改革, 做好."""
    assert promises(sentence) == [(verb, thing)]


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("深入开展质量提升行动。", "质量提升行动"),
        ("对脱贫户实施动态监测。", "动态监测"),
        ("加快以合钢集团等为重点的国有企业战略性重组。", "以合钢集团等为重点的国有企业战略性重组"),
        ("确保空气质量综合指数保持在全省前列。", "空气质量综合指数"),
    ],
)
def test_object_is_found_behind_words_that_look_like_something_else(sentence, thing):
    """质量 begins a name, 对… stands before the verb, 为重点的 describes, a rank is an event."""
    assert [found for _, found in promises(sentence)] == [thing]


@pytest.mark.parametrize(
    "sentence",
    [
        "深化改革开放。",
        "只有把更多的项目引进来，发展才有后劲。",
        "提高产业聚集程度。",
        "拓宽市场化就业渠道。",
        "解决中小微企业融资难题。",
        "始终保持惩治腐败高压态势。",
    ],
)
def test_verbs_alone_make_no_promise(sentence):
    """What could never be checked stays out whatever the verb is."""
    assert promises(sentence) == []
