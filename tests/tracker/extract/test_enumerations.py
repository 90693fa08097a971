"""Enumerations split into what can be tracked apart."""

import pytest

from tests.tracker.extract.test_commitments import LEXICON, promises
from tracker.extract.enumerations import objects_of


@pytest.mark.parametrize(
    ("thing", "names"),
    [
        ("郑州南站和太焦、商合杭高铁建设", ("郑州南站", "太焦高铁", "商合杭高铁")),
        (
            "京沈客专沈阳至承德、铁岭至本溪高速公路",
            ("京沈客专沈阳至承德", "铁岭至本溪高速公路"),
        ),
        ("大连恒力石化、抚顺特钢高温合金等重大产业项目", ("大连恒力石化", "抚顺特钢高温合金")),
        ("无锡融创文旅城等重大旅游项目建设", ("无锡融创文旅城",)),
        ("中法文化论坛、国际进口博览会", ("中法文化论坛", "国际进口博览会")),
        ("成都东部新区、宜宾三江新区", ("成都东部新区", "宜宾三江新区")),
        ("望虞河西岸控制和除险加固工程", ("望虞河西岸控制和除险加固工程",)),
        ("铁路、公路、机场", ("铁路、公路、机场",)),
        ("电子证照应用和“证照分离”改革", ("电子证照应用和“证照分离”改革",)),
    ],
)
def test_things_of_their_own_are_named_one_by_one(thing, names):
    """What shares a last word gets it back; what is one thing stays one."""
    assert objects_of(thing, LEXICON) == names


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("推进疫苗研制攻关和加快免费接种。", ["疫苗研制攻关", "免费接种"]),
        ("落实支持创业投资、增加居民收入等政策。", ["创业投资、增加居民收入等政策"]),
        ("推进“放管服改革和加快转型”行动。", ["“放管服改革和加快转型”行动"]),
    ],
)
def test_second_deed_of_a_clause_is_a_promise_of_its_own(sentence, things):
    """A joint before a verb parts two deeds, unless it stands inside a list or quotation marks."""
    assert [p.statement.object for p in promises(sentence)] == things
