"""Finds what may be a heading: numbered, on a line of its own, or run into its paragraph."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.parse.lexicon import HeadingCues, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import Numbering, NumberKind, number_at
from tracker.parse.said import NOTHING_SAID

_SENTENCE_END = re.compile(r"[。！？][”’）)]*|：(?=.{12})")
LEAD_END = re.compile(r"[。！？][”’）)]*")
"""What ends a heading that is a sentence, closing marks included."""
_FULL_STOP = re.compile(r"[。！？]")
_OPEN_END = re.compile(r"[。！？；：，、…,;:]$")
_QUANTITY = re.compile(r"\d")
QUOTED = re.compile(r"[“‘《（(][^”’》）)]*[”’》）)]")
"""Names in quotation marks, whose figures are no quantities."""
_SCRIPTED_NAME = re.compile(rf"{QUOTED.pattern}|\d{{4}}年|\d+G")
_MAX_BARE = 60
_MIN_TEXT = 20
"""Characters of a line that may be text under a heading; shorter lines are furniture."""
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}：")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_MAX_RUN_IN = 60
_MAX_LEAD = 40
"""Characters. Of 120 annotated headings with a number the longest has 32, of 208 first sentences
that are headings 41; a first sentence gets the tighter bound because no number vouches for it."""


class Style(StrEnum):
    """How a heading stands in the text."""

    NUMBERED = "numbered"
    BARE = "bare"
    LEAD = "lead"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a heading.

    Attributes:
        paragraph: Index of its paragraph.
        start: Canonical offset of the heading (after its number) in the paragraph.
        end: Offset after it.
        text: Its canonical characters.
        numbering: Its number.
        style: How it stands.
        rest: Characters of the paragraph that follow it.
    """

    paragraph: int
    start: int
    end: int
    text: str
    numbering: Numbering | None
    style: Style
    rest: int

    @property
    def kind(self) -> NumberKind:
        """Kind of its number."""
        return self.numbering.kind if self.numbering else NumberKind.NONE


def find_candidates(
    paragraphs: tuple[Paragraph, ...],
    cues: HeadingCues,
    said: Mapping[int, int] = NOTHING_SAID,
) -> tuple[Candidate, ...]:
    """Return at most one candidate for every paragraph, in order.

    Args:
        paragraphs: Those of the body.
        cues: Heading words.
        said: Levels that a person gave to paragraphs, by index. Where it is 0 the candidate stays,
            for what its siblings are taken for does not hang on it.
    """
    stop = any_pattern(cues.lead.stop)
    found = []
    for i, paragraph in enumerate(paragraphs):
        level = said.get(paragraph.index)
        if level:
            found.append(candidate_by_word(paragraph, stop))
        if paragraph.in_table or level:
            continue
        candidate = _candidate(paragraph, stop)
        if candidate and (candidate.style is not Style.BARE or _leads_text(paragraphs, i)):
            found.append(candidate)
    return tuple(found)


def candidate_by_word(paragraph: Paragraph, stop: re.Pattern[str]) -> Candidate:
    """Return the heading of a paragraph of which a person says that it has one.

    Where no rule sees how far it reaches, it is the first sentence.
    """
    seen = _candidate(paragraph, stop)
    if seen is not None:
        return seen
    text = paragraph.text
    number = number_at(text)
    start = number.end if number and number.end < len(text) else 0
    end = LEAD_END.search(text, start)
    until = end.end() if end else len(text)
    style = Style.NUMBERED if start else Style.LEAD if until < len(text) else Style.BARE
    return candidate_in(paragraph, start, until, style, number if start else None)


def _leads_text(paragraphs: tuple[Paragraph, ...], at: int) -> bool:
    """Tell whether text, a number or a table follows a bare line; else it is furniture."""
    return any(
        p.in_table or len(p.text) > _MIN_TEXT or number_at(p.text)
        for p in paragraphs[at + 1 : at + 3]
    )


def _candidate(paragraph: Paragraph, stop: re.Pattern[str]) -> Candidate | None:
    text = paragraph.text
    number = number_at(text)
    start = number.end if number else 0
    if number:
        return _numbered(paragraph, number, start)
    if not _FULL_STOP.search(text):
        if (
            len(text) <= _MAX_BARE
            and not _LABEL.match(text)
            and not _OPEN_END.search(text)
            and len(_CJK.findall(text)) >= 3
        ):
            return candidate_in(paragraph, 0, len(text), Style.BARE)
        return None
    lead = LEAD_END.search(text)
    if lead is None or not 5 <= lead.end() <= _MAX_LEAD or stop.match(text):
        return None
    if len(text) - lead.end() < 12 or _QUANTITY.search(
        _SCRIPTED_NAME.sub("", lead.string[: lead.end()])
    ):
        return None
    return candidate_in(paragraph, 0, lead.end(), Style.LEAD)


def _numbered(paragraph: Paragraph, number: Numbering, start: int) -> Candidate | None:
    text = paragraph.text
    end = _SENTENCE_END.search(text, start)
    if end is None:
        if len(text) - start > _MAX_RUN_IN or not text[start:]:
            return None
        return candidate_in(paragraph, start, len(text), Style.NUMBERED, number)
    if end.end() - start > _MAX_RUN_IN:
        return None
    return candidate_in(paragraph, start, end.end(), Style.NUMBERED, number)


def candidate_in(
    paragraph: Paragraph, start: int, end: int, style: Style, number: Numbering | None = None
) -> Candidate:
    """Return the candidate that stands at ``text[start:end]`` of a paragraph."""
    text = paragraph.text
    while start < end and text[start] == " ":
        start += 1
    return Candidate(paragraph.index, start, end, text[start:end], number, style, len(text) - end)
