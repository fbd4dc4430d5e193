"""Tables of what is derived from the records: bodies, their links, codes in parts, days on which something is due.

The tables are made and filled by `migrate.upgrade`, from the records and texts that are there.
"""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing: new tables are made from the schema, and filled once all of them are there."""
