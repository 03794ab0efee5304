"""What was just shown, doubted in a few words: "only six?", "are they new?"."""

from collections.abc import Sequence

from bot.answering.answer import Answer, Label, said
from bot.answering.desk import Desk
from bot.answering.follow_ups.why import contradiction
from bot.answering.newest import marked_new
from bot.understanding.clauses import clause_words
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from bot.understanding.tags import tag_words
from knowledge.marking import marked
from knowledge.models import Kind
from knowledge.rows import StatementRow

_FEW = 4
_SUBJECTS = ("kind.", "topic.", "narrow.")


def number_doubted(desk: Desk, question: Question, listed: Sequence[StatementRow]) -> Answer | None:
    """Whether there are only so many as were listed: "only six?", "there are five, right?"."""
    words = question.reading.folded
    numbers = [listed_words().numbers[word] for word in words if word in listed_words().numbers]
    doubts = clause_words()["few"].intersection(words) or _claims_a_number(question)
    other = any(hit.group.startswith(_SUBJECTS) for hit in question.reading.hits)
    other = other or bool(question.reading.mentions) or "ask.reason" in question.reading.cues
    if len(words) > _FEW or len(numbers) != 1 or not doubts or other:
        return None
    first = listed[0]
    alike = [row for row in listed if row.kind is first.kind]
    others = {row.kind for row in listed} - {first.kind, Kind.FACT, Kind.EXPLANATION}
    single = desk.store.labels[first.label].plural is None
    if single or others or len({row.municipality.code for row in alike}) > 1:
        return None
    if note := contradiction(desk, listed):
        return desk.answer(note, listed, notes=[note])
    yes = numbers[0] == len(alike)
    text = marked("Yes: {place} has {count}.") if yes else marked("No: {place} has {count}.")
    count = Label(first.label, len(alike))
    return desk.answer(said(text, place=first.municipality.name, count=count), listed)


def _claims_a_number(question: Question) -> bool:
    """Whether nothing but a number is claimed: "there are five, right?", "är de fyra?"."""
    reading, told = question.reading, clause_words()
    little = (
        told["being"] | told["it"] | told["them"] | told["they"] | told["there"] | told["having"]
    )
    numbers = listed_words().numbers.keys() - listed_words().pronouns
    little |= told["yes_or_no"] | tag_words().doubts
    beside = [word for word in reading.folded if word not in little]
    return asks_yes_or_no(reading) and len(beside) == 1 and beside[0] in numbers


def newness_asked(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """Which of what was shown the page calls new, or that it does not say: "is that new?"."""
    words, told = question.reading.folded, clause_words()
    little = told["being"] | told["newer"] | told["it"] | told["them"] | told["they"]
    # "Is that new?", and "that is new, right?".
    opens = words[1:2] if question.reading.claimed else words[:1]
    asks = told["being"].intersection(opens) and set(words) <= little
    if not asks or not (told["newer"] - told["after"]).intersection(words[2:]):
        return None
    new = marked_new(question, shown)
    return desk.answer(None if new else said(_not_said(question, shown)), new or shown)


def _not_said(question: Question, shown: Sequence[StatementRow]) -> str:
    """That it is not said, of the thing as it was asked about: "är de nya?", "är den ny?"."""
    if _SEVERAL.intersection(question.reading.folded):
        return marked("The page does not say whether they are new.")
    if shown[0].kind is Kind.VISION:
        return marked("The page does not say whether the vision is new.")
    return marked("The page does not say whether it is new.")


_SEVERAL = frozenset({"de", "dom", "dessa", "they", "these", "those"})
