"""Whether a passage that shares words with a promise speaks of the same thing.

Words at the end of a name say what kind of thing it is, those before it say which one. Where the
words before are missing and others stand in their place (省级企业研发机构, 新型研发机构), it is
another thing of the same kind.
"""

import re
from difflib import SequenceMatcher

from tracker.match.lexicon import MatchLexicon
from tracker.match.passages import clause_grams, grams
from tracker.match.topics import Topic, without_figures, without_idle

_SHARED = 2
_WHICH = 2  # characters that tell which one
_BREAK = re.compile(r"[|、，,:;：“”\"'()（）《》「」/\s]")
_CHINESE = re.compile(r"[一-鿿]")
_BASE = re.compile(r"占(?:全[省市国区县])?([一-鿿a-z&]{2,14}?)的?(?:比重|比例|比率|比)")
_KNOWN = 0.34
_BEGUN = frozenset({"开工", "动工", "开建"})
_DEED = re.compile(r"开工|动工|开建|建成|竣工|完工|交付")


def is_another(topic: Topic, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether a clause names another thing of the kind that a topic is about.

    Args:
        topic: What was promised.
        text: Folded text of the clause.
        lexicon: Idle words, which tell nothing.
    """
    piece = max(topic.text.split("|"), key=len)
    shared = SequenceMatcher(None, piece, text, autojunk=False).find_longest_match()
    if shared.size < _SHARED or shared.a < _WHICH:
        return False
    which = set(grams(piece[: shared.a])) - topic.generic or set(grams(piece[: shared.a]))
    held = clause_grams(text, lexicon)
    if len(which & held) > _KNOWN * len(which):
        return False
    before = without_figures(text[: shared.b])
    other = without_idle(_BREAK.split(before)[-1], lexicon)
    return len(_CHINESE.findall(other)) >= _WHICH


def quantities_differ(promised: str, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether other quantities of a thing are reported than the promised one.

    装备制造业主营业务收入 is not answered by 装备制造业增加值.
    """
    wanted = lexicon.quantity_pattern.findall(promised)
    given = lexicon.quantity_pattern.findall(text)
    return bool(wanted and given) and wanted[-1] not in given


def deeds_differ(promise: str, before: str) -> bool:
    """Tell whether one side counts what was begun and the other what was built.

    Args:
        promise: Folded words of the promise.
        before: Folded words of the clause up to its figure.
    """
    wanted, given = _DEED.findall(promise), _DEED.findall(before)
    if not wanted or not given:
        return False
    return (wanted[0] in _BEGUN) != (given[-1] in _BEGUN)


def share_bases_differ(promise: str, text: str, lexicon: MatchLexicon) -> bool:
    """Tell whether a promised and a reported share are shares of different wholes (占…比重)."""
    one, other = _BASE.search(promise), _BASE.search(text)
    if one is None or other is None or one[1] in other[1] or other[1] in one[1]:
        return False
    return not (lexicon.indicators_in(one[1]) & lexicon.indicators_in(other[1]))
