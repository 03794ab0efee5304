"""What a few words go on from as a whole: those just listed, a count, a newer page, a refusal."""

from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import BARE, SHORT, ranks_them
from bot.understanding.other_places import others_asked
from bot.understanding.question import Question
from bot.understanding.reading import Reading


def asks_of_those_listed(question: Question, context: Context) -> bool:
    """Whether something is asked of the municipalities just named: "list their visions"."""
    words = set(question.reading.folded)
    theirs = clause_words()["theirs"] | clause_words()["they"] | clause_words()["them"]
    subject = question.kinds or question.topics or question.narrow
    # "What do they want?"
    asks = bool(subject) or "ask.want" in question.reading.cues
    named = question.named or question.counties
    return context.intent == "covered" and asks and bool(words & theirs) and not named


def asks_of_another_word(question: Question) -> bool:
    """Whether a word of its own is to be explained as the one before was: "och stark?"."""
    reading = question.reading
    explains = question.intent in {"explain", "meaning"} and len(reading.words) <= BARE + 1
    joined = clause_words()["joining"].intersection(reading.folded[:1])
    return explains and bool(joined and question.words) and not question.named


def asks_of_a_word_too(question: Question, context: Context) -> bool:
    """Whether a bare word is to be explained as well, though nothing says so: "och stark"."""
    reading = question.reading
    opens = clause_words()["joining"].intersection(reading.folded[:1])
    bare = len(reading.words) == _AND_A_WORD and bool(question.words) and not reading.cues
    unclear = question.group in {"off", "chat"} and not question.named
    return context.intent in {"explain", "meaning"} and bool(opens) and bare and unclear


_AND_A_WORD = 2


def asks_who_made_it(question: Question, context: Context) -> bool:
    """Whether "vem har skrivit den?" is asked of the one in hand, though "vem har" asks of all."""
    words, cues = set(question.reading.folded), question.reading.cues
    subject = question.kinds or question.topics or question.narrow or question.counties
    points = words & (clause_words()["that"] | clause_words()["them"])
    made = "ask.who" in cues and bool(cues & _MADE) and len(words) <= SHORT
    # "Who made it?" asks nothing of the bot where a page was spoken of.
    read_so = question.intent in {"across", "trust", "maker"} and bool(context.shown)
    one = read_so and len(context.codes) == 1 and not question.named
    return made and one and bool(points) and not subject


_MADE = frozenset({"ask.process", "ask.decided", "ask.decides", "ask.choose"})


def asks_only_of_event(question: Question, context: Context, *, of_removal: bool) -> bool:
    """Whether a bare "when?" or "by whom?" is asked of what was done: the adopting, the change."""
    groups = {hit.group for hit in question.reading.hits if not hit.group.startswith("reach.")}
    bare = len(question.reading.words) <= BARE + 1 and not question.named
    return (
        bare and (of_removal or context.intent in _EVENTS) and groups in ({"ask.when"}, {"ask.who"})
    )


_EVENTS = frozenset({"decided", "decides", "process", "replaced"})


def asks_who_else(question: Question, context: Context) -> bool:
    """Whether it is asked who has what one was asked for: "who does?", "is there anyone else?"."""
    words, which = set(question.reading.folded), clause_words()["which"]
    subject = question.kinds or question.topics or question.narrow or question.named
    if context.intent != "topic" or not context.topics or subject or question.strange:
        return False
    anyone = words & clause_words()["anyone"] and words & clause_words()["others"]
    does = words & which and words - which and words <= which | clause_words()["does"]
    return len(question.reading.words) <= SHORT and bool(anyone or does)


def asks_of_the_others(question: Question, context: Context) -> bool:
    """Whether all but the one spoken of are meant: "Which other municipalities mention water?"."""
    reading = question.reading
    subject = question.kinds or question.topics or question.narrow
    one = len(context.codes) == 1 and question.intent == "across" and not question.named
    found = others_asked(reading.folded, reading.clauses, reading.named)
    return (
        one and bool(subject) and any(reading.folded[at] in clause_words()["other"] for at in found)
    )


def counts_them_all(question: Question, context: Context) -> bool:
    """Whether the numbers just told are asked for together: "tillsammans?", "who has most?"."""
    if context.intent != "count" or not context.earlier or question.named or question.kinds:
        return False
    words = set(question.reading.folded)
    altogether = words & clause_words()["altogether"] and len(question.reading.words) <= BARE
    return bool(altogether) or ranks_them(question)


def asks_for_their_number(question: Question, context: Context) -> bool:
    """Whether a few words ask how many people there are to be, or when: "by how much?", "när?"."""
    groups = {hit.group for hit in question.reading.hits if not hit.group.startswith("reach.")}
    alone = not (question.named or question.strange)
    words = len(question.reading.words)
    of_people = _PEOPLE.intersection(context.topics) and context.intent in _OF_PEOPLE
    if context.intent == "population" and asks_of_now(question.reading):
        return True
    figure = clause_words()["figures"].intersection(question.reading.folded)
    how_many = words <= BARE and groups and groups <= _HOW_MANY_OR_WHEN
    return bool(alone and of_people and (how_many or (figure and words <= SHORT)))


def asks_of_now(reading: Reading) -> bool:
    """Whether nothing but how it is now is asked: "what is it now?"."""
    subject = any(hit.group.startswith(("kind.", "topic.", "narrow.")) for hit in reading.hits)
    short = len(reading.words) <= BARE + 1 and not (subject or reading.mentions)
    return short and bool(clause_words()["now"].intersection(reading.folded))


_PEOPLE = frozenset({"population", "growth"})
_OF_PEOPLE = frozenset({"across", "topic", "population"})
_HOW_MANY_OR_WHEN = frozenset({"ask.count", "ask.when", "ask.end"})


def asks_for_former(question: Question, context: Context) -> bool:
    """Whether a few words ask for what was before what was just spoken of: "and the old one?"."""
    former = clause_words()["former"].intersection(question.reading.folded)
    subject = question.kinds or question.topics or question.narrow or question.named
    short = len(question.reading.words) <= _AND_THE_OLD_ONE
    # Of a plan, and not of what one says of the old; "how old is it?" asks for a date.
    of_plan = context.codes and (context.kinds or not context.topics)
    of_plan = of_plan and clause_words()["how"].isdisjoint(question.reading.folded)
    return bool(former and of_plan) and short and not subject


_AND_THE_OLD_ONE = 4


def asks_for_newer_page(question: Question) -> bool:
    """Whether a few words point at the newer page just spoken of: "the new page then?"."""
    reading = question.reading
    subject = any(hit.names_thing for hit in reading.hits)
    short = len(reading.words) <= SHORT and not (subject or question.kinds or question.named)
    newer = clause_words()["newer"].intersection(reading.folded)
    return short and "kind.page" in reading.cues and bool(newer)


def asks_for_new_ones(question: Question) -> bool:
    """Whether it is asked if there is anything newer than what was shown: "finns det nya?"."""
    words, told = question.reading.folded, clause_words()
    little = told["yes_or_no"] | told["newer"] | told["it"] | told["they"] | told["them"]
    little |= told["there"] | told["a"] | told["anyone"] | told["fillers"] | told["joining"]
    newer = (told["newer"] - told["after"]).intersection(words)
    # "Is it new?" asks nothing of that kind; "is there a new one?" does.
    opens = (told["yes_or_no"] - told["being"]).intersection(words[:2])
    opens = opens or told["there"].intersection(words[1:3])
    return bool(newer and opens) and len(words) <= SHORT and set(words) <= little


def asks_whether_same_kind(question: Question, context: Context) -> bool:
    """Whether what was shown is put beside another kind: "är det samma som målen?"."""
    words, told = question.reading.folded, clause_words()
    opens = told["being"].intersection(words[:1]) and told["it"].intersection(words[1:2])
    same = bool(opens and told["same"].intersection(words)) and len(words) <= SHORT
    other = context.kinds and set(context.kinds).isdisjoint(map(str, question.kinds))
    one = len(context.codes) == 1 and not question.named
    return same and one and bool(other and question.kinds)


def asks_whether_still(question: Question, context: Context) -> bool:
    """Whether a few words ask if what was shown still holds: "does that still apply?"."""
    reading = question.reading
    subject = question.kinds or question.topics or question.narrow or question.named
    still = question.intent == "status" or clause_words()["still"].intersection(reading.folded)
    points = clause_words()["it"] | clause_words()["them"]
    asks = question.group in {"goals", "follow"} and bool(still) and len(reading.words) <= SHORT
    newer = clause_words()["newer"].intersection(reading.folded) or "kind.page" in reading.cues
    one = len(context.codes) == 1 and not (subject or newer)
    return asks and one and bool(points.intersection(reading.folded))


def doubts_silence(question: Question, context: Context) -> bool:
    """Whether it is asked again if there is nothing, where nothing was found: "inget alls?"."""
    words = set(question.reading.folded)
    little = clause_words()["lacks"] | clause_words()["fillers"] | clause_words()["at_all"]
    denied = words & (clause_words()["lacks"] | clause_words()["no"]) and words <= little
    return bool(context.codes and not context.shown and denied) and not question.named


def asks_whether_done(question: Question, context: Context) -> bool:
    """Whether it is asked of what was shown if it came about, in words of its own: "is it built?".

    Nothing in it is understood as more than talk, and the page tells no outcome.
    """
    words, cues = question.reading.folded, question.reading.cues
    unclear = question.group == "chat" or question.likely.get(question.intent, 0.0) < _UNCLEAR
    opens = len(words) > 2 and words[0] in clause_words()["yes_or_no"]
    on_it = opens and words[1] in clause_words()["it"] and len(words) <= SHORT
    # "Is there anyone else who has it?"
    on_it = on_it and not clause_words()["anyone"].intersection(words)
    plain = not cues or (question.intent == "person" and not question.sure)
    return (
        on_it and (unclear or bool(cues)) and plain and bool(context.shown) and not question.named
    )


_UNCLEAR = 0.25
