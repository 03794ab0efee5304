"""Answers that are a list: the goals, the visions, the focus areas of a municipality."""

from collections.abc import Mapping, Sequence
from functools import cache

from bot.answering.answer import Answer, Both, Label, Of, Said, one_after_other, said
from bot.answering.desk import Desk, Intent, intents
from bot.answering.finding import Found, Wanted, find
from bot.answering.gaps import gaps_of, miscounted, not_named
from bot.answering.labelled import of_the_label
from bot.answering.newest import marked_new
from bot.answering.notes import concerns
from bot.answering.statements import explained
from bot.understanding.ordinals import first_few, numbered
from bot.understanding.question import Question
from bot.understanding.subjects import both_asked
from knowledge.models import Kind, Municipality, NoteKind, Status
from knowledge.rows import NoteRow, StatementRow, ordered
from knowledge.text import stem


def answer_list(desk: Desk, question: Question, intent: Intent) -> Answer:
    """Every statement of the kinds asked for, of each municipality named."""
    shown: list[StatementRow] = []
    missing: list[Municipality] = []
    for place in question.covered:
        found = listed(desk, question, intent, place)
        shown += found
        if not found:
            missing.append(place)
    if not shown:
        return _instead(desk, question, intent)
    few = first_few(question.reading) if len(question.covered) == 1 else None
    if few and abs(few) < len(shown):
        some = shown[:few] if few > 0 else shown[few:]
        line = said("{number} of {all}:", number=len(some), all=len(shown))
        return desk.answer(line, some)
    alone = len(question.covered) == 1 and not few
    number = numbered(question.reading) if alone else None
    if number and abs(number) <= len(shown):
        one = [shown[number - 1 if number > 0 else number]]
        return explained(desk, one, alone=heading(desk, one))
    shown = marked_new(question, shown) or shown
    if not {row.kind for row in shown} & _ONE_IN_PARTS:
        shown = of_the_label(desk, question, shown)
    if intent.kinds[0][0] in _SPOKEN_OF:
        spoken = _spoken_of(desk, question)
        if intent.kinds[0][0] in {row.kind for row in shown}:
            # Beside the priorities themselves a goal that holds the word is none of them.
            spoken = [row for row in spoken if row.kind in {*intent.kinds[0], *_IN_PASSING}]
        shown = list(dict.fromkeys([*spoken, *shown]))
    notes = _gaps(desk, question, shown, intent)
    return desk.answer(_short(desk, question, shown, notes), shown, notes=notes)


def listing_of(kinds: Sequence[Kind]) -> Intent:
    """The intent that lists the first of these kinds; the goals where none does."""
    return (_listings().get(kinds[0]) if kinds else None) or intents()["goals"]


@cache
def _listings() -> Mapping[Kind, Intent]:
    return {group[0][0]: one for one in intents().values() if (group := one.kinds)}


def listed(
    desk: Desk, question: Question, intent: Intent, place: Municipality
) -> list[StatementRow]:
    """The statements of a municipality that the list holds, in the page's order."""
    groups = _groups(question, intent)
    here = desk.store.of_kinds(place.code, {kind for group in groups for kind in group})
    current = [s for s in here if s.status(desk.day) is not Status.REPLACED]
    found: list[StatementRow] = []
    for group in groups:
        of_group = [statement for statement in current if statement.kind in group]
        if of_group and (not found or _is_asked_beside(group, question, intent)):
            found += of_group
    return ordered(found)


def _is_asked_beside(group: tuple[Kind, ...], question: Question, intent: Intent) -> bool:
    """Whether a list is asked for beside the one found: "its vision and goals"."""
    if not any(kind in question.kinds for kind in group):
        return False
    if both_asked(question.reading):
        return True
    return group not in intent.kinds[1:] and not _is_just_this(question, intent)


def _is_just_this(question: Question, intent: Intent) -> bool:
    """Whether it is clear that one list is asked for, whatever is named beside it."""
    return question.sure and question.intent == intent.name and not both_asked(question.reading)


def _spoken_of(desk: Desk, question: Question) -> list[StatementRow]:
    """Sentences that speak of such things by the question's own words: "aktiviteter", "mått"."""
    found = [
        one
        for one in find(desk.store, question.covered, Wanted(words=question.words))
        if one.by("w:") >= _SPOKEN
    ][:2]
    rows = desk.store.statements([one.entry for one in found])
    return [rows[one.entry] for one in found if one.entry in rows]


# Kinds that a page rather speaks of than lists; a sentence counts from about a rare word.
_SPOKEN_OF, _SPOKEN = frozenset({Kind.ACTION, Kind.INDICATOR, Kind.PRIORITY}), 1.2


def _groups(question: Question, intent: Intent) -> list[tuple[Kind, ...]]:
    """The kinds that the question names first, then those the intent falls back on."""
    own = {kind for group in intent.kinds for kind in group}
    # What is surely asked for, and has nothing in its place, is not found in another list.
    just_this = _is_just_this(question, intent) and len(intent.kinds) == 1
    listable = frozenset[Kind]() if just_this else _LISTABLE
    named = [(kind,) for kind in question.kinds if kind in own or kind in listable]
    if intent.kinds[0] == (Kind.VISION,):
        # "A vision, or just goals?": a mission is nearer to what is missing than goals are.
        return list(dict.fromkeys([*intent.kinds, *named]))
    return list(dict.fromkeys([intent.kinds[0], *named, *intent.kinds]))


_LISTABLE = frozenset({
    Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.VALUE,
    Kind.PERSPECTIVE,
})  # fmt: skip


def _gaps(
    desk: Desk, question: Question, shown: Sequence[StatementRow], intent: Intent
) -> list[NoteRow]:
    """Notes that people reach with the question's words: "it has no vision, but a mission"."""
    places = list(dict.fromkeys(statement.municipality for statement in shown))
    # A bare name has taken the kind over, and none of the words for it.
    words = question.words or {stem(word) for word in intent.words}
    ranked = find(desk.store, places, Wanted(words=words))
    fits = {one.entry: rank for rank, one in enumerate(ranked)}
    by_id = {statement.id: statement for statement in shown}
    ids = by_id.keys()
    notes = desk.notes([place.code for place in places])
    found = [
        note
        for note in notes
        if note.short_sv
        and note.entry in fits
        and ids & set(note.statements)
        and concerns(note, by_id, desk.day)
    ]
    # "The 21 goals" is answered by the note on them, not by that on the areas they belong to.
    return sorted(found, key=lambda note: fits[note.entry])


def _short(
    desk: Desk, question: Question, shown: Sequence[StatementRow], notes: Sequence[NoteRow]
) -> Said | NoteRow | None:
    if len(question.covered) == 1:
        told = not_named(desk, question, shown) or miscounted(desk, shown)
        if first := told or next(iter(notes), None):
            return _above(desk, first, shown)
    if len({statement.municipality.code for statement in shown}) > 1:
        return None
    return heading(desk, shown)


def _above(desk: Desk, note: NoteRow, shown: Sequence[StatementRow]) -> Said | NoteRow:
    """A note above a list; that a period has ended is said of what it is said of."""
    if note.kind is not NoteKind.ENDED or len(shown) > 1:
        return note
    return one_after_other(note, heading(desk, shown))


# A vision in three sentences is one vision.
_ONE_IN_PARTS = frozenset({Kind.VISION, Kind.MISSION, Kind.VALUE})
# What a page says of its goals is none of them.
_IN_PASSING = frozenset({Kind.FACT, Kind.EXPLANATION, Kind.STEERING, Kind.QUOTATION})


def heading(desk: Desk, shown: Sequence[StatementRow]) -> Said:
    """What a list of one municipality's statements is, in one line."""
    place = shown[0].municipality.name
    labels = list(dict.fromkeys(statement.label for statement in shown))
    in_parts = {row.kind for row in shown} == {shown[0].kind} and shown[0].kind in _ONE_IN_PARTS
    if (len(labels) > 1 and not in_parts) or shown[0].kind in _IN_PASSING:
        return said("This is what {place} says:", place=place)
    counted = desk.store.labels[labels[0]].plural is not None
    if len(shown) == 1 or in_parts:
        return said("{of} {label}:", of=Of((place,)), label=Label(labels[0]))
    if counted:
        return said("{place} has {count}:", place=place, count=Label(labels[0], len(shown)))
    return said("This is what {place} says:", place=place)


def _instead(desk: Desk, question: Question, intent: Intent) -> Answer:
    """The page has none of that kind: what it says of it in passing, with its gap, or nothing."""
    wanted = Wanted(
        words={*question.words, *(stem(word) for word in intent.words)},
        topics=question.topics,
        counted=_counted(question, intent),
    )
    found = find(desk.store, question.covered, wanted)
    answer = mentioned(desk, question, found)
    return answer or desk.not_in_sources(question.covered)


def _counted(question: Question, intent: Intent) -> set[Kind]:
    return {*question.kinds, *(intent.kinds[0] if intent.kinds else ())}


def mentioned(
    desk: Desk, question: Question, found: Sequence[Found], most: int = 3
) -> Answer | None:
    """The statements that share rare words with the question, or None where none does."""
    strong = [one for one in found if one.by("w:") >= 1.0 or one.by("n:")]
    if not strong:
        return None
    best = strong[0].score
    entries = [one.entry for one in strong if one.score >= 0.6 * best][:most]
    rows = desk.store.statements(entries)
    notes = [
        note
        for note in desk.notes([place.code for place in question.covered])
        if note.entry in {one.entry for one in strong[:most]}
    ]
    gaps = gaps_of(desk, rows.values()) if question.kinds else []
    for note in notes:
        for statement_id in note.statements[:1]:
            row = desk.store.statement(statement_id)
            if row:
                rows.setdefault(row.entry, row)
    shown = [rows[entry] for entry in entries if entry in rows] or list(rows.values())
    if not shown:
        return None
    # What a page counts and does not name is told first, by whichever words it was asked.
    told = [note for note in (*notes, *gaps) if note.short_sv]
    short = told[0] if told else heading(desk, shown)
    return desk.answer(short, shown, notes=notes)


__all__ = ["Both", "answer_list", "heading", "listed", "mentioned"]
