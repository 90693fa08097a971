"""Whose report it is."""

from collections.abc import Callable

import pytest

from tracker.model.report import RegionLevel, Report
from tracker.parse.gazetteer import Gazetteer, short_name
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.regions import Basis, FoundRegion, Places, find_region, guess_region


def named(
    lexicon: ParseLexicon, *claims: str, text: str = "", year: int | None = None
) -> FoundRegion:
    """Return the region that claims name."""
    found = find_region(claims, Places(text, lexicon.gazetteer, year))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("claim", "text", "name", "level"),
    [
        ("苏州市相城区人民政府", "", "江苏省苏州市相城区", RegionLevel.COUNTY),
        ("昆山市人民政府", "", "江苏省苏州市昆山市", RegionLevel.COUNTY),
        ("江苏省人民政府", "", "江苏省", RegionLevel.PROVINCE),
        ("北京市人民政府", "", "北京市", RegionLevel.PROVINCE),
        ("北京市朝阳区人民政府", "", "北京市朝阳区", RegionLevel.COUNTY),
        ("朝阳区人民政府", "长春的事，吉林的事，长春市", "吉林省长春市朝阳区", RegionLevel.COUNTY),
        ("新疆维吾尔自治区人民政府", "", "新疆维吾尔自治区", RegionLevel.PROVINCE),
        ("延边朝鲜族自治州人民政府", "", "吉林省延边朝鲜族自治州", RegionLevel.PREFECTURE),
        ("国务院", "", "中国", RegionLevel.NATIONAL),
        ("恩施州七届人大六次会议", "", "湖北省恩施土家族苗族自治州", RegionLevel.PREFECTURE),
        ("湘西州人民政府", "", "湖南省湘西土家族苗族自治州", RegionLevel.PREFECTURE),
        ("巴州人民政府", "", "新疆维吾尔自治区巴音郭楞蒙古自治州", RegionLevel.PREFECTURE),
        (
            "积石山县人民政府",
            "",
            "甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县",
            RegionLevel.COUNTY,
        ),
        ("郑州市管城区人民政府", "", "河南省郑州市管城回族区", RegionLevel.COUNTY),
        ("锡林郭勒盟行政公署", "", "内蒙古自治区锡林郭勒盟", RegionLevel.PREFECTURE),
        ("阿拉善左旗人民政府", "", "内蒙古自治区阿拉善盟阿拉善左旗", RegionLevel.COUNTY),
        ("喀什地区行署", "", "新疆维吾尔自治区喀什地区", RegionLevel.PREFECTURE),
        ("阳泉市城区人民政府", "", "山西省阳泉市城区", RegionLevel.COUNTY),
        ("城区人民政府", "晋城", "山西省晋城市城区", RegionLevel.COUNTY),
        ("南京鼓楼区人民政府", "", "江苏省南京市鼓楼区", RegionLevel.COUNTY),
        ("云南大理州人民政府", "", "云南省大理白族自治州", RegionLevel.PREFECTURE),
        ("仙桃市人民政府", "", "湖北省仙桃市", RegionLevel.COUNTY),
        ("浦东新区人民政府", "", "上海市浦东新区", RegionLevel.COUNTY),
        ("天津市滨海新区人民政府", "", "天津市滨海新区", RegionLevel.COUNTY),
        ("苏州工业园区管委会", "", "江苏省苏州市苏州工业园区", RegionLevel.COUNTY),
        ("河北雄安新区管委会", "", "河北省雄安新区", RegionLevel.PREFECTURE),
        ("青岛西海岸新区管委会", "", "山东省青岛市黄岛区", RegionLevel.COUNTY),
        ("新疆生产建设兵团", "", "新疆生产建设兵团", RegionLevel.PROVINCE),
        ("苏州2021年政府工作报告", "", "江苏省苏州市", RegionLevel.PREFECTURE),
        ("澳门特别行政区政府", "", "澳门特别行政区", RegionLevel.PROVINCE),
    ],
)
def test_region_gets_its_official_names(
    lexicon: ParseLexicon, claim: str, text: str, name: str, level: RegionLevel
) -> None:
    """Names run from the province down; everyday names and zones are known."""
    found = named(lexicon, claim, text=text)
    assert (found.region.name, found.region.level) == (name, level)


@pytest.mark.parametrize(
    ("claim", "year", "name", "code"),
    [
        ("北京市崇文区人民政府", 2009, "北京市崇文区", "110103"),
        ("襄樊市人民政府", 2009, "湖北省襄樊市", "420600"),
        ("襄阳市人民政府", 2013, "湖北省襄阳市", "420600"),
        ("巢湖市人民政府", 2009, "安徽省巢湖市", "341400"),
        ("巢湖市人民政府", 2015, "安徽省合肥市巢湖市", "340181"),
        ("莱芜市人民政府", 2014, "山东省莱芜市", "371200"),
        ("莱芜区人民政府", 2021, "山东省济南市莱芜区", "370116"),
        ("思茅市人民政府", 2006, "云南省思茅市", "530800"),
        ("普洱市人民政府", 2010, "云南省普洱市", "530800"),
        ("南通市通州市人民政府", 2008, "江苏省南通市通州市", "320612"),
        ("邹平县人民政府", 2016, "山东省滨州市邹平县", "371681"),
        ("伊犁地区行署", 1999, "新疆维吾尔自治区伊犁地区", "654000"),
    ],
)
def test_former_names_are_right_in_their_time(
    lexicon: ParseLexicon, claim: str, year: int, name: str, code: str
) -> None:
    """A place has the name of the year; its code is today's, so that its reports stay together."""
    region = named(lexicon, claim, year=year).region
    assert (region.name, region.code) == (name, code)


def test_towns_tell_namesakes_apart(lexicon: ParseLexicon) -> None:
    """热河南路街道 is in 南京, 安泰街道 in 福州; without a hint there is a remark."""
    nanjing = named(lexicon, "鼓楼区人民政府", text="热河南路街道、阅江楼街道和宁海路街道")
    assert nanjing.region.name == "江苏省南京市鼓楼区"
    fuzhou = named(lexicon, "鼓楼区人民政府", text="安泰街道、鼓东街道、水部街道")
    assert fuzhou.region.name == "福建省福州市鼓楼区"
    assert not named(lexicon, "鼓楼区人民政府").sure


def test_other_claims_tell_namesakes_apart(lexicon: ParseLexicon) -> None:
    """The meeting may name the city that the speaker leaves out."""
    found = named(lexicon, "新华区人民政府", "", "石家庄市新华区第十六届人民代表大会")
    assert found.region.name == "河北省石家庄市新华区"
    assert found.sure


def test_zone_without_an_entry_is_that_of_its_city(lexicon: ParseLexicon) -> None:
    """石家庄高新区 has no division of that name: its city, with a remark."""
    found = named(lexicon, "常州高新区管委会")
    assert found.region.name == "江苏省常州市"
    assert found.basis is Basis.ZONE


@pytest.mark.parametrize(
    ("claim", "text", "name"),
    [
        ("市人民政府", "东莞经济平稳，松山湖建设加快，东莞港开工，东莞人", "广东省东莞市"),
        ("市人民政府", "赤水市竹海。赤水河谷，赤水市新区。遵义市领导" * 4, "贵州省遵义市赤水市"),
        ("市人民政府", "遵义市区。赤水市、仁怀市、桐梓县、习水县。" * 4, "贵州省遵义市"),
        ("县人民政府", "资源县域。宾县、宾县经济开发区、宾县城区", "黑龙江省哈尔滨市宾县"),
        ("区人民政府", "相城经济，苏州市中心，相城区新貌，昆山市", "江苏省苏州市相城区"),
    ],
)
def test_region_that_is_not_named_is_guessed(
    lexicon: ParseLexicon, claim: str, text: str, name: str
) -> None:
    """The kind of government and the places that a text speaks of tell."""
    found = guess_region((claim,), Places(text, lexicon.gazetteer, None))
    assert found is not None
    assert found.region.name == name
    assert not found.sure


def test_guess_is_told_with_its_evidence(read: Callable[..., Report]) -> None:
    """省人民政府 alone leaves the region to the names that the text speaks of."""
    report = read(
        "政府工作报告",
        "各位代表：",
        "现在，我代表省人民政府，向大会报告工作，请予审议。",
        "一、2021年工作回顾",
        "过去一年，河南经济稳中向好，郑州航空港加快建设，河南大学建成新校区。",
        "二、2022年工作安排",
        "今年，河南生产总值增长7%。",
    )
    assert report.meta.region is not None
    assert report.meta.region.name == "河南省"
    (remark,) = [d for d in report.diagnostics if d.code == "region-guessed"]
    assert "河南省" in remark.message.zh
    assert remark.line == 5
    assert report.meta.year == 2022


def test_common_word_is_no_district(read: Callable[..., Report]) -> None:
    """城区 in the text of a city does not make it the 城区 of another."""
    report = read(
        "政府工作报告",
        "各位代表：",
        "现在，我代表市人民政府，向大会报告工作，请予审议。",
        "一、2021年工作回顾",
        "过去一年，城区面貌焕新，石家庄生产总值增长6%，城区道路改造完成，城区绿化提高。",
    )
    assert report.meta.region is not None
    assert report.meta.region.name == "河北省石家庄市"


def test_slip_in_the_head_gives_way_to_the_text(read: Callable[..., Report]) -> None:
    """A head that names a place of which the text never speaks is told to be doubtful."""
    report = read(
        "——2015年1月19日在苏州市第四届人民代表大会第四次会议上",
        "各位代表：",
        "现在，我代表市人民政府，向大会报告政府工作，请予审议。",
        "一、2014年工作回顾",
        "宿州建设加快，宿州市区扩大，宿州港开工。" * 6,
    )
    assert report.meta.region is not None
    assert report.meta.region.name == "安徽省宿州市"
    assert "region-guessed" in {d.code for d in report.diagnostics}


def test_regions_for_completion_are_in_official_order(lexicon: ParseLexicon) -> None:
    """The state first, then by code; former names after today's, each name once."""
    regions = lexicon.gazetteer.regions()
    names = [r.name for r in regions]
    assert names[0] == "中国"
    assert len(names) == len(set(names))
    assert names.index("北京市") < names.index("北京市东城区") < names.index("江苏省苏州市相城区")
    assert names.index("湖北省襄樊市") > names.index("新疆维吾尔自治区")
    assert all(r.code or r.level for r in regions)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("苏州市", "苏州"),
        ("沙县", "沙县"),
        ("红河哈尼族彝族自治州", "红河"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("前郭尔罗斯蒙古族自治县", "前郭尔罗斯"),
        ("东乡族自治县", "东乡"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("神农架林区", "神农架"),
        ("浦东新区", "浦东"),
        ("大兴安岭地区", "大兴安岭"),
        ("管城回族区", "管城"),
    ],
)
def test_short_name_leaves_out_the_kind(name: str, short: str) -> None:
    """The kind of division and the peoples in its name are left out."""
    assert short_name(name) == short


def test_every_successor_and_alias_exists(lexicon: ParseLexicon) -> None:
    """The lists agree with each other."""
    gazetteer: Gazetteer = lexicon.gazetteer
    today = {d.code for d in gazetteer.divisions if d.until is None}
    assert {d.successor for d in gazetteer.divisions} <= today | {""}
    assert {a.code for a in gazetteer.aliases} <= today
    assert {d.within for d in gazetteer.divisions} <= today | {""}
    assert set(gazetteer.towns) <= today


def test_page_around_the_text_is_asked_where_all_else_is_silent(
    read: Callable[..., Report],
) -> None:
    """来源：…人民政府 names the region of a text that does not; the remark says so."""
    report = read(
        "来源：苏州市相城区人民政府办公室",
        "政府工作报告",
        "各位代表：",
        "现在，我代表区人民政府，向大会报告工作，请予审议。",
        "一、2021年工作回顾",
        "过去一年，成效明显。",
    )
    assert report.meta.region is not None
    assert report.meta.region.name == "江苏省苏州市相城区"
    (remark,) = [d for d in report.diagnostics if d.code == "region-guessed"]
    assert "来源" in remark.message.zh


def test_every_division_is_found_by_its_own_name(lexicon: ParseLexicon) -> None:
    """Today's names with those above them resolve to themselves, each of the three thousand."""
    gazetteer = lexicon.gazetteer
    places = Places("", gazetteer, 2026)
    for division in gazetteer.divisions:
        if division.until is not None:
            continue
        region = gazetteer.region_of(division)
        found = find_region((f"{region.name}人民政府",), places)
        assert found is not None
        assert found.region == region


@pytest.mark.parametrize(
    ("year", "text", "name"),
    [
        (2015, "", "新疆维吾尔自治区哈密地区哈密市"),
        (2016, "", "新疆维吾尔自治区哈密地区哈密市"),
        (2016, "伊州区、伊吾县、巴里坤县", "新疆维吾尔自治区哈密市"),
        (2018, "", "新疆维吾尔自治区哈密市"),
    ],
)
def test_city_that_became_a_prefecture_is_told_by_year_and_counties(
    lexicon: ParseLexicon, year: int, text: str, name: str
) -> None:
    """哈密市 was a county until 2016; in that year the counties it speaks of decide."""
    assert named(lexicon, "哈密市人民政府", text=text, year=year).region.name == name
