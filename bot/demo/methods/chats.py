"""What the bot can learn of a chat, and do in it besides writing."""

from bot.demo.errors import Json, bad
from bot.demo.methods import Call, method

_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
}  # fmt: skip


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Show for some seconds that the bot is at work."""
    if call.given["action"] not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat = call.chat()
    call.world.happened("action", chat.id, {"action": call.given["action"]})
    return True


@method("getChat")
def get_chat(call: Call) -> Json:
    """All that is known of a chat."""
    return {
        **call.chat().as_json(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False,
            "premium_subscription": False, "gifts_from_channels": False,
        },
    }  # fmt: skip


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    """How a user belongs to a chat."""
    chat, user_id = call.chat(), call.given["user_id"]
    if user_id == call.world.bot["id"]:
        return {"status": "member", "user": call.world.bot}
    if user_id not in call.world.users:
        raise bad("user not found")
    status = "member" if user_id in chat.members else "left"
    return {"status": status, "user": call.world.users[user_id]}


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """How many belong to a chat, the bot among them."""
    return len(call.chat().members) + 1


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """Go out of a group."""
    chat = call.chat()
    if chat.type == "private":
        raise bad("chat not found")
    chat.closed = f"bot is not a member of the {chat.type} chat"
    return True


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """Set what the button beside the text field opens."""
    call.world.profile.menu_buttons[call.given.get("chat_id")] = call.given.get(
        "menu_button", {"type": "default"}
    )
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    """What the button beside the text field opens."""
    buttons = call.world.profile.menu_buttons
    return buttons.get(call.given.get("chat_id"), buttons.get(None, {"type": "commands"}))
