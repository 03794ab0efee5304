"""A line on how many of the municipalities say what is asked, or say nothing of it, and which."""

from collections.abc import Sequence

from bot.answering.across.asked_about import named
from bot.answering.answer import Answer, Counties, Label, Said, Value, Word, said
from bot.answering.desk import Desk, intents
from bot.answering.facts import fact_asked
from bot.understanding.question import Question
from knowledge.marking import marked
from knowledge.models import Kind, Municipality


def how_many(
    desk: Desk, question: Question, names: Sequence[str], number: int, *, on_topic: bool = True
) -> Said:
    """How many there are, and which; of many, the first.

    `on_topic` says that those who mention a topic are these and nobody else.
    """
    values: dict[str, Value] = {"all": len(desk.store.covered), "places": tuple(names)}
    # Who removed a number of inhabitants does more than mention inhabitants.
    if question.topics and on_topic and fact_asked(question) != intents()["replaced"]:
        topic = named(question)
        if number == 1:
            text = marked("One of the {all} municipalities I know mentions {topic}: {places}.")
            return said(text, topic=topic, **values)
        if number == len(names) == values["all"]:
            text = marked("All {all} municipalities I know mention {topic}: {places}.")
            return said(text, topic=topic, **values)
        if number > len(names):
            text = marked(
                "{number} of the {all} municipalities I know mention {topic}, among them {places}."
            )
        else:
            text = marked("{number} of the {all} municipalities I know mention {topic}: {places}.")
        return said(text, number=number, topic=topic, **values)
    if number == 1:
        text = marked("One of the {all} municipalities I know has this on its page: {places}.")
        return said(text, **values)
    if number == len(names) == values["all"]:
        text = marked("All {all} municipalities I know have this on their pages: {places}.")
        return said(text, **values)
    if number > len(names):
        text = marked(
            "{number} of the {all} municipalities I know have this on their pages, "
            "among them {places}."
        )
    else:
        text = marked(
            "{number} of the {all} municipalities I know have this on their pages: {places}."
        )
    return said(text, number=number, **values)


def how_many_there(
    question: Question, names: Sequence[str], *, on_topic: bool, everyone: bool
) -> Said:
    """Who in a county does; where `everyone` known there does, that they are known."""
    values: dict[str, Value] = {
        "counties": Counties(question.counties), "places": tuple(names),
    }  # fmt: skip
    if on_topic:
        topic = named(question)
        return said("In {counties}, {topic} is mentioned by {places}.", topic=topic, **values)
    if not everyone or question.topics or question.narrow or question.reading.years:
        text = marked("In {counties}, this is on the page of {places}.")
        if len(names) > 1:
            text = marked("In {counties}, this is on the pages of {places}.")
        return said(text, **values)
    return said("In {counties} I know {places}.", **values)


def who_of_some(question: Question, names: Sequence[str], *, on_topic: bool) -> Said | None:
    """Who does of those it was put to, where some were left out; None where all were asked.

    A number of all that are known would be wrong: those left out may well do too.
    """
    several = question.covered if len(question.covered) > 1 else ()
    asked = tuple(place.name for place in several)
    values: dict[str, Value] = {"places": tuple(names)}
    if on_topic:
        values["topic"] = named(question)
    if asked and len(names) < len(asked):
        one = marked("Of {asked}, only {places} mentions {topic}.")
        more = marked("Of {asked}, only {places} mention {topic}.")
        other = marked("Of {asked}, this is only on the page of {places}.")
        if len(names) > 1:
            other = marked("Of {asked}, this is only on the pages of {places}.")
        values["asked"] = asked
    elif asked:
        one = more = marked("{places} mention {topic}.")
        other = marked("This is on the pages of {places}.")
    elif question.without:
        one = marked("Among the others, {places} mentions {topic}.")
        more = marked("Among the others, {places} mention {topic}.")
        other = marked("Among the others, this is on the page of {places}.")
        if len(names) > 1:
            other = marked("Among the others, this is on the pages of {places}.")
    else:
        return None
    if not on_topic:
        return said(other, **values)
    return said(one if len(names) == 1 else more, **values)


def how_many_say(desk: Desk, word: str, names: Sequence[str]) -> Said:
    """How many use a word as such, and which."""
    values: dict[str, Value] = {
        "all": len(desk.store.covered), "places": tuple(names), "word": Word(word),
    }  # fmt: skip
    if len(names) == 1:
        text = marked("One of the {all} municipalities I know uses the word {word}: {places}.")
        return said(text, **values)
    if len(names) == values["all"]:
        return said("All {all} municipalities I know use the word {word}.", **values)
    text = marked("{number} of the {all} municipalities I know use the word {word}: {places}.")
    return said(text, number=len(names), **values)


def answer_unused(desk: Desk, word: str, silent: Sequence[Municipality]) -> Answer:
    """Those that do not use a word; there is nothing to quote."""
    names = tuple(place.name for place in silent)
    values: dict[str, Value] = {
        "all": len(desk.store.covered), "places": names, "word": Word(word),
    }  # fmt: skip
    if not names:
        short = said("All {all} municipalities I know use the word {word}.", **values)
    elif len(names) == 1:
        text = marked(
            "One of the {all} municipalities I know does not use the word {word}: {places}."
        )
        short = said(text, **values)
    else:
        text = marked(
            "{number} of the {all} municipalities I know do not use the word {word}: {places}."
        )
        short = said(text, number=len(names), **values)
    return Answer(
        outcome="answer", short=short, suggestions=desk.not_in_sources(silent).suggestions
    )


# What a kind is called, whatever a page calls its own.
_NAMED = {
    Kind.VISION: "vision", Kind.MISSION: "verksamhetsidé", Kind.VALUE: "värdegrund",
    Kind.GOAL: "mål", Kind.GOAL_AREA: "målområde", Kind.FOCUS_AREA: "fokusområde",
}  # fmt: skip


def answer_without(desk: Desk, question: Question, silent: Sequence[Municipality]) -> Answer:
    """Those of whom nothing is known that was asked about; there is nothing to quote."""
    names = tuple(place.name for place in silent)
    values: dict[str, Value] = {"all": len(desk.store.covered), "places": names}
    if question.topics and not question.kinds:
        values["topic"] = named(question)
        one = marked("One of the {all} municipalities I know does not mention {topic}: {places}.")
        more = marked(
            "{number} of the {all} municipalities I know do not mention {topic}: {places}."
        )
    elif len(question.kinds) == 1 and question.kinds[0] in _NAMED and not question.topics:
        values["label"] = Label(_NAMED[question.kinds[0]])
        one = marked("One of the {all} municipalities I know has no {label} on its page: {places}.")
        more = marked(
            "{number} of the {all} municipalities I know have no {label} on their pages: {places}."
        )
    else:
        one = marked(
            "One of the {all} municipalities I know does not give this on its page: {places}."
        )
        more = marked(
            "{number} of the {all} municipalities I know do not give this on their pages: {places}."
        )
    short = said(one, **values) if len(names) == 1 else said(more, number=len(names), **values)
    nothing = desk.not_in_sources(silent)
    return Answer(
        outcome="answer",
        short=short,
        notes=nothing.notes,
        links=nothing.links,
        suggestions=nothing.suggestions,
        silent=tuple(silent),
    )
