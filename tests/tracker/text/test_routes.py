"""Words on the most likely way: the very ones that jieba finds."""

import jieba
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import SEEDS
from tracker.text.tokens import _CHINESE, _DICTIONARY

jieba.setLogLevel(60)
TEXT = "".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
STRETCHES = sorted(set(_CHINESE.findall(TEXT)))


@pytest.fixture(scope="module")
def plain() -> jieba.Tokenizer:
    """Return jieba as it comes."""
    return jieba.Tokenizer()


def test_all_words_of_the_samples_are_those_of_jieba(plain: jieba.Tokenizer) -> None:
    """Every stretch of the sample reports."""
    assert len(STRETCHES) > 3000
    different = [one for one in STRETCHES if _DICTIONARY.segment(one) != plain.lcut(one)]
    assert different == []


@given(st.text(st.sampled_from(sorted(set("".join(STRETCHES)))), min_size=1, max_size=40))
@example("䶮")
@example("苏州鿕鿖鿿镇")
@example("张三丰和李莫愁去了爨底下村")
@example("的的的")
def test_words_of_any_characters_are_those_of_jieba(plain: jieba.Tokenizer, text: str) -> None:
    """Characters that make no sense together, names that no dictionary has, one alone."""
    for stretch in _CHINESE.findall(text):
        assert _DICTIONARY.segment(stretch) == plain.lcut(stretch)
