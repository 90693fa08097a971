"""What is known of rows that are to be printed, whatever the format."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tracker.export.rows import Row
from tracker.message import Message


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a terminal table: its head and what stands in it.

    Attributes:
        title: Head.
        value: Text of the cell.
        ratio: Share of the free width, 0 for a column as narrow as its content.
        lines: Most lines of a cell; a terminal table is for looking, data formats have all.
        look: Style of a cell on a terminal with colours.
    """

    title: Message
    value: Callable[[Row], object]
    ratio: int = 0
    lines: int = 3
    look: Callable[[Row], str] = lambda _: ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A line below a row of a terminal table: what it is and what it says.

    Attributes:
        label: What it is.
        text: What it says.
        lines: Most lines that are shown of it.
    """

    label: Message
    text: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with what each format needs to know of them.

    Attributes:
        rows: Nested rows: JSON and JSON lines.
        flatten: Turns them into flat rows for CSV.
        columns: Columns of the terminal table.
        table_rows: Rows of the terminal table; ``rows`` where None.
        head: Lines above the table.
        details: Lines below each row of the terminal table.
    """

    rows: Sequence[Row]
    flatten: Callable[[Iterable[Row]], Iterable[Row]]
    columns: Sequence[TableColumn]
    table_rows: Sequence[Row] | None = None
    head: Sequence[str] = ()
    details: Callable[[Row], Sequence[Detail]] = lambda _: ()
