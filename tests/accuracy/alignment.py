"""How well the alignment of sections agrees with one made by hand (guide, section GD)."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.accuracy.figures import Figures, SectionCounts
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


def _links(gold: Sequence[Row], given: Sequence[Row]) -> dict[str, float | None]:
    """Return how right all links are, not the first of each row only."""
    same_given = same_wanted = same_right = related_given = related_right = 0
    for section in gold:
        row = _row_of(section, given)
        links = row["b"] if row else ()
        same = [link for link in section["b"] if link["rel"] == "same"]
        offered = [link for link in links if link["rel"] == "same"]
        same_given += len(offered)
        same_wanted += len(same)
        same_right += sum(_is_one_of(link, same) for link in offered)
        overlaps = [link for link in links if link["rel"] == "related"]
        related_given += len(overlaps)
        related_right += sum(_is_one_of(link, section["b"]) for link in overlaps)
    return {
        "same_links": f1(same_right, same_given, same_wanted),
        "related_right": share(related_right, related_given) if related_given else None,
    }


def score_alignment(gold: Sequence[Row], given: Sequence[Row]) -> Figures:
    """Return how often the first counterpart is right, and how often "none" is.

    Beside them how right all links are: ``same_links`` is an F1, ``related_right`` the share of
    the overlaps in part that the gold knows as an overlap or a counterpart.
    """
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
    unread = sum(_row_of(section, given) is None for section in gold)
    missing = f", {unread} not found in the outline" if unread else ""
    figures.add("accuracy", share(right, len(gold)), f"({len(gold)} sections{missing})")
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
    for name, value in _links(gold, given).items():
        figures.add(name, value)
    figures.aligned = SectionCounts(len(gold), right, without, given_without, right_without)
    return figures


def score_together(pairs: Sequence[SectionCounts]) -> Figures:
    """Return the figures of several pairs of reports, each section counting the same."""
    total = sum(pairs, SectionCounts())
    figures = Figures()
    figures.add(
        "accuracy",
        share(total.right, total.sections),
        f"({total.right} of {total.sections} sections, {len(pairs)} pairs)",
    )
    figures.add(
        "no_counterpart",
        f1(total.right_without, total.given_without, total.without),
        f"f1 ({total.without} without, {total.given_without} given without, "
        f"{total.right_without} of them rightly)",
    )
    return figures
