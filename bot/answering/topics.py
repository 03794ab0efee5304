"""Answers about a topic: what a municipality says of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.answering.across.wording import stands_together
from bot.answering.answer import Answer, AnyTopic, Said, TopicName, one_after_other, said
from bot.answering.answer import Word as AsWord
from bot.answering.desk import Desk, Intent
from bot.answering.echo import own_words
from bot.answering.finding import Found, Wanted, find
from bot.answering.literally import that_say, word_asked
from bot.answering.newer_known import newer_on_topic, not_its_text
from bot.answering.order import goals_first
from bot.understanding.question import Question
from bot.understanding.subjects import subjects, topics_named
from knowledge.marking import marked
from knowledge.models import Aspect, Kind, Language
from knowledge.rows import StatementRow
from knowledge.text import folded_words, stem, stems

# Topics that any plan is about: they tie nothing to what is asked.
OF_ANY_PLAN = frozenset({"future", "governance", "people"})
# Shown are statements that fit at least this well beside the best, and at most so many.
_NEARLY, _MOST = 0.5, 6
# Without a topic, words must carry the answer: about two rare words, or one very telling.
_WORDS_ALONE = 1.15
# A goal says more about a topic than a sentence that explains another goal.
_HEADS = {
    Kind.VISION, Kind.MISSION, Kind.GOAL, Kind.GOAL_AREA, Kind.FOCUS_AREA, Kind.PRIORITY,
    Kind.VALUE,
}  # fmt: skip
_HEAD = 0.5
# What is likely to stand nowhere is not answered with what is near it.
_DOUBTFUL, _UNLIKELY = 0.3, 0.5


def answer_topic(desk: Desk, question: Question, intent: Intent) -> Answer:
    """What the municipalities named say about the question's topics and words."""
    found = [one for place in question.covered for one in fitting(desk, question, [place])]
    if not found and question.narrow and (beside := topics_named(question.reading)):
        # "We from SFI wonder, is there anything on diversity?"
        question = replace(question, topics=beside, narrow=())
        every = (one for place in question.covered for one in fitting(desk, question, [place]))
        found = [one for one in every if is_about(one, question)]
    rows = desk.store.statements([one.entry for one in found])
    statements = [rows[one.entry] for one in found if one.entry in rows]
    word = word_asked(question)
    if word and (used := that_say(desk, question, word, question.covered)):
        return desk.answer(None, [row for here in used.values() for row in here][:_MOST])
    if not statements:
        return desk.not_in_sources(question.covered)
    if word and len(question.covered) == 1:
        place = question.covered[0].name
        short = said(
            "{place} does not use the word {word}; the nearest is this:",
            place=place, word=AsWord(word.lower),
        )  # fmt: skip
        return desk.answer(short, statements)
    notes = desk.silence(question.covered, statements)
    # A thing within a topic is held to the page; else what fits is on the topic, or only near it.
    near = bool(question.topics) and not any(map(being_on(question), statements))
    short = _short(question, statements, near=near)
    if note := newer_on_topic(desk, question):
        # Whoever says nothing of the climate on one page may have goals for it on a newer one.
        short = not_its_text(note, question.topics if near else ())
    near_last = only_near(question, statements)
    shown = goals_first(desk, question, statements)
    shown.sort(key=lambda row: row.municipality.name in near_last)
    return desk.answer(short, shown, notes=notes)


def fitting(desk: Desk, question: Question, places: list) -> list[Found]:  # type: ignore[type-arg]
    """The entries of a municipality that are on the topic or hold the words, the best first."""
    if question.narrow and not question.topics:
        # "Wind power" is answered by who writes of it, not by all who write of energy.
        here = [row for place in places for row in desk.store.of_municipality(place.code)]
        held = [row for row in here if holds(row, question)]
        return [Found(row.municipality.code, row.entry) for row in held][:_MOST]
    absent = question.likely.get("absent", 0.0)
    # Where a topic is named, or it may well stand nowhere, "goal" and "vision" tell nothing.
    telling = own_words(question) if question.topics or absent >= _DOUBTFUL else question.words
    words = {word for word in telling if not word.isdigit()}
    aspects = [Aspect.CHALLENGE] if _asks_for_challenges(question) else []
    wanted = Wanted(aspects, topics=question.topics, words=words, kinds=question.kinds)
    weighed = find(desk.store, places, wanted)
    found = [one for one in weighed if is_about(one, question) or one.by("a:") > 0]
    if question.strange and not question.topics:
        # What is asked about is a word of its own: sharing only those around it is no answer.
        asked = {f"w:{word}" for word in question.strange}
        found = [one for one in found if asked & one.terms.keys()]
    own = {f"t:{topic}" for topic in question.topics}
    if question.topics and absent < _UNLIKELY and not any(own & one.terms.keys() for one in found):
        # Nothing on the topic itself: what is said of one that is asked for in the same words,
        # beside what shares some of them.
        found = [one for one in weighed if one in found or one.by("t:") > 0]
    if not found and absent < _UNLIKELY and not question.topics:
        found = _holding_all(desk, weighed, words)
    for one in found:
        one.score += _HEAD * any(f"k:{kind}" in one.terms for kind in _HEADS)
    found.sort(key=lambda one: (-one.score, one.entry))
    return [one for one in found if one.score >= _NEARLY * found[0].score][:_MOST]


def _holding_all(desk: Desk, weighed: Iterable[Found], words: set[str]) -> list[Found]:
    """What has every word asked for in its text, however common it is: "medborgare"."""
    terms = {f"w:{word}" for word in words}
    rows = desk.store.statements([one.entry for one in weighed if terms <= one.terms.keys()])
    return [
        one
        for one in weighed
        if (row := rows.get(one.entry)) and words <= stems(row.original) | stems(row.translation)
    ]


def _asks_for_challenges(question: Question) -> bool:
    return "ask.challenge" in question.reading.cues


def holds(row: StatementRow, question: Question) -> bool:
    """Whether a statement holds all the words of one of the things asked about."""
    return _holds_one(row, question.language, question.narrow)


def _holds_one(
    row: StatementRow, language: Language | None, things: Iterable[Iterable[str]]
) -> bool:
    """Whether all the words of one of the things stand in a statement.

    Of a Swedish question they must stand in the Swedish: "samer" is not "same".
    """
    text = row.original if language == "sv" else f"{row.original} {row.translation}"
    held = frozenset(folded_words(text))
    sought = ([_singular(word) for word in one] for one in things)
    return any(all(_inflects(held, word) or _begins(held, word) for word in one) for one in sought)


def _singular(asked: str) -> str:
    """An English plural without its ending: "stories" has "story" in it, and not "stor"."""
    return f"{asked[:-3]}y" if asked.endswith("ies") and len(asked) > _SHORTEST_BODY else asked


def _inflects(held: Iterable[str], asked: str) -> bool:
    """Whether a form of the word is held: "lön" in "löner", but not "samer" in "samt"."""
    body = stem(asked)
    forms = [word for word in held if stem(word) == body]
    if len(body) >= _SHORTEST_BODY:
        return bool(forms)
    return any(word.startswith(asked) or asked.startswith(word) for word in forms)


def _begins(held: Iterable[str], asked: str) -> bool:
    """Whether a compound begins so: "löner" in "lönesumma", but not "samer" in "samtliga"."""
    body = asked[: max(_SHORTEST_BODY, len(stem(asked)))]
    return len(asked) >= _SHORTEST_BODY and any(word.startswith(body) for word in held)


_SHORTEST_BODY = 4


def being_on(question: Question) -> Callable[[StatementRow], bool]:
    """Tells whether a statement is on a topic asked about, or says what names it in its text.

    The words by which a statement is looked for are not its own: no "meeting place" is named by
    who writes of a meeting.
    """
    asked, says = set(question.topics), saying(question)
    return lambda row: not asked.isdisjoint(row.topics) or says(row)


def saying(question: Question) -> Callable[[StatementRow], bool]:
    """Tells whether all the words stand in a statement by which the question names a topic."""
    named = named_by(question)

    def says(row: StatementRow) -> bool:
        # "More residents" are not named by who writes of residents and of something more.
        things = (words for words in named if _together(row, words))
        return _holds_one(row, question.language, things)

    return says


def named_by(question: Question) -> list[tuple[str, ...]]:
    """The words by which the question names what it asks about, thing by thing.

    "The climate, and not just the environment": what stands beside what is asked is not it.
    """
    reading = question.reading
    return [reading.folded[hit.start : hit.end] for hit in subjects(reading, anywhere=True)]


def _together(row: StatementRow, words: Sequence[str]) -> bool:
    return len(words) == 1 or any(
        stands_together([stem(word) for word in words], text)
        for text in (row.original, row.translation)
    )


def is_about(one: Found, question: Question) -> bool:
    """Whether an entry is on one of the topics, or holds enough of the question's words."""
    if question.topics:
        own = sum(f"t:{topic}" in one.terms for topic in question.topics)
        return own > 0 or one.by("w:") >= _WORDS_ALONE
    return one.by("w:") >= _WORDS_ALONE


def _short(question: Question, statements: Sequence[StatementRow], *, near: bool) -> Said:
    places = tuple(dict.fromkeys(row.municipality.name for row in statements))
    if len(places) > 1:
        return _short_of_several(question, statements, places)
    if near:
        return said(
            "{place} does not name {topic}; the nearest is this:",
            place=places[0], topic=AnyTopic(question.topics),
        )  # fmt: skip
    return _told_by(question, statements, places[0])


def _short_of_several(
    question: Question, statements: Sequence[StatementRow], places: tuple[str, ...]
) -> Said:
    """Who says something on the topic, after those that only say what is near it."""
    silent = only_near(question, statements)
    telling = tuple(name for name in places if name not in silent)
    if not telling:
        return said(
            "{places} do not name {topic}; the nearest is this:",
            places=places, topic=AnyTopic(question.topics),
        )  # fmt: skip
    told = said("This is what {places} say:", places=telling)
    if len(telling) == 1:
        here = [row for row in statements if row.municipality.name == telling[0]]
        told = _told_by(question, here, telling[0])
    return one_after_other(nearest_shown(question, silent), told) if silent else told


def only_near(question: Question, statements: Sequence[StatementRow]) -> tuple[str, ...]:
    """The municipalities of which nothing that is shown is on the topic asked about."""
    if not question.topics:
        return ()
    named = {row.municipality.name for row in filter(being_on(question), statements)}
    everyone = dict.fromkeys(row.municipality.name for row in statements)
    return tuple(name for name in everyone if name not in named)


def nearest_shown(question: Question, places: tuple[str, ...]) -> Said:
    """That some do not name the topic, and what is shown of them is only near it."""
    one = marked("{places} does not name {topic}; the nearest is shown.")
    more = marked("{places} do not name {topic}; the nearest is shown.")
    text = one if len(places) == 1 else more
    return said(text, places=places, topic=AnyTopic(question.topics))


def _told_by(question: Question, statements: Sequence[StatementRow], place: str) -> Said:
    held = {topic for row in statements for topic in row.topics}
    topic = next((topic for topic in question.topics if topic in held), None)
    if topic is None:
        return said("This is what {place} says:", place=place)
    return said("This is what {place} says about {topic}:", place=place, topic=TopicName(topic))
