"""When two headings, names or figures count as the same: rules shared by all scores."""

import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import pairwise

NUMBERING = re.compile(
    r"""
    ^\s*(?:
        [（(][一二三四五六七八九十百\d]+[)）]      # （一）  (3)
      | [一二三四五六七八九十百]+、               # 一、
      | \d+[、．.](?!\d)                          # 1.  but not 1.5
      | 第[一二三四五六七八九十]+[章节部分]+      # 第一部分
      | [一二三四五六七八九十]+是                 # 一是
    )\s*
    """,
    re.VERBOSE,
)

FACTORS: Mapping[str, float] = {
    "万亿": 1e12,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "万": 1e4,
    "千": 1e3,
    "百": 1e2,
}
"""What the head of a unit multiplies by; longer heads first."""

UNIT_SPELLINGS: Mapping[str, str] = {"％": "%", "百分点": "个百分点"}


def bare(text: str | None) -> str:
    """Return the letters, digits and characters of a heading or name, without its number."""
    return re.sub(r"[\W_]+", "", NUMBERING.sub("", text or ""))


def likeness(one: str | None, other: str | None) -> float:
    """Return the share of characters that two texts have in common, in order (0 to 1)."""
    a, b = bare(one), bare(other)
    if not (a and b):
        return 0.0
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / (len(a) + len(b))


def same_heading(one: str | None, other: str | None) -> bool:
    """Tell whether two headings are the same but for a few characters."""
    return likeness(one, other) >= 0.8


def name_likeness(one: str | None, other: str | None) -> float:
    """Return how alike two names are by character pairs (0 to 1).

    A name inside another that is not much longer is the same: 高新技术企业 and
    净增高新技术企业.
    """
    short, long = sorted((bare(one), bare(other)), key=len)
    if len(short) >= 2 and short in long and len(long) <= 2 * len(short) + 4:
        return 1.0
    a, b = Counter(pairwise(short)), Counter(pairwise(long))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def in_base_unit(value: object, unit: object) -> tuple[float, str] | None:
    """Return a figure in its base unit (2.7 万个 is 27000 个), None where there is no figure."""
    if not isinstance(value, int | float):
        return None
    written = re.sub(r"\s+", "", unit if isinstance(unit, str) else "")
    for head, factor in FACTORS.items():
        if written.startswith(head) and written != "百分点":
            return round(value * factor, 6), written.removeprefix(head)
    return round(float(value), 6), UNIT_SPELLINGS.get(written, written)


def lines(row: Mapping[str, object]) -> range:
    """Return the 1-based lines that a finding runs over."""
    first = _integer(row.get("line"))
    return range(first, max(first, _integer(row.get("end_line"))) + 1)


def _integer(value: object) -> int:
    return value if isinstance(value, int) else 0


def share(part: float, whole: float) -> float:
    """Return part of whole, 0 where there is no whole."""
    return part / whole if whole else 0.0


def f1(hits: float, found: float, wanted: float) -> float:
    """Return the harmonic mean of precision and recall."""
    return share(2 * hits, found + wanted)
