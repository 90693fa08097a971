"""Which text a section is compared by."""

import pytest

from tracker import pipeline
from tracker.align.scope import paragraph_leads, text_of, unheaded_text
from tracker.ingest.files import decode_source
from tracker.model.alignment import AlignmentPart, LinkKind
from tracker.model.report import Report

FRONT = (
    "政府工作报告",
    "——2022年1月3日在苏州市相城区五届人大二次会议上",
    "区长张伟",
    "各位代表：",
    "现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。",
    "一、2021年工作回顾",
    "去年建成学校三所，群众满意度不断提高，累计培训千人，比上年增加百人，成功获批试点，"
    "荣获国家奖项，位居全省前列，投资增长8%，取得圆满成果。",
    "二、2022年主要任务",
)
PLATFORMS = (
    "优化重要开放平台。推动综保区和临空经济区联动发展，办好博览会和企业家论坛，"
    "拓展对内对外开放的新空间，加快跨境贸易便利化。"
)
SISTERS = "用好友城资源，发挥节点城市作用，邀请各国客商来访，办好文化交流年，让城市更有国际影响力。"
REGIONS = (
    "抓好深哈产业园建设，承接深圳产业转移，加快城市群协同发展，打造一小时和两小时经济圈，互利共赢。"
)
RAIL = (
    "建好铁路口岸，开行国际班列，扩大进出口货运规模，提高通关效率，降低企业物流成本，做大临港经济。"
)
SERVICES = (
    "提升政务服务水平。推进一网通办，推行跨省通办，压缩审批时限，"
    "开展证照联办，建设数字政府，让数据多跑路、群众少跑腿。"
)
FIRMS = (
    "支持民营企业发展。落实减税降费政策，扩大融资担保，保护企业家权益，"
    "清理拖欠账款，建好园区，让企业安心经营、放心投资。"
)


@pytest.fixture(scope="module")
def read(options):
    """Return a function that reads lines as a report."""

    def make(*lines: str) -> Report:
        text = "\n".join((*FRONT, *lines))
        return pipeline.read(decode_source(text.encode(), "report.txt"), options)

    return make


def section(report, heading):
    """Return the section with a heading."""
    return next(s for s in report.sections if s.heading == heading)


def test_lead_among_unheaded_paragraphs_speaks_for_its_own(read):
    """Where more paragraphs have no heading than have one, the next paragraph is not its text."""
    report = read(
        "（一）扩大开放合作，激发城市活力。",
        REGIONS,
        RAIL,
        PLATFORMS,
        SISTERS,
        "（二）优化营商环境，服务市场主体。",
        SERVICES,
        FIRMS,
    )
    leads = paragraph_leads(report)
    lead, above = (
        section(report, "优化重要开放平台。"),
        section(report, "扩大开放合作，激发城市活力。"),
    )
    assert leads == {lead.index}
    assert text_of(report, lead, leads) == PLATFORMS
    assert unheaded_text(report, above, leads).split("\n") == [REGIONS, RAIL, SISTERS]
    assert text_of(report, above, leads).endswith(SISTERS)


def test_lead_keeps_the_paragraphs_that_go_on_where_leads_are_the_rule(read):
    """Where most paragraphs have their heading, one without goes on with the text before."""
    report = read("（一）扩大开放合作，激发城市活力。", PLATFORMS, SISTERS, SERVICES, FIRMS)
    assert section(report, "优化重要开放平台。")
    assert not paragraph_leads(report)


def test_unheaded_paragraph_leads_to_the_section_above(read, options):
    """What stands beside a lead under the same heading belongs to the section, not to the lead."""
    earlier = read(
        "（一）加强区域合作。" + REGIONS,
        "（二）发展口岸经济。" + RAIL,
        "（三）改善政务服务。" + SERVICES,
        "（四）服务民营企业。" + FIRMS,
    )
    later = read(
        "（一）扩大开放合作，激发城市活力。",
        PLATFORMS,
        REGIONS,
        RAIL,
        SISTERS,
        "（二）优化营商环境，服务市场主体。",
        SERVICES,
        FIRMS,
    )
    found = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    best = {
        earlier.sections[row.section].heading: later.sections[row.links[0].section].heading
        for row in found.rows
        if row.links and row.links[0].kind is LinkKind.SAME
    }
    assert best["加强区域合作。"] == best["发展口岸经济。"] == "扩大开放合作，激发城市活力。"


def test_topic_of_own_work_stands_beside_a_topic(read, options):
    """Of several topics of own work none stands beside the whole later part of own work."""
    law = "完善重大行政决策机制，推进依法行政，自觉接受人大监督，规范执法，办好人大建议和政协提案。"
    clean = "厉行节约，严控一般性支出，加强审计监督，纠治四风，推进公共资源交易公开，清正廉洁用权。"
    people = (
        "转变工作作风，主动深入基层，到问题多、困难大的地方去，面对面解决群众的烦心事。",
        "耐心听民声解民忧，密切联系群众，设身处地帮助基层，多做打基础利长远的实在事。",
        "及时回应社会关切，提高办事效率，说了就算定了就干，用干部辛苦指数换群众幸福指数。",
    )
    earlier = read(
        FIRMS,
        "加强区域合作。" + REGIONS,
        "完成今年各项任务，必须切实改进政府工作，加强政府自身建设。",
        "建设法治政府。" + law,
        "建设务实政府。" + "".join(people),
        "建设廉洁政府。" + clean,
    )
    later = read(
        FIRMS,
        "加强区域合作。" + REGIONS,
        "三、切实加强政府自身建设",
        "坚持依法行政。" + people[0] + law[:12],
        "坚持务求实效。" + people[1],
        "坚持清正廉洁。" + people[2] + clean[:12],
    )
    whole = section(later, "切实加强政府自身建设")
    found = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    own = [r for r in found.rows if "政府。" in earlier.sections[r.section].heading]
    assert len(own) == 3
    assert whole.index not in {row.links[0].section for row in own if row.links}
