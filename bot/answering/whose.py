"""Whose page is asked about where no municipality is named: the one that alone can answer."""

from dataclasses import replace

from bot.answering.desk import Desk
from bot.answering.echo import places_that_say, rows_quoted
from bot.answering.labelled import words_of_one_page
from bot.answering.lists import listing_of
from bot.understanding.clauses import clause_words
from bot.understanding.owners import other_owners
from bot.understanding.question import Question
from knowledge.models import Municipality


def of_the_person(desk: Desk, question: Question) -> Question:
    """Put to the municipality whose page quotes a person named: "Tobias Pettersson's goals"."""
    named = {hit.pattern for hit in question.reading.hits if hit.group == "person.quoted"}
    if question.covered or not named:
        return question
    asked = listing_of(question.kinds).name if question.kinds else "person"
    intent = asked if question.intent == "across" else question.intent
    return replace(question, covered=tuple(desk.store.places_quoting(named)), intent=intent)


def of_a_goal_named(desk: Desk, question: Question) -> Question:
    """What seems to be something else, yet asks what a goal means by its name: "stark kommun"."""
    if question.named or "ask.meaning" not in question.reading.cues:
        return question
    asked = replace(question, intent="explain", likely={"explain": 1.0})
    rows = rows_quoted(desk, asked)
    places = tuple(dict.fromkeys(row.municipality for row in rows))
    return replace(asked, covered=places) if len(places) == 1 else question


# So few words that point back ask of nothing else.
_FEW = 4


def of_the_one(desk: Desk, question: Question) -> Question:
    """Put to the one municipality that alone can answer it, if there is just one.

    Its words must come back from that municipality's page; its kind or topic is not enough.
    """
    subject = question.topics or question.narrow
    words = set(question.reading.folded)
    if words & clause_words()["theirs"] and not subject:
        # "What are their goals?" is asked of somebody spoken of.
        return question
    points = words & clause_words()["that"] and len(question.reading.words) <= _FEW
    if points and not (subject or question.kinds or question.strange or question.reading.years):
        # So is "who wrote that?".
        return question
    if other_owners(question.reading):
        # Nor is "min arbetsgivares värdegrund" that of the only page with one.
        return question
    told = _with_plan_named(desk, question) or places_that_say(desk, question)
    if len(told) != 1 and not _names_a_stranger(question):
        # "What is a visionsmål?": one page alone has such things.
        told = desk.store.places_with(words_of_one_page(desk, question))
    return replace(question, covered=(told[0],)) if len(told) == 1 else question


def _names_a_stranger(question: Question) -> bool:
    """Whether a word that no page has is asked about: "Vad är fokusområden i skärmläsare?"."""
    asking = question.reading.asking
    return any(asking.start <= at < asking.end for at in question.reading.unknown)


def _with_plan_named(desk: Desk, question: Question) -> list[Municipality]:
    """Whose plan is named by its kind and year: "Vision 2020"."""
    reading = question.reading
    kinds = {hit.end: hit.group for hit in reading.kinds}
    named = {
        f"y:{word.raw}:{kinds[at].removeprefix('kind.')}"
        for at, word in enumerate(reading.words)
        if at in kinds and word.raw.isdigit()
    }
    found = map(desk.store.municipality, desk.store.mentioning(named) if named else ())
    return [place for place in found if place]
