"""What actions are for, in one short sentence: where the name alone does not tell."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

HINTS: dict[str, object] = {
    "save_copy": QT_TRANSLATE_NOOP(
        "Actions", "All of it in a file of its own, to work in or to hand on."
    ),
    "open_shared": QT_TRANSLATE_NOOP(
        "Actions", "One on a PostgreSQL server that several people mark at the same time."
    ),
    "keep_mine": QT_TRANSLATE_NOOP(
        "Actions", "Write what was refused after all; both stay in the history."
    ),
    "take_theirs": QT_TRANSLATE_NOOP(
        "Actions", "What a colleague wrote stands; yours stays in the history as set aside."
    ),
    "write_waiting": QT_TRANSLATE_NOOP(
        "Actions", "What you did while a shared workspace was away, in its order."
    ),
    "drop_waiting": QT_TRANSLATE_NOOP(
        "Actions", "They are forgotten; the shared workspace stays as it is."
    ),
    "import_files": QT_TRANSLATE_NOOP(
        "Actions", "Files, or drop them anywhere in the window; their text is kept here."
    ),
    "import_folder": QT_TRANSLATE_NOOP(
        "Actions", "Everything that can be read in a folder and the folders below it."
    ),
    "paste_report": QT_TRANSLATE_NOOP("Actions", "A text copied elsewhere becomes a report."),
    "export_report": QT_TRANSLATE_NOOP(
        "Actions", "The table of promises with verdicts, as Excel, Word, PDF, web page or data."
    ),
    "print_tracking": QT_TRANSLATE_NOOP(
        "Actions", "The promises that are looked at, with verdicts, as pages to be printed."
    ),
    "export_comparison": QT_TRANSLATE_NOOP(
        "Actions",
        "The first two reports side by side as a file: Word with tracked changes, a web page, "
        "PDF, or data.",
    ),
    "print_comparison": QT_TRANSLATE_NOOP(
        "Actions", "The first two reports side by side, with what changed, as pages."
    ),
    "mark_as": QT_TRANSLATE_NOOP(
        "Actions", "Under your own name, or as a second reader who sees no mark of the first."
    ),
    "show_agreement": QT_TRANSLATE_NOOP(
        "Actions", "How far two readers of a report agree, and every difference to be settled."
    ),
    "export_marks": QT_TRANSLATE_NOOP(
        "Actions", "A small file for a colleague: the marks with what they quote, no report."
    ),
    "import_marks": QT_TRANSLATE_NOOP(
        "Actions", "A colleague's marks beside your own first; nothing changes before you choose."
    ),
    "show_compare": QT_TRANSLATE_NOOP("Actions", "Reports side by side, section beside section."),
    "show_commitments": QT_TRANSLATE_NOOP(
        "Actions", "What a report promised, and what later ones say became of it."
    ),
    "show_topics": QT_TRANSLATE_NOOP("Actions", "What the reports of all years speak about."),
    "show_indicators": QT_TRANSLATE_NOOP(
        "Actions", "What was promised and reported of each figure, over years or regions."
    ),
    "show_overview": QT_TRANSLATE_NOOP(
        "Actions", "How many promises of each report were kept, by verdict and by section."
    ),
    "show_across": QT_TRANSLATE_NOOP(
        "Actions",
        "Many reports beside each other: regions, feedback, shared words, first uses, nearest.",
    ),
    "first_use": QT_TRANSLATE_NOOP(
        "Actions", "The year, the region and the level that said it first, and who followed."
    ),
    "toggle_library": QT_TRANSLATE_NOOP("Actions", "More room for the texts."),
    "toggle_outlines": QT_TRANSLATE_NOOP(
        "Actions", "The headings of each report, with what came, went or was linked by hand."
    ),
    "next_change": QT_TRANSLATE_NOOP("Actions", "Step from change to change, in both texts."),
    "next_kind": QT_TRANSLATE_NOOP(
        "Actions", "Walk through figures, new, dropped or moved passages alone."
    ),
    "follow_move": QT_TRANSLATE_NOOP(
        "Actions", "Jump to where a moved passage stands in the other report, and back."
    ),
    "nearest_sections": QT_TRANSLATE_NOOP(
        "Actions", "For a section without a counterpart: what it is most like, to link it by hand."
    ),
    "toggle_noise": QT_TRANSLATE_NOOP(
        "Actions", "Menus, footers and the like that a web page left in the text."
    ),
    "dim_boilerplate": QT_TRANSLATE_NOOP(
        "Actions", "Sentences that stand in most reports step back, so that the rest is seen."
    ),
    "quiet": QT_TRANSLATE_NOOP(
        "Actions", "Tools, library, outlines and lists step aside; Esc brings them back."
    ),
    "travel_back": QT_TRANSLATE_NOOP(
        "Actions", "To the place that was read before a hit, a bookmark or a promise was opened."
    ),
    "search_library": QT_TRANSLATE_NOOP(
        "Actions", "Every hit in its sentence, report by report; Enter opens it."
    ),
    "go_to": QT_TRANSLATE_NOOP("Actions", "A number is a line of the file, p and a number a page."),
    "bookmark": QT_TRANSLATE_NOOP(
        "Actions", "What is selected, or else the paragraph at the cursor."
    ),
    "write_note": QT_TRANSLATE_NOOP(
        "Actions", "Stays beside the passage, in the list of notes and in what is exported."
    ),
    "copy_cited": QT_TRANSLATE_NOOP(
        "Actions", "The words with region, year, section and page or line, as plain text."
    ),
    "open_original": QT_TRANSLATE_NOOP(
        "Actions", "The file as it was imported, in the program that belongs to it."
    ),
    "show_original_folder": QT_TRANSLATE_NOOP(
        "Actions", "Where it was imported from on this computer, if it is still there."
    ),
    "swap_reports": QT_TRANSLATE_NOOP("Actions", "What was left is right; changes turn round."),
    "toggle_lock": QT_TRANSLATE_NOOP(
        "Actions", "Look elsewhere in one report without losing the place in the others."
    ),
    "follow_section": QT_TRANSLATE_NOOP(
        "Actions", "What every report of these years says on the topic of this section."
    ),
    "link_sections": QT_TRANSLATE_NOOP(
        "Actions", "Say by hand that they belong together; the rest is lined up around it."
    ),
    "unlink_sections": QT_TRANSLATE_NOOP("Actions", "The program finds others for them, or none."),
    "no_counterpart": QT_TRANSLATE_NOOP("Actions", "It was dropped, whatever looks like it."),
    "no_forerunner": QT_TRANSLATE_NOOP("Actions", "It is new, whatever looks like it."),
    "show_hand_links": QT_TRANSLATE_NOOP(
        "Actions", "All that was said by hand of these two reports, to look through and take back."
    ),
    "show_names": QT_TRANSLATE_NOOP("Actions", "Which names mean one thing, and which do not."),
}
