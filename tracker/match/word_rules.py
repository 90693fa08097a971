"""Verdicts on promises without a figure: by a state, by a stage of work, by a result."""

import re

from tracker.match import reasons
from tracker.match.figure_rules import is_of_term
from tracker.match.finding import Bench, Finding, Found
from tracker.match.folding import fold
from tracker.match.milestones import SOON, Manner, Progress, State
from tracker.match.relation_rules import rates_beside
from tracker.match.ruling import Ruling, quote_of
from tracker.match.stage_rules import by_state, only_approved
from tracker.message import Message
from tracker.model.commitment import Commitment, Milestone, StatementKind
from tracker.model.outline import Role
from tracker.model.tracking import Answered, Verdict

_EDITION = re.compile(r"第[一二三四五六七八九十\d]+[届次期]")
_FRACTION = re.compile(r"[一二三四五六七八九十\d]分之[一二三四五六七八九十\d]|过半|一半")
_RAISED = re.compile(r"(?:提高|上调)[^，。]{0,24}(?:标准|补助|待遇|养老金|报销比例)")
_RAISES = re.compile(r"(?:标准|补助|待遇|养老金|比例)[^，。]{0,20}(?:提高|上调|增加)[^，。]{0,6}\d")
_CARRIED_OUT = re.compile(r"^(?:全面|严格|认真|切实)?(?:落实|执行|实施|推行)")
_IN_FULL = re.compile(r"全面(?:实施|落实|推行|施行)")
_SAME_WORDS = 0.75
_SURE_ENOUGH = 0.64
# 编制实施 promises two acts; who only drew the plan up did one.
_TWO_ACTS = re.compile(r"(编制|制定|制订|起草)(?:并|和|、)?(?:组织|全面)?(?:实施|施行|执行)")
_SECOND_ACT = re.compile(r"实施|施行|执行|印发|出台|颁布|发布|落实|推进")
# 推进设立…基金 answered by 设立121亿元…基金: what was to be moved on is done.
_MOVED_ON = re.compile(
    r"(?:推进|推动|加快|促进|争取|力争|申报|申请|支持|积极|筹备)[^，。]{0,2}?(设立|成立|组建|挂牌|出台|印发|颁布|开通|签署)"
)
_PUT_OFF = re.compile(r"推进|推动|加快|争取|拟|筹备|申请|申报|谋划|研究|准备|支持|即将")
# 没有按期完成, 尚未开工: the word of a result says the contrary.
_NOT_DONE = re.compile(
    r"(?:未能|没能|没有|尚未|仍未|(?<!从)未|无法|难以|不能)(?:全部|全面|完全|真正)?(?:按期|如期|按时|按计划|及时|正式|实质性)?"
    r"(?:完成|建成|开工|动工|竣工|通车|投用|投产|投入使用|启动|开通|达到|实现|落地|落实|交付|出台|到位)"
)
# 认真办理人大代表建议 is answered by how many were dealt with.
_DEALT_WITH = re.compile(r"(?:办理|办结|办复|答复)[^，。；]{0,40}\d+件|办[结复]率")
_PROPOSALS = re.compile(r"建议|提案|议案")
# 支持一批重点帮扶县 is kept by whatever number was named (确定160个国家乡村振兴重点帮扶县).
_NAMED_SOME = re.compile(
    r"(?:确定|认定|评定|命名|遴选|公布|培育|建成|新增|实施)[^，。；]{0,4}\d+[个家项所座批名]"
)
# Deeds that are promised in one way and told in another; the word to quote, "" for what was found.
_KEPT_BY = (
    (_RAISED, _RAISES, 0.85, "提高"),
    (re.compile("办理"), _DEALT_WITH, 0.85, "办理"),
    (_CARRIED_OUT, _IN_FULL, 0.8, ""),
)
_REACHED = re.compile(r"实现|达到|完成|建成")
_WORKED_ON = re.compile(r"(?:全面|深入|持续|积极|大力|扎实|稳步)*(?:实施|推进|推动|开展|加快)")
_GROUND = re.compile(r"开工|动工|开建")
_AMOUNT = re.compile(r"\d万?(?:平方)?(?:公里|米|亩|公顷|座|个|处|所|条|家|套|户)")
_LEAST_MASS = 5.0  # a single pair of characters (督查) names nothing
_QUANTITY = re.compile(r"(?:比例|比重|占比|率)$")
_EVENT = re.compile(r"[一-鿿](?:会|赛|节|展)$")
# 保障好…会议, 筹办…冬奥会: what meets or competes is kept by having been held.
_GATHERING = re.compile(r"(?:会议|[大年峰博览展论例]会|论坛|奥会|运动会|赛|[^环季时关章情细调]节)$")
_HELD = re.compile(r"(?:成功|圆满|顺利|隆重|如期|精彩)(?:举办|承办|举行|召开)(?:了)?")
_PHASE_NAME = re.compile(r"[一二三四]期")
_PHASE = re.compile(r"(?:项目|工程)?[一二三四]期")
_TELLS_QUANTITY = re.compile(r"比例|比重|占|率|%|百分")
_MISSABLE = 0.8
_NEAR = 10  # characters
_PART_NAME = 3
_WHOLE = re.compile(
    r"[一二三四五\d]期|主体|项目|工程|建设|任务|改造|正式|顺利|全面|全线|基本|相继|陆续|如期|已|均|等"
)
_YEARS_SHARE = re.compile(r"年度(?:投资)?(?:计划|任务|目标)|投资计划")  # no promise of the whole
_FULL_MASS = 40.0
_PLAIN_STATE = 2  # 稳中有降 tells more than 提高

# Ends that say the same in a promise and in an answer.
_ENDS = frozenset({"生效", "落户", "签署", "投用", "通车", "建成", "挂牌", "上线", "开通"})


def rule_words(commitment: Commitment, found: Found, bench: Bench) -> Ruling:
    """Return the verdict on a promise by what the best passage says of its state."""
    finding = found.findings[0]
    quote = quote_of(finding, bench)
    promise = fold(commitment.statement.quote)
    unclear = _unclear(promise, finding)
    if unclear is not None:
        return _undetermined(unclear, 0.7, quote, finding)
    denied = _rule_denied(commitment, finding, bench)
    if denied is not None:
        return denied
    state = _state(fold(commitment.statement.object), finding, bench)
    verdict, sure, word = _by_words(commitment, finding, state, bench)
    if verdict is Verdict.FULFILLED and (phase := _phase(commitment, finding)):
        why = reasons.beside(*_only_phase(phase), quote)
        return Ruling(Verdict.PARTIAL, Answered.DIRECT, 0.6, why, (finding,))
    one_of_several = (
        finding.part is not None
        and commitment.statement.kind is StatementKind.ACTION
        and not found.parts_spoken
    )
    unlike = one_of_several or not _is_same(finding) or _end_missing(commitment, finding)
    unlike = unlike and not _both_deal_with_proposals(promise, finding.text)
    if verdict is Verdict.FULFILLED and unlike:
        close = Message(
            "后来报告谈到相近的事，但不能认定就是所承诺的",
            "The later report speaks of something close, not clearly of the promised thing",
        )
        return _undetermined(close, 0.45, quote, finding)
    manner, _ = _promise(commitment, bench)
    staged = state.milestone is not None and state.milestone >= Milestone.STARTED
    reached = verdict is Verdict.FULFILLED or (
        manner is Manner.OPEN
        and staged
        and (state.progress is Progress.DONE or state.milestone is Milestone.STARTED)
    )
    if reached and found.parts and 0 < found.parts_spoken < found.parts:
        return Ruling(
            Verdict.PARTIAL,
            Answered.DIRECT,
            0.5,
            reasons.some_parts(found.parts_spoken, found.parts, quote),
            found.findings[:3],
        )
    statement = commitment.statement
    wanted = statement.verb or (statement.object or statement.quote)[:12]
    return Ruling(
        verdict,
        Answered.DIRECT if finding.score.value >= _SAME_WORDS else Answered.IMPLIED,
        round(min(0.92, sure * _trust(finding)), 2),
        reasons.by_stage(verdict, wanted, word, quote),
        (finding,),
    )


def _by_words(
    commitment: Commitment, finding: Finding, state: State, bench: Bench
) -> tuple[Verdict, float, str]:
    """Return the verdict by a promised state or by a stage of work, how sure, and its word."""
    promise = fold(commitment.statement.quote)
    soon = SOON.search(bench.ground.index.clauses[finding.window.core].text)
    if soon is not None:
        return Verdict.IN_PROGRESS, 0.6, soon.group()
    ruled = _rule_state(commitment, finding, bench)
    if ruled is not None:
        return ruled
    verdict, sure = by_state(
        _promise(commitment, bench),
        state,
        off_year=finding.off_year,
        surely=_surely_whole(finding, state, bench),
    )
    word = state.word
    _, promised = _promise(commitment, bench)
    if verdict is Verdict.FULFILLED and _is_an_amount(commitment, finding, state, bench):
        verdict, sure = Verdict.IN_PROGRESS, 0.6
    begun = promised is not None and promised <= Milestone.STARTED
    if verdict is Verdict.FULFILLED and not begun and _runs_on(promise, state, bench):
        verdict, sure = Verdict.IN_PROGRESS, 0.6
    if verdict is Verdict.FULFILLED and _only_tried(promise, finding, bench):
        verdict, sure = Verdict.IN_PROGRESS, 0.6
    if verdict is Verdict.FULFILLED and _is_not_begun(promise, state):
        verdict, sure = Verdict.IN_PROGRESS, 0.6
    if verdict is Verdict.FULFILLED and only_approved(
        promise, fold(commitment.statement.object), finding.text
    ):
        verdict, sure = Verdict.IN_PROGRESS, 0.6
    if verdict is Verdict.MISSED and not _may_miss(commitment, finding, word, bench):
        verdict, sure = Verdict.IN_PROGRESS, 0.6
    return verdict, sure, word


def _rule_denied(commitment: Commitment, finding: Finding, bench: Bench) -> Ruling | None:
    """Return the verdict where the passage says that a thing was not done, None elsewhere."""
    denied = _NOT_DONE.search(bench.ground.index.clauses[finding.window.core].text)
    if denied is None:
        return None
    quote = quote_of(finding, bench)
    manner, _ = _promise(commitment, bench)
    surely = _is_same(finding) and manner is Manner.DEFINITE and not finding.off_year
    if surely and _may_miss(commitment, finding, denied.group(), bench):
        reason = reasons.own_word(quote, reached=False)
        return Ruling(Verdict.MISSED, Answered.DIRECT, 0.85, reason, (finding,))
    return _undetermined(
        Message(
            f"后来报告说“{denied.group()}”，但不能认定说的就是所承诺的",
            f"The later report says “{denied.group()}”, not clearly of the promised thing",
        ),
        0.5,
        quote,
        finding,
    )


def _unclear(promise: str, finding: Finding) -> Message | None:
    """Return why words cannot answer a promise, None where they can."""
    edition = _EDITION.search(promise)
    if edition and finding.off_year and edition.group() not in finding.text:
        return Message("后来报告谈到的是另一届", "The later report speaks of another edition")
    part = _FRACTION.search(promise)
    if part and part.group() not in finding.text:
        return Message(
            f"后来报告谈到此事，但没有说是否达到{part.group()}",
            f"The later report speaks of it, not of whether it came to {part.group()}",
        )
    return None


def _undetermined(why: Message, sure: float, quote: str, finding: Finding) -> Ruling:
    reason = reasons.beside(why.zh, why.en, quote)
    return Ruling(Verdict.UNDETERMINED, Answered.VAGUE, sure, reason, (finding,))


def _is_an_amount(commitment: Commitment, finding: Finding, state: State, bench: Bench) -> bool:
    """Tell whether only some of a push without an end is built (建成综合管廊33.8公里)."""
    manner, _ = _promise(commitment, bench)
    if manner is not Manner.OPEN or commitment.statement.kind is not StatementKind.ACTION:
        return False
    text = bench.ground.index.clauses[finding.window.core].text
    at = text.find(state.word)
    return bool(state.word) and at >= 0 and bool(_AMOUNT.search(text, at))


def _only_tried(promise: str, finding: Finding, bench: Bench) -> bool:
    """Tell whether a result was promised and only the work on it is told (实现, and 实施)."""
    text = bench.ground.index.clauses[finding.window.core].text
    return bool(_REACHED.search(promise) and _WORKED_ON.match(text)) and not _REACHED.search(text)


def _is_not_begun(promise: str, state: State) -> bool:
    """Tell whether ground was to be broken, and no word says that it was (列入重点项目)."""
    return bool(_GROUND.search(promise)) and state.milestone is None


def _runs_on(promise: str, state: State, bench: Bench) -> bool:
    """Tell whether a campaign of several years (行动计划) is not said to be completed."""
    ended = state.milestone is not None and state.milestone >= Milestone.COMPLETED
    started = state.milestone is Milestone.STARTED
    return bool(bench.stages.lasting.search(promise)) and not ended and not started


def _is_same(finding: Finding) -> bool:
    """Tell whether enough telling words were found to take the answer for the promised thing."""
    enough = finding.score.value >= _SURE_ENOUGH and finding.window.mass >= _LEAST_MASS
    return finding.own_row or (enough and not finding.another)


def _both_deal_with_proposals(promise: str, text: str) -> bool:
    """Tell whether deputies' proposals were promised to be dealt with, and their number is told."""
    told = _PROPOSALS.search(promise) and _PROPOSALS.search(text)
    return bool(told and "办理" in promise and _DEALT_WITH.search(text))


def _end_missing(commitment: Commitment, finding: Finding) -> bool:
    """Tell whether what a quantity or an event is called by stands nowhere in a passage.

    参与冰雪运动人数 is not 冰雪运动会, and kindergartens that were built are no 公办幼儿园比例.
    """
    name = fold(commitment.statement.object)
    if _QUANTITY.search(name):
        return not _TELLS_QUANTITY.search(finding.text)
    return bool(_EVENT.search(name)) and name[-2:] not in finding.text


def _phase(commitment: Commitment, finding: Finding) -> str:
    """Return the phase that alone is told of a thing promised as a whole (电气硝子一期), or ""."""
    name = fold(commitment.statement.object)
    at = finding.text.find(name) if name else -1
    told = _PHASE.match(finding.text, at + len(name)) if at >= 0 else None
    return told.group() if told and told.group() not in fold(commitment.statement.quote) else ""


def _only_phase(phase: str) -> tuple[str, str]:
    return f"只报告了{phase}", f"Only phase “{phase}” is reported"


def _may_miss(commitment: Commitment, finding: Finding, word: str, bench: Bench) -> bool:
    """Tell whether words may call a promise missed: it is due, and surely the same thing."""
    back = bench.ground.laters[finding.later].back_year
    due = commitment.due
    if due is None and commitment.statement.role is Role.OUTLOOK:
        return False
    if _YEARS_SHARE.search(commitment.statement.quote) or is_of_term(commitment, bench):
        return False
    promise, told = fold(commitment.statement.quote), finding.text
    return (
        finding.score.value >= _MISSABLE
        and not finding.another
        and set(_PHASE_NAME.findall(told)) <= set(_PHASE_NAME.findall(promise))
        and _stands_near(finding, word, bench)
        and (due is None or back is None or due <= back)
    )


def _gap(finding: Finding, word: str, bench: Bench) -> str | None:
    """Return what stands between what was found and a word of state behind it, if it is there."""
    text = bench.ground.index.clauses[finding.window.core].text
    ends = [text.find(g) + len(g) for g in finding.window.words if g in text]
    at = text.rfind(word)
    last = max((end for end in ends if end <= at), default=None)
    return None if last is None else text[last:at]


def _stands_near(finding: Finding, word: str, bench: Bench) -> bool:
    """Tell whether a word of state stands right behind what was found, or leads to it."""
    gap = _gap(finding, word, bench)
    if gap is not None and len(gap) <= _NEAR:
        return True
    text = bench.ground.index.clauses[finding.window.core].text
    end = text.find(word) + len(word)  # 启动|行政审批电子监察系统二期建设
    return word in text and finding.part is None and text.startswith(finding.window.words, end)


def _surely_whole(finding: Finding, state: State, bench: Bench) -> bool:
    """Tell whether a finished result is surely that of the whole thing."""
    built = state.milestone is Milestone.COMPLETED
    return finding.score.value >= _SAME_WORDS and not (
        built and _is_part(finding, state.word, bench)
    )


def _is_part(finding: Finding, word: str, bench: Bench) -> bool:
    """Tell whether only a part is said to be done (科创园展示中心建成)."""
    gap = _gap(finding, word, bench)
    return gap is not None and len(_WHOLE.sub("", gap.split("、")[0])) >= _PART_NAME


def _trust(finding: Finding) -> float:
    """Return how far the words that were found carry: few common ones carry less."""
    full = min(1.0, 0.7 + finding.window.mass / _FULL_MASS)
    return (0.6 + 0.4 * finding.score.value) * full


def _state(thing: str, finding: Finding, bench: Bench) -> State:
    """Return the state that the deciding clause gives, or the ones behind it in the window.

    Where a phase is promised (二期), its clause decides and not that of the one before.
    """
    clauses = bench.ground.index.clauses
    phase = _PHASE_NAME.search(thing)
    if phase and phase.group() not in clauses[finding.window.core].text:
        held = [c.text for c in clauses[finding.window.first : finding.window.last + 1]]
        told = [text for text in held if phase.group() in text]
        if told:
            return bench.stages.state(told[0])
    core = bench.stages.state(clauses[finding.window.core].text)
    behind = "".join(c.text for c in clauses[finding.window.core + 1 : finding.window.last + 1])
    if core.progress is Progress.PLAIN and behind:
        return bench.stages.state(behind)
    return core


def _promise(commitment: Commitment, bench: Bench) -> tuple[Manner, Milestone | None]:
    """Return how a promise can be kept, by its verb or by its words."""
    statement = commitment.statement
    quote = fold(statement.quote)
    verb = fold(statement.verb)
    if verb and verb in quote:
        # An adverb before the verb decides (持续推进), and the object may name its term.
        at = quote.find(verb)
        words = quote[max(0, at - 6) :]
    else:
        words = quote
    manner, stage = bench.stages.manner(words)
    if statement.milestone is not None and manner is Manner.DEFINITE:
        stage = statement.milestone
    return manner, stage


def _rule_state(
    commitment: Commitment, finding: Finding, bench: Bench
) -> tuple[Verdict, float, str] | None:
    """Return the verdict on a promised state (平衡, 改善) or on a promised rise, if it is one."""
    promise = fold(commitment.statement.quote)
    if finding.off_year:
        return None
    target = commitment.statement.kind is StatementKind.TARGET
    wanted = bench.stages.states.search(promise)
    text = finding.text
    if wanted and (target or len(wanted.group()) > _PLAIN_STATE):
        given = bench.stages.states.search(text)
        if given and (given.group() == wanted.group() or rates_beside(finding, bench)):
            return Verdict.FULFILLED, 0.9, given.group()
    if bench.stages.rising.search(promise) and finding.score.value >= _SAME_WORDS:
        rates = rates_beside(finding, bench)
        if (rates and rates[0].value > 0) or "保持增长" in text:
            return Verdict.FULFILLED, 0.8, rates[0].written if rates else "保持增长"
    held = _HELD.search(text)
    if held and _GATHERING.search(fold(commitment.statement.object)) and _is_same(finding):
        return Verdict.FULFILLED, 0.85, held.group()
    return _rule_deed(promise, finding, bench)


def _rule_deed(promise: str, finding: Finding, bench: Bench) -> tuple[Verdict, float, str] | None:
    """Return the verdict where promise and answer tell of the same deed, None elsewhere."""
    text = finding.text
    for wanted, told, sure, word in _KEPT_BY:
        if wanted.search(promise) and (full := told.search(text)):
            return Verdict.FULFILLED, sure, word or full.group()
    half = _TWO_ACTS.search(promise)
    if half and half[1] in text and not _SECOND_ACT.search(text):
        return Verdict.PARTIAL, 0.7, half[1]
    moved = _MOVED_ON.search(promise)
    if moved and finding.score.value >= _MISSABLE and _has_done(moved[1], text):
        return Verdict.FULFILLED, 0.85, moved[1]
    named = _NAMED_SOME.search(text)
    if "一批" in promise and named and finding.score.value >= _MISSABLE:
        return Verdict.FULFILLED, 0.8, named.group()
    ends = [w for w in bench.stages.definite.findall(promise) if w in text and w in _ENDS]
    if ends and finding.score.value >= _SAME_WORDS:
        return Verdict.FULFILLED, 0.85, ends[0]
    return None


def _has_done(deed: str, text: str) -> bool:
    """Tell whether a deed is told as done: its word is there and nothing puts it off (拟设立)."""
    at = text.find(deed)
    return at >= 0 and not _PUT_OFF.search(text[:at])
