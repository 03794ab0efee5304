"""Of how many municipalities something is asked where few or none are named: one, several, all."""

from dataclasses import replace
from itertools import pairwise

from bot.answering.across.ranking import ranks
from bot.answering.by_whom import BY_WHOM
from bot.answering.desk import MOST, Desk, intents
from bot.answering.literally import word_asked
from bot.answering.topics import OF_ANY_PLAN
from bot.understanding.alone import names_a_kind_apart, names_a_topic_alone
from bot.understanding.claims import claims_gone, denies
from bot.understanding.clauses import clause_words, says
from bot.understanding.figures import figure_asked
from bot.understanding.ordinal_words import listed_words
from bot.understanding.ordinals import number_asked
from bot.understanding.question import Question
from bot.understanding.state import state_asked
from bot.understanding.subjects import asks_which, compares_numbers, names_only_aspects
from bot.understanding.term_asked import term_asked
from knowledge.models import Kind, Status
from knowledge.text import folded_words


def asks_of_many(question: Question) -> bool:
    """Whether a list is asked of a county, a year or all: "Vilka mål finns i Jönköpings län?"."""
    shape = intents().get(question.intent, intents()["topic"]).shape
    if question.without and not question.covered:
        # "Apart from Ljungby" leaves all others.
        return bool(question.kinds or question.topics or question.narrow)
    state = state_asked(question) if question.kinds and not question.covered else None
    if state and shape == "status" and asks_which(question.reading):
        # "Which goals are still valid?"
        return True
    if question.covered or shape not in {"list", "topic", "fact", "explain"}:
        return False
    cues = question.reading.cues
    # "Our municipality" is one, whichever it is.
    ours = says(question.reading.words, "my")
    across = "reach.across" in cues and not ours
    # "Who decided Vision 2030?" is asked of the one that is called so.
    years = question.reading.years and question.kinds and question.intent not in BY_WHOM
    # "Was the 40,000 target dropped in 2023?" is asked of the one that had it.
    years = years and not (claims_gone(question.reading) and figure_asked(question.reading))
    about = bool(question.topics) and not names_only_aspects(question.reading)
    if question.intent == "document" and about and not ours:
        # "Where is democracy mentioned?"
        return True
    # "Whose vision is the shortest?"
    named = question.kinds or "kind.page" in cues
    most = ranks(question.reading) or compares_numbers(question.reading)
    ranked = bool(named) and most and not ours
    # "Business: what does it sound like in the municipalities?"
    explained = shape == "explain" and bool(question.topics)
    of_all = across and (question.kinds or shape == "fact" or explained)
    # "Compare everything on schools", and "is anything said about rights?".
    compared = "reach.compare" in cues or _asks_whether_said(question)
    on_it = compared and bool(question.topics or question.narrow)
    if question.counties or years or ranked or of_all or on_it or _means_all(question):
        return True
    return shape == "list" and state is Status.ENDED


def _asks_whether_said(question: Question) -> bool:
    """Whether it is asked if anything is said, by nobody in particular: "sägs något om …?"."""
    said, anything = clause_words()["is_said"], clause_words()["something"]
    return any(
        (a in said and b in anything) or (a in anything and b in said)
        for a, b in pairwise(question.reading.folded)
    )


def _means_all(question: Question) -> bool:
    """Whether all are meant by a word of their number, or by the plural: "the five", "all visions".

    "The five goals" are one municipality's.
    """
    reading, words = question.reading, clause_words()
    numbers = listed_words().numbers
    things = reading.kind_starts | {hit.start for hit in reading.hits if hit.names_thing}
    for at, (word, following) in enumerate(pairwise([*reading.folded, ""])):
        if word in words["all_of"] and following in numbers and at + 2 not in things:
            return True
        several = _ONE_EACH & {*question.kinds} or question.intent == "across"
        if several and word in words["all"] and reading.kind_starts & {at + 1, at + 2}:
            return True
    return False


# Nobody has more than one of these.
_ONE_EACH = frozenset({Kind.VISION, Kind.MISSION})


def names_a_topic(desk: Desk, question: Question) -> bool:
    """Whether a topic is all that is said, of nobody: "skolan", "vad är Agenda 2030?".

    What any plan is about, and a kind of statement, is asked of some page: "resultatstyrning".
    """
    about = question.narrow or not OF_ANY_PLAN.issuperset(question.topics)
    if question.named or not about or names_a_kind_apart(question.reading):
        return False
    if question.group == "off":
        return _asks_what_one_is(desk, question)
    return names_a_topic_alone(question.reading)


def _asks_what_one_is(desk: Desk, question: Question) -> bool:
    """Whether it is asked what a topic is, by its name."""
    words = question.reading.folded
    term = {words[at] for at in term_asked(question.reading)}
    topics = (desk.store.topics[topic] for topic in question.topics)
    names = ({*folded_words(topic.sv), *folded_words(topic.en)} for topic in topics)
    return bool(term) and any(term <= name for name in names)


def asks_for_others(question: Question) -> bool:
    """Whether it is asked if one is alone in something: "Är Värnamo ensamt om trygghet?"."""
    alone = "reach.alone" in question.reading.cues
    # "The only one without a vision", "the only municipality with four goals".
    told = clause_words()
    place = told["one_place"] | told["lacks"]
    words = pairwise(question.reading.folded)
    alone = alone or any(word in told["sole"] and after in place for word, after in words)
    claimed = denies(question.reading) or number_asked(question.reading)
    about = question.topics or question.narrow or (claimed and question.kinds)
    return alone and bool(about) and len(question.covered) == 1


def asks_of_one(question: Question) -> bool:
    """Whether nothing says that all municipalities are meant: "Vilka mål finns?"."""
    reading = question.reading
    if question.likely.get("across", 0.0) >= _OF_ALL or word_asked(question):
        return False
    told = reading.cues & _OF_SEVERAL
    return not (
        told
        or question.without
        or ranks(reading)
        or compares_numbers(reading)
        or _means_all(question)
        or question.topics
        or question.narrow
        or question.counties
        or reading.years
        or question.covered
    )


_OF_SEVERAL = {"reach.across", "reach.compare", "state.ended", "state.current"}
# From here it is clear that all municipalities are meant, whether a word says so or not.
_OF_ALL = 0.8


def comparing(desk: Desk, question: Question) -> Question:
    """Who is compared where nobody is named: those of a county, or all."""
    words = set(question.reading.folded)
    if question.counties:
        # "Compare the municipalities in Norrbotten."
        here = (place for place in desk.store.covered if place.county in question.counties)
        return replace(question, covered=tuple(here))
    about = question.topics or question.narrow
    if not (about or ranks(question.reading)) and words.isdisjoint(
        clause_words()["all"] | clause_words()["several"]
    ):
        return question
    if question.kinds or about:
        # "Compare all five visions."
        return replace(question, intent="across")
    return replace(question, covered=tuple(desk.store.covered[:MOST]))
