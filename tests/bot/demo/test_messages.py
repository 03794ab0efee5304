"""Messages are written, replied to, edited and deleted as on Telegram."""

from typing import Any

import pytest

from bot.demo.telegram import Telegram
from bot.demo.values import departures
from tests.bot.demo.conftest import Ask

_KEYBOARD = {"inline_keyboard": [[{"text": "Mer", "callback_data": "more"}]]}
_SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


def _send(ask: Ask, chat_id: int, **given: Any) -> Any:
    answer = ask("sendMessage", chat_id=chat_id, **{"text": "hej", **given})
    assert answer["ok"], answer
    return answer["result"]


def test_what_is_sent(telegram: Telegram, ask: Ask) -> None:
    """A message has an id that grows, a date, its chat, the bot as sender and its entities."""
    anna = telegram.user("Anna", username="anna")
    question = anna.send("hej")
    first = _send(ask, anna.id, text="<b>Å</b>", parse_mode="HTML", reply_markup=_KEYBOARD)
    second = _send(ask, anna.id, reply_parameters={"message_id": question.id})
    assert question.id < first["message_id"] < second["message_id"]
    assert first["chat"] == {
        "id": anna.id, "type": "private", "first_name": "Anna", "username": "anna",
    }  # fmt: skip
    assert first["from"]["username"] == telegram.username
    assert first["entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert second["reply_to_message"]["text"] == "hej"
    assert [departures(message, "Message") for message in (first, second)] == [None, None]
    assert anna.chat.snapshot() == "Anna:\nhej\n\nKommunmål:\n<b>Å</b>\n[Mer]\n\nKommunmål:\nhej"


def test_replies_may_miss_their_message(telegram: Telegram, ask: Ask) -> None:
    """Where it is allowed, a reply to a deleted message is sent without it."""
    anna = telegram.user("Anna")
    question = anna.send("hej")
    anna.chat.delete(question)
    reply = {"message_id": question.id, "allow_sending_without_reply": True}
    assert "reply_to_message" not in _send(ask, anna.id, reply_parameters=reply)


def test_edits(telegram: Telegram, ask: Ask) -> None:
    """A text, and its keyboard with it, is exchanged; the same again is refused."""
    anna = telegram.user("Anna")
    anna.send("hej")
    place = {"chat_id": anna.id}
    place["message_id"] = _send(ask, anna.id, reply_markup=_KEYBOARD)["message_id"]
    shown = anna.chat.replies[0]
    same = ask("editMessageText", **place, text=" hej ", reply_markup=_KEYBOARD)
    assert same["description"] == _SAME
    edited = ask("editMessageText", **place, text="hej")["result"]
    assert edited["edit_date"]
    assert "reply_markup" not in edited
    assert anna.chat.wait_edit(shown).snapshot() == "hej"
    assert ask("editMessageReplyMarkup", **place, reply_markup=_KEYBOARD)["ok"]
    assert ask("editMessageReplyMarkup", **place, reply_markup=_KEYBOARD)["description"] == _SAME
    assert anna.chat.replies[0].snapshot() == "hej\n[Mer]"


def test_edits_refused(telegram: Telegram, ask: Ask) -> None:
    """Messages of others, and those that are gone, are not edited."""
    anna = telegram.user("Anna")
    question = anna.send("hej")
    reply = _send(ask, anna.id)
    anna.chat.delete(anna.chat.replies[0])
    for message_id, reason in (
        (question.id, "message can't be edited"),
        (reply["message_id"], "message to edit not found"),
    ):
        answer = ask("editMessageText", chat_id=anna.id, message_id=message_id, text="x")
        assert answer["description"] == f"Bad Request: {reason}"
    answer = ask("editMessageText", inline_message_id="x", text="x")
    assert answer["description"] == "Bad Request: MESSAGE_ID_INVALID"


def test_deleting(telegram: Telegram, ask: Ask) -> None:
    """A message is deleted once, and not when it is older than two days."""
    now = [1_000_000.0]
    telegram.world.clock = lambda: now[0]
    anna = telegram.user("Anna")
    anna.send("hej")
    old, new = _send(ask, anna.id), _send(ask, anna.id)
    assert ask("deleteMessage", chat_id=anna.id, message_id=new["message_id"])["result"] is True
    again = ask("deleteMessage", chat_id=anna.id, message_id=new["message_id"])
    assert again["description"] == "Bad Request: message to delete not found"
    now[0] += 49 * 3600
    late = ask("deleteMessage", chat_id=anna.id, message_id=old["message_id"])
    assert late["description"] == "Bad Request: message can't be deleted for everyone"


def test_closed_chats(telegram: Telegram, ask: Ask) -> None:
    """Who has blocked the bot, never wrote to it, or put it out of a group gets nothing."""
    anna, bo = telegram.user("Anna"), telegram.user("Bo")
    group = telegram.group("Familjen", anna)
    anna.send("hej")
    anna.block()
    group.remove_bot(anna)
    for chat_id, reason in (
        (anna.id, "bot was blocked by the user"),
        (bo.id, "bot can't initiate conversation with a user"),
        (group.id, "bot was kicked from the supergroup chat"),
    ):
        answer = ask("sendMessage", chat_id=chat_id, text="hej")
        assert (answer["error_code"], answer["description"]) == (403, f"Forbidden: {reason}")
    anna.unblock()
    assert _send(ask, anna.id)["text"] == "hej"


def test_channel(telegram: Telegram, ask: Ask) -> None:
    """A channel speaks as itself; posts and their edits come to the bot."""
    channel = telegram.channel("Kommunen", "kommunen")
    channel.edit(channel.post("Nytt mål"), "Nytt mål!")
    posted, edited = ask("getUpdates")["result"]
    assert posted["channel_post"]["sender_chat"]["title"] == "Kommunen"
    assert edited["edited_channel_post"]["text"] == "Nytt mål!"
    sent = ask("sendMessage", chat_id="@kommunen", text="svar")["result"]
    assert sent["chat"]["id"] == channel.id


def test_getting_to_know_a_chat(telegram: Telegram, ask: Ask) -> None:
    """What the bot can ask of a chat has the form of the Bot API."""
    anna = telegram.user("Anna")
    group = telegram.group("Familjen", anna)
    chat = ask("getChat", chat_id=group.id)["result"]
    assert (chat["title"], departures(chat, "ChatFullInfo")) == ("Familjen", None)
    assert ask("getChatMemberCount", chat_id=group.id)["result"] == 2
    member = ask("getChatMember", chat_id=group.id, user_id=anna.id)["result"]
    assert member["status"] == "member"
    assert ask("sendChatAction", chat_id=group.id, action="typing")["result"] is True
    assert group.actions == ["typing"]
    assert ask("leaveChat", chat_id=group.id)["ok"]
    assert ask("getChat", chat_id=group.id)["error_code"] == 403


@pytest.mark.parametrize("keep", [50])
def test_memory_is_bounded(keep: int) -> None:
    """Only the latest messages and events are kept, over all chats."""
    with Telegram(keep=keep) as telegram:
        people = [telegram.user(f"Person {number}") for number in range(20)]
        for round_ in range(20):
            for person in people:
                person.send(f"fråga {round_}")
        assert sum(len(chat.messages) for chat in telegram.world.chats.values()) == keep
        assert len(people[0].chat.messages) < 20
