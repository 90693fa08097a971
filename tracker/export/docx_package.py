"""Word documents (docx) from paragraphs and tables, without a library.

A docx file is a zip of XML parts (ECMA-376, Office Open XML); for headings, paragraphs, tracked
changes and one kind of table the few elements below are all that is needed.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TYPES = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" ContentType="application/\
vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="application/\
vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
<Override PartName="/word/footer1.xml" ContentType="application/\
vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>"""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_FOOTER = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:ftr xmlns:w="{_NAMESPACE}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>\
<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r>\
</w:fldSimple></w:p></w:ftr>"""
"""The number of the page, which the program that opens the file fills in."""

_STYLES = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="{_NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="SimSun"/><w:sz w:val="21"/>\
<w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>\
<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/>\
<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>\
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>\
<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/>\
<w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>\
</w:styles>"""

_PLACE = '<w:color w:val="5C5C62"/><w:sz w:val="16"/>'

_A4 = (11906, 16838)
_MARGIN = 1134
"""2 cm in twentieths of a point."""


def without_controls(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def text_run(text: str, properties: str = "", element: str = "t") -> str:
    """Return a run of text; characters that XML cannot hold are left out.

    Args:
        text: Text, without line feeds.
        properties: XML of the run's properties.
        element: ``t``, or ``delText`` inside a deletion.
    """
    shown = escape(without_controls(text))
    set_up = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{set_up}<w:{element} xml:space="preserve">{shown}</w:{element}></w:r>'


def paragraph(runs: Iterable[str], style: str = "", mark: str = "", align: str = "") -> str:
    """Return a paragraph of runs.

    Args:
        runs: XML of its runs.
        style: Name of its style.
        mark: XML of the properties of its end, where an insertion or deletion is noted.
        align: ``right``, or "" as the style says.
    """
    told = f'<w:pStyle w:val="{style}"/>' if style else ""
    told += f'<w:jc w:val="{align}"/>' if align else ""
    told += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{f'<w:pPr>{told}</w:pPr>' if told else ''}{''.join(runs)}</w:p>"


def cell(
    text: str,
    width: int,
    *,
    shade: str = "",
    properties: str = "",
    below: str = "",
    align: str = "",
) -> str:
    """Return a table cell.

    Args:
        text: What stands in it; each line is a paragraph.
        width: Twentieths of a point.
        shade: Background, six hexadecimal digits.
        properties: XML of the runs' properties.
        below: Last lines in grey, where the text comes from.
        align: ``right`` for numbers, "" for text.
    """
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    lines = "".join(
        paragraph([text_run(line, properties)], align=align) for line in text.split("\n")
    )
    if below:
        lines += "".join(paragraph([text_run(line, _PLACE)]) for line in below.split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{lines}</w:tc>'


def kept_with_next(xml: str) -> str:
    """Return paragraphs and cells that stay on the page of what follows them."""
    kept = xml.replace("<w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>")
    return kept.replace("</w:pPr><w:pPr>", "")


def table(widths: Sequence[int], head: str, rows: Iterable[str]) -> str:
    """Return a table of rows of cells; the head is repeated on every page."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="BFBFBF"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{lines}</w:tbl>"
    )


def chart_run(number: int, name: str, width: int, high: int) -> str:
    """Return a run that shows a chart, a part that is attached to the document.

    Args:
        number: Its number, from 1; it is related as ``chart_relation`` says.
        name: What it shows, for those who cannot see it.
        width: Twentieths of a point.
        high: Pixels, 96 of an inch.
    """
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    said = quoteattr(without_controls(name))
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * 635}" cy="{high * 9525}"/>'
        f'<wp:docPr id="{9000 + number}" name="chart {number}" descr={said}/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/chart">'
        f'<c:chart xmlns:c="{drawing}/chart" xmlns:r="{_OFFICE}" r:id="{chart_relation(number)}"/>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart_relation(number: int) -> str:
    """Return the id by which a document knows a chart; no template has such a one."""
    return f"rIdDuizhangChart{number}"


def shared_out(shares: Sequence[int], width: int, least: int = 0) -> list[int]:
    """Return a width as whole parts by their shares, none of them narrower than ``least``."""
    free = width - least * len(shares)
    total = sum(shares) or 1
    return [least + free * share // total for share in shares]


def _relations(**targets: str) -> str:
    """Return which parts belong to a part, by what they are to it."""
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships '
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}'
        "</Relationships>"
    )


def docx_bytes(body: Iterable[str], *, landscape: bool = False) -> bytes:
    """Return the file; the same body gives the same bytes.

    Args:
        body: XML of paragraphs and tables.
        landscape: Lay A4 pages on their side.
    """
    width, height = reversed(_A4) if landscape else _A4
    turned = ' w:orient="landscape"' if landscape else ""
    sides = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{_NAMESPACE}" xmlns:r="{_OFFICE}"><w:body>{"".join(body)}<w:sectPr>'
        f'<w:footerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar {sides} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
        f"</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": _relations(styles="styles.xml", footer="footer1.xml"),
        "word/footer1.xml": _FOOTER,
        "word/document.xml": document,
        "word/styles.xml": _STYLES,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            # A fixed time: the same findings give the same file.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, part.encode())
    return content.getvalue()
