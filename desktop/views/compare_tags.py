"""Words at headings: which sections came or went, and what people said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.changed_text import alone as alone_in

if TYPE_CHECKING:
    from desktop.jobs.catalog import Comparison
    from desktop.widgets.report_pane import ReportPane


class SectionTags:
    """Says in margins and outlines what is to be known of single sections."""

    def clear(self, pane: ReportPane) -> None:
        """Say nothing: the text is not lined up yet."""
        pane.text.set_tags(())
        pane.set_words({})

    def say(self, pane: ReportPane, left: Comparison | None, right: Comparison | None) -> None:
        """Say it in the language of the interface.

        Args:
            pane: A text.
            left: What it is like beside its left neighbour; None where it has none.
            right: The same for its right neighbour.
        """
        linked = QCoreApplication.translate("SectionTags", "Linked by hand")
        alone = QCoreApplication.translate("SectionTags", "No counterpart, by hand")
        gone = QCoreApplication.translate("SectionTags", "Gone")
        new = QCoreApplication.translate("SectionTags", "New")
        by_hand = QCoreApplication.translate("SectionTags", "By\nhand", "two short lines")
        tags: dict[int, str] = {}
        words: dict[int, str] = {}
        silent = QCoreApplication.translate("SectionTags", "No\nreply", "two short lines")
        if right is not None and right.parts:
            gone = silent if right.answers else gone
            tags |= {s.start: gone for s in alone_in(right, later=False)}
            words |= dict.fromkeys(right.said.alone, alone)
            words |= {one: linked for one, _ in right.said.together}
        if left is not None and left.parts:
            if not left.answers:
                tags |= {s.start: new for s in alone_in(left, later=True)}
            words |= dict.fromkeys(left.said.new, alone)
            words |= {other: linked for _, other in left.said.together}
        if pane.report is not None:
            headings = pane.report.sections
            tags |= {headings[section].heading_span.start: by_hand for section in words}
        pane.text.set_tags(tags.items())
        pane.set_words(words)
