"""Units of Chinese text: whole numbers, quoted names, words."""

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ROOT
from tracker.text.tokens import (
    _read_cache,
    _write_cache,
    names,
    split_sentences,
    tokens,
    words,
)

LETTERS = "推进建设5%．.，。；“”《》、0123456789万亿元个左右以上~～ PM\n（）—"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长5.5%左右。", ["增长", "5.5%", "左右", "。"]),
        ("建成5G基站2.5万个以上", ["建成", "5G", "基站", "2.5万个", "以上"]),
        ("投资1,234.5亿元", ["投资", "1,234.5亿元"]),
        ("建成1~2个集群", ["建成", "1~2个", "集群"]),
        ("下降0.2个百分点，", ["下降", "0.2个百分点", "，"]),
        ("打响“江南文化”品牌", ["打响", "“江南文化”", "品牌"]),
        ("落实《条例》", ["落实", "《条例》"]),
        ("PM2.5浓度28微克/立方米", ["PM2.5", "浓度", "28微克/立方米"]),
    ],
)
def test_tokens_keep_numbers_and_names_whole(text, expected):
    """A number stays with its unit, a quoted name stays one unit, 左右 and 以上 stand alone."""
    assert list(tokens(text)) == expected


@given(st.text(alphabet=LETTERS, max_size=60))
def test_tokens_joined_are_the_text(text):
    """Nothing is lost or added: the tokens joined are the text."""
    assert "".join(tokens(text)) == text


@given(st.text(alphabet=LETTERS, max_size=60))
def test_sentences_joined_are_the_text(text):
    """Nothing is lost or added: the sentences joined are the text."""
    assert "".join(split_sentences(text)) == text


def test_sentences_end_with_their_mark_and_closing_quote():
    """A closing quotation mark belongs to the sentence that it closes."""
    assert split_sentences("他说：“好。”大家都好；再见\n完") == (
        "他说：“好。”",
        "大家都好；",
        "再见\n",
        "完",
    )


def test_words_look_inside_quotes_and_skip_single_letters():
    """Words for similarity come from quoted names too; single characters tell too little."""
    assert words("打响“江南文化”品牌。") == ("打响", "江南", "文化", "品牌")


def test_names_are_quoted_names_and_figures():
    """Names are what is said of one thing only."""
    assert names("打响“江南文化”品牌，新增3000家。") == ("“江南文化”", "3000家")


def tokenise_elsewhere(shared, *cache_dir):
    """Tokenise in a new process, whose temporary folder is ``shared``; return what it said."""
    program = (
        "import sys\nfrom tracker.text import tokens as t\n"
        "assert 'jieba' not in sys.modules\n"
        "if len(sys.argv) > 1: t.configure(sys.argv[1])\n"
        "assert t.tokens('推进建设') == ('推进', '建设')\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *map(str, cache_dir)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(shared)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def test_tokens_write_nothing_outside_the_private_folder(tmp_path):
    """The dictionary's cache lies in the folder that was named, nowhere else; nothing is said."""
    shared, private = tmp_path / "shared", tmp_path / "private"
    shared.mkdir()
    private.mkdir(mode=0o700)
    assert tokenise_elsewhere(shared) == ""
    assert tokenise_elsewhere(shared, private) == ""
    assert not list(shared.iterdir())
    assert [path.suffix for path in private.iterdir()] == [".cache"]


@pytest.mark.parametrize("damage", [b"", b"no dictionary", b"i\x01\x00\x00\x00"])
def test_damaged_cache_is_made_anew(tmp_path, damage):
    """A cache that was cut off or holds something else is no reason to stop."""
    assert tokenise_elsewhere(tmp_path, tmp_path) == ""
    (cache,) = tmp_path.glob("*.cache")
    size = cache.stat().st_size
    cache.write_bytes(damage)
    assert tokenise_elsewhere(tmp_path, tmp_path) == ""
    assert cache.stat().st_size == size


def test_a_kept_dictionary_is_the_same_and_half_of_one_is_not_taken(tmp_path):
    """It is read in pieces; what a crash left behind, or jieba's own form, is made anew."""
    path, known = str(tmp_path / "words.cache"), {f"词{n}": n for n in range(100)}
    _write_cache(path, known, 7)
    assert _read_cache(path) == (known, 7)
    whole = Path(path).read_bytes()
    for left in (b"", whole[:3], whole[:-4], marshal.dumps((known, 7))):
        Path(path).write_bytes(left)
        assert _read_cache(path) is None
    assert _read_cache(str(tmp_path / "none")) is None
