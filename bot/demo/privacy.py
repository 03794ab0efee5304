"""Which messages of a group a bot in privacy mode gets to see."""

from bot.demo.errors import Json
from bot.demo.world import Chat, World


def reaches_bot(world: World, chat: Chat, message: Json) -> bool:
    """Commands, mentions, replies to the bot, what was sent through it; in private, everything."""
    if chat.closed:
        return chat.type == "private"
    if chat.type == "private" or not chat.privacy or "via_bot" in message:
        return True
    if message.get("reply_to_message", {}).get("from") == world.bot:
        return True
    text = str(message.get("text") or message.get("caption") or "").lower()
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return (
        first.startswith("/") and "@" not in first
    ) or f"@{world.bot['username']}".lower() in text
