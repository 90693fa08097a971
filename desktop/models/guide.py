"""The user guide (使用手册): which pages it has, where they lie, and what each says.

The pages are the Markdown files of ``docs/`` that also make the site (``mkdocs.yml``).
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tracker

_PACKAGED = Path(tracker.__file__).parent / "_data" / "docs"
_CHECKED_OUT = Path(tracker.__file__).parents[1] / "docs"

PAGES = (
    "index", "compare", "track", "mark", "export", "across", "archives", "clusters", "share",
    "research", "columns", "commands",
)  # fmt: skip
"""In the order in which they are read; named like their files."""


OF_VIEWS = {
    "show_commitments": "track",
    "show_topics": "compare",
    "show_indicators": "across",
    "show_overview": "across",
    "show_across": "across",
}
"""Page that tells of a view, by the action that shows the view. Where the program begins, with
reports side by side, the guide begins at its beginning."""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page.

    Attributes:
        name: Name of its file, without the ending.
        title: Its heading.
        text: The page, as Markdown.
    """

    name: str
    title: str
    text: str


def folder(language: str) -> Path:
    """Return where the pages in a language lie; ``language`` is a code of the settings."""
    base = _PACKAGED if _PACKAGED.is_dir() else _CHECKED_OUT
    return base / ("en" if language.startswith("en") else "zh")


@cache
def pages(language: str) -> tuple[GuidePage, ...]:
    """Return all pages in a language, in reading order."""
    found = []
    for name in PAGES:
        text = (folder(language) / f"{name}.md").read_text(encoding="utf-8")
        found.append(GuidePage(name, text.partition("\n")[0].lstrip("# "), text))
    return tuple(found)
