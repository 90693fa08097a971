"""Cards of section pairs: which there are, what is on them, how they are filtered and sorted."""

import pytest

from desktop.jobs.catalog import WHOLE_REPORT
from desktop.models.card_list import CardList
from desktop.models.pair_cards import CardFilter, CardKind, CardOrder, Look, in_order, pair_cards
from tests.desktop.models.conftest import compared, read
from tests.desktop.models.test_inline_text import SENTENCES, plan


@pytest.fixture(scope="module")
def cards(compare_seeds):
    """Return the cards of two sample reports."""
    return pair_cards(compare_seeds("002", "000", WHOLE_REPORT))


def test_each_compared_pair_is_on_one_card(compare_seeds, cards):
    """Every section of a diff is on one card, and no card comes twice."""
    pair = compare_seeds("002", "000", WHOLE_REPORT)
    told = [(s.earlier, s.later) for part in pair.parts for s in part.diff.sections]
    assert len(cards) == len(told) == len({card.key for card in cards})
    related = [card for card in cards if card.kind is CardKind.RELATED]
    assert [c.indices for c in cards if c not in related] == [
        both for both in told if both not in {(c.indices[0], None) for c in related}
    ]


def test_looks_are_those_of_the_source(compare_seeds, cards):
    """A changed figure on a card is the figure of its report; headings come first."""
    card = next(c for c in cards if c.figures)
    for side, figures in ((card.earlier, "was"), (card.later, "now")):
        numbers = [side.text[a:b] for a, b, look in side.looks if look is Look.NUMBER]
        assert numbers
        assert any(n in getattr(f, figures) for n in numbers for f in card.figures)
        heading = side.section.number + side.section.heading
        assert side.text.startswith(heading)


def test_figures_are_written_with_the_words_that_bind_them(options):
    """5.5%以上 became 5%左右; the card says both as the reports do."""
    texts = [[("推动经济发展", SENTENCES[n] + SENTENCES[6])] for n in (0, 1)]
    reports = [read(plan(2022 + n, text), options) for n, text in enumerate(texts)]
    found = pair_cards(compared(reports[0], reports[1], WHOLE_REPORT, options))
    (figure,) = (figure for card in found for figure in card.figures)
    assert (figure.was, figure.now) == ("5.5%以上", "5%左右")


def test_new_and_dropped_sections_follow_their_neighbours(options):
    """In either order a section without counterpart stands where its report has it."""
    names = ["推动经济发展", "改善人民生活", "保护生态环境"]
    body = dict(zip(names, (SENTENCES[1], SENTENCES[5], SENTENCES[7]), strict=True))
    before = read(plan(2022, [(n, body[n]) for n in names]), options)
    later = [names[0], names[2]]
    after = read(plan(2023, [(n, body[n]) for n in later]), options)
    for one, other, kind in ((before, after, CardKind.DROPPED), (after, before, CardKind.NEW)):
        found = pair_cards(compared(one, other, WHOLE_REPORT, options))
        for order in (CardOrder.EARLIER, CardOrder.LATER):
            cards = [c for c in in_order(found, order) if (c.earlier or c.later).section.level > 1]
            assert [(c.earlier or c.later).section.heading for c in cards] == names
            assert cards[1].kind is kind


def test_most_changed_come_first_where_that_is_wanted(cards):
    """Sorted by change, no card has changed more than the one before it."""
    shares = [card.share or 0.0 for card in in_order(cards, CardOrder.CHANGE)]
    assert shares == sorted(shares, reverse=True)


def test_filters_let_through_what_they_name(qtmodeltester, cards):
    """Two filters let through what passes one of them; none lets everything through."""
    model = CardList()
    model.set_cards(cards)
    qtmodeltester.check(model)
    assert model.rowCount() == len(cards)
    model.set_filter(frozenset({CardFilter.NEW}))
    assert {card.kind for card in model.cards} == {CardKind.NEW}
    counts = model.counts()
    model.set_filter(frozenset({CardFilter.NEW, CardFilter.DROPPED}))
    assert model.rowCount() == counts[CardFilter.NEW] + counts[CardFilter.DROPPED]
    model.set_filter(frozenset({CardFilter.FIGURES}))
    assert all(card.figures for card in model.cards)
