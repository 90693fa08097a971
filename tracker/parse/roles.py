"""Gives every paragraph its role, from its section and from its own cue words."""

import re

from tracker.model.outline import Role
from tracker.parse.headings import Style
from tracker.parse.lexicon import RoleCues, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.tops import Chosen

_MIN_FIGURES = 3
"""Figures in a paragraph of headline targets: growth, income and prices at the least."""
_FEW_FIGURES = 2
"""Figures in a line of a list of targets that was announced as one."""
_FIGURE = re.compile(r"\d[\d.]*")
_ANNOUNCES_TARGETS = re.compile(r"预期目标(?:是|为|如下)?[：:]$")
_OPENING = 100
_MAX_SALUTATION = 8
# 过去的一年，面对疫情等困难和挑战，全市…: who faced troubles goes on to tell what was done.
_FACED = re.compile(
    r"(?:面对|应对|克服|战胜|迎战|直面)[^，。；]{0,60}?(?:困难|问题|挑战)"
    r"(?:(?:和|与|、)(?:困难|问题|挑战|考验|不足))?(?=[，。；等])"
)
_ATTACHMENT_LABEL = re.compile("附.{0,6}")
_CLOSING_PARAGRAPHS = 8
"""How many paragraphs from the end the closing words may begin."""
_TARGET_TABLE = re.compile(r"目标（?见?附?表\d|^上述(主要)?(预期)?目标")
_SEVERAL_YEARS = re.compile(r"纲要|[一二三四五]五”?(时期|末|规划)|五年|到20\d\d年|20[2-5][05]年")


class RoleReader:
    """Walks through the paragraphs in order; what came before decides what may follow."""

    def __init__(self, cues: RoleCues, plan_year: int | None) -> None:
        self._this_year = f"{plan_year}年" if plan_year else "今年"
        self._opening = any_pattern(cues.closing.opening)
        self._rally = any_pattern(cues.closing.words)
        self._thanks = any_pattern(cues.thanks.words)
        self._acknowledge = any_pattern(cues.problems.acknowledge)
        self._admission = any_pattern(cues.problems.admission)
        self._trouble = any_pattern(cues.problems.trouble)
        self._targets = any_pattern(cues.targets.words)
        self._figures = any_pattern(cues.targets.figures)
        self._army = any_pattern(cues.army.words)
        self._forward = any_pattern(cues.outlook.forward)

    def assign(
        self, paragraphs: tuple[Paragraph, ...], headings: tuple[Chosen, ...], front: int
    ) -> tuple[Role, ...]:
        """Return one role per paragraph; the first ``front`` ones are the head."""
        by_paragraph: dict[int, list[Chosen]] = {}
        for heading in headings:
            by_paragraph.setdefault(heading.candidate.paragraph, []).append(heading)
        last = max((p.index for p in paragraphs if len(p.text) > 30), default=-1)
        roles: list[Role] = []
        state = _State()
        opened = {i for i, found in by_paragraph.items() if _opens(found[0])}
        tasks = _last_sections(headings)
        for paragraph in paragraphs:
            inside = by_paragraph.get(paragraph.index, [])
            state.before_tasks = not state.deep and paragraph.index < tasks.get(state.part, -1)
            if state.before_tasks and inside and not (paragraph.index in opened or inside[0].role):
                inside = []  # 做好今年工作，要把握以下几点：一是… stands above the tasks
            for heading in inside:
                state.enter(heading)
            if paragraph.in_table:
                roles.append(Role.TABLE)
            elif paragraph.index < front:
                roles.append(Role.FRONT)
            else:
                roles.append(self._role(paragraph, state, heads=bool(inside)))
        self._salute(paragraphs, roles, by_paragraph, front)
        attached = [h for h in headings if h.attached and h.role]
        end = attached[0].candidate.paragraph if attached else last + 1
        found = list(self._closing(paragraphs, roles, end))
        for heading in attached:
            label = heading.candidate.paragraph - 1
            if label >= front and _ATTACHMENT_LABEL.fullmatch(paragraphs[label].text):
                found[label] = heading.role or found[label]
        return tuple(found)

    def _salute(
        self,
        paragraphs: tuple[Paragraph, ...],
        roles: list[Role],
        headings: dict[int, list[Chosen]],
        front: int,
    ) -> None:
        """Let a salutation on a line of its own go with the paragraph that it opens."""
        for i in range(len(paragraphs) - 2, front - 1, -1):
            text = paragraphs[i].text
            opens = len(text) <= _MAX_SALUTATION and self._opening.match(text)
            tops = [h for h in headings.get(i + 1, ()) if h.level == 1]
            if opens and i not in headings and not tops:
                roles[i] = roles[i + 1]

    def _role(self, paragraph: Paragraph, state: "_State", *, heads: bool) -> Role:
        if state.passing and not heads:
            state.role, state.passing = state.top, False
        base = state.role
        text = paragraph.text
        if base in (Role.PLAN, Role.OUTLOOK) and self._goes_on_with_targets(text, state):
            state.seen_targets = True
            return Role.TARGETS
        if heads:
            admits = base is Role.REVIEW and self._admission.search(text[:_OPENING])
            state.own = Role.PROBLEMS if admits else None
            thanks = base is Role.REVIEW and not state.numbered and self._gives_thanks(text)
            return Role.CLOSING if thanks else state.own or base
        if base is Role.SELF and self._opening.match(text) and self._army.search(text[:_OPENING]):
            return Role.PLAN  # 各位代表！驻地部队… follows the part on the government's own work
        if base is Role.REVIEW:
            state.own = self._looking_back(text, state.own)
        elif base is Role.PLAN and not state.deep:
            state.own = self._before_tasks(text, state)
        elif base in (Role.PLAN, Role.OUTLOOK) and self._is_targets_of_the_year(text):
            return Role.TARGETS
        return state.own or base

    def _looking_back(self, text: str, before: Role | None) -> Role | None:
        if self._acknowledge.search(_FACED.sub("", text[:120])) and self._trouble.search(text):
            return Role.PROBLEMS
        if self._gives_thanks(text):
            return Role.CLOSING
        return before if before is Role.PROBLEMS else None

    def _gives_thanks(self, text: str) -> bool:
        return bool(self._thanks.search(text)) and bool(re.search("感谢|敬意", text))

    def _before_tasks(self, text: str, state: "_State") -> Role:
        """In a plan: requirements, then headline targets, then tasks."""
        if self._is_targets_of_the_year(text) or _TARGET_TABLE.search(text):
            state.seen_targets = True
            return Role.TARGETS
        done = state.seen_targets and not state.before_tasks
        if done or self._forward.search(text[-80:]):
            return Role.PLAN
        return Role.OUTLOOK

    def _goes_on_with_targets(self, text: str, state: "_State") -> bool:
        """Tell whether a line announces the targets (今年的主要预期目标是：) or lists them."""
        if _ANNOUNCES_TARGETS.search(text[-_OPENING:]) and not _SEVERAL_YEARS.search(text[:60]):
            state.announced = True
            return True
        figures = len(_FIGURE.findall(text)) + text.endswith((";", "；"))
        state.announced = state.announced and figures >= _FEW_FIGURES
        return state.announced

    def _is_targets(self, text: str) -> bool:
        return bool(self._targets.search(text)) and len(self._figures.findall(text)) >= _MIN_FIGURES

    def _is_targets_of_the_year(self, text: str) -> bool:
        opening = text[:60]
        this_year = "今年" in text[:_OPENING] or self._this_year in text[:_OPENING]
        several = _SEVERAL_YEARS.search(opening) and not this_year
        return self._is_targets(text) and not several

    def _closing(
        self, paragraphs: tuple[Paragraph, ...], roles: list[Role], end: int
    ) -> tuple[Role, ...]:
        """Find the closing words before ``end``, where attachments begin."""
        end = next((i for i, r in enumerate(roles[:end]) if r is Role.GLOSSARY), end)
        ahead = (Role.PLAN, Role.SELF, Role.OUTLOOK)
        for i in range(end - 1, max(-1, end - _CLOSING_PARAGRAPHS), -1):
            text = paragraphs[i].text
            before = paragraphs[i - 1].text if i else ""
            opened = self._opening.match(text) or (len(before) <= 8 and self._opening.match(before))
            last = i == end - 1 and text.endswith("！")
            if roles[i] in ahead and (opened or last) and self._rally.search(text):
                for n in range(i, end):
                    if roles[n] in ahead:
                        roles[n] = Role.CLOSING
                if len(before) <= 8 and roles[i - 1] in ahead:
                    roles[i - 1] = Role.CLOSING
                break
        return tuple(roles)


def _opens(heading: Chosen) -> bool:
    """Tell whether a heading stands at the beginning of its paragraph."""
    candidate = heading.candidate
    number = len(candidate.numbering.text) if candidate.numbering else 0
    return candidate.start <= number


def _last_sections(headings: tuple[Chosen, ...]) -> dict[int, int]:
    """Return the paragraph of the last section of each part, by that of the part."""
    found: dict[int, int] = {}
    part = -1
    for heading in headings:
        if heading.level == 1:
            part = heading.candidate.paragraph
        elif heading.level == 2 and _opens(heading):
            found[part] = heading.candidate.paragraph
    return found


class _State:
    """Where in the outline the walk stands."""

    def __init__(self) -> None:
        self.top = Role.REVIEW
        self.role = Role.REVIEW
        self.own: Role | None = None
        self.deep = False
        self.numbered = False
        self.passing = False
        self.seen_targets = False
        self.announced = False
        self.planned = False
        self.part = -1
        self.before_tasks = False

    def enter(self, heading: Chosen) -> None:
        """Go on to a heading."""
        self.numbered = heading.candidate.style is not Style.LEAD
        if heading.level == 1:
            self.part = heading.candidate.paragraph
            self.top = heading.role or self.top
            again = self.planned and self.top is Role.PLAN
            self.role, self.deep, self.seen_targets = self.top, heading.attached or again, False
            self.planned = self.planned or self.top is Role.PLAN
        elif heading.level == 2:
            self.role, self.deep = heading.role or self.top, True
            self.passing = heading.role is Role.REVIEW and self.top is Role.OUTLOOK
        self.own = None
