"""The workspace file: tables, migrations, marks, cache."""
