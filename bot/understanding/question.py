"""What a message asks, as far as it could be made out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.understanding.reading import Reading
from knowledge.models import Kind, Language, Municipality

Group = Literal["goals", "off", "chat", "follow"]

# What is asked of the bot itself is told by cues, not learnt.
SELF = frozenset({
    "privacy", "trust", "maker", "quoting", "languages", "sources", "growing",
})  # fmt: skip
CHAT = SELF | {"greeting", "thanks", "bye", "praise", "insult", "robot", "help", "smalltalk"}
FOLLOW = frozenset({"follow", "more", "nth", "why", "switch_language"})
OFF = frozenset({"off_topic"})


_SURE = 0.6
_GROUPS: dict[str, Group] = {
    **dict.fromkeys(OFF, "off"), **dict.fromkeys(CHAT, "chat"), **dict.fromkeys(FOLLOW, "follow"),
}  # fmt: skip


def group_of(intent: str) -> Group:
    """Whether an intent is about goals, something else, the talk itself, or the last answer."""
    return _GROUPS.get(intent, "goals")


def shares_of(group: Group, likely: Mapping[str, float]) -> dict[str, float]:
    """How likely each intent of a group is."""
    if group == "goals":
        return {intent: share for intent, share in likely.items() if intent not in _GROUPS}
    return {name: likely[name] for name, one in _GROUPS.items() if one == group and name in likely}


def share_by_group(likely: Mapping[str, float]) -> dict[Group, float]:
    """How likely each group is."""
    found: dict[Group, float] = dict.fromkeys(("goals", "off", "chat", "follow"), 0.0)
    for intent, group in _GROUPS.items():
        found[group] += likely.get(intent, 0.0)
    found["goals"] = sum(likely.values()) - sum(found.values())
    return found


@dataclass(frozen=True, slots=True)
class Echo:
    """How a message's words come back from what the named municipalities say.

    `share` of its words stands anywhere there, `best` of them in the entry that holds most of
    them; `strength` is what they weigh there, and `terms` what that entry is about, if that is
    enough. `topics` are the topics named that the municipalities say something about.
    """

    share: float = 0.0
    best: float = 0.0
    strength: float = 0.0
    entry: int | None = None
    terms: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A message understood.

    `intent` is what is asked ("goals", "topic", "start", …), `likely` how likely each intent is.
    `narrow` are things within a topic, each by its folded words, where nothing wider is
    asked.
    `words` are the stems of all words that carry a subject; `strange` those of the asking clause
    that no list has and nobody uses of plans as such: they name the thing asked about.
    `counted` are the stems of the thing whose number is asked for, if it is one of its own.
    `apart` are the questions of a message that asks for several things.
    `without` are the municipalities that are left out by name ("apart from Ljungby").
    `silent` says that those are asked for that say nothing of it ("and the others?").
    `unsure` holds groups of municipalities that a name fits equally well.
    `language` is None where the words do not tell.
    """

    reading: Reading
    intent: str
    likely: Mapping[str, float] = field(repr=False)
    language: Language | None
    covered: tuple[Municipality, ...] = ()
    uncovered: tuple[Municipality, ...] = ()
    elsewhere: tuple[str, ...] = ()
    unsure: tuple[tuple[Municipality, ...], ...] = ()
    without: tuple[Municipality, ...] = ()
    counties: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    topics: tuple[str, ...] = ()
    narrow: tuple[frozenset[str], ...] = ()
    words: frozenset[str] = frozenset()
    strange: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    echo: Echo = Echo()
    ordinal: int | None = None
    apart: tuple["Question", ...] = ()
    silent: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is clear what is asked, so that nothing else can stand in for it."""
        return self.likely.get(self.intent, 0.0) >= _SURE

    @property
    def group(self) -> Group:
        """The intent's group."""
        return group_of(self.intent)

    @property
    def named(self) -> bool:
        """Whether the message names any place."""
        return bool(self.covered or self.uncovered or self.elsewhere or self.unsure)
