#!/bin/sh
# Installs duizhang from the files beside this script; nothing is fetched from anywhere.
#   ./install.sh [FOLDER]     the folder it goes into (default: ~/.local/share/duizhang-program)
#   ./install.sh --remove [FOLDER]         takes it away again; workspaces stay
#   PYTHON=/path/python3.11 ./install.sh   to choose the Python
set -eu
here=$(cd "$(dirname "$0")" && pwd)
link=$HOME/.local/bin/duizhang

say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh*) echo "$1" ;;
    *) echo "$2" ;;
    esac
}

fail() {
    say "$1" "$2" >&2
    exit 1
}

# What the bundle was made for: Python, machine, glibc, kilobytes. See bundle.py.
wants() {
    sed -n "s/^$1 //p" "$here/needs"
}

removing=
if [ "${1:-}" = --remove ]; then
    removing=yes
    shift
fi
folder=${1:-${XDG_DATA_HOME:-$HOME/.local/share}/duizhang-program}

# A folder is emptied only when it is one that this script has filled.
ours() {
    [ -f "$1/pyvenv.cfg" ] && { [ -f "$1/installed-by-duizhang" ] || [ -f "$1/bin/duizhang" ]; }
}

if [ -n "$removing" ]; then
    ours "$folder" || fail "“$folder”里没有安装“对账”，没有删除任何东西。" \
        "duizhang is not installed in “$folder”; nothing was deleted."
    sh "$here/linux/integrate.sh" --remove
    case $(readlink "$link" 2>/dev/null || true) in
    "$folder"/*) rm -f "$link" ;;
    esac
    rm -rf "$folder"
    say "已删除程序；您的工作区（.duizhang 文件）没有动。" \
        "The program is deleted; your workspaces (.duizhang files) are as they were."
    exit 0
fi

if [ "$(id -u)" = 0 ] && [ -n "${SUDO_USER:-}" ]; then
    fail "请不要用 sudo：直接执行 sh install.sh，程序装在您自己的用户下，不需要管理员权限。" \
        "Do not use sudo: run sh install.sh as yourself; it installs for you alone and needs no administrator."
fi

machine=$(uname -m)
[ "$machine" = "$(wants machine)" ] || fail \
    "这一份安装文件用于 $(wants machine) 处理器，这台电脑是 $machine；请换用在 $machine 电脑上制作的安装文件。" \
    "This bundle is for $(wants machine) processors and this computer has $machine: take a bundle made on $machine."

# “glibc 2.36”; other systems have none.
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/.* //' || true)
oldest=$(printf '%s\n' "${glibc:-0}" "$(wants glibc)" | sort -V | head -n 1)
[ "$oldest" = "$(wants glibc)" ] || fail \
    "这台电脑的系统版本太旧（glibc ${glibc:-没有}，需要 $(wants glibc) 以上），不能安装；请换一台系统较新的电脑。" \
    "The system of this computer is too old (glibc ${glibc:-none}; $(wants glibc) or later is needed): take a computer with a newer one."

wanted=$(wants python)
fits() {
    "$1" -c 'import sys, venv; sys.exit("%d.%d" % sys.version_info[:2] != sys.argv[1])' \
        "$wanted" 2>/dev/null
}

python=
for candidate in ${PYTHON:-} "python$wanted" python3 /usr/bin/python3 /usr/local/bin/python3; do
    if fits "$candidate"; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || fail \
    "需要 Python $wanted，这台电脑上没有找到。请让管理员安装 python$wanted，或改用不需要 Python 的程序文件夹。" \
    "Python $wanted is needed and was not found: have python$wanted installed, or take the program folder, which needs no Python."

if [ -e "$folder" ] && ! ours "$folder" && [ -n "$(ls -A "$folder" 2>/dev/null || echo file)" ]; then
    fail "“$folder”里已有别的文件，没有安装；请给出一个空的或新的文件夹。" \
        "There are other files in “$folder”; nothing was installed. Name an empty or a new folder."
fi
mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || fail \
    "无法写入“$folder”；请换一个您有权限的文件夹，如：sh install.sh ~/duizhang-program" \
    "Cannot write to “$folder”; name a folder of your own, such as: sh install.sh ~/duizhang-program"
room=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
if ! ours "$folder" && [ "$room" -lt "$(wants kilobytes)" ]; then
    rmdir "$folder" 2>/dev/null || true
    fail "磁盘空间不够：“$folder”所在的磁盘还有 $((room / 1024)) MB，需要 $(($(wants kilobytes) / 1024)) MB；请腾出空间，或换一个文件夹。" \
        "There is not enough room: $((room / 1024)) MB are left on the disk of “$folder” and $(($(wants kilobytes) / 1024)) MB are needed. Make room, or name another folder."
fi

say "正在安装到 $folder ……" "Installing into $folder …"
said=$(mktemp)
trap 'rm -f "$said"' EXIT
trap 'rm -rf "$folder"; exit 130' INT TERM
half() {
    rm -rf "$folder"
    grep . "$said" | tail -n 1 >&2
    fail "没有装成（原因见上一行）；装了一半的文件已经删除。" \
        "It was not installed (see the line above); what was half done is deleted."
}
"$python" -m venv --clear --without-pip "$folder" >"$said" 2>&1 || half
: >"$folder/installed-by-duizhang"
# pip runs from its own wheel: systems without ensurepip make environments without it.
PIP_CONFIG_FILE=/dev/null "$folder/bin/python" "$(ls "$here"/wheels/pip-*.whl)/pip" \
    --quiet --disable-pip-version-check --no-input install \
    --no-index --find-links "$here/wheels" --require-hashes -r "$here/requirements.txt" \
    >"$said" 2>&1 || half
sh "$here/linux/integrate.sh" "$folder/bin/duizhang"
mkdir -p "${link%/*}"
ln -sf "$folder/bin/duizhang" "$link"
lacking=$("$folder/bin/python" -m desktop.system_libraries | tr '\n' ' ')
if [ -n "${lacking% }" ]; then
    say "程序已装好，但这台电脑还缺窗口所需的系统库；请让管理员执行：sudo apt-get install ${lacking% }" \
        "It is installed, but this computer lacks system libraries for the window; have an administrator run: sudo apt-get install ${lacking% }" >&2
fi
say "安装完成：从菜单打开“对账”，或执行 $link" \
    "Done: open “duizhang” from the menu, or run $link"
