"""What is remembered between two starts."""

from desktop.settings import MOST_VIEWS, Language, Settings, Theme


def test_everything_comes_back(tmp_path):
    """What was kept is there at the next start."""
    first = Settings(tmp_path / "s.ini")
    first.language, first.theme = Language.CHINESE, Theme.DARK
    first.save_view_of("c0ffee", '{"zoom":2}')
    first.sync()
    then = Settings(tmp_path / "s.ini")
    assert (then.language, then.theme) == (Language.CHINESE, Theme.DARK)
    assert then.view_of("c0ffee") == '{"zoom":2}'


def test_nonsense_in_the_file_is_the_default(tmp_path):
    """A value that nobody wrote leaves the default."""
    path = tmp_path / "s.ini"
    path.write_text("[look]\nlanguage=klingon\ntheme=pink\n", encoding="utf-8")
    found = Settings(path)
    assert (found.language, found.theme) == (Language.SYSTEM, Theme.SYSTEM)
    assert found.view_of("c0ffee") == ""


def test_views_of_workspaces_that_were_left_long_ago_are_forgotten(tmp_path):
    """The file does not grow with every workspace that was ever looked at."""
    kept = Settings(tmp_path / "s.ini")
    for n in range(MOST_VIEWS + 3):
        kept.save_view_of(f"w{n}", "{}")
    kept.save_view_of("w3", "{}")
    kept.save_view_of("new", "{}")
    known = [n for n in range(MOST_VIEWS + 3) if kept.view_of(f"w{n}")]
    assert (len(known), known[:2]) == (MOST_VIEWS - 1, [3, 5])
