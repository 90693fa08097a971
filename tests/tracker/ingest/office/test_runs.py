"""Breaks within a paragraph: new lines where the text says so, wrapped lines elsewhere."""

import pytest

from tracker.ingest.office.runs import Run, paragraph_blocks
from tracker.model.source import LineLayout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经济平稳增长。\n就业保持稳定。", ["经济平稳增长。", "就业保持稳定。"]),
        ("经济平稳\n增长。", ["经济平稳增长。"]),
        ("投资增长5%，\n消费增长6%。", ["投资增长5%，消费增长6%。"]),
        ("一、过去一年工作回顾\n过去一年，我们", ["一、过去一年工作回顾", "过去一年，我们"]),
        ("各项工作取得进展\n（一）稳增长", ["各项工作取得进展", "（一）稳增长"]),
        ("各项工作取得进展\n1.5亿元到位", ["各项工作取得进展1.5亿元到位"]),
        ("政府工作报告\n——2026年1月27日", ["政府工作报告", "——2026年1月27日"]),
        ("经济发展\n　　社会进步", ["经济发展", "社会进步"]),
        ("经济发展\n\n社会进步", ["经济发展", "社会进步"]),
        ("GDP growth\nwas 5%", ["GDP growth was 5%"]),
        ("各位代表：\n现在报告工作", ["各位代表：", "现在报告工作"]),
        ("要“更加努力。”\n下一步", ["要“更加努力。”", "下一步"]),
        ("一、加快建设，\n推进改革", ["一、加快建设，推进改革"]),
        ("\n\n", []),
    ],
)
def test_breaks_within_a_paragraph_are_judged_by_the_text(text: str, expected: list[str]):
    """A sentence's end, a number, an indent or a heading begin a line; a sentence goes on."""
    assert [block.text for block in paragraph_blocks([Run(text)], LineLayout())] == expected


def test_pieces_too_long_for_a_line_are_paragraphs():
    """A report pasted as one paragraph has breaks between its paragraphs, headings among them."""
    body = "我们坚持稳中求进，" * 12 + "经济平稳增长"
    text = f"2024年工作回顾\n{body}\n重点工作安排\n{body}，\n继续努力"
    assert [block.text for block in paragraph_blocks([Run(text)], LineLayout())] == [
        "2024年工作回顾",
        body,
        "重点工作安排",
        f"{body}，继续努力",
    ]


def test_lines_of_one_width_are_wrapped():
    """A line that happens to end with a sentence or to begin with a number goes on all the same."""
    wrapped = "全年新开工建设重大项目一百个。\n一是实施产业链提升工程并取得进\n展，二是加快建设"
    assert [block.text for block in paragraph_blocks([Run(wrapped)], LineLayout())] == [
        "全年新开工建设重大项目一百个。一是实施产业链提升工程并取得进展，二是加快建设"
    ]


def test_centred_lines_stay_lines():
    """On a title page every line is one: title, date, speaker."""
    blocks = paragraph_blocks([Run("某某市人民政府\n工作报告")], LineLayout(centred=True))
    assert [block.text for block in blocks] == ["某某市人民政府", "工作报告"]


def test_a_bold_line_before_a_plain_one_is_a_line():
    """A heading that only its weight and a break tell from the text is a line of its own."""
    runs = [Run("稳住经济大盘", bold=True), Run("\n全年新开工项目100个。")]
    first, second = paragraph_blocks(runs, LineLayout())
    assert (first.text, first.layout.bold) == ("稳住经济大盘", True)
    assert (second.text, second.layout.bold) == ("全年新开工项目100个。", False)
