"""Chooses the top headings (level 1) and tells which way each part looks."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tracker.model.outline import Role
from tracker.parse.heading_roles import role_of_heading
from tracker.parse.headings import Candidate, Style
from tracker.parse.lexicon import HeadingCues, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import NumberKind
from tracker.parse.said import NOTHING_SAID
from tracker.parse.self_work import speaks_of_own_work

_MAX_SELF = 3000
"""Longest part on government's own work, in characters: seen are 300 to 2,000."""
_Named = dict[int, Role | None]
BY_WORD = "a person says so"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A heading with its level.

    Attributes:
        candidate: Where it stands.
        level: 1 to 3.
        role: The role it names, None for that of its parent.
        reason: Why it was chosen.
        attached: It names an attachment behind the report.
        said: A person said that it is one, and of which level.
    """

    candidate: Candidate
    level: int
    role: Role | None
    reason: str
    attached: bool = False
    said: bool = False


def top_headings(
    paragraphs: tuple[Paragraph, ...],
    candidates: tuple[Candidate, ...],
    plan_year: int | None,
    cues: HeadingCues,
    said: Mapping[int, int] = NOTHING_SAID,
) -> tuple[Chosen, ...]:
    """Return the level-1 headings: numbered by 第一部分 or 一、, or bare lines that name a part.

    Args:
        paragraphs: Those of the report without what is attached to it.
        candidates: Its possible headings.
        plan_year: Year the report plans for, where it is known.
        cues: Heading words.
        said: Levels that a person gave to paragraphs, by index.
    """
    by_word = [c for c in candidates if said.get(c.paragraph) == 1]
    candidates = tuple(c for c in candidates if said.get(c.paragraph, 1) == 1)
    named = {
        c.paragraph: role_of_heading(c.text, plan_year, cues)
        for c in candidates
        if c.kind in (NumberKind.PART, NumberKind.CHINESE) or c.style is Style.BARE or c in by_word
    }
    chapters = [c for c in candidates if c.kind is NumberKind.PART]
    chinese = [c for c in candidates if c.kind is NumberKind.CHINESE]
    bare = [
        c
        for c in candidates
        if c.style is Style.BARE and (named[c.paragraph] or c.paragraph in said)
    ]
    if len(chapters) >= 2:
        tops, reason = chapters, "numbered 第…部分"
    elif chinese and not _bare_lines_lead(bare, chinese, named, cues):
        tops, reason = _sequence(chinese, named), "numbered 一、"
    else:
        tops, reason = bare, "bare line that names a part"
    found = [Chosen(c, 1, named[c.paragraph], reason) for c in tops if c not in by_word]
    found += [Chosen(c, 1, named[c.paragraph], BY_WORD, said=True) for c in by_word]
    if tops is not bare:
        found += [
            Chosen(c, 1, Role.GLOSSARY, "bare line that names a glossary")
            for c in bare
            if named[c.paragraph] is Role.GLOSSARY and c not in by_word
        ]
    found.sort(key=lambda top: top.candidate.paragraph)
    return _with_roles(found, paragraphs, cues)


def _bare_lines_lead(
    bare: list[Candidate], chinese: list[Candidate], named: _Named, cues: HeadingCues
) -> bool:
    """Tell whether bare lines stand above the 一、 items rather than beside them.

    Only a numbered heading that says what it looks back on makes the numbers the top level.
    """
    parts = [c for c in bare if named[c.paragraph] is not Role.GLOSSARY]
    backward = any_pattern(cues.direction.backward)
    numbers_say = any(
        named[c.paragraph] is Role.REVIEW and backward.search(c.text) for c in chinese
    )
    if len(parts) < 2 or numbers_say:
        return False
    counted_anew = sum(1 for c in chinese if c.numbering and c.numbering.value == 1) >= 2
    lines_say = any(named[c.paragraph] is Role.REVIEW for c in parts)
    return lines_say or counted_anew or not any(named[c.paragraph] for c in chinese)


def _sequence(chinese: list[Candidate], named: _Named) -> list[Candidate]:
    """Leave out 一、 items that count anew below a part (十件民生实事)."""
    found: list[Candidate] = []
    last, nested = 0, 0
    for c in chinese:
        value = c.numbering.value if c.numbering else 0
        if found and value == nested + 1 and (nested or value <= last):
            nested = value
        elif value == last + 1 or (named[c.paragraph] and value > last):
            found.append(c)
            last, nested = value, 0
    return found


def _with_roles(
    tops: list[Chosen], paragraphs: tuple[Paragraph, ...], cues: HeadingCues
) -> tuple[Chosen, ...]:
    """Give the top parts that name no role one by their place and their words.

    What follows a named review plans; where nothing is named, a part looks the way most of its
    words look, and once the text looks ahead it does not look back again.
    """
    found: list[Chosen] = []
    bounds = [*(top.candidate.paragraph for top in tops), len(paragraphs)]
    before: Role | None = None
    named = any(top.role is Role.REVIEW for top in tops)
    for i, top in enumerate(tops):
        role = top.role
        if role is None:
            text = [p.text for p in paragraphs[bounds[i] : bounds[i + 1]]]
            may_look_back = before is None or (before is Role.REVIEW and not named)
            role = Role.REVIEW if may_look_back and looks_back(text, cues) else Role.PLAN
            short = sum(map(len, text)) <= _MAX_SELF
            if role is Role.PLAN and short and before in (Role.PLAN, Role.OUTLOOK):
                role = Role.SELF if speaks_of_own_work(text, cues.self_work) else role
        found.append(replace(top, role=role))
        before = role
    if not any(top.role is Role.PLAN for top in found):
        outlooks = [i for i, top in enumerate(found) if top.role is Role.OUTLOOK]
        if outlooks:
            found[outlooks[-1]] = replace(found[outlooks[-1]], role=Role.PLAN)
    return tuple(found)


def looks_back(texts: Iterable[str], cues: HeadingCues) -> bool:
    """Tell whether at least as many words of a text tell results as tell intentions."""
    text = "\n".join(texts)
    backward = len(re.findall(any_pattern(cues.direction.done), text))
    return backward >= len(re.findall(any_pattern(cues.direction.intended), text))
