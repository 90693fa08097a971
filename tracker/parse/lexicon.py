"""Word lists of the reader, loaded from ``resources/parse_*.toml`` and ``divisions.csv``."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from tracker.model.outline import Role
from tracker.model.report import RegionLevel

Patterns = tuple[str, ...]
"""Regular expressions of which any one may match."""


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division: six-digit code of GB/T 2260, official name, level."""

    code: str
    name: str
    level: RegionLevel


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
        works: Names of lists of works for the people, which are attached to reports.
    """

    stop: Patterns
    opener: Patterns
    title_end: Patterns
    period: Patterns
    looks_back: Patterns
    announce: Patterns
    turn: Patterns
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
    """Lines of page furniture: whole lines, beginnings of lines, captions."""

    lines: frozenset[str]
    patterns: Patterns
    captions: Patterns


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


@dataclass(frozen=True)
class ParseLexicon:
    """Word lists of the reader.

    Attributes:
        headings: How headings are known.
        roles: How paragraphs, noise and the head of a report are known.
        divisions: Administrative divisions, ascending by code.
    """

    headings: HeadingCues
    roles: RoleCues
    divisions: tuple[Division, ...]

    @cached_property
    def division_by_code(self) -> dict[str, Division]:
        """Divisions by their code."""
        return {division.code: division for division in self.divisions}

    @cached_property
    def short_prefectures(self) -> dict[str, str]:
        """Official names of autonomous prefectures by their everyday one (恩施州)."""
        return {
            f"{short_name(d.name)}州": d.name for d in self.divisions if d.name.endswith("自治州")
        }

    @cached_property
    def divisions_by_name(self) -> dict[str, tuple[Division, ...]]:
        """Divisions by official name; several counties share one."""
        found: dict[str, tuple[Division, ...]] = {}
        for division in self.divisions:
            found[division.name] = (*found.get(division.name, ()), division)
        return found


_PEOPLES = (
    "(?:蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|侗族|白族|土家族|哈尼族|哈萨克|傣族|傈僳族"
    "|羌族|景颇族|柯尔克孜)+"
)
_KIND_OF_DIVISION = re.compile(
    rf"(?:{_PEOPLES})?自治州$|(?:维吾尔|壮族|回族)?自治区$|特别行政区$|(?<=..)[省市区县旗盟]$|(?<=..)地区$"
)


def short_name(name: str) -> str:
    """Return a division's name without its kind (苏州市 -> 苏州, 红河哈尼族彝族自治州 -> 红河)."""
    return _KIND_OF_DIVISION.sub("", name) or name


@cache
def any_pattern(patterns: Patterns) -> re.Pattern[str]:
    """Return one compiled pattern that matches where any of ``patterns`` does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
