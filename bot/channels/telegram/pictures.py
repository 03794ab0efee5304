"""Pictures asked for, in words or by a button; the answer in words where there can be none."""

from dataclasses import replace

from telegram import Message

from bot.assistant import Reply
from bot.channels.telegram.addressing import question_of
from bot.channels.telegram.questions import context_of, on_question, respond
from bot.channels.telegram.reaction import Counted, Reaction
from bot.channels.telegram.turn import Turn
from bot.rendering.picture.asked import (
    asks_for_picture,
    asks_to_see,
    in_words,
    is_about_the_last,
    picture_asked_for,
)
from bot.rendering.picture.content import Kind
from bot.rendering.picture.picture import MOST
from bot.rendering.telegram_keyboards import WHOLES
from bot.rendering.telegram_picture import under_picture, whole_of
from bot.rendering.telegram_press import Press
from bot.understanding.context import Context
from knowledge.marking import marked
from knowledge.models import Language

_NOT_NOW = marked("I can't draw a picture right now. Here is the answer in words.")
_ONLY_WHOLES = marked(
    "I can draw the vision and goals of one to three municipalities. Here is the answer in words."
)
_KINDS: dict[str, Kind] = {"goals": "goals", "timeline": "timeline"}


def asks(turn: Turn) -> bool:
    """Whether a message asks to be shown something."""
    words = question_of(turn)
    if not words:
        return False
    return asks_for_picture(words) or asks_to_see(words)


def on_picture(turn: Turn) -> Reaction:
    """A picture of what is asked for, where that is a whole; else the answer in words."""
    words, context = question_of(turn) or "", context_of(turn)
    drawn = drawn_if_asked(turn, words, context)
    if drawn is not None:
        return drawn
    reply = _replied(turn, words, context, None)
    whole = _is_whole(reply)
    return pictured(turn, reply, "goals", _places(reply)) if whole else on_question(turn)


def drawn_if_asked(
    turn: Turn, words: str, context: Context | None, language: Language | None = None
) -> Reaction | None:
    """What words lead to that ask for a picture outright; None for all others."""
    kind = picture_asked_for(words)
    if kind is None:
        return None
    spoken = language or turn.assistant.understand(words).language
    reply = _replied(turn, _question(turn, words, context), context, spoken)
    if _is_whole(reply, kind):
        return pictured(turn, reply, kind, _places(reply))
    told = reply.answer.outcome != "answer" or reply.answer.uncovered
    first = "" if told else _ONLY_WHOLES
    reaction = respond(turn, reply, first)
    return replace(reaction, effects=[*reaction.effects, turn.notes_in_vain(reply, words)])


def on_button(turn: Turn, press: Press, message: Message) -> Reaction | None:
    """The picture that a button is for; None where what it showed is known no more."""
    kind, codes = _KINDS.get(press[0]), tuple(press[1].split("+"))
    places = [turn.assistant.store.municipality(code) for code in codes]
    question = whole_of(codes).said(turn.assistant.store)
    if kind is None or question is None or len(codes) > MOST:
        return None
    if not all(place and place.covered for place in places):
        return None
    asked = turn.phrases(press.language).say(question)
    reply = turn.assistant.reply(asked, language=press.language)
    return pictured(turn, reply, kind, codes)


def pictured(turn: Turn, reply: Reply, kind: Kind, codes: tuple[str, ...]) -> Reaction:
    """A picture of municipalities, and the reply in words to fall back on."""
    keyboard = under_picture(codes, kind, reply.language, turn.assistant.store)
    draw = turn.draw(codes, kind, reply.language, keyboard, lambda: respond(turn, reply, _NOT_NOW))
    effects = [turn.remembers(reply), turn.used]
    if turn.update.callback_query is None:
        effects.append(turn.notes_reply([draw], turn.message.message_id))
    counted = Counted(reply.answer.outcome, reply.answer.reason, reply.language)
    return Reaction([draw], effects, counted=counted)


def _question(turn: Turn, words: str, context: Context | None) -> str:
    """What is asked, without the wish for a picture; "as a picture" asks what was asked last."""
    rest = in_words(words)
    if not is_about_the_last(rest):
        return rest
    phrases = turn.phrases(turn.spoken)
    last = whole_of(context.codes).said(turn.assistant.store) if context and context.codes else None
    return phrases.say(last) if last else phrases("What are the goals?")


def _replied(turn: Turn, words: str, context: Context | None, language: Language | None) -> Reply:
    fallback = context.language if context and context.language else turn.fallback
    return turn.assistant.reply(words, context, language=language, fallback=fallback)


def _places(reply: Reply) -> tuple[str, ...]:
    return tuple(place.code for place in reply.question.covered) if reply.question else ()


def _is_whole(reply: Reply, kind: Kind = "goals") -> bool:
    """Whether a reply is about all that one to three municipalities want, and no others.

    A timeline may be asked for by what changed, and when.
    """
    question = reply.question
    if question is None or reply.answer.outcome != "answer" or question.topics:
        return False
    if question.uncovered:
        # A picture would leave out who is not known, and not say so.
        return False
    fits = question.intent in WHOLES or kind == "timeline"
    return fits and 1 <= len(question.covered) <= MOST
