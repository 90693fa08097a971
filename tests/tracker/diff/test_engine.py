"""Word diff of two sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.diff.engine import diff_texts
from tracker.model.change import ChangeKind

TEXT = st.text(alphabet="推进建设发展，。、增长5%万家的和0", max_size=40)


def shown(earlier, later):
    """Write a diff as [-dropped-]{+added+}."""
    out = ""
    for kind, a, b, c, d in diff_texts(earlier, later):
        if kind is ChangeKind.EQUAL:
            out += earlier[a:b]
        else:
            out += f"[-{earlier[a:b]}-]" if b > a else ""
            out += f"{{+{later[c:d]}+}}" if d > c else ""
    return out


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("增长5.5%左右", "增长6%以上", "增长[-5.5%左右-]{+6%以上+}"),
        ("建成2.7万个基站", "建成2.5万个基站", "建成[-2.7万个-]{+2.5万个+}基站"),
        ("推进医疗，推进教育。", "推进教育。", "[-推进医疗，-]推进教育。"),
        ("推进教育。", "推进教育，推进医疗。", "推进教育{+，推进医疗+}。"),
        ("完善城市管理。", "完善城市管理。", "完善城市管理。"),
        ("", "新增。", "{+新增。+}"),
        ("删去。", "", "[-删去。-]"),
    ],
)
def test_diff_reads_as_a_person_would_mark_it(earlier, later, expected):
    """Numbers change whole, and borders lie at the ends of clauses."""
    assert shown(earlier, later) == expected


@given(TEXT, TEXT)
def test_edits_cover_both_texts_in_order(earlier, later):
    """The earlier ranges joined are the earlier text, the later ones the later text."""
    edits = diff_texts(earlier, later)
    assert "".join(earlier[a:b] for _, a, b, _, _ in edits) == earlier
    assert "".join(later[c:d] for _, _, _, c, d in edits) == later
    for kind, a, b, c, d in edits:
        assert (kind is ChangeKind.EQUAL) <= (earlier[a:b] == later[c:d])
        assert b > a or d > c


@given(TEXT, TEXT)
def test_no_edit_cuts_a_number(earlier, later):
    """No border between two edits lies between two digits."""
    for _, a, _, c, _ in diff_texts(earlier, later):
        assert not (0 < a < len(earlier) and earlier[a - 1].isdigit() and earlier[a].isdigit())
        assert not (0 < c < len(later) and later[c - 1].isdigit() and later[c].isdigit())


def test_text_without_full_stops_is_compared_from_both_ends():
    """A sentence far longer than any sentence costs no minutes: its middle is one replacement."""
    earlier = "推进建设，" + "甲地、" * 2000 + "稳定就业"
    later = "推进建设，" + "乙地、" * 2000 + "稳定就业"
    edits = diff_texts(earlier, later)
    assert [kind for kind, *_ in edits] == [ChangeKind.EQUAL, ChangeKind.REPLACE, ChangeKind.EQUAL]
    assert later[edits[2].later_start :].endswith("稳定就业")


@pytest.mark.parametrize("later", ["甲地、" * 2000, "甲地、" * 1999, ""])
def test_long_repetitive_text_is_covered(later):
    """Beginning and end may not be counted twice where a text only became shorter."""
    earlier = "甲地、" * 2000
    edits = diff_texts(earlier, later)
    assert "".join(earlier[a:b] for _, a, b, _, _ in edits) == earlier
    assert "".join(later[c:d] for _, _, _, c, d in edits) == later
