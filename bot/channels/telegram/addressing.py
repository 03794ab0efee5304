"""Whether a message is meant for the bot, and what of it is the question."""

from telegram import Message, MessageEntity

from bot.channels.telegram.turn import Me, Turn

_MENTIONS: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]


def question_of(turn: Turn) -> str | None:
    """The words asked of the bot: in private all of them, in groups after a mention or in reply."""
    message = turn.message
    words = message.text
    if words is None or is_ours(message, turn.me) or not _from_a_person(message):
        return None
    if turn.private:
        return words
    mentions = _mentions(message, turn.me)
    if not mentions and not replies_to(message, turn.me):
        return None
    for mention in mentions:
        words = words.replace(mention, " ", 1)
    return words.strip(" ,:\n")


def command_of(turn: Turn) -> tuple[str, str] | None:
    """The command and its argument, where the message is one for this bot."""
    message = turn.message
    words = message.text or ""
    entity = next((one for one in message.entities if one.offset == 0), None)
    if entity is None or entity.type != MessageEntity.BOT_COMMAND or not _from_a_person(message):
        return None
    command = message.parse_entity(entity)
    name, _, meant = command[1:].partition("@")
    if meant and meant.lower() != turn.me.username.lower():
        return None
    return name.lower(), words[len(command) :].strip()


def replies_to(message: Message, me: Me) -> bool:
    """Whether a message is a reply to one of the bot's."""
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id


def is_ours(message: Message, me: Me) -> bool:
    """Whether a message was sent through the bot itself, as inline results are."""
    return message.via_bot is not None and message.via_bot.id == me.id


def _from_a_person(message: Message) -> bool:
    """Not from another bot, nor a channel's post passed on; anonymous administrators are people."""
    if message.is_automatic_forward or message.from_user is None:
        return False
    return not message.from_user.is_bot or message.sender_chat is not None


def _mentions(message: Message, me: Me) -> list[str]:
    found = message.parse_entities(_MENTIONS)
    return [
        words
        for entity, words in found.items()
        if words.lower() == f"@{me.username.lower()}" or (entity.user and entity.user.id == me.id)
    ]
