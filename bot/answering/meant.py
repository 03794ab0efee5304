"""Which intents a question is answered with: the likeliest, what was meant beside it, stand-ins."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from bot.answering.counting import FIGURES, counts_a_thing, names_a_topic
from bot.answering.desk import Intent, intents
from bot.answering.lists import listing_of
from bot.understanding.clauses import clause_words
from bot.understanding.ordinals import number_asked, numbered
from bot.understanding.population import asks_for_population, counts_who_works
from bot.understanding.question import Question, shares_of
from bot.understanding.reading import Reading
from bot.understanding.subjects import (
    asks_which,
    asks_which_of_kind,
    asks_yes_or_no,
    is_someone,
    list_on,
    names_only_aspects,
)
from knowledge.models import Kind

# An intent less likely than this is not tried; one nearly as likely as the first is answered too.
# A number is either there or not; it is looked for on a small chance.
_LEAST_FIGURE = 0.03
_LEAST, _BESIDE, _NAMED_BESIDE, _TRIED = 0.08, 0.45, 0.35, 3
# A list that nothing names is asked for by chance more often than a fact.
_UNNAMED_BESIDE = 0.6
_DOUBTFUL = 0.3
# About so much a rare word weighs; and what asks for more than whether something is mentioned.
_A_WORD, _FIGURE = 1.0, frozenset({"ask.count", "ask.when", "ask.who", "ask.how"})
# What a page says anyway, whatever is asked.
_WHOLE = {"list", "overview", "explain"}
# What looks at everything is answered by itself.
_ALONE = {"across", "covered", "compare", "overview", "absent"}
# What needs no municipality stands in for nothing.
_NEED_NO_PLACE = {"across", "covered"}
_HOW_MANY_TO_BE = {"ask.count", "ask.want", "topic.population"}
# Two ways to ask for the same.
_SAME = frozenset({"meaning", "explain"})
_ASK_VISIONS = frozenset({"ask.future", "ask.want"})
# Topics whose words are those of visions as such.
_VISIONARY = frozenset({"topic.future", "topic.governance", "topic.people"})


class Meant(NamedTuple):
    """An intent to try; `beside` the first, or only where those before it find nothing."""

    intent: Intent
    beside: bool


def meant(question: Question) -> list[Meant]:
    """The intents to try, the likeliest first."""
    shares = shares_of("goals", question.likely)
    others = sorted(shares, key=shares.__getitem__, reverse=True)
    others = [name for name in others if name != question.intent]
    if question.intent == "absent":
        return [Meant(intents()[name], False) for name in _cued(question, shares, others)]
    first, alone = _first(question)
    found = [Meant(one, False) for one in first]
    if alone or (first and first[0].shape in _ALONE):
        return found
    if question.intent in FIGURES and counts_a_thing(question):
        # What is said of companies does not tell how many there are; "some of the global goals"
        # tells what there is to tell.
        return [*found, Meant(intents()["topic"], False)] if names_a_topic(question) else found
    if question.intent in _TIMES and asks_which_of_kind(question.reading):
        # "Which goals began to apply in 2024?" asks for them and not for the day alone.
        found.append(Meant(listing_of(question.kinds), True))
    if question.intent == "reason" and question.topics:
        # Why they care about the environment is what they say about it.
        found.append(Meant(intents()["topic"], True))
    if question.intent == "reason" and "ask.replaced" in question.reading.cues:
        # Why something was removed is not said without saying that it was.
        found.append(Meant(intents()["replaced"], False))
    return found + _beside(question, shares, others, sure=bool(first) and question.sure)


_TIMES = frozenset({"start", "end", "decided"})


def _cued(question: Question, shares: Mapping[str, float], others: Sequence[str]) -> list[str]:
    """What is tried though the page likely says nothing: that whose own cue stands there."""
    cues = question.reading.cues
    if cues >= _HOW_MANY_TO_BE:
        # How many are to live there, and by when, is a number that plans do aim at.
        return ["population"]
    if "else.figure" in cues or counts_who_works(question.reading):
        return []
    cued = [
        name
        for name in others
        if f"ask.{name}" in cues and shares[name] >= (_LEAST_FIGURE if name in FIGURES else _LEAST)
    ]
    if asks_yes_or_no(question.reading):
        # "Is that quote official?" is not answered with whose it is.
        cued = [name for name in cued if name != "person"]
    if question.kinds and "topic.population" in cues and "population" not in cued:
        # How many live there in a vision is what it aims at.
        cued.append("population")
    # Whether a thing is mentioned is for the page to say.
    # A thing that the page has a word of is looked for; a figure on it is another matter.
    known = question.echo.strength >= _A_WORD and not cues & _FIGURE
    a_thing = question.narrow or ((question.strange or question.topics) and known)
    thing = ["topic"] if a_thing and "ask.exists" in cues else []
    return [*thing, *cued][:_TRIED]


def _first(question: Question) -> tuple[list[Intent], bool]:
    """What is asked first of all, and whether nothing else may stand in for it."""
    if question.intent not in intents():
        return [], False
    first = intents()[question.intent]
    cues = question.reading.cues
    if first.name == "status" and "ask.person" in cues and not question.kinds:
        # Whether someone is in office still, not whether the plan holds.
        return [intents()["person"]], True
    if first.name == "count" and question.kinds and _names_the_number(question):
        # "Which goal is number two?", "Värnamo's four goals, please" count none.
        return [listing_of(question.kinds)], False
    if first.name == "topic" and _asks_for_number_of_people(question, cues):
        return [intents()["population"], first], False
    if first.name == "topic" and _counts_things_of_it(question, cues):
        # What is said of companies tells nothing of how many there are.
        return [intents()["count"]], True
    if "ask.challenge" in cues and not question.kinds and first.shape == "list":
        # A challenge is no priority.
        return [intents()["topic"]], True
    if first.name == "overview" and "ask.published" in cues and not question.kinds:
        # "How old is the information?" asks for a date.
        return [intents()["published"]], True
    if first.name == "overview" and len(question.kinds) == 1:
        whole = listing_of(question.kinds)
        if question.likely.get(whole.name, 0.0) >= _LISTED:
            # "Tell me about Överkalix's vision" asks for that alone.
            return [whole], False
    if first.name == "scope" and question.topics and "ask.scope" not in cues:
        # "Does it look at companies?" is on companies, whatever is likely asked of them.
        return [intents()["topic"], first], False
    if question.kinds == (Kind.STEERING,) and first.name == "vision":
        # "What's the steering like?" asks for no vision.
        return [intents()["steering"]], False
    if first.shape in {"list", "explain"} and numbered(question.reading):
        # "Which is the second goal?" asks for that one and for nothing beside it.
        return [first if first.shape == "list" else listing_of(question.kinds)], True
    if first.shape in _LISTS_OR_WORDS and question.kinds and _asks_to_translate(question):
        # Both languages are shown of whatever is listed.
        return [listing_of(question.kinds)], True
    if first.name == "document" and question.kinds and _asks_to_find(question):
        # "We must find the three goals" asks for them, and not where they can be read.
        return [listing_of(question.kinds), first], False
    means = {"ask.meaning", "ask.explain"} & cues
    if first.shape == "list" and not question.kinds and means and _may_explain(question):
        # "What does it mean that they want to be strong?" asks for the goal that says so.
        return [intents()["explain"], first], False
    if first.name in _ON_TOPICS and question.topics and _is_on_topics(question):
        # "Goals for business" are those on business.
        return [intents()["topic"], first], False
    is_list = first.shape in {"list", "overview"}
    if is_list and not (question.kinds and question.sure) and _asks_on_topic(question):
        topic = intents()["topic"]
        # "Tell me what they say about buses" asks for no overview where they say nothing.
        alone = bool(question.narrow) or first.shape == "overview"
        return ([topic], True) if alone else ([topic, first], False)
    # "Which of them?" asks of those spoken of; who are named are put side by side.
    of_them = first.shape == "across" and not question.reading.mentions
    if len(question.covered) > 1 and first.shape in {"across", "overview"} and not of_them:
        return [intents()["compare"]], False
    return [first], False


def _is_on_topics(question: Question) -> bool:
    """Whether a list on the topics is asked for, and they are more than where it comes from."""
    on_them = list_on(question.reading) or _asks_which_of(question.reading)
    return on_them and not names_only_aspects(question.reading)


def _asks_which_of(reading: Reading) -> bool:
    """Whether one of several is asked for: "Vilket av fokusområdena gäller unga?"."""
    start = reading.asking.start
    which = clause_words()["which"].intersection(reading.folded[start : start + 1])
    return bool(which) and reading.folded[start + 1 : start + 2] in {("av",), ("of",)}


def _asks_to_find(question: Question) -> bool:
    """Whether nothing asks for a document but that something is to be found."""
    reading, finds = question.reading, clause_words()["finds"]
    asked = {reading.folded[hit.start] for hit in reading.hits if hit.group == "ask.document"}
    return bool(asked) and asked <= finds and "ask.where" not in reading.cues


def _asks_to_translate(question: Question) -> bool:
    return not clause_words()["translates"].isdisjoint(question.reading.folded)


def _may_explain(question: Question) -> bool:
    return question.likely.get("explain", 0.0) >= _EXPLAINED


_EXPLAINED = 0.2


def _asks_for_number_of_people(question: Question, cues: Collection[str]) -> bool:
    """Whether the population itself is asked for, not what is said of it."""
    told = {"ask.exists", "ask.want", "ask.future", "ask.how"}.isdisjoint(cues)
    told = told or asks_for_population(question.reading)
    asks = asks_which(question.reading) or asks_for_population(question.reading)
    return question.topics == ("population",) and told and asks


def _counts_things_of_it(question: Question, cues: Collection[str]) -> bool:
    """Whether the number of a topic's things is asked for: "How many businesses are there?"."""
    opens = question.reading.folded[question.reading.asking.start] in clause_words()["how"]
    counts = opens and "ask.count" in cues and "ask.want" not in cues
    return counts and bool(question.counted and question.topics) and not question.kinds


def _names_the_number(question: Question) -> bool:
    """Whether the number stands in the question already, and none is asked for or doubted."""
    reading = question.reading
    if numbered(reading):
        return True
    counts = clause_words()["counts"].isdisjoint(reading.folded)
    asks = asks_yes_or_no(reading) and not clause_words()["please"].intersection(
        word.folded for word in reading.words[reading.asking.start :][:1]
    )
    return bool(number_asked(reading)) and counts and not asks


_LISTED = 0.3
_LISTS_OR_WORDS = frozenset({"list", "meaning", "explain"})
_ON_TOPICS = frozenset({"goals", "goal_areas", "focus_areas"})


def _beside(
    question: Question, shares: Mapping[str, float], others: Sequence[str], *, sure: bool
) -> list[Meant]:
    """What is nearly as likely as the first, and what may stand in for it."""
    top = max(shares.get(question.intent, 0.0), _LEAST)
    cues = question.reading.cues
    thing = sure or bool(question.narrow or question.strange) or not question.kinds
    # What is likely to stand nowhere is not answered with the whole vision.
    thing = thing or (bool(question.topics) and question.likely.get("absent", 0.0) >= _DOUBTFUL)
    found = []
    for name in others[:_TRIED]:
        intent = intents()[name]
        if question.intent == "topic" and intent.shape in {"list", "overview"} and thing:
            # What is said of wolves is no vision: where it stands nowhere, nothing stands in.
            continue
        if shares[name] < _LEAST or intent.shape in _ALONE | _NEED_NO_PLACE:
            continue
        if intent.shape == "page" and f"ask.{name}" not in cues:
            # When a page came out tells nothing of who is quoted on it.
            continue
        if name == "status" and question.intent == "topic":
            # Whether what is said of it holds is told of that, not of the whole plan.
            continue
        if name == "reason" and "ask.replaced" in cues and "ask.reason" not in cues:
            # Whether something was removed does not ask why.
            continue
        if name == "person" and ("ask.person" not in cues or _asks_for_duty(question)):
            # Whoever is quoted is not who decides, or who is responsible.
            continue
        if name == "reason" and "ask.reason" not in cues and asks_yes_or_no(question.reading):
            # That no reason is given is no news to who asks whether it is so.
            continue
        if name in FIGURES and question.intent == "topic" and _asks_what_is_said(question):
            found.append(Meant(intent, False))
            continue
        named = intent.shape == "list" and set(intent.kinds[0]) & set(question.kinds)
        if intent.shape == "list" and question.intent in _SAME and not question.kinds:
            # What it means that they want to be strong is told by the goal alone.
            found.append(Meant(intent, False))
            continue
        by_cue = intent.shape == "fact" and f"ask.{name}" in cues
        if {name, question.intent} == _SAME:
            found.append(Meant(intent, False))
            continue
        unnamed = _UNNAMED_BESIDE if intent.shape == "list" else _BESIDE
        beside = shares[name] >= (_NAMED_BESIDE if named or by_cue else unnamed) * top
        if beside or not sure or intent.shape not in _WHOLE:
            found.append(Meant(intent, beside))
    return found


def _asks_for_duty(question: Question) -> bool:
    return not clause_words()["duty"].isdisjoint(question.reading.folded)


def _asks_what_is_said(question: Question) -> bool:
    """Whether it is asked what is said of people, and no number: "Vad säger ni om invånarna?"."""
    cues = question.reading.cues
    figure = any(word.isdigit() for word in question.reading.folded)
    said = "ask.exists" in cues and asks_which(question.reading)
    return said and not figure and cues.isdisjoint(_FIGURE)


def _asks_on_topic(question: Question) -> bool:
    """Whether the asking clause names a topic and no kind: "How does it plan to become greener?".

    A word that is itself a way to ask for a vision ("future", "dream") is no topic there.
    """
    reading = question.reading
    asking = reading.asking
    inside = [hit for hit in reading.hits if asking.start <= hit.start < asking.end]
    if question.narrow and not question.topics:
        return True
    if question.kinds or question.intent not in {"vision", "goals", "overview"}:
        return False
    asked = {hit.start for hit in inside if hit.group in _ASK_VISIONS}
    named = [hit for hit in inside if hit.group.startswith("topic.") and hit.start not in asked]
    return any(hit.group not in _VISIONARY and not is_someone(reading, hit) for hit in named)
