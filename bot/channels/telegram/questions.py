"""Messages that ask: answered, with the buttons that go on from there."""

from dataclasses import replace
from datetime import timedelta

from bot.answering.desk import intents
from bot.assistant import Reply
from bot.channels.telegram.addressing import question_of, replies_to
from bot.channels.telegram.reaction import NOTHING, Call, Counted, Edit, Reaction, Send
from bot.channels.telegram.turn import Turn
from bot.rendering.telegram_html import answer_pages
from bot.rendering.telegram_keyboards import Shown, shown_by
from bot.rendering.telegram_markup import italic, text
from bot.rendering.telegram_markup import pages as laid_out
from bot.understanding.context import Context
from knowledge.models import Language

_EDITABLE = timedelta(minutes=2)


def on_question(turn: Turn) -> Reaction:
    """Answer a question in its context."""
    words = question_of(turn)
    if words is None:
        return NOTHING
    return asked(turn, words, context=context_of(turn))


def asked(
    turn: Turn,
    words: str,
    *,
    context: Context | None = None,
    language: Language | None = None,
) -> Reaction:
    """The answer to words, whoever put them."""
    fallback = context.language if context and context.language else turn.fallback
    reply = turn.assistant.reply(words, context, language=language, fallback=fallback)
    reaction = respond(turn, reply)
    if turn.update.callback_query is not None:
        # A button asks in our words, not in anyone's.
        return reaction
    return replace(reaction, effects=[*reaction.effects, turn.notes_in_vain(reply, words)])


def respond(turn: Turn, reply: Reply, first: str = "") -> Reaction:
    """A reply as messages to this chat; `first` is said before it."""
    phrases = turn.phrases(reply.language)
    pages = answer_pages(reply.answer, turn.assistant.today(), phrases)
    if first:
        pages = laid_out([italic(phrases(first)), *pages])
    question = reply.question
    keyboard = turn.keyboards(reply.language).answer(
        reply.answer,
        question.intent if question else "",
        question.topics[0] if question and question.topics else "",
    )
    calls: list[Call] = [turn.send(page) for page in pages[:-1]]
    calls.append(turn.send(pages[-1], keyboard=keyboard))
    effects = [turn.remembers(reply), turn.used]
    if turn.update.callback_query is None:
        effects.append(turn.notes_reply(calls, turn.message.message_id))
    counted = Counted(reply.answer.outcome, reply.answer.reason, reply.language)
    return Reaction(calls, effects, counted=counted)


def as_edit(turn: Turn, reaction: Reaction) -> Reaction:
    """What an edited message leads to: its reply edited, a new one where there was none.

    What one message does not hold comes below it, as in a new reply. After two minutes nothing
    is done; the conversation has gone on.
    """
    message = turn.message
    if message.edit_date is None or message.edit_date - message.date > _EDITABLE:
        return NOTHING
    reply = turn.memory.conversations.reply_to(turn.who, message.message_id)
    first = next((call for call in reaction.calls if isinstance(call, Send)), None)
    if reply is None or first is None:
        return reaction
    edit = Edit(first.chat, reply, first.page, first.keyboard)
    calls = [edit if call is first else call for call in reaction.calls]
    return replace(reaction, calls=calls)


def context_of(turn: Turn) -> Context | None:
    """What a message goes on from: the message it replies to, else the last answer."""
    message = turn.message
    own = turn.context
    if not replies_to(message, turn.me) or message.reply_to_message is None:
        return own
    shown = shown_by(message.reply_to_message.reply_markup)
    if not shown.ids or (own and shown.ids[0] in (*own.listed, *own.shown)):
        return own
    return context_from(turn, shown)


def context_from(turn: Turn, shown: Shown) -> Context:
    """The context that a message's own buttons tell of."""
    rows = [row for one in shown.ids if (row := turn.assistant.store.statement(one))]
    ids = tuple(row.id for row in rows)
    return Context(
        language=shown.language,
        intent=full_intent(shown.asked),
        codes=tuple(dict.fromkeys(row.municipality.code for row in rows)),
        shown=ids,
        listed=ids,
    )


def full_intent(asked: str) -> str:
    """The intent that a button's short name stands for, or nothing."""
    return next((name for name in intents() if name.startswith(asked) and asked), "")


def on_other(turn: Turn) -> Reaction:
    """What is no text: a friendly line in private, silence in groups."""
    if not turn.private:
        return NOTHING
    phrases = turn.phrases(turn.spoken)
    line = phrases("I can only read text. Write your question, and I will look it up.")
    return turn.says(text(line))
