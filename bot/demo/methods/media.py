"""Pictures sent and exchanged, and their captions."""

from typing import Any

from bot.demo.errors import Json, bad
from bot.demo.methods import Call, method
from bot.demo.methods.messages import editable, edited, publish
from bot.demo.texts import LONGEST_CAPTION, Text, shown


@method("sendPhoto")
def send_photo(call: Call) -> Json:
    """Write a picture, with or without a caption, into a chat."""
    sizes = _picture(call, call.given["photo"])
    caption = caption_of(call.given)
    content: Json = {"photo": sizes, **_captioned(caption)}
    content["show_caption_above_media"] = call.given.get("show_caption_above_media") or None
    content["has_media_spoiler"] = call.given.get("has_spoiler") or None
    return publish(call, call.chat(), content)


@method("sendDocument")
def send_document(call: Call) -> Json:
    """Write a file, with or without a caption, into a chat."""
    given, pictures = call.given["document"], call.world.pictures
    if isinstance(given, str) and given.startswith("attach://"):
        given = call.files.get(given.removeprefix("attach://"))
    if given is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    document = pictures.add_file(given) if isinstance(given, bytes) else pictures.known_file(given)
    caption = caption_of(call.given)
    return publish(call, call.chat(), {"document": document, **_captioned(caption)})


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json | bool:
    """Put another caption under a picture."""
    caption = caption_of(call.given)
    chat, message = editable(call)
    if "photo" not in message:
        raise bad("there is no caption in the message to edit")
    return edited(call, chat, message, _captioned(caption))


@method("editMessageMedia")
def edit_message_media(call: Call) -> Json | bool:
    """Put another picture in the place of a picture or of a text."""
    media = call.given["media"]
    if media["type"] != "photo":
        raise bad("this server of ours has no media but pictures")
    sizes = _picture(call, media["media"])
    caption = caption_of(media)
    chat, message = editable(call)
    changes = {"photo": sizes, **_captioned(caption), "text": None, "entities": None}
    return edited(call, chat, message, {**changes, "link_preview_options": None})


@method("getFile")
def get_file(call: Call) -> Json:
    """Where a file can be fetched."""
    return call.world.pictures.file(call.given["file_id"])


def caption_of(given: Json) -> Text:
    """The caption as shown; it may be empty."""
    return shown(
        given.get("caption", ""), given.get("parse_mode"), given.get("caption_entities"),
        longest=LONGEST_CAPTION, empty=None, long="message caption is too long",
    )  # fmt: skip


def _captioned(caption: Text) -> Json:
    return {"caption": caption.words or None, "caption_entities": caption.entities or None}


def _picture(call: Call, given: Any) -> list[Json]:
    if isinstance(given, bytes):
        return call.world.pictures.add(given)
    if given.startswith("attach://"):
        content = call.files.get(given.removeprefix("attach://"))
        if content is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        return call.world.pictures.add(content)
    return call.world.pictures.known(given)
