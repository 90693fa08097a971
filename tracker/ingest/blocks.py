"""From the blocks of a file (paragraphs, table rows) to a source text, the same for all readers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.ingest.contents import contents_of
from tracker.model.diagnostic import Diagnostic
from tracker.model.source import LineLayout, SourceText

_BREAKS = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")
_HAN_BREAK = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])[\t\n\r\v\f\x85\u2028\u2029]+"
    r"(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])"
)


_KEPT_BREAK = re.compile(
    r"\n+(?=[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]是)"
    r"|(?<=[局委办厅部府司团院会处署行心])\n+(?=[\u4e00-\u9fff]{3})"
)
"""Line breaks in a cell that part items of a list, or bodies on lines of their own: a space."""

_PLAIN = LineLayout()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table row of a file."""

    text: str
    layout: LineLayout = _PLAIN


def one_line(text: str) -> str:
    """Return a text without line breaks and tabs: none between Chinese characters, else a space."""
    return _BREAKS.sub(" ", _HAN_BREAK.sub("", text)).strip()


def table_row(cells: Sequence[str], layout: LineLayout) -> Block:
    """Return the block of a table row; ``layout.table`` names the table."""
    return Block("\t".join(one_line(_KEPT_BREAK.sub(" ", cell)) for cell in cells), layout)


def build_text(blocks: Iterable[Block], remarks: Iterable[Diagnostic] = ()) -> SourceText:
    """Return the source text of blocks: a line each, empty ones left out.

    A table of contents is furniture, as are the heads and feet that readers find.
    """
    kept: list[Block] = []
    for block in blocks:
        text = block.text if block.layout.table else one_line(block.text)
        if text.strip():
            kept.append(Block(text, block.layout))
    own = [n for n, block in enumerate(kept) if not block.layout.furniture]
    for entry in contents_of(["" if kept[n].layout.table else kept[n].text for n in own]):
        block = kept[own[entry]]
        kept[own[entry]] = Block(block.text, replace(block.layout, furniture=True))
    return SourceText(
        "\n".join(block.text for block in kept),
        tuple(block.layout for block in kept),
        remarks=tuple(remarks),
    )
