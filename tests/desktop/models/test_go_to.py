"""A line or a page is found by its number, however it is typed."""

from dataclasses import replace

import pytest

from desktop.models.go_to import Goal, find_goal, last_of, read_goal
from tests.small_analysis import Small
from tracker.model.report import Report


@pytest.fixture
def report() -> Report:
    """Return a report of five lines."""
    small = Small()
    text = "320500|2021|报告\n# 一\n建成学校1所。\n新增企业2家。\n结束"
    return small.read(small.decode_source(text.encode(), "r.txt"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("45", Goal(45, False)),
        (" 第45行 ", Goal(45, False)),
        ("４５", Goal(45, False)),
        ("l45", Goal(45, False)),
        ("line 45", Goal(45, False)),
        ("p12", Goal(12, True)),
        ("P. 12", Goal(12, True)),
        ("pp12", Goal(12, True)),
        ("第12页", Goal(12, True)),
        ("12页", Goal(12, True)),
        ("page 12", Goal(12, True)),
        ("", None),
        ("p", None),
        ("-3", None),
        ("4.5", None),
        ("苏州", None),
        ("9" * 30, None),
    ],
)
def test_what_is_typed_is_a_line_or_a_page(typed: str, expected: Goal | None) -> None:
    """A bare number is a line; p and 页 say page; what is neither is nothing."""
    assert read_goal(typed) == expected


def test_a_line_is_found_by_its_number(report: Report) -> None:
    """Lines are those of the source, from 1 to the last."""
    found = find_goal(report, Goal(3, is_page=False))
    assert found is not None
    assert report.quote(found) == "建成学校1所。"
    assert last_of(report, is_page=False) == 5
    assert find_goal(report, Goal(6, is_page=False)) is None
    assert find_goal(report, Goal(0, is_page=False)) is None


def test_a_page_is_found_by_its_first_line(report: Report) -> None:
    """A page that holds no line is found at what follows; a file without pages has none."""
    assert find_goal(report, Goal(1, is_page=True)) is None
    assert last_of(report, is_page=True) == 0
    paged = replace(report, pages=(1, 1, 0, 2, 4))
    for number, line in ((1, 1), (2, 4), (3, 5), (4, 5)):
        assert find_goal(paged, Goal(number, is_page=True)) == paged.line_span(line)
    assert find_goal(paged, Goal(5, is_page=True)) is None
