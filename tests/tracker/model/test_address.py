"""The address of a shared workspace: read, shown and kept without a password."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputProblem
from tracker.model.address import ServerAddress, is_server, read_address

NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=12
)


@pytest.mark.parametrize(
    ("url", "address", "password"),
    [
        (
            "postgresql://zhang@10.0.0.5/duizhang",
            ServerAddress("10.0.0.5", "duizhang", "zhang"),
            "",
        ),
        (
            "postgresql+psycopg://zhang:a%40b@db.example:6000/x?sslmode=verify-full&foo=1",
            ServerAddress("db.example", "x", "zhang", 6000, (("sslmode", "verify-full"),)),
            "a@b",
        ),
        ("postgres://[::1]/x", ServerAddress("::1", "x"), ""),
        ("postgresql:///x?host=/run/pg&password=p", ServerAddress("/run/pg", "x"), "p"),
    ],
)
def test_a_url_is_read(url: str, address: ServerAddress, password: str) -> None:
    """Host, port, database, name and how the line is secured; what else is said is left out."""
    assert read_address(url) == (address, password)
    assert is_server(url)
    assert read_address(address.url) == (address, "")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:geheim@/x",
        "postgresql://u:geheim@h",
        "postgresql://u:geheim@h:99999/x",
        "postgresql://u:geheim@one,two/x",
        "mysql://u:geheim@h/x",
        "/home/u/w.duizhang",
    ],
)
def test_what_is_no_address_is_told_without_repeating_it(url: str) -> None:
    """One server and one database are needed; the sentence holds no password."""
    with pytest.raises(InputProblem) as caught:
        read_address(url)
    assert "geheim" not in str(caught.value) + caught.value.message.zh + caught.value.detail


@given(NAMES, NAMES)
def test_what_is_kept_is_read_again(database: str, user: str) -> None:
    """Whatever names are made of, the kept line leads to the same place, without the password."""
    address = ServerAddress("db.example", database, user, 6000)
    assert read_address(address.url) == (address, "")
    assert address.name == f"db.example:6000/{database}"


def test_a_windows_path_is_no_address() -> None:
    """Only the schemes of PostgreSQL are addresses."""
    assert not is_server(r"C:\work\a.duizhang")
    assert not is_server("file:///a.duizhang")
