"""Make ``resources/pinyin.toml`` anew from the PyPI package ``pypinyin`` (MIT).

``python -m tests.accuracy.pinyin``, where ``pypinyin`` 0.55 is installed; the program itself does
not need it. Every character of GB 2312 and of the names of divisions and zones gets the reading
that it has most often; a name of a place that is read otherwise gets a line of its own, by the
phrases of the package and by ``_KNOWN``, where the package follows the everyday reading.
"""

import sys
from pathlib import Path

from tracker.parse.gazetteer import short_name
from tracker.resources import resource_rows

RESOURCES = Path(__file__).parents[2] / "resources"
_HEAD = """\
# How Chinese characters are read (Hanyu Pinyin; the digit is the tone, 5 the neutral one).
# characters: the most frequent reading of every character of GB 2312 and of the names in
# divisions.csv and zones.csv. places: names of places that are read otherwise. Made by
# tests/accuracy/pinyin.py. Source: PyPI pypinyin 0.55.0 (MIT); readings of places that it does not
# have follow 现代汉语词典 (7th edition).
"""
_USUAL = {"长": "chang2", "都": "du1", "藏": "zang4"}
"""Readings that these characters have in names of places, with the exceptions below."""
_KNOWN = {
    "长子": "zhang3 zi3",
    "单县": "shan4 xian4",
    "洪洞": "hong2 tong2",
    "涡阳": "guo1 yang2",
    "穆棱": "mu4 ling2",
    "任丘": "ren2 qiu1",
    "任县": "ren2 xian4",
    "筠连": "jun1 lian2",
    "什邡": "shi2 fang1",
    "中牟": "zhong1 mu4",
    "吴堡": "wu2 bu3",
    "大城县": "dai4 cheng2 xian4",
    "天台": "tian1 tai1",
    "塔什库尔干": "ta3 shi2 ku4 er3 gan4",
    "都江堰": "du1 jiang1 yan4",
    "朝阳": "chao2 yang2",
    "漯河": "luo4 he2",
    "曲水": "qu1 shui3",
    "曲江": "qu1 jiang1",
    "马尾": "ma3 wei3",
    "南乐": "nan2 le4",
    "民乐": "min2 le4",
}


def _characters() -> list[str]:
    found = [
        bytes((high, low)).decode("gb2312", "ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    ]
    return sorted({one for one in found if one})


def main() -> int:
    """Write the file and say how much is in it."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - nothing else here needs it

    def read(text: str) -> list[str]:
        said = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=False)
        return [one.replace("ü", "v") for one in said]

    rows = [*resource_rows("divisions.csv"), *resource_rows("zones.csv")]
    names = sorted({row["name"] for row in rows})
    characters = sorted({*_characters(), *(c for name in names for c in name)})
    usual = {c: read(c)[0] for c in characters} | _USUAL
    by_reading: dict[str, list[str]] = {}
    for character, reading in usual.items():
        by_reading.setdefault(reading, []).append(character)
    places = dict(_KNOWN)
    for name in sorted(names, key=len):
        short = short_name(name)
        key = short if len(short) > 1 else name
        said = [_USUAL.get(c, one) for c, one in zip(key, read(name), strict=False)]
        if not any(known in key for known in places) and said != [usual[c] for c in key]:
            places[key] = " ".join(said)
    places = {k: v for k, v in places.items() if v.split() != [usual.get(c, "") for c in k]}
    lines = [_HEAD, "[characters]"]
    lines += [f'{key} = "{"".join(by_reading[key])}"' for key in sorted(by_reading)]
    lines += ["", "[places]", *(f'"{key}" = "{places[key]}"' for key in sorted(places))]
    (RESOURCES / "pinyin.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(usual)} characters, {len(places)} places\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
