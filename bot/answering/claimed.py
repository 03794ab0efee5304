"""Yes or no to a number that somebody has heard: "Is it true that Överkalix has five goals?"."""

from collections import Counter
from dataclasses import replace

from bot.answering.answer import Answer, Counted, Label, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.numbers import number_stated
from bot.understanding.claims import asking_words, denies, offers_a_choice, says_wrong
from bot.understanding.clauses import clause_words
from bot.understanding.ordinals import NumberAsked, number_asked
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.marking import marked

# Lines above a list or a sentence that tell how many there are.
_OF_A_LIST, _TOLD = frozenset({"{place} has {count}:", "{of} {label}:"}), "{count}."


def with_yes_or_no(desk: Desk, question: Question, answer: Answer) -> Answer:
    """The answer, its number after a yes or a no where one is claimed."""
    if wrong := _wrong_premise(desk, question):
        return replace(answer, short=wrong)
    claimed, told = number_asked(question.reading), _number_told(desk, question, answer)
    if claimed is None or told is None or told.number is None or not claims_a_number(question):
        return answer
    place = question.covered[0]
    if others := _beside(desk, question, told):
        return _of_several(question, answer, claimed, (told, *others))
    yes = claimed.fits(told.number) != says_wrong(question.reading)
    text = marked("Yes: {place} has {count}.") if yes else marked("No: {place} has {count}.")
    return replace(answer, short=said(text, place=place.name, count=told))


def _beside(desk: Desk, question: Question, told: Label) -> tuple[Label, ...]:
    """What the page lists of the same kind by other names: "andra utvecklingsfrågor"."""
    rows = desk.store.of_kinds(question.covered[0].code, question.kinds)
    labels = Counter(row.label for row in rows if row.replaced_by is None)
    return tuple(
        Label(label, number)
        for label, number in labels.items()
        if label != told.label and desk.store.labels[label].plural is not None
    )


def _of_several(
    question: Question, answer: Answer, claimed: NumberAsked, counts: tuple[Label, ...]
) -> Answer:
    """All the numbers, where a page has more than one list of a kind; yes or no is of the first.

    Where the number may be that of another list, or of all, neither is said.
    """
    numbers = [label.number or 0 for label in counts]
    place = question.covered[0].name
    line: Said = said(
        "According to the page, {place} has {counts}.", place=place, counts=Counted(counts)
    )
    if claimed.fits(numbers[0]) or not any(map(claimed.fits, (*numbers, sum(numbers)))):
        yes = claimed.fits(numbers[0]) != says_wrong(question.reading)
        line = one_after_other(said(marked("Yes.") if yes else marked("No.")), line)
    return replace(answer, short=line)


def _wrong_premise(desk: Desk, question: Question) -> Said | None:
    """That there are not so many as it is asked why there are: "Why five goals?"."""
    claimed = number_asked(question.reading)
    if question.intent != "reason" or claimed is None or claimed.than or len(question.covered) != 1:
        return None
    place = question.covered[0]
    told = number_stated(desk, question, place)
    if told is None or told.number is None or claimed.fits(told.number):
        return None
    return said(
        "{place} has {count}, not {number}.",
        place=place.name, count=told, number=claimed.number,
    )  # fmt: skip


def _number_told(desk: Desk, question: Question, answer: Answer) -> Label | None:
    """How many there are of the kind asked for, if the first line is about that."""
    short, rows = answer.short, answer.statements
    if not isinstance(short, Said) or len(question.covered) != 1:
        return None
    told = short.values.get("count")
    if short.text == _TOLD:
        return told if isinstance(told, Label) else None
    if short.text not in _OF_A_LIST or {row.kind for row in rows}.isdisjoint(question.kinds):
        return None
    if isinstance(told, Label):
        return told
    row = rows[0]
    if row.states_number and row.states_label:
        # One statement may tell of two perspectives.
        return Label(row.states_label, row.states_number)
    # A vision in three sentences is one vision.
    single = desk.store.labels[row.label].plural is not None
    return Label(row.label, 1) if single else None


def claims_a_number(question: Question) -> bool:
    """Whether yes or no is asked for, of no denial ("Don't they have four?") and no request."""
    words = clause_words()
    reading = question.reading
    claimed = asks_yes_or_no(reading) and not (offers_a_choice(reading) or denies(reading))
    return claimed and not asking_words(reading) & (words["counts"] | words["please"])
