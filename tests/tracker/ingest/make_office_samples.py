"""Makes the Word, OpenDocument and RTF samples from the seeds. Run by hand, not by the tests.

    python tests/tracker/ingest/make_office_samples.py [FOLDER]

What is typed here is an OpenDocument text in one XML file (fodt); LibreOffice, which must be
installed, opens it and writes every sample, so that the files are as a real program makes them.
Without a folder, the samples beside this file are made anew; with one, all seeds in all looks and
formats are written there, for measuring.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "seeds"
SAMPLES = HERE / "samples" / "office"

FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt:writer8",
    "rtf": "rtf:Rich Text Format",
    "doc": "doc:MS Word 97",
}
LEVELS = (
    re.compile(r"第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、"),
    re.compile(r"（[一二三四五六七八九十]+）"),
)
NUMBER = re.compile(
    r"(?:第[一二三四五六七八九十]+部分\s*|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)"
)

NAMESPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
        for name, uri in {
            "office": "office",
            "text": "text",
            "style": "style",
            "fo": "xsl-fo-compatible",
            "table": "table",
            "draw": "drawing",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)

FONT = 'style:font-name-asian="Noto Serif CJK SC"'
LIST_LEVELS = (
    '<{tag} text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<{tag} text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" '
    'style:num-suffix="）"/>'
    '<{tag} text:level="3" style:num-format="1" style:num-suffix="."/>'
)


def document(body: str, *, changes: str = "") -> str:
    """Return a document with styles, a running head and page numbers around a body."""
    outline = LIST_LEVELS.format(tag="text:outline-level-style") if "NUMBERED" in body else ""
    heading = "".join(
        f'<style:style style:name="Heading_20_{n}" style:display-name="Heading {n}" '
        f'style:family="paragraph" style:default-outline-level="{n}" '
        'style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold" '
        f'style:font-weight-asian="bold" fo:font-size="{20 - 2 * n}pt" '
        f'style:font-size-asian="{20 - 2 * n}pt"/></style:style>'
        for n in (1, 2)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties {FONT} fo:font-size="14pt"
 style:font-size-asian="14pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
{heading}
<text:outline-style style:name="Outline">{outline}</text:outline-style>
<text:list-style style:name="Works">{LIST_LEVELS.format(tag="text:list-level-style-number")}
</text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Centred" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="BoldLine" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Part" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="18pt"
 style:font-size-asian="18pt" fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"
 style:font-weight-asian="bold"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/>
</style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style/><style:footer-style/>
</style:page-layout>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p>政府工作报告（页眉）</text:p></style:header>
<style:footer><text:p text:style-name="Centred">— <text:page-number
 text:select-page="current">1</text:page-number> —</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{changes}{body.replace("NUMBERED", "")}</office:text></office:body>
</office:document>
"""


def paragraph(text: str, style: str = "Standard") -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def heading(text: str, level: int, look: str) -> str:
    """Return a heading: by style, by style with automatic number, or by its letters alone.

    Bold letters keep the numbers of headings; where they are ``unnumbered``, parts are larger and
    centred.
    """
    if look == "bold":
        return paragraph(text, "BoldLine")
    if look == "unnumbered":
        return paragraph(NUMBER.sub("", text, count=1), "Part" if level == 1 else "BoldLine")
    if look == "numbered":
        text = NUMBER.sub("", text, count=1)
    return (
        f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
        f"{escape(text)}</text:h>"
    )


def body_of(lines: list[str], look: str) -> str:
    """Return the lines of a seed in one of the looks: styled, bold or numbered."""
    found: list[str] = ["NUMBERED" if look == "numbered" else ""]
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t"):
            table, at = table_at(lines, at)
            found.append(table)
            continue
        at += 1
        bare = line.strip()
        if not bare:
            continue
        level = next((n for n, p in enumerate(LEVELS, 1) if p.match(bare)), 0)
        if level and len(bare) < 40 and "。" not in bare:
            found.append(heading(bare, level, look))
        else:
            found.append(paragraph(bare, "Centred" if at < 12 and len(bare) < 40 else "Standard"))
    return "".join(found)


def table_at(lines: list[str], at: int) -> tuple[str, int]:
    """Return the ruled table whose cells stand on lines, and the line after it."""
    rows: list[list[str]] = [[]]
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t"):
            rows[-1].append(line.strip())
        elif line.strip() and rows[-1]:
            rows[-1][-1] += "\n" + line.strip()
        elif rows[-1]:
            rows.append([])
        else:
            break
        at += 1
    rows = [row for row in rows if row]
    width = max(map(len, rows))
    return '<table:table table:name="T">' + (
        f'<table:table-column table:number-columns-repeated="{width}"/>'
        + "".join(f"<table:table-row>{cells(rows, n)}</table:table-row>" for n in range(len(rows)))
        + "</table:table>"
    ), at


def cells(rows: list[list[str]], n: int) -> str:
    """Return the cells of a row; an empty first cell goes on with the one above."""
    found = ""
    for column, text in enumerate(rows[n]):
        if column == 0 and not text and n:
            found += "<table:covered-table-cell/>"
            continue
        span = 1
        while column == 0 and n and n + span < len(rows) and not rows[n + span][0]:
            span += 1
        merged = f' table:number-rows-spanned="{span}"' if span > 1 else ""
        inner = "".join(paragraph(part) for part in text.split("\n"))
        found += f'<table:table-cell table:style-name="Ruled"{merged}>{inner}</table:table-cell>'
    return found


DETAILS_CHANGES = """<text:tracked-changes>
<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator>
<dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>增长9%</text:p></text:deletion>
</text:changed-region>
<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>A</dc:creator>
<dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
</text:tracked-changes>"""

DETAILS = (
    paragraph("政府工作报告", "Centred")
    + '<text:p text:style-name="Centred">——2026年1月27日在某市第十届人民代表大会上'
    "<text:line-break/>市长　某某</text:p>"
    + heading("2025年工作回顾", 1, "styled")
    + "<text:p>地区生产总值<text:change text:change-id='c1'/><text:change-start "
    "text:change-id='c2'/>增长5%<text:change-end text:change-id='c2'/>"
    '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>按可比价格计算。</text:p></text:note-body></text:note>，粮食产量"
    "<text:span text:style-name='Hidden'>内部数据</text:span>保持<text:line-break/>稳定。"
    "<text:line-break/>城镇新增就业20万人<office:annotation><dc:creator>B</dc:creator>"
    "<dc:date>2026-01-01T00:00:00</dc:date><text:p>核对</text:p></office:annotation>。"
    '<text:note text:id="n2" text:note-class="endnote"><text:note-citation>i</text:note-citation>'
    "<text:note-body><text:p>城镇新增就业：统计口径同上年。</text:p></text:note-body></text:note>"
    "</text:p>"
    + heading("2026年主要任务", 1, "styled")
    + '<text:list text:style-name="Works"><text:list-item><text:p>稳增长</text:p>'
    "<text:list><text:list-item><text:p>扩投资</text:p></text:list-item>"
    "<text:list-item><text:p>促消费</text:p>"
    "<text:list><text:list-item><text:p>5亿元消费券年内发放完毕。</text:p></text:list-item>"
    "</text:list></text:list-item></text:list></text:list-item>"
    "<text:list-item><text:p>惠民生</text:p></text:list-item></text:list>"
    + '<text:p>新建公园10个<draw:frame text:anchor-type="paragraph" svg:width="5cm" '
    'svg:height="2cm"><draw:text-box><text:p>文本框：新增学位2万个。</text:p></draw:text-box>'
    "</draw:frame>，改造老旧小区30个。</text:p>"
    + '<table:table table:name="F"><table:table-column/><table:table-row><table:table-cell '
    'table:style-name="Ruled"><text:p>专栏1　民生实事</text:p><text:p>新增养老床位1000张。</text:p>'
    "</table:table-cell></table:table-row></table:table>"
    + "<text:p>各位代表，让我们共同奋斗！</text:p>"
)


def shortened(name: str) -> list[str]:
    """Return the parts of seed 001 that hold headings of all kinds and a piece of each table."""
    lines = next(SEEDS.glob(f"{name}*")).read_text(encoding="utf-8").split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("1．产业实力"))
    end = next(i for i, line in enumerate(lines) if line.startswith("二、2023年"))
    kept = [*lines[:start], *lines[end:]]
    kept = [line for line in kept if not re.match(r"(?:[2-9]|1[0-8])．", line)]
    cut = next(i for i, line in enumerate(kept) if line.startswith("\t公共"))
    after = next(i for i, line in enumerate(kept) if line.startswith("上述目标中"))
    return [*kept[:cut], "", *kept[after:]]


def contents_page(lines: list[str]) -> str:
    """Return a table of contents typed by hand, a tab and a number behind each heading."""
    entries = [line for line in lines if LEVELS[0].match(line) and len(line) < 40]
    return paragraph("目　录", "Centred") + "".join(
        f"<text:p>{escape(entry)}<text:tab/>{3 * n + 1}</text:p>" for n, entry in enumerate(entries)
    )


def convert(source: Path, ending: str, folder: Path, profile: Path) -> None:
    """Let LibreOffice write a file in another format."""
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"),
            *("--convert-to", FILTERS[ending], "--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
    )


def main(target: Path | None) -> None:
    """Write the samples, or everything into a folder."""
    made: dict[str, tuple[str, tuple[str, ...]]] = {}
    everywhere = tuple(FILTERS)
    if target is None:
        lines = shortened("001")
        SAMPLES.mkdir(parents=True, exist_ok=True)
        (SAMPLES / "001.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        made["001_styled"] = (document(body_of(lines, "styled")), everywhere)
        made["001_bold"] = (document(body_of(lines, "bold")), ("docx",))
        made["001_unnumbered"] = (document(body_of(lines, "unnumbered")), ("docx", "odt", "rtf"))
        made["001_numbered"] = (document(body_of(lines, "numbered")), ("docx", "odt"))
        whole = contents_page(lines) + body_of(lines, "styled")
        made["001_contents"] = (document(whole), ("docx", "rtf"))
        made["details"] = (document(DETAILS, changes=DETAILS_CHANGES), everywhere)
    else:
        for seed in sorted(SEEDS.glob("*.txt")):
            lines = seed.read_text(encoding="utf-8").split("\n")
            for look in ("styled", "bold", "numbered", "unnumbered"):
                text = document(body_of(lines, look))
                made[f"{seed.name[:3]}_{look}"] = (text, everywhere)
    folder = target or SAMPLES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for stem, (text, endings) in made.items():
            source = Path(name) / f"{stem}.fodt"
            source.write_text(text, encoding="utf-8")
            for ending in endings:
                convert(source, ending, folder, Path(name) / "profile")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
