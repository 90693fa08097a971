"""Makes canonical text (规范文本) of source lines: only deletions and one-to-one substitutions.

Reports reach us as scans, web pages and copies: ``增长 5% 左右``, ``PM_{2.5}``,
``政 府 工 作 报 告``, ``１００％``. Stages read one clean spelling, and every character of it still
knows where it stands in the source.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from tracker.model.canonical import CanonicalText
from tracker.model.span import Span

_INVISIBLE = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad")
_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)} | {ord("％"): "%", ord("．"): "."}
_SCRIPT_MARK = re.compile(r"[_^]\{([^{}]*)\}")
"""LaTeX index left by scanning: PM_{2.5}."""
_MARKDOWN_HEAD = re.compile(r"#{1,6}(?=[^#])")
_MARKDOWN_MARK = re.compile(r"\*\*|__|<!--|-->|<br\s*/?>|\\(?=[*_#|])")

_NO_CELLS: Mapping[int, Sequence[Span]] = {}

_Character = tuple[int, str]


def canonicalise(
    text: str,
    *,
    noise: Collection[int] = (),
    joined: Collection[int] = (),
    cells: Mapping[int, Sequence[Span]] = _NO_CELLS,
) -> CanonicalText:
    """Return the canonical text of a source text.

    Args:
        text: Source text; its lines end with line feeds.
        noise: 1-based lines that are left out.
        joined: 1-based lines that continue the kept line before them.
        cells: Source spans of the cells on 1-based lines that are table rows, in order; what
            stands between them (tabs, bars) is left out.

    Returns:
        One canonical paragraph per kept line (or group of joined lines) and per cell, none of
        them empty.
    """
    skipped, continued = frozenset(noise), frozenset(joined)
    paragraphs: list[list[_Character]] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        characters = [(start + i, c) for i, c in enumerate(line)]
        start += len(line) + 1
        if number in skipped or not line.strip():
            continue
        if number in cells:
            base = start - len(line) - 1
            paragraphs += [characters[c.start - base : c.end - base] for c in cells[number]]
        elif number in continued and paragraphs:
            paragraphs[-1].extend(characters)
        else:
            paragraphs.append(characters)
    return _assemble([p for p in map(_clean, paragraphs) if p])


def _clean(characters: list[_Character]) -> list[_Character]:
    """Apply the rules until nothing changes, so that a second reading changes nothing."""
    while True:
        cleaned = _without_spaces(_without_marks(_single_characters(characters)))
        if cleaned == characters:
            return cleaned
        characters = cleaned


def _single_characters(characters: list[_Character]) -> list[_Character]:
    return [(at, _FULL_WIDTH.get(ord(c), c)) for at, c in characters if c not in _INVISIBLE]


def _without_marks(characters: list[_Character]) -> list[_Character]:
    text = "".join(c for _, c in characters)
    dropped: set[int] = set()
    head = _MARKDOWN_HEAD.match(text)
    if head:
        dropped.update(range(head.end()))
    for mark in _MARKDOWN_MARK.finditer(text):
        dropped.update(range(mark.start(), mark.end()))
    for script in _SCRIPT_MARK.finditer(text):
        dropped.update((script.start(), script.start() + 1, script.end() - 1))
    if not dropped:
        return characters
    return [pair for i, pair in enumerate(characters) if i not in dropped]


def _without_spaces(characters: list[_Character]) -> list[_Character]:
    """Keep one space where Latin words or numbers would otherwise run together."""
    kept: list[_Character] = []
    pending: _Character | None = None
    for at, c in characters:
        if c.isspace():
            pending = pending or (at, " ")
            continue
        if pending is not None and kept and _needs_space(kept[-1][1], c):
            kept.append(pending)
        pending = None
        kept.append((at, c))
    return kept


def _needs_space(left: str, right: str) -> bool:
    if not (right.isascii() and right.isalnum()):
        return False
    return left.isascii() and (left.isalnum() or (left in ",;:!?)" and right.isalpha()))


def _assemble(paragraphs: list[list[_Character]]) -> CanonicalText:
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    expected = -1
    for paragraph in paragraphs:
        if pieces:
            # The separator stands for the source position right after the paragraph before it.
            pieces.append("\n")
            length += 1
            expected += 1
        for at, c in paragraph:
            if at != expected:
                runs.append((length, at))
            pieces.append(c)
            length += 1
            expected = at + 1
    return CanonicalText("".join(pieces), tuple(runs))
