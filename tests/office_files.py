"""Small Word and OpenDocument files for tests, from the XML of their bodies."""

import io
import zipfile

from tracker.model.source import SourceText

W_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
ODT_NAMES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
        for name, uri in {
            "office": "office",
            "text": "text",
            "style": "style",
            "fo": "xsl-fo-compatible",
            "table": "table",
            "draw": "drawing",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{inner}</Relationships>"
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def relation(kind: str, target: str, *, external: bool = False) -> str:
    """Return one relation of a part."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="r{target}" Type="{_KIND}{kind}" Target="{target}"{mode}/>'


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    relations: str = "",
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    """Return a Word file; what is given is the inner XML of its parts."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"/>',
        "_rels/.rels": RELATIONS.format(inner=relation("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {W_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS.format(
            inner=relation("styles", "styles.xml") + relations
        ),
    }
    if styles:
        parts["word/styles.xml"] = f"<w:styles {W_NAMES}>{styles}</w:styles>"
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {W_NAMES}>{numbering}</w:numbering>"
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {W_NAMES}>{footnotes}</w:footnotes>"
    return zipped(parts | (extra or {}))


def odt(
    body: str,
    *,
    styles: str = "",
    automatic: str = "",
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    """Return an OpenDocument text; what is given is the inner XML of its parts."""
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODT_NAMES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {ODT_NAMES}><office:styles>{styles}"
        "</office:styles></office:document-styles>",
    }
    return zipped(parts | (extra or {}))


def p(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of a Word file with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def lines(read: SourceText) -> list[str]:
    """Return the lines of a text."""
    return read.text.split("\n") if read.text else []


def codes(read: SourceText) -> set[str]:
    """Return the codes of all remarks."""
    return {remark.code for remark in read.remarks}
