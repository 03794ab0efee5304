"""Where the time of one reply goes: for `ask --explain` and the benchmark."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from bot.answering.answer import marked
from bot.assistant import Assistant
from bot.rendering.phrases import phrases
from bot.rendering.plain import plain
from bot.understanding.names import find_mentions
from bot.understanding.reading import read
from knowledge.text import clean, words

_ROUNDS = 5


def stages(assistant: Assistant, text: str) -> dict[str, float]:
    """Milliseconds of each stage of the reply to a message that stands alone.

    Each stage holds those before it, so that its own time is what it takes beyond them; nothing
    in the product is changed to be timed. The first round, which warms up, does not count.
    """
    understand, store = assistant.understand, assistant.store
    found = words(clean(text))
    listed = {p for hit in understand.lexicon.find(found) for p in range(hit.start, hit.end)}
    reply = assistant.reply(text)
    say = phrases(reply.language, store)
    names = _time(lambda: find_mentions(found, store, listed))
    reading = _time(lambda: read(text, understand.lexicon, store))
    understood = _time(lambda: understand(text))
    answered = _time(lambda: assistant.reply(text))
    return {
        marked("names"): names,
        marked("words"): max(0.0, reading - names),
        marked("intent"): max(0.0, understood - reading),
        marked("statements"): max(0.0, answered - understood),
        marked("text"): _time(lambda: plain(reply.answer, assistant.today(), say)),
    }


def _time(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(_ROUNDS + 1):
        start = perf_counter()
        work()
        taken.append(1000 * (perf_counter() - start))
    return median(taken[1:])
