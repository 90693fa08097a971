"""Make the web pages in this folder anew: ``python make_samples.py [FOLDER]``, by hand.

Needs Chromium and LibreOffice. A report of ``seeds/`` goes into the three pages of ``pages/``,
which are built as government sites build theirs; Chromium opens them, runs their scripts and saves
what it then holds, as html and as mhtml; LibreOffice saves the plain report as html and xhtml. With
a folder, all pages of all reports are made there; ``python -m tests.same_report FOLDER`` compares.
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[4] / "seeds"
KEPT = (
    ("003", "modern", "html"),
    ("003", "modern", "mhtml"),
    ("003", "trs", "html"),
    ("004", "tables", "source"),
    ("004", "tables", "mhtml"),
    ("001", "office", "html"),
    ("003", "office", "xhtml"),
)
"""What stands in this folder: seed, page, how it was saved."""
TITLES = {
    "000": "2023年苏州市政府工作报告",
    "001": "关于苏州市2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告",
    "002": "政府工作报告",
    "003": "政府工作报告",
    "004": "2025年政府工作报告",
}
PAGES = {"modern": "utf-8", "trs": "gb18030", "tables": "gb18030"}


def content(seed):
    """Return the paragraphs of a sample report and its tables, which are lists of rows of cells.

    In the text file a cell begins with a tab, a row ends with an empty line, a table with two.
    """
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    found, table, empty = [], None, 0
    for line in path.read_text(encoding="utf-8").split("\n"):
        empty = 0 if line.strip() or line.startswith("\t") else empty + 1
        if table is None and line.startswith("\t"):
            table = [[]]
            found.append(table)
        if table is None:
            if line.strip():
                found.append(line.strip())
        elif empty == 2:
            del table[-1]
            table = None
        elif empty:
            table.append([])
        elif line.startswith("\t"):
            table[-1].append(line.strip())
        else:
            table[-1][-1] += f"\n{line.strip()}"
    return found


def table_source(rows, kind):
    """Return a table as html; an empty cell goes on from the one above in the modern page."""
    found = []
    for number, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            high = 1
            while (
                kind == "modern"
                and cell
                and number + high < len(rows)
                and not (rows[number + high][column : column + 1] or ["-"])[0]
            ):
                high += 1
            if cell or kind != "modern":
                text = "<br>".join(html.escape(cell, quote=False).split("\n"))
                inner = f"<p>{text}</p>" if kind != "tables" else text or "&nbsp;"
                span = f' rowspan="{high}"' if high > 1 else ""
                cells.append(f"<td{span}>{inner}</td>")
        found.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1" cellspacing="0">{"".join(found)}</table>'


def heading_level(line):
    """Return the level of a heading that is numbered as such, else 0."""
    if len(line) > 40:
        return 0
    return 2 if re.match("[一二三四五六七八九十]+、", line) else 3 if line.startswith("（") else 0


def body_source(kind, lines):
    """Return the report as html, in the manner of a kind of page."""
    found = []
    for line in lines:
        if isinstance(line, list):
            found.append(table_source(line, kind))
            continue
        text = html.escape(line, quote=False)
        level = heading_level(line)
        if kind == "tables":
            found.append(f"&emsp;&emsp;{text}<BR>")
        elif kind == "trs":
            inner = f"<B>{text}</B>" if level else text
            font = f'<FONT face="仿宋_GB2312" size=4>&nbsp;&nbsp;&nbsp; {inner}</FONT>'
            found.append(f"<P align=justify>{font}</P>")
        elif kind == "office":
            found.append(f"<h{level}>{text}</h{level}>" if level else f"<p>{text}</p>")
        else:
            inner = f"<strong>{text}</strong>" if level else text
            found.append(f'<p style="text-indent: 2em">{inner}</p>')
    return "\n".join(found)


def page(kind, seed):
    """Return the source of a page with a report in it."""
    source = (HERE / "pages" / f"{kind}.html").read_text(encoding="utf-8")
    body = body_source(kind, content(seed))
    return source.replace("$TITLE", TITLES[seed]).replace("$BODY", body)


class Chromium:
    """A browser without a window that is told what to do through a pipe."""

    def __init__(self, profile):
        to_browser, from_us = os.pipe()
        to_us, from_browser = os.pipe()
        self._write, self._read = os.fdopen(from_us, "wb"), os.fdopen(to_us, "rb")

        def hand_over():
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self._process = subprocess.Popen(
            [
                *(shutil.which("chromium") or "chromium", "--headless", "--no-sandbox"),
                *("--remote-debugging-pipe", f"--user-data-dir={profile}", "--disable-gpu"),
            ],
            preexec_fn=hand_over,  # noqa: PLW1509 - there is one thread
            close_fds=False,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._number = 0

    def ask(self, method, session=None, **params):
        """Send a command of the DevTools protocol; return its result."""
        self._number += 1
        said = {"id": self._number, "method": method, "params": params}
        if session:
            said["sessionId"] = session
        self._write.write(json.dumps(said).encode() + b"\0")
        self._write.flush()
        while True:
            answer = json.loads(self._next())
            if answer.get("id") == self._number:
                return answer["result"]

    def _next(self):
        found = bytearray()
        while (byte := self._read.read(1)) != b"\0":
            found += byte
        return found.decode()

    def save(self, path):
        """Return a local page as the browser holds it: html (its DOM) and mhtml."""
        target = self.ask("Target.createTarget", url=path.as_uri())["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        loaded = 'document.readyState === "complete" && location.protocol === "file:"'
        while not self.ask("Runtime.evaluate", session, expression=loaded)["result"].get("value"):
            pass
        dom = "document.documentElement.outerHTML"
        held = self.ask("Runtime.evaluate", session, expression=dom, returnByValue=True)
        archive = self.ask("Page.captureSnapshot", session, format="mhtml")["data"]
        self.ask("Target.closeTarget", targetId=target)
        return held["result"]["value"], archive

    def close(self):
        """End the browser."""
        self.ask("Browser.close")
        self._process.wait()


def office(seed, kind, folder):
    """Return the report as LibreOffice saves it as html or xhtml, by way of an odt of its own."""
    plain = f"<html><body>{body_source('office', content(seed))}</body></html>"
    (folder / "report.htm").write_bytes(plain.encode("utf-8-sig"))
    target = {"html": "html:HTML (StarWriter)", "xhtml": "xhtml:XHTML Writer File"}[kind]
    soffice = ("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless")
    for filters, source in (
        (("--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8"), "report.htm"),
        (("--convert-to", target), "report.odt"),
    ):
        into = ("--outdir", str(folder), str(folder / source))
        subprocess.run([*soffice, *filters, *into], check=True, capture_output=True)
    return (folder / f"report.{kind}").read_bytes()


def main():
    """Write the samples of ``KEPT``, or with a folder all pages of all seeds into that."""
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    seeds = [path.name[:3] for path in sorted(SEEDS.glob("*.txt"))]
    forms = [(p, f) for p in PAGES for f in ("source", "html", "mhtml")]
    forms += [("office", "html"), ("office", "xhtml")]
    wanted = KEPT if into == HERE else [(s, p, f) for s in seeds for p, f in forms]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        browser = Chromium(folder / "chromium")
        for seed, kind, form in wanted:
            if kind == "office":
                data = office(seed, form, folder)
            else:
                source = folder / f"{kind}.html"
                source.write_bytes(page(kind, seed).encode(PAGES[kind]))
                dom, archive = browser.save(source) if form != "source" else ("", "")
                saved = {
                    "source": source.read_bytes(),
                    "html": dom.encode(),
                    "mhtml": archive.encode(),
                }
                data = saved[form]
            ending = {"source": "html", "html": "html", "mhtml": "mhtml", "xhtml": "xhtml"}[form]
            stem = f"{seed}-{kind}-source" if form == "source" else f"{seed}-{kind}"
            (into / f"{stem}.{ending}").write_bytes(data)
        browser.close()


if __name__ == "__main__":
    main()
