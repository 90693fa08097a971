#!/bin/sh
# Puts duizhang into the menu and opens .duizhang files with it, for this person alone:
#   integrate.sh [PROGRAM]      takes it in (default: the program in the folder above)
#   integrate.sh --remove       takes it out again
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
settings=${XDG_CONFIG_HOME:-$HOME/.config}
desktop=$share/applications/duizhang.desktop
icon=$share/icons/hicolor/scalable/apps/duizhang.svg
mime=$share/mime/packages/duizhang.xml
kind=application/x-duizhang

say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh*) echo "$1" ;;
    *) echo "$2" ;;
    esac
}

renew() {
    # What a system lacks of these it has no use for either.
    if [ -d "$share/mime/packages" ] && command -v update-mime-database >/dev/null; then
        update-mime-database "$share/mime" || true
    fi
    if [ -d "$share/applications" ] && command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$share/applications" || true
    fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$desktop" "$icon" "$mime"
    for list in "$settings/mimeapps.list" "$share/applications/mimeapps.list"; do
        if [ -f "$list" ]; then
            # Only our own line; what else a person chose stays as it was.
            sed "\|^$kind=duizhang.desktop;*\$|d" "$list" >"$list.new"
            mv "$list.new" "$list"
        fi
    done
    renew
    say "已从菜单中去掉“对账”。" "duizhang is out of the menu."
    exit 0
fi
program=${1:-${here%/*}/duizhang}
# A memory stick of Windows keeps no right to run.
if [ ! -f "$program" ] || { [ ! -x "$program" ] && ! chmod u+x "$program" 2>/dev/null; }; then
    say "没有找到程序“$program”：请在解压出来的程序文件夹里执行 linux/integrate.sh。" \
        "There is no program “$program”: run linux/integrate.sh in the unpacked program folder." >&2
    exit 1
fi
if ! trouble=$("$program" --version 2>&1); then
    echo "$trouble" | tail -n 1 >&2
    say "这台电脑的系统不能运行“$program”（原因见上一行），没有放进菜单。" \
        "This computer's system cannot run “$program” (see the line above); it was not put into the menu." >&2
    exit 1
fi
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
mkdir -p "${desktop%/*}" "${icon%/*}" "${mime%/*}"
# Quoted as the Desktop Entry Specification asks where a folder has spaces or signs in its name;
# only there, because xdg-open on a bare desktop does not understand the quotes.
call=$program
if printf %s "$program" | grep -q "[][[:space:]\"'\`\\\\\$&*?#~;|<>(){}!^]"; then
    call=\"$(printf %s "$program" | sed 's/["`$\\]/\\&/g; s/\\/\\\\/g')\"
fi
call=$(printf %s "$call" | sed 's/%/%%/g')
sed "s|@program@|$(printf %s "$call" | sed 's/[&|\\]/\\&/g')|" "$here/duizhang.desktop" >"$desktop"
cp "$here/duizhang.svg" "$icon"
cp "$here/duizhang.xml" "$mime"
renew
# Said outright: nothing else need be there for a double click, and no other program takes it.
if command -v xdg-mime >/dev/null; then
    mkdir -p "$settings"
    xdg-mime default duizhang.desktop "$kind" 2>/dev/null || true
fi
say "已放进菜单；双击 .duizhang 文件就用“对账”打开。" \
    "duizhang is in the menu now, and a double click on a .duizhang file opens it."
