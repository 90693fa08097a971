"""A server that lives and does not answer: when it is taken for away."""

from typing import Any

import psycopg
import pytest

from tests.tracker.store.test_server import Own, own  # noqa: F401 - a fixture
from tracker.store import server as server_store
from tracker.store.server import ServerDatabase


@pytest.mark.parametrize("is_there", [True, False])
def test_a_silent_line_is_cut_only_where_nobody_answers_beside_it(
    own: Own,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_there: bool,
) -> None:
    """A colleague's long action, or too many visitors, is no reason; a server that hangs is."""
    database = own.workspace._database
    assert isinstance(database, ServerDatabase)
    own.mark(0)
    cut: list[bool] = []
    told = "FATAL: sorry, too many clients already" if is_there else "connection timeout expired"

    def knock(*_: Any) -> Any:
        raise psycopg.OperationalError(told)

    monkeypatch.setattr(server_store, "_connected", knock)
    monkeypatch.setattr(database, "_cut_line", lambda: cut.append(True))
    database._knock()
    assert bool(cut) is not is_there
