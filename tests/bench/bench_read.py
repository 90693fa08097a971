"""Time and memory of reading: text against one pass of jieba, files in the process apart.

Run ``python tests/bench/bench_read.py``. Memory is the sum over the processes of a command, looked
at every 20 ms. The PDF is there where LibreOffice is: the samples, repeated to 300 pages and more.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

import click
import psutil

from tests.bench.bench_diff import segmentation, timed
from tests.builders import SEEDS
from tracker import pipeline
from tracker.ingest.apart import end_reading
from tracker.ingest.files import decode_source
from tracker.resources import load_options

GOAL = 0.5
TEXT_MEMORY = 300
PDF_MEMORY = 600
TEXT_BYTES = 2 * 2**20
PAGES = """<html><head><meta charset="utf-8"></head><body>{}</body></html>"""


def main() -> int:
    """Measure, print one line per figure, and say whether the goals were met."""
    options = load_options()
    files = [(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    texts = [data.decode() for _, data in files]

    def read() -> None:
        for name, data in files:
            pipeline.read(decode_source(data, name), options)

    read()
    (unit, _), (ours, _) = timed(segmentation(*texts), read)
    click.echo(f"reading the five samples: {ours * 1000:.0f} ms at best")
    click.echo(f"reading and structure of text\t{ours / unit:.2f}\t<= {GOAL}\tx one jieba pass")
    reached = ours / unit <= GOAL
    click.echo(f"process apart: first file, each one after\t{_starting()}\t\tms")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = "".join(texts).encode()
        long = folder / "long.txt"
        long.write_bytes((whole * (TEXT_BYTES // len(whole) + 1))[:TEXT_BYTES])
        text = _peak(long)
        click.echo(f"memory, text of 2 MB\t{text}\t< {TEXT_MEMORY}\tMB")
        reached = reached and text < TEXT_MEMORY
        if shutil.which("soffice"):
            pages = _peak(_pdf(folder, texts))
            click.echo(f"memory, PDF of 400 pages\t{pages}\t< {PDF_MEMORY}\tMB")
            reached = reached and pages < PDF_MEMORY
    return 0 if reached else 1


def _starting() -> str:
    """Return the milliseconds of the first small file and of the next in the process apart."""
    spent = []
    for _ in range(3):
        start = perf_counter()
        decode_source("指标,目标\n就业,5".encode(), "a.csv")
        spent.append((perf_counter() - start) * 1000)
    end_reading()
    return f"{spent[0]:.0f}, {spent[-1]:.1f}"


def _pdf(folder: Path, texts: list[str]) -> Path:
    lines = "".join(texts * 3).split("\n")
    style = "font-size:16pt;line-height:150%"
    page = folder / "long.html"
    paragraphs = "".join(f"<p style='{style}'>{line}</p>" for line in lines if line)
    page.write_text(PAGES.format(paragraphs), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder), str(page)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "long.pdf"


def _peak(path: Path) -> int:
    """Return the most memory in MB that reading a file on the command line took."""
    command = [sys.executable, "-m", "desktop", "outline", str(path), "--format", "json"]
    most = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        seen = psutil.Process(process.pid)
        while process.poll() is None:
            total = 0
            with contextlib.suppress(psutil.Error):
                for one in (seen, *seen.children(recursive=True)):
                    total += one.memory_info().rss
            most = max(most, total)
            time.sleep(0.02)
    if process.returncode:
        raise SystemExit(f"outline of {path.name} ended with {process.returncode}")
    return most // 2**20


if __name__ == "__main__":
    sys.exit(main())
