"""A newer page asked for: that there is one is known, its text is not."""

from dataclasses import replace

from bot.answering.answer import Answer
from bot.answering.desk import Desk
from bot.answering.lists import listed, listing_of
from bot.answering.newer_known import newer_instead, newer_known, not_its_text
from bot.answering.newest import marked_new
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from bot.understanding.subjects import asks_yes_or_no, said_of_kind
from knowledge.models import Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow
from knowledge.text import stems, years

# What may be asked of a newer page as of the one at hand.
_ASKED = frozenset({
    "status", "vision", "goals", "goal_areas", "focus_areas", "priorities", "values", "replaced",
    "overview", "published", "changed", "document", "decided", "absent", "start", "end", "period",
})  # fmt: skip


def answer_newer(desk: Desk, question: Question) -> Answer | None:
    """That there is a newer page of the municipality, where that is asked for."""
    return _told(desk, question, _note_asked(desk, question))


def answer_instead(desk: Desk, question: Question) -> Answer | None:
    """That there is a newer page, where the one at hand does not say what came instead."""
    return _told(desk, question, newer_instead(desk, question))


def _note_asked(desk: Desk, question: Question) -> NoteRow | None:
    """The note on a newer page of the municipality that is asked for, if any is."""
    if len(question.covered) != 1 or question.intent not in _ASKED or _on_topic(question):
        return None
    told = newer_known(desk, question.covered[0])
    if not told:
        return None
    of_year = [note for note in told if _has_year(desk, question, note)]
    if of_year and not asks_yes_or_no(question.reading):
        return of_year[0]
    if named := next((note for note in told if _is_named(desk, question, note)), None):
        return named
    return max(told, key=lambda note: _shared(question, note)) if _asks(desk, question) else None


def _on_topic(question: Question) -> bool:
    """Whether a topic is asked for; "målbild" is the future's and the plan's as such."""
    return bool(set(question.topics) - {"future"})


def _told(desk: Desk, question: Question, note: NoteRow | None) -> Answer | None:
    """That there is a newer page, above what the one at hand says."""
    if note is None:
        return None
    rows = _rows(desk, question)
    if not rows:
        return replace(desk.not_in_sources(question.covered), short=note, asked=(NoteKind.NEWER,))
    return desk.answer(not_its_text(note), rows, notes=[note], asked=(NoteKind.NEWER,))


def _rows(desk: Desk, question: Question) -> list[StatementRow]:
    place = question.covered[0]
    kinds = question.kinds or (Kind.VISION,)
    return listed(desk, question, listing_of(kinds), place)


def _has_year(desk: Desk, question: Question, note: NoteRow) -> bool:
    """Whether a year asked about is the newer page's and none of the plan's own."""
    told = [int(year) for year in years(note.sv)]
    code = question.covered[0].code
    others = [
        year
        for year in question.reading.years
        if not desk.store.matches([code], {f"y:{year}:{kind}" for kind in Kind})
    ]
    return bool(told and others) and all(min(told) <= year <= max(told) for year in others)


def _is_named(desk: Desk, question: Question, note: NoteRow) -> bool:
    """Whether a word of the newer page's title is asked for that the page at hand has not."""
    asked = question.words & stems(note.title or "")
    # "Vision" is a word of other pages too, and that a page has none is told of itself.
    named = [label for label in desk.store.labels if asked & stems(label)]
    asked -= {word for label in named if desk.store.places_with([label]) for word in stems(label)}
    here = desk.store.of_municipality(question.covered[0].code) if asked else ()
    return bool(asked.difference(*(stems(row.original) for row in here)))


def _asks(desk: Desk, question: Question) -> bool:
    """Whether something newer is asked for, and the page itself has nothing that is new."""
    if question.intent == "status":
        asked = set(question.reading.folded)
        return bool(asked & clause_words()["newer"])
    if _says_newer_page(question):
        return True
    asked = set(question.reading.folded)
    where = question.intent in {"document", "published"} and asked & clause_words()["newer"]
    newer = where or said_of_kind(question.reading, "newer")
    return bool(newer) and not marked_new(question, _rows(desk, question))


def _says_newer_page(question: Question) -> bool:
    """Whether it is the page itself that is called newer: "on the newer page"."""
    reading = question.reading
    pages = {hit.start for hit in reading.hits if hit.group == "kind.page"}
    newer = clause_words()["newer"]
    return any(word.folded in newer and at + 1 in pages for at, word in enumerate(reading.words))


def _shared(question: Question, note: NoteRow) -> int:
    return len(question.words & (stems(note.sv) | stems(note.en)))
