"""How much of everything one file may take: size, time, memory, members.

The numbers are chosen so that no honest report comes near them and no hostile file keeps a person
waiting or the computer short of memory.
"""

from dataclasses import dataclass

MEGABYTE = 2**20

TEXT_SIZE = 20 * MEGABYTE
"""Largest plain text file that is read, in bytes."""

FILE_SIZE = 200 * MEGABYTE
"""Largest office, PDF or web file, in bytes: scans of a whole yearbook are about that large."""

ARCHIVE_SIZE = 2048 * MEGABYTE
"""Largest archive on a disk, in bytes; it is never read as a whole."""

INNER_ARCHIVE_SIZE = 100 * MEGABYTE
"""Largest archive inside an archive: it has to be held in memory."""

TEXT_LENGTH = 1_000_000
"""Most characters that are read: a report has 20,000, the largest known 140,000. A text of a
million characters in one line is tracked in 20 seconds (2026-11)."""

ARCHIVE_MEMBERS = 20_000
"""Most members of an archive or files of a folder: there are some 3,200 governments."""

ARCHIVE_DIRECTORY = 8 * MEGABYTE
"""Largest list of members in an archive, in bytes: 20,000 members with long names take 6 MB."""

ARCHIVE_TOTAL = 4096 * MEGABYTE
"""Most bytes that are unpacked from one archive on the whole."""

RATIO = 200
"""Most bytes that one packed byte may become. Text packs to a tenth, the XML of office files
seldom to less than a fiftieth; deflate ends at 1,032."""

RATIO_FREE = 4 * MEGABYTE
"""A member this small may be packed as densely as it likes."""

PACKAGE_MEMBERS = 20_000
"""Most parts of an office file, most of them pictures."""

PACKAGE_XML = 200 * MEGABYTE
"""Most bytes of XML in an office file, unpacked: a text of a million characters takes 60 MB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take.

    Attributes:
        seconds: Time from when the file is handed over until its text is back.
        memory: Bytes of memory of the reading process and of all that it started.
    """

    seconds: float
    memory: int


READING = Limits(seconds=60, memory=1024 * MEGABYTE)
"""For a file that a library reads: a 300-page PDF takes seconds and a third of the memory."""

CONVERTING = Limits(seconds=180, memory=2048 * MEGABYTE)
"""For a file that LibreOffice has to convert first, which starts in 3 to 20 seconds."""
