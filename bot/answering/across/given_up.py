"""A number that nobody aims at any longer: "Which municipality wants 40,000 inhabitants?"."""

from bot.answering.across.years import ByPlace, is_gone
from bot.answering.answer import Said, said
from bot.understanding.figures import figure_asked
from bot.understanding.question import Question
from knowledge.models import Kind

_AIMS = frozenset({Kind.GOAL, Kind.VISION})


def given_up(question: Question, found: ByPlace) -> Said | None:
    """The line that those who aimed at the number asked for have given it up."""
    figure, cues = figure_asked(question.reading), question.reading.cues
    aims = "ask.want" in cues or bool(_AIMS.intersection(question.kinds))
    if figure is None or not aims or "ask.replaced" in cues:
        return None
    # Beside what is gone stands what came in its place, with no such number.
    named = f"{figure // 1000} {figure % 1000:03}"
    told = [row for rows in found.values() for row in rows if named in row.original]
    if not told or not all(map(is_gone, told)):
        return None
    places = tuple(dict.fromkeys(row.municipality.name for row in told))
    return said("None any longer: it was an aim of {places}.", places=places)
