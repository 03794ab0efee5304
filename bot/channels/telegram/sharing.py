"""Sharing: a link that opens the same answer, and inline results to send in any chat."""

from telegram import CopyTextButton, InlineKeyboardButton, Message

from bot.answering.asks import Ask
from bot.channels.telegram.reaction import Reaction
from bot.channels.telegram.turn import Turn
from bot.rendering.deep_links import target
from bot.rendering.telegram_keyboards import Keyboards
from bot.rendering.telegram_markup import join, link, text
from bot.rendering.telegram_press import Press
from knowledge.marking import marked

_SEND = marked("Send in a chat")
_COPY = marked("Copy the link")


def share(turn: Turn, press: Press, message: Message) -> Reaction | None:
    """The link to what the message shows, to be sent or copied."""
    store, phrases = turn.assistant.store, turn.phrases(press.language)
    payload = press[0]
    found = target(payload, store)
    if found is None:
        return None
    url = turn.me.link(payload)
    # The query that finds the same inline: a statement by its id, else by name and topic.
    query = payload
    if isinstance(found, Ask):
        question = found.said(store)
        if question is None:
            return None
        query = payload.replace("_", " ").replace("-", " ")
    buttons = [
        InlineKeyboardButton(phrases(_SEND), switch_inline_query=query),
        InlineKeyboardButton(phrases(_COPY), copy_text=CopyTextButton(url)),
    ]
    page = join([text(phrases("This link opens it in a chat with me:")), link(url, url)])
    return Reaction([turn.send(page, keyboard=Keyboards.row(buttons))])
