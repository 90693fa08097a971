"""Says what is unsure in an outline (提示), so that a person looks there and nowhere else."""

from collections.abc import Callable

from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.outline import Role, Section
from tracker.parse.lexicon import RoleCues, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import NumberKind, number_at
from tracker.parse.tops import AHEAD, Chosen, Doubt

_MOST = 3
"""Remarks of one kind; more of them say that the text is unlike others, which one says as well."""
_BEFORE_TAIL = 0.6
"""Part of the paragraphs before which closing words are not looked for: those of the review."""
_LONG, _FEW = 8000, 5
"""Characters of a long report and sections of level 2 that any has: of 2,166 work reports two have
fewer."""
_COUNTED = (NumberKind.PART, NumberKind.CHINESE, NumberKind.PAREN)
"""Kinds of numbers whose gaps are told; 1. 2. are counted in many ways."""
_PARTS = {Role.REVIEW: ("工作回顾", "review"), Role.PLAN: ("工作安排", "plan")}
LineOf = Callable[[int], int]


def outline_remarks(
    sections: tuple[Section, ...],
    headings: tuple[Chosen, ...],
    length: int,
    line_of: LineOf,
) -> tuple[Diagnostic, ...]:
    """Return what is unsure in an outline, at most a handful.

    Args:
        sections: The outline.
        headings: What its sections were made of, one each.
        length: Characters of the report.
        line_of: Gives the 1-based line of a source position.
    """
    tops = {s.role for s in sections if s.level == 1}
    found = []
    if Role.REVIEW not in tops or not any(role in tops for role in AHEAD):
        found.append(Diagnostic("outline-incomplete", _INCOMPLETE))
    seconds = sum(s.level == 2 and not h.attached for s, h in zip(sections, headings, strict=True))
    if length >= _LONG and seconds < _FEW:
        found.append(Diagnostic("few-sections", _few(seconds)))
    doubted = [
        Diagnostic(heading.doubt.value, _doubt(section, heading.doubt), line_of(section.span.start))
        for section, heading in zip(sections, headings, strict=True)
        if heading.doubt is not None
    ]
    return (*found, *doubted[:_MOST], *_skipped(sections, headings, line_of)[:_MOST])


_INCOMPLETE = Message(
    "没有同时找到工作回顾和工作安排两部分，请核对大纲。",
    "Not both a review and a plan were found; please check the outline.",
)


def _few(n_sections: int) -> Message:
    return Message(
        f"报告很长，却只找到{n_sections}个二级标题，请核对大纲。",
        f"The report is long, yet has only {n_sections} headings of level 2; "
        "please check the outline.",
    )


def _doubt(section: Section, doubt: Doubt) -> Message:
    zh, en = _PARTS.get(section.role, ("这一部分", "part"))
    heading = section.heading.replace("\n", "")
    if doubt is Doubt.LOST:
        return Message(
            f"“{zh}”没有找到标题，按文意从这里开始，请核对。",
            f"The {en} has no heading; by its words it begins here. Please check.",
        )
    if doubt is Doubt.PLACE:
        return Message(
            f"“{heading}”按所在位置认作“{zh}”的标题，请核对。",
            f"“{heading}” was taken for the heading of the {en} by its place. Please check.",
        )
    return Message(
        f"“{heading}”属于“{zh}”只是按正文用词推断的，请核对。",
        f"That “{heading}” belongs to the {en} follows from the words of its text alone. "
        "Please check.",
    )


def _skipped(
    sections: tuple[Section, ...], headings: tuple[Chosen, ...], line_of: LineOf
) -> list[Diagnostic]:
    """Remark on numbers that skip one (一、三、): a heading may have been lost or misread."""
    last: dict[tuple[int | None, NumberKind], int] = {}
    found = []
    for section, heading in zip(sections, headings, strict=True):
        number = number_at(section.number)
        if number is None or number.kind not in _COUNTED or heading.attached:
            continue
        key = (section.parent, number.kind)
        before = last.get(key, 0)
        last[key] = number.value
        if number.value > before + 1:
            remark = Message(
                f"“{section.number}”之前缺少序号，可能有标题没有识别。",
                f"A number is missing before {section.number}; a heading may have been overlooked.",
            )
            found.append(Diagnostic("number-skipped", remark, line_of(section.span.start)))
    return found


def ending_remarks(
    paragraphs: tuple[Paragraph, ...], roles: tuple[Role, ...], cues: RoleCues
) -> tuple[Diagnostic, ...]:
    """Say so when a report that is read out has no closing words (…而努力奋斗！) near its end."""
    ends = (Role.PLAN, Role.SELF, Role.OUTLOOK)
    first = next((i for i, role in enumerate(roles) if role in ends), None)
    if first is None or Role.CLOSING in roles[first:]:
        return ()
    rally = any_pattern(cues.closing.words)
    tail = int(len(paragraphs) * _BEFORE_TAIL)  # a glossary may follow the closing words
    if any(p.text.endswith("！") and rally.search(p.text) for p in paragraphs[tail:]):
        return ()
    remark = Message(
        "没有找到结尾的话，文本可能不完整。",
        "No closing words were found; the text may be cut off.",
    )
    return (Diagnostic("ending-missing", remark, paragraphs[-1].last),)
