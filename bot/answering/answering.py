"""Question to an Answer: who may be answered at all, then the way its intent is answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk, Intent, intents
from bot.answering.everywhere import answer_across, answer_covered
from bot.answering.facts import answer_fact
from bot.answering.lists import answer_list
from bot.answering.refusals import not_covered, off_topic, which_municipality
from bot.answering.statements import answer_explain, answer_meaning
from bot.answering.talk import answer_talk
from bot.answering.topics import answer_topic
from bot.answering.wholes import answer_compare, answer_overview, answer_page, answer_status
from bot.understanding.question import Question

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
        return off_topic(desk, question)
    if question.unsure and not question.covered:
        return which_municipality(desk, question)
    if (question.uncovered or question.elsewhere) and not question.covered:
        return not_covered(desk, question)
    intent = intents().get(question.intent, intents()["topic"])
    if not question.covered and intent.shape not in _NEED_NO_PLACE:
        question = _alone(desk, question, intent)
        if not question.covered:
            return which_municipality(desk, question)
    if len(question.covered) > 1 and intent.shape in {"across", "overview"}:
        intent = intents()["compare"]
    found = WAYS[intent.shape](desk, question, intent)
    return _with_uncovered(found, question)


def _alone(desk: Desk, question: Question, intent: Intent) -> Question:
    """The question put to the one municipality that alone can answer it, if there is just one."""
    able = []
    for place in desk.store.covered:
        put = replace(question, covered=(place,))
        if intent.shape in {"fact", "meaning", "explain"} and question.words:
            found = WAYS[intent.shape](desk, put, intent)
            if found.outcome == "answer" and _is_telling(desk, put):
                able.append(put)
    return able[0] if len(able) == 1 else question


def _is_telling(desk: Desk, question: Question) -> bool:
    """Whether a municipality's page holds the question's words, not just its kind of statement."""
    from bot.answering.finding import Wanted, find

    found = find(desk.store, question.covered, Wanted(words=question.words))
    return bool(found) and found[0].by("w:") >= 1.0


def _with_uncovered(found: Answer, question: Question) -> Answer:
    """Beside what is answered, name the municipalities asked for that are not covered."""
    if not question.uncovered:
        return found
    names = tuple(place.name for place in question.uncovered)
    note = said("I don't have the vision and goals of {places} yet.", places=names)
    return replace(found, uncovered=question.uncovered, notes=(note, *found.notes))
