"""Question to an Answer: who may be answered at all, then the way its intent is answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Said, Sentences, said
from bot.answering.claimed import with_yes_or_no
from bot.answering.desk import MOST, Desk, Intent, intents
from bot.answering.echo import echo, joined, places_that_say
from bot.answering.elsewhere import said_elsewhere
from bot.answering.everywhere import answer_across
from bot.answering.facts import answer_fact, leads_only
from bot.answering.in_year import answer_in_year, year_asked
from bot.answering.labelled import words_of_one_page
from bot.answering.lists import answer_list, heading, listing_of
from bot.answering.literally import word_asked
from bot.answering.meant import meant
from bot.answering.newer import answer_newer, newer_asked
from bot.answering.places import answer_covered
from bot.answering.ranking import ranks
from bot.answering.refusals import not_covered, off_topic, which_municipality
from bot.answering.statements import answer_explain, answer_meaning
from bot.answering.status import answer_page, answer_status
from bot.answering.talk import answer_talk
from bot.answering.topics import answer_topic
from bot.answering.wholes import answer_compare, answer_overview
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.state import state_asked
from bot.understanding.subjects import asks_which
from knowledge.models import Status
from knowledge.rows import NoteRow

Way = Callable[[Desk, Question, Intent], Answer]


def _absent(desk: Desk, question: Question, _: Intent) -> Answer:
    return desk.not_in_sources(question.covered)


WAYS: Mapping[str, Way] = {
    "list": answer_list,
    "fact": answer_fact,
    "topic": answer_topic,
    "explain": answer_explain,
    "meaning": answer_meaning,
    "overview": answer_overview,
    "compare": answer_compare,
    "across": answer_across,
    "covered": answer_covered,
    "status": answer_status,
    "page": answer_page,
    "absent": _absent,
}
_NEED_NO_PLACE = {"across", "covered"}


def answer(desk: Desk, question: Question) -> Answer:
    """Answer a question that stands alone (what a conversation adds is in it already)."""
    if question.group == "chat":
        return answer_talk(desk, question)
    if question.group == "off":
        named = question.uncovered and question.kinds and not question.covered
        return not_covered(desk, question) if named else off_topic(desk, question)
    if question.unsure and not question.covered:
        return which_municipality(desk, question)
    if (question.uncovered or question.elsewhere) and not question.covered:
        return not_covered(desk, question)
    if _asks_for_others(question):
        question = replace(question, intent="across", covered=())
    listed = question.intent == "covered" and question.without
    if _asks_of_many(question) or (listed and (question.topics or question.kinds)):
        question = replace(question, intent="across")
    if question.intent == "across" and _asks_of_one(question):
        if not desk.home:
            return which_municipality(desk, question)
        question = replace(question, intent=listing_of(question.kinds).name)
    shape = intents().get(question.intent, intents()["topic"]).shape
    if shape == "compare" and not question.covered:
        question = _comparing(desk, question)
        shape = intents()[question.intent].shape
    if not question.covered and shape not in _NEED_NO_PLACE:
        home = replace(question, covered=(desk.home,)) if desk.home else None
        question = home or _alone(desk, question)
        if not question.covered:
            return which_municipality(desk, question)
    return _with_uncovered(desk.complete(_answered(desk, question)), question)


def _comparing(desk: Desk, question: Question) -> Question:
    """Who is compared where nobody is named: those of a county, or all."""
    words = {word.folded for word in question.reading.words}
    if question.counties:
        # "Compare the municipalities in Norrbotten."
        here = (place for place in desk.store.covered if place.county in question.counties)
        return replace(question, covered=tuple(here))
    if not words & clause_words()["all"]:
        return question
    if question.kinds or question.topics or question.narrow:
        # "Compare all five visions."
        return replace(question, intent="across")
    return replace(question, covered=tuple(desk.store.covered[:MOST]))


def _answered(desk: Desk, question: Question) -> Answer:
    """The answer to what is asked, or to each of the things asked for."""
    if not question.apart:
        return _answered_one(desk, question)
    places = question.covered
    each = [_answered_one(desk, replace(o, covered=o.covered or places)) for o in question.apart]
    found = [one for one in each if one.outcome == "answer"]
    if not found:
        return each[0]
    together = joined(found)
    facts = {name for name, one in intents().items() if one.shape == "fact"}
    told: list[Said | NoteRow] = []
    for part, one in zip(question.apart, each, strict=True):
        line = one.short if part.intent in facts and one.outcome == "answer" else None
        if line and line not in told and not leads_only(line):
            told.append(line)
    # A date or a number comes first; what a list is called tells less. Of two municipalities
    # neither may stand above the other's.
    one_place = len({row.municipality.code for row in together.statements}) == 1
    # The vision and the goals are more than the first of them.
    of_all = heading(desk, together.statements) if len(found) > 1 else together.short
    short = (_in_turn(told) or of_all) if one_place else None
    missing = said("I can't find an answer to a part of your question.")
    notes = together.notes if len(found) == len(each) else (missing, *together.notes)
    return replace(together, short=short, notes=notes)


def _in_turn(lines: Sequence[Said | NoteRow]) -> Said | NoteRow | None:
    """First lines one after the other: "Four goals. From 1 January 2024."."""
    if len(lines) > 1:
        return said("{sentences}", sentences=Sentences(tuple(lines)))
    return lines[0] if lines else None


def _answered_one(desk: Desk, question: Question) -> Answer:
    """The answer to what is most likely asked, with what may have been meant beside it."""
    if elsewhere := said_elsewhere(desk, question):
        return elsewhere
    if note := newer_asked(desk, question):
        return answer_newer(desk, question, note)
    if year := year_asked(desk, question):
        return answer_in_year(desk, question, year)
    found: list[Answer] = []
    refused: Answer | None = None
    for intent, beside in meant(question):
        if found and not beside:
            break
        same = intent.name == question.intent
        asked = question if same else replace(question, intent=intent.name)
        one = WAYS[intent.shape](desk, asked, intent)
        if one.outcome == "answer":
            if found and intent.shape == "fact" and leads_only(found[0].short):
                # "How long do they apply?": no end is given, but a start is.
                found[0] = replace(found[0], short=one.short)
            found.append(one)
        elif one.reason == "not_covered" or intent.shape == "across":
            # "I know none in Skåne" says more than that it stands nowhere.
            refused = refused or one
    if not found:
        return refused or desk.not_in_sources(question.covered)
    echoed = echo(desk, question)
    return with_yes_or_no(desk, question, joined([*found, echoed] if echoed else found))


def _asks_of_many(question: Question) -> bool:
    """Whether a list is asked of a county, a year or all: "Vilka mål finns i Jönköpings län?"."""
    shape = intents().get(question.intent, intents()["topic"]).shape
    if question.without and not question.covered:
        # "Apart from Ljungby" leaves all others.
        return bool(question.kinds or question.topics or question.narrow)
    state = state_asked(question) if question.kinds and not question.covered else None
    if state and shape == "status" and asks_which(question.reading):
        # "Which goals are still valid?"
        return True
    if question.covered or shape not in {"list", "topic", "fact"}:
        return False
    cues = {hit.group for hit in question.reading.hits}
    # "Our municipality" is one, whichever it is.
    ours = any(word.folded in clause_words()["my"] for word in question.reading.words)
    across = "reach.across" in cues and not ours
    years = question.reading.years and question.kinds
    if question.intent == "document" and question.topics and not ours:
        # "Where is democracy mentioned?"
        return True
    # "Whose vision is the shortest?"
    named = question.kinds or "kind.page" in cues
    ranked = bool(named) and ranks(question.reading) and not ours
    of_all = across and (question.kinds or shape == "fact")
    if question.counties or years or ranked or of_all:
        return True
    return shape == "list" and state is Status.ENDED


def _asks_for_others(question: Question) -> bool:
    """Whether it is asked if one is alone in something: "Är Värnamo ensamt om trygghet?"."""
    alone = any(hit.group == "reach.alone" for hit in question.reading.hits)
    return alone and bool(question.topics or question.narrow) and len(question.covered) == 1


def _asks_of_one(question: Question) -> bool:
    """Whether nothing says that all municipalities are meant: "Vilka mål finns?"."""
    reading = question.reading
    if question.likely.get("across", 0.0) >= _OF_ALL or word_asked(question):
        return False
    told = {hit.group for hit in reading.hits} & _OF_SEVERAL
    return not (
        told
        or question.without
        or ranks(reading)
        or question.topics
        or question.narrow
        or question.counties
        or reading.years
        or question.covered
    )


_OF_SEVERAL = {"reach.across", "reach.compare", "state.ended", "state.current"}
# From here it is clear that all municipalities are meant, whether a word says so or not.
_OF_ALL = 0.8


def _alone(desk: Desk, question: Question) -> Question:
    """The question put to the one municipality that alone can answer it, if there is just one.

    Its words must come back from that municipality's page; its kind or topic is not enough.
    """
    told = places_that_say(desk, question)
    if len(told) != 1:
        # "What is a visionsmål?": one page alone has such things.
        told = desk.store.places_with(words_of_one_page(desk, question))
    return replace(question, covered=(told[0],)) if len(told) == 1 else question


def _with_uncovered(found: Answer, question: Question) -> Answer:
    """Beside what is answered, name the municipalities asked for that are not covered."""
    if not question.uncovered:
        return found
    names = tuple(place.name for place in question.uncovered)
    note = said("I don't have the vision and goals of {places} yet.", places=names)
    return replace(found, uncovered=question.uncovered, notes=(note, *found.notes))
