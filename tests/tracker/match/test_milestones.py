"""Stages of work, and promises that can be kept against pushes without an end."""

import pytest

from tracker.match.lexicon import MatchLexicon
from tracker.match.milestones import Manner, Progress, StageReader
from tracker.model.commitment import Milestone


@pytest.fixture(scope="module")
def stages(lexicon: MatchLexicon) -> StageReader:
    return StageReader.of(lexicon)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("谋划一批重大项目", Milestone.PLANNED),
        ("开展前期工作", Milestone.PREPARED),
        ("北沿江高铁开工", Milestone.STARTED),
        ("6、7、8号线进入土建施工高峰阶段", Milestone.BUILDING),
        ("太仓港疏港铁路专用线建成", Milestone.COMPLETED),
        ("太仓分校先后投用", Milestone.IN_USE),
        ("南京大学苏州校区实现首届招生", Milestone.IN_USE),
    ],
)
def test_the_furthest_stage_named_counts(stages: StageReader, text: str, stage: Milestone) -> None:
    """谋划 < 前期 < 开工 < 在建 < 完工 < 投用."""
    found = stages.milestone(text)
    assert found is not None
    assert found[0] is stage


@pytest.mark.parametrize(
    "text",
    [
        "实施工业强市战略",
        "完善基础设施工程",
        "城市建成区绿化覆盖率",
        "线上线下融合",
        "公开通报",
        "机构编制",
    ],
)
def test_characters_that_meet_where_two_words_do_are_no_stage(
    stages: StageReader, text: str
) -> None:
    """实施|工业 holds no 施工, and 线上|线下 nothing that goes online."""
    assert stages.milestone(text) is None


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("加快推进6号线", Manner.OPEN),
        ("持续深化改革", Manner.OPEN),
        ("创建国家全域旅游示范区", Manner.OPEN),
        ("实施历史文化名城保护三年计划", Manner.OPEN),
        ("建成疏港铁路专用线", Manner.DEFINITE),
        ("取消港口建设费", Manner.DEFINITE),
        ("启动建设市急救中心", Manner.DEFINITE),
    ],
)
def test_the_first_verb_tells_a_push_from_a_deed(
    stages: StageReader, text: str, manner: Manner
) -> None:
    """A promise that runs over years is a push whatever its verb."""
    assert stages.manner(text)[0] is manner


@pytest.mark.parametrize(
    ("text", "progress"),
    [
        ("出台碳达峰行动方案", Progress.DONE),
        ("关键核心技术攻关取得重要进展", Progress.GOING),
        ("加快市疾控中心等医疗机构建设", Progress.GOING),
        ("开展党史学习教育", Progress.PLAIN),
    ],
)
def test_an_answer_is_done_going_on_or_plain(
    stages: StageReader, text: str, progress: Progress
) -> None:
    """The word that comes first decides between a result and work that goes on."""
    assert stages.state(text).progress is progress
