"""Pictures sent: each uploaded once and then named by the id that Telegram gave it."""

from collections import OrderedDict
from typing import Literal

from telegram import Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.channels.telegram.client import Client
from bot.channels.telegram.pace import Around
from bot.channels.telegram.reaction import SendPicture
from bot.rendering.telegram_picture import captioned, is_photo

_Medium = Literal["photo", "document"]
_NAME = "kommunmal.png"
# What is kept is a digest of public words and Telegram's name for the file: nothing of anyone.
_MOST_KEPT = 500
# Telegram's words for an id that it knows no more, and for what it takes as a file alone.
_FORGOTTEN = ("wrong file identifier", "wrong remote file", "file reference", "invalid file_id")
_NO_PHOTO = ("photo_invalid_dimensions", "image_process_failed", "photo_save_file_invalid")


class Uploads:
    """Sends pictures, and remembers which have been uploaded."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._known: OrderedDict[str, tuple[_Medium, str]] = OrderedDict()

    async def send(self, call: SendPicture, around: Around | None = None) -> int:
        """Send a picture; gives back the message's id. Raises TelegramError.

        `around` is held open around each request.
        """
        digest = call.picture.digest
        if known := self._known.get(digest):
            try:
                return (await self._sent(call, *known, around)).message_id
            except BadRequest as error:
                if not _is(error, _FORGOTTEN):
                    raise
                del self._known[digest]
        medium: _Medium = "photo" if is_photo(call.picture.png) else "document"
        try:
            sent = await self._sent(call, medium, call.picture.png, around)
        except BadRequest as error:
            if medium == "document" or not _is(error, _NO_PHOTO):
                raise
            sent = await self._sent(call, "document", call.picture.png, around)
        self._keep(digest, sent)
        return sent.message_id

    def _keep(self, digest: str, sent: Message) -> None:
        if sent.photo:
            self._known[digest] = ("photo", sent.photo[-1].file_id)
        elif sent.document:
            self._known[digest] = ("document", sent.document.file_id)
        if len(self._known) > _MOST_KEPT:
            self._known.popitem(last=False)

    async def _sent(
        self, call: SendPicture, medium: _Medium, content: bytes | str, around: Around | None
    ) -> Message:
        reply = (
            ReplyParameters(call.reply_to, allow_sending_without_reply=True)
            if call.reply_to is not None
            else None
        )
        send = self._client.send_photo if medium == "photo" else self._client.send_document
        return await send(
            call.chat,
            content,
            filename=_NAME if isinstance(content, bytes) else None,
            caption=captioned(call.picture).html,
            parse_mode=ParseMode.HTML,
            reply_markup=call.keyboard,
            reply_parameters=reply,
            message_thread_id=call.thread,
            rate_limit_args=around,
        )


def _is(error: BadRequest, words: tuple[str, ...]) -> bool:
    return any(one in error.message.lower() for one in words)
