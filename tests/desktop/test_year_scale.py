"""The scale above the years of the library: each name over its own column."""

from itertools import pairwise

import pytest

from tests.desktop.library_lines import line


def fill(program, *years):
    """Let the library hold a report of one region for each of these years."""
    lines = tuple(line(str(year), "苏州市", "320500", year) for year in years)
    program.session.take_entries(lines)
    return program.window.library


@pytest.mark.parametrize("years", [(2021, 2025), (2003, 2025), (1985, 2025)])
def test_years_are_named_above_their_boxes(qtbot, program, years):
    """With digits in the boxes and without, also where the oldest years have no room."""
    library = fill(program, *years)
    scale, tree = library.scale, library.tree
    qtbot.waitUntil(lambda: scale.isVisible() and scale.width() > 100)
    places, labels = dict(scale.places()), scale.labels()
    assert labels[-1][0] == years[1]
    assert len(labels) > 1
    region = tree.regions.index(0, 0)
    for year, _ in labels:
        box = tree.viewport().mapToGlobal(tree.year_place(region, year).center())
        assert abs(scale.mapToGlobal(places[year].center()).x() - box.x()) <= 1
    boxes = [box for _, box in labels]
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
    assert boxes[-1].right() <= scale.width()


def test_list_and_lone_years_have_no_scale(program):
    """The list has a column for the year; one year needs no comparison."""
    library = fill(program, 2021, 2023)
    assert library.scale.isVisible()
    library.set_list(True)
    assert not library.scale.isVisible()
    library.set_list(False)
    assert library.scale.isVisible()
    fill(program, 2021)
    assert not library.scale.isVisible()
