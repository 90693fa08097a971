"""Build what an office without internet installs, into ``dist/``; behind ``make bundle``.

    duizhang-VERSION-wheels-…     all wheels, a lock with their hashes, one script
    duizhang-VERSION-program-…    a program folder that needs no Python

Each is a folder and an archive of it. The program folder is made in an empty environment that was
filled from the first with ``pip --no-index``, so that building one is a trial of the other.
"""

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from email.message import Message
from email.parser import HeaderParser
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
LOCKS = ROOT / ".ci" / "lock"
DIST = ROOT / "dist"
PYTHON_VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
_LICENCES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
SYSTEM = f"{platform.system().lower()}-{platform.machine().lower()}"


def pip(*arguments: str | Path, python: str | Path = sys.executable) -> None:
    """Run pip quietly."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([python, "-m", "pip", *quiet, *arguments], check=True, cwd=ROOT)


def gather_wheels(folder: Path) -> None:
    """Put the project's wheel and all it needs into a folder, those of the lock by hash."""
    tools = ("--no-build-isolation", "--wheel-dir", folder)
    pip("wheel", "--no-deps", *tools, ROOT)
    pip("wheel", "--no-deps", "--require-hashes", *tools, "-r", LOCKS / "run.txt")
    pip("download", "--no-deps", "--dest", folder, f"pip=={metadata.version('pip')}")


def said_by(wheel: Path) -> Message:
    """Return what a wheel says of itself (core metadata, packaging.python.org)."""
    with ZipFile(wheel) as file:
        (said,) = (name for name in file.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(file.read(said).decode())


def lock_of(wheels: Iterable[Path]) -> str:
    """Return the lines of a requirements file that takes these very files and no others."""
    lines = []
    for wheel in sorted(wheels):
        said = said_by(wheel)
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f"{said['Name']}=={said['Version']} --hash=sha256:{digest}\n")
    return "".join(lines)


def licences_of(wheels: Iterable[Path]) -> str:
    """Return the licences that the makers of wheels ask to be handed on with them."""
    texts = []
    for wheel in sorted(wheels):
        said = said_by(wheel)
        with ZipFile(wheel) as file:
            files = [
                file.read(name).decode("utf-8", "replace")
                for name in file.namelist()
                if ".dist-info/" in name and Path(name).name.upper().startswith(_LICENCES)
            ]
        under = said["License-Expression"] or (said["License"] or "").partition("\n")[0]
        head = f"{said['Name']} {said['Version']}  {under}"
        texts.append("\n\n".join([f"{'=' * 80}\n{head}\n{'=' * 80}", *files]))
    return "\n\n".join(texts) + "\n"


def needs_of(wheels: Iterable[Path]) -> str:
    """Return what a computer must have for these wheels, as ``install.sh`` reads it."""
    glibc, size = (2, 17), 0
    for wheel in wheels:
        # “manylinux2014” is 2.17; of several that a wheel names the oldest will do.
        told = re.findall(r"manylinux(?:2014|_(\d+)_(\d+))", wheel.name)
        glibc = max(glibc, min(((int(a or 2), int(b or 17)) for a, b in told), default=glibc))
        with ZipFile(wheel) as file:
            size += sum(_on_disk(part.filename, part.file_size) for part in file.infolist())
    lines = {
        "python": PYTHON_VERSION,
        "machine": platform.machine(),
        "glibc": "{}.{}".format(*glibc),
        "kilobytes": size * 11 // 10 // 1024,
    }
    return "".join(f"{name} {value}\n" for name, value in lines.items())


def _on_disk(name: str, size: int) -> int:
    """Return the bytes that a file takes, with what Python compiles of it, in whole blocks."""
    return (size // 4096 + 1) * 4096 * (2 if name.endswith(".py") else 1)


def lay_out_wheels(folder: Path) -> None:
    """Make the folder of wheels: what ``install.sh`` needs and nothing else."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    gather_wheels(wheels)
    installed = [wheel for wheel in wheels.iterdir() if not wheel.name.startswith("pip-")]
    (folder / "requirements.txt").write_text(lock_of(installed))
    (folder / "needs").write_text(needs_of(installed))
    (folder / "licences.txt").write_text(licences_of(wheels.iterdir()), encoding="utf-8")
    shutil.copy2(HERE / "install.sh", folder)
    lay_out_extras(folder)


def lay_out_extras(folder: Path) -> None:
    """Copy what both folders have: how to go on, the licence, what a desktop wants to know."""
    shutil.copy2(HERE / "README.txt", folder)
    shutil.copy2(ROOT / "LICENSE", folder)
    shutil.copytree(HERE / "linux", folder / "linux")
    shutil.copy2(ROOT / "resources" / "desktop" / "duizhang.svg", folder / "linux")


def build_program(wheels: Path, folder: Path) -> None:
    """Make the program folder from the folder of wheels, in an empty environment."""
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        python = Path(place) / "bin" / "python"
        offline = ("--no-index", "--find-links", wheels / "wheels", "--require-hashes")
        pip("install", *offline, "-r", wheels / "requirements.txt", python=python)
        pip("install", "--require-hashes", "-r", LOCKS / "bundle.txt", python=python)
        made = Path(place) / "made"
        subprocess.run(
            [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
             "--distpath", made, "--workpath", Path(place) / "work", HERE / "duizhang.spec"],
            check=True, cwd=place,
            env=os.environ | {"PYTHONHASHSEED": "0", "PYI_LOG_LEVEL": "ERROR"},
        )  # fmt: skip
        shutil.copytree(made / "duizhang", folder, symlinks=True)
    shutil.copy2(wheels / "licences.txt", folder)
    lay_out_extras(folder)


def pack(folder: Path) -> Path:
    """Return an archive of a folder, beside it."""
    archive = folder.with_name(folder.name + ".tar.gz")
    with tarfile.open(archive, "w:gz", compresslevel=6) as file:
        file.add(folder, folder.name)
    return archive


def version() -> str:
    """Return the version of the project."""
    said = (ROOT / "tracker" / "__init__.py").read_text()
    return said.split('__version__ = "')[1].split('"')[0]


def megabytes(path: Path) -> int:
    """Return the size of a file, or of all files below a folder, in MB."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if not p.is_symlink()]
    return round(sum(file.stat().st_size for file in files if file.is_file()) / 1e6)


def main() -> None:
    """Build both, as folders and as archives, and say how large they are."""
    wheels = DIST / f"duizhang-{version()}-wheels-py{PYTHON_VERSION}-{SYSTEM}"
    program = DIST / f"duizhang-{version()}-program-{SYSTEM}"
    for old in (wheels, program):
        shutil.rmtree(old, ignore_errors=True)
    lay_out_wheels(wheels)
    build_program(wheels, program)
    for folder in (wheels, program):
        archive = pack(folder)
        print(f"{folder.relative_to(ROOT)}  {megabytes(folder)} MB; "
              f"{archive.name}  {megabytes(archive)} MB")  # fmt: skip


if __name__ == "__main__":
    main()
