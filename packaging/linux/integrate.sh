#!/bin/sh
# Puts duizhang into the menu and opens .duizhang files with it, for this person alone:
#   integrate.sh PROGRAM        takes it in
#   integrate.sh --remove       takes it out again
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
desktop=$share/applications/duizhang.desktop
icon=$share/icons/hicolor/scalable/apps/duizhang.svg
mime=$share/mime/packages/duizhang.xml

renew() {
    # What a system lacks of these it has no use for either.
    if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime"; fi
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$share/applications"
    fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$desktop" "$icon" "$mime"
    renew
    exit 0
fi
program=${1:?"name the program: integrate.sh PROGRAM"}
mkdir -p "${desktop%/*}" "${icon%/*}" "${mime%/*}"
# Quoted as the Desktop Entry Specification asks, so that a folder may have spaces in its name.
sed "s|@program@|\"$(printf %s "$program" | sed 's/[&|\\]/\\&/g')\"|" \
    "$here/duizhang.desktop" >"$desktop"
cp "$here/duizhang.svg" "$icon"
cp "$here/duizhang.xml" "$mime"
renew
