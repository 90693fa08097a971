"""Finding any of some words: the same as trying each, only quicker."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.alternatives import NEVER, Endings, any_word

WORDS = st.lists(st.text("建成设用地.+", min_size=1, max_size=4), max_size=12)
TEXTS = st.text("建成设用地.+完", max_size=24)


def one_by_one(words: list[str]) -> str:
    """Return the plain pattern: every word, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@given(WORDS, TEXTS)
def test_the_pattern_finds_what_trying_each_word_finds(words: list[str], text: str) -> None:
    """At each place the longest word is found, as if all were tried in turn."""
    quick, plain = re.compile(any_word(words)), re.compile(one_by_one(words) or NEVER)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(WORDS, TEXTS)
def test_a_shorter_word_is_found_where_what_follows_needs_it(words: list[str], text: str) -> None:
    """Inside a longer pattern a word gives way to a shorter one that begins it."""
    quick = re.compile(f"(?:{any_word(words)})+完")
    plain = re.compile(f"(?:{one_by_one(words) or NEVER})+完")
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(WORDS, TEXTS)
def test_endings_are_those_of_the_words(words: list[str], text: str) -> None:
    """A text ends in one of the words, or in none."""
    assert Endings(words).end(text) == text.endswith(tuple(words))


@pytest.mark.parametrize("text", ["", "建", "建成"])
def test_no_words_are_found_nowhere(text: str) -> None:
    """Without words the pattern finds nothing, not the empty text."""
    assert re.search(any_word([]), text) is None
