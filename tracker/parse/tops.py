"""Chooses the top headings (level 1) by their numbers, their names and their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.outline import Role
from tracker.parse.heading_roles import role_of_heading
from tracker.parse.headings import Candidate, Style
from tracker.parse.lexicon import HeadingCues, any_pattern
from tracker.parse.numbering import NumberKind
from tracker.parse.said import NOTHING_SAID

_Named = Mapping[int, Role | None]
BY_WORD = "a person says so"
AHEAD = (Role.PLAN, Role.OUTLOOK)
_FEW = 4
"""Parts that a report may have without headings of another look below them."""


class Doubt(StrEnum):
    """Why a person should look at a top heading."""

    LOST = "heading-lost"
    """It has none; by its words the text turns there."""
    PLACE = "heading-by-place"
    """A line stands where the text turns, and names nothing."""
    WORDS = "role-by-words"
    """Only the words of its text tell its direction, and they are not clear."""


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
        doubt: What a person should look at, None where nothing is in doubt.
    """

    candidate: Candidate
    level: int
    role: Role | None
    reason: str
    attached: bool = False
    said: bool = False
    doubt: Doubt | None = None


def top_headings(
    candidates: tuple[Candidate, ...],
    plan_year: int | None,
    cues: HeadingCues,
    said: Mapping[int, int] = NOTHING_SAID,
) -> tuple[Chosen, ...]:
    """Return the level-1 headings: numbered by 第一部分 or 一、, or bare lines that name a part.

    Their roles are those that they name, None where they name none.

    Args:
        candidates: Possible headings of the report.
        plan_year: Year the report plans for, where it is known.
        cues: Heading words.
        said: Levels that a person gave to paragraphs, by index.
    """
    by_word = [c for c in candidates if said.get(c.paragraph) == 1]
    free = [c for c in candidates if said.get(c.paragraph, 1) == 1]
    named = {
        c.paragraph: role_of_heading(c.text, plan_year, cues)
        for c in free
        if c.kind in (NumberKind.PART, NumberKind.CHINESE) or c.style is Style.BARE or c in by_word
    }
    tops, reason = _by_shape(free, named, cues, said)
    found = [Chosen(c, 1, named[c.paragraph], reason) for c in tops if c not in by_word]
    found += [Chosen(c, 1, named[c.paragraph], BY_WORD, said=True) for c in by_word]
    taken = {chosen.candidate.paragraph for chosen in found}
    found += [
        Chosen(c, 1, Role.GLOSSARY, "bare line that names a glossary")
        for c in free
        if named.get(c.paragraph) is Role.GLOSSARY
        and c.style is Style.BARE
        and c.paragraph not in taken
    ]
    found.sort(key=lambda top: top.candidate.paragraph)
    return tuple(found)


def _by_shape(
    candidates: list[Candidate], named: _Named, cues: HeadingCues, said: Mapping[int, int]
) -> tuple[list[Candidate], str]:
    chapters = [c for c in candidates if c.kind is NumberKind.PART]
    if len(chapters) >= 2:
        return chapters, "numbered 第…部分"
    chinese = [c for c in candidates if c.kind is NumberKind.CHINESE]
    lines = [c for c in candidates if c.style is Style.BARE]
    bare = [c for c in lines if named[c.paragraph] or c.paragraph in said]
    if chinese and not _bare_lines_lead(bare, chinese, named, cues):
        above = _above_lists(lines, chinese, named, cues)
        if above:
            late = [c for c in bare if c.paragraph > chinese[-1].paragraph and c not in above]
            return [*above, *late], "bare line above a list that counts anew"
        return _sequence(chinese, named), "numbered 一、"
    looks = _by_look(lines, named)
    return (looks, "looks like a part") if looks else (bare, "bare line that names a part")


def _by_look(lines: list[Candidate], named: _Named) -> list[Candidate]:
    """Return the lines that stand as the first line does that names a part by its look.

    They are the parts where other headings look lower; where all headings look alike, the look
    says nothing of their level.
    """
    looked = [c for c in lines if c.look]
    parts = [c.look for c in looked if named[c.paragraph] in (*AHEAD, Role.REVIEW)]
    if not parts:
        return []
    tops = [c for c in looked if c.look == min(parts)]
    lower = [c for c in looked if c.look > min(parts)]
    return tops if len(tops) <= max(_FEW, len(lower)) else []


def _bare_lines_lead(
    bare: list[Candidate], chinese: list[Candidate], named: _Named, cues: HeadingCues
) -> bool:
    """Tell whether bare lines stand above the 一、 items rather than beside them.

    Only a numbered heading that says what it looks back on makes the numbers the top level.
    """
    parts = [c for c in bare if named[c.paragraph] is not Role.GLOSSARY]
    if len(parts) < 2 or _numbers_look_back(chinese, named, cues):
        return False
    counted_anew = sum(1 for c in chinese if c.numbering and c.numbering.value == 1) >= 2
    lines_say = any(named[c.paragraph] is Role.REVIEW for c in parts)
    return lines_say or counted_anew or not any(named[c.paragraph] for c in chinese)


def _numbers_look_back(chinese: list[Candidate], named: _Named, cues: HeadingCues) -> bool:
    backward = any_pattern(cues.direction.backward)
    return any(named[c.paragraph] is Role.REVIEW and backward.search(c.text) for c in chinese)


def _above_lists(
    lines: list[Candidate], chinese: list[Candidate], named: _Named, cues: HeadingCues
) -> list[Candidate]:
    """Return the bare lines that stand above lists 一、二、… of which each counts from one.

    Every list has one; of several lines in a row the first is the heading, the others go on.
    """
    starts = [i for i, c in enumerate(chinese) if c.numbering and c.numbering.value == 1]
    if len(starts) < 2 or starts[0] or _numbers_look_back(chinese, named, cues):
        return []
    found = []
    for i in starts:
        after = chinese[i - 1].paragraph if i else -1
        between = [c for c in lines if after < c.paragraph < chinese[i].paragraph]
        if not between:
            return []
        found.append(between[0])
    return found


def _sequence(chinese: list[Candidate], named: _Named) -> list[Candidate]:
    """Leave out 一、 items that count anew below a part (十件民生实事).

    Where a number may go on with either, it goes on with the parts if it names one.
    """
    found: list[Candidate] = []
    last, nested = 0, 0
    for c in chinese:
        value = c.numbering.value if c.numbering else 0
        goes_on = value == last + 1 and named[c.paragraph] is not None
        if found and not goes_on and value == nested + 1 and (nested or value <= last):
            nested = value
        elif value == last + 1 or (named[c.paragraph] and value > last):
            found.append(c)
            last, nested = value, 0
    return found
