"""The index of pairs: it may promise too much, never too little."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.search import Query
from tracker.text.pairs import pairs_in, wanted_pairs
from tracker.text.script import one_spelling
from tracker.text.search import matcher, terms

Seed = Callable[[str], Path]


def promised(text: str, query: str) -> bool:
    """Tell whether the index says that a text may hold a query."""
    known = pairs_in(text).split()
    return all(
        any(one == asked if len(asked) > 1 else one.startswith(asked) for one in known)
        for term in terms(query)
        for asked in wanted_pairs(term)
    )


def test_every_stretch_of_a_report_is_promised(seed: Seed) -> None:
    """Whatever stands in a text, of one character or of twelve, is found by its pairs."""
    text = seed("002").read_text()
    random = Random(7)
    for _ in range(150):
        start = random.randrange(len(text) - 12)
        stretch = text[start : start + random.randint(1, 12)]
        if stretch.strip() and '"' not in stretch:
            assert promised(text, stretch), stretch


_ALPHABET = "苏州增長长５5%gGsSſkKıİi 　\n，。“”發发"


@given(text=st.text(_ALPHABET, max_size=30), query=st.text(_ALPHABET, min_size=1, max_size=4))
def test_what_a_search_finds_is_promised(text: str, query: str) -> None:
    """Spellings, spaces and cases that a search takes for the same are the same in the index."""
    if terms(query) and matcher(Query(query)).may_be_in(one_spelling(text)):
        assert promised(text, query)


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("粮食", ("粮食",)),
        ("增長５%", ("增长", "长5")),
        ("GDP", ("gd", "dp")),
        ("县", ("县",)),
        ("%", ()),
        ("政 府", ("政府",)),
    ],
)
def test_a_word_is_asked_for_by_its_pairs(query: str, asked: tuple[str, ...]) -> None:
    """Two characters are one pair, spaces are passed over, signs ask for nothing."""
    assert wanted_pairs(query) == asked


def test_other_words_are_not_promised() -> None:
    """An index that says yes to everything would be none."""
    assert not promised("加快城市建设", "粮食")
    assert not promised("加快城市建设", "建城")
