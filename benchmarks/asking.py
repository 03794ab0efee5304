"""The questions that are timed, and the two ways of answering them."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.timing import Ask
from bot.assistant import Assistant
from bot.evaluation.cases import Case, read_cases
from bot.evaluation.frames import questions
from bot.evaluation.misspelling import spellings
from bot.rendering.phrases import phrases
from bot.rendering.plain import plain
from knowledge.models import Municipality
from knowledge.store import Store
from knowledge.text import words

TEN = 10
DAY = date(2026, 11, 22)
_CASES = Path(__file__).parent.parent / "tests" / "questions" / "kept"
_ACROSS = Path(__file__).with_name("across.txt")
# So large a share of questions have a name or a word misspelt.
_MISSPELT = 0.3


def people() -> list[Case]:
    """Questions as people put them, each alone: those that nothing was tuned on."""
    return [case for case in read_cases(sorted(_CASES.glob("*.jsonl"))) if len(case.turns) == 1]


def across() -> list[str]:
    """Questions across all municipalities."""
    return _ACROSS.read_text("utf-8").splitlines()


def of_one(store: Store, places: Sequence[Municipality], number: int) -> list[str]:
    """Questions about one municipality each, some of them misspelt; the same ones each time."""
    chance = Random(2)
    return [_question(store, chance.choice(places), chance) for _ in range(number)]


def _question(store: Store, place: Municipality, chance: Random) -> str:
    text = chance.choice(questions(store, place)).text
    if chance.random() < _MISSPELT:
        text = chance.choice(list(_misspelt(text, place.name)))
    return text


def _misspelt(text: str, name: str) -> Iterator[str]:
    yield from (one.text for one in spellings(text, name) if one.how != "capitals")


def any_of(question: str) -> str:
    """The question's words as a query of FTS5 that any of them answers."""
    return " OR ".join(f'"{word.lower}"' for word in words(question))


def whole_reply(assistant: Assistant) -> Ask:
    """Understand, find, and render as text; nothing is kept from one question to the next."""

    def ask(question: str) -> str:
        reply = assistant.reply(question)
        return plain(reply.answer, DAY, phrases(reply.language, assistant.store))

    return ask


def ranked_match(store: Store) -> Ask:
    """One ranked MATCH of FTS5 over the statements of the same file, the ten best read."""
    db = sqlite3.connect(f"{store.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)

    def ask(question: str) -> list[tuple[str, str]]:
        return db.execute(
            """
            select s.original, s.translation from statement_fts f
            join statement s on s.rowid = f.rowid
            where statement_fts match ? order by rank limit ?
            """,
            (any_of(question) or '""', TEN),
        ).fetchall()

    return ask
