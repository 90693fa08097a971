"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.textmap import TextMap
from tracker.model.span import Span

TEXTS = st.text(alphabet=st.sampled_from("苏州市a1，𠮷𬭩😀\n"), max_size=60)


@given(TEXTS)
def test_every_position_maps_as_qt_counts(text):
    """A position in UTF-16 is the length of what stands before it, in UTF-16."""
    found = TextMap(text)
    for position in range(len(text) + 1):
        expected = len(text[:position].encode("utf-16-le")) // 2
        assert found.to_utf16(position) == expected
        assert found.from_utf16(expected) == position
    assert found.length16 == len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_spans_come_back(text, data):
    """A span that is mapped there and back is the same span."""
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = TextMap(text)
    assert found.span_from_utf16(*found.span_to_utf16(span)) == span


def test_inside_a_pair_is_its_character():
    """A position between two surrogates belongs to the character they make."""
    assert TextMap("a𠮷b").from_utf16(2) == 1
