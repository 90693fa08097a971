"""The state of a chain at its end, and its story in one sentence."""

from collections import Counter

from tracker.message import Message
from tracker.model.chain import Chain, ChainLink, ChainState
from tracker.model.tracking import Tracking, Verdict
from tracker.model.words import word

_STATES = {
    Verdict.PENDING: ChainState.OPEN,
    Verdict.FULFILLED: ChainState.DONE,
    Verdict.PARTIAL: ChainState.PARTIAL,
    Verdict.MISSED: ChainState.MISSED,
    Verdict.IN_PROGRESS: ChainState.RUNNING,
    Verdict.NOT_REPORTED: ChainState.GONE,
    Verdict.UNDETERMINED: ChainState.UNCLEAR,
}


_NOT_DUE = frozenset({Verdict.NOT_REPORTED, Verdict.IN_PROGRESS, Verdict.UNDETERMINED})


def state_of(last: ChainLink, answer: Tracking | None, last_year: int) -> ChainState:
    """Return where a chain stands, by its last promise and a later answer to it.

    A promise whose words stand in a later plan again is not gone, though no promise there could be
    linked with it; one whose year no report looks back on is open.

    Args:
        last: The last promise.
        answer: A later verdict on it.
        last_year: Year of the last report at hand.
    """
    due = last.commitment.due
    if due is not None and due >= last_year and last.tracking.verdict in _NOT_DUE:
        return ChainState.OPEN
    verdict = last.tracking.verdict if answer is None else answer.verdict
    if verdict is Verdict.NOT_REPORTED and last.tracking.restated:
        return ChainState.UNCLEAR
    return _STATES[verdict]


def story(chain: Chain) -> Message:
    """Return what became of a promise through the years, in a sentence."""
    pieces = [_made(chain), _answers(chain), _moved(chain), _marked(chain), _end(chain)]
    told = [piece for piece in pieces if piece is not None]
    return Message(
        "；".join(piece.zh for piece in told) + "。",
        "; ".join(piece.en for piece in told) + ".",
    )


def _made(chain: Chain) -> Message:
    years = list(dict.fromkeys(link.year for link in chain.links))
    if len(years) == 1:
        return Message(f"{years[0]} 年提出", f"Promised for {years[0]}")
    listed = "、".join(map(str, years))
    return Message(
        f"{listed} 年共 {len(years)} 次提出",
        f"Promised {len(years)} times, for {', '.join(map(str, years))}",
    )


def _answers(chain: Chain) -> Message | None:
    """Return how the promises of the years before the last were answered."""
    last = chain.links[-1].year
    counted = Counter(link.tracking.verdict for link in chain.links if link.year < last)
    if not counted:
        return None
    found = [(word(verdict), counted[verdict]) for verdict in Verdict if counted[verdict]]
    return Message(
        "此前" + "、".join(f"{name.zh} {times} 次" for name, times in found),
        "before the last: " + ", ".join(f"{name.en} {times}×" for name, times in found),
    )


def _moved(chain: Chain) -> Message | None:
    counted = Counter(chain.goalposts)
    if not counted:
        return None
    found = [(word(post), times) for post, times in counted.items()]
    return Message(
        "、".join(f"{name.zh} {times} 次" for name, times in found),
        ", ".join(f"{name.en} {times}×" for name, times in found),
    )


def _marked(chain: Chain) -> Message | None:
    """Return how many verdicts of the years before the last are a person's."""
    times = sum(link.marked for link in chain.links[:-1])
    if not times:
        return None
    return Message(f"其中 {times} 次以人工标记为准", f"{times} of these as a person marked them")


def _end(chain: Chain) -> Message:
    last = chain.links[-1]
    if last.marked:
        said = word(last.tracking.verdict)
        return Message(
            f"{last.year} 年的承诺由人工标记为{said.zh}",
            f"a person marked the promise of {last.year} as {said.en}",
        )
    due = last.commitment.due
    if chain.state is ChainState.OPEN and due is not None and due > last.year:
        return Message(f"期限是 {due} 年，尚未到期", f"due in {due}, which is not over yet")
    if chain.state is ChainState.OPEN:
        return Message(
            f"{last.year} 年的承诺尚无报告回顾", f"no report looks back on {last.year} yet"
        )
    year = chain.answer_in or last.answered_in
    if last.tracking.verdict is Verdict.NOT_REPORTED and chain.state is ChainState.UNCLEAR:
        return Message(
            f"{year} 年报告没有回顾，只在安排中又有相近的话",
            f"the report of {year} does not look back on it; its plan has similar words again",
        )
    ends = {
        ChainState.DONE: ("说已做到", "says that it was done"),
        ChainState.PARTIAL: ("说做到一部分", "says that a part was done"),
        ChainState.MISSED: ("表明没有做到", "shows that it was not done"),
        ChainState.RUNNING: ("说仍在推进", "says that it is moving on"),
        ChainState.GONE: ("没有提到", "does not speak of it"),
        ChainState.UNCLEAR: ("的说法无法判断", "cannot be compared with it"),
    }
    zh, en = ends[chain.state]
    again = Message("", "")
    if year is not None and chain.state not in (ChainState.DONE, ChainState.UNCLEAR):
        again = Message("，此后未再提出", ", and it was not promised again")
    late = Message("", "")
    if chain.answer is None and year is not None and year > last.year + 1:
        late = Message("（其间的报告缺）", " (the report between is missing)")
    return Message(
        f"{year} 年报告{zh}{late.zh}{again.zh}",
        f"the report of {year} {en}{late.en}{again.en}",
    )
