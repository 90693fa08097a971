"""A comparison as a Word document with tracked changes (修订).

Accepting all changes leaves the later text of every section, rejecting them the earlier one
(moved sentences then stand at their new place). Of a section that stands above already, beside
another one that was merged into it, only what is paired is repeated. A moved sentence is told as
a deletion and an insertion at its new place, not by move marks, so that every program with tracked
changes can show it; these changes carry another author's name and can be looked through alone.
"""

import re
from collections.abc import Iterator, Sequence

from tracker.export.docx_package import docx_bytes, paragraph, text_run
from tracker.export.shown_above import cut_out, shown_above
from tracker.message import Message
from tracker.model.change import Change, ChangeKind, ReportDiff, SectionDiff
from tracker.model.report import Report
from tracker.model.span import Span

_INSERTED, _DELETED = "ins", "del"
_HOW_TO_READ = Message(
    "修订即两份报告的差别。移位的句子在现在的位置标为一删一增，修订者为“duizhang 移位”。",
    "The tracked changes are what differs. A moved sentence shows as a deletion and an insertion "
    "at its present place; the author of these changes is “duizhang moved”.",
)
_NONE = Message("（无对应章节）", "(no counterpart)")
_MERGED = Message(
    "（与前面的章节合并，［…］见上文）", " (merged with an earlier one; for […] see above)"
)
_ABOVE = "［…］"


def diff_docx_bytes(diff: ReportDiff, earlier: Report, later: Report, language: str) -> bytes:
    """Return the document: a heading for each pair of sections, its text with the changes."""
    redline = _Redline(earlier, later, language)
    title = f"{_name(earlier)} → {_name(later)}"
    body = [
        paragraph([text_run(title)], "Heading1"),
        paragraph([text_run(_HOW_TO_READ.text(language))]),
    ]
    for section in diff.sections:
        body.append(paragraph([text_run(redline.heading(section))], "Heading2"))
        body.extend(redline.paragraphs(section))
    return docx_bytes(body)


def _name(report: Report) -> str:
    meta = report.meta
    return f"{meta.region.name if meta.region else ''}{meta.year or ''}" or report.name


class _Redline:
    """Turns changes into runs and paragraphs, numbering the changes through the document."""

    def __init__(self, earlier: Report, later: Report, language: str) -> None:
        self._earlier = earlier
        self._later = later
        self._language = language
        self._changes = 0

    def heading(self, section: SectionDiff) -> str:
        """Return the headings of both sections, and whether they merged."""
        a = self._heading(self._earlier, section.earlier)
        b = self._heading(self._later, section.later)
        return f"{a} → {b}{_MERGED.text(self._language) if section.merged else ''}"

    def _heading(self, report: Report, section: int | None) -> str:
        if section is None:
            return _NONE.text(self._language)
        return report.sections[section].heading.rstrip("。")

    def paragraphs(self, section: SectionDiff) -> Iterator[str]:
        """Yield the paragraphs of a pair of sections."""
        runs: list[str] = []
        above = shown_above(section, self._later)
        for change in section.changes:
            for kind, text in self._sides(change, above):
                author = self._author(change)
                first, *others = re.split(r"\n+", text)
                runs.append(self._run(first, kind, author))
                for line in others:
                    yield paragraph(runs, mark=self._noted(kind, author) if kind else "")
                    runs = [self._run(line, kind, author)]
        yield paragraph(runs)

    def _sides(self, change: Change, above: Sequence[Span]) -> Iterator[tuple[str, str]]:
        if change.kind is ChangeKind.EQUAL:
            if change.later:
                yield "", self._later.quote(change.later)
            return
        if change.earlier:
            yield _DELETED, self._earlier.quote(change.earlier)
        if change.later:
            for span, left_out in cut_out(change.later, above):
                run = next((run for run in above if run.start == span.start), None)
                if not left_out:
                    yield _INSERTED, self._later.quote(span)
                elif run is not None:
                    end = "\n" if self._later.quote(run).endswith("\n") else ""
                    yield _INSERTED, _ABOVE + end

    def _author(self, change: Change) -> str:
        if change.kind is ChangeKind.MOVE:
            return Message("duizhang 移位", "duizhang moved").text(self._language)
        return "duizhang"

    def _noted(self, kind: str, author: str) -> str:
        """Return the empty element that says a paragraph's end was inserted or deleted."""
        self._changes += 1
        return f'<w:{kind} w:id="{self._changes}" w:author="{author}"/>'

    def _run(self, text: str, kind: str, author: str) -> str:
        if not text:
            return ""
        if not kind:
            return text_run(text)
        self._changes += 1
        run = text_run(text, element="delText" if kind == _DELETED else "t")
        return f'<w:{kind} w:id="{self._changes}" w:author="{author}">{run}</w:{kind}>'
