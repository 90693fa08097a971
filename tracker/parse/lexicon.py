"""Word lists of the reader, loaded from ``resources/parse_*.toml`` and the lists of places."""

import re
from dataclasses import dataclass
from functools import cache

from tracker.model.outline import Role
from tracker.parse.gazetteer import Gazetteer

Patterns = tuple[str, ...]
"""Regular expressions of which any one may match."""


@dataclass(frozen=True, slots=True)
class PartCue:
    """Words by which a top heading shows its role."""

    role: Role
    words: Patterns


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a part looks.

    Attributes:
        backward: Words of a heading that looks back.
        forward: Words of one that looks forward to the year.
        outlook: Words of one that looks forward to several years.
        done: Words of a body that tells results.
        intended: Words of a body that tells intentions.
    """

    backward: Patterns
    forward: Patterns
    outlook: Patterns
    done: Patterns
    intended: Patterns


@dataclass(frozen=True, slots=True)
class LeadCues:
    """First words of paragraphs.

    Attributes:
        stop: No heading begins with them.
        opener: The text behind a heading that runs into it begins with them.
        title_end: Nouns with which the heading of a part ends.
        period: Periods and phrases that sibling headings share.
        looks_back: Among the periods, those that are over.
        announce: A list of works or tasks follows.
        turn: The text leaves the section before and turns to something else.
        whole: The text speaks of the work as a whole.
        works: Names of lists of works for the people, which are attached to reports.
    """

    stop: Patterns
    opener: Patterns
    title_end: Patterns
    period: Patterns
    looks_back: Patterns
    announce: Patterns
    turn: Patterns
    whole: Patterns
    works: Patterns


@dataclass(frozen=True, slots=True)
class SelfWork:
    """How the part on the government's own work is known: its topic, and its body's words."""

    topic: Patterns
    body: Patterns


@dataclass(frozen=True, slots=True)
class HeadingCues:
    """Everything in ``parse_headings.toml``."""

    part: tuple[PartCue, ...]
    direction: Direction
    lead: LeadCues
    self_work: SelfWork

    @property
    def glossary(self) -> Patterns:
        """Words that name a glossary."""
        return tuple(w for part in self.part if part.role is Role.GLOSSARY for w in part.words)


@dataclass(frozen=True, slots=True)
class ProblemCues:
    """Words of an admission, those that nothing else is said with, and what is admitted."""

    acknowledge: Patterns
    admission: Patterns
    trouble: Patterns


@dataclass(frozen=True, slots=True)
class WordCue:
    """A plain list of cue words."""

    words: Patterns


@dataclass(frozen=True, slots=True)
class TargetCues:
    """Words that open the paragraph of headline targets, and how its figures bind."""

    words: Patterns
    figures: Patterns


@dataclass(frozen=True, slots=True)
class ClosingCues:
    """Salutations, and the words of a rallying end."""

    opening: Patterns
    words: Patterns


@dataclass(frozen=True, slots=True)
class OutlookCues:
    """Words of the sentence with which requirements end and tasks begin."""

    forward: Patterns


@dataclass(frozen=True, slots=True)
class NoiseCues:
    """Lines of page furniture: whole lines, beginnings of lines, captions, ends of pages."""

    lines: frozenset[str]
    patterns: Patterns
    captions: Patterns
    foot: Patterns


@dataclass(frozen=True, slots=True)
class HeadCues:
    """Words of a title, of offices held by persons, of bodies that report; family names."""

    title: str
    person: Patterns
    body: Patterns
    surnames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleCues:
    """Everything in ``parse_roles.toml``."""

    problems: ProblemCues
    thanks: WordCue
    targets: TargetCues
    closing: ClosingCues
    outlook: OutlookCues
    noise: NoiseCues
    head: HeadCues
    army: WordCue


@dataclass(frozen=True)
class ParseLexicon:
    """Word lists of the reader.

    Attributes:
        headings: How headings are known.
        roles: How paragraphs, noise and the head of a report are known.
        gazetteer: Administrative divisions, zones and their names.
    """

    headings: HeadingCues
    roles: RoleCues
    gazetteer: Gazetteer


@cache
def any_pattern(patterns: Patterns) -> re.Pattern[str]:
    """Return one compiled pattern that matches where any of ``patterns`` does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
