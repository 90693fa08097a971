"""Whom a promise is for."""

import pytest

from tests.tracker.extract.test_commitments import LEXICON, promises
from tracker.extract.beneficiaries import beneficiaries


@pytest.mark.parametrize(
    ("sentence", "thing", "whom"),
    [
        ("面向高校毕业生开发岗位1万个。", "岗位", "高校毕业生"),
        ("新建社区公园10个，惠及居民20万人。", "社区公园", "居民20万人"),
        ("完成老旧小区改造50个，惠及10.8万人。", "老旧小区改造", "10.8万人"),
        ("为困难老年人实施居家适老化改造。", "居家适老化改造", "困难老年人"),
        ("向残疾人发放护理补贴。", "护理补贴", "残疾人"),
    ],
)
def test_people_something_is_for_are_named_in_the_words_of_the_text(sentence, thing, whom):
    """Whom it is for stands before the deed, or in the clause after it."""
    found = promises(sentence)[0].statement
    assert (found.object, found.beneficiaries) == (thing, whom)


@pytest.mark.parametrize(
    "sentence",
    [
        "面向未来建设综合性国家科学中心。",
        "新建社区公园10个。惠及居民20万人。",
        "打造成为企业家向往的城市。",
        "针对企业开展调研10次。",
    ],
)
def test_what_is_for_nobody_in_particular_names_nobody(sentence):
    """Only words for people count, and only within one sentence."""
    first = beneficiaries(sentence, 0, sentence.index("。"), sentence.index("。"), LEXICON)
    assert first == ""
