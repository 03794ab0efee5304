"""Makes the calls of a reaction; what can be mended on the way is mended here."""

import re
from dataclasses import replace
from html import unescape

from telegram import ForceReply, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.channels.telegram.client import Client
from bot.channels.telegram.keyboard import keyboard_json
from bot.channels.telegram.pace import Around
from bot.channels.telegram.reaction import (
    AnswerInline,
    AnswerPress,
    Call,
    Edit,
    EditButtons,
    Send,
    SendPicture,
)
from bot.channels.telegram.uploading import Uploads
from bot.rendering.telegram_picture import captioned

_TAG = re.compile(r"<[^>]*>")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_LONGEST_NOTICE = 200
# Telegram's words for what leaves nothing to be done.
_SETTLED = (
    "message is not modified",
    "query is too old",
    "query_id_invalid",
    "query id is invalid",
)
_NOT_THERE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    # A picture is there instead.
    "there is no text in the message",
)
# A group may let nobody send pictures.
_NO_PICTURES = ("not enough rights to send", "chat_send_photos_forbidden", "chat_send_docs_forbid")
_UNREADABLE = ("can't parse entities", "entities_too_long", "entity_bounds_invalid")


class Sender:
    """Calls Telegram. Errors that are not mended here are for the lane to deal with."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._uploads = Uploads(client)

    async def do(self, call: Call, around: Around | None = None) -> int | None:
        """Make a call; gives back the id of the message it sent or changed.

        `around` is held open around each request that sends a new message.
        """
        try:
            return await self._do(call, ParseMode.HTML, around)
        except ChatMigrated as moved:
            if isinstance(call, Send | Edit | EditButtons | SendPicture):
                return await self._do(replace(call, chat=moved.new_chat_id), ParseMode.HTML, around)
            raise
        except BadRequest as error:
            return await self._mended(call, error.message.lower(), around)

    async def _mended(self, call: Call, problem: str, around: Around | None) -> int | None:
        if any(words in problem for words in _SETTLED):
            return None
        if isinstance(call, EditButtons) and any(words in problem for words in _NOT_THERE):
            return None
        if isinstance(call, Edit) and any(words in problem for words in _NOT_THERE):
            instead = Send(call.chat, call.page, call.keyboard)
            return await self._do(instead, ParseMode.HTML, around)
        if isinstance(call, Send | Edit) and any(words in problem for words in _UNREADABLE):
            return await self._do(call, None, around)
        if isinstance(call, SendPicture) and any(words in problem for words in _NO_PICTURES):
            page = captioned(call.picture)
            words = Send(call.chat, page, call.keyboard, call.reply_to, call.thread)
            return await self._do(words, ParseMode.HTML, around)
        raise BadRequest(problem)

    async def _do(self, call: Call, mode: ParseMode | None, around: Around | None) -> int | None:
        match call:
            case Send():
                return await self._send(call, mode, around)
            case SendPicture():
                return await self._uploads.send(call, around)
            case Edit():
                await self._client.edit_message_text(
                    _text(call.page.html, mode),
                    chat_id=call.chat,
                    message_id=call.message,
                    parse_mode=mode,
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=call.keyboard,
                )
                return call.message
            case EditButtons():
                await self._client.edit_message_reply_markup(
                    chat_id=call.chat, message_id=call.message, reply_markup=call.keyboard
                )
                return call.message
            case AnswerPress():
                await self._client.answer_callback_query(
                    call.press, text=call.words[:_LONGEST_NOTICE] or None
                )
            case AnswerInline():
                await self._client.answer_inline_query(
                    call.query,
                    call.results,
                    cache_time=call.cache_seconds,
                    is_personal=call.personal,
                    button=call.button,
                )
        return None

    async def _send(self, call: Send, mode: ParseMode | None, around: Around | None) -> int:
        reply = (
            ReplyParameters(call.reply_to, allow_sending_without_reply=True)
            if call.reply_to is not None
            else None
        )
        markup: object = keyboard_json(call.keyboard) if call.keyboard else None
        if call.prompt:
            markup = ForceReply(input_field_placeholder=call.prompt)
        message = {
            "chat_id": call.chat,
            "text": _text(call.page.html, mode),
            "parse_mode": mode,
            "link_preview_options": _NO_PREVIEW,
            "reply_markup": markup,
            "reply_parameters": reply,
            "message_thread_id": call.thread,
        }
        return await self._client.write(message, around)


def _text(html: str, mode: ParseMode | None) -> str:
    """The HTML, or where Telegram can't read it, the words alone."""
    return html if mode else unescape(_TAG.sub("", html))
