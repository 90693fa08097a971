"""The gold data: what was annotated, on which text, and whether that text is at hand."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"


@dataclass(frozen=True)
class Task:
    """One gold file (two for tracking) and the texts it speaks of.

    Attributes:
        name: Short name.
        what: outline, targets, align, track or table.
        gold: Names of the gold files.
        texts: Names of the texts, in the order in which the stages take them.
        due: For a table, the year of its targets.
    """

    name: str
    what: str
    gold: tuple[str, ...]
    texts: tuple[str, ...]
    due: int = 0

    @property
    def is_on_samples(self) -> bool:
        """All its texts are sample reports of the repository."""
        return all(name.startswith("seeds/") for name in self.texts)

    def load(self) -> list[Any]:
        """Return the content of each gold file."""
        return [load(GOLD / name) for name in self.gold]


def load(path: Path) -> Any:
    """Return a JSON file, or the list of rows of a JSON-lines file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(row) for row in text.splitlines() if row.strip()]
    return json.loads(text)


@dataclass(frozen=True)
class Manifest:
    """All tasks, and the SHA-256 of every annotated text."""

    tasks: tuple[Task, ...]
    sha256: Mapping[str, str]

    @classmethod
    def read(cls) -> "Manifest":
        """Return the manifest that lies beside the gold."""
        raw = load(GOLD / "manifest.json")
        tasks = tuple(
            Task(
                row["name"], row["what"], tuple(row["gold"]), tuple(row["texts"]), row.get("due", 0)
            )
            for row in raw["tasks"]
        )
        return cls(tasks, raw["texts"])

    def find(self, names: Sequence[str], corpus: Path | None) -> "Found":
        """Return where texts lie, and why one cannot be used.

        Args:
            names: ``seeds/…`` lies in the repository, ``corpus/…`` under ``corpus``.
            corpus: Folder of texts that are no part of the repository, or None.
        """
        paths = []
        for name in names:
            if name.startswith("corpus/") and corpus is None:
                return Found((), "not measured (the text is no sample; give CORPUS=DIR)")
            inside = name.removeprefix("corpus/")
            path = corpus / inside if corpus and inside != name else ROOT / name
            if not path.is_file():
                return Found((), f"not measured ({path} is not there)")
            if hashlib.sha256(path.read_bytes()).hexdigest() != self.sha256[name]:
                return Found((), f"not measured ({path} is not the text that was annotated)")
            paths.append(path)
        return Found(tuple(paths), "")


@dataclass(frozen=True)
class Found:
    """Texts of a task, or why it cannot be measured."""

    paths: tuple[Path, ...]
    problem: str
