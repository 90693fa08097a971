"""Figures and chains of a workspace: what people marked and decided acts in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.model.chain import ChainLink
from tracker.model.commitment import StatementKind
from tracker.model.decision import NamePair
from tracker.model.figures import Grouping
from tracker.model.mark import Anchor
from tracker.model.promise_word import PromiseEdit
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

EARLIER = """2021年苏州市政府工作报告

一、2020年工作回顾

经济平稳运行。

二、2021年工作安排

加强基础设施建设。建成金山过江通道，新建学校10所。
"""
LATER = """2022年苏州市政府工作报告

一、2021年工作回顾

银湖长江大桥建成通车。

二、2022年工作安排

继续推进重大项目建设，新建学校12所。
"""
OTHER = EARLIER.replace("苏州市", "无锡市")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return a workspace with two reports of one city and one of another."""
    with Workspace.create(tmp_path / "w.duizhang", user="张三") as made:
        for name, text in (("2021.txt", EARLIER), ("2022.txt", LATER), ("无锡.txt", OTHER)):
            made.import_bytes(name, text.encode())
        yield made


def bridge(workspace: Workspace) -> ChainLink:
    """Return the promise of the bridge in its chain."""
    (link,) = [
        link
        for chain in workspace.chains()
        for link in chain.links
        if "金山" in link.commitment.statement.object
    ]
    return link


def test_figures_count_marks(workspace: Workspace) -> None:
    """A promise that a person marks counts as the person says; a lone report has no figures."""
    (before,) = workspace.figures()
    workspace.mark(bridge(workspace).commitment.id, verdict=Verdict.FULFILLED)
    (after,) = workspace.figures()
    assert (before.region, before.marked, after.marked) == ("江苏省苏州市", 0, 1)
    assert after.verdicts[Verdict.FULFILLED] == before.verdicts.get(Verdict.FULFILLED, 0) + 1
    kinds = {one.group for one in workspace.figures(Grouping.KIND)}
    assert kinds <= {kind.value for kind in StatementKind}


def test_decisions_act_in_figures_and_chains(workspace: Workspace) -> None:
    """Two names that are one thing: the bridge is answered, and undo takes it back."""
    (silent,) = workspace.figures()
    assert bridge(workspace).tracking.verdict is Verdict.NOT_REPORTED
    workspace.add_names(NamePair("金山过江通道", "银湖长江大桥"))
    (told,) = workspace.figures()
    assert bridge(workspace).tracking.verdict is Verdict.FULFILLED
    assert told.verdicts[Verdict.FULFILLED] == silent.verdicts.get(Verdict.FULFILLED, 0) + 1
    workspace.undo()
    assert workspace.figures() == (silent,)


def test_the_command_line_reads_a_workspace(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """figures and chains take a workspace in place of files, alone."""
    workspace.mark(bridge(workspace).commitment.id, verdict=Verdict.PARTIAL)
    place = str(workspace.path)
    assert main(["--lang", "zh", "chains", place]) == 0
    assert "人工标记为部分兑现" in capsys.readouterr().out
    assert main(["figures", place, "--format", "csv"]) == 0
    assert "江苏省苏州市" in capsys.readouterr().out
    names = tmp_path / "names.txt"
    names.write_text("甲桥 = 乙桥\n")
    for arguments in (["figures", place, str(names)], ["chains", place, "--names", str(names)]):
        assert main(["--lang", "zh", *arguments]) == 1
        said = capsys.readouterr().err
        assert "工作区" in said
        assert len(said.splitlines()) == 1


def test_a_cascade_takes_promises_as_people_set_them_right(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rejected promise of the upper plan is not asked for below; names are told apart."""
    text = EARLIER.replace("苏州市", "江苏省")
    workspace.import_bytes("江苏.txt", text.encode())
    upper = next(one for one in workspace.entries() if one.name == "江苏.txt")
    school = next(c for c in workspace.commitments(upper.id) if "学校" in c.statement.object)
    place = str(workspace.path)
    asked = ["--lang", "zh", "cascade", place, "江苏", "苏州市2021", "--format", "json"]
    assert main(asked) == 0
    assert "新建学校10所" in capsys.readouterr().out
    workspace.reject_promise(school.id)
    assert main(asked) == 0
    assert "新建学校10所" not in capsys.readouterr().out.replace(text, "")
    for words, said in (
        (["江苏", "扬州市2021"], "没有这份报告"),
        (["江苏", "市2021"], "有几份"),
        (["江苏"], "两份报告"),
    ):
        assert main(["--lang", "zh", "cascade", place, *words]) != 0
        assert said in capsys.readouterr().err


def test_chains_follow_the_promises_that_people_want(workspace: Workspace) -> None:
    """A rejected promise stands in no chain, an added one in one, an edit in its words."""
    link = bridge(workspace)
    workspace.reject_promise(link.commitment.id)
    report = workspace.report(link.report_id)
    words = "加强基础设施建设"
    at = report.text.index(words)
    added = workspace.add_promise(Anchor(report.id, Span(at, at + len(words)), words))
    school = next(c for c in workspace.commitments(report.id) if "学校" in c.statement.object)
    workspace.edit_promise(school.id, PromiseEdit(body="市教育局"))
    links = {one.commitment.id: one for chain in workspace.chains() for one in chain.links}
    assert link.commitment.id not in links
    assert links[added].commitment.statement.quote == words
    assert links[school.id].commitment.body == "市教育局"
    assert workspace.undo() is not None
    assert not any(one.commitment.body for chain in workspace.chains() for one in chain.links)
