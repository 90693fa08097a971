"""OpenDocument texts: odt, ott and the flat fodt, as LibreOffice and WPS write them.

In come ``content.xml`` and ``styles.xml``, out come paragraphs and table rows in reading order.
Running heads and feet stand in ``styles.xml`` and are not read; deleted text stands outside the
body. Nothing that the file refers to is opened.
"""

from tracker.errors import InputProblem
from tracker.ingest.blocks import build_text
from tracker.ingest.office.odt_body import OdtBody
from tracker.ingest.office.odt_lists import OdtLists
from tracker.ingest.office.odt_styles import DRAW, OFFICE, TEXT, XLINK, OdtStyles
from tracker.ingest.office.remarks import Remarks
from tracker.ingest.office.xml_parts import Element, Parts, locked, only_pictures, parse_xml
from tracker.message import Message
from tracker.model.source import SourceText

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"


def read_odt(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of an OpenDocument text.

    Args:
        data: Bytes of the file.
        encoding: Not used: the file says its own.

    Raises:
        InputProblem: It is damaged, locked, or no text document.
    """
    remarks = Remarks()
    roots = _flat(data) if not data.startswith(b"PK") else _packed(data, remarks)
    text = roots[-1].find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise _no_text()
    body = OdtBody(OdtStyles(roots), OdtLists(roots), remarks)
    paged = any(True for _ in text.iter(f"{TEXT}soft-page-break"))
    blocks = list(body.blocks(text, page=1 if paged else None))
    blocks.extend(body.notes())
    for image in text.iter(f"{DRAW}image", f"{DRAW}object", f"{DRAW}plugin"):
        target = image.get(f"{XLINK}href") or ""
        if "://" in target or target.startswith("../"):
            remarks.count("links-not-followed")
        elif image.tag == f"{DRAW}object":
            remarks.count("embedded-left-out")
    if not any(block.text.strip() for block in blocks) and any(
        True for _ in text.iter(f"{DRAW}image")
    ):
        raise only_pictures()
    return build_text(blocks, remarks.told())


def _packed(data: bytes, remarks: Remarks) -> tuple[Element, ...]:
    """Return the roots of styles and content."""
    parts = Parts(data)
    manifest = parts.xml("META-INF/manifest.xml")
    if manifest is not None and any(True for _ in manifest.iter(f"{_MANIFEST}encryption-data")):
        raise locked()
    content = parts.xml("content.xml")
    if content is None:
        raise _no_text()
    if any(name.startswith(("basic/", "scripts/")) and name[-1] != "/" for name in parts.names):
        remarks.count("macros-ignored")
    styles = parts.xml("styles.xml")
    return (content,) if styles is None else (styles, content)


def _flat(data: bytes) -> tuple[Element, ...]:
    return (parse_xml(data),)


def _no_text() -> InputProblem:
    return InputProblem(
        Message(
            "这不是OpenDocument文字文档（缺少正文部分），请用原来的软件另存为odt或docx。",
            "it is no OpenDocument text (its body is missing); save it as odt or docx anew.",
        )
    )
