"""Question to an Answer: who may be answered at all, then the way its intent is answered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Said, Sentences, said
from bot.answering.by_words import by_its_words
from bot.answering.claimed import with_yes_or_no
from bot.answering.desk import MOST, Desk, Intent, intents
from bot.answering.echo import echo, joined
from bot.answering.elsewhere import said_elsewhere
from bot.answering.everywhere import answer_across
from bot.answering.facts import answer_fact, leads_only
from bot.answering.in_year import answer_in_year, year_asked
from bot.answering.lists import answer_list, heading, listing_of
from bot.answering.literally import word_asked
from bot.answering.meant import meant
from bot.answering.newer import answer_newer, newer_asked
from bot.answering.newer_known import newer_instead
from bot.answering.places import answer_covered
from bot.answering.ranking import ranks
from bot.answering.reasons import NO_REASON
from bot.answering.refusals import not_covered, off_topic, which_municipality
from bot.answering.statements import answer_explain, answer_meaning
from bot.answering.status import answer_page, answer_status
from bot.answering.talk import answer_talk
from bot.answering.topics import answer_topic
from bot.answering.unsaid import line_for_part
from bot.answering.wholes import answer_compare, answer_overview
from bot.answering.whose import of_the_one, of_the_person
from bot.answering.yes_or_no import with_verdict
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
    question = of_the_person(desk, question)
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
        question = home or of_the_one(desk, question)
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
    asked = _of_the_same(question.apart)
    each = [_answered_one(desk, replace(o, covered=o.covered or places)) for o in asked]
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
    parts = zip(question.apart, each, strict=True)
    lacking = [part for part, one in parts if one.outcome != "answer"]
    gaps = {line.text: line for line in map(line_for_part, lacking)}
    notes = (*gaps.values(), *together.notes)
    return replace(together, short=short, notes=notes)


def _of_the_same(parts: Iterable[Question]) -> list[Question]:
    """The parts, each of the kind named before where it points back: "and who adopted it?"."""
    found: list[Question] = []
    back = clause_words()["that"] | clause_words()["they"] | clause_words()["them"]
    for part in parts:
        points = not back.isdisjoint(word.folded for word in part.reading.words)
        same = found and points and not (part.kinds or part.topics or part.narrow)
        found.append(replace(part, kinds=found[-1].kinds) if same else part)
    return found


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
    if vague := by_its_words(desk, question):
        return vague
    found: list[Answer] = []
    refused: Answer | None = None
    told_first: Said | None = None
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
        elif one.short == NO_REASON:
            told_first = NO_REASON
        elif one.reason == "not_covered" or intent.shape == "across":
            # "I know none in Skåne" says more than that it stands nowhere.
            refused = refused or one
    if not found and (note := newer_instead(desk, question)):
        return answer_newer(desk, question, note)
    if not found:
        absent = desk.not_in_sources(question.covered)
        return refused or (replace(absent, short=told_first) if told_first else absent)
    echoed = echo(desk, question)
    told = joined([*found, echoed] if echoed else found)
    if told_first:
        # Why it was removed is not said; that it was, is.
        lines = [told_first, *([told.short] if told.short and not leads_only(told.short) else [])]
        told = replace(told, short=_in_turn(lines))
    return with_verdict(desk, question, with_yes_or_no(desk, question, told))


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


def _with_uncovered(found: Answer, question: Question) -> Answer:
    """Beside what is answered, name the municipalities asked for that are not covered."""
    if not question.uncovered:
        return found
    names = tuple(place.name for place in question.uncovered)
    note = said("I don't have the vision and goals of {places} yet.", places=names)
    return replace(found, uncovered=question.uncovered, notes=(note, *found.notes))
