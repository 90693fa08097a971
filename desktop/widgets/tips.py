"""Tips that hold words of a document or of a person: shown as they are, never as markup."""

from html import escape


def plain_tip(text: str) -> str:
    """Return a tip that shows a text to the letter; Qt would take a ``<b>`` in it for bold."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
