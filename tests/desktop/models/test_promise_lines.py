"""The table of promises against plain Python: every filter, sort and group, and words by page."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.jobs import promise_rows
from desktop.jobs.job import JobContext
from desktop.jobs.promise_rows import RowBlock
from desktop.models import row_words
from desktop.models.arranging import SortBy, Wish, arrange
from desktop.models.commitment_table import CommitmentTable
from desktop.models.ledger import LOW, Ledger
from desktop.models.promise_field import Field
from desktop.models.promise_filter import NOT_MARKED, Condition, PromiseFilter
from desktop.models.promise_order import SORTS, PromiseOrder
from desktop.models.roles import DataRole
from desktop.models.words import name_of, say
from tests.builders import make_commitment, make_mark, make_report, make_tracking
from tracker.model.commitment import StatementKind
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.promise_rows import PromiseRows
from tracker.model.tracking import Answered, Verdict
from tracker.workspace import Workspace
from tracker.workspace.places import reading

TEXT = "主要目标\n地区生产总值增长6%左右。建成地铁6号线。新增学位5万个。新建绿地1200公顷。"
QUOTES = ("地区生产总值增长6%左右", "建成地铁6号线", "新增学位5万个", "新建绿地1200公顷")
OPEN = (Verdict.PENDING, Verdict.UNDETERMINED)
CODES, YEARS = ("320500", "", "110000"), (None, 2021, 2022)
BODIES = ("", "发改委", "教育局", "交通局、发改委")
CONTEXT = JobContext(lambda *_: None, lambda: False)


def plain_name(_: Field, value: str) -> str:
    """Call a value what it is: the order by names is tested, not the names."""
    return value


@st.composite
def promises(draw, report):
    """Draw a judged promise of a report, and what a person says of it."""
    commitment = make_commitment(report, draw(st.sampled_from(QUOTES)))
    number = draw(st.sampled_from(("", "h"))) + str(draw(st.integers(0, 10**6)))
    body = draw(st.sampled_from(BODIES))
    kind = draw(st.sampled_from(StatementKind))
    section = draw(st.sampled_from((None, 0)))
    commitment = replace(
        commitment,
        id=CommitmentId(f"{commitment.id.rsplit('-', 1)[0]}-{number}"),
        statement=replace(commitment.statement, kind=kind, section=section),
        due=draw(st.sampled_from((None, 2021, 2022, 2025))),
        body=body,
        by_hand=draw(st.booleans()),
    )
    tracking = replace(
        make_tracking(commitment, draw(st.sampled_from(Verdict))),
        answered=draw(st.sampled_from(Answered)),
        confidence=draw(st.sampled_from((0.0, 0.285, 0.5, 0.6, 0.875, 1.0))),
    )
    verdict, note = draw(
        st.sampled_from([(None, ""), (None, "待查"), *((one, "") for one in Verdict)])
    )
    mark = make_mark(commitment, verdict, note) if verdict or note else None
    return tracking, mark


@st.composite
def tables(draw):
    """Draw the reports of a table with their promises and marks."""
    made = []
    for n, (code, year) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(YEARS)), max_size=4))
    ):
        report = make_report(TEXT)
        prefix = f"{n:012}"
        rows = draw(st.lists(promises(report), max_size=6, unique_by=lambda r: r[0].commitment.id))
        own = []
        for tracking, mark in rows:
            name = CommitmentId(prefix + tracking.commitment.id[12:])
            promise = replace(tracking.commitment, id=name)
            marked = replace(mark, commitment_id=name) if mark else None
            own.append((replace(tracking, commitment=promise), marked))
        found = PromiseRows.of(report, [tracking for tracking, _ in own])
        marks = {mark.commitment_id: mark for _, mark in own if mark is not None}
        name = f"甲{code}"
        block = RowBlock(
            ReportId(prefix.ljust(64, "0")), name, code, year, found.columns, marks, rows=found
        )
        made.append((block, report, own))
    return made


class Oracle:
    """The same table, read whole: one plain row for each promise."""

    def __init__(self, made):
        ordered = sorted(made, key=lambda m: (m[0].region_code or "~", m[0].name, m[0].year or 0))
        self.rows = [
            (block, report, tracking, mark)
            for block, report, own in ordered
            for tracking, mark in own
        ]

    @staticmethod
    def status(row):
        _, _, tracking, mark = row
        return (mark.verdict if mark else None) or tracking.verdict

    @staticmethod
    def heading(row):
        _, report, tracking, _ = row
        at = tracking.commitment.statement.section
        return "" if at is None else report.sections[at].heading

    def value(self, field, row):
        block, _, tracking, mark = row
        return {
            Field.STATUS: lambda: self.status(row).value,
            Field.MACHINE: lambda: tracking.verdict.value,
            Field.MARK: lambda: mark.verdict.value if mark and mark.verdict else NOT_MARKED,
            Field.KIND: lambda: tracking.commitment.statement.kind.value,
            Field.SECTION: lambda: self.heading(row),
            Field.REGION: lambda: block.region_code or block.name,
            Field.YEAR: lambda: str(block.year or ""),
            Field.REPORT: lambda: block.report_id,
            Field.BODY: lambda: tracking.commitment.body,
            Field.ANSWERED: lambda: tracking.answered.value,
            Field.BY_HAND: lambda: "yes" if tracking.commitment.by_hand else "no",
            Field.NOTE: lambda: "yes" if mark and mark.note else "no",
            Field.DISAGREEMENT: lambda: (
                "yes" if mark and mark.verdict and tracking.verdict not in OPEN
                and mark.verdict is not tracking.verdict else "no"
            ),
        }[field]()  # fmt: skip

    def holds(self, condition, row):
        if condition.field is Field.CONFIDENCE:
            least, most = condition.range()
            sure = row[2].confidence
            return row[2].verdict not in OPEN and least <= round(sure * 100) <= most
        return self.value(condition.field, row) in condition.values

    def passes(self, wanted, row):
        _, _, tracking, mark = row
        said = tracking.commitment
        words = [said.statement.object, said.statement.told.quote, said.body]
        words += [self.heading(row)] + ([mark.note] if mark else [])
        return (
            (not wanted.verdicts or self.status(row) in wanted.verdicts)
            and all(self.holds(one, row) for one in wanted.conditions)
            and all(any(w in one.lower() for one in words) for w in wanted.words.lower().split())
        )

    def key(self, by, row):
        block, _, tracking, mark = row
        said, verdicts = tracking.commitment, list(Verdict)
        return {
            SortBy.PLACE: lambda: 0,
            SortBy.KIND: lambda: said.statement.kind.value,
            SortBy.SECTION: lambda: said.statement.section or 0,
            SortBy.DUE: lambda: said.due or 9999,
            SortBy.MACHINE: lambda: verdicts.index(tracking.verdict),
            SortBy.CONFIDENCE: lambda: -1 if tracking.verdict in OPEN else tracking.confidence,
            SortBy.MARK: lambda: verdicts.index(mark.verdict) if mark and mark.verdict else 99,
            SortBy.NOTE: lambda: (not (mark and mark.note), said_as(mark.note if mark else "")),
            SortBy.REPORT: lambda: (
                block.region_code or "~",
                block.name,
                block.year or 0,
                block.report_id,
            ),
            SortBy.BODY: lambda: (not said.body, said_as(said.body)),
            SortBy.ANSWERED: lambda: list(Answered).index(tracking.answered),
        }[by]()

    def shown(self, wanted, by, *, descending):
        rows = [row for row in self.rows if self.passes(wanted, row)]
        if by is SortBy.PLACE:
            return rows[::-1] if descending else rows
        return sorted(rows, key=lambda row: self.key(by, row), reverse=descending)


def said_as(text):
    """Return what a text is sorted by in a Chinese dictionary."""
    return reading(text.casefold()), text


def ids(rows):
    return [tracking.commitment.id for _, _, tracking, _ in rows]


conditions = st.one_of(
    st.builds(
        Condition,
        st.sampled_from((Field.MACHINE, Field.STATUS)),
        st.lists(st.sampled_from([v.value for v in Verdict]), min_size=1).map(tuple),
    ),
    st.builds(
        Condition,
        st.just(Field.MARK),
        st.lists(st.sampled_from([NOT_MARKED, "fulfilled", "missed"]), min_size=1).map(tuple),
    ),
    st.builds(
        Condition,
        st.sampled_from((Field.DISAGREEMENT, Field.BY_HAND, Field.NOTE)),
        st.sampled_from((("yes",), ("no",))),
    ),
    st.builds(Condition, st.just(Field.BODY), st.sampled_from((("",), BODIES[1:3], BODIES))),
    st.builds(Condition, st.just(Field.YEAR), st.sampled_from((("",), ("2021",), ("2022", "")))),
    st.builds(Condition, st.just(Field.REGION), st.sampled_from((("320500",), ("甲",)))),
    st.builds(Condition, st.just(Field.KIND), st.sampled_from((("target",), ("quota", "action")))),
    st.builds(Condition, st.just(Field.CONFIDENCE), st.sampled_from((("0", "60"), ("28", "28")))),
)  # fmt: skip
filters = st.builds(
    PromiseFilter,
    st.sampled_from(("", "地铁", "发改委", "主要目标", "待查", "5 万", "没有的词", "增长 发改")),
    st.frozensets(st.sampled_from(Verdict), max_size=3),
    st.lists(conditions, max_size=2, unique_by=lambda one: one.field).map(tuple),
)


def ledger_of(made):
    """Return the reports as the table has them; some come late, and stand in their place."""
    model = CommitmentTable()
    model.set_blocks(block for block, *_ in made)
    return model.ledger


@settings(max_examples=150, deadline=None)
@given(tables(), filters, st.sampled_from(SortBy), st.booleans())
def test_rows_are_those_of_plain_python(qapp, made, wanted, by, down):
    """Any filter and any sort, both ways: the same promises in the same order."""
    ledger, oracle = ledger_of(made), Oracle(made)
    found = arrange(ledger, Wish(wanted, by, down), plain_name)
    expected = ids(oracle.shown(wanted, by, descending=down))
    assert [ledger.id_at(int(row)) for row in found.lines] == expected
    assert [ledger.row_of(one) for one in expected] == found.lines.tolist()


@settings(max_examples=60, deadline=None)
@given(
    tables(),
    filters,
    st.sampled_from((Field.STATUS, Field.KIND, Field.REGION, Field.YEAR, Field.BODY)),
)
def test_groups_are_those_of_plain_python(qapp, made, wanted, by):
    """Each promise that passes stands in one group, with those that share its value."""
    ledger, oracle = ledger_of(made), Oracle(made)
    found = arrange(ledger, Wish(wanted, group=by), plain_name)
    shown = oracle.shown(wanted, SortBy.PLACE, descending=False)
    expected = {}
    for row in shown:
        expected.setdefault(oracle.value(by, row), []).append(row[2].commitment.id)
    groups = {group.key: [ledger.id_at(int(n)) for n in group.rows] for group in found.groups}
    assert groups == expected
    keys = [group.key for group in found.groups]
    assert [key for key, _ in groupby(keys)] == keys


@settings(max_examples=60, deadline=None)
@given(tables(), st.integers(0, 30))
def test_what_is_next_is_that_of_plain_python(qapp, made, seed):
    """Unmarked, uncertain and disagreeing rows are what a person would count."""
    ledger, oracle = ledger_of(made), Oracle(made)
    by_id = {row[2].commitment.id: row for row in oracle.rows}
    rows = [by_id[ledger.id_at(n)] for n in range(len(ledger))]
    marked = [oracle.value(Field.MARK, row) != NOT_MARKED for row in rows]
    unsure = [
        row[2].verdict is Verdict.UNDETERMINED
        or (row[2].verdict is not Verdict.PENDING and row[2].confidence < LOW)
        for row in rows
    ]
    assert ledger.unmarked().tolist() == [not one for one in marked]
    assert ledger.uncertain().tolist() == [
        open_ and not done for open_, done in zip(unsure, marked, strict=True)
    ]
    said = [oracle.value(Field.DISAGREEMENT, row) == "yes" for row in rows]
    assert ledger.disagreeing().tolist() == said
    if rows:
        block, place = ledger.place_of(seed % len(rows))
        assert block.columns.ids()[place] == ledger.id_at(seed % len(rows))


@pytest.fixture
def workspace(sample_file):
    """Return the sample workspace."""
    with Workspace.open(sample_file) as opened:
        yield opened


def read_all(workspace):
    """Return a table of all promises, read as the window reads it."""
    waiting, known, unjudged, blocks = tuple(e.id for e in workspace.entries()), None, (), ()
    while waiting:
        found = promise_rows.read_slice(workspace, waiting, "", known, CONTEXT)
        waiting, known = waiting[found.n_read :], found.known
        blocks, unjudged = blocks + found.blocks, unjudged + found.unjudged
    while unjudged:
        found = promise_rows.judge_slice(workspace, unjudged, "", CONTEXT)
        unjudged, blocks = unjudged[found.n_read :], blocks + found.blocks
    model = CommitmentTable()
    model.set_blocks(blocks)
    return model


def expected_cells(workspace):
    """Return the cells of each promise by its id, made of the verdicts themselves."""
    found = {}
    for entry in workspace.entries():
        report = workspace.report(entry.id)
        for one in workspace.tracking(entry.id, workspace.laters_for(entry.id)):
            said = one.commitment.statement
            heading = "" if said.section is None else report.sections[said.section].heading
            found[one.commitment.id] = (
                said.object.replace("\n", ""),
                said.told.quote.replace("\n", ""),
                name_of(said.kind),
                heading.rstrip("。：；"),
                str(one.commitment.due or ""),
                name_of(one.verdict),
                "" if one.verdict in OPEN else f"{one.confidence * 100:.0f}%",
                one.commitment.body,
                "" if one.verdict is Verdict.PENDING else name_of(one.answered),
                say(one.reason),
                one.commitment.due_text,
            )
    return found


def test_cells_of_the_samples_are_the_verdicts(qapp, qtbot, workspace):
    """Row by row the table says what the verdicts say; words come when they are looked at."""
    model = read_all(workspace)
    asked = []
    model.reading.lines_wanted.connect(asked.append)
    model.reading.lines_wanted.connect(
        lambda wanted: model.reading.take_lines(promise_rows.read_lines(workspace, wanted, ""))
    )
    table = model
    assert table.cell(0, table.PROMISE, 0) == ""  # nobody has looked at it yet
    assert table.cell(0, table.VERDICT, 0)  # numbers are there at once
    model.reading.expect(range(model.rowCount()))
    qtbot.waitUntil(lambda: not any(model._line(n) is None for n in range(model.rowCount())))
    assert asked
    columns = (model.KIND, model.SECTION, model.DUE, model.VERDICT, model.CONFIDENCE)
    found = {}
    for row in range(model.rowCount()):
        line = model._line(row)
        found[model.ledger.id_at(row)] = (
            model.cell(row, model.PROMISE, 0),
            model.cell(row, model.PROMISE, DataRole.DETAIL),
            *(model.cell(row, column, 0) for column in columns),
            model.cell(row, model.BODY, 0),
            model.cell(row, model.ANSWERED, 0),
            say(line.reason),
            line.due_text,
        )
    assert found == expected_cells(workspace)


def test_many_are_judged_as_one_by_one(qapp, workspace):
    """All processors give the very rows that one gives, by the names under which they are kept."""
    ids = tuple(entry.id for entry in workspace.entries())
    found = promise_rows.judge_many(workspace, ids, CONTEXT)
    assert found.n_read == len(ids)
    assert {one.report_id for one in found.blocks} == set(ids)
    for block in found.blocks:
        assert block.columns == workspace.promise_rows(block.report_id).columns
        assert workspace.row_columns((block.kept,)) == {block.kept: block.columns}
    assert found.blocks == promise_rows.judge_slice(workspace, ids[:1], "", CONTEXT).blocks + (
        promise_rows.judge_slice(workspace, ids[1:], "", CONTEXT).blocks
    )


@pytest.mark.parametrize("words", ["5G", "建设 产业", "民生", "就业", "没有这样的话"])
def test_words_in_the_samples_are_found_where_they_stand(qapp, qtbot, workspace, words):
    """A text that is not here yet says nothing; when it comes, the filter takes it up."""
    model = read_all(workspace)
    order = PromiseOrder(model)
    asked = []
    model.reading.texts_wanted.connect(asked.append)
    order.set_filter(PromiseFilter(words))
    assert order.rowCount() == 0
    order.arrange()
    assert len(asked) == 1  # asked for once
    model.reading.take_texts(row_words.read_texts(workspace, asked[0], ""))
    order.arrange()
    expected = set()
    for entry in workspace.entries():
        report = workspace.report(entry.id)
        for one in workspace.tracking(entry.id, workspace.laters_for(entry.id)):
            said = one.commitment.statement
            told, at = [said.object, said.told.quote, one.commitment.body], said.section
            while at is not None:
                told.append(report.sections[at].heading)
                at = report.sections[at].parent
            if all(any(w in piece.lower() for piece in told) for w in words.lower().split()):
                expected.add(one.commitment.id)
    assert set(order.ids(order.lines.shown_rows().tolist())) == expected
    assert bool(expected) is (words != "没有这样的话")


def test_every_column_sorts(qapp, workspace):
    """A click on any head keeps all rows; ones that are alike stay as they stand in the text."""
    model = read_all(workspace)
    order = PromiseOrder(model)
    order.arrange()
    for column in SORTS:
        order.sort(column)
        assert sorted(order.lines.lines.tolist()) == list(range(model.rowCount()))


def test_reports_that_come_late_stand_in_their_place(qapp):
    """Whatever is judged first, the table goes region by region and year by year."""
    report = make_report(TEXT)
    blocks = []
    for year in (2023, 2021, 2022):
        promise = make_commitment(report, QUOTES[0])
        named = replace(promise, id=CommitmentId(f"{year:012}" + promise.id[12:]))
        rows = PromiseRows.of(report, [make_tracking(named)])
        name = ReportId(f"{year:012}".ljust(64, "0"))
        blocks.append(RowBlock(name, "苏州市", "320500", year, rows.columns, {}, rows=rows))
    ledger = Ledger(blocks)
    found = arrange(ledger, Wish(), plain_name)
    years = [ledger.value(Field.YEAR, int(row)) for row in found.lines]
    assert years == ["2021", "2022", "2023"]
