"""How comparisons over many reports look in a terminal: columns, and what stands above them."""

from collections.abc import Sequence

from tracker.cli.layout import Listing, TableColumn
from tracker.cli.speech import language_now
from tracker.export.handout_table import SIGNS
from tracker.export.rows import Row
from tracker.message import Message
from tracker.model.feedback import PUBLISHED, Feedback, Tally
from tracker.model.first_use import Spread
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.ranking import Gap, Ranking, Reach
from tracker.model.report import RegionLevel
from tracker.model.shared_text import ReportTextShare, SharedText
from tracker.model.words import word

_REGION = TableColumn(Message("地区", "region"), lambda row: row["region"], 1)
_YEAR = TableColumn(Message("年度", "year"), lambda row: row["year"])
_FILE = TableColumn(Message("文件", "file"), lambda row: row["file"], 1)


def choice_listing(rows: Sequence[Row]) -> Listing:
    """Return the indicators that there are."""
    return Listing(
        rows=rows,
        flatten=list,
        columns=(
            TableColumn(Message("指标", "indicator"), lambda row: row["indicator"], 2),
            TableColumn(Message("类型", "measure"), _kind),
            TableColumn(Message("单位", "unit"), lambda row: row["unit"]),
            TableColumn(Message("有目标", "goals"), lambda row: row["goals"]),
            TableColumn(Message("有结果", "results"), lambda row: row["results"]),
        ),
    )


def _kind(row: Row) -> str:
    return word(MeasureKind(str(row["measure"]))).text(language_now())


def ranking_listing(rows: Sequence[Row], ranking: Ranking) -> Listing:
    """Return regions by an indicator."""
    choice = ranking.choice
    kind = word(choice.kind)
    zh = f"{ranking.year} 年{choice.indicator.name}（{kind.zh}，{choice.unit or '—'}）"
    en = f"{choice.indicator.name} ({kind.en}, {choice.unit or '—'}), {ranking.year}"
    return Listing(
        rows=rows,
        flatten=list,
        head=[Message(zh, en).text(language_now())],
        columns=(
            TableColumn(Message("位次", "rank"), lambda row: row["rank"] or "—"),
            _REGION,
            TableColumn(Message("目标", "goal"), _goal),
            TableColumn(Message("结果", "result"), _result),
            TableColumn(Message("结果减目标", "difference"), lambda row: row["difference"]),
            TableColumn(Message("对照", "reach"), _reach),
        ),
    )


def _goal(row: Row) -> str:
    if row["promised"] is None:
        return _gap(row["goal_gap"])
    sign = SIGNS.get(Comparison(str(row["promised_op"])), "") if row["promised_op"] else ""
    upper = "" if row["promised2"] is None else f"～{row['promised2']}"
    return f"{sign}{row['promised']}{upper}"


def _result(row: Row) -> str:
    return _gap(row["result_gap"]) if row["reported"] is None else str(row["reported"])


def _gap(value: object) -> str:
    return word(Gap(str(value))).text(language_now()) if value else ""


def _reach(row: Row) -> str:
    return word(Reach(str(row["reach"]))).text(language_now()) if row["reach"] else ""


def feedback_listing(rows: Sequence[Row], found: Feedback) -> Listing:
    """Return feedback rates, years as columns, what was published above them."""
    language = language_now()
    by_region: dict[str, dict[str, object]] = {}
    for row in rows:
        cells = by_region.setdefault(str(row["region"]), {"region": row["region"]})
        cells[str(row["year"])] = _rate(row)
    whole = {row.region: row.whole for row in found.rows}
    table: list[Row] = [
        {**cells, "whole": _percent(whole[name])} for name, cells in by_region.items()
    ]
    years: Row = {
        str(year): _percent(tally) for year, tally in zip(found.years, found.by_year, strict=True)
    }
    together = Message("合计", "together").text(language)
    table.append({"region": together, **years, "whole": _percent(found.whole)})
    return Listing(
        rows=rows,
        flatten=list,
        table_rows=table,
        head=[one.text(language) for one in _heads(found)],
        columns=(
            _REGION,
            *(_year_column(year) for year in found.years),
            TableColumn(Message("合计", "whole"), lambda row: row["whole"]),
        ),
    )


def _heads(found: Feedback) -> list[Message]:
    whole, here = found.whole, found.published_here
    cells = [cell.figures for row in found.rows for cell in row.cells]
    gaps = any(one is not None and one.missing_years and one.quantified for one in cells)
    heads = [GAP_TOLD] if gaps else []
    heads += [
        Message(
            f"反馈率：{whole.quantified} 项量化承诺中 {whole.answered} 项下一年有交代，"
            f"{_percent(whole)}（{whole.reports} 份报告）",
            f"Feedback rate: {whole.answered} of {whole.quantified} quantified promises are "
            f"answered the year after, {_percent(whole)} ({whole.reports} reports)",
        )
    ]
    if here.reports:
        heads.append(
            Message(
                f"杨君（中国行政管理 2013(5)）15 个副省级市 2002—2011 年：{_percent(PUBLISHED)}；"
                f"这里有其中 {here.reports} 份：{_percent(here)}",
                f"Yang Jun (2013), 15 sub-provincial cities, 2002 to 2011: {_percent(PUBLISHED)}; "
                f"here {here.reports} of these reports: {_percent(here)}",
            )
        )
    return heads


OVER_A_GAP = "–"
"""What stands for a feedback rate where the report of the next year is missing."""

GAP_TOLD = Message(
    "“–”：缺下一年的报告，没有反馈率", "–: no feedback rate, the report of the next year is missing"
)


def _percent(tally: Tally) -> str:
    return "—" if tally.rate is None else f"{tally.rate:.0%}"


def _rate(row: Row) -> str:
    rate = row["feedback_rate"]
    if isinstance(rate, float | int):
        return f"{rate:.0%}"
    signs = {
        "not_looked_back_on": "·",
        "over_missing_years": OVER_A_GAP if row["quantified"] else "",
    }
    return signs.get(str(row["state"]), "")


def _year_column(year: int) -> TableColumn:
    return TableColumn(Message(str(year), str(year)), lambda row: row.get(str(year), ""))


def share_listing(rows: Sequence[Row], text: SharedText) -> Listing:
    """Return reports with how much of them stands elsewhere; the years above them."""
    years = "  ".join(
        f"{one.year} {_of(one.share.rate(one.share.others))}"
        for one in text.years
        if one.share.letters
    )
    head = Message(f"各年与其他地区相同的比例：{years}", f"Shared with other regions: {years}")
    return Listing(
        rows=rows,
        flatten=list,
        head=[head.text(language_now())],
        columns=(
            _REGION,
            _YEAR,
            TableColumn(Message("字数", "letters"), lambda row: row["letters"]),
            TableColumn(Message("与上期相同", "before"), lambda row: _of(row["own_share"])),
            TableColumn(
                Message("与外地相同", "other regions"), lambda row: _of(row["others_share"])
            ),
            _FILE,
        ),
    )


def _of(value: object) -> str:
    return f"{value:.1%}" if isinstance(value, float | int) else "—"


def clause_listing(rows: Sequence[Row], found: ReportTextShare) -> Listing:
    """Return the clauses of a report that stand elsewhere."""
    share = found.whole.share
    own = "—" if found.whole.before is None else _of(share.rate(share.own))
    others = _of(share.rate(share.others))
    head = Message(
        f"与本地上期相同 {own}，与外地相同 {others}（比对外地报告 {found.whole.compared} 份）",
        f"Shared with the report before: {own}; with other regions: {others} "
        f"({found.whole.compared} reports of other regions)",
    )
    return Listing(
        rows=rows,
        flatten=list,
        head=[head.text(language_now())],
        columns=(
            TableColumn(Message("行", "line"), lambda row: row["line"]),
            TableColumn(Message("语句", "clause"), lambda row: row["quote"], 3),
            TableColumn(Message("上期", "before"), lambda row: "✓" if row["own"] else ""),
            TableColumn(Message("外地", "regions"), lambda row: row["regions"] or ""),
            TableColumn(Message("报告", "reports"), lambda row: row["reports"] or ""),
        ),
    )


def spread_listing(rows: Sequence[Row], spread: Spread) -> Listing:
    """Return who says a phrase, with a line for each level and one for the years above."""
    language = language_now()
    heads = []
    for level, use in spread.first_by_level.items():
        name = word(RegionLevel(level)) if level else Message("其他", "other")
        zh = f"{name.zh}：{use.report.year} 年 {use.report.region}"
        heads.append(Message(zh, f"{name.en}: {use.report.year}, {use.report.region}"))
    years = "  ".join(
        f"{one.year} {sum(one.reports.values())}/{sum(one.looked_through.values())}"
        for one in spread.years
        if one.reports
    )
    heads.append(Message(f"各年份数：{years}", f"Reports by year: {years}"))
    return Listing(
        rows=rows,
        flatten=list,
        head=[head.text(language) for head in heads],
        columns=(
            _YEAR,
            _REGION,
            TableColumn(
                Message("首次", "first"), lambda row: "●" if row["first_of_region"] else ""
            ),
            TableColumn(Message("次数", "times"), lambda row: row["times"]),
            TableColumn(Message("原文", "sentence"), lambda row: row["quote"], 3, 2),
        ),
    )


def phrase_listing(rows: Sequence[Row]) -> Listing:
    """Return new phrases."""
    return Listing(
        rows=rows,
        flatten=list,
        columns=(
            TableColumn(Message("提法", "phrase"), lambda row: row["phrase"], 2),
            TableColumn(Message("报告", "reports"), lambda row: row["reports"]),
            TableColumn(Message("地区", "regions"), lambda row: row["regions"]),
            TableColumn(Message("次年", "next year"), lambda row: row["next_year"]),
            TableColumn(Message("以后", "later"), lambda row: row["later"]),
            TableColumn(Message("早已含有", "within"), lambda row: row["within"]),
        ),
    )


def near_listing(rows: Sequence[Row]) -> Listing:
    """Return the reports that are near to one."""
    return Listing(
        rows=rows,
        flatten=list,
        columns=(
            TableColumn(Message("位次", "place"), lambda row: row["place"]),
            _REGION,
            _YEAR,
            TableColumn(Message("相近", "nearness"), lambda row: _of(row["likeness"])),
            TableColumn(Message("主题", "topics"), lambda row: _of(row["topics"])),
            TableColumn(Message("相同语句", "same words"), lambda row: _of(row["words"])),
            TableColumn(Message("句数", "clauses"), lambda row: row["clauses"]),
            _FILE,
        ),
    )
