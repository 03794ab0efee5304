"""Whether the page gives a reason for what is asked about: none is made up."""

from collections.abc import Sequence

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.echo import own_words
from bot.answering.finding import Found
from bot.understanding.claims import asking_words
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.quotations import quotations
from knowledge.models import Aspect, Kind
from knowledge.text import collapse, plain_punctuation

NO_REASON = said("The page gives no reason for that.")
_AIMS = frozenset({Kind.VISION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA})
_ASKS_WHY = frozenset({"ask.reason", "ask.want"})
# What an entry weighs at least that gives a reason itself.
_ASPECT = 2.5


def besides_itself(question: Question, fitting: Sequence[Found]) -> list[Found]:
    """Without what is asked about: a goal that gives a reason gives none for there being goals."""
    if question.topics or question.narrow:
        return [*fitting]
    itself = {f"k:{kind}" for kind in _AIMS.intersection(question.kinds)}
    return [one for one in fitting if itself.isdisjoint(one.terms)] or [*fitting]


def explains_quoted(question: Question, told: Answer) -> bool:
    """Whether what is shown explains the words quoted: "Why does it say 'we shape the future'?"."""
    quoted = [collapse(part).casefold() for part in quotations(question.reading.text)]
    texts = [
        plain_punctuation(f"{row.original}\n{row.translation}").casefold()
        for row in told.statements
        if row.kind is Kind.EXPLANATION
    ]
    return any(part in text for part in quoted if " " in part for text in texts)


def gives_no_reason(desk: Desk, question: Question, fitting: Sequence[Found]) -> bool:
    """Whether the reason for a number or a thing is asked for, and no reason given is on it."""
    reasons = [one for one in fitting if one.by("a:") >= _ASPECT]
    if asking_words(question.reading) & clause_words()["gone"]:
        # Why something was removed is told by what tells of its removal.
        held = (desk.store.terms(one.municipality, one.entry) for one in reasons)
        return not any(f"a:{Aspect.REPLACED}" in terms for terms in held)
    topics = {f"t:{topic}" for topic in question.topics}
    if (
        topics
        and not question.kinds
        and reasons
        and not any(topics & one.terms.keys() for one in reasons)
    ):
        own = {f"w:{word}" for word in own_words(question, _ASKS_WHY)}
        return all(own.isdisjoint(one.terms) for one in reasons)
    told = (f"w:{word}" for word in question.words if word.isdigit() and len(word) > 1)
    numbers = {term for term in told if desk.store.holds(term)}
    return bool(numbers) and all(numbers.isdisjoint(one.terms) for one in reasons)
