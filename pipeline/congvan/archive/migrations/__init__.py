"""Alembic's migrations of an archive; `archive/migrate.py` runs them, no alembic.ini is needed."""
