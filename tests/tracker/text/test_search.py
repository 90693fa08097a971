"""Key words in context: what is found, where, and what is not."""

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import pipeline
from tracker.errors import InputProblem
from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.search import Query, Scope
from tracker.model.source import SourceDocument
from tracker.resources import load_options
from tracker.text.pairs import one_spaced
from tracker.text.script import one_spelling
from tracker.text.search import find, matcher, terms, word_edges

REPORT = """政府工作报告

一、过去一年工作回顾
地区生产总值增长5.2%。新能源汽车产量达到１２万辆，ＧＤＰ再上台阶。
二、今年工作安排
加快新能源产业发展。“一带一路”合作走深走实，汽车出口增长。
苏州市与姑苏州县共建，推进苏州工业园区建设。政 府带头过紧日子。
"""


@cache
def read_text(text):
    """Return the report in a text."""
    source = SourceDocument(ReportId("0" * 64), "报告.txt", text)
    return pipeline.read(source, load_options())


def quotes(query, text=REPORT, scope=None):
    """Return the sentences that hold a query."""
    report = read_text(text)
    hits = find(report, matcher(query), scope or Scope())
    for hit in hits:
        assert report.quote(hit.span) == hit.quote
        assert all(hit.span.contains(match) for match in hit.matches)
        assert report.lines_of(hit.span) == (hit.line, hit.end_line)
    return [hit.quote for hit in hits]


def words(query, text=REPORT):
    """Return what was found, word by word."""
    report = read_text(text)
    return [report.quote(m) for hit in find(report, matcher(query)) for m in hit.matches]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("新能源", ["新能源汽车产量达到１２万辆，ＧＤＰ再上台阶。", "加快新能源产业发展。"]),
        ("新能源 汽车", ["新能源汽车产量达到１２万辆，ＧＤＰ再上台阶。"]),
        ("汽车　出口", ["“一带一路”合作走深走实，汽车出口增长。"]),
        ("新能源 出口", []),  # two sentences
        ('"新能源产业" 发展', ["加快新能源产业发展。"]),
        ("“汽车 出口”", ["“一带一路”合作走深走实，汽车出口增长。"]),
        ("天气", []),
        ("5.2%", ["地区生产总值增长5.2%。"]),
    ],
)
def test_all_words_of_a_query_stand_in_one_sentence(query, found):
    """Words are parted by spaces of either width; quotation marks keep a phrase together."""
    assert quotes(Query(query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gdp", ["ＧＤＰ"]),
        ("12万", ["１２万"]),
        ("１２万辆", ["１２万辆"]),
        ("產業發展", ["产业发展"]),
        ("5.2％", ["5.2%"]),
        ("政府带头", ["政 府带头"]),
    ],
)
def test_spellings_of_one_thing_are_found_by_each_other(query, found):
    """Width, script, case and stray spaces make no difference; what is shown is the source."""
    assert words(Query(query)) == found


def test_traditional_text_is_found_by_simplified_words():
    """The text may be traditional as well."""
    assert words(Query("产业发展"), "加快產業發展。") == ["產業發展"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("苏州", ["苏州"]),  # of 苏州市; neither in 姑苏州县 nor in 苏州工业园区, which is one word
        ("州工", []),
        ("一带一路", ["一带一路"]),
        ("新能源产业", ["新能源产业"]),
    ],
)
def test_whole_words_begin_and_end_where_words_do(query, found):
    """A word of the dictionary, or several of them in a row."""
    assert words(Query(query, whole_words=True)) == found
    assert len(words(Query(query))) >= len(found)


def test_word_edges_lie_inside_figures_and_quotes():
    """A year parts from its unit, a quoted name from its marks."""
    assert {0, 4, 5} <= word_edges("2023年“江南文化”建设")
    assert {6, 10} <= word_edges("2023年“江南文化”建设")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\d+万辆", ["１２万辆"]),
        (r"增长\d", ["增长5"]),
        (r"新能源(?=产业)", ["新能源"]),
        (r"GDP|gdp", ["ＧＤＰ"]),
        (r"產業.展", ["产业发展"]),
        (r"x*", []),
    ],
)
def test_regular_expressions_read_the_folded_text(pattern, found):
    """Full-width digits are digits; what is empty is no hit."""
    assert words(Query(pattern, regex=True)) == found


def test_a_full_width_bracket_in_an_expression_is_a_bracket():
    """（ does not open a group."""
    text = "全市（含园区）投资增长。"
    assert words(Query("（含.区）", regex=True), text) == ["（含园区）"]
    assert words(Query(r"[（(]含", regex=True), text) == ["（含"]


@pytest.mark.parametrize(
    "query",
    [
        Query(""),
        Query(" 　"),
        Query("长" * 600),
        Query("(新", regex=True),
        Query("新)", regex=True),
        Query("*新", regex=True),
        Query("[新", regex=True),
        Query("新{3,1}", regex=True),
        Query("\\", regex=True),
        Query("(?P<新", regex=True),
        Query("(?P<a>x)(?P<a", regex=True),
    ],
)
def test_a_query_that_says_nothing_is_one_sentence(query):
    """Empty, too long, or not a regular expression; said in both languages."""
    with pytest.raises(InputProblem) as caught:
        matcher(query)
    assert len(caught.value.message.zh.splitlines()) == 1
    assert len(caught.value.message.en.splitlines()) == 1


def test_an_expression_that_never_ends_is_stopped():
    """Repetitions inside repetitions: stopped within a second, with a sentence."""
    report = read_text("工作报告\n" + "产" * 60 + "业。")
    begun = time.monotonic()
    with pytest.raises(InputProblem, match="too long"):
        find(report, matcher(Query("(产|产产)+$", regex=True)))
    assert time.monotonic() - begun < 5


def test_quotation_marks_without_a_partner_are_words():
    """Half-typed phrases do not lose their first half."""
    assert terms('"新能源 汽车') == ('"新能源', "汽车")
    assert terms("“新能源 汽车” 出口") == ("新能源 汽车", "出口")


def test_roles_narrow_the_search(read_seed):
    """The plan alone, or the review alone; together no more than without."""
    report, wanted = read_seed("000"), matcher(Query("产业"))
    by_role = {
        role: find(report, wanted, Scope(roles=frozenset({role})))
        for role in (Role.PLAN, Role.REVIEW)
    }
    assert all(hit.role is role for role, hits in by_role.items() for hit in hits)
    assert all(by_role.values())
    assert sum(map(len, by_role.values())) <= len(find(report, wanted))


def test_hits_name_the_section_they_stand_in():
    """The heading alone, without its number."""
    hits = find(read_text(REPORT), matcher(Query("新能源产业")))
    assert [hit.section for hit in hits] == ["今年工作安排"]
    before, found, after = hits[0].around(hits[0].matches[0])
    assert (before, found, after) == ("加快", "新能源产业", "发展。")


def test_a_row_of_a_table_is_one_sentence():
    """The name of an indicator and its value stand in cells of their own."""
    report = read_text("计划报告\n指标\t目标\t完成\n地区生产总值\t6%\t5.5%\n投资\t8%\t7%\n")
    hits = find(report, matcher(Query("生产总值 5.5%")))
    assert [hit.quote for hit in hits] == ["地区生产总值\t6%\t5.5%"]


def test_a_search_can_be_stopped():
    """Nothing more is looked at once it is asked to stop."""
    assert find(read_text(REPORT), matcher(Query("新")), should_stop=lambda: True) == ()


@given(st.text(alphabet="产業发１2０％%（）“”。，\n A𠮷", max_size=60))
def test_folding_keeps_every_position(text):
    """One character for one."""
    assert len(one_spelling(text)) == len(text)


@given(st.text(alphabet="新能源汽车。，\n １2", max_size=60), st.sampled_from(["新", "汽车", "12"]))
def test_every_occurrence_in_the_canonical_text_is_found(text, word):
    """As many as Python counts in the folded text, spaces that part nothing left out."""
    report = read_text(text)
    found = [m for hit in find(report, matcher(Query(word))) for m in hit.matches]
    assert len(found) == one_spaced(one_spelling(report.canonical.text)).count(word)
    assert found == sorted(found)
