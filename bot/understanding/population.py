"""How many people there are today, which no plan tells, beside how many there are to be."""

from bot.understanding.clauses import clause_words
from bot.understanding.reading import Reading


def asks_for_population(reading: Reading) -> bool:
    """Whether nothing but a place's population is asked for: "population of Jokkmokk"."""
    asking, told = reading.asking, clause_words()
    people = {
        at
        for hit in reading.hits
        if hit.group in {"topic.population", "ask.population"}
        for at in range(hit.start, hit.end)
    }
    little = told["around_population"]
    rest = [
        reading.folded[at]
        for at in range(asking.start, asking.end)
        if at not in people and at not in reading.named
    ]
    asks = not told["asks_population"].isdisjoint(rest)
    return bool(people) and asks and little.issuperset(rest)
