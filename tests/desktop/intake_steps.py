"""What a person does with documents that come in: drop them, wait for the preview."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.builders import SEEDS

TEXT = """2021年云水市政府工作报告
——2021年1月19日在云水市第一届人民代表大会第一次会议上
市长 张三
各位代表：
一、2020年工作回顾
过去一年，完成地区生产总值100亿元。
二、2021年工作安排
（一）发展产业
新增高新技术企业30家。
本页由网站生成
（二）改善民生
新建学校2所。
"""


def seed(number: str) -> Path:
    """Return a sample report."""
    return next(SEEDS.glob(f"{number}_*.txt"))


def drop(program, *paths, on=None):
    """Drop files on the window, or on another widget."""
    target = on or program.window
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(300, 300), copy, data, left, none)
    QApplication.sendEvent(target, event)


def shown(qtbot, program):
    """Return the preview once everything was read."""
    intake = program.window.furniture.intake
    qtbot.waitUntil(
        lambda: intake.dialog is not None and not intake.dialog._reading, timeout=60_000
    )
    return intake.dialog


def worked_out(qtbot, program):
    """Wait until nothing is read anew."""
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=30_000)
