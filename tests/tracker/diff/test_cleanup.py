"""Borders of a diff where a reader would set them."""

import pytest

from tracker.diff.cleanup import Stretch, clean


def kept(*words):
    """Return words that both sides have."""
    return Stretch(words, words, kept=True)


def edit(earlier=(), later=()):
    """Return words that were replaced."""
    return Stretch(tuple(earlier), tuple(later), kept=False)


@pytest.mark.parametrize("crumb", ["、", "的", "和", "建设"])
def test_crumb_between_two_edits_is_given_up(crumb):
    """A kept word that only interrupts one replacement is not worth showing."""
    found = clean([edit(["甲地铁路"], ["乙地公路"]), kept(crumb), edit(["丙地港口"], ["丁地机场"])])
    assert found == [edit(["甲地铁路", crumb, "丙地港口"], ["乙地公路", crumb, "丁地机场"])]


@pytest.mark.parametrize("mark", ["，", "。", "；"])
def test_ends_of_clauses_stay_fixed_points(mark):
    """Two clauses that were both rewritten are two edits."""
    parts = [edit(["甲地铁路"], ["乙地公路"]), kept(mark), edit(["丙地港口"], ["丁地机场"])]
    assert clean(parts) == parts


def test_a_bracket_is_not_kept_without_its_other_half():
    """（一）深入 against （二）坚定: both brackets stay; one opened by an edit goes with it."""
    parts = [kept("（"), edit(["一"], ["二"]), kept("）"), edit(["深入推进"], ["坚定不移"])]
    assert clean(parts) == parts
    opened = [edit(["甲地", "“"], ["乙地", "“"]), kept("”"), edit(["铁路"], ["公路"])]
    assert clean(opened) == [edit(["甲地", "“", "”", "铁路"], ["乙地", "“", "”", "公路"])]


def test_long_kept_stretch_stays():
    """What both sides have at length is shown as kept."""
    parts = [edit(["推进"], ["加快"]), kept("国家先进制造业集群"), edit(["创建"], ["培育"])]
    assert clean(parts) == parts


def test_insertion_slides_to_the_end_of_the_clause():
    """``A，B，`` grown out of ``A，`` gained ``B，``, not ``，B``."""
    found = clean([kept("办好教育"), edit(later=["，", "办好医疗"]), kept("，", "稳定就业")])
    assert found == [kept("办好教育", "，"), edit(later=["办好医疗", "，"]), kept("稳定就业")]


def test_empty_and_split_stretches_are_joined():
    """A drop followed by an addition is one replacement."""
    found = clean([edit(["甲"]), edit(later=["乙"]), kept(), kept("丙"), kept("丁")])
    assert found == [edit(["甲"], ["乙"]), kept("丙", "丁")]
