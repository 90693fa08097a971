"""Names that a person said are one thing, or two: an extra folding table for matching.

Where names are one thing, promises and passages are read as if all used the same one; every rule
then sees it. What is shown stays the source text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from tracker.match.folding import fold
from tracker.match.lexicon import IndicatorEntry, MatchLexicon
from tracker.match.passages import Clause
from tracker.model.commitment import Commitment, Outcome, Statement
from tracker.model.decision import NamePair

_ITEMS = re.compile(r"、|以及")


@dataclass(frozen=True)
class Naming:
    """Pairs of names, ready to be looked up.

    Attributes:
        pairs: What was said, of two on the same names only the later one.
        usual: The name that each folded name is read as; those that are no one's synonym are
            left out.
    """

    pairs: tuple[NamePair, ...] = ()
    usual: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, said: Iterable[NamePair], commitments: Iterable[Commitment], lexicon: MatchLexicon
    ) -> "Naming":
        """Return the table of what was said.

        A group is read under the name that the indicator vocabulary knows, else under the one
        that the promises use, so that reasons keep the promise's own words.
        """
        latest = {frozenset((fold(p.one), fold(p.other))): p for p in said}
        pairs = tuple(p for key, p in latest.items() if len(key) > 1 and all(key))
        if not pairs:
            return cls()
        known = {name for name, _ in lexicon.indicator_names}
        promised = "\n".join(fold(c.statement.quote) for c in commitments)
        usual: dict[str, str] = {}
        for group in _groups(pairs):
            first = min(group, key=lambda n: (n not in known, n not in promised, group.index(n)))
            usual |= dict.fromkeys(group, first)
        return cls(pairs, usual)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = {fold(name) for pair in self.pairs for name in (pair.one, pair.other)}
        ordered = sorted(names, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(_bounded, ordered)) or r"(?!)")

    def read(self, text: str) -> str:
        """Return a text with every name put as the usual one of its group."""
        if not self.usual:
            return text
        found, end = [], 0
        for match in self._pattern.finditer(fold(text)):
            usual = self.usual.get(match.group())
            if usual is not None and usual != match.group():
                found.append(text[end : match.start()] + usual)
                end = match.end()
        return "".join(found) + text[end:]

    def clauses(self, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """Return clauses whose folded text has the usual names."""
        if not self.usual:
            return clauses
        return tuple(replace(clause, text=self.read(clause.text)) for clause in clauses)

    def commitment(self, commitment: Commitment) -> Commitment:
        """Return a promise as matching reads it."""
        if not self.usual:
            return commitment
        return replace(commitment, statement=self._statement(commitment.statement))

    def outcome(self, outcome: Outcome) -> Outcome:
        """Return a result as matching reads it."""
        if not self.usual:
            return outcome
        return replace(outcome, statement=self._statement(outcome.statement))

    def _statement(self, statement: Statement) -> Statement:
        return replace(
            statement,
            object=self.read(statement.object),
            quote=self.read(statement.quote),
            measures=tuple(
                replace(m, indicator=self.read(m.indicator)) for m in statement.measures
            ),
        )

    def _named(self, text: str) -> dict[str, None]:
        return dict.fromkeys(m.group() for m in self._pattern.finditer(fold(text)))

    def joins(self, promise: str, passage: str) -> NamePair | None:
        """Return the pair by which a promise and a passage name one thing, None where none does.

        Args:
            promise: What the promise is about in the words of its text, its indicators on further
                lines.
            passage: The passage in the words of its text.
        """
        if not self.usual:
            return None
        given = self._named(passage)
        for wanted in self._named(promise):
            for name in given if wanted not in given else ():
                if self.usual.get(name, name) == self.usual.get(wanted):
                    return NamePair(self._spelt(wanted), self._spelt(name))
        return None

    def parts(self, promise: str, passage: str) -> NamePair | None:
        """Return the pair by which a promise and a passage name two things, or None.

        A promise that lists several things may be spoken of by the others.
        """
        apart = [pair for pair in self.pairs if not pair.same]
        if not apart:
            return None
        thing, _, indicators = promise.partition("\n")
        measured = self._usual_in(indicators)
        listed = [self._usual_in(item) | measured for item in _ITEMS.split(thing)]
        wanted = frozenset.intersection(*listed)
        given = self._usual_in(passage)
        for pair in apart:
            one, other = (self.usual.get(fold(n), fold(n)) for n in (pair.one, pair.other))
            for mine, theirs in ((one, other), (other, one)):
                if mine in wanted - given and theirs in given - wanted:
                    return pair
        return None

    def _usual_in(self, text: str) -> frozenset[str]:
        return frozenset(self.usual.get(name, name) for name in self._named(text))

    def _spelt(self, folded: str) -> str:
        """Return a name as the person wrote it."""
        names = (name for pair in self.pairs for name in (pair.one, pair.other))
        return next(name for name in names if fold(name) == folded)


def _groups(pairs: Iterable[NamePair]) -> list[list[str]]:
    """Return the names that are one thing, directly or through others."""
    groups: list[list[str]] = []
    for pair in pairs:
        if not pair.same:
            continue
        names = [fold(pair.one), fold(pair.other)]
        touched = [group for group in groups if any(name in group for name in names)]
        merged = list(dict.fromkeys([*(n for group in touched for n in group), *names]))
        groups = [*(group for group in groups if group not in touched), merged]
    return groups


def _bounded(name: str) -> str:
    """Return a pattern for a name that does not begin or end within a number or a Latin word."""
    before = r"(?<![a-z0-9.])" if re.match(r"[a-z0-9]", name) else ""
    after = r"(?![a-z0-9])" if re.search(r"[a-z0-9]$", name) else ""
    return before + re.escape(name) + after


def with_names(lexicon: MatchLexicon, naming: Naming) -> MatchLexicon:
    """Return the vocabulary of indicators as a person's names change it.

    A name that was said to be another indicator leaves the entry that it shared with it. (A local
    name of a known indicator needs no entry: it is read as the known name.)
    """
    indicators = lexicon.indicators
    for pair in naming.pairs:
        if not pair.same:
            indicators = tuple(_split(indicators, fold(pair.one), fold(pair.other)))
    return lexicon if indicators is lexicon.indicators else replace(lexicon, indicators=indicators)


def _split(entries: tuple[IndicatorEntry, ...], one: str, other: str) -> Iterator[IndicatorEntry]:
    """Yield entries; of one that holds both names, the second name becomes an entry of its own."""
    for entry in entries:
        names = {fold(name): name for name in (entry.name, *entry.synonyms)}
        if not {one, other} <= names.keys():
            yield entry
            continue
        leaving = names.pop(one if fold(entry.name) == other else other)
        kept = tuple(name for name in names.values() if name != entry.name)
        yield replace(entry, synonyms=kept)
        yield replace(entry, name=leaving, synonyms=())
