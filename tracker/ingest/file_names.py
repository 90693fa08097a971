"""Names of files as people may see and store them; a disk allows almost any bytes in a name."""

import os
import re

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible_name(name: str) -> str:
    """Return a name without characters that hide, turn or break what stands around them.

    Names on Linux may be in GBK, which Python holds as lone surrogates: no database takes them.
    """
    if not name.isprintable():
        try:
            name.encode("utf-8")
        except UnicodeEncodeError:
            name = _in_chinese(name)
        name = _UNSEEN.sub("", name)
    return name


def _in_chinese(name: str) -> str:
    try:
        return os.fsencode(name).decode("gb18030", "replace")
    except UnicodeEncodeError:  # surrogates that stand for no byte
        return name.encode("utf-8", "replace").decode("utf-8")
