"""What python-telegram-bot makes of refusals and faults is what it makes of Telegram's."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    CopyTextButton,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputMediaPhoto,
    InputTextMessageContent,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup as Keyboard
from telegram import SwitchInlineQueryChosenChat as Switch
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.demo import faults
from bot.demo.faults import Fault
from bot.demo.telegram import Telegram
from tests.bot.demo.test_pictures import png

Do = Callable[[Bot, int], Awaitable[Any]]


def _ask(telegram: Telegram, do: Do, *, token: str | None = None) -> Any:
    anna = telegram.user("Anna")
    anna.send("hej")

    async def run() -> Any:
        bot = Bot(token or telegram.token, telegram.base_url, telegram.base_file_url)
        async with bot:
            return await do(bot, anna.id)

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        (faults.flood("sendMessage", retry_after=2), RetryAfter, "Retry in 0:00:02"),
        (faults.server_error("sendMessage"), NetworkError, "Internal Server Error"),
        (faults.bad_gateway("sendMessage"), NetworkError, "Bad Gateway"),
        (faults.garbage("sendMessage"), TelegramError, "Invalid server response"),
        (faults.blocked(), Forbidden, "bot was blocked by the user"),
        (faults.unauthorised("sendMessage"), InvalidToken, "Unauthorized"),
        (faults.dropped("sendMessage"), NetworkError, "httpx."),
        (faults.lost("sendMessage"), NetworkError, "httpx."),
        (faults.cut("sendMessage"), NetworkError, "httpx."),
        (faults.conflict("sendMessage"), Conflict, "terminated by other getUpdates request"),
    ],
)
def test_faults(
    telegram: Telegram,
    fault: Fault,
    error: type[TelegramError],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each fault is the library's own error for it."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    telegram.faults.add(fault)
    with pytest.raises(error, match=words):
        _ask(telegram, lambda bot, chat_id: bot.send_message(chat_id, "svar"))


def test_slow(telegram: Telegram) -> None:
    """An answer that comes too late is a timeout, though the message stands."""
    telegram.faults.add(faults.slow("sendMessage", seconds=0.5))
    with pytest.raises(TimedOut):
        _ask(telegram, lambda bot, chat_id: bot.send_message(chat_id, "svar", read_timeout=0.1))


def test_another_token(telegram: Telegram) -> None:
    """A token of another bot is refused at the start."""
    with pytest.raises(InvalidToken):
        _ask(telegram, lambda bot, chat_id: bot.get_me(), token="700000001:AAOther")  # noqa: S106


@pytest.mark.parametrize(
    ("do", "words"),
    [
        (lambda bot, chat: bot.send_message(chat, "x" * 4097), "Message is too long"),
        (lambda bot, chat: bot.send_message(chat, "<b>", "HTML"), "Can't parse entities: can't"),
        (lambda bot, chat: bot.edit_message_text("x", chat, 999), "Message to edit not found"),
        (lambda bot, chat: bot.delete_message(chat, 999), "Message to delete not found"),
        (lambda bot, chat: bot.answer_callback_query("1"), "Query is too old"),
        (lambda bot, chat: bot.send_message(1, "x"), "Chat not found"),
    ],
)
def test_refusals(telegram: Telegram, do: Do, words: str) -> None:
    """The texts that a bot tells refusals apart by."""
    with pytest.raises(BadRequest, match=words):
        _ask(telegram, do)


async def _everything(bot: Bot, chat_id: int) -> None:
    keyboard = Keyboard(
        [
            [Button("Visa", callback_data="v1:x"), Button("Sida", url="https://varnamo.se/mal")],
            [Button("Kopiera", copy_text=CopyTextButton("”Växa” (Värnamo)"))],
            [Button("Dela", switch_inline_query="ljungby vision")],
            [Button("Dela", switch_inline_query_chosen_chat=Switch("x", True, True, True, True))],
        ]
    )
    preview = LinkPreviewOptions(is_disabled=True)
    sent = await bot.send_message(
        chat_id, "<b>Å</b>", "HTML", link_preview_options=preview, reply_markup=keyboard,
        disable_notification=True, protect_content=True,
    )  # fmt: skip
    await bot.send_message(
        chat_id, "svar", reply_parameters=ReplyParameters(sent.message_id, quote="Å")
    )
    await sent.edit_text("ny", link_preview_options=preview, reply_markup=keyboard)
    await sent.edit_reply_markup(None)
    picture = await bot.send_photo(chat_id, png(9, 9), caption="<i>a</i>", parse_mode="HTML")
    await picture.edit_caption("b")
    await picture.edit_media(InputMediaPhoto(png(8, 8), "c"), reply_markup=keyboard)
    assert len(await (await bot.get_file(picture.photo[-1])).download_as_bytearray()) > 50
    await bot.send_chat_action(chat_id, "typing")
    await bot.delete_messages(chat_id, [picture.message_id])
    commands = [BotCommand("mal", "Kommuners mål")]
    await bot.set_my_commands(commands, BotCommandScopeAllGroupChats(), "sv")
    assert await bot.get_my_commands(BotCommandScopeAllGroupChats(), "sv") == tuple(commands)
    await bot.delete_my_commands()
    await bot.set_my_name("Kommunmål", "sv")
    await bot.set_my_description("Om", "sv")
    await bot.set_my_short_description("Om", "sv")
    assert (await bot.get_my_short_description("sv")).short_description == "Om"
    assert (await bot.get_chat(chat_id)).first_name == "Anna"
    assert (await bot.get_webhook_info()).url == ""


def test_everything_a_bot_needs(telegram: Telegram) -> None:
    """Every parameter as the library sends it is taken."""
    _ask(telegram, _everything)
    assert telegram.refused() == []


def test_inline_answer(telegram: Telegram) -> None:
    """Inline results as the library sends them are taken."""

    async def answer(bot: Bot, chat_id: int) -> Any:
        await bot.get_updates()
        typing = asyncio.create_task(asyncio.to_thread(telegram.user("Bo").type_inline, "x"))
        updates: Any = ()
        while not any(update.inline_query for update in updates):
            updates = await bot.get_updates(timeout=1, offset=-1)
        content = InputTextMessageContent(
            "<b>x</b>", "HTML", link_preview_options=LinkPreviewOptions(is_disabled=True)
        )
        button = Keyboard([[Button("Mer", url="https://t.me/kommunmal_bot?start=x")]])
        result = InlineQueryResultArticle("1", "Mål", content, button, description="Växa")
        await bot.answer_inline_query(
            updates[-1].inline_query.id, [result], 300, True, "",
            button=InlineQueryResultsButton("Mer", start_parameter="x"),
        )  # fmt: skip
        return await typing

    found = _ask(telegram, answer)
    assert [result.title for result in found.results] == ["Mål"]
    assert telegram.refused() == []
