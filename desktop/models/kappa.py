"""What a figure of agreement means, in words."""

from bisect import bisect_right

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Kappa"
_BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8)
# Landis, J. R.; Koch, G. G. (1977): The measurement of observer agreement for categorical data.
# Biometrics 33(1), 159-174.
_WORDS = (
    QT_TRANSLATE_NOOP("Kappa", "Less than chance alone would give: talk about the definitions."),
    QT_TRANSLATE_NOOP("Kappa", "Hardly more than chance: talk about the definitions."),
    QT_TRANSLATE_NOOP("Kappa", "Fair beyond chance, too little to rely on one reader alone."),
    QT_TRANSLATE_NOOP("Kappa", "Moderate beyond chance: settle the differences below."),
    QT_TRANSLATE_NOOP("Kappa", "Substantial beyond chance."),
    QT_TRANSLATE_NOOP("Kappa", "Almost perfect beyond chance."),
)
_NOTHING = QT_TRANSLATE_NOOP("Kappa", "No promise is marked by both yet.")
_ONE_VERDICT = QT_TRANSLATE_NOOP(
    "Kappa", "Both gave one and the same verdict throughout: chance cannot be told from agreement."
)


def meaning(kappa: float | None, total: int) -> str:
    """Return what Cohen's kappa says of two readers of so many promises."""
    if kappa is None:
        text = _ONE_VERDICT if total else _NOTHING
    else:
        text = _WORDS[bisect_right(_BOUNDS, kappa)]
    return QCoreApplication.translate(_CONTEXT, str(text))
