"""Where regions lie, and how they are called and read."""

import pytest

from tracker.workspace.places import reading, region_steps, short_way, spellings


@pytest.mark.parametrize(
    ("name", "code", "steps"),
    [
        ("江苏省苏州市姑苏区", "320508", "江苏省 320000 苏州市 320500 姑苏区 320508"),
        ("江苏省苏州市", "320500", "江苏省 320000 苏州市 320500"),
        ("北京市", "110000", "北京市 110000"),
        ("北京市朝阳区", "110105", "北京市 110000 朝阳区 110105"),
        ("吉林省吉林市昌邑区", "220202", "吉林省 220000 吉林市 220200 昌邑区 220202"),
        ("湖北省仙桃市", "429004", "湖北省 420000 仙桃市 429004"),
        ("中国", "000000", "中国 000000"),
        ("乌有国乌有市", "", "乌有国乌有市"),
        ("", "", ""),
    ],
)
def test_way_down_to_a_region(name, code, steps):
    """Province, prefecture, county, each by its own name and code."""
    found = " ".join(f"{step.name} {step.code}" for step in region_steps(name, code))
    assert found.strip() == steps


def test_zone_without_code_lies_in_its_province():
    """雄安新区 has no code of its own and stands behind those that have one."""
    province, zone = region_steps("河北省雄安新区", "")
    assert (province.code, zone.name, zone.code) == ("130000", "雄安新区", "")
    assert zone.order > region_steps("河北省衡水市", "131100")[-1].order


def test_names_are_spelled_as_said_and_as_misread():
    """六安 is lu'an to its people and liu'an to everybody else."""
    assert spellings("六安市") == (("lu", "an", "shi"), ("liu", "an", "shi"))
    assert spellings("苏州市") == (("su", "zhou", "shi"),)
    assert reading("宿州") > reading("苏州")
    assert short_way("江苏省苏州市姑苏区", "320508") == "江苏苏州姑苏"
