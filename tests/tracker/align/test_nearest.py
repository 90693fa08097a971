"""The sections that are offered for one without a counterpart, on real reports."""

import pytest

from tracker import pipeline
from tracker.model.alignment import AlignmentPart, HandWords


@pytest.fixture(scope="module")
def pair(read_seed, options):
    """Return two reports of one region and their aligned plans."""
    earlier, later = read_seed("002"), read_seed("003")
    return earlier, later, pipeline.align(earlier, later, AlignmentPart.PLAN, options)


def nearest(pair, options, section, *, of_later=False, said=None):
    """Return what is offered for a section."""
    earlier, later, _ = pair
    words = HandWords() if said is None else said
    return pipeline.nearest(
        earlier, later, AlignmentPart.PLAN, options, section, of_later=of_later, said=words
    )


def test_best_candidate_of_a_linked_section_is_its_counterpart(pair, options):
    """What is nearest and what is linked are told by the same values, on both sides."""
    row = next(row for row in pair[2].rows if len(row.links) == 1)
    link = row.links[0]
    found = nearest(pair, options, row.section)
    assert found[0].section == link.section
    assert found[0].score == link.score
    back = nearest(pair, options, link.section, of_later=True)
    assert row.section in {one.section for one in back}


def test_three_at_most_best_first_with_reasons(pair, options):
    """Each candidate has a score in named parts, and they stand in its order."""
    for row in pair[2].rows[:6]:
        found = nearest(pair, options, row.section)
        assert 1 <= len(found) <= 3
        values = [one.score.value for one in found]
        assert values == sorted(values, reverse=True)
        assert all(one.score.parts and one.score.reason.zh for one in found)


def test_sections_that_a_person_took_apart_are_not_offered(pair, options):
    """Who said that two sections do not belong together is not asked again."""
    row = next(row for row in pair[2].rows if row.links)
    apart = HandWords(apart=frozenset({(row.section, row.links[0].section)}))
    found = nearest(pair, options, row.section, said=apart)
    assert row.links[0].section not in {one.section for one in found}


def test_section_of_another_part_has_no_candidates(pair, options):
    """A review section is not set beside plans."""
    assert nearest(pair, options, 0) == ()
