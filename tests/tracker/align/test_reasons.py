"""Why two sections stand beside each other, in words that a reader knows."""

import re

import pytest

from tracker import pipeline
from tracker.align.reasons import reason_of
from tracker.model.alignment import AlignmentPart, LinkKind
from tracker.text.shared import Shared

NOTHING = Shared(False, (), (), (), ())


@pytest.mark.parametrize(
    ("shared", "parents", "zh", "en"),
    [
        (NOTHING, False, "用词不同，但所谈主题相近", "different words, but the topic is close"),
        (
            Shared(False, ("外贸",), ("太湖新城", "11号线"), (), ()),
            True,
            "标题都有外贸；都提到太湖新城、11号线；上级章节也对应",
            "both headings have 外贸; both name 太湖新城, 11号线; "
            "the sections above belong together too",
        ),
        (
            Shared(True, ("农业",), (), ("粮食产量",), ("农田", "粮食", "种业", "农机")),
            False,
            "标题相同；同讲指标粮食产量；共同用词：农田、粮食、种业",
            "same heading; same indicators: 粮食产量; shared words: 农田, 粮食, 种业",
        ),
    ],
)
def test_reason_tells_names_indicators_headings_and_place(shared, parents, zh, en):
    """The reason goes from the heading to the words, and ends with the place."""
    reason = reason_of(shared, fitting_parents=parents)
    assert (reason.zh, reason.en) == (zh, en)


@pytest.mark.parametrize(
    ("pair", "here", "there", "told"),
    [
        (("002", "000"), "提质发展现代服务业。", "做优做强现代服务业。", "标题都有现代、服务业"),
        (("002", "000"), "全力打响“苏州制造”品牌。", "聚力打造战略性新兴产业集群。", "苏州制造"),
        (("002", "000"), "狠抓有效投入。", "强化有效投入。", "同讲指标工业投资"),
        (("002", "000"), "激发消费活力。", "力促消费升级。", "上级章节也对应"),
        (
            ("003", "004"),
            "聚焦“含新量”，厚植策源强引擎。",
            "培育更高水平创新主体。",
            "高新技术企业",
        ),
    ],
)
def test_real_pairs_are_told_in_whole_words(read_seed, options, pair, here, there, told):
    """Real sections say what they share."""
    earlier, later = map(read_seed, pair)
    found = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    row = next(r for r in found.rows if earlier.sections[r.section].heading == here)
    link = next(x for x in row.links if later.sections[x.section].heading == there)
    assert told in link.score.reason.zh


def test_no_reason_holds_a_stop_word(read_seed, options):
    """Function words and the verbs of reports are never given as what two sections share."""
    earlier, later = read_seed("002"), read_seed("000")
    found = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    links = [link for row in found.rows for link in row.links]
    assert any(link.kind is LinkKind.SAME for link in links)
    for link in links:
        shared = re.findall(r"(?:标题都有|共同用词：)([^；]+)", link.score.reason.zh)
        words = {word for told in shared for word in told.split("、")}
        assert not words & options.text.stop_words
        assert all(len(word) > 1 for word in words)
