"""One topic through many reports."""

from dataclasses import replace

import pytest

from tests.builders import make_report
from tracker import pipeline
from tracker.align.threads import draw_threads, pairs_to_align
from tracker.message import Message
from tracker.model.alignment import Alignment, AlignmentPart, AlignmentRow, LinkKind, SectionLink
from tracker.model.outline import Role, Section
from tracker.model.report import Report
from tracker.model.score import Score
from tracker.model.span import Span
from tracker.model.thread import Course

PLAN = AlignmentPart.PLAN
Links = dict[str, list[tuple[str, float]]]


def report_of(name: str, *topics: str) -> Report:
    """Return a report whose sections are the given lines, one after another."""
    text = "\n".join(topics)
    base = make_report(f"{text}\n{name}")
    sections, at = [], 0
    for index, topic in enumerate(topics):
        span = Span(at, at + len(topic))
        heading = Span(at, at + 2)
        sections.append(
            Section(
                index=index,
                level=2,
                number="",
                heading=topic[:2],
                heading_span=heading,
                span=span,
                own=Span(heading.end, span.end),
                run_in=True,
                role=base.sections[0].role,
                parent=None,
            )
        )
        at = span.end + 1
    return replace(base, sections=tuple(sections))


def aligned(earlier: Report, later: Report, links: Links) -> Alignment:
    """Return an alignment that links headings."""
    rows = []
    for section in earlier.sections:
        found = tuple(
            SectionLink(
                next(s.index for s in later.sections if s.heading == heading),
                LinkKind.SAME,
                Score(value, (), Message("", "")),
            )
            for heading, value in links.get(section.heading, [])
        )
        rows.append(AlignmentRow(section.index, found))
    linked = {link.section for row in rows for link in row.links}
    new = tuple(s.index for s in later.sections if s.index not in linked)
    return Alignment(earlier.id, later.id, PLAN, tuple(rows), new)


def told(history, reports):
    """Return each thread as the headings and courses of its cells."""
    return [
        [
            None
            if cell is None
            else (
                "" if cell.section is None else reports[n].sections[cell.section].heading,
                cell.course,
            )
            for n, cell in enumerate(thread.cells)
        ]
        for thread in history.threads
    ]


def test_a_topic_is_followed_through_renaming_growth_and_its_end() -> None:
    """Renamed topics stay one thread; shares tell growth; what is not carried on is gone."""
    one = report_of("2021", "教育" + "学" * 18, "交通" + "路" * 18)
    two = report_of("2022", "学校" + "学" * 38, "乡村" + "田" * 18)
    history = draw_threads((one, two), PLAN, {(0, 1): aligned(one, two, {"教育": [("学校", 0.6)]})})
    assert told(history, (one, two)) == [
        [("教育", Course.NEW), ("学校", Course.KEPT)],
        [("交通", Course.NEW), ("", Course.GONE)],
        [None, ("乡村", Course.NEW)],
    ]
    assert [thread.heading for thread in history.threads] == ["学校", "交通", "乡村"]
    assert history.threads[0].cells[1].share == pytest.approx(2 / 3, abs=0.001)


def test_a_topic_that_one_year_left_out_comes_back() -> None:
    """A section without an earlier one is looked for two reports back."""
    one = report_of("2021", "教育学校", "交通道路")
    two = report_of("2022", "教育学校")
    three = report_of("2023", "教育学校", "交通道路")
    same: Links = {"教育": [("教育", 0.9)]}
    history = draw_threads(
        (one, two, three),
        PLAN,
        {
            (0, 1): aligned(one, two, same),
            (1, 2): aligned(two, three, same),
            (0, 2): aligned(one, three, {**same, "交通": [("交通", 0.8)]}),
        },
    )
    traffic = told(history, (one, two, three))[1]
    assert traffic == [("交通", Course.NEW), ("", Course.GONE), ("交通", Course.BACK)]


def test_mergers_and_splits_name_the_other_thread() -> None:
    """The better link carries the thread on; the other end says where it went or came from."""
    one = report_of("2021", "教育学校", "医疗医院", "交通道路")
    two = report_of("2022", "民生学校医院", "公路道路", "铁路道路")
    links: Links = {
        "教育": [("民生", 0.7)],
        "医疗": [("民生", 0.5)],
        "交通": [("公路", 0.6), ("铁路", 0.5)],
    }
    history = draw_threads((one, two), PLAN, {(0, 1): aligned(one, two, links)})
    assert [thread.heading for thread in history.threads] == ["民生", "医疗", "公路", "铁路"]
    assert history.threads[1].merged_into == 0
    assert history.threads[3].split_from == 2


def test_a_topic_without_a_section_of_its_own_is_merged_and_not_gone() -> None:
    """A cell says which thread took the topic up; when it has a section again it is back."""
    one = report_of("2021", "教育学校", "医疗医院", "交通道路")
    two = report_of("2022", "民生学校医院")
    three = report_of("2023", "教育学校", "医疗医院")
    history = draw_threads(
        (one, two, three),
        PLAN,
        {
            (0, 1): aligned(one, two, {"教育": [("民生", 0.7)], "医疗": [("民生", 0.5)]}),
            (1, 2): aligned(two, three, {"民生": [("教育", 0.6)]}),
            (0, 2): aligned(one, three, {"医疗": [("医疗", 0.9)]}),
        },
    )
    clinics, traffic = history.threads[1:3]
    assert [cell and cell.course for cell in clinics.cells] == [
        Course.NEW,
        Course.MERGED,
        Course.BACK,
    ]
    assert clinics.cells[1] is not None
    assert clinics.cells[1].into == 0
    assert clinics.merged_into is None
    assert [cell and cell.course for cell in traffic.cells] == [Course.NEW, Course.GONE, None]


def test_a_first_counterpart_goes_before_a_second_one() -> None:
    """A topic keeps its only counterpart, though another one is more like it second."""
    one = report_of("2021", "环保垃圾", "治污大气", "城管街道")
    two = report_of("2022", "污染大气", "城市街道")
    links: Links = {
        "环保": [("污染", 0.5), ("城市", 0.45)],
        "治污": [("污染", 0.6)],
        "城管": [("城市", 0.3)],
    }
    history = draw_threads((one, two), PLAN, {(0, 1): aligned(one, two, links)})
    assert [thread.heading for thread in history.threads] == ["环保", "污染", "城市"]
    assert history.threads[0].merged_into == 1


@pytest.mark.parametrize("one_year", [False, True])
def test_two_alignments_per_added_report(*, one_year: bool) -> None:
    """The work grows with the number of reports, not with its square."""
    assert len(pairs_to_align(2, one_year=one_year)) == 1
    assert len(pairs_to_align(10, one_year=one_year)) == 17


def test_every_section_of_the_part_is_in_one_thread(read_seed, options) -> None:
    """Three real reports: no section is lost, none stands twice, headings are the report's own."""
    reports = [read_seed(number) for number in ("003", "004", "002")]
    history = pipeline.history(reports, PLAN, options, one_year=True)
    for n, report in enumerate(reports):
        held = [c.section for t in history.threads if (c := t.cells[n]) and c.section is not None]
        assert len(held) == len(set(held)) > 10
        sections = [report.sections[section] for section in held]
        assert all(s.level > 1 or s.role is Role.SELF for s in sections)


def test_a_topic_goes_on_from_its_last_section_only() -> None:
    """What the section before last is like does not carry a topic on past its last section."""
    one = report_of("2021", "就业增收")
    two = report_of("2022", "就业培训")
    three = report_of("2023", "集体经济")
    found = draw_threads(
        (one, two, three),
        PLAN,
        {
            (0, 1): aligned(one, two, {"就业": [("就业", 0.5)]}),
            (1, 2): aligned(two, three, {}),
            (0, 2): aligned(one, three, {"就业": [("集体", 0.4)]}),
        },
    )
    assert [thread.heading for thread in found.threads] == ["就业", "集体"]


def test_a_section_that_is_hardly_like_it_is_another_topic() -> None:
    """Of years the nearest section is not enough; regions of one year differ more."""
    one, two = report_of("2021", "价格改革"), report_of("2022", "供给改革")
    links = {(0, 1): aligned(one, two, {"价格": [("供给", 0.14)]})}
    years = draw_threads((one, two), PLAN, links)
    regions = draw_threads((one, two), PLAN, links, one_year=True)
    assert [thread.heading for thread in years.threads] == ["价格", "供给"]
    assert [thread.heading for thread in regions.threads] == ["供给"]
