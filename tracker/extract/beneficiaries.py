"""Whom a promise or a result is for (受益对象).

In: a text, the range of a clause and of its sentence. Out: the people it names, in the text's
words: ``面向|高校毕业生|开发岗位1万个``, ``新建公园10个，惠及|居民20万人``. Only words for people
and for those who run a business count; ``面向未来`` and ``为经济发展`` name nobody.
"""

import re

from tracker.extract.lexicon import ExtractLexicon

_LONGEST = 24
_EDGES = "的、，和与及等"


def beneficiaries(text: str, start: int, end: int, stop: int, lexicon: ExtractLexicon) -> str:
    """Return whom the clause ``text[start:end]`` is for, or "".

    Args:
        text: The text that the clause stands in.
        start: First character of the clause.
        end: One past its last character.
        stop: Where its sentence ends: the clause after it may say whom it reaches (惠及20万人).
        lexicon: Word lists.
    """
    for pattern, limit in ((lexicon.reaches, end), (lexicon.is_for, end)):
        match = pattern.search(text, start, limit)
        if match:
            return match["who"].strip(_EDGES)
    after = _FOLLOWS.match(text, end, stop)
    if after:
        match = lexicon.reaches.match(text, after.end(), min(stop, after.end() + _LONGEST))
        if match:
            return match["who"].strip(_EDGES)
    return ""


_FOLLOWS = re.compile(r"[，,、](?:预计|可|将|能|直接|已|共|累计)*")
