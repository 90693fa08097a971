"""The start: light until the first frame, and the same program when it is started again."""

import os
import subprocess
import sys

HEAVY = (
    "{'sqlalchemy', 'alembic', 'pandas', 'numpy', 'jieba', 'msgspec', 'tracker.workspace',"
    " 'tracker.model.report', 'tracker.model.tracking', 'tracker.model.commitment',"
    " 'desktop.furniture', 'desktop.dialogs', 'html'}"
)
STAGES = "{'tracker.pipeline', 'tracker.extract.lexicon', 'tracker.match.lexicon'}"


STORE = "{'sqlalchemy', 'alembic', 'tracker.workspace'}"


def run_python(code, tmp_path, **extra):
    """Run code in a process with a home of its own."""
    private = {
        name: str(tmp_path)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **private, "QT_QPA_PLATFORM": "offscreen", **extra},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_first_frame_loads_no_store(tmp_path):
    """Until the first frame neither the store nor what is shown later is imported."""
    code = (
        "import sys\n"
        "import desktop.app as app\n"
        "qt = app.make_application(['x'])\n"
        "settings = app.Settings()\n"
        "look = app.Look(qt, settings)\n"
        "session = app.Session(app.JobRunner(qt), '', qt)\n"
        "window = app.MainWindow(session, settings)\n"
        "seen = set()\n"
        "window.painted.connect(lambda: (seen.update(sys.modules), qt.quit()))\n"
        "app.Start(window, session, settings, ())\n"
        "window.show()\n"
        "qt.exec()\n"
        f"sys.exit(str({HEAVY} & seen) if {HEAVY} & seen else 0)\n"
    )
    done = run_python(code, tmp_path)
    assert done.returncode == 0, done.stderr


def test_program_starts_on_the_samples_twice(tmp_path):
    """The first start makes the sample workspace, the second opens it; both end in order."""
    code = "import sys; from desktop.app import run; sys.exit(run())"
    for _ in range(2):
        done = run_python(code, tmp_path, DUIZHANG_BENCH_START="1")
        assert done.returncode == 0, done.stderr
        told = [line.split()[0] for line in done.stdout.splitlines()]
        assert told == ["painted", "readable", "complete"]
    assert len(list(tmp_path.rglob("samples.duizhang"))) == 1


def test_second_start_loads_no_stage(tmp_path):
    """A pair whose findings are cached is shown without the stages and their word lists."""
    code = (
        "import sys; from desktop.__main__ import main; main()\n"
        f"sys.exit(str({STAGES} & set(sys.modules)) if {STAGES} & set(sys.modules) else 0)\n"
    )
    run_python(code, tmp_path, DUIZHANG_BENCH_START="1")
    done = run_python(code, tmp_path, DUIZHANG_BENCH_START="1")
    assert done.returncode == 0, done.stderr


def test_second_start_shows_the_texts_before_the_store_is_loaded(tmp_path):
    """What was read last is read without the workspace, which is opened behind it."""
    code = (
        "import sys\n"
        "from desktop.views.compare_view import CompareView\n"
        "shown = CompareView._on_columns\n"
        "def look(self, reports):\n"
        "    shown(self, reports)\n"
        f"    print('shown', len(reports), sorted({STORE} & set(sys.modules)))\n"
        "CompareView._on_columns = look\n"
        "from desktop.__main__ import main; main()\n"
    )
    run_python(code, tmp_path, DUIZHANG_BENCH_START="1")
    done = run_python(code, tmp_path, DUIZHANG_BENCH_START="1")
    lines = [line for line in done.stdout.splitlines() if line.startswith("shown")]
    assert lines[0] == "shown 2 []", done.stdout + done.stderr
    assert lines[1:] == ["shown 2 ['sqlalchemy', 'tracker.workspace']"]


def test_window_imports_by_pythons_own_import(tmp_path):
    """PySide's import function, which reads the source of every module, is not left in place."""
    code = (
        "import builtins, sys; plain = builtins.__import__\n"
        "from desktop.__main__ import main; main()\n"
        "sys.exit('PySide6' not in sys.modules or builtins.__import__ is not plain)\n"
    )
    done = run_python(code, tmp_path, DUIZHANG_BENCH_START="1")
    assert done.returncode == 0, done.stderr
