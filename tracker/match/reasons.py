"""One sentence for every verdict, in both languages, naming both sides and the rule.

Several forms, chosen by what decided: a figure, a figure of another year, a stage, a word of the
report, silence.
"""

from decimal import ROUND_FLOOR, Decimal

from tracker.match.compare import Comparing, Rule, is_percent
from tracker.message import Message
from tracker.model.measure import Comparison, Measure
from tracker.model.tracking import Verdict

_COMPARED = {
    Comparison.AT_LEAST: ("以上", "at least "),
    Comparison.MORE: ("以上（超过）", "more than "),
    Comparison.AT_MOST: ("以内", "at most "),
    Comparison.LESS: ("以下（不含）", "less than "),
    Comparison.ABOUT: ("左右", "about "),
    Comparison.EXACTLY: ("", ""),
}

_OUTCOME = {
    Verdict.FULFILLED: ("达到", "reached"),
    Verdict.PARTIAL: ("未足额，但已过半", "short, but at least half"),
    Verdict.MISSED: ("未达到", "not reached"),
}


def promised(measure: Measure) -> tuple[str, str]:
    """Return a measure as it was promised, in Chinese and in English words."""
    value = f"{measure.value}"
    if measure.comparison is Comparison.RANGE and measure.value2 is not None:
        return (
            f"{value}～{measure.value2}{measure.unit}",
            f"{value} to {measure.value2} {measure.unit}",
        )
    zh, en = _COMPARED.get(measure.comparison or Comparison.EXACTLY, ("", ""))
    return f"{value}{measure.unit}{zh}", f"{en}{value} {measure.unit}"


def _tolerance(comparing: Comparing, measure: Measure) -> tuple[str, str]:
    if comparing.rule is Rule.ABOUT:
        if is_percent(measure.unit):
            return "“左右”容差0.5个百分点", "“左右” tolerates 0.5 percentage points"
        return "“左右”容差为10%", "“左右” tolerates 10 %"
    if comparing.rule is Rule.CEILING:
        return "按上限判断", "judged as an upper limit"
    if comparing.rule is Rule.FLOOR:
        return "“以上”不设容差", "“以上” has no tolerance"
    if comparing.rule is Rule.RANGE:
        return "按区间下限判断", "judged by the range"
    return "按数值比较", "values compared as they stand"


def by_figure(measure: Measure, written: str, comparing: Comparing, quote: str) -> Message:
    """Return the reason of a verdict from a figure of the promised year."""
    zh_target, en_target = promised(measure)
    zh_rule, en_rule = _tolerance(comparing, measure)
    zh_out, en_out = _OUTCOME[comparing.verdict]
    name = measure.indicator or "承诺值"
    if comparing.exceeded and comparing.verdict is Verdict.FULFILLED:
        zh_out, en_out = "超过目标", "surpassed"
    elif comparing.rule is Rule.CEILING:
        kept = comparing.verdict is Verdict.FULFILLED
        zh_out, en_out = ("未超过上限", "kept") if kept else ("超过上限", "above the limit")
    share = ""
    if comparing.verdict is Verdict.PARTIAL and comparing.ratio is not None:
        share = f"（{(comparing.ratio * 100).quantize(Decimal('0.1'), ROUND_FLOOR)}%）"
    return Message(
        f"{name}承诺{zh_target}，后来报告为{written}，{zh_out}{share}；{zh_rule}。",
        f"Promised {en_target} for {name}, reported {written}: {en_out}{share}; {en_rule} "
        f"(“{quote}”).",
    )


def later_stock(measure: Measure, written: str, comparing: Comparing, year: int | None) -> Message:
    """Return the reason of a verdict from a stock reported for a later year."""
    zh_target, en_target = promised(measure)
    zh_out, en_out = _OUTCOME[comparing.verdict]
    when = f"{year}年" if year else "以后年份"
    return Message(
        f"只有{when}的存量{written}可比，承诺为{zh_target}：存量可以推断{zh_out}。",
        f"Only the stock of {year or 'a later year'}, {written}, can be compared with "
        f"{en_target}; a stock implies that it was {en_out}.",
    )


def other_year(written: str, spoken: int | None, wanted: int | None, measure: Measure) -> Message:
    """Return the reason for an undecided promise of which only another year's figure is given."""
    zh_target, en_target = promised(measure) if measure.value is not None else ("", "")
    return Message(
        f"报告给出的{written}是{spoken or '其他'}年的数字，"
        f"不能用来判断{wanted or '承诺'}年的承诺{zh_target}。",
        f"The figure given, {written}, is of {spoken or 'another year'}; it cannot tell whether "
        f"{en_target or 'the promise'} was reached in {wanted or 'the promised year'}.",
    )


def other_year_word(spoken: int | None, wanted: int | None, quote: str) -> Message:
    """Return the reason when a statement about another year answers a yearly promise."""
    return Message(
        f"后来报告的表述说的是{spoken or '另一'}年（{quote}），不能用来判断{wanted or '承诺'}年。",
        f"The later report speaks of {spoken or 'another year'} (“{quote}”), which cannot tell "
        f"what came of {wanted or 'the promised year'}.",
    )


def not_due(measure: Measure, written: str, due: int | None) -> Message:
    """Return the reason when a promise falls due later and is on its way."""
    zh_target, en_target = promised(measure)
    zh_due, en_due = (f"到{due}年", f"by {due}") if due else ("今后几年", "in the years to come")
    return Message(
        f"承诺{zh_due}达到{zh_target}，目前报告为{written}，到期年未到。",
        f"Promised {en_target} {en_due}; {written} is reported so far and the year is not yet due.",
    )


def no_figure(measure: Measure | None, quote: str) -> Message:
    """Return the reason when the thing is spoken of without a comparable figure."""
    zh_target, en_target = ("", "it")
    if measure is not None and measure.value is not None:
        zh_target, en_target = promised(measure)
    return Message(
        f"后来报告提到“{quote}”，但没有可与承诺{zh_target}比较的数字。",
        f"A later report speaks of it (“{quote}”) but gives no figure that compares with "
        f"{en_target}.",
    )


def not_comparable(measure: Measure, written: str, why: Message) -> Message:
    """Return the reason when a figure counts another thing."""
    zh_target, en_target = promised(measure)
    return Message(
        f"承诺{zh_target}，报告的{written}{why.zh}，不可直接比较。",
        f"Promised {en_target}; the reported {written} {why.en} and does not compare.",
    )


def by_stage(verdict: Verdict, promised_word: str, found_word: str, quote: str) -> Message:
    """Return the reason of a verdict from a stage of work or from a finished result."""
    said_zh = f"“{found_word}”" if found_word else "已有结果"
    said_en = f"“{found_word}”" if found_word else "a result"
    wanted = f"“{promised_word}”" if promised_word else "有关事项"
    if verdict is Verdict.FULFILLED:
        return Message(
            f"承诺{wanted}，后来报告称{said_zh}（{quote}），视为完成。",
            f"Promised {wanted}; the later report says {said_en} (“{quote}”), which keeps it.",
        )
    if verdict is Verdict.MISSED:
        return Message(
            f"承诺{wanted}，后来报告仍只到{said_zh}（{quote}），未达到承诺的阶段。",
            f"Promised {wanted}; the later report is only at {said_en} (“{quote}”), short of "
            "the promised stage.",
        )
    return Message(
        f"承诺{wanted}，后来报告为{said_zh}（{quote}），仍在推进，没有完成的表述。",
        f"Promised {wanted}; the later report says {said_en} (“{quote}”): moving on, no word "
        "of completion.",
    )


def some_parts(spoken: int, parts: int, quote: str) -> Message:
    """Return the reason when only some of the promised things are reported."""
    return Message(
        f"所列{parts}项中，后来报告只谈到{spoken}项（{quote}）。",
        f"Of {parts} things promised the later report speaks of {spoken} (“{quote}”).",
    )


def own_word(quote: str, *, reached: bool) -> Message:
    """Return the reason when a report says itself whether a target was reached."""
    if reached:
        return Message(
            f"报告自述完成目标：“{quote}”。", f"The report itself says it was met: “{quote}”."
        )
    return Message(
        f"报告自述未能完成：“{quote}”；自述优先于数字比较。",
        f"The report itself says it was not reached: “{quote}”; this outranks the figures.",
    )


def no_data(quote: str) -> Message:
    """Return the reason when a report says that there is no comparable figure."""
    return Message(
        f"报告说明没有可比数据：“{quote}”。",
        f"The report says that there is no comparable figure: “{quote}”.",
    )


def silent(restated: str, nearest: str, *, same_topic: bool) -> Message:
    """Return the reason when no review part speaks of a promise.

    Args:
        restated: Clause of the later plan that holds the promise again, or "".
        nearest: The nearest passage of a review part, too far from the promise, or "".
        same_topic: Passages of the same topic are shown, in case a reader sees more in them.
    """
    zh, en = (
        "后来报告的回顾部分没有谈到这一事项",
        "No review part of the later reports speaks of it",
    )
    if nearest:
        zh += f"，最接近的表述“{nearest}”不足以认定"
        en += f"; the nearest passage (“{nearest}”) is too far from it to count"
    elif same_topic:
        zh += "，所附段落只是主题相近，供核对"
        en += "; the passages shown are only near in topic, to be checked"
    if restated:
        zh += f"；后来的计划部分再次提出（{restated}）"
        en += f"; it stands again in the later plan (“{restated}”)"
    return Message(zh + "。", en + ".")


def pushed_on(quote: str) -> Message:
    """Return the reason where a push without an end is answered in other words."""
    return Message(
        f"承诺没有可以完成的终点，后来报告在同一主题上仍在推进（{quote}）；说法不同，"
        "按相同的少见字词和主题认定。",
        f"The promise has no end to be reached; on the same topic the later report tells of work "
        f"that goes on (“{quote}”), in other words, taken for it by rare words and topic that "
        "they share.",
    )


def waiting(year: int | None) -> Message:
    """Return the reason when no report looks back on the promise's year yet."""
    return Message(
        f"给出的报告还没有回顾{year or '承诺'}年。",
        f"None of the given reports looks back on {year or 'the year of the promise'}.",
    )


def beside(zh: str, en: str, quote: str) -> Message:
    """Return a reason of its own wording, with the passage it rests on."""
    return Message(f"{zh}（{quote}）。", f"{en} (“{quote}”).")
