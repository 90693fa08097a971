"""Run every benchmark beside this file and print one table (``make bench``).

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


def main() -> int:
    """Run the benchmarks one after another, so that none disturbs the next."""
    console = Console()
    table = Table("figure", "measured", "goal", "unit", title="duizhang: times")
    failed = []
    for script in sorted(HERE.glob("bench_*.py")):
        done = subprocess.run(
            [sys.executable, script],
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
