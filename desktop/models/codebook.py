"""What each verdict means, as the annotation guide has it, in the language of the interface."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from tracker.model.tracking import Verdict

MARKABLE = (
    Verdict.FULFILLED,
    Verdict.PARTIAL,
    Verdict.MISSED,
    Verdict.IN_PROGRESS,
    Verdict.NOT_REPORTED,
    Verdict.UNDETERMINED,
)
"""Verdicts that a person can give, by the keys 1 to 6; pending is given by the program only."""

_DEFINITIONS = {
    Verdict.FULFILLED: QT_TRANSLATE_NOOP(
        "Codebook",
        "A later report says that what was promised was reached or surpassed: the figure reaches "
        "the promise with its tolerance, or the project reached the promised milestone.",
    ),
    Verdict.PARTIAL: QT_TRANSLATE_NOOP(
        "Codebook",
        "Some of the named parts are done, or an amount is clearly short but at least half of "
        "what was promised.",
    ),
    Verdict.MISSED: QT_TRANSLATE_NOOP(
        "Codebook",
        "The later text contradicts it: the figure is far short, a rate is below the target "
        "beyond its tolerance, or the milestone was not reached.",
    ),
    Verdict.IN_PROGRESS: QT_TRANSLATE_NOOP(
        "Codebook",
        "An open-ended or multi-year push is reported as moving on, without a completion.",
    ),
    Verdict.NOT_REPORTED: QT_TRANSLATE_NOOP(
        "Codebook",
        "Nothing in the parts that look back speaks of it; being promised again in the next plan "
        "is no outcome.",
    ),
    Verdict.UNDETERMINED: QT_TRANSLATE_NOOP(
        "Codebook",
        "It is spoken of, but the figures cannot be compared (another year, another definition) "
        "or the text is too vague.",
    ),
    Verdict.PENDING: QT_TRANSLATE_NOOP(
        "Codebook", "No report in the library looks back on the promise's year yet."
    ),
}


def definition(verdict: Verdict) -> str:
    """Return what a verdict means."""
    return QCoreApplication.translate("Codebook", str(_DEFINITIONS[verdict]))
