"""What can go wrong with a shared workspace, as sentences for people.

The server's own texts hold addresses and statements, and come in the server's language; a person
needs to know what happened, whether it was kept, and whom to ask. No password and no text of a
document is ever part of a sentence or of its detail.
"""

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.address import ServerAddress
from tracker.model.sharing import CutOff


def no_driver() -> StoreProblem:
    """Return the problem of a program that was installed without what speaks to a server."""
    return StoreProblem(
        Message(
            "程序安装得不完整：缺少访问共享工作区所需的组件 psycopg；请重新安装。",
            "The installation is not complete: psycopg, which opens shared workspaces, is missing; "
            "install duizhang again.",
        )
    )


def password_wanted(address: ServerAddress) -> StoreProblem:
    """Return the problem of a server that asks for a password."""
    return StoreProblem(
        Message(
            f"服务器“{address.name}”要求输入密码。",
            f"The server “{address.name}” asks for a password.",
        ),
        PASSWORD,
    )


def password_refused(address: ServerAddress) -> StoreProblem:
    """Return the problem of a password or a name that the server does not take."""
    return StoreProblem(
        Message(
            f"服务器“{address.name}”不接受这个用户名或密码，请核对后重试。",
            f"The server “{address.name}” does not take this name or password; check them.",
        ),
        PASSWORD,
    )


PASSWORD = "password"
"""Detail of the problems that another password may solve."""


def unreachable(address: ServerAddress, detail: str) -> CutOff:
    """Return the problem of a server that does not answer."""
    return CutOff(
        Message(
            f"连接不到服务器“{address.name}”：请核对主机、端口和网络，或询问管理员。",
            f"The server “{address.name}” cannot be reached: check host, port and network, or "
            "ask whoever keeps it.",
        ),
        detail,
    )


def turned_away(address: ServerAddress, detail: str) -> StoreProblem:
    """Return the problem of a server that answers and lets nobody in."""
    return StoreProblem(
        Message(
            f"服务器“{address.name}”拒绝了连接：请核对数据库名和用户名，或询问管理员。",
            f"The server “{address.name}” refused: check the names of database and user, or ask "
            "whoever keeps it.",
        ),
        detail,
    )


def not_now(address: ServerAddress, detail: str) -> CutOff:
    """Return the problem of a server that let this person in before and does not now."""
    return CutOff(
        Message(
            f"服务器“{address.name}”暂时不接受连接，可能正在启动或关闭。",
            f"The server “{address.name}” lets nobody in for now; it may be starting or stopping.",
        ),
        detail,
    )


def empty(address: ServerAddress) -> StoreProblem:
    """Return the problem of a database that holds no workspace yet."""
    return StoreProblem(
        Message(
            f"数据库“{address.name}”中还没有工作区；可在其中新建。",
            f"The database “{address.name}” holds no workspace yet; one can be made in it.",
        ),
        EMPTY,
    )


EMPTY = "empty"
"""Detail of the problem that is solved by making a workspace."""


def taken(address: ServerAddress) -> StoreProblem:
    """Return the problem of a database that holds a workspace already."""
    return StoreProblem(
        Message(
            f"数据库“{address.name}”中已有工作区，请直接打开。",
            f"The database “{address.name}” holds a workspace already; open it.",
        )
    )


def too_new(address: ServerAddress, version: int) -> StoreProblem:
    """Return the problem of a workspace that a newer program has brought up to date."""
    return StoreProblem(
        Message(
            f"共享工作区“{address.name}”已由更新版本的对账程序升级，请升级本机程序后再打开。",
            f"The shared workspace “{address.name}” was brought up to date by a newer version of "
            "duizhang; update the program to open it.",
        ),
        f"schema {version}",
    )


def wrong_characters(address: ServerAddress, encoding: str) -> StoreProblem:
    """Return the problem of a database that cannot keep Chinese text as it is."""
    return StoreProblem(
        Message(
            f"数据库“{address.name}”的编码不是 UTF8；请管理员以 UTF8 编码新建数据库。",
            f"The database “{address.name}” is not in UTF8; ask for one that is.",
        ),
        encoding,
    )


def lost(address: ServerAddress, detail: str = "") -> CutOff:
    """Return the problem of a connection that broke before anything was kept."""
    return CutOff(
        Message(
            f"与共享工作区“{address.name}”的连接中断，刚才的操作没有保存。",
            f"The connection to “{address.name}” was lost; what you just did was not saved.",
        ),
        detail,
    )


def unconfirmed(address: ServerAddress, detail: str) -> CutOff:
    """Return the problem of a connection that broke while the server was keeping something."""
    return CutOff(
        Message(
            f"与共享工作区“{address.name}”的连接中断，刚才的操作没有得到保存的确认；"
            "恢复连接后会核实。",
            f"The connection to “{address.name}” was lost; what you just did is not confirmed as "
            "saved. The server is asked when the connection is back.",
        ),
        detail,
    )


def busy(address: ServerAddress) -> StoreProblem:
    """Return the problem of somebody else who writes for long."""
    return StoreProblem(
        Message(
            f"同事正在向“{address.name}”写入，请稍后重试；刚才的操作没有保存。",
            f"A colleague is writing to “{address.name}”; try again in a moment. What you just "
            "did was not saved.",
        )
    )


def denied(address: ServerAddress, detail: str) -> StoreProblem:
    """Return the problem of a name that may not read or write there."""
    return StoreProblem(
        Message(
            f"当前用户在“{address.name}”中没有读写权限，未作改动；请询问管理员。",
            f"This name may not read or write in “{address.name}”; nothing was changed. Ask "
            "whoever keeps the server.",
        ),
        detail,
    )


def full(address: ServerAddress, detail: str) -> StoreProblem:
    """Return the problem of a server that takes no more."""
    return StoreProblem(
        Message(
            f"服务器“{address.name}”的磁盘或内存已满，刚才的操作没有保存；此前的内容完好。",
            f"The server “{address.name}” is full; what you just did was not saved, everything "
            "before is safe.",
        ),
        detail,
    )


def broken(address: ServerAddress, detail: str) -> StoreProblem:
    """Return the problem of tables that are not as they should be."""
    return StoreProblem(
        Message(
            f"共享工作区“{address.name}”的数据表不完整，未作改动；请管理员从备份恢复。",
            f"The tables of “{address.name}” are not whole; nothing was changed. Ask for a backup "
            "to be restored.",
        ),
        detail,
    )
