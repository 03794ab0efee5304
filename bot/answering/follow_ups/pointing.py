"""Answers to what points into the last answer: which of its list, or the person it named."""

from collections.abc import Sequence

from bot.answering.answer import Answer, Both, Of, Said, one_after_other, said
from bot.answering.desk import Desk, intents
from bot.answering.fact_lines import short_fact
from bot.answering.finding import Wanted, find
from bot.answering.gaps import of_another
from bot.answering.lists import heading
from bot.answering.newest import marked_new
from bot.answering.statements import explained, explaining
from bot.answering.terms import names_term
from bot.answering.topics import holds
from bot.understanding.clauses import clause_words
from bot.understanding.context import Context
from bot.understanding.elliptical import EVERYWHERE
from bot.understanding.question import CHAT, OFF, Question
from bot.understanding.quotations import quotations
from knowledge.marking import marked
from knowledge.models import Aspect, Kind
from knowledge.rows import StatementRow
from knowledge.text import stem, stems, words

_SHORT, _FEW = 8, 4
_WHOLES = frozenset({Kind.VISION, Kind.MISSION})
_SHOWN = 6
# What a statement weighs that is on the topic itself, not near it.
_ON_TOPIC = 1.5
# What may be asked of a person who was quoted; their age or how long they stay is nowhere.
_SAYINGS = frozenset(
    ("person", "goals", "vision", "topic", "explain", "meaning", "follow", "more", "across", "why")
)


def among(
    desk: Desk, question: Question, listed: Sequence[StatementRow], context: Context
) -> Answer | None:
    """Those of a list just shown that are asked for: "which of them is about children?".

    None where none of the list is meant, so that the question may be asked anew.
    """
    asked = intents().get(question.intent)
    is_fact = asked is not None and asked.shape == "fact" and question.sure
    explains = question.intent == "meaning" and _is_another_word(desk, question, listed)
    if is_fact or explains or not _points_at_list(question, context):
        return None
    # "Which of them is the newest?" is the one that the page calls new.
    found = marked_new(question, listed) or [row for row in listed if _is_meant(row, question)]
    if not found or len(found) == len(listed):
        return None
    return desk.answer(heading(desk, found), found)


def _points_at_list(question: Question, context: Context) -> bool:
    reading = question.reading
    if reading.mentions or question.counties or len(context.listed) < 2 or len(context.codes) != 1:
        return False
    if context.intent in EVERYWHERE and question.intent in EVERYWHERE:
        # "And which ones don't?" is asked of all, though one of them was looked at.
        return False
    spelled = reading.folded
    which = bool(spelled) and spelled[0] in clause_words()["which"]
    if len(spelled) <= _FEW and which and not question.kinds:
        return True
    them = clause_words()["them"].intersection(spelled)
    return len(spelled) <= _SHORT and bool(them) and (which or bool(question.topics))


def _is_meant(row: StatementRow, question: Question) -> bool:
    """Whether a statement is on the topic asked for, or has a word of the question."""
    if question.topics:
        return bool(set(question.topics) & set(row.topics))
    if question.narrow:
        return holds(row, question)
    told = {stem(word.folded) for word in words(f"{row.original} {row.translation}")}
    plain = clause_words()["which"] | clause_words()["them"] | clause_words()["that"]
    asked = {
        stem(word.folded)
        for word in question.reading.words
        if word.folded not in plain and len(word.folded) >= _TELLING
    }
    return bool(asked & told)


# "Which is the new one?": shorter words tell nothing.
_TELLING = 3


def said_by(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """What the person says whom the last answer named: "and what does he say of the vision?"."""
    spelled = set(question.reading.folded)
    if question.reading.mentions or not spelled & clause_words()["person"]:
        return None
    speaker = next((row for row in shown if row.person), None)
    if speaker is None and question.intent in {"status", "person"}:
        # "Who said so?", "is he still there?": the one whom the page names.
        speaker = _speaker(desk, shown)
    if speaker is None or question.intent in CHAT | OFF:
        return None
    published = speaker.source.published
    if "ask.when" in question.reading.cues and published and spelled & clause_words()["says"]:
        # "When did he say that?" is known to the day of the page and no longer.
        of = Of((speaker.municipality.name,))
        day = said("{of} page was published on {date}.", of=of, date=published)
        line = one_after_other(said("The page does not say when that was."), day)
        return desk.answer(line, list(shown))
    if question.intent == "status":
        # Whether someone is in office still is told of the person, not of the plan.
        return _told_of(desk, question, [speaker])
    if question.intent not in _SAYINGS and not spelled & clause_words()["says"]:
        # "How old is he?" is told of nobody; when the page came out is asked in clear words.
        return None if question.sure else desk.not_in_sources([speaker.municipality])
    return _told_of(desk, question, sayings(desk, question, speaker))


def _told_of(desk: Desk, question: Question, rows: list[StatementRow]) -> Answer:
    """Who speaks, in one line, and what they say."""
    return desk.answer(short_fact(desk, question, intents()["person"], rows, None), rows)


def meaning_of_last(
    desk: Desk, question: Question, shown: Sequence[StatementRow], context: Context
) -> Answer | None:
    """What the page says to explain what was just shown: "what does that mean?"."""
    if question.intent not in {"meaning", "explain"} or question.reading.mentions:
        return None
    subject = question.kinds or question.topics or question.narrow or question.strange
    if subject or len(question.reading.words) > _SHORT or quotations(question.reading.text):
        return None
    children = desk.store.children([row.id for row in shown])
    if named := [row for row in children if names_term(row, question)]:
        # "What does together mean there?" asks of one word of the vision.
        return explaining(desk, named)
    one_place = len({row.municipality.code for row in shown}) == 1
    if _is_another_word(desk, question, shown):
        return None
    whole = [row for row in shown if row.kind is shown[0].kind]
    if one_place and shown[0].kind in _WHOLES and (context.intent == "overview" or whole == shown):
        # A vision in three sentences is one vision.
        return explained(desk, whole)
    about_one = len(shown) == 1 or context.intent == "topic"
    return explained(desk, shown[:1]) if about_one else None


def where_it_says(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """What was just shown, with its link: "where does it say that?"."""
    if question.intent != "document" or question.reading.mentions:
        return None
    spelled = set(question.reading.folded)
    other = question.kinds or question.topics or question.narrow or question.counties
    if spelled & clause_words()["fetches"]:
        # A document that can be fetched is asked for, which the page may name.
        return None
    that = spelled & clause_words()["that"] and not spelled & clause_words()["newer"]
    bare = len(question.reading.words) == 1
    if other or not (that or bare) or len(question.reading.words) > _SHORT:
        return None
    return desk.answer(said("It is on the municipality's own page; the link is below."), shown)


def _is_another_word(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> bool:
    """Whether a word is asked about that the page explains elsewhere: "what does RUS mean?"."""
    codes = {row.municipality.code for row in shown}
    here = (row for code in codes for row in desk.store.of_kinds(code, list(Kind)))
    return any(names_term(row, question) for row in here)


def who_said(desk: Desk, question: Question, shown: Sequence[StatementRow]) -> Answer | None:
    """Whose words were just shown, where that is asked: "who said that?"."""
    words = question.reading.words
    if question.reading.mentions or question.intent != "person" or len(words) > _FEW:
        return None
    if "ask.who" not in question.reading.cues and _asks_to_quote(question):
        return desk.answer(None, shown)
    if "ask.who" in question.reading.cues and (note := of_another(desk, shown)):
        return desk.answer(note, shown, notes=[note])
    spoken = [row for row in shown if row.person]
    speaker = None if spoken else _speaker(desk, shown)
    if speaker and clause_words()["quoted"].intersection(question.reading.folded):
        # "Who is quoted?" asks for whomever the page quotes.
        return _told_of(desk, question, sayings(desk, question, speaker))
    if spoken:
        here = desk.store.of_kinds(spoken[0].municipality.code, list(Kind))
        named = [row for row in here if row.person == spoken[0].person and Aspect.ROLE in row.about]
        return _told_of(desk, question, list(dict.fromkeys([*named, *spoken])))
    return desk.answer(
        said("These are the municipality's own words; the page names no one for them."),
        shown,
        notes=_who_speaks(desk, shown),
    )


def _asks_to_quote(question: Question) -> bool:
    """Whether what was shown is to be quoted: "quote it", "citera det"."""
    words = question.reading.folded
    quotes = clause_words()["quotations"].intersection(words[:1])
    return bool(quotes) and bool(clause_words()["that"].intersection(words))


def _who_speaks(desk: Desk, shown: Sequence[StatementRow]) -> list[Said]:
    """Whom else the page quotes, beside words that are nobody's."""
    speaker = _speaker(desk, shown)
    if speaker is None or speaker.role is None:
        return []
    role = Both(speaker.role, speaker.role_translation or speaker.role)
    text = marked("Elsewhere on the page {person}, {role}, is quoted.")
    return [said(text, person=speaker.person or "", role=role)]


def _speaker(desk: Desk, shown: Sequence[StatementRow]) -> StatementRow | None:
    here = desk.store.of_kinds(shown[0].municipality.code, list(Kind))
    return next((row for row in here if row.person and row.role), None)


def sayings(desk: Desk, question: Question, speaker: StatementRow) -> list[StatementRow]:
    """What the speaker says, what was asked about first."""
    place = speaker.municipality
    own = {
        row.entry: row
        for row in desk.store.of_kinds(place.code, list(Kind))
        if row.person == speaker.person
    }
    wanted = Wanted(kinds=question.kinds, topics=question.topics, words=question.words)
    matches = [one for one in find(desk.store, [place], wanted) if one.entry in own]
    ranked = [one.entry for one in matches]
    on_it = [one.entry for one in matches if one.by("t:") >= _ON_TOPIC]
    if question.topics and on_it:
        # Of the employees is asked, not of all that was ever said.
        return [own[entry] for entry in on_it][:_SHOWN]
    every = [own[entry] for entry in dict.fromkeys((*ranked, *own))]
    return (_naming_the_kind(question, every) or every)[:_SHOWN]


def _naming_the_kind(question: Question, rows: Sequence[StatementRow]) -> list[StatementRow]:
    """Those that name the kind asked about, in its word there: "vad säger han om visionen?"."""
    reading = question.reading
    named = {stem(reading.folded[at]) for hit in reading.kinds for at in range(hit.start, hit.end)}
    return [row for row in rows if named & stems(f"{row.original} {row.translation}")]
