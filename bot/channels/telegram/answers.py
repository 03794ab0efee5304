"""Commands that ask the assistant a question, whole or with what their argument adds."""

from bot.answering.asks import Ask
from bot.channels.telegram.pictures import drawn_if_asked
from bot.channels.telegram.questions import asked
from bot.channels.telegram.reaction import Reaction
from bot.channels.telegram.turn import Turn
from bot.rendering.telegram_html import source_line
from bot.rendering.telegram_markup import Markup, bold, join, pages, text
from knowledge.marking import marked
from knowledge.models import Language, Municipality


def goals(turn: Turn, argument: str, language: Language) -> Reaction:
    """The goals of the municipality named, the home one, or the one last asked about."""
    whole, begun = marked("What are the goals?"), marked("goals {words}")
    return _asked(turn, argument, language, whole, begun)


def vision(turn: Turn, argument: str, language: Language) -> Reaction:
    """The vision, likewise."""
    whole, begun = marked("What is the vision?"), marked("vision {words}")
    return _asked(turn, argument, language, whole, begun)


def compare(turn: Turn, argument: str, language: Language) -> Reaction:
    """Two municipalities side by side."""
    if argument:
        return _asked(turn, argument, language, "", marked("compare {words}"))
    phrases = turn.phrases(language)
    some = [place.code for place in turn.assistant.store.covered]
    asks = [Ask("compare", pair) for pair in zip(some[::2], some[1::2], strict=False)][:3]
    line = phrases("Write two municipalities after the command, for example {example}.",
                 example=_example(turn, language))  # fmt: skip
    return turn.says(text(line), keyboard=turn.keyboards(language).questions(asks))


def _example(turn: Turn, language: Language) -> str:
    covered = turn.assistant.store.covered
    some = covered[1:3] if len(covered) > 2 else covered
    names = " ".join(one.name for one in some)
    return f"/{'jamfor' if language == 'sv' else 'compare'} {names}"


def search(turn: Turn, argument: str, language: Language) -> Reaction:
    """What is said on a topic, by whom; by one municipality where it is named."""
    phrases = turn.phrases(language)
    if not argument:
        line = phrases("Write what you look for after the command, for example {example}.",
                     example="/sok trygghet" if language == "sv" else "/search safety")  # fmt: skip
        asks = [Ask("who", (), topic) for topic in ("environment", "safety", "education")]
        return turn.says(text(line), keyboard=turn.keyboards(language).questions(asks))
    named = turn.assistant.understand(argument).named
    question = (
        argument if named else phrases("Which municipalities mention {words}?", words=argument)
    )
    return asked(turn, question, language=language)


def municipalities(turn: Turn, argument: str, language: Language) -> Reaction:
    """The municipalities known, each a button; the one named, as a whole."""
    if argument:
        return asked(turn, argument, language=language)
    phrases = turn.phrases(language)
    places = turn.assistant.store.covered
    names = tuple(place.name for place in places)
    line = phrases("I know {number} municipalities: {places}.", number=len(names), places=names)
    hint = phrases("Choose one, or write its name.")
    keyboard = turn.keyboards(language).choices(places, lambda one: ("ask", ("all", one.code, "")))
    return turn.says(join([bold(line), text(hint)], "\n\n"), keyboard=keyboard)


def sources(turn: Turn, argument: str, language: Language) -> Reaction:
    """The pages quoted from, with their dates."""
    store = turn.assistant.store
    places = turn.assistant.understand(argument).covered if argument else tuple(store.covered)
    if not places:
        return asked(turn, argument, language=language)
    laid = source_pages(turn, places, language)
    calls = [turn.send(page) for page in laid]
    return Reaction(calls, [turn.used])


def source_pages(turn: Turn, places: tuple[Municipality, ...], language: Language) -> list[Markup]:
    """The sources of municipalities, on as few messages as hold them."""
    phrases, store = turn.phrases(language), turn.assistant.store
    blocks = [bold(phrases("The pages that I quote from"))]
    for place in places:
        lines = [source_line(one, phrases) for one in store.sources(place.code)]
        blocks.append(join([bold(place.name), *lines]))
    return pages(blocks)


def _asked(turn: Turn, argument: str, language: Language, whole: str, begun: str) -> Reaction:
    phrases = turn.phrases(language)
    if argument:
        words = phrases(begun, words=argument)
        drawn = drawn_if_asked(turn, words, None, language)
        return drawn or asked(turn, words, language=language)
    return asked(turn, phrases(whole), context=turn.context, language=language)
