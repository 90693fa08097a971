"""What is remembered between two starts."""

from pathlib import Path

from desktop.settings import Language, Settings, Theme


def test_everything_comes_back(tmp_path):
    """What was kept is there at the next start."""
    first = Settings(tmp_path / "s.ini")
    first.language, first.theme = Language.CHINESE, Theme.DARK
    first.last_pair = ("a", "b")
    first.remember_workspace(Path("/x/一.duizhang"))
    first.remember_workspace(Path("/x/二.duizhang"))
    first.remember_workspace(Path("/x/一.duizhang"))
    first.sync()
    then = Settings(tmp_path / "s.ini")
    assert (then.language, then.theme) == (Language.CHINESE, Theme.DARK)
    assert then.last_pair == ("a", "b")
    assert then.recent == (Path("/x/一.duizhang"), Path("/x/二.duizhang"))


def test_nonsense_in_the_file_is_the_default(tmp_path):
    """A value that nobody wrote leaves the default."""
    path = tmp_path / "s.ini"
    path.write_text("[look]\nlanguage=klingon\ntheme=pink\n", encoding="utf-8")
    found = Settings(path)
    assert (found.language, found.theme) == (Language.SYSTEM, Theme.SYSTEM)
    assert found.last_pair is None
    assert found.recent == ()


def test_one_recent_workspace_stays_a_list(tmp_path):
    """Qt hands a list of one back as a bare text."""
    first = Settings(tmp_path / "s.ini")
    first.remember_workspace(Path("/x/一.duizhang"))
    first.sync()
    assert Settings(tmp_path / "s.ini").recent == (Path("/x/一.duizhang"),)
