"""How many people there are today, which no plan tells, beside how many there are to be."""

from bot.understanding.clauses import clause_words
from bot.understanding.figures import figure_asked
from bot.understanding.reading import Reading


def asks_for_population(reading: Reading) -> bool:
    """Whether nothing but a place's population is asked for: "population of Jokkmokk"."""
    asking, told = reading.asking, clause_words()
    people = _people(reading)
    little = told["around_population"]
    rest = [
        reading.folded[at]
        for at in range(asking.start, asking.end)
        if at not in people and at not in reading.named
    ]
    asks = not told["asks_population"].isdisjoint(rest)
    return bool(people) and asks and little.issuperset(rest)


def counts_who_works(reading: Reading) -> bool:
    """Whether people are counted for their work: "How many people work in Värnamo?"."""
    asked = reading.folded[reading.asking.start : reading.asking.end]
    told = clause_words()
    first = bool(asked) and asked[0] in told["how"]
    counts = first and not told["counts"].isdisjoint(asked) and reading.mentions
    # "Employed" itself is a topic's word.
    named = (hit for hit in reading.hits if hit.names_thing)
    things = reading.kinds or any(
        reading.folded[hit.start] not in told["is_employed"] for hit in named
    )
    return bool(counts) and not told["is_employed"].isdisjoint(asked) and not things


def says_how_many_there_are(reading: Reading) -> bool:
    """Whether so many people are said to be there, and not aimed at: "Har Ljungby 35 000?"."""
    if figure_asked(reading) is None or reading.years:
        return False
    told, beside = clause_words(), _people(reading) | reading.named
    asked = range(reading.asking.start, reading.asking.end)
    rest = {reading.folded[at] for at in asked if at not in beside}
    rest = {word for word in rest if not word.isdigit()}
    little = told["having"] | told["does"] | told["municipality"] | told["now"] | told["they"]
    has = told["having"].intersection(rest)
    return bool(has) and (little | told["people_there"]).issuperset(rest)


def _people(reading: Reading) -> set[int]:
    """The positions of the words for those who live there."""
    return {
        at
        for hit in reading.hits
        if hit.group in {"topic.population", "ask.population"}
        for at in range(hit.start, hit.end)
    }
