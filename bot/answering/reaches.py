"""Yes to whom or what a plan is for: "Do the goals apply to municipal companies too?"."""

from dataclasses import replace

from bot.answering.answer import Answer, one_after_other, said
from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.answering.facts import leads_only
from bot.understanding.claims import asking_words, is_turned
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no
from knowledge.text import folded_words, stem, stems


def with_yes_it_reaches(_: Desk, question: Question, answer: Answer) -> Answer:
    """The answer after a yes, where its first sentence has all that it is asked to apply to."""
    reading = question.reading
    if question.intent != "scope" or len(question.covered) != 1 or not leads_only(answer.short):
        return answer
    turned = is_turned(reading)
    turned = turned or bool(asking_words(reading) & clause_words()["only"])
    if turned or not asks_yes_or_no(reading) or answer.short is None:
        return answer
    row = answer.statements[0]
    held = stems(row.original) | stems(row.translation)
    asked = own_words(question) - {stem(word) for word in clause_words()["reaches"]}
    denied = clause_words()["lacks"].intersection(folded_words(row.original))
    if not asked or denied or not asked <= held:
        return answer
    return replace(answer, short=one_after_other(said("Yes."), answer.short))
