"""Topics proposed for a statement: those whose words stand in it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from knowledge.models import Topic

_MOST = 4


def proposed_topics(text: str, topics: Mapping[str, Topic], english: bool) -> tuple[str, ...]:
    """The ids of the topics that a text is about, those with most words in it first."""
    lower = text.lower()
    found: list[tuple[int, int, str]] = []
    for order, topic in enumerate(topics.values()):
        words = topic.words.en if english else topic.words.sv
        times = len(set(_pattern(words).findall(lower))) if words else 0
        if times:
            found.append((-times, order, topic.id))
    return tuple(topic for _, _, topic in sorted(found)[:_MOST])


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Words as people write them in `topics.toml`; a star stands for any letters."""
    forms = []
    for word in words:
        before = r"\w*" if word.startswith("*") else ""
        after = r"\w*" if word.endswith("*") else ""
        forms.append(f"{before}{re.escape(word.strip('*').lower())}{after}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
