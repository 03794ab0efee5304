"""What the newer page says that was just told of: its text is not here, and nothing is made up."""

from dataclasses import replace

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.question import Question

_SHORT = 6


def text_of_newer(desk: Desk, question: Question, context: Context) -> Answer | None:
    """That the page's text is not here, with all that is known of it: "vad står där?"."""
    if not context.newer or len(context.codes) != 1 or not _asks_for_its_text(question):
        return None
    place = desk.store.municipality(context.codes[0])
    if place is None:
        return None
    line = said("I don't have the text of that page; what I know of it is below.")
    return replace(desk.not_in_sources([place]), short=line)


def _asks_for_its_text(question: Question) -> bool:
    reading = question.reading
    words = set(reading.folded)
    if not reading.mentions and _asks_to_see_it(words):
        return True
    subject = any(hit.group.startswith(("topic.", "narrow.", "chat.")) for hit in reading.hits)
    if subject or reading.mentions or len(reading.words) > _SHORT:
        return False
    points = words & (clause_words()["there"] | clause_words()["it"] | clause_words()["them"])
    return bool(points and words & clause_words()["reads"])


def _asks_to_see_it(words: set[str]) -> bool:
    """Whether nothing but the newer page is asked for: "show me the new one", "länk?"."""
    told = clause_words()
    asks = told["reads"] | told["link"]
    little = asks | told["shown_to"] | told["newer"] | told["it"] | told["them"] | told["joining"]
    return bool(words & asks) and words <= little
