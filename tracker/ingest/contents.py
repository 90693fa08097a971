"""Finds tables of contents that were typed, or that a format no longer tells from text."""

import re
from collections.abc import Iterator, Sequence

_ENTRY = re.compile(
    r"(?P<stem>[^。；]*[\u4e00-\u9fff][^。；]*?)"
    r"(?P<way>\s*(?:[.．·•…⋯‥_]\s?){3,}\s*|\s*[…⋯]{1,}\s*|\s+)"
    r"[-—–(（]?\s*(?P<page>\d{1,3})\s*[-—–)）]?"
)
"""A heading, dots or white space, and the number of the page that it stands on."""

_TITLE = re.compile(r"目[录錄次]|contents", re.IGNORECASE)
_LONGEST = 80
_FEWEST, _FEWEST_DOTTED = 3, 2
_MET = 0.6
"""Share of the entries that must stand as headings below; some are written shorter."""


def contents_of(texts: Sequence[str]) -> set[int]:
    """Return which lines make a table of contents, its title among them, counted from 0.

    Entries follow each other, their pages count up, and most of them open a line further down;
    so no list of figures is taken for one.

    Args:
        texts: The lines of a document in reading order; "" for what cannot be an entry.
    """
    bare = ["".join(text.split()) for text in texts]
    found: set[int] = set()
    for run in _runs(texts):
        stems = ["".join(match["stem"].split()) for _, match in run]
        dotted = sum(match["way"].strip() != "" for _, match in run) >= 0.5 * len(run)
        if len(run) < (_FEWEST_DOTTED if dotted else _FEWEST):
            continue
        last = run[-1][0]
        below = [line for line in bare[last + 1 :] if line]
        met = sum(any(line.startswith(stem) for line in below) for stem in stems)
        if met >= _MET * len(run):
            found.update(index for index, _ in run)
            first = run[0][0]
            if first and _TITLE.fullmatch(bare[first - 1]):
                found.add(first - 1)
    return found


def _runs(texts: Sequence[str]) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """Yield the entries that follow each other with pages that count up."""
    run: list[tuple[int, re.Match[str]]] = []
    for index, text in enumerate(texts):
        match = _ENTRY.fullmatch(text.strip()) if len(text) <= _LONGEST + 60 else None
        if match and len(match["stem"]) > _LONGEST:
            match = None
        if match and run and int(match["page"]) < int(run[-1][1]["page"]):
            yield run
            run = []
        if match:
            run.append((index, match))
        elif run:
            yield run
            run = []
    if run:
        yield run
