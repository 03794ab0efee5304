"""Which municipalities a few words mean by what was said of them: those that do, the second one."""

from dataclasses import replace

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import BY_KIND, EVERYWHERE, SHORT
from bot.understanding.question import CHAT, FOLLOW, OFF, Question
from bot.understanding.taking_over import asked_same, places_of, same_of_all, same_of_others
from knowledge.models import Municipality
from knowledge.store import Store


def who_does(question: Question, context: Context, store: Store) -> Question | None:
    """Who says what was just asked of one: "which ones do?", "vilka kommuner nämner den?"."""
    words = question.reading.folded
    told = clause_words()
    little = told["which"] | told["them"] | told["does"] | told["municipality"] | told["it"]
    little |= told["occurs"] | told["says"] | told["lacks"] | told["on"] | told["joining"]
    asks = bool(told["which"].intersection(words[:2])) and set(words) <= little
    # "Vem har det?" of a thing that is no topic is asked as it stands.
    does = asks and bool(set(words) - told["which"] - told["municipality"] - told["joining"])
    of_one = len(context.codes) == 1 and context.intent not in EVERYWHERE
    if not (does and of_one and context.topics) or _has_subject(question):
        return None
    if question.intent not in EVERYWHERE:
        return None
    same = same_of_all(question, context, store)
    # "Which ones don't?" may be the one just asked about too.
    return replace(same, without=()) if told["lacks"].intersection(words) else same


def which_of_them(question: Question, context: Context, store: Store) -> Question | None:
    """Which of those asked in turn, or just compared, and of nobody else: "vilken av dem …?"."""
    words = question.reading.folded
    which = clause_words()["which"].intersection(words[:2])
    of_them = clause_words()["them"].intersection(words[1:4])
    places = places_of(asked_same(context), store)
    of_several = bool(which and of_them) and len(places) > 1 and context.intent != "across"
    if not of_several or not (question.topics or question.narrow) or _names_place(question):
        return None
    # "Which one is about growth?" asks for no meaning.
    if question.intent not in EVERYWHERE | {"compare", "topic", "meaning", "follow"}:
        return None
    return replace(question, intent="across", likely={"across": 1.0}, covered=places)


def one_of_the_known(question: Question, context: Context, store: Store) -> Question | None:
    """One of the municipalities just listed, by its place: "Vilka kan du?", "den andra"."""
    if context.intent != "covered" or context.codes or question.ordinal is None or question.named:
        return None
    places = _known(context, store)
    at = question.ordinal - (question.ordinal > 0)
    short = len(question.reading.words) <= SHORT and not question.counties
    if not (short and -len(places) <= at < len(places)):
        return None
    one = replace(question, covered=(places[at],), ordinal=None)
    if _has_subject(question) or question.intent not in _OF_A_PLACE:
        kind = BY_KIND.get(question.kinds[0]) if question.kinds else None
        about = "topic" if question.topics or question.narrow else question.intent
        return replace(one, intent=kind or about)
    return replace(one, intent="overview", likely={"overview": 1.0})


_OF_A_PLACE = EVERYWHERE | CHAT | FOLLOW | OFF | {"explain", "meaning", "topic", "absent"}


def their_words(question: Question, context: Context, _: Store) -> Question | None:
    """What another says of the same, where its words are asked for: "citat från Värnamo"."""
    quotes = clause_words()["quotations"].intersection(question.reading.folded)
    short = len(question.reading.words) <= SHORT and bool(question.covered)
    if not (quotes and short and context.topics) or _has_subject(question):
        return None
    return replace(same_of_others(question, context), likely={"topic": 1.0}, intent="topic")


def _known(context: Context, store: Store) -> list[Municipality]:
    """The municipalities in the order in which they were listed."""
    counties = context.counties
    return [place for place in store.covered if not counties or place.county in counties]


def _names_place(question: Question) -> bool:
    return question.named or bool(question.counties)


def _has_subject(question: Question) -> bool:
    return bool(question.kinds or question.topics or question.narrow)
