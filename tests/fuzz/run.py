"""Fuzzes every reader: ``make fuzz``, or ``python -m tests.fuzz.run --seconds 60 .pdf .docx``.

With atheris (libFuzzer for Python) the damage follows what the readers have not done yet; where it
is not installed, it is by chance alone. Either way a finding is a file in ``output/fuzz/`` and one
line that says what was raised and where: anything but a text or an ``InputProblem``, more than
``TOO_LONG`` seconds, more than ``TOO_MUCH`` memory, or the end of the process. What turns out to be
a mistake of ours is mended, and the file goes to ``tests/tracker/ingest/found/`` for ever.
"""

import argparse
import hashlib
import importlib.util
import random
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

from tests.fuzz.mutations import mutated
from tracker.errors import InputProblem

if _GUIDED := importlib.util.find_spec("atheris") is not None and "--chance" not in sys.argv:
    import atheris

    # Before anything imports the readers: only what is imported here tells where it has been.
    with atheris.instrument_imports(include=["tracker.ingest"]):
        from tests.fuzz.samples import kinds, samples
        from tracker.ingest.formats import PACKAGES, READERS
        from tracker.ingest.packages import check_package
else:
    from tests.fuzz.samples import kinds, samples
    from tracker.ingest.formats import PACKAGES, READERS
    from tracker.ingest.packages import check_package

TOO_LONG = 20
"""Seconds for one file; the program allows 60."""

TOO_MUCH = 1024
"""Megabytes."""

_OUTPUT = Path(__file__).resolve().parent.parent.parent / "output" / "fuzz"


class TooLongError(Exception):
    """A file took too long."""


def read_one(suffix: str, data: bytes) -> None:
    """Read one file as the reading process does; raise what it raises, but no ``InputProblem``."""
    try:
        if suffix in PACKAGES:
            check_package(data)
        READERS[suffix](data, "")
    except InputProblem:
        return


def by_chance(suffix: str, seconds: float, seed: int) -> int:
    """Damage samples by chance; return how many different things went wrong."""
    chance = random.Random(seed)
    found: dict[str, Path] = {}
    end, count = time.monotonic() + seconds, 0
    current = _OUTPUT / f"current{suffix}"
    signal.signal(signal.SIGALRM, _too_long)
    while time.monotonic() < end:
        data = mutated(chance.choice(samples(suffix)), chance.choice(samples(suffix)), chance)
        current.write_bytes(data)  # what is left here when the process dies did it
        count += 1
        signal.alarm(TOO_LONG)
        try:
            read_one(suffix, data)
        except Exception as error:  # noqa: BLE001 - finding out what is raised is the point
            signal.alarm(0)
            _keep(suffix, data, error, found)
        finally:
            signal.alarm(0)
    current.unlink(missing_ok=True)
    _say(f"{suffix}: {count} files, {len(found)} findings")
    return len(found)


def _too_long(*_: object) -> None:
    raise TooLongError


def _keep(suffix: str, data: bytes, error: Exception, found: dict[str, Path]) -> None:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/tracker/" in f.filename]
    where = [f"{Path(f.filename).name}:{f.lineno}" for f in frames[-3:]]
    key = f"{type(error).__name__} {' '.join(where)}"
    if key not in found:
        name = hashlib.sha256(data).hexdigest()[:12]
        found[key] = _OUTPUT / f"{name}{suffix}"
        found[key].write_bytes(data)
        _say(f"{suffix}: {key}: {str(error)[:100]!r} in {found[key].name}")


def by_coverage(suffix: str, seconds: float, seed: int) -> None:
    """Let libFuzzer drive; it ends the process at the first finding."""
    corpus = _OUTPUT / f"corpus{suffix}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(samples(suffix)):
        (corpus / f"sample{number}").write_bytes(sample)

    def change(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 0.2:
            return bytes(atheris.Mutate(data, most))
        return mutated(data, chance.choice(samples(suffix)), chance)[:most]

    arguments = [sys.argv[0], f"-max_total_time={seconds:.0f}", f"-timeout={TOO_LONG}"]
    arguments += [f"-rss_limit_mb={TOO_MUCH}", f"-seed={seed}", "-max_len=600000"]
    arguments += ["-print_final_stats=1", f"-artifact_prefix={_OUTPUT}/", str(corpus)]
    atheris.Setup(arguments, lambda data: read_one(suffix, data), custom_mutator=change)
    atheris.Fuzz()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run every reader in a process of its own; return 1 when something was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("suffixes", nargs="*", help="endings; all by default")
    parser.add_argument("--seconds", type=float, default=60, help="for each reader")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--chance", action="store_true", help="by chance, also where atheris is")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    _OUTPUT.mkdir(parents=True, exist_ok=True)
    if given.one:
        if not _GUIDED:
            return 1 if by_chance(given.suffixes[0], given.seconds, given.seed) else 0
        by_coverage(given.suffixes[0], given.seconds, given.seed)
        return 0
    failed = []
    for suffix in given.suffixes or kinds():
        if not samples(suffix):
            _say(f"{suffix}: no sample to start from")
            continue
        command = [sys.executable, "-m", "tests.fuzz.run", "--one", suffix]
        command += [f"--seconds={given.seconds}", f"--seed={given.seed}"]
        command += ["--chance"] if given.chance else []
        if subprocess.run(command, check=False).returncode:
            failed.append(suffix)
    _say(f"findings in {', '.join(failed)}" if failed else "no findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
