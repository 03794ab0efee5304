"""python-telegram-bot, unchanged, talks to the server as to Telegram."""

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.demo.telegram import Telegram

_BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Visa målen", callback_data="goals")]])


async def _start(update: Any, context: Any) -> None:
    await update.message.reply_text(f"start {context.args}")


async def _echo(update: Any, context: Any) -> None:
    await update.message.reply_html(f"<b>{update.message.text}</b>", reply_markup=_BUTTONS)


async def _press(update: Any, context: Any) -> None:
    await update.callback_query.answer("Här är de.")
    await update.callback_query.edit_message_text("<i>Målen</i>", parse_mode="HTML")


async def _inline(update: Any, context: Any) -> None:
    content = InputTextMessageContent("<i>Trygghet</i>", parse_mode="HTML")
    article = InlineQueryResultArticle("ljungby-1", "Ljungby", content)
    await update.inline_query.answer([article], cache_time=3, is_personal=True)


def _application(telegram: Telegram) -> Application[Any, Any, Any, Any, Any, Any]:
    application = (
        ApplicationBuilder()
        .token(telegram.token)
        .base_url(telegram.base_url)
        .base_file_url(telegram.base_file_url)
        .build()
    )
    application.add_handler(CommandHandler("start", _start))
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.add_handler(CallbackQueryHandler(_press))
    application.add_handler(InlineQueryHandler(_inline))
    return application


def _while_running(
    telegram: Telegram, play: Callable[[], None], *, webhook: dict[str, Any] | None = None
) -> None:
    async def run() -> None:
        application = _application(telegram)
        async with application:
            await application.start()
            assert application.updater
            if webhook:
                await application.updater.start_webhook(**webhook)
            else:
                await application.updater.start_polling()
            try:
                await asyncio.to_thread(play)
            finally:
                await application.updater.stop()
                await application.stop()

    asyncio.run(run())


def test_a_conversation(telegram: Telegram) -> None:
    """Text, command, button and inline query come to the bot, and its answers to the user."""

    def play() -> None:
        anna = telegram.user("Anna")
        reply = anna.ask("Vad är målen i Värnamo?")
        assert reply.snapshot() == "<b>Vad är målen i Värnamo?</b>\n[Visa målen]"
        assert anna.press(reply, "Visa").notice == "Här är de."
        assert anna.chat.wait_edit(reply).snapshot() == "<i>Målen</i>"
        assert anna.ask("/start varnamo").text == "start ['varnamo']"
        found = anna.type_inline("trygghet")
        assert (found.cache_time, found.personal) == (3, True)
        assert [result.title for result in found.results] == ["Ljungby"]
        assert anna.choose(found, "ljungby-1").snapshot() == "<i>Trygghet</i>"

    _while_running(telegram, play)
    assert telegram.refused() == []


@pytest.mark.parametrize("language", ["sv", None])
def test_language_of_the_user(telegram: Telegram, language: str | None) -> None:
    """The language of a user's app is told, where there is one."""
    seen: list[Any] = []

    def play() -> None:
        anna = telegram.user("Anna", language=language)
        anna.ask("Hej")
        seen.append(telegram.world.chats[anna.id].messages)

    _while_running(telegram, play)
    (messages,) = seen
    assert next(iter(messages.values()))["from"].get("language_code") == language


def test_webhook(telegram: Telegram) -> None:
    """The library's webhook server gets updates with its secret, and only those."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/hook"
    webhook = {
        "listen": "127.0.0.1", "port": port, "url_path": "hook", "webhook_url": url,
        "secret_token": "hemligt",
    }  # fmt: skip

    def play() -> None:
        assert telegram.user("Anna").ask("hej").text == "hej"
        forged = httpx.post(url, json={"update_id": 1})
        assert forged.status_code == 403

    _while_running(telegram, play, webhook=webhook)
    assert telegram.refused() == []
