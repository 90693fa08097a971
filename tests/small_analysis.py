"""Stages of a toy language, so that tests of the workspace do not wait for real ones.

First line ``region code|year|title``; ``# heading`` opens a section; every other line is a
promise whose object is the line up to its first digit, or an outcome when it starts with 完成.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tracker.errors import InputProblem, Stopped
from tracker.message import Message
from tracker.model.alignment import (
    NOTHING_SAID,
    Alignment,
    AlignmentPart,
    AlignmentRow,
    HandWords,
    LinkKind,
    SectionLink,
)
from tracker.model.canonical import CanonicalText
from tracker.model.change import Change, ChangeKind, ReportDiff, SectionDiff
from tracker.model.commitment import Commitment, Firmness, Outcome, Statement, StatementKind
from tracker.model.correction import LineCorrection
from tracker.model.decision import NOTHING_SAID as UNTOLD
from tracker.model.decision import MatchWord, NamePair, TrackingWords
from tracker.model.ids import CommitmentId, OutcomeId, ReportId
from tracker.model.outline import Part, Role, Section
from tracker.model.report import Metadata, Region, RegionLevel, Report, ReportKind
from tracker.model.score import Score
from tracker.model.series import ReadReport
from tracker.model.source import SourceDocument
from tracker.model.span import Span
from tracker.model.tracking import Answered, Evidence, Tracking, Verdict
from tracker.workspace import Analysis
from tracker.workspace.gathering import Incoming

SAID = Message("同名。", "Same name.")
SCORE = Score(1.0, (), SAID)


@dataclass
class Small:
    """The toy stages; counts how often each was run."""

    version: str = "1"
    runs: Counter[str] = field(default_factory=Counter)
    reader: Callable[[str], str] = str
    """A better reader: what it makes of the characters of a file."""
    shift: int = 0
    """A better extractor: promises begin this many characters later."""
    said: HandWords = NOTHING_SAID
    """What people had said when two reports were aligned last."""
    decided: TrackingWords = UNTOLD
    """What people had decided when promises were judged last."""

    def analysis(self) -> Analysis:
        """Return the stages as the workspace takes them."""
        return Analysis(
            version=lambda: self.version,
            read_source=self.read_source,
            decode_source=self.decode_source,
            gather=self.gather,
            encodings=lambda name: ("utf-8", "gb18030") if name.endswith(".txt") else (),
            samples=lambda: (("sample.txt", "320500|2022|样本\n# 一\n建成学校1所。\n".encode()),),
            read=self.read,
            commitments=self.commitments,
            outcomes=self.outcomes,
            align=self.align,
            compare=self.compare,
            track=self.track,
            pairs=lambda readings: (),
            offer_names=self.offer_names,
            in_processes=False,
        )

    def gather(self, paths: Sequence[Path]) -> Iterator[Incoming]:
        for path in paths:
            for found in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
                skipped = Message("图片。", "A picture.") if found.suffix == ".png" else None
                yield Incoming(found.name, found.name, partial(self.read_bytes, found), skipped)

    def read_bytes(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError:
            raise InputProblem(Message("读不了。", "Unreadable.")) from None

    def read_source(self, path: Path, encoding: str = "") -> tuple[SourceDocument, bytes]:
        data = self.read_bytes(path)
        return self.decode_source(data, path.name, encoding), data

    def decode_source(
        self,
        data: bytes,
        name: str,
        encoding: str = "",
        should_stop: Callable[[], bool] = lambda: False,
    ) -> SourceDocument:
        if should_stop():
            raise Stopped
        self.runs["decode"] += 1
        if not data.strip() or b"\0" in data:
            raise InputProblem(Message("不是文本。", "No text."))
        try:
            text = data.decode(encoding or "utf-8")
        except UnicodeDecodeError:
            raise InputProblem(Message("编码不对。", "Wrong encoding.")) from None
        report_id = ReportId(hashlib.sha256(data).hexdigest())
        return SourceDocument(report_id, name, self.reader(text), encoding=encoding or "UTF-8")

    def read(self, source: SourceDocument, said: tuple[LineCorrection, ...] = ()) -> Report:
        self.runs["read"] += 1
        text = source.text
        noise = tuple(one.line for one in said if one.noise)
        code, year, title = [*text.split("\n", 1)[0].split("|"), "", ""][:3]
        region = Region(f"地区{code}", RegionLevel.PREFECTURE, code) if code.isdigit() else None
        return Report(
            id=source.id,
            name=source.name,
            text=text,
            canonical=CanonicalText(text, ((0, 0),)),
            noise=noise,
            broken=(),
            parts=(Part(1, text.count("\n") + 1, Role.PLAN),),
            sections=_sections(text),
            tables=(),
            meta=Metadata(
                title=title,
                region=region,
                year=int(year) if year.isdigit() else None,
                kind=ReportKind.GOVERNMENT_WORK_REPORT,
                date=None,
                meeting="",
                speaker="",
                office="",
            ),
            diagnostics=(),
        )

    def _statements(self, report: Report, *, done: bool) -> list[Statement]:
        found = []
        for match in re.finditer(r"^[^#\n|]+$", report.text, re.MULTILINE):
            if match[0].startswith("完成") is not done:
                continue
            if report.line_of(match.start()) in report.noise:
                continue
            span = Span(min(match.start() + self.shift, match.end() - 1), match.end())
            section = report.section_at(span.start)
            found.append(
                Statement(
                    report_id=report.id,
                    span=span,
                    quote=report.quote(span),
                    object=re.split(r"\d", match[0].removeprefix("完成"), maxsplit=1)[0],
                    kind=StatementKind.QUOTA,
                    role=Role.PLAN,
                    section=None if section is None else section.index,
                    verb="",
                    milestone=None,
                    measures=(),
                )
            )
        return found

    def commitments(self, report: Report) -> tuple[Commitment, ...]:
        self.runs["commitments"] += 1
        return tuple(
            Commitment(CommitmentId(_id(s)), s, report.meta.year, Firmness.PLAIN, "")
            for s in self._statements(report, done=False)
        )

    def outcomes(self, report: Report) -> tuple[Outcome, ...]:
        self.runs["outcomes"] += 1
        return tuple(
            Outcome(OutcomeId(_id(s)), s, None, cumulative=False, provisional=False)
            for s in self._statements(report, done=True)
        )

    def align(
        self, earlier: Report, later: Report, part: AlignmentPart, said: HandWords
    ) -> Alignment:
        self.runs["align"] += 1
        self.said = said
        rows = tuple(
            AlignmentRow(
                one.index,
                tuple(
                    SectionLink(other.index, LinkKind.SAME, SCORE)
                    for other in later.sections
                    if other.heading == one.heading
                ),
            )
            for one in earlier.sections
        )
        linked = {link.section for row in rows for link in row.links}
        new = tuple(s.index for s in later.sections if s.index not in linked)
        return Alignment(earlier.id, later.id, part, rows, new)

    def compare(self, alignment: Alignment, earlier: Report, later: Report) -> ReportDiff:
        self.runs["compare"] += 1
        sections = tuple(
            SectionDiff(
                row.section,
                row.links[0].section if row.links else None,
                (Change(ChangeKind.DELETE, earlier.sections[row.section].span, None),),
                (),
            )
            for row in alignment.rows
        )
        return ReportDiff(earlier.id, later.id, sections)

    def offer_names(
        self, commitment: Commitment, found: tuple[Outcome, ...], word: MatchWord
    ) -> NamePair | None:
        there = (o.statement.object for o in found if o.statement.span.overlap(word.span))
        other = next(there, "")
        pair = NamePair(commitment.statement.object, other, word.answers)
        return pair if other and other != pair.one else None

    def track(
        self,
        earlier: Report,
        laters: tuple[ReadReport, ...],
        said: TrackingWords,
        promises: tuple[Commitment, ...],
    ) -> tuple[Tracking, ...]:
        self.runs["track"] += 1
        self.decided = said
        return tuple(self._judged(one, laters) for one in promises)

    def _judged(self, commitment: Commitment, laters: tuple[ReadReport, ...]) -> Tracking:
        found = [
            Evidence(
                later.report.id, outcome.statement.span, outcome.statement.quote, outcome.id, SCORE
            )
            for later in laters
            for outcome in later.outcomes
            if outcome.statement.object == commitment.statement.object
        ]
        return Tracking(
            commitment=commitment,
            verdict=Verdict.FULFILLED if found else Verdict.PENDING,
            answered=Answered.DIRECT if found else Answered.SILENT,
            exceeded=False,
            restated=False,
            dropped=False,
            goalposts=(),
            evidence=tuple(found),
            confidence=1.0,
            reason=SAID,
        )


def _id(statement: Statement) -> str:
    span = statement.span
    return f"{statement.report_id[:12]}-{span.start}-{span.end}-0"


def _sections(text: str) -> tuple[Section, ...]:
    starts = [match.start() for match in re.finditer(r"^# ", text, re.MULTILINE)]
    sections = []
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=False)):
        stop = text.find("\n", start)
        heading = Span(start + 2, end if stop < 0 else stop)
        sections.append(
            Section(
                index=index,
                level=2,
                number="",
                heading=text[heading.start : heading.end],
                heading_span=heading,
                span=Span(start, end),
                own=Span(heading.end, end),
                run_in=False,
                role=Role.PLAN,
                parent=None,
            )
        )
    return tuple(sections)
