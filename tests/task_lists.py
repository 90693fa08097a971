"""Lists of tasks for tests: sentences of a real report, given to bodies in the layouts of offices.

The sentences are those of a sample report; the bodies and the time limits are invented.
"""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

import openpyxl

from tests.office_files import docx, odt, p
from tracker.model.report import Report

TITLE = "苏州市2021年《政府工作报告》重点任务分解表"
HEADS = ("序号", "重点任务", "工作内容", "牵头单位", "配合单位", "完成时限")
BODIES = ("市发改委", "市工信局", "市交通局", "市教育局", "市民政局", "市生态环境局")
LIMITS = ("12月底前", "年内持续推进", "2021年9月底", "上半年")


@dataclass(frozen=True)
class Task:
    """A task with its group, who does it and by when."""

    group: str
    text: str
    lead: str
    helper: str
    limit: str

    @property
    def body(self) -> str:
        """Who does it, as the program says it in one line."""
        return f"{self.lead}（配合：{self.helper}）" if self.helper else self.lead


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence that holds a place of a text begins and ends."""
    start = max(text.rfind(mark, 0, place) for mark in "。\n") + 1
    return start, text.index("。", place) + 1


def tasks_of(report: Report, places: Iterable[int], most: int) -> dict[tuple[int, int], Task]:
    """Return the sentences of a report at some places, in order, as tasks of their section."""
    found: dict[tuple[int, int], Task] = {}
    for place in places:
        bounds = sentence_at(report.text, place)
        if bounds in found:
            continue
        if len(found) == most:
            break
        n = len(found)
        section = report.section_at(place)
        while section is not None and section.level > 2:
            section = report.sections[section.parent] if section.parent is not None else None
        found[bounds] = Task(
            section.heading.strip("。") if section else "其他",
            report.text[slice(*bounds)].strip(),
            BODIES[n % len(BODIES)],
            BODIES[(n + 2) % len(BODIES)] if n % 3 else "",
            LIMITS[n % len(LIMITS)],
        )
    return found


def _grouped(tasks: Sequence[Task]) -> list[tuple[str, list[Task]]]:
    return [(group, list(own)) for group, own in groupby(tasks, lambda task: task.group)]


def sheet(tasks: Sequence[Task]) -> bytes:
    """Return a workbook: title over all columns, head on the third row, groups as rows across."""
    book = openpyxl.Workbook()
    page = book.active
    page.append([TITLE])
    page.merge_cells("A1:E1")
    page.append(["填报单位：市政府办公室", None, None, None, "2021年2月"])
    page.append([head for head in HEADS if head != "重点任务"])
    number = 0
    for n, (group, own) in enumerate(_grouped(tasks), 1):
        page.append([f"{'一二三四五六七八九十'[n % 10 - 1]}、{group}"])
        page.merge_cells(f"A{page.max_row}:E{page.max_row}")
        for task in own:
            number += 1
            page.append([number, task.text, task.lead, task.helper or None, task.limit])
        page.append([])
    return _saved(book)


def merged_sheet(tasks: Sequence[Task]) -> bytes:
    """Return a workbook with one sheet a group, whose name stands in a merged column."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n, (group, own) in enumerate(_grouped(tasks), 1):
        page = book.create_sheet(f"表{n}")
        page.append(list(HEADS))
        for at, task in enumerate(own):
            page.append(
                [at + 1, None if at else group, task.text, task.lead, task.helper, task.limit]
            )
        page.merge_cells(f"B2:B{len(own) + 1}")
    return _saved(book)


def _saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _w_cell(text: str, *, across: int = 1, merge: str = "") -> str:
    properties = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    properties += {"": "", "start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[merge]
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(escape(text))}</w:tc>"


def word_table(tasks: Sequence[Task]) -> bytes:
    """Return a Word file with a table whose group column is merged downwards."""
    rows = ["".join(map(_w_cell, HEADS))]
    number = 0
    for group, own in _grouped(tasks):
        for at, task in enumerate(own):
            number += 1
            rows.append(
                _w_cell(str(number))
                + _w_cell("" if at else group, merge="on" if at else "start")
                + "".join(map(_w_cell, (task.text, task.lead, task.helper, task.limit)))
            )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return docx(p(TITLE) + f"<w:tbl>{table}</w:tbl>")


def odt_table(tasks: Sequence[Task]) -> bytes:
    """Return an OpenDocument text with a table whose groups are rows across all columns."""

    def cell(text: str, across: int = 1) -> str:
        wide = f' table:number-columns-spanned="{across}"' if across > 1 else ""
        return f"<table:table-cell{wide}><text:p>{escape(text)}</text:p></table:table-cell>" + (
            "<table:covered-table-cell/>" * (across - 1)
        )

    rows = ["".join(map(cell, [h for h in HEADS if h != "重点任务"]))]
    for group, own in _grouped(tasks):
        rows.append(cell(group, 5))
        rows += [
            "".join(map(cell, (str(n), task.text, task.lead, task.helper, task.limit)))
            for n, task in enumerate(own, 1)
        ]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return odt(f"<text:p>{TITLE}</text:p><table:table>{table}</table:table>")


def web_table(tasks: Sequence[Task]) -> bytes:
    """Return a web page with a table whose groups take several rows."""
    rows = ["".join(f"<th>{head}</th>" for head in HEADS)]
    number = 0
    for group, own in _grouped(tasks):
        for at, task in enumerate(own):
            number += 1
            head = "" if at else f'<td rowspan="{len(own)}">{escape(group)}</td>'
            cells = (task.text, task.lead, task.helper, task.limit)
            rows.append(
                f"<td>{number}</td>{head}" + "".join(f"<td>{escape(text)}</td>" for text in cells)
            )
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    page = f"<html><body><h1>{TITLE}</h1><table>{table}</table></body></html>"
    return page.encode()


def comma_table(tasks: Sequence[Task]) -> bytes:
    """Return a CSV file; the group of a task stands in every row."""
    rows = [HEADS]
    rows += [
        (str(n), task.group, task.text, task.lead, task.helper, task.limit)
        for n, task in enumerate(tasks, 1)
    ]
    return ("\ufeff" + "\n".join(",".join(f'"{c}"' for c in row) for row in rows)).encode()


def _assigned(task: Task) -> str:
    helps = f"，{task.helper}配合" if task.helper else ""
    return f"（{task.lead}牵头{helps}，{task.limit}）"


def paragraphs(tasks: Sequence[Task]) -> bytes:
    """Return a notice with numbered paragraphs that end in who does them, in brackets."""
    lines = [
        "苏州市人民政府办公室",
        "关于印发2021年《政府工作报告》重点任务分工的通知",
        "苏府办〔2021〕15号",
        "各市、区人民政府，市各委办局：",
        "现将重点任务分工印发给你们，请认真贯彻落实。",
        "一、提高思想认识。各单位要明确责任，确保任务按期完成。",
        "苏州市人民政府办公室",
        "2021年2月10日",
        "2021年《政府工作报告》重点任务分工",
    ]
    number = 0
    for n, (group, own) in enumerate(_grouped(tasks), 1):
        lines.append(f"{'一二三四五六七八九十'[n % 10 - 1]}、{group}")
        for task in own:
            number += 1
            lines.append(f"{number}.{task.text}{_assigned(task)}")
    return "\n".join(lines).encode()


def labelled(tasks: Sequence[Task]) -> bytes:
    """Return a Word file with numbered paragraphs and lines that say who and by when below them."""
    lines = [TITLE]
    number = 0
    for n, (group, own) in enumerate(_grouped(tasks), 1):
        lines.append(f"（{'一二三四五六七八九十'[n % 10 - 1]}）{group}")
        for task in own:
            number += 1
            helps = f"；配合单位：{task.helper}" if task.helper else ""
            lines += [
                f"{number}.{task.text}",
                f"牵头单位：{task.lead}{helps}",
                f"完成时限：{task.limit}",
            ]
    return docx("".join(p(escape(line)) for line in lines))


LAYOUTS: Mapping[str, Callable[[Sequence[Task]], bytes]] = {
    "groups across.xlsx": sheet,
    "group column, several sheets.xlsx": merged_sheet,
    "group column.docx": word_table,
    "groups across.odt": odt_table,
    "group column.html": web_table,
    "every row.csv": comma_table,
    "notice.txt": paragraphs,
    "lines below.docx": labelled,
}
"""A writer for each layout, by the name of the file that it makes."""
