"""How well verdicts and evidence agree with those of careful readers (guide, section GC)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.accuracy.figures import Figures
from tests.accuracy.likeness import f1, lines, name_likeness, share

Row = Mapping[str, Any]
Lines = Sequence[str]
"""Lines of a text; line n of the gold is ``lines[n - 1]``."""
HARD = ("fulfilled", "missed")
SURE = 0.8
NOT_EXTRACTED = "(not extracted)"


def stretch(text: Lines, line: int, quote: str | None) -> range | None:
    """Return where a quote stands in a line, or the longest piece of it that does.

    A quote that runs over several lines is looked for whole, then line by line.
    """
    if not 1 <= line <= len(text) or not quote:
        return None
    pieces = [quote, *sorted(quote.split("\n"), key=len, reverse=True)]
    for piece in pieces:
        at = text[line - 1].find(piece) if piece.strip() else -1
        if at >= 0:
            return range(at, at + len(piece))
    return None


def _overlap(one: range, other: range) -> int:
    return min(one.stop, other.stop) - max(one.start, other.start)


def match_promises(promises: Sequence[Row], given: Sequence[Row], text: Lines) -> dict[int, int]:
    """Return which given row (index) is which promise of the gold.

    A row counts when it holds at least half of the promise's words and is not more than three
    times as long; names decide between several.
    """
    ranked = []
    for i, promise in enumerate(promises):
        want = stretch(text, promise["line"], promise["quote"])
        if want is None:
            raise ValueError(f"the gold quotes what is not there: {promise['id']}")
        for j, row in enumerate(given):
            found = row["commitment"]
            here = promise["line"] in lines(found)
            have = stretch(text, promise["line"], found["quote"]) if here else None
            if have is None or len(have) > max(3 * len(want), len(want) + 40):
                continue
            overlap = _overlap(want, have)
            if overlap >= 0.5 * len(want):
                name = name_likeness(
                    found["object"] or found["quote"], promise.get("object") or promise["quote"]
                )
                ranked.append((-round(name, 1), -overlap, len(have), i, j))
    match: dict[int, int] = {}
    for *_, i, j in sorted(ranked):
        if i not in match and j not in match.values():
            match[i] = j
    return match


def supports(evidence: Row, gold: Row, texts: Mapping[str, Lines]) -> bool:
    """Tell whether a passage is the one that the gold names: they overlap, neither is a page."""
    name = Path(gold["file"]).name
    if Path(evidence["file"]).name != name or gold["line"] not in lines(evidence):
        return False
    text = texts.get(name, ())
    want = stretch(text, gold["line"], gold["quote"])
    have = stretch(text, gold["line"], evidence["quote"])
    if want is None or have is None:
        return False
    overlap, least = _overlap(want, have), 0.3 * min(len(want), len(have))
    return overlap >= least > 0 and len(have) <= max(4 * len(want), 200)


def score_tracking(
    promises: Sequence[Row],
    verdicts: Sequence[Row],
    given: Sequence[Row],
    earlier: Lines,
    laters: Mapping[str, Lines],
) -> Figures:
    """Return how many promises were found, judged right, and answered by the right passage.

    Args:
        promises: Gold promises; those without a gold verdict are left out.
        verdicts: Gold verdicts with their evidence.
        given: Rows of the tracking.
        earlier: Text of the earlier report.
        laters: Texts of the later ones by file name.
    """
    truth = {verdict["id"]: verdict for verdict in verdicts}
    asked = [promise for promise in promises if promise["id"] in truth]
    match = match_promises(asked, given, earlier)
    figures, confusion = Figures(), Counter[tuple[str, str]]()
    hits = need = sure = sure_right = 0
    for i, promise in enumerate(asked):
        gold = truth[promise["id"]]
        row = given[match[i]] if i in match else None
        verdict = row["verdict"] if row else NOT_EXTRACTED
        ok = verdict == gold["verdict"]
        confusion[gold["verdict"], verdict] += 1
        if row:
            figures.judged.append((row["confidence"], ok))
        if row and row["confidence"] >= SURE:
            sure += 1
            sure_right += ok
        shown = row["evidence"][:3] if row else []
        hit = any(supports(e, x, laters) for e in shown for x in gold["evidence"])
        need += bool(gold["evidence"])
        hits += hit
        if not ok or (gold["evidence"] and not hit):
            figures.differs(promise["id"], promise["quote"], gold["verdict"], verdict, hit)
    total = figures.asked = len(asked)
    figures.add("extracted", share(len(match), total), f"({total} promises, {len(given)} rows)")
    listed = _promises_listed(promises)
    figures.add(
        "rows_per_promise",
        share(len(given), listed),
        f"({listed} promises in the list that the gold was taken from)",
    )
    _verdicts(confusion, total, figures)
    figures.add("evidence_hit_at_3", share(hits, need), f"({need} with evidence)")
    hard = sum(n for (_, p), n in confusion.items() if p in HARD)
    hard_right = sum(n for (g, p), n in confusion.items() if p in HARD and p == g)
    figures.add(
        "hard_verdicts_right", share(hard_right, hard), f"of {hard} given fulfilled or missed"
    )
    figures.add(
        "confident_right",
        share(sure_right, sure),
        f"of those given with {SURE} or more, which are {share(sure, total):.3f} of all",
    )
    return figures


def _promises_listed(promises: Sequence[Row]) -> int:
    """Return how long the list of promises was: ids count on (C001 ...) where rows were left out.

    Rows on which two readers differed are no gold, but they are promises of the report.
    """
    numbers = [int("".join(c for c in row["id"] if c.isdigit()) or 0) for row in promises]
    return max(len(promises), *numbers)


def _verdicts(confusion: Counter[tuple[str, str]], total: int, figures: Figures) -> None:
    right = sum(n for (g, p), n in confusion.items() if g == p)
    figures.add("verdict_accuracy", share(right, total))
    kept = []
    for label in sorted({g for g, _ in confusion}):
        wanted = sum(n for (g, _), n in confusion.items() if g == label)
        given = sum(n for (_, p), n in confusion.items() if p == label)
        score = f1(confusion[label, label], given, wanted)
        figures.add(f"verdict_{label}", score, f"f1 ({wanted} gold)")
        if wanted >= 5:
            kept.append(score)
    figures.add(
        "verdict_macro_f1", share(sum(kept), len(kept)), "over verdicts with 5 or more gold rows"
    )


def score_table(gold: Sequence[Row], given: Sequence[Row], due: int) -> Figures:
    """Return how many rows of a table of targets and results were read and judged right.

    Args:
        gold: Rows, told apart by their indicator.
        given: Rows of the tracking of the report by itself.
        due: Year of the targets; rows due in other years are left out.
    """
    rows = [row for row in given if row["commitment"]["due"] == due]
    used: set[int] = set()
    figures, right = Figures(), 0
    for wanted in gold:
        free = [i for i in range(len(rows)) if i not in used]
        named = {i: _names(rows[i]["commitment"], wanted["indicator"]) for i in free}
        best = max(free, key=lambda i: (named[i], -i), default=None)
        if best is None or named[best] < 0.6:
            figures.differs("row missing", wanted["indicator"])
            continue
        used.add(best)
        verdict = rows[best]["verdict"]
        right += verdict == wanted["verdict"]
        if verdict != wanted["verdict"]:
            figures.differs(wanted["indicator"], wanted["verdict"], verdict, rows[best]["reason"])
    figures.add("rows", share(len(used), len(gold)), f"({len(rows)} given)")
    figures.add("verdict_accuracy", share(right, len(gold)))
    return figures


def _names(commitment: Row, indicator: str) -> float:
    names = [measure["indicator"] for measure in commitment["measures"]]
    return max(name_likeness(name, indicator) for name in (*names, commitment["object"]))
