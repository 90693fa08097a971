"""Lines of a terminal: Chinese takes two columns, and a number is never cut in two.

``实现增长8.7%，不低于6%`` may go on in the next line before 8.7% or after it, never within; a line
does not begin with a closing sign. What does not fit ends with ``…`` at such a place as well:
``8…`` would be another figure.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

_UNIT = re.compile(
    r"""[“‘（〔《【(\[]{,3}                      # opening signs go with what they open
    (?: \d[\d.,:～~\-–]*[%％‰℃]?            # 8.7%  1,200  3:00  3-5
      | [A-Za-z][A-Za-z0-9.\-_+/]*          # PM2.5  5G
      | \S | \s+ )
    [，。、；：！？”’）〕》】),;:!?…]{,3}""",
    re.VERBOSE,
)
_MORE = "…"


def wrapped(text: str, width: int, most: int) -> list[str]:
    """Return a text as lines.

    Args:
        text: Text without line ends.
        width: Columns of a line, at least 2.
        most: Most lines; the last one ends with "…" when there would be more.
    """
    lines, line, used = [], "", 0
    for unit in _units(text, width):
        taken = cell_len(unit)
        if line and used + taken > width:
            lines.append(line.rstrip())
            line, used = "", 0
            unit = unit.lstrip()  # noqa: PLW2901
            taken = cell_len(unit)
            if len(lines) == most:
                lines[-1] = _ended(lines[-1], width)
                return lines
        line += unit
        used += taken
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _units(text: str, width: int) -> Iterator[str]:
    """Yield what must stay together; a thing wider than a line is cut, there is no other way."""
    for match in _UNIT.finditer(text):
        unit = match.group()
        while cell_len(unit) > width:
            at = max(1, next(n for n in range(len(unit), 0, -1) if cell_len(unit[:n]) <= width))
            yield unit[:at]
            unit = unit[at:]
        yield unit


def _ended(line: str, width: int) -> str:
    """Return a line with a mark that more would follow."""
    units = [match.group() for match in _UNIT.finditer(line)]
    while len(units) > 1 and cell_len("".join(units)) + cell_len(_MORE) > width:
        units.pop()
    return "".join(units).rstrip("，。、；：,;: ") + _MORE
