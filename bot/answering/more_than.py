"""Yes or no to whether one municipality has more than another: "Has Ljungby more goals than …?"."""

from dataclasses import replace

from bot.answering.answer import Answer, Each, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.understanding.claims import denies, offers_a_choice, says_wrong
from bot.understanding.clauses import clause_words
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked
from knowledge.models import NoteKind

_YES, _NO = marked("Yes."), marked("No.")


def with_more_than(desk: Desk, question: Question, answer: Answer) -> Answer:
    """The numbers of two after a yes or a no, where one is said to have more than the other."""
    short, reading = answer.short, question.reading
    if not isinstance(short, Said):
        return answer
    counts = short.values.get("counts")
    if not isinstance(counts, Each) or len(question.covered) != 2 or not asks_yes_or_no(reading):
        return answer
    if denies(reading) or offers_a_choice(reading) or not _are_sure(desk, question, answer):
        return answer
    words = set(reading.folded)
    than = bool(words & listed_words().more) - bool(words & listed_words().fewer)
    numbers = {name: sum(label.number or 0 for label in labels) for name, labels in counts.counts}
    first, second = (place.name for place in question.covered)
    if not than or not words & clause_words()["than"] or not {first, second} <= numbers.keys():
        return answer
    yes = ((numbers[first] - numbers[second]) * than > 0) != says_wrong(reading)
    line = one_after_other(said(_YES if yes else _NO), short)
    return replace(answer, short=line)


def _are_sure(desk: Desk, question: Question, answer: Answer) -> bool:
    """Whether both have what is counted, and neither page counts otherwise than it lists."""
    of_kind = {row.municipality.code for row in answer.statements if row.kind in question.kinds}
    notes = desk.notes(place.code for place in question.covered)
    doubted = {
        name for note in notes if note.kind is NoteKind.CONTRADICTION for name in note.statements
    }
    shown = {row.id for row in answer.statements}
    return len(of_kind) == len(question.covered) and not doubted & shown
