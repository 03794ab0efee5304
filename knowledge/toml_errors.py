"""What is wrong with a TOML file, told to a person who has never heard of TOML."""

import re
import tomllib
from gettext import gettext as _

from knowledge.marking import marked

_PLACE = re.compile(r"^(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end.*)\)$")


def in_words(error: tomllib.TOMLDecodeError | RecursionError) -> str:
    """The line that can't be read, and what is most likely wrong in it."""
    match = _PLACE.match(str(error).replace("\n", " "))
    if match is None:
        return str(error)
    told = _told(match["what"])
    if match["line"] is None:
        return _("{what}, at the end of the file").format(what=told)
    return _("{what}, line {line}, character {column}").format(
        what=told, line=match["line"], column=match["column"]
    )


def _told(what: str) -> str:
    for beginning, told in _REASONS:
        if what.startswith(beginning):
            return _(told)
    return what


_NO_QUOTE = marked(
    'a quotation mark (") is missing, or one stands inside the text: write ” or \\" there'
)
_NO_TEXT = marked('text must stand in quotation marks ("), a date is written as in 2024-01-31')
# Beginnings of the messages of the library, and what a person is told.
_REASONS = (
    ("Illegal character", _NO_QUOTE),
    ("Unterminated string", _NO_QUOTE),
    ("Expected newline or end of document", _NO_QUOTE),
    ("Expected '\"'", _NO_QUOTE),
    ("Invalid value", _NO_TEXT),
    ("Invalid date", _NO_TEXT),
    ("Expected '='", marked("an equals sign (=) is missing after the name")),
    ("Invalid initial character", marked("the name before the equals sign (=) is missing")),
    ("Invalid statement", marked("the line is no “name = value”; begin a comment with #")),
    ("Cannot overwrite", marked("the name stands a second time in the same entry")),
    ("Unclosed array", marked("a bracket (]) or a comma is missing in the list")),
    ("Expected ']", marked("a bracket (]) is missing at the end of the line")),
    ("Unescaped '\\'", marked("a backslash (\\) must be written twice (\\\\)")),
)
