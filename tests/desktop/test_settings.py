"""What is remembered between two starts."""

from desktop.settings import Language, Settings, Theme


def test_everything_comes_back(tmp_path):
    """What was kept is there at the next start."""
    first = Settings(tmp_path / "s.ini")
    first.language, first.theme = Language.CHINESE, Theme.DARK
    first.last_columns = ("a", "b", "c")
    first.sync()
    then = Settings(tmp_path / "s.ini")
    assert (then.language, then.theme) == (Language.CHINESE, Theme.DARK)
    assert then.last_columns == ("a", "b", "c")


def test_nonsense_in_the_file_is_the_default(tmp_path):
    """A value that nobody wrote leaves the default."""
    path = tmp_path / "s.ini"
    path.write_text("[look]\nlanguage=klingon\ntheme=pink\n", encoding="utf-8")
    found = Settings(path)
    assert (found.language, found.theme) == (Language.SYSTEM, Theme.SYSTEM)
    assert found.last_columns == ()
