"""What changed between two reports, in figures and in a sentence (变动小结)."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.message import Message
from tracker.model.change import Direction, NumberChange, SectionDiff, Tally, WordingChange


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """How much changed in some sections.

    Attributes:
        new: Sections without an earlier one.
        gone: Sections without a later one.
        moved: Sections that stand in another order.
        compared: Sections that stand in both.
        sentences: Their sentences, and those of new and gone sections.
        higher: Figures of the same indicator that rose.
        lower: Figures that fell.
        softer: Bounds and words that became softer (以上 to 左右, 确保 to 力争).
        firmer: Bounds and words that became firmer.
    """

    new: int
    gone: int
    moved: int
    compared: int
    sentences: Tally
    higher: int
    lower: int
    softer: int
    firmer: int

    @property
    def message(self) -> Message:
        """The summary in a sentence."""
        zh = [
            _told("新增章节{}个", self.new),
            _told("取消章节{}个", self.gone),
            _told("调整顺序的章节{}个", self.moved),
            _told("新增{}句", self.sentences.added),
            _told("删去{}句", self.sentences.dropped),
            _told("移位{}句", self.sentences.moved),
            _told("改写{}句", self.sentences.reworded),
            _told("数字上调{}处", self.higher),
            _told("数字下调{}处", self.lower),
            _told("语气变软{}处", self.softer),
            _told("语气变硬{}处", self.firmer),
        ]
        en = [
            _told("new sections: {}", self.new),
            _told("dropped sections: {}", self.gone),
            _told("reordered sections: {}", self.moved),
            _told("sentences added: {}", self.sentences.added),
            _told("dropped: {}", self.sentences.dropped),
            _told("moved: {}", self.sentences.moved),
            _told("reworded: {}", self.sentences.reworded),
            _told("figures raised: {}", self.higher),
            _told("figures lowered: {}", self.lower),
            _told("made softer: {}", self.softer),
            _told("made firmer: {}", self.firmer),
        ]
        if not any(zh):
            return Message("没有变动。", "Nothing changed.")
        told = ", ".join(filter(None, en)) + "."
        return Message("，".join(filter(None, zh)) + "。", told[:1].upper() + told[1:])


def _told(words: str, number: int) -> str:
    return words.format(number) if number else ""


def _is(change: NumberChange | WordingChange, direction: Direction) -> bool:
    way = change.bound if isinstance(change, NumberChange) else change.direction
    return way is direction


def summarise(sections: Iterable[SectionDiff]) -> ChangeSummary:
    """Return what changed in some pairs of sections, or in all of a report."""
    found = list(sections)
    sentences = Tally()
    for section in found:
        sentences += section.tally
    numbers = [number for section in found for number in section.numbers]
    said: list[NumberChange | WordingChange] = [*numbers]
    said += [wording for section in found for wording in section.wordings]
    return ChangeSummary(
        new=sum(s.earlier is None for s in found),
        gone=sum(s.later is None for s in found),
        moved=sum(s.crossed for s in found),
        compared=sum(s.earlier is not None and s.later is not None for s in found),
        sentences=sentences,
        higher=sum(n.value is Direction.UP for n in numbers),
        lower=sum(n.value is Direction.DOWN for n in numbers),
        softer=sum(_is(one, Direction.DOWN) for one in said),
        firmer=sum(_is(one, Direction.UP) for one in said),
    )
