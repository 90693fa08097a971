"""Folding: characters that mean the same become the same, one for one, so offsets stay."""

import re
import unicodedata

_SAME = {"～": "~", "〜": "~", "﹕": ":", "—": "-", "－": "-", "〇": "零", "㎡": "平"}


_STAYS = re.compile(r"[\u4e00-\u9fff、。“”0-9a-z.%]*")
"""What folding leaves as it is: most clauses are nothing else, and need no copy."""


class _Table(dict[int, int]):
    """Code points and what they fold to, worked out when first seen."""

    def __missing__(self, point: int) -> int:
        character = chr(point)
        folded = unicodedata.normalize("NFKC", character).lower()
        self[point] = found = ord(folded) if len(folded) == 1 else point
        return found


_TABLE = _Table({ord(a): ord(b) for a, b in _SAME.items()})


def fold(text: str) -> str:
    """Return the text with full-width forms, case and dashes levelled; the length stays."""
    return text if _STAYS.fullmatch(text) else text.translate(_TABLE)
