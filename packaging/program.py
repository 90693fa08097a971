"""Door of the self-contained program: reads one file apart, else whatever duizhang does.

A program folder has no Python to call, so the processes that the program needs are the program
itself, told by their first word what they are: ``READ_APART`` here, the workers of a pool by
``freeze_support``.
"""

import multiprocessing
import sys

from tracker.ingest.apart import READ_APART

if __name__ == "__main__":
    multiprocessing.freeze_support()
    if sys.argv[1:] == [READ_APART]:
        from tracker.ingest.child import main as read_apart

        sys.exit(read_apart())
    from desktop.__main__ import main

    sys.exit(main())
