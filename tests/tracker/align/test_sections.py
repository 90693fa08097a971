"""Alignment of the sections of two real reports."""

from dataclasses import replace

import pytest

from tests.builders import make_report
from tracker import pipeline
from tracker.model.alignment import AlignmentPart, HandWords, LinkKind
from tracker.model.outline import Role
from tracker.model.span import Span


@pytest.fixture(scope="module")
def align(read_seed, options):
    """Return a function that aligns two sample reports."""

    def run(earlier, later, part):
        return pipeline.align(read_seed(earlier), read_seed(later), part, options)

    return run


def heading(report, index):
    """Return the heading of a section."""
    return report.sections[index].heading


@pytest.mark.parametrize(
    ("part", "roles"),
    [
        (AlignmentPart.PLAN, {Role.PLAN, Role.SELF}),
        (AlignmentPart.REVIEW, {Role.REVIEW}),
        (AlignmentPart.OUTLOOK, {Role.OUTLOOK}),
        (AlignmentPart.PLAN_REVIEW, {Role.PLAN, Role.SELF}),
    ],
)
def test_every_section_of_the_earlier_part_is_one_row(align, read_seed, part, roles):
    """Each level-2 and level-3 section of the earlier part is exactly one row, in its order."""
    report = read_seed("002")
    expected = [s.index for s in report.sections if s.level > 1 and s.role in roles]
    assert [row.section for row in align("002", "000", part).rows] == expected


def test_later_sections_are_linked_or_new(align, read_seed):
    """A later section of level 2 or 3 is somebody's counterpart or new, never both."""
    found = align("002", "000", AlignmentPart.PLAN)
    linked = {link.section for row in found.rows for link in row.links}
    later = read_seed("000")
    part = {s.index for s in later.sections if s.level > 1 and s.role in {Role.PLAN, Role.SELF}}
    assert not linked & set(found.new)
    assert part <= linked | set(found.new)


def test_tracking_view_looks_only_into_the_review(align, read_seed):
    """A plan stands beside what the later report says was done."""
    later = read_seed("000")
    found = align("002", "000", AlignmentPart.PLAN_REVIEW)
    assert all(
        later.sections[link.section].role is Role.REVIEW for row in found.rows for link in row.links
    )


@pytest.mark.parametrize(
    ("earlier", "later", "here", "there"),
    [
        ("002", "000", "持续狠抓安全生产。", "毫不松懈抓好安全生产。"),
        ("002", "000", "力促外贸稳定。", "推动外贸外资提质。"),
        ("002", "000", "聚焦乡村振兴，大力发展现代农业农村。", "全面推进乡村振兴。"),
        ("003", "004", "固本强基保安全。", "不断筑牢公共安全底板。"),
        ("003", "004", "扩面提质强保障。", "不断健全社会保障体系。"),
    ],
)
def test_best_link_treats_the_same_topic(align, read_seed, earlier, later, here, there):
    """The first link is the section that a reader would put beside it, across levels too."""
    found = align(earlier, later, AlignmentPart.PLAN)
    row = next(r for r in found.rows if heading(read_seed(earlier), r.section) == here)
    assert heading(read_seed(later), row.links[0].section) == there
    assert row.links[0].kind is LinkKind.SAME


def test_links_are_sorted_and_explained(align):
    """Links come best first, the same before related, each with parts from 0 to 1 and a reason."""
    for row in align("003", "004", AlignmentPart.PLAN).rows:
        for kind in LinkKind:
            values = [link.score.value for link in row.links if link.kind is kind]
            assert values == sorted(values, reverse=True)
            assert len(values) <= 3
        for link in row.links:
            assert link.score.reason.zh
            assert all(0 <= part.value <= 1 for part in link.score.parts)


def test_report_against_itself_aligns_each_section_with_itself(align):
    """A report beside itself is no riddle."""
    for row in align("002", "002", AlignmentPart.PLAN).rows:
        assert row.links[0].section == row.section


def test_later_report_without_the_part_leaves_rows_without_links(align, read_seed):
    """Where the later report has no such part, every row stays and has no link."""
    assert not [s for s in read_seed("003").sections if s.level > 1 and s.role is Role.OUTLOOK]
    found = align("002", "003", AlignmentPart.OUTLOOK)
    assert found.rows
    assert all(not row.links for row in found.rows)


def beside(found, section):
    """Return the later sections of the same topic as an earlier one."""
    row = next(row for row in found.rows if row.section == section)
    return [link.section for link in row.links if link.kind is LinkKind.SAME]


@pytest.fixture(scope="module")
def said(read_seed, options):
    """Return a function that aligns 002 with 000 around a person's word."""

    def run(**words):
        hand = HandWords(**{name: frozenset(value) for name, value in words.items()})
        reports = read_seed("002"), read_seed("000")
        return pipeline.align(*reports, AlignmentPart.PLAN, options, hand)

    return run


def test_what_a_person_put_together_comes_first_and_is_taken(align, said):
    """The pair stands; the section that had been nobody else's loses its place to it."""
    free = align("002", "000", AlignmentPart.PLAN)
    first, second = (row.section for row in free.rows[4:6])
    chosen = beside(free, second)[0]
    around = said(together=[(first, chosen)])
    assert beside(around, first) == [chosen]
    assert chosen not in beside(around, second)
    other = free.rows[-1].section
    assert beside(around, other) == beside(free, other)


def test_what_a_person_called_new_is_nobodys_counterpart(align, said):
    """Nothing leads to it, not even in part; what had it looks elsewhere."""
    free = align("002", "000", AlignmentPart.PLAN)
    first = free.rows[4].section
    chosen = beside(free, first)[0]
    around = said(new=[chosen])
    assert chosen in around.new
    assert all(link.section != chosen for row in around.rows for link in row.links)
    other = free.rows[-1].section
    assert beside(around, other) == beside(free, other)


def test_subsections_gain_by_parents_that_a_person_put_together(align, said, read_seed):
    """Two parents put together draw their subsections to each other: the scores below them rise."""
    report, later = read_seed("002"), read_seed("000")
    free = align("002", "000", AlignmentPart.PLAN)
    rows = {row.section for row in free.rows}
    parent = next(s for s in report.sections if report.children(s) and s.index in rows)
    known = {link.section for row in free.rows for link in row.links} | set(free.new)
    targets = [s for s in later.sections if later.children(s) and s.index in known]
    target = next(s for s in targets if s.index not in beside(free, parent.index))
    around = said(together=[(parent.index, target.index)])
    assert beside(around, parent.index) == [target.index]

    def scores(found):
        return {
            (row.section, link.section): link.score.value
            for row in found.rows
            for link in row.links
            if report.sections[row.section].parent == parent.index
            and later.sections[link.section].parent == target.index
        }

    before, after = scores(free), scores(around)
    assert after
    assert all(value > before[pair] for pair, value in after.items() if pair in before)
    assert len(after) >= len(before)


def test_what_a_person_kept_apart_or_alone_stays_so(align, said):
    """A pair kept apart is no pair, and a section without counterpart has none."""
    free = align("002", "000", AlignmentPart.PLAN)
    row = free.rows[0].section
    best = beside(free, row)[0]
    assert best not in beside(said(apart=[(row, best)]), row)
    (alone,) = (r for r in said(alone=[row]).rows if r.section == row)
    assert alone.links == ()


def test_split_merged_and_dropped_are_told(align, read_seed):
    """One topic in two sections, three in one, and one that nothing takes up."""
    earlier, later = read_seed("002"), read_seed("000")
    found = align("002", "000", AlignmentPart.PLAN)
    same = {
        heading(earlier, row.section): {
            heading(later, link.section) for link in row.links if link.kind is LinkKind.SAME
        }
        for row in found.rows
    }
    assert same["狠抓有效投入。"] == {"强化有效投入。", "提高招商质效。"}
    merged = {here for here, there in same.items() if "全面推进乡村振兴。" in there}
    assert {"加快建设现代农业。", "发展壮大集体经济。", "提升优化农村环境。"} <= merged
    assert same["持续深化农村改革。"] == set()


def test_overlaps_are_not_above_or_below_a_counterpart(align, read_seed):
    """A part is not told as an overlap where its section is the counterpart, unless left over."""
    later = read_seed("000")
    for row in align("002", "000", AlignmentPart.PLAN).rows:
        same = {link.section for link in row.links if link.kind is LinkKind.SAME}
        above = {later.sections[section].parent for section in same}
        related = {link.section for link in row.links if link.kind is LinkKind.RELATED}
        assert not related & above
        assert len(related) <= 3


def test_what_stands_in_part_in_an_earlier_section_is_not_new(align, read_seed):
    """A later section that no row leads to is an overlap of the row that it fits best, or new."""
    found = align("002", "000", AlignmentPart.PLAN)
    held = [heading(read_seed("000"), index) for index in found.new]
    assert "深入打好污染防治攻坚战。" not in "".join(held)
    assert len(held) <= 2


def report_of(*topics):
    """Return a plan whose level-2 section holds text and level-3 sections.

    Args:
        topics: Heading, text before the first subsection, and (heading, text) below it.
    """
    spans, text = [], "一、今年工作\n"
    for heading_text, own, below in topics:
        start = len(text)
        text += f"{heading_text}。{own}\n"
        own_end = len(text)
        inner = []
        for title, body in below:
            inner.append((3, title, len(text)))
            text += f"{title}。{body}\n"
        spans.append((2, heading_text, start, own_end, len(text)))
        spans += [
            (level, title, at, end, end)
            for (level, title, at), end in zip(
                inner, [*(at for *_, at in inner[1:]), len(text)], strict=True
            )
        ]
    base = make_report(text)
    top = replace(base.sections[0], level=1, role=Role.PLAN, span=Span(0, len(text)))
    sections, above = [top], 0
    for level, title, at, own_end, end in spans:
        above = len(sections) if level == 2 else above
        heading_span = Span(at, at + len(title) + 1)
        sections.append(
            replace(
                top,
                index=len(sections),
                level=level,
                heading=f"{title}。",
                heading_span=heading_span,
                span=Span(at, end),
                own=Span(heading_span.end, own_end),
                parent=0 if level == 2 else above,
            )
        )
    return replace(base, sections=tuple(sections))


def test_topic_under_no_heading_leads_to_the_section_that_holds_it(options):
    """What a later section treats before its first subsection is not dropped, and is not new."""
    industry = "加快工业技术改造，扩大工业有效投资，建设标准厂房三十万平方米，提升产业链水平。"
    talent = "引进高层次人才五百名，建设人才公寓，兑现人才补贴，办好人才创业大赛。"
    farming = "推广农作物良种，建设高标准农田八万亩，培育家庭农场三百家，发展农产品加工。"
    tourism = "建设旅游景区，发展民宿，办好旅游节，游客人数增长百分之十，完善停车场。"
    software = "建设人才创业园区，引进软件企业，推广工业互联网平台，发展数字贸易。"
    others = (
        industry,
        "实施消费促进行动，开展汽车家电以旧换新，建设特色商业街区，发展夜间经济。",
        "深化财税体制改革，兑现减税降费政策，防范政府债务风险，优化财政支出结构。",
        "扩大对外贸易，支持外贸企业开拓国际市场，办好进出口商品展会，发展跨境电商。",
        "推进重大交通项目，开工建设高速公路两条，完成铁路站房改造，优化公交线网。",
        "加强生态保护，治理河道二十条，完成造林三万亩，空气质量优良天数持续增加。",
    )
    earlier = report_of(
        ("做强产业支撑", "", (("壮大创业园区", software), ("集聚各方英才", talent))),
        ("建设美丽乡村", "", (("发展现代农业", farming), ("做活乡村旅游", tourism))),
    )
    later = report_of(
        ("推动经济提质", "".join(others) + talent, (("办好创业园区", software),)),
        ("全面振兴乡村", "", (("提升农业效益", farming), ("丰富旅游产品", tourism))),
    )
    found = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    same = {
        earlier.sections[row.section].heading: [later.sections[i].heading for i in beside_of(row)]
        for row in found.rows
    }
    assert same["集聚各方英才。"] == ["推动经济提质。"]
    assert same["发展现代农业。"] == ["提升农业效益。"]


def beside_of(row):
    """Return the later sections of the same topic that a row leads to."""
    return [link.section for link in row.links if link.kind is LinkKind.SAME]
