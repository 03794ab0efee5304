"""What a button carries: at most 64 bytes, a version first; whatever comes back is checked.

The form is "1|", a letter for the language of the message and one for what to do, then fields:
"1|so|varnamo-vision". Buttons live as long as the messages they stand under, so a form once
sent is read for ever or, under a new version, told to be old.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from knowledge.models import Language

VERSION = "1"
LONGEST = 64
_LANGUAGES: dict[str, Language] = {"s": "sv", "e": "en"}
_LETTERS = {language: letter for letter, language in _LANGUAGES.items()}

Action = Literal[
    "ask", "open", "back", "more", "good", "bad", "missing", "translate", "language", "home",
    "compare", "sources", "share", "picture",
]  # fmt: skip
_ACTIONS: dict[str, Action] = {
    "q": "ask", "o": "open", "b": "back", "m": "more", "g": "good", "d": "bad", "w": "missing",
    "t": "translate", "l": "language", "h": "home", "c": "compare", "k": "sources",
    "s": "share", "p": "picture",
}  # fmt: skip
_SIGNS = {action: sign for sign, action in _ACTIONS.items()}
# Letters, digits, and what stands between codes ("+") or in ids ("-", "_"); nothing else.
_FIELD = re.compile(r"[A-Za-z0-9_+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: what to do, the language of its message, and on what."""

    action: Action
    language: Language
    fields: tuple[str, ...] = field(default=())

    def data(self) -> str:
        """What the button carries. Raises ValueError where it would not fit or not come back."""
        head = f"{VERSION}|{_LETTERS[self.language]}{_SIGNS[self.action]}"
        data = "|".join((head, *self.fields))
        if len(data) > LONGEST or not all(_FIELD.fullmatch(one) for one in self.fields):
            raise ValueError(f"no button can carry {data!r}")
        return data

    def __getitem__(self, position: int) -> str:
        """A field, empty where it was left out."""
        return self.fields[position] if position < len(self.fields) else ""


def read_press(data: object) -> Press | None:
    """The press that data stands for; None for anything that is not of this version and form."""
    if not isinstance(data, str) or len(data) > LONGEST:
        return None
    version, *parts = data.split("|")
    if version != VERSION or not parts or len(parts[0]) != 2:
        return None
    language, action = _LANGUAGES.get(parts[0][0]), _ACTIONS.get(parts[0][1])
    if language is None or action is None or not all(_FIELD.fullmatch(one) for one in parts[1:]):
        return None
    return Press(action, language, tuple(parts[1:]))
