"""A statement beside the text it was read from (陈述及其出处).

In: nothing. Out: the value that ``statements`` yields and from which ``commitments`` and
``outcomes`` take years and firmness: ``2021年|新增学位5万个``.
"""

from typing import NamedTuple

from tracker.extract.clauses import Clause
from tracker.model.canonical import Passage
from tracker.model.commitment import Statement


class Draft(NamedTuple):
    """A statement with the text it was read from, for years and firmness.

    Attributes:
        statement: The statement.
        clause: The reading of its clause.
        paragraph: The paragraph it stands in.
        start: Where the statement begins in the paragraph's canonical text.
        end: Where it ends there.
    """

    statement: Statement
    clause: Clause
    paragraph: Passage
    start: int
    end: int
