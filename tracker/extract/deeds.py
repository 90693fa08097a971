"""Further deeds in one clause, and deeds that are told, not promised (分句中的多个动作).

In: a text and the range of a clause. Out: the stretches that each hold one deed:
``推进疫苗研制|加快免费接种``.
"""

import re
from collections.abc import Iterator

from tracker.extract.clauses import Clause, is_manner
from tracker.extract.lexicon import ExtractLexicon

_SHORTEST_DEED = 5
_MARKS = (("“", "”"), ("（", "）"), ("《", "》"))
_HAS_DONE = re.compile(r"(?:编制|制定|出台|完成|建立|建成|取得|形成|实现|创造|打下)了")
_DONE = re.compile(r"(?<=[^，；。])了(?!解)")  # 编制了《纲要》 in a plan tells what was done
_NEXT_CLAUSE = 40  # whom it reaches is said in the clause after it, or not at all


def deeds(text: str, start: int, end: int, lexicon: ExtractLexicon) -> Iterator[tuple[int, int]]:
    """Cut a clause before each further deed (扩大信用贷款、|增加首贷户; 强化反垄断和|防止…扩张)."""
    at = start
    if is_manner(text[start:end]):
        yield start, end
        return
    for joint in lexicon.next_deed.finditer(text, start + _SHORTEST_DEED, end):
        long_enough = min(joint.start() - at, end - joint.end()) >= _SHORTEST_DEED
        if "等" in text[joint.end() : end]:
            continue  # 提高土地利用效率、促进…升级等方面 lists what follows
        if long_enough and not _within_marks(text, at, joint.start()):
            yield at, joint.start()
            at = joint.end()
    yield at, end


def _within_marks(text: str, start: int, end: int) -> bool:
    """Tell whether a bracket or a quotation mark that was opened is still open at ``end``."""
    return any(text.count(a, start, end) > text.count(b, start, end) for a, b in _MARKS)


def tells_deed(text: str, clause: Clause) -> bool:
    """Tell whether a clause of a plan tells what was done (国务院|编制了《纲要》)."""
    if clause.verbs:
        return bool(_DONE.search(text, clause.head, clause.tail + 1))
    return bool(_HAS_DONE.search(text, clause.start, clause.end))


def next_clause_end(text: str, at: int) -> int:
    """Return where the clause after the one that ends at ``at`` ends at the latest."""
    stop = text.find("。", at, at + _NEXT_CLAUSE)
    return stop if stop >= 0 else min(len(text), at + _NEXT_CLAUSE)
