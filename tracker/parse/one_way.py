"""Documents that look one way only: lists of tasks ahead, bulletins back (任务分解、统计公报).

In: the headings and roles that reading them like a report gave. Out: those that a document of its
kind has: all that a bulletin says is a review; a list of tasks begins behind the notice that
sends it out, and ends before what the notice asks of those who carry it out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.model.outline import Role
from tracker.model.report import Metadata, ReportKind
from tracker.parse.headings import Style
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import NumberKind, number_at
from tracker.parse.tops import Chosen, Doubt
from tracker.text.assignments import find_assignments

_ROLES = {ReportKind.TASK_LIST: Role.PLAN, ReportKind.BULLETIN: Role.REVIEW}
_TARGETS = re.compile("预期目标|主要(?:经济)?(?:目标|指标)|约束性指标")
_REQUIRES = re.compile(
    "工作要求|有关要求|组织(?:保障|领导|实施)|保障措施|[几相]点?要求|督[促查]检查|考核"
)
_OF_ANNOTATIONS = re.compile(r"^(?:注释?|备注|说明)[：:]|^[\[［〔]\d{1,2}[\]］〕]|^资料来源")
_NAMES_A_LIST = re.compile("分解|分工|清单|台账|任务|实事|一览|方案")
_LONGEST_TITLE = 50
_SENTENCE = re.compile("[，；]|。$")


def one_way_role(meta: Metadata) -> Role | None:
    """Return the role of all that such a document says, None for one that looks both ways."""
    return _ROLES.get(meta.kind)


def time_limits(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return for each paragraph that says who does what it says by when that shall be, or ""."""
    texts = (p.text for p in paragraphs if not p.in_table)
    return tuple(found[-1].when for text in texts if (found := find_assignments(text)))


def looked_at(
    paragraphs: Sequence[Paragraph],
    headings: tuple[Chosen, ...],
    roles: Sequence[Role],
    role: Role,
    front: int,
) -> tuple[tuple[Chosen, ...], tuple[Role, ...]]:
    """Return headings and roles of a document that looks one way.

    Args:
        paragraphs: All paragraphs.
        headings: Those that were found.
        roles: Roles of the paragraphs, read like those of a report.
        role: Role of the document.
        front: How many paragraphs its head has.
    """
    first = _begins_at(paragraphs, headings, role, front)
    kept = _headings(headings, paragraphs, role, first)
    return kept, _roles(paragraphs, kept, roles, role, first)


def _headings(
    headings: tuple[Chosen, ...], paragraphs: Sequence[Paragraph], role: Role, first: int
) -> tuple[Chosen, ...]:
    """Return the headings with the role of the document; numbered tasks are none."""
    kept = [
        h
        for h in headings
        if h.doubt is not Doubt.LOST
        and h.candidate.paragraph >= first
        and not (role is Role.PLAN and _is_task(h, paragraphs))
    ]
    found = list[Chosen]()
    for heading in kept:
        own: Role | None = heading.role
        if heading.level == 1 or own is not None:
            own = Role.GLOSSARY if own is Role.GLOSSARY else role
            if role is Role.PLAN and _TARGETS.search(heading.candidate.text):
                own = Role.TARGETS
            elif role is Role.PLAN and _REQUIRES.search(heading.candidate.text):
                own = Role.CLOSING
        found.append(replace(heading, role=own, doubt=None))
    return tuple(found)


def _is_task(heading: Chosen, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether what stands like a heading is a numbered task (3.新建学校68所。)."""
    at, candidate = heading.candidate.paragraph, heading.candidate
    if candidate.style is Style.LEAD and candidate.numbering is None:
        return True
    text = paragraphs[at].text
    below = paragraphs[at + 1].text if at + 1 < len(paragraphs) else ""
    own, next_own = find_assignments(text), find_assignments(below)
    if own and not text[candidate.end : own[0].start].strip("。；;， "):
        return True
    if next_own and next_own[0].start == 0:
        return True
    inner = candidate.numbering is None or candidate.numbering.kind >= NumberKind.ARABIC
    return inner and bool(_SENTENCE.search(text[: candidate.end]))


def _roles(
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Chosen],
    roles: Sequence[Role],
    role: Role,
    first: int,
) -> tuple[Role, ...]:
    """Return the roles of the paragraphs: the head, then the role of the document."""
    tops = {h.candidate.paragraph: h.role for h in headings if h.role is not None}
    found, own = list[Role](), role
    for i, (paragraph, read) in enumerate(zip(paragraphs, roles, strict=True)):
        own = tops.get(i) or own
        if i < first:
            found.append(Role.FRONT)
        elif paragraph.in_table:
            found.append(Role.PLAN if role is Role.PLAN else Role.TABLE)
        elif read is Role.GLOSSARY or (role is Role.REVIEW and _annotates(paragraph)):
            found.append(Role.GLOSSARY)
        else:
            found.append(own)
    return tuple(found)


def _annotates(paragraph: Paragraph) -> bool:
    return bool(_OF_ANNOTATIONS.match(paragraph.text))


def _begins_at(
    paragraphs: Sequence[Paragraph], headings: Sequence[Chosen], role: Role, front: int
) -> int:
    """Return the paragraph at which a document says what it is for, its head left behind.

    The notice that sends a list out has numbered points of its own (一、提高认识): the list begins
    behind its own name, the last one before anybody is given a task.
    """
    if role is not Role.PLAN:
        return front
    assigned = next((p.index for p in paragraphs if p.in_table or find_assignments(p.text)), None)
    if assigned is None:
        return front
    names = [
        p.index
        for p in paragraphs[:assigned]
        if len(p.text) <= _LONGEST_TITLE
        and _NAMES_A_LIST.search(p.text)
        and not re.search("[。；：:]", p.text)
        and not number_at(p.text)
    ]
    if names:
        return names[-1] + 1
    starts = [h.candidate.paragraph for h in headings if h.candidate.paragraph <= assigned]
    return min([*starts, assigned])
