"""Differences that a reader does not want to see (忽略规则): quotes, punctuation, script, 套话.

In goes what to ignore, out comes a rule that folds words which count as alike to one spelling and
says which changes are to be shown quietly. Nothing is left out of a diff: an ignored change keeps
its kind and is marked.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tracker.model.change import Ignorable
from tracker.text.boilerplate import FoundClause, boilerplate_in, clauses_of
from tracker.text.script import simplified

_QUOTES = str.maketrans("", "", "“”‘’「」『』\"'《》〈〉")
_FULL_WIDTH = str.maketrans("，；：！？（）", ",;:!?()")


@dataclass(frozen=True)
class IgnoreRule:
    """What counts as alike.

    Attributes:
        ignored: Which differences are not to be shown.
        boilerplate: Clauses that stand in most reports, without punctuation.
    """

    ignored: frozenset[Ignorable] = frozenset()
    boilerplate: Collection[str] = frozenset()

    @property
    def reads_simplified(self) -> bool:
        """Words are looked for in simplified characters."""
        return Ignorable.SCRIPT in self.ignored

    def fold(self, text: str) -> str:
        """Return the spelling that all texts which count as alike share."""
        if Ignorable.SCRIPT in self.ignored:
            text = simplified(text)
        if Ignorable.QUOTES in self.ignored:
            text = text.translate(_QUOTES)
        if Ignorable.PUNCTUATION in self.ignored:
            text = "".join(c for c in text.translate(_FULL_WIDTH) if c.isalnum() or c in "%.~-+")
            return text.strip(".-")
        return text

    def hides(self, earlier: str, later: str) -> bool:
        """Tell whether a change from one stretch of text to another is not to be shown."""
        if not self.ignored:
            return False
        if self.fold(earlier) == self.fold(later):
            return True
        said = [text for text in (earlier, later) if any(c.isalnum() for c in text)]
        return Ignorable.BOILERPLATE in self.ignored and all(map(self._is_boilerplate, said))

    def _is_boilerplate(self, text: str) -> bool:
        """Tell whether every clause of a text stands in most reports."""
        known = boilerplate_in(text, self.boilerplate)
        return bool(known) and _letters(known) == _letters(clauses_of(text)) == _alnum(text)


NOTHING_IGNORED = IgnoreRule()


def _letters(clauses: Iterable[FoundClause]) -> int:
    return sum(len(clause.words) for clause in clauses)


def _alnum(text: str) -> int:
    return sum(c.isalnum() for c in text)
