"""Walks through the bot, written down as they go."""

from bot.demo.people import Room, User
from bot.demo.shown import Shown
from bot.demo.telegram import Telegram


class Stage:
    """What people do and what they then see, as text to read."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self._lines: list[str] = []

    def says(self, person: User, words: str, chat: Room | None = None) -> Shown:
        """Somebody writes; the bot's reply."""
        self._act(f"{person.person['first_name']}: {words}")
        sent = person.send(words, chat=chat)
        return self._see((chat or person.chat).wait(after=sent))

    def replies(self, person: User, to: Shown, words: str, chat: Room | None = None) -> Shown:
        """Somebody replies to a message; the bot's reply."""
        self._act(f"{person.person['first_name']} (in reply): {words}")
        sent = person.send(words, chat=chat, reply_to=to)
        return self._see((chat or person.chat).wait(after=sent))

    def opens(self, person: User, message: Shown, button: str, chat: Room | None = None) -> Shown:
        """Somebody presses a button that changes the message."""
        self._act(f"{person.person['first_name']} presses [{button}]")
        before = (chat or person.chat).message(message.id)
        self._notice(person.press(before, button).notice)
        return self._see((chat or person.chat).wait_edit(before))

    def asks(self, person: User, message: Shown, button: str, chat: Room | None = None) -> Shown:
        """Somebody presses a button that is answered with a new message."""
        self._act(f"{person.person['first_name']} presses [{button}]")
        last = (chat or person.chat).messages[-1]
        self._notice(person.press(message, button).notice)
        return self._see((chat or person.chat).wait(after=last))

    def edits(self, person: User, question: Shown, reply: Shown, words: str) -> Shown:
        """Somebody changes their question; the reply as it then stands."""
        self._act(f"{person.person['first_name']} changes the question to: {words}")
        person.edit(question, words)
        return self._see(person.chat.wait_edit(reply))

    def types(self, person: User, words: str) -> None:
        """Somebody types after the bot's name, in any chat."""
        self._act(f"{person.person['first_name']} types @{self.telegram.username} {words}".rstrip())
        found = person.type_inline(words)
        kept = f"for {found.cache_time} seconds" + (", for this person" if found.personal else "")
        lines = [f"- {one.title}\n  {one.description}" for one in found.results]
        button = found.button or {}
        lines.append(f"[{button.get('text')} → ?start={button.get('start_parameter')}] ({kept})")
        self._lines.append("\n".join(lines))

    def sends(self, person: User, words: str, title: str) -> Shown:
        """Somebody types and chooses a result."""
        self._act(f"{person.person['first_name']} types {words} and chooses {title}")
        found = person.type_inline(words)
        chosen = next(one for one in found.results if one.title == title)
        return self._see(person.choose(found, chosen.id))

    def sees(self, message: Shown) -> None:
        """A message of the bot stands in the chat."""
        self._see(message)

    def text(self) -> str:
        """All of it."""
        return "\n\n".join(self._lines) + "\n"

    def _act(self, line: str) -> None:
        self._lines.append(f"=== {line}")

    def _notice(self, words: str) -> None:
        if words:
            self._lines.append(f"({words})")

    def _see(self, message: Shown) -> Shown:
        self._lines.append(message.snapshot())
        return message
