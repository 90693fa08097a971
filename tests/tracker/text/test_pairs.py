"""The index of pairs says exactly where something stands."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.search import Query
from tracker.text.pairs import asked, literals, pairs_of, spelled
from tracker.text.search import matcher, terms

Seed = Callable[[str], Path]


def told(text: str, query: str) -> bool:
    """Tell whether the index says that a paragraph holds all words of a query."""
    known = pairs_of(spelled(text)).split(" ")
    return all(_stands(known, asked(term)) for term in terms(query) if asked(term))


def _stands(known: list[str], wanted: tuple[str, ...]) -> bool:
    if len(wanted[0]) == 1:
        return any(one.startswith(wanted[0]) for one in known)
    n = len(wanted)
    return any(tuple(known[at : at + n]) == wanted for at in range(len(known)))


def test_every_stretch_of_a_report_is_told(seed: Seed) -> None:
    """Whatever stands in a paragraph, of one character or of twelve, is found by its pairs."""
    paragraphs = [one for one in seed("002").read_text().split("\n") if len(one) > 12]
    random = Random(7)
    for _ in range(200):
        paragraph = random.choice(paragraphs)
        start = random.randrange(len(paragraph) - 12)
        stretch = paragraph[start : start + random.randint(1, 12)].strip()
        if stretch and '"' not in stretch:
            assert told(paragraph, stretch), stretch


_ALPHABET = "苏州增長长５5%.gGsSſkKıİi 　，。“”發发_\u001f"


@given(text=st.text(_ALPHABET, max_size=30), query=st.text(_ALPHABET, min_size=1, max_size=4))
def test_the_index_tells_what_a_search_finds_and_nothing_else(text: str, query: str) -> None:
    """Spellings, spaces, signs and cases that a search takes for the same are so in the index."""
    if terms(query) and all(map(asked, terms(query))):
        found = matcher(Query(query)).ranges(spelled(text), 0, len(text))
        assert told(text, query) == (found is not None)


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        ("粮食", ("粮食",)),
        ("增長５%", ("增长", "长5", "5\ue025")),
        ("GDP", ("gd", "dp")),
        ("县", ("县",)),
        ("%", ("\ue025",)),
        ("政 府", ("政府",)),
        ("GDP 5", ("gd", "dp", "p\ue020", "\ue0205")),
        (" ", ()),
    ],
)
def test_a_word_is_asked_for_by_its_pairs(query: str, pairs: tuple[str, ...]) -> None:
    """Two characters are one pair; spaces count between figures and Latin words alone."""
    assert asked(query) == pairs


def test_other_words_are_not_told() -> None:
    """Pairs have to follow each other."""
    assert not told("加快城市建设", "粮食")
    assert not told("城市加快市建", "城市建")
    assert not told("1 2", "12")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"增长\d+%", ("增长",)),
        (r"新增就业(岗位)?\d+万人", ("新增就业", "万人")),
        (r"粮食产量?达到", ("粮食产", "达到")),
        (r"粮食|棉花", ()),
        (r"(粮食|棉花)总产量", ("总产量",)),
        (r"(?i)gdp增长", ()),
        (r"(?<=实现)增长", ("增长",)),
        (r"[苏杭]州市", ("州市",)),
        (r"[]a]苏州", ("苏州",)),
        (r"\p{Han}{2}建设\.完成", ("建设", "完成")),
        (r"建设{2}工程", ("工程",)),
        (r"第一 第二", ("第一", "第二")),
        (r"全部(", ("全部",)),
    ],
)
def test_literals_of_an_expression_are_what_must_stand_there(
    pattern: str, found: tuple[str, ...]
) -> None:
    """What is in groups, choices, classes or may be missing is no help."""
    assert literals(pattern) == found


@given(st.text("ab?*|(){2}[]\\d.+^", max_size=12), st.text("ab2d", max_size=12))
def test_what_an_expression_finds_holds_its_literals(pattern: str, text: str) -> None:
    """Else the index would hide hits."""
    try:
        found = regex.search(pattern, text)
    except regex.error:
        return
    if found:
        assert all(one in found.group() for one in literals(pattern))
