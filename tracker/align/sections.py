"""Which sections of two reports belong beside each other (章节对齐).

In go two reports and the part to align, out comes one row for every level-2 and level-3 section
of the earlier part, with its counterparts best first. Links may cross, split, merge, and a
section may have none. 聚焦乡村振兴, a whole part in 2021, stands beside 全面推进乡村振兴, one
paragraph in 2023.

How alike two sections are says ``tracker.text.similarity``; here their place adds to it: fitting
parents, the same level. A section is dropped when what is most like it belongs rather to another
one and takes up little of it. What was tried, and what it gave, is told in ARCHITECTURE.md.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from tracker.align.reasons import reason_of
from tracker.align.scope import paragraph_leads, text_of, unheaded_text
from tracker.model.alignment import (
    NOTHING_SAID,
    Alignment,
    AlignmentPart,
    AlignmentRow,
    HandWords,
    LinkKind,
    NearSection,
    SectionLink,
)
from tracker.model.outline import Role, Section
from tracker.model.report import Report
from tracker.model.score import Score, ScorePart
from tracker.text.bags import Matrix
from tracker.text.lexicon import TextLexicon
from tracker.text.shared import bare_heading
from tracker.text.similarity import HeadedText, Similarities, compare_texts

_FORWARD = frozenset({Role.PLAN, Role.SELF})
_ROLES: dict[AlignmentPart, tuple[frozenset[Role], frozenset[Role]]] = {
    AlignmentPart.PLAN: (_FORWARD, _FORWARD),
    AlignmentPart.REVIEW: (frozenset({Role.REVIEW}), frozenset({Role.REVIEW})),
    AlignmentPart.OUTLOOK: (frozenset({Role.OUTLOOK}), frozenset({Role.OUTLOOK})),
    AlignmentPart.PLAN_REVIEW: (_FORWARD, frozenset({Role.REVIEW})),
}
_PARENT_WEIGHT = 0.1
"""What two fitting parents add to a pair of sections."""
_LEVEL_WEIGHT = 0.03
"""What the same level adds; small, because structures differ from year to year."""
_OWN_TOPICS = 150
"""Characters before the first subsection that are more than an introduction."""
_WHOLE = 0.7
"""What is left of the value of a whole top part beside a topic of another one."""
_NONE = 0.3
"""Share of the usual best value (the median over the rows) below which nothing is linked.

How alike the best counterparts are differs from pair to pair of reports, so it follows the pair.
"""
_HAD_WEIGHT, _LENGTH_WEIGHT, _ENOUGH = 0.31, 0.088, 0.66
"""A section has no counterpart when the later one most like it belongs rather to another section
and ``taken up + 0.31 had + 0.088 ln(characters)`` stays below 0.66: below a quarter taken up of a
section of 100 characters, below an eighth of one of 400, which one other section seldom takes up
whole. Fitted by logistic regression, checked on pairs left out (see ARCHITECTURE.md)."""
_SAME_SHARE = 0.9
"""Share of a row's best value from which a further section treats the same topic."""
_RELATED_SHARE = 0.65
"""Share from which it overlaps in part."""
_LEFT_OVER = 0.5
"""Share from which a later section that no row leads to overlaps in part and is not new."""
_LEAST = 0.5
"""Share of the usual best value below which nothing is told as an overlap beside a counterpart."""
_MOST_LINKS = 3
_NEAREST = 3
"""Sections that are offered for one without a counterpart."""
_TAKEN = 0.7
"""What is left of the value of a section that a person put beside another one: enough to overlap
in part, too little to be the same topic beside a free section."""


@dataclass(frozen=True, slots=True)
class _OwnText:
    """Text of a later section before its first subsection, long enough to hold topics."""

    column: int
    taken_up: Matrix
    had: Matrix


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The sections on both sides and what every pair of them is worth."""

    earlier: tuple[Section, ...]
    later: tuple[Section, ...]
    texts: Similarities
    place: Matrix
    fitting: NDArray[np.bool_]
    same_heading: NDArray[np.bool_]
    families: tuple[frozenset[int], ...]
    own: tuple[_OwnText, ...]
    values: Matrix


def _comparable(report: Report, roles: frozenset[Role]) -> tuple[Section, ...]:
    """Return what is set beside each other.

    Sections of level 2 and 3, and a top part that is one topic by itself (全面建设人民满意政府).
    """
    return tuple(
        s for s in report.sections if s.role in roles and (s.level > 1 or s.role is Role.SELF)
    )


def _depth(report: Report, section: Section) -> int:
    """Return the level of a section, as if a top part of one topic were of level 2."""
    top = section
    while top.parent is not None:
        top = report.sections[top.parent]
    return section.level + (top.role is Role.SELF)


def _headed(report: Report, section: Section, leads: frozenset[int]) -> HeadedText:
    heading = report.passage(section.heading_span).text
    return HeadedText(heading, text_of(report, section, leads))


def _parents(sections: tuple[Section, ...]) -> NDArray[np.intp]:
    """Return the number of the section above each one, -1 where it is not among them."""
    number_of = {section.index: number for number, section in enumerate(sections)}
    above = (-1 if s.parent is None else number_of.get(s.parent, -1) for s in sections)
    return np.fromiter(above, dtype=np.intp, count=len(sections))


def _of_parents(
    earlier: tuple[Section, ...], later: tuple[Section, ...], values: Matrix
) -> tuple[Matrix, NDArray[np.bool_]]:
    """Return how well the parents of every pair fit (0 to 1), and whether they fit best.

    0 and False where a section has no parent.
    """
    if not values.size:
        return np.zeros_like(values), np.zeros(values.shape, dtype=np.bool_)
    above, beside = _parents(earlier), _parents(later)
    both = (above >= 0)[:, None] & (beside >= 0)[None, :]
    place: Matrix = np.where(both, np.maximum(0.0, values[np.ix_(above, beside)]), 0.0)
    best = values >= values.max(axis=1, keepdims=True)
    return place.astype(np.float32), both & best[np.ix_(above, beside)]


def _same_headings(earlier: tuple[Section, ...], later: tuple[Section, ...]) -> NDArray[np.bool_]:
    """Tell which headings are the same but for their punctuation."""
    here = np.array([bare_heading(section.heading) for section in earlier])
    there = np.array([bare_heading(section.heading) for section in later])
    found: NDArray[np.bool_] = (here[:, None] == there[None, :]) & (here != "")[:, None]
    return found


def _compared(
    earlier: Report,
    rows: tuple[Section, ...],
    later: Report,
    columns: tuple[Section, ...],
    lexicon: TextLexicon,
) -> tuple[Similarities, tuple[_OwnText, ...]]:
    """Return how alike the sections are, and what the text before a first subsection takes up."""
    before, after = paragraph_leads(earlier), paragraph_leads(later)
    unheaded = {
        number: unheaded_text(later, section, after)
        for number, section in enumerate(columns)
        if later.children(section)
    }
    unheaded = {number: text for number, text in unheaded.items() if len(text) >= _OWN_TOPICS}
    texts = [_headed(later, section, after) for section in columns]
    texts += [HeadedText("", text) for text in unheaded.values()]
    found = compare_texts([_headed(earlier, s, before) for s in rows], texts, lexicon)
    own = tuple(
        _OwnText(number, found.taken_up[:, extra], found.had[:, extra])
        for extra, number in enumerate(unheaded, len(columns))
    )
    return found.among_first(len(columns)), own


def _pair(
    earlier: Report, later: Report, part: AlignmentPart, lexicon: TextLexicon, said: HandWords
) -> _Pairing:
    here, there = _ROLES[part]
    rows, columns = _comparable(earlier, here), _comparable(later, there)
    texts, own = _compared(earlier, rows, later, columns, lexicon)
    told = _as_told(texts.values, rows, columns, said)
    alike = _same_headings(rows, columns)
    place, fitting = _of_parents(rows, columns, told)
    values = told + _PARENT_WEIGHT * place
    depths = np.array([_depth(later, s) for s in columns])
    wholes = np.array([s.level == 1 and bool(later.children(s)) for s in columns], dtype=np.bool_)
    of_own_work = Counter(s.parent for s in rows if s.role is Role.SELF)
    for row, section in enumerate(rows):
        depth = _depth(earlier, section)
        values[row] += _LEVEL_WEIGHT * (depths == depth)
        one_of_many = section.role is Role.SELF and of_own_work[section.parent] > 1
        if depth > 2 or one_of_many:
            # A topic of own work belongs beside a topic, not beside the whole part.
            values[row, wholes] *= _WHOLE
    return _Pairing(rows, columns, texts, place, fitting, alike, _families(columns), own, values)


def _as_told(
    values: Matrix, rows: tuple[Section, ...], columns: tuple[Section, ...], said: HandWords
) -> Matrix:
    """Return the values with a person's word put in: what belongs together fits best.

    Two sections that belong together are nobody else's first choice, as far as the person did
    not say so too; their subsections gain by their place under fitting parents.
    """
    if said == NOTHING_SAID:
        return values
    row_of = {section.index: row for row, section in enumerate(rows)}
    column_of = {section.index: column for column, section in enumerate(columns)}
    told = values.copy()
    pairs = [(row_of[a], column_of[b]) for a, b in said.together if a in row_of and b in column_of]
    for row, column in pairs:
        told[row, :] *= _TAKEN
        told[:, column] *= _TAKEN
    for row, column in pairs:
        told[row, column] = 1.0
    for a, b in said.apart:
        if a in row_of and b in column_of:
            told[row_of[a], column_of[b]] = 0.0
    for a in said.alone & row_of.keys():
        told[row_of[a], :] = 0.0
    for b in said.new & column_of.keys():
        told[:, column_of[b]] = 0.0
    return told


def _score(pairing: _Pairing, row: int, column: int) -> Score:
    shared = pairing.texts.shared(row, column)
    place = ScorePart("place", round(float(min(1.0, pairing.place[row, column])), 4))
    value = round(float(min(1.0, max(0.0, pairing.values[row, column]))), 4)
    return Score(
        value,
        (*pairing.texts.score_parts(row, column, shared), place),
        reason_of(shared, fitting_parents=bool(pairing.fitting[row, column])),
    )


def _dropped(pairing: _Pairing, row: int, column: int) -> bool:
    """Tell whether the best later section takes up too little of an earlier one.

    A section whose best counterpart is best served by it belongs there, however little they share.
    """
    if pairing.values[row, column] >= pairing.values[:, column].max():
        return False
    taken, had = pairing.texts.taken_up[row, column], pairing.texts.had[row, column]
    return not _enough(pairing.earlier[row], float(taken), float(had))


def _enough(section: Section, taken: float, had: float) -> bool:
    """Tell whether so much of a section taken up makes the same topic."""
    return taken + _HAD_WEIGHT * had + _LENGTH_WEIGHT * log(max(1, len(section.span))) >= _ENOUGH


def _refuge(pairing: _Pairing, row: int) -> list[int]:
    """Return the later section that takes up a dropped topic under no heading, if one does.

    The whole section is too long to be like the topic, and none of its subsections is about it.
    The words that open a whole top part (own work) are no such place: they greet every topic.
    """
    section = pairing.earlier[row]
    places = (own for own in pairing.own if pairing.later[own.column].level > 1)
    best = max(places, key=lambda own: float(own.taken_up[row]), default=None)
    if best is None or not _enough(section, float(best.taken_up[row]), float(best.had[row])):
        return []
    return [best.column]


def _families(sections: tuple[Section, ...]) -> tuple[frozenset[int], ...]:
    """Return for each section the numbers of those above and below it, and its own."""
    above = _parents(sections)
    lines: list[set[int]] = []
    for number in range(len(sections)):
        line, at = {number}, int(above[number])
        while at >= 0:
            line.add(at)
            at = int(above[at])
        lines.append(line)
    return tuple(
        frozenset(line | {other for other, theirs in enumerate(lines) if number in theirs})
        for number, line in enumerate(lines)
    )


def _links(pairing: _Pairing, row: int, usual: float, said: HandWords) -> tuple[SectionLink, ...]:
    """Return the counterparts of a row, best first, the same before related."""
    values, index = pairing.values[row], pairing.earlier[row].index
    if index in said.alone or values.size == 0:
        return ()
    open_ = (c for c in range(values.size) if pairing.later[c].index not in said.new)
    order = sorted(open_, key=lambda column: (-values[column], column))
    if not order:
        return ()
    best = float(values[order[0]])
    own = {b for a, b in said.together if a == index}
    taken = {b for _, b in said.together} - own
    free = [c for c in order if pairing.later[c].index not in taken]
    same = [
        column
        for column in free
        if values[column] >= _SAME_SHARE * best
        or (pairing.same_heading[row, column] and values[column] >= _RELATED_SHARE * best)
    ][:_MOST_LINKS]
    nowhere = best <= _NONE * usual
    if nowhere or (not own and _dropped(pairing, row, order[0])):
        same = [column for column in _refuge(pairing, row) if column in free]
    if nowhere and not same:
        return ()
    told = set().union(*(pairing.families[c] for c in same))
    related = []
    for column in order:
        if column not in told and values[column] >= max(_RELATED_SHARE * best, _LEAST * usual):
            related.append(column)
            told |= pairing.families[column]
    kinds = [(c, LinkKind.SAME) for c in same]
    kinds += [(c, LinkKind.RELATED) for c in related[:_MOST_LINKS]]
    return tuple(
        SectionLink(pairing.later[c].index, kind, _score(pairing, row, c)) for c, kind in kinds
    )


def align_sections(
    earlier: Report,
    later: Report,
    part: AlignmentPart,
    lexicon: TextLexicon,
    said: HandWords = NOTHING_SAID,
    *,
    wholes: bool = False,
) -> Alignment:
    """Return the sections of an earlier report beside those of a later one.

    Args:
        earlier: Report whose sections make the rows.
        later: Report in which counterparts are looked for.
        part: Which parts of both are set beside each other.
        lexicon: Rarity and topics of words.
        said: What a person said about the sections; the rest is found around it.
        wholes: A top part that is one topic by itself has a row too.
    """
    pairing = _pair(earlier, later, part, lexicon, said)
    usual = _usual(pairing, said)
    found = {
        row: _links(pairing, row, usual, said)
        for row, section in enumerate(pairing.earlier)
        if section.level > 1 or wholes
    }
    for row, column in _left_over(pairing, found, said):
        link = SectionLink(
            pairing.later[column].index, LinkKind.RELATED, _score(pairing, row, column)
        )
        found[row] = (*found[row], link)
    rows = tuple(AlignmentRow(pairing.earlier[row].index, links) for row, links in found.items())
    linked = {link.section for row in rows for link in row.links}
    new = tuple(s.index for s in pairing.later if s.index not in linked and (s.level > 1 or wholes))
    return Alignment(earlier.id, later.id, part, rows, new)


def nearest_sections(
    earlier: Report,
    later: Report,
    part: AlignmentPart,
    lexicon: TextLexicon,
    section: int,
    *,
    of_later: bool = False,
    said: HandWords = NOTHING_SAID,
) -> tuple[NearSection, ...]:
    """Return the three sections of the other report that one is most like, best first.

    Those that have a counterpart already are among them; those that a person took apart from
    the section are not. Empty for a section that is not set beside others.

    Args:
        earlier: Earlier report.
        later: Later report.
        part: Which parts of both are set beside each other.
        lexicon: Rarity and topics of words.
        section: Index of a section of the earlier report.
        of_later: It is one of the later report.
        said: What a person said about the sections.
    """
    pairing = _pair(earlier, later, part, lexicon, said)
    own, others = (pairing.later, pairing.earlier) if of_later else (pairing.earlier, pairing.later)
    at = next((n for n, one in enumerate(own) if one.index == section), None)
    if at is None:
        return ()
    values = pairing.values[:, at] if of_later else pairing.values[at]
    order = sorted(range(values.size), key=lambda n: (-values[n], n))
    found: list[NearSection] = []
    for n in order:
        there = others[n].index
        pair = (there, section) if of_later else (section, there)
        score = _score(pairing, n, at) if of_later else _score(pairing, at, n)
        if pair not in said.apart and score.value > 0 and others[n].level > 1:
            found.append(NearSection(there, score))
        if len(found) == _NEAREST:
            break
    return tuple(found)


def _left_over(
    pairing: _Pairing, found: Mapping[int, tuple[SectionLink, ...]], said: HandWords
) -> tuple[tuple[int, int], ...]:
    """Return later sections that no row leads to, each with the row that it overlaps most.

    What stands in part in an earlier section is not new, though that section found a better one.
    """
    linked = {link.section for links in found.values() for link in links}
    rows = [r for r in found if pairing.earlier[r].index not in said.alone]
    overlaps: dict[int, list[tuple[float, int]]] = {}
    for column, section in enumerate(pairing.later):
        if section.index in linked | said.new or section.level == 1 or not rows:
            continue
        row = max(rows, key=lambda r: float(pairing.values[r, column]))
        value = float(pairing.values[row, column])
        if found[row] and value >= _LEFT_OVER * float(pairing.values[row].max()):
            overlaps.setdefault(row, []).append((-value, column))
    chosen = []
    for row, columns in overlaps.items():
        free = _MOST_LINKS - sum(link.kind is LinkKind.RELATED for link in found[row])
        chosen += [(row, column) for _, column in sorted(columns)[: max(0, free)]]
    return tuple(chosen)


def _usual(pairing: _Pairing, said: HandWords) -> float:
    """Return the median of the best values of the rows that nobody spoke of."""
    told = {a for a, _ in said.together} | said.alone
    free = [row for row, section in enumerate(pairing.earlier) if section.index not in told]
    if not pairing.values.size or not free:
        return 0.0
    return float(np.median(pairing.values[free].max(axis=1)))
