"""The command line (命令行): verbs over files, data to stdout, everything else to stderr.

``speech`` chooses the language, ``reading`` turns paths into reports, ``verbs`` holds one small
command for each verb, ``output`` prints rows, ``main`` runs it all and turns errors into one
sentence and an exit code: 0 done, 1 the input cannot be used, 2 wrong usage.
"""

from tracker.cli.main import main

__all__ = ["main"]
