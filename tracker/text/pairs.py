"""How a text is spelled for an index: every pair of characters that stand side by side in it.

Chinese has no spaces: a word is found by its characters. A paragraph becomes its pairs of
neighbours in their order (发展壮大 becomes 发展 展壮 壮大), and its last character alone: so any
stretch of it is a row of pairs that follow each other, and each character begins something. What
a search takes for the same is spelled the same: full and half width, traditional and simplified,
capital and small. White space counts for nothing except where it parts figures or Latin words
(``one_spaced``). Signs take part (6.5% is 6. .5 5%); where an index would part words at them they
are written as characters that no text uses.
"""

import re

from tracker.text.script import one_spelling

SPELLING = "1"
"""Changes with what is told here: an index that was spelled otherwise is made anew."""

LATIN = "[0-9A-Za-zıİſ\u212a]"
"""Figures and Latin letters, with those that are the same without regard to case."""
_PARTING = re.compile(rf"(?<={LATIN})[^\S\n]+(?={LATIN})")
_IDLE = re.compile(rf"(?<!{LATIN})[^\S\n]+|[^\S\n]+(?!{LATIN})")
_PRIVATE = 0xE000
_SIGNS = {
    code: _PRIVATE + code
    for code in range(128)
    if chr(code) in "\n _" or not re.match(r"[\w\s]", chr(code))
}
_SIGN = re.compile(f"[{re.escape(''.join(map(chr, _SIGNS)))}]")

_SAME_WITHOUT_CASE = str.maketrans({"ı": "i", "İ": "i", "ſ": "s", "\u212a": "k"})
_ODD_CASE = re.compile("[ıİſ\u212a]")
"""What a search without regard to case takes for plain letters."""


def spelled(text: str) -> str:
    """Return a text as an index spells it, white space and all; no position moves."""
    folded = one_spelling(text)
    if _ODD_CASE.search(folded):
        folded = folded.translate(_SAME_WITHOUT_CASE)
    return folded.lower()


def one_spaced(folded: str) -> str:
    """Return a spelled text with one space between figures or Latin words, and else with none."""
    return _IDLE.sub("", _PARTING.sub(" ", folded))


def pairs_of(folded: str) -> str:
    """Return a spelled paragraph as its pairs in order, parted by spaces.

    A line feed stands between the cells of a row of a table: no word runs over it.
    """
    plain = _SIGN.sub(lambda sign: chr(_SIGNS[ord(sign.group())]), one_spaced(folded))
    return " ".join(map(str.__add__, plain, plain[1:] + " ")).rstrip()


def asked(term: str) -> tuple[str, ...]:
    """Return the pairs that a word or phrase is, in order: exactly where they stand, it stands.

    A single character is itself, as the beginning of a pair. Nothing where there is only space.
    """
    plain = pairs_of(spelled(" ".join(term.split()))).split(" ")
    return tuple(plain[:-1] or plain) if plain[0] else ()


_PLAIN_RUN = re.compile(r"[^\\.^$*+?{}\[\]|()\s]+")
_LOOSE = frozenset("*?{")
_ESCAPE = re.compile(r"\\(?:[pPNgk][{<][^}>]*[}>]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|\d+|.)")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")


def literals(pattern: str) -> tuple[str, ...]:
    """Return stretches that everything has that a regular expression finds.

    Only such are taken as stand outside of brackets, groups and choices, two characters at
    least; none where an option in the expression may change what its characters mean.
    """
    if "(?" in pattern and not set(re.findall(r"\(\?(.)", pattern)) <= set(":=!<P"):
        return ()
    found, depth, at = [], 0, 0
    while at < len(pattern):
        char = pattern[at]
        run = _PLAIN_RUN.match(pattern, at)
        if run is not None:
            at = run.end()
            loose = pattern[at : at + 1] in _LOOSE
            piece = run.group()[:-1] if loose and at < len(pattern) else run.group()
            if depth == 0 and len(piece) > 1:
                found.append(piece)
        elif char == "\\":
            at += _escape_length(pattern, at)
        elif char == "[":
            at = _after_class(pattern, at)
        elif char == "|" and depth == 0:
            return ()
        else:
            depth += {"(": 1, ")": -1}.get(char, 0)
            at = _after_braces(pattern, at) if char == "{" else at + 1
    return tuple(dict.fromkeys(found))


def _escape_length(pattern: str, at: int) -> int:
    """Return how long an escape is: a name in braces or digits may belong to it."""
    match = _ESCAPE.match(pattern, at)
    return len(match.group()) if match else 1


def _after_class(pattern: str, at: int) -> int:
    """Return where the characters in square brackets end."""
    match = _CLASS.match(pattern, at)
    return match.end() if match else len(pattern)


def _after_braces(pattern: str, at: int) -> int:
    end = pattern.find("}", at)
    return len(pattern) if end < 0 else end + 1
