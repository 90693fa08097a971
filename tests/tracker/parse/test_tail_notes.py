"""Words that are explained behind the closing words are no part of the plan."""

import pytest

from tracker.ingest.files import decode_source
from tracker.model.outline import Role
from tracker.parse.report import parse_report
from tracker.resources import load_options

BODY = (
    "政府工作报告\n各位代表：\n一、2020年工作回顾\n经济保持增长。\n二、2021年工作安排\n"
    "新建学校12所，改造老旧小区30个。\n新增绿地200公顷。\n{closing}\n"
)
NOTES = (
    "1.“六稳”：指稳就业、稳金融、稳外贸。",
    "2、海绵城市：通过加强规划建设管理，新建蓄水设施，充分发挥道路和绿地的作用。",
    "**3．百千工程：**即建设百个特色小镇、千个美丽乡村。",
)
RALLY = "让我们团结一心，为建设现代化城市而努力奋斗！"


def roles_of(text: str) -> list[Role]:
    """Return the roles of the parts of a text."""
    source = decode_source(text.encode(), "r.txt")
    return [part.role for part in parse_report(source, load_options().parse).parts]


@pytest.mark.parametrize("closing", [RALLY, RALLY + "主要名词解释**：**"])
def test_explained_words_behind_the_closing_words_are_a_glossary(closing: str) -> None:
    """No heading announces them; numbers from one on and 指 or 即 do."""
    assert roles_of(BODY.format(closing=closing) + "\n".join(NOTES))[-1] is Role.GLOSSARY


@pytest.mark.parametrize(
    "tail",
    [
        (
            "1.项目建设：开工建设医院2所。",
            "2.招商引资：引进企业30家。",
            "3.民生实事：新建公园5个。",
        ),
        (NOTES[0], NOTES[2]),
        (NOTES[1], NOTES[2], NOTES[0]),
    ],
    ids=["tasks", "a gap", "another order"],
)
def test_numbered_tasks_are_no_glossary(tail: tuple[str, ...]) -> None:
    """What explains nothing, or is not counted from one on, stays what it was."""
    assert Role.GLOSSARY not in roles_of(BODY.format(closing=RALLY) + "\n".join(tail))
