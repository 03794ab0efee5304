"""A message read word by word: names, cues and topics found, and what is left unaccounted for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.understanding.askers_own import askers_own
from bot.understanding.clauses import Clause, asking_clause, clauses_of
from bot.understanding.digits import read_as_words
from bot.understanding.efforts import efforts
from bot.understanding.employed import of_those_who_work
from bot.understanding.everyday import everyday
from bot.understanding.lexicon import Lexicon
from bot.understanding.name_forms import Mention
from bot.understanding.names import find_mentions
from bot.understanding.other_places import of_others, others_asked
from bot.understanding.patterns import Hit
from bot.understanding.ruled_out import ruled_out
from bot.understanding.tags import is_a_sentence, states_a_claim, tag_start
from knowledge.store import Store
from knowledge.text import Word, clean, fold, words

_YEAR = re.compile(r"(?:19|20)\d\d")
# A shorter word that is nothing known is a slip of "the" or "vad" more often than a subject.
_SHORTEST_UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a message. Positions are those of words; `named` are those of names.

    `folded` are the words folded, in order; `cues` the groups of all hits; `kinds` are the hits
    that name a kind of statement, and `kind_starts` where they begin. A tag at the end of a
    sentence ("…, right?") is no part of the words; that it makes a claim of it is `claimed`.
    """

    text: str
    words: tuple[Word, ...]
    folded: tuple[str, ...]
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    hits: tuple[Hit, ...]
    cues: frozenset[str]
    kinds: tuple[Hit, ...]
    kind_starts: frozenset[int]
    years: tuple[int, ...]
    unknown: tuple[int, ...]
    asking: Clause
    named: frozenset[int]
    leaning: float
    claimed: bool

    @property
    def unnamed(self) -> list[Word]:
        """The words that are no name."""
        return [word for position, word in enumerate(self.words) if position not in self.named]

    def mark_before(self, at: int) -> str:
        """What stands between a word and the one before it, but for spaces: "," or ":"."""
        before, word = self.words[at - 1 : at + 1]
        return self.text[before.end : word.start].strip()

    def groups(self, section: str, start: int = 0, end: int | None = None) -> list[str]:
        """The names of one section's cues among some of the words, in order, each once."""
        last = len(self.words) if end is None else end
        prefix = f"{section}."
        found = (
            hit.group.removeprefix(prefix)
            for hit in self.hits
            if hit.group.startswith(prefix) and start <= hit.start < last
        )
        return list(dict.fromkeys(found))


def read(text: str, lexicon: Lexicon, store: Store) -> Reading:
    """Read a message. Words that are nothing known are tried as misspelt ones."""
    cleaned = clean(text)
    whole = words(cleaned)
    tag = tag_start(cleaned, whole)
    typed = whole if is_a_sentence(cleaned, whole, tag) else whole[:tag]
    found = read_as_words((lexicon.restored(word) for word in typed), store.names)
    listed = lexicon.find(found)
    known = _known(found, listed, lexicon)
    # Habo is no Håbo typed without its letter.
    mentions = tuple(
        mention
        for mention in find_mentions(
            typed, store, _whole(known, typed, store), lexicon.times.keys()
        )
        if not _is_county(found, mention)
    )
    named = frozenset(p for mention in mentions for p in range(mention.start, mention.end))
    mended = [
        word if position in named else lexicon.corrected(word, known.get(position, 0.0))
        for position, word in enumerate(found)
    ]
    compounds = _compounds(mended, mentions)
    clauses = tuple(clauses_of(cleaned, found))
    others = others_asked([word.folded for word in mended], clauses, named)
    meant = [
        hit
        for hit in _longest(listed if mended == found else lexicon.find(mended))
        if not named.issuperset(range(hit.start, hit.end))
        or (hit.start in compounds and hit.names_kind)
    ]
    leaning = lexicon.leaning([word for p, word in enumerate(mended) if p not in named], meant)
    besides = askers_own(mended, meant) | efforts(mended, meant)
    besides |= of_those_who_work(mended, meant)
    besides |= ruled_out(mended, meant, clauses, named)
    if leaning < _ENGLISH:
        besides |= _swedish(mended, meant)
    hits = of_others(others, [hit for hit in meant if hit not in besides])
    asking = asking_clause(mended, clauses, hits)
    hits = tuple(sorted((*hits, *everyday(mended, hits, asking)), key=_in_order))
    of_words = (hit for hit in (*hits, *besides) if hit.pattern)
    covered = {position for hit in of_words for position in _spelled(hit)} | named
    unknown = tuple(
        position
        for position, word in enumerate(mended)
        if position not in covered
        and not lexicon.is_function_word(word)
        and not word.folded.isdigit()
        and len(word.folded) >= _SHORTEST_UNKNOWN
    )
    # The year of "Agenda 2030" is a name's.
    of_topic = {p for h in hits if h.group.startswith("topic.") for p in range(h.start, h.end)}
    years = tuple(
        int(word.raw)
        for position, word in enumerate(found)
        if _YEAR.fullmatch(word.raw) and position not in of_topic
    )
    kinds = tuple(hit for hit in hits if hit.names_kind)
    folded = tuple(word.folded for word in mended)
    asking = asking_clause(mended, clauses, hits)
    return Reading(
        cleaned,
        tuple(mended),
        folded,
        clauses,
        mentions,
        hits,
        frozenset(hit.group for hit in hits),
        kinds,
        frozenset(hit.start for hit in kinds),
        years,
        unknown,
        asking,
        named,
        leaning,
        tag < len(whole) or states_a_claim(folded, asking, named),
    )


def _compounds(found: Sequence[Word], mentions: Iterable[Mention]) -> set[int]:
    """Positions of names that something is written on to: "Jokkmokksvisionen"."""
    return {
        mention.start
        for mention in mentions
        if len(found[mention.start].folded) > len(fold(mention.name)) + _ENDING
    }


def _in_order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, -hit.end, hit.group


# A genitive is no compound.
_ENDING = 2


def _swedish(found: Sequence[Word], hits: Iterable[Hit]) -> set[Hit]:
    """Cues that an English message has only as if typed without Swedish letters: "last", "läst".

    Things it may well call by their Swedish names: "the vardegrund".
    """
    return {
        hit
        for hit in hits
        if not hit.group.startswith(_THINGS)
        and not hit.pattern.isascii()
        and all(word.raw.isascii() for word in found[hit.start : hit.end])
    }


# From here on a message is English.
_ENGLISH = -0.5
_THINGS = ("kind.", "topic.", "narrow.", "county.", "person.")


def _is_county(found: Sequence[Word], mention: Mention) -> bool:
    """Whether "län" follows a name: "Jönköpings län" is no municipality."""
    after = found[mention.end].folded if mention.end < len(found) else ""
    return after in {"lan", "lans", "county", "countys"}


def _whole(known: Mapping[int, float], typed: Sequence[Word], store: Store) -> set[int]:
    """Known positions, without names that only begin as a listed word does: "Tierp" and "tier*"."""
    return {
        position
        for position, share in known.items()
        if share == 1.0 or typed[position].lower not in store.names
    }


def _known(found: list[Word], hits: Iterable[Hit], lexicon: Lexicon) -> dict[int, float]:
    """Positions of words that mean something other than a name, and the share of each listed."""
    shares = {p: 1.0 for p, word in enumerate(found) if lexicon.is_function_word(word)}
    for hit in hits:
        alone = hit.end == hit.start + 1
        share = min(1.0, _length(hit) / len(found[hit.start].folded)) if alone else 1.0
        for position in _spelled(hit):
            shares[position] = max(share, shares.get(position, 0.0))
    return shares


def _spelled(hit: Hit) -> Iterable[int]:
    """The positions of a hit's own words: what stands in a gap is no part of it."""
    if " * " in hit.pattern:
        return hit.start, hit.end - 1
    return range(hit.start, hit.end)


def _longest(hits: Iterable[Hit]) -> Iterable[Hit]:
    """Without hits within a longer one of their section: "goal area" is no "goal".

    Of kinds on the same words the longest pattern holds ("visionsmål*" before "vision*"); of a
    topic and a narrow thing too ("hedersvåld*" before "*våld").
    """
    best: dict[tuple[str, int, int], Hit] = {}
    at: defaultdict[tuple[str, int], set[tuple[int, int]]] = defaultdict(set)
    for hit in hits:
        place = (_section(hit.group), hit.start, hit.end)
        if place not in best or _length(hit) > _length(best[place]):
            best[place] = hit
        for position in range(hit.start, hit.end):
            at[place[0], position].add((hit.start, hit.end))
    for hit in hits:
        section = _section(hit.group)
        within = any(
            hit.end <= end and (start, end) != hit[1:3] for start, end in at[section, hit.start]
        )
        longest = best[section, hit.start, hit.end]
        beaten = _length(hit) < _length(longest) and (
            section == "kind" or _is_narrow(hit) != _is_narrow(longest)
        )
        if not within and not beaten and not _is_of_a_thing(hit, at):
            yield hit


def _is_of_a_thing(hit: Hit, at: Mapping[tuple[str, int], set[tuple[int, int]]]) -> bool:
    """Whether what asks is part of a thing's name: "old people" asks for nothing old."""
    longer = at.get(("topic", hit.start), ())
    inside = any(hit.end <= end and end - start > hit.end - hit.start for start, end in longer)
    return inside and hit.group.startswith(("ask.status", "state."))


@cache
def _section(group: str) -> str:
    section = group.partition(".")[0]
    return "topic" if section in {"narrow", "aside"} else section


def _is_narrow(hit: Hit) -> bool:
    return hit.group.startswith("narrow.")


def _length(hit: Hit) -> int:
    return len(hit.pattern.strip("*"))
