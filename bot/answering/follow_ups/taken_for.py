"""What is asked of what was just shown as such: what it is, whether it holds, what comes first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.across.ranking import rank_line, ranks
from bot.answering.answer import Answer, Label, Of, said
from bot.answering.desk import Desk, intents
from bot.answering.follow_ups.why import contradiction
from bot.answering.gaps import of_another
from bot.answering.still import status_line
from bot.answering.topics import answer_topic
from bot.understanding.claims import offers_a_choice
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.question import Question
from knowledge.models import Kind, Municipality
from knowledge.rows import StatementRow

_SHORT, _LONGER = 8, 10
_HEADS = frozenset({Kind.VISION, Kind.MISSION})
# What one of them says of a topic, or how it works, is no list to choose from.
_NO_LIST = frozenset({"topic", "steering", "overview"})
_IN_PASSING = frozenset({Kind.FACT, Kind.EXPLANATION, Kind.STEERING, Kind.QUOTATION})


def called_so(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """What the page calls what was shown: "is that a goal?"."""
    if not _asks_what_it_is(question) or len({row.municipality.code for row in shown}) > 1:
        return None
    if clause_words()["own"].intersection(question.reading.folded) and (
        note := of_another(desk, shown)
    ):
        return desk.answer(note, shown, notes=[note])
    row, label = shown[0], Label(shown[0].label)
    if row.kind not in _IN_PASSING and offers_a_choice(question.reading):
        return desk.answer(said("On the page it is called {label}.", label=label), [row])
    if row.kind in question.kinds:
        return desk.answer(said("Yes, on the page it is called {label}.", label=label), [row])
    if row.kind not in _IN_PASSING:
        return desk.answer(said("No, on the page it is called {label}.", label=label), [row])
    parent = desk.store.statement(row.parent) if row.parent else None
    if parent is None or parent.kind in _IN_PASSING:
        return desk.answer(said("No, the page only says so in passing."), [row])
    of, label = Of((row.municipality.name,)), Label(parent.label)
    return desk.answer(said("No, it explains {of} {label}:", of=of, label=label), [parent, row])


def _asks_what_it_is(question: Question) -> bool:
    reading = question.reading
    words = reading.folded
    topic = any(hit.group.startswith("topic.") for hit in reading.hits)
    if reading.mentions or not question.kinds or topic or len(words) > _LONGER:
        return False
    kinds = reading.kind_starts
    before = clause_words()["a"] | clause_words()["own"]
    a_thing = any(word in before and at + 1 in kinds for at, word in enumerate(words))
    first, second = words[0], words[1] if len(words) > 1 else ""
    being, it = clause_words()["being"], clause_words()["it"]
    # "That's a goal, right?" has lost its verb as if that were a genitive.
    claimed = reading.claimed and first in it and second in being | before
    return a_thing and (claimed or (first in being and second in it))


def status_of_last(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """Whether a thing with a time of its own still goes on that was just spoken of."""
    if question.intent != "status" or question.reading.mentions or question.kinds:
        return None
    if len(question.reading.words) > _SHORT or any(row.kind in _HEADS for row in shown):
        return None
    # A programme is named in one sentence, and its time may stand in the next.
    beside = desk.store.children([row.parent for row in shown if row.parent])
    told = (row for row in (*shown, *beside) if row.kind in _IN_PASSING)
    dated = next((row for row in told if row.valid_until), None)
    return desk.answer(status_line(desk, [dated]), [dated]) if dated else None


def foremost(
    desk: Desk, question: Question, listed: Sequence[StatementRow], context: Context
) -> Answer | None:
    """That the page ranks none of its list, or does not name what is missing in it."""
    words = set(question.reading.folded)
    pointing = words & (clause_words()["which"] | clause_words()["them"])
    short = len(question.reading.words) <= _SHORT and not question.reading.mentions
    if not (pointing and short and listed) or question.counties:
        return None
    places = _in_hand(desk, listed, context)
    if len(places) > 1 and ranks(question.reading) and not (question.topics or question.kinds):
        rows = _on_topic(desk, question, places, context) or listed
        return desk.answer(rank_line(desk, question, places), rows)
    if len(listed) < 2 or len(context.codes) > 1 or words & clause_words()["several"]:
        # "Which of the municipalities is the largest?" asks nothing of the list.
        return None
    if words & clause_words()["lacks"] and not (question.kinds or question.topics):
        # "Which one is missing?"
        note = contradiction(desk, listed)
        return desk.answer(note, listed, notes=[note]) if note else None
    first = ranks(question.reading) or words & clause_words()["foremost"]
    if not first or words & clause_words()["oldest"] or question.topics:
        return None
    return desk.answer(said("The page does not rank them."), listed)


def _on_topic(
    desk: Desk, question: Question, places: Sequence[Municipality], context: Context
) -> Sequence[StatementRow]:
    """What each says of the topic that all were asked about in turn."""
    if context.intent != "topic" or not context.topics:
        return ()
    asked = replace(question, covered=tuple(places), topics=context.topics, words=frozenset())
    return answer_topic(desk, asked, intents()["topic"]).statements


def _in_hand(desk: Desk, listed: Sequence[StatementRow], context: Context) -> list[Municipality]:
    """The municipalities spoken of: those shown, and whose came before where no list is ranked."""
    wholes = {row.kind for row in listed} <= _HEADS or context.intent in _NO_LIST
    codes = dict.fromkeys((*(context.earlier if wholes else ()), *context.codes))
    return [place for code in codes if (place := desk.store.municipality(code))]
