"""The tracking report as tables of plain cells: columns, rows and words for every writer.

What an xlsx sheet, an HTML page and a CSV file say is decided here; they only lay it out.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.export.grounds import WORTH_SHOWING, is_answered, ranked, what_fits
from tracker.export.rows import number, said_value
from tracker.message import Message
from tracker.model.exchange import SHEET_HEADS
from tracker.model.handout import HandoutOptions, TrackedPromise, TrackingReport
from tracker.model.measure import Comparison, Measure, MeasureKind
from tracker.model.report import Report
from tracker.model.tracking import Evidence, Tracking, Verdict
from tracker.model.words import meaning, word

Cell = str | int | float | None

SIGNS = {
    Comparison.AT_LEAST: "≥",
    Comparison.MORE: ">",
    Comparison.AT_MOST: "≤",
    Comparison.LESS: "<",
    Comparison.ABOUT: "≈",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a handout.

    Attributes:
        key: Stable name.
        title: Head.
        width: Width in characters of a Latin font, as spreadsheets count.
    """

    key: str
    title: Message
    width: int


VERDICT_COLOURS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.FULFILLED: ("#C6EFCE", "#0B5D1E"),
    Verdict.PARTIAL: ("#FFEB9C", "#6B5300"),
    Verdict.MISSED: ("#FFC7CE", "#9C0006"),
    Verdict.IN_PROGRESS: ("#D6E6F5", "#174A7C"),
    Verdict.NOT_REPORTED: ("#E4E4E4", "#3A3A3A"),
    Verdict.UNDETERMINED: ("#E9DDF7", "#5B3586"),
    Verdict.PENDING: ("#F5F5F5", "#5A5A5A"),
}
"""Background and letters in the hues of the screen; contrast of each pair is at least 4.5 to 1.

The word stands there too.
"""

PROMISE_COLUMNS = (
    Column("no", Message("序号", "No."), 6),
    Column("report", SHEET_HEADS["report"], 14),
    Column("promise", SHEET_HEADS["promise"], 36),
    Column("due", Message("时限", "due"), 9),
    Column("body", Message("责任单位", "responsible body"), 14),
    Column("verdict", Message("结论", "verdict"), 15),
    Column("evidence", Message("依据原文", "evidence"), 36),
    Column("source", Message("依据出处", "found in"), 14),
    Column("reason", Message("理由", "reason"), 32),
    Column("mark", SHEET_HEADS["mark"], 15),
    Column("note", SHEET_HEADS["note"], 16),
    Column("object", Message("事项", "object"), 20),
    Column("line", Message("行", "line"), 6),
    Column("judged_by", Message("判断者", "judged by"), 14),
    Column("machine", Message("程序判断", "program says"), 15),
    Column("confidence", Message("把握", "confidence"), 11),
    Column("answered", Message("回应方式", "answered"), 12),
    Column("remarks", Message("附注", "remarks"), 16),
    Column("measures", Message("指标与目标值", "figures"), 30),
    Column("firmness", Message("语气", "firmness"), 9),
    Column("beneficiaries", Message("受益对象", "for whom"), 16),
    Column("section", Message("章节", "section"), 24),
    Column("id", SHEET_HEADS["id"], 26),
)
"""Every column; those that an office prints stand first."""
NUMBERS = frozenset(
    {
        *("no", "line", "confidence", "rank", "score", "year", "promised", "reported", "gap"),
        *("level", "characters", "earlier_line", "later_line"),
    }
)
"""Columns of numbers: set flush right."""
PRINTED = 11
"""How many of these columns go on paper: from the promise to the note beside it."""

EVIDENCE_COLUMNS = (
    Column("no", Message("序号", "No."), 6),
    Column("promise", Message("承诺原文", "promise"), 40),
    Column("rank", Message("次序", "rank"), 6),
    Column("standing", Message("性质", "standing"), 10),
    Column("source", Message("出处", "found in"), 24),
    Column("line", Message("行", "line"), 6),
    Column("quote", Message("原文", "passage"), 50),
    Column("score", Message("得分", "score"), 8),
    Column("why", Message("相合之处", "what fits"), 34),
)


def measure_words(measure: Measure, language: str) -> str:
    """Return a measure in short: 地区生产总值 增长 ≥6%."""
    sign = SIGNS.get(measure.comparison, "") if measure.comparison else ""
    value, upper = said_value(measure), number(measure.value2)
    if value is None:
        said = word(measure.relation).text(language) if measure.relation else ""
    else:
        said = f"{sign}{value}{'' if upper is None else f'～{upper}'}{measure.unit}"
    telling = measure.kind not in (MeasureKind.LEVEL, MeasureKind.OTHER)
    kind = word(measure.kind).text(language) if telling else ""
    return " ".join(part for part in (measure.indicator, kind, said) if part)


def remarks(tracking: Tracking, language: str) -> str:
    """Return what else is to be said of a promise, in a few words."""
    said = []
    if tracking.exceeded:
        said.append(Message("超额完成", "exceeded"))
    if tracking.restated:
        said.append(Message("再次承诺", "promised again"))
    if tracking.dropped:
        said.append(Message("不再列为目标", "no longer a target"))
    said.extend(word(goalpost) for goalpost in tracking.goalposts)
    return Message("；", "; ").text(language).join(message.text(language) for message in said)


def report_name(report: Report) -> str:
    """Return region and year of a report, its file name where they are unknown."""
    meta = report.meta
    told = f"{meta.region.name if meta.region else ''}{meta.year or ''}"
    return told or report.name


def source_name(handout: TrackingReport, report: Report, language: str) -> str:
    """Return what a report is called beside the others: its kind, or its file, where they need it.

    苏州市2023; 苏州市2023计划报告 where the work report of that year is there too.
    """
    name = report_name(report)
    alike = [one for one in handout.reports if report_name(one) == name]
    if len(alike) < 2:
        return name
    if sum(one.meta.kind is report.meta.kind for one in alike) > 1:
        return report.name
    kind = word(report.meta.kind)
    return Message(f"{name}{kind.zh}", f"{name} {kind.en}").text(language)


def _place(handout: TrackingReport, evidence: Evidence, language: str) -> str:
    report = handout.report(evidence.report_id)
    first, last = report.lines_of(evidence.span)
    lines = line_words(f"{first}–{last}" if last > first else first, language)
    return f"{source_name(handout, report, language)} · {lines}"


def _levelled(quote: str) -> str:
    """Return a quote without the indents of the tables and pages that it runs over."""
    return "\n".join(line.strip() for line in quote.splitlines() if line.strip())


def line_words(line: Cell, language: str) -> str:
    """Return where something stands: 第115行."""
    return Message(f"第{line}行", f"line {line}").text(language)


def _judge(row: TrackedPromise, language: str) -> str:
    if row.mark is None or row.mark.verdict is None:
        return Message("程序", "program").text(language)
    return f"{row.mark.user} {row.mark.at:%Y-%m-%d}".strip()


def promise_rows(handout: TrackingReport, options: HandoutOptions) -> Iterator[dict[str, Cell]]:
    """Yield one row for each promise; its best evidence stands beside it."""
    language, called = options.language, options.names()
    for no, row in enumerate(handout.rows, 1):
        tracking, statement = row.tracking, row.tracking.commitment.statement
        report = handout.report(statement.report_id)
        section = None if statement.section is None else report.sections[statement.section]
        best = tracking.evidence[0] if tracking.evidence and is_answered(tracking) else None
        yield {
            "no": no,
            "report": report_name(report),
            "section": section.heading.rstrip("。") if section else "",
            "line": report.line_of(statement.told.span.start),
            "object": statement.object,
            "promise": statement.told.quote,
            "measures": "\n".join(measure_words(m, language) for m in statement.measures),
            "due": tracking.commitment.due_text
            if tracking.commitment.deadline
            else tracking.commitment.due,
            "body": tracking.commitment.body,
            "firmness": word(tracking.commitment.firmness).text(language),
            "beneficiaries": statement.beneficiaries,
            "verdict": called[row.verdict],
            "mark": called[row.mark.verdict] if row.mark and row.mark.verdict else "",
            "judged_by": _judge(row, language),
            "machine": called[tracking.verdict],
            "confidence": round(tracking.confidence, 2) if _is_judged(tracking) else None,
            "answered": word(tracking.answered).text(language),
            "remarks": remarks(tracking, language),
            "evidence": _levelled(best.quote) if best else "",
            "source": _place(handout, best, language) if best else "",
            "reason": tracking.reason.text(language),
            "note": row.mark.note if row.mark else "",
            "id": tracking.commitment.id,
        }


def _is_judged(tracking: Tracking) -> bool:
    """Tell whether there is a judgement to be certain of; beside the others a number misleads."""
    return tracking.verdict not in (Verdict.PENDING, Verdict.UNDETERMINED)


def of_one_clause(rows: Sequence[Mapping[str, Cell]]) -> frozenset[Cell]:
    """Return the numbers of promises that share their clause: these need their object beside it."""
    counted = Counter((row["report"], row["line"], row["promise"]) for row in rows)
    return frozenset(
        row["no"] for row in rows if counted[row["report"], row["line"], row["promise"]] > 1
    )


def evidence_rows(handout: TrackingReport, language: str) -> Iterator[dict[str, Cell]]:
    """Yield one row for each passage that speaks of a promise, or is nearest to it."""
    for no, row in enumerate(handout.rows, 1):
        answered = is_answered(row.tracking)
        promise = row.tracking.commitment.statement
        standing = Message("依据", "evidence") if answered else Message("候选", "nearest")
        shown = [
            evidence
            for evidence in ranked(row.tracking)
            if answered or evidence.score.value >= WORTH_SHOWING
        ]
        for rank, evidence in enumerate(shown, 1):
            report = handout.report(evidence.report_id)
            yield {
                "no": no,
                "promise": promise.told.quote,
                "rank": rank,
                "standing": standing.text(language),
                "source": source_name(handout, report, language),
                "line": report.line_of(evidence.span.start),
                "quote": _levelled(evidence.quote),
                "score": round(evidence.score.value, 3),
                "why": what_fits(promise.quote, evidence).text(language),
            }


def without_empty(
    columns: Sequence[Column], rows: Sequence[Mapping[str, Cell]], kept: Container[str]
) -> list[Column]:
    """Return the columns in which anything stands, and those that are kept all the same."""
    empty = (None, "")
    return [
        one
        for one in columns
        if one.key in kept or not rows or any(row[one.key] not in empty for row in rows)
    ]


def chosen(
    columns: Sequence[Column], options: HandoutOptions, usual: Container[str]
) -> list[Column]:
    """Return the columns that are asked for, in their own order.

    Args:
        columns: All there are.
        options: What a person chose.
        usual: Keys of those that are shown where nothing was chosen.
    """
    wanted = options.columns or usual
    hidden = () if options.evidence else ("evidence", "source")
    return [one for one in columns if one.key in wanted and one.key not in hidden]


def method_rows(handout: TrackingReport, options: HandoutOptions) -> Iterator[tuple[str, str]]:
    """Yield what a reader must know to check the handout: program, sources, meaning of words."""
    language, called = options.language, options.names()

    def say(zh: str, en: str) -> str:
        return Message(zh, en).text(language)

    yield say("程序", "Program"), f"duizhang {handout.version}"
    yield (
        say("说明", "How it was made"),
        say(
            "承诺与依据均为原文摘录。结论由程序按固定规则给出，经人工标记的以人工为准。",
            "Promises and evidence are verbatim. Verdicts follow fixed rules of the program; "
            "where a person has marked a promise, the person's verdict stands.",
        ),
    )
    for report in handout.reports:
        called_so = source_name(handout, report, language)
        behind = "" if called_so == report.name else f" ({called_so})"
        yield say("文件", "File"), f"{report.name}{behind}"
    for verdict in Verdict:
        yield called[verdict], meaning(verdict).text(language)


def audit_rows(handout: TrackingReport, language: str) -> Iterator[tuple[str, str]]:
    """Yield by what another person finds the very same again: versions and hashes."""

    def say(zh: str, en: str) -> str:
        return Message(zh, en).text(language)

    yield say("程序版本", "Program"), f"duizhang {handout.version}"
    if handout.findings:
        yield say("规则版本", "Rules"), handout.findings
    marked = sum(row.mark is not None for row in handout.rows)
    yield (
        say("条数", "Rows"),
        say(
            f"承诺{len(handout.rows)}条，其中人工标记{marked}条",
            f"{len(handout.rows)} promises, {marked} marked by people",
        ),
    )
    for report in handout.reports:
        yield report.name, f"SHA-256 {report.id}"


PAIR_COLUMNS = (
    Column("region", Message("地区", "region"), 14),
    Column("indicator", Message("指标", "indicator"), 24),
    Column("scope", Message("范围", "scope"), 10),
    Column("kind", Message("类型", "measure"), 10),
    Column("year", Message("年份", "year"), 7),
    Column("sign", Message("承诺方式", "how"), 9),
    Column("promised", Message("承诺值", "promised"), 12),
    Column("reported", Message("报告值", "reported"), 12),
    Column("unit", Message("单位", "unit"), 8),
    Column("gap", Message("差", "difference"), 10),
    Column("promised_quote", Message("承诺原文", "promise"), 36),
    Column("promised_place", Message("承诺出处", "promised in"), 18),
    Column("reported_quote", Message("结果原文", "result"), 36),
    Column("reported_place", Message("结果出处", "reported in"), 18),
)


def pair_rows(handout: TrackingReport, language: str) -> Iterator[dict[str, Cell]]:
    """Yield one row for each indicator and year: what was promised, what was reported."""
    for pair in handout.pairs:
        promised, reported = pair.promised_value, pair.reported_value
        both = promised is not None and reported is not None
        row: dict[str, Cell] = {
            "region": pair.region,
            "indicator": pair.indicator.name,
            "scope": pair.indicator.scope,
            "kind": word(pair.kind).text(language),
            "year": pair.year,
            "sign": SIGNS.get(pair.comparison, "") if pair.comparison else "",
            "promised": number(promised),
            "reported": number(reported),
            "unit": pair.unit,
            "gap": number(reported - promised) if both else None,  # type: ignore[operator]
        }
        for side, value in (("promised", pair.promised), ("reported", pair.reported)):
            report = handout.report(value.report_id) if value else None
            row[f"{side}_quote"] = report.quote(value.span) if report and value else ""
            row[f"{side}_place"] = (
                f"{source_name(handout, report, language)} · "
                f"{line_words(report.line_of(value.span.start), language)}"
                if report and value
                else ""
            )
        yield row


def counts(handout: TrackingReport, options: HandoutOptions) -> list[tuple[Verdict, str, int]]:
    """Return how many promises stand at each verdict, those that occur."""
    return [
        (verdict, name, handout.count(verdict))
        for verdict, name in options.names().items()
        if handout.count(verdict)
    ]


ReadResource = Callable[[str], bytes]
"""Reads a file of ``resources/`` by its name."""
