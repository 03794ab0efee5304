"""A year that is all that is asked about, of nobody: "2035", "vad gäller från januari 2024?"."""

from bot.answering.desk import Desk
from bot.answering.finding import Wanted, find_anywhere
from bot.understanding.question import Question
from knowledge.text import stem


def asks_of_a_year(desk: Desk, question: Question) -> bool:
    """Whether all that is named stands with the year in one statement."""
    reading = question.reading
    subject = question.kinds or question.topics or question.narrow or question.counties
    other = any(cue.startswith("else.") for cue in reading.cues)
    if not reading.years or question.named or subject or other:
        return False
    asks = {
        stem(reading.folded[at])
        for hit in reading.hits
        if hit.group.startswith(("ask.", "state."))
        for at in range(hit.start, hit.end)
    }
    years = {str(year) for year in reading.years}
    named = question.words - asks | years
    told = {f"w:{word}" for word in named}
    found = find_anywhere(desk.store, Wanted(words=named))
    return any(told <= one.terms.keys() for one in found)
