"""Canonical text: one clean spelling, and the way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.span import Span
from tracker.text.canonical import canonicalise

TEXTS = st.text(alphabet="增长约５5％% \u3000\t\n_^{}PM.．*#<!->a，。“”\ufeff\u200b一", max_size=80)
LINES = st.sets(st.integers(1, 8))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("增长 5% 左右", "增长5%左右"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("PM_{2.5}浓度", "PM2.5浓度"),
        ("CO_{2}排放 10^{4} 吨", "CO2排放104吨"),
        ("增长１０．５％", "增长10.5%"),
        ("加快“2+ 2+N”建设", "加快“2+2+N”建设"),
        ("阳澄湖 1971 仓坊", "阳澄湖1971仓坊"),
        ("１．促进投资", "1.促进投资"),
        ("TOD model 开发", "TOD model开发"),
        ("## **一、工作回顾**", "一、工作回顾"),
        ("\u3000\u3000各位代表：", "各位代表："),
        ("\ufeff标题\u200b", "标题"),
    ],
)
def test_scan_residue_and_marks_are_mended(source: str, expected: str) -> None:
    """Stray spaces, index marks, full-width figures and Markdown marks are no text."""
    assert canonicalise(source).text == expected


def test_noise_goes_and_cut_paragraphs_are_joined() -> None:
    """Noise lines and blank lines vanish; a continued line joins the kept one before it."""
    source = "广告\n\n标定了相\n第1页\n城建设。\n下一段。"
    canonical = canonicalise(source, noise={1, 4}, joined={5})
    assert canonical.text == "标定了相城建设。\n下一段。"
    assert [p.text for p in canonical.paragraphs] == ["标定了相城建设。", "下一段。"]


@given(TEXTS, LINES, LINES)
def test_canonicalising_twice_changes_nothing(text: str, noise: set[int], joined: set[int]) -> None:
    """Canonical text is its own canonical text."""
    once = canonicalise(text, noise=noise, joined=joined).text
    assert canonicalise(once).text == once


@given(TEXTS, LINES, LINES)
def test_every_character_knows_its_source(text: str, noise: set[int], joined: set[int]) -> None:
    """A canonical character stands for exactly one source character, in the same order."""
    canonical = canonicalise(text, noise=noise, joined=joined)
    same = {"５": "5", "％": "%", "．": "."}
    positions = []
    for i, character in enumerate(canonical.text):
        if character == "\n":
            continue
        span = canonical.to_source(Span(i, i + 1))
        assert len(span) == 1
        original = text[span.start]
        assert same.get(original, original) == character or (character, original.isspace()) == (
            " ",
            True,
        )
        assert canonical.from_source(span) == Span(i, i + 1)
        positions.append(span.start)
    assert positions == sorted(set(positions))


@given(TEXTS)
def test_only_white_space_and_residue_are_left_out(text: str) -> None:
    """Every CJK character of a kept line stands in the canonical text."""
    kept = canonicalise(text).text
    assert [c for c in kept if c in "增长约，。“”一"] == [c for c in text if c in "增长约，。“”一"]
