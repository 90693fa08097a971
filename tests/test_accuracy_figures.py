"""The figures themselves: the gold agrees with itself, and whatever is wrong costs."""

import copy
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.accuracy.__main__ import main
from tests.accuracy.alignment import score_alignment, score_together
from tests.accuracy.calibration import score_calibration
from tests.accuracy.figures import Figures, SectionCounts
from tests.accuracy.gold import GOLD, ROOT, Manifest, load
from tests.accuracy.likeness import bare, in_base_unit, name_likeness
from tests.accuracy.outline import score_outline
from tests.accuracy.targets import score_targets
from tests.accuracy.tracking import score_table, score_tracking, stretch

MANIFEST = Manifest.read()


def values(figures: Figures) -> dict[str, float | None]:
    """Return the figures by name."""
    return {figure.name: figure.value for figure in figures}


def as_commitments(gold: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return gold targets in the shape of the command's output."""
    return [
        {**row, "end_line": row["line"], "measures": [{**row, "relation": None}]} for row in gold
    ]


def test_every_gold_file_is_part_of_a_task() -> None:
    """What was annotated is measured; the guide and the manifest are no annotations.

    A reading by one of two readers (``verdicts_a_…``, ``verdicts_b_…``) is kept beside the rows
    that came of both, and only those are measured; so is a second alignment (``align_b_…``).
    """
    named = {name for task in MANIFEST.tasks for name in task.gold}
    there = {path.name for path in GOLD.iterdir()} - {"GUIDE.md", "manifest.json"}
    single = {name for name in there if name.startswith(("verdicts_a_", "verdicts_b_", "align_b_"))}
    assert named == there - single
    assert {re.sub(r"_[ab]_", "_", name, count=1) for name in single} <= named


def test_the_sample_texts_are_the_annotated_ones() -> None:
    """Their SHA-256 stands in the manifest."""
    seeds = [name for name in MANIFEST.sha256 if name.startswith("seeds/")]
    assert not MANIFEST.find(seeds, None).problem


def test_a_text_that_is_not_at_hand_is_not_measured(tmp_path: Path) -> None:
    """Neither without a folder, nor with an empty one, nor with another text."""
    name = "corpus/苏州市/2022.md"
    assert "CORPUS" in MANIFEST.find([name], None).problem
    assert "not there" in MANIFEST.find([name], tmp_path).problem
    (tmp_path / "苏州市").mkdir()
    (tmp_path / "苏州市" / "2022.md").write_text("other")
    assert "not the text" in MANIFEST.find([name], tmp_path).problem


def test_the_command_says_what_it_could_not_measure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the folder of other texts their rows say "not measured"; samples have figures."""
    monkeypatch.delenv("CORPUS", raising=False)
    monkeypatch.setattr("sys.argv", ["accuracy", "outline 003", "outline 江苏省"])
    assert main() == 0
    samples, others = capsys.readouterr().out.strip().split("\n\n")
    assert "  sections_level_12 " in samples
    assert "not measured" in others


@pytest.mark.parametrize("name", ["outline_000", "outline_002", "outline_003"])
def test_an_outline_agrees_with_itself(name: str) -> None:
    """All figures are 1 where there is something to measure."""
    gold = load(GOLD / f"{name}.json")
    assert set(values(score_outline(gold, gold)).values()) <= {1.0, None}


def test_an_outline_loses_what_is_missing_and_what_is_too_much() -> None:
    """A heading left out, one made up, a wrong level, lost text: each costs its figure."""
    gold = load(GOLD / "outline_000.json")
    given = copy.deepcopy(gold)
    del given["sections"][3]
    given["sections"][4]["level"] = 1
    given["sections"].append({"line": 60, "level": 3, "heading": "没有这个标题", "role": "plan"})
    given["noise"].append(31)
    given["year"] = 2022
    figures = values(score_outline(gold, given))
    wrong = [name for name, value in figures.items() if value is not None and value < 1]
    assert {"meta", "sections_level_123", "sections_any_level", "roles", "noise"} <= set(wrong)


@pytest.mark.parametrize("name", ["targets_000", "targets_003"])
def test_targets_agree_with_themselves(name: str) -> None:
    """All figures are 1."""
    gold = load(GOLD / f"{name}.jsonl")
    assert set(values(score_targets(gold, as_commitments(gold))).values()) == {1.0}


def test_a_target_too_much_or_with_a_wrong_unit_costs() -> None:
    """Precision counts, and so does every field."""
    gold = load(GOLD / "targets_000.jsonl")
    given = as_commitments(gold)
    given[0]["measures"][0]["unit"] = "个"
    given.append(copy.deepcopy(given[5]))
    figures = values(score_targets(gold, given))
    assert figures["found"] == pytest.approx(2 * len(gold) / (2 * len(gold) + 1))
    assert figures["exact"] == pytest.approx(2 * (len(gold) - 1) / (2 * len(gold) + 1))
    assert figures["field_unit"] == pytest.approx(1 - 1 / len(gold))


@pytest.mark.parametrize("name", ["align_002_000", "align_003_004"])
def test_an_alignment_agrees_with_itself(name: str) -> None:
    """All figures are 1; without counterparts given only "none" is right."""
    gold = load(GOLD / f"{name}.jsonl")
    assert set(values(score_alignment(gold, gold)).values()) == {1.0}
    nothing = [{**row, "b": []} for row in gold]
    assert values(score_alignment(gold, nothing))["hit_at_1"] == 0


def test_sections_of_several_pairs_count_the_same_each() -> None:
    """A pair with more sections weighs more; "none" is summed before its F1 is taken."""
    pairs = [SectionCounts(30, 30, 0, 0, 0), SectionCounts(10, 6, 4, 2, 2)]
    found = values(score_together(pairs))
    assert found == {"accuracy": pytest.approx(0.9), "no_counterpart": pytest.approx(2 / 3)}


def test_a_tracking_agrees_with_itself() -> None:
    """All figures are 1 when promise, verdict and evidence are those of the gold."""
    task = next(task for task in MANIFEST.tasks if task.name == "track 002 by 000 and 001")
    promises, verdicts = task.load()
    texts = {
        Path(name).name: (ROOT / name).read_text(encoding="utf-8").split("\n")
        for name in task.texts
    }
    truth = {verdict["id"]: verdict for verdict in verdicts}
    rows = [
        {
            "commitment": promise,
            "verdict": truth[promise["id"]]["verdict"],
            "evidence": truth[promise["id"]]["evidence"],
            "confidence": 1.0,
        }
        for promise in promises
    ]
    earlier = texts[Path(task.texts[0]).name]
    figures = values(score_tracking(promises, verdicts, rows, earlier, texts))
    figures.pop("rows_per_promise")  # says how many rows there are, not how many are right
    assert set(figures.values()) == {1.0}
    silent = [{**row, "evidence": [], "verdict": "pending"} for row in rows]
    figures = values(score_tracking(promises, verdicts, silent, earlier, texts))
    assert (figures["verdict_accuracy"], figures["evidence_hit_at_3"]) == (0, 0)


def test_a_table_agrees_with_itself() -> None:
    """Rows are told apart by their indicator; those of another year do not count."""
    gold = load(GOLD / "table1_001.jsonl")
    rows = [
        {
            "commitment": {"due": 2022, "object": row["indicator"], "measures": []},
            "verdict": row["verdict"],
            "reason": "",
        }
        for row in gold
    ]
    assert values(score_table(gold, rows, 2022)) == {"rows": 1.0, "verdict_accuracy": 1.0}
    assert values(score_table(gold, rows, 2023)) == {"rows": 0.0, "verdict_accuracy": 0.0}


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (2.7, "万个", (27000.0, "个")),
        (2.4, "万亿元", (2.4e12, "元")),
        (0.5, "百分点", (0.5, "个百分点")),
        (5, "％", (5.0, "%")),
        (None, "%", None),
        ("5", "%", None),
    ],
)
def test_figures_are_compared_in_their_base_unit(
    value: object, unit: str, expected: tuple[float, str] | None
) -> None:
    """2.7万个 and 27000个 are the same."""
    assert in_base_unit(value, unit) == expected


def test_a_name_inside_another_is_the_same_name() -> None:
    """But not inside one that is much longer."""
    assert name_likeness("高新技术企业", "净增高新技术企业") == 1
    assert name_likeness("企业", "规模以上工业企业研发投入占比") < 0.5
    assert bare("（一）聚焦创新，提升动能。") == "聚焦创新提升动能"


def test_a_quote_over_two_lines_is_found_by_its_longest_piece() -> None:
    """A paragraph that a page break cuts is quoted with the line break in it."""
    assert stretch(["标定了相", "城建设的方位"], 2, "标定了相\n城建设的方位") == range(6)
    assert stretch(["正文"], 1, "别的") is None
    assert stretch(["正文"], 5, "正文") is None


def test_calibration_counts_bins_and_coverage_over_all_promises() -> None:
    """A verdict counts in the bin of its confidence; promises not found lower the coverage."""
    tracks = {"a": [(0.95, True), (0.85, True), (0.55, False)], "b": [(0.9, False)]}
    figures = score_calibration(tracks, 6)
    assert figures["confidence_0.9_to_1.0"] == 0.5
    assert figures["confidence_0.0_to_0.5"] == 0.0
    assert figures["confident_right"] == pytest.approx(2 / 3)
    assert [row[1] for row in figures.differences] == ["b"]
