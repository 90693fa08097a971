"""Which two names a person's word on a passage is about, to be offered as a pair for next year.

Nothing is taken over unasked: whoever said that a passage answers a promise may have meant more
than that two names are one.
"""

import re

from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.topics import without_idle
from tracker.model.commitment import Commitment, Outcome, Statement, StatementKind
from tracker.model.decision import NamePair
from tracker.model.span import Span
from tracker.text.units import same_unit

_LINE = re.compile(r"[A-Za-z]?\d+号?线$|[一二三四五六七八九十]+号线$")
_LIST = re.compile(r"[、，,；/]|以及|(?<=[一-鿿]{3})[和与及](?=[一-鿿]{3})")
_SHORTEST, _LONGEST = 2, 18
_SHARED = 2  # characters that two names of one thing have in common, of several that stand there


def offer_names(
    commitment: Commitment,
    outcomes: tuple[Outcome, ...],
    passage: Span,
    lexicon: MatchLexicon,
    *,
    same: bool,
) -> NamePair | None:
    """Return the names by which a promise and a passage differ, None where they do not.

    Args:
        commitment: The promise.
        outcomes: Results of the report that the passage stands in.
        passage: Source span of the passage.
        lexicon: Idle words and the indicator vocabulary.
        same: The person said that the passage answers the promise; else that it does not.
    """
    there = [o.statement for o in outcomes if o.statement.span.overlap(passage)]
    promised = commitment.statement
    for statement in there:
        pair = _indicators(promised, statement, lexicon)
        if pair is not None:
            return NamePair(*pair, same=same)
    if promised.measures or promised.kind is not StatementKind.PROJECT:
        return None
    one = _name(promised.object, lexicon)
    others = [_name(x, lexicon) for s in there for x in _LIST.split(s.object)]
    fitting = [name for name in dict.fromkeys(others) if _is_name(name)]
    if not _is_name(one) or not fitting or _LIST.search(one):
        return None
    other = max(fitting, key=lambda name: (_shared(one, name), -len(name)))
    lonely = same and len(fitting) == 1
    if not lonely and _shared(one, other) < _SHARED:
        return None
    lines = _LINE.search(one), _LINE.search(other)
    if lines[0] and lines[1]:
        one, other = lines[0].group(), lines[1].group()
    return NamePair(one, other, same) if _differ(one, other) else None


def _indicators(
    promised: Statement, told: Statement, lexicon: MatchLexicon
) -> tuple[str, str] | None:
    """Return the names of two measures of one kind that the vocabulary does not know as one."""
    for mine in promised.measures:
        for theirs in told.measures:
            if mine.kind is not theirs.kind or not same_unit(mine.unit, theirs.unit):
                continue
            one, other = mine.indicator, theirs.indicator
            if not (_is_name(one) and _is_name(other) and _differ(one, other)):
                continue
            if not lexicon.indicators_in(fold(one)) & lexicon.indicators_in(fold(other)):
                return one, other
    return None


def _name(text: str, lexicon: MatchLexicon) -> str:
    """Return a name without the idle words around it, spelt as in the text."""
    bare = text.replace("\n", "")
    folded = fold(bare)
    kept = without_idle(folded, lexicon)
    start = folded.find(kept)
    return bare[start : start + len(kept)]


def _is_name(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST


def _shared(one: str, other: str) -> int:
    return len(set(one) & set(other))


def _differ(one: str, other: str) -> bool:
    """Tell whether neither name is the other or a part of it, which matching sees by itself."""
    a, b = fold(one), fold(other)
    return a not in b and b not in a
