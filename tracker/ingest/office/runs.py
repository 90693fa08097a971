r"""From the runs of a paragraph to lines: what docx, odt and rtf have in common.

In comes text in pieces that look alike, line breaks within the paragraph as ``\n``; out come
blocks with what the layout says of the whole line. A break within a paragraph is a new paragraph in
many files that were pasted together, and only a wrapped line in others: 一、回顾⏎过去一年，我们…
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from tracker.ingest.blocks import Block, one_line
from tracker.model.source import LineLayout

_HAN = re.compile("[\u4e00-\u9fff]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_COUNTED = r"[一二三四五六七八九十百]{1,4}"
_OPENS = re.compile(
    rf"""
    [\u3000 ]{{2,}}                                # indented by hand
    |\s*(?:
        第(?:{_COUNTED}|\d+)(?:部分|章|节|篇|条)     # 第一部分
        |{_COUNTED}[、．.]                         # 一、
        |[（(](?:{_COUNTED}|\d{{1,2}})[）)]          # （一）
        |\d{{1,2}}[、．.](?!\d)                     # 1.
        |[①-⑳]
        |[—–―]{{2}}                               # ——2026年1月27日在…
        |{_COUNTED}是
    )
    """,
    re.VERBOSE,
)
_ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)]*\s*$")
_NUMBERED = re.compile(
    rf"\s*(?:第{_COUNTED}(?:部分|章|节|篇)|{_COUNTED}[、．.]|[（(]{_COUNTED}[）)])"
)
_UNDER_WAY = re.compile(r"[，、（(《“—]\s*$")
_INDENTED = re.compile(r"[\u3000 ]{2}")
_LONGEST_HEADING = 40

_WIDEST_LINE = 80
"""Chinese characters: a page takes some 40 across, so a longer piece was never wrapped by hand."""

_NARROWEST_LINE = 15
_RAGGED = 3
"""Difference between wrapped lines: a full stop that may not begin one, a figure that is kept."""


class _Wrap(Enum):
    """Why a paragraph has breaks in it."""

    LINES = "wrapped by hand or by a web page at one width"
    PARAGRAPHS = "each piece is a paragraph"
    UNKNOWN = "each break has to be judged by itself"


@dataclass(frozen=True, slots=True)
class Run:
    r"""Text of one look.

    Attributes:
        text: Its characters; a line break within the paragraph is ``\n``.
        bold: It is bold.
        size: Size in points, None when the file does not say.
        raised: It stands above the line, as a mark of a note or an exponent does.
    """

    text: str
    bold: bool = False
    size: float | None = None
    raised: bool = False


def paragraph_blocks(runs: Iterable[Run], layout: LineLayout) -> list[Block]:
    """Return the lines of a paragraph, mostly one.

    Args:
        runs: Its text; digits above the line become ``⁵``, so that 5%¹ is not read as 5%1.
        layout: What the paragraph as a whole says; bold and size are added to it.
    """
    pieces: list[list[Run]] = [[]]
    for run in runs:
        first, *others = _lowered(run).split("\n")
        pieces[-1].append(replace(run, text=first))
        pieces.extend([replace(run, text=text)] for text in others)
    wrap = _wrap_of(pieces)
    lines: list[list[Run]] = []
    gap = False
    for piece in pieces:
        if not any(run.text.strip() for run in piece):
            gap = True
            continue
        joined = bool(lines) and not gap and not _breaks(lines[-1], piece, layout, wrap)
        gap = False
        if joined:
            lines[-1].append(Run(_gap(_text(lines[-1]), _text(piece)), _bold(lines[-1])))
            lines[-1].extend(piece)
        else:
            lines.append(list(piece))
    return [Block(one_line(_text(line)), _look(line, layout)) for line in lines]


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the text of blocks as that of one table cell."""
    text = ""
    for block in blocks:
        text += _gap(text, block.text) + block.text.replace("\t", " ")
    return text


def _gap(before: str, after: str) -> str:
    """Return what a break becomes when it goes: nothing beside Chinese, a space between words."""
    last, first = before.rstrip()[-1:], after.lstrip()[:1]
    return " " if last.isascii() and first.isascii() and last and first else ""


def _lowered(run: Run) -> str:
    if run.raised and run.text.strip().isdigit():
        return run.text.translate(_RAISED)
    return run.text


def _wrap_of(pieces: Sequence[Sequence[Run]]) -> "_Wrap":
    """Tell from the lengths of its pieces why a paragraph has breaks."""
    widths = [_width(_text(piece)) for piece in pieces]
    full = widths[:-1]
    if max(widths) > _WIDEST_LINE:
        return _Wrap.PARAGRAPHS
    even = len(full) >= 2 and max(full) - min(full) <= _RAGGED and min(full) >= _NARROWEST_LINE
    return _Wrap.LINES if even and widths[-1] <= max(full) else _Wrap.UNKNOWN


def _width(text: str) -> float:
    """Return the width of a text in Chinese characters."""
    return sum(0.5 if character.isascii() else 1.0 for character in text.strip())


def _breaks(before: Sequence[Run], after: Sequence[Run], layout: LineLayout, wrap: "_Wrap") -> bool:
    """Tell whether a break within a paragraph begins a new line of the text."""
    if layout.centred:
        return True
    first, second = _text(before), _text(after)
    if wrap is _Wrap.LINES:
        return bool(_INDENTED.match(second))
    if wrap is _Wrap.PARAGRAPHS and not _UNDER_WAY.search(first):
        return True
    if _ENDED.search(first) or _OPENS.match(second):
        return True
    if _UNDER_WAY.search(first):
        return False
    heading = len(first) <= _LONGEST_HEADING and "。" not in first
    return heading and (bool(_NUMBERED.match(first)) or _bold(before) != _bold(after))


def _look(line: Sequence[Run], layout: LineLayout) -> LineLayout:
    sizes = Counter[float | None]()
    for run in line:
        sizes[run.size] += len(run.text.strip())
    return replace(layout, bold=_bold(line), size=sizes.most_common(1)[0][0])


def _bold(line: Sequence[Run]) -> bool:
    """Tell by the Chinese characters: “ and figures beside them are often of another font."""
    shown = [run for run in line if run.text.strip()]
    written = [run for run in shown if _HAN.search(run.text)] or shown
    return bool(written) and all(run.bold for run in written)


def _text(line: Sequence[Run]) -> str:
    return "".join(run.text for run in line)
