"""Who did what to which promise (核查记录), as rows for every writer: marks, words, passages."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import NamedTuple

from tracker.export.handout_table import Cell, Column
from tracker.message import Message
from tracker.model.handout import HandoutOptions, TrackingReport
from tracker.model.ids import CommitmentId
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import Mark, MarkAction, MarkEvent
from tracker.model.promise_word import PromiseAct, PromiseEdit
from tracker.model.said_event import SaidAction, SaidEvent
from tracker.model.tracking import Verdict
from tracker.model.words import word

HISTORY_COLUMNS = (
    Column("no", Message("序号", "No."), 7),
    Column("at", Message("时间（UTC）", "when (UTC)"), 25),
    Column("who", Message("操作人", "who"), 12),
    Column("action", Message("动作", "action"), 16),
    Column("before", Message("原为", "from"), 18),
    Column("after", Message("改为", "to"), 23),
    Column("note", Message("人工说明", "note"), 22),
    Column("promise", Message("承诺原文", "promise"), 38),
)

_SETTLED = Message("商定结论", "settled")
_ACCEPTED = Message("认定依据", "evidence accepted")
_RULED_OUT = Message("排除依据", "evidence ruled out")
_REASON = Message("理由", "reason")
_FIELDS = {
    "object": Message("事项", "object"),
    "kind": Message("类型", "kind"),
    "due": Message("年份", "due"),
    "body": Message("责任单位", "unit"),
    "deadline": Message("时限", "time limit"),
}


class _Line(NamedTuple):
    at: datetime
    who: str
    action: str
    before: str
    after: str
    note: str
    promise: CommitmentId | None
    quote: str


def history_rows(handout: TrackingReport, options: HandoutOptions) -> Iterator[dict[str, Cell]]:
    """Yield who did what to which promise when, oldest first; the marks where no more is known."""
    numbers = {row.tracking.commitment.id: no for no, row in enumerate(handout.rows, 1)}
    events = handout.history or tuple(
        MarkEvent(MarkAction.MARKED, row.mark, row.mark.user, row.mark.at)
        for row in handout.rows
        if row.mark is not None
    )
    lines = [*_marked(events, options), *(_said(one, options.language) for one in handout.words)]
    for line in sorted(lines, key=lambda one: one.at):
        yield {
            "no": numbers.get(line.promise) if line.promise is not None else None,
            "at": f"{line.at:%Y-%m-%d %H:%M}",
            "who": line.who,
            "action": line.action,
            "before": line.before,
            "after": line.after,
            "note": line.note,
            "promise": line.quote,
        }


def _marked(events: tuple[MarkEvent, ...], options: HandoutOptions) -> Iterator[_Line]:
    called, language = options.names(), options.language
    until: dict[tuple[CommitmentId, str], str] = {}
    for event in events:
        mark = event.mark
        key = mark.commitment_id, mark.reader
        cleared = event.action is MarkAction.CLEARED
        after = "" if cleared else _verdict(mark, called)
        yield _Line(
            event.at,
            event.user,
            _mark_action(event).text(language),
            until.get(key, ""),
            after,
            mark.note,
            mark.commitment_id,
            mark.anchor.quote,
        )
        if event.action is not MarkAction.SET_ASIDE:  # it never was what the promise had
            until[key] = after


def _mark_action(event: MarkEvent) -> Message:
    done = word(event.action)
    if event.action is MarkAction.MARKED and event.mark.settled_from:
        done = _SETTLED
    if event.mark.reader:
        return Message(f"第二遍：{done.zh}", f"second reading: {done.en}")
    return done


def _verdict(mark: Mark, called: Mapping[Verdict, str]) -> str:
    return called[mark.verdict] if mark.verdict else ""


def _said(event: SaidEvent, language: str) -> _Line:
    said = event.said
    if isinstance(said, MatchDecision):
        what = _ACCEPTED if said.answers else _RULED_OUT
        before, after, quote = "", said.passage.quote, said.promise.quote
    else:
        what = word(said.act)
        before, after = _changed(event.before, event.after, language)
        quote = said.place.quote
        if said.act is PromiseAct.REJECTED:
            after = ""
    action, why = what.text(language), said.why if _tells_why(event) else ""
    if event.explains and event.action is not SaidAction.EXPLAINED:
        action = _REASON.text(language)
    if event.action is not SaidAction.SAID:
        done = word(event.action).text(language)
        action = f"{done}：{action}" if language == "zh" else f"{done}: {action}"
    return _Line(event.at, event.user, action, before, after, why, event.commitment_id, quote)


def _tells_why(event: SaidEvent) -> bool:
    """Tell whether the reason is new with a line, and not only that of the word it is on."""
    spoken = (SaidAction.SAID, SaidAction.TAKEN_BACK, SaidAction.EXPLAINED)
    return event.explains or event.action in spoken


def _changed(
    before: PromiseEdit | None, after: PromiseEdit | None, language: str
) -> tuple[str, str]:
    """Return what a promise was and is, in the fields in which these differ."""
    if before is None or after is None:
        return "", ""
    pairs = [
        (f.name, was, now)
        for f in fields(PromiseEdit)
        if f.name in _FIELDS and (was := getattr(before, f.name)) != (now := getattr(after, f.name))
    ]
    was_words = [_field(name, was, language) for name, was, _ in pairs]
    now_words = [_field(name, now, language) for name, _, now in pairs]
    return "\n".join(was_words), "\n".join(now_words)


def _field(name: str, value: object, language: str) -> str:
    told = word(value).text(language) if name == "kind" and value else str(value or "—")  # type: ignore[arg-type]
    mark = "：" if language == "zh" else ": "
    return f"{_FIELDS[name].text(language)}{mark}{told}"
