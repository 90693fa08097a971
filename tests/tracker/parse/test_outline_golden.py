"""Outlines of the sample reports, read line by line by a person before they were kept.

``UPDATE_GOLDEN=1 pytest`` writes them anew; read the difference before it is committed.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.model.report import Report

GOLDEN = Path(__file__).parents[2] / "golden"


def as_text(report: Report) -> str:
    """Return metadata, parts, sections and tables of a report for reading."""
    meta = report.meta
    region = f"{meta.region.name} ({meta.region.level})" if meta.region else ""
    lines = [
        f"title    {meta.title}",
        f"region   {region}",
        f"year     {meta.year}",
        f"kind     {meta.kind}",
        f"date     {meta.date}",
        f"meeting  {meta.meeting}",
        f"speaker  {meta.speaker}",
        f"office   {meta.office}",
        f"noise    {' '.join(map(str, report.noise))}",
        f"broken   {' '.join(f'{a}+{b}' for a, b in report.broken)}",
        f"warnings {' '.join(d.code for d in report.diagnostics)}",
        "",
    ]
    lines += [f"{p.first_line:>4}-{p.last_line:<4} {p.role}" for p in report.parts]
    lines.append("")
    for s in report.sections:
        heading = " ".join(s.heading.split())
        run_in = " …" if s.run_in else ""
        line = report.line_of(s.heading_span.start)
        lines.append(
            f"{line:>4} {s.role:<8} {'  ' * (s.level - 1)}{s.level} {s.number}{heading}{run_in}"
        )
    for table in report.tables:
        lines += ["", table.caption]
        lines += [f"  {c.title} [{c.role}] {c.year or ''}".rstrip() for c in table.columns]
        lines += [f"  {' | '.join(c.text if c else '' for c in row)}" for row in table.rows]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_outline_of_sample_report_stays(read_seed: Callable[[str], Report], number: str) -> None:
    """The outline of a sample report is the one that a person has read."""
    path = GOLDEN / number / "outline.txt"
    found = as_text(read_seed(number))
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
