"""How names are read."""

import pytest

from tracker.resources import load_pinyin, resource_rows


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("苏州市", "su1 zhou1 shi4"),
        ("长沙市", "chang2 sha1 shi4"),
        ("长治市", "chang2 zhi4 shi4"),
        ("长子县", "zhang3 zi3 xian4"),
        ("重庆市", "chong2 qing4 shi4"),
        ("厦门市", "xia4 men2 shi4"),
        ("六安市", "lu4 an1 shi4"),
        ("蚌埠市", "beng4 bu4 shi4"),
        ("台州市天台县", "tai1 zhou1 shi4 tian1 tai1 xian4"),
        ("成都市郫都区", "cheng2 du1 shi4 pi2 du1 qu1"),
        ("朝阳市", "chao2 yang2 shi4"),
        ("西藏自治区", "xi1 zang4 zi4 zhi4 qu1"),
        ("洪洞县", "hong2 tong2 xian4"),
        ("乐清市", "yue4 qing1 shi4"),
        ("乐山市", "le4 shan1 shi4"),
        ("2021年a", "2 0 2 1 nian2 a"),
        ("", ""),
    ],
)
def test_name_is_read(name, reading):
    """Places are read as their people say them; what is no character stands for itself."""
    assert " ".join(load_pinyin().read(name)) == reading


def test_every_division_can_be_read():
    """Each character of each name has one syllable with a tone."""
    pinyin = load_pinyin()
    for row in resource_rows("divisions.csv"):
        said = pinyin.read(row["name"])
        assert len(said) == len(row["name"])
        assert all(one[:-1].isascii() and one[-1] in "12345" for one in said), row["name"]
