"""What a page leaves open where it says something near: the near is told as what it is."""

from collections.abc import Mapping, Sequence

from bot.answering.answer import Said, one_after_other, said
from bot.answering.desk import Intent
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.going_on import asks_of_now
from bot.understanding.population import asks_for_population
from bot.understanding.question import Question
from knowledge.marking import marked
from knowledge.models import Aspect, NoteKind
from knowledge.rows import NoteRow, StatementRow

_BY_WHOM = frozenset({"decided", "decides", "replaced"})


def unsaid(
    question: Question, intent: Intent, rows: Sequence[StatementRow], note: NoteRow | None
) -> Said | None:
    """That the page does not say what is asked, above what it says instead."""
    if intent.name == "count" and question.kinds and asks_of_before(question):
        return said("The page does not say how many there were before.")
    if intent.name == "population" and rows[0].target_number and _asks_how_to_reach(question):
        return said("The page does not say how that is to be reached.")
    if note is None or note.kind is not NoteKind.REPLACED:
        return None
    if intent.name == "replaced" and _asks_when(question):
        return one_after_other(said("The page does not say when that was."), note)
    if intent.name in _BY_WHOM and _asks_who(question) and not any(map(_is_of_who, rows)):
        # Who removed it is not who adopted it.
        return one_after_other(said("The page does not say who."), note)
    if intent.name == "population" and _asks_of_today(question):
        return one_after_other(said("The page does not say how many there are now."), note)
    return None


# What is said of a part of a question that the page leaves open.
_PARTS: Mapping[str, str] = {
    "decided": marked("The page does not say who adopted it or when."),
    "decides": marked("The page does not say who decides on it."),
    "start": marked("The page does not say from when it applies."),
    "end": marked("The page does not say how long it applies."),
    "period": marked("The page does not say which years it covers."),
    "population": marked("The page gives no number of inhabitants."),
    "reason": marked("The page gives no reason for that."),
    "followup": marked("The page does not say how it is followed up."),
}


def line_for_part(question: Question) -> Said:
    """What is said of a question among several that finds no answer."""
    text = _PARTS.get(question.intent)
    return said(text or marked("I can't find an answer to a part of your question."))


def asks_of_before(question: Question) -> bool:
    """Whether the time before is asked of: "How many goals did it have before?"."""
    words = set(question.reading.folded)
    return bool(words & (clause_words()["before"] | clause_words()["former"]))


def _is_of_who(row: StatementRow) -> bool:
    return bool({Aspect.DECIDED, Aspect.DECIDES}.intersection(row.about))


def _asks_who(question: Question) -> bool:
    return "ask.who" in question.reading.cues


def _asks_when(question: Question) -> bool:
    return bool({"ask.when", "ask.period"} & question.reading.cues)


def _asks_of_today(question: Question) -> bool:
    """Whether it is asked how many there are, and not what is aimed at."""
    cues = question.reading.cues
    figures = any(word.raw.isdigit() for word in question.reading.words)
    counts = asking_words(question.reading) & clause_words()["counts"]
    counts_them = bool(counts) or asks_of_now(question.reading)
    counts_them = counts_them or asks_for_population(question.reading)
    return counts_them and not (question.kinds or figures or cues & {"ask.want", "ask.future"})


def _asks_how_to_reach(question: Question) -> bool:
    """Whether the way to a number is asked for: "How does it plan to reach 35,000?"."""
    words = asking_words(question.reading)
    way = words & clause_words()["how"] and words & clause_words()["reach"]
    return bool(way) and not words & clause_words()["counts"]
