"""Which intent a message has, of how likely each is."""

import re
from collections.abc import Mapping

from bot.understanding.clauses import clause_words
from bot.understanding.places import Places
from bot.understanding.question import Echo, group_of, share_by_group, shares_of
from bot.understanding.reading import Reading

# How sure a message must be about something else before it is refused: what is about goals and
# yet stands nowhere is found out later, so doubt speaks for looking.
_OFF_FROM, _OFF_IF_EVIDENT, _OFF_IF_ELSEWHERE = 0.55, 0.8, 0.3
_OFF_IF_OF_NOBODY = 0.5
_TELLING, _FAR = ("kind.", "topic.", "narrow.", "ask.", "reach.", "chat."), 2.0
# "Apple's core values" are something else on a small chance.
_OFF_IF_ANOTHERS = 0.1
# How sure thanks or praise must be that have a kind of statement in them.
_CHAT_IF_KIND = 0.85
# What settles that something else is meant: an order to the machine, a game's goals.
_SETTLE = frozenset({"else.order", "else.game"})
_NAMED_KINDS = frozenset(
    f"kind.{kind}" for kind in ("goal", "vision", "mission", "value", "focus_area", "goal_area")
)
# That nothing is said of it is believed only when it is likelier than all else together.
_ABSENT_FROM = 0.8
# What a page says as a whole, and how likely it must be that something in it is asked for.
_WHOLE = frozenset({"goals", "vision", "goal_areas", "focus_areas", "purpose", "document"})
_ON_IT, _SURELY_ON_IT = 0.15, 0.3
# What only a question about plans or municipalities has.
_OF_PLANS = ("kind.", "topic.", "narrow.", "county.", "reach.")


def choose(likely: Mapping[str, float], reading: Reading, *, evident: bool, strange: bool) -> str:
    """The likeliest intent of the likeliest group.

    `evident` says that a municipality is named with a kind or topic that its page has, `strange`
    that a word of the asking clause is neither listed nor used by any page.
    """
    if _SETTLE & {hit.group for hit in reading.hits}:
        return "off_topic"
    groups = share_by_group(likely)
    if groups["off"] >= _OFF_IF_ANOTHERS and _is_of_another(reading):
        return "off_topic"
    best = max(groups, key=groups.__getitem__)
    of_nobody = not reading.mentions and not groups["follow"] and best in {"goals", "off"}
    if of_nobody and groups["off"] + likely.get("absent", 0.0) >= _OFF_IF_OF_NOBODY:
        # Nobody's plan is asked about, and what is asked stands in none.
        return "off_topic"
    if _points_elsewhere(reading) and groups["off"] >= _OFF_IF_ELSEWHERE:
        return "off_topic"
    if best == "off" and groups["off"] < (_OFF_IF_EVIDENT if evident else _OFF_FROM):
        shares = shares_of("goals", likely)
        if not any(hit.group.startswith(_TELLING) for hit in reading.hits) and (
            groups["off"] >= _FAR * max(shares.values())
        ):
            # Nothing in it is of a plan, whoever is named.
            return "off_topic"
        # Doubt speaks for looking; for talk there is nothing to look for, so a word must tell it.
        told = any(hit.group.startswith("chat.") for hit in reading.hits)
        best = max(
            (g for g in groups if g != "off" and (told or g != "chat")), key=groups.__getitem__
        )
    if best == "chat" and groups["chat"] < _CHAT_IF_KIND and _names_kind(reading):
        # "Bara visionerna, tack" gives no thanks.
        best = max(("goals", "follow"), key=groups.__getitem__)
    going_on = max(shares_of("follow", likely).values(), default=0.0)
    shares = shares_of(best, likely)
    top = max(shares, key=shares.__getitem__)
    if best == "goals" and going_on > shares[top] and not _names_subject(reading):
        shares = shares_of("follow", likely)
        top = max(shares, key=shares.__getitem__)
    figure = "else.figure" in {hit.group for hit in reading.hits}
    if top == "absent" and not figure and shares[top] < _ABSENT_FROM * sum(shares.values()):
        del shares[top]
        top = max(shares, key=shares.__getitem__)
    if top == "across" and not any(hit.group.startswith(_OF_PLANS) for hit in reading.hits):
        # "What was he called who invented dynamite?" asks for one among many too.
        return top if reading.years else "off_topic"
    if strange and group_of(top) == "goals":
        # "Finns det något mål om ett operahus?" asks for no goals but for one on that.
        on_it = likely.get("absent", 0.0) + (top != "topic") * likely.get("topic", 0.0)
        least = _ON_IT if top in _WHOLE and _names_kind(reading) else _SURELY_ON_IT
        return "absent" if on_it >= least else top
    return top


def _is_of_another(reading: Reading) -> bool:
    """Whether the kind asked for has an owner that is no municipality: "the UN's goals"."""
    if reading.mentions:
        return False
    before = (hit.start - 1 for hit in reading.hits if hit.group.startswith("kind.") and hit.start)
    owners = (reading.words[position] for position in before)
    ours = tuple(clause_words()["ours"])
    return any(
        _GENITIVE.search(reading.text[word.start : word.end]) and not word.folded.startswith(ours)
        for word in owners
    )


_GENITIVE = re.compile(r"[’'`´:]s$", re.IGNORECASE)


def _names_subject(reading: Reading) -> bool:
    return any(hit.group.startswith(("kind.", "topic.", "narrow.")) for hit in reading.hits)


def _names_kind(reading: Reading) -> bool:
    return bool(_NAMED_KINDS & {hit.group for hit in reading.hits})


def _points_elsewhere(reading: Reading) -> bool:
    """Whether the asking clause has a sign of something else and no kind of statement."""
    asking = reading.asking
    signs = reading.groups("else", asking.start, asking.end)
    kinds = reading.groups("kind", asking.start, asking.end)
    return bool({"service", "other"}.intersection(signs)) and not kinds


def is_evident(reading: Reading, places: Places, echo: Echo) -> bool:
    """Whether a municipality is named with a kind of statement or a topic that its page has."""
    groups = {hit.group for hit in reading.hits}
    if groups & {"else.service", "else.other"}:
        return False
    if not (places.covered or places.uncovered):
        # "Vision statements with a 2035 horizon?" is asked of all.
        wide = reading.years or "reach.across" in groups
        return bool(wide and groups & _NAMED_KINDS)
    return bool(groups & _NAMED_KINDS or echo.topics)
