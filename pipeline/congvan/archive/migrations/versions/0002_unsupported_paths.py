"""A path may be `unsupported`: a link inside an archive, of which there is no content.

SQLite can't alter the check of a column, so that the table is made anew.
"""

from alembic import op

from congvan.archive import schema

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Copies the paths into a table that allows the new state."""
    with op.batch_alter_table("paths", copy_from=schema.paths, recreate="always"):
        pass
