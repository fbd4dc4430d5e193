"""Pieces that every section of the page is made of; all text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

STYLE = """:root{color-scheme:light}
body{font:16px/1.5 system-ui,"Noto Sans","DejaVu Sans",sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;
color:#222;background:#fff}
h1{font-size:1.7rem;margin:0 0 .3rem}h2{font-size:1.3rem;margin:2.2rem 0 .4rem;border-bottom:2px solid #ddd}
h3{font-size:1.05rem;margin:1.6rem 0 .4rem}h2,h3{break-after:avoid}
h3 a{font-size:.85rem;font-weight:normal;margin-left:.4rem}a{color:#1a5a96}
table{border-collapse:collapse;margin:.4rem 0}
td,th{border:1px solid #ccc;padding:.15rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f3f3;font-weight:600}td:first-child{white-space:nowrap}
.figures td:not(:first-child),.figures th:not(:first-child){text-align:right;white-space:nowrap}
.figures th{overflow-wrap:normal}.figures tr.sum td{font-weight:600}.wide{overflow-x:auto}
.causes th:not(:first-child){font-size:.85rem;vertical-align:bottom;white-space:normal}
.changes th,.changes td:nth-child(-n+4){white-space:nowrap}
td.same{background:#e3f1e3}td.other{background:#fde4e1}
article{border-left:3px solid #bbb;padding-left:.8rem;margin:1.1rem 0;break-inside:avoid}
article p{margin:0}blockquote{margin:.3rem 0;white-space:pre-wrap}mark{background:#ffe28a;color:inherit}
.bad td{background:#fde4e1}.also td{background:#fdf3e4}small{color:#555}
.side{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:center}svg{width:25rem;max-width:100%;height:auto}"""


def heading(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def cell(text: str, tag: str = "td", style: str = "") -> str:
    """A cell of a table."""
    return f"<{tag}{f' class={style}' if style else ''}>{escape(text)}</{tag}>"


def figures(rows: Sequence[Sequence[str]], *, summed: bool = False) -> str:
    """A table of figures under a row of heads; `summed`: its last row adds up the others."""
    last = len(rows) - 1
    lines = []
    for n, row in enumerate(rows):
        mark = ' class="sum"' if summed and n == last and n else ""
        lines.append(f"<tr{mark}>" + "".join(cell(text, "td" if n else "th") for text in row) + "</tr>")
    return table("\n".join(lines))


def table(rows: str, style: str = "figures") -> str:
    """A table of ready rows, which scrolls by itself where the screen is narrow."""
    return f'<div class="wide"><table class="{style}">\n{rows}\n</table></div>'
