"""Clauses that stand in most reports and say nothing about any of them (套话).

In goes any text, out come its clauses, or those of them that are boilerplate, with offsets. Which
clauses these are was counted over many reports (``resources/text_boilerplate.txt``).
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

_CLAUSE = re.compile(r"[^，。；：！？,;:!?\n]+")
_MARKS = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"\d")
_SHORTEST, _LONGEST = 8, 60
"""Characters: shorter clauses (加快发展) are parts of speech, longer ones are nobody else's."""


class FoundClause(NamedTuple):
    """A clause at ``text[start:end]``, and its words without punctuation and spaces."""

    start: int
    end: int
    words: str


def clauses_of(text: str) -> Iterator[FoundClause]:
    """Yield the clauses of a text that may be boilerplate: no figures, 8 to 60 characters."""
    for match in _CLAUSE.finditer(text):
        words = _MARKS.sub("", match.group())
        if _SHORTEST <= len(words) <= _LONGEST and not _FIGURE.search(words):
            yield FoundClause(match.start(), match.end(), words)


def boilerplate_in(text: str, known: Collection[str]) -> tuple[FoundClause, ...]:
    """Return the clauses of a text that are among the known boilerplate, in order."""
    return tuple(clause for clause in clauses_of(text) if clause.words in known)
