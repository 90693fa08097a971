"""Where a promise can be cut into several."""

import pytest

from desktop.models.cutting import cut_at_stops, with_piece
from tracker.model.span import Span


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("新建学校12所，改造小区30个。", ["新建学校12所", "改造小区30个"]),
        ("建成城北路、桐泾路和人民路", ["建成城北路", "桐泾路", "人民路"]),
        ("新建公园，、；。", []),
        ("建成通车", []),
    ],
)
def test_clauses_are_pieces_and_items_where_there_is_one_clause(text, pieces):
    """Commas and stops part clauses; a single clause is parted at its list; else nothing is."""
    found = cut_at_stops(text, Span(0, len(text)))
    assert [text[one.start : one.end] for one in found] == pieces


def test_a_piece_pushes_out_what_it_lies_over():
    """Pieces never overlap, stand in the order of the text, and have no stops at their ends."""
    text = "新建学校12所，改造小区30个，新增绿地5公顷"
    pieces = cut_at_stops(text, Span(0, len(text)))
    found = with_piece(text, pieces, Span(7, 16))
    assert [text[one.start : one.end] for one in found] == [
        "新建学校12所",
        "改造小区30个",
        "新增绿地5公顷",
    ]
    found = with_piece(text, pieces, Span(0, 12))
    assert [text[one.start : one.end] for one in found] == [
        "新建学校12所，改造小区",
        "新增绿地5公顷",
    ]
    assert with_piece(text, pieces, Span(7, 8)) == pieces
