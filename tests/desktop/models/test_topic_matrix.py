"""The matrix of topics as Qt sees it."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.jobs.topics import Topics
from desktop.models.roles import DataRole
from desktop.models.topic_matrix import TopicMatrix
from desktop.models.topic_rows import TopicCell, TopicOrder, topic_rows
from tests.builders import make_report
from tracker import pipeline
from tracker.model.alignment import AlignmentPart
from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.span import Span
from tracker.model.thread import Course, Thread, ThreadCell, TopicHistory

PLAN = AlignmentPart.PLAN


def report(year, *topics):
    """Return a report whose sections are lines; the heading of each is its first two characters."""
    text = "\n".join(topics)
    base = make_report(text, year=year)
    (top,) = base.sections[:1]
    sections, at = [], 0
    for index, topic in enumerate(topics):
        span = Span(at, at + len(topic))
        sections.append(
            replace(
                top,
                index=index,
                level=2,
                heading=topic[:2],
                heading_span=Span(at, at + 2),
                span=span,
                own=Span(at + 2, span.end),
                role=Role.PLAN,
                parent=None,
            )
        )
        at = span.end + 1
    return replace(base, id=ReportId(str(year)), sections=tuple(sections))


def kept(section, share, course=Course.KEPT):
    """Return the cell of a topic that a report has."""
    return ThreadCell(section, share, course, 0.5)


@pytest.fixture
def topics():
    """Return three topics through three years: one stays, one goes, one comes late."""
    reports = (
        report(2020, "科技" + "强" * 98, "外贸" + "稳" * 298),
        report(2021, "科技" + "强" * 298),
        report(2023, "民生" + "暖" * 48, "科技" + "兴" * 98),
    )
    threads = (
        Thread(
            "科技。",
            (kept(0, 0.25, Course.NEW), kept(0, 1.0, Course.GROWN), kept(1, 0.66, Course.SHRUNK)),
            None,
            None,
        ),
        Thread(
            "外贸",
            (kept(1, 0.75, Course.NEW), ThreadCell(None, 0.0, Course.MERGED, None, 0), None),
            0,
            None,
        ),
        Thread("民生", (None, None, kept(0, 0.33, Course.NEW)), None, None),
    )
    history = TopicHistory(tuple(r.id for r in reports), PLAN, threads)
    return Topics(reports, history, one_year=False)


@pytest.fixture
def model(topics, qapp):
    """Return their matrix."""
    made = TopicMatrix()
    made.set_topics(topics)
    return made


def titles(model):
    """Return the rows that are shown."""
    return [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]


def test_life_story(qtmodeltester, topics):
    """The model stays sound while topics come, are sorted, filtered and go."""
    model = TopicMatrix()
    qtmodeltester.check(model)
    for step in (
        lambda: model.set_topics(topics),
        lambda: model.set_order(TopicOrder.CHANGE),
        lambda: model.set_words("科技"),
        lambda: model.set_topics(None),
    ):
        step()
        qtmodeltester.check(model)


def test_topics_are_sorted(model):
    """By the last report, by first appearance, by size, by change."""
    found = {}
    for order in TopicOrder:
        model.set_order(order)
        found[order] = titles(model)
    assert found == {
        TopicOrder.LATEST: ["民生", "科技", "外贸"],
        TopicOrder.APPEARANCE: ["科技", "外贸", "民生"],
        TopicOrder.SIZE: ["科技", "外贸", "民生"],
        TopicOrder.CHANGE: ["科技", "民生", "外贸"],
    }


def test_cells_tell_length_and_course(model):
    """A cell has its characters; of the first report nobody knows what is new in it."""
    model.set_order(TopicOrder.APPEARANCE)
    cells = [model.cell(model.index(0, column)) for column in range(3)]
    assert [cell.length for cell in cells] == [100, 300, 100]
    assert [cell.course for cell in cells] == [None, Course.GROWN, Course.SHRUNK]
    assert [cell.step for cell in cells] == [2, 3, 2]
    merged = model.cell(model.index(1, 1))
    assert (merged.course, merged.heading, merged.step) == (Course.MERGED, "科技", 0)
    assert "4.0" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_filter_looks_through_all_headings(model):
    """A topic is found by what it was called in any year."""
    model.set_words("外")
    assert titles(model) == ["外贸"]
    model.set_words("无此题")
    assert titles(model) == []
    assert model.total() == 3


def test_missing_years_are_told_above_the_column(model):
    """A column after a gap says which years are missing."""
    assert model.missing_before(2) == (2022,)
    assert model.missing_before(1) == ()
    tip = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "2022" in tip
    assert model.headerData(2, Qt.Orientation.Horizontal, DataRole.VALUE) == "No report of 2022"
    assert model.headerData(1, Qt.Orientation.Horizontal, DataRole.VALUE) == ""


def test_a_section_is_found_in_its_topic(model):
    """The way from a report and a section to the topic."""
    assert model.find(2, 1) == 0
    assert model.find(0, 1) == 1
    assert model.find(2, 0) == 2


def test_three_hundred_topics_in_twenty_years_are_instant(qapp, topics):
    """Typing in the filter and sorting never keep a person waiting."""
    cells = tuple(kept(0, 0.2) for _ in range(20))
    reports = tuple(topics.reports[n % 3] for n in range(20))
    threads = tuple(Thread(f"主题{n}", cells, None, None) for n in range(300))
    history = TopicHistory(tuple(r.id for r in reports), PLAN, threads)
    model = TopicMatrix()
    begun = time.process_time()
    model.set_topics(Topics(reports, history, one_year=False))
    for order in TopicOrder:
        model.set_order(order)
    model.set_words("主题17")
    assert model.rowCount() == 11
    assert time.process_time() - begun < 1.0


def test_sample_reports(read_seed, options):
    """The real topics of two sample reports: every section has its length, none is lost."""
    reports = tuple(read_seed(number) for number in ("002", "000"))
    history = pipeline.history(reports, PLAN, options)
    rows = topic_rows(Topics(reports, history, one_year=False))
    assert len(rows) == len(history.threads)
    held = [cell for row in rows for cell in row.cells if isinstance(cell, TopicCell)]
    assert all((cell.length > 0) == (cell.section is not None) for cell in held)
