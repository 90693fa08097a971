"""The search over a library: counts, order, pages."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.postgres import Server
from tracker.errors import InputProblem
from tracker.model.outline import Role
from tracker.model.search import Order, Query, Scope
from tracker.text.pairs import one_spaced, spelled
from tracker.text.paragraphs import paragraphs_of
from tracker.workspace import Workspace, search_reports

Seed = Callable[[str], Path]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, seed: Seed) -> Iterator[Workspace]:
    """Yield a workspace of all samples."""
    path = tmp_path_factory.mktemp("search") / "w.duizhang"
    with Workspace.create(path) as opened:
        opened.import_files([seed(f"{number:03}") for number in range(5)])
        yield opened


def test_counts_are_those_of_a_plain_scan(workspace: Workspace) -> None:
    """Of any stretch of a text, of one character or many: as many paragraphs as hold it."""
    texts = {
        entry.id: [one.text for one, _ in paragraphs_of(workspace.report(entry.id))]
        for entry in workspace.entries()
    }
    plain = {
        report: [one_spaced(spelled(text)) for text in found] for report, found in texts.items()
    }
    random = Random(11)
    for _ in range(120):
        some = random.choice([one for found in texts.values() for one in found])
        start = random.randrange(len(some))
        stretch = some[start : start + random.choice((1, 2, 2, 3, 4, 7, 10))]
        if not stretch.strip() or set(stretch) & set('“”「」『』"\n'):
            continue
        wanted = one_spaced(spelled(" ".join(stretch.split())))
        found = workspace.search(Query(f"“{stretch}”"))
        counted = {one.report_id: one.n_paragraphs for one in found.reports}
        scanned = {report: sum(wanted in one for one in all_) for report, all_ in plain.items()}
        assert counted == {report: n for report, n in scanned.items() if n}, stretch
        assert found.n_paragraphs == sum(counted.values())
        assert found.exact


@pytest.mark.parametrize(
    "query",
    [
        Query("粮食"),
        Query("高质量 发展"),
        Query("苏州", whole_words=True),
        Query(r"增长\d+(\.\d+)?%", regex=True),
    ],
    ids=lambda query: query.text,
)
@pytest.mark.parametrize("order", list(Order))
def test_hits_of_a_report_are_those_of_reading_it(
    workspace: Workspace, query: Query, order: Order
) -> None:
    """Whatever order the reports come in, each has all of its hits, in the order of its text."""
    found = workspace.search(query, order=order)
    read = {
        one.report_id: one
        for entry in workspace.entries()
        for one in search_reports([workspace.report(entry.id)], query)
    }
    assert {one.report_id for one in found.reports} == set(read)
    assert all(found.hits(report) == hits for report, hits in read.items())


def test_pages_are_stable(workspace: Workspace) -> None:
    """Pages of one report each are those of a large one; asked twice they are the same."""
    found = workspace.search(Query("发展"))
    whole = found.page(0, len(found.reports))
    single = [one for at in range(len(found.reports)) for one in found.page(at, 1)]
    assert tuple(single) == whole == found.page(0, len(found.reports))
    assert [one.report_id for one in whole] == [one.report_id for one in found.reports]
    assert found.page(len(found.reports)) == ()
    again = workspace.search(Query("发展"))
    assert again.reports == found.reports


def test_a_page_shows_the_best_of_each_report(workspace: Workspace) -> None:
    """Three paragraphs of each, a short one on the matter before a long one in passing."""
    found = workspace.search(Query("粮食"))
    for one in found.page(0):
        every = found.hits(one.report_id).hits
        assert set(one.hits) <= set(every)
        assert list(one.hits) == sorted(one.hits, key=lambda hit: hit.span)
        assert len(one.hits) <= len(every)


def test_what_speaks_of_it_most_comes_first(tmp_path: Path) -> None:
    """By the share of paragraphs and their number; newest and library order are by the head."""
    with Workspace.create(tmp_path / "w.duizhang") as workspace:
        for name, year, said in (("苏州市", 2021, 1), ("杭州市", 2022, 4), ("宁波市", 2023, 2)):
            lines = ["发展数字经济，建设算力中心。"] * said + ["改善民生，建设学校。"] * (9 - said)
            text = f"{year}年{name}政府工作报告\n\n一、今年工作安排\n" + "\n".join(lines)
            workspace.import_bytes(f"{name}.txt", text.encode())
        names = {entry.id: entry.region_name[-3:] for entry in workspace.entries()}

        def order(asked: Order) -> list[str]:
            found = workspace.search(Query("算力"), order=asked)
            return [names[one.report_id] for one in found.reports]

        assert order(Order.RELEVANCE) == ["杭州市", "宁波市", "苏州市"]
        assert order(Order.NEWEST) == ["宁波市", "杭州市", "苏州市"]
        assert order(Order.LIBRARY) == [names[entry.id] for entry in workspace.entries()]


def test_a_scope_narrows_reports_and_parts(workspace: Workspace) -> None:
    """Years by the head of the report, roles by the lines of the hit."""
    every = workspace.search(Query("发展"))
    years = {entry.id: entry.year for entry in workspace.entries()}
    year = next(year for year in years.values() if year)
    of_year = workspace.search(Query("发展"), Scope(years=frozenset({year})))
    assert {one.report_id for one in of_year.reports} == {
        one.report_id for one in every.reports if years[one.report_id] == year
    }
    planned = workspace.search(Query("发展"), Scope(roles=frozenset({Role.PLAN})))
    assert 0 < planned.n_paragraphs < every.n_paragraphs
    assert all(hit.role is Role.PLAN for one in planned.page(0) for hit in one.hits)


def test_a_search_that_is_stopped_says_so(workspace: Workspace) -> None:
    """An expression that has to be held against every paragraph can be left."""
    found = workspace.search(Query(r"\d+", regex=True), should_stop=lambda: True)
    assert not found.complete
    assert not found.exact
    assert workspace.search(Query(r"\d+", regex=True)).complete


def test_a_query_that_cannot_be_looked_for_is_told(workspace: Workspace) -> None:
    """Nothing typed, or half an expression."""
    for query in (Query(" "), Query("(", regex=True)):
        with pytest.raises(InputProblem):
            workspace.search(query)


def test_a_role_set_right_is_the_role_of_its_hits(tmp_path: Path) -> None:
    """The index follows people's word on sections, and its being taken back."""
    text = (
        "2023年苏州市政府工作报告\n\n一、今年工作安排\n发展数字经济。\n二、其他事项\n发展粮食。\n"
    )
    with Workspace.create(tmp_path / "w.duizhang") as workspace:
        report = workspace.import_bytes("a.txt", text.encode()).entry.id
        section = workspace.report(report).sections[-1].index

        def roles() -> list[Role]:
            return [hit.role for hit in workspace.search(Query("粮食")).page(0)[0].hits]

        before = roles()
        workspace.correct_role(report, section, Role.REVIEW)
        assert roles() == [Role.REVIEW] != before
        workspace.undo()
        assert roles() == before


def test_a_shared_workspace_finds_the_same(
    workspace: Workspace, server: Server, seed: Seed
) -> None:
    """Words, phrases, signs, single characters and expressions: on a server as in a file."""
    queries = [
        *map(
            Query,
            ("粮食", "县", "5%", "'", "\\", "GDP", "高质量 发展", "「全面建成小康社会」", "。"),
        ),
        Query("苏州", whole_words=True),
        Query(r"增长\d+(\.\d+)?%", regex=True),
    ]
    with Workspace.create(server.new_database()) as shared:
        shared.import_files([seed(f"{number:03}") for number in range(5)])
        for query in queries:
            here, there = shared.search(query), workspace.search(query)
            assert set(here.reports) == set(there.reports), query
            for one in there.reports:
                assert here.hits(one.report_id) == there.hits(one.report_id)
        found = shared.search(Query("粮食"))
        shared.forget(found.reports[0].report_id)
        assert set(shared.search(Query("粮食")).reports) == set(found.reports[1:])
