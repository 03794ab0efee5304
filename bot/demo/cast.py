"""Who is in the demo: two people, each with the bot in private, and a group of both."""

from bot.demo.errors import Json
from bot.demo.people import User
from bot.demo.rooms import Room
from bot.demo.telegram import Telegram

# The page shows so much of a chat; more is of no use to anyone who tries the bot.
_LATEST = 300


class Cast:
    """The people and chats of the demo in a server's world."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.world = telegram.world
        anna, ben = telegram.user("Anna"), telegram.user("Ben", language="en")
        self.people = {person.id: person for person in (anna, ben)}
        rooms: list[Room] = [anna.chat, ben.chat, telegram.group("Familjen", anna, ben)]
        self.rooms = {room.id: room for room in rooms}

    def room(self, person: User, chat_id: int) -> Room | None:
        """A chat, as far as the person is in it."""
        room = self.rooms.get(chat_id)
        return room if room and person.id in self.world.chats[chat_id].members else None

    def speak(self, person: User, language: str) -> None:
        """Set the language of a person's app, which the bot is told."""
        with self.world.changed:
            person.person = {**person.person, "language_code": language}
            self.world.users[person.id] = person.person

    def clear(self, room: Room) -> None:
        """Take every message away, as a person does with a history of their own."""
        with self.world.changed:
            self.world.chats[room.id].messages.clear()

    def state(self) -> Json:
        """All that a page shows: people, chats and what stands in them."""
        with self.world.changed:
            return {
                "bot": self.world.bot,
                "people": [person.person for person in self.people.values()],
                "chats": [self._chat(room) for room in self.rooms.values()],
            }

    def about(self, person: User, room: Room) -> Json:
        """What the bot says of itself to a person, and its commands in a chat."""
        with self.world.changed:
            profile, language = self.world.profile, person.person["language_code"]
            texts = profile.descriptions
            return {
                "description": texts.get(language) or texts.get("", ""),
                "commands": person.menu(room),
            }

    def _chat(self, room: Room) -> Json:
        chat = self.world.chats[room.id]
        messages = [self.as_shown(one) for one in list(chat.messages.values())[-_LATEST:]]
        return {**chat.as_json(), "members": sorted(chat.members), "messages": messages}

    def as_shown(self, message: Json) -> Json:
        """A message with what a page needs beside it: whether it prompts for a reply."""
        prompt = self.world.prompts.get((message["chat"]["id"], message["message_id"]))
        return message if prompt is None else {**message, "prompt": prompt}
