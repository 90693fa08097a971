"""``make formats``: is the same report read alike from every format?

Each report is turned into the formats by LibreOffice and Chromium, read by the program, and its
outline and commitments are compared with those of the text. The figures are the shares of rows
that are identical, words and values; where a row stands (line, page, id) is left out.
"""

import argparse
import html
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.builders import SEEDS
from tests.same_report import share
from tracker import pipeline
from tracker.errors import InputProblem
from tracker.export.rows import commitment_row, outline_row
from tracker.ingest.files import decode_source
from tracker.message import Message
from tracker.resources import load_options

_AS_TEXT = "--infilter=Text (encoded):UTF8,LF,,,"
_PLACES = ("id", "line", "end_line", "page", "section", "file")
"""Fields that tell where a row stands, which differs from format to format."""

Row = tuple[str, ...]


def _office(source: Path, suffix: str, folder: Path, *options: str) -> Path:
    program = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [program, profile, "--headless", *options, "--convert-to", suffix]
    order += ["--outdir", str(folder), str(source)]
    subprocess.run(order, check=True, capture_output=True, timeout=300)
    return folder / f"{source.stem}.{suffix}"


def _office_format(suffix: str) -> Callable[[Path, Path], Path]:
    def convert(text: Path, folder: Path) -> Path:
        return _office(text, suffix, folder, _AS_TEXT)

    return convert


def _web_page(text: Path, folder: Path) -> Path:
    """A page with one ``p`` per line, as content systems write them."""
    lines = text.read_text(encoding="utf-8").splitlines()
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines if line.strip())
    page = folder / f"{text.stem}-page.html"
    head = '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>报告</title></head>'
    page.write_text(f"{head}<body>\n{body}</body></html>", encoding="utf-8")
    return page


def _printed_page(text: Path, folder: Path) -> Path:
    printed = folder / f"{text.stem}-printed.pdf"
    program = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    order = [program, "--headless", "--no-sandbox", "--disable-gpu"]
    order += [f"--print-to-pdf={printed}", _web_page(text, folder).as_uri()]
    subprocess.run(order, check=True, capture_output=True, timeout=300)
    return printed


FORMATS: Mapping[str, Callable[[Path, Path], Path]] = {
    "docx": _office_format("docx"),
    "odt": _office_format("odt"),
    "rtf": _office_format("rtf"),
    "doc": _office_format("doc"),
    "html": _office_format("html"),
    "page": _web_page,
    "pdf": _office_format("pdf"),
    "printed": _printed_page,
}
"""How a text becomes each format: ``page`` is a web page, ``printed`` that page printed to PDF."""


class Reader:
    """Reads bytes and gives the rows that are compared."""

    def __init__(self) -> None:
        self._options = load_options()

    def rows(self, data: bytes, name: str) -> tuple[list[Row], list[Row]]:
        """Return the outline and the commitments of a file."""
        report = pipeline.read(decode_source(data, name), self._options)
        outline = outline_row(report, name, "zh")["sections"]
        found = pipeline.commitments(report, self._options)
        return _plain(outline), _plain(commitment_row(c, report) for c in found)


def _plain(rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    return [tuple(_told(row)) for row in rows]


def _told(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a row says, without white space, which formats keep differently."""
    for key, value in row.items():
        if key in _PLACES:
            continue
        if isinstance(value, list):
            for part in value:
                yield from _told(part if isinstance(part, dict) else {key: part})
        else:
            yield f"{key}={''.join(str(value).split())}"


def _differences(one: Sequence[Row], other: Sequence[Row], most: int) -> list[str]:
    gone = [f"    - {' '.join(row)}" for row in (Counter(one) - Counter(other)).elements()]
    new = [f"    + {' '.join(row)}" for row in (Counter(other) - Counter(one)).elements()]
    return [line[:400] for line in (*gone[:most], *new[:most])]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.formats", description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path, help="text files; else the samples")
    parser.add_argument("--only", nargs="*", default=list(FORMATS), choices=list(FORMATS))
    parser.add_argument("--errors", type=int, default=0, help="show so many rows that differ")
    parser.add_argument("--keep", type=Path, help="keep the converted files in this folder")
    return parser


def main() -> int:
    """Print the figures; return 0."""
    asked = _parser().parse_args()
    reader = Reader()
    for report in asked.reports or sorted(SEEDS.glob("*.txt")):
        data = report.read_bytes()
        outline, commitments = reader.rows(data, "report.txt")
        sys.stdout.write(f"\n{report.name}: {len(outline)} headings, {len(commitments)} promises\n")
        with tempfile.TemporaryDirectory() as made:
            folder = asked.keep / report.stem if asked.keep else Path(made)
            folder.mkdir(parents=True, exist_ok=True)
            text = folder / "report.txt"
            text.write_bytes(data)
            for name in asked.only:
                _compare(reader, FORMATS[name](text, folder), name, outline, commitments, asked)
    return 0


def _compare(
    reader: Reader,
    path: Path,
    name: str,
    outline: list[Row],
    commitments: list[Row],
    asked: argparse.Namespace,
) -> None:
    try:
        headings, promises = reader.rows(path.read_bytes(), path.name)
    except InputProblem as problem:
        said: Message = problem.message
        sys.stdout.write(f"  {name:8} {said.en}\n")
        return
    a, b = share(outline, headings), share(commitments, promises)
    sys.stdout.write(f"  {name:8} outline {a:.3f}  commitments {b:.3f}\n")
    lines = _differences(outline, headings, asked.errors)
    lines += _differences(commitments, promises, asked.errors)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
