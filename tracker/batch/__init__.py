"""Whole archives at once: every report of a folder read, every pair judged, all of it as tables.

Work is cut into tasks that know nothing of each other; what a task finds is kept in a cell, a
small file named by what it was found in. So any task may be lost, or done twice, and a run that
was stopped or killed goes on where it was: cells that are there are not made again.
"""

from tracker.batch.choosing import Choice, PairChoice
from tracker.batch.running import Batch, Form
from tracker.batch.workspaces import write_workspace
from tracker.batch.writing import Summary

__all__ = ["Batch", "Choice", "Form", "PairChoice", "Summary", "write_workspace"]
