#!/bin/sh
# Installs duizhang from the files beside this script; nothing is fetched from anywhere.
#   ./install.sh [FOLDER]     the folder it goes into (default: ~/.local/share/duizhang-program)
#   PYTHON=/path/python3.11 ./install.sh   to choose the Python
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-${XDG_DATA_HOME:-$HOME/.local/share}/duizhang-program}
wanted=$(cat "$here/python-version")

say() {
    case "${LC_ALL:-${LANG:-}}" in
    zh*) echo "$1" ;;
    *) echo "$2" ;;
    esac
}

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
if [ -z "$python" ]; then
    say "需要 Python $wanted，这台电脑上没有找到。请让管理员安装 python$wanted，或改用不需要 Python 的程序文件夹。" \
        "Python $wanted is needed and was not found: have python$wanted installed, or take the program folder, which needs no Python." >&2
    exit 1
fi

say "正在安装到 $folder ……" "Installing into $folder …"
"$python" -m venv --clear --without-pip "$folder"
# pip runs from its own wheel: systems without ensurepip make environments without it.
PIP_CONFIG_FILE=/dev/null "$folder/bin/python" "$(ls "$here"/wheels/pip-*.whl)/pip" \
    --quiet --disable-pip-version-check --no-input install \
    --no-index --find-links "$here/wheels" --require-hashes -r "$here/requirements.txt"
sh "$here/linux/integrate.sh" "$folder/bin/duizhang"
mkdir -p "$HOME/.local/bin"
ln -sf "$folder/bin/duizhang" "$HOME/.local/bin/duizhang"
say "安装完成：从菜单打开“对账”，或执行 $HOME/.local/bin/duizhang" \
    "Done: open “duizhang” from the menu, or run $HOME/.local/bin/duizhang"
