"""Text that was broken into lines of one width."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tracker import pipeline
from tracker.ingest.files import decode_source
from tracker.model.report import Report
from tracker.parse.lines import split_lines
from tracker.parse.wrapping import find_wrapping
from tracker.pipeline import AnalysisOptions


def wrapped(text: str, width: int, *, indent: bool, gaps: bool) -> str:
    """Return a text with every paragraph broken at a width."""
    found: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        paragraph = f"　　{line}" if indent else line
        found += [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
        found += [""] if gaps else []
    return "\n".join(found)


def outline(report: Report) -> set[tuple[int, str, str]]:
    """Return the sections of a report, their headings without white space."""
    return {(s.level, "".join(s.heading.split()), s.role.value) for s in report.sections}


@pytest.mark.parametrize("number", ["000", "002", "004"])
@pytest.mark.parametrize(
    ("width", "indent", "gaps", "least"),
    [(34, True, False, 0.95), (40, False, True, 0.95), (34, False, False, 0.8)],
)
def test_a_wrapped_sample_has_the_outline_of_the_sample(
    number: str,
    width: int,
    indent: bool,  # noqa: FBT001
    gaps: bool,  # noqa: FBT001
    least: float,
    seed: Callable[[str], Path],
    options: AnalysisOptions,
) -> None:
    """Indents or empty lines tell paragraphs; with neither a few headings run into their text."""
    text = seed(number).read_text(encoding="utf-8")
    lines = wrapped(text, width, indent=indent, gaps=gaps)
    whole, found = (
        outline(pipeline.read(decode_source(one.encode(), "a.txt"), options))
        for one in (text, lines)
    )
    assert len(whole & found) >= least * max(len(whole), len(found))


def test_a_text_with_a_line_for_each_paragraph_is_not_wrapped(seed: Callable[[str], Path]) -> None:
    """Paragraphs of a report are longer than any line of paper."""
    for number in ("000", "001", "002", "003", "004"):
        lines = split_lines(seed(number).read_text(encoding="utf-8"))
        assert find_wrapping([line for line in lines if line.bare]) is None


def test_a_line_that_is_not_full_ends_its_paragraph() -> None:
    """A full line goes on whatever its last sign; a short one does not, though it has no sign."""
    text = "\n".join(["全" * 33 + "。", "句" * 34, "短" * 12] * 20)
    lines = split_lines(text)
    wrapping = find_wrapping(lines)
    assert wrapping is not None
    assert wrapping.goes_on(lines[0], lines[1], opens_anew=False)
    assert not wrapping.goes_on(lines[0], lines[1], opens_anew=True)
    assert not wrapping.goes_on(lines[2], lines[3], opens_anew=False)
