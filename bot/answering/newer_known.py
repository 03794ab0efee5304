"""What is known of a newer page: that there is one, and what it is on; its text is not here."""

from collections.abc import Collection, Sequence, Set
from functools import lru_cache

from bot.answering.answer import AnyTopic, Said, one_after_other, said
from bot.answering.desk import Desk
from bot.understanding.clauses import clause_words
from bot.understanding.patterns import Hit
from bot.understanding.question import Question
from knowledge.models import Municipality, NoteKind
from knowledge.rows import NoteRow
from knowledge.text import bases, stem, stems, words


def newer_on_topic(desk: Desk, question: Question) -> NoteRow | None:
    """The note on a newer page that is known to be on what is asked about: "folkhälsa"."""
    if len(question.covered) != 1:
        return None
    reading = question.reading
    topics = [hit for hit in reading.hits if hit.names_thing]
    kinds = {(hit.start, hit.end) for hit in reading.kinds}
    things: list[list[set[str]]] = []
    for hit in topics:
        places = (at for at in range(hit.start, hit.end) if _tells(hit, at, kinds))
        named = (reading.folded[at] for at in places)
        # "Vara med och bestämma" shares its "med" and "och" with any note.
        own = [word for word in named if stem(word) in question.words]
        things.append([{stem(base) for base in bases(word)} for word in own])
    # "Health care" is not told of by "public health".
    told = newer_known(desk, question.covered[0])
    return next((note for note in told for thing in things if _is_told(note, thing)), None)


def _is_told(note: NoteRow, thing: Sequence[Set[str]]) -> bool:
    return bool(thing) and all(_tells_of(note, asked) for asked in thing)


def _tells_of(note: NoteRow, asked: Set[str]) -> bool:
    """Whether a note has one of the words, or what one is made of: "folkhälsomål"."""
    told, long = _words_told(note.sv, note.en)
    return bool(asked & told) or any(word.startswith(long) for word in asked)


@lru_cache(maxsize=1024)
def _words_told(swedish: str, english: str) -> tuple[Set[str], tuple[str, ...]]:
    """The stems in a note, and how its long words begin."""
    # Without its last vowel, which another may stand for in a compound.
    parts = (word.folded.rstrip("aeo") for word in words(swedish))
    return stems(swedish) | stems(english), tuple(part for part in parts if len(part) >= _LONG)


# A shorter word is the beginning of many.
_LONG = 6


def _tells(hit: Hit, at: int, kinds: Collection[tuple[int, int]]) -> bool:
    """Whether a word names the topic: "environmental goals" shares its "goals" with any note."""
    return hit.end == hit.start + 1 or (at, at + 1) not in kinds


def newer_instead(desk: Desk, question: Question) -> NoteRow | None:
    """The note on a newer page where it is asked what came instead, and the page does not say."""
    asked = set(question.reading.folded)
    words = clause_words()
    forward = asked & (words["newer"] | words["instead"] | words["follows"])
    if question.intent != "replaced" or not forward or len(question.covered) != 1:
        return None
    return next(iter(newer_known(desk, question.covered[0])), None)


def newer_known(desk: Desk, place: Municipality) -> list[NoteRow]:
    """The notes that tell in one line that there is a newer page."""
    notes = desk.store.notes(place.code)
    return [note for note in notes if note.kind is NoteKind.NEWER and note.short_sv]


def not_its_text(note: NoteRow, missing: Sequence[str] = ()) -> Said:
    """That there is a newer page, and that what follows is not its text.

    `missing` are topics asked about that the page at hand does not name.
    """
    if missing:
        then = said(
            "Its text is not included here. The page I have does not name {topic}; "
            "the nearest is this:",
            topic=AnyTopic(tuple(missing)),
        )
    else:
        then = said("Its text is not included here. The page I have says this:")
    return one_after_other(note, then)
