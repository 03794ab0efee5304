"""Yes or no to a number of what is no kind of statement: "Har Jokkmokks dokument fem nivåer?"."""

from dataclasses import replace

from bot.answering.answer import Answer, Label, one_after_other, said
from bot.answering.claimed import claims_a_number
from bot.answering.desk import Desk
from bot.answering.still import LEADS
from bot.understanding.claims import says_wrong
from bot.understanding.ordinals import NumberAsked, number_of
from bot.understanding.question import Question
from knowledge.marking import marked
from knowledge.rows import StatementRow
from knowledge.text import stem, stems


def with_number_told(desk: Desk, question: Question, answer: Answer) -> Answer:
    """The sentence that tells the number first, under a yes or a no and that number."""
    leads = answer.short is None or getattr(answer.short, "text", "") in LEADS
    if not leads or len(question.covered) != 1 or not claims_a_number(question):
        return answer
    for row in desk.store.of_municipality(question.covered[0].code):
        claimed = _claimed_of(desk, question, row)
        if claimed and row.states_label and row.states_number:
            yes = claimed.fits(row.states_number) != says_wrong(question.reading)
            count = said("{count}.", count=Label(row.states_label, row.states_number))
            line = one_after_other(said(marked("Yes.") if yes else marked("No.")), count)
            others = [one for one in answer.statements if one.id != row.id]
            return replace(answer, short=line, statements=(row, *others))
    return answer


def _claimed_of(desk: Desk, question: Question, row: StatementRow) -> NumberAsked | None:
    """The number that is claimed of what a statement counts, if one is."""
    if row.states_label is None:
        return None
    label, words = desk.store.labels[row.states_label], question.reading.folded
    forms = [label.label, label.english, label.plural, label.english_plural]
    spelled = frozenset().union(*(stems(form) for form in forms if form and " " not in form))
    return number_of(
        question.reading, [at for at, word in enumerate(words) if stem(word) in spelled]
    )
