"""What holds for every text that is read, report or not."""

import re
from collections.abc import Callable
from itertools import cycle, islice, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tracker.model.correction import LineCorrection
from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.source import LineLayout, SourceDocument
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.report import parse_report

PIECES = st.sampled_from(
    [
        "政府工作报告",
        "——2023年1月3日在区五届人大二次会议上",
        "区长张伟",
        "各位代表：",
        "现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。",
        "一、2022年工作总结",
        "二、2023 年主要任务",
        "（一）立志图强，展现图景",
        "（二）做优服务。全年新增学位6万个，一是建成学校。二是改造医院。完成全部任务。",
        "3．民生福祉持续改善。就业不断增长，全年城镇新增就业二十万人，居民收入同步提高。",
        "登高望远实施规划建设。始终坚持在重大战略中审视自身，推动规划落地见效。",
        "1.办好实事。总述。一是建设中心；二是改造站点；三是开工车站。四是完成道路。",
        "五年来，经济量质齐升。地区生产总值年均增长6%，结构持续优化，动能不断增强。",
        "我们也清醒地认识到，发展中还有不少困难和问题。",
        "今年的主要预期目标：地区生产总值增长5%左右，收入增长6%，投资增长5%以上。",
        "各位代表！让我们更加紧密地团结起来，为建设目标而不懈奋斗！",
        "名 词 解 释",
        "1. 双中心：指枢纽中心和科技中心。",
        "更多数据尽在某处（http://www.example.cn/list）",
        "\t指标",
        "\t5%左右",
        "",
        "",
        " 　",
        "被切断的段落没有结束。下半句在",
        "下一行。",
    ]
)
TEXTS = st.lists(
    PIECES | st.text(alphabet="一二（）、。，：是 1.％\t政府", max_size=20), max_size=25
)
MAYBE = st.sampled_from([None, None, True, False])
SEEDS = ("000", "001", "002", "003", "004")


def check(report: Report) -> None:
    """Assert every invariant of a report's outline."""
    filled = [i for i, line in enumerate(report.text.split("\n"), 1) if line.strip()]
    covered = [n for part in report.parts for n in filled if part.first_line <= n <= part.last_line]
    assert covered == filled
    assert [s.index for s in report.sections] == list(range(len(report.sections)))
    starts = [s.span.start for s in report.sections]
    assert starts == sorted(starts)
    for section in report.sections:
        assert report.quote(section.heading_span) == section.heading
        assert section.heading
        assert section.span.contains(section.heading_span)
        assert section.span.contains(section.own)
        assert section.heading_span.end <= section.own.start or len(section.own) == 0
        assert section.reason
        if section.parent is not None:
            parent = report.sections[section.parent]
            assert parent.level < section.level
            assert parent.span.contains(section.span)
    for before, after in pairwise(report.sections):
        if before.level == after.level and before.parent == after.parent:
            assert before.span.end <= after.span.start
    for line in report.noise:
        assert report.role_at(report.line_starts[line - 1]) is Role.NOISE
    for position in range(0, len(report.text) + 1, 7):
        holding = [s for s in report.sections if s.span.start <= position < s.span.end]
        deepest = max(holding, key=lambda s: (s.level, s.index), default=None)
        assert report.section_at(position) == deepest
    lost = _characters_without(report)
    assert not lost, lost


def _characters_without(report: Report) -> list[str]:
    """Characters of real text (no white space, marks or noise) missing in canonical text."""
    noise = set(report.noise)
    kept = [x for i, x in enumerate(report.text.split("\n"), 1) if i not in noise]
    real = [c for c in "".join(kept) if "\u4e00" <= c <= "\u9fff"]
    canonical = [c for c in report.canonical.text if "\u4e00" <= c <= "\u9fff"]
    return [] if real == canonical else sorted(set(real) - set(canonical)) or ["order"]


@given(TEXTS)
@example(
    lines=[
        "二、2023 年主要任务",
        "一、2022年工作总结",
        "政府工作报告",
        "各位代表！让我们更加紧密地团结起来，为建设目标而不懈奋斗！",
        "（二）做优服务。全年新增学位6万个，一是建成学校。二是改造医院。完成全部任务。",
    ]
)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_without_error(read: Callable[..., Report], lines: list[str]) -> None:
    """Spans nest and are sorted, parts cover every line, and no text is lost."""
    check(read(*lines, "完"))


LAYOUTS = st.builds(
    LineLayout,
    style_level=st.sampled_from([None, None, 1, 2, 3, 7]),
    bold=st.booleans(),
    centred=st.booleans(),
    size=st.sampled_from([None, 10.5, 16.0, 22.0]),
    page=st.sampled_from([None, 1, 2]),
    furniture=st.sampled_from([False, False, False, True]),
    table=st.sampled_from([None, None, None, 1, 2]),
    note=st.sampled_from([False, False, True]),
)


CORRECTIONS = st.lists(
    st.builds(
        LineCorrection,
        line=st.integers(1, 26),
        heading=st.none() | st.integers(0, 3),
        joined=MAYBE,
        noise=MAYBE,
    ),
    max_size=6,
    unique_by=lambda correction: correction.line,
)


@given(TEXTS, st.lists(LAYOUTS, min_size=1, max_size=26), CORRECTIONS)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_layout_and_any_word_of_a_person_are_read_without_error(
    lexicon: ParseLexicon,
    lines: list[str],
    layouts: list[LineLayout],
    corrections: list[LineCorrection],
) -> None:
    """The same holds whatever a file says of its lines; what a person says of them is kept."""
    text = "\n".join([*lines, "完"])
    n_lines = text.count("\n") + 1
    layout = tuple(islice(cycle(layouts), n_lines))
    source = SourceDocument(ReportId("0" * 64), "report.docx", text, layout)
    report = parse_report(source, lexicon, tuple(corrections))
    check(report)
    levels = {report.line_of(s.heading_span.start): s.level for s in reversed(report.sections)}
    filled = {n for n, line in enumerate(text.split("\n"), 1) if line.strip()}
    joined = {second for _, second in report.broken}
    for said in corrections:
        if said.line not in filled:
            continue
        if said.noise is not None:
            assert (said.line in report.noise) is said.noise
        if said.line in report.noise:
            continue
        if said.joined is False:
            assert said.line not in joined
        if said.heading is not None and said.line not in joined:
            assert levels.get(said.line, 0) == said.heading


@pytest.mark.parametrize("number", SEEDS)
def test_sample_reports_keep_the_invariants(
    read_seed: Callable[[str], Report], number: str
) -> None:
    """The same holds for the sample reports."""
    check(read_seed(number))


@pytest.mark.parametrize("number", ["000", "002"])
@pytest.mark.parametrize(("between", "least"), [("", 0.0), ("　　", 0.95)])
def test_report_without_line_breaks_keeps_its_outline(
    read_seed: Callable[[str], Report],
    read: Callable[..., Report],
    number: str,
    between: str,
    least: float,
) -> None:
    """A report that was pasted as one line is divided where white space tells its paragraphs."""
    whole = read_seed(number)
    report = read(re.sub(r"\s*\n\s*", between, whole.text))
    check(report)
    wanted, found = (
        {(s.level, *bare(s.heading), s.role) for s in r.sections} for r in (whole, report)
    )
    assert len(wanted & found) >= least * len(wanted)
    assert {s.role for s in report.sections if s.level == 1} >= {Role.REVIEW, Role.PLAN}
    plan = next(s for s in report.sections if s.role is Role.PLAN)
    assert report.role_at(plan.own.start) is Role.PLAN


def bare(heading: str) -> list[str]:
    """Return a heading without white space."""
    return ["".join(heading.split())]
