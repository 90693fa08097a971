"""What the lines of a report are, in a word each, and what a person can say of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tracker.model.library import AnchoredLine
from tracker.model.mark import Anchor
from tracker.model.outline import Role

if TYPE_CHECKING:
    from tracker.model.draft import Corrections, Draft
    from tracker.model.outline import Section
    from tracker.model.report import Report


class LineMark(Enum):
    """What a line is, as far as it is not plain text."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    JOINED = "joined"
    NOISE = "noise"


_LEVELS = {1: LineMark.FIRST, 2: LineMark.SECOND, 3: LineMark.THIRD}

_WORDS = {
    LineMark.FIRST: QT_TRANSLATE_NOOP("LineWords", "Level 1"),
    LineMark.SECOND: QT_TRANSLATE_NOOP("LineWords", "Level 2"),
    LineMark.THIRD: QT_TRANSLATE_NOOP("LineWords", "Level 3"),
    LineMark.JOINED: QT_TRANSLATE_NOOP("LineWords", "Joined"),
    LineMark.NOISE: QT_TRANSLATE_NOOP("LineWords", "Left out"),
}


@dataclass(frozen=True, slots=True)
class LineTag:
    """The word beside a line.

    Attributes:
        mark: What the line is, or None for plain text.
        by_hand: A person said so.
    """

    mark: LineMark | None
    by_hand: bool


def mark_word(mark: LineMark) -> str:
    """Return what a mark is called, short enough for a margin."""
    return QCoreApplication.translate("LineWords", str(_WORDS[mark]))


def line_tags(draft: Draft) -> dict[int, LineTag]:
    """Return the words beside the lines of a draft, by 1-based line."""
    report = draft.report
    if report is None:
        return {}
    marks: dict[int, LineMark] = dict.fromkeys(report.noise, LineMark.NOISE)
    marks |= {second: LineMark.JOINED for _, second in report.broken}
    for section in report.sections:
        line = report.line_of(section.heading_span.start)
        if marks.get(line) not in _LEVELS.values():
            marks[line] = _LEVELS.get(section.level, LineMark.THIRD)
    by_hand = {
        report.line_of(one.place.span.start)
        for one in draft.corrections.lines
        if one.place.span.end <= len(report.text)
    }
    return {
        line: LineTag(marks.get(line), line in by_hand) for line in sorted(marks.keys() | by_hand)
    }


@dataclass(frozen=True, slots=True)
class LineSaying:
    """Something that can be said of a line: words, key, and the fields that it sets.

    ``fields`` None takes back all that was said.
    """

    name: str
    text: object
    key: str
    fields: tuple[tuple[str, object], ...] | None


SAYINGS = (
    LineSaying(
        "heading1", QT_TRANSLATE_NOOP("LineWords", "Heading, level 1"), "1", (("heading", 1),)
    ),
    LineSaying(
        "heading2", QT_TRANSLATE_NOOP("LineWords", "Heading, level 2"), "2", (("heading", 2),)
    ),
    LineSaying(
        "heading3", QT_TRANSLATE_NOOP("LineWords", "Heading, level 3"), "3", (("heading", 3),)
    ),
    LineSaying("text", QT_TRANSLATE_NOOP("LineWords", "No heading"), "0", (("heading", 0),)),
    LineSaying(
        "join",
        QT_TRANSLATE_NOOP("LineWords", "Continues the line above"),
        "J",
        (("joined", True),),
    ),
    LineSaying(
        "part", QT_TRANSLATE_NOOP("LineWords", "Begins a paragraph"), "K", (("joined", False),)
    ),
    LineSaying(
        "noise", QT_TRANSLATE_NOOP("LineWords", "No part of the report"), "X", (("noise", True),)
    ),
    LineSaying(
        "keep", QT_TRANSLATE_NOOP("LineWords", "Part of the report"), "P", (("noise", False),)
    ),
    LineSaying(
        "forget", QT_TRANSLATE_NOOP("LineWords", "Take back what I said"), "Backspace", None
    ),
)


def saying_words(saying: LineSaying) -> str:
    """Return what a saying is called in menus."""
    return QCoreApplication.translate("LineWords", str(saying.text))


def with_saying(
    said: Corrections, report: Report, lines: tuple[int, ...], saying: LineSaying
) -> Corrections:
    """Return corrections with something said of lines."""
    for line in lines:
        span = report.line_span(line)
        place = Anchor(report.id, span, report.quote(span))
        if not place.quote.strip():
            continue
        word = AnchoredLine(place)
        if saying.fields is not None:
            fields = dict(saying.fields)
            if fields.get("noise") is True:
                fields |= {"heading": None, "joined": None}
            elif "noise" not in fields and line in report.noise:
                fields["noise"] = False  # what is a heading is part of the report
            word = replace(said.on_line(place), **fields)  # type: ignore[arg-type]
        said = said.with_line(word)
    return said


def with_role(said: Corrections, section: Section, report: Report, role: Role) -> Corrections:
    """Return corrections with another role of a section."""
    heading = Anchor(report.id, section.heading_span, section.heading)
    return said.with_role(heading, role)


GIVEN_ROLES = (
    Role.REVIEW,
    Role.PROBLEMS,
    Role.OUTLOOK,
    Role.TARGETS,
    Role.PLAN,
    Role.SELF,
    Role.CLOSING,
    Role.GLOSSARY,
    Role.FRONT,
)
"""Roles that a person can give to a section, in the order they stand in a report."""
