"""Question to an Answer: who may be answered at all, then the way its intent is answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, Intent, intents
from bot.answering.echo import echo, joined, places_that_say
from bot.answering.everywhere import answer_across, answer_covered
from bot.answering.facts import answer_fact
from bot.answering.lists import answer_list
from bot.answering.refusals import not_covered, off_topic, which_municipality
from bot.answering.statements import answer_explain, answer_meaning
from bot.answering.talk import answer_talk
from bot.answering.topics import answer_topic
from bot.answering.wholes import answer_compare, answer_overview, answer_page, answer_status
from bot.understanding.question import Question, shares_of
from bot.understanding.subjects import is_someone

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
    if _asks_of_many(question):
        question = replace(question, intent="across")
    if question.intent == "across" and _asks_of_one(question):
        return which_municipality(desk, question)
    shape = intents().get(question.intent, intents()["topic"]).shape
    if not question.covered and shape not in _NEED_NO_PLACE:
        question = _alone(desk, question)
        if not question.covered:
            return which_municipality(desk, question)
    return _with_uncovered(desk.complete(_answered(desk, question)), question)


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
    told = (a.short for q, a in zip(question.apart, each, strict=True) if q.intent in facts)
    # A date or a number comes first; what a list is called tells less.
    short = next((short for short in told if short), together.short)
    missing = said("I can't find an answer to a part of your question.")
    notes = together.notes if len(found) == len(each) else (missing, *together.notes)
    return replace(together, short=short, notes=notes)


def _answered_one(desk: Desk, question: Question) -> Answer:
    """The answer to what is most likely asked, with what may have been meant beside it."""
    found: list[Answer] = []
    refused: Answer | None = None
    for intent, beside in _meant(question):
        if found and not beside:
            break
        same = intent.name == question.intent
        asked = question if same else replace(question, intent=intent.name)
        one = WAYS[intent.shape](desk, asked, intent)
        if one.outcome == "answer":
            found.append(one)
        elif one.reason == "not_covered":
            # "I know none in Skåne" says more than that it stands nowhere.
            refused = refused or one
    if not found:
        return refused or desk.not_in_sources(question.covered)
    echoed = echo(desk, question)
    return joined([*found, echoed] if echoed else found)


def _meant(question: Question) -> list[tuple[Intent, bool]]:
    """The intents to try, the likeliest first, each with whether it is answered beside the first.

    One that is not stands in where those before it find nothing.
    """
    first = question.intent
    shares = shares_of("goals", question.likely)
    top = max(shares.get(first, 0.0), _LEAST)
    others = sorted(shares, key=shares.__getitem__, reverse=True)
    others = [name for name in others if name != first]
    tried = [(intents()[first], False)] if first in intents() else []
    cues = {hit.group for hit in question.reading.hits}
    if first == "absent":
        # Something else is tried only where its own cue stands in the question.
        cued = [
            name
            for name in others
            if f"ask.{name}" in cues
            and "else.figure" not in cues
            and shares[name] >= (_LEAST_FIGURE if name in _FIGURES else _LEAST)
        ]
        if question.narrow and "ask.exists" in cues and "else.figure" not in cues:
            # Whether a thing is mentioned is for the page to say.
            cued = ["topic", *cued]
        return [(intents()[name], False) for name in cued[:_TRIED]]
    listed = bool(tried) and tried[0][0].shape in {"list", "overview"}
    if listed and not (question.kinds and question.sure) and _asks_on_topic(question):
        tried = [(intents()["topic"], False), *(() if question.narrow else tried)]
        if question.narrow:
            return tried
    if len(question.covered) > 1 and tried and tried[0][0].shape in {"across", "overview"}:
        tried = [(intents()["compare"], False)]
    if tried and tried[0][0].shape in _ALONE:
        return tried
    if first == "reason" and question.topics:
        # Why they care about the environment is what they say about it.
        tried.append((intents()["topic"], True))
    sure = bool(tried) and question.sure
    for name in others[:_TRIED]:
        shape = intents()[name].shape
        thing = sure or bool(question.narrow or question.strange) or not question.kinds
        if first == "topic" and shape in {"list", "overview"} and thing:
            # What is said of wolves is no vision: where it stands nowhere, nothing stands in.
            continue
        if shares[name] >= _LEAST and shape not in _ALONE and shape not in _NEED_NO_PLACE:
            named = shape == "list" and set(intents()[name].kinds[0]) & set(question.kinds)
            by_cue = shape == "fact" and f"ask.{name}" in cues
            beside = shares[name] >= (_NAMED_BESIDE if named or by_cue else _BESIDE) * top
            if beside or not sure or shape not in _WHOLE:
                tried.append((intents()[name], beside))
    return tried


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


_ASK_VISIONS = frozenset({"ask.future", "ask.want"})
# Topics whose words are those of visions as such.
_VISIONARY = frozenset({"topic.future", "topic.governance", "topic.people"})


def _asks_of_many(question: Question) -> bool:
    """Whether a list is asked of a county, a year or all: "Vilka mål finns i Jönköpings län?"."""
    shape = intents().get(question.intent, intents()["topic"]).shape
    if question.covered or shape not in {"list", "topic", "fact"}:
        return False
    across = "reach.across" in {hit.group for hit in question.reading.hits}
    years = question.reading.years and question.kinds
    return bool(question.counties or years or (across and (question.kinds or shape == "fact")))


def _asks_of_one(question: Question) -> bool:
    """Whether nothing says that all municipalities are meant: "Vilka mål finns?"."""
    reading = question.reading
    if question.likely.get("across", 0.0) >= _OF_ALL:
        return False
    told = {hit.group for hit in reading.hits} & {"reach.across", "reach.compare"}
    return not (told or question.topics or question.counties or reading.years or question.covered)


# An intent less likely than this is not tried; one nearly as likely as the first is answered too.
# A number is either there or not; it is looked for on a small chance.
_FIGURES, _LEAST_FIGURE = {"population", "count"}, 0.03
_LEAST, _BESIDE, _NAMED_BESIDE, _TRIED = 0.08, 0.45, 0.35, 3
# What a page says anyway, whatever is asked.
_WHOLE = {"list", "overview", "explain"}
# From here it is clear that all municipalities are meant, whether a word says so or not.
_OF_ALL = 0.8
# What looks at everything is answered by itself.
_ALONE = {"across", "covered", "compare", "overview", "absent"}


def _alone(desk: Desk, question: Question) -> Question:
    """The question put to the one municipality that alone can answer it, if there is just one.

    Its words must come back from that municipality's page; its kind or topic is not enough.
    """
    told = places_that_say(desk, question)
    return replace(question, covered=(told[0],)) if len(told) == 1 else question


def _with_uncovered(found: Answer, question: Question) -> Answer:
    """Beside what is answered, name the municipalities asked for that are not covered."""
    if not question.uncovered:
        return found
    names = tuple(place.name for place in question.uncovered)
    note = said("I don't have the vision and goals of {places} yet.", places=names)
    return replace(found, uncovered=question.uncovered, notes=(note, *found.notes))
