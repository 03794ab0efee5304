"""The product in one file: a message is understood, put in its context, answered, and rendered."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.answer import Answer, said
from bot.answering.answering import answer
from bot.answering.conversation import answer_about_last
from bot.answering.desk import Desk
from bot.answering.refusals import invalid_input
from bot.memory.context import Context
from bot.understanding.followup import ABOUT_THE_LAST, in_context
from bot.understanding.lexicon import Lexicon
from bot.understanding.model import Model
from bot.understanding.question import Question
from bot.understanding.reply_language import reply_language
from bot.understanding.understand import Understanding
from knowledge.models import Language
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
        question = self._at_home(question)
        spoken = language or reply_language(question, context, fallback)
        desk = Desk(self.store, self._today())
        pointed = answer_about_last(desk, question, context) if context else None
        found = pointed or answer(desk, question)
        return Reply(question, found, spoken, remember(question, found, spoken, context))

    def refuse_input(self, text: str, language: Language) -> Reply:
        """Say that a line can't be a question."""
        if text.strip():
            message = said("That is too long to be a question. Ask it in a few sentences.")
        else:
            message = said("That line is no text that I can read.")
        return Reply(None, invalid_input(message), language, None)

    def _at_home(self, question: Question) -> Question:
        """Put a question that names no municipality to the home one, where there is one."""
        home = self.store.municipality(self._home) if self._home else None
        if home is None or question.named or question.covered or question.group != "goals":
            return question
        return replace(question, covered=(home,)) if home.covered else question


def remember(
    question: Question, found: Answer, language: Language, before: Context | None
) -> Context:
    """What the conversation keeps: an answer's subject, else that of the one before."""
    if found.outcome != "answer" or not found.statements:
        if question.group == "goals" and found.outcome != "answer":
            return Context(
                language=language,
                intent=question.intent,
                codes=tuple(place.code for place in question.covered),
                kinds=tuple(question.kinds),
                topics=question.topics,
            )
        kept = before or Context()
        if question.covered:
            # "Jag bor i Ljungby" is no question, but the next one is about it.
            named = tuple(place.code for place in question.covered)
            kept = Context(codes=named, intent=kept.intent)
        return replace(kept, language=language)
    codes = dict.fromkeys(row.municipality.code for row in found.statements)
    same = question.intent in ABOUT_THE_LAST and before is not None
    shown = tuple(row.id for row in found.statements)
    return Context(
        language=language,
        intent=before.intent if same and before else question.intent,
        codes=tuple(codes),
        counties=question.counties,
        kinds=before.kinds if same and before else tuple(question.kinds),
        topics=before.topics if same and before else question.topics,
        shown=shown,
        rest=found.rest,
        listed=_listed(question, shown, before),
        earlier=_earlier(tuple(codes), before),
    )


def _listed(question: Question, shown: tuple[str, ...], before: Context | None) -> tuple[str, ...]:
    """What "the second one" counts in: a list stays while one of it, or how many, is asked."""
    if before is None or not before.listed:
        return shown
    looked_at = question.intent in {"nth", "why", "count"} and len(before.listed) > 1
    return before.listed if looked_at or set(shown) < set(before.listed) else shown


def _earlier(codes: tuple[str, ...], before: Context | None) -> tuple[str, ...]:
    """The municipalities spoken of before these."""
    if before is None:
        return ()
    return before.earlier if set(before.codes) == set(codes) else before.codes
