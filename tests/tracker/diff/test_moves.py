"""Pairs of sentences and what moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.diff.moves import pair_sentences

ONE = "加快建设轨道交通和现代交通体系。"
TWO = "持续改善空气质量和水环境质量。"
THREE = "新改扩建学校40所。"


def test_sentences_in_order_do_not_move():
    """Nothing crosses: nothing moved."""
    assert [p.moved for p in pair_sentences([ONE, TWO, THREE], [ONE, TWO, THREE])] == [False] * 3


def test_the_lighter_sentence_is_the_one_that_moved():
    """Of two that cross, the shorter one moved."""
    pairs = pair_sentences([THREE, ONE], [ONE, THREE])
    assert [(p.earlier, p.later, p.moved) for p in pairs] == [(1, 0, False), (0, 1, True)]


def test_reworded_sentence_is_paired():
    """A sentence that was edited belongs to its earlier form, even when it moved."""
    edited = "新改扩建学校50所、幼儿园。"
    pairs = pair_sentences([THREE, ONE, TWO], [ONE, TWO, edited])
    assert (0, 2, True) in [(p.earlier, p.later, p.moved) for p in pairs]


@pytest.mark.parametrize("later", [[], [TWO], ["。"]])
def test_strangers_are_not_paired(later):
    """Sentences without words in common are left alone."""
    assert pair_sentences([ONE], later) == []


@given(st.permutations([ONE, TWO, THREE, "稳定就业。", "办好养老服务。"]))
def test_every_sentence_is_paired_once(later):
    """Whatever the order, each sentence finds itself, and those that did not move keep order."""
    earlier = [ONE, TWO, THREE, "稳定就业。", "办好养老服务。"]
    pairs = pair_sentences(earlier, later)
    assert all(earlier[p.earlier] == later[p.later] for p in pairs)
    assert sorted(p.earlier for p in pairs) == list(range(5))
    kept = [p.earlier for p in pairs if not p.moved]
    assert kept == sorted(kept)


def test_headings_of_a_pair_belong_together_however_they_are_worded() -> None:
    """The aligner has said that the sections are one; their headings are one, too."""
    before, after = ["三、狠抓环境整治\n", ONE], ["（二）建设美丽家园\n", TWO]
    assert pair_sentences(before, after) == []
    assert pair_sentences(before, after, headed=True) == [(0, 0, False)]
