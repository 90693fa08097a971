"""How well quantified promises agree with those found by hand (guide, section GB)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tests.accuracy.figures import Figures
from tests.accuracy.likeness import f1, in_base_unit, likeness, lines, name_likeness, share

Row = Mapping[str, Any]

SOFT = ({">", ">="}, {"<", "<="})
"""Comparisons that count as the same: 超 and 以上 are told apart by few readers."""
SHOWN = ("indicator", "op", "value", "value2", "unit")


def quantities(commitments: Sequence[Row]) -> list[Row]:
    """Return the measures with a number, each with line and quote."""
    found: list[Row] = []
    for commitment in commitments:
        for measure in commitment["measures"]:
            if measure["relation"] or in_base_unit(measure["value"], measure["unit"]) is None:
                continue
            place = {
                key: measure.get(key) or commitment[key] for key in ("line", "end_line", "quote")
            }
            found.append({**measure, **place})
    return found


def _figure(row: Row) -> float | None:
    found = in_base_unit(row["value"], row["unit"])
    return found[0] if found else None


def _unit(row: Row) -> str | None:
    found = in_base_unit(row["value"], row["unit"])
    return found[1] if found else None


def _upper(row: Row) -> float | None:
    found = in_base_unit(row.get("value2"), row["unit"])
    return found[0] if found else None


def match_quantities(gold: Sequence[Row], given: Sequence[Row]) -> dict[int, int]:
    """Return which given measure (index) is which gold row: same line and value, best first."""
    ranked = sorted(
        (
            _unit(p) != _unit(g),
            -round(name_likeness(p["indicator"], g["indicator"]), 2),
            p["op"] != g["op"],
            -likeness(p["quote"], g["quote"]),
            i,
            j,
        )
        for i, g in enumerate(gold)
        for j, p in enumerate(given)
        if g["line"] in lines(p) and _figure(p) == _figure(g)
    )
    match: dict[int, int] = {}
    for *_, i, j in ranked:
        if i not in match and j not in match.values():
            match[i] = j
    return match


def _agreement(gold: Row, given: Row) -> dict[str, bool]:
    return {
        "op": given["op"] == gold["op"] or {given["op"], gold["op"]} in SOFT,
        "unit": _unit(given) == _unit(gold),
        "measure": given["measure"] == gold["measure"],
        "indicator": name_likeness(given["indicator"], gold["indicator"]) >= 0.5,
        "range": _upper(given) == _upper(gold),
    }


def score_targets(gold: Sequence[Row], commitments: Sequence[Row]) -> Figures:
    """Return how many promises were found, and how many with every field right."""
    given = quantities(commitments)
    match = match_quantities(gold, given)
    figures, right, exact = Figures(), Counter[str](), 0
    for i, g in enumerate(gold):
        if i not in match:
            figures.differs("missed", g["line"], g["quote"])
            continue
        p = given[match[i]]
        agrees = _agreement(g, p)
        right.update(key for key, ok in agrees.items() if ok)
        wrong = [key for key, ok in agrees.items() if not ok]
        if set(wrong) <= {"measure"}:
            exact += 1
        else:
            shown = ({k: g.get(k) for k in ("quote", *SHOWN)}, {k: p[k] for k in SHOWN})
            figures.differs("differs", g["line"], wrong, *shown)
    for j, p in enumerate(given):
        if j not in match.values():
            figures.differs("extra", p["line"], p["quote"], p["indicator"], p["value"], p["unit"])
    found = len(match)
    figures.add(
        "exact",
        f1(exact, len(given), len(gold)),
        "f1 (indicator, comparison, value and unit all right)",
    )
    figures.add(
        "found",
        f1(found, len(given), len(gold)),
        f"f1 (recall {share(found, len(gold)):.3f}, precision {share(found, len(given)):.3f}, "
        f"{len(gold)} gold)",
    )
    for key in ("op", "unit", "measure", "indicator"):
        figures.add(f"field_{key}", share(right[key], found))
    return figures
