"""The script of the folder of wheels: what it refuses, each in one sentence, and what it spares."""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
HERE = {
    "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
    "machine": platform.machine(),
    "glibc": "2.17",
    "kilobytes": "1",
}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a script of Linux")


@pytest.fixture
def bundle(tmp_path) -> Path:
    """Return a folder with the script and no wheels: whatever it installs, it fails."""
    folder = tmp_path / "安装 文件"
    (folder / "wheels").mkdir(parents=True)
    shutil.copy2(PACKAGING / "install.sh", folder)
    shutil.copytree(PACKAGING / "linux", folder / "linux")
    (folder / "requirements.txt").write_text("")
    return folder


def run(bundle: Path, *words: str | Path, needs: dict[str, str] | None = None, **more: str):
    """Run the script in a bare environment with what the bundle is said to need."""
    said = HERE | (needs or {})
    (bundle / "needs").write_text("".join(f"{name} {value}\n" for name, value in said.items()))
    return subprocess.run(
        ["sh", bundle / "install.sh", *words],
        env={"HOME": str(bundle.parent), "PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8",
             "PYTHON": sys.executable, **more},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("needs", "told"),
    [
        ({"python": "3.99"}, "需要 Python 3.99，这台电脑上没有找到。"),
        ({"machine": "mips"}, "这一份安装文件用于 mips 处理器"),
        ({"glibc": "99.1"}, "这台电脑的系统版本太旧（glibc "),
        ({"kilobytes": "999999999999"}, "磁盘空间不够："),
    ],
)
def test_computer_that_does_not_fit_is_told_in_one_sentence(bundle, needs, told):
    """Python, processor, age of the system, room: known before anything is written."""
    done = run(bundle, needs=needs)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1
    assert not (bundle.parent / ".local/share/duizhang-program").exists()


def test_every_refusal_has_an_english_sentence(bundle):
    """The language is that of the terminal."""
    done = run(bundle, needs={"python": "3.99"}, LANG="C.UTF-8")
    assert done.stderr.startswith("Python 3.99 is needed and was not found")


def test_folder_with_other_files_is_left_alone(bundle, tmp_path):
    """A person who names a folder of documents loses none of them, neither here nor at removing."""
    documents = tmp_path / "文档"
    documents.mkdir()
    (documents / "报告.docx").write_text("x")
    for words in ((documents,), ("--remove", documents)):
        done = run(bundle, *words)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
    assert [path.name for path in documents.iterdir()] == ["报告.docx"]


def test_sudo_is_advised_against(bundle):
    """What an administrator installs would stand in the administrator's menu."""
    if os.geteuid() != 0:
        pytest.skip("only an administrator can call as one")
    assert "不要用 sudo" in run(bundle, SUDO_USER="zhangsan").stderr


def test_what_fails_half_way_leaves_nothing(bundle, tmp_path):
    """pip's last words and one sentence; the folder is gone, so that the next trial starts anew."""
    done = run(bundle, tmp_path / "程序")
    assert done.returncode == 1
    assert re.search(r"\S.*\n没有装成（原因见上一行）；装了一半的文件已经删除。\n$", done.stderr)
    assert not (tmp_path / "程序").exists()


def test_removing_takes_program_link_and_menu_and_spares_workspaces(bundle, tmp_path):
    """Everything that was installed goes, and nothing else."""
    folder, work = tmp_path / "程序", tmp_path / "全省.duizhang"
    (folder / "bin").mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text("")
    program = folder / "bin" / "duizhang"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    work.write_text("x")
    link = tmp_path / ".local/bin/duizhang"
    link.parent.mkdir(parents=True)
    link.symlink_to(program)
    other = link.with_name("other")
    other.write_text("x")
    assert run(bundle, "--remove", folder).returncode == 0
    assert not folder.exists()
    assert not link.is_symlink()
    assert work.exists()
    assert other.exists()


def test_instructions_name_what_is_there():
    """What a person is told to type is in the folder, in both languages."""
    told = (PACKAGING / "README.txt").read_text(encoding="utf-8")
    zh, en = told.split("How to install on a computer without a network")
    for text in (zh, en):
        scripts = set(re.findall(r"\bsh (\S+\.sh)", text))
        assert scripts == {"install.sh", "linux/integrate.sh"}
        assert all((PACKAGING / script).exists() for script in scripts)
        assert "--remove" in text
