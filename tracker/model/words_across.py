"""What values are called that many reports tell together: ``tracker.model.words`` looks here."""

from collections.abc import Mapping
from enum import Enum

from tracker.model.agreement import Concord
from tracker.model.cascade import Ambition, TakenUpAs
from tracker.model.chain import ChainState, ShiftKind
from tracker.model.mark import MarkAction
from tracker.model.promise_word import PromiseAct
from tracker.model.ranking import Gap, Reach
from tracker.model.said_event import SaidAction
from tracker.model.series import Side
from tracker.model.thread import Course

TABLES: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    Gap: {
        Gap.NO_REPORT: ("缺报告", "no report"),
        Gap.NO_FIGURE: ("未见数字", "no figure found"),
    },
    Reach: {
        Reach.MET: ("达到", "met"),
        Reach.SURPASSED: ("超过", "surpassed"),
        Reach.SHORT: ("未达到", "short"),
    },
    SaidAction: {
        SaidAction.SAID: ("改动", "said"),
        SaidAction.TAKEN_BACK: ("收回", "taken back"),
        SaidAction.UNDONE: ("撤销", "undone"),
        SaidAction.REDONE: ("重做", "done again"),
        SaidAction.MOVED: ("随文移动", "moved with the text"),
        SaidAction.LOST: ("原文已无", "text is gone"),
        SaidAction.SET_ASIDE: ("未采用", "set aside"),
        SaidAction.EXPLAINED: ("说明理由", "reason given"),
    },
    PromiseAct: {
        PromiseAct.ADDED: ("添加承诺", "promise added"),
        PromiseAct.REJECTED: ("剔除：不是承诺", "rejected: no promise"),
        PromiseAct.EDITED: ("修改承诺", "promise set right"),
    },
    MarkAction: {
        MarkAction.MARKED: ("标记", "marked"),
        MarkAction.CLEARED: ("清除", "cleared"),
        MarkAction.UNDONE: ("撤销", "undone"),
        MarkAction.REDONE: ("重做", "done again"),
        MarkAction.MOVED: ("随文移动", "moved with the text"),
        MarkAction.LOST: ("原文已无", "text is gone"),
        MarkAction.SET_ASIDE: ("未采用", "set aside"),
    },
    Course: {
        Course.NEW: ("新", "new:"),
        Course.KEPT: ("＝", "="),
        Course.GROWN: ("↑", "↑"),
        Course.SHRUNK: ("↓", "↓"),
        Course.BACK: ("再现", "back:"),
        Course.GONE: ("已无", "gone"),
        Course.MERGED: ("并入", "merged into"),
    },
    ChainState: {
        ChainState.OPEN: ("尚未到期", "open"),
        ChainState.DONE: ("已做到", "done"),
        ChainState.PARTIAL: ("做到一部分", "partly done"),
        ChainState.MISSED: ("没有做到", "missed"),
        ChainState.RUNNING: ("仍在推进", "moving on"),
        ChainState.GONE: ("未见下文", "no further word"),
        ChainState.UNCLEAR: ("无法判断", "cannot tell"),
    },
    ShiftKind: {
        ShiftKind.HIGHER: ("数值调高", "higher figure"),
        ShiftKind.LOWER: ("数值调低", "lower figure"),
        ShiftKind.FIRMER: ("措辞变硬", "firmer word"),
        ShiftKind.SOFTER: ("措辞变软", "softer word"),
        ShiftKind.FURTHER: ("更进一步", "further on"),
        ShiftKind.LATER: ("期限推后", "later year"),
        ShiftKind.DEFINITION: ("口径改变", "other definition"),
    },
    TakenUpAs: {
        TakenUpAs.PROJECT: ("同一项目", "same project"),
        TakenUpAs.INDICATOR: ("同一指标", "same indicator"),
        TakenUpAs.TASK: ("同一任务", "same task"),
        TakenUpAs.PASSAGE: ("只是提到", "only mentioned"),
    },
    Ambition: {
        Ambition.HIGHER: ("下级更高", "lower level's is higher"),
        Ambition.SAME: ("相同", "the same"),
        Ambition.LOWER: ("下级更低", "lower level's is lower"),
    },
    Side: {
        Side.PROMISED: ("承诺", "promised"),
        Side.REPORTED: ("结果", "reported"),
    },
    Concord: {
        Concord.SAME: ("一致", "same"),
        Concord.BOUND: ("宽严不同", "bound otherwise"),
        Concord.DIFFERENT: ("不一致", "different"),
        Concord.ONLY_A: ("只有甲", "only in A"),
        Concord.ONLY_B: ("只有乙", "only in B"),
    },
}
