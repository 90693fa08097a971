"""Which text a section is compared by.

In goes a report, out come the texts of its sections. Where most paragraphs of a section stand
under no heading, a sentence that opens one of them heads this paragraph and no more: 优化重要开放
平台。… says nothing of the next paragraph, which is about something else.
"""

from tracker.model.outline import Section
from tracker.model.report import Report


def paragraph_leads(report: Report) -> frozenset[int]:
    """Return the sections, by index, that speak for the paragraph they open and for no other."""
    found: set[int] = set()
    below: dict[int, list[Section]] = {}
    for section in report.sections:
        if section.parent is not None:
            below.setdefault(section.parent, []).append(section)
    for index, topics in below.items():
        if all(_opens_paragraph(report, topic) and topic.index not in below for topic in topics):
            unheaded = report.passage(report.sections[index].own).text.count("\n")
            unheaded += sum(report.passage(topic.span).text.count("\n") for topic in topics)
            if unheaded > len(topics):
                found |= {topic.index for topic in topics}
    return frozenset(found)


def _opens_paragraph(report: Report, section: Section) -> bool:
    start = section.span.start
    before = report.text[report.text.rfind("\n", 0, start) + 1 : start]
    return section.run_in and not section.number and not before.strip()


def text_of(report: Report, section: Section, leads: frozenset[int]) -> str:
    """Return the canonical text of a section, its heading included.

    Args:
        report: The report.
        section: One of its sections.
        leads: Those that speak for one paragraph.
    """
    text = report.passage(section.span).text
    return text.split("\n", 1)[0] if section.index in leads else text


def unheaded_text(report: Report, section: Section, leads: frozenset[int]) -> str:
    """Return the canonical text of a section that stands under none of its subsections."""
    own = report.passage(section.own).text
    rest = (
        report.passage(topic.span).text.partition("\n")[2]
        for topic in report.children(section)
        if topic.index in leads
    )
    return "\n".join([own, *filter(None, rest)])
