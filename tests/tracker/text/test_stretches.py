"""Shared pairs of characters become the whole words that people read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.stretches import whole_words

TEXTS = st.text(alphabet="深化放管服改革、推进2。", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "pairs", "words"),
    [
        ("深化“放管服”改革", "持续深化“放管服”改革", ["放管", "管服", "改革"], ["放管服", "改革"]),
        ("生产安全事故起数", "保持生产安全事故下降", ["事故", "产安"], ["生产安全事故"]),
        ("建成大桥", "建成医院", ["大桥"], []),
    ],
)
def test_pairs_grow_to_words(one: str, other: str, pairs: list[str], words: list[str]) -> None:
    """A pair grows as long as both texts go on alike; what one lacks is not shown."""
    assert whole_words(one, other, pairs) == words


@given(TEXTS, TEXTS)
def test_words_stand_in_both_texts(one: str, other: str) -> None:
    """Whatever is shown as shared is shared."""
    pairs = [one[at : at + 2] for at in range(len(one) - 1)]
    for word in whole_words(one, other, pairs):
        assert word in one
        assert word in other
