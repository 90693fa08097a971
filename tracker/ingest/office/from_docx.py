"""Word files: docx, docm, dotx, and what other programs write under these names.

In comes the zip of XML parts, out come paragraphs and table rows in reading order. Running heads
and feet are parts of their own and are not read; nor are comments, deleted and hidden text, which
are counted and told. Links are not followed and macros not run, because nothing here could.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.errors import InputProblem
from tracker.ingest.blocks import build_text
from tracker.ingest.office.docx_body import Body
from tracker.ingest.office.docx_numbering import ListNumbers
from tracker.ingest.office.docx_styles import Styles, W
from tracker.ingest.office.remarks import Remarks
from tracker.ingest.office.xml_parts import Element, Parts, only_pictures
from tracker.message import Message
from tracker.model.source import SourceText

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf")


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    """Last part of its type: ``styles``, ``footnotes``, ``hyperlink``."""
    target: str
    external: bool


def read_docx(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a Word file.

    Args:
        data: Bytes of the file.
        encoding: Not used: the file says its own.

    Raises:
        InputProblem: It is damaged, locked, no Word file, or holds pictures only.
    """
    parts = Parts(data)
    name = _main_part(parts)
    root = parts.xml(name)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise _not_word()
    remarks = Remarks()
    relations = tuple(_relations(parts, name))
    styles = Styles(_part(parts, name, relations, "styles"))
    numbers = ListNumbers(_part(parts, name, relations, "numbering"), styles)
    reader = Body(styles, numbers, remarks)
    blocks = list(reader.blocks(body))
    for kind in ("footnotes", "endnotes"):
        blocks.extend(reader.notes(kind, _part(parts, name, relations, kind)))
    _count_left_out(parts, relations, remarks)
    if not any(block.text.strip() for block in blocks) and _has_pictures(parts):
        raise only_pictures()
    return build_text(blocks, remarks.told())


def _main_part(parts: Parts) -> str:
    for relation in _relations(parts, ""):
        if relation.kind == "officeDocument" and relation.target in parts:
            return relation.target
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise _not_word()


def _relations(parts: Parts, name: str) -> Iterator[_Relation]:
    folder, base = posixpath.split(name)
    root = parts.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    for element in () if root is None else root.iter(f"{_RELATIONS}Relationship"):
        target = (element.get("Target") or "").replace("\\", "/")
        yield _Relation(
            kind=(element.get("Type") or "").rpartition("/")[2],
            target=posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"),
            external=element.get("TargetMode") == "External",
        )


def _part(parts: Parts, name: str, relations: tuple[_Relation, ...], kind: str) -> Element | None:
    """Return a part beside the main one; without a relation, the one with the usual name."""
    targets = [r.target for r in relations if r.kind == kind and not r.external]
    usual = posixpath.join(posixpath.dirname(name), f"{kind}.xml")
    return next((parts.xml(t) for t in (*targets, usual) if t in parts), None)


def _count_left_out(parts: Parts, relations: tuple[_Relation, ...], remarks: Remarks) -> None:
    if any(name.endswith("vbaproject.bin") for name in parts.names):
        remarks.count("macros-ignored")
    for relation in relations:
        # A hyperlink in the text is nothing that anybody expects to be read along.
        if relation.external and relation.kind != "hyperlink":
            remarks.count("links-not-followed")
        elif relation.kind in ("package", "oleObject", "aFChunk", "subDocument"):
            remarks.count("embedded-left-out")


def _has_pictures(parts: Parts) -> bool:
    return any("/media/" in f"/{name}" and name.endswith(_PICTURES) for name in parts.names)


def _not_word() -> InputProblem:
    return InputProblem(
        Message(
            "这不是Word文档（缺少正文部分），请用Word或WPS另存为docx。",
            "it is no Word document (its main part is missing); save it as docx in Word or WPS.",
        )
    )
