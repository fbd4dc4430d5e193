"""The first layout. A new archive is made from the models as they are (`migrate.create`), so nothing is to
do.

A later revision states what the models can't: renamed or dropped columns, a changed fold of the search index.
A new attribute of a record model needs none (`migrate.upgrade` adds its column).
"""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: this is where archives begin."""
