"""The part of the door by which people say which sections of two reports belong together."""

from tracker.model.alignment import HandWords
from tracker.model.ids import ReportId
from tracker.model.library import HandLink, KeptLink
from tracker.workspace.linking import Linking


class HandLinks:
    """Links by hand of a workspace; see ``Workspace``.

    Whatever is said is taken as given, and the other sections are aligned anew around it.
    """

    _linking: Linking

    def link_sections(
        self, earlier: ReportId, earlier_section: int, later: ReportId, later_section: int
    ) -> None:
        """Put two sections beside each other by hand, whatever the program thinks."""
        self._linking.link(earlier, earlier_section, later, later_section)

    def unlink_sections(
        self, earlier: ReportId, earlier_section: int, later: ReportId, later_section: int
    ) -> None:
        """Say that two sections do not belong beside each other."""
        self._linking.unlink(earlier, earlier_section, later, later_section)

    def no_counterpart(self, earlier: ReportId, earlier_section: int, later: ReportId) -> None:
        """Say that a section has nothing beside it in the later report."""
        self._linking.no_counterpart(earlier, earlier_section, later)

    def no_forerunner(self, earlier: ReportId, later: ReportId, later_section: int) -> None:
        """Say that a section of the later report is new: nothing in the earlier one belongs to it.

        Named after the place in the pair, whatever the years: two reports of one year can be
        compared in either order.
        """
        self._linking.no_forerunner(earlier, later, later_section)

    def forget_hand_link(self, link: HandLink) -> None:
        """Take one word of a person back: the program decides again, as if nothing was said."""
        self._linking.forget(link)

    def hand_words(self, earlier: ReportId, later: ReportId) -> HandWords:
        """Return what people said about which sections of two reports belong together."""
        return self._linking.hand_words(earlier, later)

    def hand_links(self, earlier: ReportId, later: ReportId) -> tuple[KeptLink, ...]:
        """Return the same one by one with who said it and when, the latest first.

        Words on headings that are gone from a new version of a report are there too, as lost.
        """
        return self._linking.hand_links(earlier, later)
