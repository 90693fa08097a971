"""Run every benchmark beside this file and print one table (``make bench``).

Run: python tests/bench/run.py [NAME…] [--library]. With names (``start``, ``desk``) only those are
run; with ``--library`` the import is one of 3,000 reports.

A benchmark is a file ``bench_*.py`` here that prints one line per figure:
``name<TAB>measured<TAB>goal<TAB>unit``. Lines without tabs are shown as they are.
"""

import platform
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
LIBRARY = "--library"
"""Import as many reports as a desk ever holds."""


def main() -> int:
    """Run the benchmarks one after another, so that none disturbs the next."""
    console = Console()
    table = Table("figure", "measured", "goal", "unit", title="duizhang: times")
    failed = []
    wanted = {word for word in sys.argv[1:] if not word.startswith("-")}
    for script in sorted(HERE.glob("bench_*.py")):
        name = script.stem.removeprefix("bench_")
        if wanted and name not in wanted:
            continue
        more = [LIBRARY] if name == "import" and LIBRARY in sys.argv else []
        done = subprocess.run(
            [sys.executable, script, *more],
            cwd=HERE.parent.parent,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            failed.append(script.name)
        for line in done.stdout.splitlines():
            cells = line.split("\t")
            if len(cells) > 1:
                table.add_row(*cells[:4])
            elif line.strip():
                console.print(line, markup=False, highlight=False)
    console.print(table)
    console.print(f"Python {platform.python_version()}, {platform.platform()}", highlight=False)
    if failed:
        console.print(f"did not finish or missed a goal: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
