"""What a few words say of the last answer as such: less of it, it is wrong, is it sure or good."""

from collections.abc import Sequence, Set

from bot.understanding.clauses import clause_words, says
from bot.understanding.context import Context
from bot.understanding.elliptical import SHORT
from bot.understanding.ordinal_words import listed_words
from bot.understanding.question import Question


def asks_for_less(question: Question) -> bool:
    """Whether a shorter answer is asked for: "kan du ta det kortare?", "sammanfatta"."""
    return _asks_only(question, clause_words()["shorter"])


def asks_for_simpler(question: Question) -> bool:
    """Whether plainer words are asked for: "kan du förklara enklare?"."""
    return _asks_only(question, clause_words()["simpler"])


def _asks_only(question: Question, what: Set[str]) -> bool:
    """Whether nothing but that is asked for, however politely."""
    words, told = set(question.reading.folded), clause_words()
    around = told["around_shorter"] | told["shown_to"]
    explains = told["explains"] if what is told["simpler"] else frozenset[str]()
    return bool(words & what) and words <= what | around | explains


def objects(question: Question) -> bool:
    """Whether it is said that the answer is wrong: "det stämmer inte", "du har fel, de har fyra".

    What comes after the first mark is what is held against it; a question there is one.
    """
    reading, told = question.reading, clause_words()
    if reading.text.rstrip().endswith("?") or reading.mentions:
        return False
    if _thought_another_number(question):
        return True
    first = _first_clause(question, besides=told["fillers"] | told["waits"])
    denied = first & (told["lacks"] | told["cannot"]) and first & (told["so"] | told["believes"])
    wrong = first & ((told["wrong"] | told["forgets"]) - {"false"}) or denied
    little = told["it"] | told["being"] | told["lacks"] | told["fillers"] | told["so"]
    little |= told["cannot"] | told["believes"]
    little |= (
        told["wrong"] | told["forgets"] | told["waits"] | told["around_wrong"] | told["having"]
    )
    return bool(wrong) and first <= little


def _thought_another_number(question: Question) -> bool:
    """Whether another number was thought to be right: "are you sure? I thought five"."""
    reading, told, listed = question.reading, clause_words(), listed_words().numbers
    last = reading.clauses[-1] if reading.clauses else reading.asking
    said = reading.folded[last.start : last.end]
    numbers = {word for word in said if listed.get(word, 0) > 1}
    thought = told["thought"].intersection(said) and told["who_writes"].intersection(said)
    little = told["thought"] | told["who_writes"] | told["having"] | told["they"] | told["it"]
    little |= told["being"] | told["there"] | told["that"]
    return bool(thought and numbers) and set(said) <= little | numbers


def _first_clause(question: Question, besides: Set[str]) -> Set[str]:
    """The words of the first clause that says more than "no"."""
    reading = question.reading
    for clause in reading.clauses:
        said = set(reading.folded[clause.start : clause.end])
        if said - besides:
            return said
    return set()


def asks_whether_sure(question: Question) -> bool:
    """Whether the answer is doubted and not its subject: "är det säkert?", "is that true?"."""
    words, told = question.reading.folded, clause_words()
    sure = told["sure"].intersection(words[1:])
    opens = told["being"].intersection(words[:1]) and told["it"].intersection(words[1:2])
    little = told["sure"] | told["it"] | told["being"] | told["exactly"] | told["around_sure"]
    return bool(sure and opens) and set(words) <= little


def asks_how_good(question: Question, context: Context) -> bool:
    """Whether what was shown is to be judged: "är det en bra vision?", "is it realistic?"."""
    words, told = question.reading.folded, clause_words()
    points = told["it"].intersection(words[1:2])
    opens = told["being"].intersection(words[:1]) and points and len(words) <= SHORT
    if asks_for_opinion(words):
        return len(context.codes) == 1 and bool(question.kinds or context.kinds)
    subject = question.topics or question.narrow or question.named or question.counties
    one = len(context.codes) == 1 and bool(context.shown)
    known = bool(question.kinds or context.kinds)
    return bool(opens and told["judges"].intersection(words)) and one and known and not subject


def asks_for_opinion(words: Sequence[str]) -> bool:
    """Whether the bot's own view is asked for: "what do you think of it?", "vad tycker du?"."""
    told = clause_words()
    thinks = told["thinks"].intersection(words) and told["you"].intersection(words)
    little = told["thinks"] | told["you"] | told["it"] | told["that"] | told["them"]
    little |= told["on"] | told["which"] | told["around_opinion"]
    return bool(thinks) and set(words) <= little


def asks_when_reached(question: Question, context: Context) -> bool:
    """Whether it is asked when what was shown is to be reached: "när ska den nås?"."""
    words = question.reading.folded
    return bool(clause_words()["when"].intersection(words[:1])) and _of_reaching(question, context)


def asks_whether_reached(question: Question, context: Context) -> bool:
    """Whether it is asked if what was shown has been reached: "har de uppnått dem?"."""
    words, told = question.reading.folded, clause_words()
    opens = told["yes_or_no"].intersection(words[:1])
    # "Can they reach it?" asks for no outcome.
    done = told["reached"].intersection(words) or told["did"].intersection(words[:1])
    return bool(opens and done) and _of_reaching(question, context)


def asks_how_far_along(question: Question, context: Context) -> bool:
    """Whether it is asked how far they have come with it: "hur långt har de kommit?"."""
    words, told = question.reading.folded, clause_words()
    opens = told["how"].intersection(words[:1]) and says(question.reading.words[1:2], "far")
    points = told["they"] | told["it"] | told["that"]
    one = len(context.codes) == 1 and bool(context.kinds)
    other = question.topics or question.narrow or question.named
    return bool(opens and told["fares"].intersection(words) and points.intersection(words)) and (
        one and not other
    )


def _of_reaching(question: Question, context: Context) -> bool:
    told = clause_words()
    words = set(question.reading.folded)
    reach = words & (told["reached"] | told["reach"])
    points = words & (told["it"] | told["they"] | told["them"])
    other = bool(question.topics or question.narrow or question.named or question.counties)
    other = other or bool(question.reading.years or words & told["how"])
    one = len(context.codes) == 1 and bool(context.kinds or question.kinds)
    return bool(reach and points) and one and len(words) <= SHORT and not other
