"""The only door for the desktop and the command line: open, import, analyse, mark, export.

>>> with Workspace.create(path, user="张三") as workspace:  # doctest: +SKIP
...     workspace.import_files([report_2022, report_2023])
...     for tracking in workspace.tracking(earlier, workspace.laters_for(earlier)):
...         print(tracking.verdict, tracking.reason.zh)
"""

from tracker.export.beside import BesideFigures, figures_beside
from tracker.export.grounds import shared_words, what_fits
from tracker.store.held import Held, HeldWork, given, taken
from tracker.store.place import Place, place_of
from tracker.store.recents import forget as forget_recent
from tracker.store.recents import recents as recent_workspaces
from tracker.store.recents import remember as remember_recent
from tracker.workspace.analysis import Analysis
from tracker.workspace.handing_out import handout_columns, write_template
from tracker.workspace.library_search import LibrarySearch
from tracker.workspace.searching import search_reports, search_workspace
from tracker.workspace.spreading import new_phrases_in_workspace, spread_in_workspace
from tracker.workspace.workspace import Workspace

__all__ = [
    "Analysis",
    "BesideFigures",
    "Held",
    "HeldWork",
    "LibrarySearch",
    "Place",
    "Workspace",
    "figures_beside",
    "forget_recent",
    "given",
    "handout_columns",
    "new_phrases_in_workspace",
    "place_of",
    "recent_workspaces",
    "remember_recent",
    "search_reports",
    "search_workspace",
    "shared_words",
    "spread_in_workspace",
    "taken",
    "what_fits",
    "write_template",
]
