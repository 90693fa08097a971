"""How well the alignment of sections agrees with one made by hand (guide, section GD)."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.accuracy.figures import Figures
from tests.accuracy.likeness import f1, likeness, same_heading, share

Row = Mapping[str, Any]


def _row_of(section: Row, given: Sequence[Row]) -> Row | None:
    rows = [
        row
        for row in given
        if row["a_line"] == section["a_line"]
        and same_heading(row["a_heading"], section["a_heading"])
    ]
    heading = section["a_heading"]
    return max(rows, key=lambda row: likeness(row["a_heading"], heading), default=None)


def _best(row: Row | None) -> Row | None:
    links = row["b"] if row else ()
    return next((link for link in links if link["rel"] == "same"), None)


def _is_one_of(link: Row | None, wanted: Sequence[Row]) -> bool:
    return link is not None and any(
        link["b_line"] == other["b_line"] and same_heading(link["b_heading"], other["b_heading"])
        for other in wanted
    )


def score_alignment(gold: Sequence[Row], given: Sequence[Row]) -> Figures:
    """Return how often the first counterpart is right, and how often "none" is."""
    figures = Figures()
    right = hits = related = with_counterpart = 0
    without = given_without = right_without = 0
    for section in gold:
        row = _row_of(section, given)
        best = _best(row)
        same = [link for link in section["b"] if link["rel"] == "same"]
        says_none = row is not None and best is None
        given_without += says_none
        if same:
            with_counterpart += 1
            ok = _is_one_of(best, same)
            hits += ok
            related += _is_one_of(best, section["b"])
        else:
            without += 1
            right_without += says_none
            ok = says_none or _is_one_of(best, section["b"])
        right += ok
        if not ok:
            figures.differs(
                section["a_line"],
                section["a_heading"][:20],
                [link["b_heading"][:20] for link in same],
                "section not given" if row is None else best and best["b_heading"][:20],
            )
    figures.add("accuracy", share(right, len(gold)), f"({len(gold)} sections)")
    figures.add(
        "hit_at_1",
        share(hits, with_counterpart),
        f"({with_counterpart} with a counterpart; "
        f"{share(related, with_counterpart):.3f} counting related)",
    )
    figures.add(
        "no_counterpart",
        f1(right_without, given_without, without) if without else None,
        f"f1 ({without} without, {given_without} given without)",
    )
    return figures
