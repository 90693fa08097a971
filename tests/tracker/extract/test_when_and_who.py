"""By when and by whom, and numbers that are shared, described or compared with."""

import pytest

from tests.tracker.extract.test_commitments import measured, promises
from tests.tracker.extract.test_outcomes import results


@pytest.mark.parametrize(
    ("sentence", "thing", "due"),
    [
        ("九月底前建成投用三期工程。", "三期工程", 2021),
        ("到2025年，建成机场二期，6月底前出台实施意见。", "实施意见", 2021),
        ("用三年时间完成老旧小区改造。", "老旧小区改造", 2023),
        ("力争三年内实现产值翻一番。", "产值", 2023),
        ("到2025年建成现代综合交通体系。", "现代综合交通体系", 2025),
        ("2022年底前完成地铁2号线建设。", "地铁2号线", 2022),
        ("2025年，人均收入达到1万元，全市生产总值超过2000亿元。", "生产总值", 2025),
    ],
)
def test_words_of_time_stand_before_the_verb(sentence, thing, due):
    """What stands before the verb and says by when is neither object nor verb."""
    last = promises(sentence)[-1]
    assert (last.statement.object, last.due) == (thing, due)


@pytest.mark.parametrize(
    ("sentence", "thing", "body"),
    [
        ("由市住建局牵头建设保障房500套。", "保障房", "市住建局"),
        ("市教育局负责新建学校5所。", "学校", "市教育局"),
        ("制定落户政策。", "落户政策", ""),
        ("打好防范化解重大风险攻坚战。", "防范化解重大风险攻坚战", ""),
        ("十二是加快六大国家区域医疗中心建设。", "六大国家区域医疗中心", ""),
        ("推动塔里木油田60万吨乙烯项目建设。", "塔里木油田60万吨乙烯项目", ""),
    ],
)
def test_object_holds_neither_body_nor_verb(sentence, thing, body):
    """Who is responsible leads the clause; a verb inside a name stays in the name."""
    found = promises(sentence)[-1]
    assert (found.statement.object, found.body) == (thing, body)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "覆盖率、治理率、绿化率分别提高20.9、36.2、54个百分点。",
            ["20.9 个百分点", "36.2 个百分点", "54 个百分点"],
        ),
        ("筹集1.3万多亿元重建资金。", ["1.3 万亿元"]),
        ("为80万农村35—64岁妇女免费做“两癌”检查。", ["80 万"]),
        ("在产值突破2000亿元的基础上提质增效。", []),
        ("全省粮食产量连续4年增长。", []),
    ],
)
def test_only_what_is_promised_is_read_with_its_unit(sentence, expected):
    """Figures of a list share the unit of the last; what was and what describes is left out."""
    assert [f"{m[2]} {m[3]}" for m in measured(sentence) if m[2] != "None"] == expected


def test_region_shares_the_names_of_the_list_before_it():
    """塔城地区分别增长3%、3.6% is of the two things that grew before."""
    found = measured("肉类、牛奶产量分别增长10%、10.5%，塔城地区分别增长3%、3.6%。")
    assert [m[0] for m in found[2:]] == ["塔城地区肉类产量", "塔城地区牛奶产量"]


@pytest.mark.parametrize(
    "sentence",
    ["市属企业利润比2010年增长94.7%。", "利润是2010年的2.4倍。", "2010年以来培训职工5万人。"],
)
def test_year_that_a_result_is_compared_with_is_not_its_own(sentence):
    """比2010年 says with what, not when."""
    (result,) = results(sentence)
    assert result.year == 2020
