"""Finds the paragraph on the government's own work (政府自身建设) where it has no heading."""

import re
from collections.abc import Iterable
from itertools import islice

from tracker.parse.headings import Candidate, Style, candidate_in
from tracker.parse.lexicon import SelfWork, any_pattern
from tracker.parse.lines import Paragraph

_SENTENCE = re.compile(r"[^。！？]*[。！？][”’）)]*")
_SALUTATION = re.compile(r"^(各位代表|同志们)[，,！!：:]")
_ASIDE = re.compile(r"^(同时|此外|与此同时|站在|面对|新的一年|迈步|踏上)")
_MAX_SENTENCE = 120
_MIN_BODY = 60
_MIN_WORDS = 3
"""Sides of the government's own work that a text named after it speaks of."""
_MANY_WORDS = 6
"""The same for a last section that is not named after it."""
_DENSE, _TOUCHED = 5.0, 3.0
"""Words in 1,000 characters: of 232 parts named after it 99 % have at least 5.2, of 4,440 other
sections of plans 99 % have at most 3.6."""
_EVIDENT = 8
"""The same for a paragraph in which no sentence names it."""


def self_heading(paragraph: Paragraph, cues: SelfWork, *, has_lead: bool) -> Candidate | None:
    """Return the sentence that names the topic, from the clause that names it where it is long.

    A paragraph counts when one of its first sentences names government's own work and its body
    speaks of several sides of it (law, audit, conduct, supervision).
    """
    text = paragraph.text
    topic = any_pattern(cues.topic)
    first = [
        m
        for m in islice(_SENTENCE.finditer(text), 3)
        if len(m.group()) <= _MAX_SENTENCE and not _SALUTATION.fullmatch(m.group())
    ]
    naming = next((m for m in first if topic.search(m.group())), None)
    least = _MIN_WORDS
    if naming is None and first and not has_lead:
        naming, least = first[0], _EVIDENT
    if naming is None or len(text) - naming.end() < _MIN_BODY or _sides(text, cues) < least:
        return None
    start, end = naming.span()
    start += _offset(naming.group(), topic)
    return candidate_in(paragraph, start, end, Style.LEAD)


def _sides(text: str, cues: SelfWork) -> int:
    """Return of how many sides of its own work a text speaks; most speak of none."""
    if not any_pattern(cues.body).search(text):
        return 0
    return sum(bool(re.search(word, text)) for word in cues.body)


def is_own_work(heading: str, text: str, cues: SelfWork, *, last: bool) -> bool:
    """Tell whether a numbered section of a plan is about the government's own work.

    Its heading names the topic, or it stands last and its body speaks of little else
    (实干笃行，持续彰显“清慎勤”的政治品格).
    """
    if any_pattern(cues.topic).search(heading):
        return _sides(text, cues) >= _MIN_WORDS
    return last and speaks_of_own_work((text,), cues)


def speaks_of_own_work(texts: Iterable[str], cues: SelfWork) -> bool:
    """Tell whether a text speaks of government's own work, from many sides and of little else."""
    text = "".join(texts)
    return _density(text, cues) >= _DENSE and _sides(text, cues) >= _MANY_WORDS


def touches_own_work(text: str, cues: SelfWork) -> bool:
    """Tell whether a text of a few sentences may belong to a part on government's own work."""
    return _density(text, cues) >= _TOUCHED


def _density(text: str, cues: SelfWork) -> float:
    """Return how many words of its own work a text has in 1,000 characters."""
    return 1000 * sum(1 for _ in any_pattern(cues.body).finditer(text)) / max(1, len(text))


def _offset(sentence: str, topic: re.Pattern[str]) -> int:
    salutation = _SALUTATION.match(sentence)
    if salutation:
        return salutation.end()
    if not _ASIDE.match(sentence):
        return 0
    clauses = [0, *(m.end() for m in re.finditer("，", sentence))]
    ends = [*clauses[1:], len(sentence)]
    naming = next((a for a, b in zip(clauses, ends, strict=True) if topic.search(sentence[a:b])), 0)
    return naming if sentence.count("，", naming) >= 1 else 0
