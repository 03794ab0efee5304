"""Every way of not answering, each with its own kind sentence and what can be asked instead."""

from urllib.parse import urlsplit

from bot.answering.answer import Answer, AnyOf, Link, Of, Said, TopicName, said
from bot.answering.desk import Desk
from bot.answering.suggestions import suggest
from bot.understanding.question import Question
from bot.understanding.services import is_of_a_service
from knowledge.models import Municipality


def asks_of_uncovered(question: Question) -> bool:
    """Whether what seems to be something else is the goals of a municipality that is not covered.

    A region or a company that has its name is another.
    """
    of_others = "else.organisation" in question.reading.cues
    return bool(question.uncovered and question.kinds and not (question.covered or of_others))


def not_covered(desk: Desk, question: Question) -> Answer:
    """A real municipality whose plan is not here: named, and never answered with another's."""
    return Answer(
        outcome="unknown",
        reason="not_covered",
        short=_not_covered_line(question),
        uncovered=question.uncovered,
        suggestions=suggest(desk.store, ()),
    )


def _not_covered_line(question: Question) -> Said:
    names = tuple(place.name for place in question.uncovered)
    if not names:
        return said(
            "{places} is not a municipality in Sweden, and I only know Swedish ones.",
            places=question.elsewhere,
        )
    return said("I don't have the vision and goals of {places} yet.", places=names)


def off_topic(desk: Desk, question: Question) -> Answer:
    """Something else: refused kindly, with where to turn when it is a municipality's service."""
    places = question.covered
    service = is_of_a_service(question.reading, named=bool(places))
    links = tuple(_website(desk, place) for place in places) if service else ()
    if service and places:
        short = said(
            "I only answer questions about municipalities' visions and goals. "
            "For this, please contact {places}: the website is below.",
            places=tuple(place.name for place in places),
        )
    elif service:
        short = said(
            "I only answer questions about municipalities' visions and goals. "
            "For this, please contact your municipality."
        )
    else:
        short = said(
            "I can't help with that. "
            "I only answer questions about municipalities' visions and goals."
        )
    return Answer(
        outcome="unknown",
        reason="off_topic",
        short=short,
        links=links,
        suggestions=suggest(desk.store, (), places),
    )


def _website(desk: Desk, place: Municipality) -> Link:
    url = desk.store.sources(place.code)[0].url
    parts = urlsplit(url)
    return Link(place.name, f"{parts.scheme}://{parts.netloc}/", "website")


def which_municipality(desk: Desk, question: Question) -> Answer:
    """A question that needs a municipality and names none, or a name that fits several."""
    choices = question.unsure[0] if question.unsure else tuple(desk.store.covered)
    if question.unsure:
        names = tuple(place.name for place in choices)
        short = said("Do you mean {places}?", places=AnyOf(names))
    else:
        short = said("Which municipality do you mean?")
    return Answer(
        outcome="clarify",
        short=short,
        suggestions=tuple(_again(question, place) for place in choices),
    )


_AGAIN = {
    "vision": "What is {of} vision?",
    "mission": "What is {of} mission?",
    "values": "What are {of} values?",
    "focus_areas": "What are {of} focus areas?",
    "goal_areas": "What are {of} goal areas?",
    "steering": "How does steering work in {place}?",
}


def _again(question: Question, place: Municipality) -> Said:
    """The question asked once more, with the municipality in it."""
    of = Of((place.name,))
    if question.topics and question.intent == "topic":
        return said(
            "What does {place} say about {topic}?",
            place=place.name, topic=TopicName(question.topics[0]),
        )  # fmt: skip
    return said(_AGAIN.get(question.intent, "What are {of} goals?"), of=of, place=place.name)


def invalid_input(message: Said) -> Answer:
    """A line that is no question at all."""
    return Answer(outcome="unknown", reason="invalid_input", short=message)
