"""The product in one file: a message is understood, put in its context, answered, and rendered."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date

from bot.answering.answer import Answer, said
from bot.answering.answering import answer
from bot.answering.desk import Desk
from bot.answering.follow_ups.conversation import answer_about_last
from bot.answering.follow_ups.remembering import remember
from bot.answering.refusals import invalid_input
from bot.understanding.context import Context
from bot.understanding.followup import in_context
from bot.understanding.lexicon import Lexicon
from bot.understanding.model import Model
from bot.understanding.question import Question
from bot.understanding.reply_language import reply_language
from bot.understanding.understand import Understanding
from knowledge.models import Language, Municipality
from knowledge.store import Store

# Telegram's own limit for a message; nothing longer is a question.
LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with the language it is given in, and what the conversation keeps of it."""

    question: Question | None
    answer: Answer
    language: Language
    context: Context | None


class Assistant:
    """Answers messages. Holds what is loaded once; what a chat said before is passed in."""

    def __init__(self, store: Store, today: Callable[[], date], home: str | None = None) -> None:
        self.store = store
        model = Model.load()
        self.understand = Understanding(store, Lexicon.load(store, model.words), model)
        self._today = today
        self._home = home

    def today(self) -> date:
        """The day of asking."""
        return self._today()

    def on(self, day: date) -> "Assistant":
        """The same assistant, asked on another day."""
        other = copy(self)
        other._today = lambda: day
        return other

    def at(self, home: str) -> "Assistant":
        """The same assistant, for someone at home in another municipality (its SCB code)."""
        other = copy(self)
        other._home = home
        return other

    def reply(
        self,
        text: str,
        context: Context | None = None,
        *,
        language: Language | None = None,
        fallback: Language = "sv",
    ) -> Reply:
        """Answer one message.

        `language` is a language asked for outright; `fallback` the user's own, for words that
        tell none ("Ljungby").
        """
        if not text.strip() or len(text) > LONGEST:
            return self.refuse_input(text, language or fallback)
        going_on = context is not None
        understood = self.understand(text, in_context=going_on)
        question = in_context(understood, context, self.store)
        spoken = language or reply_language(question, context, fallback)
        desk = Desk(self.store, self._today(), self._home_place)
        pointed = answer_about_last(desk, question, context) if context else None
        found = pointed or answer(desk, question)
        return Reply(question, found, spoken, remember(question, found, spoken, context))

    @property
    def _home_place(self) -> Municipality | None:
        """The home municipality, if it is covered."""
        home = self.store.municipality(self._home) if self._home else None
        return home if home and home.covered else None

    def refuse_input(self, text: str, language: Language) -> Reply:
        """Say that a line can't be a question."""
        if text.strip():
            message = said("That is too long to be a question. Ask it in a few sentences.")
        else:
            message = said("That line is no text that I can read.")
        return Reply(None, invalid_input(message), language, None)
