"""Finds what stands behind a report: attachments (附件) and glossaries (名词解释).

An attachment is a top part of its own with its own name (昆明市2018年十件惠民实事). Items of it are
sections where each has a heading and its text below; else they are lines of a list.
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
_MAX_ITEM = 60
"""Characters of the heading of an item; its text is longer."""
_MIN_ITEMS = 3
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
    return _with_items(paragraphs, found, said) if found else ()


def _with_items(
    paragraphs: tuple[Paragraph, ...], found: list[Chosen], said: Mapping[int, int]
) -> tuple[Chosen, ...]:
    """Add the numbered headings inside attachments below which text without a number stands."""
    complete: list[Chosen] = []
    ends = [top.candidate.paragraph for top in found[1:]] + [len(paragraphs)]
    for top, end in zip(found, ends, strict=True):
        complete.append(top)
        items: list[Chosen] = []
        inside = paragraphs[top.candidate.paragraph + 1 : end]
        for paragraph, text in pairwise(inside):
            number = number_at(paragraph.text)
            counts = number is not None and number.value == len(items) + 1
            heads = not paragraph.in_table and not text.in_table and not number_at(text.text)
            if number and counts and heads and len(paragraph.text) <= _MAX_ITEM < len(text.text):
                heading = candidate_in(
                    paragraph, number.end, len(paragraph.text), Style.NUMBERED, number
                )
                items.append(Chosen(heading, 2, None, "heads an item", attached=True))
        spoken_of = any(item.candidate.paragraph in said for item in items)
        if len(items) >= _MIN_ITEMS and top.role is not Role.GLOSSARY and not spoken_of:
            complete += items
    return tuple(sorted(complete, key=lambda x: x.candidate.paragraph))


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
