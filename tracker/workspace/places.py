"""Where the regions of a library lie, and how their names are read: for trees, sorting, finding."""

from functools import lru_cache

from tracker.model.library import RegionStep
from tracker.parse.gazetteer import short_name
from tracker.resources import load_pinyin, load_upper_divisions

_REMEMBERED = 20_000
"""Names whose reading is kept: more than there are regions and reports on one desk."""


@lru_cache(_REMEMBERED)
def region_steps(name: str, code: str) -> tuple[RegionStep, ...]:
    """Return the way from the province down to a region, the region itself last.

    Args:
        name: Official names joined (江苏省苏州市姑苏区); "" gives no step.
        code: Division code of the region, or "".
    """
    if not name:
        return ()
    steps: list[RegionStep] = []
    rest = name
    province = next((one for one in load_upper_divisions() if name.startswith(one)), "")
    if province and province != name:
        prefectures = load_upper_divisions()[province]
        steps.append(RegionStep(province, prefectures[""]))
        rest = name[len(province) :]
        above = max((one for one in prefectures if rest.startswith(one)), key=len, default="")
        if above and above != rest:
            steps.append(RegionStep(above, prefectures[above]))
            rest = rest[len(above) :]
    return (*steps, RegionStep(rest, code))


def short_way(name: str, code: str) -> str:
    """Return the way down to a region in everyday names (江苏苏州姑苏)."""
    return "".join(short_name(step.name) for step in region_steps(name, code))


@lru_cache(_REMEMBERED)
def reading(name: str) -> tuple[str, ...]:
    """Return the syllables of a name with their tones (su1 zhou1), one for each character."""
    return load_pinyin().read(name)


@lru_cache(_REMEMBERED)
def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return what a name may be typed as, in syllables without tones: as read, and as misread.

    六安 is found by lu an, as its people say, and by li u an, as it looks.
    """
    pinyin = load_pinyin()
    found = (_plain(pinyin.read(name)), _plain(pinyin.usual(name)))
    return tuple(dict.fromkeys(found))


def _plain(syllables: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.rstrip("12345") if len(one) > 1 else one for one in syllables)
