"""Lines of a terminal table."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tracker.cli.wrapping import wrapped

CHARACTERS = st.text("增长了到，。（）“”、0123456789.%万元 aB", max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("增长8.7%左右", 6, 9, ["增长", "8.7%左", "右"]),
        ("增长8.7%左右", 8, 1, ["增长…"]),
        ("增长8.7%左右", 9, 1, ["增长8.7%…"]),
        ("达到1,200万元", 7, 9, ["达到", "1,200万", "元"]),
        ("不低于6%，达到", 8, 9, ["不低于", "6%，达到"]),
        ("（一）建成", 6, 9, ["（一）", "建成"]),
        ("PM2.5浓度", 5, 9, ["PM2.5", "浓度"]),
        ("", 8, 2, [""]),
    ],
)
def test_lines_break_between_words_and_figures(
    text: str, width: int, most: int, lines: list[str]
) -> None:
    """A figure stays whole, a closing sign stays with what it closes."""
    assert wrapped(text, width, most) == lines


@given(text=CHARACTERS, width=st.integers(4, 40))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    """All lines together are the text, but for spaces at their ends."""
    lines = wrapped(text, width, 1000)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


@given(text=CHARACTERS, width=st.integers(24, 40), most=st.integers(1, 3))
def test_no_figure_is_cut(text: str, width: int, most: int) -> None:
    """Every run of digits that is shown is one of the text, whole."""
    figures = set(re.findall(r"[0-9][0-9.]*", text))
    if all(cell_len(figure) < width // 2 for figure in figures):
        for line in wrapped(text, width, most):
            assert set(re.findall(r"[0-9][0-9.]*", line)) <= figures
