"""How well an outline agrees with one made by hand (guide, section GA)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tests.accuracy.figures import Figures
from tests.accuracy.likeness import bare, f1, likeness, same_heading, share

Row = Mapping[str, Any]

CORE = ("region", "region_level", "year", "kind", "date", "speaker")
"""Facts that every report has; meeting and office are printed in many ways."""
META = (*CORE, "meeting", "office")


def score_outline(gold: Row, given: Row) -> Figures:
    """Return metadata, sections by level, roles, noise, broken paragraphs and parts."""
    figures = Figures()
    _metadata(gold, given, figures)
    _sections(gold["sections"], [s for s in given["sections"] if s["line"]], figures)
    _noise(set(gold["noise"]), set(given["noise"]), figures)
    wanted, have = _pairs(gold), _pairs(given)
    both = len(wanted & have)
    figures.add("broken", f1(both, len(wanted), len(have)) if wanted or have else None)
    _parts(gold, given, figures)
    return figures


def _metadata(gold: Row, given: Row, figures: Figures) -> None:
    def packed(value: object) -> str:
        return re.sub(r"\s+", "", str(value or ""))

    wrong = [key for key in META if packed(gold.get(key)) != packed(given.get(key))]
    for key in wrong:
        figures.differs("meta", key, gold.get(key), given.get(key))
    right = sum(key not in wrong for key in CORE)
    all_right = share(len(META) - len(wrong), len(META))
    figures.add(
        "meta",
        share(right, len(CORE)),
        f"region, level, year, kind, date, speaker ({all_right:.3f} with meeting and office)",
    )


def match_sections(
    wanted: Sequence[Row], given: Sequence[Row], *, by_level: bool
) -> dict[int, int]:
    """Return which given section (index) is which wanted one.

    A section is found when its heading is alike and stands within one line of its place; each
    given section counts once.
    """
    taken: dict[int, int] = {}
    for at, section in enumerate(wanted):
        near = [
            i
            for i, found in enumerate(given)
            if i not in taken.values()
            and abs(found["line"] - section["line"]) <= 1
            and same_heading(section["heading"], found["heading"])
            and (found["level"] == section["level"] or not by_level)
        ]
        if near:
            heading = section["heading"]
            taken[at] = max(near, key=lambda i: likeness(heading, given[i]["heading"]))
    return taken


def _sections(gold: Sequence[Row], given: Sequence[Row], figures: Figures) -> None:
    for levels in ((1,), (2,), (3,), (1, 2), (1, 2, 3)):
        wanted = [s for s in gold if s["level"] in levels]
        have = [s for s in given if s["level"] in levels]
        match = match_sections(wanted, have, by_level=True)
        if len(levels) == 1:
            _list_differences(wanted, have, match, figures)
        figures.add(
            "sections_level_" + "".join(map(str, levels)),
            f1(len(match), len(have), len(wanted)) if wanted or have else None,
            f"f1 ({len(match)} of {len(wanted)}, {len(have)} given)",
        )
    levelled = [s for s in given if s["level"] in (1, 2, 3)]
    match = match_sections(gold, levelled, by_level=False)
    pairs = [(gold[g], levelled[p]) for g, p in match.items()]
    exact = sum(bare(g["heading"]) == bare(p["heading"]) for g, p in pairs)
    roles = sum(g["role"] == p["role"] for g, p in pairs)
    for g, p in pairs:
        if g["role"] != p["role"]:
            figures.differs("role", g["line"], g["heading"], g["role"], p["role"])
    figures.add(
        "sections_any_level",
        f1(len(match), len(levelled), len(gold)),
        f"f1 ({len(match)} of {len(gold)}, {len(levelled)} given)",
    )
    figures.add("heading_exact", share(exact, len(match)), "of those found")
    figures.add("roles", share(roles, len(gold)), f"of all {len(gold)} sections")


def _list_differences(
    wanted: Sequence[Row], have: Sequence[Row], match: Mapping[int, int], figures: Figures
) -> None:
    for at, section in enumerate(wanted):
        if at not in match:
            figures.differs(
                "missing section", section["level"], section["line"], section["heading"]
            )
    used = set(match.values())
    for at, section in enumerate(have):
        if at not in used:
            figures.differs("extra section", section["level"], section["line"], section["heading"])


def _noise(wanted: set[int], have: set[int], figures: Figures) -> None:
    figures.add(
        "noise",
        f1(len(wanted & have), len(have), len(wanted)) if wanted or have else 1.0,
        f"f1 (lost text {sorted(have - wanted)[:5]}, left noise {sorted(wanted - have)[:5]})",
    )


def _pairs(outline: Row) -> set[tuple[int, int]]:
    return {(first, second) for first, second in outline["broken"]}


def _roles_by_line(outline: Row) -> dict[int, str]:
    return {
        line: part["role"]
        for part in outline.get("parts") or []
        for line in range(part["from"], part["to"] + 1)
    }


def _parts(gold: Row, given: Row, figures: Figures) -> None:
    wanted, have = _roles_by_line(gold), _roles_by_line(given)
    if wanted:
        right = sum(have.get(line) == role for line, role in wanted.items())
        figures.add("parts", share(right, len(wanted)), f"of {len(wanted)} lines")
