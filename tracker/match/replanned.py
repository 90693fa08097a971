"""What became of a promise in the later plan: made again, changed, or dropped."""

from dataclasses import dataclass

from tracker.match.finding import Bench, entries_of, measure_entry
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.sought import Sought
from tracker.model.commitment import Commitment, Milestone
from tracker.model.measure import Measure
from tracker.model.outline import Role
from tracker.model.tracking import Goalpost
from tracker.text.units import base_value, same_unit

_AGAIN = 0.7
_HEADLINE = frozenset({Role.TARGETS, Role.TABLE})
_ENOUGH_TARGETS = 4
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Replanned:
    """Traces of a promise in later plans.

    Attributes:
        restated: It stands there again.
        quote: Where, as a clause, or "".
        goalposts: How it was changed.
        dropped: A headline indicator that later headline targets no longer name.
    """

    restated: bool
    quote: str
    goalposts: tuple[Goalpost, ...]
    dropped: bool


def trace(wanted: Sought, bench: Bench) -> Replanned:
    """Return what later plans say of a promise."""
    commitment = wanted.commitment
    again = _again(wanted, bench)
    quote = _clause(wanted, bench)
    posts: list[Goalpost] = []
    for other in again:
        posts.extend(goalposts_between(commitment, other, bench.lexicon))
    restated = bool(again) or bool(quote)
    return Replanned(
        restated,
        quote or (again[0].statement.quote if again else ""),
        tuple(dict.fromkeys(posts)),
        not restated and _dropped(commitment, bench),
    )


def _clause(wanted: Sought, bench: Bench) -> str:
    """Return the clause of a later plan that holds a promise's words, or ""."""
    for topic in wanted.topics:
        for window in bench.ground.plan.windows(topic, _AGAIN)[:3]:
            clauses = bench.ground.plan.clauses[window.first : window.last + 1]
            later = bench.ground.laters[bench.ground.plan_laters[window.first]]
            if later.report.id == bench.earlier.id:
                continue
            named = frozenset().union(*(bench.ground.plan.indicators[c.index] for c in clauses))
            if wanted.entries and not wanted.entries & named:
                continue
            if len(window.words) > 1 or len(topic.grams) == 1:
                return "，".join(c.passage.text for c in clauses)
    return ""


def _again(wanted: Sought, bench: Bench) -> tuple[Commitment, ...]:
    """Return the later commitments that promise the same indicator or object."""
    statement = wanted.commitment.statement
    thing = fold(statement.object)
    named = bench.promised_again.by_object.get(thing, ()) if len(thing) > _SHORT else ()
    found = {other.id: other for other in named}
    if statement.measures:
        for entry in wanted.entries:
            for other in bench.promised_again.by_entry.get(entry, ()):
                if same_kind(statement.measures[0], other.statement.measures[0]):
                    found[other.id] = other
    return tuple(found.values())


def same_kind(a: Measure, b: Measure) -> bool:
    """Tell whether two measures can be compared: of one kind, in units that count alike."""
    if a.value is None or b.value is None:
        return a.relation == b.relation
    units = same_unit(base_value(a.value, a.unit)[1], base_value(b.value, b.unit)[1])
    return a.kind is b.kind and units


def goalposts_between(
    commitment: Commitment, other: Commitment, lexicon: MatchLexicon
) -> list[Goalpost]:
    """Return how a promise was made easier when it was made again as ``other``."""
    found = []
    scope = lexicon.scope_pattern
    if scope.search(fold(other.statement.quote)) and not scope.search(
        fold(commitment.statement.quote)
    ):
        found.append(Goalpost.DEFINITION)
    if commitment.statement.measures and other.statement.measures:
        a, b = commitment.statement.measures[0], other.statement.measures[0]
        ceiling = any(lexicon.indicators[e].ceiling for e in measure_entry(a, lexicon))
        nearer = commitment.due is not None and other.due is not None and other.due < commitment.due
        if a.value is not None and b.value is not None and same_kind(a, b) and not nearer:
            first, second = base_value(a.value, a.unit)[0], base_value(b.value, b.unit)[0]
            if (second > first) if ceiling else (second < first):
                found.append(Goalpost.LOWER)
    ranks = list(type(commitment.firmness))
    if ranks.index(other.firmness) > ranks.index(commitment.firmness):
        found.append(Goalpost.SOFTER)
    stage = commitment.statement.milestone
    if (
        stage is not None
        and stage is not Milestone.BUILDING
        and not commitment.statement.measures  # 16 routes each year: no year is put off
        and other.statement.milestone is not None
        and other.statement.milestone <= stage
        and commitment.due is not None
        and other.due is not None
        and other.due > commitment.due
    ):
        found.append(Goalpost.LATER)
    return found


def _dropped(commitment: Commitment, bench: Bench) -> bool:
    """Tell whether a headline indicator is missing from every later set of headline targets."""
    if commitment.statement.role not in _HEADLINE:
        return False
    entries = entries_of(commitment, bench.lexicon)
    if not entries:
        return False
    seen = False
    for later in bench.ground.laters:
        targets = [c for c in later.commitments if c.statement.role in _HEADLINE]
        if later.report.id == bench.earlier.id or len(targets) < _ENOUGH_TARGETS:
            continue
        seen = True
        if any(entries & entries_of(c, bench.lexicon) for c in targets):
            return False
    return seen
