"""The commands, each by its Swedish and its English name, with or without an argument."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.channels.telegram import answers, own
from bot.channels.telegram.addressing import command_of
from bot.channels.telegram.reaction import NOTHING, Reaction
from bot.channels.telegram.turn import Turn
from bot.rendering.telegram_markup import text
from knowledge.marking import marked
from knowledge.models import Language

Does = Callable[[Turn, str, Language], Reaction]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its two names, what it does, what the menu says of it; menus show but a few."""

    sv: str
    en: str
    does: Does
    tells: str
    in_menu: bool = False

    def name(self, language: Language) -> str:
        """Its name in a language."""
        return self.sv if language == "sv" else self.en


COMMANDS = (
    Command("mal", "goals", answers.goals, marked("A municipality's goals"), in_menu=True),
    Command("vision", "vision", answers.vision, marked("A municipality's vision"), in_menu=True),
    Command("jamfor", "compare", answers.compare, marked("Two municipalities side by side"),
            in_menu=True),
    Command("sok", "search", answers.search, marked("Who says something of a topic"),
            in_menu=True),
    Command("kommuner", "municipalities", answers.municipalities,
            marked("The municipalities that I know"), in_menu=True),
    Command("kallor", "sources", answers.sources, marked("The pages that I quote from")),
    Command("minkommun", "home", own.home, marked("Choose your own municipality")),
    Command("sprak", "language", own.language, marked("Choose Swedish or English")),
    Command("om", "about", own.about, marked("What I am")),
    Command("integritet", "privacy", own.privacy, marked("What I remember of you")),
    Command("glom", "forget", own.forget, marked("Erase what I remember of you")),
    Command("hjalp", "help", lambda turn, _, language: helping(turn, language),
            marked("What I can do"), in_menu=True),
    Command("start", "start", own.start, marked("Begin from the beginning")),
)  # fmt: skip

_BOTH: tuple[Language, ...] = ("sv", "en")
_BY_NAME: Mapping[str, tuple[Command, Language | None]] = {
    name: (command, language if command.sv != command.en else None)
    for command in COMMANDS
    for language in _BOTH
    for name in [command.name(language)]
}


def on_command(turn: Turn) -> Reaction:
    """Do what a command says; in a group an unknown one is somebody else's."""
    called = command_of(turn)
    if called is None:
        return NOTHING
    name, argument = called
    found = _BY_NAME.get(name)
    if found:
        command, language = found
        return command.does(turn, argument, language or turn.spoken)
    return (
        helping(turn, turn.spoken, marked("I don't know that command."))
        if turn.private
        else NOTHING
    )


def helping(turn: Turn, language: Language, first: str = "") -> Reaction:
    """What can be asked, and the commands."""
    phrases = turn.phrases(language)
    names = tuple(place.name for place in turn.assistant.store.covered)
    intro = phrases(
        "Ask me what a municipality wants: its vision, its goals, or what it says about a topic "
        "such as schools or the environment. You can compare municipalities too. I know {places}.",
        places=names,
    )
    drawn = phrases("Add “as a picture”, and I draw the vision and the goals.")
    lines = [f"/{one.name(language)} – {phrases(one.tells)}" for one in COMMANDS if one.tells]
    parts = [phrases(first) if first else "", intro, drawn, "\n".join(lines)]
    page = text("\n\n".join(part for part in parts if part))
    return turn.says(page, keyboard=turn.keyboards(language).questions(own.examples(turn)))
