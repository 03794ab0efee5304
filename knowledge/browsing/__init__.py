"""The database in Datasette, described so that whoever opens it finds their way."""
