"""Buttons old, forged and stale: each is answered, none does harm."""

import pytest

from bot.demo.shown import Shown
from bot.demo.telegram import Telegram

_OLD = "Den knappen kommer från en äldre version av mig. Ställ din fråga igen."
_GONE = "Det finns inte kvar här. Ställ din fråga igen."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", _OLD), ("0|open|1", _OLD), ("2|so|varnamo-vision", _OLD), ("x" * 64, _OLD),
        ("1|so|'; drop table statement; --", _OLD), ("1|so|<b>", _OLD),
        ("1|so|varnamo-finns-inte", _GONE), ("1|so|", _GONE), ("1|so", _GONE),
        ("1|sq|goals|9999|", _GONE), ("1|sq|nonsense|0683|", _GONE), ("1|sq||||||", _GONE),
        ("1|sq|who||nonsense", _GONE), ("1|sh|9999", _GONE), ("1|sh|2514", _GONE),
        ("1|sl|fi", _GONE), ("1|sc|2514", _GONE), ("1|sk|xx", _GONE), ("1|ss|nowhere", _GONE),
        ("1|sm|varnamo-vision", _GONE), ("1|sm|", _GONE),
        ("1|sg|goals|varnamo-vision", "Det är redan räknat."),
    ],
)  # fmt: skip
def test_forged_and_stale_data(telegram: Telegram, data: str, said: str) -> None:
    """A friendly line at the top of the chat; the message stays as it was."""
    anna = telegram.user("Anna")
    message = anna.ask("Hej!")

    pressed = anna.press_data(message, data)

    assert pressed.notice == said
    assert anna.chat.message(message.id).snapshot() == message.snapshot()


def test_a_press_under_a_deleted_message(telegram: Telegram) -> None:
    """Telegram gives no message then; what the button is for comes as a new one."""
    anna = telegram.user("Anna")
    gone = Shown({**anna.ask("Hej!").raw, "message_id": 999_999})

    assert anna.press_data(gone, "1|sb|goals").notice == _GONE
    assert anna.press_data(gone, "1|so|varnamo-vision").notice == ""
    assert "tillväxtkommunen" in anna.chat.wait(count=2).text


def test_pressing_the_same_twice(telegram: Telegram) -> None:
    """The message is as it should be already; Telegram says so, the person hears nothing of it."""
    anna = telegram.user("Anna")
    reply = anna.ask("Vilka mål har Värnamo?")
    anna.press(reply, "2")
    opened = anna.chat.wait_edit(reply)

    assert anna.press(opened, "· 2 ·").answered
    assert anna.chat.message(reply.id).snapshot() == opened.snapshot()


def test_thumbs_count_once(telegram: Telegram) -> None:
    """The second press of an impatient finger is told so."""
    anna = telegram.user("Anna")
    reply = anna.ask("Vad är Värnamos vision?")
    anna.press(reply, "👍")
    anna.chat.wait_edit(reply)

    again = anna.press_data(reply, "1|sg|vision|varnamo-vision")

    assert again.notice == "Det är redan räknat."


def test_another_ones_press_in_a_group(telegram: Telegram) -> None:
    """Somebody else's button answers in the message's language."""
    anna, ben = telegram.user("Anna"), telegram.user("Ben", language="en")
    family = telegram.group("Familjen", anna, ben)
    question = anna.send(f"@{telegram.username} vilka mål har Värnamo?", chat=family)
    reply = family.wait(after=question)

    ben.press(reply, "1")

    assert "övergripande mål" in family.wait_edit(reply).text
