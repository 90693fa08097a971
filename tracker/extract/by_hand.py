"""Promises as a person wants them: added, rejected, set right (人工增删改).

In: what the program found in a report and a person's words on it. Out: the promises that hold,
in the order of the text. A passage that a person selects is read like any other, so that it has
its figures, its year and its verb; that it promises something is given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.extract.clauses import after_number, milestone_of, read_clause
from tracker.extract.draft import Draft
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.periods import due_year
from tracker.extract.statements import read_passage
from tracker.model.canonical import Passage
from tracker.model.commitment import Commitment, Firmness, Statement, StatementKind
from tracker.model.ids import CommitmentId
from tracker.model.outline import FORWARD_ROLES, Role
from tracker.model.promise_word import AddedPromise, PromiseEdit, PromiseWords
from tracker.model.report import Report
from tracker.model.span import Span

_STOPS = " \t\n　，。；、！？,.;!?"


def with_words(
    found: Sequence[Commitment], report: Report, said: PromiseWords, lexicon: ExtractLexicon
) -> tuple[Commitment, ...]:
    """Return the promises of a report as a person wants them, in the order of the text.

    Args:
        found: What the program found in the report.
        report: The report.
        said: The person's words; those on promises that are not there do nothing.
        lexicon: Word lists.
    """
    rejected, edits = frozenset(said.rejected), dict(said.edited)
    kept = [_edited(one, edits.get(one.id)) for one in found if one.id not in rejected]
    kept.extend(_added(report, one, lexicon) for one in said.added)
    kept.sort(key=lambda one: (one.statement.span.start, one.statement.span.end))
    return tuple(kept)


def _edited(commitment: Commitment, edit: PromiseEdit | None) -> Commitment:
    if edit is None:
        return commitment
    statement = commitment.statement
    return replace(
        commitment,
        statement=replace(
            statement,
            object=statement.object if edit.object is None else edit.object,
            kind=edit.kind or statement.kind,
        ),
        due=None if edit.undated else edit.due or commitment.due,
        body=commitment.body if edit.body is None else edit.body,
        deadline=commitment.deadline if edit.deadline is None else edit.deadline,
        by_hand=True,
    )


def _added(report: Report, added: AddedPromise, lexicon: ExtractLexicon) -> Commitment:
    """Return a selected passage as one promise, with all its figures."""
    span = added.span
    role = report.role_at(span.start)
    role = role if role in FORWARD_ROLES else Role.PLAN
    drafts = list(_drafts(report, span, role, lexicon))
    first = drafts[0] if drafts else _bare(report, span, role, lexicon)
    measures = tuple(m for draft in drafts for m in draft.statement.measures)
    statement = replace(
        first.statement,
        span=span,
        quote=report.quote(span),
        measures=measures,
        clause=None,
    )
    name = f"{report.id[:12]}-{span.start}-{span.end}-h{added.word}"
    firmness = first.clause.firmness if drafts else Firmness.PLAIN
    read = Commitment(
        CommitmentId(name), statement, due_year(report, first), firmness, first.clause.body
    )
    return _edited(read, added.edit)


def _drafts(report: Report, span: Span, role: Role, lexicon: ExtractLexicon) -> Iterator[Draft]:
    for passage in _lines(report.passage(span)):
        yield from read_passage(report, passage, role, lexicon)


def _lines(passage: Passage) -> Iterator[Passage]:
    """Yield the paragraphs of a passage."""
    start = 0
    for line in passage.text.split("\n"):
        if line.strip():
            yield passage.sub(start, start + len(line))
        start += len(line) + 1


def _bare(report: Report, span: Span, role: Role, lexicon: ExtractLexicon) -> Draft:
    """Return a passage in which no promise is read as a deed and its object."""
    passage = report.passage(span)
    text = passage.text
    start = after_number(text, 0, len(text))
    end = len(text.rstrip(_STOPS)) or len(text)
    clause = read_clause(text, min(start, end - 1), end, lexicon)
    section = report.section_at(span.start)
    thing = text[clause.tail : end].strip(_STOPS) or text.strip(_STOPS)
    statement = Statement(
        report_id=report.id,
        span=span,
        quote=report.quote(span),
        object=thing,
        kind=StatementKind.PROJECT if lexicon.builds(thing) else StatementKind.ACTION,
        role=role,
        section=section.index if section else None,
        verb="".join(clause.verbs),
        milestone=milestone_of(clause.verbs, text, lexicon),
        measures=(),
    )
    return Draft(statement, clause, passage, 0, len(text))
