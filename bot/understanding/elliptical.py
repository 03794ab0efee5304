"""What a few words after an answer ask for: "which?", "all", "number two", "och Ljungby?"."""

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import FOLLOW, OFF, Question
from knowledge.models import Kind

# Intents that look at all municipalities, or at none: they take over no name.
EVERYWHERE = {"across", "covered"}
BY_KIND = {
    Kind.VISION: "vision", Kind.MISSION: "mission", Kind.VALUE: "values", Kind.GOAL: "goals",
    Kind.FOCUS_AREA: "focus_areas", Kind.GOAL_AREA: "goal_areas", Kind.PRIORITY: "priorities",
    Kind.PERSPECTIVE: "perspectives", Kind.ACTION: "actions", Kind.INDICATOR: "indicators",
    Kind.STEERING: "steering", Kind.PURPOSE: "purpose",
}  # fmt: skip
# Messages of so many words are short, or next to nothing.
SHORT, BARE = 7, 3
_PAIR = 4
# What may be asked of one of a list.
_OF_A_LIST = frozenset(
    {"explain", "meaning", "count", "topic", "more", "follow", *BY_KIND.values()}
)
# What a phrase by itself is read as.
_PHRASES = frozenset({"vision", "topic", "explain", "follow", "overview", "goals"})
# What one of a list may be asked, and not who is the most.
_OF_ONE = frozenset({"nth", "explain", "meaning", "count"})
_WHICH = frozenset({"ask.list", "ask.who", "reach.across", "reach.back"})


def asks_of_them(question: Question) -> bool:
    """Whether "which of them" asks of what was listed: nothing says that places are meant."""
    if question.kinds or question.topics or question.narrow or question.counties:
        return False
    words = set(question.reading.folded)
    return bool(words & clause_words()["them"]) and not words & clause_words()["municipality"]


def asks_of_the_one(question: Question) -> bool:
    """Whether "do they have a vision?" asks of the one spoken of."""
    words = question.reading.folded
    asks_which = words[:1] and words[0] in clause_words()["which"]
    named = set(words) & clause_words()["municipality"]
    return bool(set(words) & clause_words()["they"]) and not asks_which and not named


def asks_of_both(question: Question, context: Context) -> bool:
    """Whether "which of them has more goals?" asks of those just compared."""
    words = set(question.reading.folded)
    told = words & (clause_words()["them"] | clause_words()["both"])
    compared = context.intent == "compare" and len(context.codes) > 1
    more = question.intent == "more" and bool(clause_words()["which"] & words)
    told |= words if more else frozenset()
    plain = (more or question.intent in {"across", "compare"}) and not question.counties
    told_of = (plain and bool(told)) or ranks_them(question)
    return compared and told_of and not question.named


def ranks_them(question: Question) -> bool:
    """Whether a few words ask which of those shown is the most of something: "which is best?"."""
    words = question.reading.folded
    which = clause_words()["which"].intersection(words[:2])
    ranked = clause_words()["ranks"].intersection(words)
    return bool(which and ranked) and len(words) <= SHORT and question.intent not in _OF_ONE


def asks_which(question: Question, context: Context) -> bool:
    """Whether a few words ask for what was counted just before."""
    counted = context.kinds if context.intent == "count" else ()
    cues = question.reading.cues
    short = len(question.reading.words) <= BARE and not question.named
    known = bool(counted) and Kind(counted[0]) in BY_KIND
    opens = (
        question.reading.words[:1] and question.reading.words[0].folded in clause_words()["opens"]
    )
    return known and short and bool(cues or opens) and cues <= _WHICH


def asks_which_of_all(question: Question, context: Context) -> bool:
    """Whether it is asked anew which do, of something else: "and which about theatre?"."""
    words = question.reading.folded
    which = clause_words()["which"].intersection(words[:2])
    theirs = (clause_words()["them"] | clause_words()["they"]).intersection(words)
    asks = context.intent == "across" and bool(which) and not theirs and len(words) <= SHORT
    subject = question.topics or question.narrow
    return asks and bool(subject) and not (question.kinds or question.named)


def asks_on_of_all(question: Question, context: Context) -> bool:
    """Whether a subject alone is put to all as the one before was: "and diversity?"."""
    words = set(question.reading.folded)
    theirs = words & (clause_words()["them"] | clause_words()["they"])
    back = "reach.back" in question.reading.cues
    alone = question.intent in FOLLOW | {"topic"} and len(question.reading.words) <= _PAIR
    subject = (question.topics or question.narrow) and not (question.kinds or question.named)
    of_all = context.intent == "across" and not context.kinds
    return of_all and alone and bool(subject) and not (theirs or back)


def asks_instead(question: Question, context: Context) -> bool:
    """Whether it is asked what there is in the place of what the page did not have."""
    words = set(question.reading.folded)
    # After another list in its place that is told again, unless a newer thing may be meant.
    nothing = bool(context.codes) and (not context.shown or question.intent in OFF)
    short = len(question.reading.words) <= SHORT and not (question.kinds or question.topics)
    return nothing and short and bool(words & clause_words()["instead"])


def asks_what_now(question: Question, context: Context) -> bool:
    """Whether it is asked what holds now, after what was before: "and now?"."""
    words = set(question.reading.folded)
    short = len(question.reading.words) <= BARE and not (question.topics or question.named)
    return context.intent == "replaced" and short and bool(words & clause_words()["now"])


def asks_only_when(question: Question) -> bool:
    """Whether nothing but a time is asked for: "när då?"."""
    groups = {hit.group for hit in question.reading.hits if not hit.group.startswith("reach.")}
    bare = len(question.reading.words) <= BARE and not (question.named or question.topics)
    return bare and groups == {"ask.when"}


def asks_whether_same(question: Question, context: Context) -> bool:
    """Whether another's is compared with what was shown: "is that the same as Värnamo's?"."""
    words = question.reading.folded
    another = len(question.covered) == 1 and question.covered[0].code not in context.codes
    # "Same for Överkalix" asks the same, and compares nothing.
    opens = words[:1] and words[0] in clause_words()["being"] and len(words) <= SHORT
    return another and bool(opens) and not clause_words()["same"].isdisjoint(words)


def asks_for_others(question: Question) -> bool:
    """Whether nothing but more of what was shown is asked for: "vilka fler finns det?"."""
    words = set(question.reading.folded)
    subject = question.kinds or question.topics or question.narrow or question.counties
    alone = question.intent == "across" and not (subject or question.named or question.strange)
    return alone and len(words) <= _PAIR and bool(words & clause_words()["others"])


def takes_over_kind(question: Question) -> bool:
    """Whether the time of "it" is asked for: "when did it begin to apply?", "since when?"."""
    words = set(question.reading.folded)
    bare = question.intent == "start" and len(question.reading.words) <= BARE
    return (
        question.intent in _OF_IT
        and not (question.kinds or question.topics or question.narrow or question.strange)
        and (bare or bool(words & (clause_words()["it"] | clause_words()["them"])))
    )


_OF_IT = frozenset({"start", "end", "period", "decided", "decides"})


def asks_of_language(question: Question) -> bool:
    """Whether it is asked in what language something is, not for a reply in it."""
    words = question.reading.folded
    opens = words[:1] and words[0] in clause_words()["being"]
    return question.intent == "switch_language" and bool(opens)


def asks_on_it(question: Question, context: Context) -> bool:
    """Whether a few words ask yes or no of what was shown: "is that realistic?"."""
    words = question.reading.folded
    cues = question.reading.cues - {"else.figure"}
    other = any(cue.startswith("else.") for cue in cues)
    opens = len(words) > 2 and words[0] in clause_words()["yes_or_no"]
    on_it = opens and words[1] in clause_words()["it"] and len(words) <= SHORT
    return on_it and bool(context.shown) and not (other or question.named)


def compares(question: Question) -> bool:
    """Whether a comparison is asked for by a word of one, or surely."""
    cues = question.reading.cues
    return "reach.compare" in cues or question.sure or len(question.covered) > 1


def is_left_out(question: Question, context: Context) -> bool:
    """Whether a few words leave one out of what was asked of all: "and besides Värnamo?"."""
    subject = question.kinds or question.topics or question.narrow
    return context.intent in EVERYWHERE and len(question.reading.words) <= SHORT and not subject


def asks_what_means(question: Question, context: Context) -> bool:
    """Whether a phrase goes on from what another means: "and “we shape the future”?"."""
    if context.intent != "meaning" or question.named or question.kinds:
        return False
    if question.intent not in _PHRASES:
        return False
    words = question.reading.folded
    return len(words) <= SHORT and bool(clause_words()["joining"].intersection(words[:2]))


def picks_one(question: Question, context: Context) -> bool:
    """Whether one of what was listed is asked for: "goal two in more detail", "number five?"."""
    number, kinds = question.ordinal, {str(kind) for kind in question.kinds}
    if number is None or question.named or not context.listed:
        return False
    if question.intent == "count" and question.sure:
        # "Three or four, then?"
        return False
    same = kinds <= set(context.kinds) or not context.kinds
    words = len(question.reading.words)
    if question.intent in OFF and _names_number_alone(question):
        # "What is the seventh?"
        return same
    if words <= BARE and not question.topics and question.intent != "why":
        return same
    short = words <= SHORT and abs(number) <= len(context.listed)
    return same and short and question.intent in _OF_A_LIST


def _names_number_alone(question: Question) -> bool:
    """Whether nothing is asked for but the one at that place."""
    words = question.reading.folded
    last = bool(listed_words().ordinals.keys() & set(words[-1:])) and len(words) <= SHORT
    return last and len(question.words) <= 1 and not question.reading.cues


def means_all(question: Question, context: Context) -> bool:
    """Whether all municipalities are meant by a message that says nothing else.

    "Alla" answers "which municipality?"; "and which ones don't?" goes on from who does.
    """
    if question.named or question.kinds or _names_subject(question):
        return False
    words = set(question.reading.folded)
    short = len(question.reading.words) <= SHORT
    of_other = words & clause_words()["other"] and words & clause_words()["municipality"]
    if short and context.codes and of_other:
        # "Any other municipality?"
        return True
    if context.intent in EVERYWHERE and ranks_them(question):
        # "Which is the shortest?"
        return True
    if context.intent == "topic" and context.topics and not context.rest:
        # "Vilka fler?", "någon annan?", "who else?" after what one says of a topic.
        who = words & (clause_words()["which"] | clause_words()["anyone"])
        if len(question.reading.words) <= BARE and who and words & clause_words()["others"]:
            return True
    everywhere = context.intent in EVERYWHERE and (
        question.intent in {"across", *FOLLOW, *OFF} or _asks_which_not(question)
    )
    if context.intent in EVERYWHERE and question.counties:
        # "And in Norrbotten?"
        return len(question.reading.words) <= SHORT
    states = any(hit.group.startswith("state.") for hit in question.reading.hits)
    # "Is it still valid?" is asked of the one found, where there is just one.
    states = states and (len(context.codes) != 1 or bool(words & clause_words()["which"]))
    if context.intent in EVERYWHERE and (
        states or (everywhere and question.intent != "why" and words & clause_words()["lacks"])
    ):
        # "And which ones don't?", "and which still hold?"
        return len(question.reading.words) <= SHORT
    if names_all_of_them(question):
        # "All municipalities", after the goals of one.
        return bool(context.kinds or context.topics)
    asked = bool(context.intent) and not context.codes
    return asked and len(question.reading.words) <= BARE and bool(words & clause_words()["all"])


def _asks_which_not(question: Question) -> bool:
    """Whether nothing is asked but which do not: "vilken inte?"."""
    words, told = set(question.reading.folded), clause_words()
    little = told["which"] | told["lacks"] | told["does"] | told["them"] | told["joining"]
    return bool(words & told["which"] and words & told["lacks"]) and words <= little


def names_all_of_them(question: Question) -> bool:
    """Whether nothing is said but that all municipalities are meant: "alla kommuner då?"."""
    words, told = set(question.reading.folded), clause_words()
    little = told["all"] | told["municipality"] | told["joining"] | told["fillers"] | told["them"]
    little |= told["does"]
    of_them = words & told["municipality"] or words & told["them"]
    return bool(words & told["all"] and of_them) and words <= little | told["same_thing"]


def _names_subject(question: Question) -> bool:
    """Whether a topic or a thing is named; "other municipalities" are none."""
    others = clause_words()["other"] | clause_words()["municipality"]
    return any(
        {word.folded for word in question.reading.words[hit.start : hit.end]} - others
        for hit in question.reading.hits
        if hit.names_thing
    )


def is_bare(question: Question) -> bool:
    """Whether a question names a place and nothing else: "och Ljungby?"."""
    groups = {hit.group.partition(".")[0] for hit in question.reading.hits}
    bare = not question.kinds and not question.topics and not question.reading.unknown
    # "What does Värnamo say about the companies?" asks for more than the same of Värnamo.
    bare = bare and not (question.intent == "topic" and question.sure)
    return (
        bare
        and (question.intent in FOLLOW | {"overview", "goals", "compare", "topic"})
        and not (groups & {"topic", "kind", "else"})
    )
