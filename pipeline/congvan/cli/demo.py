"""`congvan demo`: the main job on a folder of samples, then the tables that came of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from congvan.errors import EXIT_OK

# The tables shown, and the columns of each that fit a terminal.
TABLES: dict[str, tuple[str, ...]] = {
    "forms": ("form", "status", "files", "pages", "dispatches"),
    "documents": ("code", "type", "issued_on", "issuer", "subject", "signer"),
    "references": ("dispatch_code", "relation", "type", "code", "issued_on", "issuer", "title"),
    "deadlines": ("dispatch_code", "bound", "due_on", "owner", "task"),
    "targets": ("dispatch_code", "comparator", "value", "unit", "population", "metric"),
    "awards": ("dispatch_code", "form", "rank", "conferrer", "quantity", "money"),
}
ROWS_SHOWN = 15
# Which forms of file there were, and what came of them; any other table is the view of its name.
FORMS = """
SELECT form, status, count(*) AS files, sum(pages) AS pages, sum(dispatches) AS dispatches
FROM (SELECT f.*, (SELECT count(*) FROM v_documents AS d WHERE d.sha256 = f.sha256) AS dispatches FROM v_files AS f)
GROUP BY form, status ORDER BY form, status
"""


def demo(
    folder: Annotated[Path, typer.Argument(help="Folder of sample files.")] = Path("data/raw"),
    archive: Annotated[Path, typer.Option(help="Folder of the archive.")] = Path("archive"),
) -> int:
    """Ingest a folder of samples and show the extracted tables.

    \b
    Examples:
      congvan demo
      congvan demo data/raw --archive kho-thu
    """
    from pandas import isna
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from congvan.cli.ingest import ingest
    from congvan.query import Archive

    code = ingest([folder], archive=archive)
    console = Console(file=sys.stdout, highlight=False)
    with Archive(archive) as found:
        for name, columns in TABLES.items():
            frame = found.sql(FORMS if name == "forms" else f"SELECT * FROM v_{name}")
            table = Table(title=f"{name} ({len(frame)})", title_justify="left")
            shown = [c for c in columns if c in frame.columns]
            for column in shown:
                table.add_column(column, overflow="fold")
            for row in frame[shown].head(ROWS_SHOWN).itertuples(index=False):
                table.add_row(*(Text("" if isna(v) else str(v)) for v in row))
            console.print(table)
    print(f"congvan query --archive {archive} 'SELECT * FROM v_deadlines ORDER BY due_on'")
    return code or EXIT_OK
