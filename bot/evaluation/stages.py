"""Where the time of one reply goes: for `ask --explain` and the benchmark."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from bot.assistant import Assistant
from bot.rendering.phrases import phrases
from bot.rendering.plain import plain
from bot.understanding.names import find_mentions
from bot.understanding.reading import read
from knowledge.text import clean, words

_ROUNDS = 7


def stages(assistant: Assistant, text: str) -> dict[str, float]:
    """Milliseconds of each stage of the reply to a message that stands alone.

    The stages lie within each other, so that one's own time is what it takes beyond the one
    before; nothing in the product is changed to be timed. The first round only warms up.
    """
    understand, store = assistant.understand, assistant.store
    found = words(clean(text))
    listed = {p for hit in understand.lexicon.find(found) for p in range(hit.start, hit.end)}
    reply = assistant.reply(text)
    say = phrases(reply.language, store)
    within: tuple[Callable[[], object], ...] = (
        lambda: find_mentions(found, store, listed),
        lambda: read(text, understand.lexicon, store),
        lambda: understand(text),
        lambda: assistant.reply(text),
    )
    rounds = []
    for _ in range(_ROUNDS + 1):
        until = [_time(work) for work in within]
        own = [later - earlier for earlier, later in zip([0.0, *until], until, strict=False)]
        rounds.append([*own, _time(lambda: plain(reply.answer, assistant.today(), say))])
    names = ("names", "words", "intent", "statements", "text")
    taken = zip(*rounds[1:], strict=True)
    return {name: max(0.0, median(each)) for name, each in zip(names, taken, strict=True)}


def _time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return 1000 * (perf_counter() - start)
