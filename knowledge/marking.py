"""Marks texts for the catalogues where they stand in a table, to be translated later."""


def marked(text: str) -> str:
    """The text itself; `pybabel extract -k marked` finds it."""
    return text
