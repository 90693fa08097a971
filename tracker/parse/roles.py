"""Gives every paragraph its role, from its section and from its own cue words."""

import re

from tracker.model.outline import Role
from tracker.parse.lexicon import Patterns, RoleCues, any_of
from tracker.parse.lines import Paragraph
from tracker.parse.sections import Chosen

_MIN_FIGURES = 3
_SELF_WORDS = 5


class RoleReader:
    """Walks through the paragraphs in order; what came before decides what may follow."""

    def __init__(self, cues: RoleCues) -> None:
        self._opening = any_of(cues.closing.opening)
        self._rally = any_of(cues.closing.words)
        self._thanks = any_of(cues.thanks.words)
        self._acknowledge = any_of(cues.problems.acknowledge)
        self._trouble = any_of(cues.problems.trouble)
        self._targets = any_of(cues.targets.words)
        self._figures = any_of(cues.targets.figures)
        self._forward = any_of(cues.outlook.forward)

    def assign(
        self, paragraphs: tuple[Paragraph, ...], headings: tuple[Chosen, ...]
    ) -> tuple[Role, ...]:
        """Return one role per paragraph."""
        by_paragraph: dict[int, list[Chosen]] = {}
        for heading in headings:
            by_paragraph.setdefault(heading.candidate.paragraph, []).append(heading)
        last = max((p.index for p in paragraphs if len(p.text) > 30), default=-1)
        first_top = min(by_paragraph, default=len(paragraphs))
        roles: list[Role] = []
        state = _State()
        for paragraph in paragraphs:
            for heading in by_paragraph.get(paragraph.index, ()):
                state.enter(heading)
            if paragraph.in_table:
                roles.append(Role.TABLE)
            elif paragraph.index < first_top:
                roles.append(Role.FRONT)
            else:
                heads = paragraph.index in by_paragraph
                roles.append(self._role(paragraph, state, heads=heads))
        return self._closing(paragraphs, roles, last)

    def _role(self, paragraph: Paragraph, state: "_State", *, heads: bool) -> Role:
        base = state.role
        if heads:
            state.own = None
            return base
        text = paragraph.text
        if base is Role.REVIEW:
            state.own = self._looking_back(text, state.own)
        elif base is Role.PLAN and not state.deep:
            state.own = self._before_tasks(text, state)
        elif base is Role.PLAN and self._is_targets(text):
            return Role.TARGETS
        return state.own or base

    def _looking_back(self, text: str, before: Role | None) -> Role | None:
        if self._acknowledge.search(text[:120]) and self._trouble.search(text):
            return Role.PROBLEMS
        if self._thanks.search(text) and re.search("感谢|敬意", text):
            return Role.CLOSING
        return before if before is Role.PROBLEMS else None

    def _before_tasks(self, text: str, state: "_State") -> Role:
        """In a plan: requirements, then headline targets, then tasks."""
        if self._is_targets(text):
            state.seen_targets = True
            return Role.TARGETS
        if state.seen_targets or self._forward.search(text[-80:]):
            return Role.PLAN
        return Role.OUTLOOK

    def _is_targets(self, text: str) -> bool:
        return bool(self._targets.search(text)) and len(self._figures.findall(text)) >= _MIN_FIGURES

    def _closing(
        self, paragraphs: tuple[Paragraph, ...], roles: list[Role], last: int
    ) -> tuple[Role, ...]:
        end = next((i for i, r in enumerate(roles) if r is Role.GLOSSARY), last + 1)
        for i in range(end - 1, -1, -1):
            text = paragraphs[i].text
            if roles[i] in (Role.PLAN, Role.SELF, Role.OUTLOOK) and (
                self._rally.search(text) and self._opening.match(text)
            ):
                roles[i] = Role.CLOSING
            elif len(text) > 20:
                break
        return tuple(roles)


class _State:
    """Where in the outline the walk stands."""

    def __init__(self) -> None:
        self.top = Role.FRONT
        self.role = Role.FRONT
        self.own: Role | None = None
        self.deep = False
        self.seen_targets = False

    def enter(self, heading: Chosen) -> None:
        """Go on to a heading."""
        if heading.level == 1:
            self.top = heading.role or (self.top if self.top is not Role.FRONT else Role.REVIEW)
            self.role, self.deep, self.seen_targets = self.top, False, False
        elif heading.level == 2:
            self.role, self.deep = heading.role or self.top, True
        self.own = None


def speaks_of(words: Patterns, text: str) -> int:
    """Return how many of the cue words a text holds, each counted once."""
    return sum(bool(re.search(word, text)) for word in words)


def looks_like_own_work(words: Patterns, text: str) -> bool:
    """Tell whether a section's text speaks of government's own work from several sides."""
    return speaks_of(words, text) >= _SELF_WORDS
