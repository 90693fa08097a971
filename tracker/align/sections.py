"""Which sections of two reports belong beside each other (章节对齐).

In go two reports and the part to align, out comes one row for every level-2 and level-3 section
of the earlier part, with its counterparts best first. Links may cross, split, merge, and a
section may have none. 聚焦乡村振兴, a whole part in 2021, stands beside 全面推进乡村振兴, one
paragraph in 2023.

What was tried (share of rows whose first link is right, annotated pairs 002-000 / 003-004; the
second pair is two districts that share hardly a phrase): body words alone 0.88 / 0.78, phrases
alone 0.91 / 0.83, topic alone 0.98 / 0.91, headings alone 0.43 / 0.13; all together 1.00 / 1.00;
without topic 1.00 / 0.74, without body 1.00 / 0.87, without phrases 0.98 / 0.96, without headings
0.98 / 1.00, without place 1.00 / 0.96, without level 0.98 / 0.87; names change nothing there.
Halving or doubling any one weight costs at most three rows of 65. Taking off what a later section
scores with everybody (a correction for hubs) won nothing on the first pair and lost a row of the
second. Both pairs were used to choose the weights: expect less on others. The topic vectors were
learnt from reports up to 2022, without any annotation. (Measured 2026-11-21.)
"""

from dataclasses import dataclass

import numpy as np

from tracker.model.alignment import (
    NOTHING_SAID,
    Alignment,
    AlignmentPart,
    AlignmentRow,
    HandWords,
    LinkKind,
    SectionLink,
)
from tracker.model.outline import Role, Section
from tracker.model.report import Report
from tracker.model.score import Score, ScorePart
from tracker.text.lexicon import TextLexicon
from tracker.text.similarity import HeadedText, Matrix, Similarities, compare_texts

_FORWARD = frozenset({Role.PLAN, Role.SELF})
_ROLES: dict[AlignmentPart, tuple[frozenset[Role], frozenset[Role]]] = {
    AlignmentPart.PLAN: (_FORWARD, _FORWARD),
    AlignmentPart.REVIEW: (frozenset({Role.REVIEW}), frozenset({Role.REVIEW})),
    AlignmentPart.OUTLOOK: (frozenset({Role.OUTLOOK}), frozenset({Role.OUTLOOK})),
    AlignmentPart.PLAN_REVIEW: (_FORWARD, frozenset({Role.REVIEW})),
}
_PARENT_WEIGHT = 0.07
"""What two fitting parents add to a pair of sections."""
_LEVEL_WEIGHT = 0.02
"""What the same level adds; small, because structures differ from year to year."""
_WEAK = 0.45
"""Share of the usual best value (the median over the rows) below which no section is the same.

How alike the best counterparts are differs from pair to pair of reports (median 0.29 for two
years of one city, 0.21 for two districts), so the floor follows the pair.
"""
_NONE = 0.3
"""Share of the usual best value below which a section has no counterpart at all."""
_SAME_SHARE = 0.85
"""Share of a row's best value from which a further section treats the same topic."""
_RELATED_SHARE = 0.68
"""Share from which it overlaps in part."""
_MOST_LINKS = 3
_TAKEN = 0.7
"""What is left of the value of a section that a person put beside another one: enough to overlap
in part, too little to be the same topic beside a free section."""


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The sections on both sides and what every pair of them is worth."""

    earlier: tuple[Section, ...]
    later: tuple[Section, ...]
    texts: Similarities
    place: Matrix
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


def _headed(report: Report, section: Section) -> HeadedText:
    return HeadedText(report.passage(section.heading_span).text, report.passage(section.span).text)


def _place(earlier: tuple[Section, ...], later: tuple[Section, ...], values: Matrix) -> Matrix:
    """Return how well the parents of every pair fit (0 to 1, 0 where one has none)."""
    row_of = {section.index: row for row, section in enumerate(earlier)}
    column_of = {section.index: column for column, section in enumerate(later)}
    place: Matrix = np.zeros_like(values)
    for row, section in enumerate(earlier):
        above = row_of.get(-1 if section.parent is None else section.parent)
        if above is None:
            continue
        for column, other in enumerate(later):
            beside = column_of.get(-1 if other.parent is None else other.parent)
            if beside is not None:
                place[row, column] = max(0.0, values[above, beside])
    return place


def _pair(
    earlier: Report, later: Report, part: AlignmentPart, lexicon: TextLexicon, said: HandWords
) -> _Pairing:
    here, there = _ROLES[part]
    rows, columns = _comparable(earlier, here), _comparable(later, there)
    texts = compare_texts(
        [_headed(earlier, s) for s in rows], [_headed(later, s) for s in columns], lexicon
    )
    told = _as_told(texts.values, rows, columns, said)
    place = _place(rows, columns, told)
    values = told + _PARENT_WEIGHT * place
    depths = np.array([_depth(later, s) for s in columns])
    for row, section in enumerate(rows):
        values[row] += _LEVEL_WEIGHT * (depths == _depth(earlier, section))
    return _Pairing(rows, columns, texts, place, values)


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
    return told


def _score(pairing: _Pairing, row: int, column: int) -> Score:
    score = pairing.texts.score(row, column, float(pairing.values[row, column]))
    place = ScorePart("place", round(float(min(1.0, pairing.place[row, column])), 4))
    return Score(score.value, (*score.parts, place), score.reason)


def _links(pairing: _Pairing, row: int, usual: float, said: HandWords) -> tuple[SectionLink, ...]:
    """Return the counterparts of a row, best first, the same before related."""
    values = pairing.values[row]
    if pairing.earlier[row].index in said.alone:
        return ()
    if values.size == 0 or values.max() <= _NONE * usual:
        return ()
    order = sorted(range(values.size), key=lambda column: (-values[column], column))
    best = float(values[order[0]])
    own = {b for a, b in said.together if a == pairing.earlier[row].index}
    taken = {b for _, b in said.together} - own
    free = [c for c in order if pairing.later[c].index not in taken]
    same = [c for c in free if values[c] >= _SAME_SHARE * best][:_MOST_LINKS]
    if best < _WEAK * usual:
        same = []
    related = [c for c in order if c not in same and values[c] >= _RELATED_SHARE * best]
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
) -> Alignment:
    """Return the sections of an earlier report beside those of a later one.

    Args:
        earlier: Report whose sections make the rows.
        later: Report in which counterparts are looked for.
        part: Which parts of both are set beside each other.
        lexicon: Rarity and topics of words.
        said: What a person said about the sections; the rest is found around it.
    """
    pairing = _pair(earlier, later, part, lexicon, said)
    usual = _usual(pairing, said)
    rows = tuple(
        AlignmentRow(section.index, _links(pairing, row, usual, said))
        for row, section in enumerate(pairing.earlier)
        if section.level > 1
    )
    linked = {link.section for row in rows for link in row.links}
    new = tuple(s.index for s in pairing.later if s.index not in linked and s.level > 1)
    return Alignment(earlier.id, later.id, part, rows, new)


def _usual(pairing: _Pairing, said: HandWords) -> float:
    """Return the median of the best values of the rows that nobody spoke of."""
    told = {a for a, _ in said.together} | said.alone
    free = [row for row, section in enumerate(pairing.earlier) if section.index not in told]
    if not pairing.values.size or not free:
        return 0.0
    return float(np.median(pairing.values[free].max(axis=1)))
