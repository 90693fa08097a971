"""Files that mean harm, made byte by byte: here hostility is the point.

Each function gives names and bytes; what the program has to do with them stands in the tests.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"哈" * 50_000}">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "{address}">]>'

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{name}" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        for name, kind in (
            ("word/document.xml", "wordprocessingml.document.main"),
            ("xl/workbook.xml", "spreadsheetml.sheet.main"),
            ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
        )
    )
    + "</Types>"
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def relation(number: int, kind: str, target: str, *, outside: bool = False) -> str:
    """Return a relation of a part to another, or to something outside the file."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rId{number}" Type="{_TYPE}{kind}" Target="{target}"{mode}/>'


def docx(body: str, head: str = "", relations: str = "", **parts: str | bytes) -> bytes:
    """Return a docx; ``parts`` are further ones below word/, with their endings after ``__``."""
    more = {f"word/{name.replace('__', '.')}": part for name, part in parts.items()}
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS.format(relation(1, "officeDocument", "word/document.xml")),
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{head}'
            f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": RELATIONS.format(relations),
            **more,
        }
    )


def paragraph(text: str) -> str:
    """Return a paragraph of Word."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
)


def odt(body: str, head: str = "") -> bytes:
    """Return an odt."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>{head}'
            f"<office:document-content {ODF}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        }
    )


def fodt(body: str, head: str = "") -> bytes:
    """Return an odt that is one XML text."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document {ODF} '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document>"
    ).encode()


def xlsx(sheet: str, head: str = "", strings: str = "", **parts: str | bytes) -> bytes:
    """Return an xlsx with one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    inner = relation(1, "worksheet", "worksheets/sheet1.xml")
    more: dict[str, str | bytes] = {f"xl/{name.replace('__', '.')}": p for name, p in parts.items()}
    if strings:
        inner += relation(2, "sharedStrings", "sharedStrings.xml")
        more["xl/sharedStrings.xml"] = strings
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS.format(relation(1, "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{main}" {R}><sheets>'
            '<sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": RELATIONS.format(inner),
            "xl/worksheets/sheet1.xml": f'<?xml version="1.0" encoding="UTF-8"?>{head}'
            f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
            **more,
        }
    )


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\n"
        b"startxref\n%d\n%%%%EOF" % (count, table, count, trailer, len(out))
    )


def stream(data: bytes, entries: bytes = b"", *, packed_up: bool = True) -> bytes:
    """Return a stream of a PDF."""
    if packed_up:
        data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def pdf_page(content: bytes, *more: bytes, page: bytes = b"", catalogue: bytes = b"") -> bytes:
    """Return a PDF of one page; objects 1 to 5 are catalogue, pages, page, content and font."""
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>>>%s>>" % page,
            stream(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *more,
        ]
    )


def entity_bombs(address: str) -> dict[str, bytes]:
    """Return files whose XML grows when it is read, or asks for more from elsewhere."""
    outside = OUTSIDE.format(address=address)
    found: dict[str, bytes] = {}
    for kind, head, use in (
        ("laughs", LAUGHS, "&j;"),
        ("quadratic", QUADRATIC, "&a;" * 20_000),
        ("outside", outside, "&a;"),
        ("file", OUTSIDE.format(address="file:///etc/passwd"), "&a;"),
        ("parameter", f'<!DOCTYPE x [<!ENTITY % a SYSTEM "{address}">%a;]>', ""),
        ("dtd", f'<!DOCTYPE x SYSTEM "{address}">', ""),
    ):
        found[f"{kind}.docx"] = docx(paragraph(f"报告{use}"), head)
        found[f"{kind}.odt"] = odt(f"<text:p>报告{use}</text:p>", head)
        found[f"{kind}.fodt"] = fodt(f"<text:p>报告{use}</text:p>", head)
        found[f"{kind}.xlsx"] = xlsx(f'<row r="1"><c t="str"><v>报告{use}</v></c></row>', head)
        found[f"{kind}.html"] = (head + f"<html><body><p>报告{use}</p></body></html>").encode()
        found[f"{kind}.xhtml"] = (
            f'<?xml version="1.0"?>{head}<html xmlns="http://www.w3.org/1999/xhtml">'
            f"<body><p>报告{use}</p></body></html>"
        ).encode()
    return found


def swelling() -> dict[str, bytes]:
    """Return small files that become large, deep or endless when they are read."""
    deep = 100_000
    huge = b"1" * 400
    cell = "<w:tbl><w:tr><w:tc>"
    kids = b" ".join(b"%d 0 R" % number for number in range(4, 3000))
    return {
        "bomb.docx": docx(paragraph("报告"), styles__xml="<a>" + " " * 60_000_000 + "</a>"),
        "deep.docx": docx("<w:p>" * deep + "</w:p>" * deep),
        "tables.docx": docx(cell * 3000 + paragraph("报告") + "</w:tc></w:tr></w:tbl>" * 3000),
        "span.docx": docx(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
            f"{paragraph('一')}</w:tc><w:tc>{paragraph('二')}</w:tc></w:tr></w:tbl>"
        ),
        "size.docx": docx(
            f'<w:p><w:r><w:rPr><w:sz w:val="{huge.decode()}"/></w:rPr><w:t>报告</w:t></w:r></w:p>'
        ),
        "spaces.odt": odt('<text:p>报<text:s text:c="2000000000"/>告</text:p>'),
        "columns.odt": odt(
            '<table:table><table:table-row table:number-rows-repeated="2000000000">'
            '<table:table-cell table:number-columns-repeated="2000000000"><text:p>报告</text:p>'
            "</table:table-cell></table:table-row></table:table>"
        ),
        "deep.odt": odt("<text:section>" * deep + "</text:section>" * deep),
        "rows.xlsx": xlsx('<row r="2000000000"><c r="XFD2000000000"><v>1</v></c></row>'),
        "strings.xlsx": xlsx(
            '<row r="1"><c r="A1" t="s"><v>99999999999</v></c></row>', "", "<sst/>"
        ),
        "number.xlsx": xlsx(f'<row r="1"><c r="A1"><v>{"9" * 100_000}</v></c></row>'),
        "exponent.xlsx": xlsx('<row r="1"><c r="A1"><v>1e999999999</v></c></row>'),
        "date.xlsx": xlsx('<row r="1"><c r="A1" t="d"><v>99999-99-99</v></c></row>'),
        "groups.rtf": b"{\\rtf1 " + b"{" * 3_000_000,
        "binary.rtf": b"{\\rtf1 \\bin2000000000 \xb1\xa8\xb8\xe6}",
        "skips.rtf": b"{\\rtf1\\uc2000000000\\u25253?" + b"?" * 1000 + b"}",
        "numbers.rtf": b"{\\rtf1\\fs" + huge + b" \\u" + huge + b" \\'b1\\'a8}",
        "rows.rtf": b"{\\rtf1" + b"\\trowd\\cellx100 \\intbl a\\cell\\row" * 50_000 + b"}",
        "deep.html": b"<html><body>" + b"<div>" * deep + "报告".encode() + b"</div>" * deep,
        "lists.html": b"<html><body>" + b"<ul><li>" * deep + "报告".encode(),
        "open.html": b"<html><body><p>" + b"<" * 2_000_000,
        "fonts.html": b"<html><body>" + b"<b><i><font>" * 30_000 + "报告".encode() + b"<p>a" * 3000,
        "attributes.html": b"<html><body><p "
        + b" ".join(b"a%d=1" % number for number in range(40_000))
        + ">报告</p>".encode(),
        "span.html": "<html><body><table><tr><td colspan=2000000000 rowspan=2000000000>报告"
        "<td>二<tr><td>三</table>".encode(),
        "cells.html": b"<html><body><table>" + b"<tr>" + b"<td colspan=1000>a" * 20_000,
        "comment.html": b"<html><body><!--" + b"-" * 3_000_000,
        "style.html": b"<html><style>" + b"a{b:c}" * 300_000 + b"</style><p>a",
        "parts.mhtml": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n"
        + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 20_000,
        "transfer.mhtml": b"MIME-Version: 1.0\r\nContent-Type: text/html; charset="
        + b"x" * 100_000
        + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b"=" * 1_000_000,
        "tree.pdf": pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>",
            ]
        ),
        "parents.pdf": pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>",
                b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
            ]
        ),
        "count.pdf": pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 1]>>",
            ]
        ),
        "pages.pdf": pdf(
            [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count 2996>>" % kids]
            + [b"<<>>"]
            + [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * 2996
        ),
        "arrays.pdf": pdf([b"<</Type/Catalog/Pages 2 0 R/A " + b"[" * 1_000_000 + b">>", b"<<>>"]),
        "loop.pdf": pdf_page(
            b"/X1 Do",
            stream(
                b"/X1 Do /X1 Do",
                b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 6 0 R>>>>",
            ),
        ),
        "streams.pdf": pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                stream(b"2 0 ", b"/Type/ObjStm/N 1/First 4/Extends 2 0 R"),
            ]
        ),
        "content.pdf": pdf_page(b" " * 60_000_000),
        "text.pdf": pdf_page(b"BT /F1 12 Tf " + b"(a)Tj 1 1 Td " * 300_000 + b"ET"),
        "rules.pdf": pdf_page(b"0 0 m 595 842 l S " * 200_000),
        "boxes.pdf": pdf_page(
            b"".join(b"%d %d 9 9 re S " % (n % 595, n % 842) for n in range(30_000))
        ),
        "states.pdf": pdf_page(b"q " * 1_000_000 + b"BT /F1 12 Tf (a)Tj ET"),
        "far.pdf": pdf_page(
            b"BT /F1 1e30 Tf 1e30 0 0 1e30 1e38 -1e38 Tm (abc)Tj ET", page=b"/UserUnit 1e9"
        ),
        "wide.pdf": pdf_page(
            b"BT /F1 12 Tf "
            + b"".join(
                b"1 0 0 1 %d %d Tm (a report of two columns)Tj " % (left, 800 - 12 * row)
                for row in range(40)
                for left in (50, 2_000_000_000)
            )
            + b"ET"
        ),
        "length.pdf": pdf_page(b"a").replace(b"/Length", b"/Length 99999999999 /Old"),
        "table.pdf": b"%PDF-1.7\nxref\n0 4000000000\ntrailer\n<</Size 4000000000/Root 1 0 R"
        b"/Prev 9>>\nstartxref\n9\n%%EOF",
    }


def reaching(address: str) -> dict[str, bytes]:
    """Return files that refer to an address in every way that their formats know."""
    picture = (
        f'<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="{address}"/></w:pict>'
    )
    linked = "".join(
        relation(number, kind, address, outside=True)
        for number, kind in enumerate(
            ("image", "attachedTemplate", "aFChunk", "oleObject", "hyperlink", "subDocument"), 1
        )
    )
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        f'INCLUDETEXT "{address}"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    blip = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' r:link="rId1"/></w:drawing></w:r></w:p><w:altChunk r:id="rId3"/><w:subDoc r:id="rId6"/>'
    )
    image = (
        '<text:p>报告<draw:frame svg:width="2cm" svg:height="2cm"><draw:image '
        f'xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        '</draw:frame></text:p><text:section text:name="s">'
        f'<text:section-source xlink:href="{address}"/>'
        f'<text:p>节</text:p></text:section><draw:object xlink:href="{address}"/>'
    )
    page = (
        f'<html><head><base href="{address}"><link rel=stylesheet href="{address}">'
        f'<style>@import url("{address}");body{{background:url({address})}}</style>'
        f'<script src="{address}"></script><meta http-equiv=refresh content="0;url={address}">'
        f'</head><body background="{address}" onload="fetch(\'{address}\')"><p>报告</p>'
        f'<img src="{address}"><iframe src="{address}"></iframe><object data="{address}"></object>'
        f'<video src="{address}"></video><embed src="{address}">'
        f'<svg><image href="{address}"/></svg>'
        "</body></html>"
    )
    action = f"<</S/URI/URI({address})>>".encode()
    remote = f"<</S/GoToR/F<</FS/URL/F({address})>>/D[0/Fit]>>".encode()
    script = f"<</S/JavaScript/JS(app.launchURL('{address}'))>>".encode()
    form = f"<</Type/XObject/Subtype/Image/Width 9/Height 9/F<</FS/URL/F({address})>>".encode()
    return {
        "linked.docx": docx(
            paragraph("报告") + blip + field + f"<w:p><w:r>{picture}</w:r></w:p>",
            relations=linked,
            settings__xml=f'<w:settings {W} {R}><w:attachedTemplate r:id="rId2"/></w:settings>',
        ),
        "linked.odt": odt(image),
        "linked.fodt": fodt(image),
        "linked.rtf": (
            "{\\rtf1\\ansi{\\*\\template "
            + address
            + '}{\\field{\\*\\fldinst INCLUDEPICTURE "'
            + address
            + '"}{\\fldrslt a}}{\\object\\objlink{\\*\\objdata 00}}\\u25253?}'
        ).encode(),
        "linked.html": page.encode(),
        "linked.mhtml": (
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n"
            f"Content-Type: text/html; charset=utf-8\r\nContent-Location: {address}\r\n"
            f"\r\n{page}\r\n"
            "--a\r\nContent-Type: message/external-body; access-type=URL; "
            f'URL="{address}"\r\n\r\n\r\n--a--\r\n'
        ).encode(),
        "linked.xlsx": xlsx(
            f'<row r="1"><c r="A1" t="str"><f>WEBSERVICE("{address}")</f><v>报告</v></c></row>',
            externalLinks___rels__externalLink1__xml__rels=RELATIONS.format(
                relation(1, "externalLinkPath", address, outside=True)
            ),
        ),
        "linked.pdf": pdf_page(
            b"BT /F1 12 Tf 72 700 Td (report) Tj ET /X1 Do",
            form + b"/Length 0>>\nstream\n\nendstream",
            page=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A %s>>]/AA<</O %s>>"
            % (action, remote),
            catalogue=b"/OpenAction %s/URI<</Base(%s)>>" % (script, address.encode()),
        ),
        "word.doc": (
            '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
            '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
            f"<w:body><w:p><w:r><w:t>报告</w:t></w:r></w:p><w:p><w:r>{picture}</w:r></w:p></w:body>"
            "</w:wordDocument>"
        ).encode(),
    }
