"""A sentence for people, in both languages of the program (中文 / English)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence said in Chinese and in English.

    Whatever the core tells a person (why a verdict was given, what is wrong with a file) is a
    ``Message``, so that the same finding can be read and handed out in either language.
    """

    zh: str
    en: str

    def text(self, language: str) -> str:
        """Return the sentence in ``language`` ("zh…" gives Chinese, anything else English)."""
        return self.zh if language.startswith("zh") else self.en
