"""Bytes -> pages: one file a form; each reads lazily, a page at a time, and knows no OCR.

What a form needs beside its file lies in a folder: `layers/` of PDF, `word/`, `web/`, `rows/` of text without places,
`containers/` of files that hold files.
"""

from __future__ import annotations

# form (as sniff tells it) -> "module:function", imported on use: (path, Asked) -> iterator of
# Page (read), PageImage (to be read by OCR) or PageFailure. One more form is one more row.
READERS: dict[str, str] = {
    "pdf": "congvan.reading.pdf:read_pdf",
    "image": "congvan.reading.image:read_image",
    "tiff": "congvan.reading.tiff:read_tiff",
    "text": "congvan.reading.plain:read_plain",
    "docx": "congvan.reading.docx:read_docx",
    "html": "congvan.reading.html:read_html",
    "doc": "congvan.reading.office:read_office",
    "rtf": "congvan.reading.office:read_office",
    "odt": "congvan.reading.office:read_office",
}
# form -> "module:function": (path, Asked) -> number of pages, without reading them. A form without a row is
# read whole at once.
COUNTERS: dict[str, str] = {
    "pdf": "congvan.reading.pdf:count_pages",
    "tiff": "congvan.reading.tiff:count_frames",
}
# form -> "module:function": (path, Asked) -> Container (members.py), or None where nothing is inside. A form may have
# pages and members.
CONTAINERS: dict[str, str] = {
    "zip": "congvan.reading.containers.zipped:open_zip",
    "pdf": "congvan.reading.containers.portfolio:open_portfolio",
}
