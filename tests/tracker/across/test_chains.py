"""Chains: promises followed through the years of one region."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ROOT, SUZHOU
from tests.tracker.across.reports import report_of
from tracker import pipeline
from tracker.errors import InputProblem
from tracker.model.chain import Chain, ChainLink, ChainState, ShiftKind
from tracker.model.decision import NamePair, TrackingWords
from tracker.model.report import Region, RegionLevel, Report, ReportKind
from tracker.model.tracking import Goalpost, Verdict
from tracker.resources import load_options

GOLDEN = ROOT / "tests" / "golden"
OPTIONS = load_options()
ReadSeed = Callable[[str], Report]


def chains_of(*reports: Report) -> tuple[Chain, ...]:
    """Return the chains of reports."""
    return pipeline.chains(reports, OPTIONS)


def chain_about(words: str, *reports: Report) -> Chain:
    """Return the one chain that speaks of something."""
    (found,) = [c for c in chains_of(*reports) if words in c.links[0].commitment.statement.quote]
    return found


def years(chain: Chain) -> list[int]:
    """Return the years of a chain's links."""
    return [link.year for link in chain.links]


def test_a_bridge_is_followed_from_its_start_to_its_opening() -> None:
    """Promised 2021, reported started 2022, promised again 2023 after a silence, done 2024."""
    chain = chain_about(
        "金山大桥",
        report_of(2021, "开工建设金山大桥。"),
        report_of(2022, "实施健康城市行动。", review="去年金山大桥开工建设。"),
        report_of(2023, "建成金山大桥。", review="去年金山大桥加快建设。"),
        report_of(2024, "实施健康城市行动。", review="去年金山大桥建成通车。"),
    )
    assert years(chain) == [2021, 2023]
    assert [link.answered_in for link in chain.links] == [2022, 2024]
    assert [s.kind for s in chain.links[1].shifts] == [ShiftKind.FURTHER]
    assert chain.state is ChainState.DONE
    assert "2024 年报告说已做到" in chain.reason.zh


def test_a_lower_figure_and_a_softer_word_are_told_each_year() -> None:
    """6 % ensured, then 5 % striven for: the goalposts add up."""
    chain = chain_about(
        "地区生产总值",
        report_of(2020, "确保地区生产总值增长7%。"),
        report_of(2021, "地区生产总值增长6%。"),
        report_of(2022, "力争地区生产总值增长5%。"),
    )
    kinds = [[s.kind for s in link.shifts] for link in chain.links]
    assert kinds == [
        [],
        [ShiftKind.LOWER, ShiftKind.SOFTER],
        [ShiftKind.LOWER, ShiftKind.SOFTER],
    ]
    assert chain.goalposts.count(Goalpost.LOWER) == 2
    assert "7%→6%" in chain.links[1].shifts[0].message.zh


def test_a_lower_ceiling_is_no_moved_goalpost() -> None:
    """A lower rate of unemployment is a lower figure and a harder promise."""
    chain = chain_about(
        "失业率",
        report_of(2020, "城镇登记失业率控制在4%以内。"),
        report_of(2021, "城镇登记失业率控制在3%以内。"),
    )
    assert [s.kind for s in chain.links[1].shifts] == [ShiftKind.LOWER]
    assert chain.goalposts == ()


def test_a_work_put_off_is_a_later_year() -> None:
    """建成 2021, not reported, 建成 2022: the same stage for a later year."""
    chain = chain_about(
        "金山大桥", report_of(2021, "建成金山大桥。"), report_of(2022, "建成金山大桥。")
    )
    assert chain.goalposts == (Goalpost.LATER,)


def test_a_yearly_count_is_not_put_off() -> None:
    """新开通航线16条 each year is a promise of each year."""
    chain = chain_about(
        "航线", report_of(2021, "新开通境外航线16条。"), report_of(2022, "新开通境外航线14条。")
    )
    assert chain.goalposts == (Goalpost.LOWER,)


def test_a_promise_of_which_nothing_is_heard_is_gone() -> None:
    """Made once, neither answered nor made again."""
    chain = chain_about(
        "金山大桥", report_of(2021, "建成金山大桥。"), report_of(2022, "推进老旧小区改造。")
    )
    assert (chain.state, len(chain.links)) == (ChainState.GONE, 1)
    assert "此后未再提出" in chain.reason.zh


def test_a_later_report_answers_a_work_that_the_next_one_left_open() -> None:
    """A bridge is open also when only the report two years on says so."""
    chain = chain_about(
        "金山大桥",
        report_of(2021, "建成金山大桥。"),
        report_of(2022, "推进老旧小区改造。"),
        report_of(2023, "推进老旧小区改造。", review="去年金山大桥建成通车。"),
    )
    assert chain.links[-1].tracking.verdict is Verdict.NOT_REPORTED
    assert (chain.state, chain.answer_in) == (ChainState.DONE, 2023)


def test_the_next_report_at_hand_answers_where_one_is_missing() -> None:
    """2022 is missing: 2023 answers, and the story says that a report lacks."""
    chain = chain_about(
        "金山大桥",
        report_of(2021, "建成金山大桥。"),
        report_of(2023, "推进老旧小区改造。", review="2021年金山大桥建成通车。"),
    )
    assert chain.links[0].answered_in == 2023
    assert "其间的报告缺" in chain.reason.zh


def test_a_promise_for_later_years_is_open_until_then() -> None:
    """到2025年 is not gone because the report of 2022 does not speak of it."""
    chain = chain_about(
        "森林覆盖率",
        report_of(2021, "到2025年森林覆盖率达到30%。"),
        report_of(2022, "推进老旧小区改造。"),
    )
    assert chain.state is ChainState.OPEN
    assert "2025 年" in chain.reason.zh


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("推进苏州东站建设。", "推进苏州南站建设。"),
        ("建设轨道交通6号线。", "建设轨道交通7号线。"),
        ("启动金山大桥一期工程。", "启动金山大桥二期工程。"),
        ("加快建设太湖新城。", "建设太湖新城医院。"),
        ("发展“互联网+农业”。", "发展“互联网+教育”。"),
        ("新增公共自行车2万辆。", "新增公共自行车站点139个。"),
        ("五年城镇新增就业100万人。", "城镇新增就业20万人。"),
        ("进口增长5%。", "出口增长5%。"),
        ("发明专利拥有量增长15%。", "每万人发明专利拥有量增长6%。"),
        ("新增快速路14公里。", "新增快速路200公里。"),
        ("实现成交额800亿元。", "实现成交额900亿元。"),
        ("加强科技基础设施建设。", "强化重大基础设施建设。"),
        ("加快南京大学在本市建设。", "深化与南京大学合作。"),
    ],
)
def test_things_that_only_sound_alike_are_two_chains(before: str, after: str) -> None:
    """A wrong link is worse than a missing one."""
    assert all(
        len(c.links) == 1 for c in chains_of(report_of(2021, before), report_of(2022, after))
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("深化国有企业改革。", "分类推进国企改革。"),
        ("加快建设江苏南沿江城际铁路。", "推进南沿江城际铁路建设。"),
        ("国内生产总值增长6%左右。", "地区生产总值增长5%以上。"),
        ("新增学位4.8万个。", "增加学位5.47万个。"),
        ("加快“空心村”治理。", "加大空心村治理力度。"),
        ("实施居民消费价格涨幅控制在3%。", "居民消费价格上涨3%左右。"),
    ],
)
def test_one_thing_in_other_words_is_one_chain(before: str, after: str) -> None:
    """Another verb, an official name, an alias, a bound: the same promise made again."""
    lengths = [len(c.links) for c in chains_of(report_of(2021, before), report_of(2022, after))]
    assert 2 in lengths


def test_the_order_of_the_files_does_not_matter() -> None:
    """Reports are put in order by their years."""
    reports = [report_of(year, "建设金山大桥。") for year in (2021, 2022, 2023)]
    assert chains_of(*reports) == chains_of(*reversed(reports))


def test_two_documents_of_a_year_are_one_year_of_a_chain() -> None:
    """Work report and plan report promise the same: two links of one year, nothing changed."""
    work = report_of(2021, "地区生产总值增长6%。")
    plan = report_of(2021, "地区生产总值增长6%左右。")
    plan = replace(plan, meta=replace(plan.meta, kind=ReportKind.PLAN_REPORT))
    chain = chain_about("地区生产总值", work, plan, report_of(2022, "地区生产总值增长7%。"))
    assert years(chain) == [2021, 2021, 2022]
    assert chain.links[1].shifts == ()
    assert "2 次提出" in chain.reason.zh


@pytest.mark.parametrize("number", [0, 1])
def test_one_year_is_too_few(number: int) -> None:
    """A promise has no course through one year."""
    with pytest.raises(InputProblem) as problem:
        chains_of(*[report_of(2021, "建设金山大桥。")] * number)
    assert "两个年度" in problem.value.message.zh


def test_reports_of_two_regions_are_refused() -> None:
    """The sentence names both regions."""
    other = report_of(2022, "建设金山大桥。")
    region = Region("江苏省南京市", RegionLevel.PREFECTURE, "320100")
    other = replace(other, meta=replace(other.meta, region=region))
    with pytest.raises(InputProblem) as problem:
        chains_of(report_of(2021, "建设金山大桥。"), other)
    assert SUZHOU.name in problem.value.message.zh
    assert region.name in problem.value.message.en


def written(chains: tuple[Chain, ...]) -> str:
    """Return the chains that can be read at a desk: those of two links, then states counted."""
    blocks = []
    for chain in chains:
        if len(chain.links) < 2:
            continue
        lines = [f"{chain.name} [{chain.state.value}]", f"  {chain.reason.zh}"]
        for link in chain.links:
            shifts = "；".join(shift.message.zh for shift in link.shifts)
            quote = " ".join(link.commitment.statement.quote.split())
            verdict = link.tracking.verdict.value
            lines.append(f"  {link.year} {verdict:<13} {quote} {shifts}".rstrip())
        blocks.append("\n".join(lines))
    states = {state: sum(c.state is state for c in chains) for state in ChainState}
    blocks.append(" ".join(f"{state.value}={times}" for state, times in states.items()))
    return "\n".join(blocks) + "\n"


@pytest.fixture(scope="module")
def of_samples(read_seed: ReadSeed) -> tuple[Chain, ...]:
    """Return the chains of Suzhou's three sample documents, of 2021 and 2023."""
    return chains_of(*(read_seed(number) for number in ("000", "001", "002")))


def test_chains_of_the_samples_are_as_read_line_by_line(of_samples: tuple[Chain, ...]) -> None:
    """The golden file changes only on purpose: UPDATE_GOLDEN=1 writes it anew."""
    golden = GOLDEN / "across" / "chains_002_000_001.txt"
    found = written(of_samples)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_promise_of_the_samples_is_in_one_chain(
    of_samples: tuple[Chain, ...], read_seed: ReadSeed
) -> None:
    """Chains are disjoint, leave nothing out, and quote the source at its span."""
    reports = {r.id: r for r in map(read_seed, ("000", "001", "002"))}
    linked = [link.commitment for chain in of_samples for link in chain.links]
    promised = [c.id for r in reports.values() for c in pipeline.commitments(r, OPTIONS)]
    assert sorted(c.id for c in linked) == sorted(promised)
    for commitment in linked:
        statement = commitment.statement
        assert reports[statement.report_id].quote(statement.span) == statement.quote
    for chain in of_samples:
        assert years(chain) == sorted(years(chain))


_PLANS = st.lists(
    st.sampled_from(
        (
            "建成金山大桥。",
            "开工建设金山大桥。",
            "地区生产总值增长6%左右。",
            "力争地区生产总值增长5%。",
            "新增学位4.8万个。",
            "深化国有企业改革。",
            "加快建设轨道交通6号线、7号线。",
            "深化国有企业改革。",
        )
    ),
    min_size=1,
    max_size=5,
)


@given(st.lists(_PLANS, min_size=2, max_size=4))
def test_whatever_is_promised_chains_are_disjoint_and_complete(plans: list[list[str]]) -> None:
    """Every promise of every year is a link of exactly one chain, one of each year at most."""
    reports = [report_of(2018 + at, *lines) for at, lines in enumerate(plans)]
    found = chains_of(*reports)
    linked = [link.commitment.id for chain in found for link in chain.links]
    promised = [c.id for r in reports for c in pipeline.commitments(r, OPTIONS)]
    assert sorted(linked) == sorted(promised)
    for chain in found:
        assert len(set(years(chain))) == len(chain.links)
        for link in chain.links:
            statement = link.commitment.statement
            (report,) = [r for r in reports if r.id == statement.report_id]
            assert report.quote(statement.span) == statement.quote


def test_a_list_of_tasks_answers_nothing() -> None:
    """Tasks of 2022 do not look back on 2021; the report of 2023 does."""
    tasks = report_of(2022, "实施健康城市行动。", review="实施绿色城市行动。")
    tasks = replace(tasks, meta=replace(tasks.meta, kind=ReportKind.TASK_LIST))
    chain = chain_about(
        "金山大桥",
        report_of(2021, "建成金山大桥。"),
        tasks,
        report_of(2023, "实施健康城市行动。", review="去年金山大桥建成通车。"),
    )
    assert chain.links[0].answered_in == 2023
    assert chain.state is ChainState.DONE


RENAMED = (
    report_of(2021, "建成金山过江通道。"),
    report_of(2022, "实施健康城市行动。", review="去年银湖长江大桥建成通车。"),
)


def test_what_a_person_says_of_names_acts_in_chains() -> None:
    """A renamed bridge is answered once its names are known to be one thing."""
    (before,) = chain_links(RENAMED, TrackingWords())
    said = TrackingWords((NamePair("金山过江通道", "银湖长江大桥"),))
    (after,) = chain_links(RENAMED, said)
    assert before.tracking.verdict is Verdict.NOT_REPORTED
    assert after.tracking.verdict is Verdict.FULFILLED


def test_a_mark_takes_the_place_of_a_verdict() -> None:
    """The chain ends as the person says, and says whose word that is."""
    link, *_ = chain_links(RENAMED, TrackingWords())
    marks = {link.commitment.id: Verdict.PARTIAL}
    found = pipeline.chains(RENAMED, OPTIONS, marks=marks)
    (chain,) = [c for c in found if "金山" in c.links[0].commitment.statement.quote]
    assert (chain.state, chain.links[0].marked) == (ChainState.PARTIAL, True)
    assert "人工标记为部分兑现" in chain.reason.zh


def chain_links(reports: tuple[Report, ...], said: TrackingWords) -> tuple[ChainLink, ...]:
    """Return the times that the bridge was promised."""
    found = pipeline.chains(reports, OPTIONS, said)
    (chain,) = [c for c in found if "金山" in c.links[0].commitment.statement.quote]
    return chain.links
