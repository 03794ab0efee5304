"""What the bot says of itself: name, descriptions and commands, by language and scope."""

import json
from dataclasses import dataclass, field

from bot.demo.errors import Json


@dataclass
class Profile:
    """Texts by language ("" for all others) and commands by scope and language."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def menu(self, user_id: int, chat_id: int, chat_type: str, language: str) -> list[Json]:
        """The commands that a user is shown in a chat: the narrowest scope that has any."""
        group = "all_private_chats" if chat_type == "private" else "all_group_chats"
        scopes: list[Json] = [
            {"type": "chat", "chat_id": chat_id},
            {"type": group},
            {"type": "default"},
        ]
        if chat_type != "private":
            member = {"type": "chat_member", "chat_id": chat_id, "user_id": user_id}
            scopes.insert(0, member)
        for scope in scopes:
            for tongue in (language, ""):
                found = self.commands.get((scope_key(scope), tongue))
                if found:
                    return found
        return []


def scope_key(scope: Json | None) -> str:
    """A scope as a key."""
    return json.dumps(scope or {"type": "default"}, sort_keys=True)
