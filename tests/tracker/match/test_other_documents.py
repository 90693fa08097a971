"""Bulletins and summaries as later documents (统计公报、工作总结), and the years they tell of."""

import pytest

from tests.builders import SEEDS
from tracker import pipeline
from tracker.ingest.files import decode_source
from tracker.model.outline import Role
from tracker.model.report import Report, ReportKind
from tracker.model.tracking import Verdict

# The form is that of the bulletins of statistical offices, the figures are invented but near those
# that were reported.
BULLETIN = """2021年苏州市国民经济和社会发展统计公报[1]
苏州市统计局
国家统计局苏州调查队
2022年3月
2021年，面对复杂严峻的国内外环境，全市上下坚持稳中求进工作总基调，实现“十四五”良好开局。
一、综合
初步核算，全年实现地区生产总值[2]22718.3亿元，按可比价格计算，比上年增长8.7%，两年平均增长6.0%。\
其中第一产业增加值189.7亿元，下降1.1%；第二产业增加值10872.8亿元，增长9.5%。全员劳动生产率比上年提高7.2%。
全年一般公共预算收入2510.0亿元，比上年增长9.0%，其中税收收入2165.1亿元，增长8.3%。
全年居民消费价格比上年上涨1.6%。其中，食品烟酒类价格上涨0.5%，衣着类价格上涨1.0%。
年末全市城镇登记失业率为1.78%。全年城镇新增就业21.9万人。
二、固定资产投资
全年固定资产投资[3]比上年增长4.2%，其中工业投资增长9.9%，房地产开发投资增长3.1%。
三、国内贸易和对外经济
全年社会消费品零售总额9031.3亿元，比上年增长17.3%。
全年进出口总额25332.0亿元，比上年增长13.5%，其中出口14875.8亿元，增长15.0%。
四、科学技术
全社会研究与试验发展（R&D）经费支出占地区生产总值的比重达到3.8%。企业研究与试验发展经费投入比上年\
增长6.5%。全年新增高价值发明专利4312件。
五、人民生活和环境
全年全体居民人均可支配收入68191元，比上年增长9.0%。
主要污染物排放总量削减完成省下达任务。
注：
[1]本公报中数据均为初步统计数。
[2]地区生产总值绝对数按现价计算，增长速度按不变价格计算。
[3]固定资产投资不含农户投资，目标为增长60%。
资料来源：城镇新增就业、登记失业率数据来自市人力资源和社会保障局。
"""
SUMMARY = """苏州市民政局2021年工作总结
2021年，全市民政系统聚焦主责主业，各项工作取得新成效。
一、养老服务提质增效
新建养老机构床位1100张、家庭夜间照护床位2100张，改造困难老年人家庭5000户。
二、下一步工作打算
新建农村区域性养老服务中心10个，完成适老化改造6000户。
"""


def _read(text: str, options: pipeline.AnalysisOptions, name: str = "later.txt") -> Report:
    return pipeline.read(decode_source(text.encode(), name), options)


@pytest.fixture(scope="module")
def earlier(options: pipeline.AnalysisOptions) -> Report:
    """Return the report that promises for 2021."""
    (path,) = SEEDS.glob("002_*.txt")
    return pipeline.read(decode_source(path.read_bytes(), path.name), options)


def _verdicts(
    earlier: Report, later: Report, options: pipeline.AnalysisOptions
) -> dict[str, Verdict]:
    tracked = pipeline.track(earlier, (later,), options)
    return {t.commitment.statement.object: t.verdict for t in tracked}


def test_a_bulletin_answers_the_headline_targets_of_its_own_year(
    options: pipeline.AnalysisOptions, earlier: Report
) -> None:
    """Growth beside an amount, an upper limit, a share, and a target that was missed."""
    bulletin = _read(BULLETIN, options)
    assert (bulletin.meta.kind, bulletin.meta.year) == (ReportKind.BULLETIN, 2021)
    verdicts = _verdicts(earlier, bulletin, options)
    expected = {
        "地区生产总值": Verdict.FULFILLED,
        "一般公共预算收入": Verdict.FULFILLED,
        "固定资产投资": Verdict.MISSED,
        "社会消费品零售总额": Verdict.FULFILLED,
        "进出口总额": Verdict.FULFILLED,
        "全社会研究与试验发展经费支出占地区生产总值的比重": Verdict.FULFILLED,
        "企业研究与试验发展经费投入": Verdict.MISSED,
        "高价值发明专利数量": Verdict.FULFILLED,
        "全员劳动生产率": Verdict.FULFILLED,
        "居民人均可支配收入": Verdict.FULFILLED,
        "居民消费价格总水平涨幅": Verdict.FULFILLED,
        "城镇登记失业率": Verdict.FULFILLED,
        "主要污染物排放总量削减": Verdict.FULFILLED,
    }
    assert {name: verdicts[name] for name in expected} == expected


def test_a_bulletin_of_the_year_before_leaves_promises_pending(
    options: pipeline.AnalysisOptions, earlier: Report
) -> None:
    """A work report of 2021 looks back on 2020, as does the bulletin of 2020."""
    verdicts = _verdicts(earlier, _read(BULLETIN.replace("2021", "2020"), options), options)
    assert verdicts["地区生产总值"] is Verdict.PENDING


def test_a_bulletin_looks_back_in_all_it_says_and_its_notes_are_none_of_it(
    options: pipeline.AnalysisOptions,
) -> None:
    """It promises nothing; marks of notes part no name from its figure."""
    bulletin = _read(BULLETIN, options)
    assert pipeline.commitments(bulletin, options) == ()
    assert bulletin.meta.title == "2021年苏州市国民经济和社会发展统计公报"
    assert [s.heading for s in bulletin.sections if s.level == 1] == [
        "综合",
        "固定资产投资",
        "国内贸易和对外经济",
        "科学技术",
        "人民生活和环境",
    ]
    outcomes = pipeline.outcomes(bulletin, options)
    assert {o.year for o in outcomes} == {2021}
    assert "地区生产总值" in {o.statement.object for o in outcomes}
    assert not any("[" in o.statement.object for o in outcomes)
    assert all("目标" not in o.statement.quote for o in outcomes)
    assert bulletin.role_at(bulletin.text.index("[3]固定")) is Role.GLOSSARY


@pytest.mark.parametrize(
    ("title", "year", "back"),
    [
        ("苏州市民政局2021年工作总结", 2021, 2021),
        ("苏州市民政局2021年工作总结和2022年工作计划", 2022, 2021),
        ("苏州市民政局2021年工作总结及下一步工作打算", 2021, 2021),
    ],
)
def test_a_summary_answers_for_its_year_and_promises_for_the_next(
    options: pipeline.AnalysisOptions, earlier: Report, title: str, year: int, back: int
) -> None:
    """The title names the year it tells of, and sometimes the one it plans for."""
    text = SUMMARY.replace("苏州市民政局2021年工作总结", title)
    summary = _read(text, options)
    assert summary.meta.kind is ReportKind.WORK_SUMMARY
    assert (summary.meta.year, summary.meta.back_year, summary.meta.plan_year) == (
        year,
        back,
        back + 1,
    )
    verdicts = _verdicts(earlier, summary, options)
    assert verdicts["养老机构床位"] is Verdict.FULFILLED
    promises = pipeline.commitments(summary, options)
    assert [(c.statement.object, c.due, c.statement.role) for c in promises] == [
        ("农村区域性养老服务中心", 2022, Role.PLAN),
        ("适老化改造", 2022, Role.PLAN),
    ]
