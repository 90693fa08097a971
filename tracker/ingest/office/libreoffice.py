"""Old word-processor files (doc, wps, dot, wpt …) by way of an installed LibreOffice.

LibreOffice turns the file into docx in a private folder that is wiped; then the reader of docx has
it. It runs with a profile of its own made for this one file: no macros, no links updated, a proxy
that leads nowhere. When it takes too long, it is ended with all that it started.
"""

import contextlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import which

from tracker.errors import InputProblem
from tracker.ingest import compound
from tracker.ingest.kinds import kind_of
from tracker.ingest.office.from_docx import read_docx
from tracker.ingest.office.xml_parts import damaged, locked
from tracker.message import Message
from tracker.model.source import SourceText

SECONDS = 90.0
"""A report of 40 pages takes 3 seconds, the first start on a slow disk 20 (2026-11)."""

DOCX = "docx:MS Word 2007 XML"
XLSX = "xlsx:Calc MS Excel 2007 XML"

_POLL = 0.05
_NAMES = ("soffice", "libreoffice", "soffice.exe", "soffice.com")
_PLACES = (
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_VERSIONED = ("/opt", "libreoffice*/program/soffice")
_PROGRAM_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA")

_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    *(
        ("org.openoffice.Inet/Settings", f"ooInet{name}", value)
        for scheme in ("HTTP", "HTTPS", "FTP")
        for name, value in ((f"{scheme}ProxyName", "127.0.0.1"), (f"{scheme}ProxyPort", "9"))
    ),
)
"""Path, name and value of settings, after the configuration schema of LibreOffice 7.4; a version
that does not know one leaves it out. Port 9 is where everything is thrown away (RFC 863)."""

_ODD = re.compile(
    r"[^\t\n -~°±²³·×÷\u0391-\u03c9\u2000-\u2fff\u3000-\u30ff\u3200-\u33ff"
    r"\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
)
_MOST_ODD = 0.1
"""Share of characters that are none of Chinese or English. Reports have below 0.001, a doc whose
middle was overwritten 0.3, chance bytes 0.7 (2026-11)."""

_REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)


def read_through_office(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a file that LibreOffice can open.

    Args:
        data: Bytes of the file.
        encoding: Not used: the file says its own.

    Raises:
        InputProblem: There is no LibreOffice, a password is in the way, or it cannot read the file.
    """
    if data.startswith(compound.SIGNATURE) and compound.is_locked(data):
        raise locked()
    program = find_office()
    if program is None:
        raise no_office()
    read = read_docx(convert(data, program, ending=_ending(data)), encoding)
    # What it does not know LibreOffice takes for a text in some encoding.
    if len(_ODD.findall(read.text)) > _MOST_ODD * len(read.text):
        raise damaged("no text in any language of reports")
    return read


def find_office() -> Path | None:
    """Return the program of an installed LibreOffice, None when there is none."""
    for name in _NAMES:
        found = which(name)
        # Windows looks into the current folder first, where files from anywhere may lie.
        if found and Path(found).absolute().parent != Path.cwd():
            return Path(found)
    places = [Path(place).expanduser() for place in _PLACES]
    places += sorted(Path(_VERSIONED[0]).glob(_VERSIONED[1]), reverse=True)
    for variable in _PROGRAM_FOLDERS:
        folder = os.environ.get(variable)
        if folder:
            for inside in ("LibreOffice", "Programs/LibreOffice"):
                places.append(Path(folder) / inside / "program" / "soffice.exe")
    places += _registered()
    return next((place for place in places if place.is_file()), None)


def _registered() -> list[Path]:
    """Return where Windows has it registered, for folders that a person chose."""
    found: list[Path] = []
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            with contextlib.suppress(OSError):
                folder = winreg.QueryValue(root, r"SOFTWARE\LibreOffice\UNO\InstallPath")
                found.append(Path(folder) / "soffice.exe")
    return found


def convert(
    data: bytes,
    program: Path,
    *,
    ending: str = ".doc",
    target: str = DOCX,
    seconds: float = SECONDS,
) -> bytes:
    """Return a file as LibreOffice writes it in another format.

    Args:
        data: Bytes of the file.
        program: LibreOffice.
        ending: What kind of file it is, with its dot.
        target: Format to write: its ending and LibreOffice's name for its filter.
        seconds: Time after which it is ended.

    Raises:
        InputProblem: It took too long, could not be started, or made nothing of the file.
    """
    with tempfile.TemporaryDirectory(
        prefix="duizhang-", dir=_shared_folder(program), ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        # A name of our own: nothing of the file's name reaches a command line.
        source = folder / f"in{ending}"
        source.write_bytes(data)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        items = "\n".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
        (profile / "user" / "registrymodifications.xcu").write_text(
            _REGISTRY.format(items=items), encoding="utf-8"
        )
        made = folder / "out"
        _run(
            [
                str(program),
                f"-env:UserInstallation={profile.as_uri()}",
                *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
                *("--convert-to", target, "--outdir", str(made), str(source)),
            ],
            folder,
            seconds,
        )
        result = made / f"in.{target.partition(':')[0]}"
        if not result.is_file():
            raise damaged("LibreOffice made no file")
        return result.read_bytes()


def _ending(data: bytes) -> str:
    kind = kind_of(data, "in.doc")
    return kind if kind in (".doc", ".rtf", ".fodt", ".sxw", ".odt", ".docx") else ".doc"


def _shared_folder(program: Path) -> Path | None:
    """Return where a LibreOffice in a box of its own (snap, flatpak) sees files; None elsewhere."""
    place = program.as_posix()
    if "/snap/" in place:
        folder = Path.home() / "snap" / "libreoffice" / "common"
    elif "flatpak" in place:
        folder = Path.home() / ".var" / "app" / "org.libreoffice.LibreOffice" / "cache"
    else:
        return None
    return folder if folder.is_dir() else None


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run LibreOffice to its end or to the limit."""
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise no_office(str(error)) from None
    end = time.monotonic() + seconds
    try:
        while process.poll() is None:
            if time.monotonic() > end:
                raise _too_slow()
            time.sleep(_POLL)
    finally:
        _end(process)


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment for LibreOffice: proxies to nowhere, temporary files in the folder."""
    nowhere = "http://127.0.0.1:9"
    proxies = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")
    kept = {k: v for k, v in os.environ.items() if k.lower() not in (*proxies, "no_proxy")}
    kept.update(dict.fromkeys((*proxies, *map(str.upper, proxies)), nowhere))
    kept.update(TMPDIR=str(folder), TMP=str(folder), TEMP=str(folder), SAL_USE_VCLPLUGIN="svp")
    return kept


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with everything it started; nothing when it ended by itself.

    It stays in our process group, so that whoever ends that group ends it too; its children are
    found one by one.
    """
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        for pid in reversed(_family(process.pid)):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _family(pid: int) -> list[int]:
    """Return a process and all below it, from /proc; elsewhere LibreOffice is one process."""
    found = [pid]
    for parent in found:
        for listed in Path(f"/proc/{parent}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found.extend(int(child) for child in listed.read_text().split())
    return found


def no_office(detail: str = "") -> InputProblem:
    """Return the problem of a computer without LibreOffice."""
    return InputProblem(
        Message(
            "读取这种旧格式需要LibreOffice，本机没有找到；请安装LibreOffice，"
            "或在Word、WPS中另存为docx。",
            "this old format needs LibreOffice, which was not found; install LibreOffice, "
            "or save the file as docx in Word or WPS.",
        ),
        detail,
    )


def _too_slow() -> InputProblem:
    return InputProblem(
        Message(
            "LibreOffice转换超时，已停止；请在Word或WPS中另存为docx。",
            "LibreOffice took too long and was stopped; save the file as docx in Word or WPS.",
        )
    )
