"""Finding any of some words in a text (词表的查找).

In: words. Out: the pattern of all of them, the longest first at each place, or whether a text ends
in one. Words share their first characters (建成, 建设, 建设用地), so the pattern branches by
character like a tree: a search tries a few characters at each place instead of hundreds of words.
"""

import re
from collections.abc import Iterable

NEVER = r"(?!)"
"""A pattern that finds nothing."""


def any_word(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest that fits; without words, for none."""
    return _branches(sorted(set(words))) or NEVER


class Endings:
    """Words that texts may end in, by their last character.

    Args:
        words: The words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        by_last: dict[str, list[str]] = {}
        for word in words:
            by_last.setdefault(word[-1:], []).append(word)
        self._by_last = {last: tuple(held) for last, held in by_last.items()}

    def end(self, text: str) -> bool:
        """Tell whether a text ends in one of the words."""
        return text.endswith(self._by_last.get(text[-1:], ()))


def _branches(words: list[str]) -> str:
    """Return the alternatives of words in the order of their first characters."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    ends = by_first.pop("", None) is not None
    branches = "|".join(re.escape(first) + _rest(rest) for first, rest in by_first.items())
    if not ends:
        return branches
    return f"{branches}|" if branches else ""


def _rest(words: list[str]) -> str:
    """Return what goes on behind a character that words begin with."""
    branches = _branches(words)
    return f"(?:{branches})" if "|" in branches else branches
