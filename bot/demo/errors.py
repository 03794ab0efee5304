"""What the Bot API answers when it does not do what was asked."""

from typing import Any

# An object of the Bot API as it goes over the wire.
Json = dict[str, Any]


class Refusal(Exception):
    """An answer with `ok: false`: its code, its description and, where given, parameters."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """The body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad(reason: str) -> Refusal:
    """A 400, worded as Telegram words it: a sentence goes on in lower case after the colon."""
    if reason[0].isupper() and reason[1:2].islower():
        reason = reason[0].lower() + reason[1:]
    return Refusal(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refusal:
    """A 403: the chat is closed to the bot."""
    return Refusal(403, f"Forbidden: {reason}")
