"""Stands in for the Qt plugin of pytest where Qt is not there (``make test-core``).

``pyproject.toml`` sets options of that plugin, and unknown options are errors.
"""


def pytest_addoption(parser):
    """Accept the settings of the absent plugin."""
    parser.addini("qt_api", "which Qt binding the tests use; nothing here")
    parser.addini("qt_log_level_fail", "which Qt message fails a test; nothing here")
