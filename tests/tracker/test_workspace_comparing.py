"""Comparisons over many reports of a workspace: what they find, and what of it is kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tracker.comparisons import ReportSet
from tracker.errors import InputProblem, Stopped
from tracker.model.decision import NamePair
from tracker.model.figures import Grouping
from tracker.model.ids import ReportId
from tracker.model.ranking import Gap, Reach
from tracker.model.tracking import Verdict
from tracker.pipeline import AnalysisOptions
from tracker.workspace import (
    Analysis,
    Workspace,
    new_phrases_in_workspace,
    spread_in_workspace,
)

COMMON = "深入学习贯彻绿水青山就是金山银山的发展理念，"
CITIES = {
    "苏州": ("6.5%左右", "6.1%"),
    "无锡": ("6%以上", "6.3%"),
    "常州": ("7%", "7%"),
}


def plan(city: str, year: int, goal: str = "", result: str = "", more: str = "") -> bytes:
    """Return a small report: what the year before brought, and goal and tasks of its own."""
    done = f"地区生产总值增长{result}。" if result else "经济平稳运行。"
    aim = f"今年发展的主要预期目标是：地区生产总值增长{goal}。" if goal else ""
    return (
        f"{year}年{city}市政府工作报告\n\n一、{year - 1}年工作回顾\n\n{done}\n\n"
        f"二、{year}年工作安排\n\n{aim}{COMMON}新建{city}图书馆。{more}\n"
    ).encode()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return a workspace with three cities in two years, and a province in one."""
    with Workspace.create(tmp_path / "w.duizhang", user="张三") as made:
        for city, (goal, result) in CITIES.items():
            made.import_bytes(f"{city}19.txt", plan(city, 2019, goal=goal))
            more = "推进“海绵城市”建设。" if city != "常州" else ""
            made.import_bytes(f"{city}20.txt", plan(city, 2020, result=result, more=more))
        text = plan("江苏", 2019, more="推进海绵城市试点。").decode().replace("江苏市", "江苏省")
        made.import_bytes("江苏.txt", text.encode())
        yield made


def of(workspace: Workspace, name: str) -> ReportId:
    """Return the report of a file."""
    (found,) = [entry.id for entry in workspace.entries() if entry.name == name]
    return found


def test_regions_of_a_year_stand_by_their_results_with_their_goals(workspace: Workspace) -> None:
    """The best first; 左右 tolerates half a point, and each value leads to its sentence."""
    compared = workspace.compare_regions(2019, "prefecture")
    (growth,) = [r for r in compared.rankings if r.choice.indicator.name == "地区生产总值"]
    places = [(row.rank, row.region[3:], row.reach) for row in growth.rows]
    assert places == [
        (1, "常州市", Reach.MET),
        (2, "无锡市", Reach.MET),
        (3, "苏州市", Reach.MET),
    ]
    best = growth.rows[0].pair
    assert best is not None
    assert best.promised is not None
    assert best.reported is not None
    assert "7%" in workspace.report(best.promised.report_id).quote(best.promised.span)
    assert "7%" in workspace.report(best.reported.report_id).quote(best.reported.span)


def test_what_is_missing_is_told_as_missing(workspace: Workspace) -> None:
    """A report that is not there is another thing than one without a figure."""
    whole = workspace.compare_regions(2019)
    (growth,) = [r for r in whole.rankings if r.choice.indicator.name == "地区生产总值"]
    (province,) = [row for row in growth.rows if row.level == "province"]
    assert (province.goal_gap, province.result_gap) == (Gap.NO_FIGURE, Gap.NO_REPORT)
    assert province.rank is None
    workspace.remove(of(workspace, "常州20.txt"))
    again = workspace.compare_regions(2019, "prefecture", "3204")
    assert again.rankings == ()  # one region alone is no comparison


def test_a_year_is_compared_within_a_division(workspace: Workspace) -> None:
    """Leading digits of the code choose the regions."""
    (first, *_) = workspace.compare_regions(2019, "", "32").rankings
    assert len(first.rows) == 4
    assert workspace.compare_regions(2019, "", "33").rankings == ()


def test_feedback_tells_each_region_and_year_and_leaves_no_hole(workspace: Workspace) -> None:
    """A year with a report that nothing looks back on has a cell without a rate."""
    found = workspace.feedback()
    assert found.years == (2019, 2020)
    by_name = {row.region: row for row in found.rows}
    suzhou = by_name["江苏省苏州市"]
    counted, waiting = suzhou.cells
    assert counted.figures is not None
    assert (counted.figures.quantified, counted.figures.quantified_answered) == (1, 1)
    assert (waiting.planned, waiting.figures) == (True, None)
    assert (by_name["江苏省"].cells[1].planned, by_name["江苏省"].whole.rate) == (False, None)
    assert found.whole.reports == 3
    assert found.whole.rate == 1
    assert found.published_here.reports == 0  # neither the cities nor the years


def test_feedback_counts_anew_what_people_marked(workspace: Workspace) -> None:
    """A mark acts at once, and undo takes it back, though figures are kept."""
    before = workspace.feedback()
    (goal,) = [
        c for c in workspace.commitments(of(workspace, "苏州19.txt")) if c.statement.measures
    ]
    workspace.mark(goal.id, verdict=Verdict.NOT_REPORTED)
    marked = workspace.feedback()
    assert marked.whole.answered == before.whole.answered - 1
    workspace.undo()
    assert workspace.feedback() == before


def test_feedback_can_be_had_in_slices(workspace: Workspace) -> None:
    """What is known is told when it is stopped, with what waits; the next slice goes on."""
    answers = iter((False, False, True))
    first = workspace.feedback(should_stop=lambda: next(answers))
    assert (first.waiting, first.whole.reports) == (1, 2)
    told: list[tuple[int, int]] = []
    whole = workspace.feedback(report_progress=lambda n, total, _: told.append((n, total)))
    assert (whole.waiting, whole.whole.reports) == (0, 3)
    assert told == [(2, 3)]


def test_names_that_are_one_thing_make_feedback_anew(workspace: Workspace) -> None:
    """A pair of names acts on figures that were kept before."""
    workspace.feedback()
    counted = []
    usual = workspace.count_report

    def count(report: ReportId, laters: Sequence[ReportId], by: Grouping = Grouping.REPORT):
        counted.append(report)
        return usual(report, laters, by)

    workspace.count_report = count  # type: ignore[method-assign]
    workspace.feedback()
    assert counted == []
    workspace.add_names(NamePair("苏州图书馆", "苏州文化宫"))
    workspace.feedback()
    assert len(counted) == 3


def test_shared_clauses_lead_to_where_else_they_stand(workspace: Workspace) -> None:
    """The same words in other cities and in the own report before; own words in neither."""
    later = of(workspace, "苏州20.txt")
    found = workspace.shared_of(later)
    report = workspace.report(later)
    shared = {report.quote(clause.span): clause for clause in found.clauses}
    common = shared["深入学习贯彻绿水青山就是金山银山的发展理念"]
    assert (common.own, common.regions, common.reports) == (True, 3, 5)
    assert "新建苏州图书馆" not in shared
    places = workspace.elsewhere(later, common)
    assert len(places) == 6
    assert [place.report.year for place in places] == sorted(p.report.year for p in places)
    for place in places:
        there = workspace.report(place.report.id)
        assert (
            there.quote(place.span) == place.quote == "深入学习贯彻绿水青山就是金山银山的发展理念"
        )
        assert place.likeness == 1


def test_shares_are_told_by_report_section_and_year(workspace: Workspace) -> None:
    """Letters of sections add up to those of the report; a first report has none before."""
    found = workspace.shared_text()
    assert [year.year for year in found.years] == [2019, 2020]
    firsts = [one for one in found.reports if one.report.year == 2019]
    assert all(one.before is None and one.share.own == 0 for one in firsts)
    one = workspace.shared_of(of(workspace, "苏州20.txt"))
    assert one.whole.share == next(
        other.share for other in found.reports if other.report.id == one.whole.report.id
    )
    assert sum(section.share.letters for section in one.sections) == one.whole.share.letters


def test_a_phrase_is_followed_from_level_to_level(workspace: Workspace) -> None:
    """The province says it first, then two of three cities; years know how many were asked."""
    found = spread_in_workspace(workspace, "海绵城市")
    first = found.uses[0].report
    assert (first.year, first.name) == (2019, "江苏.txt")
    assert {use.report.name for use in found.uses[1:]} == {"苏州20.txt", "无锡20.txt"}
    assert all("海绵城市" in use.quote for use in found.uses)
    assert found.first_by_level["province"].report.name == "江苏.txt"
    (before, after) = found.years
    assert (before.reports, after.reports) == ({"province": 1}, {"prefecture": 2})
    assert after.looked_through == {"prefecture": 3}
    assert (before.newly, after.newly) == (1, 2)
    with pytest.raises(InputProblem):
        spread_in_workspace(workspace, "  ")


def test_new_phrases_are_those_of_no_earlier_year(workspace: Workspace) -> None:
    """海绵城市 between marks is new in 2020; of the first year nothing can be called new."""
    (phrase,) = workspace.new_phrases(2020)
    assert (phrase.text, phrase.reports, phrase.regions) == ("海绵城市", 2, 2)
    assert workspace.new_phrases(2019) == ()


def test_new_phrases_tell_where_their_words_were_within_longer_ones(workspace: Workspace) -> None:
    """海绵城市试点 stood in the province's report of the year before."""
    (phrase,) = new_phrases_in_workspace(workspace, 2020)
    assert (phrase.text, phrase.within) == ("海绵城市", 1)
    workspace.remove(of(workspace, "江苏.txt"))
    (alone,) = new_phrases_in_workspace(workspace, 2020)
    assert alone.within == 0


def test_a_report_that_comes_makes_nothing_of_the_others_anew(
    workspace: Workspace, tmp_path: Path
) -> None:
    """What is kept of a report is made once, whatever comes beside it."""
    workspace.shared_text()
    workspace.import_bytes("镇江.txt", plan("镇江", 2020))
    workspace.close()
    made: list[str] = []
    usual = Analysis()

    def trace(report: object) -> object:
        made.append(report.name)  # type: ignore[attr-defined]
        return usual.trace(report)  # type: ignore[arg-type]

    counting = Analysis(trace=trace)  # type: ignore[arg-type]
    with Workspace.open(tmp_path / "w.duizhang", analysis=counting) as again:
        assert len(again.shared_text().reports) == 8
    assert made == ["镇江.txt"]


def test_comparing_can_be_stopped_and_goes_on_from_there(workspace: Workspace) -> None:
    """What was found by then is kept."""
    asked = 0

    def after_three() -> bool:
        nonlocal asked
        asked += 1
        return asked > 4

    with pytest.raises(Stopped):
        workspace.shared_text(should_stop=after_three)
    told: list[int] = []
    workspace.shared_text(report_progress=lambda _, total, __: told.append(total))
    assert told
    assert max(told) < 7


def test_a_workspace_and_loose_reports_tell_the_same(
    workspace: Workspace, options: AnalysisOptions
) -> None:
    """What the workspace keeps changes nothing."""
    reports = [workspace.report(entry.id) for entry in workspace.entries()]
    loose = ReportSet(reports, options)
    one = of(workspace, "苏州20.txt")
    assert loose.shared_text() == workspace.shared_text()
    assert loose.shared_of(one) == workspace.shared_of(one)
    assert loose.nearest(one) == workspace.nearest(one)
    assert loose.feedback().by_year == workspace.feedback().by_year
    assert loose.new_phrases(2020) == workspace.new_phrases(2020)
    assert loose.spread("海绵城市") == spread_in_workspace(workspace, "海绵城市")
    here = workspace.compare_regions(2019)
    assert [r.choice for r in loose.compare_regions(2019).rankings] == [
        r.choice for r in here.rankings
    ]
