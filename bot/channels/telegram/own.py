"""Commands about the person and the bot: greeting, language, home, what is remembered."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.asks import Ask
from bot.channels.telegram.questions import asked
from bot.channels.telegram.reaction import Effect, Reaction
from bot.channels.telegram.turn import Turn
from bot.memory.conversations import Choice
from bot.memory.memory import Memory
from bot.rendering.deep_links import target
from bot.rendering.phrases import Phrases
from bot.rendering.telegram_html import opened_pages
from bot.rendering.telegram_markup import Markup, bold, join, text
from bot.understanding.context import Context
from knowledge.models import Language, Municipality

_LANGUAGES: dict[str, Language] = {
    "sv": "sv", "svenska": "sv", "swedish": "sv", "en": "en", "engelska": "en", "english": "en",
}  # fmt: skip


def start(turn: Turn, argument: str, language: Language) -> Reaction:
    """Greet, or show what a link leads to."""
    found = target(argument, turn.assistant.store) if argument else None
    phrases = turn.phrases(language)
    if isinstance(found, Ask):
        question = found.said(turn.assistant.store)
        if question:
            return asked(turn, phrases.say(question), language=language)
    elif found is not None:
        children = turn.assistant.store.children([found.id])
        opened = turn.desk.answer(None, [found, *children])
        laid = opened_pages(opened, turn.assistant.today(), phrases)
        keyboard = turn.keyboards(language).alone(found)
        calls = [turn.send(page) for page in laid[:-1]]
        return Reaction([*calls, turn.send(laid[-1], keyboard=keyboard)], [turn.used])
    names = tuple(place.name for place in turn.assistant.store.covered)
    greeting = phrases(
        "Hello! I answer questions about municipalities' visions and goals, in their own words. "
        "I know {places}.",
        places=names,
    )
    nobody = phrases(
        "I am a computer program, not a person, and may misunderstand a question. What I quote "
        "stands word for word on the municipalities' own pages."
    )
    lost = phrases("That link leads to nothing that I have.") if argument else ""
    hint = phrases("Write a question as you would say it, or press one of these.")
    page = join([text(lost), text(greeting), text(nobody), text(hint)], "\n\n")
    return turn.says(page, keyboard=turn.keyboards(language).questions(examples(turn)))


def examples(turn: Turn) -> list[Ask]:
    """Three questions to begin with: on goals, a topic, and across municipalities."""
    store = turn.assistant.store
    home = next((one for one in store.covered if one.code == turn.choice.home), None)
    first = home or store.covered[0]
    others = [one for one in store.covered if one != first] or [first]
    second = others[0] if home else others[-1]
    topics = _topics(turn, second)
    return [
        Ask("goals", (first.code,)),
        Ask("topic", (second.code,), topics[0]) if topics else Ask("vision", (second.code,)),
        Ask("who", (), "environment"),
    ]


def _topics(turn: Turn, place: Municipality) -> list[str]:
    """Topics of a municipality's statements, the most frequent first, governing left out."""
    counted: dict[str, int] = {}
    for row in turn.assistant.store.of_municipality(place.code):
        for topic in row.topics:
            counted[topic] = counted.get(topic, 0) + 1
    return sorted(counted.keys() - {"governance"}, key=lambda topic: (-counted[topic], topic))


def language(turn: Turn, argument: str, spoken: Language) -> Reaction:
    """Choose the language, by name or by button."""
    chosen = _LANGUAGES.get(argument.lower())
    if chosen:
        return Reaction(
            [turn.send(text(told_language(turn, chosen)))], [chooses(turn, language=chosen)]
        )
    phrases = turn.phrases(spoken)
    keyboards = turn.keyboards(spoken)
    row = [
        keyboards.button("Svenska", "language", "sv"),
        keyboards.button("English", "language", "en"),
    ]
    line = phrases(
        "I answer in the language of your question. Which one shall I use when it tells none?"
    )
    return turn.says(text(line), keyboard=keyboards.row(row))


def told_language(turn: Turn, chosen: Language) -> str:
    """What is said when a language has been chosen, in that language."""
    phrases = turn.phrases(chosen)
    # In each language this names the language itself.
    return phrases("From now on I use English.")


def home(turn: Turn, argument: str, spoken: Language) -> Reaction:
    """Choose the home municipality: questions that name none are then about it."""
    phrases, store = turn.phrases(spoken), turn.assistant.store
    if argument:
        question = turn.assistant.understand(argument)
        if len(question.covered) == 1:
            place = question.covered[0]
            line = told_home(turn, place, spoken)
            return Reaction([turn.send(text(line))], [chooses(turn, home=place.code)])
        return asked(turn, argument, language=spoken)
    now = store.municipality(turn.choice.home) if turn.choice.home else None
    line = phrases("Which is your municipality? A question that names none will then be about it.")
    current = phrases("Now it is {place}.", place=now.name) if now else ""
    none = [turn.keyboards(spoken).button(phrases("None"), "home", "none")] if now else None
    keyboard = turn.keyboards(spoken).choices(
        store.covered, lambda place: ("home", (place.code,)), none
    )
    return turn.says(join([text(line), text(current)], "\n\n"), keyboard=keyboard)


def told_home(turn: Turn, place: Municipality | None, spoken: Language) -> str:
    """What is said when a home has been chosen, or none."""
    phrases = turn.phrases(spoken)
    if place is None:
        return phrases("You have no home municipality now.")
    return phrases("Your municipality is {place}. Questions that name none are about it.",
                 place=place.name)  # fmt: skip


def chooses(turn: Turn, *, language: Language | None = None, home: str | None = None) -> Effect:
    """Keeps a choice; an empty `home` takes the home away."""
    choice = Choice(
        language or turn.choice.language, turn.choice.home if home is None else home or None
    )

    def keep(memory: Memory, _: Sequence[int | None]) -> None:
        memory.conversations.choose(turn.who, choice)
        if language:
            context = replace(turn.context or Context(), language=language)
            memory.conversations.keep(turn.who, context)
        if home is not None:
            # What was talked about before gives way to the new home.
            memory.conversations.keep(turn.who, Context(language=turn.spoken))

    return keep


def about(turn: Turn, argument: str, spoken: Language) -> Reaction:
    """What the bot is."""
    phrases, store = turn.phrases(spoken), turn.assistant.store
    parts = [
        bold(phrases("I quote what Swedish municipalities write about their visions and goals.")),
        text(phrases(
            "Every answer is put together from sentences that stand word for word on a "
            "municipality's own page, and from a few fixed ones of mine. Each quotation has a "
            "link to its sentence. I make nothing up, and no language model writes for me."
        )),
        text(phrases(
            "The English texts are our own unofficial translations; the Swedish ones count. "
            "Where a page contradicts itself, is out of date or leaves something out, I say so."
        )),
        text(phrases("I know {number} municipalities.", number=len(store.covered))),
    ]  # fmt: skip
    return turn.says(join(parts, "\n\n"))


def privacy(turn: Turn, argument: str, spoken: Language) -> Reaction:
    """What is remembered, for how long, and how to have it erased."""
    phrases = turn.phrases(spoken)
    parts = [
        bold(phrases("I don't keep track of you.")),
        text(phrases(
            "• What our conversation is about: 24 hours, so that you can go on asking.\n"
            "• The language and the municipality you chose: 12 months after you last wrote.\n"
            "• A message, with your name and user number as Telegram sends them: until it is "
            "answered, at most 24 hours.\n"
            "• Thumbs up and down: counted by quotation and kind of question, not by person.\n"
            "• What you write is missing: the text alone."
        )),
        *_in_vain(turn, phrases),
        text(phrases(
            "What I remember of you stands under a code that can't be led back to you without a "
            "key that is kept elsewhere. Except with a message that waits for its answer, I store "
            "neither names nor user numbers."
        )),
        text(phrases("/forget erases what I remember of you, at once.")),
    ]  # fmt: skip
    return turn.says(join(parts, "\n\n"))


def _in_vain(turn: Turn, phrases: Phrases) -> list[Markup]:
    kept = turn.memory.unanswered
    if kept is None:
        return []
    words = phrases(
        "Questions that I can't answer are kept for {days} days, so that the people who look after "
        "me see what is missing. Only the text is kept, and what may tell who asked, such as names "
        "and phone numbers, is taken out first, as far as I recognise it.",
        days=kept.days,
    )
    return [text(words)]


def forget(turn: Turn, argument: str, spoken: Language) -> Reaction:
    """Erase everything kept of this conversation."""
    phrases = turn.phrases(spoken)
    line = phrases(
        "Done. What I knew of our conversation, your language and your municipality is erased."
    )

    def erase(memory: Memory, _: Sequence[int | None]) -> None:
        memory.conversations.forget(turn.who)

    return Reaction([turn.send(text(line))], [erase], erases=True)
