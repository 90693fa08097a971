"""What matching knows about words: indicators, aliases, stages of work, admissions.

Filled by ``tracker.resources`` from ``resources/match.toml`` and ``resources/indicators.toml``;
field names are the keys of those files. The topics of words are those of ``tracker.text``.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tracker.match.folding import fold
from tracker.model.commitment import Milestone
from tracker.text.alternatives import any_word
from tracker.text.lexicon import TextLexicon, Vocabulary


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """An indicator that reports name in several ways.

    Attributes:
        name: Its usual name.
        synonyms: Other names in use.
        ceiling: Lower is better and a target is an upper bound (物价, 失业率).
        stock: Its value stands for all time until now (比重, 总量), so that a later year's value
            still says whether it was reached.
        covers: Names of other entries that are named with it (城乡 is 城镇 and 农村).
    """

    name: str
    synonyms: tuple[str, ...] = ()
    ceiling: bool = False
    stock: bool = False
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageWords:
    """Words that say how far a project is, from 谋划 to 投用."""

    planned: tuple[str, ...]
    prepared: tuple[str, ...]
    started: tuple[str, ...]
    building: tuple[str, ...]
    completed: tuple[str, ...]
    in_use: tuple[str, ...]


@dataclass(frozen=True)
class MatchLexicon:
    """Word lists of matching.

    Attributes:
        indicators: Indicator vocabulary.
        aliases: Groups of words that name the same thing.
        idle: Words that say nothing about what is promised (加快, 深入, 全市).
        heads: Words that many things end in (试点, 平台, 试验区) and that name none of them.
        quantities: Words of what is measured of a thing (增加值, 营业收入).
        stages: Words for each stage of a project.
        done: Words of a finished result that is no construction (出台, 获批).
        going: Words of work that goes on (推进, 加强, 持续).
        open_ended: Words of a promise without an end (持续, 深化, 打造).
        lasting: Words of a promise that runs over years (三年行动, 创建).
        states: Words of a promised state (平衡, 改善).
        rising: Words of a promise that something shall grow (加大, 利用).
        definite: Words of a promise that is either done or not (出台, 取消, 延续).
        growth: Words before or after a rate of change (增长, 增幅).
        fall: The same for a decrease (下降, 压减).
        cumulative: Words of a stock or of several years (累计, 总量).
        no_data: Words that say that there is no comparable figure (无数据).
        met: Words that say that a target was met (完成省下达任务).
        partial_year: Words of a part of a year (上半年).
        admission_lead: Words that open an admission (对照预期目标).
        admission_end: Words that close it (无法完成).
        admission_term: Words of an admission about a plan of several years.
        scope: Words of a changed definition (同口径).
        text: Rarity and topics of words.
    """

    indicators: tuple[IndicatorEntry, ...]
    aliases: tuple[tuple[str, ...], ...]
    idle: tuple[str, ...]
    heads: tuple[str, ...]
    quantities: tuple[str, ...]
    stages: StageWords
    done: tuple[str, ...]
    going: tuple[str, ...]
    open_ended: tuple[str, ...]
    lasting: tuple[str, ...]
    states: tuple[str, ...]
    rising: tuple[str, ...]
    definite: tuple[str, ...]
    growth: tuple[str, ...]
    fall: tuple[str, ...]
    cumulative: tuple[str, ...]
    no_data: tuple[str, ...]
    met: tuple[str, ...]
    partial_year: tuple[str, ...]
    admission_lead: tuple[str, ...]
    admission_end: tuple[str, ...]
    admission_term: tuple[str, ...]
    scope: tuple[str, ...]
    text: TextLexicon = field(
        default=TextLexicon(frozenset(), Vocabulary("", 0, {})), repr=False, compare=False
    )

    @cached_property
    def idle_start(self) -> re.Pattern[str]:
        """Finds an idle word at the start, the longest first."""
        return re.compile(f"(?:{any_of(self.idle).pattern})")

    @cached_property
    def idle_end(self) -> re.Pattern[str]:
        """Finds idle words at the end."""
        return re.compile(f"(?:{any_of(self.idle).pattern})+$")

    @cached_property
    def idle_last(self) -> frozenset[str]:
        """Characters that idle words end in."""
        return frozenset(fold(word)[-1:] for word in self.idle)

    @cached_property
    def head_pattern(self) -> re.Pattern[str]:
        """Finds a word that many things end in, the longest first."""
        return any_of(self.heads)

    @cached_property
    def quantity_pattern(self) -> re.Pattern[str]:
        """Finds a word of what is measured, the longest first."""
        return any_of(self.quantities)

    @cached_property
    def indicator_names(self) -> tuple[tuple[str, int], ...]:
        """Every folded indicator name with the index of its entry, the longest first."""
        found = [
            (fold(name), index)
            for index, entry in enumerate(self.indicators)
            for name in (entry.name, *entry.synonyms)
        ]
        return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))

    @cached_property
    def alias_groups(self) -> tuple[tuple[str, ...], ...]:
        """Alias groups, folded."""
        return tuple(tuple(fold(word) for word in group) for group in self.aliases)

    @cached_property
    def admission_lead_pattern(self) -> re.Pattern[str]:
        """Finds words that open an admission."""
        return any_of(self.admission_lead)

    @cached_property
    def admission_end_pattern(self) -> re.Pattern[str]:
        """Finds words that close an admission."""
        return any_of(self.admission_end)

    @cached_property
    def no_data_pattern(self) -> re.Pattern[str]:
        """Finds words that say that there is no figure."""
        return any_of(self.no_data)

    @cached_property
    def met_pattern(self) -> re.Pattern[str]:
        """Finds words that say that a target was met."""
        return any_of(self.met)

    @cached_property
    def scope_pattern(self) -> re.Pattern[str]:
        """Finds words of a changed definition."""
        return any_of(self.scope)

    @cached_property
    def partial_year_pattern(self) -> re.Pattern[str]:
        """Finds words of a part of a year."""
        return any_of(self.partial_year)

    @cached_property
    def growth_pattern(self) -> re.Pattern[str]:
        """Finds words of growth."""
        return any_of(self.growth)

    @cached_property
    def fall_pattern(self) -> re.Pattern[str]:
        """Finds words of a decrease."""
        return any_of(self.fall)

    @cached_property
    def stage_patterns(self) -> tuple[tuple[Milestone, re.Pattern[str]], ...]:
        """Finds a word of each stage of a work, in the order in which they are looked for."""
        words = self.stages
        return (
            (Milestone.IN_USE, any_of(words.in_use)),
            (Milestone.COMPLETED, any_of(words.completed)),
            (Milestone.BUILDING, any_of(words.building)),
            (Milestone.STARTED, any_of(words.started)),
            (Milestone.PREPARED, any_of(words.prepared)),
            (Milestone.PLANNED, any_of(words.planned)),
        )

    @cached_property
    def any_stage_pattern(self) -> re.Pattern[str]:
        """Finds a word of any stage of a work."""
        return re.compile("|".join(words.pattern for _, words in self.stage_patterns))

    @cached_property
    def done_pattern(self) -> re.Pattern[str]:
        """Finds words that something is finished."""
        return any_of(self.done)

    @cached_property
    def going_pattern(self) -> re.Pattern[str]:
        """Finds words that something goes on."""
        return any_of(self.going)

    @cached_property
    def open_ended_pattern(self) -> re.Pattern[str]:
        """Finds words of a push without an end."""
        return any_of(self.open_ended)

    @cached_property
    def definite_pattern(self) -> re.Pattern[str]:
        """Finds words of a promise that can be kept."""
        return any_of(self.definite)

    @cached_property
    def lasting_pattern(self) -> re.Pattern[str]:
        """Finds words of what goes on for ever."""
        return any_of(self.lasting)

    @cached_property
    def states_pattern(self) -> re.Pattern[str]:
        """Finds words of a state."""
        return any_of(self.states)

    @cached_property
    def rising_pattern(self) -> re.Pattern[str]:
        """Finds words of what rises."""
        return any_of(self.rising)

    @cached_property
    def indicators_in(self) -> Callable[[str], frozenset[int]]:
        """Returns the indicators that a folded text speaks of.

        A longer name hides those inside it, and one that only serves as a measure for another
        (占地区生产总值比重, 与经济增长同步) does not count.
        """
        return lru_cache(maxsize=_CACHED_CLAUSES)(self._indicators_in)

    def _indicators_in(self, folded: str) -> frozenset[int]:
        if not self._indicator_pattern.search(folded):
            return frozenset()
        return frozenset(
            entry
            for match in self._indicator_pattern.finditer(folded)
            if not _REFERENCE.search(folded[max(0, match.start() - 5) : match.start()])
            and not _PER_UNIT.match(folded, match.end())
            for entry in self._named_with[self._indicator_of[match.group()]]
        )

    def measured_by(self, folded: str) -> frozenset[int]:
        """Return the indicators that a text only measures something else by (万元生产总值能耗)."""
        held = {self._indicator_of[m.group()] for m in self._indicator_pattern.finditer(folded)}
        return frozenset(held) - self.indicators_in(folded)

    def is_named_by(self, folded: str) -> bool:
        """Tell whether a name is that of an indicator, and not longer by what makes it another.

        钢铁工业总产值 holds 工业总产值 and is not it.
        """
        longest = max((len(m.group()) for m in self._indicator_pattern.finditer(folded)), default=0)
        return longest >= _ALL_OF * len(folded)

    @cached_property
    def aliases_in(self) -> Callable[[str], frozenset[str]]:
        """Returns all words of the alias groups of which a folded text holds one."""
        return lru_cache(maxsize=_CACHED_CLAUSES)(self._aliases_in)

    def _aliases_in(self, folded: str) -> frozenset[str]:
        names = self._alias_pattern.findall(folded)
        if not names:
            return frozenset()
        return frozenset(
            word for name in names for group in self._groups_of[name] for word in group
        )

    @cached_property
    def _indicator_of(self) -> dict[str, int]:
        return dict(reversed(self.indicator_names))

    @cached_property
    def _named_with(self) -> tuple[tuple[int, ...], ...]:
        """For each entry, itself and those that it covers."""
        of = {entry.name: index for index, entry in enumerate(self.indicators)}
        return tuple(
            (index, *(of[name] for name in entry.covers))
            for index, entry in enumerate(self.indicators)
        )

    @cached_property
    def _indicator_pattern(self) -> re.Pattern[str]:
        return any_of(name for name, _ in self.indicator_names)

    @cached_property
    def _groups_of(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for group in self.alias_groups:
            for word in group:
                found.setdefault(word, []).append(group)
        return found

    @cached_property
    def _alias_pattern(self) -> re.Pattern[str]:
        return any_of(word for group in self.alias_groups for word in group)


_ALL_OF = 0.75
_CACHED_CLAUSES = 16384
"""As many as some ten reports have; the names in them are the same whatever they are asked."""
_REFERENCE = re.compile(r"(?:占|与|于|按|单位|每万元|万元)(?:全省|全市|全国|全部|全社会)?$")
# 规模以上工业增加值能耗 is a use of energy, not an amount of added value; 经济增长贡献率 no growth.
_PER_UNIT = re.compile(r"(?:综合)?(?:能耗|能源消耗|用水量|水耗|电耗|碳排放|二氧化碳)|的?贡献率")


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some words, folded, the longest first."""
    return re.compile(any_word(map(fold, words)))
