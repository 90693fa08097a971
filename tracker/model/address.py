"""Where a shared workspace lies: in a PostgreSQL database of an office.

An address never holds a password: it may be shown, listed and kept.
"""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from tracker.errors import InputProblem
from tracker.message import Message

PORT = 5432
"""Port of PostgreSQL where none is given."""

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
"""What the address of a shared workspace may begin with."""

_OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey")
"""What may be said behind the question mark, beside host and port: how the line is secured."""


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A shared workspace.

    Attributes:
        host: Name or number of the server; the folder of its socket when it begins with a slash.
        database: Name of the database.
        user: Name the server knows the person by; "" asks libpq, which takes the system's.
        port: Port.
        options: Further words of the address (``sslmode``), by name.
    """

    host: str
    database: str
    user: str = ""
    port: int = PORT
    options: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """How it is called on the screen: 10.0.0.5/duizhang."""
        port = "" if self.port == PORT else f":{self.port}"
        return f"{self.host}{port}/{self.database}"

    @property
    def url(self) -> str:
        """The address to be typed or kept: postgresql://zhang@10.0.0.5/duizhang."""
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        port = "" if self.port == PORT else f":{self.port}"
        said = list(self.options)
        if self.host.startswith("/"):
            said.insert(0, ("host", self.host))
        elif ":" in self.host:
            user += f"[{self.host}]"
        else:
            user += quote(self.host, safe="")
        words = f"?{urlencode(said, safe='/')}" if said else ""
        return f"postgresql://{user}{port}/{quote(self.database, safe='')}{words}"

    def __str__(self) -> str:
        return self.url


def is_server(text: str) -> bool:
    """Tell whether words name a shared workspace, and no file."""
    head, mark, _ = text.strip().partition("://")
    return bool(mark) and head.lower() in SCHEMES


def read_address(text: str) -> tuple[ServerAddress, str]:
    """Return the address that a URL tells, and the password that stands in it ("": none).

    Raises:
        InputProblem: It is no such URL. The sentence never repeats it: it may hold a password.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port or PORT
    except ValueError:
        raise _unreadable() from None
    if not is_server(text):
        raise _unreadable()
    said = dict(parse_qsl(parts.query, keep_blank_values=True))
    password = unquote(parts.password or "") or said.get("password", "")
    number = said.get("port", "")
    if number and not (number.isascii() and number.isdigit() and 0 < int(number) < 65536):
        raise _unreadable()
    address = ServerAddress(
        host=unquote(host) or said.get("host", ""),
        database=unquote(parts.path.removeprefix("/")) or said.get("dbname", ""),
        user=unquote(parts.username or "") or said.get("user", ""),
        port=int(number) if number else port,
        options=tuple((key, said[key]) for key in _OPTIONS if key in said),
    )
    return checked(address), password


def checked(address: ServerAddress) -> ServerAddress:
    """Return an address that names a server and a database.

    Raises:
        InputProblem: It does not.
    """
    tidy = replace(
        address,
        host=address.host.strip(),
        database=address.database.strip(),
        user=address.user.strip(),
    )
    # A comma would be several servers to libpq: only what is read on the screen is asked.
    if not tidy.host or "," in tidy.host:
        raise InputProblem(
            Message(
                "请写明一台服务器：主机名或 IP 地址。",
                "Name one server: its host name or IP address.",
            )
        )
    if not tidy.database:
        raise InputProblem(
            Message("请写明服务器上数据库的名称。", "Name the database on the server.")
        )
    if any("\0" in part for part in (tidy.host, tidy.database, tidy.user)):
        raise _unreadable()
    return tidy


def _unreadable() -> InputProblem:
    return InputProblem(
        Message(
            "共享工作区的地址应写作 postgresql://用户@主机/数据库。",
            "The address of a shared workspace is written postgresql://user@host/database.",
        )
    )
