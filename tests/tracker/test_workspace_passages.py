"""What a workspace tells of single passages."""

from tracker.model.alignment import NOTHING_SAID, AlignmentPart
from tracker.workspace import Workspace


def test_boilerplate_is_told_by_its_place(tmp_path):
    """Clauses that stand in most reports are found, and no others."""
    text = (
        "2021年苏州市政府工作报告\n\n一、2020年工作回顾\n\n坚持稳中求进工作总基调，新建学校10所。\n"
    )
    with Workspace.create(tmp_path / "w.duizhang") as made:
        entry = made.import_bytes("2021.txt", text.encode()).entry
        report = made.report(entry.id)
        assert [report.quote(s) for s in made.boilerplate(entry.id)] == ["坚持稳中求进工作总基调"]


def test_nearest_sections_of_a_sample_have_reasons(tmp_path):
    """A section of a stored report is set beside those of another one."""
    with Workspace.open_sample(tmp_path / "s.duizhang") as made:
        by_name = {entry.name[:3]: entry.id for entry in made.entries()}
        earlier, later = by_name["002"], by_name["003"]
        row = made.alignment(earlier, later, AlignmentPart.PLAN).rows[0]
        found = made.nearest_sections(
            earlier, later, AlignmentPart.PLAN, row.section, said=NOTHING_SAID
        )
        assert found
        assert found[0].score.reason.en
