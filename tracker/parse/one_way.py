"""Documents that look one way only: lists of tasks ahead, bulletins back (任务分解、统计公报).

In: the headings and roles that reading them like a report gave. Out: those that a document of its
kind has: all that a bulletin says is a review; a list of tasks begins behind the notice that
sends it out, and ends before what the notice asks of those who carry it out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.model.outline import Role
from tracker.model.report import Metadata, ReportKind
from tracker.parse.headings import Candidate
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import NumberKind, number_at
from tracker.parse.tops import BY_WORD, Chosen
from tracker.text.assignments import find_assignments

_ROLES = {
    ReportKind.TASK_LIST: Role.PLAN,
    ReportKind.PROGRESS_LIST: Role.REVIEW,
    ReportKind.BULLETIN: Role.REVIEW,
}
_TARGETS = re.compile("预期目标|主要(?:经济)?(?:目标|指标)|约束性指标")
_REQUIRES = re.compile(
    "工作要求|有关要求|组织(?:保障|领导|实施)|保障措施|[几相]点?要求|督[促查]检查|考核"
)
_OF_ANNOTATIONS = re.compile(r"^(?:注释?|备注|说明)[：:]|^[\[［〔]\d{1,2}[\]］〕]|^资料来源")
_NAMES_A_LIST = re.compile("分解|分工|清单|台账|任务|实事|一览|方案")
_LONGEST_TITLE = 50
_DEEPEST = 3
_ABOVE_A_TABLE = re.compile("情况|清单|台账|一览|[表示]$|填报|单位[：:]|日期[：:]")
_SENTENCE = re.compile("[，；]|。$")


def one_way_role(meta: Metadata) -> Role | None:
    """Return the role of all that such a document says, None for one that looks both ways."""
    return _ROLES.get(meta.kind)


def time_limits(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return for each paragraph that says who does what it says by when that shall be, or ""."""
    texts = (p.text for p in paragraphs if not p.in_table)
    return tuple(found[-1].when for text in texts if (found := find_assignments(text)))


def one_way_headings(
    paragraphs: Sequence[Paragraph],
    candidates: Sequence[Candidate],
    role: Role,
    said: Mapping[int, int],
) -> tuple[Chosen, ...]:
    """Return the headings of a document that looks one way: its numbers, outermost first.

    Args:
        paragraphs: All paragraphs.
        candidates: What may be headings.
        role: Role of the document.
        said: Levels that a person gave to paragraphs, by index.
    """
    deepest = NumberKind.ARABIC if role is Role.PLAN else NumberKind.PAREN
    first = _begins_at(paragraphs, role, 0)
    free = [
        c
        for c in candidates
        if c.kind <= deepest
        and c.paragraph >= first
        and c.paragraph not in said
        and not (role is Role.PLAN and _is_task(c, paragraphs))
    ]
    kinds = sorted({c.kind for c in free})
    found = [
        Chosen(c, kinds.index(c.kind) + 1, None, "numbered")
        for c in free
        if kinds.index(c.kind) < _DEEPEST
    ]
    found += [
        Chosen(c, level, None, BY_WORD, said=True)
        for c in candidates
        if (level := said.get(c.paragraph, 0))
    ]
    found.sort(key=lambda h: h.candidate.paragraph)
    return tuple(replace(h, role=_role_of(h, role)) if h.level == 1 else h for h in found)


def _role_of(heading: Chosen, role: Role) -> Role:
    if role is Role.PLAN and _TARGETS.search(heading.candidate.text):
        return Role.TARGETS
    if role is Role.PLAN and _REQUIRES.search(heading.candidate.text):
        return Role.CLOSING
    return role


def one_way_roles(
    paragraphs: Sequence[Paragraph], headings: Sequence[Chosen], role: Role, front: int
) -> tuple[Role, ...]:
    """Return the roles of the paragraphs: the head, then the role of the document.

    Args:
        paragraphs: All paragraphs.
        headings: Its headings.
        role: Role of the document.
        front: How many paragraphs its head has.
    """
    tops = {h.candidate.paragraph: h.role for h in headings if h.role is not None}
    named = _begins_at(paragraphs, role, front)
    assigned = _first_assigned(paragraphs)
    starts = [at for at in (*tops, assigned) if at is not None and at >= named]
    first = min(starts, default=named) if role is Role.PLAN else named
    while role is Role.REVIEW and first < len(paragraphs) and _is_above(paragraphs[first]):
        first += 1
    last = max((p.index for p in paragraphs if _is_assigned(p)), default=len(paragraphs))
    found, own = list[Role](), role
    for i, paragraph in enumerate(paragraphs):
        own = tops.get(i) or own
        if role is Role.PLAN and i > last and not number_at(paragraph.text):
            own = Role.CLOSING  # 各地区、各部门要进一步增强责任感 stands behind all tasks
        if i < first:
            found.append(Role.FRONT)
        elif paragraph.in_table:
            found.append(Role.PLAN if role is Role.PLAN else Role.TABLE)
        elif role is Role.REVIEW and _OF_ANNOTATIONS.match(paragraph.text):
            found.append(Role.GLOSSARY)
        else:
            found.append(own)
    return tuple(found)


def _is_above(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is the title of a table, or who filled it in when."""
    text = paragraph.text
    short = len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text)
    return short and not paragraph.in_table and bool(_ABOVE_A_TABLE.search(text))


def summary_roles(
    paragraphs: Sequence[Paragraph], headings: Sequence[Chosen], roles: Sequence[Role]
) -> tuple[Role, ...]:
    """Return the roles of a summary: what stands below a heading of its plan is plan.

    A report puts requirements before its tasks; a summary's 下一步工作打算 goes right to them.
    """
    tops = {h.candidate.paragraph: h.role for h in headings if h.level == 1}
    found, own = list[Role](), Role.REVIEW
    for i, (paragraph, role) in enumerate(zip(paragraphs, roles, strict=True)):
        own = tops.get(i) or own
        plans = own is Role.PLAN and role is Role.OUTLOOK and not paragraph.in_table
        found.append(Role.PLAN if plans else role)
    return tuple(found)


def _is_task(candidate: Candidate, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether what stands like a heading is a numbered task (3.新建学校68所。)."""
    at = candidate.paragraph
    text = paragraphs[at].text
    below = paragraphs[at + 1].text if at + 1 < len(paragraphs) else ""
    own, next_own = find_assignments(text), find_assignments(below)
    if own and not text[candidate.end : own[0].start].strip("。；;， "):
        return True
    if next_own and next_own[0].start == 0:
        return True
    inner = candidate.kind >= NumberKind.ARABIC
    return inner and (candidate.rest > 0 or bool(_SENTENCE.search(text[: candidate.end])))


def _is_assigned(paragraph: Paragraph) -> bool:
    return paragraph.in_table or bool(find_assignments(paragraph.text))


def _first_assigned(paragraphs: Sequence[Paragraph]) -> int | None:
    return next((p.index for p in paragraphs if _is_assigned(p)), None)


def _begins_at(paragraphs: Sequence[Paragraph], role: Role, front: int) -> int:
    """Return the paragraph at which a document says what it is for, its head left behind.

    The notice that sends a list out has numbered points of its own (一、提高认识): the list begins
    behind its own name, the last one before anybody is given a task.
    """
    assigned = _first_assigned(paragraphs) if role is Role.PLAN else None
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
    return names[-1] + 1 if names else min(front, assigned)
