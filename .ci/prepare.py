"""Set-up behind ``make``: the environment, what Qt needs from the system, and the start.

Runs with the system's Python 3.11 or later and its standard library alone, because it makes
the environment that everything else lives in. It downloads through pip and apt-get only.

    prepare.py environment [--tests]   make or refresh .venv from the lock files
    prepare.py system [--tests]        see to the libraries Qt loads and to a Chinese font
    prepare.py start                   open the desktop, or track the samples in the terminal
"""

import ctypes
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.system_libraries import QT_LIBRARIES, missing, needed  # noqa: E402 - needs the path

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = ROOT / ".ci" / "lock"
OUTPUT = ROOT / "output"

BUILD_LOCK = LOCKS / "build.txt"
RUN_LOCK = LOCKS / "run.txt"
TEST_LOCK = LOCKS / "test.txt"

FONT_PACKAGE = "fonts-noto-cjk"

EXIT_SET_UP_FAILED = 1
EXIT_SYSTEM_INCOMPLETE = 3


def say(zh: str, en: str) -> None:
    """Print one sentence in the language of the terminal."""
    language = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    print(zh if language.startswith("zh") else en, file=sys.stderr, flush=True)


# --- the environment -----------------------------------------------------------------------


def environment(*, tests: bool) -> int:
    """Make .venv from the lock files, or leave it alone when it is as they say."""
    locks = [BUILD_LOCK, RUN_LOCK, *([TEST_LOCK] if tests else [])]
    stamp = VENV / ("installed-for-tests" if tests else "installed-to-run")
    wanted = fingerprint([*locks, ROOT / "pyproject.toml"])
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return 0
    if importlib.util.find_spec("ensurepip") is None:
        say(
            "这个 Python 不能建立虚拟环境，请先执行：apt-get install python3-venv",
            "This Python cannot make virtual environments; first run: apt-get install python3-venv",
        )
        return EXIT_SET_UP_FAILED
    say(
        "正在安装程序所需的库（只有第一次需要几分钟）……",
        "Installing the libraries the program needs (a few minutes, the first time only) …",
    )
    if not (healthy() or make_venv()) or not install(locks):
        say(
            "没有装完。已下载的会保留，再次执行同一命令即可继续。",
            "The installation is not complete. What was downloaded is kept: run the same "
            "command again to go on.",
        )
        return EXIT_SET_UP_FAILED
    stamp.write_text(wanted)
    return 0


def fingerprint(files: list[Path]) -> str:
    """Return what an installed environment stands for: its place, its Python, the files."""
    digest = hashlib.sha256(f"{VENV}\n{sys.version}\n".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def healthy() -> bool:
    """Tell whether .venv is of this Python, of this folder, and has a pip that runs."""
    where = VENV / "made-at"
    if not where.exists() or where.read_text() != f"{VENV}\n{sys.version}":
        return False
    return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0


def make_venv() -> bool:
    """Make a fresh .venv; it sees neither the system's packages nor the person's own."""
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", VENV]).returncode == 0
    if made:
        (VENV / "made-at").write_text(f"{VENV}\n{sys.version}")
    return made


def install(locks: list[Path]) -> bool:
    """Install what the lock files name, by hash, then the project itself."""
    build, *rest = locks
    wanted = [argument for lock in rest for argument in ("-r", str(lock))]
    # The build tools come first and from their own lock, so that pip fetches nothing unpinned
    # when it builds the few libraries that are published as source only.
    return (
        pip("--require-hashes", "-r", str(build))
        and pip("--require-hashes", "--no-build-isolation", "--use-pep517", *wanted)
        and pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        and point_at_checkout()
    )


def point_at_checkout() -> bool:
    """Name this folder relative to .venv in the file that leads there.

    Python 3.11 reads that file in the encoding of the locale: a full path with a Chinese folder
    in it would lead nowhere under LC_ALL=C or GBK.
    """
    files = list(VENV.glob("lib/python3*/site-packages/_editable_impl_duizhang.pth"))
    for file in files:
        file.write_text(os.path.relpath(ROOT, file.parent) + "\n")
    return bool(files)


def pip(*arguments: str) -> bool:
    """Run pip's install without its chatter."""
    command = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    return subprocess.run([*command, "install", *arguments], cwd=ROOT).returncode == 0


# --- the system ----------------------------------------------------------------------------


def system(*, tests: bool) -> int:
    """Bring what Qt needs from the system; say the one command where that is not allowed."""
    if platform.system() != "Linux":
        return 0
    packages = missing_packages(tests=tests)
    if packages and not apt_install(packages):
        command = "apt-get install " + " ".join(packages)
        say(
            f"缺少系统库或中文字体，请由管理员执行：{command}",
            f"System libraries or a Chinese font are missing; as administrator run: {command}",
        )
    return EXIT_SYSTEM_INCOMPLETE if missing_libraries(tests=tests) else 0


def missing_packages(*, tests: bool) -> list[str]:
    """Return the Debian packages whose content this system lacks, without repeats."""
    packages = dict.fromkeys(missing_libraries(tests=tests).values())
    if not has_chinese_font():
        packages[FONT_PACKAGE] = None
    return list(packages)


def missing_libraries(*, tests: bool) -> dict[str, str]:
    """Return the libraries that do not load, with their packages."""
    if tests:
        return missing(QT_LIBRARIES)
    # Where both answer Qt turns to X11 when Wayland's libraries are missing.
    return missing(needed(x11=x11_answers()))


class FontSet(ctypes.Structure):
    """The head of fontconfig's FcFontSet."""

    _fields_ = (("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p))


def has_chinese_font() -> bool:
    """Ask fontconfig, as Qt does, for any font that covers simplified Chinese."""
    try:
        library = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    library.FcNameParse.restype = ctypes.c_void_p
    library.FcObjectSetCreate.restype = ctypes.c_void_p
    library.FcObjectSetAdd.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
    library.FcFontList.argtypes = (ctypes.c_void_p,) * 3
    library.FcFontList.restype = ctypes.POINTER(FontSet)
    objects = library.FcObjectSetCreate()
    library.FcObjectSetAdd(objects, b"family")
    found = library.FcFontList(None, library.FcNameParse(b":lang=zh-cn"), objects)
    return bool(found) and found.contents.count > 0


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages when this person may; never asks for a password."""
    apt = apt_command()
    if apt is None:
        return False
    say(
        f"正在安装系统组件：{' '.join(packages)} ……",
        f"Installing from the system's packages: {' '.join(packages)} …",
    )
    install_now = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    if quiet(install_now):
        return True
    # A fresh system has no package lists yet.
    return quiet([*apt, "update"]) and quiet(install_now)


def apt_command() -> list[str] | None:
    """Return how apt-get can be called without a password, or None."""
    apt = shutil.which("apt-get")
    if apt is None:
        return None
    command = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq"]
    if os.geteuid() == 0:
        return command
    sudo = shutil.which("sudo")
    if sudo and quiet([sudo, "-n", "true"]):
        return [sudo, "-n", *command]
    return None


def quiet(command: list[str]) -> bool:
    """Run a command without showing what it says and tell whether it succeeded."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode == 0


# --- the start -----------------------------------------------------------------------------


def start() -> int:
    """Open the desktop on the samples; without a display do the main job in the terminal."""
    if platform.system() == "Linux":
        if not has_display():
            say(
                "没有图形界面，改在终端里对账示例报告。",
                "There is no display to open a window on; tracking the sample reports here.",
            )
            return track_samples()
        if system(tests=False) != 0:
            say(
                "窗口所需的系统库不全，先在终端里对账示例报告。",
                "Libraries for the window are missing; tracking the sample reports here.",
            )
            return track_samples()
    return subprocess.run([VENV / "bin" / "duizhang"]).returncode


def track_samples() -> int:
    """Track the samples' promises of 2021 through two later reports, as a table and as files."""
    names = [
        next((ROOT / "seeds").glob(f"{number}_*.txt")).relative_to(ROOT).as_posix()
        for number in ("002", "000", "001")
    ]
    OUTPUT.mkdir(exist_ok=True)
    command = ["track", "--format", "table", *names]
    for report in ("tracking.xlsx", "tracking.html"):
        command += ["--output", (OUTPUT / report).relative_to(ROOT).as_posix()]
    code = subprocess.run([VENV / "bin" / "duizhang", *command], cwd=ROOT).returncode
    if code == 0:
        by_hand = f".venv/bin/duizhang {shlex.join(command)}"
        say(
            f"两个文件在 {OUTPUT}；同样的命令：{by_hand}",
            f"Both files are in {OUTPUT}; by hand: {by_hand}",
        )
    return code


def has_display() -> bool:
    """Tell whether there is a display to open a window on."""
    return x11_answers() or wayland_answers()


def wayland_answers() -> bool:
    """Tell whether the Wayland display of this session answers."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    place = Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / name
    return bool(name) and answers(socket.AF_UNIX, str(place))


def x11_answers() -> bool:
    """Tell whether the X11 display of this session answers (``:0``, ``localhost:10.0``)."""
    host, _, rest = os.environ.get("DISPLAY", "").rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        name = f"/tmp/.X11-unix/X{number}"
        return answers(socket.AF_UNIX, name) or answers(socket.AF_UNIX, "\0" + name)
    return answers(socket.AF_INET, (host, 6000 + int(number)))


def answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    """Tell whether something accepts a connection at a local address."""
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


def main(arguments: list[str]) -> int:
    """Run one subcommand and return its exit code."""
    tests = "--tests" in arguments
    match [argument for argument in arguments if argument != "--tests"]:
        case ["environment"]:
            return environment(tests=tests)
        case ["system"]:
            return system(tests=tests)
        case ["start"]:
            return start()
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("已停止，再次执行可以继续。", "Stopped; run it again to go on.")
        sys.exit(130)
