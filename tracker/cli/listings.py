"""Rows of each verb with their flat form and the columns of their terminal table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from tracker.cli.layout import Detail, Listing, TableColumn
from tracker.cli.speech import language_now
from tracker.export import flat
from tracker.export.badges import name_of_ladder, way_of_figure, way_of_wording
from tracker.export.flat import parts_of
from tracker.export.handout_table import SIGNS
from tracker.export.rows import Row
from tracker.message import Message
from tracker.model.change import ChangeKind, Direction, Ladder
from tracker.model.commitment import StatementKind
from tracker.model.measure import Comparison
from tracker.model.outline import Role
from tracker.model.report import RegionLevel, ReportKind
from tracker.model.tracking import Verdict
from tracker.model.words import word

_LINE = Message("行", "line")
_EARLIER_LINE = Message("上期行", "earlier line")
_LATER_LINE = Message("本期行", "later line")
_SHORT_TABLE = 12


def _part(row: Row, key: str) -> Row:
    found = row.get(key)
    return found if isinstance(found, dict) else {}


def _field(key: str, title: Message, ratio: int = 0) -> TableColumn:
    return TableColumn(title, lambda row: row.get(key), ratio)


def outline_listing(row: Row) -> Listing:
    """Return the headings of an outline, what the report says of itself above them."""
    language = language_now()
    kind = word(ReportKind(str(row["kind"]))).text(language)
    level = row["region_level"]
    rank = word(RegionLevel(str(level))) if level else Message("", "")
    region = Message(f"{row['region']}（{rank.zh}）", f"{row['region']} ({rank.en})").text(language)
    told = (
        region if level else "",
        row["year"],
        kind,
        row["date"],
        row["meeting"],
        row["office"],
        row["speaker"],
    )
    head = [str(row["title"] or row["file"]), "  ".join(str(t) for t in told if t)]
    return Listing(
        rows=parts_of(row, "sections"),
        flatten=list,
        columns=(
            _field("line", _LINE),
            TableColumn(
                Message("标题", "heading"),
                lambda s: "  " * (int(str(s["level"])) - 1) + f"{s['number']}{s['heading']}",
                1,
            ),
            TableColumn(
                Message("部分", "part"), lambda s: word(Role(str(s["role"]))).text(language)
            ),
        ),
        head=head,
    )


_BODY = Message("责任单位", "responsible")


def statement_listing(rows: Sequence[Row]) -> Listing:
    """Return promises or results."""
    language = language_now()
    year = "due" if rows and "due" in rows[0] else "year"
    return Listing(
        rows=rows,
        flatten=flat.statements,
        columns=(
            _field("line", _LINE),
            TableColumn(
                Message("类别", "kind"),
                lambda row: word(StatementKind(str(row["kind"]))).text(language),
            ),
            _field("object", Message("事项", "object"), 2),
            _field("quote", Message("原文", "text"), 4),
            _field(year, Message("时限", "due") if year == "due" else Message("年度", "year")),
            *([_field("body", _BODY, 1)] if any(row.get("body") for row in rows) else []),
        ),
    )


def align_listing(rows: Sequence[Row]) -> Listing:
    """Return sections with the best counterpart of each, and how many more there are."""

    def best(row: Row) -> Row:
        return (parts_of(row, "b") or [{}])[0]

    def more(row: Row) -> str:
        return f"+{len(parts_of(row, 'b')) - 1}" if len(parts_of(row, "b")) > 1 else ""

    def score(row: Row) -> str:
        found = best(row).get("score")
        return f"{found:.2f}" if isinstance(found, float | int) else ""

    return Listing(
        rows=rows,
        flatten=flat.links,
        columns=(
            _field("a_line", _EARLIER_LINE),
            TableColumn(
                Message("上期章节", "earlier section"),
                lambda row: "  " * (int(str(row["level"])) - 2) + str(row["a_heading"]),
                1,
            ),
            TableColumn(_LATER_LINE, lambda row: best(row).get("b_line")),
            TableColumn(
                Message("本期章节", "later section"),
                lambda row: best(row).get("b_heading") or "—",
                1,
            ),
            TableColumn(Message("得分", "score"), score),
            TableColumn(Message("另有", "more"), more),
        ),
    )


def diff_listing(rows: Sequence[Row]) -> Listing:
    """Return the changes of all sections; what stayed the same is left out of the table."""
    language = language_now()

    def kind(row: Row) -> str:
        if row["op"] == "number":
            ways = [Direction(str(row[name])) if row[name] else None for name in ("value", "bound")]
            name, way = Message("数字", "figure"), way_of_figure(*ways)
            return f"{name.text(language)} {way.text(language)}".strip()
        if row["op"] == "wording":
            ladder, direction = Ladder(str(row["ladder"])), Direction(str(row["direction"]))
            name, way = name_of_ladder(ladder), way_of_wording(ladder, direction)
            return f"{name.text(language)} {way.text(language)}"
        return word(ChangeKind(str(row["op"]))).text(language)

    def side(row: Row, name: str) -> object:
        if row["op"] == "number" and row[name] is not None:
            bound = row[f"{name}_op"]
            sign = SIGNS.get(Comparison(str(bound)), "") if bound else ""
            unit = row["a_unit" if name == "a" else "unit"] or ""
            return f"{row['indicator']} {sign}{row[name]}{unit}"
        return row[name]

    changed = [row for row in flat.changes(rows) if row["op"] != ChangeKind.EQUAL]
    return Listing(
        rows=rows,
        flatten=flat.changes,
        table_rows=changed,
        columns=(
            TableColumn(_EARLIER_LINE, lambda row: row["a_line"] or row["a_section_line"]),
            TableColumn(_LATER_LINE, lambda row: row["b_line"] or row["b_section_line"]),
            TableColumn(Message("变动", "change"), kind),
            TableColumn(Message("上期", "earlier"), lambda row: side(row, "a"), 1),
            TableColumn(Message("本期", "later"), lambda row: side(row, "b"), 1),
        ),
    )


def _verdict(row: Row) -> str:
    return word(Verdict(str(row["verdict"]))).text(language_now())


def _verdict_look(row: Row) -> str:
    return _LOOKS[Verdict(str(row["verdict"]))]


_LOOKS = {
    Verdict.FULFILLED: "green",
    Verdict.PARTIAL: "green",
    Verdict.MISSED: "bold red",
    Verdict.IN_PROGRESS: "blue",
    Verdict.NOT_REPORTED: "dim",
    Verdict.UNDETERMINED: "yellow",
    Verdict.PENDING: "dim",
}
"""Colours of a terminal beside the words, never in their stead."""


def _counts(rows: Iterable[Row]) -> str:
    language = language_now()
    counted = Counter(str(row["verdict"]) for row in rows)
    return "  ".join(
        f"{word(verdict).text(language)} {counted[verdict]}"
        for verdict in Verdict
        if counted[verdict]
    )


_DECIDED = {Verdict.FULFILLED, Verdict.PARTIAL, Verdict.MISSED}


def _examples(rows: Sequence[Row]) -> list[Row]:
    """Return a dozen rows in the order of the text, decided ones before the others."""
    order = sorted(range(len(rows)), key=lambda at: rows[at]["verdict"] not in _DECIDED)
    return [rows[at] for at in sorted(order[:_SHORT_TABLE])]


def _clause(row: Row) -> tuple[object, str]:
    commitment = _part(row, "commitment")
    return commitment["line"], str(commitment["quote"])


def track_listing(rows: Sequence[Row], *, short: bool) -> Listing:
    """Return judged promises.

    Args:
        rows: All of them.
        short: Show a dozen as a table, because the whole goes to a file.
    """
    shown = _examples(rows) if short else rows
    body = TableColumn(_BODY, lambda row: _part(row, "commitment")["body"], 1)
    head = [
        Message(f"承诺 {len(rows)} 项", f"{len(rows)} promises").text(language_now()),
        _counts(rows),
    ]
    if len(shown) < len(rows):
        left = len(rows) - len(shown)
        head.append(
            Message(
                f"下面举 {len(shown)} 项，其余 {left} 项见文件。",
                f"{len(shown)} of them follow; the other {left} are in the file.",
            ).text(language_now())
        )

    clauses = Counter(_clause(row) for row in rows)

    def promise(row: Row) -> str:
        """Return the clause, and what of it is meant where it holds several promises."""
        line, quote = _clause(row)
        shared = clauses[line, quote] > 1
        return f"〔{_part(row, 'commitment')['object']}〕{quote}" if shared else quote

    return Listing(
        rows=rows,
        flatten=flat.trackings,
        table_rows=shown,
        head=head,
        columns=(
            TableColumn(_LINE, lambda row: _part(row, "commitment")["line"]),
            TableColumn(Message("承诺", "promise"), promise, 1, 2),
            TableColumn(Message("时限", "due"), lambda row: _part(row, "commitment")["due"]),
            *([body] if any(map(body.value, rows)) else []),
            TableColumn(Message("结论", "verdict"), _verdict, look=_verdict_look),
        ),
        details=_grounds,
    )


def _grounds(row: Row) -> list[Detail]:
    """Return what a verdict rests on: the passage and the reason."""
    details = []
    best = next(iter(parts_of(row, "evidence")), None)
    if best is not None:
        # What was found beside a promise that nothing speaks of is only the nearest passage.
        answers = best["standing"] == "evidence"
        label = Message("依据", "evidence") if answers else Message("候选", "nearest")
        place = f"{PurePath(str(best['file'])).name}:{best['line']}"
        details.append(Detail(label, f"{place} {best['quote']}"))
    details.append(Detail(Message("理由", "reason"), str(row["reason"]), 2))
    return details
