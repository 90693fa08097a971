"""Words at headings: which sections came or went, and what people said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.changed_text import changed_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.session import Session
    from desktop.widgets.report_pane import ReportPane


class SectionTags:
    """Says in margins and outlines what is to be known of single sections.

    Args:
        session: The comparison.
        panes: The earlier and the later text.
    """

    def __init__(self, session: Session, panes: tuple[ReportPane, ReportPane]) -> None:
        self._session = session
        self._panes = panes

    def clear(self) -> None:
        """Say nothing: other texts are not lined up yet."""
        for pane in self._panes:
            pane.text.set_tags(())
            pane.set_words({})

    def say(self) -> None:
        """Say it in the language of the interface."""
        comparison = self._session.comparison
        if comparison is None or not comparison.parts:
            return
        linked = QCoreApplication.translate("SectionTags", "Linked by hand")
        alone = QCoreApplication.translate("SectionTags", "No counterpart, by hand")
        said = comparison.said
        left = dict.fromkeys(said.alone, alone) | {a: linked for a, _ in said.together}
        self._say(0, left, QCoreApplication.translate("SectionTags", "Gone"))
        right = {b: linked for _, b in said.together}
        self._say(1, right, QCoreApplication.translate("SectionTags", "New"))

    def _say(self, side: int, words: Mapping[int, str], unpaired: str) -> None:
        pane, comparison = self._panes[side], self._session.comparison
        if comparison is None or pane.report is None:
            return
        by_hand = QCoreApplication.translate("SectionTags", "By\nhand", "two short lines")
        tags = {s.start: unpaired for s in changed_text(comparison, later=side == 1).alone}
        tags |= {pane.report.sections[section].heading_span.start: by_hand for section in words}
        pane.text.set_tags(tags.items())
        pane.set_words(words)
