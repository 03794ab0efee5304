"""What a few words within a conversation are that would be something else if they stood alone.

Fillers say nothing ("hmm, and jobs"); what reads as a greeting or as praise without a word of it
goes on from the last answer, or says that it was not understood.
"""

from bot.understanding.clauses import clause_words
from bot.understanding.question import CHAT, SELF, Question
from bot.understanding.reading import Reading

# So likely talk must be that has no word of talk, or names a topic.
_SURE, _SURE_WITH_SUBJECT = 0.75, 0.85
# What has not been understood is said in so many words.
_SHORT = 5
_SUBJECTS = ("topic.", "narrow.", "kind.", "ask.")


def without_fillers(reading: Reading) -> str:
    """The message from its first word that says something; nothing where it opens with one."""
    fillers = clause_words()["fillers"]
    position = 0
    while position < len(reading.words) and reading.words[position].folded in fillers:
        position += 1
    if not 0 < position < len(reading.words):
        return ""
    told = any(hit.start >= position and not hit.group.startswith("chat.") for hit in reading.hits)
    named = any(at >= position for at in reading.named)
    return reading.text[reading.words[position].start :] if told or named else ""


def says_nothing(reading: Reading) -> bool:
    """Whether a message is nothing but fillers: "hmm", "ok bra"."""
    little = clause_words()["fillers"] | clause_words()["approves"] | clause_words()["waits"]
    return bool(reading.words) and all(word.folded in little for word in reading.words)


def is_lost(question: Question) -> bool:
    """Whether the last answer was not understood: "fattar inte", "I don't get it"."""
    words = set(question.reading.folded)
    short = len(question.reading.words) <= _SHORT
    denied = bool(words & clause_words()["lacks"] and words & clause_words()["grasps"])
    return short and denied and not (question.kinds or question.topics or question.named)


def is_no_talk(question: Question) -> bool:
    """Whether what reads as talk has a subject, or no word of such talk."""
    if question.intent not in CHAT - SELF:
        return False
    share = sum(question.likely.get(intent, 0.0) for intent in CHAT - SELF)
    if question.topics or question.narrow or question.kinds:
        return share < _SURE_WITH_SUBJECT
    cues = question.reading.cues
    return f"chat.{question.intent}" not in cues and share < _SURE


def has_subject(question: Question) -> bool:
    """Whether anything is asked, of whatever kind."""
    return any(hit.group.startswith(_SUBJECTS) for hit in question.reading.hits)
