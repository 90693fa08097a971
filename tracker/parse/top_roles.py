"""Tells which way the top parts look, and finds those whose heading was lost (回顾 or 安排)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.model.outline import Role
from tracker.parse.heading_roles import role_of_heading
from tracker.parse.headings import LEAD_END, Candidate, Style, candidate_in
from tracker.parse.lexicon import HeadingCues, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import NumberKind
from tracker.parse.self_work import speaks_of_own_work
from tracker.parse.tops import AHEAD, Chosen, Doubt
from tracker.parse.turn import (
    CLEARLY_AHEAD,
    CLEARLY_BACK,
    balance,
    find_turn,
    share_of_results,
)

_MAX_SELF = 3000
"""Longest part on government's own work, in characters: seen are 300 to 2,000."""
_MIN_LOST = 1200
"""Characters of text that a part has whose heading was lost; openings of parts are shorter."""
_REACH = 12
"""Paragraphs around the turn of a text among which the heading of the plan is looked for."""
_MAX_CLAUSE = 30
"""Characters of the clause that stands for a heading that was lost."""


class TopReader:
    """Reads the directions of top parts off their headings, words and places."""

    def __init__(self, paragraphs: tuple[Paragraph, ...], cues: HeadingCues, front: int) -> None:
        self._paragraphs = paragraphs
        self._cues = cues
        self._front = front
        self._backward = any_pattern(cues.direction.backward)

    def read(
        self,
        tops: tuple[Chosen, ...],
        candidates: tuple[Candidate, ...],
        plan_year: int | None,
    ) -> tuple[Chosen, ...]:
        """Return the top headings with their roles, those added that the text lost."""
        found = self._with_roles(tops)
        completion = _Completion(self._paragraphs, candidates, self._cues, self._front, plan_year)
        found = completion.complete(found)
        if not any(top.role is Role.PLAN for top in found):
            outlooks = [i for i, top in enumerate(found) if top.role is Role.OUTLOOK]
            if outlooks:
                last = replace(found[outlooks[-1]], role=Role.PLAN)
                found = (*found[: outlooks[-1]], last, *found[outlooks[-1] + 1 :])
        return found

    def _with_roles(self, tops: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
        """Give the top parts that name no role one by their place and their words.

        What follows a named review plans; where nothing is named, a part looks the way most of its
        words look, and once the text looks ahead it does not look back again.
        """
        found: list[Chosen] = []
        bounds = [*(top.candidate.paragraph for top in tops), len(self._paragraphs)]
        named = any(top.role is Role.REVIEW for top in tops)
        for i, top in enumerate(tops):
            texts = [p.text for p in self._paragraphs[bounds[i] : bounds[i + 1]]]
            before = found[-1].role if found else None
            if top.role is None:
                found.append(self._unnamed(top, texts, before, named=named))
            elif not found and not named and top.role in AHEAD:
                found.append(self._misnamed(top, texts))
            elif top.role is Role.PLAN and before in AHEAD and self._is_own(texts):
                found.append(replace(top, role=Role.SELF, reason=f"{top.reason}; own work"))
            else:
                found.append(top)
        return tuple(found)

    def _unnamed(
        self, top: Chosen, texts: list[str], before: Role | None, *, named: bool
    ) -> Chosen:
        may_look_back = before is None or (before is Role.REVIEW and not named)
        share = share_of_results(texts, self._cues.direction)
        if may_look_back:
            done, intended = balance(texts, self._cues.direction)
            role = Role.REVIEW if done >= intended else Role.PLAN
            unsure = share is None or CLEARLY_AHEAD < share < CLEARLY_BACK
            reason = f"{done} words tell results, {intended} intentions"
            return replace(
                top,
                role=role,
                reason=f"{top.reason}; {reason}",
                doubt=Doubt.WORDS if unsure else None,
            )
        own = before in AHEAD and self._is_own(texts)
        reason = "its words tell of own work" if own else "follows the review"
        return replace(top, role=Role.SELF if own else Role.PLAN, reason=f"{top.reason}; {reason}")

    def _is_own(self, texts: list[str]) -> bool:
        short = sum(map(len, texts)) <= _MAX_SELF
        return short and speaks_of_own_work(texts, self._cues.self_work)

    def _misnamed(self, top: Chosen, texts: list[str]) -> Chosen:
        """Let a first part whose words tell results look back, whatever its heading promises.

        本届政府的主要工作 names no year, 1999年政府工作回顾和2000年的目标任务 names two things.
        """
        before = self._paragraphs[self._front : top.candidate.paragraph]
        share = share_of_results(texts, self._cues.direction)
        if share is None or sum(len(p.text) for p in before) >= _MIN_LOST:
            return top
        bound = 0.5 if self._backward.search(top.candidate.text) else CLEARLY_BACK
        if share < bound:
            return top
        reason = f"{top.reason}; {share:.0%} of its words tell results"
        return replace(top, role=Role.REVIEW, reason=reason)


class _Completion:
    """Finds the top headings of a review or a plan that no name or number shows."""

    def __init__(
        self,
        paragraphs: tuple[Paragraph, ...],
        candidates: tuple[Candidate, ...],
        cues: HeadingCues,
        front: int,
        plan_year: int | None,
    ) -> None:
        self._paragraphs = paragraphs
        self._plan_year = plan_year
        self._candidates = {
            c.paragraph: c
            for c in candidates
            if c.style is Style.BARE or c.kind in (NumberKind.PART, NumberKind.CHINESE)
        }
        self._cues = cues
        self._front = front
        self._opener = any_pattern(cues.lead.opener)

    def complete(self, tops: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
        """Return the top headings, the missing review or plan added where the text shows it."""
        roles = [top.role for top in tops]
        if Role.REVIEW in roles and any(role in AHEAD for role in roles):
            return tops
        body = [top for top in tops if top.role is not Role.GLOSSARY]
        if Role.REVIEW not in roles and any(role in AHEAD for role in roles):
            end = body[0].candidate.paragraph
            lost = self._paragraphs[self._front : end]
            if sum(len(p.text) for p in lost) >= _MIN_LOST:
                return (self._opening(end, Role.REVIEW), *tops)
            return tops
        start = body[0].candidate.paragraph if body else self._front
        turned = self._turn(start, body)
        if turned is None:
            return tops
        first = () if body else (self._opening(turned.candidate.paragraph, Role.REVIEW),)
        found = [*first, *tops, turned]
        return tuple(sorted(found, key=lambda top: top.candidate.paragraph))

    def _opening(self, end: int, role: Role) -> Chosen:
        """Return the heading of what stands before ``end`` behind the head of the report."""
        at = self._front
        for i in range(at, min(at + 3, end)):
            if i in self._candidates:
                return self._by_place(self._candidates[i], role)
        return self._without(at, role)

    def _turn(self, start: int, body: list[Chosen]) -> Chosen | None:
        """Return the heading at which the text turns to what will be done."""
        taken = {top.candidate.paragraph for top in body}
        end = next(
            (t.candidate.paragraph for t in body if t.role not in (Role.REVIEW, None)),
            len(self._paragraphs),
        )
        at = find_turn([p.text for p in self._paragraphs[start:end]], self._cues.direction)
        if at is None:
            return None
        at += start
        near = [
            i
            for i in self._candidates
            if abs(i - at) <= _REACH and start < i < end and i not in taken
        ]
        if near:
            return self._by_place(self._candidates[min(near, key=lambda i: abs(i - at))], Role.PLAN)
        ahead = range(max(start + 1, at - _REACH), min(end, at + 2))
        opening = [i for i in ahead if self._opens(self._paragraphs[i].text)]
        return self._without(opening[-1] if opening else at, Role.PLAN)

    def _opens(self, text: str) -> bool:
        done, intended = balance((text,), self._cues.direction)
        return bool(self._opener.match(text)) and intended >= max(1, done)

    def _by_place(self, candidate: Candidate, role: Role) -> Chosen:
        named = role_of_heading(candidate.text, self._plan_year, self._cues)
        agrees = named is role or (named in AHEAD and role in AHEAD)
        return Chosen(
            candidate,
            1,
            named if named and agrees else role,
            "line at the turn of the text" + (" that names its part" if agrees else ""),
            doubt=None if agrees else Doubt.PLACE,
        )

    def _without(self, at: int, role: Role) -> Chosen:
        """Make a heading of the clause with which a part without a heading begins."""
        paragraph = self._paragraphs[at]
        text = paragraph.text
        sentence = LEAD_END.search(text)
        end = sentence.end() if sentence else len(text)
        if end > _MAX_CLAUSE:
            comma = re.compile("[，：；]").search(text, 4, _MAX_CLAUSE)
            end = comma.start() if comma else min(end, _MAX_CLAUSE)
        style = Style.LEAD if end < len(text) else Style.BARE
        candidate = candidate_in(paragraph, 0, end, style)
        return Chosen(
            candidate, 1, role, "the text turns here, without a heading", doubt=Doubt.LOST
        )


def looks_back(texts: Sequence[str], cues: HeadingCues) -> bool:
    """Tell whether at least as many words of a text tell results as tell intentions."""
    done, intended = balance(texts, cues.direction)
    return done >= intended
