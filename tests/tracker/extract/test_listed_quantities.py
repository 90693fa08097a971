"""What is quoted of an item that shares its verb with the items before it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import make_report
from tracker.export.rows import commitment_row
from tracker.extract.commitments import extract_commitments
from tracker.model.measure import Relation
from tracker.model.outline import Part, Role
from tracker.resources import load_extract_lexicon

LEXICON = load_extract_lexicon()
THINGS = ("城市绿道", "污水处理厂", "省级特色农业强镇", "农村公路", "高新技术企业", "老旧小区")


def read(sentence):
    """Return a report with one sentence in its plan, and what it promises."""
    report = make_report("一、重点工作\n" + sentence)
    report = replace(report, parts=(Part(1, 2, Role.PLAN),))
    return report, extract_commitments(report, LEXICON)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("新建绿地1200公顷、城市绿道200公里、立体绿化40万平方米", 3),
        ("培养100名首席高血压医师和100名首席糖尿病医师", 2),
        ("创建国家4A级景区2个、省级乡村旅游示范村8个", 2),
        ("完成农村改厕100万户、改厨100万户、危房改造10万户", 3),
    ],
)
def test_items_of_a_list_quote_it_whole(sentence, count):
    """A person who reads one row sees what shall be done."""
    report, found = read(f"{sentence}，改善民生。")
    assert [row["quote"] for row in (commitment_row(c, report) for c in found)] == [
        sentence
    ] * count


def test_an_item_keeps_its_own_words_and_id():
    """Matching reads only what is promised of the thing; ids tell the items apart."""
    _, found = read("新建绿地1200公顷、城市绿道200公里、立体绿化40万平方米。")
    assert [c.statement.quote for c in found] == [
        "新建绿地1200公顷",
        "城市绿道200公里",
        "立体绿化40万平方米",
    ]
    assert len({c.id for c in found}) == 3


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        # A verb of its own.
        (
            "新建学校12所、改造老旧小区40个。",
            ["新建学校12所", "改造老旧小区40个"],
        ),
        # The number's own words say what happens.
        (
            "实现进出口总额增长5%、实际使用外资增长3%。",
            ["实现进出口总额增长5%", "实际使用外资增长3%"],
        ),
        # More of the same thing goes back to it anyhow.
        (
            "全年安排省重点项目285项、投资4500亿元。",
            ["全年安排省重点项目285项", "全年安排省重点项目285项、投资4500亿元"],
        ),
        # Nothing is done.
        ("高新技术企业500家、科技型中小企业900家。", ["高新技术企业500家", "科技型中小企业900家"]),
    ],
)
def test_items_that_say_all_themselves_quote_only_that(sentence, quotes):
    """What needs no verb of another is quoted as shortly as before."""
    _, found = read(sentence)
    assert [c.statement.told.quote for c in found] == quotes


def test_a_long_list_is_quoted_up_to_its_item():
    """The verb stays in sight as long as the quote can be read at a glance."""
    items = [f"{thing}{n}00个" for n, thing in enumerate(THINGS * 2, 1)]
    _, found = read(f"建成{'、'.join(items)}。")
    quotes = [c.statement.told.quote for c in found]
    assert quotes[:3] == [f"建成{'、'.join(items[:n])}" for n in (1, 2, 3)]
    assert quotes[-1] == items[-1]
    assert max(len(quote) for quote in quotes) <= 60


@given(things=st.lists(st.sampled_from(THINGS), min_size=1, max_size=9), joined=st.booleans())
def test_every_quote_is_text_of_the_report_around_the_item(things, *, joined):
    """The clause that is quoted stands in the report and holds the item's own words."""
    mark = "和" if joined and len(things) == 2 else "、"
    report, found = read(f"新建{mark.join(f'{thing}{n}个' for n, thing in enumerate(things, 2))}。")
    assert found
    for commitment in found:
        said = commitment.statement
        assert said.told.span.contains(said.span)
        assert report.text[said.told.span.start : said.told.span.end] == said.told.quote


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        (
            "先进制造业增加值、高技术制造业增加值占工业比重分别提高到48.1%、25.7%",
            {"先进制造业增加值占工业比重": "48.1", "高技术制造业增加值占工业比重": "25.7"},
        ),
        (
            "先进制造业、高技术制造业增加值占规上工业比重分别达56.1%、31.1%",
            {"先进制造业增加值占规上工业比重": "56.1", "高技术制造业增加值占规上工业比重": "31.1"},
        ),
        (
            "工业经济、民营经济占生产总值比重分别提高到35.6%、43%",
            {"工业经济占生产总值比重": "35.6", "民营经济占生产总值比重": "43"},
        ),
    ],
)
def test_shares_of_one_whole_are_all_shares(sentence: str, measured: dict[str, str]) -> None:
    """What the last name of a list is a share of, the names before it are shares of too."""
    found = extract_commitments(make_report("任务\n" + sentence + "。"), LEXICON)
    told = {m.indicator: str(m.value) for c in found for m in c.statement.measures}
    assert told == measured


@pytest.mark.parametrize(
    ("sentence", "names", "value"),
    [
        ("固定资产投资、社会消费品零售总额均增长10%", ["固定资产投资", "社会消费品零售总额"], 10),
        ("货物、服务进出口总额均增长20%", ["货物进出口总额", "服务进出口总额"], 20),
        ("烟尘、粉尘排放量均下降2%", ["烟尘排放量", "粉尘排放量"], 2),
        (
            "居民消费价格指数和城镇登记失业率均控制在3%以内",
            ["居民消费价格指数", "城镇登记失业率"],
            3,
        ),
        ("城市和农村集中供水率均达到98%", ["城市集中供水率", "农村集中供水率"], 98),
        ("建成小学、幼儿园各5所", ["小学", "幼儿园"], 5),
        ("旅游接待人数、旅游总收入分别增长15%以上", ["旅游接待人数", "旅游总收入"], 15),
        ("固定资产投资和社会消费品零售总额增长10%", ["固定资产投资", "社会消费品零售总额"], 10),
        ("专利授权量、技术合同交易额均增长10%", ["专利授权量", "技术合同交易额"], 10),
    ],
)
def test_one_figure_for_each_of_several_names_is_a_promise_for_each(sentence, names, value):
    """均, 都 and 各 say the figure of every name; each can be answered apart."""
    _, found = read(f"{sentence}。")
    assert [c.statement.object for c in found] == names
    assert [[m.value for m in c.statement.measures] for c in found] == [[value]] * len(names)


@pytest.mark.parametrize(
    "sentence",
    [
        "城乡居民人均收入增长8%",
        "各县区财政收入均增长8%",
        "义务教育均衡县达到5个",
        "软件和信息服务业收入增长27%",
        "研究与试验发展经费占地区生产总值比重达0.54%",
        "粮食、蔬菜产量达到100万吨",
        "继续给予县城和副城各1000万元的资金支持",
    ],
)
def test_a_figure_of_one_name_stays_one_promise(sentence):
    """A name with a joint in it, a sum, or what goes on behind the figure is one promise."""
    _, found = read(f"{sentence}。")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("城区、镇区污水处理率分别达到95%和90%", ["城区污水处理率", "镇区污水处理率"]),
        ("新增三级、三甲医院各1家", ["三级医院", "三甲医院"]),
        ("省级、市级龙头企业分别达到5家、20家", ["省级龙头企业", "市级龙头企业"]),
    ],
)
def test_places_and_ranks_share_all_that_the_last_of_them_is_named_by(sentence, names):
    """城区、镇区污水处理率: it is 污水处理率 in both."""
    _, found = read(f"{sentence}。")
    assert [c.statement.object for c in found] == names


def test_figures_follow_their_names_without_a_word_that_says_so():
    """A、B增长7%和6.5%: as many shares as names, in their order."""
    _, found = read("城镇居民人均可支配收入、农村居民人均可支配收入增长7%和6.5%。")
    told = [(c.statement.object, [str(m.value) for m in c.statement.measures]) for c in found]
    assert told == [("城镇居民人均可支配收入", ["7"]), ("农村居民人均可支配收入", ["6.5"])]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("约束性指标完成省定任务", "约束性指标"),
        ("完成自治区下达的节能减排目标任务", "节能减排"),
        ("居民消费价格指数控制在省定目标以内", "居民消费价格指数"),
        ("主要污染物减排达到国家约束性要求", "主要污染物减排"),
    ],
)
def test_what_a_level_above_assigns_is_a_relation(sentence, name):
    """Its figure stands elsewhere; whether it was met is told in words."""
    _, found = read(f"{sentence}。")
    (measure,) = found[0].statement.measures
    assert (measure.indicator, measure.relation) == (name, Relation.TASK)
