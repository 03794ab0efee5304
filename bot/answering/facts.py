"""Answers that are a fact: when, who, how many, how it works."""

from dataclasses import replace

from bot.answering.answer import Answer, Said, said
from bot.answering.by_whom import BY_WHOM, asks_of_duty, is_of_another_kind, whose_it_is_first
from bot.answering.counting import (
    FIGURES,
    counted_list,
    counts_a_thing,
    is_told,
    lists_too,
    numbers_of,
    of_that_thing,
)
from bot.answering.dated import dated_thing
from bot.answering.desk import Desk, Intent, intents
from bot.answering.fact_lines import TIMES, asks_only_when, only_by_whom, short_fact
from bot.answering.finding import Found, Wanted, find
from bot.answering.follow_ups.pointing import sayings
from bot.answering.lists import mentioned
from bot.answering.order import defining_first, naming_first
from bot.answering.reasons import NO_REASON, besides_itself, gives_no_reason
from bot.answering.terms import names_term
from bot.answering.unsaid import unsaid
from bot.understanding.clauses import clause_words
from bot.understanding.question import Question
from knowledge.marking import marked
from knowledge.models import Kind, NoteKind
from knowledge.rows import NoteRow, StatementRow
from knowledge.text import years

# A statement is shown beside the best one only if it fits nearly as well.
_NEARLY = 0.55
_ASPECT = 2.5
_STRONG_WORDS = 2.2
# How likely a fact must be, among what one municipality may be asked, to be asked of several.
_CLEAR, _OF_ONE = 0.6, frozenset({"fact", "list"})
# Facts that have no line of their own: the first quote answers.
_TOLD_BY_QUOTES = frozenset({"scope", "process", "levels", "basis", "aligned"})


def answer_fact(desk: Desk, question: Question, intent: Intent) -> Answer:
    """The statements that answer what is asked, or that the page does not say."""
    counted = question.kinds if intent.name == "count" else ()
    anything = intent.name == "count" and not question.kinds
    wanted = Wanted(
        # A number of nothing named is one of any sort: "hur många ska vi bli?"
        aspects=(*intent.aspects, *(intent.near if anything else ())),
        near=intent.near,
        counted=counted,
        kinds=(*question.kinds, *(kind for group in intent.kinds for kind in group)),
        topics=question.topics,
        words=question.words,
    )
    found = find(desk.store, question.covered, wanted)
    fitting = [one for one in found if _fits(one, intent)]
    if intent.name in FIGURES and counts_a_thing(question):
        fitting = of_that_thing(question, found)
        if not fitting:
            return desk.not_in_sources(question.covered)
    if intent.name == "reason":
        fitting = besides_itself(question, fitting)
    if intent.name in BY_WHOM:
        fitting = whose_it_is_first(desk, question, fitting)
    if intent.name in TIMES:
        fitting = _not_replaced(desk, fitting, targets=len(question.covered) == 1)
    if anything:
        fitting = numbers_of(desk, question, fitting)
    if counted and (not is_told(question, fitting) or lists_too(question)):
        in_list = counted_list(desk, question)
        if in_list.statements or not is_told(question, fitting):
            # The 21 goals are counted by the page and named nowhere.
            return in_list
    if intent.name == "document" and (not fitting or _asks_for_page(question)):
        return _page(desk, question)
    if not fitting and intent.name == "decides" and asks_of_duty(question):
        # Who is to carry it out is told where it is told how that is done.
        return answer_fact(desk, question, intents()["breakdown"])
    if not fitting:
        # Where it is clear what is asked, a sentence that shares some words is no answer to it.
        near = None if question.sure else mentioned(desk, question, found)
        return near or desk.not_in_sources(question.covered)
    if intent.name == "reason" and gives_no_reason(desk, question, fitting):
        return replace(desk.not_in_sources(question.covered), short=NO_REASON)
    if intent.name in TIMES and (dated := dated_thing(desk, question)):
        return desk.answer(short_fact(desk, question, intent, [dated], None), [dated])
    statements, note = _rows(desk, question, fitting, intent)
    if intent.name in BY_WHOM:
        # Who chose the focus areas has not adopted the vision.
        statements = [row for row in statements if not is_of_another_kind(desk, question, row)]
    speaker: list[StatementRow] = []
    if intent.name == "person" and _asks_what_is_said(question) and statements[0].person:
        speaker = statements[:1]
        said_too = sayings(desk, question, statements[0])
        # Who it is stands first where that is asked besides: "who is …, and what does he say?".
        statements = [*statements[:1], *said_too] if _asks_who(question) else said_too
        statements = list(dict.fromkeys(statements))
    if intent.name in {"decided", "decides"} and asks_only_when(question):
        # Who decided is no answer to when.
        line = only_by_whom(question, statements)
        statements = [row for row in statements if years(row.original)]
        if line and not statements:
            return replace(desk.not_in_sources(question.covered), short=line)
    if not statements:
        return desk.not_in_sources(question.covered)
    statements = defining_first(desk, question, statements)
    if intent.name in _TOLD_BY_QUOTES | {"steering"}:
        statements = naming_first(question, statements)
    if intent.name == "process" and "ask.when" in question.reading.cues:
        # "När togs det fram?": what tells a year of it first.
        statements = sorted(statements, key=lambda row: not years(row.original))
    short = (
        unsaid(question, intent, statements, note)
        or short_fact(desk, question, intent, speaker or statements, note)
        or _lead(question, statements)
    )
    notes: list[Said | NoteRow] = [note] if note else []
    notes += desk.silence(question.covered, statements)
    return desk.answer(short, statements, notes=notes, asked=_ASKED.get(intent.name, ()))


def _asks_what_is_said(question: Question) -> bool:
    cues = question.reading.cues
    words = set(question.reading.folded)
    says = bool(words & clause_words()["says"] and words & clause_words()["person"])
    return says or ("ask.exists" in cues and not _asks_who(question))


def _asks_who(question: Question) -> bool:
    return "ask.who" in question.reading.cues


def _not_replaced(desk: Desk, fitting: list[Found], *, targets: bool) -> list[Found]:
    """Without what has been replaced: its time tells nothing of how long the rest applies.

    Nor does the year of a target; of one municipality that is said, beside others it is left out.
    """
    rows = desk.store.statements([one.entry for one in fitting])
    gone = {
        entry
        for entry, row in rows.items()
        if row.replaced_by is not None
        or (row.target_year and not (targets or row.valid_from or row.valid_until))
    }
    return [one for one in fitting if one.entry not in gone]


_LEAD = marked("This is what {place} says:")


def _lead(question: Question, statements: list[StatementRow]) -> Said | None:
    """Who speaks, where there is no short answer; several municipalities have headings."""
    places = {statement.municipality.name for statement in statements}
    if len(places) != 1:
        return None
    asks_meaning = "ask.meaning" in question.reading.cues
    if asks_meaning and names_term(statements[0], question):
        return said("This is how {place} explains it:", place=places.pop())
    return said(_LEAD, place=places.pop())


def leads_only(short: Said | NoteRow | None) -> bool:
    """Whether a first line tells who speaks and answers nothing."""
    return isinstance(short, Said) and short.text == _LEAD


def fact_asked(question: Question) -> Intent | None:
    """The fact that several are asked for ("which were adopted?"): its cue stands in the text.

    How likely it is, is weighed among facts and lists alone, as if one municipality were asked.
    """
    if question.kinds[:1] == (Kind.STEERING,):
        return intents()["steering"]
    cues = question.reading.cues
    # "Who has decided on a water plan?" asks for the municipality; "who decided?" for somebody.
    about = question.topics or question.narrow or question.strange
    asks_who = "ask.who" in cues and bool(about) and not question.covered
    told = {
        name: question.likely.get(name, 0.0)
        for name, one in intents().items()
        if one.shape in _OF_ONE and not (asks_who and name in BY_WHOM)
    }
    likeliest = max(told, key=told.__getitem__)
    if "ask.replaced" in cues and "population" in question.topics:
        # "Who has removed a population target?" names what was removed besides.
        return intents()["replaced"]
    facts = {name: share for name, share in told.items() if intents()[name].shape == "fact"}
    for name in ("replaced", "decided"):
        if f"ask.{name}" in cues and max(facts, key=facts.__getitem__) == name:
            # "Who has changed its vision?" asks for more than who has one.
            return intents()[name]
    fact = intents()[likeliest]
    cued = bool({f"ask.{likeliest}", f"kind.{likeliest}"} & cues)
    clear = told[likeliest] >= _CLEAR * sum(told.values())
    return fact if cued and clear and fact.aspects and likeliest != "count" else None


def _asks_for_page(question: Question) -> bool:
    """Whether the municipality's page is asked for, and no document that it links to."""
    cues = question.reading.cues
    return "kind.page" in cues and "kind.plan" not in cues


def _page(desk: Desk, question: Question) -> Answer:
    """Where a plan names no document of its own, the page itself is what can be read."""
    shown = []
    for place in question.covered:
        here = desk.store.of_kinds(place.code, [Kind.VISION, Kind.MISSION, Kind.GOAL])
        shown += [row for row in here if row.replaced_by is None][:1]
    return desk.answer(
        said("It is on the municipality's own page; the link is below."),
        shown,
        asked=(NoteKind.OLDER,),
    )


_ASKED = {"document": (NoteKind.OLDER,), "replaced": (NoteKind.OLDER,)}


def _fits(one: Found, intent: Intent) -> bool:
    """Whether an entry answers the aspect itself, or holds just what was asked by its words."""
    if any(f"k:{kind}" in one.terms for group in intent.kinds for kind in group):
        return True
    return one.by("a:") >= _ASPECT or one.by("n:") > 0 or one.by("w:") >= _STRONG_WORDS


def _rows(
    desk: Desk, question: Question, fitting: list[Found], intent: Intent
) -> tuple[list[StatementRow], NoteRow | None]:
    """The statements to show, each municipality its own, and the note that answers, if one does."""
    entries: list[int] = []
    # Who counts goals and goal areas asks for two numbers.
    most = max(intent.most, len(question.kinds)) if intent.name == "count" else intent.most
    for place in question.covered:
        own = [one for one in fitting if one.municipality == place.code]
        if own:
            entries += [o.entry for o in own if o.score >= _NEARLY * own[0].score][:most]
    rows = desk.store.statements(entries)
    statements = [rows[entry] for entry in entries if entry in rows]
    notes = {note.entry: note for note in desk.notes([p.code for p in question.covered])}
    shown = {statement.id for statement in statements}
    answering = [notes[one.entry] for one in fitting if one.entry in notes]
    note = next((n for n in answering if not statements or shown & set(n.statements)), None)
    if note:
        concerned = [desk.store.statement(name) for name in note.statements]
        if not statements:
            statements = [row for row in concerned[:2] if row]
    return statements[: max(intent.most, 2) * len(question.covered)], note
