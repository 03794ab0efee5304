"""Messages written, edited and deleted by the bot."""

from bot.demo.errors import Json, bad
from bot.demo.markup import check_markup
from bot.demo.methods import Call, method
from bot.demo.texts import shown
from bot.demo.world import Chat, World

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


@method("sendMessage")
def send_message(call: Call) -> Json:
    """Write a text into a chat."""
    text = shown(call.given["text"], call.given.get("parse_mode"), call.given.get("entities"))
    chat = call.chat()
    content = {"text": text.words, "entities": text.entities or None}
    if "link_preview_options" in call.given:
        content["link_preview_options"] = call.given["link_preview_options"]
    return publish(call, chat, content)


def publish(call: Call, chat: Chat, content: Json) -> Json:
    """Write what the bot made into a chat, with its keyboard and what it replies to."""
    message: Json = {
        "from" if chat.type != "channel" else "sender_chat": (
            call.world.bot if chat.type != "channel" else chat.as_json()
        ),
        **content,
        "reply_markup": check_markup(call.given.get("reply_markup")),
        "reply_to_message": _replied(chat, call.given.get("reply_parameters")),
        "has_protected_content": call.given.get("protect_content") or None,
    }
    message = {key: value for key, value in message.items() if value is not None}
    whole = call.world.write(chat, message)
    markup = call.given.get("reply_markup") or {}
    if markup.get("force_reply"):
        prompt = markup.get("input_field_placeholder", "")
        call.world.remember_prompt(chat.id, whole["message_id"], prompt)
    call.world.happened("sent", chat.id, whole)
    return whole


def _replied(chat: Chat, reply: Json | None) -> Json | None:
    if reply is None:
        return None
    if reply.get("chat_id", chat.id) != chat.id:
        raise bad("this server of ours has no replies across chats")
    message = chat.messages.get(reply["message_id"])
    if message is None:
        if reply.get("allow_sending_without_reply"):
            return None
        raise bad("message to be replied not found")
    return {key: value for key, value in message.items() if key != "reply_to_message"}


@method("editMessageText")
def edit_message_text(call: Call) -> Json | bool:
    """Put another text into a message of the bot's."""
    text = shown(call.given["text"], call.given.get("parse_mode"), call.given.get("entities"))
    chat, message = editable(call)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    changes = {
        "text": text.words,
        "entities": text.entities or None,
        "link_preview_options": call.given.get("link_preview_options"),
    }
    return edited(call, chat, message, changes)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json | bool:
    """Put another keyboard under a message of the bot's, or take it away."""
    chat, message = editable(call)
    return edited(call, chat, message, {})


def editable(call: Call) -> tuple[Chat, Json]:
    """The message to edit, by its ids or its inline id; `Refusal` where it can't be edited."""
    given = call.given
    if "inline_message_id" in given:
        place = call.world.inline_messages.get(given["inline_message_id"])
        if place is None:
            raise bad("MESSAGE_ID_INVALID")
        chat = call.world.chats[place[0]]
        message_id = place[1]
    else:
        if "chat_id" not in given:
            raise bad("chat_id is empty")
        if "message_id" not in given:
            raise bad("message identifier is not specified")
        chat = call.chat()
        message_id = given["message_id"]
    message = chat.messages.get(message_id)
    if message is None:
        raise bad("message to edit not found")
    if not _ours(call.world, chat, message, inline="inline_message_id" in given):
        raise bad("message can't be edited")
    return chat, message


def _ours(world: World, chat: Chat, message: Json, *, inline: bool) -> bool:
    if inline:
        return bool(message.get("via_bot") == world.bot)
    return message.get("from") == world.bot or chat.type == "channel"


def edited(call: Call, chat: Chat, message: Json, changes: Json) -> Json | bool:
    """Store the changes and the keyboard; `Refusal` where nothing would change."""
    changes = {**changes, "reply_markup": check_markup(call.given.get("reply_markup"))}
    if all(message.get(key) == value for key, value in changes.items()):
        raise bad(_SAME)
    changes["edit_date"] = call.world.now()
    whole = call.world.replace(chat, message, changes)
    call.world.happened("edited", chat.id, whole)
    return True if "inline_message_id" in call.given else whole


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Take a message out of a chat."""
    chat = call.chat()
    _delete(call, chat, call.given["message_id"])
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Take messages out of a chat; those that are not there are passed over."""
    chat = call.chat()
    if not 1 <= len(call.given["message_ids"]) <= 100:
        raise bad("message identifiers are not specified or too many")
    for message_id in call.given["message_ids"]:
        if message_id in chat.messages:
            _delete(call, chat, message_id)
    return True


def _delete(call: Call, chat: Chat, message_id: int) -> None:
    message = chat.messages.get(message_id)
    if message is None:
        raise bad("message to delete not found")
    if not (message.get("from") == call.world.bot or chat.type in ("private", "channel")):
        raise bad("message can't be deleted for everyone")
    if call.world.now() - message["date"] > 48 * 3600:
        raise bad("message can't be deleted for everyone")
    del chat.messages[message_id]
    call.world.happened("deleted", chat.id, message)
