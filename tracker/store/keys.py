"""What findings are called in the cache: stage, version of the program and content, hashed."""

import hashlib
from collections.abc import Sequence

from tracker.store import codec


def finding_key(version: str, stage: str, *parts: str) -> str:
    """Return the name of what a stage of this version of the program found in these parts."""
    return hashlib.sha256("\n".join((version, stage, *parts)).encode()).hexdigest()


def report_key(version: str, report_id: str, reading: str, lines: Sequence[object] = ()) -> str:
    """Return the name of a report as the program read it.

    Args:
        version: Version of the findings.
        report_id: The report.
        reading: Hash of its text.
        lines: What people said about single lines.
    """
    return finding_key(version, "report", report_id, reading, state_name(tuple(lines)))


def state_name(*values: object) -> str:
    """Return a name for the state that values describe."""
    return hashlib.sha256(codec.encode(values)).hexdigest()
