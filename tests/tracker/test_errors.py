"""Why the system refused something, said in both languages."""

import errno
import os

import pytest

from tracker.errors import reason


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOSPC, "磁盘已满", "the disk is full"),
        (errno.EACCES, "没有权限", "there is no permission"),
        (errno.EROFS, "这个磁盘只能读取", "the disk can only be read"),
    ],
)
def test_common_reasons_are_said_in_the_language_of_the_sentence(number, zh, en):
    """No English word of the system stands in a Chinese sentence where the reason is common."""
    why = reason(OSError(number, os.strerror(number)))
    assert (why.zh, why.en) == (zh, en)


def test_other_reasons_keep_the_words_of_the_system():
    """What nobody translated is told as the system tells it; without words, by its kind."""
    assert reason(OSError(errno.ELOOP, "Too many links")).zh == "Too many links"
    assert reason(TimeoutError()).en == "TimeoutError"
