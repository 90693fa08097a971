"""Why two sections stand beside each other, in a sentence that a reader understands.

In goes what both share, out comes a ``Message``: 标题同讲“外贸”；都提到太湖新城、11号线.
"""

from collections.abc import Iterable

from tracker.message import Message
from tracker.text.shared import Shared

_FEW_WORDS = 3
"""Words that are told beside other reasons; where there are none, all are."""


def reason_of(shared: Shared, *, fitting_parents: bool) -> Message:
    """Return why two sections fit, the most telling first.

    Args:
        shared: What their texts share.
        fitting_parents: The sections above belong beside each other too.
    """
    found: list[Message] = []
    if shared.same_heading:
        found.append(Message("标题相同", "same heading"))
    elif shared.heading:
        found.append(_told("标题都有", "both headings have", shared.heading))
    if shared.names:
        found.append(_told("都提到", "both name", shared.names))
    if shared.indicators:
        found.append(_told("同讲指标", "same indicators:", shared.indicators))
    if shared.words:
        words = shared.words[:_FEW_WORDS] if found else shared.words
        found.append(_told("共同用词：", "shared words:", words))
    if not found:
        found.append(Message("用词不同，但所谈主题相近", "different words, but the topic is close"))
    if fitting_parents:
        found.append(Message("上级章节也对应", "the sections above belong together too"))
    return Message("；".join(m.zh for m in found), "; ".join(m.en for m in found))


def _told(zh: str, en: str, words: Iterable[str]) -> Message:
    listed = tuple(words)
    return Message(f"{zh}{'、'.join(listed)}", f"{en} {', '.join(listed)}")
