"""Which intent a message has, of how likely each is."""

from collections.abc import Mapping

from bot.understanding.alone import is_a_topic_word, names_only
from bot.understanding.by_itself import kinds_beside_a_story
from bot.understanding.clauses import clause_words
from bot.understanding.everyday import EVERYDAY
from bot.understanding.owners import (
    is_of_the_nation,
    is_set_beside_a_stranger,
    is_stranger,
    names_a_club,
    other_owners,
)
from bot.understanding.places import Places
from bot.understanding.population import counts_who_works
from bot.understanding.question import Echo, Group, group_of, share_by_group, shares_of
from bot.understanding.reading import Reading
from bot.understanding.services import (
    asks_how_high,
    is_a_figure_of_today,
    is_of_its_state,
    is_to_be_made_up,
)

# How sure a message must be about something else before it is refused: what is about goals and
# yet stands nowhere is found out later, so doubt speaks for looking.
_OFF_FROM, _OFF_IF_EVIDENT, _OFF_IF_ELSEWHERE = 0.55, 0.8, 0.3
_OFF_IF_OF_NOBODY = 0.5
# "Apple's core values" are something else on a small chance.
_OFF_IF_ANOTHERS = 0.05
# "Who owns the most forest in Sweden?" ranks, and asks of no plan.
_OFF_IF_RANKED = 0.97
# How sure thanks or praise must be that have a kind of statement in them.
_CHAT_IF_KIND = 0.85
# What settles that something else is meant: an order to the machine, a game's goals, daily life.
_SETTLE = frozenset({"else.order", "else.game", "else.politics", EVERYDAY})
_NAMED_KINDS = frozenset(
    f"kind.{kind}" for kind in ("goal", "vision", "mission", "value", "focus_area", "goal_area")
)
# That nothing is said of it is believed only when it is likelier than all else together.
_ABSENT_FROM = 0.7
# What a page says as a whole, and how likely it must be that something in it is asked for.
_WHOLE = frozenset({"goals", "vision", "goal_areas", "focus_areas", "purpose", "document"})
_OF_A_THING = frozenset({"topic", "absent"})
_ON_IT, _SURELY_ON_IT = 0.15, 0.3
# What only a question about plans or municipalities has.
_SUBJECTS = ("kind.", "topic.", "narrow.")
_OF_PLANS = (*_SUBJECTS, "county.", "reach.")
# What any question to the bot has; without it something else may be meant that is so much likelier.
_TELLING, _FAR = (*_SUBJECTS, "ask.", "reach.", "chat."), 2.0


def choose(likely: Mapping[str, float], reading: Reading, *, evident: bool, strange: bool) -> str:
    """The likeliest intent of the likeliest group.

    `evident` says that a municipality is named with a kind or topic that its page has, `strange`
    that a word of the asking clause is neither listed nor used by any page.
    """
    groups = share_by_group(likely)
    if _is_nothing_known(reading):
        return "off_topic"
    if asked_of_itself := _asked_of_itself(reading):
        return asked_of_itself
    if not reading.mentions and _asks_for_word(reading):
        return "across"
    if _asks_for_role(reading):
        return "person"
    if counts_who_works(reading):
        return "absent"
    if not reading.mentions and names_only(reading, ("county.",)):
        # "Norrbotten" asks who is known there.
        return "covered"
    if not reading.mentions and _compares_counties(reading):
        return "compare"
    off = groups["off"] >= _OFF_IF_RANKED and _has_unknown(reading)
    if _ranks(reading) and not off:
        return "across"
    if is_a_topic_word(reading):
        # Whatever is asked of it, it is nothing else.
        groups["off"] = 0.0
    elif not says_of_person(reading) and _is_refused(likely, groups, reading):
        return _refused(reading)
    shares = shares_of(_group(groups, reading, evident=evident), likely)
    if "goals" in shares and not _has(reading, _SUBJECTS):
        # What names no subject goes on from the last answer, if that is likelier than each other.
        going_on = shares_of("follow", likely)
        shares = max(shares, going_on, key=lambda group: max(group.values()))
    top = max(shares, key=shares.__getitem__)
    if top == "off_topic" or asks_how_high(reading):
        return _refused(reading)
    if top in _WHOLE and _asks_what_a_body_decides(reading):
        return "decides"
    if top == "praise" and _has(reading, ("reach.across",)) and _asks(reading):
        # "Which municipality is best?" praises nobody.
        return "off_topic"
    figure = _has(reading, ("else.figure",))
    if top == "absent" and not figure and shares[top] < _ABSENT_FROM * sum(shares.values()):
        del shares[top]
        top = max(shares, key=shares.__getitem__)
    if top == "across" and not _has(reading, _OF_PLANS):
        # "What was he called who invented dynamite?" asks for one among many too.
        return top if reading.years else "off_topic"
    if top in _OF_A_THING and kinds_beside_a_story(reading):
        shares = {intent: share for intent, share in shares.items() if intent not in _OF_A_THING}
        top = max(shares, key=shares.__getitem__)
    if strange and group_of(top) == "goals" and _asks_for_a_thing(top, likely, reading):
        return "absent"
    return top


def _refused(reading: Reading) -> str:
    """Something else; or what a page might tell, and none does."""
    return "absent" if is_a_figure_of_today(reading) else "off_topic"


def _ranks(reading: Reading) -> bool:
    """Whether it is asked who is best at what plans are about: nobody is ranked, all are shown."""
    words = reading.folded
    asking = words[reading.asking.start : reading.asking.end]
    kinds = reading.kind_starts
    of_places = clause_words()["municipality"].intersection(asking[1:2])
    of_kinds = reading.asking.start + 1 in kinds
    which = bool(clause_words()["which"].intersection(asking[:1])) and bool(of_places or of_kinds)
    whom = which or bool({"vem", "who"}.intersection(asking[:1]))
    ranks = clause_words()["ranks"]
    ranked = bool(ranks.intersection(asking)) and not reading.mentions
    # "Is best" is itself a sign of something else.
    other = any(
        hit.group.startswith("else.") and ranks.isdisjoint(words[hit.start : hit.end])
        for hit in reading.hits
    )
    return whom and ranked and _has(reading, _SUBJECTS) and not other


def _has_unknown(reading: Reading) -> bool:
    """Whether the asking clause has a word that is nothing known."""
    return any(reading.asking.start <= at < reading.asking.end for at in reading.unknown)


def _asked_of_itself(reading: Reading) -> str | None:
    """What is asked about the bot, where no plan is asked about."""
    if reading.mentions or reading.years or _has(reading, ("county.",)) or _names_kind(reading):
        return None
    told = reading.groups("self", reading.asking.start, reading.asking.end)
    return told[0] if told else None


def _asks_for_word(reading: Reading) -> bool:
    """Whether it is asked where a word stands: "Does the word 'love' occur?"."""
    spelled = reading.folded
    named = clause_words()["word"].intersection(spelled[:-1])
    return bool(named) and bool(clause_words()["occurs"].intersection(spelled))


_FEW = 5


def _compares_counties(reading: Reading) -> bool:
    """Whether a few words put regions side by side: "Jämför Norrbotten och Småland"."""
    compares = "reach.compare" in reading.cues and len(set(reading.groups("county"))) > 1
    return compares and len(reading.words) <= _FEW and not _has(reading, _SUBJECTS)


def says_of_person(reading: Reading) -> bool:
    """Whether it is asked what a person quoted says: "What did Tobias Pettersson say of it?"."""
    says = any(word.folded in clause_words()["says"] for word in reading.words)
    return says and _has(reading, ("person.",))


def _asks_for_role(reading: Reading) -> bool:
    """Whether it is asked what a person quoted is: "What post does Tobias Pettersson hold?"."""
    asks = clause_words()["which"] | clause_words()["what"]
    opens = reading.folded[reading.asking.start] in asks
    role = not clause_words()["roles"].isdisjoint(reading.folded)
    return opens and role and _has(reading, ("person.",))


def _asks_what_a_body_decides(reading: Reading) -> bool:
    """Whether a body and its deciding are named and no kind: "What does the council decide on?"."""
    asking = reading.asking
    opens = reading.folded[asking.start] in clause_words()["what"]
    named = {
        hit.start
        for hit in reading.hits
        if hit.group == "ask.decides" and asking.start <= hit.start < asking.end
    }
    return opens and len(named) > 1 and not reading.kinds


def _is_nothing_known(reading: Reading) -> bool:
    """Whether no word of a message is known: "zzzzkk ???"."""
    return not (reading.hits or reading.mentions) and len(reading.unknown) == len(reading.words)


def _is_refused(
    likely: Mapping[str, float], groups: Mapping[Group, float], reading: Reading
) -> bool:
    """Whether something else is meant, though it may not be the likeliest."""
    if _SETTLE & reading.cues or names_a_club(reading) or is_to_be_made_up(reading):
        return True
    if is_of_the_nation(reading) or is_set_beside_a_stranger(reading):
        return True
    if _is_of_a_region(reading):
        return True
    others = other_owners(reading)
    if any(is_stranger(reading, at) for at in others):
        return True
    if others and groups["off"] >= _OFF_IF_ANOTHERS:
        return True
    if _points_elsewhere(reading) and groups["off"] >= _OFF_IF_ELSEWHERE:
        return True
    best = max(groups, key=groups.__getitem__)
    nothing = groups["off"] + likely.get("absent", 0.0)
    nobody = not reading.mentions and not _has(reading, ("county.",))
    of_nobody = nobody and best in {"goals", "off"} and not groups["follow"]
    if of_nobody and nothing >= _OFF_IF_OF_NOBODY:
        # Nobody's plan is asked about, and what is asked stands in none.
        return True
    if best != "goals" or _has(reading, _OF_PLANS if nobody else _TELLING):
        return False
    # Nothing in it is of a plan, whoever is named.
    return groups["off"] >= _FAR * max(shares_of("goals", likely).values())


def _group(groups: Mapping[Group, float], reading: Reading, *, evident: bool) -> Group:
    """The likeliest group, where it is sure enough."""
    best = max(groups, key=groups.__getitem__)
    if best == "off" and groups["off"] < (_OFF_IF_EVIDENT if evident else _OFF_FROM):
        # Doubt speaks for looking; for talk there is nothing to look for, so a word must tell it.
        others: list[Group] = ["goals", "follow"]
        best = max(
            [*others, "chat"] if _has(reading, ("chat.",)) else others, key=groups.__getitem__
        )
    subject = _names_kind(reading) or _has(reading, ("topic.",))
    if best == "chat" and groups["chat"] < _CHAT_IF_KIND and subject:
        # "Bara visionerna, tack" gives no thanks; "equality: who's got it?" is no small talk.
        best = max("goals", "follow", "off", key=groups.__getitem__)
    return best


def _asks_for_a_thing(top: str, likely: Mapping[str, float], reading: Reading) -> bool:
    """Whether one thing is asked for, not all: "Finns det något mål om ett operahus?"."""
    on_it = likely.get("absent", 0.0) + (top != "topic") * likely.get("topic", 0.0)
    return on_it >= (_ON_IT if top in _WHOLE and _names_kind(reading) else _SURELY_ON_IT)


def _asks(reading: Reading) -> bool:
    return reading.words[reading.asking.start].folded in clause_words()["opens"]


def _has(reading: Reading, prefixes: tuple[str, ...]) -> bool:
    """Whether a cue of any of these sections stands in the message."""
    return any(hit.group.startswith(prefixes) for hit in reading.hits)


def _is_of_a_region(reading: Reading) -> bool:
    """Whether the region as a body is named: it runs the care, and is no municipality."""
    named = any(
        hit.group.startswith("county.") and reading.words[hit.start].folded == "region"
        for hit in reading.hits
    )
    places = clause_words()["municipality"].intersection(reading.folded)
    return named and not places and not reading.mentions


def _names_kind(reading: Reading) -> bool:
    return bool(_NAMED_KINDS & reading.cues)


def _points_elsewhere(reading: Reading) -> bool:
    """Whether the asking clause has a sign of something else and no kind of statement."""
    asking = reading.asking
    signs = reading.groups("else", asking.start, asking.end)
    kinds = reading.groups("kind", asking.start, asking.end)
    return bool({"service", "other"}.intersection(signs)) and not kinds


def is_evident(reading: Reading, places: Places, echo: Echo) -> bool:
    """Whether a municipality is named with a kind of statement or a topic that its page has."""
    groups = reading.cues
    if says_of_person(reading):
        return True
    if groups & {"else.service", "else.other"} or is_of_its_state(reading):
        return False
    if not places.uncovered and names_only(reading, ("topic.", "narrow.", "county.")):
        # "Barn i Ljungby", "Minoritetsspråk", "Norrbotten klimat".
        return True
    if not (places.covered or places.uncovered):
        # "Vision statements with a 2035 horizon?" is asked of all.
        wide = reading.years or "reach.across" in groups
        return bool(wide and groups & _NAMED_KINDS)
    return bool(groups & _NAMED_KINDS or echo.topics or reading.years)
