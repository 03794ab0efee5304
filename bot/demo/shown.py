"""Messages as a user sees them: words, marks, buttons."""

from dataclasses import dataclass

from bot.demo.errors import Json
from bot.demo.snapshot import snapshot


class NoAnswer(Exception):
    """The bot did not do in time what was waited for."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: its words, what it does, and with what."""

    text: str
    kind: str
    value: str | Json


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stands; an edit makes another of it."""

    raw: Json

    @property
    def id(self) -> int:
        """Its id, its own within the chat."""
        return int(self.raw["message_id"])

    @property
    def chat_id(self) -> int:
        """The chat it stands in."""
        return int(self.raw["chat"]["id"])

    @property
    def sender(self) -> str:
        """The name of who wrote it."""
        sender = self.raw.get("from") or self.raw["sender_chat"]
        return str(sender.get("first_name") or sender["title"])

    @property
    def text(self) -> str:
        """Its words, or those under a picture."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """The marks in its words."""
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or [])

    @property
    def rows(self) -> list[list[Button]]:
        """Its buttons, row by row."""
        keyboard = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [[_button(button) for button in row] for row in keyboard]

    @property
    def buttons(self) -> list[Button]:
        """Its buttons in one list."""
        return [button for row in self.rows for button in row]

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return "edit_date" in self.raw

    @property
    def photo(self) -> bool:
        """Whether it has a picture."""
        return "photo" in self.raw

    def button(self, words: str) -> Button:
        """The button of these words, or the only one that has them among others."""
        whole = [button for button in self.buttons if button.text == words]
        part = [button for button in self.buttons if words in button.text]
        found = whole or part
        if len(found) != 1:
            raise LookupError(f"{words!r} is on {len(found)} of {[b.text for b in self.buttons]}")
        return found[0]

    def snapshot(self) -> str:
        """Words, marks and buttons as text to read."""
        return snapshot(self.raw)


def _button(raw: Json) -> Button:
    kind = next(key for key in raw if key not in ("text", "style", "icon_custom_emoji_id"))
    value = raw[kind]["text"] if kind == "copy_text" else raw[kind]
    return Button(raw["text"], kind, value)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on a button, and the bot's answer to it once it came."""

    id: str
    answer: Json | None = None

    @property
    def answered(self) -> bool:
        """Whether the waiting mark on the button is gone."""
        return self.answer is not None

    @property
    def notice(self) -> str:
        """The words shown for a moment, or in a window (see `alert`)."""
        return str((self.answer or {}).get("text", ""))

    @property
    def alert(self) -> bool:
        """Whether the notice has to be closed by hand."""
        return bool((self.answer or {}).get("show_alert"))


@dataclass(frozen=True, slots=True)
class InlineResult:
    """A line of the list above the field in which a user types."""

    raw: Json

    @property
    def id(self) -> str:
        """What the bot named it."""
        return str(self.raw["id"])

    @property
    def title(self) -> str:
        """Its first line."""
        return str(self.raw.get("title", ""))

    @property
    def description(self) -> str:
        """What stands under the title."""
        return str(self.raw.get("description", ""))

    @property
    def text(self) -> str:
        """The words that are sent when it is chosen."""
        message = self.raw["message"]
        return str(message.get("text") or message.get("caption") or "")


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """The answer to an inline query."""

    query: Json
    raw: Json

    @property
    def results(self) -> list[InlineResult]:
        """What can be chosen, best first."""
        return [InlineResult(result) for result in self.raw["results"]]

    @property
    def button(self) -> Json | None:
        """What stands above the results: words, and a start parameter."""
        button: Json | None = self.raw.get("button")
        return button

    @property
    def cache_time(self) -> int:
        """For how many seconds Telegram may give the same answer."""
        return int(self.raw.get("cache_time", 300))

    @property
    def personal(self) -> bool:
        """Whether the answer is for this user alone."""
        return bool(self.raw.get("is_personal"))

    @property
    def next_offset(self) -> str:
        """What to ask for next; empty where there is no more."""
        return str(self.raw.get("next_offset", ""))
