"""Finds whose report it is: official names of the division and of those above it."""

from dataclasses import dataclass

from tracker.model.report import Region, RegionLevel
from tracker.parse.lexicon import Division, ParseLexicon, short_name

_KINDS = ("自治区", "省", "市", "自治州", "州", "自治县", "县", "区", "旗")
_COMMON_WORDS = ("城区", "郊区", "矿区")
"""Names of districts that are also plain words: only below a named city."""
_MIN_MENTIONS = 4
"""Least weight of the region that a text is guessed to be of: its full name counts twice."""
STATE = Region("中国", RegionLevel.NATIONAL, "000000")


@dataclass(frozen=True, slots=True)
class FoundRegion:
    """A region with how sure it is: ``sure`` False when another division has the same name."""

    region: Region
    sure: bool


def find_region(claims: tuple[str, ...], text: str, lexicon: ParseLexicon) -> FoundRegion | None:
    """Return the region that the head of a report names.

    Args:
        claims: Texts that name it, the most telling first (我代表苏州市相城区人民政府).
        text: Whole text, to tell divisions of one name apart.
        lexicon: Administrative divisions.
    """
    for claim in claims:
        if "国务院" in claim or "全国人民代表大会" in claim:
            return FoundRegion(STATE, sure=True)
        chain = _divisions_in(claim, lexicon)
        if chain:
            return _resolve(chain, text, lexicon)
    return None


def guess_region(whom: str, text: str, lexicon: ParseLexicon) -> FoundRegion | None:
    """Return the division that a text which does not name its own speaks of most.

    Args:
        whom: How the speaker calls the government (省人民政府, 市人民政府), or "".
        text: Whole text.
        lexicon: Administrative divisions.
    """
    kind = next((k for k in _KINDS if whom.startswith(k) or whom.endswith(f"{k}人民政府")), "")
    counts: dict[str, int] = {}
    for name, divisions in lexicon.divisions_by_name.items():
        if name in _COMMON_WORDS or (kind and not name.endswith(kind)):
            continue
        times = 2 * text.count(name)
        if divisions[0].level is not RegionLevel.COUNTY:
            times += text.count(short_name(name))
        if times:
            counts[name] = times
    best = max(counts, key=lambda name: counts[name], default="")
    if counts.get(best, 0) < (1 if kind else _MIN_MENTIONS):
        return None
    found = _resolve([lexicon.divisions_by_name[best]], text, lexicon)
    return FoundRegion(found.region, sure=False)


def _divisions_in(claim: str, lexicon: ParseLexicon) -> list[tuple[Division, ...]]:
    """Return the divisions named one after another in a claim, outermost first."""
    found: list[tuple[Division, ...]] = []
    at = 0
    while at < len(claim):
        name = _longest_name(claim, at, lexicon, below=bool(found))
        if name:
            full = lexicon.short_prefectures.get(name, name)
            found.append(lexicon.divisions_by_name[full])
            at += len(name)
        elif found:
            break
        else:
            at += 1
    return found


def _longest_name(claim: str, at: int, lexicon: ParseLexicon, *, below: bool) -> str:
    for length in range(min(15, len(claim) - at), 1, -1):
        name = claim[at : at + length]
        known = name in lexicon.divisions_by_name or name in lexicon.short_prefectures
        if known and (below or name not in _COMMON_WORDS):
            return name
    return ""


def _resolve(chain: list[tuple[Division, ...]], text: str, lexicon: ParseLexicon) -> FoundRegion:
    above = chain[:-1]
    ranked = sorted(
        chain[-1],
        key=lambda d: (-_agreement(d, above), -_mentions(d, text, lexicon), d.code),
    )
    best = ranked[0]
    sure = (
        len(ranked) == 1
        or _agreement(best, above) > _agreement(ranked[1], above)
        or (_mentions(best, text, lexicon) > 2 * _mentions(ranked[1], text, lexicon))
    )
    return FoundRegion(region_of(best, lexicon), sure)


def _agreement(division: Division, above: list[tuple[Division, ...]]) -> int:
    return sum(any(_is_below(division, upper) for upper in level) for level in above)


def _is_below(division: Division, upper: Division) -> bool:
    digits = 2 if upper.level is RegionLevel.PROVINCE else 4
    return division.code[:digits] == upper.code[:digits] and division.code != upper.code


def _mentions(division: Division, text: str, lexicon: ParseLexicon) -> int:
    """Count the names of the divisions above, in their short form (江苏, 苏州)."""
    return sum(text.count(short_name(upper.name)) for upper in _ancestors(division, lexicon))


def _ancestors(division: Division, lexicon: ParseLexicon) -> list[Division]:
    codes = (division.code[:2] + "0000", division.code[:4] + "00")
    return [
        lexicon.division_by_code[code]
        for code in codes
        if code in lexicon.division_by_code and code != division.code
    ]


def region_of(division: Division, lexicon: ParseLexicon) -> Region:
    """Return the region with its official names from the province down."""
    names = [upper.name for upper in _ancestors(division, lexicon)]
    return Region("".join([*names, division.name]), division.level, division.code)
