"""What of a reading the model weighs: its words with names masked, its cues, what is left over."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from bot.understanding.clauses import ASKING
from bot.understanding.question import Echo
from bot.understanding.reading import Reading

_TELL_LANGUAGE = ("w:", "b:", "l:")
_ENGLISH_GENITIVE = re.compile(r"\w[’'`´]s\b", re.IGNORECASE)
_SWEDISH_LETTERS = frozenset("åäöæø")


def masked(reading: Reading) -> list[str]:
    """The folded words, with names, years and numbers replaced by what they are."""
    tokens = list(reading.folded)
    for position, token in enumerate(tokens):
        if token.isdigit():
            year = len(token) == 4 and token[:2] in {"19", "20"}
            tokens[position] = "YEAR" if year else "NUMBER"
    for hit in reading.hits:
        if hit.group.startswith("county."):
            for position in range(hit.start, hit.end):
                tokens[position] = "COUNTY"
    for mention in reading.mentions:
        for position in range(mention.start, mention.end):
            tokens[position] = "NAME"
    return tokens


def features(reading: Reading, echo: Echo) -> dict[str, float]:
    """The features of a reading and of how its words come back from what is known."""
    asking = reading.asking
    unknown = sum(asking.start <= position < asking.end for position in reading.unknown)
    found = dict.fromkeys(_word_features(masked(reading)), 1.0)
    cues = set(map(_cue, reading.cues))
    asked = {_cue(hit.group) for hit in reading.hits if asking.start <= hit.start < asking.end}
    found |= {f"c:{cue}": 1.0 for cue in cues}
    found |= {f"q:{cue}": 1.0 for cue in asked}
    named = len({mention.codes for mention in reading.mentions})
    found[f"names={min(named, 3)}"] = 1.0
    found[f"unknown={min(len(reading.unknown), 4)}"] = 1.0
    found[f"asked unknown={min(unknown, 3)}"] = 1.0
    found["unknown share"] = unknown / max(asking.end - asking.start, 1)
    if "topic" in cues:
        found["topic known" if echo.topics else "topic not known"] = 1.0
    found["echo share"] = echo.share
    found["echo best"] = echo.best
    found[f"echo strength={min(int(echo.strength), 3)}"] = 1.0
    found |= {f"echo {term}": echo.best for term in echo.terms if term[0] in "ank"}
    found[f"length={min(len(reading.words) // 3, 5)}"] = 1.0
    found["l:words"] = reading.leaning
    found["l:genitive"] = float(bool(_ENGLISH_GENITIVE.search(reading.text)))
    found["one clause"] = float(len(reading.clauses) <= 1)
    found["asked"] = float(asking.asked)
    return found | dict.fromkeys(_joint(bool(named), cues, asked, min(unknown, 2), echo.share), 1.0)


def language_features(weighed: Mapping[str, float], reading: Reading) -> dict[str, float]:
    """The features that tell Swedish from English: words, signs, and words letter by letter."""
    found = {
        name: value
        for name, value in weighed.items()
        # Where a name stands tells no language.
        if name.startswith(_TELL_LANGUAGE) and not name[2:].isupper()
    }
    # What is asked is the same with and without å, ä and ö; as typed, they tell in which language.
    words = reading.unnamed
    typed = "".join([word.raw for word in words]).lower()
    found["l:letters"] = float(not _SWEDISH_LETTERS.isdisjoint(typed))
    return found | dict.fromkeys([f"s:{word.lower}" for word in words], 1.0)


def _joint(
    named: bool, cues: set[str], asked: set[str], unknown: int, share: float
) -> Iterable[str]:
    """What tells only together: a name with a kind of statement, a topic with words left over."""
    kind = any(cue.startswith("kind.") for cue in asked)
    aspect = any(cue.startswith("ask.") and cue[4:] not in ASKING for cue in asked)
    topic = "topic" in asked
    service, other = "else.service" in cues, "else.other" in cues
    yield f"named={named} kind={kind} topic={topic} aspect={aspect}"
    yield f"named={named} service={service} other={other}"
    yield f"named={named} any={kind or topic or aspect} unknown={unknown}"
    yield f"named={named} kind={kind} else={service or other}"
    yield f"named={named} kind={kind} figure={'else.figure' in cues}"
    yield f"named={named} share={int(3 * share)} unknown={unknown}"


@cache
def _cue(group: str) -> str:
    """The name of a cue; topics, and counties, count as one: what is learnt holds for each."""
    section = group.partition(".")[0]
    return _AS_ONE.get(section, group)


_AS_ONE = {"topic": "topic", "narrow": "topic", "county": "county"}


def _word_features(tokens: Sequence[str]) -> Iterable[str]:
    for token in tokens:
        yield f"w:{token}"
    for first, second in zip(["<", *tokens], [*tokens, ">"], strict=True):
        yield f"b:{first} {second}"
