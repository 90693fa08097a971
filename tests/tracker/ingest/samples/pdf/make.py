"""Makes the PDF files of this folder from the seeds, with LibreOffice and Chromium; run by hand.

    python tests/tracker/ingest/samples/pdf/make.py OUT_DIR            # the small files kept here
    python tests/tracker/ingest/samples/pdf/make.py OUT_DIR --whole    # all seeds, all looks

Needs soffice, chromium, pdftoppm and the Noto CJK fonts. Beside each PDF stands a text file with
the paragraphs that went in, table rows with tabs.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[5]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@dataclass(frozen=True)
class Look:
    """How a document is set."""

    producer: str = "office"
    page: tuple[float, float] = (21.0, 29.7)
    columns: int = 1
    size: float = 16
    height: float = 28
    indent: bool = True
    gap: float = 0
    justify: bool = True
    sans: bool = False
    head: str = ""
    foot: str = "— {} —"
    number: str = "1"
    ruled: bool = True
    headings: str = "size"
    notes: bool = False
    landscape: bool = False
    hanging: bool = False
    site: bool = False


LOOKS = {
    "official": Look(),
    "headed": Look(head="苏州市人民政府公报", foot="- {} -", size=12, height=20, notes=True),
    "blank": Look(indent=False, gap=10, size=12, height=18, justify=False, sans=True),
    "bare": Look(indent=False, size=12, height=20, justify=False, ruled=False, headings="bold"),
    "columns": Look(columns=2, size=10.5, height=16, head="政府公报", foot="第{}页 共{n}页"),
    "letter": Look(page=(18.4, 26.0), size=14, height=22, number="i", foot="{}", ruled=False),
    "web": Look(producer="web", size=12, height=20, head="title", foot="url"),
    "web_official": Look(producer="web", size=16, height=28, justify=True),
    "web_blank": Look(
        producer="web",
        size=11,
        height=18,
        indent=False,
        gap=9,
        justify=False,
        ruled=False,
        headings="bold",
        sans=True,
    ),
    "web_columns": Look(producer="web", size=10, height=15, columns=2),
    "web_bare": Look(producer="web", size=12, height=19, indent=False, headings="bold"),
}


@dataclass(frozen=True)
class Item:
    """One paragraph, heading or table that goes in."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


def items_of(path: Path) -> list[Item]:
    """Return the paragraphs of a seed; the tables of the plan report as tables."""
    found: list[Item] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    cells: list[list[str]] = []
    head = True
    for line in lines:
        in_table = bool(found) and found[-1].kind == "caption"
        if in_table and (line.startswith("\t") or (cells and not re.match(r"[（上]", line))):
            _take_cell(cells, line)
            continue
        if cells:
            found.append(Item("table", rows=_rows(cells)))
            cells = []
        text = re.sub(r"[ \t]+", " ", line).strip()
        if not text:
            continue
        head = head and not re.match(r"(各位代表|我受)", text)
        found.append(
            Item(
                _kind(text, head=head, after_title=bool(found) and found[-1].kind == "title"), text
            )
        )
    return found


def _take_cell(cells: list[list[str]], line: str) -> None:
    if line.startswith("\t"):
        if not cells or (cells[-1] and cells[-1][-1] == "\0"):
            cells.append([])
        cells[-1].append(line.strip())
    elif line.strip():
        cells[-1][-1] += line.strip()
    elif cells and cells[-1] and cells[-1][-1] != "\0":
        cells[-1].append("\0")


def _rows(cells: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(re.sub(r"\s+", "", c) for c in row if c != "\0") for row in cells)


def _kind(text: str, *, head: bool, after_title: bool) -> str:
    if re.match(r"表\d", text):
        return "caption"
    if head:
        named = re.fullmatch(r"(\d{4}年)?(.{2,6})?政 ?府 ?工 ?作 ?报 ?告|.*政府工作报告", text)
        return "title" if named and not after_title else "sub"
    if re.match(r"[一二三四五六七八九十]+、", text) and len(text) < 40:
        return "h1"
    if re.match(r"（[一二三四五六七八九十]+）", text) and len(text) < 40:
        return "h2"
    if len(text) < 15 and re.fullmatch(r".*(工作回顾|工作安排|目标任务)", text):
        return "h1"
    return "p"


def text_of(items: list[Item]) -> str:
    """Return what a reader should find, a line each."""
    lines = []
    for item in items:
        rows = ["\t".join(row) for row in item.rows]
        lines += rows or [re.sub("[{}]", "", item.text)]
        if item.note:
            lines.append(item.note)
    return "\n".join(lines) + "\n"


# LibreOffice: a flat ODT with page styles.

_NS = " ".join(
    f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"'
    for p, u in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def flat_odt(items: list[Item], look: Look) -> str:
    """Return a document for LibreOffice."""
    font = "Noto Sans CJK SC" if look.sans else "Noto Serif CJK SC"
    align = "justify" if look.justify else "start"
    indent = 2 * look.size if look.indent else 0

    def style(name: str, size: float, extra: str, *, bold: bool, before: float = 0) -> str:
        weight = "bold" if bold else "normal"
        high = look.height * max(1, size / look.size)
        wrap = "hanging" if look.hanging else "simple"
        return (
            f'<style:style style:name="{name}" style:family="paragraph">'
            f'<style:paragraph-properties fo:line-height="{high}pt"'
            f' fo:margin-bottom="{look.gap}pt" fo:margin-top="{before}pt" fo:orphans="2"'
            f' fo:widows="2" style:punctuation-wrap="{wrap}" {extra}/>'
            f'<style:text-properties fo:font-size="{size}pt"'
            f' style:font-size-asian="{size}pt" style:font-name="F" style:font-name-asian="F"'
            f' fo:font-weight="{weight}" style:font-weight-asian="{weight}"'
            f' fo:language="en" style:language-asian="zh" style:country-asian="CN"/></style:style>'
        )

    big = look.headings == "size"
    first = f'fo:text-indent="{indent}pt"'
    styles = "".join(
        (
            style("p", look.size, f'fo:text-align="{align}" {first}', bold=False),
            style(
                "title", look.size * 1.4 if big else look.size, 'fo:text-align="center"', bold=True
            ),
            style("sub", look.size, 'fo:text-align="center"', bold=False),
            style("h1", look.size * 1.15 if big else look.size, first if big else "", bold=True),
            style("h2", look.size, first, bold=True),
            style("caption", look.size, 'fo:text-align="center"', bold=False, before=6),
            style("cell", look.size * 0.8, 'fo:text-align="start"', bold=False),
            style("furn", 9, 'fo:text-align="center"', bold=False),
            style("note", look.size * 0.75, "", bold=False),
        )
    )
    width, tall = look.page[::-1] if look.landscape else look.page
    border = 'fo:border="0.5pt solid #000000"' if look.ruled else ""
    columns = f'<style:columns fo:column-count="{look.columns}" fo:column-gap="0.8cm"/>'
    region = (
        '<style:header-style><style:header-footer-properties fo:min-height="0.8cm"'
        ' fo:margin-bottom="0.3cm"/></style:header-style>'
        if look.head
        else ""
    )
    foot = look.foot.replace("{}", "<text:page-number/>").replace("{n}", "<text:page-count/>")
    header = f'<style:header><text:p text:style-name="furn">{look.head}</text:p></style:header>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_NS} office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{font}'"/>
</office:font-face-decls>
<office:styles><text:notes-configuration text:note-class="footnote" style:num-format="1"/>
</office:styles>
<office:automatic-styles>{styles}
<style:style style:name="up" style:family="text"><style:text-properties
 style:text-position="super 58%"/></style:style>
<style:style style:name="down" style:family="text"><style:text-properties
 style:text-position="sub 58%"/></style:style>
<style:style style:name="c" style:family="table-cell"><style:table-cell-properties {border}
 fo:padding="0.1cm" style:vertical-align="middle"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="{width}cm"
 fo:page-height="{tall}cm" fo:margin="2.5cm" style:num-format="{look.number}"
 style:print-orientation="{"landscape" if look.landscape else "portrait"}">{columns}
 </style:page-layout-properties>{region}<style:footer-style><style:header-footer-properties
 fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
{header if look.head else ""}<style:footer><text:p text:style-name="furn">{foot}</text:p>
</style:footer></style:master-page></office:master-styles>
<office:body><office:text>{"".join(_office(i, n) for n, i in enumerate(items))}</office:text>
</office:body></office:document>"""


def _office(item: Item, number: int) -> str:
    if item.kind == "table":
        rows = ""
        for index, row in enumerate(item.rows):
            cells = "".join(
                f'<table:table-cell table:style-name="c"><text:p text:style-name="cell">'
                f"{escape(cell)}</text:p></table:table-cell>"
                for cell in row
            )
            line = f"<table:table-row>{cells}</table:table-row>"
            rows += line if index else f"<table:table-header-rows>{line}</table:table-header-rows>"
        count = len(item.rows[0])
        return (
            f'<table:table table:name="T{number}">'
            f'<table:table-column table:number-columns-repeated="{count}"/>{rows}</table:table>'
        )
    note = ""
    if item.note:
        note = (
            f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation/>'
            f'<text:note-body><text:p text:style-name="note">{escape(item.note)}</text:p>'
            "</text:note-body></text:note>"
        )
    level = {"h1": 1, "h2": 2}.get(item.kind)
    tag = f'text:h text:outline-level="{level}"' if level else "text:p"
    text = escape(item.text).replace("²", '<text:span text:style-name="up">2</text:span>')
    text = text.replace("{", '<text:span text:style-name="down">').replace("}", "</text:span>")
    end = text[-1] if item.note else ""  # the mark stands before the full stop
    text = text[: -len(end)] if end else text
    return f'<{tag} text:style-name="{item.kind}">{text}{note}{end}</{tag.split(maxsplit=1)[0]}>'


# Chromium: a page printed to PDF.

_SITE_HEAD = """<div>政府网站　今天：2026年2月3日 <input placeholder="搜索"></div>
<div>首页　政务公开　政务服务</div><div>当前位置：首页 &gt; 政务公开 &gt; 正文</div>"""
_SITE_SIDE = "<h3>热点专题</h3>" + "".join(
    f"<div>{text}<br>2026-02-0{day}</div>"
    for day, text in enumerate(("政府工作报告解读", "图解工作报告", "政府常务会议"), 1)
)


def web_page(items: list[Item], look: Look) -> str:
    """Return a page for Chromium."""
    font = "Noto Sans CJK SC" if look.sans else "Noto Serif CJK SC"
    big = look.headings == "size"
    border = "1px solid #000" if look.ruled else "0"
    body = "".join(_web(i) for i in items)
    if look.site:
        body = f"""{_SITE_HEAD}<div style="display: flex"><div style="width: 72%">{body}</div>
<div style="width: 26%; margin-left: 2%; font-size: 0.8em">{_SITE_SIDE}</div></div>"""
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">
<title>政府工作报告</title><style>
@page {{ size: {look.page[0]}cm {look.page[1]}cm; margin: 2cm; }}
body {{ font: {look.size}pt/{look.height}pt "{font}"; column-count: {look.columns};
 column-gap: 0.9cm; margin: 0; text-align: {"justify" if look.justify else "left"}; }}
p {{ margin: 0 0 {look.gap}pt; text-indent: {"2em" if look.indent else 0}; }}
.title {{ text-align: center; text-indent: 0; font-weight: bold;
 font-size: {1.5 if big else 1}em; line-height: 1.6; }}
.sub, .caption {{ text-align: center; text-indent: 0; }}
.h1 {{ font-weight: bold; font-size: {1.2 if big else 1}em; }} .h2 {{ font-weight: bold; }}
table {{ border-collapse: collapse; width: 100%; font-size: 0.8em; line-height: 1.5; }}
td {{ border: {border}; padding: 2pt 6pt; text-indent: 0; text-align: left; width: 10%; }}
</style></head><body>{body}</body></html>"""


def _web(item: Item) -> str:
    if item.kind == "table":
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in item.rows
        )
        return f"<table>{rows}</table>"
    text = escape(item.text).replace("²", "<sup>2</sup>")
    return f'<p class="{item.kind}">{text}</p>'


def write_pdf(items: list[Item], look: Look, target: Path) -> None:
    """Write a PDF and the text that went into it."""
    target.with_suffix(".txt").write_text(text_of(items), encoding="utf-8")
    with TemporaryDirectory() as folder:
        if look.producer == "office":
            source = Path(folder) / f"{target.stem}.fodt"
            source.write_text(flat_odt(items, look), encoding="utf-8")
            _convert(source, "pdf", target)
            return
        source = Path(folder) / "report.html"
        source.write_text(web_page(items, look), encoding="utf-8")
        _print(source, target, *([] if look.head else ["--no-pdf-header-footer"]))


def _print(source: Path, target: Path, *options: str) -> None:
    """Let Chromium print a page."""
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-pdf-tagging",
        *options,
    ]
    command += [f"--user-data-dir={source.parent}/profile", f"--print-to-pdf={target.resolve()}"]
    subprocess.run([*command, source.as_uri()], check=True, capture_output=True)


def _convert(source: Path, form: str, target: Path) -> None:
    """Let LibreOffice make a PDF, with a profile of its own."""
    profile = f"-env:UserInstallation=file://{source.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", source.parent]
    subprocess.run([*command, source], check=True, capture_output=True)
    shutil.move(source.with_suffix(".pdf"), target)


def with_notes(items: list[Item], every: int = 7) -> list[Item]:
    """Give every so many paragraphs a footnote."""
    notes = 0
    found = []
    for index, item in enumerate(items):
        if item.kind == "p" and index % every == 0 and item.text.endswith("。"):
            notes += 1
            text = f"统计口径按照国家统计局第{notes}号制度说明，" + item.text[: notes * 3 % 37 + 4]
            found.append(replace(item, note=text))
        else:
            found.append(item)
    return found


def whole(out: Path) -> None:
    """Write every seed in every look."""
    for seed in SEEDS:
        for name, look in LOOKS.items():
            items = items_of(seed)
            target = out / f"{seed.stem[:3]}_{name}.pdf"
            if not target.exists():
                write_pdf(with_notes(items) if look.notes else items, look, target)


SMALL = {
    "office_headed": (
        1,
        slice(2, 15),
        Look(
            page=(12.0, 16.0),
            head="苏州市人民政府公报",
            foot="- {} -",
            size=11,
            height=18,
            notes=True,
            sans=True,
        ),
    ),
    "office_unruled": (
        1,
        slice(6, 14),
        Look(
            page=(14.8, 18.0),
            size=11,
            height=18,
            number="i",
            foot="{}",
            ruled=False,
            sans=True,
        ),
    ),
    "office_columns": (
        3,
        slice(0, 14),
        Look(
            columns=2,
            size=9,
            height=14,
            foot="第{}页 共{n}页",
            page=(14.8, 18.0),
            sans=True,
        ),
    ),
    "office_hanging": (
        4,
        slice(4, 15),
        Look(columns=2, size=9, height=14, page=(14.8, 18.0), sans=True, hanging=True),
    ),
    "office_plain": (
        4,
        slice(0, 16),
        Look(
            page=(12.0, 16.0),
            indent=False,
            gap=8,
            size=10.5,
            height=16,
            justify=False,
            headings="bold",
            sans=True,
        ),
    ),
    "web_ruled": (
        1,
        slice(7, 10),
        Look(
            producer="web",
            page=(10.0, 7.0),
            size=11,
            height=18,
            head="title",
            foot="url",
            sans=True,
        ),
    ),
    "web_site": (
        3,
        slice(0, 8),
        Look(producer="web", size=10, height=15, page=(18.0, 16.0), sans=True, site=True),
    ),
    "web_columns": (
        3,
        slice(0, 8),
        Look(
            producer="web",
            size=10,
            height=15,
            columns=2,
            page=(14.8, 10.0),
            sans=True,
        ),
    ),
}
"""Small files by name: number of the seed, which of its paragraphs, look."""


def _shortened(item: Item, least: int, n_rows: int) -> Item:
    """Return a paragraph with its first sentences only, so that few glyphs are embedded."""
    end = item.text.find("。", least)
    rows = item.rows[:n_rows]
    return replace(item, text=item.text[: end + 1] if end > 0 else item.text, rows=rows)


def small(out: Path) -> None:
    """Write the small files that are kept."""
    for name, (seed, part, look) in SMALL.items():
        # Chromium draws each Chinese character anew, as a shape: fewer of them make the file small.
        least, rows = (20, 5) if look.producer == "web" else (110, 14)
        items = [_shortened(item, least, rows) for item in items_of(SEEDS[seed])[part]]
        if look.notes:
            items.append(Item("p", "新增湿地20km²，PM{2.5}平均浓度下降3%，R&D投入占比达4%。"))
        write_pdf(with_notes(items, every=3) if look.notes else items, look, out / f"{name}.pdf")
    first = out / "office_headed.pdf"
    with TemporaryDirectory() as folder:
        picture = Path(folder) / "scanned"
        command = ["pdftoppm", "-r", "50", "-f", "2", "-l", "2", "-gray", "-png", "-singlefile"]
        subprocess.run([*command, first, picture], check=True)
        page = Path(folder) / "scanned.html"
        page.write_text('<img src="scanned.png" style="width:100%">', encoding="utf-8")
        _print(page, out / "scanned.pdf", "--no-pdf-header-footer")
    with TemporaryDirectory() as folder:
        source = Path(folder) / "password.fodt"
        source.write_text(flat_odt([Item("p", "各位代表：")], Look()), encoding="utf-8")
        lock = (
            'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
            '"DocumentOpenPassword":{"type":"string","value":"secret"}}'
        )
        _convert(source, lock, out / "password.pdf")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    if "--whole" in sys.argv:
        whole(target)
    else:
        small(target)
