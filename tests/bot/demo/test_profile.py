"""What the bot says of itself, by language and scope, and what a user is shown of it."""

from bot.demo.telegram import Telegram
from bot.demo.values import departures
from tests.bot.demo.conftest import Ask


def test_commands(telegram: Telegram, ask: Ask) -> None:
    """The narrowest scope that has commands decides, in the user's language first."""
    anna, ben = telegram.user("Anna"), telegram.user("Ben", language="en")
    group = telegram.group("Familjen", anna)
    goals = [{"command": "goals", "description": "Goals of a municipality"}]
    mal = [{"command": "mal", "description": "En kommuns mål"}]
    groups = {"type": "all_group_chats"}
    assert ask("setMyCommands", commands=goals)["result"] is True
    ask("setMyCommands", commands=mal, language_code="sv")
    ask("setMyCommands", commands=mal, scope=groups)
    assert (anna.menu(), ben.menu(), ben.menu(group)) == (mal, goals, mal)
    assert ask("getMyCommands", scope=groups)["result"] == mal
    assert ask("getMyCommands", scope=groups, language_code="sv")["result"] == []
    assert ask("deleteMyCommands", language_code="sv")["ok"]
    assert anna.menu() == goals
    wrong = ask("getMyCommands", scope={"type": "everywhere"})
    assert wrong["description"] == (
        'Bad Request: can\'t parse BotCommandScope: invalid type "everywhere" of BotCommandScope'
    )


def test_texts(ask: Ask) -> None:
    """Name and descriptions by language; an empty one is taken away."""
    assert ask("getMyName")["result"] == {"name": "Kommunmål"}
    ask("setMyName", name="Kommunmål demo")
    ask("setMyDescription", description="Frågor om kommuners mål", language_code="sv")
    ask("setMyShortDescription", short_description="Kommuners mål")
    assert ask("getMyName", language_code="sv")["result"] == {"name": "Kommunmål demo"}
    assert ask("getMyDescription")["result"] == {"description": ""}
    found = ask("getMyDescription", language_code="sv")["result"]
    assert found == {"description": "Frågor om kommuners mål"}
    assert ask("getMyShortDescription")["result"] == {"short_description": "Kommuners mål"}
    ask("setMyName", name="")
    assert ask("getMyName")["result"] == {"name": "Kommunmål"}


def test_me(ask: Ask) -> None:
    """The bot's user has the form of the Bot API."""
    me = ask("getMe")["result"]
    assert (me["username"], me["is_bot"]) == ("kommunmal_bot", True)
    assert departures(me, "User") is None


def test_menu_button(ask: Ask) -> None:
    """The button beside the text field can be set."""
    assert ask("getChatMenuButton")["result"] == {"type": "commands"}
    ask("setChatMenuButton", menu_button={"type": "default"})
    assert ask("getChatMenuButton")["result"] == {"type": "default"}
