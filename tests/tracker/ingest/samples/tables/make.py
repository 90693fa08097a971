"""Makes the files beside it: pages of tables, saved anew by LibreOffice.

    python tests/tracker/ingest/samples/tables/make.py

``tables.html`` is written by hand: the kinds of tables that plan reports print, with figures that
are made up. ``plan.html`` holds the two tables of the sample report 001, cell by cell.
"""

import html
import re
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[4] / "seeds"
FROM_PAGE = (("odt", "HTML (StarWriter)"), ("xlsx", "HTML (StarCalc)"))
FROM_ODT = ("docx:MS Word 2007 XML", "rtf", "pdf")


def plan_page() -> str:
    """Return front, captions and tables of the sample report as a page."""
    (path,) = SEEDS.glob("001_*.txt")
    text = path.read_text(encoding="utf-8")
    found = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        '<head><meta charset="utf-8"></head>',
        "<body>",
    ]
    before, first, between, second = re.split(
        r"\n(表\d  [^\n]+\n(?:\t.*?\n\n)+)", text, flags=re.S
    )[:4]
    found += [_paragraph(line) for line in before.split("\n")[:5]]
    found += _table(first)
    found += [_paragraph(line) for line in between.split("\n") if line.startswith("二、")]
    found += _table(second)
    return "\n".join([*found, "</body>", "</html>", ""])


def _paragraph(line: str) -> str:
    return f"<p>{html.escape(line.strip())}</p>" if line.strip() else ""


def _table(text: str) -> list[str]:
    caption, body = text.split("\n", 1)
    rows = [
        [re.sub(r"\s", "", cell) for cell in row.strip("\n").removeprefix("\t").split("\n\t")]
        for row in re.split(r"\n\n+", body)
        if row.strip()
    ]
    found = [_paragraph(caption), '<table border="1">']
    for at, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            below = 1
            while column == 0 and at + below < len(rows) and not rows[at + below][0]:
                below += 1
            if cell or column:
                over = f' rowspan="{below}"' if below > 1 else ""
                cells.append(f"<td{over}>{html.escape(cell)}</td>")
        found.append(f"<tr>{''.join(cells)}</tr>")
    return [*found, "</table>"]


def convert(source: Path, kind: str, profile: str, *reader: str) -> None:
    """Let LibreOffice save a file as another format."""
    command = [
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        *(f"--infilter={name}" for name in reader),
        *("--convert-to", kind),
        *("--outdir", str(HERE), str(source)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def main() -> None:
    """Make the samples."""
    (HERE / "plan.html").write_text(plan_page(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as profile:
        for name in ("tables", "plan"):
            for kind, reader in FROM_PAGE:
                convert(HERE / f"{name}.html", kind, profile, reader)
            for kind in FROM_ODT:
                convert(HERE / f"{name}.odt", kind, profile)


if __name__ == "__main__":
    main()
