"""Which libraries the window takes from the system, and which of them are missing.

The wheels of PySide6 bring Qt along, not what Qt asks the system for. Only Python's standard
library is used here: this also runs before anything is installed.
"""

import ctypes
import os
import sys

# What the Qt libraries of the PySide6-Essentials wheel ask the system for (objdump -p, 6.12),
# each with the Debian package that holds it. Without the first table Qt cannot be imported.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Without these no window opens; tests run offscreen and do without.
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def needed(*, x11: bool) -> dict[str, str]:
    """Return what a window needs on X11 or on Wayland: each library with its Debian package."""
    return QT_LIBRARIES | (X11_LIBRARIES if x11 else WAYLAND_LIBRARIES)


def missing(libraries: dict[str, str]) -> dict[str, str]:
    """Return those that this system's loader does not find, with their packages."""
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    # Asked by the script that installs: one package on each line.
    lacking = missing(needed(x11="WAYLAND_DISPLAY" not in os.environ))
    sys.stdout.writelines(f"{package}\n" for package in dict.fromkeys(lacking.values()))
