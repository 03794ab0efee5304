"""Suggested questions in a form short enough for a button: what is asked, of whom, on what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.answer import Of, Said, TopicName, Value, said
from knowledge.marking import marked
from knowledge.models import Municipality
from knowledge.store import Store

# The keys stand in buttons of messages already sent: a key is never used for something else.
ASKS: Mapping[str, str] = {
    "vision": marked("What is {of} vision?"),
    "mission": marked("What is {of} mission?"),
    "goals": marked("What are {of} goals?"),
    "areas": marked("What are {of} goal areas?"),
    "focus": marked("What are {of} focus areas?"),
    "values": marked("What are {of} values?"),
    "first": marked("What does {place} give priority to?"),
    "steering": marked("How does steering work in {place}?"),
    "topic": marked("What does {place} say about {topic}?"),
    "who": marked("Which municipalities mention {topic}?"),
    "all": marked("Tell me about {place}."),
    "compare": marked("Compare {places}."),
}
_KEYS = {text: key for key, text in ASKS.items()}


@dataclass(frozen=True, slots=True)
class Ask:
    """A whole question: its key, the SCB codes of those asked about, and a topic's id."""

    key: str
    codes: tuple[str, ...] = ()
    topic: str = ""

    def said(self, store: Store) -> Said | None:
        """The question in words; None where what it is about is not known (any more)."""
        places = [place for code in self.codes if (place := store.municipality(code))]
        if self.key not in ASKS or len(places) != len(self.codes):
            return None
        wanted = {name for name in ("of", "place", "places", "topic") if f"{{{name}}}" in self.text}
        if ("topic" in wanted) != bool(self.topic) or (self.topic and not self._topic_in(store)):
            return None
        if bool(wanted - {"topic"}) != bool(places):
            return None
        names = tuple(place.name for place in places)
        values: dict[str, Value] = {"of": Of(names), "place": ", ".join(names), "places": names}
        found = {name: value for name, value in values.items() if name in wanted}
        if self.topic:
            found["topic"] = TopicName(self.topic)
        return said(self.text, **found)

    @property
    def text(self) -> str:
        """The question's fixed sentence."""
        return ASKS[self.key]

    def _topic_in(self, store: Store) -> bool:
        return self.topic in store.topics


def ask_of(question: Said, store: Store) -> Ask | None:
    """The short form of a suggestion; None for a sentence that has none."""
    key = _KEYS.get(question.text)
    if key is None:
        return None
    by_name = _by_name(store)
    codes = tuple(by_name[name].code for name in _names(question) if name in by_name)
    topic = question.values.get("topic")
    return Ask(key, codes, topic.id if isinstance(topic, TopicName) else "")


@lru_cache(maxsize=2)
def _by_name(store: Store) -> Mapping[str, Municipality]:
    return {place.name: place for place in everyone(store)}


def _names(question: Said) -> tuple[str, ...]:
    for key in ("of", "places", "place"):
        value = question.values.get(key) if f"{{{key}}}" in question.text else None
        if isinstance(value, Of):
            return value.names
        if isinstance(value, tuple):
            return value
        if isinstance(value, str):
            return (value,)
    return ()


@lru_cache(maxsize=2)
def everyone(store: Store) -> tuple[Municipality, ...]:
    """All municipalities of the register, covered or not."""
    return tuple(place for county in store.counties for place in store.in_county(county))
