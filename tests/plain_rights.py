"""Programs that have only the rights a file's mode gives, also where root runs the tests."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

_DROP = 24
"""``PR_CAPBSET_DROP`` of ``prctl(2)``: what is dropped does not come back with a new program."""

_OVER_MODES = (1, 2)
"""``CAP_DAC_OVERRIDE`` and ``CAP_DAC_READ_SEARCH``: root's right to pass over modes."""


def run_plainly(
    words: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments where a folder without permission to write has none."""
    if sys.platform == "win32":
        pytest.skip("modes say nothing of folders on Windows")
    if os.geteuid() == 0 and sys.platform != "linux":
        pytest.skip("root writes everywhere")
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        env={**os.environ, **environment},
        preexec_fn=_drop if os.geteuid() == 0 else None,
        timeout=120,
        check=False,
    )


def _drop() -> None:
    prctl = ctypes.CDLL(None).prctl
    for right in _OVER_MODES:
        prctl(_DROP, right, 0, 0, 0)
