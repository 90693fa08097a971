"""What is typed into the filter of the library."""

import time

import pytest

from desktop.jobs.shelf import spelled_key
from desktop.models.query import Query
from desktop.models.shelf import find
from desktop.models.words import kind_name
from tests.desktop.library_lines import line
from tracker.model.report import ReportKind

REPORTS = (
    line("苏", "江苏省苏州市", "320500", 2021),
    line("苏2", "江苏省苏州市", "320500", 2023, kind=ReportKind.PLAN_REPORT),
    line("姑", "江苏省苏州市姑苏区", "320508", 2023),
    line("镇", "江苏省镇江市", "321100", 2021),
    line("郑", "河南省郑州市", "410100", 2021),
    line("恩", "湖北省恩施土家族苗族自治州", "422800", 2021),
    line("六", "安徽省六安市", "341500", 2022),
    line("长", "湖南省长沙市", "430100", 2022),
    line("信", title="致全体市民的信", name="A&B plan.docx"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("苏州", "苏 苏2 姑"),
        ("sz", "苏 苏2 姑"),
        ("SuZhou", "苏 苏2 姑"),
        ("szh", "苏 苏2 姑"),
        ("suzh", "苏 苏2 姑"),
        ("su'zhou", "苏 苏2 姑"),
        ("su zhou", "苏 苏2 姑"),
        ("苏州 2023", "苏2 姑"),
        ("苏州2023", "苏2 姑"),
        ("sz2021", "苏"),
        ("２０２２", "六 长"),
        ("江苏苏州", "苏 苏2 姑"),
        ("jssz", "苏 苏2 姑"),
        ("zz", "郑"),
        ("luan", "六"),
        ("liuan", "六"),
        ("changsha", "长"),
        ("zhangsha", ""),
        ("gs", "姑"),
        ("zizhizhou", "恩"),
        ("a&b", "信"),
        ("市民", "信"),
        ("zqtsm", "信"),
        ("火星", ""),
        (" ", "苏 苏2 姑 镇 郑 恩 六 长 信"),
    ],
)
def test_query_finds(qtbot, typed, found):
    """汉字, pinyin whole or in initials, years and words of names; every run must be there."""
    hits = find(REPORTS, Query(typed))
    assert " ".join(entry.id for entry in hits) == found


def test_query_finds_a_kind_by_its_word(qtbot):
    """The word of the interface for a kind finds it, whatever the language."""
    hits = {entry.id for entry in find(REPORTS, Query(kind_name(ReportKind.PLAN_REPORT)))}
    assert "苏2" in hits
    assert not hits & {"苏", "姑", "镇"}


@pytest.mark.parametrize(
    ("syllables", "typed"),
    [("nan an", "na" * 19 + "x"), ("gang ang", "gangang" * 5 + "x"), ("ang gang", "ang" * 13)],
)
def test_no_name_takes_long(syllables, typed):
    """Letters that may end one syllable or begin the next, over and over, are found at once."""
    key = spelled_key([tuple(syllables.split() * 30)])
    begin = time.perf_counter()
    Query(typed).finds("", key)
    assert time.perf_counter() - begin < 1
