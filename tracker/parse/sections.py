"""Chooses the headings inside the top parts and gives them levels 2 and 3."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from tracker.model.outline import Role
from tracker.parse.custom import Run, by_custom
from tracker.parse.headings import MAX_LEAD, Candidate, Style
from tracker.parse.inline import (
    dividing_leads,
    inline_ordinals,
    label_leads,
    loose_leads,
    shared_leads,
)
from tracker.parse.lexicon import HeadingCues, LeadCues, any_pattern
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import NumberKind
from tracker.parse.said import NOTHING_SAID
from tracker.parse.self_work import (
    is_own_work,
    self_heading,
    speaks_of_own_work,
    touches_own_work,
)
from tracker.parse.top_roles import TopReader
from tracker.parse.tops import BY_WORD, Chosen, top_headings

_LIST_KINDS = (NumberKind.DASH, NumberKind.ORDINAL)
_COMMAS = re.compile("，")
_MAX_SHORT_LEAD = 26
"""Characters of a first sentence that is a heading without an opening its siblings share: 93 % of
208 annotated ones are no longer."""
_MIN_REST = 40
"""Characters that follow a heading that is a first sentence."""
_OPENING = 4
"""Characters that siblings share (坚定不移…, 持之以恒…)."""
_MANY = 3
"""So many siblings make a first sentence of any length a heading."""
_MAX_CUTS = 2
"""So many paragraphs go on with a section."""
_Key = tuple[Style, NumberKind, int]
"""How headings of one level stand: style, number, look."""
_INLINE_REASON = "one of several inside the paragraph"


def choose_headings(
    paragraphs: tuple[Paragraph, ...],
    candidates: tuple[Candidate, ...],
    plan_year: int | None,
    cues: HeadingCues,
    said: Mapping[int, int] = NOTHING_SAID,
    front: int = 0,
) -> tuple[Chosen, ...]:
    """Return the headings of a report in reading order.

    Args:
        paragraphs: Those of the report without what is attached to it.
        candidates: Its possible headings.
        plan_year: Year the report plans for, where it is known.
        cues: Heading words.
        said: Levels that a person gave to paragraphs, by index; all of them are kept.
        front: Number of paragraphs of the head.
    """
    named = top_headings(candidates, plan_year, cues, said)
    tops = TopReader(paragraphs, cues, front).read(named, candidates, plan_year)
    starts = [c.candidate.paragraph for c in tops]
    found: list[Chosen] = []
    bounds = [*starts, len(paragraphs)]
    for i, top in enumerate(tops):
        found.append(top)
        if top.role is Role.GLOSSARY:
            continue
        inside = tuple(c for c in candidates if bounds[i] < c.paragraph < bounds[i + 1])
        body = paragraphs[bounds[i] + 1 : bounds[i + 1]]
        found.extend(_PartReader(paragraphs, inside, body, top.role, cues, said).read())
    kept = {chosen.candidate.paragraph for chosen in found if chosen.said}
    found += [
        Chosen(c, said[c.paragraph], None, BY_WORD, said=True)
        for c in candidates
        if c.paragraph not in kept and said.get(c.paragraph)
    ]
    return tuple(sorted(found, key=lambda x: (x.candidate.paragraph, x.candidate.start)))


class _PartReader:
    """Walks through one top part and gives its headings levels 2 and 3."""

    def __init__(
        self,
        paragraphs: tuple[Paragraph, ...],
        candidates: tuple[Candidate, ...],
        body: tuple[Paragraph, ...],
        role: Role | None,
        cues: HeadingCues,
        said: Mapping[int, int],
    ) -> None:
        self._paragraphs = paragraphs
        self._candidates = {c.paragraph: c for c in candidates}
        self._body = body
        self._role = role
        self._cues = cues
        self._said = said
        self._period = any_pattern(cues.lead.period)
        self._turn = any_pattern(cues.lead.turn)
        self._whole = any_pattern(cues.lead.whole)
        self._announce = any_pattern(cues.lead.announce)
        self._looks_back = any_pattern(cues.lead.looks_back)
        self._stack: list[_Key] = []
        self._accepted = _accepted_leads(candidates, cues.lead)
        self._own_work = any_pattern(cues.self_work.topic)
        self._in_self = role is Role.SELF

    def read(self) -> list[Chosen]:
        """Return the headings of the part, in order."""
        found: list[Chosen] = []
        chosen: Chosen | None = None
        for paragraph in self._body:
            candidate = self._candidates.get(paragraph.index)
            first = chosen is not None and not chosen.candidate.rest
            if candidate is None and self._turns(paragraph.text, first=first):
                self._stack = []
            chosen = self._choose(paragraph, candidate)
            if chosen is not None and chosen.level <= 3:
                found.append(chosen)
        return self._with_loose(self._with_inline(self._with_own_work(found)))

    def _turns(self, text: str, *, first: bool) -> bool:
        """Tell whether a paragraph without a heading leaves the section before it.

        The first below a heading does not do so by speaking of the work as a whole.
        """
        if not first and self._whole.match(text):
            return True
        in_list = bool(self._stack) and self._stack[-1][1] in _LIST_KINDS
        announces = in_list and self._announce.search(text[-30:])
        return bool(self._turn.match(text) or announces or self._sums_up(text))

    def _sums_up(self, text: str) -> bool:
        """Tell whether a short line looks back on a period as a whole (五年来，我们的体会是：)."""
        short = len(text) <= MAX_LEAD and text.endswith(("：", ":"))
        return short and bool(self._looks_back.match(text))

    def _with_own_work(self, found: list[Chosen]) -> list[Chosen]:
        """Give the section on government's own work at the end of a plan its role."""
        if self._role is not Role.PLAN:
            return found
        seconds = [i for i, heading in enumerate(found) if heading.level == 2]
        bounds = [found[i].candidate.paragraph for i in seconds]
        bounds.append(self._body[-1].index + 1 if self._body else 0)
        for n, i in enumerate(seconds):
            text = self._text(bounds[n], bounds[n + 1])
            last = n >= len(seconds) - 2
            if is_own_work(found[i].candidate.text, text, self._cues.self_work, last=last):
                found[i] = replace(found[i], role=Role.SELF)
        self._mark_leads(found, seconds, bounds)
        return found

    def _mark_leads(self, found: list[Chosen], seconds: list[int], bounds: list[int]) -> None:
        """Give the last of neighbouring leads, if together they tell of own work, its role."""
        start = 0
        for n in range(1, len(seconds) + 1):
            if n < len(seconds) and found[seconds[n]].candidate.style is Style.LEAD:
                continue
            first = n
            while first > start + 1 and touches_own_work(
                self._text(bounds[first - 1], bounds[first]), self._cues.self_work
            ):
                first -= 1
            texts = (p.text for p in self._paragraphs[bounds[first] : bounds[n]])
            if n - first >= 2 and speaks_of_own_work(texts, self._cues.self_work):
                for i in seconds[first:n]:
                    found[i] = replace(found[i], role=Role.SELF)
            start = n

    def _text(self, start: int, end: int) -> str:
        """Text of a section up to where the report turns to something else."""
        texts = [p.text for p in self._paragraphs[start:end]]
        turn = next((i for i, t in enumerate(texts[1:], 1) if self._turn.match(t)), len(texts))
        return "".join(texts[:turn])

    def _with_inline(self, found: list[Chosen]) -> list[Chosen]:
        """Add the headings inside level-2 paragraphs that have no level-3 headings of their own."""
        inner: dict[int, tuple[Candidate, ...]] = {}
        headed = {x.candidate.paragraph for x in found}
        runs: dict[NumberKind, dict[int, Run]] = {}
        for i, heading in enumerate(found):
            followed = i + 1 < len(found) and found[i + 1].level > 2
            if heading.level != 2 or followed:
                continue
            paragraph = self._paragraphs[heading.candidate.paragraph]
            inner[i] = inline_ordinals(paragraph, heading.candidate)
            if not inner[i]:
                run = Run(heading.candidate, paragraph, *self._goes_on(heading.candidate, headed))
                runs.setdefault(heading.candidate.kind, {})[i] = run
                inner[i] = label_leads(paragraph, heading.candidate) or dividing_leads(
                    paragraph, heading.candidate
                )
        for siblings in runs.values():
            inner.update({i: found for i, found in by_custom(siblings).items() if found})
        complete: list[Chosen] = []
        for i, heading in enumerate(found):
            complete.append(heading)
            complete.extend(Chosen(c, 3, None, _INLINE_REASON) for c in inner.get(i, ()))
        return complete

    def _goes_on(self, heading: Candidate, headed: set[int]) -> list[Paragraph]:
        """Return the paragraphs without a heading into which a run-in section goes on.

        More than a few are not cut by lines or pages: the report divides the section by them.
        """
        found: list[Paragraph] = []
        if not heading.rest:
            return found
        for paragraph in self._body:
            if paragraph.index <= heading.paragraph:
                continue
            ended = paragraph.index in headed or paragraph.index in self._said
            if ended or paragraph.in_table or self._turns(paragraph.text, first=False):
                break
            found.append(paragraph)
        return found if len(found) <= _MAX_CUTS else []

    def _with_loose(self, found: list[Chosen]) -> list[Chosen]:
        """Add the headings inside paragraphs that have no heading of their own.

        Right below the part any will do; below other headings they must share their opening.
        """
        level = {x.candidate.paragraph: (x.level, x.candidate.style) for x in found}
        alone = {x.candidate.paragraph for x in found if not x.candidate.rest}
        complete: dict[int, list[Chosen]] = {}
        under = 2
        below = False
        for paragraph in self._body:
            if paragraph.index in level:
                depth, style = level[paragraph.index]
                under, below = 2 if style is Style.LEAD and depth == 2 else 3, True
            elif paragraph.index not in self._said:
                first = paragraph.index - 1 in alone
                whole = not first and self._whole.match(paragraph.text)
                if whole or self._turn.match(paragraph.text):
                    under, below = 2, False
                leads = shared_leads(paragraph, self._period)
                leads = leads if leads or below else loose_leads(paragraph)
                if leads:
                    complete[paragraph.index] = [
                        Chosen(c, under, self._past(c), _INLINE_REASON) for c in leads
                    ]
        for chosen in found:
            complete.setdefault(chosen.candidate.paragraph, []).append(chosen)
        return [chosen for at in sorted(complete) for chosen in complete[at]]

    def _choose(self, paragraph: Paragraph, candidate: Candidate | None) -> Chosen | None:
        if paragraph.index in self._said:
            return self._by_word(candidate, self._said[paragraph.index])
        if candidate is not None and (candidate.numbering or candidate.style is Style.BARE):
            chosen = self._numbered(candidate)
            if chosen.level == 2 and self._role is not Role.SELF:
                self._in_self = bool(self._own_work.search(candidate.text))
            return chosen
        accepted = candidate is not None and paragraph.index in self._accepted
        is_topic = candidate is not None and self._own_work.search(candidate.text)
        sibling = self._role is Role.REVIEW and accepted and not is_topic
        if not self._in_self and self._role is not Role.OUTLOOK and not sibling:
            own = self_heading(paragraph, self._cues.self_work, has_lead=candidate is not None)
            if own is not None:
                self._stack = []
                own_role = self._role if self._role is Role.REVIEW else Role.SELF
                return Chosen(own, 2, own_role, "paragraph on the government's own work")
        if candidate is None or paragraph.index not in self._accepted:
            return None
        if self._role is Role.REVIEW and not self._stack:
            self._in_self = bool(is_topic)
        reason = self._accepted[paragraph.index]
        return Chosen(candidate, 2 + len(self._stack), self._past(candidate), reason)

    def _past(self, candidate: Candidate) -> Role | None:
        """Return the role of a lead that looks back inside a part that looks ahead."""
        past = self._role is Role.OUTLOOK and self._looks_back.match(candidate.text)
        return Role.REVIEW if past else None

    def _by_word(self, candidate: Candidate | None, level: int) -> Chosen | None:
        """Take a person's level; what follows is levelled as if it had been found there."""
        if candidate is None or not level:
            return None
        del self._stack[level - 2 :]
        if candidate.style is not Style.LEAD:
            self._stack += [(Style.BARE, NumberKind.NONE, 0)] * (level - 2 - len(self._stack))
            self._stack.append((candidate.style, candidate.kind, candidate.look))
        if level == 2 and self._role is not Role.SELF:
            self._in_self = bool(self._own_work.search(candidate.text))
        return Chosen(candidate, level, None, BY_WORD, said=True)

    def _numbered(self, candidate: Candidate) -> Chosen:
        key = (candidate.style, candidate.kind, candidate.look)
        if key in self._stack:
            del self._stack[self._stack.index(key) + 1 :]
        else:
            while self._stack and _ends(self._stack[-1], candidate):
                self._stack.pop()
            self._stack.append(key)
        level = 1 + len(self._stack)
        reason = candidate.kind.name.lower() if candidate.numbering else "bare line"
        return Chosen(candidate, level, None, f"{reason}, {len(self._stack)} deep in its part")


def _ends(above: _Key, candidate: Candidate) -> bool:
    """Tell whether a heading of a new kind closes the section above rather than divides it."""
    _, kind, look = above
    if candidate.kind is NumberKind.NONE:
        return candidate.look > 0 and look > candidate.look
    return kind is not NumberKind.NONE and kind >= candidate.kind


def _accepted_leads(candidates: tuple[Candidate, ...], cues: LeadCues) -> dict[int, str]:
    """Return the paragraphs whose first sentence is a heading, with the reason.

    A first sentence alone proves nothing: it needs siblings that are built like it. The longer it
    is, the less follows it, and the more texts open with its words, the more siblings it needs.
    """
    leads = [c for c in candidates if c.style is Style.LEAD]
    period, stop = any_pattern(cues.period), any_pattern(cues.stop)
    matches = ((c, period.match(c.text)) for c in leads)
    openings = {c: c.text[: m.end() + c.text.startswith("，", m.end())] for c, m in matches if m}
    times = Counter(openings.values())
    alike = Counter(c.text[:_OPENING] for c in leads)
    found: dict[int, str] = {}
    for c in leads:
        siblings = times[openings[c]] if c in openings else 0
        weak = len(c.text) > MAX_LEAD or c.rest < _MIN_REST or stop.match(c.text)
        if siblings >= (_MANY if weak else 2) and not _announces(c, cues):
            found[c.paragraph] = f"{siblings} paragraphs open with {openings[c]}"
        elif c in openings or stop.match(c.text):
            continue
        elif (
            len(c.text) <= _MAX_SHORT_LEAD
            and len(_COMMAS.findall(c.text)) <= 1
            and c.rest >= _MIN_REST
        ):
            found[c.paragraph] = "short first sentence"
        elif alike[c.text[:_OPENING]] >= _MANY and c.rest >= _MIN_REST:
            found[c.paragraph] = f"{alike[c.text[:_OPENING]]} paragraphs open alike"
    if len(found) < 2:
        return {}
    return found


def _announces(candidate: Candidate, cues: LeadCues) -> bool:
    return candidate.rest == 0 and bool(any_pattern(cues.announce).search(candidate.text + "："))
