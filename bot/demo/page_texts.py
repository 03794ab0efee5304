"""What the page itself says. Its modules call these by their English texts; a test compares."""

import gettext

from bot.translated import CATALOGUES, DOMAIN
from knowledge.marking import marked

LANGUAGES = ("sv", "en")
TEXTS = (
    marked("Demo of Kommunmål"),
    marked("A demo, not Telegram. It runs on this computer alone; nothing is sent anywhere."),
    marked("You are"),
    marked("Chats"),
    marked("Language"),
    marked("Appearance"),
    marked("As the system"),
    marked("Light"),
    marked("Dark"),
    marked("bot"),
    marked("typing …"),
    marked("starting …"),
    marked("{number} members"),
    marked("Back to the chats"),
    marked("Clear the chat"),
    marked("Messages"),
    marked("Write a message"),
    marked("Ask {bot} …"),
    marked("Send"),
    marked("Commands"),
    marked("Ask inline"),
    marked("Start"),
    marked("What can this bot do?"),
    marked("Nothing written yet. The bot sees what begins with {name} or a command."),
    marked("Today"),
    marked("edited"),
    marked("via {name}"),
    marked("{person} added {bot}"),
    marked("You"),
    marked("To the latest message"),
    marked("More for this message"),
    marked("Reply"),
    marked("Change"),
    marked("Copy text"),
    marked("Reply to {person}"),
    marked("Change the message"),
    marked("Cancel"),
    marked("Close"),
    marked("Copied"),
    marked("Copying did not work."),
    marked("opens another site"),
    marked("copies"),
    marked("sends inline"),
    marked("Show all"),
    marked("Show less"),
    marked("Show hidden text"),
    marked("Picture"),
    marked("Open the picture"),
    marked("Save the picture"),
    marked("Choose a chat"),
    marked("Nothing found"),
    marked("Results of {name}"),
    marked("The bot did not answer."),
    marked("That did not work."),
    marked("The demo has stopped. Start it again in the terminal."),
    marked("The bot has stopped. What it said last stands in the terminal."),
    marked("This link leads out of the demo, to Telegram."),
    marked("{number} new"),
)


def texts() -> dict[str, dict[str, str]]:
    """The texts in each language of the interface, by the English ones."""
    found = {}
    for language in LANGUAGES:
        said = gettext.translation(DOMAIN, localedir=str(CATALOGUES), languages=[language])
        found[language] = {text: said.gettext(text) for text in TEXTS}
    return found
