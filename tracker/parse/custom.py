"""Finds the headings inside sibling paragraphs by the custom of the report.

In go the paragraphs of sibling sections, out come the sentences that head the text after them. A
short sentence alone proves nothing; what a report does in most siblings, it means. Who writes
发展现代都市农业。…推动农民持续增收。…改善农村人居环境。… writes them alike: of one length, or with
one opening.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tracker.parse.headings import LEAD_END, QUOTED, Candidate, Style, candidate_in
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import NumberKind, number_at

_MIN_LEAD, _MAX_LEAD = 5, 17
"""Characters: of 435 annotated leads inside paragraphs 98 % are no longer than 17."""
_MAX_SIBLING = 26
"""The same for a sentence that stands among leads as they do."""
_MIN_BODY = 50
"""Characters that follow a lead; less is the next sentence of the same topic."""
_MIN_ALIKE = 3
"""So many leads of one paragraph that open alike are a list; two may be chance."""
_ALL_ALIKE = 5
"""So many leads of one length show that it is kept to; of fewer, one character more is no sign."""
_MAX_PREAMBLE = 110
"""Characters between the heading of a paragraph and the first of its leads: of 95 paragraphs 94
have no more."""
_SHARE_OF_BODY, _MOST_BODY = 0.6, 2.0
"""Shares of the usual body of the leads between which the text before and after a longer sentence
lies, if it is one of them."""
_MUCH_LONGER = 1.25
"""How many times as long as the longest of three leads a sentence may be that is one of them."""
_LITTLE_BODY = 0.5
"""Share below which a lead that is not built like the others ends the topic before."""
_MOST = 0.6
"""Share of sibling paragraphs that hold leads from which leads are the custom among them."""
_CLEARLY_MOST = 2 / 3
"""Share of the leads of one length from which it decides between short sentences in a row."""
_OPENING = 3
"""Characters that leads share which hold 、 (更好地推动幼有所育、学有所教。)."""
_NOT_IN_LEAD = re.compile(r"[\d，、；：:！]")
_NOT_IN_SIBLING = re.compile(r"[\d，；：:！]")
_CLAUSES = re.compile(r"[，、；：:！]")
_MARKS = re.compile(r"[\W_]")
Leads = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    @property
    def size(self) -> int:
        return self.end - self.start

    @property
    def length(self) -> int:
        """Characters without marks: what parallel headings have in common."""
        return len(_MARKS.sub("", self.text))


class Run:
    """The sentences of a section that stand after its heading, up to the next heading.

    Args:
        above: The heading.
        paragraphs: Its own and those after it that have no heading.
    """

    def __init__(self, above: Candidate, *paragraphs: Paragraph) -> None:
        self._sentences = [
            _Sentence(paragraph, *bounds)
            for paragraph in paragraphs
            for bounds in _bounds(paragraph, above.end if paragraph is paragraphs[0] else 0)
        ]
        numbers = [number_at(s.text) for s in self._sentences]
        free = [i for i, number in enumerate(numbers) if number is None]
        self._short = [i for i in free if self._is_lead(i, _MAX_LEAD, _NOT_IN_LEAD)]
        self._longer = [
            i
            for i in free
            if i not in self._short and self._is_lead(i, _MAX_SIBLING, _NOT_IN_SIBLING)
        ]
        begun = {i for i, n in enumerate(numbers) if n and n.kind is NumberKind.ORDINAL}
        self._announcing = [
            i for i in free if i + 1 in begun and self._is_lead(i, _MAX_LEAD, _CLAUSES)
        ]

    def sure(self) -> Leads:
        """Return the short sentences that longer text follows."""
        return self._as_leads(self._sure())

    def n_short(self) -> int:
        """Return how many sentences are as short as leads, whatever follows them."""
        return len(self._short)

    def by_custom(self) -> Leads:
        """Return the headings among the sentences where headings are the custom.

        Sentences that are built like the sure ones join them, those that are not leave.
        """
        leads = self._with_longer(self._with_opening(self._parallel(self._sure())))
        return self._as_leads(self._without_strangers(leads))

    def alike(self) -> Leads:
        """Return those leads that open with the same word, if three or more do."""
        leads = self._with_opening(self._sure())
        texts = {i: self._sentences[i].text for i in leads}
        words = Counter(t[: 1 if t.startswith("要") else 2] for t in texts.values())
        word, times = words.most_common(1)[0] if words else ("", 0)
        if times < _MIN_ALIKE:
            return ()
        return self._as_leads([i for i in leads if texts[i].startswith(word)])

    def _is_lead(self, number: int, most: int, marks: re.Pattern[str]) -> bool:
        """Tell whether a sentence has the size of a lead and none of these marks."""
        sentence = self._sentences[number]
        fits = _MIN_LEAD <= sentence.size <= most
        return fits and not marks.search(QUOTED.sub("", sentence.text))

    def _as_leads(self, leads: list[int]) -> Leads:
        chosen = (self._sentences[i] for i in leads)
        return tuple(candidate_in(s.paragraph, s.start, s.end, Style.INLINE) for s in chosen)

    def _body(self, lead: int, others: list[int]) -> int:
        """Return how many characters follow a lead before the next of the others."""
        end = min((i for i in others if i > lead), default=len(self._sentences))
        return self._size(lead + 1, end)

    def _size(self, start: int, end: int) -> int:
        return sum(s.size for s in self._sentences[start:end])

    def _sure(self) -> list[int]:
        # Of short sentences in a row the last is the heading: those before it end the topic before.
        last = [i for i in self._short if i + 1 not in self._short]
        return [i for i in last if self._body(i, self._short) >= _MIN_BODY]

    def _parallel(self, leads: list[int]) -> list[int]:
        """Of short sentences in a row take the one that is as long as the leads elsewhere."""
        single = Counter(self._sentences[i].length for i in leads if i - 1 not in self._short)
        length, times = single.most_common(1)[0] if single else (0, 0)
        if times < max(2, _CLEARLY_MOST * single.total()):
            return leads
        found = []
        for lead in leads:
            row = [lead]
            while row[0] - 1 in self._short:
                row.insert(0, row[0] - 1)
            fitting = [i for i in row if self._sentences[i].length == length]
            found.append(fitting[-1] if fitting else lead)
        return found

    def _with_opening(self, leads: list[int]) -> list[int]:
        """Add the sentences that hold 、 and open like others, each with its text."""
        opening = Counter(self._sentences[i].text[:_OPENING] for i in (*leads, *self._longer))
        alike = [
            i for i in self._longer if opening[self._sentences[i].text[:_OPENING]] >= _MIN_ALIKE
        ]
        every = sorted({*leads, *alike})
        added = [i for i in alike if self._body(i, every) >= _MIN_BODY]
        return sorted({*leads, *added})

    def _with_longer(self, leads: list[int]) -> list[int]:
        """Add longer sentences as far from the leads as these are from each other.

        Likewise short ones with figures that announce a list (办好10件民生实事。一是…).
        """
        if len(leads) < 2:
            return leads
        usual = median(self._body(i, leads) for i in leads)
        need, most = max(_MIN_BODY, _SHARE_OF_BODY * usual), _MOST_BODY * usual
        longest = _MAX_SIBLING
        if len(leads) >= _MIN_ALIKE:  # so many show how long leads are here
            longest = round(_MUCH_LONGER * max(self._sentences[i].length for i in leads))
        found = sorted({*leads, *self._announcing})
        for i in self._longer:
            sentence = self._sentences[i]
            if i in found or "、" in QUOTED.sub("", sentence.text) or sentence.length > longest:
                continue
            before = max((j for j in found if j < i), default=None)
            gap = self._size(0 if before is None else before + 1, i)
            stands_off = gap <= _MAX_PREAMBLE if before is None else gap >= need
            if stands_off and self._body(i, found) >= need:
                found = sorted([*found, i])
        bodies = {i: self._body(i, found) for i in found}
        return [i for i in found if bodies[i] >= _MIN_BODY and (i in leads or bodies[i] <= most)]

    def _without_strangers(self, leads: list[int]) -> list[int]:
        """Leave out what is not built like the others, if these are enough to tell."""
        lengths = Counter(self._sentences[i].length for i in leads)
        length, times = lengths.most_common(1)[0] if lengths else (0, 0)
        if times < _MIN_ALIKE:
            return leads
        built = [i for i in leads if self._sentences[i].length == length]
        least = _LITTLE_BODY * median(self._body(i, leads) for i in built)
        near = 0 if times >= _ALL_ALIKE else 1
        return [
            i
            for i in leads
            if abs(self._sentences[i].length - length) <= near or self._body(i, leads) >= least
        ]


def by_custom(siblings: Mapping[int, Run]) -> dict[int, Leads]:
    """Return which sentences of sibling sections are headings.

    Either most of the siblings hold several of them, or those of one section open alike
    (坚持…。 坚持…。).
    """
    sure = {i: run.sure() for i, run in siblings.items()}
    rich = [leads for leads in sure.values() if len(leads) >= 2]
    many = len(rich) >= 3 or (len(rich) >= 2 and all(len(leads) >= 3 for leads in rich))
    customary = many and len(rich) >= _MOST * len(siblings)
    found = {}
    for i, run in siblings.items():
        leads = run.by_custom() if customary else ()
        found[i] = leads if len(leads) >= 2 else run.alike()
    return found


def _bounds(paragraph: Paragraph, start: int) -> list[tuple[int, int]]:
    ends = [start, *(m.end() for m in LEAD_END.finditer(paragraph.text, start))]
    return list(pairwise(ends))
