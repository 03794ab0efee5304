"""What people do in the page, each by its name: write, press, type inline, choose …"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from bot.demo.cast import Cast
from bot.demo.errors import Json
from bot.demo.feed import Feed
from bot.demo.people import User
from bot.demo.rooms import Room
from bot.demo.shown import InlineAnswer, NoAnswer, Shown

Words = Annotated[str, Field(min_length=1, max_length=4096, pattern=r"\S")]


class Impossible(Exception):
    """What was asked can't be done: no such person, chat, message or button."""


class Act(BaseModel):
    """Who does something, and in which chat."""

    model_config = ConfigDict(extra="forbid")
    person: int
    chat: int


class Write(Act):
    """Write a message."""

    text: Words
    reply_to: int | None = None


class Change(Act):
    """Change a message of one's own."""

    message: int
    text: Words


class Press(Act):
    """Press a button of a message, by its place."""

    message: int
    row: Annotated[int, Field(ge=0)]
    column: Annotated[int, Field(ge=0)]


class Speak(Act):
    """Set the language of one's app."""

    language: Literal["sv", "en"]


class Inline(Act):
    """Type after the bot's name."""

    text: Annotated[str, Field(max_length=256)]
    offset: Annotated[str, Field(max_length=64)] = ""


class Choose(Act):
    """Send one of the inline results."""

    query: str
    result: str


class Scene(NamedTuple):
    """The demo's people and feed, and who does something where."""

    cast: Cast
    feed: Feed
    person: User
    room: Room

    def message(self, message_id: int) -> Shown:
        """A message of the chat. Raises Impossible."""
        try:
            return self.room.message(message_id)
        except KeyError:
            raise Impossible("There is no such message.") from None

    def tell(self, message: Shown) -> None:
        """Tell every page of a message."""
        self.feed.tell("message", chat=message.chat_id, message=message.raw)


async def _write(scene: Scene, act: Write) -> Json:
    reply = scene.message(act.reply_to) if act.reply_to is not None else None
    sent = scene.person.send(act.text.strip(), chat=scene.room, reply_to=reply)
    scene.tell(sent)
    return {"message": sent.id}


async def _change(scene: Scene, act: Change) -> Json:
    message = scene.message(act.message)
    if message.raw.get("from", {}).get("id") != scene.person.id or "text" not in message.raw:
        raise Impossible("Only a text of one's own can be changed.")
    scene.tell(scene.person.edit(message, act.text.strip()))
    return {}


async def _press(scene: Scene, act: Press) -> Json:
    message = scene.message(act.message)
    try:
        button = message.rows[act.row][act.column]
    except IndexError:
        raise Impossible("There is no such button.") from None
    if button.kind != "callback_data":
        raise Impossible("That button asks the bot nothing.")
    return {"query": scene.person.press_data(message, str(button.value), wait=False).id}


async def _speak(scene: Scene, act: Speak) -> Json:
    scene.cast.speak(scene.person, act.language)
    scene.feed.tell("person", person=scene.person.person)
    return {}


async def _inline(scene: Scene, act: Inline) -> Json:
    private = scene.room.id == scene.person.id
    try:
        found = await asyncio.to_thread(
            scene.person.type_inline, act.text, offset=act.offset,
            chat_type="sender" if private else "supergroup",
        )  # fmt: skip
    except NoAnswer:
        raise Impossible("The bot did not answer.") from None
    return {"query": found.query["id"], **found.raw}


async def _choose(scene: Scene, act: Choose) -> Json:
    query = scene.cast.telegram.queries.latest.get(act.query)
    if query is None or query.answer is None or query.user_id != scene.person.id:
        raise Impossible("Those results are gone.")
    found = InlineAnswer(query.content, query.answer)
    if act.result not in {one.id for one in found.results}:
        raise Impossible("There is no such result.")
    scene.tell(scene.person.choose(found, act.result, chat=scene.room))
    return {}


async def _clear(scene: Scene, act: Act) -> Json:
    scene.cast.clear(scene.room)
    scene.feed.tell("cleared", chat=scene.room.id)
    return {}


async def _about(scene: Scene, act: Act) -> Json:
    return scene.cast.about(scene.person, scene.room)


ACTS: dict[str, tuple[type[Act], Callable[[Scene, Any], Awaitable[Json]]]] = {
    "write": (Write, _write),
    "change": (Change, _change),
    "press": (Press, _press),
    "speak": (Speak, _speak),
    "inline": (Inline, _inline),
    "choose": (Choose, _choose),
    "clear": (Act, _clear),
    "about": (Act, _about),
}


async def do(name: str, raw: bytes, cast: Cast, feed: Feed) -> Json:
    """Do what a page asks. Raises Impossible, KeyError for no such act, ValidationError."""
    model, work = ACTS[name]
    act = model.model_validate_json(raw)
    person = cast.people.get(act.person)
    room = cast.room(person, act.chat) if person else None
    if person is None or room is None:
        raise Impossible("There is no such person or chat.")
    return await work(Scene(cast, feed, person, room), act)
