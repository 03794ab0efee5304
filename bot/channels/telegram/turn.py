"""One update in its turn: who wrote where, in which language, and what is remembered of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    InlineQuery,
    Message,
    Update,
    User,
)
from telegram.constants import ChatType

from bot.answering.desk import Desk
from bot.assistant import Assistant, Reply
from bot.channels.telegram.reaction import Call, Draw, Effect, Reaction, Send
from bot.memory.conversations import Choice
from bot.memory.memory import Memory
from bot.memory.noting import note_unanswered
from bot.rendering.phrases import Phrases, phrases
from bot.rendering.picture.content import Kind
from bot.rendering.telegram_keyboards import Keyboards
from bot.rendering.telegram_markup import Markup
from bot.understanding.context import Context
from knowledge.models import Language

_SCANDINAVIAN = ("sv", "nb", "nn", "no", "da")


@dataclass(frozen=True, slots=True)
class Me:
    """The bot as Telegram knows it."""

    id: int
    username: str

    def link(self, payload: str) -> str:
        """The address that opens a chat with the bot and starts it with a payload."""
        return f"https://t.me/{self.username}?start={payload}"


class Turn:
    """What a handler has at hand for one update. Reading only; see `Reaction` for the rest."""

    def __init__(self, update: Update, assistant: Assistant, memory: Memory, me: Me) -> None:
        self.update = update
        self.memory = memory
        self.me = me
        self._assistant = assistant

    @property
    def message(self) -> Message:
        """The message of this update; handlers of messages alone ask for it."""
        message = self.update.effective_message
        if message is None:
            raise LookupError("this update has no message")
        return message

    @property
    def press(self) -> CallbackQuery:
        """The press of this update."""
        if self.update.callback_query is None:
            raise LookupError("this update is no press")
        return self.update.callback_query

    @property
    def inline(self) -> InlineQuery:
        """The inline query of this update."""
        if self.update.inline_query is None:
            raise LookupError("this update is no inline query")
        return self.update.inline_query

    @property
    def user(self) -> User | None:
        """Who wrote or pressed."""
        return self.update.effective_user

    @property
    def private(self) -> bool:
        """Whether this is a chat with one person."""
        chat = self.update.effective_chat
        return chat is None or chat.type == ChatType.PRIVATE

    @cached_property
    def who(self) -> bytes:
        """The key that this conversation is kept under."""
        return whose(self.update, self.memory)

    @cached_property
    def context(self) -> Context | None:
        """The last question and answer of this conversation."""
        return self.memory.conversations.context(self.who)

    @cached_property
    def choice(self) -> Choice:
        """The language and the home municipality chosen."""
        return self.memory.conversations.choice(self.who)

    @cached_property
    def assistant(self) -> Assistant:
        """The assistant, at home where this person is."""
        home = self.choice.home
        return self._assistant.at(home) if home else self._assistant

    @property
    def desk(self) -> Desk:
        """The knowledge on the day of asking."""
        return Desk(self.assistant.store, self.assistant.today())

    @property
    def fallback(self) -> Language:
        """The language for words that tell none: the chosen one, else that of their Telegram."""
        if self.choice.language:
            return self.choice.language
        code = (self.user.language_code if self.user else None) or "sv"
        return "sv" if code.lower().startswith(_SCANDINAVIAN) else "en"

    @property
    def spoken(self) -> Language:
        """The language that the conversation is in."""
        before = self.context.language if self.context else None
        return before or self.fallback

    def phrases(self, language: Language) -> Phrases:
        """The phrases of a language."""
        return phrases(language, self.assistant.store)

    def keyboards(self, language: Language) -> Keyboards:
        """The buttons of a language."""
        return Keyboards(language, self.assistant.store)

    def says(self, page: Markup, **more: object) -> Reaction:
        """One message, in answer to this one in a group."""
        return Reaction([self.send(page, **more)], [self.used])

    def send(self, page: Markup, **more: object) -> Send:
        """A message to this chat; in a group it replies to the question."""
        reply_to, thread = self._place
        return Send(
            self.message.chat.id,
            page,
            reply_to=reply_to,
            thread=thread,
            **more,  # type: ignore[arg-type]
        )

    def draw(
        self,
        codes: tuple[str, ...],
        kind: Kind,
        language: Language,
        keyboard: InlineKeyboardMarkup,
        otherwise: Callable[[], Reaction],
    ) -> Draw:
        """A picture to this chat, placed as a message is."""
        place = self._place
        return Draw(self.message.chat.id, codes, kind, language, otherwise, keyboard, *place)

    @property
    def _place(self) -> tuple[int | None, int | None]:
        """What a message of ours replies to, and its thread."""
        message = self.message
        asked = self.update.callback_query is None and not self.private
        thread = message.message_thread_id if message.is_topic_message else None
        return message.message_id if asked else None, thread

    def remembers(self, reply: Reply) -> Effect:
        """Keeps what the conversation needs of a reply."""

        def keep(memory: Memory, _: Sequence[int | None]) -> None:
            if reply.context is not None:
                memory.conversations.keep(self.who, reply.context)

        return keep

    def notes_in_vain(self, reply: Reply, words: str) -> Effect:
        """Keeps a question that was not answered for the staff, where they want it kept."""

        def note(memory: Memory, _: Sequence[int | None]) -> None:
            if memory.unanswered is not None:
                now = datetime.now(UTC).astimezone()
                note_unanswered(memory.unanswered, reply, words, now)

        return note

    def used(self, memory: Memory, _: Sequence[int | None]) -> None:
        """Keeps what was chosen for another twelve months."""
        if self.choice != Choice():
            memory.conversations.choose(self.who, self.choice)

    def notes_reply(self, calls: Sequence[Call], question: int) -> Effect:
        """Notes which message answers a question, so that an edit can find it."""
        position = max(
            (n for n, call in enumerate(calls) if isinstance(call, Send | Draw)), default=-1
        )

        def note(memory: Memory, sent: Sequence[int | None]) -> None:
            if position >= 0 and (reply := sent[position]) is not None:
                memory.conversations.replied(self.who, question, reply)

        return note


def whose(update: Update, memory: Memory) -> bytes:
    """The key of the conversation that an update belongs to."""
    user = update.effective_user
    chat = update.effective_chat
    if chat is None:
        return memory.who(user.id if user else 0)
    return memory.who(chat.id, user.id if user else None)
