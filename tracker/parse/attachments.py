"""Finds what stands behind a report: attachments (附件) and glossaries (名词解释).

An attachment is a top part of its own with its own name (昆明市2018年十件惠民实事); the items in it
are lines of a list, no sections, so that they are not set beside the sections of a plan.
"""

import re
from collections.abc import Mapping
from itertools import pairwise

from tracker.model.outline import Role
from tracker.parse.heading_roles import role_of_heading
from tracker.parse.headings import Candidate, Style, candidate_by_word, candidate_in
from tracker.parse.lexicon import ParseLexicon, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import number_at
from tracker.parse.said import NOTHING_SAID
from tracker.parse.top_roles import looks_back
from tracker.parse.tops import BY_WORD, Chosen

_LABEL = re.compile(r"附[件录注表]?[\d一二三四五]{0,2}[：:．.、]?")
_REPORT = re.compile(r"《.*》")
_SENTENCE = re.compile(r"[。！？；]")
_MIN_NAME, _MAX_NAME = 2, 40
_MIN_BODY = 2000
"""Characters before the first attachment: in a table of contents its name comes sooner."""


def find_attachments(
    paragraphs: tuple[Paragraph, ...],
    plan_year: int | None,
    lexicon: ParseLexicon,
    said: Mapping[int, int] = NOTHING_SAID,
) -> tuple[Chosen, ...]:
    """Return the headings of what stands behind the report, in order.

    Its name follows a label (附件1), says what it is (名词解释), or names a list of works
    (十件民生实事) right behind the closing words. Other headings stand there only where a person
    says so.
    """
    glossary = any_pattern(lexicon.headings.glossary)
    works = any_pattern(lexicon.headings.lead.works)
    rally = any_pattern(lexicon.roles.closing.words)
    found: list[Chosen] = []
    length = 0
    for before, paragraph in pairwise(paragraphs):
        length += len(before.text)
        level = said.get(paragraph.index)
        if level and found:
            found.append(_by_word(paragraph, level, plan_year, lexicon))
            continue
        name = None if length < _MIN_BODY or level is not None else _name(paragraph)
        if name is None:
            continue
        labelled = name.start > 0 or _LABEL.fullmatch(before.text)
        closed = rally.search(before.text) or bool(found)
        if glossary.search(name.text):
            found.append(_attachment(name, Role.GLOSSARY))
        elif labelled or (closed and works.search(name.text)):
            role = role_of_heading(_REPORT.sub("", name.text), plan_year, lexicon.headings)
            if role is None and not works.search(name.text):
                rest = [p.text for p in paragraphs[paragraph.index + 1 :]]
                role = Role.REVIEW if looks_back(rest, lexicon.headings) else None
            found.append(_attachment(name, role or Role.PLAN))
    return tuple(found)


def _by_word(
    paragraph: Paragraph, level: int, plan_year: int | None, lexicon: ParseLexicon
) -> Chosen:
    candidate = candidate_by_word(paragraph, lexicon.headings)
    role = role_of_heading(candidate.text, plan_year, lexicon.headings) if level == 1 else None
    return Chosen(candidate, level, role, BY_WORD, attached=True, said=True)


def _name(paragraph: Paragraph) -> Candidate | None:
    """Return the line without its label and colon, if it is short enough for a name."""
    text = paragraph.text
    label = _LABEL.match(text)
    start = label.end() if label else 0
    end = len(text.rstrip("：:"))
    words = text[start:end]
    if paragraph.in_table or not _MIN_NAME <= len(words) <= _MAX_NAME:
        return None
    if _SENTENCE.search(words) or number_at(words):
        return None
    return candidate_in(paragraph, start, end, Style.BARE)


def _attachment(name: Candidate, role: Role) -> Chosen:
    return Chosen(name, 1, role, "stands behind the report", attached=True)
